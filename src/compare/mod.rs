//! Words diffed: what two texts share and what changed between them, and how that is written without colour.

mod marked;
mod words;

pub use marked::{Marked, marked};
pub use words::{Kind, Piece, words};
