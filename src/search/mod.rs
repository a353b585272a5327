//! Search: words in documents and in what the delegate wrote, names in lists.

pub mod alike;
pub mod answers;
mod concept_names;
pub mod concepts;
mod equivalents;
pub mod fields;
pub mod find;
pub mod index;
pub mod names;
pub mod plan;
pub mod query;
pub mod rank;
mod ring_file;
pub mod rings;
pub mod snippet;
pub mod sought;
mod states;
pub mod text;
pub mod words;

pub use alike::alike;
pub use concepts::Concepts;
pub use find::{SearchHit, SearchOptions, SearchResult, find};
pub use index::{IndexProposal, SearchEntry, SearchIndex};
pub use query::Query;
