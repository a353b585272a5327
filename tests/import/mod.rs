//! The importer on the bundled sources and on texts of our own: what comes out, and that no word is lost.

mod bundled;
mod fixtures;
mod layouts;
mod lossless;
mod processes;
mod proofs;
mod reviewed;
