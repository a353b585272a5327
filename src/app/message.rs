//! What can happen to the interface, and what it asks to be done.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::base::{self, Error, Id, Value};
use crate::cite::graph::Graph;
use crate::followup::Materials;
use crate::keymap::Key;
use crate::model::{Meeting, Process};
use crate::workspace::{Act, Note, Notebook, Saved, Tracker};

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted; line ends are line feeds.
    Paste(String),
    /// The mouse did something at a cell.
    Mouse(Mouse, u16, u16),
    /// The terminal has a new size: columns and rows.
    Resize(u16, u16),
    /// A minute passed, or the terminal was looked at again.
    Tick,
    /// The window was looked at again: somebody may have changed the workspace meanwhile.
    Looked,
    /// Notes, positions and tracker were read again, as they stood after so many changes of ours.
    Reloaded(u64, Box<Read>),
    /// A note stands on the disk, as it was sent or, when somebody else changed its file, beside theirs.
    Saved(Box<Note>, Saved),
    /// Whether the workspace may be written to has changed: why not, or none when it may.
    Access(Option<Error>),
    /// The citations of all documents have been read.
    Cited(Arc<Graph>),
    /// Meetings stand in the calendar of a process; so many of them were new.
    Added(String, Vec<Meeting>, usize),
    /// An effect could not be done.
    Failed(Error),
    /// The system asks the program to end.
    Terminate,
    /// The system asks the program to stand still (Ctrl-Z from outside).
    Suspend,
}

/// What was read again of a workspace.
#[derive(Debug, Clone, Default)]
pub struct Read {
    /// The notes.
    pub notebook: Notebook,
    /// The positions.
    pub positions: Notebook,
    /// The tracker.
    pub tracker: Tracker,
    /// Documents and dates, when they have changed.
    pub materials: Option<Materials>,
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The first button went down.
    Click,
    /// The wheel turned by so many notches; down is positive.
    Wheel(isize),
}

/// Something the shell is asked to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write a note as it stands now.
    SaveNote(Box<Note>),
    /// Take a note out of the notebook; the file goes to the bin of the workspace.
    RemoveNote(Box<Note>),
    /// Bring a note back out of the bin.
    RestoreNote(Box<Note>),
    /// Add an act to the author's tracker log.
    Append(Box<Act>),
    /// Remember where one is, for the next run.
    Remember(Place),
    /// Work in another day than today's, or in today's again.
    WorkOn(Option<NaiveDate>),
    /// Add meetings to the delegate's calendar of a process.
    AddMeetings(Box<(Vec<Meeting>, Process)>),
    /// Put text on the clipboard.
    Copy(String),
    /// Read who cites whom again.
    ReadCitations,
    /// Read the workspace again; the number of our changes so far comes back with the answer.
    Reload(u64),
    /// What was read again is what the interface shows; the note being typed still goes out from what it was.
    Taken(Option<Id>),
    /// Both versions of this note, changed by somebody else meanwhile, are known to the interface.
    Followed(Id),
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

/// Where one is, as remembered between runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Symbol of the document in the reader.
    pub symbol: String,
    /// Address of the passage.
    pub address: String,
    /// Name of the pane that has the keys.
    pub pane: String,
    /// Agenda item, in its written form.
    pub item: String,
    /// The session one works for.
    pub session: Option<u32>,
    /// The report whose sections stand beside the agenda.
    pub report: String,
    /// Name of the theme chosen, when it is not the one to start with.
    pub theme: Option<String>,
    /// Language of the interface chosen in the program.
    pub interface: Option<String>,
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
