//! The keeper of the workspace: it hands each job over to the journal, and to a thread that writes what it is sent, in order,
//! and of a note only the newest state.
//!
//! That thread never waits for reading: what is to be read again is read by a worker thread, once all that was sent before
//! is written. The journal waits for neither: see `shell/journal.rs`.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use chrono::NaiveDate;

use crate::app::effect::{DocumentChange, DocumentRequest, PackageRequest};
use crate::app::event::{Added, Event, Exchanged};
use crate::app::requests::{Answer, Reread};
use crate::app::write::{NewEntries, Write};
use crate::base::{Id, Message, Result};
use crate::followup::Fingerprint;
use crate::shell::journal::JournalThread;
use crate::shell::workers::Task;
use crate::shell::{Clock, Environment};
use crate::shell::{exchange, panics, threads};
use crate::store::bookmark::{self, Remembered};
use crate::store::contents::{self, Loaded};
use crate::store::library::{Catalogue, corrections};
use crate::store::{Machine, MaterialsSource, Places, WorkspaceFolder};
use crate::workspace::{Bookmark, Saved, SeenFile};

/// Something for the keeper to do.
pub enum Job {
    /// Write a change; the answer says whether it is on the disk.
    Write(Write),
    /// Store where the delegate is.
    Remember(Bookmark),
    /// Work on this day; on the real one if `None`.
    WorkOn(Option<NaiveDate>),
    /// The interface shows what was read from these files, except of these texts.
    Accept(Arc<[SeenFile]>, Vec<Id>),
    /// The interface knows both versions of this note.
    AcceptConflict(Id),
    /// Hand the workspace over, or take one over; the answer says what was done.
    Exchange(PackageRequest),
    /// Correct or remove a document; the answer says what was done.
    Correct(DocumentRequest),
    /// Have the workspace read again by a worker; documents and dates if they no longer have this fingerprint.
    Reload(Task, Fingerprint),
}

/// A job and its turn: the number under which the drafts know it.
pub type NumberedJob = (u64, Job);

/// Sends jobs to the threads; dropping it, or [`Keeper::finish`], waits until all is on the disk.
pub struct Keeper {
    /// The turn of the last job.
    turn: u64,
    jobs: Option<Sender<NumberedJob>>,
    saving: Option<JoinHandle<()>>,
    journal: JournalThread,
}

/// What the thread works with.
pub struct Writer {
    workspace: WorkspaceFolder,
    places: Places,
    source: MaterialsSource,
    clock: Clock,
    messages: Sender<Event>,
    /// The machine, once the first act was appended.
    machine: Option<Machine>,
    /// Whether the place of the delegate could not be stored the last time.
    bookmark_failed: bool,
}

impl Keeper {
    /// Starts the threads.
    #[must_use]
    pub fn start(mut workspace: WorkspaceFolder, environment: Environment, messages: Sender<Event>) -> Self {
        let journal = JournalThread::start(&mut workspace, messages.clone());
        let (jobs, queue) = mpsc::channel();
        let writer = Writer::new(workspace, environment, messages);
        let saving = threads::spawn(threads::SAVING, move || writer.work(&queue));
        Self { turn: 0, jobs: Some(jobs), saving: Some(saving), journal }
    }

    /// Hands over a job: to the journal first.
    pub fn send(&mut self, job: Job) {
        self.turn += 1;
        self.journal.send(self.turn, &job);
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send((self.turn, job));
        }
    }

    /// Waits until the journal holds every text handed over, or has refused it.
    pub fn wait_for_journal(&self) {
        self.journal.wait();
    }

    /// Waits until everything handed over is on the disk.
    pub fn finish(&mut self) {
        drop(self.jobs.take());
        if let Some(saving) = self.saving.take() {
            let _ = saving.join();
        }
        self.journal.finish();
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.finish();
    }
}

impl Writer {
    /// Writes to a workspace; what comes of it goes to `messages`.
    #[must_use]
    pub fn new(workspace: WorkspaceFolder, environment: Environment, messages: Sender<Event>) -> Self {
        let Environment { places, source, clock, .. } = environment;
        Self { workspace, places, source, clock, messages, machine: None, bookmark_failed: false }
    }

