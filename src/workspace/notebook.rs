//! The notebook: all texts of a kind, newest first, and the files that could not be read as such.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, FixedOffset};

use crate::base::{Error, Id, Result};
use crate::model::{Address, Reference};
use crate::workspace::Note;
use crate::workspace::intervention::Tally;

/// A file, or a line of one, that could not be read. It is reported and never rewritten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Path inside the workspace: `notes/2023-….md`.
    pub file: String,
    /// What is wrong with it. The message has `file` and, if it is known, `line`.
    pub error: Error,
}

/// What saving a note led to.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// The note is on the disk; or in the trash, if it was removed.
    Written,
    /// Another program has changed its file in the meantime. Its version stays; ours is on the disk beside it as a note
    /// of its own, or in the trash.
    Beside {
        /// The id our version had until then: that of the note or, if an earlier conflict has given it another one that the
        /// interface did not know yet, that one.
        before: Id,
        /// Our version, with the new id it was given.
        ours: Box<Note>,
        /// Their version, or why it cannot be read.
        theirs: Box<Result<Note>>,
    },
}

/// Newest first; of two with the same time, the one added last.
type NoteOrder = Reverse<(DateTime<FixedOffset>, Id)>;

/// All notes, found by id, passage and agenda item. Every answer is in order, newest first.
#[derive(Debug, Clone, Default)]
pub struct Notebook {
    notes: BTreeMap<NoteOrder, Arc<Note>>,
    keys: HashMap<Id, NoteOrder>,
    passages: HashMap<Reference, NotesOfPlace>,
    items: HashMap<Address, NotesOfPlace>,
    broken: Vec<Broken>,
    revision: u64,
    /// Whether the files have not been read yet.
    is_unread: bool,
}

/// The notes of a passage or an agenda item.
#[derive(Debug, Clone, Default)]
struct NotesOfPlace {
    keys: BTreeSet<NoteOrder>,
    /// How the delegations are divided, counted when it is first asked for: every frame shows it for many places.
    tally: OnceLock<Tally>,
}

impl NotesOfPlace {
    fn add(&mut self, key: NoteOrder) {
        self.keys.insert(key);
        self.tally = OnceLock::new();
    }

    fn remove(&mut self, key: NoteOrder) {
        self.keys.remove(&key);
        self.tally = OnceLock::new();
    }
}

impl Notebook {
    /// A notebook of these notes and broken files.
    #[must_use]
    pub fn new(notes: impl IntoIterator<Item = Note>, broken: Vec<Broken>) -> Self {
        let mut notebook = Self { broken, ..Self::default() };
        for note in notes {
            notebook.add(note);
        }
        notebook
    }

    /// A notebook whose files are read later.
    #[must_use]
    pub fn unread() -> Self {
        Self { is_unread: true, ..Self::default() }
    }

