//! What the delegate has written, as the interface uses it: notes, positions, tracker, and what can be undone.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::base::Error;
use crate::workspace::{Act, Done, Kind, Note, Notebook, Tracker, Undo};

/// The notes, positions and tracker acts in memory. The store writes them, unless `read_only`
/// is set.
#[derive(Debug, Default)]
pub struct Workspace {
    /// The notes and interventions.
    pub notebook: Notebook,
    /// The positions.
    pub positions: Notebook,
    /// The tracker.
    pub tracker: Tracker,
    /// What can be undone and redone.
    pub undo: Undo,
    /// The name of the person typing.
    pub author: String,
    /// Why nothing can be written; `None` if the workspace is writable.
    pub read_only: Option<Error>,
    /// How many changes have been handed over to be written since start.
    pub changes: u64,
}

/// A change to notes or tracker.
#[derive(Debug, Clone)]
pub enum Change {
    /// Stores a note as it is while it is typed; it enters the notebook only when it is finished.
    Draft(Arc<Note>),
    /// Adds a finished new note.
    Add(Arc<Note>),
    /// Adds a finished note that cannot be undone: a text that was typed for another purpose is kept as a note.
    Keep(Arc<Note>),
    /// Replaces a note by its edited form.
    Edit {
        /// The note before.
        before: Arc<Note>,
        /// The note after.
        after: Arc<Note>,
    },
    /// Deletes a note; undo brings it back.
    Delete(Arc<Note>),
    /// Deletes a note that was edited until nothing was left in it; undo brings it back as it was before.
    Empty {
        /// The note before.
        before: Arc<Note>,
        /// The empty note.
        after: Arc<Note>,
    },
    /// Deletes the draft of a note that is not needed any more.
    Discard(Arc<Note>),
    /// Adds acts to the tracker; one undo reverts all of them.
    Acts(Vec<Act>),
}

impl Workspace {
    /// The texts of a kind.
    pub fn notebook_of(&mut self, kind: Kind) -> &mut Notebook {
        match kind {
            Kind::Note => &mut self.notebook,
            Kind::Position => &mut self.positions,
        }
    }

    /// Makes a change, and returns what must be written for it.
    pub fn apply(&mut self, change: Change) -> Vec<Effect> {
        match change {
            Change::Draft(note) => vec![Effect::SaveNote(note)],
            Change::Add(note) => {
                self.notebook_of(note.kind).add(Note::clone(&note));
                self.undo.remember(Done::Added(Note::clone(&note)));
                vec![Effect::SaveNote(note)]
            }
            // The last draft of the note is stored already.
            Change::Keep(note) => {
                self.notebook_of(note.kind).add(Note::clone(&note));
                Vec::new()
            }
            Change::Edit { before, after } => {
                self.notebook_of(after.kind).add(Note::clone(&after));
                self.undo.remember(Done::Edited {
                    before: Box::new(Note::clone(&before)),
                    after: Box::new(Note::clone(&after)),
                });
                vec![Effect::SaveNote(after)]
            }
            Change::Delete(note) => {
                self.notebook_of(note.kind).remove(note.id);
                self.undo.remember(Done::Removed(Note::clone(&note)));
                vec![Effect::RemoveNote(note)]
            }
            Change::Empty { before, after } => {
                self.notebook_of(before.kind).remove(before.id);
                self.undo.remember(Done::Removed(Note::clone(&before)));
                vec![Effect::RemoveNote(after)]
            }
            // The draft may have been read from the disk in the meantime.
            Change::Discard(note) => {
                self.notebook_of(note.kind).remove(note.id);
                vec![Effect::RemoveNote(note)]
            }
            Change::Acts(acts) => {
                for act in &acts {
                    self.tracker.add(act.clone());
                }
                self.undo.remember(Done::Set(acts.iter().map(|act| act.id).collect()));
                acts.into_iter().map(|act| Effect::Append(Box::new(act))).collect()
            }
        }
    }
}
