//! The index of all words: of documents in the cache folder of the workspace, of what the delegate wrote in memory only.
//!
//! What the delegate wrote is confidential, and the cache folder is not in the workspace: its words are never put there.

pub mod concepts;
mod entries;
mod folder;
mod reading;
mod schema;
mod scoring;
mod sources;
mod terms;
mod tokens;
mod written;

use std::collections::HashSet;
use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::{DocId, Index, IndexReader, ReloadPolicy, TantivyDocument, TantivyError};

use crate::model::{Delegations, Document};
use crate::search::index::{IndexProposal, SearchEntry, SearchIndex};
use crate::search::plan::SearchPlan;
use crate::search::sought::Sought;
use crate::workspace::Contents;

pub use folder::{DocumentIndex, IndexState};
use reading::{IndexView, KeptParts, WordCount};
use schema::Fields;
use tokens::tokenizers;
pub use written::{SharedTexts, WrittenIndex};

/// Memory to begin with for indexing what is kept in memory only; more is taken when it is needed.
const MEMORY_BYTES: usize = 500_000;

/// An index in memory.
#[derive(Clone)]
pub struct MemoryIndex {
    fields: Fields,
    reader: IndexReader,
    kept: Arc<KeptParts>,
    /// Entries that are not found.
    hidden: Arc<HashSet<DocId>>,
}

impl MemoryIndex {
    /// Indexes what the delegate wrote; `None` if that is nothing, or the memory does not suffice.
    #[must_use]
    pub fn of_contents(contents: &Contents, delegations: &Delegations) -> Option<Self> {
        if contents.is_empty() {
            return None;
        }
        Self::new(entries::of_contents(contents, delegations).iter()).ok()
    }

    /// Indexes documents; `None` if the memory does not suffice.
    #[must_use]
    pub fn of_documents<'d>(documents: impl IntoIterator<Item = &'d Document>) -> Option<Self> {
        let entries: Vec<SearchEntry> = documents.into_iter().flat_map(entries::of_document).collect();
        Self::new(entries.iter()).ok()
    }

    fn new<'e>(entries: impl Iterator<Item = &'e SearchEntry>) -> Result<Self, TantivyError> {
        let fields = Fields::new();
        let builder = Index::builder().schema(fields.schema.clone()).tokenizers(tokenizers());
        let mut writer =
            builder.single_segment_index_writer::<TantivyDocument>(RamDirectory::create(), MEMORY_BYTES)?;
        for entry in entries {
            writer.add_document(fields.write("", entry))?;
        }
        let reader = reader(&writer.finalize()?)?;
        Ok(Self { fields, reader, kept: Arc::default(), hidden: Arc::default() })
    }

    fn view(&self) -> IndexView {
        IndexView::new(&self.fields, self.reader.searcher(), &self.kept).hiding(&self.hidden)
    }
}

fn reader(index: &Index) -> Result<IndexReader, TantivyError> {
    index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()
}

/// The index of documents together with that of what the delegate wrote, as they are at one moment.
pub struct FullText {
    views: Vec<IndexView>,
}

impl FullText {
    /// Both indexes; each may be missing.
    #[must_use]
    pub fn new(documents: Option<&DocumentIndex>, texts: Option<&MemoryIndex>) -> Self {
        let documents = documents.map(DocumentIndex::view);
        Self::of(documents.into_iter().chain(texts.map(MemoryIndex::view)))
    }

    /// The index of documents, which may be missing, and one that is kept up to date.
    #[must_use]
    pub fn with_written(documents: Option<&DocumentIndex>, texts: Option<&WrittenIndex>) -> Self {
        let documents = documents.map(DocumentIndex::view);
        let texts = texts.into_iter().flat_map(WrittenIndex::indexes);
        Self::of(documents.into_iter().chain(texts.map(MemoryIndex::view)))
    }

    /// Indexes in memory.
    #[must_use]
    pub fn in_memory<'i>(indexes: impl IntoIterator<Item = &'i MemoryIndex>) -> Self {
        Self::of(indexes.into_iter().map(MemoryIndex::view))
    }

    /// Whether a document is held in more than one language.
    #[must_use]
    pub fn has_versions(&self, symbol: &str) -> bool {
        self.views.iter().map(|view| view.versions(symbol)).sum::<usize>() > 1
    }

    /// Those that have entries: an empty one has no dictionaries to read.
    fn of(views: impl Iterator<Item = IndexView>) -> Self {
        Self { views: views.filter(|view| view.len() > 0).collect() }
    }

    fn words(&self, of: impl Fn(&IndexView) -> Vec<WordCount>) -> Vec<String> {
        let mut found: Vec<WordCount> = self.views.iter().flat_map(of).collect();
        found.sort_by(|one, other| other.entries.cmp(&one.entries).then_with(|| one.word.cmp(&other.word)));
        let mut known = HashSet::new();
        found.retain(|found| known.insert(found.word.clone()));
        found.into_iter().map(|found| found.word).collect()
    }
}

impl SearchIndex for FullText {
    fn len(&self) -> u64 {
        self.views.iter().map(IndexView::len).sum()
    }

    fn count(&self, sought: &Sought) -> u64 {
        self.views.iter().map(|view| view.count(sought)).sum()
    }

    fn near(&self, folded: &str) -> Vec<String> {
        self.words(|view| view.near(folded))
    }

    fn beginning(&self, folded: &str, most: usize) -> Vec<String> {
        let mut words = self.words(|view| view.beginning(folded).to_vec());
        words.truncate(most);
        words
    }

    fn candidates(&self, plan: &SearchPlan, most: usize) -> Vec<IndexProposal> {
        self.views.iter().flat_map(|view| view.candidates(plan, most)).collect()
    }
}
