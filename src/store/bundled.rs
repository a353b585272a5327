//! What is built into the program: the bundled documents and their sources.

use crate::base::Result;
use crate::base::table::{self, Messages};
use crate::import::{Given, Vocabularies};
use crate::language::Languages;
use crate::model::{Document, DocumentKind};
use crate::store::document;

/// A text as it was received, and what is known of it beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundledSource {
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

/// How many documents are bundled.
#[must_use]
pub fn count() -> usize {
    DOCUMENTS.len()
}

/// The file name of a bundled document; `index` is less than [`count`].
#[must_use]
pub fn document_name(index: usize) -> &'static str {
    DOCUMENTS[index].0
}

/// A bundled document; `index` is less than [`count`].
#[must_use]
pub fn document(index: usize) -> Document {
    let (file, text) = DOCUMENTS[index];
    document::from_toml(text, file).expect("the bundled documents are checked by a test")
}

/// The stored forms of the bundled documents, each with the name of its file.
#[must_use]
pub fn forms() -> &'static [(&'static str, &'static str)] {
    DOCUMENTS
}

/// The bundled documents.
#[must_use]
pub fn documents() -> Vec<Document> {
    (0..count()).map(document).collect()
}

/// The texts the bundled documents were made of, in the same order.
#[must_use]
pub fn sources() -> Vec<BundledSource> {
    let source = |(name, bytes, side): &(&'static str, &'static [u8], &'static str)| {
        let given = given_from_toml(side, name).expect("the bundled side files are checked by a test");
        BundledSource { name, bytes, given }
    };
    SOURCES.iter().map(source).collect()
}

/// The messages of [`table::read`]. No key is required.
const MESSAGES: Messages = Messages {
    syntax: "given-broken",
    unknown_key: "given-key",
    missing_key: "given-field",
    value: "given-field",
};

/// Reads the small file beside a source; `file` is its name, for messages.
///
/// # Errors
/// The first error in the file, with `file` and `line`: `given-broken` (`what`) if a line is not TOML, `given-key` (`key`,
/// `known`) for a key that does not exist, `given-field` (`key`, `value`, `expected`) for a value that cannot be read.
pub fn given_from_toml(text: &str, file: &str) -> Result<Given> {
    let (given, errors) = table::read(file, text, &MESSAGES, |root| Given {
        symbol: root.parsed("symbol", "symbol", |symbol| symbol.parse().ok()),
        language: root.parsed("language", "language", |code| code.parse().ok()),
        kind: root.parsed("kind", "kind", DocumentKind::from_name),
        title: root.text("title"),
        date: root.date("date"),
        reason: root.text("reason"),
        ..Given::default()
    });
    errors.into_iter().next().map_or(Ok(given), Err)
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
            ("symbol = ", "given-broken"),
            ("symbol = 3", "given-field"),
            ("colour = \"x\"", "given-key"),
            ("date = \"12 May\"", "given-field"),
        ] {
            assert_eq!(given_from_toml(text, "x").unwrap_err().message.id, id);
        }
    }
}
