//! Any text as a query: it is read, and searched for in the bundled documents; marks lie in their texts.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use plenary::model::Language;
use plenary::search::{Concepts, Query, SearchOptions, find};
use plenary::store::bundled;
use plenary::store::index::{FullText, MemoryIndex};

static INDEX: LazyLock<MemoryIndex> =
    LazyLock::new(|| MemoryIndex::of_documents(&bundled::documents()).expect("the documents are indexed"));

fuzz_target!(|text: &str| {
    let concepts = Concepts::bundled();
    let options = SearchOptions { language: Language::FR, with_rings: true, most: 40 };
    for query in [Query::read(text, concepts), Query::while_typing(text, concepts)] {
        let found = find(&query, concepts, &FullText::in_memory([&*INDEX]), options);
        for hit in &found.hits {
            assert!(hit.marks.iter().all(|mark| hit.entry.text.get(mark.start..mark.end).is_some()));
            assert!(hit.score.is_finite());
        }
    }
});
