//! The store with faults: operations that fail, links that lead out, locks that vanish, copies that a kill leaves.

mod copies;
mod faults;
mod links;
mod locks;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use tempfile::TempDir;

use crate::base::{Error, Id, Now, Result};
use crate::calendar::Additions;
use crate::locale::Locale;
use crate::model::{Document, Language, Meeting, Process};
use crate::store::bookmark::{self, Remembered};
use crate::store::machine::Machine;
use crate::store::{
    Access, Manifest, Opened, Places, WorkspaceFolder, WritePath, bundled, file, library, process,
};
use crate::workspace::{Act, ActTarget, Bookmark, Kind, Note, Saved, Status, Tracker, note};

/// A home folder with a workspace in it; in memory where the system offers that, because thousands are made.
struct Home {
    home: TempDir,
}

impl Home {
    fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let home = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        Self { home: home.unwrap() }
    }

    fn path(&self, below: &str) -> PathBuf {
        self.home.path().join(below)
    }

    /// A path in the workspace.
    fn work(&self, below: &str) -> PathBuf {
        self.path("work").join(below)
    }

    fn places(&self) -> Places {
        Places::under(self.home.path())
    }

    fn open(&self) -> Result<Opened> {
        let new =
            Manifest { author: Some("roy".to_owned()), languages: vec![Language::FR], ..Manifest::default() };
        WorkspaceFolder::open(&self.path("work"), Access::Write, &new)
    }

    /// Everything under the home folder that is not temporary: the content of files, and what links lead to.
    fn tree(&self) -> BTreeMap<String, Vec<u8>> {
        let mut tree = BTreeMap::new();
        let mut folders = vec![self.home.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() && !path.is_symlink() {
                    folders.push(path);
                } else if path.file_name() != Some(".lock".as_ref()) {
                    let name = path.strip_prefix(self.home.path()).unwrap().to_string_lossy().into_owned();
                    tree.insert(name, fs::read(&path).unwrap_or_default());
                }
            }
        }
        tree
    }
}

/// A moment, always the same for the same number.
fn now(nth: u8) -> Now {
    let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
    Now::new(instant + chrono::TimeDelta::seconds(nth.into()), [nth; 10])
}

fn text(nth: u8, text: &str) -> Note {
    let mut note = Note::new(&now(nth), "roy", text);
    note.anchor = "A/77/275:annex/E/next/2".parse().ok();
    note
}

fn status() -> Act {
    let step = "A/77/275:annex/E/next/2".parse().unwrap();
    Tracker::default().set(
        ActTarget { step: &step, topic: None, session: 4 },
        Status::Discussed,
        "roy",
        &now(9),
    )
}

fn machine() -> Machine {
    "0123456a".parse().unwrap()
}

fn group() -> Process {
    process::processes().pop().unwrap()
}

fn meeting() -> Meeting {
    Meeting {
        session: Some(4),
        number: None,
        date: "2023-03-07".parse().unwrap(),
        from: None,
        to: None,
        items: Vec::new(),
        about: "informal".to_owned(),
    }
}

fn entries() -> Additions {
    Additions { meetings: vec![meeting()], deadlines: Vec::new() }
}

fn document() -> Document {
    bundled::documents().iter().min_by_key(|document| document.blocks.len()).unwrap().clone()
}

/// Stores a document as an import does.
fn keep(documents: &WritePath) -> Result<()> {
    let bytes = b"the words of the source";
    let import = library::Import { document: &document(), name: "report.txt", bytes, force: true };
    library::Catalogue::read(documents)?.keep(&import).map(|_| ())
}

/// Every error can be read in both languages, with nothing missing in its text.
#[track_caller]
fn reads_well(error: &Error) {
    for language in [Language::EN, Language::FR] {
        let text = Locale::new(language).explain(error);
        assert!(text.len() > 20 && !text.contains(['⟨', '{', '}']), "{error}: {text}");
    }
}
