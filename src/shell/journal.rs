//! The thread of the journal: it writes what is typed before anything else is done with it, and waits for nothing but the
//! journal itself.

use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use crate::app::event::Event;
use crate::app::write::Write;
use crate::base::Result;
use crate::shell::keeper::Job;
use crate::shell::{panics, threads};
use crate::store::WorkspaceFolder;
use crate::store::drafts::{Drafts, DraftsCall, lock};

/// Sends to the thread what the interface types; the thread that saves sends there too. Dropping it waits until all is done.
pub struct JournalThread {
    calls: Option<Sender<DraftsCall>>,
    thread: Option<JoinHandle<()>>,
}

impl JournalThread {
    /// Starts the thread with the drafts of a workspace; what goes wrong is reported to `messages`.
    #[must_use]
    pub fn start(workspace: &mut WorkspaceFolder, messages: Sender<Event>) -> Self {
        let (calls, queue) = mpsc::channel();
        let drafts = workspace.give_away_drafts(calls.clone());
        let thread = drafts.map(|drafts| {
            let mut keeping = Keeping::new(drafts, messages);
            threads::spawn(threads::JOURNAL, move || {
                while let Ok(first) = queue.recv() {
                    keeping.carry_out(std::iter::once(first).chain(queue.try_iter().take(BATCH)));
                }
            })
        });
        Self { calls: Some(calls), thread }
    }

    /// Sends what the drafts must know of a job, before the job itself is sent.
    pub fn send(&self, turn: u64, job: &Job) {
        if let Some((calls, call)) = self.calls.as_ref().zip(call(turn, job)) {
            let _ = calls.send(call);
        }
    }

    /// Waits until the journal holds everything that was sent before and is not saved, or has refused it.
    pub fn wait(&self) {
        let (done, is_done) = mpsc::channel::<()>();
        let call: DraftsCall = Box::new(move |drafts| {
            // A failure is reported when it is tried again.
            let _ = drafts.work();
            drop(done);
        });
        if self.calls.as_ref().is_some_and(|calls| calls.send(call).is_ok()) {
            let _ = is_done.recv();
        }
    }

    /// Waits until the thread has done all; the thread that saves must have ended before.
    pub fn finish(&mut self) {
        drop(self.calls.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for JournalThread {
    fn drop(&mut self) {
        self.finish();
    }
}

/// What the drafts must know of a job, in the order of the interface.
#[must_use]
pub fn call(turn: u64, job: &Job) -> Option<DraftsCall> {
    Some(match job {
        Job::Write(Write::Save(note)) => {
            let note = note.clone();
            Box::new(move |drafts| drafts.typed(turn, note))
        }
        Job::Accept(files, held_back) => {
            let (files, held_back) = (files.clone(), held_back.clone());
            Box::new(move |drafts| drafts.accept(files, &held_back))
        }
        Job::AcceptConflict(id) => {
            let id = *id;
            Box::new(move |drafts| drafts.accept_conflict(id))
        }
        _ => return None,
    })
}

/// What the thread works with.
pub struct Keeping {
    drafts: Arc<Mutex<Drafts>>,
    messages: Sender<Event>,
    /// Whether the journal could not be written the last time.
    is_refused: bool,
}

/// How many calls are taken at once at most, so that a stream of them delays no writing.
const BATCH: usize = 1000;

impl Keeping {
    /// Keeps the drafts of a workspace; what goes wrong is reported to `messages`.
    #[must_use]
    pub fn new(drafts: Arc<Mutex<Drafts>>, messages: Sender<Event>) -> Self {
        Self { drafts, messages, is_refused: false }
    }

    /// Carries out calls. Then the newest state of each text is written, and what is saved by now is removed.
    pub fn carry_out(&mut self, calls: impl Iterator<Item = DraftsCall>) {
        let drafts = self.drafts.clone();
        let mut drafts = lock(&drafts);
        for call in calls {
            self.caught(|| call(&mut drafts));
        }
        let written = self.caught(|| drafts.work());
        self.report(written.unwrap_or(Ok(())));
    }

    /// Does a piece of work. After a panic the next ones are still done.
    fn caught<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        panics::caught(work).map_err(|error| self.messages.send(Event::Failed(error))).ok()
    }

    /// Reports that the journal refuses: once, not at every letter.
    fn report(&mut self, written: Result<()>) {
        let is_news = written.is_err() && !self.is_refused;
        self.is_refused = written.is_err();
        if let Some(error) = written.err().filter(|_| is_news) {
            let _ = self.messages.send(Event::Unjournalled(error));
        }
    }
}
