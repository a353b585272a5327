//! Documents held in two languages: each step once, the words those of the language read, and no span on the wrong text.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod beside;
mod cli;
mod desk;
mod random;
mod six;

use plenary::import::{Given, import};
use plenary::model::{Document, Language};
use plenary::store::bundled;

/// An English text of the first progress report, in our own words: shorter, without some steps, and with one more.
const REPORT: &str = include_str!("report.txt");

/// The same as the importer reads it.
fn english() -> Document {
    let given = Given::default();
    let document = import("report.txt", REPORT.as_bytes(), &given, &bundled::vocabularies()).unwrap();
    assert_eq!((document.symbol.as_str(), document.language), ("A/77/275", Language::EN));
    document
}
