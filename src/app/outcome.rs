//! What a screen wants done besides changing its own state: returned by its functions, carried out by `routing`.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::desk::Direction;
use crate::app::effect::Effect;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::overlay::Overlay;
use crate::app::workspace::Change;
use crate::base::Id;
use crate::keymap::Binding;
use crate::model::Reference;
use crate::workspace::Note;

/// What a function of a screen asks for, in the order in which it is to be done.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The intents, in the order in which they are carried out.
    pub intents: Vec<Intent>,
}

/// One thing a screen asks for.
#[derive(Debug)]
pub enum Intent {
    /// Something outside of the interface.
    Perform(Effect),
    /// Shows a message on the bottom line.
    Notify(Notice),
    /// Goes to a passage, so that `back` returns.
    Go(Reference),
    /// Goes to a passage and gives the reader the keys, if the library has the passage.
    Read(Reference),
    /// Shows a passage in passing: without a trace in the history, unless the document changes.
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
    /// Gives a pane the keys.
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
    /// Shows which place of the search is the current one, of how many; nothing if nothing was searched for.
    ReportFound,
    /// Adds a remark to the rows of the tracker that are meant.
    Remark {
        /// The remark.
        text: String,
        /// The note in which it was stored while it was typed; discarded if the remark is set, kept if not.
        draft: Option<Arc<Note>>,
    },
    /// Carries the rows of the tracker that are meant over to the next session.
    CarryOver {
        /// The reason.
        text: String,
        /// The note in which it was stored while it was typed; discarded if the rows are carried over, kept if not.
        draft: Option<Arc<Note>>,
    },
    /// Works on another day than today, or on today again.
    WorkOn(NaiveDate),
    /// Chooses a note in the notes pane, by its id; the first one if it is not shown.
    SelectNote(Id),
    /// Makes the choices of the open picker again, keeping what is typed and chosen.
    Renew,
    /// Runs the verb of a binding, in the scopes that are active now.
    Run(Binding),
    /// Puts text that was cut or copied in a note on the clipboard of the terminal, and on that of the program for the
    /// next paste.
    Copy(String),
    /// Goes one step back or forward through the passages visited.
    Travel(Direction),
    /// Gives a pane the keys, which then chooses what belongs to the current passage.
    Enter(Pane),
    /// Lets the pane that has the keys go to what belongs to the open agenda item.
    ToItem,
    /// Does what choosing the current row of the open picker means.
    Accept,
    /// Pastes text into what is below the layer that was closed.
    Paste(String),
}

impl Outcome {
    /// Nothing else is wanted.
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
