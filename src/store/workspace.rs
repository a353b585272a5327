//! The workspace folder: opened by one writer and any number of readers, loaded whole, nothing ever lost.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::base::text::excerpt;
use crate::base::{Error, Id, Lines, Now, Result};
use crate::model::{Language, Meeting, Process};
use crate::store::journal::Journal;
use crate::store::lock::{self, Lock};
use crate::store::notes::Files;
use crate::store::{calendar, file, log};
use crate::workspace::{Act, Broken, Note, Notebook, Saved, Tracker, note};

/// What one wants of a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To write, if nobody else does; a missing folder is made.
    Write,
    /// Only to read; nothing is made or touched.
    Read,
}

/// What `plenary.toml` says of the workspace. It is written once, when the workspace is made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// What the delegate calls it.
    pub name: Option<String>,
    /// Who writes in it, unless the settings say so.
    pub author: Option<String>,
    /// The process worked on: `oewg-2021-2025`.
    pub process: Option<String>,
    /// The languages worked in, the first one first.
    pub languages: Vec<Language>,
}

/// An open workspace.
#[derive(Debug)]
pub struct Workspace {
    root: PathBuf,
    manifest: Manifest,
    /// Why nothing can be written, if so.
    read_only: Option<Error>,
    notes: Files,
    positions: Files,
    journal: Journal,
    lock: Option<Lock>,
}

/// A workspace with all that is in it.
#[derive(Debug)]
pub struct Opened {
    /// The folder, to write to.
    pub workspace: Workspace,
    /// The notes, and the files that could not be read as notes.
    pub notebook: Notebook,
    /// What one will say: files of the same form in `positions/`. They are only read.
    pub positions: Notebook,
    /// The fold of all logs.
    pub tracker: Tracker,
    /// Lines of logs and files of the journal that could not be read. They stay where they are.
    pub broken: Vec<Broken>,
    /// Notes that were being typed when a program died, newer than the notebook's. Put each into the
    /// notebook and save it: then it leaves the journal.
    pub recovered: Vec<Note>,
}

/// What the files of a workspace hold.
#[derive(Debug)]
pub struct Loaded {
    /// The notes, and the files that could not be read as notes.
    pub notebook: Notebook,
    /// The positions, and the files that could not be read as such.
    pub positions: Notebook,
    /// The fold of all logs.
    pub tracker: Tracker,
    /// Lines of logs that could not be read.
    pub broken: Vec<Broken>,
}

const MANIFEST: &str = "plenary.toml";
const VERSION: i64 = 1;
/// Why nothing can be written where nobody asked to write.
const READ_ONLY: &str = "workspace-read-only";

impl Workspace {
    /// Opens a workspace and loads it; when it is missing and may be written, makes it as `new` says.
    ///
    /// When another program writes there, or the folder cannot be written, it is opened for reading:
    /// see [`Workspace::read_only`].
    ///
    /// # Errors
    /// `workspace-not-folder` (`file`); `folder-not-made` and `file-unreadable` (`file`, `reason`, `what`);
    /// `manifest-broken` (`file`, `line`, `what`), `manifest-value` (`file`, `line`, `key`, `value`) and
    /// `manifest-newer` (`file`, `version`).
    pub fn open(root: &Path, access: Access, new: &Manifest) -> Result<Opened> {
        let root = found(root, access)?;
        let held = match access {
            Access::Write => lock::take_soon(&root),
            Access::Read => Err(Error::broken(READ_ONLY).with("folder", file::shown(&root))),
        };
        let (lock, read_only) = match held {
            Ok(lock) => (Some(lock), None),
            Err(why) => (None, Some(why)),
        };
        let path = root.join(MANIFEST);
        let manifest = match file::text(&path, 1 << 20)? {
            Some(text) => read_manifest(&text, &path)?,
            None => {
                if lock.is_some() {
                    file::write(&path, write_manifest(new).as_bytes())?;
                }
                new.clone()
            }
        };
        let notes = Files::new(root.join("notes"));
        let positions = Files::new(root.join("positions"));
        let journal = Journal::new(root.join(".journal"));
        let workspace = Self { root, manifest, read_only, notes, positions, journal, lock };
        Ok(workspace.load())
    }

    /// What `plenary.toml` of a folder says, as far as it can be read; opening the workspace tells what is wrong.
    #[must_use]
    pub fn manifest_at(root: &Path) -> Manifest {
        let path = root.join(MANIFEST);
        let text = file::text(&path, 1 << 20).ok().flatten();
        text.and_then(|text| read_manifest(&text, &path).ok()).unwrap_or_default()
    }

