//! The interface as data: what is shown, and how an event changes it.

pub mod appearance;
pub mod burst;
pub mod carry_over;
pub mod context;
pub mod copying;
pub mod cover;
pub mod desk;
pub mod draft;
pub mod dropped;
pub mod editor;
pub mod effect;
pub mod event;
pub mod field;
pub mod finder;
pub mod importing;
pub mod inbox;
pub mod input;
pub mod keys;
pub mod layer;
pub mod layout;
pub mod leaving;
pub mod library;
pub mod mentions;
pub mod mouse;
pub mod notice;
pub mod outcome;
pub mod overlay;
pub mod pane;
pub mod panes;
pub mod place;
pub mod place_list;
pub mod requests;
pub mod routing;
pub mod saved;
pub mod saving;
pub mod screen;
mod searching;
mod start;
pub mod undo;
pub mod unsaved;
pub mod update;
pub mod verbs;
pub mod window;
pub mod workspace;
pub mod write;

use std::sync::Arc;

use crate::app::appearance::Appearance;
use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::desk::Desk;
use crate::app::effect::Effect;
use crate::app::finder::Finder;
use crate::app::inbox::InboxState;
use crate::app::input::Input;
use crate::app::layer::Layer;
use crate::app::layout::{Layout, Pane};
use crate::app::library::Library;
use crate::app::notice::Notice;
use crate::app::panes::Panes;
use crate::app::requests::{Request, Requests};
use crate::app::screen::speakers::SpeakingQueue;
use crate::app::window::{Window, WindowSize};
use crate::app::workspace::Workspace;
use crate::base::{Error, Now};
use crate::followup::Materials;
use crate::keymap::Keymap;
use crate::locale::Locale;
use crate::model::{Delegations, Document, Process};
use crate::workspace::{Bookmark, Contents, NoteTemplate, TimeLimits};

/// So many documents stay in memory although nothing on screen uses them.
const KEPT_DOCUMENTS: usize = 24;

/// The values from which the interface is made at start.
#[derive(Debug)]
pub struct Opening {
    /// Documents, processes and follow-ups. The first process is the one to start with.
    pub materials: Materials,
    /// Notes, positions and tracker.
    pub contents: Contents,
    /// Why nothing can be written; `None` if the workspace is writable.
    pub read_only: Option<Error>,
    /// The keys.
    pub keymap: Keymap,
    /// The messages in the language of the interface.
    pub locale: Locale,
    /// Names of the themes, the one to start with first.
    pub themes: Vec<String>,
    /// The name of the author of new notes.
    pub author: String,
    /// Words a minute at which a text is read aloud.
    pub words_a_minute: u32,
    /// How long statements may take.
    pub time_limits: TimeLimits,
    /// The delegations, with those the workspace adds.
    pub delegations: Arc<Delegations>,
    /// The templates a note can begin with.
    pub templates: Vec<NoteTemplate>,
    /// The own delegation, as the settings name it.
    pub own_delegation: Option<String>,
    /// The size of the terminal.
    pub size: WindowSize,
    /// The moment of the start.
    pub now: Now,
}

/// The state of the interface, in groups. Only routing (`update`, `keys`, `mouse`), the verb tables and the functions
/// that move the delegate (`place`) get the whole state; a screen gets its own state and a [`Context`].
#[derive(Debug)]
pub struct App {
    /// Documents, processes, follow-ups and citations.
    pub library: Library,
    /// Notes, positions, tracker and undo.
    pub workspace: Workspace,
    /// Process, report, item, session, and the passage the delegate is at.
    pub desk: Desk,
    /// The panes.
    pub panes: Panes,
    /// The terminal and how it is divided.
    pub window: Window,
    /// The layers over the desk, the top one last.
    pub layers: Vec<Layer>,
    /// Searches of everything.
    pub finder: Finder,
    /// The inbox.
    pub inbox: InboxState,
    /// Keymap and unfinished key sequences.
    pub input: Input,
    /// Language and theme.
    pub appearance: Appearance,
    /// The message on the bottom line, until the next key.
    pub notice: Option<Notice>,
    /// The moment of the last event.
    pub now: Now,
    /// The long tasks that are not finished yet.
    pub requests: Requests,
    /// Whether the delegate wants to leave and the program waits until everything is written.
    pub is_leaving: bool,
    /// The bookmark last handed over to be stored for the next run.
    remembered: Bookmark,
    /// Whether nothing has happened since [`App::settle`].
    is_settled: bool,
}

impl App {
    /// Tries again what could not be written, and asks for the workspace to be read after that.
    pub fn reload(&mut self) -> Vec<Effect> {
        let mut effects = self.workspace.try_again(self.now.instant);
        let changes = self.workspace.changes + effects.len() as u64;
        let fingerprint = self.library.fingerprint;
        effects.extend(self.requests.ask(Request::Reload { changes, fingerprint }));
        effects
    }

