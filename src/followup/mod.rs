//! Follow-ups: recommended next steps read for who does what, how strongly it binds, at which sessions and by when.
//!
//! What a step does not state stays empty. Everything read has its place in the text, so that the reader
//! can be shown the proof.

mod action;
mod adoption;
pub mod beside;
mod cited;
mod clause;
mod deadline;
mod lapse;
mod product;
mod read;
mod request;
mod session;
mod subject;
pub mod timeline;
mod topic;
mod verb;
mod vocabulary;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::base::{Error, Span};
use crate::calendar::Basis;
use crate::language::Languages;
use crate::model::{Address, Document, Process, Reference, Shelf, Symbol};

pub use crate::language::Force;
pub use read::read;
pub use vocabulary::Vocabulary;

/// What kind of actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// States, all of them.
    States,
    /// Interested States or groups of States.
    InterestedStates,
    /// States in a position to do so.
    StatesAble,
    /// The Secretariat.
    Secretariat,
    /// The Chair, a facilitator.
    Chair,
    /// Anybody else.
    Other,
}

impl ActorKind {
    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::States => "states",
            Self::InterestedStates => "interested-states",
            Self::StatesAble => "states-able",
            Self::Secretariat => "secretariat",
            Self::Chair => "chair",
            Self::Other => "other",
        }
    }
}

/// Who is to act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// As written: `Le Secrétariat de l’ONU`.
    pub text: String,
    /// What kind.
    pub kind: ActorKind,
    /// Where it is written.
    pub span: Span,
}

/// The main verb of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// As written, with the infinitive that follows at once: `conviennent d’établir`.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}

/// By when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// As written: `d’ici la fin du mois de janvier 2023`.
    pub text: String,
    /// Its passage: the step, or a sub-paragraph of it.
    pub address: Address,
    /// Where in that passage.
    pub span: Span,
    /// The day it falls on, if the text or the sessions show it.
    pub date: Option<NaiveDate>,
    /// On what the day rests; none when the text names no year.
    pub basis: Option<Basis>,
}

/// One subject a step wants discussed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its letter, or its number in the order of the text.
    pub label: String,
    /// Its passage: the step, or a sub-paragraph of it.
    pub address: Address,
    /// Where in that passage.
    pub span: Span,
    /// Its words.
    pub text: String,
}

/// What a step points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// As written: `paragraphe 14 e) ci-dessus`.
    pub text: String,
    /// Its passage: the step, or a sub-paragraph of it.
    pub address: Address,
    /// Where in that passage.
    pub span: Span,
    /// The document; none for the Charter of the United Nations, and if the text does not show it.
    pub symbol: Option<Symbol>,
    /// Its passages; empty for a whole document.
    pub addresses: Vec<Address>,
}

/// One thing to be done or discussed, taken from a next step or from an operative paragraph of a resolution.
/// Spans are places in the text of that passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// The step, or the operative paragraph.
    pub step: Address,
    /// The path of its section: `["E"]`.
    pub section: Vec<String>,
    /// Its number in that section.
    pub number: String,
    /// Which of several requests of one paragraph, counted from 1; none where the passage makes one.
    pub request: Option<u8>,
    /// Who is to act.
    pub actors: Vec<Actor>,
    /// What they do, in a word or two.
    pub verb: Option<Verb>,
    /// How strongly the verb binds.
    pub force: Option<Force>,
    /// Where the step states that it is voluntary.
    pub voluntary: Option<Span>,
    /// The numbers of the sessions it names, in order, ranges expanded.
    pub sessions: Vec<u32>,
    /// Where it names them.
    pub session_spans: Vec<Span>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// What else it sets a limit to: "to circulate … by January and to report by March".
    pub further: Vec<Deadline>,
    /// What is to be discussed: a lettered list, or several subjects of a discussion with sessions. A
    /// single subject is the step itself and is not listed again.
    pub topics: Vec<Topic>,
    /// Documents to be produced: `un document d’information`.
    pub products: Vec<Span>,
    /// What it points to.
    pub cites: Vec<Cite>,
    /// The footnotes it calls.
    pub notes: Vec<Address>,
}

impl FollowUp {
    /// All its deadlines, the first one first.
    pub fn deadlines(&self) -> impl Iterator<Item = &Deadline> {
        self.deadline.iter().chain(&self.further)
    }

    /// The label under which the tracker stores it, or one of its topics, beside the passage and the session:
    /// none for a passage as a whole, `a` for a topic, `#2` for the second request of a paragraph, `#2/a` for
    /// a topic of that. No printed letter or number begins with `#`, so the two kinds of label never meet.
    #[must_use]
    pub fn label(&self, topic: Option<&str>) -> Option<String> {
        match (self.request, topic) {
            (None, topic) => topic.map(str::to_owned),
            (Some(request), None) => Some(format!("#{request}")),
            (Some(request), Some(topic)) => Some(format!("#{request}/{topic}")),
        }
    }
}

/// The process a document belongs to: the one it is a report of, or that takes dates of sessions from it.
#[must_use]
pub fn owner<'a>(processes: &'a [Process], symbol: &Symbol) -> Option<&'a Process> {
    let cites = |citation: &Option<String>| {
        let cited = citation.as_ref().and_then(|citation| citation.parse::<Reference>().ok());
        cited.is_some_and(|cited| cited.symbol == *symbol)
    };
    let reports = processes.iter().find(|process| process.report(symbol).is_some());
    reports.or_else(|| {
        processes.iter().find(|process| process.sessions.iter().any(|session| cites(&session.citation)))
    })
}

/// The follow-ups of every document on a shelf that has some.
pub type OfDocuments = HashMap<Symbol, Arc<Vec<FollowUp>>>;

/// What a delegate works from.
#[derive(Debug, Clone)]
pub struct Materials {
    /// The documents of the library.
    pub shelf: Shelf,
    /// The processes known.
    pub processes: Vec<Process>,
    /// The follow-ups of each document that has some.
    pub followups: OfDocuments,
    /// What was wrong with them, and is passed over.
    pub faults: Vec<Error>,
    /// Changes when the file of a document or of the delegate's calendar does; 0 if there are no files.
    pub fingerprint: u64,
}

/// Reads every document on a shelf, each report with the calendar of the process it belongs to.
#[must_use]
pub fn of_shelf(shelf: &Shelf, processes: &[Process], languages: &Languages) -> OfDocuments {
    let vocabulary = Vocabulary::new(languages, processes);
    let read_one = |document: &Document| read(document, owner(processes, &document.symbol), &vocabulary);
    let documents = shelf.documents().iter();
    let found = documents.map(|document| (document.symbol.clone(), Arc::new(read_one(document))));
    found.filter(|(_, followups)| !followups.is_empty()).collect()
}

#[cfg(test)]
mod tests;