    fn work(mut self, queue: &Receiver<NumberedJob>) {
        for broken in self.workspace.clear_documents() {
            self.send(Event::Failed(broken.error));
        }
        while let Ok(first) = queue.recv() {
            let mut batch = vec![first];
            batch.extend(queue.try_iter());
            self.write_all(batch);
        }
        // The lock is released only after that.
        self.workspace.finish_drafts();
    }

    /// Does the jobs in order, without those that a later one makes needless. Where the delegate is comes last.
    pub fn write_all(&mut self, batch: Vec<NumberedJob>) {
        let could_write = self.workspace.read_only().is_none();
        let needless: Vec<bool> = (0..batch.len()).map(|at| is_overtaken(&batch, at)).collect();
        let needed = batch.into_iter().zip(needless).filter(|(_, needless)| !needless).map(|(job, _)| job);
        let (last, first): (Vec<NumberedJob>, Vec<NumberedJob>) =
            needed.partition(|(_, job)| matches!(job, Job::Remember(_)));
        for (turn, job) in first.into_iter().chain(last) {
            self.workspace.begin_turn(turn);
            self.run_caught(job);
        }
        // Another program has taken the lock after the lock file was removed.
        if could_write && let Some(why) = self.workspace.read_only() {
            self.send(Event::Access(Some(why.clone())));
        }
    }

    /// Does a job. After a panic the next jobs are still done: not saving at all would be worse.
    fn run_caught(&mut self, job: Job) {
        let write = match &job {
            Job::Write(write) => Some(write.clone()),
            _ => None,
        };
        if let Err(error) = panics::caught(|| self.run(job)) {
            self.send(match write {
                Some(write) => Event::Refused(write, error),
                None => Event::Failed(error),
            });
        }
    }

    fn run(&mut self, job: Job) {
        match job {
            Job::Write(write) => {
                let answer = self.write(&write).unwrap_or_else(|error| Event::Refused(write, error));
                self.send(answer);
            }
            Job::Remember(bookmark) => self.remember(bookmark),
            Job::WorkOn(day) => self.clock.today = day,
            Job::Accept(files, held_back) => self.workspace.accept(&files, &held_back),
            Job::AcceptConflict(id) => self.workspace.accept_conflict(id),
            Job::Exchange(asked) => {
                let (exchange, now) = (asked.exchange, self.clock.now());
                let report = exchange::exchange(&mut self.workspace, asked, &self.places.home, &now);
                self.send(Event::Exchanged(Box::new(Exchanged { exchange, report })));
            }
            Job::Correct(asked) => {
                let answer = self.correct(asked).map(Box::new);
                self.send(Event::Corrected(answer));
            }
            Job::Reload(task, fingerprint) => self.reload(task, fingerprint),
        }
    }

    /// Corrects or removes a document; the message says so.
    fn correct(&mut self, asked: DocumentRequest) -> Result<Message> {
        let DocumentRequest { symbol, language, change } = asked;
        self.workspace.writable()?;
        let folder = self.workspace.documents_dir();
        match change {
            DocumentChange::Step(step) => {
                let after = corrections::correct(&folder, &symbol, language, step)?;
                let count = corrections::of(&folder, &after.symbol, language)?.passages.len();
                Ok(Message::new("document-corrected").with("symbol", &after.symbol).with("count", count))
            }
            DocumentChange::Remove => {
                Catalogue::read(folder)?.remove(&symbol, language)?;
                Ok(Message::new("document-removed").with("symbol", &symbol).with("language", language))
            }
        }
    }

