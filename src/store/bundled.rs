//! What is built into the program: the bundled documents and their sources.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::base::{Error, Lines, Result};
use crate::import::{Given, Vocabularies};
use crate::language::Languages;
use crate::model::{Document, DocumentKind};
use crate::store::document;

/// A text as it was received, and what is known of it beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name of its file.
    pub name: &'static str,
    /// The file.
    pub bytes: &'static [u8],
    /// What is known of it beside its text.
    pub given: Given,
}

macro_rules! bundled {
    ($($stem:literal => $document:literal),* $(,)?) => {
        /// Name, bytes and side file of each source.
        const SOURCES: &[(&str, &[u8], &str)] = &[$((
            concat!($stem, ".txt"),
            include_bytes!(concat!("../../data/sources/", $stem, ".txt")),
            include_str!(concat!("../../data/sources/", $stem, ".toml")),
        )),*];
        /// Name and stored form of each document.
        const DOCUMENTS: &[(&str, &str)] = &[$((
            concat!($document, ".toml"),
            include_str!(concat!("../../data/documents/", $document, ".toml")),
        )),*];
    };
}

bundled! {
    "000_18fdef1ad10e089c" => "A-77-275.fr",
    "001_6b275a35f5ddb4ed" => "A-76-135.fr",
    "002_ddbe4d362997a4bf" => "A-RES-78-237.fr",
    "003_818a9a808a0ffb9a" => "A-AC.290-2020-L.1.fr",
    "004_711c1ee364aeb989" => "A-AC.292-2023-L.1.fr",
}

/// The vocabularies of the importer, with the words of the bundled sources as proof for cut words.
#[must_use]
pub fn vocabularies() -> Vocabularies<'static> {
    let mut vocabularies = Vocabularies::new(Languages::bundled());
    for (_, bytes, side) in SOURCES {
        let given =
            given_from_toml(side, "data/sources").expect("the bundled side files are checked by a test");
        if let (Some(language), Ok(text)) = (given.language, std::str::from_utf8(bytes)) {
            vocabularies.learn(language, text);
        }
    }
    vocabularies
}

/// The bundled documents.
#[must_use]
pub fn documents() -> Vec<Document> {
    let read = |(file, text): &(&str, &str)| document::from_toml(text, file);
    DOCUMENTS
        .iter()
        .map(|stored| read(stored).expect("the bundled documents are checked by a test"))
        .collect()
}

/// The texts the bundled documents were made of, in the same order.
#[must_use]
pub fn sources() -> Vec<Source> {
    let source = |(name, bytes, side): &(&'static str, &'static [u8], &'static str)| {
        let given = given_from_toml(side, name).expect("the bundled side files are checked by a test");
        Source { name, bytes, given }
    };
    SOURCES.iter().map(source).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Side {
    symbol: Option<String>,
    language: Option<String>,
    kind: Option<String>,
    title: Option<String>,
    date: Option<String>,
    reason: Option<String>,
}

/// Reads the small file beside a source; `file` is its name, for messages.
///
/// # Errors
/// `given-broken` (`file`, `line`, `reason`) when it is not TOML or has an unknown key, `given-field` (`file`,
/// `field`, `value`) when a value cannot be read.
pub fn given_from_toml(text: &str, file: &str) -> Result<Given> {
    let side: Side = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| Lines::of(text).number(span.start));
        Error::broken("given-broken").with("file", file).with("line", line).with("reason", error.message())
    })?;
    let wrong = |field: &'static str, value: &str| {
        Error::broken("given-field").with("file", file).with("field", field).with("value", value)
    };
    let symbol =
        side.symbol.map(|symbol| symbol.parse().map_err(|()| wrong("symbol", &symbol))).transpose()?;
    let language =
        side.language.map(|code| code.parse().map_err(|()| wrong("language", &code))).transpose()?;
    let kind = side
        .kind
        .map(|kind| DocumentKind::from_name(&kind).ok_or_else(|| wrong("kind", &kind)))
        .transpose()?;
    let date =
        side.date.map(|date| date.parse::<NaiveDate>().map_err(|_| wrong("date", &date))).transpose()?;
    Ok(Given { symbol, language, kind, title: side.title, date, reason: side.reason })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_in_can_be_read() {
        assert_eq!(documents().len(), sources().len());
    }

    #[test]
    fn a_side_file_says_what_is_wrong_with_it() {
        let given = given_from_toml("symbol = \"A/1/2\"\nreason = \"r\"", "x").unwrap();
        assert_eq!(given.symbol.unwrap().as_str(), "A/1/2");
        for (text, id) in [
            ("symbol = 3", "given-broken"),
            ("colour = \"x\"", "given-broken"),
            ("date = \"12 May\"", "given-field"),
        ] {
            assert_eq!(given_from_toml(text, "x").unwrap_err().message.id, id);
        }
    }
}
