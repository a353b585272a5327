//! A one-line input field: the note editor limited to one line.

use crate::app::editor::{Editor, Move};
use crate::base::Span;

/// A line being typed.
#[derive(Debug, Clone)]
pub struct Field {
    editor: Editor,
}

impl Default for Field {
    fn default() -> Self {
        Self { editor: Editor::new("") }
    }
}

impl Field {
    /// What was typed.
    #[must_use]
    pub fn text(&self) -> String {
        self.editor.text().to_owned()
    }

    /// How many bytes the text would have had with an insertion that was refused: see [`Editor::take_refused`].
    pub fn take_refused(&mut self) -> Option<usize> {
        self.editor.take_refused()
    }

    /// Whether a text would be inserted as it is, and not be refused as too long.
    #[must_use]
    pub fn has_room_for(&self, text: &str) -> bool {
        self.editor.has_room_for(text)
    }

    /// Inserts text at the cursor; line ends and tabs become spaces.
    pub fn insert(&mut self, text: &str) {
        let line: String =
            text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }).collect();
        self.editor.insert(&line);
    }

    /// The cursor, in bytes of the text.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.editor.cursor()
    }

    /// Replaces some bytes of the text; the cursor is then after what took their place.
    pub fn replace(&mut self, span: Span, with: &str) {
        let text = self.text();
        let text = format!("{}{with}{}", &text[..span.start], &text[span.end..]);
        self.editor = Editor::new(&text);
        self.editor.place(span.start + with.len());
    }

    /// Empties the field.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Runs an editing verb of the scope `line`. Returns whether it is one that changes the text.
    pub fn edit(&mut self, verb: &str) -> bool {
        let editor = &mut self.editor;
        match verb {
            "delete-back" => editor.delete_back(),
            "delete-forward" => editor.delete_forward(),
            "delete-word-back" => editor.delete_word_back(),
            "left" => editor.go(Move::Left, false),
            "right" => editor.go(Move::Right, false),
            "word-left" => editor.go(Move::WordLeft, false),
            "word-right" => editor.go(Move::WordRight, false),
            "line-start" => editor.go(Move::First, false),
            "line-end" => editor.go(Move::Last, false),
            _ => {}
        }
        verb.starts_with("delete")
    }
}
