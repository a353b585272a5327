//! The links in the rows of a note that are on screen.

use crate::app::context::Context;
use crate::app::outcome::Outcome;
use crate::app::screen::note_links::{self, holds};
use crate::app::screen::typing::State;
use crate::base::Span;
use crate::cite::mention::{Mention, mentions};

/// The links on screen, and what they were read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VisibleLinks {
    /// The links, in order, with their places in the whole text.
    pub found: Vec<Mention>,
    /// The revision of the text and the part of it they were read from.
    from: Option<(u64, Span)>,
}

/// The most bytes read for the rows on screen: a paragraph that begins far above is read from its middle on.
const MOST: usize = 8_000;

impl State {
    /// Goes to the passage that the link at the cursor leads to, in the text beside; lists several.
    pub fn follow_link(&mut self, context: &Context) -> Outcome {
        note_links::follow(note_links::at_cursor(context, self), None)
    }

    /// The link on screen at the cursor.
    #[must_use]
    pub fn link_at_cursor(&self) -> Option<&Mention> {
        self.links.found.iter().find(|link| holds(link, self.editor.cursor()))
    }

    /// Reads the links on screen again if the text or the rows on screen have changed.
    pub(super) fn read_links(&mut self, context: &Context, height: usize) {
        let (text, rows) = (self.editor.text(), self.editor.rows());
        let last = (self.editor.top() + height).min(rows.len()).saturating_sub(1);
        let (first, end) = (rows[self.editor.top()].start, rows[last].end);
        let start = text[..first].rfind('\n').map_or(0, |at| at + 1).max(end.saturating_sub(MOST));
        let part = Span::new(text.floor_char_boundary(start), end);
        let from = Some((self.editor.revision(), part));
        if self.links.from == from {
            return;
        }
        let about = self.draft.note.anchor.as_ref();
        let mut found = mentions(part.of(text), context.library.references(), about);
        for link in &mut found {
            link.span = Span::new(link.span.start + part.start, link.span.end + part.start);
        }
        self.links = VisibleLinks { found, from };
    }
}
