//! Bytes to a document with findings: readers give lines, one shaper makes the document.
//!
//! No rule is for one document only; the words of each language are in `data/languages/*.toml`.

pub mod account;
pub mod correction;
pub mod edit;
pub mod inbox;
pub mod language;
pub mod layout;
pub mod line;
pub mod mark;
pub mod pages;
pub mod proof;
pub mod reader;
pub mod replace;
pub mod shape;
pub mod sniff;
pub mod versions;
mod vocabularies;

use chrono::NaiveDate;

use crate::base::{Finding, FindingKind, Result};
use crate::import::edit::finding;
use crate::import::language::Doubt;
use crate::import::pages::Pages;
use crate::import::reader::{FileContent, InputFile, TrackedChanges};
use crate::model::{Document, DocumentKind, Language, Symbol};

pub use vocabularies::{Vocabularies, Vocabulary};

/// What is known of a document beside its text, from the small file beside its source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// Its symbol, when the text does not show it.
    pub symbol: Option<Symbol>,
    /// Its language; otherwise it is detected.
    pub language: Option<Language>,
    /// Its kind.
    pub kind: Option<DocumentKind>,
    /// Its title.
    pub title: Option<String>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Why these are given and not read.
    pub reason: Option<String>,
    /// Which text is read where the file has tracked changes.
    pub changes: TrackedChanges,
}

/// What is known of a document beside its lines.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// By the person who imports it; each is reported as a finding.
    pub given: &'a Given,
    /// By the file itself.
    pub says: &'a Given,
    /// What its window shows as its title.
    pub window: Option<&'a str>,
}

/// Makes a document of a file; `name` is its file name, for messages and in place of a missing symbol.
///
/// Content is never refused: what no rule recognises becomes a text block, every repair and doubt is a finding, and so is
/// every word of the file that is in no passage.
///
/// # Errors
/// When the bytes are not a file of a known format: `import-empty`, `import-too-large`, `import-binary`,
/// `import-not-utf8`, `import-other-format`, `import-encrypted`, `import-zip-damaged`, `import-zip-bomb`,
/// `import-xml-damaged`, `import-xml-bomb`.
pub fn import(name: &str, bytes: &[u8], given: &Given, vocabularies: &Vocabularies<'_>) -> Result<Document> {
    let mut findings = Vec::new();
    let content =
        (sniff::format(bytes).read)(&InputFile { name, bytes, changes: given.changes }, &mut findings)?;
    Ok(of_content(name, content, findings, given, vocabularies))
}

/// Makes a document of the content of a file that is read already, with the findings of its reader.
#[must_use]
pub fn of_content(
    name: &str,
    content: FileContent,
    mut findings: Vec<Finding>,
    given: &Given,
    vocabularies: &Vocabularies<'_>,
) -> Document {
    let FileContent { lines, words, says, window } = content;
    let language =
        given.language.or(says.language).unwrap_or_else(|| detected(&words, vocabularies, &mut findings));
    if !vocabularies.reads(language) {
        findings.push(finding(FindingKind::LanguageNotRead, 0, language.code(), None));
    }
    let pages = Pages::of(&lines);
    let facts = Facts { given, says: &says, window: window.as_deref() };
    let mut document = shape::shape(name, lines, &facts, &vocabularies.get(language), findings);
    account::settle(&words, &mut document);
    document.findings.iter_mut().for_each(|finding| finding.page = pages.of_line(finding.line));
    document
}

/// The language of a text; a doubt is a finding, with the languages the text may have.
fn detected(words: &str, vocabularies: &Vocabularies<'_>, findings: &mut Vec<Finding>) -> Language {
    let detected = language::detect(words, vocabularies);
    let languages = match detected.doubt {
        None => return detected.language,
        Some(Doubt::Short) => detected.language.to_string(),
        Some(Doubt::Mixed(other)) => format!("{}, {other}", detected.language),
    };
    findings.push(finding(FindingKind::LanguageDoubtful, 0, &languages, None));
    detected.language
}
