//! The tracker pane: the next steps of the report with their topics, and the status of each at each session.

pub mod beside;
pub mod cached;
pub mod choose;
pub mod coverage;
pub mod details;
pub mod facets;
pub mod history;
pub mod marks;
pub mod options;
pub mod shape;

use std::collections::BTreeSet;

use crate::app::context::Context;
use crate::app::layout::Pane;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::Overlay;
use crate::app::pane::{Content, PaneCell};
use crate::app::screen::agenda;
use crate::base::list::List;
use crate::board::{Board, Progress, Subject, ViewLine};
use crate::model::Reference;

pub use cached::CachedBoard;
pub use marks::STATUSES;
pub use options::Options;
pub use shape::Shape;

/// The state of the pane. The session is not part of it: all panes share the one of the desk.
#[derive(Debug, Clone)]
pub struct State {
    /// The chosen line.
    pub list: List,
    /// The pane that had the focus before.
    pub came_from: Pane,
    /// Which rows are shown, in which groups and in which order.
    pub options: Options,
    /// The chosen topic, if it is part of the text of its step; `None` if it is a passage of its own, which the desk
    /// remembers.
    pub topic: Option<Subject>,
    /// The passage, outside of the steps of the report, at which the delegate entered the pane, and the row chosen there.
    entered: Option<(Reference, Subject)>,
    /// The rows that get the next status, remark or evidence instead of the current one.
    pub marked: BTreeSet<Subject>,
    /// What is shown, computed from the report, the workspace and the options.
    pub cached: CachedBoard,
}

impl Default for State {
    fn default() -> Self {
        Self {
            list: List::default(),
            came_from: Pane::Agenda,
            options: Options::default(),
            topic: None,
            entered: None,
            marked: BTreeSet::new(),
            cached: CachedBoard::default(),
        }
    }
}

/// Rows of the pane above the first line of the matrix.
pub const HEAD: u16 = 1;

impl State {
    /// The steps and topics of the report; `None` if it has none.
    #[must_use]
    pub fn board(&self) -> Option<&Board> {
        self.cached.board.as_deref()
    }

    /// The lines shown.
    #[must_use]
    pub fn lines(&self) -> &[ViewLine] {
        &self.cached.lines
    }

    /// The sessions that are columns.
    #[must_use]
    pub fn columns(&self) -> &[u32] {
        &self.cached.columns
    }

    /// The number of rows with each status, of those due at the session of a column.
    #[must_use]
    pub fn progress(&self, column: usize) -> Option<&Progress> {
        self.cached.progress.get(column)
    }

    /// The session whose statuses are shown and set: the one the delegate works for if it is a column, else the first
    /// column; `None` if there are no columns.
    #[must_use]
    pub fn session(&self, context: &Context) -> Option<u32> {
        self.cached.session(context)
    }

    /// The column of that session; 0 if there are no columns.
    #[must_use]
    pub fn column(&self, context: &Context) -> usize {
        let session = self.session(context);
        self.columns().iter().position(|column| Some(*column) == session).unwrap_or(0)
    }

    /// Computes again the values whose basis has changed.
    pub fn refresh(&mut self, context: &Context) {
        self.cached.refresh(&self.options, context);
    }

    /// Computes everything again at the next [`State::refresh`].
    pub fn invalidate(&mut self) {
        self.cached = CachedBoard::default();
    }

    /// The current row, the same for every verb of the tracker: the topic that is the current passage, else the topic
    /// chosen last of the current step, else the step. Outside of the steps of the report it is `None`, unless the delegate
    /// has entered the pane at this passage: then it is the row chosen there.
    #[must_use]
    pub fn row_here(&self, context: &Context) -> Option<usize> {
        let board = self.board()?;
        let at = context.passage();
        let Some(step) = context.here().step() else { return self.row_entered(context) };
        let step = board.find(&step, None)?;
        let of_passage = |row: &usize| {
            let passage = board.passage(*row).address;
            passage != board.followup(*row).step && passage.covers(&at.address)
        };
        let chosen = || {
            let topic = self.topic.as_ref().filter(|_| context.focus == Pane::Tracker)?;
            board.find(&topic.step, topic.topic.as_deref()).filter(|row| board.parent(*row) == step)
        };
        board.topics(step).find(of_passage).or_else(chosen).or(Some(step))
    }

    /// The row chosen when the delegate entered the pane, if that was at the current passage.
    fn row_entered(&self, context: &Context) -> Option<usize> {
        let (passage, chosen) = self.entered.as_ref().filter(|_| context.focus == Pane::Tracker)?;
        self.board()?.find(&chosen.step, chosen.topic.as_deref()).filter(|_| *passage == context.passage())
    }

    /// The line of the current row; `None` if that is not the chosen line.
    #[must_use]
    pub fn chosen_line(&self, context: &Context) -> Option<usize> {
        let line = self.list.selected;
        let row = self.row_here(context)?;
        (self.lines().get(line)?.row() == Some(row)).then_some(line)
    }

    /// Chooses the line of the current row.
    pub fn select_here(&mut self, context: &Context) {
        let step = context.here().step();
        if self.topic.as_ref().is_some_and(|topic| Some(&topic.step) != step.as_ref()) {
            self.topic = None;
        }
        self.refresh(context);
        self.choose_line(context);
    }