    /// Whether its files have not been read yet: it has only what was written since.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.is_unread
    }

    /// All notes.
    pub fn notes(&self) -> impl DoubleEndedIterator<Item = &Note> {
        self.notes.values().map(|note| &**note)
    }

    /// All notes, to be kept by another thread without copying them.
    pub fn shared(&self) -> impl Iterator<Item = &Arc<Note>> {
        self.notes.values()
    }

    /// How many notes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.notes.len()
    }

    /// Whether there is no note.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// A number that grows with every change, so that what was made of the notes is known to be out of date.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Continues the revisions of the notebook in whose place this one is, which was read from the disk again.
    pub fn revise(&mut self, before: &Self) {
        self.revision += before.revision + 1;
    }

    /// Takes over the notes that have changed, and the files that cannot be read now; some notes are gone.
    pub fn change(&mut self, changed: Self, gone: &[Id]) {
        gone.iter().for_each(|id| drop(self.remove(*id)));
        for note in changed.notes.into_values() {
            if self.get(note.id) != Some(&*note) {
                self.add(Arc::unwrap_or_clone(note));
            }
        }
        self.broken = changed.broken;
    }

    /// The files that could not be read as notes.
    #[must_use]
    pub fn broken(&self) -> &[Broken] {
        &self.broken
    }

    /// The note with this id.
    #[must_use]
    pub fn get(&self, id: Id) -> Option<&Note> {
        self.notes.get(self.keys.get(&id)?).map(|note| &**note)
    }

    /// The notes anchored exactly at a passage.
    #[must_use]
    pub fn for_passage(&self, passage: &Reference) -> Vec<&Note> {
        self.at(self.passages.get(passage))
    }

    /// The notes written while an agenda item was open.
    #[must_use]
    pub fn of_item(&self, item: &Address) -> Vec<&Note> {
        self.at(self.items.get(item))
    }

    /// The notes anchored at the passages that `belongs` chooses, such as those of a section.
    #[must_use]
    pub fn under(&self, belongs: &dyn Fn(&Reference) -> bool) -> Vec<&Note> {
        let chosen = self.passages.iter().filter(|(passage, _)| belongs(passage));
        let mut keys: Vec<NoteOrder> = chosen.flat_map(|(_, place)| place.keys.iter().copied()).collect();
        keys.sort_unstable();
        keys.iter().filter_map(|key| self.notes.get(key)).map(|note| &**note).collect()
    }

    /// The number of notes anchored exactly at a passage, and how the delegations are divided in them.
    #[must_use]
    pub fn tally_of_passage(&self, passage: &Reference) -> Tally {
        self.tally(self.passages.get(passage))
    }

    /// The same of the notes written while an agenda item was open.
    #[must_use]
    pub fn tally_of_item(&self, item: &Address) -> Tally {
        self.tally(self.items.get(item))
    }

    fn tally(&self, place: Option<&NotesOfPlace>) -> Tally {
        let count = |of: &NotesOfPlace| *of.tally.get_or_init(|| Tally::of(self.at(place)));
        place.map(count).unwrap_or_default()
    }

    fn at(&self, place: Option<&NotesOfPlace>) -> Vec<&Note> {
        let keys = place.into_iter().flat_map(|place| &place.keys);
        keys.filter_map(|key| self.notes.get(key)).map(|note| &**note).collect()
    }

    /// Adds a note; one with the same id is replaced and returned.
    pub fn add(&mut self, note: Note) -> Option<Note> {
        let replaced = self.remove(note.id);
        let key = Reverse((note.at, note.id));
        if let Some(anchor) = &note.anchor {
            self.passages.entry(anchor.clone()).or_default().add(key);
        }
        if let Some(item) = &note.item {
            self.items.entry(item.clone()).or_default().add(key);
        }
        self.keys.insert(note.id, key);
        self.notes.insert(key, Arc::new(note));
        self.revision += 1;
        replaced
    }

    /// Removes a note and returns it.
    pub fn remove(&mut self, id: Id) -> Option<Note> {
        let key = self.keys.remove(&id)?;
        let note = Arc::unwrap_or_clone(self.notes.remove(&key)?);
        self.revision += 1;
        remove_from(&mut self.passages, note.anchor.as_ref(), key);
        remove_from(&mut self.items, note.item.as_ref(), key);
        Some(note)
    }

    /// Takes over the result of saving, restoring or removing a note: after a conflict our version, if it is here, has its
    /// new id, and the version of the other program is here under the old one. Returns the id of our version.
    pub fn settle(&mut self, note: Id, saved: &Saved) -> Id {
        let Saved::Beside { before, ours, theirs } = saved else { return note };
        // As it is here: more may have been typed since it was handed over.
        if let Some(here) = self.remove(*before) {
            self.add(Note { id: ours.id, ..here });
        }
        match theirs.as_ref() {
            Ok(theirs) => drop(self.add(theirs.clone())),
            Err(error) => {
                let file = error.message.get("file").map_or_else(String::new, ToString::to_string);
                self.broken.retain(|broken| broken.file != file);
                self.broken.push(Broken { file, error: error.clone() });
            }
        }
        ours.id
    }
}

