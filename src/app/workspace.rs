//! What the delegate has written, as the interface uses it: notes, positions, amendments, tracker, and what can be undone.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::app::effect::Effect;
use crate::app::unsaved::Unsaved;
use crate::app::write::Write;
use crate::base::{Error, Id};
use crate::model::Delegations;
use crate::workspace::{
    Act, Contents, Done, Kind, Note, NoteTemplate, Notebook, OwnDelegation, Saved, TimeLimits, Tracker, Undo,
};

/// The notes, positions, amendments and tracker acts in memory. The store writes them, unless `read_only`
/// is set.
#[derive(Debug, Default)]
pub struct Workspace {
    /// The notes and interventions.
    pub notebook: Notebook,
    /// The positions.
    pub positions: Notebook,
    /// The amendments.
    pub amendments: Notebook,
    /// The statements.
    pub statements: Notebook,
    /// The tracker.
    pub tracker: Tracker,
    /// What can be undone and redone.
    pub undo: Undo,
    /// The name of the person typing.
    pub author: String,
    /// Why nothing can be written; `None` if the workspace is writable.
    pub read_only: Option<Error>,
    /// Words a minute at which a text is read aloud.
    pub words_a_minute: u32,
    /// How long statements may take.
    pub time_limits: TimeLimits,
    /// The templates a note can begin with.
    pub templates: Vec<NoteTemplate>,
    /// The delegations, with those the workspace adds.
    pub delegations: Arc<Delegations>,
    /// The id of the own delegation, or its name as the settings have it; `None` if they do not name it.
    pub own_delegation: Option<String>,
    /// How many changes have been handed over to be written since start.
    pub changes: u64,
    /// The changes that are not on the disk.
    pub unsaved: Unsaved,
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
    /// Replaces several notes by their edited forms; one undo brings all of them back.
    EditTogether(Vec<(Note, Note)>),
    /// Deletes a note; undo brings it back.
    Delete(Arc<Note>),
    /// Deletes the draft of a note that is not needed any more.
    Discard(Arc<Note>),
    /// Adds acts to the tracker; one undo reverts all of them.
    Acts(Vec<Act>),
}

impl Workspace {
    /// The texts of a kind.
    #[must_use]
    pub fn notebook(&self, kind: Kind) -> &Notebook {
        match kind {
            Kind::Note => &self.notebook,
            Kind::Position => &self.positions,
            Kind::Amendment => &self.amendments,
            Kind::Statement => &self.statements,
        }
    }

