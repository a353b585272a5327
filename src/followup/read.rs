//! Reading: from the steps of a document to its follow-ups.

use crate::base::Span;
use crate::calendar::{Relative, solve};
use crate::cite::token::{after_any, tokens};
use crate::followup::cited::{self, Cited};
use crate::followup::{
    Deadline, FollowUp, Topic, Vocabularies, Vocabulary, action, deadline, session, topic,
};
use crate::model::{Block, BlockKind, Document, Place, Process};

/// The follow-ups of a document: one for each recommended next step, in order.
#[must_use]
pub fn read(document: &Document, process: Option<&Process>, vocabularies: &Vocabularies) -> Vec<FollowUp> {
    let steps = document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::NextStep);
    let whole = steps.filter_map(|(at, block)| match &block.address.place {
        Place::Step(section, path) if path.len() == 1 => Some((at, block, section, path)),
        _ => None,
    });
    // Most documents have no steps: their citations are left unread.
    let mut cited = None;
    whole
        .map(|(at, block, section, path)| {
            let cited = cited.get_or_insert_with(|| Cited::new(document));
            one(document, at, empty(block, section, path), cited, process, vocabularies)
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
    let cited = Cited::new(document);
    whole
        .map(|(at, block, path)| one(document, at, empty(block, &[], path), &cited, process, vocabularies))
        .filter(|followup| asks(followup) && !followup.actors.is_empty())
        .collect()
}

fn one(
    document: &Document,
    at: usize,
    mut followup: FollowUp,
    cited: &Cited,
    process: Option<&Process>,
    vocabularies: &Vocabularies,
) -> FollowUp {
    let block = &document.blocks[at];
    followup.cites = cited.of(at);
    followup.notes = cited::notes(block);
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
        notes: Vec::new(),
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
