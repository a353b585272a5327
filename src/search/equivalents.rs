//! A part of a query with the terms that are equivalent to it.

use std::cmp::Reverse;

use crate::base::{Message, Span};
use crate::search::concepts::Concept;
use crate::search::plan::{PlanWord, Planner};
use crate::search::rings::{Ring, RingOrigin, RingTerm};
use crate::search::sought::{Alternative, SearchUnit, Sought};
use crate::search::words::{Inflection, WordStem};

/// What a term of a ring is worth if what was typed occurs nowhere, and if it does.
const RING: f32 = 0.85;
const RING_BESIDE: f32 = 0.66;

/// What a word of a related meaning is worth if what was typed occurs nowhere; if it does, related words are not looked for.
const RELATED: f32 = 0.5;

/// What a term is worth of which each word is found in some language.
const EACH_WORD: f32 = 0.5;

/// Most ways in which a part of a query may occur: each has to be looked up at every key.
const MOST: usize = 10;

impl Planner<'_> {
    /// Words that are terms of rings.
    pub(super) fn of_rings(&mut self, words: &[PlanWord<'_>], rings: &[&Ring]) -> SearchUnit {
        let typed: Vec<Sought> = words
            .iter()
            .map(|word| match word.near.first() {
                Some(near) => Sought::inflected(near, &Inflection::ALL),
                None => self.sought(word),
            })
            .collect();
        let span = Span::new(words[0].term.span.start, words[words.len() - 1].term.span.end);
        let alternatives = self.alternatives(typed, rings);
        if let Some(term) = alternatives.iter().find_map(|alternative| alternative.term.as_ref()) {
            let typed = span.of(&self.query.typed);
            self.plan
                .reports
                .push(Message::new("search-through").with("word", typed).with("term", term.as_str()));
        }
        SearchUnit { span, alternatives, weight: 1.0 }
    }

    fn alternatives(&self, typed: Vec<Sought>, rings: &[&Ring]) -> Vec<Alternative> {
        let occurs = self.occur(&typed);
        let mut alternatives = vec![Alternative::typed(typed.clone(), 1.0)];
        if typed.len() > 1 {
            let each: Vec<Sought> = typed.iter().map(|word| self.in_any_language(word)).collect();
            if self.occur(&each) {
                alternatives.push(Alternative::typed(each, EACH_WORD));
            }
        }
        // What is worth more comes first, and stays if there are too many.
        let mut rings = rings.to_vec();
        rings.retain(|ring| !occurs || ring.origin != RingOrigin::Related);
        rings.sort_by_key(|ring| Reverse(ring.origin));
        for (ring, term) in rings.iter().flat_map(|ring| ring.terms.iter().map(move |term| (ring, term))) {
            let words = sought(term);
            let is_known = is_same(&words, &typed) || alternatives.iter().any(|known| known.words == words);
            if !is_known && self.occur(&words) {
                alternatives.push(Alternative::term(words, worth(ring.origin, occurs), &term.text));
            }
        }
        if !occurs && alternatives.len() == 1 {
            alternatives.extend(self.by_way_of(&rings));
        }
        alternatives.truncate(MOST);
        alternatives
    }

    /// Whether each of some words occurs in the index.
    fn occur(&self, words: &[Sought]) -> bool {
        words.iter().all(|word| self.index.count(word) > 0)
    }

    /// The terms that are equivalent to the terms of some rings: what is not in the texts in any language may be by way of another word.
    fn by_way_of(&self, rings: &[&Ring]) -> Vec<Alternative> {
        let next = rings.iter().flat_map(|ring| &ring.terms).filter_map(|term| {
            let words: Vec<&str> = term.words.iter().map(String::as_str).collect();
            match self.concepts.longest(&words) {
                Some((length, Concept::Rings(rings))) if length == words.len() => Some(rings),
                _ => None,
            }
        });
        let mut found: Vec<Alternative> = Vec::new();
        for term in next.flatten().flat_map(|ring| &ring.terms) {
            let words = sought(term);
            if found.iter().all(|known| known.words != words) && self.occur(&words) {
                found.push(Alternative::term(words, RELATED, &term.text));
            }
        }
        found
    }

    /// A word that may also be a word with the same meaning in another language.
    fn in_any_language(&self, word: &Sought) -> Sought {
        let mut any = word.clone();
        if let Some((1, Concept::Rings(rings))) = self.concepts.longest(&[&word.folded]) {
            let rings = rings.into_iter().filter(|ring| ring.origin != RingOrigin::Related);
            for term in rings.flat_map(|ring| &ring.terms).filter(|term| term.words.len() == 1) {
                let stems = WordStem::of(&term.words[0], term.inflection.as_slice());
                any.stems.extend(stems.into_iter().filter(|stem| !word.stems.contains(stem)));
            }
        }
        any
    }
}

fn sought(term: &RingTerm) -> Vec<Sought> {
    term.words.iter().map(|word| Sought::inflected(word, term.inflection.as_slice())).collect()
}

/// Whether words are those that were typed, inflected or not.
fn is_same(words: &[Sought], typed: &[Sought]) -> bool {
    words.len() == typed.len()
        && words.iter().zip(typed).all(|(one, other)| {
            one.folded == other.folded || one.stems.iter().any(|stem| other.stems.contains(stem))
        })
}

fn worth(origin: RingOrigin, occurs: bool) -> f32 {
    match (origin, occurs) {
        (RingOrigin::Related, _) => RELATED,
        (_, true) => RING_BESIDE,
        (_, false) => RING,
    }
}

/// Whether finding an alternative is worth as much as that of a word of only related meaning.
#[must_use]
pub(super) fn is_loose(alternative: &Alternative) -> bool {
    alternative.worth < RING_BESIDE
}
