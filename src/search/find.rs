//! A search: the query planned, the proposals of the index ranked, each passage once.

use std::collections::{HashMap, HashSet};

use crate::base::text::fold;
use crate::base::{Message, Span};
use crate::model::Language;
use crate::search::concepts::Concepts;
use crate::search::index::{SearchEntry, SearchIndex};
use crate::search::plan::{SearchPlan, plan, plan_loosely};
use crate::search::query::Query;
use crate::search::rank::{EntryFit, Ranker};

/// Something found.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchHit {
    /// The passage or text.
    pub entry: SearchEntry,
    /// How well it fits; 1 is a text that contains everything typed, once.
    pub score: f32,
    /// What was found, in bytes of its text, in order and without overlap.
    pub marks: Vec<Span>,
    /// The terms of rings by which it was found.
    pub terms: Vec<String>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SearchResult {
    /// The best first; equal ones in the order of the index.
    pub hits: Vec<SearchHit>,
    /// What was ignored: see [`Query::ignored`]; and `search-corrected` (`word`, `read`), `search-unknown-word` (`word`),
    /// `search-through` (`word`, `term`).
    pub reports: Vec<Message>,
    /// Whether there may be more hits than were asked for.
    pub is_cut: bool,
}

/// How to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchOptions {
    /// The language in which a passage is shown that is held in several.
    pub language: Language,
    /// Whether equivalent terms are found too.
    pub with_rings: bool,
    /// The most hits.
    pub most: usize,
}

/// Searches.
#[must_use]
pub fn find(
    query: &Query,
    concepts: &Concepts,
    index: &dyn SearchIndex,
    options: SearchOptions,
) -> SearchResult {
    if query.is_empty() {
        return SearchResult { hits: Vec::new(), reports: query.ignored.clone(), is_cut: false };
    }
    let mut found = find_planned(&plan(query, concepts, index, options.with_rings), concepts, index, options);
    if found.hits.len() < FEW {
        // Little has most of what was typed: then what has some of it is a better answer than none, after the rest.
        let loose = plan_loosely(query, concepts, index, options.with_rings);
        let others = find_planned(&loose, concepts, index, options).hits;
        let is_new = |other: &SearchHit| found.hits.iter().all(|known| !known.is_of(other));
        let others: Vec<SearchHit> = others.into_iter().filter(is_new).collect();
        found.hits.extend(others);
    }
    found
}

/// If a search finds fewer passages, those are added that have less of what was typed.
const FEW: usize = 5;

impl SearchHit {
    /// Whether it is of the same passage or text.
    fn is_of(&self, other: &Self) -> bool {
        (&self.entry.symbol, &self.entry.address, &self.entry.id)
            == (&other.entry.symbol, &other.entry.address, &other.entry.id)
    }
}

/// Searches for what was planned.
pub(super) fn find_planned(
    plan: &SearchPlan,
    concepts: &Concepts,
    index: &dyn SearchIndex,
    options: SearchOptions,
) -> SearchResult {
    let ranker = Ranker::new(plan, concepts);
    let candidates = index.candidates(plan, options.most);
    let is_cut = candidates.len() >= options.most;
    let best = candidates.iter().map(|candidate| candidate.score).fold(f32::MIN_POSITIVE, f32::max);
    let mut hits: Vec<SearchHit> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let Some(EntryFit { score, marks, terms }) = ranker.fit(&candidate.entry) else { continue };
        // What the index knows of rare words decides between texts that fit equally well.
        let score = score * (1.0 + 0.5 * candidate.score / best);
        hits.push(SearchHit { entry: candidate.entry, score, marks, terms });
    }
    hits.sort_by(|one, other| other.score.total_cmp(&one.score));
    demote_repeated(&mut hits);
    SearchResult { hits: each_once(hits, options.language), reports: plan.reports.clone(), is_cut }
}

/// Puts passages that have what was found in the same words as a better one after others: five times the same sentence says no more than
/// once.
fn demote_repeated(hits: &mut [SearchHit]) {
    let mut known: HashSet<String> = HashSet::new();
    for hit in hits.iter_mut().take(COMPARED) {
        if around(hit).is_some_and(|around| !known.insert(around)) {
            hit.score *= REPEATED;
        }
    }
    hits.sort_by(|one, other| other.score.total_cmp(&one.score));
}

/// So many hits are compared with one another.
const COMPARED: usize = 25;

/// What a passage is worth that has what was found in the same words as a better one.
const REPEATED: f32 = 0.8;

/// Characters of the text on each side of what was found.
const AROUND: usize = 30;

/// The text around the longest mark, folded; `None` if there is little.
fn around(hit: &SearchHit) -> Option<String> {
    let mark = hit.marks.iter().max_by_key(|mark| mark.end - mark.start)?;
    let text = &hit.entry.text;
    let start = text[..mark.start].char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let end = text[mark.end..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| mark.end + at);
    (end - start > 2 * AROUND).then(|| fold(&text[start..end]))
}

/// Each passage once: in the language wanted, or the nearest one, at the place of its best text.
fn each_once(hits: Vec<SearchHit>, language: Language) -> Vec<SearchHit> {
    let mut places: HashMap<(String, String, String), usize> = HashMap::with_capacity(hits.len());
    let mut kept: Vec<SearchHit> = Vec::with_capacity(hits.len());
    let distance = |hit: &SearchHit| hit.entry.language.map_or(0, |own| own.distance_from(language));
    for hit in hits {
        let key = (hit.entry.symbol.clone(), hit.entry.address.clone(), hit.entry.id.clone());
        match places.get(&key) {
            Some(at) if distance(&hit) < distance(&kept[*at]) => {
                let score = kept[*at].score;
                kept[*at] = SearchHit { score, ..hit };
            }
            Some(_) => {}
            None => {
                places.insert(key, kept.len());
                kept.push(hit);
            }
        }
    }
    kept
}
