//! The files of one kind of text (notes, positions): one file each, never overwritten blindly, never really deleted.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::base::{Error, Id, Now, Result};
use crate::store::contents::{self, LIMIT};
use crate::store::rendered::Rendered;
use crate::store::version::{Disk, Verdict, Version};
use crate::store::{WritePath, checksum, file};
use crate::workspace::{Kind, Note, Saved, SeenFile, note};

const TRASH: &str = ".trash";

/// The file of one text.
#[derive(Debug, Clone)]
struct Held {
    name: OsString,
    version: Version,
}

/// The files of one kind of text.
#[derive(Debug)]
pub struct Texts {
    kind: Kind,
    folder: WritePath,
    held: HashMap<Id, Held>,
    /// After a conflict, from the id of a text to the new id of our version, until the interface knows it.
    redirects: HashMap<Id, Id>,
    /// Files in the trash, and what was known of them before.
    trashed: HashMap<Id, (WritePath, Held)>,
}

/// What a read of the disk found where a text is to be saved.
struct Found {
    name: OsString,
    bytes: Result<Option<Vec<u8>>>,
}

impl Found {
    /// Why the disk could not be read, if that may be over soon: it fails, or too many files are open. Then nothing is known
    /// of the file, and saving beside it would make two of one text.
    fn failure(&self) -> Option<&Error> {
        let error = self.bytes.as_ref().err()?;
        let is_denied = error.message.get("reason") == Some(&"permission".into());
        (error.message.id == "file-unreadable" && !is_denied).then_some(error)
    }

    fn disk(&self) -> Disk {
        match &self.bytes {
            Ok(None) => Disk::Missing,
            Ok(Some(bytes)) => Disk::File(checksum::of(bytes)),
            Err(_) => Disk::Unreadable,
        }
    }
}

impl Texts {
    /// The texts of a kind in a workspace. The folder need not exist yet.
    #[must_use]
    pub fn new(root: &WritePath, kind: Kind) -> Self {
        Self {
            kind,
            folder: root.join(kind.folder()),
            held: HashMap::new(),
            redirects: HashMap::new(),
            trashed: HashMap::new(),
        }
    }

    /// The interface now shows what was read from these files, and later saves may replace them. The texts in `typed` are
    /// the exception: what is typed in them is still based on what was read before.
    pub fn accept(&mut self, files: &[SeenFile], typed: &[Id]) {
        let mut before = std::mem::take(&mut self.held);
        for file in files.iter().filter(|file| file.kind == self.kind) {
            let kept = before
                .remove(&file.id)
                .filter(|_| typed.contains(&file.id) || self.redirects.contains_key(&file.id));
            let shown = Version::shown(file.checksum);
            let version = kept.map_or(shown, |held| held.version.seen(file.checksum));
            self.held.insert(file.id, Held { name: file.name.clone(), version });
        }
    }

    /// Whether a file of this text is known.
    #[must_use]
    pub fn holds(&self, id: Id) -> bool {
        self.held.contains_key(&id) || self.redirects.contains_key(&id)
    }

    /// The path of the file of a text.
    #[must_use]
    pub fn path(&self, id: Id) -> Option<PathBuf> {
        self.held.get(&id).map(|held| self.folder.join(&held.name).to_path_buf())
    }

    /// What is known of the file of a text.
    #[must_use]
    pub fn version(&self, id: Id) -> Version {
        self.held.get(&id).map(|held| held.version).unwrap_or_default()
    }

    /// The id under which a text is stored: not its own while a conflict has given it a new one that the interface may not
    /// know yet.
    #[must_use]
    pub fn current_id(&self, mut id: Id) -> Id {
        while let Some(to) = self.redirects.get(&id) {
            id = *to;
        }
        id
    }

    /// The interface now knows both versions of a text in conflict: its old id means the other program's version again.
    pub fn accept_conflict(&mut self, id: Id) {
        if self.redirects.remove(&id).is_some()
            && let Some(held) = self.held.get_mut(&id)
        {
            held.version = held.version.accepted();
        }
    }

    /// Records which version of its file a recovered text was based on, if it has a file.
    pub fn set_base(&mut self, id: Id, base: Option<u64>) {
        if let Some(held) = self.held.get_mut(&id) {
            held.version = held.version.based_on(base);
        }
    }

    /// Writes a text to its file and waits until it is on the disk. A file keeps its name.
    ///
    /// `id` is the id under which the interface knows the text; `ours` is the text under its [`Self::current_id`].
    ///
    /// # Errors
    /// As [`file::write`], and `file-too-big` (`file`, `limit_kb`) for what could not be read again.
    pub fn save(&mut self, id: Id, ours: &Rendered<'_>, now: &Now) -> Result<Saved> {
        let saved = self.save_current(ours, now)?;
        if id == ours.note.id || matches!(saved, Saved::Beside { .. }) {
            return Ok(saved);
        }
        // A conflict has given it a new id before; the interface sent it under the old one once more.
        let name = self.held.get(&id).map(|held| held.name.clone());
        let name = name.unwrap_or_else(|| note::file_name(&Note { id, ..Note::clone(&ours.note) }).into());
        let bytes = file::bytes(&self.folder.join(&name), LIMIT);
        let theirs = self.theirs(id, Found { name, bytes });
        Ok(Saved::Beside { ours: Box::new(Note::clone(&ours.note)), theirs: Box::new(theirs) })
    }

