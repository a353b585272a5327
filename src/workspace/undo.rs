//! One undo for the whole desk: notes and statuses are taken back in the order they were made.

use std::collections::BTreeSet;

use crate::base::{Id, Now};
use crate::workspace::{Act, Note, Notebook, Notebooks, Tracker};

/// Something the delegate did that can be undone.
#[derive(Debug, Clone, PartialEq)]
pub enum Done {
    /// A note was made.
    Added(Note),
    /// A note was changed.
    Edited {
        /// What it was.
        before: Box<Note>,
        /// What it became.
        after: Box<Note>,
    },
    /// A note was removed.
    Removed(Note),
    /// Statuses were set in one go, by these acts.
    Set(Vec<Id>),
    /// Several notes were changed in one go: what each was, and what it became.
    EditedTogether(Vec<(Note, Note)>),
}

/// What undoing or redoing did to the notes or the tracker, and the store must now do to the files.
#[derive(Debug, Clone, PartialEq)]
pub enum FileChange {
    /// The note is as it was before: save it.
    Save(Note),
    /// The note is gone: move its file to the trash.
    Trash(Note),
    /// The note is back: move its file back from the trash.
    Restore(Note),
    /// Statuses changed: append these acts to the author's log.
    Append(Vec<Act>),
    /// These notes are as they were before: save them.
    SaveAll(Vec<Note>),
}

/// What can be undone and redone. It lives as long as the program runs.
#[derive(Debug, Clone, Default)]
pub struct Undo {
    done: Vec<Done>,
    /// With statuses, the acts that undid them.
    undone: Vec<(Done, Vec<Id>)>,
}

/// How many actions are remembered.
const DEPTH: usize = 1000;

impl Undo {
    /// Remembers what was just done; what had been undone can then no longer be redone.
    pub fn remember(&mut self, done: Done) {
        self.undone.clear();
        if self.done.len() == DEPTH {
            self.done.remove(0);
        }
        self.done.push(done);
    }

