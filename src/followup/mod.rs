//! Follow-ups: recommended next steps read for who does what, how firmly, at which sessions and by when.
//!
//! What a step does not say stays empty. Everything read keeps its place in the text, so that the reader
//! can be shown the proof.

mod action;
mod deadline;
mod session;
pub mod timeline;
mod topic;
mod vocabulary;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::base::Span;
use crate::calendar::{Basis, Relative, solve};
use crate::cite::token::{after_any, tokens};
use crate::cite::{self, Citation};
use crate::model::{Address, Block, BlockKind, Document, DocumentKind, Part, Place, Process, Shelf, Symbol};

pub use vocabulary::{Vocabularies, Vocabulary};

/// How strongly a text binds, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Force {
    /// They agree, they decide.
    Agree,
    /// They are requested.
    Request,
    /// They do it or will do it.
    Will,
    /// They are invited.
    Invite,
    /// They are encouraged, or should.
    Encourage,
    /// They may, could.
    May,
}

impl Force {
    /// All, the strongest first.
    pub const ALL: [Self; 6] =
        [Self::Agree, Self::Request, Self::Will, Self::Invite, Self::Encourage, Self::May];

    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Request => "request",
            Self::Will => "will",
            Self::Invite => "invite",
            Self::Encourage => "encourage",
            Self::May => "may",
        }
    }
}

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
    /// Where it is written.
    pub span: Span,
    /// The day it falls on, when the text or the sessions tell.
    pub date: Option<NaiveDate>,
    /// On what the day rests; none when the text names no year.
    pub basis: Option<Basis>,
}

/// One subject a step wants discussed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its letter, or its number in the order of the text.
    pub label: String,
    /// The passage it stands in: the step, or a sub-paragraph of it.
    pub address: Address,
    /// Where in that passage.
    pub span: Span,
    /// Its words.
    pub text: String,
}

/// One thing to be done or discussed, taken from a next step. Spans are places in the text of the step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// The step.
    pub step: Address,
    /// The path of its section: `["E"]`.
    pub section: Vec<String>,
    /// Its number in that section.
    pub number: String,
    /// Who is to act.
    pub actors: Vec<Actor>,
    /// What they do, in a word or two.
    pub verb: Option<Verb>,
    /// How strongly the verb binds.
    pub force: Option<Force>,
    /// Where the step says that it is voluntary.
    pub voluntary: Option<Span>,
    /// The numbers of the sessions it names, in order, ranges expanded.
    pub sessions: Vec<u32>,
    /// Where it names them.
    pub session_spans: Vec<Span>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// What is to be discussed: a lettered list, or several subjects of a discussion with sessions. A
    /// single subject is the step itself and not told again.
    pub topics: Vec<Topic>,
    /// Documents to be produced: `un document d’information`.
    pub products: Vec<Span>,
    /// The passages it cites; those of its own document stand in its own part.
    pub cites: Vec<Citation>,
}

/// The follow-ups of every document on a shelf that has some.
pub type OfDocuments = HashMap<Symbol, Arc<Vec<FollowUp>>>;

/// Reads every document on a shelf, each report with the calendar of the process it belongs to.
#[must_use]
pub fn of_shelf(shelf: &Shelf, processes: &[Process], vocabularies: &Vocabularies) -> OfDocuments {
    let read_one = |document: &Document| {
        let owner = processes.iter().find(|process| process.report(&document.symbol).is_some());
        read(document, owner, vocabularies)
    };
    let documents = shelf.documents().iter();
    let found = documents.map(|document| (document.symbol.clone(), Arc::new(read_one(document))));
    found.filter(|(_, followups)| !followups.is_empty()).collect()
}

/// The follow-ups of a document: one for each recommended next step, in order.
#[must_use]
pub fn read(document: &Document, process: Option<&Process>, vocabularies: &Vocabularies) -> Vec<FollowUp> {
    let steps = document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::NextStep);
    let whole = steps.filter_map(|(at, block)| match &block.address.place {
        Place::Step(section, path) if path.len() == 1 => Some((at, block, section, path)),
        _ => None,
    });
    whole
        .map(|(at, block, section, path)| {
            one(document, at, empty(block, section, path), process, vocabularies)
        })
        .collect()
}

