//! Typing, the journal and saving interleaved at random, with failures and another program at work: whenever the program is
//! killed, the next start finds each text once, not older than what was journalled or saved; after a clean end no draft is left.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::{fs, mem};

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::base::Now;
use crate::store::disk::faults::{EIO, ENOSPC, Failure, Fault, Operation, during, interrupted};
use crate::store::{Access, Manifest, WorkspaceFolder, file};
use crate::workspace::{Saved, note};

/// Something that happens.
#[derive(Debug, Clone)]
enum Step {
    /// A word is typed in one of the texts.
    Type(usize),
    /// The journal writes what it was sent; perhaps the disk is full.
    Journal(bool),
    /// The oldest job is done. At each of these operations on the disk something happens meanwhile; at one of them the disk
    /// fails.
    Save(Vec<(usize, Meanwhile)>, Option<usize>),
    /// The interface takes the oldest answer.
    Hear,
    /// Another program writes to the file of one of the texts.
    Other(usize),
    /// The program is killed, and started again on a copy of the workspace.
    Kill,
}

/// What happens in the middle of a save.
#[derive(Debug, Clone)]
enum Meanwhile {
    /// A word is typed and journalled.
    Journalled(usize),
    /// A word is typed; the journal has not come to it.
    Typed(usize),
    Kill,
}

/// How many texts there are.
const TEXTS: usize = 2;

/// A text as the interface has it.
#[derive(Debug)]
struct Text {
    id: Id,
    /// How many words it has.
    words: usize,
    /// How many words are in the journal or in the file for certain.
    certain: usize,
    /// How many words were sent to the journal.
    sent: usize,
    /// How many jobs and answers of it are on their way.
    waiting: usize,
    is_refused: bool,
    /// Whether another program has written over it since it was last typed.
    is_replaced: bool,
}

enum Job {
    Save(usize, Arc<Note>),
    AcceptConflict(Id),
}

/// The interface, and what is on its way.
struct World {
    root: PathBuf,
    turn: u64,
    texts: Vec<Text>,
    /// What other programs wrote.
    others: Vec<String>,
    calls: Vec<DraftsCall>,
    jobs: VecDeque<(u64, Job)>,
    answers: VecDeque<(usize, Arc<Note>, usize, Result<Saved>)>,
    drafts: Arc<Mutex<Drafts>>,
}

fn now(second: u64) -> Now {
    let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
    let mut chance = [0; 10];
    chance[..8].copy_from_slice(&second.to_be_bytes());
    Now::new(instant + TimeDelta::seconds(i64::try_from(second).unwrap()), chance)
}

fn open(root: &Path) -> crate::store::Opened {
    WorkspaceFolder::open(root, Access::Write, &Manifest::default()).unwrap()
}

/// `text 1: 0 1 2`, with so many words.
fn written(nth: usize, words: usize) -> String {
    let words: Vec<String> = (0..words).map(|word| word.to_string()).collect();
    format!("text {nth}: {}", words.join(" "))
}

impl World {
    fn note(&self, nth: usize) -> Arc<Note> {
        let note = Note::new(&now(u64::try_from(nth).unwrap()), "roy", &written(nth, self.texts[nth].words));
        Arc::new(Note { id: self.texts[nth].id, ..note })
    }

    /// Hands a text over: to the journal and to saving.
    fn hand_over(&mut self, nth: usize) {
        self.turn += 1;
        let (turn, note, sent) = (self.turn, self.note(nth), self.note(nth));
        self.calls.push(Box::new(move |drafts| drafts.typed(turn, sent)));
        self.jobs.push_back((turn, Job::Save(nth, note)));
        let text = &mut self.texts[nth];
        text.sent = text.words;
        text.waiting += 1;
        (text.is_refused, text.is_replaced) = (false, false);
    }

    fn types(&mut self, nth: usize) {
        self.texts[nth].words += 1;
        self.hand_over(nth);
    }

    /// The journal does what it was sent.
    fn journal(&mut self, fails: bool) {
        let calls = mem::take(&mut self.calls);
        let drafts = self.drafts.clone();
        let mut drafts = lock(&drafts);
        calls.into_iter().for_each(|call| call(&mut drafts));
        let full = Fault::every(Operation::Write, Failure::Error(ENOSPC));
        let written = if fails { during(full, || drafts.work()) } else { drafts.work() };
        if written.is_ok() {
            self.texts.iter_mut().for_each(|text| text.certain = text.sent);
        }
    }

