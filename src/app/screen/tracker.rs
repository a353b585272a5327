//! The tracker pane: what the report wants discussed, session by session, and how far it has come.

pub mod beside;
pub mod choose;
pub mod cover;
pub mod details;
pub mod marks;
pub mod seen;

use std::collections::BTreeSet;

use crate::app::layout::Pane;
use crate::app::screen::{agenda, picker};
use crate::app::verb::Verb;
use crate::app::{App, place};
use crate::base::list::List;
use crate::board::{Board, Progress, Subject, View, ViewLine};
use crate::followup::FollowUp;
use crate::model::Reference;

pub use marks::{STATUSES, set_here};
pub use seen::{Seen, refresh};

/// The state of the pane.
#[derive(Debug, Clone)]
pub struct State {
    /// The chosen line.
    pub list: List,
    /// The chosen column.
    pub column: usize,
    /// The pane that had the keys before.
    pub came_from: Pane,
    /// How one wants to see the rows.
    pub view: View,
    /// Whether only steps on which there is nothing are shown.
    pub uncovered: bool,
    /// The topic one has chosen, where it is words of its step and no passage of its own.
    pub topic: Option<Subject>,
    /// The rows the next status, remark or evidence is for, instead of the one one is at.
    pub marked: BTreeSet<Subject>,
    /// What is shown.
    pub seen: Seen,
}

impl Default for State {
    fn default() -> Self {
        Self {
            list: List::default(),
            column: 0,
            came_from: Pane::Agenda,
            view: View::default(),
            uncovered: false,
            topic: None,
            marked: BTreeSet::new(),
            seen: Seen::default(),
        }
    }
}

/// The verbs of the pane.
pub const VERBS: &[Verb] = &[
    Verb::new("tracker", "status", set_here).with(STATUSES),
    Verb::new("tracker", "remark", |app, _| marks::ask_remark(app)),
    Verb::new("tracker", "evidence", |app, _| marks::ask_evidence(app)),
    Verb::new("tracker", "history", |app, _| picker::open(app, picker::Purpose::History)),
    Verb::new("tracker", "mark", |app, _| marks::toggle(app)),
    Verb::new("tracker", "mark-all", |app, _| marks::toggle_all(app)),
    Verb::new("tracker", "filter", |app, _| picker::open(app, picker::Purpose::Filter)),
    Verb::new("tracker", "filter-clear", |app, _| choose::clear(app)),
    Verb::new("tracker", "uncovered", |app, _| choose::toggle_uncovered(app)),
    Verb::new("tracker", "standing", |app, _| choose::toggle_standing(app)),
    Verb::new("tracker", "group", |app, _| picker::open(app, picker::Purpose::Grouping)),
    Verb::new("tracker", "sort", |app, _| choose::sort(app)),
    Verb::new("tracker", "beside", |app, _| beside::open(app)),
];

/// Rows of the pane above the first line of the matrix.
pub const HEAD: u16 = 1;

/// The board of the report, when it has steps.
#[must_use]
pub fn board(app: &App) -> Option<&Board> {
    app.board.seen.board.as_deref()
}

/// The lines as one wants to see them.
#[must_use]
pub fn lines(app: &App) -> &[ViewLine] {
    &app.board.seen.lines
}

/// The sessions that are columns.
#[must_use]
pub fn columns(app: &App) -> &[u32] {
    &app.board.seen.columns
}

/// How far the session of a column has come with what is due at it.
#[must_use]
pub fn progress(app: &App, column: usize) -> Option<&Progress> {
    app.board.seen.progress.get(column)
}

/// A follow-up of the report, by its place.
#[must_use]
pub fn followup(app: &App, at: usize) -> Option<(Reference, &FollowUp)> {
    let symbol = app.desk.report.as_ref()?;
    let followup = app.followups_of(symbol).get(at)?;
    Some((Reference { symbol: symbol.clone(), address: followup.step.clone() }, followup))
}

/// The row one is at: the topic whose passage it is, or that was chosen last of the step; else the step.
///
/// There is one current row, and every key of the tracker means it.
#[must_use]
pub fn row_here(app: &App) -> Option<usize> {
    let board = board(app)?;
    let at = place::here(app);
    let step = board.find(&place::step_here(app)?, None)?;
    let of_passage = |row: &usize| {
        let passage = board.passage(*row).address;
        passage != board.followup(*row).step && passage.covers(&at.address)
    };
    let chosen = || {
        let topic = app.board.topic.as_ref().filter(|_| app.focus == Pane::Tracker)?;
        board.find(&topic.step, topic.topic.as_deref()).filter(|row| board.parent(*row) == step)
    };
    board.topics(step).find(of_passage).or_else(chosen).or(Some(step))
}

/// The line of the row one is at, if it is shown.
#[must_use]
pub fn chosen_line(app: &App) -> Option<usize> {
    let line = app.board.list.selected;
    let row = row_here(app)?;
    (lines(app).get(line)?.row() == Some(row)).then_some(line)
}

/// Chooses the line of the row one is at and the column of the session one works for.
pub fn select_here(app: &mut App) {
    let step = place::step_here(app);
    if app.board.topic.as_ref().is_some_and(|topic| Some(&topic.step) != step.as_ref()) {
        app.board.topic = None;
    }
    refresh(app);
    choose_line(app);
    choose_column(app);
}

