//! Worker threads: a request that takes long is done on a thread of its own and answered by a message with its ticket.
#![allow(clippy::disallowed_methods, reason = "progress is reported at most every so often")]

use std::cell::Cell;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use crate::app::event::Event;
use crate::app::requests::{Answer, RequestProgress, Ticket};
use crate::base::Watch;
use crate::shell::importer::Importer;
use crate::shell::inbox::Inbox;
use crate::shell::search::Searcher;
use crate::shell::{panics, threads};
use crate::store::library::LibraryCache;

/// The least time between two reports of progress.
const PAUSE: Duration = Duration::from_millis(100);

/// Accepts requests and cancels them.
pub struct Workers {
    messages: Sender<Event>,
    /// For each request whether it is still wanted; gone once it is done.
    wanted: HashMap<Ticket, Weak<AtomicBool>>,
    start: RunsOn,
    /// The caches of the library, if there are any.
    pub caches: Option<LibraryCache>,
    /// The home of the user, written `~`.
    pub home: PathBuf,
    /// The folder in which documents are saved; `None` if the settings name none.
    pub inbox: Option<Arc<Inbox>>,
    /// Imports files; `None` if nothing can be imported.
    pub importer: Option<Arc<Importer>>,
    /// Searches everything; `None` if nothing can be searched.
    pub searcher: Option<Arc<Searcher>>,
}

/// Where the work is done.
#[derive(Debug, Clone, Copy)]
enum RunsOn {
    /// On a thread of its own.
    Thread,
    /// In the thread that starts it, so that a test has the same course each time.
    #[cfg(test)]
    Here,
}

impl Workers {
    /// No requests yet; answers go to `messages`.
    #[must_use]
    pub fn new(messages: Sender<Event>) -> Self {
        Self {
            messages,
            wanted: HashMap::new(),
            start: RunsOn::Thread,
            caches: None,
            home: PathBuf::new(),
            inbox: None,
            importer: None,
            searcher: None,
        }
    }

    /// The same with the caches of the library.
    #[must_use]
    pub fn with_caches(self, caches: Option<LibraryCache>) -> Self {
        Self { caches, ..self }
    }

    /// The same, but a request is worked on as soon as it is started, and no thread is used.
    #[cfg(test)]
    pub fn without_threads(messages: Sender<Event>) -> Self {
        Self { start: RunsOn::Here, ..Self::new(messages) }
    }

    /// Accepts a request; its work is started by [`Task::start`].
    pub fn accept(&mut self, ticket: Ticket) -> Task {
        self.wanted.retain(|_, wanted| wanted.strong_count() > 0);
        let wanted = Arc::new(AtomicBool::new(true));
        self.wanted.insert(ticket, Arc::downgrade(&wanted));
        let reported = Cell::new(Instant::now());
        Task { ticket, wanted, messages: self.messages.clone(), reported, start: self.start }
    }

    /// Cancels a request, whether it has been started or not. It is not answered any more.
    pub fn cancel(&mut self, ticket: Ticket) {
        if let Some(wanted) = self.wanted.remove(&ticket).and_then(|wanted| wanted.upgrade()) {
            wanted.store(false, Ordering::Relaxed);
        }
    }
}

/// The work of one request.
pub struct Task {
    ticket: Ticket,
    wanted: Arc<AtomicBool>,
    messages: Sender<Event>,
    /// When progress was last reported.
    reported: Cell<Instant>,
    start: RunsOn,
}

impl Task {
    /// Starts the work on a thread of its own; `work` returns `None` when it was cancelled.
    pub fn start(self, work: impl FnOnce(&Self) -> Option<Answer> + Send + 'static) {
        match self.start {
            RunsOn::Thread => drop(threads::spawn(threads::WORKER, move || self.run(work))),
            #[cfg(test)]
            RunsOn::Here => self.run(work),
        }
    }

    fn run(&self, work: impl FnOnce(&Self) -> Option<Answer>) {
        let work = || self.is_wanted().then(|| work(self)).flatten();
        if let Some(answer) = panics::caught(work).unwrap_or_else(|error| Some(Answer::Failed(error))) {
            let _ = self.messages.send(Event::Answered(self.ticket, answer));
        }
    }

    fn is_wanted(&self) -> bool {
        self.wanted.load(Ordering::Relaxed)
    }
}

impl Watch for Task {
    fn begins(&self, total: usize) {
        let _ = self.messages.send(Event::Progress(self.ticket, RequestProgress { done: 0, total }));
    }

    fn continues(&self, done: usize, total: usize) -> bool {
        if self.reported.get().elapsed() >= PAUSE {
            self.reported.set(Instant::now());
            let _ = self.messages.send(Event::Progress(self.ticket, RequestProgress { done, total }));
        }
        self.is_wanted()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::Effect;
    use crate::app::requests::{Request, Requests};
    use crate::cite::graph::Graph;
    use crate::followup::Fingerprint;
    use std::sync::mpsc;

    fn tickets() -> [Ticket; 2] {
        let mut requests = Requests::default();
        [Request::Citations, Request::Reload { changes: 0, fingerprint: Fingerprint::default() }].map(
            |request| match requests.ask(request).as_slice() {
                [Effect::Ask(ticket, _)] => *ticket,
                other => panic!("{other:?}"),
            },
        )
    }

    fn done(_: &Task) -> Option<Answer> {
        Some(Answer::Citations(Arc::new(Graph::default())))
    }

    #[test]
    fn an_answer_carries_the_ticket_of_its_request() {
        let (sender, messages) = mpsc::channel();
        let mut workers = Workers::new(sender);
        for ticket in tickets() {
            workers.accept(ticket).start(done);
            let message = messages.recv().unwrap();
            assert!(matches!(message, Event::Answered(of, Answer::Citations(_)) if of == ticket));
        }
    }

    #[test]
    fn a_panic_of_a_worker_is_a_failed_answer() {
        let (sender, messages) = mpsc::channel();
        let mut workers = Workers::new(sender);
        for ticket in tickets() {
            workers.accept(ticket).start(|_| panic!("no such row"));
            match messages.recv().unwrap() {
                Event::Answered(of, Answer::Failed(error)) => {
                    assert_eq!(of, ticket);
                    assert!(error.to_string().contains("no such row"), "{error}");
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn without_threads_a_request_is_answered_when_it_is_started() {
        let (sender, messages) = mpsc::channel();
        let mut workers = Workers::without_threads(sender);
        for ticket in tickets() {
            workers.accept(ticket).start(done);
            assert!(matches!(messages.try_recv(), Ok(Event::Answered(of, _)) if of == ticket));
        }
    }

    #[test]
    fn a_running_request_stops_between_two_documents_when_it_is_cancelled() {
        let (sender, messages) = mpsc::channel();
        let (started, has_started) = mpsc::channel();
        let mut workers = Workers::new(sender);
        let [running, waiting] = tickets();
        workers.accept(running).start(move |task| {
            let mut documents = 0;
            while task.continues(documents, usize::MAX) {
                documents += 1;
                let _ = started.send(());
                std::thread::yield_now();
            }
            None
        });
        has_started.recv().unwrap();
        workers.cancel(running);
        // The sender is dropped when the thread ends.
        while has_started.recv().is_ok() {}
        // A request that is cancelled before it is started does nothing at all.
        let task = workers.accept(waiting);
        workers.cancel(waiting);
        task.start(done);
        drop(workers);
        let mut answers = messages.iter().filter(|message| matches!(message, Event::Answered(..)));
        assert!(answers.next().is_none());
    }
}
