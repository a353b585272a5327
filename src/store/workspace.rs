//! The workspace folder: opened by one writer and any number of readers, read whole, nothing ever lost.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use crate::base::{Error, Id, Result, Unwatched};
use crate::calendar::Additions;
use crate::model::Process;
use crate::store::contents::{self, JOURNAL, Loaded, ShownFiles, TRACKER};
use crate::store::drafts::{Drafts, DraftsCall, DraftsLink};
use crate::store::journal::Journal;
use crate::store::lock::{self, Lock};
use crate::store::machine::Machine;
use crate::store::manifest::{self, Manifest};
use crate::store::texts::Texts;
use crate::store::{WritePath, calendar, file, hidden, index, log};
use crate::workspace::{Act, Broken, Contents, Kind, Note, SeenFile};

mod recovery;
mod writing;

use recovery::Left;

/// What a workspace is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To write, unless another program does; a missing folder is made.
    Write,
    /// Only to read; nothing is made or changed.
    Read,
}

/// An open workspace.
#[derive(Debug)]
pub struct WorkspaceFolder {
    root: WritePath,
    manifest: Manifest,
    /// Why nothing can be written, if so.
    read_only: Option<Error>,
    /// The files of each kind of text, in the order of [`Kind::ALL`].
    texts: [Texts; Kind::ALL.len()],
    /// The files that the interface shows.
    shown: ShownFiles,
    drafts: DraftsLink,
    /// The turn of the change that is being written: see [`Drafts`].
    turn: u64,
    lock: Option<Lock>,
    /// When the lock was taken, by the clock of the file system.
    opened: Option<SystemTime>,
}

/// A workspace with all that is in it.
#[derive(Debug)]
pub struct Opened {
    /// The folder, to write to.
    pub workspace: WorkspaceFolder,
    /// Texts of every kind and the tracker.
    pub contents: Contents,
    /// Lines of logs and files of the journal that could not be read, and links that are not written through. They stay
    /// where they are.
    pub broken: Vec<Broken>,
    /// What the file system of the folder cannot promise.
    pub limits: Vec<Error>,
    /// Texts that were being typed when a program died, newer than those in `contents`; for
    /// [`WorkspaceFolder::recover`]. They stay in the journal until they are saved.
    pub recovered: Vec<Note>,
}

impl Opened {
    /// Everything that could not be read: texts of every kind, lines of logs, files of the journal.
    pub fn every_broken(&self) -> impl Iterator<Item = &Broken> {
        let texts = Kind::ALL.into_iter().flat_map(|kind| self.contents.of(kind).broken());
        texts.chain(&self.broken)
    }
}

/// Everything a program writes in a workspace, apart from texts and documents: files and folders.
const WRITTEN: [&str; 16] = [
    manifest::NAME,
    index::concepts::NAME,
    calendar::NAME,
    JOURNAL,
    "documents",
    "documents/.trash",
    "documents/sources",
    "notes",
    "notes/.trash",
    "positions",
    "positions/.trash",
    "amendments",
    "amendments/.trash",
    "statements",
    "statements/.trash",
    TRACKER,
];

/// Why nothing can be written by a program that asked only to read.
const READ_ONLY: &str = "workspace-read-only";

/// Why nothing can be written while another program writes.
const LOCKED: &str = "workspace-locked";

impl WorkspaceFolder {
    /// Opens a workspace and reads it; if it is missing and may be written, makes it with the manifest `new`.
    ///
    /// If another program writes there, or the folder cannot be written, it is opened for reading:
    /// see [`WorkspaceFolder::read_only`].
    ///
    /// # Errors
    /// `workspace-not-folder` (`file`); `folder-not-made` and `file-unreadable` (`file`, `reason`, `what`);
    /// `manifest-broken` (`file`, `line`, `what`), `manifest-value` (`file`, `line`, `key`, `value`) and
    /// `manifest-newer` (`file`, `version`).
    pub fn open(root: &Path, access: Access, new: &Manifest) -> Result<Opened> {
        let mut broken = Vec::new();
        let workspace = Self::unread(root, access, new, &mut broken)?;
        let loaded = workspace.reload();
        let mut opened = workspace.load(loaded, broken);
        opened.broken.extend(opened.workspace.clear_documents());
        Ok(opened)
    }

    /// As [`WorkspaceFolder::open`], but what may take long is left for later: many notes are not read now, see
    /// [`crate::workspace::Notebook::is_unread`], and come with the next [`WorkspaceFolder::reload`]; copies of documents that a killed
    /// program has left are there until [`WorkspaceFolder::clear_documents`].
    ///
    /// # Errors
    /// As [`WorkspaceFolder::open`].
    pub fn open_soon(root: &Path, access: Access, new: &Manifest) -> Result<Opened> {
        let mut broken = Vec::new();
        let workspace = Self::unread(root, access, new, &mut broken)?;
        let loaded = match contents::may_wait_for_notes(&workspace.root) {
            true => contents::read_without_notes(&workspace.root),
            false => workspace.reload(),
        };
        Ok(workspace.load(loaded, broken))
    }