    /// Something happens in the middle of a save, unless the journal is at work in it.
    fn meanwhile(&mut self, what: &Meanwhile) {
        let is_free = self.drafts.try_lock().is_ok();
        match what {
            Meanwhile::Journalled(nth) if is_free => {
                self.types(*nth);
                self.journal(false);
            }
            Meanwhile::Journalled(nth) | Meanwhile::Typed(nth) => self.types(*nth),
            Meanwhile::Kill => self.kill(),
        }
    }

    /// The interface takes an answer.
    fn hear(&mut self) {
        let Some((nth, note, words, saved)) = self.answers.pop_front() else { return };
        let text = &mut self.texts[nth];
        text.waiting -= 1;
        match saved {
            Ok(saved) => {
                text.certain = text.certain.max(words);
                if let Saved::Beside { ours, .. } = saved {
                    text.id = ours.id;
                    self.turn += 1;
                    let id = note.id;
                    self.calls.push(Box::new(move |drafts| drafts.accept_conflict(id)));
                    self.jobs.push_back((self.turn, Job::AcceptConflict(id)));
                }
            }
            Err(_) => text.is_refused = true,
        }
    }

    /// Another program writes to the file of a text of which nothing is on its way.
    fn other(&mut self, nth: usize) {
        let id = self.texts[nth].id.to_string();
        if self.texts[nth].waiting > 0 || self.texts[nth].is_replaced {
            return;
        }
        let folder = self.root.join("notes");
        let names = file::names(&folder).unwrap_or_default();
        let Some(name) = names.iter().find(|name| name.to_string_lossy().ends_with(&format!("{id}.md")))
        else {
            return;
        };
        let theirs = format!("of another program {}", self.others.len());
        let note = Note { text: theirs.clone(), ..Note::clone(&self.note(nth)) };
        fs::write(folder.join(name), note::write(&note)).unwrap();
        self.others.push(theirs);
        let text = &mut self.texts[nth];
        (text.certain, text.sent, text.is_replaced) = (0, 0, true);
    }

    /// What the next start finds if the program dies now.
    fn kill(&self) {
        let home = tempfile::tempdir().unwrap();
        let copy = home.path().join("work");
        copy_folder(&self.root, &copy);
        let mut opened = open(&copy);
        let recovered = mem::take(&mut opened.recovered);
        let reports = opened.workspace.recover(recovered, &mut opened.contents, &now(1_000_000)).reports;
        assert!(reports.iter().all(|report| report.message.id == "note-recovered"), "{reports:?}");
        let drafts = file::names(&copy.join(".journal")).unwrap();
        assert_eq!(drafts, [""; 0], "everything is recovered");
        self.holds(&opened.contents.notebook.notes().map(|note| note.text.as_str()).collect::<Vec<_>>());
    }

    /// Each text is there once, not older than it must be, and nothing of other programs is lost.
    fn holds(&self, found: &[&str]) {
        for (nth, text) in self.texts.iter().enumerate() {
            let own = found.iter().filter(|found| found.starts_with(&format!("text {nth}:")));
            let words: Vec<usize> = own
                .map(|own| {
                    (0..=text.words)
                        .find(|words| written(nth, *words) == **own)
                        .expect("it was typed like this")
                })
                .collect();
            assert!(words.len() <= 1, "text {nth} is there twice: {found:?}");
            let is_there = words.first().copied().unwrap_or(0) >= text.certain;
            assert!(is_there, "text {nth} has lost words: {words:?} of {text:?}");
        }
        for theirs in &self.others {
            let count = found.iter().filter(|found| *found == theirs).count();
            assert_eq!(count, 1, "{theirs} in {found:?}");
        }
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, place) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &place);
        } else if entry.file_name() != ".lock" {
            fs::copy(path, place).unwrap();
        }
    }
}

/// The world and the workspace that saves.
struct Trial {
    world: Rc<RefCell<World>>,
    workspace: WorkspaceFolder,
    _home: TempDir,
}

