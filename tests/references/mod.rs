//! References: citations in the documents, compared with a list made by hand, and typed references.

mod cli;
mod gold;
mod graph;
mod printed;
mod random;
mod typed;
mod unseen;
