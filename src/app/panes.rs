//! The panes of the desk, each with its state.

use crate::app::layout::Pane;
use crate::app::pane::Content;
use crate::app::screen::{agenda, notes, reader, tracker};

/// The state of every pane.
#[derive(Debug, Default)]
pub struct Panes {
    /// The agenda pane.
    pub agenda: agenda::State,
    /// The reader pane.
    pub reader: reader::State,
    /// The notes pane.
    pub notes: notes::State,
    /// The tracker pane.
    pub tracker: tracker::State,
}

impl Panes {
    /// The functions every pane has.
    #[must_use]
    pub fn get(&self, pane: Pane) -> &dyn Content {
        match pane {
            Pane::Agenda => &self.agenda,
            Pane::Reader => &self.reader,
            Pane::Notes => &self.notes,
            Pane::Tracker => &self.tracker,
        }
    }

    /// The same functions, for changes.
    pub fn get_mut(&mut self, pane: Pane) -> &mut dyn Content {
        match pane {
            Pane::Agenda => &mut self.agenda,
            Pane::Reader => &mut self.reader,
            Pane::Notes => &mut self.notes,
            Pane::Tracker => &mut self.tracker,
        }
    }
}
