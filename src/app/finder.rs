//! Searches of everything: what was asked for, what was found, and the hits that are gone through.

use std::sync::Arc;

use crate::app::screen::find::Found;
use crate::base::Span;
use crate::model::{Document, Language, Reference};
use crate::search::text::Match;
use crate::search::{SearchHit, SearchResult};

/// What is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchSubject {
    /// A query, as typed so far.
    Typed(String),
    /// Passages on the subject of this one.
    Like {
        /// The passage, which is not found itself.
        passage: Reference,
        /// Its text.
        text: String,
    },
}

/// Where is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchScope {
    /// In documents and in what the delegate wrote.
    Everything,
    /// In documents.
    Passages,
}

/// A search that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRequest {
    /// What is searched for.
    pub subject: SearchSubject,
    /// Where.
    pub scope: SearchScope,
    /// Whether equivalent terms are found too.
    pub with_rings: bool,
    /// The language in which a passage is shown that is held in several.
    pub language: Language,
}

/// The answer to a search.
#[derive(Debug, Clone)]
pub struct SearchAnswer {
    /// What was asked for.
    pub request: SearchRequest,
    /// What was found.
    pub result: SearchResult,
    /// The rings of equivalent terms that the delegate has added.
    pub rings: Vec<Vec<String>>,
}

/// The hits of the search that was closed, in the order of the list, and the current one.
#[derive(Debug, Clone)]
pub struct Trail {
    /// The search with its hits.
    pub answer: Arc<SearchAnswer>,
    /// The current hit; `None` before the first one.
    pub at: Option<usize>,
}

/// The searches of this run.
#[derive(Debug, Default)]
pub struct Finder {
    /// The search asked for last.
    pub asked: Option<SearchRequest>,
    /// The last answer.
    pub answered: Option<Arc<SearchAnswer>>,
    /// The hits gone through with the keys for the next and the previous one.
    pub trail: Option<Trail>,
    /// Whether the list of searches was opened in this run: from then on what the delegate writes is indexed.
    pub is_open: bool,
    /// The queries of this run, the oldest first.
    pub history: Vec<String>,
}

/// Most queries kept.
const MOST_QUERIES: usize = 100;

impl Finder {
    /// The hits for the list of searches: those of the last answer, until the next one is there.
    #[must_use]
    pub fn hits(&self) -> &[SearchHit] {
        self.answered.as_ref().map_or(&[], |answer| &answer.result.hits)
    }

    /// The answer to what is typed in the go-to list; `None` until it is there.
    #[must_use]
    pub fn passages(&self, typed: &str) -> Option<&SearchAnswer> {
        let answer = self.answered.as_deref()?;
        let is_it = answer.request.scope == SearchScope::Passages
            && answer.request.subject == SearchSubject::Typed(typed.to_owned());
        is_it.then_some(answer)
    }

    /// Adds a query to the history.
    pub fn record(&mut self, query: &str) {
        let query = query.trim();
        if query.is_empty() {
            return;
        }
        self.history.retain(|known| known != query);
        self.history.push(query.to_owned());
        if self.history.len() > MOST_QUERIES {
            self.history.remove(0);
        }
    }
}

/// The passage of a hit; `None` for a text of the delegate that is on none.
#[must_use]
pub fn passage(hit: &SearchHit) -> Option<Reference> {
    Some(Reference { symbol: hit.entry.symbol.parse().ok()?, address: hit.entry.address.parse().ok()? })
}

impl Trail {
    /// The places in a document that were found, in reading order, the current one as such.
    #[must_use]
    pub fn found(&self, document: &Document) -> Option<Found> {
        let current = self.at.and_then(|at| self.answer.result.hits.get(at));
        let mut matches: Vec<Match> = Vec::new();
        for hit in &self.answer.result.hits {
            let is_here = hit.entry.id.is_empty()
                && hit.entry.symbol == document.symbol.as_str()
                && hit.entry.language == Some(document.language);
            let block =
                if is_here { passage(hit).and_then(|at| document.position(&at.address)) } else { None };
            let spans = block.into_iter().flat_map(|block| hit.marks.iter().map(move |span| (block, *span)));
            matches.extend(spans.map(|(block, span): (usize, Span)| Match { block, span }));
        }
        matches.sort_by_key(|found| (found.block, found.span.start));
        let block = current.and_then(passage).and_then(|at| document.position(&at.address));
        let at = matches.iter().position(|found| Some(found.block) == block).unwrap_or(0);
        let query = match &self.answer.request.subject {
            SearchSubject::Typed(typed) => typed.clone(),
            SearchSubject::Like { .. } => String::new(),
        };
        (!matches.is_empty()).then_some(Found { query, matches, at })
    }
}
