//! The agenda pane: the items of the process, each with its section of the report and that section's next steps.

use crate::app::layout::Pane;
use crate::app::message::Effect;
use crate::app::screen::desk;
use crate::app::verb::Verb;
use crate::app::{App, place};
use crate::base::list::List;
use crate::followup::FollowUp;
use crate::model::{Place, Reference};

/// The state of the pane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The chosen row.
    pub list: List,
    /// Whether the steps of every item are shown, not only those of the open one.
    pub unfolded: bool,
}

/// A row of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// An agenda item, by its place in the process.
    Item(usize),
    /// A next step under an item: places in the process's items and in the report's follow-ups.
    Step(usize, usize),
}

/// The verbs of the pane.
pub const VERBS: &[Verb] = &[
    Verb::new("agenda", "fold", |app, _| unfold(app, false)),
    Verb::new("agenda", "unfold", |app, _| unfold(app, true)),
];

/// The rows as they stand now.
#[must_use]
pub fn rows(app: &App) -> Vec<Row> {
    let mut rows = Vec::new();
    for item in 0..app.process().items.len() {
        rows.push(Row::Item(item));
        if app.agenda.unfolded || item == app.desk.item {
            rows.extend(steps(app, item).map(|(at, _)| Row::Step(item, at)));
        }
    }
    rows
}

/// The follow-ups of the report's section that belongs to an item.
pub fn steps(app: &App, item: usize) -> impl Iterator<Item = (usize, &FollowUp)> {
    let report = app.desk.report.as_ref();
    let link = &app.process().items[item];
    let section = report.and_then(|report| app.process().section(report, &link.item));
    let path = section.and_then(|section| match &section.place {
        Place::Heading(path) => Some((section.part.clone(), path.clone())),
        _ => None,
    });
    let followups = report.map_or(&[][..], |report| app.followups_of(report));
    followups.iter().enumerate().filter(move |(_, followup)| {
        path.as_ref().is_some_and(|(part, path)| {
            followup.step.part == *part
                && matches!(&followup.step.place, Place::Step(section, _) if section == path)
        })
    })
}

/// Chooses the row of the place one is at: its step, or the open item.
pub fn select_here(app: &mut App) {
    let rows = rows(app);
    let step = place::step_here(app).filter(|step| Some(&step.symbol) == app.desk.report.as_ref());
    let of_step = step.and_then(|step| {
        let followups = app.followups_of(&step.symbol);
        rows.iter().position(|row| matches!(row, Row::Step(_, at) if followups[*at].step == step.address))
    });
    let of_item = || rows.iter().position(|row| *row == Row::Item(app.desk.item));
    if let Some(row) = of_step.or_else(of_item) {
        app.agenda.list.select(row, rows.len());
    }
}

/// Moves the choice; the other panes follow.
pub fn step(app: &mut App, by: isize) {
    let rows = rows(app);
    let mut list = app.agenda.list;
    list.step(by, rows.len());
    open_row(app, rows.get(list.selected).copied());
}

/// Chooses the row on screen line `line` of the pane.
pub fn click(app: &mut App, line: usize) {
    let rows = rows(app);
    open_row(app, rows.get(app.agenda.list.top + line).copied());
}

fn open_row(app: &mut App, row: Option<Row>) {
    match row {
        Some(Row::Item(item)) => desk::show_item(app, item),
        Some(Row::Step(item, at)) => {
            let Some(symbol) = app.desk.report.clone() else { return };
            let address = app.followups_of(&symbol)[at].step.clone();
            app.desk.item = item;
            place::show(app, &Reference { symbol, address });
        }
        None => {}
    }
}

fn unfold(app: &mut App, unfolded: bool) -> Vec<Effect> {
    app.agenda.unfolded = unfolded;
    select_here(app);
    Vec::new()
}

/// Keeps the chosen row on screen.
pub fn settle(app: &mut App) {
    let Some(content) = app.layout.content(Pane::Agenda) else { return };
    let rows = rows(app);
    let (height, chosen) = (content.height.into(), app.agenda.list.selected);
    // The steps of the open item come into sight with it, as far as there is room.
    let last = rows.iter().rposition(|row| matches!(row, Row::Step(item, _) if *item == app.desk.item));
    let list = &mut app.agenda.list;
    if let Some(last) = last.filter(|last| *last > chosen) {
        list.selected = last.min(chosen + height - 1);
        list.reveal(height, rows.len());
    }
    list.selected = chosen;
    list.reveal(height, rows.len());
}
