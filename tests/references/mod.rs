//! References: what the documents cite, checked against a list made by hand, and what people type.

mod cli;
mod gold;
mod graph;
mod random;
mod typed;
mod unseen;
