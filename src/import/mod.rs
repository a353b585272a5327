//! Bytes to a document with findings: readers give lines, one shaper makes the document.
//!
//! No rule knows one document: what a language says where stands in `data/languages/*.toml`.

pub mod edit;
pub mod layout;
pub mod proof;
pub mod reader;
pub mod shape;
pub mod sniff;
pub mod vocabulary;

use chrono::NaiveDate;

use crate::base::Result;
use crate::model::{Document, DocumentKind, Language, Symbol};

pub use vocabulary::Vocabularies;

/// What is known of a document beside its text, from the small file beside its source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// Its symbol, when the text does not show it.
    pub symbol: Option<Symbol>,
    /// Its language; otherwise its small words tell it.
    pub language: Option<Language>,
    /// Its kind.
    pub kind: Option<DocumentKind>,
    /// Its title.
    pub title: Option<String>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Why these are given and not read.
    pub reason: Option<String>,
}

/// Makes a document of a text file; `name` is its file name, for messages and for want of a symbol.
///
/// Content is never refused: what fits nothing stays as a text block, every repair and doubt is a finding.
///
/// # Errors
/// When the bytes are no text: see [`sniff::decode`].
pub fn import(name: &str, bytes: &[u8], given: &Given, vocabularies: &Vocabularies) -> Result<Document> {
    let text = sniff::decode(name, bytes)?;
    let mut findings = Vec::new();
    let lines = reader::lines(&text, &mut findings);
    let language = given.language.or_else(|| vocabularies.detect(&text)).unwrap_or(Language::EN);
    let none = vocabulary::Vocabulary::default();
    let vocabulary = vocabularies.get(language).unwrap_or(&none);
    Ok(shape::shape(name, lines, language, given, vocabulary, findings))
}