    fn save_current(&mut self, ours: &Rendered<'_>, now: &Now) -> Result<Saved> {
        file::folder(&self.folder)?;
        let id = ours.note.id;
        if ours.text.len() as u64 > LIMIT {
            return Err(file::too_big(&self.folder.join(note::file_name(&ours.note)), LIMIT));
        }
        let found = self.find(&ours.note);
        if let Some(error) = found.failure() {
            return Err(error.clone());
        }
        let (disk, version) = (found.disk(), self.version(id));
        let version = match version.verdict(disk, ours.checksum) {
            Verdict::Same => Version::wrote(ours.checksum),
            _ if self.says_the_same(ours, &found, disk, version) => match disk {
                Disk::File(there) => Version::shown(there),
                Disk::Missing | Disk::Unreadable => version,
            },
            Verdict::Conflict => return self.save_beside(&ours.note, found, now),
            Verdict::Write => {
                file::write(&self.folder.join(&found.name), ours.text.as_bytes())?;
                Version::wrote(ours.checksum)
            }
        };
        self.held.insert(id, Held { name: found.name, version });
        Ok(Saved::Written)
    }

    /// Whether a file that a person wrote by hand holds the same text in another form, which it keeps. What the store wrote
    /// need not be compared: the same text gives the same bytes.
    fn says_the_same(&self, ours: &Rendered<'_>, found: &Found, disk: Disk, version: Version) -> bool {
        match (disk, &found.bytes) {
            (Disk::File(there), Ok(Some(bytes))) if !version.is_own(there) => {
                contents::parse(Ok(Some(bytes.clone())), self.kind, &found.name)
                    .is_ok_and(|(there, _)| there == *ours.note)
            }
            _ => false,
        }
    }

    /// Reads the file of a text, or what is in the way of a new one. A file that another program has renamed is found under
    /// its new name.
    fn find(&self, text: &Note) -> Found {
        let held = self.held.get(&text.id);
        let name = held.map_or_else(|| note::file_name(text).into(), |held| held.name.clone());
        let bytes = file::bytes(&self.folder.join(&name), LIMIT);
        let vanished = matches!(bytes, Ok(None)) && held.is_some_and(|held| held.version.had_file());
        let renamed = if vanished { self.renamed(text.id) } else { None };
        renamed.unwrap_or(Found { name, bytes })
    }

    /// The file that has this id in its front matter.
    fn renamed(&self, id: Id) -> Option<Found> {
        let written = id.to_string();
        let mut names = contents::names(&self.folder).unwrap_or_default();
        names.retain(|name| self.held.values().all(|held| held.name != *name));
        names.sort_by_key(|name| !name.to_string_lossy().contains(&written));
        names.into_iter().find_map(|name| {
            let bytes = file::bytes(&self.folder.join(&name), LIMIT);
            let (note, _) = contents::parse(bytes.clone(), self.kind, &name).ok()?;
            (note.id == id).then_some(Found { name, bytes })
        })
    }

    /// Writes a text to a new file beside that of another program.
    fn save_beside(&mut self, text: &Note, found: Found, now: &Now) -> Result<Saved> {
        let ours = Rendered::of(Cow::Owned(Note { id: Id::new(now), ..text.clone() }));
        let name = note::conflict_name(&ours.note);
        file::write(&self.folder.join(&name), ours.text.as_bytes())?;
        let version = Version::wrote(ours.checksum);
        self.held.insert(ours.note.id, Held { name: name.into(), version });
        self.redirects.insert(text.id, ours.note.id);
        let theirs = self.theirs(text.id, found);
        Ok(Saved::Beside { ours: Box::new(ours.note.into_owned()), theirs: Box::new(theirs) })
    }

    /// The version of another program. Nothing can be saved to its file before the interface has been shown it.
    fn theirs(&mut self, id: Id, found: Found) -> Result<Note> {
        let read = contents::parse(found.bytes, self.kind, &found.name);
        let checksum = read.as_ref().ok().map(|(_, checksum)| *checksum);
        let their_id = read.as_ref().map_or(id, |(theirs, _)| theirs.id);
        // If the file has another id by now, it is not in conflict with anything in the interface.
        let version = match checksum {
            Some(checksum) if their_id != id => Version::shown(checksum),
            _ => Version::unseen(checksum),
        };
        self.held.insert(their_id, Held { name: found.name, version });
        if their_id != id {
            self.held.remove(&id);
        }
        read.map(|(theirs, _)| theirs)
    }

    /// Moves the file of a text to the trash inside the folder; a text without a file is no error.
    ///
    /// # Errors
    /// As [`file::move_into`].
    pub fn trash(&mut self, id: Id) -> Result<()> {
        let id = self.current_id(id);
        let Some(held) = self.held.get(&id).cloned() else { return Ok(()) };
        let path = self.folder.join(&held.name);
        if file::exists(&path) {
            let trash = self.folder.join(TRASH);
            file::folder(&trash)?;
            let there = file::move_into(&path, &trash)?;
            self.trashed.insert(id, (there, held));
        }
        self.held.remove(&id);
        Ok(())
    }

    /// Moves the file of a text back from the trash, if it is there and its name is still free.
    pub fn take_from_trash(&mut self, id: Id) {
        let id = self.current_id(id);
        if let Some((there, held)) = self.trashed.remove(&id)
            && !file::exists(&self.folder.join(&held.name))
            && file::move_to(&there, &self.folder.join(&held.name)).is_ok()
        {
            self.held.insert(id, held);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_text_has_a_folder_of_its_own() {
        let root = WritePath::of_user("work");
        let folders = Kind::ALL.map(|kind| Texts::new(&root, kind).folder.to_path_buf());
        assert_eq!(folders, ["work/notes", "work/positions"].map(PathBuf::from));
        for kind in Kind::ALL {
            assert_eq!(Kind::from_folder(kind.folder()), Some(kind));
        }
    }
}
