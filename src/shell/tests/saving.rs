//! The threads that save and keep the journal, stopped by a test in the middle of an operation on the disk: what is typed in
//! the meantime is in the journal, whatever they wait for.
#![allow(clippy::disallowed_methods, reason = "the test looks at the files itself")]

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use chrono::DateTime;
use tempfile::TempDir;

use crate::app::effect::Effect;
use crate::app::event::Event;
use crate::app::requests::{Answer, Request, Requests};
use crate::app::write::Write;
use crate::base::Now;
use crate::followup::Fingerprint;
use crate::shell::keeper::{Job, Keeper};
use crate::shell::workers::Workers;
use crate::shell::{Clock, Environment, threads};
use crate::store::disk::faults::{EIO, ENOSPC, Failure, Fault, Gate, Operation};
use crate::store::{Access, Manifest, MaterialsSource, Opened, Places, Settings, WorkspaceFolder, journal};
use crate::workspace::{Note, Saved};

/// A keeper whose threads can be stopped.
struct Trial {
    home: TempDir,
    saving: Gate,
    journal: Gate,
    worker: Gate,
    keeper: Keeper,
    workers: Workers,
    messages: Receiver<Event>,
}

/// A test that fails does not wait for a thread that it has stopped.
impl Drop for Trial {
    fn drop(&mut self) {
        [&self.saving, &self.journal, &self.worker].into_iter().for_each(Gate::release);
    }
}

fn open(home: &TempDir) -> Opened {
    WorkspaceFolder::open(&home.path().join("work"), Access::Write, &Manifest::default()).unwrap()
}

impl Trial {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let workspace = open(&home).workspace;
        Self::on(home, workspace)
    }

    fn on(home: TempDir, workspace: WorkspaceFolder) -> Self {
        let (sender, messages) = mpsc::channel();
        let environment = Environment {
            places: Places::under(home.path()),
            settings: Settings::default(),
            source: MaterialsSource { folder: home.path().join("work"), cache: None, process: None },
            clock: Clock::default(),
        };
        let [saving, journal, worker] =
            [threads::SAVING, threads::JOURNAL, threads::WORKER].map(Gate::of_thread);
        let keeper = Keeper::start(workspace, environment, sender.clone());
        Self { home, saving, journal, worker, keeper, workers: Workers::new(sender), messages }
    }

    fn types(&mut self, text: &str) {
        self.keeper.send(Job::Write(Write::Save(text_of(1, text))));
    }

    /// What the journal holds, once it has taken what was typed.
    fn journalled(&self) -> Vec<String> {
        self.keeper.wait_for_journal();
        self.drafts()
    }

    /// The texts in the journal now.
    fn drafts(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.home.path().join("work/.journal")).into_iter().flatten();
        let paths = names.map(|entry| entry.unwrap().path());
        let texts = paths
            .filter(|path| path.extension().is_some_and(|end| end == "md"))
            .map(|path| journal::note_of(&std::fs::read(path).unwrap()).unwrap().text);
        texts.collect()
    }

    fn reload(&mut self) {
        let request = Request::Reload { changes: 0, fingerprint: Fingerprint::default() };
        let effects = Requests::default().ask(request);
        let Some(Effect::Ask(ticket, _)) = effects.last() else { panic!("{effects:?}") };
        let task = self.workers.accept(*ticket);
        self.keeper.send(Job::Reload(task, Fingerprint::default()));
    }

    /// The next answer of the thread that saves.
    fn answer(&self) -> Event {
        let is_answer = |event: &Event| matches!(event, Event::Saved(..) | Event::Refused(..));
        self.messages.iter().find(is_answer).expect("the keeper still answers")
    }

    /// Ends the program; returns the texts that the next one finds, and those in the journal.
    fn ends(mut self) -> (Vec<String>, Vec<String>) {
        self.saving.release();
        self.keeper.finish();
        let drafts = self.drafts();
        let mut opened = open(&self.home);
        let now = now(99);
        let reports = opened.workspace.recover(opened.recovered, &mut opened.contents, &now).reports;
        assert!(reports.iter().all(|report| report.message.id == "note-recovered"), "{reports:?}");
        (opened.contents.notebook.notes().map(|note| note.text.clone()).collect(), drafts)
    }
}