    /// The own delegation; `None` if the settings do not name it.
    #[must_use]
    pub fn own(&self) -> Option<OwnDelegation<'_>> {
        OwnDelegation::find(&self.delegations, self.own_delegation.as_deref())
    }

    /// The texts of a kind, to change.
    pub fn notebook_of(&mut self, kind: Kind) -> &mut Notebook {
        match kind {
            Kind::Note => &mut self.notebook,
            Kind::Position => &mut self.positions,
            Kind::Amendment => &mut self.amendments,
            Kind::Statement => &mut self.statements,
        }
    }

    /// Records the changes among the effects as handed over.
    pub fn hand_over(&mut self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::Write(write) = effect {
                self.changes += 1;
                self.unsaved.hand_over(write);
            }
        }
    }

    /// Hands over once more what could not be written.
    pub fn try_again(&mut self, now: DateTime<FixedOffset>) -> Vec<Effect> {
        self.unsaved.try_again(now).into_iter().map(Effect::Write).collect()
    }

    /// Takes over a text of a program that died that could not be saved, and why: it is shown, marked and tried again as if
    /// it had been typed here.
    pub fn not_recovered(&mut self, note: Note, why: Error, now: DateTime<FixedOffset>) {
        let write = Write::Save(Arc::new(note));
        self.unsaved.refuse(&write, why, now);
        self.overlay(write);
    }

    /// Takes over what was read from the disk, with the changes that are not on the disk yet. With notes that are gone, only those that
    /// have changed were read.
    pub fn take_over(&mut self, mut read: Contents, gone: Option<Vec<Id>>) {
        match gone {
            Some(gone) => self.notebook.change(read.notebook, &gone),
            None => {
                read.notebook.revise(&self.notebook);
                self.notebook = read.notebook;
            }
        }
        self.positions = read.positions;
        (self.amendments, self.statements) = (read.amendments, read.statements);
        self.tracker = read.tracker;
        for item in self.unsaved.items().to_vec() {
            self.overlay(item.write);
        }
    }

    /// Makes a change that is not on the disk visible again, after something was read from there.
    fn overlay(&mut self, write: Write) {
        match write {
            Write::Save(note) | Write::Restore(note) => {
                self.notebook_of(note.kind).add(Note::clone(&note));
            }
            Write::Remove(note) => {
                self.notebook_of(note.kind).remove(note.id);
            }
            Write::Append(act) => self.tracker.add(*act),
            // They are added to the calendar when they are written.
            Write::AddToCalendar(_) => {}
        }
    }

    /// Takes over the result of storing a note, if another program had changed its file: our version, in the notebook, in
    /// what can be undone and in what is not on the disk yet, has its new id.
    pub fn settle(&mut self, note: &Note, saved: &Saved) {
        let id = self.notebook_of(note.kind).settle(note.id, saved);
        if let Saved::Beside { before, .. } = saved {
            self.follow(*before, id);
        }
    }

    /// Gives a text its new id in what can be undone and in what is not on the disk yet.
    pub fn follow(&mut self, from: Id, to: Id) {
        self.undo.follow(from, to);
        self.unsaved.follow(from, to);
    }

    /// The texts whose files must not count as known to the interface, although they were read: changes of them are not
    /// on the disk yet.
    #[must_use]
    pub fn held_back(&self) -> Vec<Id> {
        self.unsaved.items().iter().filter_map(|item| item.write.note_id()).collect()
    }

    /// A copy of everything, to be judged before something of it leaves.
    #[must_use]
    pub fn contents(&self) -> Contents {
        Contents {
            notebook: self.notebook.clone(),
            positions: self.positions.clone(),
            amendments: self.amendments.clone(),
            statements: self.statements.clone(),
            tracker: self.tracker.clone(),
        }
    }

    /// All that the delegate has written, as changes for an empty folder.
    #[must_use]
    pub fn everything(&self) -> Vec<Write> {
        let notebooks = [&self.notebook, &self.positions, &self.amendments, &self.statements];
        let notes = notebooks.into_iter().flat_map(Notebook::notes).cloned();
        let acts = self.tracker.acts().cloned();
        notes
            .map(|note| Write::Save(Arc::new(note)))
            .chain(acts.map(|act| Write::Append(Box::new(act))))
            .collect()
    }

    /// Makes a change, and returns what must be written for it.
    pub fn apply(&mut self, change: Change) -> Vec<Effect> {
        match change {
            Change::Draft(note) => vec![Effect::Write(Write::Save(note))],
            Change::Add(note) => {
                self.notebook_of(note.kind).add(Note::clone(&note));
                self.undo.remember(Done::Added(Note::clone(&note)));
                vec![Effect::Write(Write::Save(note))]
            }
            Change::Keep(note) => {
                self.notebook_of(note.kind).add(Note::clone(&note));
                vec![Effect::Write(Write::Save(note))]
            }
            Change::Edit { before, after } => {
                self.notebook_of(after.kind).add(Note::clone(&after));
                self.undo.remember(Done::Edited {
                    before: Box::new(Note::clone(&before)),
                    after: Box::new(Note::clone(&after)),
                });
                vec![Effect::Write(Write::Save(after))]
            }
            Change::EditTogether(pairs) => {
                for (_, after) in &pairs {
                    self.notebook_of(after.kind).add(after.clone());
                }
                let saved =
                    pairs.iter().map(|(_, after)| Effect::Write(Write::Save(Arc::new(after.clone()))));
                let saved = saved.collect();
                self.undo.remember(Done::EditedTogether(pairs));
                saved
            }
            Change::Delete(note) => {
                self.notebook_of(note.kind).remove(note.id);
                self.undo.remember(Done::Removed(Note::clone(&note)));
                vec![Effect::Write(Write::Remove(note))]
            }
            // The draft may have been read from the disk in the meantime.
            Change::Discard(note) => {
                self.notebook_of(note.kind).remove(note.id);
                vec![Effect::Write(Write::Remove(note))]
            }
            Change::Acts(acts) => {
                for act in &acts {
                    self.tracker.add(act.clone());
                }
                self.undo.remember(Done::Set(acts.iter().map(|act| act.id).collect()));
                acts.into_iter().map(|act| Effect::Write(Write::Append(Box::new(act)))).collect()
            }
        }
    }
}
