//! The tracker pane: what the report wants discussed, session by session, and how far it has come.

use crate::app::layout::Pane;
use crate::app::message::{Effect, Notice};
use crate::app::screen::{agenda, catalogue, desk, line, picker};
use crate::app::verb::{Call, Verb};
use crate::app::{App, place};
use crate::base::Now;
use crate::base::list::List;
use crate::followup::FollowUp;
use crate::model::Reference;
use crate::workspace::{Done, Mark, Progress, Status};

/// The state of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// The chosen row.
    pub list: List,
    /// The chosen column.
    pub column: usize,
    /// The pane that had the keys before.
    pub came_from: Pane,
}

impl Default for State {
    fn default() -> Self {
        Self { list: List::default(), column: 0, came_from: Pane::Agenda }
    }
}

/// The words `status` may be called with: the statuses, and the one after the present one.
pub const STATUSES: &[&str] =
    &["open", "raised", "discussed", "agreed", "carried-over", "superseded", "next"];

/// The verbs of the pane.
pub const VERBS: &[Verb] = &[
    Verb::new("tracker", "status", set_here).with(STATUSES),
    Verb::new("tracker", "remark", |app, _| {
        // Nothing is asked for that could not be kept.
        if target(app).is_some() { line::open(app, line::Purpose::Remark) } else { Vec::new() }
    }),
    Verb::new("tracker", "history", |app, _| picker::open(app, picker::Purpose::History)),
];

/// Rows of the pane above the first row of the matrix.
pub const HEAD: u16 = 1;

/// What the matrix shows, as places among the report's follow-ups: the steps that name a session, those of
/// which a status was set, and the one one is at.
#[must_use]
pub fn rows(app: &App) -> Vec<usize> {
    let Some(report) = &app.desk.report else { return Vec::new() };
    let here = place::step_here(app);
    let belongs = |followup: &FollowUp| {
        let step = Reference { symbol: report.clone(), address: followup.step.clone() };
        !followup.sessions.is_empty() || here.as_ref() == Some(&step) || is_set(app, &step)
    };
    let followups = app.followups_of(report).iter().enumerate();
    followups.filter(|(_, followup)| belongs(followup)).map(|(at, _)| at).collect()
}

/// Whether a status was set of a step at any session.
fn is_set(app: &App, step: &Reference) -> bool {
    columns(app).into_iter().any(|session| app.tracker.state(step, None, session).is_some())
}

/// The sessions that are columns: those the report looks forward to and those its steps name.
#[must_use]
pub fn columns(app: &App) -> Vec<u32> {
    let Some(report) = &app.desk.report else { return Vec::new() };
    let linked = app.process().report(report).map_or(&[][..], |link| &link.next_sessions);
    let named = app.followups_of(report).iter().flat_map(|followup| &followup.sessions);
    let mut columns: Vec<u32> = linked.iter().chain(named).copied().collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// The follow-up of a row.
#[must_use]
pub fn followup(app: &App, at: usize) -> Option<(Reference, &FollowUp)> {
    let symbol = app.desk.report.as_ref()?;
    let followup = app.followups_of(symbol).get(at)?;
    Some((Reference { symbol: symbol.clone(), address: followup.step.clone() }, followup))
}

/// The words of a step from its verb on: what tells it from its neighbours in a narrow column.
#[must_use]
pub fn gist<'a>(app: &'a App, step: &Reference, followup: &FollowUp) -> &'a str {
    let block = app.shelf.get(&step.symbol, None).and_then(|document| document.block(&step.address));
    let text = block.map_or("", |block| block.text.as_str());
    let start = followup.verb.as_ref().map_or(0, |verb| verb.span.start);
    text.get(start..).unwrap_or(text)
}

/// How far a session has come with what the report wants discussed at it.
#[must_use]
pub fn progress(app: &App, session: u32) -> Progress {
    let named = rows(app).into_iter().filter_map(|at| followup(app, at));
    let steps: Vec<Reference> =
        named.filter(|(_, followup)| followup.sessions.contains(&session)).map(|(step, _)| step).collect();
    app.tracker.progress(session, &steps)
}

/// Chooses the row of the step one is at and the column of the session one works for.
pub fn select_here(app: &mut App) {
    let rows = rows(app);
    if let Some(row) = chosen_row(app, &rows) {
        app.board.list.select(row, rows.len());
    }
    choose_column(app);
}

/// The row of the step one is at. There is one current step, and every key of the tracker means it.
#[must_use]
pub fn chosen_row(app: &App, rows: &[usize]) -> Option<usize> {
    let step = place::step_here(app)?;
    rows.iter().position(|at| followup(app, *at).is_some_and(|(of, _)| of == step))
}

/// Goes to the first step of the open item's section that the matrix shows; stays where there is none.
pub fn to_section(app: &mut App) {
    let rows = rows(app);
    let own = rows.iter().position(|at| agenda::steps(app, app.desk.item).any(|(own, _)| own == *at));
    if let Some(own) = own {
        app.board.list.select(own, rows.len());
        show_chosen(app);
    }
}