fn now(chance: u8) -> Now {
    let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
    Now::new(instant, [chance; 10])
}

fn text_of(chance: u8, text: &str) -> Arc<Note> {
    Arc::new(Note::new(&now(chance), "roy", text))
}

/// What is typed while saving waits in an operation is in the journal before it continues.
#[track_caller]
fn stopped(mut trial: Trial, kind: Operation) {
    trial.saving.hold(Some(kind));
    trial.types("a");
    assert_eq!(trial.saving.wait_until_held(), kind);
    for text in ["a", "ab", "abc"] {
        trial.types(text);
        assert_eq!(trial.journalled(), [text], "{kind:?}");
    }
    let end = (vec!["abc".to_owned()], Vec::new());
    assert_eq!(trial.ends(), end, "{kind:?}");
}

#[test]
fn what_is_typed_is_in_the_journal_while_saving_waits_for_the_disk() {
    let kinds = [
        Operation::Sync,
        Operation::Rename,
        Operation::Open,
        Operation::Write,
        Operation::MakeFolder,
        Operation::Describe,
    ];
    for kind in kinds {
        stopped(Trial::new(), kind);
    }
}

#[test]
fn what_is_typed_is_in_the_journal_while_saving_waits_for_a_lock_or_for_reading_its_file() {
    // Somebody has removed the lock file, and it is taken again.
    let trial = Trial::new();
    std::fs::remove_file(trial.home.path().join("work/.lock")).unwrap();
    stopped(trial, Operation::Lock);
    let mut trial = Trial::new();
    trial.types("before");
    assert!(matches!(trial.answer(), Event::Saved(_, Saved::Written)));
    stopped(trial, Operation::Read);
}

#[test]
fn saving_and_the_journal_never_wait_for_reading() {
    let mut trial = Trial::new();
    trial.worker.hold(None);
    trial.reload();
    trial.worker.wait_until_held();
    trial.types("typed");
    assert!(matches!(trial.answer(), Event::Saved(note, Saved::Written) if note.text == "typed"));
    trial.saving.hold(Some(Operation::Sync));
    trial.types("typed meanwhile");
    trial.saving.wait_until_held();
    assert_eq!(trial.journalled(), ["typed meanwhile"]);
    trial.saving.release();
    trial.answer();
    trial.worker.release();
    let is_read = |event: &Event| matches!(event, Event::Answered(_, Answer::Reloaded(_)));
    assert!(trial.messages.iter().any(|event| is_read(&event)));
}

#[test]
fn a_draft_newer_than_what_was_saved_stays_and_one_that_was_saved_goes() {
    let mut trial = Trial::new();
    trial.saving.hold(Some(Operation::Sync));
    trial.types("a");
    trial.saving.wait_until_held();
    trial.types("ab");
    trial.saving.release();
    assert!(matches!(trial.answer(), Event::Saved(note, _) if note.text == "a"));
    assert!(matches!(trial.answer(), Event::Saved(note, _) if note.text == "ab"));
    // The thread that saves reports to the journal before it answers.
    assert_eq!(trial.journalled(), [""; 0]);
}

#[test]
fn a_save_that_fails_leaves_the_draft_for_the_next_start() {
    let mut trial = Trial::new();
    trial.saving.fail(Some(Fault::every(Operation::Sync, Failure::Error(EIO))));
    for text in ["a", "ab"] {
        trial.types(text);
        assert!(matches!(trial.answer(), Event::Refused(..)));
        assert_eq!(trial.journalled(), [text]);
    }
    let (texts, drafts) = trial.ends();
    assert_eq!((texts, drafts), (vec!["ab".to_owned()], vec!["ab".to_owned()]));
}

