//! More like a passage: what speaks of the same subject, by the concepts and the rare words of its text.

use crate::base::Span;
use crate::search::concepts::{Concept, Concepts};
use crate::search::find::{SearchOptions, SearchResult, find_planned};
use crate::search::index::SearchIndex;
use crate::search::plan::SearchPlan;
use crate::search::rings::RingOrigin;
use crate::search::sought::{Alternative, SearchUnit, Sought};
use crate::search::words::{Inflection, words};

/// The most parts of a text by which others are found.
const MOST_UNITS: usize = 10;

/// How much more a concept counts than a word.
const CONCEPT: f32 = 2.0;

/// So many entries are added to those that have a word: one that two texts share by chance is no subject.
const CHANCE: f32 = 4.0;

/// How much better a hit of a preferred kind is, beside what the ranking makes of it.
const PREFERRED: f32 = 1.4;

/// Kinds that are preferred: steps and norms are what a delegate works with.
const KINDS: [&str; 2] = ["next-step", "norm"];

/// What is on the subject of a text, the best first.
#[must_use]
pub fn alike(
    text: &str,
    concepts: &Concepts,
    index: &dyn SearchIndex,
    options: SearchOptions,
) -> SearchResult {
    let mut units = units(text, concepts, index);
    units.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    units.truncate(MOST_UNITS);
    if units.is_empty() {
        return SearchResult::default();
    }
    let plan =
        SearchPlan { units, kinds: KINDS.map(str::to_owned).to_vec(), least: LEAST, ..SearchPlan::default() };
    let mut found = find_planned(&plan, concepts, index, options);
    for hit in found.hits.iter_mut().filter(|hit| KINDS.contains(&hit.entry.kind.as_str())) {
        hit.score *= PREFERRED;
    }
    found.hits.sort_by(|one, other| other.score.total_cmp(&one.score));
    found
}

/// The least share of the subject that must be found.
const LEAST: f32 = 0.15;

/// The concepts and words of a text, each once, with how rare they are.
fn units(text: &str, concepts: &Concepts, index: &dyn SearchIndex) -> Vec<SearchUnit> {
    let content: Vec<(Span, String)> = words(text)
        .filter(|word| !concepts.is_common(&word.folded))
        .map(|word| (word.span, word.folded.into_owned()))
        .collect();
    let folded: Vec<&str> = content.iter().map(|(_, word)| word.as_str()).collect();
    let mut units: Vec<SearchUnit> = Vec::new();
    let mut at = 0;
    while at < folded.len() {
        let (length, rings) = match concepts.longest(&folded[at..]) {
            Some((length, Concept::Rings(rings))) => (length, rings),
            _ => (1, Vec::new()),
        };
        let sought = |word: &&str| Sought::inflected(word, &Inflection::ALL);
        let typed: Vec<Sought> = folded[at..at + length].iter().map(sought).collect();
        let mut alternatives = vec![Alternative::typed(typed, 1.0)];
        let same = rings.iter().filter(|ring| ring.origin != RingOrigin::Related);
        for term in same.flat_map(|ring| &ring.terms) {
            let words: Vec<Sought> =
                term.words.iter().map(|word| Sought::inflected(word, term.inflection.as_slice())).collect();
            if words.iter().all(|word| index.count(word) > 0) {
                alternatives.push(Alternative::term(words, 0.9, &term.text));
            }
        }
        let span = Span::new(content[at].0.start, content[at + length - 1].0.end);
        let weight = rarity(&alternatives, index)
            * if rings.iter().any(|ring| ring.is_subject()) { CONCEPT } else { 1.0 };
        let is_same = |unit: &&mut SearchUnit| unit.alternatives[0].words == alternatives[0].words;
        match units.iter_mut().find(is_same) {
            // What a text repeats is its subject.
            Some(known) => known.weight += weight / 2.0,
            None if weight > 0.0 => units.push(SearchUnit { span, alternatives, weight }),
            None => {}
        }
        at += length;
    }
    units
}

/// How rare a unit is: 0 for what occurs only here or in every third entry.
fn rarity(alternatives: &[Alternative], index: &dyn SearchIndex) -> f32 {
    let of =
        |alternative: &Alternative| alternative.words.iter().map(|word| index.count(word)).min().unwrap_or(0);
    let found = alternatives.iter().map(of).max().unwrap_or(0);
    let all = index.len();
    if found < 2 || found * 3 > all { 0.0 } else { (all as f32 / (found as f32 + CHANCE)).ln().max(0.0) }
}
