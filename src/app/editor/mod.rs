//! The note editor: a text, a cursor and what keys do to them; no terminal types.
//!
//! All changes of the text go through one function, which updates the rows, the cursor and the undo history.

mod edit;
mod lists;
mod motions;
mod moves;
mod rows;
mod undo;

pub use motions::{Extent, PutSide};
pub use moves::Move;

use crate::base::Span;
use rows::DisplayRows;
use undo::{Caret, Stroke, TextEdit, UndoHistory};

/// A text being edited. The cursor is always between two user-perceived characters.
#[derive(Debug, Clone)]
pub struct Editor {
    text: String,
    cursor: usize,
    /// The other end of the selection; `None` if nothing is selected.
    anchor: Option<usize>,
    /// The column that moves up and down try to keep.
    goal: Option<usize>,
    rows: DisplayRows,
    /// Rows on screen.
    height: usize,
    /// The first row on screen.
    top: usize,
    history: UndoHistory,
    /// How many bytes the text would have had with what was refused last.
    refused: Option<usize>,
}

impl Editor {
    /// An editor on a text, with the cursor at its end; line ends become line feeds.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = edit::line_feeds(text);
        let cursor = text.len();
        let rows = DisplayRows::of(&text, 80);
        let history = UndoHistory::default();
        let mut editor =
            Self { text, cursor, anchor: None, goal: None, rows, height: 24, top: 0, history, refused: None };
        editor.reveal();
        editor
    }

    /// The current text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether an insertion has been refused since this was asked last, as the text would be longer than
    /// [`TEXT_LIMIT`](crate::workspace::TEXT_LIMIT): how many bytes it would have.
    pub fn take_refused(&mut self) -> Option<usize> {
        self.refused.take()
    }

    /// The cursor, in bytes of the text.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Puts the cursor at a byte of the text, or at the end of a shorter one.
    pub fn place(&mut self, cursor: usize) {
        self.cursor = self.text.floor_char_boundary(cursor);
        self.reveal();
    }

    /// The selected part of the text; `None` if nothing is selected.
    #[must_use]
    pub fn selection(&self) -> Option<Span> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some(Span::new(anchor.min(self.cursor), anchor.max(self.cursor)))
    }

    /// Wraps the text for a pane of this size. One of its columns is reserved for a cursor after a full row.
    /// Does nothing if the size is the same; otherwise makes the cursor visible.
    pub fn resize(&mut self, columns: usize, height: usize) {
        let (columns, height) = (columns.max(2), height.max(1));
        if columns != self.rows.columns() {
            self.rows = DisplayRows::of(&self.text, columns);
            self.goal = None;
        } else if height == self.height {
            return;
        }
        self.height = height;
        self.reveal();
    }

    /// The rows of the text at the current width, in bytes, including line feeds and trailing spaces;
    /// `typeset::visible_part` gives the visible part of a row.
    #[must_use]
    pub fn rows(&self) -> &[Span] {
        self.rows.spans()
    }

    /// The first row on screen.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// The row of the cursor, counted from the start of the text, and its column in the pane.
    #[must_use]
    pub fn cursor_cell(&self) -> (usize, usize) {
        self.rows.cell(&self.text, self.cursor)
    }

    /// Scrolls without moving the cursor; the next key makes the cursor visible again.
    pub fn scroll(&mut self, by: isize) {
        let most = self.rows().len().saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(by).min(most);
    }

    /// Whether the text differs from what was last saved.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.history.is_dirty()
    }

    /// The current text has been saved.
    pub fn mark_saved(&mut self) {
        self.history.mark_saved();
    }

    /// A number that changes with every change of the text. Undo gives it its earlier value again.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.history.revision()
    }

    /// Undoes the last step. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some((edits, caret)) = self.history.undo() else { return false };
        for edit in edits.iter().rev() {
            self.put(edit.at, edit.inserted.len(), &edit.removed);
        }
        self.restore(caret);
        true
    }

    /// Redoes the step that was undone last. Returns whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some((edits, caret)) = self.history.redo() else { return false };
        for edit in &edits {
            self.put(edit.at, edit.removed.len(), &edit.inserted);
        }
        self.restore(caret);
        true
    }

    /// Replaces a part of the text so that it can be undone. All changes except undo and redo go through here.
    fn replace(&mut self, span: Span, with: &str, stroke: Stroke) {
        if span.is_empty() && with.is_empty() {
            self.reveal();
            return;
        }
        let before = self.caret();
        let removed = span.of(&self.text).to_owned();
        self.put(span.start, span.len(), with);
        // A combining mark may have merged with the character that is now before it.
        self.cursor = crate::base::text::grapheme_boundary(&self.text, span.start + with.len());
        (self.anchor, self.goal) = (None, None);
        let edit = TextEdit { at: span.start, removed, inserted: with.to_owned() };
        self.history.record(edit, stroke, before, self.caret());
        self.reveal();
    }

    fn put(&mut self, at: usize, length: usize, with: &str) {
        self.text.replace_range(at..at + length, with);
        self.rows.edited(&self.text, at, length, with.len());
    }

    fn caret(&self) -> Caret {
        Caret { cursor: self.cursor, anchor: self.anchor }
    }

    fn restore(&mut self, caret: Caret) {
        (self.cursor, self.anchor, self.goal) = (caret.cursor, caret.anchor, None);
        self.reveal();
    }

    /// Scrolls as little as needed to make the cursor visible.
    fn reveal(&mut self) {
        let row = self.rows.row_of(self.cursor);
        let last = self.rows().len().saturating_sub(self.height);
        self.top = self.top.min(row).min(last).max((row + 1).saturating_sub(self.height));
    }
}

#[cfg(test)]
mod tests;
