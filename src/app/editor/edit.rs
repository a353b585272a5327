//! Changing the text: typing, pasting, deleting, cutting.

use crate::app::editor::undo::Stroke;
use crate::app::editor::{Editor, Move};
use crate::base::Span;
use crate::base::text::next_grapheme;
use crate::workspace::TEXT_LIMIT;

impl Editor {
    /// Inserts text at the cursor, or replaces the selection: a typed character, or a paste.
    ///
    /// Line ends become line feeds and tabs stay; other control characters are left out. What would make the text
    /// too long is refused as a whole: see [`Editor::take_refused`].
    pub fn insert(&mut self, text: &str) {
        let text = clean(text);
        let typed = next_grapheme(&text, 0) == text.len();
        let stroke = match text.chars().next() {
            Some(c) if typed && c.is_whitespace() => Stroke::Space,
            Some(_) if typed => Stroke::Letter,
            _ => Stroke::Whole,
        };
        let span = if text.is_empty() { Span::at(self.cursor) } else { self.selection_or(self.cursor) };
        let size = self.text.len() - span.len() + text.len();
        if size > TEXT_LIMIT.max(self.text.len()) {
            self.refused = Some(size);
            return;
        }
        self.replace(span, &text, stroke);
    }

    /// Whether a text would be inserted as it is, and not be refused as too long.
    #[must_use]
    pub fn has_room_for(&self, text: &str) -> bool {
        let replaced = self.selection().map_or(0, |span| span.len());
        self.text.len() - replaced + text.len() <= TEXT_LIMIT.max(self.text.len())
    }

    /// Inserts words at the cursor, or instead of the selection, with spaces around them where words would touch;
    /// the cursor is after the words.
    pub fn insert_words(&mut self, words: &str) {
        let span = self.selection().unwrap_or(Span::at(self.cursor));
        let opens = |c: char| c.is_whitespace() || "([{«“\"'’-–—/".contains(c);
        let before = self.text[..span.start].chars().next_back().is_none_or(opens);
        let after = self.text[span.end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        let (before, after) = (if before { "" } else { " " }, if after { "" } else { " " });
        self.insert(&format!("{before}{words}{after}"));
        self.place(self.cursor - after.len());
    }

    /// Deletes the selection, or the character before the cursor.
    pub fn delete_back(&mut self) {
        let stroke = self.erasing();
        self.replace(self.selection_or(self.target(Move::Left)), "", stroke);
    }

    /// Deletes the selection, or the character after the cursor.
    pub fn delete_forward(&mut self) {
        let stroke = self.erasing();
        self.replace(self.selection_or(self.target(Move::Right)), "", stroke);
    }

    /// Deletes the selection, or back to the start of a word, or the line feed at the start of a paragraph.
    pub fn delete_word_back(&mut self) {
        let start = self.paragraph().start;
        let to = match self.target(Move::WordLeft) {
            _ if self.cursor == start => self.target(Move::Left),
            word => word.max(start),
        };
        self.replace(self.selection_or(to), "", Stroke::Whole);
    }

    /// Deletes the selection, or up to the end of a word, or the line feed at the end of a paragraph.
    pub fn delete_word_forward(&mut self) {
        let end = self.paragraph().end;
        let to = match self.target(Move::WordRight) {
            _ if self.cursor == end => self.target(Move::Right),
            word => word.min(end),
        };
        self.replace(self.selection_or(to), "", Stroke::Whole);
    }

    /// Deletes the selection, or back to the start of the paragraph.
    pub fn delete_to_line_start(&mut self) {
        self.replace(self.selection_or(self.paragraph().start), "", Stroke::Whole);
    }

    /// Deletes the selection, or up to the end of the paragraph; at its end, the line feed.
    pub fn delete_to_line_end(&mut self) {
        let end = self.paragraph().end;
        let to = if self.cursor == end { self.target(Move::Right) } else { end };
        self.replace(self.selection_or(to), "", Stroke::Whole);
    }

    /// The selected text; `None` if nothing is selected.
    #[must_use]
    pub fn copy(&self) -> Option<String> {
        self.selection().map(|selection| selection.of(&self.text).to_owned())
    }

    /// Deletes the selected text and returns it; `None` if nothing is selected.
    pub fn cut(&mut self) -> Option<String> {
        let selection = self.selection()?;
        let cut = selection.of(&self.text).to_owned();
        self.replace(selection, "", Stroke::Whole);
        Some(cut)
    }

    /// The selection; if nothing is selected, the text between the cursor and another place.
    fn selection_or(&self, place: usize) -> Span {
        let to_place = Span::new(place.min(self.cursor), place.max(self.cursor));
        self.selection().unwrap_or(to_place)
    }

    fn erasing(&self) -> Stroke {
        if self.selection().is_some() { Stroke::Whole } else { Stroke::Erase }
    }

    /// The paragraph of the cursor, without its line feed.
    pub(super) fn paragraph(&self) -> Span {
        let start = self.text[..self.cursor].rfind('\n').map_or(0, |place| place + 1);
        let end = self.text[self.cursor..].find('\n').map_or(self.text.len(), |place| self.cursor + place);
        Span::new(start, end)
    }
}

/// The text with all its line ends replaced by line feeds.
pub(super) fn line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The text with only the characters a note may contain.
fn clean(text: &str) -> String {
    let plain = |c: char| match c {
        '\n' | '\t' => Some(c),
        '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
        _ => (!c.is_control()).then_some(c),
    };
    line_feeds(text).chars().filter_map(plain).collect()
}
