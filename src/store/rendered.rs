//! A note as the text of its file: written out once, and used for the journal as for the file.

use std::borrow::Cow;

use crate::base::checksum;
#[cfg(test)]
use crate::store::count;
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
        count::add(&count::NOTES_RENDERED);
        let text = note::write(&note);
        let checksum = checksum::of(text.as_bytes());
        Self { note, text, checksum }
    }
}