/// A row that stands under several headings keeps the line that was chosen.
fn choose_line(app: &mut App) {
    let Some(row) = row_here(app).filter(|_| chosen_line(app).is_none()) else { return };
    let parent = board(app).map_or(row, |board| board.parent(row));
    let line = |row| lines(app).iter().position(|line| line.row() == Some(row));
    if let Some(line) = line(row).or_else(|| line(parent)) {
        let len = lines(app).len();
        app.board.list.select(line, len);
    }
}

/// Goes to the first step of the open item's section that is shown; stays where there is none.
pub fn to_section(app: &mut App) {
    refresh(app);
    let Some(board) = board(app) else { return };
    let own = |row: usize| {
        let of = board.rows[row].followup;
        agenda::steps(app, app.desk.item).any(|(own, _)| own == of)
    };
    if let Some(line) = lines(app).iter().position(|line| line.row().is_some_and(own)) {
        let len = lines(app).len();
        app.board.list.select(line, len);
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

/// Moves the choice; the text follows. Headings are passed over.
pub fn step(app: &mut App, by: isize) {
    refresh(app);
    let len = lines(app).len();
    // Where the chosen row has just gone out of sight, another stands in its place already.
    let gone = chosen_line(app).is_none() && by == 1;
    app.board.list.step(if gone { 0 } else { by }, len);
    pass_headings(app, by);
    show_chosen(app);
}

fn pass_headings(app: &mut App, by: isize) {
    let at = app.board.list.selected;
    let is_row = |line: &usize| lines(app).get(*line).is_some_and(|line| line.row().is_some());
    let (after, before) = (at..lines(app).len(), 0..=at);
    let found = if by < 0 {
        before.rev().find(is_row).or_else(|| after.clone().find(is_row))
    } else {
        after.clone().find(is_row).or_else(|| before.rev().find(is_row))
    };
    if let Some(line) = found {
        app.board.list.selected = line;
    }
}

fn show_chosen(app: &mut App) {
    let Some(board) = board(app) else { return };
    let Some(row) = lines(app).get(app.board.list.selected).and_then(ViewLine::row) else { return };
    let (passage, subject) = (board.passage(row), board.subject(row));
    let step = passage == subject.step && subject.topic.is_some();
    app.board.topic = step.then_some(subject);
    place::show(app, &passage);
}

/// Chooses another session.
pub fn sideways(app: &mut App, by: isize) {
    refresh(app);
    let last = columns(app).len().saturating_sub(1);
    let column = app.board.column.saturating_add_signed(by).min(last);
    app.board.column = column;
    if let Some(session) = columns(app).get(column) {
        app.desk.session = Some(*session);
    }
}

/// Chooses what is under a cell of the pane.
pub fn click(app: &mut App, line: usize, column: u16, width: u16) {
    if line < usize::from(HEAD) {
        return;
    }
    let line = app.board.list.top + line - usize::from(HEAD);
    if lines(app).get(line).and_then(ViewLine::row).is_none() {
        return;
    }
    app.board.list.selected = line;
    let shape = Shape::of(app, width);
    if column >= shape.left + shape.date && shape.cell > 0 {
        let wanted = shape.first + usize::from((column - shape.left - shape.date) / shape.cell);
        app.board.column = wanted;
        sideways(app, 0);
    }
    show_chosen(app);
}

/// How the width of the matrix is shared out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Columns for the words.
    pub left: u16,
    /// Columns for the deadline; none where no step has one, or there is no room.
    pub date: u16,
    /// Columns for a session.
    pub cell: u16,
    /// The first session on screen.
    pub first: usize,
    /// How many sessions are on screen.
    pub shown: usize,
}

impl Shape {
    /// The narrowest column that still tells words from one another.
    const LEFT: u16 = 18;

    /// The shape of a matrix so many columns wide; the chosen session is always on screen.
    #[must_use]
    pub fn of(app: &App, width: u16) -> Self {
        let count = columns(app).len();
        let dated = || {
            let mut steps = board(app).into_iter().flat_map(|board| board.followups.iter());
            steps.any(|followup| followup.deadlines().any(|deadline| deadline.date.is_some()))
        };
        let date = if width >= 60 && dated() { 10 } else { 0 };
        let cell = (width / 2 / u16::try_from(count.max(1)).unwrap_or(u16::MAX)).clamp(6, 17);
        let room = usize::from(width.saturating_sub(Self::LEFT + date) / cell).max(1);
        let shown = count.min(room);
        let first = app.board.column.saturating_sub(shown.saturating_sub(1)).min(count - shown);
        let cells = cell * u16::try_from(shown).unwrap_or(0);
        Self { left: width.saturating_sub(cells + date), date, cell, first, shown }
    }
}

/// Works out what is shown and keeps the chosen line on screen.
pub fn settle(app: &mut App) {
    refresh(app);
    choose_line(app);
    app.board.column = app.board.column.min(columns(app).len().saturating_sub(1));
    let len = lines(app).len();
    if let Some(content) = app.layout.content(Pane::Tracker) {
        app.board.list.reveal(content.height.saturating_sub(HEAD).into(), len);
    }
}
