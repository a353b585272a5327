//! The importer, with the bundled sources and invented texts: results, layouts, and that no word is lost.

mod bombs;
mod bundled;
mod cut_words;
mod fixtures;
mod forms;
mod kinds;
mod known_lines;
mod languages;
mod layouts;
mod lossless;
mod markup;
mod measured;
mod parts;
mod pdf;
mod processes;
mod proofs;
mod reviewed;
mod symbols;
mod unseen;
mod word;
