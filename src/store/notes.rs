//! The files of notes: one per note, never overwritten blindly, never really deleted.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::base::{Error, Id, Now, Result};
use crate::store::{checksum, file};
use crate::workspace::{Broken, Note, Saved, note};

/// Longer files are not notes (4 MiB).
const LIMIT: u64 = 4 << 20;
const TRASH: &str = ".trash";

/// The file of a note as we last knew it.
#[derive(Debug, Clone)]
struct Held {
    name: OsString,
    /// Checksum of the bytes that what is saved goes out from; none when they are not ours to overwrite.
    sum: Option<u64>,
    /// Checksum of the bytes last read and told of; whoever saves may not know them yet.
    told: Option<u64>,
}

/// The folder of notes.
#[derive(Debug)]
pub struct Files {
    folder: PathBuf,
    held: HashMap<Id, Held>,
    /// After a conflict, the id ours was given, until whoever saves has followed it there.
    moved: HashMap<Id, Id>,
    trashed: HashMap<Id, (PathBuf, Held)>,
}

impl Files {
    /// The notes in a folder, which need not exist yet.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, held: HashMap::new(), moved: HashMap::new(), trashed: HashMap::new() }
    }

    /// Reads all notes anew. A file that cannot be read is told of, never skipped; what is no note file
    /// (another ending, a folder, a hidden file) is left alone.
    ///
    /// What is saved still goes out from the files as they were read before, until [`Self::take`] says that
    /// what was read now is known: a save on its way does not overwrite what came in meanwhile.
    pub fn load(&mut self) -> (Vec<Note>, Vec<Broken>) {
        let before = std::mem::take(&mut self.held);
        let (mut notes, mut broken) = (Vec::<Note>::new(), Vec::new());
        let mut names = file::names(&self.folder).unwrap_or_else(|error| {
            let folder = self.shown_folder();
            broken.push(Broken { error: file::told_as(error, &folder), file: folder });
            Vec::new()
        });
        names.retain(|name| is_note(name) && !self.folder.join(name).is_dir());
        // Of two files with one id, the one that bears it in its name is the note.
        names.sort_by_key(|name| !has_plain_name(name));
        for name in names {
            let shown = self.shown(&name);
            match self.read(&name) {
                Ok((note, sum)) => match self.held.get(&note.id) {
                    Some(other) => {
                        let error = Error::broken("note-id-twice").with("file", &shown);
                        let error = error.with("other", self.shown(&other.name));
                        broken.push(Broken { file: shown, error });
                    }
                    None => {
                        let base = before.get(&note.id).map_or(Some(sum), |held| held.sum);
                        self.held.insert(note.id, Held { name, sum: base, told: Some(sum) });
                        notes.push(note);
                    }
                },
                Err(error) => broken.push(Broken { file: shown, error }),
            }
        }
        (notes, broken)
    }

    /// The folder's own name, as messages show it.
    fn shown_folder(&self) -> String {
        self.folder.file_name().map(|name| file::shown(Path::new(name))).unwrap_or_default()
    }

    /// The path of a file inside the workspace, as messages show it.
    fn shown(&self, name: &OsStr) -> String {
        format!("{}/{}", self.shown_folder(), file::shown(Path::new(name)))
    }

    fn read(&self, name: &OsStr) -> Result<(Note, u64)> {
        let path = self.folder.join(name);
        let missing =
            || Error::broken("file-unreadable").with("file", self.shown(name)).with("reason", "missing");
        let told = |error| file::told_as(error, &self.shown(name));
        let bytes = file::bytes(&path, LIMIT).map_err(told)?.ok_or_else(|| missing().with("what", ""))?;
        let sum = checksum::of(&bytes);
        let note = note::read(&file::utf8(bytes, &path).map_err(told)?)
            .map_err(|error| error.with("file", self.shown(name)))?;
        Ok((note, sum))
    }

    /// The file of a note.
    #[must_use]
    pub fn path(&self, id: Id) -> Option<PathBuf> {
        self.held.get(&id).map(|held| self.folder.join(&held.name))
    }

    /// Checksum of the note's file as we last knew it.
    #[must_use]
    pub fn sum(&self, id: Id) -> Option<u64> {
        self.held.get(&id)?.sum
    }

    /// From now on what is saved goes out from the files as they were last read, except those of the notes
    /// being typed.
    pub fn take(&mut self, typed: &[Id]) {
        for (id, held) in &mut self.held {
            if !typed.contains(id) && !self.moved.contains_key(id) {
                held.sum = held.told;
            }
        }
    }

    /// The id under which a note is kept: another than its own while a conflict has moved it and whoever saves
    /// may not know that yet.
    #[must_use]
    pub fn own(&self, mut id: Id) -> Id {
        while let Some(to) = self.moved.get(&id) {
            id = *to;
        }
        id
    }

    /// Whoever saves now knows both versions of a note in conflict: its id means theirs again.
    pub fn follow(&mut self, id: Id) {
        if self.moved.remove(&id).is_some()
            && let Some(held) = self.held.get_mut(&id)
        {
            held.sum = held.told;
        }
    }

    /// Says which version of its file a recovered note went out from, if it has a file.
    pub fn set_base(&mut self, id: Id, base: Option<u64>) {
        if let Some(held) = self.held.get_mut(&id) {
            held.sum = base;
        }
    }

    /// Writes a note to its file, and waits until it is on the disk. The name once given stays.
    ///
    /// # Errors
    /// As [`file::write`], and `file-too-big` (`file`, `limit_kb`) for what could not be read again.
    pub fn save(&mut self, note: &Note, now: &Now) -> Result<Saved> {
        let own = self.own(note.id);
        if own != note.id {
            return self.save_moved(note, own, now);
        }
        file::folder(&self.folder)?;
        let ours = note::write(note);
        if ours.len() as u64 > LIMIT {
            return Err(file::too_big(&self.folder.join(note::file_name(note)), LIMIT));
        }
        let name =
            self.held.get(&note.id).map_or_else(|| note::file_name(note).into(), |held| held.name.clone());
        let path = self.folder.join(&name);
        // A file that cannot be read is not ours to overwrite.
        let (sum, theirs) = match file::bytes(&path, LIMIT) {
            Ok(None) => (self.sum(note.id), None),
            Ok(Some(bytes)) => (Some(checksum::of(&bytes)), Some(bytes)),
            Err(_) => (None, Some(Vec::new())),
        };
        let ours_to_write = theirs.is_none() || (sum.is_some() && sum == self.sum(note.id));
        if let Some(bytes) = theirs {
            // Nothing has changed: what a person wrote there by hand keeps its form.
            if bytes == ours.as_bytes() || self.read(&name).is_ok_and(|(there, _)| there == *note) {
                self.held.insert(note.id, Held { name, sum, told: sum });
                return Ok(Saved::Written);
            }
            if !ours_to_write {
                return self.save_beside(note, &name, now);
            }
        }
        file::write(&path, ours.as_bytes())?;
        let sum = Some(checksum::of(ours.as_bytes()));
        self.held.insert(note.id, Held { name, sum, told: sum });
        Ok(Saved::Written)
    }

    /// Saves a note that a conflict has moved and that comes once more under its old id.
    fn save_moved(&mut self, note: &Note, own: Id, now: &Now) -> Result<Saved> {
        let ours = Note { id: own, ..note.clone() };
        match self.save(&ours, now)? {
            Saved::Written => {
                let name = self.held.get(&note.id).map(|held| held.name.clone());
                let theirs = self.theirs(note.id, &name.unwrap_or_else(|| note::file_name(note).into()));
                Ok(Saved::Beside { ours: Box::new(ours), theirs: Box::new(theirs) })
            }
            beside @ Saved::Beside { .. } => Ok(beside),
        }
    }

    fn save_beside(&mut self, note: &Note, name: &OsStr, now: &Now) -> Result<Saved> {
        let ours = Note { id: Id::new(now), ..note.clone() };
        let beside = note::conflict_name(&ours);
        let text = note::write(&ours);
        file::write(&self.folder.join(&beside), text.as_bytes())?;
        let sum = Some(checksum::of(text.as_bytes()));
        self.held.insert(ours.id, Held { name: beside.into(), sum, told: sum });
        self.moved.insert(note.id, ours.id);
        let theirs = self.theirs(note.id, name);
        Ok(Saved::Beside { ours: Box::new(ours), theirs: Box::new(theirs) })
    }

    /// Their version in a file that is not ours to overwrite. Nothing can be saved to it before whoever saves
    /// knows it: what is held of it is only what was told.
    fn theirs(&mut self, id: Id, name: &OsStr) -> Result<Note> {
        let read = self.read(name);
        let told = read.as_ref().ok().map(|(_, sum)| *sum);
        let their_id = read.as_ref().map_or(id, |(theirs, _)| theirs.id);
        // The file may bear another id by now; then it goes by that one.
        let sum = if their_id == id { None } else { told };
        self.held.insert(their_id, Held { name: name.to_owned(), sum, told });
        if their_id != id {
            self.held.remove(&id);
        }
        read.map(|(theirs, _)| theirs)
    }

    /// Moves a note's file to the trash inside the folder; a note without a file is no error.
    ///
    /// # Errors
    /// As [`file::move_into`].
    pub fn trash(&mut self, id: Id) -> Result<()> {
        let id = self.own(id);
        let Some(held) = self.held.get(&id).cloned() else { return Ok(()) };
        let path = self.folder.join(&held.name);
        if path.symlink_metadata().is_ok() {
            let trash = self.folder.join(TRASH);
            file::folder(&trash)?;
            let there = file::move_into(&path, &trash)?;
            self.trashed.insert(id, (there, held));
        }
        self.held.remove(&id);
        Ok(())
    }

    /// Brings a note back: from the trash when its file is there, else written anew.
    ///
    /// # Errors
    /// As [`Self::save`].
    pub fn restore(&mut self, note: &Note, now: &Now) -> Result<Saved> {
        let id = self.own(note.id);
        if let Some((there, held)) = self.trashed.remove(&id)
            && self.folder.join(&held.name).symlink_metadata().is_err()
            && file::move_to(&there, &self.folder.join(&held.name)).is_ok()
        {
            self.held.insert(id, held);
        }
        self.save(note, now)
    }
}

fn is_note(name: &OsStr) -> bool {
    let ends = Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("md"));
    ends && !name.as_encoded_bytes().starts_with(b".")
}

/// Whether a name ends in an id, as the names we give do and the copies other programs make do not.
fn has_plain_name(name: &OsStr) -> bool {
    let stem = Path::new(name).file_stem().and_then(OsStr::to_str).unwrap_or_default();
    stem.rsplit('-').next().is_some_and(|end| end.parse::<Id>().is_ok())
}
