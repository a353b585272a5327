//! Any text as a query: it is read and searched for, and what comes back is sound. Called by a property test and by the fuzz target
//! `query`.

use std::sync::LazyLock;

use plenary::model::Language;
use plenary::search::{Concepts, Query, SearchOptions, find};
use plenary::store::bundled;
use plenary::store::index::{FullText, MemoryIndex};

static INDEX: LazyLock<MemoryIndex> =
    LazyLock::new(|| MemoryIndex::of_documents(&bundled::documents()).expect("the documents are indexed"));

/// Searches for a text in the bundled documents, as a query that is whole and as one that is being typed. A query never fails: its
/// hits have scores and marks that lie in their texts, and what has letters and finds nothing is reported.
pub fn check(text: &str) {
    let concepts = Concepts::bundled();
    let options = SearchOptions { language: Language::FR, with_rings: true, most: 40 };
    for query in [Query::read(text, concepts), Query::while_typing(text, concepts)] {
        let is_understood = !query.terms.is_empty() || !query.filters.is_empty();
        assert!(
            is_understood || !query.ignored.is_empty() || text.trim().is_empty(),
            "nothing was understood and nothing reported: {text:?}"
        );
        let found = find(&query, concepts, &FullText::in_memory([&*INDEX]), options);
        assert!(query.ignored.iter().all(|ignored| found.reports.contains(ignored)), "{text:?}");
        for hit in &found.hits {
            assert!(hit.marks.iter().all(|mark| hit.entry.text.get(mark.start..mark.end).is_some()));
            assert!(hit.score.is_finite() && hit.score > 0.0);
        }
    }
}
