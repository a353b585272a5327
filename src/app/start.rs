//! The state of the interface at start.

use std::collections::BTreeMap;

use crate::app::appearance::Appearance;
use crate::app::desk::{Desk, Here, History};
use crate::app::finder::Finder;
use crate::app::inbox::InboxState;
use crate::app::input::Input;
use crate::app::layout::{Layout, Pane};
use crate::app::library::Library;
use crate::app::panes::Panes;
use crate::app::requests::Requests;
use crate::app::window::Window;
use crate::app::workspace::Workspace;
use crate::app::{App, Opening, place};
use crate::workspace::{Bookmark, Contents};

impl App {
    /// The desk at start: the latest report of the first process that has steps, at the first item with a section.
    ///
    /// # Panics
    /// If the shelf has no document or there is no process; the bundled data has both.
    #[must_use]
    pub fn new(opening: Opening) -> Self {
        let Opening { materials, contents, keymap, locale, .. } = opening;
        let Contents { notebook, positions, amendments, statements, tracker } = contents;
        let document = materials.shelf.first().cloned().expect("the shelf has the bundled documents");
        let mut app = Self {
            library: Library::new(materials),
            workspace: Workspace {
                notebook,
                positions,
                amendments,
                statements,
                tracker,
                author: opening.author,
                words_a_minute: opening.words_a_minute,
                time_limits: opening.time_limits,
                delegations: opening.delegations,
                own_delegation: opening.own_delegation,
                templates: opening.templates,
                read_only: opening.read_only,
                ..Workspace::default()
            },
            desk: Desk {
                process: 0,
                report: None,
                item: 0,
                session: None,
                left: BTreeMap::new(),
                reading: None,
                here: Here { document, block: 0 },
                history: History::default(),
            },
            panes: Panes::default(),
            window: Window {
                size: opening.size,
                focus: Pane::Agenda,
                zoomed: false,
                layout: Layout::default(),
            },
            layers: Vec::new(),
            input: Input { keymap, typed: Vec::new(), clipboard: None, question: None, report: Vec::new() },
            appearance: Appearance {
                locale,
                chose_language: false,
                themes: opening.themes,
                theme: 0,
                has_mouse: true,
            },
            notice: None,
            now: opening.now,
            requests: Requests::default(),
            finder: Finder::default(),
            inbox: InboxState::default(),
            is_leaving: false,
            remembered: Bookmark::default(),
            is_settled: false,
        };
        place::open_process(&mut app, 0);
        app.desk.history = History::default();
        app.settle();
        app
    }
}
