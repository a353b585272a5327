//! Typing, undoing and deleting while another program changes the same files: no version of either is lost.
//!
//! A model notes which texts must be found: each one that the other program wrote and each one that the delegate finished,
//! until its own author replaces it. By default 48 sequences of steps are tried; `PROPTEST_CASES=20000` tries more. A
//! sequence that fails is reported in its shortest form.

#![allow(clippy::disallowed_methods, reason = "another program writes here")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError};
use tempfile::TempDir;

use super::desk::{Desk, begin};
use crate::app::draft::Draft;
use crate::app::effect::Effect;
use crate::app::event::Event;
use crate::app::layer::Layer;
use crate::app::layout::Pane;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Prompt};
use crate::app::write::Write;
use crate::base::{Id, Now};
use crate::model::Language;
use crate::shell::keeper::Job;
use crate::store::journal;
use crate::workspace::{Kind, Note, Notebook, note};

/// One step. A number chooses a note or a file; a step that means nothing at the moment does nothing.
#[derive(Debug, Clone, Copy)]
enum Step {
    NewNote,
    Intervention,
    Remark,
    Position,
    Edit(usize),
    Type,
    Empty,
    Finish,
    Cancel,
    Undo,
    Redo,
    Delete(usize),
    OtherWrites(usize),
    OtherBreaks(usize),
    OtherDeletes(usize),
    OtherRenames(usize),
    OtherRestores(usize),
    OtherAdds,
    Reload,
    Write(usize),
    Hear(usize),
    Settle,
    Crash,
}

fn step() -> impl Strategy<Value = Step> {
    let which = 0..6usize;
    prop_oneof![
        2 => prop::sample::select(vec![Step::NewNote, Step::Intervention, Step::Remark, Step::Position]),
        3 => which.clone().prop_map(Step::Edit),
        6 => Just(Step::Type),
        1 => Just(Step::Empty),
        4 => prop::sample::select(vec![Step::Finish, Step::Finish, Step::Cancel]),
        4 => prop::sample::select(vec![Step::Undo, Step::Undo, Step::Redo]),
        1 => which.clone().prop_map(Step::Delete),
        5 => which.clone().prop_map(Step::OtherWrites),
        1 => which.clone().prop_map(Step::OtherBreaks),
        1 => which.clone().prop_map(Step::OtherDeletes),
        1 => which.clone().prop_map(Step::OtherRenames),
        1 => which.clone().prop_map(Step::OtherRestores),
        1 => Just(Step::OtherAdds),
        2 => Just(Step::Reload),
        4 => (1..4usize).prop_map(Step::Write),
        3 => (1..4usize).prop_map(Step::Hear),
        3 => Just(Step::Settle),
        1 => Just(Step::Crash),
    ]
}

/// The program, the other program, and the texts that must be found.
struct Model {
    home: TempDir,
    desk: Option<Desk>,
    /// How many words were typed and written.
    count: usize,
    /// Texts that must be in a file, as a whole.
    required: BTreeSet<String>,
}