/// Takes a note out of an index.
fn remove_from<Of: std::hash::Hash + Eq>(
    index: &mut HashMap<Of, NotesOfPlace>,
    of: Option<&Of>,
    key: NoteOrder,
) {
    let Some(of) = of else { return };
    if let Some(place) = index.get_mut(of) {
        place.remove(key);
        if place.keys.is_empty() {
            index.remove(of);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Now;

    fn note(minute: u32, chance: u8, anchor: &str, item: &str) -> Note {
        let instant = DateTime::parse_from_rfc3339("2023-03-06T10:00:00-05:00").unwrap();
        let now = Now::new(instant + chrono::TimeDelta::minutes(minute.into()), [chance; 10]);
        let mut note = Note::new(&now, "roy", format!("{minute}"));
        note.anchor = anchor.parse().ok();
        note.item = item.parse().ok();
        note
    }

    fn texts(notes: &[&Note]) -> Vec<String> {
        notes.iter().map(|note| note.text.clone()).collect()
    }

    #[test]
    fn the_count_of_a_place_follows_its_notes() {
        let passage: Reference = "A/76/135:16".parse().unwrap();
        let mut notebook = Notebook::new([note(1, 1, "A/76/135:16", "item/5/d")], Vec::new());
        assert_eq!(notebook.tally_of_passage(&passage).notes, 1);
        let second = note(2, 2, "A/76/135:16", "item/5/f");
        notebook.add(second.clone());
        assert_eq!(notebook.tally_of_passage(&passage).notes, 2);
        assert_eq!(notebook.tally_of_item(&"item/5/f".parse().unwrap()).notes, 1);
        let mut said = second.clone();
        said.delegation = Some("FRA".to_owned());
        said.extra.insert("stance".to_owned(), "supports".into());
        notebook.add(said);
        assert_eq!(notebook.tally_of_passage(&passage).signs(), "✎2 +1");
        notebook.remove(second.id);
        assert_eq!(notebook.tally_of_passage(&passage).signs(), "✎1");
        assert_eq!(notebook.tally_of_item(&"item/5/f".parse().unwrap()), Tally::default());
    }

    #[test]
    fn the_newest_note_of_a_place_comes_first() {
        let notes = [
            note(1, 1, "A/77/275:annex/E/next/2", "item/5/f"),
            note(9, 2, "A/77/275:annex/E/next/2", "item/5/f"),
            note(5, 3, "A/77/275:annex/16/a", "item/5/f"),
            note(7, 4, "A/76/135:16", "item/5/d"),
            note(8, 5, "", ""),
        ];
        let mut notebook = Notebook::new(notes.clone(), Vec::new());
        let step = "A/77/275:annex/E/next/2".parse().unwrap();
        assert_eq!(texts(&notebook.for_passage(&step)), ["9", "1"]);
        assert_eq!(texts(&notebook.of_item(&"item/5/f".parse().unwrap())), ["9", "5", "1"]);
        let report = |passage: &Reference| passage.symbol.as_str() == "A/77/275";
        assert_eq!(texts(&notebook.under(&report)), ["9", "5", "1"]);
        assert_eq!(texts(&notebook.notes().collect::<Vec<_>>()), ["9", "8", "7", "5", "1"]);

        let taken = notebook.remove(notes[1].id).unwrap();
        assert_eq!(texts(&notebook.for_passage(&step)), ["1"]);
        assert_eq!(notebook.add(taken), None);
        let mut moved = notes[1].clone();
        moved.anchor = "A/76/135:16".parse().ok();
        assert_eq!(notebook.add(moved), Some(notes[1].clone()));
        assert_eq!(texts(&notebook.for_passage(&step)), ["1"]);
        assert_eq!(texts(&notebook.for_passage(&"A/76/135:16".parse().unwrap())), ["9", "7"]);
        assert_eq!((notebook.len(), notebook.get(notes[1].id).unwrap().text.as_str()), (5, "9"));
    }

    #[test]
    fn after_a_conflict_both_versions_are_in_the_notebook() {
        let mine = note(1, 1, "A/76/135:16", "");
        let mut notebook = Notebook::new([mine.clone()], Vec::new());
        assert_eq!(notebook.settle(mine.id, &Saved::Written), mine.id);
        let ours = Note { id: note(2, 2, "", "").id, ..mine.clone() };
        let theirs = Note { text: "theirs".into(), ..mine.clone() };
        let saved = |theirs| Saved::Beside {
            before: mine.id,
            ours: Box::new(ours.clone()),
            theirs: Box::new(theirs),
        };
        assert_eq!(notebook.settle(mine.id, &saved(Ok(theirs.clone()))), ours.id);
        assert_eq!(notebook.notes().collect::<Vec<_>>(), [&ours, &theirs]);
        // What was typed since stays; and what was deleted here does not come back.
        let mut notebook = Notebook::new([mine.with_body("1, longer", None)], Vec::new());
        notebook.settle(mine.id, &saved(Ok(theirs.clone())));
        assert_eq!(notebook.get(ours.id).unwrap().text, "1, longer");
        let mut notebook = Notebook::default();
        notebook.settle(mine.id, &saved(Ok(theirs.clone())));
        assert_eq!(notebook.notes().collect::<Vec<_>>(), [&theirs]);
        // A second conflict: the text was sent to be saved before the first conflict was known here.
        let again = Note { id: note(3, 3, "", "").id, ..mine.clone() };
        let others = Note { text: "theirs, later".into(), ..ours.clone() };
        let second = Saved::Beside {
            before: ours.id,
            ours: Box::new(again.clone()),
            theirs: Box::new(Ok(others.clone())),
        };
        let mut twice = Notebook::new([ours.clone(), theirs.clone()], Vec::new());
        assert_eq!(twice.settle(mine.id, &second), again.id);
        assert_eq!(twice.notes().collect::<Vec<_>>(), [&again, &others, &theirs]);
        notebook.add(ours.clone());
        let error = Error::broken("note-no-front-matter").with("file", "notes/a.md");
        notebook.remove(theirs.id);
        notebook.settle(mine.id, &saved(Err(error)));
        assert_eq!((notebook.len(), notebook.broken()[0].file.as_str()), (1, "notes/a.md"));
    }

    #[test]
    fn ten_thousand_notes_are_found_by_place() {
        let notes = (0..10_000).map(|n| note(n, 0, &format!("A/77/275:{}", n % 500), "item/4"));
        let notebook = Notebook::new(notes, Vec::new());
        assert_eq!(notebook.for_passage(&"A/77/275:7".parse().unwrap()).len(), 20);
        assert_eq!(notebook.under(&|passage| passage.address.last() < Some("2")).len(), 2240);
    }
}