fn choose_column(app: &mut App) {
    let session = app.desk.session;
    if let Some(column) = columns(app).iter().position(|column| Some(*column) == session) {
        app.board.column = column;
    }
}

/// Gives the tracker the keys, on the step one is at, else on the first of the section one is in.
pub fn enter(app: &mut App) {
    app.board.came_from = app.focus;
    app.focus = Pane::Tracker;
    if place::step_here(app).is_some() {
        select_here(app);
    } else {
        to_section(app);
    }
    choose_column(app);
}

/// Moves the choice; the text follows.
pub fn step(app: &mut App, by: isize) {
    let len = rows(app).len();
    app.board.list.step(by, len);
    show_chosen(app);
}

fn show_chosen(app: &mut App) {
    let chosen = rows(app).get(app.board.list.selected).copied();
    let target = chosen.and_then(|at| followup(app, at)).map(|(step, _)| step);
    if let Some(target) = target {
        place::show(app, &target);
    }
}

/// Chooses another session.
pub fn sideways(app: &mut App, by: isize) {
    let columns = columns(app);
    let column = app.board.column.saturating_add_signed(by).min(columns.len().saturating_sub(1));
    app.board.column = column;
    if let Some(session) = columns.get(column) {
        app.desk.session = Some(*session);
    }
}

/// Chooses what is under a cell of the pane.
pub fn click(app: &mut App, line: usize, column: u16, width: u16) {
    if line < usize::from(HEAD) {
        return;
    }
    let row = app.board.list.top + line - usize::from(HEAD);
    let len = rows(app).len();
    if row >= len {
        return;
    }
    app.board.list.select(row, len);
    let cell = cell_width(app, width);
    let count = columns(app).len();
    let first = width.saturating_sub(cell * u16::try_from(count).unwrap_or(1));
    if column >= first && cell > 0 {
        let wanted = isize::try_from((column - first) / cell).unwrap_or(0);
        let current = isize::try_from(app.board.column).unwrap_or(0);
        sideways(app, wanted - current);
    }
    show_chosen(app);
}

/// Columns a cell of the matrix takes when the pane has `width` of them.
#[must_use]
pub fn cell_width(app: &App, width: u16) -> u16 {
    let count = u16::try_from(columns(app).len().max(1)).unwrap_or(1);
    (width / 2 / count).clamp(6, 22)
}

/// Sets the status of the step one is at (in the tracker: of the chosen cell) for the session one works for.
pub fn set_here(app: &mut App, call: &Call) -> Vec<Effect> {
    let Some((step, session)) = target(app) else { return Vec::new() };
    let now = app.tracker.status(&step, None, session);
    let status = match call.argument {
        Some("next") | None => now.next(),
        Some(name) => Status::from_name(name).unwrap_or(now),
    };
    set(app, (step, session), status, None, call.now)
}

/// Adds a remark to the status of the step one is at.
pub fn remark(app: &mut App, text: &str, now: &Now) -> Vec<Effect> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let Some((step, session)) = target(app) else { return Vec::new() };
    let status = app.tracker.status(&step, None, session);
    let effects = set(app, (step.clone(), session), status, Some(text.trim().to_owned()), now);
    let step = catalogue::label(app, &step);
    app.notice = Some(Notice::new("notice-remarked").with("step", step).with("session", session));
    effects
}

/// The step and the session a status would be set for; says why when there is none.
fn target(app: &mut App) -> Option<(Reference, u32)> {
    if !desk::may_write(app) {
        return None;
    }
    let columns = columns(app);
    let session = if app.focus == Pane::Tracker {
        columns.get(app.board.column).copied()
    } else {
        app.desk.session.filter(|session| columns.contains(session)).or_else(|| columns.first().copied())
    };
    let step = place::step_here(app).filter(|step| Some(&step.symbol) == app.desk.report.as_ref());
    let found = step.zip(session);
    if found.is_none() {
        app.notice = Some(Notice::new("notice-no-step"));
    }
    found
}

fn set(
    app: &mut App,
    (step, session): (Reference, u32),
    status: Status,
    remark: Option<String>,
    now: &Now,
) -> Vec<Effect> {
    let mark = Mark { status, remark, ..Mark::default() };
    let act = app.tracker.set((&step, None, session), mark, &app.author, now);
    app.tracker.add(act.clone());
    app.undo.remember(Done::Set(vec![act.id]));
    let status = app.locale.say(&format!("status-{}", status.name()));
    let step = catalogue::label(app, &step);
    app.notice =
        Some(Notice::new("notice-status").with("step", step).with("status", status).with("session", session));
    agenda::select_here(app);
    vec![Effect::Append(Box::new(act))]
}

/// Keeps the chosen row on screen.
pub fn settle(app: &mut App) {
    let len = rows(app).len();
    app.board.column = app.board.column.min(columns(app).len().saturating_sub(1));
    if let Some(content) = app.layout.content(Pane::Tracker) {
        app.board.list.reveal(content.height.saturating_sub(HEAD).into(), len);
    }
}