impl Model {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let desk = Some(Self::open(home.path(), begin()));
        Self { home, desk, count: 0, required: BTreeSet::new() }
    }

    fn open(home: &Path, now: Now) -> Desk {
        let mut desk = Desk::open(home, Language::FR, (120, 40), now);
        desk.app.window.focus = Pane::Notes;
        desk
    }

    fn desk(&mut self) -> &mut Desk {
        self.desk.as_mut().unwrap()
    }

    fn word(&mut self, author: &str) -> String {
        self.count += 1;
        format!("{author}{} ", self.count)
    }

    fn run(&mut self, step: Step) {
        let top = self.desk().app.layers.last();
        let is_line = matches!(top, Some(Layer::Line(_)));
        match (step, top.is_some()) {
            (Step::NewNote, false) => self.press("n"),
            (Step::Intervention, false) => self.press("i"),
            (Step::Remark, false) => self.opens(Overlay::Line(Prompt::Remark)),
            (Step::Position, false) => self.open_position(),
            (Step::Edit(which), false) => self.choose_and_press(which, "e"),
            (Step::Delete(which), false) => self.choose_and_press(which, "x"),
            (Step::Undo, false) => self.press("u"),
            (Step::Redo, false) => self.press("U"),
            (Step::Type, true) => {
                let word = self.word("mine");
                self.send(Event::Paste(word));
            }
            (Step::Empty, true) if is_line => self.press("Ctrl-u"),
            (Step::Empty, true) => self.press("Ctrl-a Backspace"),
            (Step::Finish, true) => self.press(if is_line { "Enter" } else { "Esc" }),
            (Step::Cancel, true) => self.press("Esc"),
            (Step::Reload, _) => self.send(Event::Looked),
            (Step::Write(count), _) => self.desk().write(count),
            (Step::Hear(count), _) => self.hear(count),
            (Step::Settle, _) => self.settle(),
            (Step::Crash, _) => self.crash(),
            (other, _) => self.other(other),
        }
    }

    fn press(&mut self, keys: &str) {
        for key in keys.split(' ') {
            self.send(Event::Key(key.parse().unwrap()));
        }
    }

    fn opens(&mut self, overlay: Overlay) {
        self.desk().app.carry_out(Outcome::of(Intent::Open(overlay)));
    }

    /// Opens the first position, or a new one.
    fn open_position(&mut self) {
        let now = self.desk().now();
        let known = self.desk().app.workspace.positions.notes().next().cloned();
        let new = || Note { kind: Kind::Position, ..Note::new(&now.nth(7), "Roy", "") };
        let note = Box::new(known.clone().unwrap_or_else(new));
        self.opens(Overlay::Note { note, before: known.map(Box::new) });
    }

    fn choose_and_press(&mut self, which: usize, key: &str) {
        let app = &mut self.desk().app;
        let count = app.panes.notes.shown(&app.context()).len();
        if count > 0 {
            app.panes.notes.list.selected = which % count;
            self.press(key);
        }
    }

    /// Sends an event to the interface, and notes which texts must be found after that.
    fn send(&mut self, event: Event) {
        let shown: BTreeMap<Id, String> = self.shown().map(|note| (note.id, note.text.clone())).collect();
        let effects = self.desk().send(event);
        for effect in effects {
            match &effect {
                Effect::Write(Write::Save(note)) => {
                    let draft = self.draft().filter(|draft| draft.note.id == note.id);
                    match draft.map(|draft| draft.before.clone()) {
                        // What the delegate edits is replaced by them.
                        Some(before) => before.iter().for_each(|before| {
                            self.required.remove(&before.text);
                        }),
                        None => {
                            if let Some(old) = shown.get(&note.id) {
                                self.required.remove(old);
                            }
                            self.require(&note.text);
                        }
                    }
                }
                Effect::Write(Write::Remove(note) | Write::Restore(note)) => self.require(&note.text),
                _ => {}
            }
        }
    }

    fn shown(&self) -> impl Iterator<Item = &Note> {
        let workspace = &self.desk.as_ref().unwrap().app.workspace;
        [&workspace.notebook, &workspace.positions, &workspace.amendments, &workspace.statements]
            .into_iter()
            .flat_map(Notebook::notes)
    }

    fn draft(&self) -> Option<&Draft> {
        self.desk.as_ref().unwrap().app.layers.last()?.cover().draft()
    }

    fn require(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.required.insert(text.to_owned());
        }
    }

    fn hear(&mut self, count: usize) {
        for _ in 0..count {
            if let Some(answer) = self.desk().answers.pop_front() {
                self.send(answer);
            }
        }
    }

    fn settle(&mut self) {
        for _ in 0..100 {
            if self.desk().jobs.is_empty() && self.desk().answers.is_empty() {
                return;
            }
            self.desk().write(usize::MAX);
            let count = self.desk().answers.len();
            self.hear(count);
        }
        panic!("the interface never stops asking");
    }

    /// The program is killed and started again. What the keeper had not begun to write may be gone.
    fn crash(&mut self) {
        let waiting = self.waiting();
        let on_disk = self.on_disk();
        self.required.retain(|text| on_disk.contains(text) || !waiting.contains(text));
        // What was typed so far and is on the disk must still be there afterwards.
        let typed = self.draft().filter(|draft| draft.is_typed()).map(|draft| draft.note.text.clone());
        typed.filter(|text| on_disk.contains(text)).iter().for_each(|text| self.require(text));
        let now = self.desk().now();
        drop(self.desk.take());
        self.desk = Some(Self::open(self.home.path(), now));
    }

    /// The texts that are handed over and not written yet.
    fn waiting(&self) -> BTreeSet<String> {
        let jobs = self.desk.as_ref().unwrap().jobs.iter();
        let texts = jobs.filter_map(|(_, job)| match job {
            Job::Write(write) => Some(write.note()?.text.clone()),
            _ => None,
        });
        texts.collect()
    }

    fn files(&self, folders: &[&str]) -> Vec<PathBuf> {
        let root = self.home.path().join("work");
        let entries = folders.iter().flat_map(|folder| fs::read_dir(root.join(folder)).into_iter().flatten());
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.is_file());
        paths.sort();
        paths
    }

    /// The texts in all files: notes, positions, trash and journal.
    fn on_disk(&self) -> BTreeSet<String> {
        let folders = ["notes", "notes/.trash", "positions", "positions/.trash", ".journal"];
        self.files(&folders).iter().map(|path| words(path)).collect()
    }

    /// The other program does something.
    fn other(&mut self, step: Step) {
        let texts = self.files(&["notes", "positions"]);
        let file = |which: usize| (!texts.is_empty()).then(|| texts[which % texts.len()].clone());
        match step {
            Step::OtherWrites(which) => file(which).iter().for_each(|path| self.replace(path)),
            Step::OtherBreaks(which) => file(which).iter().for_each(|path| {
                self.required.remove(&words(path));
                let word = format!("+++\n{}", self.word("broken"));
                fs::write(path, &word).unwrap();
                self.require(&word);
            }),
            Step::OtherDeletes(which) => file(which).iter().for_each(|path| {
                self.required.remove(&words(path));
                fs::remove_file(path).unwrap();
            }),
            Step::OtherRenames(which) => file(which).iter().for_each(|path| {
                self.count += 1;
                fs::rename(path, path.with_file_name(format!("renamed {}.md", self.count))).unwrap();
            }),
            Step::OtherRestores(which) => self.restore_from_trash(which),
            Step::OtherAdds => self.add(),
            _ => {}
        }
    }

    fn replace(&mut self, path: &Path) {
        let Ok(note) = note::read(&fs::read_to_string(path).unwrap()) else { return };
        self.required.remove(&note.text);
        let text = self.word("theirs");
        fs::write(path, note::write(&Note { text: text.clone(), ..note })).unwrap();
        self.require(&text);
    }

    fn restore_from_trash(&mut self, which: usize) {
        let trashed = self.files(&["notes/.trash", "positions/.trash"]);
        let Some(path) = trashed.get(which % trashed.len().max(1)) else { return };
        let back = path.parent().unwrap().with_file_name(path.file_name().unwrap());
        if !back.exists() {
            fs::rename(path, back).unwrap();
        }
    }

    fn add(&mut self) {
        let (text, now) = (self.word("theirs"), self.desk().now());
        let anchor = Some(self.desk().app.context().passage());
        let added = Note { anchor, ..Note::new(&now.nth(1000 + self.count), "colleague", text.clone()) };
        let folder = self.home.path().join("work/notes");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(note::file_name(&added)), note::write(&added)).unwrap();
        self.require(&text);
    }

    /// Each text that must be found is in a file, or handed over to be written.
    fn check(&self) -> Result<(), TestCaseError> {
        let (on_disk, waiting) = (self.on_disk(), self.waiting());
        for text in &self.required {
            let is_there = on_disk.contains(text) || waiting.contains(text);
            prop_assert!(is_there, "“{text}” is lost; on the disk: {on_disk:?}, waiting: {waiting:?}");
        }
        Ok(())
    }

    /// In the end the screen shows what is on the disk.
    fn end(&mut self) -> Result<(), TestCaseError> {
        while !self.desk().app.layers.is_empty() {
            self.press("Esc");
        }
        self.settle();
        self.send(Event::Looked);
        self.settle();
        self.check()?;
        let read = self.desk().disk().contents;
        for kind in Kind::ALL {
            let shown: Vec<Note> = self.desk().app.workspace.notebook_of(kind).notes().cloned().collect();
            let there: Vec<Note> = read.of(kind).notes().cloned().collect();
            prop_assert_eq!(shown, there);
        }
        Ok(())
    }
}

/// The words of a file: the text of a note, also of one in the journal; or all of it, if it is broken.
fn words(path: &Path) -> String {
    let whole = fs::read(path).unwrap();
    let words = || String::from_utf8(whole.clone()).unwrap();
    journal::note_of(&whole).or_else(|| note::read(&words()).ok()).map_or_else(words, |note| note.text)
}

#[test]
fn whatever_two_programs_do_to_the_same_texts_no_version_of_either_is_lost() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 4096, ..Config::default() };
    proptest!(config, |(steps in prop::collection::vec(step(), 1..60))| {
        let mut model = Model::new();
        for step in steps {
            model.run(step);
            model.check()?;
        }
        model.end()?;
    });
}

#[test]
fn what_is_saved_after_the_interface_has_been_shown_a_conflict_does_not_replace_the_other_version() {
    use Step::{Crash, Hear, NewNote, OtherWrites, Settle, Type, Write};
    let steps = [NewNote, Type, Settle, Type, OtherWrites(0), Write(1), Type, Hear(1), Type, Settle, Crash];
    let mut model = Model::new();
    for step in steps {
        model.run(step);
        model.check().unwrap();
    }
}