    fn load(mut self) -> Opened {
        let Loaded { notebook, positions, tracker, mut broken } = self.reload();
        let mut recovered = Vec::new();
        if self.read_only.is_none() {
            let left = self.journal.leftovers();
            broken.extend(left.broken);
            for (note, base) in left.notes {
                // Saved under its own id or, after a conflict, beside it under another one.
                if notebook.notes().any(|there| Note { id: note.id, ..there.clone() } == note) {
                    // It was saved; only the clearing was cut short. If that fails again, no harm is done.
                    let _ = self.journal.clear(note.id);
                } else {
                    self.notes.set_base(note.id, base);
                    recovered.push(note);
                }
            }
        }
        Opened { workspace: self, notebook, positions, tracker, broken, recovered }
    }

    /// Reads notes, positions and logs anew, as other programs may have changed them. What is saved still goes out from the files as they were read before, so that it
    /// overwrites nothing that came in meanwhile, until [`Workspace::take`].
    pub fn reload(&mut self) -> Loaded {
        let (notes, broken_notes) = self.notes.load();
        let (positions, broken_positions) = self.positions.load();
        let (acts, broken) = log::load(&self.root.join("tracker"));
        Loaded {
            notebook: Notebook::new(notes, broken_notes),
            positions: Notebook::new(positions, broken_positions),
            tracker: Tracker::new(acts),
            broken,
        }
    }

    /// What was last read is known to whoever saves: what comes from now on goes out from it, except a note
    /// being typed, which still goes out from what it was when the typing began.
    pub fn take(&mut self, typed: Option<Id>) {
        let typed: Vec<Id> = self.journal.typed().chain(typed).collect();
        self.notes.take(&typed);
    }

    /// Whoever saves knows both versions of a note in conflict ([`Saved::Beside`]). Until then all that comes
    /// under its old id goes to our version; from now on the old id means theirs.
    pub fn follow(&mut self, id: Id) {
        self.notes.follow(id);
    }

    /// Takes the lock if it was held by another program and is free by now; tells whether that was so.
    pub fn try_again(&mut self) -> bool {
        let was_locked = self.read_only.as_ref().is_some_and(|why| why.message.id != READ_ONLY);
        let Some(lock) = was_locked.then(|| lock::take(&self.root).ok()).flatten() else { return false };
        self.lock = Some(lock);
        self.read_only = None;
        true
    }

    /// The folder, links resolved.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What `plenary.toml` says.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Why nothing can be written: `workspace-locked`, `workspace-not-writable` or `workspace-read-only`.
    #[must_use]
    pub fn read_only(&self) -> Option<&Error> {
        self.read_only.as_ref()
    }

    /// Adds meetings of a process to the delegate's calendar; answers how many were not there yet.
    ///
    /// # Errors
    /// What [`Workspace::read_only`] says; `calendar-faulty`, `calendar-other-process` and `file-not-written`.
    pub fn add_meetings(&mut self, meetings: &[Meeting], process: &Process) -> Result<usize> {
        self.writable()?;
        calendar::add(&self.root, meetings, process)
    }

    /// Where imported documents lie.
    #[must_use]
    pub fn documents_dir(&self) -> PathBuf {
        self.root.join("documents")
    }

    /// The file of a note, for other programs to open.
    #[must_use]
    pub fn note_path(&self, id: Id) -> Option<PathBuf> {
        self.notes.path(id)
    }

    /// Refuses when the workspace is open for reading only; others that write here ask first.
    ///
    /// # Errors
    /// What [`Workspace::read_only`] says.
    pub fn writable(&self) -> Result<()> {
        self.read_only.clone().map_or(Ok(()), Err)
    }

    /// Saves a note and takes it out of the journal.
    ///
    /// # Errors
    /// What [`Workspace::read_only`] says; `folder-not-made` and `file-not-written` (`file`, `reason`,
    /// `what`).
    pub fn save(&mut self, note: &Note, now: &Now) -> Result<Saved> {
        self.writable()?;
        // Should the program die between saving and clearing, the journal holds what was saved, no less.
        let own = self.own(note);
        let base = self.notes.sum(own.id);
        if self.journal.is_behind(&own, base) {
            self.journal.write(&own, base)?;
        }
        let saved = self.notes.save(note, now)?;
        self.journal.clear(own.id)?;
        Ok(saved)
    }