#[test]
fn a_journal_that_refuses_is_reported_once_and_texts_are_saved_all_the_same() {
    let mut trial = Trial::new();
    trial.journal.fail(Some(Fault::every(Operation::Write, Failure::Error(ENOSPC))));
    trial.saving.hold(Some(Operation::Sync));
    trial.types("a");
    trial.saving.wait_until_held();
    for text in ["ab", "abc"] {
        trial.types(text);
        assert_eq!(trial.journalled(), [""; 0]);
    }
    let is_refusal =
        |event: &Event| matches!(event, Event::Unjournalled(_) | Event::Refused(..) | Event::Failed(_));
    let refusal = trial.messages.iter().find(is_refusal);
    assert!(matches!(refusal, Some(Event::Unjournalled(_))), "{refusal:?}");
    // The disk has room again.
    trial.journal.fail(None);
    trial.types("abcd");
    assert_eq!(trial.journalled(), ["abcd"]);
    trial.saving.release();
    trial.keeper.finish();
    let events: Vec<Event> = trial.messages.try_iter().collect();
    assert!(!events.iter().any(is_refusal), "{events:?}");
    assert_eq!(trial.ends(), (vec!["abcd".to_owned()], Vec::new()));
}

#[test]
fn a_panic_of_either_thread_is_reported_and_loses_nothing() {
    let panics = |kind| Some(Fault { kind: Some(kind), after: 0, times: 1, failure: Failure::Panic });
    let mut trial = Trial::new();
    trial.saving.fail(panics(Operation::Sync));
    trial.types("a");
    assert!(matches!(trial.answer(), Event::Refused(_, error) if error.message.id == "work-panicked"));
    assert_eq!(trial.journalled(), ["a"]);
    trial.types("ab");
    assert!(matches!(trial.answer(), Event::Saved(note, Saved::Written) if note.text == "ab"));
    assert_eq!(trial.journalled(), [""; 0]);

    trial.journal.fail(panics(Operation::Write));
    trial.types("abc");
    let is_fault =
        |event: &Event| matches!(event, Event::Failed(error) if error.message.id == "work-panicked");
    assert!(trial.messages.iter().any(|event| is_fault(&event)));
    trial.saving.hold(Some(Operation::Sync));
    trial.types("abcd");
    trial.saving.wait_until_held();
    trial.types("abcde");
    assert_eq!(trial.journalled(), ["abcde"]);
    assert_eq!(trial.ends(), (vec!["abcde".to_owned()], Vec::new()));
}

#[test]
fn a_program_that_may_only_read_writes_no_draft_before_it_has_recovered_those_of_the_other_one() {
    let home = tempfile::tempdir().unwrap();
    let mut first = open(&home);
    first.workspace.journal(&text_of(1, "of the first program")).unwrap();
    let second = open(&home).workspace;
    assert!(second.read_only().is_some());
    let mut trial = Trial::on(home, second);
    trial.types("of the second program");
    assert!(matches!(trial.answer(), Event::Refused(..)));
    assert_eq!(trial.journalled(), ["of the first program"]);
    drop(first);
    // The lock is free: the second program takes over.
    trial.worker.hold(None);
    trial.reload();
    trial.worker.wait_until_held();
    let recovered = trial.messages.try_iter().find_map(|event| match event {
        Event::Recovered(recovery) => Some(recovery.reports.len()),
        _ => None,
    });
    assert_eq!(recovered, Some(1));
    assert_eq!(trial.journalled(), ["of the second program"], "it is still not saved");
    trial.worker.release();
    trial.types("of the second program, again");
    assert!(matches!(trial.answer(), Event::Saved(_, Saved::Beside { .. })));
    let (mut texts, drafts) = trial.ends();
    texts.sort();
    assert_eq!(texts, ["of the first program", "of the second program, again"]);
    assert_eq!(drafts, [""; 0]);
}
