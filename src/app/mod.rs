//! The interface as data: what is shown, and what a message does to it. No terminal, no files, no clock.

pub mod editor;
pub mod field;
pub mod keys;
pub mod layer;
pub mod layout;
pub mod message;
pub mod mouse;
pub mod place;
pub mod requests;
pub mod screen;
pub mod undo;
pub mod update;
pub mod verb;

use std::sync::Arc;

use crate::app::layer::Layer;
use crate::app::layout::{Layout, Pane};
use crate::app::message::{Effect, Notice};
use crate::app::requests::{Request, Requests};
use crate::base::{Error, Now};
use crate::cite::graph::Graph;
use crate::cite::resolve::Index;
use crate::followup::{FollowUp, Materials, OfDocuments};
use crate::keymap::{Key, Keymap};
use crate::locale::Locale;
use crate::model::{Document, Process, Shelf, Symbol};
use crate::workspace::{Bookmark, Contents, Notebook, Tracker, Undo};

/// Everything the interface is made from, handed over at start.
#[derive(Debug)]
pub struct Opening {
    /// Documents, processes and follow-ups; of the processes the one to work in comes first.
    pub materials: Materials,
    /// Notes, positions and tracker.
    pub contents: Contents,
    /// Why nothing can be written, if so.
    pub read_only: Option<Error>,
    /// The keys.
    pub keymap: Keymap,
    /// The messages in the language of the interface.
    pub locale: Locale,
    /// Names of the themes, the one to start with first.
    pub themes: Vec<String>,
    /// Who is typing.
    pub author: String,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Now.
    pub now: Now,
}

/// The state of the interface.
#[derive(Debug)]
pub struct App {
    /// The documents at hand.
    pub shelf: Shelf,
    /// The processes known.
    pub processes: Vec<Process>,
    /// The follow-ups read from each document that has some.
    pub followups: OfDocuments,
    /// The notes.
    pub notebook: Notebook,
    /// What one will say, step by step.
    pub positions: Notebook,
    /// The tracker.
    pub tracker: Tracker,
    /// The documents at hand by their numbers, read when one first goes to a passage by its number.
    pub references: Index,
    /// The passages with names, as a list last offered them.
    pub passages: Option<screen::picker::Kept>,
    /// Who cites whom, once it has been read.
    pub graph: Option<Arc<Graph>>,
    /// What can be taken back.
    pub undo: Undo,
    /// The keys.
    pub keymap: Keymap,
    /// The words.
    pub locale: Locale,
    /// Names of the themes there are.
    pub themes: Vec<String>,
    /// The theme in use, as a place in `themes`.
    pub theme: usize,
    /// Who is typing.
    pub author: String,
    /// Why nothing can be written, when that is so.
    pub read_only: Option<Error>,
    /// The pane that has the keys.
    pub focus: Pane,
    /// Whether that pane has the whole desk.
    pub zoomed: bool,
    /// What the whole desk shares: process, report, item, session.
    pub desk: screen::desk::State,
    /// The agenda pane.
    pub agenda: screen::agenda::State,
    /// The reader pane.
    pub reader: screen::reader::State,
    /// The notes pane.
    pub notes: screen::notes::State,
    /// The tracker pane.
    pub board: screen::tracker::State,
    /// Where one has been.
    pub history: place::History,
    /// What lies over the desk, the top one last.
    pub layers: Vec<Layer>,
    /// Keys typed of a sequence that is not finished.
    pub typed: Vec<Key>,
    /// The sentence on the bottom line.
    pub notice: Option<Notice>,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Where the panes stand.
    pub layout: Layout,
    /// What was last cut or copied in a note.
    pub kept: Option<String>,
    /// When the last message came.
    pub now: Now,
    /// How many changes of ours have been handed over to be written.
    pub changes: u64,
    /// Fingerprint of the documents and dates, which changes when their files do.
    pub fingerprint: u64,
    /// The requests that are not answered yet.
    pub requests: Requests,
    /// What was last asked to be remembered for the next run.
    remembered: Bookmark,
}

impl App {
    /// The desk as it stands at start: the process's latest report with steps, its first item with a section.
    ///
    /// # Panics
    /// Never on the bundled data; the shelf must hold a document and there must be a process.
    #[must_use]
    pub fn new(opening: Opening) -> Self {
        let Opening { materials, contents, keymap, locale, .. } = opening;
        let Materials { shelf, processes, followups, fingerprint, .. } = materials;
        let Contents { notebook, positions, tracker } = contents;
        let first = shelf.documents().first().cloned().expect("the shelf holds the bundled documents");
        let mut app = Self {
            reader: screen::reader::State::new(first),
            shelf,
            processes,
            followups,
            notebook,
            positions,
            tracker,
            references: Index::default(),
            passages: None,
            graph: None,
            undo: Undo::default(),
            keymap,
            locale,
            themes: opening.themes,
            theme: 0,
            author: opening.author,
            read_only: opening.read_only,
            focus: Pane::Agenda,
            zoomed: false,
            desk: screen::desk::State::default(),
            agenda: screen::agenda::State::default(),
            notes: screen::notes::State::default(),
            board: screen::tracker::State::default(),
            history: place::History::default(),
            layers: Vec::new(),
            typed: Vec::new(),
            notice: None,
            size: opening.size,
            layout: Layout::default(),
            now: opening.now,
            changes: 0,
            kept: None,
            fingerprint,
            requests: Requests::default(),
            remembered: Bookmark::default(),
        };
        screen::desk::open_process(&mut app, 0);
        app.history = place::History::default();
        app.settle();
        app
    }

    /// Asks for the workspace to be read again.
    pub fn reload(&mut self) -> Vec<Effect> {
        let (changes, fingerprint) = (self.changes, self.fingerprint);
        self.requests.ask(Request::Reload { changes, fingerprint })
    }

    /// The process one works in.
    #[must_use]
    pub fn process(&self) -> &Process {
        &self.processes[self.desk.process]
    }

    /// The document in the reader.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.reader.document
    }

    /// The follow-ups of a document, none if it has none.
    #[must_use]
    pub fn followups_of(&self, symbol: &Symbol) -> &[FollowUp] {
        self.followups.get(symbol).map_or(&[], |read| read.as_slice())
    }

    /// The scopes whose keys work now, innermost first.
    #[must_use]
    pub fn scopes(&self) -> Vec<&'static str> {
        match self.layers.last() {
            // Nothing is typed there: what works everywhere works there too.
            Some(layer @ (Layer::Timeline(_) | Layer::Details(_))) => vec![layer.scope(), "global"],
            Some(layer) => vec![layer.scope()],
            None => vec![self.focus.name(), "desk", "global"],
        }
    }

    /// The note being typed, if one is.
    #[must_use]
    pub fn typing(&self) -> Option<&screen::typing::State> {
        self.layers.iter().find_map(|layer| match layer {
            Layer::Typing(state) => Some(state.as_ref()),
            Layer::Picker(_) | Layer::Line(_) | Layer::Timeline(_) | Layer::Details(_) => None,
        })
    }

    /// Puts layout, typeset page and scrolling in order after a change.
    pub fn settle(&mut self) {
        let typing = self.typing().is_some();
        let focus = if typing { Pane::Notes } else { self.focus };
        self.layout = Layout::of(layout::Wish { size: self.size, focus, zoomed: self.zoomed, typing });
        screen::agenda::settle(self);
        screen::reader::settle(self);
        screen::notes::settle(self);
        screen::tracker::settle(self);
        screen::typing::settle(self);
        screen::picker::settle(self);
        screen::timeline::settle(self);
        screen::tracker::details::settle(self);
    }
}
