//! Bytes to a document with findings: readers give lines, one shaper makes the document.
//!
//! No rule is for one document only; the words of each language are in `data/languages/*.toml`.

pub mod account;
pub mod edit;
pub mod layout;
pub mod line;
pub mod mark;
pub mod proof;
pub mod reader;
pub mod shape;
pub mod sniff;
mod vocabularies;

use chrono::NaiveDate;

use crate::base::Result;
use crate::import::reader::Content;
use crate::model::{Document, DocumentKind, Language, Symbol};

pub use vocabularies::{Vocabularies, Vocabulary};

/// What is known of a document beside its text, from the small file beside its source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// Its symbol, when the text does not show it.
    pub symbol: Option<Symbol>,
    /// Its language; otherwise it is detected by small words.
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

/// Makes a document of a file; `name` is its file name, for messages and in place of a missing symbol.
///
/// Content is never refused: what no rule recognises becomes a text block, every repair and doubt is a finding, and so is
/// every word of the file that is in no passage.
///
/// # Errors
/// When the bytes are not a file of a known format: `import-empty`, `import-too-large`, `import-binary`,
/// `import-not-utf8`.
pub fn import(name: &str, bytes: &[u8], given: &Given, vocabularies: &Vocabularies<'_>) -> Result<Document> {
    let mut findings = Vec::new();
    let Content { lines, words } = (sniff::format(bytes).read)(name, bytes, &mut findings)?;
    let language = given.language.or_else(|| vocabularies.detect(&words)).unwrap_or(Language::EN);
    let mut document = shape::shape(name, lines, given, &vocabularies.get(language), findings);
    account::settle(&words, &mut document);
    Ok(document)
}
