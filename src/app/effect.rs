//! What the interface asks to be done outside of it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::requests::{Request, Ticket};
use crate::base::Id;
use crate::model::{Meeting, Process};
use crate::workspace::{Act, Bookmark, Note, SeenFile};

/// Something the shell is asked to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write a note.
    SaveNote(Arc<Note>),
    /// Take a note out of the notebook; the file goes to the bin of the workspace.
    RemoveNote(Arc<Note>),
    /// Bring a note back out of the bin.
    RestoreNote(Arc<Note>),
    /// Add an act to the author's tracker log.
    Append(Box<Act>),
    /// Remember where the delegate is, for the next run.
    Remember(Box<Bookmark>),
    /// Work in another day than today's, or in today's again.
    WorkOn(Option<NaiveDate>),
    /// Add meetings to the delegate's calendar of a process.
    AddMeetings(Box<(Vec<Meeting>, Process)>),
    /// Put text on the clipboard.
    Copy(String),
    /// Start work that takes long; it is answered with the same ticket.
    Ask(Ticket, Request),
    /// Stop work whose result is no longer needed.
    Cancel(Ticket),
    /// The interface now shows what was read from these files, so later saves may replace them; but not the file of
    /// the note being typed, whose text is still based on what was read before.
    Accept(Arc<[SeenFile]>, Option<Id>),
    /// The interface now shows both versions of this note, which another program had changed.
    AcceptConflict(Id),
    /// Take the terminal over again, in case another program has changed it, and draw the whole screen.
    Redraw,
    /// Suspend the program until it is continued.
    Suspend,
    /// End the program.
    Quit,
}

impl Effect {
    /// Whether it changes the notes or the tracker on the disk.
    #[must_use]
    pub fn is_change(&self) -> bool {
        matches!(self, Self::SaveNote(_) | Self::RemoveNote(_) | Self::RestoreNote(_) | Self::Append(_))
    }
}
