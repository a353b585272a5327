//! Follow-ups: recommended next steps read for who does what, how strongly it binds, at which sessions and by when.
//!
//! What a step does not state stays empty. Everything read has its place in the text, so that the reader
//! can be shown the proof.

mod action;
mod adoption;
mod assembly;
pub mod beside;
mod cited;
mod clause;
mod date;
mod deadline;
mod lapse;
mod library;
mod product;
mod read;
mod request;
mod session;
mod subject;
mod tabling;
pub mod timeline;
mod topic;
mod verb;
mod vocabulary;

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::base::{Error, Span};
use crate::calendar::Basis;
use crate::model::{Address, Document, Language, Process, Reference, Shelf, Symbol};

pub use crate::language::Force;
pub use library::{OfDocuments, ReadsFollowUps, ShelfFollowUps, TextFollowUps, of_shelf};
pub use read::read;
pub use tabling::{TablingDay, calendar_deadline, programme, tabling_day};
pub use vocabulary::FollowUpVocabulary;

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
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::States, Self::InterestedStates, Self::StatesAble, Self::Secretariat, Self::Chair, Self::Other];

    /// The kind with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

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

/// Words of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// As written.
    pub text: String,
    /// Where they are written.
    pub span: Span,
}

impl Quote {
    /// The words of a text at a span of it.
    #[must_use]
    pub fn new(text: &str, span: Span) -> Self {
        Self { text: span.of(text).to_owned(), span }
    }
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
    /// The language of its words: that of the step, unless only a text in another language has the topic.
    pub language: Language,
}

impl Topic {
    /// Whether its label is printed in the text and therefore the same in every language, not counted.
    fn is_printed(&self) -> bool {
        !self.label.bytes().all(|byte| byte.is_ascii_digit())
    }
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

/// The text that a follow-up was read from: of a document in one language only what is needed, so that the document need not stay
/// in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpSource {
    /// The document.
    pub symbol: Symbol,
    /// The language of its text.
    pub language: Language,
    /// The step, or the operative paragraph, with the passages that belong to it.
    pub passages: Arc<[SourcePassage]>,
}

/// A passage with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourcePassage {
    /// Its address.
    pub address: Address,
    /// Its text.
    pub text: String,
}

impl FollowUpSource {
    /// A passage of a document with those that belong to it.
    #[must_use]
    pub fn of(document: &Document, passage: &Address) -> Self {
        let blocks = &document.blocks[document.passage(passage).unwrap_or_default()];
        let passages = blocks
            .iter()
            .map(|block| SourcePassage { address: block.address.clone(), text: block.text.clone() });
        Self { symbol: document.symbol.clone(), language: document.language, passages: passages.collect() }
    }

    /// The words of one of its passages.
    #[must_use]
    pub fn text(&self, address: &Address) -> Option<&str> {
        let passage = self.passages.iter().find(|passage| passage.address == *address)?;
        Some(&passage.text)
    }
}

/// One thing to be done or discussed, taken from a next step or from an operative paragraph of a resolution. Its words
/// and their spans are those of one text: a document in one language.
#[derive(Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// The text that it was read from.
    pub source: FollowUpSource,
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
    /// What they do: the verb with the infinitive that follows at once: `conviennent d’établir`.
    pub verb: Option<Quote>,
    /// The verb by which they report: `submit`.
    pub reporting: Option<Quote>,
    /// How strongly the verb binds.
    pub force: Option<Force>,
    /// The words that state that it is voluntary.
    pub voluntary: Option<Quote>,
    /// The numbers of the sessions it names, in order, ranges expanded.
    pub sessions: Vec<u32>,
    /// The words that name them.
    pub session_words: Vec<Quote>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// What else it sets a limit to: "to circulate … by January and to report by March".
    pub further: Vec<Deadline>,
    /// What is to be discussed: a lettered list, or several subjects of a discussion with sessions. A
    /// single subject is the step itself and is not listed again.
    pub topics: Vec<Topic>,
    /// Documents to be produced: `un document d’information`.
    pub products: Vec<Quote>,
    /// What it points to.
    pub cites: Vec<Cite>,
    /// The footnotes it calls.
    pub notes: Vec<Address>,
}

impl fmt::Debug for FollowUp {
    /// The step and its language, not the whole document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let request = self.request.map(|request| format!("#{request}")).unwrap_or_default();
        write!(f, "{}:{}{request} ({})", self.source.symbol, self.step, self.language())
    }
}

impl FollowUp {
    /// The language of the text that it was read from.
    #[must_use]
    pub fn language(&self) -> Language {
        self.source.language
    }

    /// The step, or the operative paragraph, with its document.
    #[must_use]
    pub fn reference(&self) -> Reference {
        Reference { symbol: self.source.symbol.clone(), address: self.step.clone() }
    }

    /// The text of the step, or of the operative paragraph, in which the spans are places.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.text(&self.step).unwrap_or_default()
    }

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
    /// The files they were read from.
    pub fingerprint: Fingerprint,
}

/// The state of the files of documents and dates: numbers that change when the files do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fingerprint {
    /// Of the files of all documents.
    pub documents: u64,
    /// Of the delegate's calendar.
    pub calendar: u64,
}

#[cfg(test)]
mod tests;
