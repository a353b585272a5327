//! What the interface asks to be done outside of it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::requests::{Request, Ticket};
use crate::app::write::Write;
use crate::base::Id;
use crate::import::correction::CorrectionStep;
use crate::model::{Language, Symbol};
use crate::workspace::{Bookmark, SeenFile};

/// Something the shell is asked to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write a change to the workspace. The answer is `Saved`, `Written`, `Added` or `Refused`.
    Write(Write),
    /// Write changes to another folder.
    SaveAs(Box<SaveAs>),
    /// Hand the workspace over, or take one over. The answer is `Exchanged`.
    Exchange(Box<PackageRequest>),
    /// Correct or remove a document of the library. The answer is `Corrected`.
    Correct(Box<DocumentRequest>),
    /// Write a file for others. The answer is `Exported`.
    Export(Box<ExportFile>),
    /// Remember where the delegate is, for the next run.
    Remember(Box<Bookmark>),
    /// Work in another day than today's, or in today's again.
    WorkOn(Option<NaiveDate>),
    /// Put text on the clipboard.
    Copy(String),
    /// Start work that takes long; it is answered with the same ticket.
    Ask(Ticket, Request),
    /// Stop work whose result is no longer needed.
    Cancel(Ticket),
    /// The interface now shows what was read from these files, so later saves may replace them; but not the files of
    /// these texts: the note being typed and what is not written yet are still based on what was read before.
    Accept(Arc<[SeenFile]>, Vec<Id>),
    /// The interface now shows both versions of this note, which another program had changed.
    AcceptConflict(Id),
    /// Take the terminal over again, in case another program has changed it, and draw the whole screen.
    Redraw,
    /// Take the mouse, or give it back to the terminal.
    Mouse(bool),
    /// Suspend the program until it is continued.
    Suspend,
    /// End the program.
    Quit,
}

/// Which way a workspace goes as one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exchange {
    /// This one is handed over.
    Handover,
    /// Another one is taken over.
    Takeover,
}

/// A handover or a takeover that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageRequest {
    /// Which of the two.
    pub exchange: Exchange,
    /// The file, as typed.
    pub file: String,
    /// Who asks.
    pub author: String,
}

/// A change of a document of the library that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRequest {
    /// The document.
    pub symbol: Symbol,
    /// The language of its text.
    pub language: Language,
    /// What is changed.
    pub change: DocumentChange,
}

/// What can be changed of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentChange {
    /// It is corrected, or a correction is taken back.
    Step(CorrectionStep),
    /// It goes to the trash.
    Remove,
}

/// A file for others: a text that the delegate has asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// The path, as typed.
    pub path: String,
    /// What it contains.
    pub bytes: Vec<u8>,
    /// What is in it and what was left out, for the notice.
    pub manifest: String,
}

/// Changes to be written to a folder of the delegate's choice, which becomes a workspace of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct SaveAs {
    /// The folder, as typed.
    pub folder: String,
    /// The changes.
    pub writes: Vec<Write>,
    /// Whether they are all that the delegate has written, because nothing is unsaved.
    pub is_everything: bool,
}