    /// Asks for the notes to be read, if there are so many that they were not read at the start.
    pub fn read_notes(&mut self) -> Vec<Effect> {
        if self.workspace.notebook.is_unread() { self.reload() } else { Vec::new() }
    }

    /// Reads which passages changed notes and positions cite, as far as there is time for it now.
    pub fn read_mentions(&mut self) {
        let mut mentions = std::mem::take(&mut self.library.mentions);
        let notebooks = [&self.workspace.notebook, &self.workspace.positions];
        mentions.read(notebooks, || self.library.references());
        self.library.mentions = mentions;
    }

    /// The process the delegate works in.
    #[must_use]
    pub fn process(&self) -> &Process {
        &self.library.processes[self.desk.process]
    }

    /// The document in the reader.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.desk.here.document
    }

    /// What a screen may read.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        Context {
            library: &self.library,
            workspace: &self.workspace,
            desk: &self.desk,
            finder: &self.finder,
            input: &self.input,
            appearance: &self.appearance,
            focus: self.window.focus,
            layout: &self.window.layout,
            now: self.now,
        }
    }

    /// The state for a function that changes one screen: all screens, and what they may read.
    pub fn split(&mut self) -> Split<'_> {
        let context = Context {
            library: &self.library,
            workspace: &self.workspace,
            desk: &self.desk,
            finder: &self.finder,
            input: &self.input,
            appearance: &self.appearance,
            focus: self.window.focus,
            layout: &self.window.layout,
            now: self.now,
        };
        Split { panes: &mut self.panes, layers: &mut self.layers, context }
    }

    /// The scopes whose keys work now, innermost first.
    #[must_use]
    pub fn scopes(&self) -> Vec<&'static str> {
        match self.layers.last().map(Layer::cover) {
            Some(layer) if layer.looks_up() => vec![layer.scope(), Pane::Reader.name(), "desk", "global"],
            Some(layer) if layer.takes_global_keys() => vec![layer.scope(), "global"],
            Some(layer) => vec![layer.scope()],
            None => vec![self.window.focus.name(), "desk", "global"],
        }
    }

    /// Whether something on screen changes each second.
    #[must_use]
    pub fn changes_each_second(&self) -> bool {
        self.layers.iter().any(|layer| matches!(layer, Layer::Prompter(state) if state.is_running()))
            || SpeakingQueue::of(&self.context()).floor.is_some()
    }

    /// The note being typed, if one is.
    #[must_use]
    pub fn typing(&self) -> Option<&screen::typing::State> {
        self.layers.iter().find_map(|layer| match layer {
            Layer::Typing(state) => Some(state.as_ref()),
            _ => None,
        })
    }

    /// The pane the keys go to: that of a note being typed, unless the delegate looks something up in the text.
    #[must_use]
    pub fn focus(&self) -> Pane {
        match self.typing() {
            Some(note) if note.looks_up() => Pane::Reader,
            Some(_) => Pane::Notes,
            None => self.window.focus,
        }
    }

    /// Updates layout, typeset page and scrolling if an event was handled since the last time: once before a frame, and
    /// before a verb or the mouse uses them.
    pub fn settle_if_needed(&mut self) {
        if !self.is_settled {
            self.settle();
        }
    }

    /// Updates layout, typeset page and scrolling after a change.
    pub fn settle(&mut self) {
        self.is_settled = true;
        self.library.shelf.trim(KEPT_DOCUMENTS);
        if let Some(fault) = self.library.shelf.take_faults().pop() {
            self.notice = Some(Notice::from(fault));
        }
        let (typing, focus) = (self.typing().is_some(), self.focus());
        let versions = self.panes.reader.versions.side(&self.context());
        let window = &mut self.window;
        let size = (window.size.columns, window.size.rows);
        let zoomed = window.zoomed;
        window.layout = Layout::of(layout::Parameters { size, focus, zoomed, typing, versions });
        let Split { panes, layers, context } = self.split();
        // A note being typed covers the list of notes; wrapping them all at every letter would be slow.
        for pane in Pane::ALL.into_iter().filter(|pane| *pane != Pane::Notes || !typing) {
            panes.get_mut(pane).settle(&context);
        }
        for layer in layers {
            layer.cover_mut().settle(&context);
        }
    }
}

/// The state of all screens, which may be changed, and what all of them may read.
pub struct Split<'a> {
    /// The panes.
    pub panes: &'a mut Panes,
    /// The layers over the desk.
    pub layers: &'a mut Vec<Layer>,
    /// What they may read.
    pub context: Context<'a>,
}
