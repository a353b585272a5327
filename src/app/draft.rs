//! A text that is stored while it is typed: the note it becomes, and the note it replaces.

use std::sync::Arc;

use crate::app::outcome::{Intent, Outcome};
use crate::app::workspace::Change;
use crate::base::Id;
use crate::workspace::Note;

/// A text that is stored while it is typed.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The note as it was last handed over to be stored.
    pub note: Arc<Note>,
    /// The note of the notebook that it replaces; `None` for a new one.
    pub before: Option<Arc<Note>>,
    /// The note as it was sent, with the id that it had then; `None` once that is saved.
    unsaved: Option<Arc<Note>>,
}

impl Draft {
    /// The draft of a note in which nothing has been typed yet.
    #[must_use]
    pub fn new(note: Note, before: Option<Note>) -> Self {
        Self { note: Arc::new(note), before: before.map(Arc::new), unsaved: None }
    }

    /// Whether everything typed is saved.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.unsaved.is_none()
    }

    /// Whether something was typed, so that the note was handed over to be stored.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.before.as_ref() != Some(&self.note)
    }

    /// Takes over what was typed and has it stored.
    pub fn change(&mut self, note: Arc<Note>) -> Outcome {
        self.note = note.clone();
        self.unsaved = Some(note.clone());
        Outcome::of(Intent::Change(Change::Draft(note)))
    }

    /// Takes over a note in which nothing is typed yet. It is stored when something is.
    pub fn mark(&mut self, note: Note) -> Outcome {
        self.note = Arc::new(note);
        Outcome::none()
    }

    /// Handles that a note was saved as it was sent. More may have been typed since.
    pub fn note_saved(&mut self, note: &Arc<Note>) {
        if self.unsaved.as_ref() == Some(note) {
            self.unsaved = None;
        }
    }

    /// Gives the note the new id that it got when a conflict put it beside the version of another program.
    pub fn follow(&mut self, from: Id, to: Id) {
        for note in [Some(&mut self.note), self.before.as_mut()].into_iter().flatten() {
            if note.id == from {
                Arc::make_mut(note).id = to;
            }
        }
    }
}
