//! Reading: from the steps of a document to its follow-ups.

use crate::base::Span;
use crate::calendar::{Relative, solve};
use crate::cite::token::{Token, tokens};
use crate::followup::cited::{self, Cited};
use crate::followup::{
    Deadline, FollowUp, Topic, Vocabularies, Vocabulary, action, deadline, request, session, topic,
};
use crate::model::{Address, Block, BlockKind, Document, DocumentKind, Place, Process};

/// The follow-ups of a document: one for each recommended next step, in order; of a resolution also those of
/// its operative paragraphs.
#[must_use]
pub fn read(document: &Document, process: Option<&Process>, vocabularies: &Vocabularies) -> Vec<FollowUp> {
    let steps = document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::NextStep);
    let whole = steps.filter_map(|(at, block)| match &block.address.place {
        Place::Step(section, path) if path.len() == 1 => Some((at, block, section, path)),
        _ => None,
    });
    // Most documents have no steps: their citations are left unread.
    let mut cited = None;
    let mut found: Vec<FollowUp> = whole
        .map(|(at, block, section, path)| {
            let cited = cited.get_or_insert_with(|| Cited::new(document));
            one(document, at, empty(block, section, path), cited, process, vocabularies)
        })
        .collect();
    if document.kind == DocumentKind::Resolution {
        found.extend(operative(document, process, vocabularies));
    }
    found
}

/// The operative paragraphs of a resolution that ask somebody for something, read in the same way: one
/// follow-up for each request, so that a paragraph that invites States and requests the Secretary-General is two.
fn operative(document: &Document, process: Option<&Process>, vocabularies: &Vocabularies) -> Vec<FollowUp> {
    let Some(vocabulary) = vocabularies.get(document.language) else { return Vec::new() };
    let cited = Cited::new(document);
    let mut found = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let Place::Operative(path) = &block.address.place else { continue };
        if path.len() != 1 || block.kind != BlockKind::Operative {
            continue;
        }
        let parts = parts(document, at);
        let mut read: Vec<FollowUp> = request::requests(&block.text, vocabulary)
            .into_iter()
            .map(|request| {
                let mut followup = empty(block, &[], path);
                followup.cites = cited.of(at);
                followup.cites.retain(|cite| request.span.contains(&cite.span.start));
                fill(&mut followup, block, &request.tokens, process, vocabulary);
                if !request.purpose.is_empty() {
                    name_sessions(&mut followup, &session::mentions(&request.purpose, &vocabulary.sessions));
                }
                followup
            })
            .filter(|followup| !followup.actors.is_empty())
            .collect();
        if let Some(last) = read.last_mut() {
            last.notes = cited::notes(block);
            if !parts.is_empty() {
                last.topics = parts;
            }
        }
        let several = read.len() > 1;
        for (index, followup) in read.iter_mut().enumerate().filter(|_| several) {
            followup.request = u8::try_from(index + 1).ok();
        }
        found.extend(read);
    }
    found
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
        fill(&mut followup, block, &tokens(&block.text), process, vocabulary);
        let parts = parts(document, at);
        subordinate(&mut followup, &parts, process, vocabulary);
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
        request: None,
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

/// Reads the tokens of a passage, or of the part of it that is one request.
fn fill(
    followup: &mut FollowUp,
    block: &Block,
    tokens: &[Token],
    process: Option<&Process>,
    vocabulary: &Vocabulary,
) {
    let text = block.text.as_str();
    let sentences = action::sentences(text, tokens, vocabulary);
    if let Some(action) = action::find(text, tokens, &sentences, vocabulary) {
        (followup.actors, followup.verb) = (action.actors, Some(action.verb));
        followup.force = Some(action.force);
    }
    followup.voluntary = action::first_phrase(tokens, &vocabulary.voluntary);
    let mentions = session::mentions(tokens, &vocabulary.sessions);
    name_sessions(followup, &mentions);
    let address = &block.address;
    followup.deadline =
        deadline::find(text, tokens, vocabulary).map(|found| solved(found, text, address, process));
    followup.products = topic::products(tokens, &sentences, vocabulary);
    let lettered = topic::lettered(text, tokens, &sentences, vocabulary);
    let subjects = if !lettered.is_empty() || followup.sessions.is_empty() {
        lettered
    } else {
        topic::discussed(tokens, &sentences, &mentions, vocabulary)
    };
    let topic = |(label, span): (String, Span)| Topic {
        label,
        address: block.address.clone(),
        span,
        text: span.of(text).to_owned(),
    };
    followup.topics = subjects.into_iter().map(topic).collect();
}

fn name_sessions(followup: &mut FollowUp, mentions: &[session::Mention]) {
    for mention in mentions {
        if !followup.session_spans.contains(&mention.span) {
            followup.session_spans.push(mention.span);
            followup.sessions.extend(&mention.numbers);
        }
    }
    followup.sessions.sort_unstable();
    followup.sessions.dedup();
}

/// What sub-paragraphs of their own add: sessions, and a deadline where the step itself has none.
fn subordinate(followup: &mut FollowUp, parts: &[Topic], process: Option<&Process>, words: &Vocabulary) {
    for part in parts {
        let tokens = tokens(&part.text);
        let mentions = session::mentions(&tokens, &words.sessions);
        followup.sessions.extend(mentions.iter().flat_map(|mention| &mention.numbers));
        if followup.deadline.is_none() {
            followup.deadline = deadline::find(&part.text, &tokens, words)
                .map(|found| solved(found, &part.text, &part.address, process));
        }
    }
    followup.sessions.sort_unstable();
    followup.sessions.dedup();
}

fn solved(
    (relative, span): (Option<Relative>, Span),
    text: &str,
    address: &Address,
    process: Option<&Process>,
) -> Deadline {
    let (date, basis) = relative.map_or((None, None), |relative| {
        let (date, basis) = solve(relative, process);
        (date, Some(basis))
    });
    Deadline { text: span.of(text).to_owned(), address: address.clone(), span, date, basis }
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
