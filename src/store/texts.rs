//! The files of one kind of text (notes, positions): one file each, never overwritten blindly, never really deleted.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::path::PathBuf;

use crate::base::checksum;
use crate::base::{Error, Id, Now, Result};
use crate::store::contents::{self, LIMIT};
use crate::store::rendered::Rendered;
use crate::store::version::{Bases, Disk, Verdict, Version};
use crate::store::{WritePath, file};
use crate::workspace::{Kind, Note, Saved, SeenFile, note};

mod trash;

/// The file of one text.
#[derive(Debug, Clone)]
struct TextFile {
    name: OsString,
    version: Version,
}

/// The two versions of a text in conflict.
#[derive(Debug, Clone, Copy)]
struct Redirect {
    /// The new id of our version.
    ours: Id,
    /// The id in the file of the other program: the old one, unless that program has changed it.
    theirs: Id,
}

/// What is about to be written: a text to its file, or, in a conflict, beside that under a new id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// The id of the text until now.
    pub from: Id,
    /// The id under which it is written; another one in a conflict.
    pub to: Id,
    /// Checksum of what is written.
    pub checksum: u64,
    /// Checksum of what is in the file of `from`; `None` if there is none, or it cannot be read.
    pub there: Option<u64>,
    /// The id in that file, if it is in conflict; usually `from`.
    pub theirs: Id,
}

/// Called before anything is written; nothing is written if it fails.
pub type BeforeWriting<'a> = &'a mut dyn FnMut(Planned) -> Result<()>;

/// The version of another program, read.
struct Theirs {
    name: OsString,
    read: Result<(Note, u64)>,
}

/// The files of one kind of text.
#[derive(Debug)]
pub struct Texts {
    kind: Kind,
    folder: WritePath,
    held: HashMap<Id, TextFile>,
    /// The conflicts the interface does not know yet, by the id that the text had before.
    redirects: HashMap<Id, Redirect>,
    /// The new ids of our versions in conflicts that could not be written yet.
    planned: HashMap<Id, Id>,
    /// Files in the trash, and what was known of them before.
    trashed: HashMap<Id, (WritePath, TextFile)>,
}

/// What a read of the disk found where a text is to be saved.
struct FileRead {
    name: OsString,
    bytes: Result<Option<Vec<u8>>>,
}

impl FileRead {
    /// Why the disk could not be read, if that may be over soon: it fails, or too many files are open. Then nothing is known
    /// of the file, and saving beside it would make two of one text.
    fn failure(&self) -> Option<&Error> {
        let error = self.bytes.as_ref().err()?;
        let is_denied = error.message.get("reason") == Some(&"permission".into());
        (error.message.id == "file-unreadable" && !is_denied).then_some(error)
    }