    /// Writes a change. Returns the answer for the interface once it is on the disk.
    fn write(&mut self, write: &Write) -> Result<Event> {
        let now = self.clock.now();
        Ok(match write {
            Write::Save(note) => Event::Saved(note.clone(), self.workspace.save_typed(note, &now)?),
            Write::Restore(note) => Event::Saved(note.clone(), self.workspace.restore(note, &now)?),
            Write::Remove(note) => {
                let saved = self.workspace.trash(note, &now)?;
                if let Saved::Beside { .. } = saved {
                    self.send(Event::Saved(note.clone(), saved));
                }
                Event::Written(write.clone())
            }
            Write::Append(act) => {
                let machine = || Machine::of_user(&self.places, &now);
                self.workspace.append(act, self.machine.get_or_insert_with(machine))?;
                Event::Written(write.clone())
            }
            Write::AddToCalendar(new) => {
                let before = self.source.calendar_fingerprint();
                let count = self.workspace.add_to_calendar(&new.entries, &new.process)?;
                // The interface adds them itself; they need not be read again.
                let after = self.source.calendar_fingerprint();
                Event::Added(Box::new(Added { new: NewEntries::clone(new), count, before, after }))
            }
        })
    }

    /// Stores where the delegate is. A failure is reported once, not at every step of the delegate.
    fn remember(&mut self, bookmark: Bookmark) {
        let remembered = Remembered { bookmark, left: Some(self.clock.now().stamp()) };
        let failed = bookmark::save(&self.places, self.workspace.root(), &remembered).err();
        let is_news = failed.is_some() && !self.bookmark_failed;
        self.bookmark_failed = failed.is_some();
        if let Some(error) = failed.filter(|_| is_news) {
            self.send(Event::Failed(error));
        }
    }

    /// Has a worker read the workspace: all that was sent before is written by now.
    fn reload(&mut self, task: Task, fingerprint: Fingerprint) {
        if self.workspace.try_again() {
            // Before anything can be typed. What is read again below holds what was recovered.
            let recovery = self.workspace.recover_left(&self.clock.now());
            self.send(Event::Access(None));
            self.send(Event::Recovered(recovery));
        }
        let (root, source) = (self.workspace.root().to_owned(), self.source.clone());
        let today = self.clock.now().today;
        let shown = self.workspace.shown().clone();
        task.start(move |task| {
            let Loaded { contents, gone, files, .. } = contents::read_again(&root, &shown, task)?;
            let materials = match source.fingerprint() {
                same if same == fingerprint => None,
                _ => Some(source.read(today, task)?),
            };
            Some(Answer::Reloaded(Box::new(Reread { contents, gone, files, materials })))
        });
    }

    fn send(&self, message: Event) {
        let _ = self.messages.send(message);
    }
}

