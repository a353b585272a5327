//! Copying words of the delegate's own texts: other programs get them at once, unless some are restricted. Then the delegate
//! is asked.

use std::ops::Range;

use crate::app::workspace::Workspace;
use crate::workspace::{LeftOut, Note, Release, counts_as_restricted};

/// Words of which some are restricted, until the delegate says what other programs get of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// All of them.
    pub all: String,
    /// Those that are not restricted; empty if all are.
    pub open: String,
    /// What the others are.
    pub left_out: LeftOut,
}

/// What is to be asked before other programs get some bytes of a text; `None` if nothing of them is restricted. What counts
/// as restricted without a mark depends on the other texts of the workspace.
#[must_use]
pub fn question(note: &Note, bytes: Range<usize>, workspace: &Workspace) -> Option<Question> {
    let mut left_out = LeftOut::default();
    let counts = counts_as_restricted(note, workspace.notebook(note.kind), &workspace.positions);
    let marked = Note { restricted: counts, ..note.clone() };
    let note = &marked;
    let open = Release::default().passage(note, bytes.clone(), &mut left_out).trim().to_owned();
    (!left_out.is_empty()).then(|| Question { all: note.text[bytes].to_owned(), open, left_out })
}
