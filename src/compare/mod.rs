//! Two texts compared word by word, and the differences written as text without colours.

mod marked;
mod words;

pub use marked::{Marked, marked};
pub use words::{ChangeKind, Piece, words};
