//! Searching off the thread of the interface: the index of documents, and that of what the delegate wrote.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::app::App;
use crate::app::finder::{SearchAnswer, SearchRequest, SearchScope, SearchSubject};
use crate::app::requests::Answer;
use crate::base::{Result, Watch};
use crate::model::BlockKind;
use crate::search::fields::{FieldFilter, SearchField};
use crate::search::{Concepts, Query, SearchOptions, SearchResult, alike, find};
use crate::store::Places;
use crate::store::index::{DocumentIndex, FullText, SharedTexts, WrittenIndex, concepts};
use crate::workspace::Notebook;

/// The most hits of a search at the desk.
const MOST: usize = 60;

/// How far the texts of the delegate have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TextsVersion {
    changes: u64,
    revisions: [u64; 4],
    acts: usize,
}

/// The texts of the delegate, to be indexed.
pub struct ChangedTexts {
    version: TextsVersion,
    texts: SharedTexts,
}

#[derive(Default)]
struct HeldIndexes {
    documents: Option<DocumentIndex>,
    /// How far what the delegate wrote is indexed, or being indexed, and its index.
    texts: Option<TextsVersion>,
    written: Arc<Mutex<WrittenIndex>>,
    /// How many threads are indexing what the delegate wrote.
    indexing: usize,
    concepts: Option<Arc<Concepts>>,
    /// Whether the files of the index of documents have been compared with their checksums.
    has_checked: bool,
}

/// Searches in the indexes of a workspace; shared by the threads that work for one program.
pub struct Searcher {
    places: Places,
    workspace: PathBuf,
    held: Mutex<HeldIndexes>,
}

impl Searcher {
    /// Nothing is opened before something is searched for.
    #[must_use]
    pub fn new(places: Places, workspace: PathBuf) -> Self {
        Self { places, workspace, held: Mutex::default() }
    }

    /// What the delegate wrote, if it has changed since it was indexed.
    #[must_use]
    pub fn changed(&self, app: &App) -> Option<ChangedTexts> {
        let own = &app.workspace;
        let notebooks = [&own.notebook, &own.positions, &own.amendments, &own.statements];
        let version = TextsVersion {
            changes: own.changes,
            revisions: notebooks.map(Notebook::revision),
            acts: own.tracker.len(),
        };
        if self.held().texts == Some(version) {
            return None;
        }
        let notes = notebooks.into_iter().flat_map(Notebook::shared).cloned();
        let texts = SharedTexts::new(notes, own.tracker.clone(), &own.delegations);
        Some(ChangedTexts { version, texts })
    }

    /// Indexes what the delegate wrote.
    fn index_texts(&self, changed: &ChangedTexts) {
        let written = {
            let mut held = self.held();
            held.texts = Some(changed.version);
            held.indexing += 1;
            Arc::clone(&held.written)
        };
        // The interface asks how far it is indexed, and must not wait until it is.
        written.lock().unwrap_or_else(PoisonError::into_inner).update(&changed.texts);
        self.held().indexing -= 1;
    }

    /// Searches in the indexes as they are.
    #[must_use]
    pub fn search(&self, request: &SearchRequest, changed: Option<ChangedTexts>) -> Option<Answer> {
        if let Some(changed) = changed {
            self.index_texts(&changed);
        }
        let (full_text, concepts) = self.open(request.scope)?;
        let options =
            SearchOptions { language: request.language, with_rings: request.with_rings, most: MOST };
        let result = match &request.subject {
            SearchSubject::Typed(typed) => {
                let mut query = Query::while_typing(typed, &concepts);
                query.filters.extend(scope(request.scope));
                find(&query, &concepts, &full_text, options)
            }
            SearchSubject::Like { passage, text } => {
                let mut result = alike(text, &concepts, &full_text, options);
                let (symbol, address) = (passage.symbol.to_string(), passage.address.to_string());
                result.hits.retain(|hit| hit.entry.symbol != symbol || hit.entry.address != address);
                result
            }
        };
        let answer = SearchAnswer { request: request.clone(), result: shown(result), rings: concepts.own() };
        Some(Answer::Found(Box::new(answer)))
    }

    /// Brings the index of documents up to date, and that of what the delegate wrote; `None` if it was stopped.
    #[must_use]
    pub fn update(&self, watch: &impl Watch, changed: Option<ChangedTexts>) -> Option<Answer> {
        if let Some(changed) = changed {
            self.index_texts(&changed);
        }
        self.held().concepts = None;
        let opened = self.held().documents.clone();
        let mut documents =
            match opened.map_or_else(|| DocumentIndex::open(&self.places, &self.workspace), Ok) {
                Ok(documents) => documents,
                Err(error) => return Some(Answer::Failed(error)),
            };
        let is_first = !std::mem::replace(&mut self.held().has_checked, true);
        if is_first && !documents.is_sound() {
            documents = match documents.made_again(&self.places) {
                Ok(documents) => documents,
                Err(error) => return Some(Answer::Failed(error)),
            };
        }
        if !documents.is_current() {
            match documents.update(watch) {
                Ok(done) => done?,
                Err(error) => return Some(Answer::Failed(error)),
            }
        }
        self.held().documents = Some(documents);
        Some(Answer::Indexed)
    }

    /// Adds a ring of equivalent terms to the workspace.
    #[must_use]
    pub fn add_ring(&self, terms: &[String]) -> Answer {
        self.changed_rings(concepts::add(&self.workspace, terms))
    }

    /// Removes a ring of equivalent terms from the workspace.
    #[must_use]
    pub fn remove_ring(&self, terms: &[String]) -> Answer {
        self.changed_rings(concepts::remove(&self.workspace, terms))
    }

    fn changed_rings(&self, done: Result<()>) -> Answer {
        match done {
            Ok(()) => {
                self.held().concepts = None;
                Answer::Indexed
            }
            Err(error) => Answer::Failed(error),
        }
    }

    fn open(&self, scope: SearchScope) -> Option<(FullText, Arc<Concepts>)> {
        let mut held = self.held();
        if held.documents.is_none() {
            held.documents = DocumentIndex::open(&self.places, &self.workspace).ok();
        }
        let concepts =
            Arc::clone(held.concepts.get_or_insert_with(|| Arc::new(concepts::load(&self.workspace).0)));
        // While many texts are indexed documents are found, and the texts as soon as they are indexed.
        let has_texts = scope == SearchScope::Everything && held.indexing == 0;
        let written = has_texts.then(|| Arc::clone(&held.written));
        let texts = written.as_ref().map(|written| written.lock().unwrap_or_else(PoisonError::into_inner));
        Some((FullText::with_written(held.documents.as_ref(), texts.as_deref()), concepts))
    }

    fn held(&self) -> MutexGuard<'_, HeldIndexes> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// In the go-to list, footnotes and what is on the cover are not what people look for.
fn scope(scope: SearchScope) -> Option<FieldFilter> {
    let kinds = [BlockKind::Footnote, BlockKind::Text].map(|kind| kind.name().to_owned());
    let filter = FieldFilter { field: SearchField::Kind, values: kinds.to_vec(), excluded: true };
    (scope == SearchScope::Passages).then_some(filter)
}

/// At the desk a word that is still being typed is not reported as unknown while something is found.
fn shown(mut result: SearchResult) -> SearchResult {
    result.reports.retain(|message| message.id != "search-unknown-word" || result.hits.is_empty());
    result
}