    /// Chooses a line of the current row. A row shown under several headings keeps the line that was chosen.
    fn choose_line(&mut self, context: &Context) {
        let Some(row) = self.row_here(context).filter(|_| self.chosen_line(context).is_none()) else {
            return;
        };
        let parent = self.board().map_or(row, |board| board.parent(row));
        let line = |row| self.lines().iter().position(|line| line.row() == Some(row));
        if let Some(line) = line(row).or_else(|| line(parent)) {
            self.list.select(line, self.cached.lines.len());
        }
    }

    /// If a heading is chosen, chooses the nearest row in the direction of `by`, or else in the other direction.
    fn skip_headings(&mut self, by: isize) {
        let at = self.list.selected;
        let lines = self.lines();
        let is_row = |line: &usize| lines.get(*line).is_some_and(|line| line.row().is_some());
        let (mut after, mut before) = (at..lines.len(), (0..=at).rev());
        let found = if by < 0 {
            before.find(is_row).or_else(|| after.find(is_row))
        } else {
            after.find(is_row).or_else(|| before.find(is_row))
        };
        self.list.selected = found.unwrap_or(at);
    }

    /// Chooses the line of the first step shown of the section of the open agenda item, and returns its row; `None` if there
    /// is none.
    fn choose_item(&mut self, context: &Context) -> Option<usize> {
        self.refresh(context);
        let board = self.board()?;
        let is_own = |row: usize| {
            let of = board.rows[row].followup;
            agenda::steps(context, context.desk.item).any(|(own, _)| own == of)
        };
        let rows = self.lines().iter().map(ViewLine::row).enumerate();
        let (line, row) = rows.filter_map(|(line, row)| Some((line, row?))).find(|(_, row)| is_own(*row))?;
        self.list.select(line, self.cached.lines.len());
        Some(row)
    }

    /// Shows the passage of the chosen row.
    fn show_chosen(&mut self) -> Outcome {
        let chosen = self.lines().get(self.list.selected).and_then(ViewLine::row);
        let Some((board, row)) = self.board().zip(chosen) else { return Outcome::none() };
        let (passage, subject) = (board.passage(row), board.subject(row));
        let is_in_step = passage == subject.step && subject.topic.is_some();
        self.topic = is_in_step.then_some(subject);
        Outcome::of(Intent::Show(passage))
    }

    /// Works for the session of a column; for the last one if there are fewer.
    fn work_for(&self, column: usize) -> Outcome {
        let session = self.columns().get(column).or(self.columns().last());
        session.map_or_else(Outcome::none, |session| Outcome::of(Intent::WorkFor(*session)))
    }
}

impl Content for State {
    /// Goes to the first step shown of the section of the open agenda item; stays if there is none.
    fn to_item(&mut self, context: &Context) -> Outcome {
        if self.choose_item(context).is_some() { self.show_chosen() } else { Outcome::none() }
    }

    /// After the focus moved to the pane: chooses the line of the current step, or that of the first one of the current
    /// section. The text beside it stays where it is.
    fn enter(&mut self, context: &Context, from: Pane) -> Outcome {
        self.came_from = from;
        if context.here().step().is_some() {
            self.select_here(context);
        } else {
            let chosen = self.choose_item(context).zip(self.board());
            self.entered = chosen.map(|(row, board)| (context.passage(), board.subject(row)));
        }
        Outcome::none()
    }

    /// Moves the choice by `by` lines, past headings, and shows the passage of the row.
    fn step(&mut self, context: &Context, by: isize) -> Outcome {
        self.refresh(context);
        // If a filter has just hidden the current row, the next one is on its line already.
        let is_hidden = self.chosen_line(context).is_none() && by == 1;
        self.list.step(if is_hidden { 0 } else { by }, self.cached.lines.len());
        self.skip_headings(by);
        self.show_chosen()
    }

    /// Works for the session `by` columns further.
    fn sideways(&mut self, context: &Context, by: isize) -> Option<Outcome> {
        self.refresh(context);
        Some(self.work_for(self.column(context).saturating_add_signed(by)))
    }

    /// Chooses the row and the session under a cell of the pane.
    fn click(&mut self, context: &Context, cell: PaneCell) -> Outcome {
        let Some(below) = cell.line.checked_sub(HEAD.into()) else { return Outcome::none() };
        let line = self.list.top + below;
        if self.lines().get(line).and_then(ViewLine::row).is_none() {
            return Outcome::none();
        }
        self.list.selected = line;
        let column = Shape::of(self, context, cell.width).session_at(cell.column);
        let session = column.map_or_else(Outcome::none, |column| self.work_for(column));
        session.then(self.show_chosen())
    }

    /// Shows the current row in full.
    fn open(&mut self, _: &Context) -> Outcome {
        Outcome::of(Intent::Open(Overlay::Details))
    }

    /// Removes the marks; without any, moves the focus back to the pane that had it before.
    fn cancel(&mut self, _: &Context) -> Outcome {
        if self.marked.is_empty() {
            return Outcome::of(Intent::Focus(self.came_from));
        }
        self.marked.clear();
        Outcome::none()
    }

    /// Computes what is shown and keeps the chosen line on screen.
    fn settle(&mut self, context: &Context) {
        self.refresh(context);
        self.choose_line(context);
        if let Some(content) = context.content(Pane::Tracker) {
            self.list.reveal(content.height.saturating_sub(HEAD).into(), self.cached.lines.len());
        }
    }

    fn hints(&self, _: &Context) -> &'static [&'static str] {
        &["status", "filter", "help", "open", "evidence", "remark", "mark", "undo"]
    }
}
