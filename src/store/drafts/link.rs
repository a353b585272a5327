//! How the thread that saves reaches the drafts: directly, or in the thread that keeps the journal.

use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::store::drafts::Drafts;

/// Something to be done with the drafts, in the order in which it is sent.
pub type DraftsCall = Box<dyn FnOnce(&mut Drafts) + Send>;

/// The drafts of a workspace.
#[derive(Debug, Clone)]
pub enum DraftsLink {
    /// In the same thread: each call is carried out at once.
    Here(Arc<Mutex<Drafts>>),
    /// In the same thread too, but what the interface types reaches them as it does in the thread of the journal: before the
    /// jobs, and not through what is saved.
    #[cfg(test)]
    Fed(Arc<Mutex<Drafts>>),
    /// In a thread of their own, which receives calls.
    Thread(Sender<DraftsCall>),
}

impl DraftsLink {
    /// Drafts in the same thread.
    #[must_use]
    pub fn here(drafts: Drafts) -> Self {
        Self::Here(Arc::new(Mutex::new(drafts)))
    }

    /// Does something with the drafts and returns what comes of it; waits for that. `None` if the thread of the drafts has
    /// ended or has met a fault.
    pub fn ask<T: Send + 'static>(&self, call: impl FnOnce(&mut Drafts) -> T + Send + 'static) -> Option<T> {
        match self {
            Self::Here(drafts) => Some(at_once(drafts, call)),
            #[cfg(test)]
            Self::Fed(drafts) => Some(at_once(drafts, call)),
            Self::Thread(calls) => {
                let (sender, answer) = mpsc::channel();
                let call = move |drafts: &mut Drafts| drop(sender.send(call(drafts)));
                calls.send(Box::new(call)).ok()?;
                answer.recv().ok()
            }
        }
    }

    /// Does something with the drafts; does not wait for it if they are in another thread.
    pub fn send(&self, call: impl FnOnce(&mut Drafts) + Send + 'static) {
        match self {
            Self::Here(_) => drop(self.ask(call)),
            #[cfg(test)]
            Self::Fed(_) => drop(self.ask(call)),
            Self::Thread(calls) => drop(calls.send(Box::new(call))),
        }
    }

    /// Whether they are in the same thread, and what the interface types reaches them through what is saved.
    #[must_use]
    pub fn is_here(&self) -> bool {
        matches!(self, Self::Here(_))
    }
}

fn at_once<T>(drafts: &Mutex<Drafts>, call: impl FnOnce(&mut Drafts) -> T) -> T {
    let mut drafts = lock(drafts);
    let answer = call(&mut drafts);
    let _ = drafts.work();
    answer
}

/// The drafts, also after a fault in a call: each file of the journal is whole in any case.
pub fn lock(drafts: &Mutex<Drafts>) -> MutexGuard<'_, Drafts> {
    drafts.lock().unwrap_or_else(PoisonError::into_inner)
}
