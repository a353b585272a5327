//! The keeper of the workspace: a thread that writes what it is sent, in order, and of a note only the newest state.
//!
//! It never waits for reading: what is to be read again is read by a worker thread, once all that was sent before is
//! written.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use chrono::NaiveDate;

use crate::app::event::{Added, Event};
use crate::app::requests::{Answer, Reread};
use crate::base::{Id, Result};
use crate::model::{Meeting, Process};
use crate::shell::panics;
use crate::shell::workers::Task;
use crate::shell::{Clock, Environment};
use crate::store::bookmark::{self, Remembered};
use crate::store::contents::{self, Loaded};
use crate::store::{Machine, Places, Source, WorkspaceFolder};
use crate::workspace::{Act, Bookmark, Note, Saved, SeenFile};

/// Something for the keeper to do.
pub enum Job {
    /// Write a note.
    Save(Arc<Note>),
    /// Move the file of a note to the trash.
    Trash(Arc<Note>),
    /// Bring the file of a note back.
    Restore(Arc<Note>),
    /// Append an act to the log.
    Append(Box<Act>),
    /// Store where the delegate is.
    Remember(Bookmark),
    /// Work on this day; on the real one if `None`.
    WorkOn(Option<NaiveDate>),
    /// Add meetings to the calendar.
    AddMeetings(Box<(Vec<Meeting>, Process)>),
    /// The interface shows what was read from these files, except of the note being typed.
    Accept(Arc<[SeenFile]>, Option<Id>),
    /// The interface knows both versions of this note.
    AcceptConflict(Id),
    /// Have the workspace read again by a worker; documents and dates if they no longer have this fingerprint.
    Reload(Task, u64),
}

/// Sends jobs to the thread; dropping it, or [`Keeper::finish`], waits until all is on the disk.
pub struct Keeper {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

/// What the thread works with.
pub struct Writer {
    workspace: WorkspaceFolder,
    places: Places,
    source: Source,
    clock: Clock,
    messages: Sender<Event>,
    /// The machine, once the first act was appended.
    machine: Option<Machine>,
}

impl Keeper {
    /// Starts the thread.
    #[must_use]
    pub fn start(workspace: WorkspaceFolder, environment: Environment, messages: Sender<Event>) -> Self {
        let (jobs, queue) = mpsc::channel();
        let writer = Writer::new(workspace, environment, messages);
        let thread = std::thread::spawn(move || writer.work(&queue));
        Self { jobs: Some(jobs), thread: Some(thread) }
    }

    /// Hands over a job.
    pub fn send(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(job);
        }
    }

    /// Waits until everything handed over is on the disk.
    pub fn finish(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
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
        Self { workspace, places, source, clock, messages, machine: None }
    }

    fn work(mut self, queue: &Receiver<Job>) {
        while let Ok(first) = queue.recv() {
            let mut batch = vec![first];
            batch.extend(queue.try_iter());
            self.write(batch);
        }
    }

    /// Does the jobs in order, without those that a later one makes needless.
    pub fn write(&mut self, batch: Vec<Job>) {
        let needless: Vec<bool> = (0..batch.len()).map(|at| is_overtaken(&batch, at)).collect();
        for (job, needless) in batch.into_iter().zip(needless) {
            if needless {
                continue;
            }
            // After a panic the next jobs are still done: not saving at all would be worse.
            if let Err(error) = panics::caught(|| self.run(job)).and_then(|done| done) {
                self.send(Event::Failed(error));
            }
        }
    }

    fn run(&mut self, job: Job) -> Result<()> {
        match job {
            Job::Save(note) => {
                let saved = self.workspace.save_typed(&note, &self.clock.now())?;
                self.report(note, saved);
            }
            Job::Trash(note) => self.workspace.trash(note.id)?,
            Job::Restore(note) => {
                let saved = self.workspace.restore(&note, &self.clock.now())?;
                self.report(note, saved);
            }
            Job::Append(act) => {
                let machine = || Machine::of_user(&self.places, &self.clock.now());
                self.workspace.append(&act, self.machine.get_or_insert_with(machine))?;
            }
            Job::Remember(bookmark) => {
                let remembered = Remembered { bookmark, left: Some(self.clock.now().stamp()) };
                bookmark::save(&self.places, self.workspace.root(), &remembered)?;
            }
            Job::WorkOn(day) => self.clock.today = day,
            Job::AddMeetings(asked) => self.add_meetings(asked.0, &asked.1)?,
            Job::Accept(files, typing) => self.workspace.accept(&files, typing),
            Job::AcceptConflict(id) => self.workspace.accept_conflict(id),
            Job::Reload(task, fingerprint) => self.reload(task, fingerprint),
        }
        Ok(())
    }