/// Whether a later job of the batch makes this one needless: a newer state of the same note or bookmark.
fn is_overtaken(batch: &[NumberedJob], at: usize) -> bool {
    let later = || batch[at + 1..].iter().map(|(_, job)| job);
    match &batch[at].1 {
        Job::Write(Write::Save(own)) => {
            // Up to a removal of the note: what is removed is saved before, so that it can come back whole.
            let writes = later().filter_map(|job| match job {
                Job::Write(write) if write.note_id() == Some(own.id) => Some(write),
                _ => None,
            });
            let mut until_removal = writes.take_while(|write| !matches!(write, Write::Remove(_)));
            until_removal.any(|write| matches!(write, Write::Save(_)))
        }
        Job::Remember(_) => later().any(|job| matches!(job, Job::Remember(_))),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::Effect;
    use crate::app::requests::{Request, Requests};
    use crate::base::Now;
    use crate::calendar::Additions;
    use crate::model::Meeting;
    use crate::shell::workers::Workers;
    use crate::store::disk::faults::{Operation, record};
    use crate::store::{Access, Manifest, Settings};
    use crate::workspace::Note;
    use chrono::DateTime;
    use tempfile::TempDir;

    struct Trial {
        home: TempDir,
        keeper: Keeper,
        workers: Workers,
        messages: Receiver<Event>,
    }

    impl Trial {
        fn new() -> Self {
            let home = tempfile::tempdir().unwrap();
            let folder = home.path().join("work");
            let opened = WorkspaceFolder::open(&folder, Access::Write, &Manifest::default()).unwrap();
            let (sender, messages) = mpsc::channel();
            let environment = Environment {
                places: Places::under(home.path()),
                settings: Settings::default(),
                source: MaterialsSource { folder, cache: None, process: None },
                clock: Clock::default(),
            };
            let keeper = Keeper::start(opened.workspace, environment, sender.clone());
            Self { home, keeper, workers: Workers::new(sender), messages }
        }

        fn note(&self, text: &str) -> Arc<Note> {
            let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
            Arc::new(Note::new(&Now::new(instant, [1; 10]), "roy", text))
        }

        fn reload(&mut self, requests: &mut Requests, fingerprint: Fingerprint) -> Task {
            let effects = requests.ask(Request::Reload { changes: 0, fingerprint });
            let Some(Effect::Ask(ticket, _)) = effects.last() else { panic!("{effects:?}") };
            self.workers.accept(*ticket)
        }
    }

    #[test]
    fn what_is_read_again_holds_what_was_sent_before_and_materials_only_if_they_changed() {
        let mut trial = Trial::new();
        let mut requests = Requests::default();
        let source = MaterialsSource { folder: trial.home.path().join("work"), cache: None, process: None };
        for (fingerprint, changed) in [(source.fingerprint(), false), (Fingerprint::default(), true)] {
            trial.keeper.send(Job::Write(Write::Save(trial.note("typed"))));
            let task = trial.reload(&mut requests, fingerprint);
            trial.keeper.send(Job::Reload(task, fingerprint));
            let answer = trial.messages.iter().find_map(|message| match message {
                Event::Answered(_, Answer::Reloaded(read)) => Some(read),
                _ => None,
            });
            let read = answer.unwrap();
            assert_eq!((read.contents.notebook.len(), read.files.len()), (1, 1));
            assert_eq!(
                read.materials.map(|materials| materials.fingerprint),
                changed.then(|| source.fingerprint())
            );
        }
    }

    #[test]
    fn adding_meetings_does_not_look_at_every_document() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("work");
        let opened = WorkspaceFolder::open(&folder, Access::Write, &Manifest::default()).unwrap();
        let environment = Environment {
            places: Places::under(home.path()),
            settings: Settings::default(),
            source: MaterialsSource { folder, cache: None, process: None },
            clock: Clock::default(),
        };
        let process = crate::store::process::processes().remove(0);
        let meetings = vec![Meeting {
            session: Some(4),
            number: None,
            date: "2023-03-07".parse().unwrap(),
            from: None,
            to: None,
            items: Vec::new(),
            about: "informal".to_owned(),
        }];
        let entries = Additions { meetings, deadlines: Vec::new() };
        let new = Box::new(NewEntries { entries, process });
        let (sender, messages) = mpsc::channel();
        let mut writer = Writer::new(opened.workspace, environment, sender);
        let ((), operations) = record(|| writer.write_all(vec![(1, Job::Write(Write::AddToCalendar(new)))]));
        let Event::Added(added) = messages.recv().unwrap() else { panic!("the meetings are not added") };
        assert!(added.before != added.after, "{added:?}");
        assert!(!operations.contains(&Operation::List), "{operations:?}");
    }

    #[test]
    fn only_the_newest_state_of_a_note_is_written() {
        let trial = Trial::new();
        let other = Note { id: Id::new(&Clock::default().now()), ..Note::clone(&trial.note("")) };
        let batch = [
            Job::Write(Write::Save(trial.note("a"))),
            Job::Remember(Bookmark::default()),
            Job::Write(Write::Save(trial.note("ab"))),
            Job::Write(Write::Remove(trial.note("ab"))),
            Job::Write(Write::Save(Arc::new(other))),
            Job::Write(Write::Save(trial.note("abc"))),
            Job::Remember(Bookmark::default()),
        ];
        let batch: Vec<NumberedJob> = (1..).zip(batch).collect();
        let overtaken: Vec<bool> = (0..batch.len()).map(|at| is_overtaken(&batch, at)).collect();
        assert_eq!(overtaken, [true, true, false, false, false, false, false]);
    }
}
