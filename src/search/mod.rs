//! Finding: words in texts, and names in lists.

pub mod names;
pub mod text;
