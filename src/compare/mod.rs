//! Two texts compared word by word, and the differences written as text without colours.

mod changes;
mod marked;
mod rolling;
mod spoken;
mod words;

pub use changes::{TextChange, changes};
pub use marked::{Marked, marked};
pub use rolling::{RollingProposal, RollingText, rolling};
pub use spoken::{QuotedWords, WordChange, WordPlace, spoken};
pub use words::{ChangeKind, Piece, words};
