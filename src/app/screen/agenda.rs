//! The agenda pane: the items of the process, each with the next steps of its section of the report.

use crate::app::context::Context;
use crate::app::layout::Pane;
use crate::app::outcome::{Intent, Outcome};
use crate::app::pane::{Content, PaneCell};
use crate::base::list::List;
use crate::followup::FollowUp;
use crate::model::{Address, Place, Reference};

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
pub enum AgendaRow {
    /// An agenda item, by its index in the process.
    Item(usize),
    /// A next step under an item, by the indexes of the item in the process and of the step in the report's follow-ups.
    Step(usize, usize),
}

/// The follow-ups of the report's section that belongs to an item, each with its index.
pub fn steps<'a>(
    context: &Context<'a>,
    item: usize,
) -> impl Iterator<Item = (usize, &'a FollowUp)> + use<'a> {
    let report = context.desk.report.as_ref();
    let process = context.process();
    let link = &process.items[item];
    let section = report.and_then(|report| process.section(report, &link.item));
    let path = section.and_then(|section| match &section.place {
        Place::Heading(path) => Some((section.part.clone(), path.clone())),
        _ => None,
    });
    let followups: &'a [FollowUp] = report.map_or(&[][..], |report| context.followups_of(report));
    followups.iter().enumerate().filter(move |(_, followup)| {
        path.as_ref().is_some_and(|(part, path)| {
            followup.step.part == *part
                && matches!(&followup.step.place, Place::Step(section, _) if section == path)
        })
    })
}

/// Whether an agenda item has items below it (`item/5` of `item/5/a`).
#[must_use]
pub fn has_children(context: &Context, item: &Address) -> bool {
    context.process().items.iter().any(|other| other.item.parent().as_ref() == Some(item))
}

impl State {
    /// The rows shown.
    #[must_use]
    pub fn rows(&self, context: &Context) -> Vec<AgendaRow> {
        let mut rows = Vec::new();
        for item in 0..context.process().items.len() {
            rows.push(AgendaRow::Item(item));
            if self.unfolded || item == context.desk.item {
                rows.extend(steps(context, item).map(|(at, _)| AgendaRow::Step(item, at)));
            }
        }
        rows
    }

    /// Chooses the row of the current passage: its step, or the open item.
    pub fn select_here(&mut self, context: &Context) {
        let rows = self.rows(context);
        let step = context.here().step().filter(|step| Some(&step.symbol) == context.desk.report.as_ref());
        let of_step = step.and_then(|step| {
            let followups = context.followups_of(&step.symbol);
            rows.iter()
                .position(|row| matches!(row, AgendaRow::Step(_, at) if followups[*at].step == step.address))
        });
        let of_item = || rows.iter().position(|row| *row == AgendaRow::Item(context.desk.item));
        if let Some(row) = of_step.or_else(of_item) {
            self.list.select(row, rows.len());
        }
    }

    /// Shows the steps of every item, or only those of the open one.
    pub fn unfold(&mut self, context: &Context, unfolded: bool) {
        self.unfolded = unfolded;
        self.select_here(context);
    }
}

fn open_row(context: &Context, row: Option<AgendaRow>) -> Outcome {
    match row {
        Some(AgendaRow::Item(item)) => Outcome::of(Intent::OpenItem(item)),
        Some(AgendaRow::Step(item, at)) => {
            let Some(symbol) = context.desk.report.clone() else { return Outcome::none() };
            let address = context.followups_of(&symbol)[at].step.clone();
            Outcome::of(Intent::OpenStep { item, step: Reference { symbol, address } })
        }
        None => Outcome::none(),
    }
}

impl Content for State {
    /// Opens the row `by` rows further.
    fn step(&mut self, context: &Context, by: isize) -> Outcome {
        let rows = self.rows(context);
        let mut list = self.list;
        list.step(by, rows.len());
        open_row(context, rows.get(list.selected).copied())
    }

    /// Opens the row under the mouse.
    fn click(&mut self, context: &Context, cell: PaneCell) -> Outcome {
        open_row(context, self.rows(context).get(self.list.top + cell.line).copied())
    }

    /// Moves the focus to the reader, which shows the chosen row already.
    fn open(&mut self, _: &Context) -> Outcome {
        Outcome::of(Intent::Focus(Pane::Reader))
    }

    /// Keeps the chosen row visible.
    fn settle(&mut self, context: &Context) {
        let Some(content) = context.content(Pane::Agenda) else { return };
        let rows = self.rows(context);
        let (height, chosen) = (content.height.into(), self.list.selected);
        // The steps of the open item are shown with it, as far as there is room.
        let last = rows
            .iter()
            .rposition(|row| matches!(row, AgendaRow::Step(item, _) if *item == context.desk.item));
        if let Some(last) = last.filter(|last| *last > chosen) {
            self.list.selected = last.min(chosen + height - 1);
            self.list.reveal(height, rows.len());
        }
        self.list.selected = chosen;
        self.list.reveal(height, rows.len());
    }

    fn hints(&self, _: &Context) -> &'static [&'static str] {
        &["next-item", "note", "help", "status", "goto", "tracker", "find"]
    }
}