    /// Has a worker read the workspace: all that was sent before is written by now.
    fn reload(&mut self, task: Task, fingerprint: u64) {
        if self.workspace.try_again() {
            // Before anything can be typed. What is read again below holds what was recovered.
            let reports = self.workspace.recover_left(&self.clock.now());
            self.send(Event::Access(None));
            self.send(Event::Recovered(reports));
        }
        let (root, source) = (self.workspace.root().to_owned(), self.source.clone());
        let today = self.clock.now().today;
        task.start(move |task| {
            let Loaded { contents, files, .. } = contents::read(&root, task)?;
            let materials = match source.fingerprint() {
                same if same == fingerprint => None,
                _ => Some(source.read(today, task)?),
            };
            Some(Answer::Reloaded(Box::new(Reread { contents, files, materials })))
        });
    }

    fn add_meetings(&mut self, meetings: Vec<Meeting>, process: &Process) -> Result<()> {
        let count = self.workspace.add_meetings(&meetings, process)?;
        // The interface adds them itself; they need not be read again.
        let fingerprint = self.source.fingerprint();
        let added = Added { process: process.id.clone(), meetings, count, fingerprint };
        self.send(Event::Added(Box::new(added)));
        Ok(())
    }

    fn report(&self, note: Arc<Note>, saved: Saved) {
        self.send(Event::Saved(note, saved));
    }

    fn send(&self, message: Event) {
        let _ = self.messages.send(message);
    }
}

/// Whether a later job of the batch makes this one needless: a newer state of the same note or bookmark.
fn is_overtaken(batch: &[Job], at: usize) -> bool {
    let later = &batch[at + 1..];
    match &batch[at] {
        Job::Save(own) => {
            // Up to a removal of the note: what is removed is saved before, so that it can come back whole.
            let removal = later.iter().position(|job| matches!(job, Job::Trash(gone) if gone.id == own.id));
            let until_removal = &later[..removal.unwrap_or(later.len())];
            until_removal.iter().any(|job| matches!(job, Job::Save(newer) if newer.id == own.id))
        }
        Job::Remember(_) => later.iter().any(|job| matches!(job, Job::Remember(_))),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::Effect;
    use crate::app::requests::{Request, Requests};
    use crate::base::Now;
    use crate::shell::workers::Workers;
    use crate::store::{Access, Manifest, Settings};
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
                source: Source { folder, process: None },
                clock: Clock::default(),
            };
            let keeper = Keeper::start(opened.workspace, environment, sender.clone());
            Self { home, keeper, workers: Workers::new(sender), messages }
        }

        fn note(&self, text: &str) -> Arc<Note> {
            let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
            Arc::new(Note::new(&Now::new(instant, [1; 10]), "roy", text))
        }

        fn reload(&mut self, requests: &mut Requests, fingerprint: u64) -> Task {
            let effects = requests.ask(Request::Reload { changes: 0, fingerprint });
            let Some(Effect::Ask(ticket, _)) = effects.last() else { panic!("{effects:?}") };
            self.workers.accept(*ticket)
        }
    }

    #[test]
    fn what_is_read_again_holds_what_was_sent_before_and_materials_only_if_they_changed() {
        let mut trial = Trial::new();
        let mut requests = Requests::default();
        let source = Source { folder: trial.home.path().join("work"), process: None };
        for (fingerprint, changed) in [(source.fingerprint(), false), (0, true)] {
            trial.keeper.send(Job::Save(trial.note("typed")));
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
    fn saving_never_waits_for_reading() {
        let mut trial = Trial::new();
        let task = trial.reload(&mut Requests::default(), 0);
        let (release, released) = mpsc::channel::<()>();
        let (ended, has_ended) = mpsc::channel();
        task.start(move |_| {
            let _ = released.recv();
            let _ = ended.send(());
            None
        });
        trial.keeper.send(Job::Save(trial.note("typed meanwhile")));
        let saved = trial.messages.recv().unwrap();
        assert!(matches!(saved, Event::Saved(note, Saved::Written) if note.text == "typed meanwhile"));
        drop(release);
        has_ended.recv().unwrap();
    }

    #[test]
    fn only_the_newest_state_of_a_note_is_written() {
        let trial = Trial::new();
        let other = Note { id: Id::new(&Clock::default().now()), ..Note::clone(&trial.note("")) };
        let batch = [
            Job::Save(trial.note("a")),
            Job::Remember(Bookmark::default()),
            Job::Save(trial.note("ab")),
            Job::Trash(trial.note("ab")),
            Job::Save(Arc::new(other)),
            Job::Save(trial.note("abc")),
            Job::Remember(Bookmark::default()),
        ];
        let overtaken: Vec<bool> = (0..batch.len()).map(|at| is_overtaken(&batch, at)).collect();
        assert_eq!(overtaken, [true, true, false, false, false, false, false]);
    }
}
