//! Drafts: the newest state of each text that is not saved yet. Only they write to the journal of a workspace.
//!
//! ```text
//!  interface ── typed, accept ──────────────┐
//!                                           ▼
//!                                        Drafts ──► .journal/ID.md
//!                                           ▲
//!  saving ──── prepare, settled, refused ───┘
//! ```
//!
//! The interface numbers what it hands over: its turns. A draft may go once the same or a later turn of its text is saved.
//! Before saving writes a file it says so with [`Drafts::prepare`], and waits until the draft on the disk names that version
//! among those it may replace: should the program then die, the draft is neither lost nor taken for a conflict with it. Drafts
//! never wait for saving.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use crate::base::{Id, Result};
use crate::store::journal::{Journal, Leftover, Leftovers};
use crate::store::lock::LockFile;
use crate::store::rendered::Rendered;
use crate::store::texts::Planned;
use crate::store::version::Bases;
use crate::workspace::{Note, SeenFile};

mod link;

pub use link::{DraftsCall, DraftsLink, lock};

/// The drafts of one workspace.
#[derive(Debug)]
pub struct Drafts {
    journal: Journal,
    /// The lock under which the journal may be written; `None` while the workspace is open for reading only.
    lock: Option<LockFile>,
    /// The files that the interface shows.
    shown: Arc<[SeenFile]>,
    /// What the texts may replace, where that is not the file that is shown.
    bases: HashMap<Id, Bases>,
    /// The conflicts the interface does not know yet, by the id that the text had before.
    moved: HashMap<Id, Planned>,
    entries: HashMap<Id, DraftState>,
    /// The texts that are saved and still have a file in the journal.
    obsolete: BTreeSet<Id>,
}

/// The newest state of a text.
#[derive(Debug)]
struct DraftState {
    note: Arc<Note>,
    /// The turn in which it was handed over.
    turn: u64,
    /// What the journal holds; `None` if it does not hold this state.
    written: Option<WrittenDraft>,
}

/// What a file of the journal holds.
#[derive(Debug, Clone, Copy)]
struct WrittenDraft {
    checksum: u64,
    bases: Bases,
}

/// What the journal has of a text that is about to be written to its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// This state or a later one, or nothing: the file may be written.
    Ready,
    /// An earlier state, which must first be replaced: [`Drafts::replace`].
    Behind,
}

impl Drafts {
    /// No drafts yet. Without a lock nothing is written before [`Self::open`].
    #[must_use]
    pub fn new(journal: Journal, lock: Option<LockFile>) -> Self {
        Self {
            journal,
            lock,
            shown: Arc::default(),
            bases: HashMap::new(),
            moved: HashMap::new(),
            entries: HashMap::new(),
            obsolete: BTreeSet::new(),
        }
    }

    /// A text as it is typed by now; [`Self::work`] writes it. Its id is the one the interface knows.
    pub fn typed(&mut self, turn: u64, note: Arc<Note>) {
        let id = self.current_id(note.id);
        let note = if id == note.id { note } else { renamed(&note, id) };
        self.obsolete.remove(&id);
        match self.entries.get_mut(&id) {
            Some(entry) if entry.note == note => entry.turn = turn,
            _ => drop(self.entries.insert(id, DraftState { note, turn, written: None })),
        }
    }

    /// The interface now shows these files, except of the texts held back: what is typed there is based on what was shown
    /// before.
    pub fn accept(&mut self, files: Arc<[SeenFile]>, held_back: &[Id]) {
        let kept = held_back.iter().chain(self.moved.keys());
        self.bases = kept.map(|id| (*id, self.bases(*id))).collect();
        self.shown = files;
    }

    /// The interface now knows both versions of a text in conflict: its old id means the other program's version again.
    pub fn accept_conflict(&mut self, id: Id) {
        if let Some(planned) = self.moved.remove(&id) {
            self.bases.insert(planned.theirs, Bases { known: planned.there, tried: None });
        }
    }

    /// A text is about to be written to its file, as it was in this turn.
    ///
    /// # Errors
    /// As [`Journal::write`], if the journal holds an earlier state and cannot be written: then the text must not be saved,
    /// or what is in the journal would be offered as a draft of it.
    pub fn prepare(&mut self, turn: u64, planned: Planned) -> Result<Readiness> {
        let Planned { from, to, checksum, there, .. } = planned;
        let tried = Some(checksum);
        if from == to {
            // A conflict that could not be written was none in the end.
            if let Some(earlier) = self.moved.remove(&from) {
                self.move_entry(earlier.to, from);
            }
            let known = there.or(self.bases(from).known);
            self.bases.insert(from, Bases { known, tried });
        } else {
            self.moved.insert(from, planned);
            self.move_entry(from, to);
            self.bases.insert(to, Bases { known: None, tried });
        }
        // Whatever is typed comes first; a failure is reported by `work`.
        let _ = self.write_waiting();
        let prepared = self.prepared(turn, to, checksum)?;
        if prepared == Readiness::Ready && from != to && self.journal.held(from).is_some() {
            self.obsolete.insert(from);
        }
        Ok(prepared)
    }

    fn prepared(&mut self, turn: u64, id: Id, checksum: u64) -> Result<Readiness> {
        let (held, bases) = (self.journal.held(id), self.bases(id));
        match self.entries.get(&id) {
            Some(entry) if entry.turn >= turn => {
                let is_named = |written: WrittenDraft| written.checksum == checksum || written.bases == bases;
                if entry.written.is_some_and(is_named) {
                    return Ok(Readiness::Ready);
                }
                match self.write(id) {
                    Err(error) if held.is_some_and(|held| held != checksum) => Err(error),
                    _ => Ok(Readiness::Ready),
                }
            }
            _ if held.is_some_and(|held| held != checksum) => Ok(Readiness::Behind),
            _ => Ok(Readiness::Ready),
        }
    }