/// The operative paragraphs of a resolution that ask somebody for something, read in the same way.
///
/// Of a paragraph that asks several actors the first is told.
#[must_use]
pub fn read_operative(
    document: &Document,
    process: Option<&Process>,
    vocabularies: &Vocabularies,
) -> Vec<FollowUp> {
    let operative =
        document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Operative);
    let whole = operative.filter_map(|(at, block)| match &block.address.place {
        Place::Operative(path) if path.len() == 1 => Some((at, block, path)),
        _ => None,
    });
    let asks = |followup: &FollowUp| {
        let vocabulary = vocabularies.get(document.language);
        let verb = followup.verb.as_ref().map(|verb| tokens(&verb.text));
        vocabulary.zip(verb).is_some_and(|(vocabulary, verb)| {
            after_any(&verb, 0, &vocabulary.verbs.addressing) == Some(verb.len())
        })
    };
    whole
        .map(|(at, block, path)| one(document, at, empty(block, &[], path), process, vocabularies))
        .filter(|followup| asks(followup) && !followup.actors.is_empty())
        .collect()
}

fn one(
    document: &Document,
    at: usize,
    mut followup: FollowUp,
    process: Option<&Process>,
    vocabularies: &Vocabularies,
) -> FollowUp {
    let block = &document.blocks[at];
    followup.cites = cites(document, block);
    if let Some(vocabulary) = vocabularies.get(document.language) {
        fill(&mut followup, block, process, vocabulary);
        let parts = parts(document, at);
        if !parts.is_empty() {
            followup.topics = parts;
        }
    }
    followup
}

fn empty(block: &Block, section: &[String], path: &[String]) -> FollowUp {
    FollowUp {
        step: block.address.clone(),
        section: section.to_vec(),
        number: path.join("/"),
        actors: Vec::new(),
        verb: None,
        force: None,
        voluntary: None,
        sessions: Vec::new(),
        session_spans: Vec::new(),
        deadline: None,
        topics: Vec::new(),
        products: Vec::new(),
        cites: Vec::new(),
    }
}

fn fill(followup: &mut FollowUp, block: &Block, process: Option<&Process>, vocabulary: &Vocabulary) {
    let text = block.text.as_str();
    let tokens = tokens(text);
    let sentences = action::sentences(text, &tokens, vocabulary);
    if let Some(action) = action::find(text, &tokens, &sentences, vocabulary) {
        (followup.actors, followup.verb) = (action.actors, Some(action.verb));
        followup.force = Some(action.force);
    }
    followup.voluntary = action::first_phrase(&tokens, &vocabulary.voluntary);
    let mentions = session::mentions(&tokens, &vocabulary.sessions);
    followup.session_spans = mentions.iter().map(|mention| mention.span).collect();
    followup.sessions = mentions.iter().flat_map(|mention| mention.numbers.clone()).collect();
    followup.sessions.sort_unstable();
    followup.sessions.dedup();
    followup.deadline = deadline::find(&tokens, vocabulary).map(|found| solved(found, text, process));
    followup.products = topic::products(&tokens, &sentences, vocabulary);
    let lettered = topic::lettered(text, &tokens, &sentences, vocabulary);
    let subjects = if !lettered.is_empty() || followup.sessions.is_empty() {
        lettered
    } else {
        topic::discussed(&tokens, &sentences, &mentions, vocabulary)
    };
    let topic = |(label, span): (String, Span)| Topic {
        label,
        address: block.address.clone(),
        span,
        text: span.of(text).to_owned(),
    };
    followup.topics = subjects.into_iter().map(topic).collect();
}

fn solved((relative, span): (Option<Relative>, Span), text: &str, process: Option<&Process>) -> Deadline {
    let (date, basis) = relative.map_or((None, None), |relative| {
        let (date, basis) = solve(relative, process);
        (date, Some(basis))
    });
    Deadline { text: span.of(text).to_owned(), span, date, basis }
}

/// The sub-paragraphs of a step that stand as passages of their own.
fn parts(document: &Document, at: usize) -> Vec<Topic> {
    let step = &document.blocks[at].address;
    let below = document.blocks[at + 1..].iter().take_while(|block| step.covers(&block.address));
    let own = below.filter(|block| block.address.parent().as_ref() == Some(step));
    let topic = |block: &Block| Topic {
        label: block.address.last().unwrap_or_default().to_owned(),
        address: block.address.clone(),
        span: Span::new(0, block.text.len()),
        text: block.text.clone(),
    };
    own.map(topic).collect()
}

/// What the step cites; passages of the document itself are those of the step's own part, and the
/// paragraphs of a resolution are operative ones.
fn cites(document: &Document, block: &Block) -> Vec<Citation> {
    let mut found = cite::scan(&block.text, document.language);
    let operative = document.kind == DocumentKind::Resolution && block.address.part == Part::Body;
    let own = found.iter_mut().filter(|citation| citation.symbol.is_none());
    for address in own.flat_map(|citation| &mut citation.addresses) {
        if address.part == Part::Body {
            address.part = block.address.part.clone();
        }
        if let Place::Paragraph(path) = &address.place
            && operative
        {
            address.place = Place::Operative(path.clone());
        }
    }
    found
}

#[cfg(test)]
mod tests;
