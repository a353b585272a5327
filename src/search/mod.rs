//! Search: words in documents, names in lists.

pub mod names;
pub mod text;
