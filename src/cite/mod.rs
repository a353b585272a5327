//! Citations the way the United Nations write them: parse → expand → resolve → write; and citations in running text.

mod aliases;
pub mod expand;
pub mod graph;
pub mod mention;
pub mod missing;
mod number;
pub mod origin;
mod parse;
pub mod quotation;
pub mod resolve;
mod scan;
mod write;

pub use aliases::{Alias, Aliases};
pub use number::number;
pub use parse::parse_exact;
pub use scan::{Citation, Setting, Whose, read, scan};
pub use write::write;

#[cfg(test)]
mod tests;
