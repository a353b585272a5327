//! Moving the cursor: by character, word, row and page, and with the mouse.

use crate::app::editor::Editor;
use crate::base::text::{grapheme_boundary, next_grapheme, prev_grapheme};

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
    /// To the start of the word after the cursor, as in vi.
    NextWord,
    /// To the last character of the word, or of the one after, as in vi.
    WordLast,
    /// To the start of the line, which may take several rows.
    LineStart,
    /// To the first character of the line that is not a space.
    LineText,
    /// To the end of the line.
    LineEnd,
}

impl Move {
    /// All moves.
    pub const ALL: [Self; 17] = [
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
        Self::NextWord,
        Self::WordLast,
        Self::LineStart,
        Self::LineText,
        Self::LineEnd,
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
            Move::WordLeft => self.word_left(self.cursor),
            Move::WordRight => self.word_right(self.cursor),
            Move::Up => self.in_row(row.checked_sub(1)),
            Move::Down => self.in_row(Some(row + 1)),
            Move::PageUp => self.in_row(Some(row.saturating_sub(page))),
            Move::PageDown => self.in_row(Some((row + page).min(self.rows().len() - 1))),
            Move::Home => self.rows()[row].start,
            Move::End => self.rows.row_end(&self.text, row),
            Move::First => 0,
            Move::Last => self.text.len(),
            Move::NextWord => self.next_word(self.cursor),
            Move::WordLast => self.word_last(self.cursor),
            Move::LineStart => self.paragraph().start,
            Move::LineText => self.line_text(),
            Move::LineEnd => self.paragraph().end,
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

    /// The start of the word before a place, or of the one it is in.
    pub(super) fn word_left(&self, from: usize) -> usize {
        let step = |at: usize| (at > 0).then(|| prev_grapheme(&self.text, at));
        let before = |at: usize| step(at).map(|place| (place, self.is_word(place)));
        let mut at = from;
        while let Some((place, false)) = before(at) {
            at = place;
        }
        while let Some((place, true)) = before(at) {
            at = place;
        }
        at
    }

    /// The end of the word after a place, or of the one it is in.
    pub(super) fn word_right(&self, from: usize) -> usize {
        let mut at = from;
        while at < self.text.len() && !self.is_word(at) {
            at = next_grapheme(&self.text, at);
        }
        while at < self.text.len() && self.is_word(at) {
            at = next_grapheme(&self.text, at);
        }
        at
    }

    /// The start of the word after the one at a place.
    pub(super) fn next_word(&self, from: usize) -> usize {
        let mut at = from;
        while at < self.text.len() && self.is_word(at) {
            at = next_grapheme(&self.text, at);
        }
        while at < self.text.len() && !self.is_word(at) {
            at = next_grapheme(&self.text, at);
        }
        at
    }

    /// The last character of the word after a place, or of the one it is in unless the place is there already.
    fn word_last(&self, from: usize) -> usize {
        let end = self.word_right(next_grapheme(&self.text, from));
        prev_grapheme(&self.text, end).max(from)
    }

    fn line_text(&self) -> usize {
        let line = self.paragraph();
        let words = line.of(&self.text);
        let start = line.start + words.len() - words.trim_start_matches([' ', '\t']).len();
        // A mark may follow the last space and belong to it.
        grapheme_boundary(&self.text, start)
    }

    /// Whether the cursor is after the last character of its line.
    #[must_use]
    pub fn is_at_line_end(&self) -> bool {
        self.cursor == self.paragraph().end
    }

    /// Whether the character at a place is a letter or a digit.
    fn is_word(&self, at: usize) -> bool {
        self.text[at..].starts_with(char::is_alphanumeric)
    }
}
