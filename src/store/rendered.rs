//! A note as the text of its file: written out once, and used for the journal as for the file.

use std::borrow::Cow;

use crate::store::checksum;
use crate::workspace::{Note, note};

/// A note with its file text and the checksum of that.
#[derive(Debug)]
pub struct Rendered<'a> {
    /// The note.
    pub note: Cow<'a, Note>,
    /// The text of its file.
    pub text: String,
    /// Checksum of the text.
    pub checksum: u64,
}

impl<'a> Rendered<'a> {
    /// Writes a note out.
    #[must_use]
    pub fn of(note: Cow<'a, Note>) -> Self {
        #[cfg(test)]
        count::add();
        let text = note::write(&note);
        let checksum = checksum::of(text.as_bytes());
        Self { note, text, checksum }
    }
}

/// How often this thread has written a note out, for tests.
#[cfg(test)]
pub mod count {
    use std::cell::Cell;

    thread_local! {
        static COUNT: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn add() {
        COUNT.set(COUNT.get() + 1);
    }

    /// The count, which begins again at 0.
    pub fn take() -> usize {
        COUNT.take()
    }
}