    /// Puts the text that is about to be written to its file in the place of an earlier state.
    ///
    /// # Errors
    /// As [`Journal::write`].
    pub fn replace(&mut self, turn: u64, note: Arc<Note>) -> Result<()> {
        let id = note.id;
        self.obsolete.remove(&id);
        self.entries.insert(id, DraftState { note, turn, written: None });
        self.write(id)
    }

    /// A text is on the disk as it was in this turn, or in the trash: its draft may go, unless it is of a later turn.
    pub fn settled(&mut self, turn: u64, id: Id, bases: Bases) {
        self.bases.insert(id, bases);
        if self.entries.get(&id).is_none_or(|entry| entry.turn <= turn) {
            self.entries.remove(&id);
            if self.journal.held(id).is_some() {
                self.obsolete.insert(id);
            }
        }
    }

    /// A text could not be written. Its draft stays.
    pub fn refused(&mut self, id: Id, bases: Bases) {
        self.bases.insert(id, bases);
    }

    /// Writes what the journal does not hold yet; after that, removes what is saved.
    ///
    /// # Errors
    /// The first failure of [`Journal::write`]. What could not be written or removed is tried again the next time.
    pub fn work(&mut self) -> Result<()> {
        let written = self.write_waiting();
        if !self.obsolete.is_empty() && self.may_write() {
            let journal = &mut self.journal;
            self.obsolete.retain(|id| journal.clear(*id).is_err());
        }
        written
    }

    /// Writes what the journal does not hold yet, in the order in which it was typed.
    ///
    /// # Errors
    /// As [`Self::work`].
    pub fn write_waiting(&mut self) -> Result<()> {
        let waiting = self.entries.iter().filter(|(_, entry)| entry.written.is_none());
        let mut waiting: Vec<(u64, Id)> = waiting.map(|(id, entry)| (entry.turn, *id)).collect();
        waiting.sort_unstable();
        waiting.into_iter().map(|(_, id)| self.write(id)).fold(Ok(()), Result::and)
    }

    /// The workspace may be written from now on: what was left there was recovered with `other`, which was in another
    /// [`DraftsLink::Here`] and ends.
    pub fn open(&mut self, other: &Mutex<Self>) {
        let mut other = lock(other);
        let moved = std::mem::take(&mut other.moved);
        self.bases.extend(moved.values().map(|planned| (planned.to, other.bases(planned.to))));
        self.moved.extend(moved);
        let Self { journal, lock, obsolete, .. } = &mut *other;
        std::mem::swap(&mut self.journal, journal);
        (self.lock, self.obsolete) = (lock.take(), std::mem::take(obsolete));
    }

    /// The lock was taken again, on another file.
    pub fn relock(&mut self, lock: LockFile) {
        self.lock = Some(lock);
    }

    /// Another program writes to the workspace: its journal is no longer ours. The drafts are written when it may be written
    /// again.
    pub fn close(&mut self) {
        self.lock = None;
        self.journal.disown_all();
        self.obsolete.clear();
        self.entries.values_mut().for_each(|entry| entry.written = None);
    }

    /// What a program that died has left.
    #[must_use]
    pub fn leftovers(&self) -> Leftovers {
        self.journal.leftovers()
    }

    /// The file of a text that was left belongs to this program from now on.
    pub fn adopt(&mut self, leftover: &Leftover) {
        self.journal.adopt(leftover);
    }

    /// The file of a text that was left stays for the next start; see [`Journal::disown`].
    pub fn disown(&mut self, id: Id) {
        self.entries.remove(&id);
        self.journal.disown(id);
    }

    /// The file of a text that was left is needless.
    pub fn drop_leftover(&mut self, id: Id) {
        self.obsolete.insert(id);
    }

    fn may_write(&self) -> bool {
        self.lock.as_ref().is_some_and(|lock| !lock.is_taken())
    }

    /// Writes the newest state of a text, unless the journal may not be written now.
    fn write(&mut self, id: Id) -> Result<()> {
        if !self.may_write() {
            return Ok(());
        }
        let bases = self.bases(id);
        let Some(entry) = self.entries.get_mut(&id) else { return Ok(()) };
        let text = Rendered::of(Cow::Borrowed(&*entry.note));
        self.journal.write(&text, bases)?;
        entry.written = Some(WrittenDraft { checksum: text.checksum, bases });
        Ok(())
    }

    /// The versions of its file that a text may replace.
    fn bases(&self, id: Id) -> Bases {
        let shown = || {
            let file = self.shown.iter().find(|file| file.id == id);
            Bases { known: file.map(|file| file.checksum), tried: None }
        };
        self.bases.get(&id).copied().unwrap_or_else(shown)
    }

    /// The id under which a text is stored, while the interface may not know yet that it has a new one.
    fn current_id(&self, mut id: Id) -> Id {
        while let Some(planned) = self.moved.get(&id) {
            id = planned.to;
        }
        id
    }

    /// Changes the id of a draft. The file under the old id is removed after the one under the new id was written.
    fn move_entry(&mut self, from: Id, to: Id) {
        let Some(entry) = self.entries.remove(&from) else { return };
        let note = renamed(&entry.note, to);
        self.obsolete.remove(&to);
        self.entries.insert(to, DraftState { note, turn: entry.turn, written: None });
    }
}

fn renamed(note: &Note, id: Id) -> Arc<Note> {
    Arc::new(Note { id, ..note.clone() })
}

#[cfg(test)]
mod tests;
