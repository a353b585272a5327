//! Another program at work in the folder of the workspace: an editor, a synchronising program, a colleague.

#![allow(clippy::disallowed_methods, reason = "it is another program that writes here")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::base::{Id, Now};
use crate::import::{self, Given};
use crate::model::{Document, Language};
use crate::store::{bundled, library, log};
use crate::workspace::{ActTarget, Kind, Note, Status, Tracker, note};

use super::samples::{CALENDARS, ENGLISH};
use super::step::Action;
use super::typed;

/// Another program.
pub struct Others {
    folder: PathBuf,
    /// How many words it has written.
    count: usize,
    /// Words it wrote and has not removed itself.
    pub written: BTreeSet<String>,
    /// Words of files it has changed: the delegate's words in them may be gone, and nobody else is to blame.
    pub spoilt: BTreeSet<String>,
    /// Whether it has changed a text or a status.
    pub has_changed: bool,
}

impl Others {
    /// A program that has done nothing yet in this workspace.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, count: 0, written: BTreeSet::new(), spoilt: BTreeSet::new(), has_changed: false }
    }

    /// Does something to the file chosen by `which`.
    pub fn act(&mut self, action: Action, which: usize, now: &Now) {
        let now = now.nth(1 << 40);
        match action {
            Action::New | Action::Position => self.add(action, &now),
            Action::Status => self.set_status(which, &now),
            Action::Document => self.keep_document(which),
            Action::NoDocuments => drop(fs::remove_dir_all(self.folder.join("documents"))),
            Action::Calendar => {
                fs::write(self.folder.join("calendar.toml"), CALENDARS[which % CALENDARS.len()]).unwrap()
            }
            _ => {
                let texts = texts(&self.folder);
                if let Some(path) = texts.get(which % texts.len().max(1)) {
                    self.change(action, path);
                }
            }
        }
    }

    fn word(&mut self) -> String {
        self.count += 1;
        let word = typed::other(self.count);
        self.written.insert(word.clone());
        word
    }

    fn change(&mut self, action: Action, path: &Path) {
        self.has_changed = true;
        let before = fs::read_to_string(path).unwrap();
        let words = typed::words(&before);
        self.spoilt.extend(words.clone());
        let front =
            before.find("+++\n").and_then(|first| before[first + 4..].find("+++\n").map(|at| first + at + 8));
        match action {
            Action::Edit => {
                let word = self.word();
                fs::write(path, format!("{before}{word}\n")).unwrap();
            }
            Action::Replace => {
                self.written.retain(|word| !words.contains(word));
                let word = self.word();
                fs::write(path, format!("{}{word}\n", &before[..front.unwrap_or(0)])).unwrap();
            }
            Action::Delete => {
                self.written.retain(|word| !words.contains(word));
                fs::remove_file(path).unwrap();
            }
            Action::Rename => {
                self.count += 1;
                fs::rename(path, path.with_extension(format!("renamed-{}.md", self.count))).unwrap();
            }
            Action::Copy => {
                let word = self.word();
                let copy = path.with_extension(format!("sync-conflict-20230307-{}.md", self.count));
                fs::write(copy, format!("{before}{word}\n")).unwrap();
            }
            Action::Break => {
                let word = self.word();
                fs::write(path, format!("+++\nid = {word}\n{before}")).unwrap();
            }
            _ => unreachable!("these change no text: {action:?}"),
        }
    }

    fn add(&mut self, action: Action, now: &Now) {
        self.has_changed = true;
        let text = self.word();
        let kind = if action == Action::Position { Kind::Position } else { Kind::Note };
        let anchor = "A/77/275:annex/E/next/2".parse().ok();
        let note =
            Note { kind, anchor, id: Id::new(&now.nth(self.count)), ..Note::new(now, "colleague", text) };
        let folder = self.folder.join(kind.folder());
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(note::file_name(&note)), note::write(&note)).unwrap();
    }

    fn set_status(&mut self, which: usize, now: &Now) {
        self.has_changed = true;
        self.count += 1;
        let step =
            format!("A/77/275:annex/{}/next/{}", ["B", "C", "E"][which % 3], which % 4 + 1).parse().unwrap();
        let target = ActTarget { step: &step, topic: None, session: 4 };
        let act = Tracker::default().set(target, Status::Raised, "colleague", &now.nth(self.count));
        log::append(&self.folder.join("tracker"), &act, &"c0000ea9".parse().unwrap()).unwrap();
    }

    fn keep_document(&self, which: usize) {
        static READ: OnceLock<Vec<Document>> = OnceLock::new();
        let documents = READ.get_or_init(|| ENGLISH.iter().map(|text| english(text)).collect());
        let at = which % documents.len();
        let bytes = ENGLISH[at].as_bytes();
        let import = library::Import { document: &documents[at], name: "report.txt", bytes, force: true };
        library::Catalogue::read(&self.folder.join("documents")).unwrap().keep(&import).unwrap();
    }
}

fn english(text: &str) -> Document {
    let given = Given { language: Some(Language::EN), ..Given::default() };
    import::import("A-77-275.en.txt", text.as_bytes(), &given, &bundled::vocabularies()).unwrap()
}

/// The files of all texts outside the trash, in order of their names.
pub fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Kind::ALL
        .iter()
        .flat_map(|kind| files(&folder.join(kind.folder())))
        .filter(|path| path.is_file())
        .collect();
    found.retain(|path| path.extension().is_some_and(|end| end == "md"));
    found
}

/// The words in all files below a folder, hidden ones too.
pub fn words_below(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in files(folder) {
        if path.is_dir() {
            found.extend(words_below(&path));
        } else {
            found.extend(typed::words(&String::from_utf8_lossy(&fs::read(&path).unwrap())));
        }
    }
    found
}

/// The words of the texts in a journal. A text is written behind what was typed before, so that of each file the last entry
/// counts: what the delegate has deleted since then is only in earlier ones.
pub fn words_in_journal(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in files(folder).into_iter().filter(|path| path.is_file()) {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let last = text.rfind("plenary-journal ").unwrap_or(0);
        found.extend(typed::words(&text[last..]));
    }
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn the_english_text_has_steps_at_addresses_of_the_french_one() {
    let steps = |text| {
        let document = english(text);
        document
            .of_kind(crate::model::BlockKind::NextStep)
            .map(|(_, block)| block.address.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(steps(ENGLISH[0]), ["annex/B/next/1", "annex/B/next/2", "annex/C/next/1", "annex/C/next/2"]);
    assert_eq!(steps(ENGLISH[1]), ["A/next/1"]);
}