    /// Gives a note the new id that it got when a conflict put it beside another version of itself.
    pub fn follow(&mut self, from: Id, to: Id) {
        let undone = self.undone.iter_mut().map(|(done, _)| done);
        for done in self.done.iter_mut().chain(undone) {
            let notes: Vec<&mut Note> = match done {
                Done::Added(note) | Done::Removed(note) => vec![note],
                Done::Edited { before, after } => vec![before, after],
                Done::EditedTogether(pairs) => {
                    pairs.iter_mut().flat_map(|(before, after)| [before, after]).collect()
                }
                Done::Set(_) => Vec::new(),
            };
            notes.into_iter().filter(|note| note.id == from).for_each(|note| note.id = to);
        }
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Undoes the last action; returns what the store must do.
    pub fn undo(
        &mut self,
        notebooks: &mut Notebooks<'_>,
        tracker: &mut Tracker,
        author: &str,
        now: &Now,
    ) -> Option<FileChange> {
        while let Some(done) = self.done.pop() {
            let change = match &done {
                Done::Added(note) => take(notebooks.of(note.kind), note),
                Done::Edited { before, after } => swap(notebooks.of(before.kind), after, before),
                Done::Removed(note) => Some(bring_back(notebooks.of(note.kind), note, now)),
                Done::EditedTogether(pairs) => {
                    swap_all(notebooks, pairs.iter().map(|(before, after)| Swap { from: after, to: before }))
                }
                Done::Set(acts) => take_back(tracker, acts, author, now),
            };
            // What is gone already (undone elsewhere), or was changed by another program, is skipped.
            let Some(change) = change else { continue };
            let done = self.renamed(done, &change);
            self.undone.push(match &change {
                FileChange::Append(acts) => (done, acts.iter().map(|act| act.id).collect()),
                _ => (done, Vec::new()),
            });
            return Some(change);
        }
        None
    }

    /// Redoes the action undone last; returns what the store must do.
    pub fn redo(
        &mut self,
        notebooks: &mut Notebooks<'_>,
        tracker: &mut Tracker,
        author: &str,
        now: &Now,
    ) -> Option<FileChange> {
        while let Some((done, back)) = self.undone.pop() {
            let change = match &done {
                Done::Added(note) => Some(bring_back(notebooks.of(note.kind), note, now)),
                Done::Edited { before, after } => swap(notebooks.of(before.kind), before, after),
                Done::Removed(note) => take(notebooks.of(note.kind), note),
                Done::EditedTogether(pairs) => {
                    swap_all(notebooks, pairs.iter().map(|(before, after)| Swap { from: before, to: after }))
                }
                Done::Set(_) => take_back(tracker, &back, author, now),
            };
            let Some(change) = change else { continue };
            let done = self.renamed(done, &change);
            self.done.push(done);
            return Some(change);
        }
        None
    }

    /// What was done, after a note was brought back: if its id had been taken in the meantime, it has a new one, here and
    /// in all that was done to it before and after.
    fn renamed(&mut self, done: Done, change: &FileChange) -> Done {
        match (done, change) {
            (Done::Added(note), FileChange::Restore(back)) => {
                self.follow(note.id, back.id);
                Done::Added(back.clone())
            }
            (Done::Removed(note), FileChange::Restore(back)) => {
                self.follow(note.id, back.id);
                Done::Removed(back.clone())
            }
            (done, _) => done,
        }
    }
}

fn has_same_words(one: &Note, other: &Note) -> bool {
    (&one.text, &one.delegation, one.restricted) == (&other.text, &other.delegation, other.restricted)
}

/// Removes a note, unless another program has changed it.
fn take(notebook: &mut Notebook, note: &Note) -> Option<FileChange> {
    let there = notebook.get(note.id).filter(|there| has_same_words(there, note))?.id;
    notebook.remove(there).map(FileChange::Trash)
}

/// Brings a note back. If another program has brought it back in the meantime, it stays as it is; if it has written
/// something else in its place, both stay, and this note gets a new id.
fn bring_back(notebook: &mut Notebook, note: &Note, now: &Now) -> FileChange {
    let id = match notebook.get(note.id) {
        Some(there) if has_same_words(there, note) => return FileChange::Restore(there.clone()),
        Some(_) => Id::new(now),
        None => note.id,
    };
    let note = Note { id, ..note.clone() };
    notebook.add(note.clone());
    FileChange::Restore(note)
}

/// Replaces the words and the front matter of one version by those of another, unless another program has changed the
/// words. What else that program has changed stays.
fn swap(notebook: &mut Notebook, from: &Note, to: &Note) -> Option<FileChange> {
    let there = notebook.get(from.id).filter(|there| has_same_words(there, from))?;
    let mut note = Note { delegation: to.delegation.clone(), ..there.with_body(to.text.clone(), to.edited) };
    let changed: BTreeSet<&String> = from.extra.keys().chain(to.extra.keys()).collect();
    for key in changed.into_iter().filter(|key| from.extra.get(*key) != to.extra.get(*key)) {
        if note.extra.get(key) != from.extra.get(key) {
            continue;
        }
        match to.extra.get(key) {
            Some(value) => note.extra.insert(key.clone(), value.clone()),
            None => note.extra.remove(key),
        };
    }
    if note.restricted != to.restricted {
        note.restrict(to.restricted);
    }
    if note.anchor == from.anchor {
        (note.anchor, note.item) = (to.anchor.clone(), to.item.clone());
    }
    if note.at == from.at {
        note.at = to.at;
    }
    notebook.add(note.clone());
    Some(FileChange::Save(note))
}

/// A note as it is, and as it becomes.
struct Swap<'n> {
    from: &'n Note,
    to: &'n Note,
}

/// The same for several notes; `None` if other programs have changed all of them.
fn swap_all<'n>(notebooks: &mut Notebooks<'_>, swaps: impl Iterator<Item = Swap<'n>>) -> Option<FileChange> {
    let saved = swaps.filter_map(|Swap { from, to }| match swap(notebooks.of(from.kind), from, to)? {
        FileChange::Save(note) => Some(note),
        _ => None,
    });
    let saved: Vec<Note> = saved.collect();
    (!saved.is_empty()).then_some(FileChange::SaveAll(saved))
}

