//! Search: what is found for what delegates type, in which order, and what the index keeps.

mod any_query;
mod fields;
mod grammar;
mod index;
mod lists;
mod relevance;
