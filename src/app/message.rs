//! What can happen to the interface, and what it asks to be done.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::requests::{Answer, Progress, Request, Ticket};
use crate::base::{self, Error, Id, Value};
use crate::keymap::Key;
use crate::model::{Meeting, Process};
use crate::workspace::{Act, Bookmark, Note, Saved, SeenFile};

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted; line ends are line feeds.
    Paste(String),
    /// The mouse did something at a cell.
    Mouse(Pointer),
    /// The terminal has a new size: columns and rows.
    Resize(u16, u16),
    /// A minute passed, or the terminal was looked at again.
    Tick,
    /// The window was looked at again: somebody may have changed the workspace meanwhile.
    Looked,
    /// A request has come so far.
    Progress(Ticket, Progress),
    /// A request is answered.
    Answered(Ticket, Answer),
    /// A note is on the disk, as it was sent or, if another program has changed its file, in a file beside it.
    Saved(Arc<Note>, Saved),
    /// Whether the workspace may be written to has changed: why not, or none when it may.
    Access(Option<Error>),
    /// Meetings have been added to the delegate's calendar.
    Added(Box<Added>),
    /// An effect could not be done.
    Failed(Error),
    /// The system asks the program to end.
    Terminate,
    /// The system asks the program to stand still (Ctrl-Z from outside).
    Suspend,
}

/// Meetings that have been added to the delegate's calendar.
#[derive(Debug, Clone)]
pub struct Added {
    /// Id of their process.
    pub process: String,
    /// All that were to be added.
    pub meetings: Vec<Meeting>,
    /// How many of them were new.
    pub count: usize,
    /// Fingerprint of documents and dates after that.
    pub fingerprint: u64,
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The first button went down.
    Click,
    /// The wheel turned by so many notches; down is positive.
    Wheel(isize),
}

/// Rows a text moves by for each notch of the wheel.
pub const NOTCH: isize = 3;

/// What the mouse did, and at which cell of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointer {
    /// What it did.
    pub action: Mouse,
    /// The column, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
}

/// Something the shell is asked to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write a note as it stands now.
    SaveNote(Arc<Note>),
    /// Take a note out of the notebook; the file goes to the bin of the workspace.
    RemoveNote(Arc<Note>),
    /// Bring a note back out of the bin.
    RestoreNote(Arc<Note>),
    /// Add an act to the author's tracker log.
    Append(Box<Act>),
    /// Remember where the delegate is, for the next run.
    Remember(Bookmark),
    /// Work in another day than today's, or in today's again.
    WorkOn(Option<NaiveDate>),
    /// Add meetings to the delegate's calendar of a process.
    AddMeetings(Box<(Vec<Meeting>, Process)>),
    /// Put text on the clipboard.
    Copy(String),
    /// Start work that takes long; it is answered with the same ticket.
    Ask(Ticket, Request),
    /// Stop work that is not wanted any more.
    Cancel(Ticket),
    /// The interface now shows what was read from these files, so later saves may replace them; but not the file of
    /// the note being typed, whose text is still based on what was read before.
    Accept(Arc<[SeenFile]>, Option<Id>),
    /// The interface now shows both versions of this note, which another program had changed.
    AcceptConflict(Id),
    /// Draw everything anew.
    Redraw,
    /// Stand still until called back.
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

/// A message on the bottom line, shown until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What people read.
    pub message: base::Message,
    /// Whether it reports a failure.
    pub alarm: bool,
}

impl Notice {
    /// A notice of something that was done.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { message: base::Message::new(id), alarm: false }
    }

    /// The same notice, reporting a failure.
    #[must_use]
    pub fn alarming(self) -> Self {
        Self { alarm: true, ..self }
    }

    /// The same notice with one more value in its message.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        Self { message: self.message.with(name, value), ..self }
    }
}

impl From<Error> for Notice {
    fn from(error: Error) -> Self {
        Self { message: error.message, alarm: true }
    }
}