    /// Opens a workspace to write new texts to it, and reads nothing of what is in it: that may be much. A text that is there
    /// already must not be saved with it: it would count as that of another program.
    ///
    /// # Errors
    /// As [`WorkspaceFolder::open`].
    pub fn open_to_add(root: &Path, new: &Manifest) -> Result<Self> {
        Self::unread(root, Access::Write, new, &mut Vec::new())
    }

    /// Opens a workspace and reads only its manifest; what is wrong with its own files is added to `broken`.
    fn unread(root: &Path, access: Access, new: &Manifest, broken: &mut Vec<Broken>) -> Result<Self> {
        let root = WritePath::workspace(found(root, access)?);
        let held = match access {
            Access::Write => lock::take_soon(&root),
            Access::Read => Err(Error::broken(READ_ONLY).with("folder", file::shown(&root))),
        };
        let (lock, read_only) = match held {
            Ok(lock) => (Some(lock), None),
            Err(why) => (None, Some(why)),
        };
        let manifest = match manifest::load(&root)? {
            Some(manifest) => manifest,
            None => {
                // Without it everything else works, and the next start tries again.
                let written = if lock.is_some() { manifest::write(&root, new) } else { Ok(()) };
                broken.extend(written.err().map(|error| Broken { file: manifest::NAME.to_owned(), error }));
                new.clone()
            }
        };
        let logs = file::names(&root.join(TRACKER)).unwrap_or_default().into_iter();
        let logs = logs.map(|name| Path::new(TRACKER).join(name));
        broken.extend(root.links_out(WRITTEN.map(PathBuf::from).into_iter().chain(logs)));
        let texts = Kind::ALL.map(|kind| Texts::new(&root, kind));
        let drafts = DraftsLink::here(Drafts::new(journal(&root), lock.as_ref().map(Lock::lock_file)));
        let shown = ShownFiles::default();
        let opened =
            lock.as_ref().and_then(|_| file::state(&root.join(lock::NAME))).map(|(_, changed)| changed);
        Ok(Self { root, manifest, read_only, texts, shown, drafts, turn: 0, lock, opened })
    }

    fn load(mut self, loaded: Loaded, mut broken: Vec<Broken>) -> Opened {
        let Loaded { contents, files, broken: lines, .. } = loaded;
        broken.extend(lines);
        self.accept(&files, &[]);
        let Left { recovered, broken: left } = self.left(&contents);
        broken.extend(left);
        if let Some(lock) = &self.lock {
            broken.extend(hidden::clear(&self.root, &contents, &recovered, lock.works()));
        }
        let limits = self.limits();
        Opened { workspace: self, contents, broken, limits, recovered }
    }

    /// Removes the copies of documents that a killed program has left and that are needless; returns the others, as
    /// [`Opened::broken`]. Nothing if the workspace cannot be written.
    pub fn clear_documents(&self) -> Vec<Broken> {
        let lock = self.lock.as_ref().zip(self.opened);
        lock.map(|(lock, opened)| hidden::clear_documents(&self.root, opened, lock.works()))
            .unwrap_or_default()
    }

    /// Reads notes, positions and logs again, as other programs may have changed them. Later saves are still based on what
    /// was read before, so that they overwrite nothing that came in meanwhile, until [`WorkspaceFolder::accept`].
    #[must_use]
    pub fn reload(&self) -> Loaded {
        contents::read(&self.root, &Unwatched).expect("nobody stops it")
    }

    /// The interface now shows what was read from these files: later saves may replace them. The texts in `held_back` are
    /// still based on what was read before: they are being typed, or not saved yet.
    pub fn accept(&mut self, files: &Arc<[SeenFile]>, held_back: &[Id]) {
        let typed: HashSet<Id> = held_back.iter().copied().collect();
        self.texts.iter_mut().for_each(|texts| texts.accept(files, &typed));
        self.shown = ShownFiles { files: Arc::clone(files), touched: typed };
        // Drafts in another thread hear of it from the interface itself, before it hands over what is based on that.
        if self.drafts.is_here() {
            let (files, held_back) = (files.clone(), held_back.to_vec());
            self.drafts.send(move |drafts| drafts.accept(files, &held_back));
        }
    }

    /// The files that the interface shows.
    #[must_use]
    pub fn shown(&self) -> &ShownFiles {
        &self.shown
    }

    /// The interface now knows both versions of a text in conflict ([`crate::workspace::Saved::Beside`]). Until then all that comes under its
    /// old id goes to our version; from now on the old id means the version of the other program.
    pub fn accept_conflict(&mut self, id: Id) {
        self.texts.iter_mut().for_each(|texts| texts.accept_conflict(id));
        if self.drafts.is_here() {
            self.drafts.send(move |drafts| drafts.accept_conflict(id));
        }
    }