impl Trial {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("work");
        let mut workspace = open(&root).workspace;
        let text = |nth: usize| {
            let id = Id::new(&now(u64::try_from(nth).unwrap()));
            Text { id, words: 0, certain: 0, sent: 0, waiting: 0, is_refused: false, is_replaced: false }
        };
        let world = World {
            root,
            turn: 0,
            texts: (0..TEXTS).map(text).collect(),
            others: Vec::new(),
            calls: Vec::new(),
            jobs: VecDeque::new(),
            answers: VecDeque::new(),
            drafts: workspace.feed_drafts().unwrap(),
        };
        Self { world: Rc::new(RefCell::new(world)), workspace, _home: home }
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Type(nth) => self.world.borrow_mut().types(*nth),
            Step::Journal(fails) => self.world.borrow_mut().journal(*fails),
            Step::Save(meanwhile, fails) => self.save(meanwhile, *fails),
            Step::Hear => self.world.borrow_mut().hear(),
            Step::Other(nth) => self.world.borrow_mut().other(*nth),
            Step::Kill => self.world.borrow().kill(),
        }
    }

    /// Does the oldest job; the journal has at least what was sent before it, as saving waits for that.
    fn save(&mut self, meanwhile: &[(usize, Meanwhile)], fails: Option<usize>) {
        let Some((turn, job)) = self.world.borrow_mut().jobs.pop_front() else { return };
        self.world.borrow_mut().journal(false);
        self.workspace.begin_turn(turn);
        match job {
            Job::AcceptConflict(id) => self.workspace.accept_conflict(id),
            Job::Save(nth, note) => {
                let (world, meanwhile) = (self.world.clone(), meanwhile.to_vec());
                let mut count = 0;
                let hook = move |_: Operation| {
                    for (_, what) in meanwhile.iter().filter(|(at, _)| *at == count) {
                        world.borrow_mut().meanwhile(what);
                    }
                    count += 1;
                };
                let workspace = &mut self.workspace;
                let save = || interrupted(hook, || workspace.save(&note, &now(100 + turn)));
                let saved = match fails {
                    Some(after) => during(Fault::at(after, Failure::Error(EIO)), save),
                    None => save(),
                };
                let words = note.text.split(' ').count() - 2;
                let words = if note.text.ends_with(' ') { 0 } else { words };
                self.world.borrow_mut().answers.push_back((nth, note, words, saved));
            }
        }
    }

    /// The delegate leaves: all is journalled, saved and heard, and what was refused is tried again.
    fn end(mut self) {
        for _ in 0..100 {
            while !self.world.borrow().jobs.is_empty() {
                self.save(&[], None);
            }
            let mut world = self.world.borrow_mut();
            while !world.answers.is_empty() {
                world.hear();
            }
            let refused: Vec<usize> = (0..TEXTS).filter(|nth| world.texts[*nth].is_refused).collect();
            refused.into_iter().for_each(|nth| world.hand_over(nth));
            if world.jobs.is_empty() {
                break;
            }
        }
        let mut world = self.world.borrow_mut();
        world.journal(false);
        self.workspace.finish_drafts();
        assert_eq!(file::names(&world.root.join(".journal")).unwrap(), [""; 0], "a draft is left");
        let typed = world.texts.iter_mut().filter(|text| !text.is_replaced);
        typed.for_each(|text| text.certain = text.words);
        let read = self.workspace.reload().contents.notebook;
        world.holds(&read.notes().map(|note| note.text.as_str()).collect::<Vec<_>>());
    }
}

fn step() -> impl Strategy<Value = Step> {
    let meanwhile = prop_oneof![
        (0..TEXTS).prop_map(Meanwhile::Journalled),
        (0..TEXTS).prop_map(Meanwhile::Typed),
        Just(Meanwhile::Kill),
    ];
    let save =
        (prop::collection::vec((0usize..40, meanwhile), 0..6), prop::option::weighted(0.3, 0usize..40));
    prop_oneof![
        4 => (0..TEXTS).prop_map(Step::Type),
        2 => prop::bool::weighted(0.2).prop_map(Step::Journal),
        5 => save.prop_map(|(meanwhile, fails)| Step::Save(meanwhile, fails)),
        3 => Just(Step::Hear),
        1 => (0..TEXTS).prop_map(Step::Other),
        1 => Just(Step::Kill),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn whatever_order_things_happen_in_each_text_is_there_once_after_a_kill(
        steps in prop::collection::vec(step(), 1..40)
    ) {
        let mut trial = Trial::new();
        steps.iter().for_each(|step| trial.take(step));
        trial.end();
    }
}