    fn checksum(&self) -> Option<u64> {
        match self.disk() {
            Disk::File(checksum) => Some(checksum),
            Disk::Missing | Disk::Unreadable => None,
        }
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
            planned: HashMap::new(),
            trashed: HashMap::new(),
        }
    }

    /// The interface now shows what was read from these files, and later saves may replace them. The texts in `typed` are
    /// the exception: what is typed in them is still based on what was read before.
    pub fn accept(&mut self, files: &[SeenFile], typed: &HashSet<Id>) {
        let mut before = std::mem::take(&mut self.held);
        for file in files.iter().filter(|file| file.kind == self.kind) {
            let kept = before
                .remove(&file.id)
                .filter(|_| typed.contains(&file.id) || self.redirects.contains_key(&file.id));
            let shown = Version::shown(file.checksum);
            let version = kept.map_or(shown, |held| held.version.seen(file.checksum));
            self.held.insert(file.id, TextFile { name: file.name.clone(), version });
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
    fn version(&self, id: Id) -> Version {
        self.held.get(&id).map(|held| held.version).unwrap_or_default()
    }

    /// The versions of its file that a text may replace.
    #[must_use]
    pub fn bases(&self, id: Id) -> Bases {
        self.version(id).bases()
    }

    /// The interface does not show what was saved of this text: until it does, nothing may replace it.
    pub fn hide(&mut self, id: Id) {
        if let Some(held) = self.held.get_mut(&id) {
            held.version = held.version.hidden();
        }
    }

    /// The id under which a text is stored: not its own while a conflict has given it a new one that the interface may not
    /// know yet.
    #[must_use]
    pub fn current_id(&self, mut id: Id) -> Id {
        while let Some(to) = self.redirects.get(&id) {
            id = to.ours;
        }
        id
    }

    /// The interface now knows both versions of a text in conflict: its old id means the other program's version again.
    pub fn accept_conflict(&mut self, id: Id) {
        if let Some(both) = self.redirects.remove(&id)
            && let Some(held) = self.held.get_mut(&both.theirs)
        {
            held.version = held.version.accepted();
        }
    }

    /// Records which versions of its file a recovered text may replace, if it has a file.
    pub fn set_bases(&mut self, id: Id, bases: Bases) {
        if let Some(held) = self.held.get_mut(&id) {
            held.version = held.version.based_on(bases);
        }
    }

    /// Writes a text, which has its [`Self::current_id`], to its file and waits until it is on the disk. A file keeps its
    /// name.
    ///
    /// # Errors
    /// As [`file::write`], and `file-too-big` (`file`, `limit_kb`); those of `before`.
    pub fn save(&mut self, ours: &Rendered<'_>, now: &Now, before: BeforeWriting<'_>) -> Result<Saved> {
        file::folder(&self.folder)?;
        if ours.text.len() as u64 > LIMIT {
            return Err(file::too_big(&self.folder.join(note::file_name(&ours.note)), LIMIT));
        }
        let (found, verdict) = self.looked_up(ours)?;
        let version = match verdict {
            Verdict::Same => self.version_of_same(ours, &found),
            Verdict::Conflict => {
                return self.beside_theirs(&ours.note, found, now, before, |texts, ours, held| {
                    file::write(&texts.folder.join(&held.name), ours.text.as_bytes())?;
                    texts.held.insert(ours.note.id, held);
                    Ok(())
                });
            }
            Verdict::Write => {
                self.replace(ours, &found, before)?;
                Version::wrote(ours.checksum)
            }
        };
        self.held.insert(ours.note.id, TextFile { name: found.name, version });
        Ok(Saved::Written)
    }

    /// What the disk has where a text is to be saved, and whether the text may replace it.
    fn looked_up(&self, ours: &Rendered<'_>) -> Result<(FileRead, Verdict)> {
        let found = self.find(&ours.note);
        if let Some(error) = found.failure() {
            return Err(error.clone());
        }
        let verdict = self.verdict(ours, &found);
        Ok((found, verdict))
    }

    /// Writes a text to its file. If that fails, the disk may have it all the same: what failed may have been to wait.
    fn replace(&mut self, ours: &Rendered<'_>, found: &FileRead, before: BeforeWriting<'_>) -> Result<()> {
        let (id, there) = (ours.note.id, found.checksum());
        before(Planned { from: id, to: id, checksum: ours.checksum, there, theirs: id })?;
        let written = file::write(&self.folder.join(&found.name), ours.text.as_bytes());
        if written.is_err() {
            let version = self.version(ours.note.id).not_written(found.disk(), ours.checksum);
            self.held.insert(ours.note.id, TextFile { name: found.name.clone(), version });
        }
        written
    }

    /// Whether a text may replace what was found. [`Verdict::Same`] if it is there already, be it in another form.
    fn verdict(&self, ours: &Rendered<'_>, found: &FileRead) -> Verdict {
        let (disk, version) = (found.disk(), self.version(ours.note.id));
        match version.verdict(disk, ours.checksum) {
            Verdict::Write | Verdict::Conflict if self.says_the_same(ours, found, disk, version) => {
                Verdict::Same
            }
            verdict => verdict,
        }
    }

    /// What is known of a file that holds the same text already: written here, or by hand.
    fn version_of_same(&self, ours: &Rendered<'_>, found: &FileRead) -> Version {
        match found.disk() {
            Disk::File(there) if there != ours.checksum => Version::shown(there),
            _ => Version::wrote(ours.checksum),
        }
    }

    /// Whether a file that a person wrote by hand holds the same text in another form, which it keeps. What the store wrote
    /// need not be compared: the same text gives the same bytes.
    fn says_the_same(&self, ours: &Rendered<'_>, found: &FileRead, disk: Disk, version: Version) -> bool {
        match (disk, &found.bytes) {
            (Disk::File(there), Ok(Some(bytes))) if !version.is_own(there) => {
                contents::parse(Ok(Some(bytes.clone())), self.kind, &found.name)
                    .is_ok_and(|(there, _)| there == *ours.note)
            }
            _ => false,
        }
    }

    /// Reads the file of a text, or what prevents a new one. A file that another program has renamed is found under
    /// its new name.
    fn find(&self, text: &Note) -> FileRead {
        let held = self.held.get(&text.id);
        let name = held.map_or_else(|| note::file_name(text).into(), |held| held.name.clone());
        let bytes = file::bytes(&self.folder.join(&name), LIMIT);
        let vanished = matches!(bytes, Ok(None)) && held.is_some_and(|held| held.version.had_file());
        let renamed = if vanished { self.renamed(text.id) } else { None };
        renamed.unwrap_or(FileRead { name, bytes })
    }

    /// The file that has this id in its front matter.
    fn renamed(&self, id: Id) -> Option<FileRead> {
        let written = id.to_string();
        let mut names = contents::names(&self.folder).unwrap_or_default();
        names.retain(|name| self.held.values().all(|held| held.name != *name));
        names.sort_by_key(|name| !name.to_string_lossy().contains(&written));
        names.into_iter().find_map(|name| {
            let bytes = file::bytes(&self.folder.join(&name), LIMIT);
            let (note, _) = contents::parse(bytes.clone(), self.kind, &name).ok()?;
            (note.id == id).then_some(FileRead { name, bytes })
        })
    }

    /// Writes a text beside that of another program, under a new id: `write` gets it with the name of its file.
    fn beside_theirs(
        &mut self,
        text: &Note,
        found: FileRead,
        now: &Now,
        before: BeforeWriting<'_>,
        write: impl FnOnce(&mut Self, &Rendered<'_>, TextFile) -> Result<()>,
    ) -> Result<Saved> {
        let (ours, held) = self.beside(text, now);
        let (planned, theirs) = self.conflict(text.id, &ours, found);
        before(planned)?;
        write(self, &ours, held)?;
        Ok(self.in_conflict(planned, ours.note.into_owned(), theirs))
    }

    /// A text under a new id, always the same until that is written, and the new file for it.
    fn beside(&mut self, text: &Note, now: &Now) -> (Rendered<'static>, TextFile) {
        let id = *self.planned.entry(text.id).or_insert_with(|| Id::new(now));
        let ours = Rendered::of(Cow::Owned(Note { id, ..text.clone() }));
        let version = Version::wrote(ours.checksum);
        let held = TextFile { name: note::conflict_name(&ours.note).into(), version };
        (ours, held)
    }

    /// Reads the version of another program, which is in conflict with ours.
    fn conflict(&self, from: Id, ours: &Rendered<'_>, found: FileRead) -> (Planned, Theirs) {
        let read = contents::parse(found.bytes, self.kind, &found.name);
        let theirs = read.as_ref().map_or(from, |(theirs, _)| theirs.id);
        let there = read.as_ref().ok().map(|(_, checksum)| *checksum);
        let planned = Planned { from, to: ours.note.id, checksum: ours.checksum, there, theirs };
        (planned, Theirs { name: found.name, read })
    }

    /// Records a conflict: from now on the id of the text means our version, until the interface knows both. Nothing can be
    /// saved to the file of the other program before the interface has been shown it.
    fn in_conflict(&mut self, planned: Planned, ours: Note, theirs: Theirs) -> Saved {
        let Planned { from, to, theirs: their_id, there, .. } = planned;
        if their_id != from {
            self.held.remove(&from);
        }
        self.held.insert(their_id, TextFile { name: theirs.name, version: Version::unseen(there) });
        self.planned.remove(&from);
        self.redirects.insert(from, Redirect { ours: to, theirs: their_id });
        Saved::Beside {
            before: from,
            ours: Box::new(ours),
            theirs: Box::new(theirs.read.map(|(note, _)| note)),
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
        assert_eq!(
            folders,
            ["work/notes", "work/positions", "work/amendments", "work/statements"].map(PathBuf::from)
        );
        for kind in Kind::ALL {
            assert_eq!(Kind::from_folder(kind.folder()), Some(kind));
        }
    }
}