    /// From now on the drafts are kept in another thread, which receives what is asked of them through `calls`, and there
    /// what the interface types too.
    pub fn give_away_drafts(&mut self, calls: Sender<DraftsCall>) -> Option<Arc<Mutex<Drafts>>> {
        let before = std::mem::replace(&mut self.drafts, DraftsLink::Thread(calls));
        if let DraftsLink::Here(drafts) = before { Some(drafts) } else { None }
    }

    /// The drafts, which a test from now on feeds with what the interface types, as the thread of the journal does.
    #[cfg(test)]
    pub fn feed_drafts(&mut self) -> Option<Arc<Mutex<Drafts>>> {
        let DraftsLink::Here(drafts) = &self.drafts else { return None };
        let drafts = drafts.clone();
        self.drafts = DraftsLink::Fed(drafts.clone());
        Some(drafts)
    }

    /// What is written next is the change of this turn: see [`Drafts`].
    pub fn begin_turn(&mut self, turn: u64) {
        self.turn = turn;
    }

    /// Waits until the journal holds what is not saved, and nothing else. To be called before the lock is released.
    pub fn finish_drafts(&self) {
        let _ = self.drafts.ask(Drafts::work);
    }

    /// What the file system of the folder cannot promise: `workspace-no-locks` (`folder`).
    fn limits(&self) -> Vec<Error> {
        let works = self.lock.as_ref().map_or_else(|| !lock::is_unsupported(&self.root), Lock::works);
        let no_locks = || Error::broken("workspace-no-locks").with("folder", file::shown(&self.root));
        if works { Vec::new() } else { vec![no_locks()] }
    }

    /// Takes the lock if another program held it and has released it; whether that was so.
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

    /// The folder to write to.
    #[must_use]
    pub(super) fn write_root(&self) -> &WritePath {
        &self.root
    }

    /// The manifest.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Why nothing can be written: `workspace-locked`, `workspace-not-writable` or `workspace-read-only`.
    #[must_use]
    pub fn read_only(&self) -> Option<&Error> {
        self.read_only.as_ref()
    }

    /// Adds entries to the delegate's calendar; returns how many were new.
    ///
    /// # Errors
    /// That of [`WorkspaceFolder::read_only`]; `calendar-faulty`, `calendar-other-process` and `file-not-written`.
    pub fn add_to_calendar(&mut self, entries: &Additions, process: &Process) -> Result<usize> {
        self.writable()?;
        calendar::add(&self.root, entries, process)
    }

    /// The folder of imported documents.
    #[must_use]
    pub fn documents_dir(&self) -> WritePath {
        self.root.join("documents")
    }

    /// The file of a text, for other programs to open.
    #[must_use]
    pub fn note_path(&self, id: Id) -> Option<PathBuf> {
        self.texts.iter().find_map(|texts| texts.path(id))
    }

    /// Refuses if the workspace is open for reading only, or is no longer the folder that was opened; other writers in this
    /// folder ask first. A lock file that was removed or replaced is locked again; if another program was faster, the
    /// workspace is open for reading only from now on.
    ///
    /// # Errors
    /// That of [`WorkspaceFolder::read_only`]; `workspace-gone` (`folder`); those of [`lock::take`].
    pub fn writable(&mut self) -> Result<()> {
        if let Some(why) = &self.read_only {
            return Err(why.clone());
        }
        self.root.check_root()?;
        if self.lock.as_ref().is_some_and(Lock::is_in_place) {
            return Ok(());
        }
        match lock::take(&self.root) {
            Ok(lock) => {
                let file = lock.lock_file();
                self.drafts.send(move |drafts| drafts.relock(file));
                self.lock = Some(lock);
            }
            Err(why) => {
                if why.message.id == LOCKED {
                    self.drafts.ask(Drafts::close);
                    self.lock = None;
                    self.read_only = Some(why.clone());
                }
                return Err(why);
            }
        }
        Ok(())
    }

    /// Appends an act to the log of its author on this machine, and waits until it is on the disk.
    ///
    /// # Errors
    /// As [`WorkspaceFolder::save`].
    pub fn append(&mut self, act: &Act, machine: &Machine) -> Result<()> {
        self.writable()?;
        log::append(&self.root.join(TRACKER), act, machine)
    }
}

/// The journal of the workspace in a folder.
fn journal(root: &WritePath) -> Journal {
    Journal::new(root.join(".journal"))
}

/// The folder with its links resolved; it is made if it is missing and may be made.
pub(super) fn found(root: &Path, access: Access) -> Result<PathBuf> {
    let found = match file::resolve(root)? {
        Some(found) => found,
        None if access == Access::Read => return Ok(root.to_owned()),
        None => {
            file::folder(WritePath::of_user(root))?;
            file::resolve(root)?.unwrap_or_else(|| root.to_owned())
        }
    };
    if file::is_folder(&found) {
        Ok(found)
    } else {
        Err(Error::broken("workspace-not-folder").with("file", file::shown(root)))
    }
}

#[cfg(test)]
mod tests;