    /// Journals a note as typed so far, without waiting for the disk: call it before each save.
    ///
    /// # Errors
    /// As [`Workspace::save`].
    pub fn journal(&mut self, note: &Note) -> Result<()> {
        self.writable()?;
        let own = self.own(note);
        self.journal.write(&own, self.notes.sum(own.id))
    }

    /// Forgets what is journalled of a note that will not be saved.
    ///
    /// # Errors
    /// As [`Workspace::save`], and `file-not-removed` (`file`, `reason`, `what`).
    pub fn journal_clear(&mut self, id: Id) -> Result<()> {
        self.writable()?;
        self.journal.clear(self.notes.own(id))
    }

    /// Moves a note's file to `notes/.trash/`.
    ///
    /// # Errors
    /// As [`Workspace::save`], and `file-not-moved` (`file`, `reason`, `what`).
    pub fn trash(&mut self, id: Id) -> Result<()> {
        self.writable()?;
        let own = self.notes.own(id);
        self.notes.trash(own)?;
        self.journal.clear(own)
    }

    /// Brings a note back from the trash, or writes it anew.
    ///
    /// # Errors
    /// As [`Workspace::save`].
    pub fn restore(&mut self, note: &Note, now: &Now) -> Result<Saved> {
        self.writable()?;
        self.notes.restore(note, now)
    }

    /// The note under the id it is kept under.
    fn own<'a>(&self, note: &'a Note) -> Cow<'a, Note> {
        match self.notes.own(note.id) {
            own if own == note.id => Cow::Borrowed(note),
            own => Cow::Owned(Note { id: own, ..note.clone() }),
        }
    }

    /// Adds an act to its author's log, and waits until it is on the disk.
    ///
    /// # Errors
    /// As [`Workspace::save`].
    pub fn append(&mut self, act: &Act) -> Result<()> {
        self.writable()?;
        log::append(&self.root.join("tracker"), act)
    }
}

/// The folder with its links resolved; made if it is missing and may be.
fn found(root: &Path, access: Access) -> Result<PathBuf> {
    match std::fs::metadata(root) {
        Ok(about) if !about.is_dir() => {
            return Err(Error::broken("workspace-not-folder").with("file", file::shown(root)));
        }
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if access == Access::Read {
                return Ok(root.to_owned());
            }
            file::folder(root)?;
        }
        Err(error) => return Err(file::refused("file-unreadable", root, &error)),
    }
    std::fs::canonicalize(root).map_err(|error| file::refused("file-unreadable", root, &error))
}

fn write_manifest(manifest: &Manifest) -> String {
    let mut table = toml::Table::new();
    table.insert("version".to_owned(), VERSION.into());
    let mut put = |key: &str, value: Option<&String>| {
        value.map(|value| table.insert(key.to_owned(), value.as_str().into()));
    };
    put("name", manifest.name.as_ref());
    put("author", manifest.author.as_ref());
    put("process", manifest.process.as_ref());
    if !manifest.languages.is_empty() {
        let languages: Vec<String> = manifest.languages.iter().map(Language::to_string).collect();
        table.insert("languages".to_owned(), languages.into());
    }
    toml::to_string(&table).expect("texts and numbers are TOML")
}

/// Reads the manifest; keys it does not know are somebody else's business.
fn read_manifest(text: &str, path: &Path) -> Result<Manifest> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let at =
        |line: usize, id: &'static str| Error::broken(id).with("file", file::shown(path)).with("line", line);
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let place = error.span().map_or(0, |span| span.start);
        at(Lines::of(text).number(place), "manifest-broken").with("what", error.message())
    })?;
    let fault = |key: &str| {
        at(note::line_of_key(text, key), "manifest-value")
            .with("key", key)
            .with("value", excerpt(&table[key].to_string(), 60))
    };
    match table.get("version").map(|version| version.as_integer().ok_or_else(|| fault("version"))) {
        Some(version) if version.clone()? > VERSION => {
            let newer = Error::broken("manifest-newer").with("file", file::shown(path));
            return Err(newer.with("version", version?));
        }
        _ => {}
    }
    let string = |key: &str| match table.get(key) {
        Some(value) => value.as_str().map(|text| Some(text.to_owned())).ok_or_else(|| fault(key)),
        None => Ok(None),
    };
    let languages = match table.get("languages") {
        Some(value) => value
            .as_array()
            .and_then(|all| all.iter().map(|one| one.as_str()?.parse().ok()).collect())
            .ok_or_else(|| fault("languages"))?,
        None => Vec::new(),
    };
    Ok(Manifest { name: string("name")?, author: string("author")?, process: string("process")?, languages })
}

#[cfg(test)]
mod tests;
