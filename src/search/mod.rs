//! Search: words in documents and in what the delegate wrote, names in lists.

pub mod alike;
pub mod concepts;
pub mod fields;
pub mod find;
pub mod index;
pub mod names;
pub mod plan;
pub mod query;
pub mod rank;
pub mod rings;
pub mod snippet;
pub mod text;
pub mod words;

pub use alike::alike;
pub use concepts::Concepts;
pub use find::{SearchHit, SearchOptions, SearchResult, find};
pub use index::{IndexProposal, SearchEntry, SearchIndex};
pub use query::Query;
