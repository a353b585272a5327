//! Requests of a screen beyond its own state: returned by its functions, carried out by `routing`.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::desk::Direction;
use crate::app::effect::{Effect, Exchange};
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::{Leave, Overlay};
use crate::app::workspace::Change;
use crate::base::{Id, Span};
use crate::import::inbox::InboxFile;
use crate::keymap::Binding;
use crate::model::{Language, Reference};
use crate::workspace::Note;

/// The requests of a function of a screen.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The intents, in the order in which they are carried out.
    pub intents: Vec<Intent>,
}

/// A request of a screen.
#[derive(Debug)]
pub enum Intent {
    /// Performs an effect outside of the interface.
    Perform(Effect),
    /// Shows a message on the bottom line.
    Notify(Notice),
    /// Goes to a passage and adds the current one to the history.
    Go(Reference),
    /// Goes to a passage and moves the focus to the reader, if the library has the passage.
    Read(Reference),
    /// The same with one of several passages, which become the list that the keys of matches go through.
    ReadAll {
        /// The passages, in their order.
        passages: Vec<Reference>,
        /// The one to go to, by its position.
        at: usize,
    },
    /// The same, of the text in one language; the delegate reads that language from then on.
    ReadText {
        /// The passage.
        passage: Reference,
        /// The language.
        language: Language,
    },
    /// Shows a passage; the current one is added to the history only if the document changes.
    Show(Reference),
    /// Goes to a passage of the current document, by its index.
    Select(usize),
    /// Goes back to where a search started, and ends the search.
    Return {
        /// The passage, by its index in the document.
        block: usize,
        /// The first line on screen.
        top: usize,
    },
    /// Opens an agenda item, by its index in the process.
    OpenItem(usize),
    /// Opens a next step of an agenda item.
    OpenStep {
        /// The item, by its index in the process.
        item: usize,
        /// The step.
        step: Reference,
    },
    /// Moves the focus to a pane.
    Focus(Pane),
    /// Works for another session.
    WorkFor(u32),
    /// Changes notes or tracker.
    Change(Change),
    /// Opens a layer over the desk.
    Open(Overlay),
    /// Closes the top layer.
    Close,
    /// Searches the current document while words are typed.
    Search {
        /// The words.
        query: String,
        /// The passage the search starts at, by its index.
        origin: usize,
    },
    /// Searches the note being typed while words are typed.
    SearchNote {
        /// The words.
        query: String,
        /// Where the search starts, in bytes of its text.
        from: usize,
    },
    /// Keeps the hits of the search of everything, and goes to one of them.
    StartTrail {
        /// Which of them; `None` stays here.
        at: Option<usize>,
        /// The query, for the history.
        query: String,
    },
    /// Adds a ring of equivalent terms to the workspace.
    AddRing(Vec<String>),
    /// Removes a ring of equivalent terms from the workspace.
    RemoveRing(Vec<String>),
    /// Goes so many hits further in those of the search of everything.
    FollowTrail(isize),
    /// Ends the search in the note being typed and goes back to where it started, in bytes of its text.
    ReturnInNote(usize),
    /// Shows the number of the current place of the search and of all places; does nothing without a search.
    ReportFound,
    /// Adds a remark to the selected rows of the tracker.
    Remark {
        /// The remark.
        text: String,
        /// The note in which it was stored while it was typed; deleted if the remark is set, otherwise kept.
        draft: Option<Arc<Note>>,
    },
    /// Carries the selected rows of the tracker over to the next session.
    CarryOver {
        /// The reason.
        text: String,
        /// The note in which it was stored while it was typed; deleted if the rows are carried over, otherwise kept.
        draft: Option<Arc<Note>>,
    },
    /// Works on another day than today, or on today again.
    WorkOn(NaiveDate),
    /// Writes what is unsaved to another folder; everything if nothing is unsaved.
    SaveAs {
        /// The folder, as typed.
        folder: String,
        /// Whether the program ends after that.
        leaves: bool,
    },
    /// Lists the paths that begin with what is typed.
    ListPaths(String),
    /// Does not offer files of the inbox again.
    Dismiss(Vec<InboxFile>),
    /// Imports files, as typed.
    Import(Vec<String>),
    /// Hands the workspace over to a file, or takes over a file.
    Exchange {
        /// Which of the two.
        exchange: Exchange,
        /// The file, as typed.
        file: String,
    },
    /// What the delegate chose when asked about leaving with unsaved changes.
    Leave(Leave),
    /// Chooses a note in the notes pane, by its id; the first one if it is not shown.
    SelectNote(Id),
    /// Computes the choices of the open picker again; the typed text and the current choice stay.
    Renew,
    /// Runs the verb of a binding, in the scopes that are active now.
    Run(Binding),
    /// Puts words that were cut or copied in a note on the clipboard of the program, for the next paste, and on that of
    /// other programs; asks first if some of the words are restricted.
    Copy {
        /// The note as it was before.
        note: Arc<Note>,
        /// The words, as bytes of its text.
        words: Span,
    },
    /// Puts words that were deleted or copied in a note by a command on the clipboard of the program only, for the next
    /// paste.
    Hold {
        /// The note as it was before.
        note: Arc<Note>,
        /// The words, as bytes of its text.
        words: Span,
        /// Whether they are whole lines: then they end with a line feed, even at the end of the text.
        as_lines: bool,
    },
    /// Puts words of a document on the clipboard of the program and on that of other programs.
    CopyWords(String),
    /// Goes one step back or forward through the passages visited.
    Travel(Direction),
    /// Moves the focus to a pane, which then chooses the row of the current passage.
    Enter(Pane),
    /// Makes the pane with the focus go to the first row of the open agenda item.
    ToItem,
    /// Chooses the current row of the open picker.
    Accept,
    /// Pastes text into the layer or pane that is on top after a layer was closed.
    Paste(String),
}

impl Outcome {
    /// No request.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// One intent.
    #[must_use]
    pub fn of(intent: Intent) -> Self {
        Self { intents: vec![intent] }
    }

    /// Shows a message and does nothing else.
    #[must_use]
    pub fn notify(notice: Notice) -> Self {
        Self::of(Intent::Notify(notice))
    }

    /// The same with one more intent after the others.
    #[must_use]
    pub fn and(mut self, intent: Intent) -> Self {
        self.intents.push(intent);
        self
    }

    /// The same with all intents of another outcome after its own.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.intents.extend(other.intents);
        self
    }
}

impl From<Effect> for Outcome {
    fn from(effect: Effect) -> Self {
        Self::of(Intent::Perform(effect))
    }
}