/// Undoes acts, the last one first; `None` if all of them are undone already.
fn take_back(tracker: &mut Tracker, acts: &[Id], author: &str, now: &Now) -> Option<FileChange> {
    let mut back = Vec::with_capacity(acts.len());
    for (at, act) in acts.iter().rev().enumerate() {
        let Some(act) = tracker.undo(*act, author, &now.nth(at)) else { continue };
        tracker.add(act.clone());
        back.push(act);
    }
    (!back.is_empty()).then_some(FileChange::Append(back))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::{ActTarget, Contents, Kind, Status};
    use chrono::DateTime;

    #[derive(Default)]
    struct Trial {
        texts: Contents,
        tracker: Tracker,
        undo: Undo,
        keys: u8,
    }

    impl Trial {
        fn now(&mut self) -> Now {
            self.keys += 1;
            Now::new(DateTime::parse_from_rfc3339("2023-03-06T10:00:00-05:00").unwrap(), [self.keys; 10])
        }

        fn note(&mut self, text: &str) -> Note {
            let note = Note::new(&self.now(), "roy", text);
            self.texts.notebook.add(note.clone());
            self.undo.remember(Done::Added(note.clone()));
            note
        }

        fn edit(&mut self, note: &Note, text: &str) -> Note {
            let after = note.with_text(text, &self.now());
            self.texts.notebook.add(after.clone());
            self.undo.remember(Done::Edited { before: note.clone().into(), after: after.clone().into() });
            after
        }

        fn remove(&mut self, note: &Note) {
            let note = self.texts.notebook.remove(note.id).unwrap();
            self.undo.remember(Done::Removed(note));
        }

        fn set(&mut self, status: Status) {
            let now = self.now();
            let act =
                self.tracker.set(ActTarget { step: &step(), topic: None, session: 4 }, status, "roy", &now);
            self.undo.remember(Done::Set(vec![act.id]));
            self.tracker.add(act);
        }

        fn back(&mut self) -> Option<FileChange> {
            let now = self.now();
            self.undo.undo(&mut self.texts.notebooks(), &mut self.tracker, "roy", &now)
        }

        fn again(&mut self) -> Option<FileChange> {
            let now = self.now();
            self.undo.redo(&mut self.texts.notebooks(), &mut self.tracker, "roy", &now)
        }

        fn picture(&self) -> (Vec<String>, Status) {
            let notebooks = self.texts.notebook.notes().map(|note| note.text.clone()).collect();
            (notebooks, self.tracker.status(&step(), None, 4))
        }
    }

    fn step() -> crate::model::Reference {
        "A/77/275:annex/E/next/2".parse().unwrap()
    }

    #[test]
    fn everything_done_can_be_undone_and_redone_in_order() {
        let mut trial = Trial::default();
        let mut pictures = vec![trial.picture()];
        let note = trial.note("a");
        pictures.push(trial.picture());
        trial.set(Status::Raised);
        pictures.push(trial.picture());
        let note = trial.edit(&note, "ab");
        pictures.push(trial.picture());
        trial.set(Status::Discussed);
        pictures.push(trial.picture());
        trial.remove(&note);
        pictures.push(trial.picture());

        for _ in 0..2 {
            for picture in pictures.iter().rev().skip(1) {
                assert!(trial.back().is_some());
                assert_eq!(trial.picture(), *picture);
            }
            assert_eq!(trial.back(), None);
            for picture in pictures.iter().skip(1) {
                assert!(trial.again().is_some());
                assert_eq!(trial.picture(), *picture);
            }
            assert_eq!(trial.again(), None);
        }
    }

    #[test]
    fn undoing_never_overwrites_what_another_program_wrote() {
        let mut trial = Trial::default();
        let note = trial.note("a");
        let mine = trial.edit(&note, "ab");
        let theirs = note.with_text("theirs", &trial.now());
        let ours = Note { id: Id::new(&trial.now()), ..mine.clone() };
        trial.texts.notebook.add(theirs.clone());
        trial.texts.notebook.add(ours.clone());
        trial.undo.follow(mine.id, ours.id);
        assert!(
            matches!(trial.back(), Some(FileChange::Save(saved)) if saved.id == ours.id && saved.text == "a")
        );
        assert_eq!(trial.texts.notebook.get(theirs.id), Some(&theirs));
        trial.texts.notebook.add(Note { text: "changed again".into(), ..ours });
        assert_eq!(trial.again(), None);
    }

    #[test]
    fn a_note_that_another_program_has_changed_is_neither_removed_nor_replaced() {
        let mut trial = Trial::default();
        trial.set(Status::Raised);
        let note = trial.note("a");
        let theirs = trial.edit(&note, "ab").with_text("theirs", &trial.now());
        trial.texts.notebook.add(theirs.clone());
        assert!(matches!(trial.back(), Some(FileChange::Append(_))), "what was done before that is undone");
        assert_eq!(trial.texts.notebook.get(note.id), Some(&theirs));
        // Removed here, then written by another program: the removed note comes back under a new id.
        trial.texts.notebook.remove(note.id);
        let note = trial.note("b");
        trial.remove(&note);
        trial.texts.notebook.add(Note { text: "theirs".into(), ..note.clone() });
        let Some(FileChange::Restore(back)) = trial.back() else { panic!("it comes back") };
        assert_eq!((back.text.as_str(), trial.texts.notebook.len()), ("b", 2));
        assert_ne!(back.id, note.id);
        // Its history continues under that id.
        assert!(matches!(trial.back(), Some(FileChange::Trash(gone)) if gone.id == back.id));
        assert!(matches!(trial.again(), Some(FileChange::Restore(note)) if note.id == back.id));
        assert!(matches!(trial.again(), Some(FileChange::Trash(gone)) if gone.id == back.id));
        assert_eq!(
            trial.texts.notebook.notes().map(|note| note.text.as_str()).collect::<Vec<_>>(),
            ["theirs"]
        );
    }

    #[test]
    fn what_is_gone_already_is_skipped_and_something_new_ends_redoing() {
        let mut trial = Trial::default();
        trial.set(Status::Agreed);
        let note = trial.note("a");
        trial.texts.notebook.remove(note.id);
        assert!(matches!(trial.back(), Some(FileChange::Append(_))));
        assert!(trial.undo.can_redo());
        trial.set(Status::Raised);
        assert!(!trial.undo.can_redo() && trial.undo.can_undo());
        assert_eq!(trial.again(), None);
    }

    #[test]
    fn front_matter_is_undone_and_several_texts_in_one_step() {
        let mut trial = Trial::default();
        let with = |note: &Note, key: &str, value: &str| {
            let mut note = note.clone();
            note.extra.insert(key.to_owned(), value.into());
            note
        };
        let statement = Note { kind: Kind::Statement, ..Note::new(&trial.now(), "roy", "Merci.") };
        let position = Note { kind: Kind::Position, ..Note::new(&trial.now(), "roy", "Oui.") };
        let pairs: Vec<(Note, Note)> =
            [&statement, &position].map(|note| (note.clone(), with(note, "status", "delivered"))).into();
        for (_, after) in &pairs {
            trial.texts.notebooks().of(after.kind).add(after.clone());
        }
        trial.undo.remember(Done::EditedTogether(pairs.clone()));
        // Another program adds a key: it stays.
        let theirs = with(&pairs[1].1, "mine", "kept");
        trial.texts.positions.add(theirs.clone());
        let expected = vec![statement, with(&position, "mine", "kept")];
        assert_eq!(trial.back(), Some(FileChange::SaveAll(expected)));
        assert_eq!(trial.again(), Some(FileChange::SaveAll(vec![pairs[0].1.clone(), theirs.clone()])));
        // What another program has written again stays; the other text is still undone.
        trial.texts.positions.add(Note { text: "theirs".into(), ..theirs });
        assert!(matches!(trial.back(), Some(FileChange::SaveAll(saved)) if saved.len() == 1));
    }

    #[test]
    fn a_text_is_undone_among_those_of_its_kind() {
        for kind in [Kind::Position, Kind::Amendment, Kind::Statement] {
            let mut trial = Trial::default();
            trial.note("a note");
            let text = Note { kind, ..Note::new(&trial.now(), "roy", "## Text") };
            trial.texts.notebooks().of(kind).add(text.clone());
            trial.undo.remember(Done::Added(text.clone()));
            let count = |trial: &Trial| (trial.texts.of(kind).len(), trial.texts.notebook.len());
            assert_eq!(trial.back(), Some(FileChange::Trash(text.clone())));
            assert_eq!(count(&trial), (0, 1));
            assert_eq!(trial.again(), Some(FileChange::Restore(text)));
            assert_eq!(count(&trial), (1, 1));
        }
    }
}
