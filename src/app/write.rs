//! A change that the interface hands over to be written to the workspace.

use std::sync::Arc;

use crate::base::Id;
use crate::calendar::Additions;
use crate::model::Process;
use crate::workspace::{Act, Note};

/// A change to be written to the workspace.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Save a text.
    Save(Arc<Note>),
    /// Take a text out of its folder; the file goes to the bin of the workspace.
    Remove(Arc<Note>),
    /// Bring a text back out of the bin.
    Restore(Arc<Note>),
    /// Add an act to the author's tracker log.
    Append(Box<Act>),
    /// Add entries to the delegate's calendar.
    AddToCalendar(Box<NewEntries>),
}

/// Entries to add to the delegate's calendar of a process.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntries {
    /// The entries.
    pub entries: Additions,
    /// Their process.
    pub process: Process,
}

impl Write {
    /// The text it is about, if it is about one.
    #[must_use]
    pub fn note(&self) -> Option<&Arc<Note>> {
        match self {
            Self::Save(note) | Self::Remove(note) | Self::Restore(note) => Some(note),
            Self::Append(_) | Self::AddToCalendar(_) => None,
        }
    }

    /// The id of the text it is about.
    #[must_use]
    pub fn note_id(&self) -> Option<Id> {
        self.note().map(|note| note.id)
    }

    /// The same write for the text under another id.
    #[must_use]
    pub fn with_note_id(&self, id: Id) -> Self {
        let renamed = |note: &Arc<Note>| Arc::new(Note { id, ..Note::clone(note) });
        match self {
            Self::Save(note) => Self::Save(renamed(note)),
            Self::Remove(note) => Self::Remove(renamed(note)),
            Self::Restore(note) => Self::Restore(renamed(note)),
            Self::Append(_) | Self::AddToCalendar(_) => self.clone(),
        }
    }

    /// Whether both are about the same text, act or entries, so that the later one takes the place of the earlier.
    #[must_use]
    pub fn replaces(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Append(own), Self::Append(other)) => own.id == other.id,
            (Self::AddToCalendar(own), Self::AddToCalendar(other)) => own == other,
            _ => self.note_id().is_some() && self.note_id() == earlier.note_id(),
        }
    }

    /// Whether the answer to the one is the answer to the other: the same text saved or restored, the same text
    /// removed, the same act, the same entries.
    #[must_use]
    pub fn is_answered_by(&self, other: &Self) -> bool {
        let removes = |write: &Self| matches!(write, Self::Remove(_));
        match (self.note(), other.note()) {
            (Some(own), Some(other_note)) => {
                removes(self) == removes(other) && (Arc::ptr_eq(own, other_note) || own == other_note)
            }
            _ => self.replaces(other),
        }
    }
}
