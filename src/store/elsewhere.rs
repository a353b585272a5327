//! Saving to another folder, which becomes a workspace of its own if it is not one yet. Nothing there is overwritten.

use std::borrow::Cow;
use std::path::Path;

use crate::base::{Id, Now, Result, Unwatched};
use crate::calendar::Additions;
use crate::model::Process;
use crate::store::contents::{self, TRACKER};
use crate::store::lock::{self, Lock};
use crate::store::machine::Machine;
use crate::store::manifest::{self, Manifest};
use crate::store::rendered::Rendered;
use crate::store::texts::Texts;
use crate::store::{Access, WritePath, calendar, log, workspace};
use crate::workspace::{Act, Contents, Kind, Note};

/// A folder to save in.
#[derive(Debug)]
pub struct OtherFolder {
    root: WritePath,
    /// What is there already.
    contents: Contents,
    texts: [Texts; Kind::ALL.len()],
    _lock: Lock,
}

impl OtherFolder {
    /// Opens a folder; it is made if it is missing, and gets the manifest `new` if it has none.
    ///
    /// # Errors
    /// `workspace-locked` and `workspace-not-writable`; `folder-not-made` and `file-not-written` (`file`, `reason`, `what`);
    /// those of [`manifest::load`].
    pub fn open(root: &Path, new: &Manifest) -> Result<Self> {
        let root = WritePath::workspace(workspace::found(root, Access::Write)?);
        let lock = lock::take(&root)?;
        if manifest::load(&root)?.is_none() {
            manifest::write(&root, new)?;
        }
        let contents = contents::read(&root, &Unwatched).expect("nobody stops it").contents;
        let texts = Kind::ALL.map(|kind| Texts::new(&root, kind));
        Ok(Self { root, contents, texts, _lock: lock })
    }

    /// The folder, links resolved.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Saves a text. If the folder has another version of it, it is saved beside that under an id of its own.
    ///
    /// # Errors
    /// As [`Texts::save`].
    pub fn save(&mut self, note: &Note, now: &Now) -> Result<()> {
        let there = self.contents.of(note.kind).get(note.id);
        if there == Some(note) {
            return Ok(());
        }
        let id = if there.is_some() { Id::new(now) } else { note.id };
        let text = Rendered::of(Cow::Owned(Note { id, ..note.clone() }));
        self.texts[note.kind as usize].save(&text, now, &mut |_| Ok(()))?;
        self.contents.notebooks().of(note.kind).add(note.clone());
        Ok(())
    }

    /// Appends an act to the log of its author on this machine, unless it is there already.
    ///
    /// # Errors
    /// As [`log::append`].
    pub fn append(&mut self, act: &Act, machine: &Machine) -> Result<()> {
        if self.contents.tracker.get(act.id).is_none() {
            log::append(&self.root.join(TRACKER), act, machine)?;
            self.contents.tracker.add(act.clone());
        }
        Ok(())
    }

    /// Adds entries to the calendar, unless they are there already.
    ///
    /// # Errors
    /// As `calendar::add`.
    pub fn add_to_calendar(&mut self, entries: &Additions, process: &Process) -> Result<()> {
        calendar::add(&self.root, entries, process).map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Places, WorkspaceFolder, file};
    use crate::workspace::{ActTarget, Status, Tracker};
    use chrono::DateTime;

    fn now(chance: u8) -> Now {
        Now::new(DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap(), [chance; 10])
    }

    #[test]
    fn the_folder_can_be_opened_as_a_workspace_and_saving_twice_changes_nothing() {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("stick/copy");
        let note = Note::new(&now(1), "roy", "capacités d’abord");
        let position = Note { kind: Kind::Position, ..Note::new(&now(2), "roy", "## Text") };
        let step = "A/77/275:annex/E/next/2".parse().unwrap();
        let target = ActTarget { step: &step, topic: None, session: 4 };
        let act = Tracker::default().set(target, Status::Raised, "roy", &now(3));
        let machine = Machine::of_user(&Places::under(home.path()), &now(9));
        for _ in 0..2 {
            let mut folder = OtherFolder::open(&root, &Manifest::default()).unwrap();
            folder.save(&note, &now(4)).unwrap();
            folder.save(&position, &now(5)).unwrap();
            folder.append(&act, &machine).unwrap();
            folder.append(&act, &machine).unwrap();
        }
        let opened = WorkspaceFolder::open(&root, Access::Write, &Manifest::default()).unwrap();
        assert_eq!((opened.workspace.read_only(), &opened.broken[..]), (None, &[][..]));
        let contents = opened.contents;
        assert_eq!(contents.notebook.notes().collect::<Vec<_>>(), [&note]);
        assert_eq!(contents.positions.notes().collect::<Vec<_>>(), [&position]);
        assert_eq!(contents.tracker.acts().collect::<Vec<_>>(), [&act]);
        let log = root.join("tracker").join(log::file_name("roy", &machine));
        let log = file::text(&log, 9999).unwrap().unwrap();
        assert_eq!(log.lines().count(), 1);
    }

    #[test]
    fn another_version_of_a_note_and_a_foreign_file_of_its_name_stay() {
        let home = tempfile::tempdir().unwrap();
        let note = Note::new(&now(1), "roy", "mine");
        let theirs = Note { text: "theirs".to_owned(), ..note.clone() };
        let name = crate::workspace::note::file_name(&note);
        let path = home.path().join("notes").join(&name);
        OtherFolder::open(home.path(), &Manifest::default()).unwrap().save(&theirs, &now(2)).unwrap();
        let before = file::text(&path, 9999).unwrap();
        OtherFolder::open(home.path(), &Manifest::default()).unwrap().save(&note, &now(3)).unwrap();
        assert_eq!(file::text(&path, 9999).unwrap(), before);

        let other = home.path().join("other");
        file::folder(&other.join("notes")).unwrap();
        file::write(&other.join("notes").join(&name), b"not a note").unwrap();
        OtherFolder::open(&other, &Manifest::default()).unwrap().save(&note, &now(4)).unwrap();
        for (folder, first) in [(home.path(), Some("theirs")), (other.as_path(), None)] {
            let read = contents::read(folder, &Unwatched).unwrap().contents.notebook;
            let mut texts: Vec<&str> = read.notes().map(|note| note.text.as_str()).collect();
            texts.sort_unstable();
            let expected: Vec<&str> = ["mine"].into_iter().chain(first).collect();
            assert_eq!(texts, expected);
        }
        assert_eq!(file::text(&other.join("notes").join(&name), 99).unwrap().unwrap(), "not a note");
    }
}
