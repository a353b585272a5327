//! Moving the cursor: by character, word, row and page, and with the mouse.

use crate::app::editor::Editor;
use crate::base::text::{next_grapheme, prev_grapheme};

/// A way to move the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// One character to the left.
    Left,
    /// One character to the right.
    Right,
    /// To the start of the word, or of the one before.
    WordLeft,
    /// To the end of the word, or of the one after.
    WordRight,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To the start of the row.
    Home,
    /// To the end of the row.
    End,
    /// One page up: one row less than there are on screen.
    PageUp,
    /// One page down: one row less than there are on screen.
    PageDown,
    /// To the start of the text.
    First,
    /// To the end of the text.
    Last,
}

impl Move {
    /// All moves.
    pub const ALL: [Self; 12] = [
        Self::Left,
        Self::Right,
        Self::WordLeft,
        Self::WordRight,
        Self::Up,
        Self::Down,
        Self::Home,
        Self::End,
        Self::PageUp,
        Self::PageDown,
        Self::First,
        Self::Last,
    ];
}

impl Editor {
    /// Moves the cursor. With `extend` the selection extends to the new place; without it the selection is removed.
    pub fn go(&mut self, to: Move, extend: bool) {
        let place = match (to, self.selection().filter(|_| !extend)) {
            (Move::Left, Some(selection)) => selection.start,
            (Move::Right, Some(selection)) => selection.end,
            _ => self.target(to),
        };
        let goal = match to {
            Move::Up | Move::Down | Move::PageUp | Move::PageDown => Some(self.goal_column()),
            _ => None,
        };
        self.move_to(place, extend);
        self.goal = goal;
    }

    /// Moves the cursor to a cell of the pane; `row` is counted from the first row on screen.
    pub fn click(&mut self, row: usize, column: usize, extend: bool) {
        let row = self.top.saturating_add(row).min(self.rows().len() - 1);
        let place = self.rows.place(&self.text, row, column);
        self.move_to(place, extend);
    }

    /// Selects the whole text.
    pub fn select_all(&mut self) {
        self.move_to(0, false);
        self.move_to(self.text.len(), true);
    }

    /// Removes the selection; the cursor stays.
    pub fn deselect(&mut self) {
        self.move_to(self.cursor, false);
    }

    fn move_to(&mut self, place: usize, extend: bool) {
        self.anchor = extend.then(|| self.anchor.unwrap_or(self.cursor));
        self.cursor = place;
        self.goal = None;
        self.history.end_run();
        self.reveal();
    }

    /// The place a move from the cursor goes to.
    pub(super) fn target(&self, to: Move) -> usize {
        let page = self.height.saturating_sub(1).max(1);
        let row = self.rows.row_of(self.cursor);
        match to {
            Move::Left => prev_grapheme(&self.text, self.cursor),
            Move::Right => next_grapheme(&self.text, self.cursor),
            Move::WordLeft => self.word_left(),
            Move::WordRight => self.word_right(),
            Move::Up => self.in_row(row.checked_sub(1)),
            Move::Down => self.in_row(Some(row + 1)),
            Move::PageUp => self.in_row(Some(row.saturating_sub(page))),
            Move::PageDown => self.in_row(Some((row + page).min(self.rows().len() - 1))),
            Move::Home => self.rows()[row].start,
            Move::End => self.rows.row_end(&self.text, row),
            Move::First => 0,
            Move::Last => self.text.len(),
        }
    }

    fn goal_column(&self) -> usize {
        self.goal.unwrap_or_else(|| self.cursor_cell().1)
    }

    /// The place at the goal column in a row; the place of the cursor if there is no such row.
    fn in_row(&self, row: Option<usize>) -> usize {
        match row.filter(|row| *row < self.rows().len()) {
            Some(row) => self.rows.place(&self.text, row, self.goal_column()),
            None => self.cursor,
        }
    }

    fn word_left(&self) -> usize {
        let step = |at: usize| (at > 0).then(|| prev_grapheme(&self.text, at));
        let before = |at: usize| step(at).map(|place| (place, self.is_word(place)));
        let mut at = self.cursor;
        while let Some((place, false)) = before(at) {
            at = place;
        }
        while let Some((place, true)) = before(at) {
            at = place;
        }
        at
    }

    fn word_right(&self) -> usize {
        let mut at = self.cursor;
        while at < self.text.len() && !self.is_word(at) {
            at = next_grapheme(&self.text, at);
        }
        while at < self.text.len() && self.is_word(at) {
            at = next_grapheme(&self.text, at);
        }
        at
    }

    /// Whether the character at a place is a letter or a digit.
    fn is_word(&self, at: usize) -> bool {
        self.text[at..].starts_with(char::is_alphanumeric)
    }
}
