//! Requests that take long: each has a ticket, its answer has the same one, and late answers are ignored.

use std::sync::Arc;

use crate::app::effect::Effect;
use crate::app::finder::{SearchAnswer, SearchRequest};
use crate::base::{Error, Id, Message, Result};
use crate::cite::graph::Graph;
use crate::followup::{Fingerprint, Materials};
use crate::import::inbox::InboxFile;
use crate::workspace::{Contents, SeenFile};

/// The number of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(u64);

/// Work that takes long and is done on a separate thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Read which passages cite which in all documents of the library.
    Citations,
    /// Bring the index of all words up to date.
    Index,
    /// Search everything.
    Search(SearchRequest),
    /// List the paths that begin with this, or fit it as a pattern; as typed.
    Paths(String),
    /// Look into the inbox, after these files of it were dismissed.
    Inbox(Vec<InboxFile>),
    /// Import files.
    Import(Vec<String>),
    /// Add a ring of equivalent terms to the workspace.
    AddRing(Vec<String>),
    /// Remove a ring of equivalent terms from the workspace.
    RemoveRing(Vec<String>),
    /// Read the workspace again.
    Reload {
        /// How many changes had been handed over to be written when the request was made.
        changes: u64,
        /// Fingerprint of the documents and dates shown; they are read again only if it has changed.
        fingerprint: Fingerprint,
    },
}

/// The progress of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestProgress {
    /// The number of documents or files that are done.
    pub done: usize,
    /// The number of all documents or files.
    pub total: usize,
}

/// The result of a request.
#[derive(Debug, Clone)]
pub enum Answer {
    /// The citations.
    Citations(Arc<Graph>),
    /// The workspace as it is on the disk.
    Reloaded(Box<Reread>),
    /// The index of all words is up to date.
    Indexed,
    /// What a search found.
    Found(Box<SearchAnswer>),
    /// The paths that were asked for.
    Paths(Vec<ListedPath>),
    /// The files that are offered in the inbox, or why it cannot be looked into.
    Inbox(Result<Vec<InboxFile>>),
    /// What an import has done: a line for each file, those that were refused first, after a line for all of them.
    Imported(Vec<Message>),
    /// It could not be done.
    Failed(Error),
}

/// A path that can take the place of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPath {
    /// The path as it is put into the line: quoted as what was typed, with a stroke at the end if it is a folder.
    pub typed: String,
    /// What the list shows: its name, or what a pattern has found.
    pub name: String,
}

/// The data that was read again.
#[derive(Debug, Clone, Default)]
pub struct Reread {
    /// Notes, positions and tracker.
    pub contents: Contents,
    /// If only the notes are in `contents` that have changed since they were shown: those that are gone.
    pub gone: Option<Vec<Id>>,
    /// The files they were read from.
    pub files: Arc<[SeenFile]>,
    /// Documents and dates, if they have changed.
    pub materials: Option<Materials>,
}

/// A request that is not answered yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Its number.
    pub ticket: Ticket,
    /// What is asked for.
    pub request: Request,
    /// Its progress; `None` until it is known.
    pub progress: Option<RequestProgress>,
}

/// The open requests. There is at most one of each kind.
#[derive(Debug, Clone, Default)]
pub struct Requests {
    count: u64,
    open: Vec<Open>,
}

impl Requests {
    /// Makes a request. An open one of the same kind is cancelled: its answer would be out of date.
    pub fn ask(&mut self, request: Request) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.cancel(&request).into_iter().collect();
        self.count += 1;
        let ticket = Ticket(self.count);
        self.open.push(Open { ticket, request: request.clone(), progress: None });
        effects.push(Effect::Ask(ticket, request));
        effects
    }

    /// Makes every request that reads the whole library, after its documents have changed.
    pub fn ask_indexes(&mut self) -> Vec<Effect> {
        let mut effects = self.ask(Request::Citations);
        effects.extend(self.ask(Request::Index));
        effects
    }

    /// Cancels the open request of the same kind, if there is one.
    pub fn cancel(&mut self, like: &Request) -> Option<Effect> {
        let kind = std::mem::discriminant(like);
        let at = self.open.iter().position(|open| std::mem::discriminant(&open.request) == kind)?;
        Some(Effect::Cancel(self.open.remove(at).ticket))
    }

    /// Records the progress of a request.
    pub fn advance(&mut self, ticket: Ticket, progress: RequestProgress) {
        if let Some(open) = self.open.iter_mut().find(|open| open.ticket == ticket) {
            open.progress = Some(progress);
        }
    }

    /// Closes the request that has been answered; `None` if it is not open any more, so that the answer must be ignored.
    pub fn close(&mut self, ticket: Ticket) -> Option<Request> {
        let at = self.open.iter().position(|open| open.ticket == ticket)?;
        Some(self.open.remove(at).request)
    }

    /// The open requests, oldest first.
    #[must_use]
    pub fn open(&self) -> &[Open] {
        &self.open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOWN: Fingerprint = Fingerprint { documents: 1, calendar: 2 };
    const RELOAD: Request = Request::Reload { changes: 3, fingerprint: SHOWN };

    fn asked(effects: &[Effect]) -> Ticket {
        match effects.last() {
            Some(Effect::Ask(ticket, _)) => *ticket,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_newer_request_of_a_kind_cancels_the_older_one() {
        let mut requests = Requests::default();
        let citations = asked(&requests.ask(Request::Citations));
        let first = asked(&requests.ask(RELOAD));
        let effects = requests.ask(Request::Reload { changes: 4, fingerprint: SHOWN });
        let second = asked(&effects);
        assert_eq!(effects[0], Effect::Cancel(first));
        assert_eq!(requests.close(first), None);
        assert_eq!(requests.close(second), Some(Request::Reload { changes: 4, fingerprint: SHOWN }));
        assert_eq!(requests.close(second), None, "a request is closed only once");
        assert_eq!(requests.close(citations), Some(Request::Citations));
        assert_eq!(requests.open(), []);
    }

    #[test]
    fn a_request_has_a_progress_until_it_is_cancelled() {
        let mut requests = Requests::default();
        let ticket = asked(&requests.ask(RELOAD));
        let progress = RequestProgress { done: 2, total: 5 };
        requests.advance(ticket, progress);
        assert_eq!(requests.open()[0].progress, Some(progress));
        assert_eq!(requests.cancel(&Request::Citations), None);
        assert_eq!(requests.cancel(&RELOAD), Some(Effect::Cancel(ticket)));
        requests.advance(ticket, progress);
        assert_eq!(requests.open(), []);
    }
}
