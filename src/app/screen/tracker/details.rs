//! One row of the tracker in full: its text, what was read from it, its status at each session, history and notes.

mod entries;

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::draft::Draft;
use crate::app::event::{Mouse, Pointer};
use crate::app::layout::{Pane, Rect};
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::choice::ScreenLanguages;
use crate::app::screen::tracker;
use crate::base::Span;
use crate::base::list::List;
use crate::board::Board;
use crate::model::Reference;
use crate::typeset::wrap;

/// One statement about the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetailEntry {
    /// Whether it is a title over the entries that follow.
    pub title: bool,
    /// The text.
    pub text: String,
    /// The passage Enter goes to.
    pub target: Option<Reference>,
}

impl DetailEntry {
    /// By how many columns its text is indented, beside the sign of the chosen line.
    #[must_use]
    pub fn indent(&self) -> u16 {
        if self.title { 0 } else { 2 }
    }
}

/// The state of the view.
#[derive(Debug, Clone)]
pub struct State {
    /// The statements about the row.
    pub entries: Vec<DetailEntry>,
    /// The same in lines.
    pub lines: Vec<DetailLine>,
    /// The chosen line.
    pub list: List,
    board: Arc<Board>,
    /// The row, as an index into the rows of the board.
    row: usize,
    /// The languages the entries were written for.
    languages: ScreenLanguages,
    /// The width the lines were wrapped at; 0 before the first time.
    width: u16,
}

/// A line of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DetailLine {
    /// The entry, as an index into [`State::entries`].
    pub entry: usize,
    /// The part of its text that is on the line.
    pub span: Span,
}

impl tracker::State {
    /// The current row in full; `None` if there is no such row.
    #[must_use]
    pub fn details(&mut self, context: &Context) -> Option<State> {
        self.refresh(context);
        let row = self.row_here(context)?;
        Some(State::new(context, self.cached.board.clone()?, row))
    }
}

/// The rectangle of the view: on a wide terminal beside the matrix, in place of the text; else over all panes.
#[must_use]
pub fn area(context: &Context) -> Rect {
    let main = context.layout.main;
    let is_beside = context.focus == Pane::Tracker && main.width >= 100;
    context.layout.pane(Pane::Reader).filter(|_| is_beside).unwrap_or(main)
}

impl State {
    fn new(context: &Context, board: Arc<Board>, row: usize) -> Self {
        Self {
            entries: entries::of(context, &board, row),
            lines: Vec::new(),
            list: List::default(),
            board,
            row,
            languages: ScreenLanguages::of(context),
            width: 0,
        }
    }

    /// Moves the choice by `by` lines.
    pub fn step(&mut self, by: isize) {
        self.list.step(by, self.lines.len());
    }

    /// Goes to the passage of the chosen line and closes the view; if the library does not have the passage, the view
    /// stays open.
    #[must_use]
    pub fn follow(&self, context: &Context) -> Outcome {
        let line = self.lines.get(self.list.selected);
        let entry = line.and_then(|line| self.entries.get(line.entry));
        let Some(target) = entry.and_then(|entry| entry.target.clone()) else {
            return Outcome::notify(Notice::new("notice-leads-nowhere"));
        };
        let closes = is_in_library(context, &target);
        let outcome = Outcome::of(Intent::Read(target));
        if closes { outcome.and(Intent::Close) } else { outcome }
    }

    /// Chooses the line at row `row` of the view; if it was chosen already, follows it.
    fn click(&mut self, context: &Context, row: usize) -> Outcome {
        let line = self.list.top + row;
        let is_second = self.list.selected == line;
        self.list.select(line, self.lines.len());
        if is_second { self.follow(context) } else { Outcome::none() }
    }

    /// Wraps the entries at a new width; the chosen entry stays chosen.
    fn wrap(&mut self, width: u16) {
        let chosen = self.lines.get(self.list.selected).map(|line| line.entry);
        let lines = |(at, entry): (usize, &DetailEntry)| -> Vec<DetailLine> {
            let room = usize::from(width.saturating_sub(entry.indent() + 2)).max(1);
            wrap(&entry.text, room).into_iter().map(|span| DetailLine { entry: at, span }).collect()
        };
        self.width = width;
        self.lines = self.entries.iter().enumerate().flat_map(lines).collect();
        let line = self.lines.iter().position(|line| Some(line.entry) == chosen);
        self.list.selected = line.unwrap_or(0);
    }
}

/// Whether the library has a passage; a document without a title of its own begins with its first passage.
fn is_in_library(context: &Context, passage: &Reference) -> bool {
    context.library.shelf.destination(passage, context.reading()).is_some()
}

/// The board of a report in the language the delegate reads now, and the row that is about the same as a row of a board in
/// another one; `None` if there is no such row.
fn same_row(context: &Context, board: &Board, row: usize) -> Option<(Arc<Board>, usize)> {
    let followups = context.library.followups.get(&board.report, context.reading())?;
    let now = Board::new(&board.report, Arc::clone(followups), Some(context.process()));
    let found = now.find(&board.step(row), board.topic(row))?;
    Some((Arc::new(now), found))
}

impl Cover for State {
    fn scope(&self) -> &'static str {
        "details"
    }

    fn takes_global_keys(&self) -> bool {
        true
    }

    fn paste(&mut self, text: &str, _context: &Context) -> Outcome {
        Outcome::of(Intent::Close).and(Intent::Paste(text.to_owned()))
    }

    fn mouse(&mut self, pointer: Pointer, context: &Context) -> Outcome {
        let (area, column, row) = (area(context), pointer.column, pointer.row);
        let inside = area.inside();
        match pointer.action {
            Mouse::Wheel(by) => self.step(by),
            Mouse::Click if !area.holds(column, row) => return Outcome::of(Intent::Close),
            Mouse::Click if inside.holds(column, row) => {
                return self.click(context, usize::from(row - inside.y));
            }
            Mouse::Click => {}
        }
        Outcome::none()
    }

    fn settle(&mut self, context: &Context) {
        let inside = area(context).inside();
        if self.languages != ScreenLanguages::of(context) {
            // In another language the same row is read from another text.
            let same = same_row(context, &self.board, self.row);
            let (board, row) = same.unwrap_or_else(|| (Arc::clone(&self.board), self.row));
            *self = Self::new(context, board, row);
        }
        if self.width != inside.width {
            self.wrap(inside.width);
        }
        self.list.reveal(inside.height.into(), self.lines.len());
    }

    fn draft(&self) -> Option<&Draft> {
        None
    }

    fn draft_mut(&mut self) -> Option<&mut Draft> {
        None
    }

    fn hints(&self) -> &'static [&'static str] {
        &["open", "cancel", "down", "page-down"]
    }
}
