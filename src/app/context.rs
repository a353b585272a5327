//! What a screen may read besides its own state.

use crate::app::appearance::Appearance;
use crate::app::desk::{Desk, Here};
use crate::app::finder::Finder;
use crate::app::input::Input;
use crate::app::layout::{Layout, Pane, Rect};
use crate::app::library::Library;
use crate::app::notice::Notice;
use crate::app::outcome::Outcome;
use crate::app::workspace::Workspace;
use crate::base::Now;
use crate::followup::FollowUp;
use crate::keymap::Keymap;
use crate::locale::Locale;
use crate::model::{Language, Passage, Process, Reference, Symbol};

/// Everything a screen may read besides its own state. It is read-only; a screen requests
/// all other changes by returning an [`Outcome`].
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Documents, processes, follow-ups and citations.
    pub library: &'a Library,
    /// Notes, positions and tracker.
    pub workspace: &'a Workspace,
    /// Process, report, item, session, and the passage the delegate is at.
    pub desk: &'a Desk,
    /// Searches of everything.
    pub finder: &'a Finder,
    /// The keymap and keys typed so far.
    pub input: &'a Input,
    /// Language and theme.
    pub appearance: &'a Appearance,
    /// The pane that has the focus.
    pub focus: Pane,
    /// The rectangles of the panes.
    pub layout: &'a Layout,
    /// The moment of the last event.
    pub now: Now,
}

impl<'a> Context<'a> {
    /// The process the delegate works in.
    #[must_use]
    pub fn process(&self) -> &'a Process {
        &self.library.processes[self.desk.process]
    }

    /// The passage the delegate is at, with its document.
    #[must_use]
    pub fn here(&self) -> &'a Here {
        &self.desk.here
    }

    /// The passage the delegate is at.
    #[must_use]
    pub fn passage(&self) -> Reference {
        self.desk.here.reference()
    }

    /// The language the delegate reads documents in: the one of the text they chose, else the one of the interface.
    #[must_use]
    pub fn reading(&self) -> Language {
        self.desk.reading.unwrap_or_else(|| self.appearance.locale.language())
    }

    /// A passage with its text, in the language the delegate reads where the library has it in that language, otherwise in
    /// another one; `None` if the library does not have the passage.
    #[must_use]
    pub fn look_up(&self, passage: &Reference) -> Option<Passage<'a>> {
        self.library.shelf.passage(passage, self.reading())
    }

    /// The follow-ups of a document, each in the language the delegate reads if possible; empty if it has none.
    #[must_use]
    pub fn followups_of(&self, symbol: &Symbol) -> &'a [FollowUp] {
        self.library.followups.list(symbol, self.reading())
    }

    /// A notice with the reason why notes and tracker cannot be changed; `None` if the workspace is writable.
    #[must_use]
    pub fn refusal(&self) -> Option<Outcome> {
        let error = self.workspace.read_only.clone()?;
        Some(Outcome::notify(Notice::from(error)))
    }

    /// Whether the delegate works on another day than today.
    #[must_use]
    pub fn is_other_day(&self) -> bool {
        self.now.today != self.now.instant.date_naive()
    }

    /// The texts of the interface.
    #[must_use]
    pub fn locale(&self) -> &'a Locale {
        &self.appearance.locale
    }

    /// The keymap.
    #[must_use]
    pub fn keymap(&self) -> &'a Keymap {
        &self.input.keymap
    }

    /// The cells of a pane's content; `None` if the pane is not on screen.
    #[must_use]
    pub fn content(&self, pane: Pane) -> Option<Rect> {
        self.layout.content(pane)
    }
}
