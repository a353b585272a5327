//! What can happen to the interface.

use std::sync::Arc;

use crate::app::effect::Exchange;
use crate::app::notice::Notice;
use crate::app::requests::{Answer, RequestProgress, Ticket};
use crate::app::write::{NewEntries, Write};
use crate::base::{Error, Message, Result};
use crate::keymap::Key;
use crate::workspace::{Note, Recovery, Saved};

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Keys that type text were pressed, and arrived all at once: a paste without marks, or keys typed ahead.
    /// [`burst::first`](crate::app::burst::first) takes them apart.
    Burst(Vec<Key>),
    /// Text was pasted; line ends are line feeds.
    Paste(String),
    /// The mouse did something at a cell.
    Mouse(Pointer),
    /// The terminal has another size: columns and rows.
    Resize(u16, u16),
    /// The terminal said that its ground is light.
    LightGround,
    /// A minute passed; or a second, while something on screen changes each second.
    Tick,
    /// The delegate came back to the window: another program may have changed the workspace in the meantime.
    Looked,
    /// How far a request has come.
    Progress(Ticket, RequestProgress),
    /// A request is answered.
    Answered(Ticket, Answer),
    /// A note was saved, restored or removed as it was sent; or, if another program had changed its file, beside it. It
    /// has the id under which it was known when that was done.
    Saved(Arc<Note>, Saved),
    /// Whether the workspace may be written has changed: the reason why not, or `None` if it may.
    Access(Option<Error>),
    /// Another program has died and this one has taken its place: what became of the texts being typed there.
    Recovered(Recovery),
    /// A text was removed or an act was appended.
    Written(Write),
    /// Meetings have been added to the delegate's calendar.
    Added(Box<Added>),
    /// A change could not be written to the workspace.
    Refused(Write, Error),
    /// What is typed cannot be written to the journal.
    Unjournalled(Error),
    /// Changes were written to another folder, as far as that was possible.
    SavedAs(Box<SavedAs>),
    /// The workspace was handed over, or another one was taken over; or why not.
    Exchanged(Box<Exchanged>),
    /// A document was corrected or removed, or why it was not; the message says which.
    Corrected(Result<Box<Message>>),
    /// A file for others was written, or not.
    Exported(Box<Exported>),
    /// An effect that writes nothing of the delegate's could not be done.
    Failed(Error),
    /// The system asks the program to end.
    Terminate,
    /// The system asks the program to stop until it is continued (SIGTSTP).
    Suspend,
    /// The system continues the program after it was stopped (SIGCONT): the terminal may have been changed meanwhile.
    Continued,
}

/// Entries that have been added to the delegate's calendar.
#[derive(Debug, Clone)]
pub struct Added {
    /// All that were to be added, and their process.
    pub new: NewEntries,
    /// How many of them were new.
    pub count: usize,
    /// The calendar's number in [`Fingerprint`](crate::followup::Fingerprint) before that.
    pub before: u64,
    /// The same after that.
    pub after: u64,
}

/// Changes that have been written to a folder other than the workspace.
#[derive(Debug, Clone)]
pub struct SavedAs {
    /// The folder.
    pub folder: String,
    /// The changes that are there now.
    pub written: Vec<Write>,
    /// Whether all that the delegate has written was asked for.
    pub is_everything: bool,
    /// Why the first of the others could not be written.
    pub refused: Option<Error>,
}

/// A handover or a takeover that was asked for.
#[derive(Debug, Clone)]
pub struct Exchanged {
    /// Which of the two.
    pub exchange: Exchange,
    /// What was done, line by line; or why nothing was done.
    pub report: Result<Vec<Message>>,
}

/// A file that was written for others.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The file.
    pub file: String,
    /// What is in it and what was left out.
    pub manifest: String,
    /// Whether there was a file of that name before.
    pub replaced: bool,
    /// Why it could not be written.
    pub refused: Option<Error>,
}

impl Exported {
    /// The message about it.
    #[must_use]
    pub fn notice(&self) -> Notice {
        let id = if self.replaced { "notice-file-replaced" } else { "notice-file-written" };
        match &self.refused {
            Some(error) => Notice::from(error.clone()).alarming(),
            None => Notice::new(id).with("file", &self.file).with("manifest", &self.manifest),
        }
    }
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
