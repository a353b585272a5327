//! Search: what is found for what delegates type, in which order, and what the index keeps.

mod index;
mod relevance;
