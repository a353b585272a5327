//! Words searched in a document; accents and case are ignored.

use std::sync::Arc;

use crate::base::Span;
use crate::base::text::{Folded, fold, fold_with_origin};
use crate::model::Document;

/// An occurrence of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Index of the passage among the blocks of the document.
    pub block: usize,
    /// Where in its text, in bytes.
    pub span: Span,
}

/// A document folded once, to be searched at each letter that is typed.
#[derive(Debug, Clone)]
pub struct FoldedDocument {
    document: Arc<Document>,
    blocks: Vec<Folded>,
}

impl FoldedDocument {
    /// Folds a document.
    #[must_use]
    pub fn new(document: &Arc<Document>) -> Self {
        let blocks = document.blocks.iter().map(|block| fold_with_origin(&block.text)).collect();
        Self { document: Arc::clone(document), blocks }
    }

    /// Whether it is this document, as it is now.
    #[must_use]
    pub fn is(&self, document: &Arc<Document>) -> bool {
        Arc::ptr_eq(&self.document, document)
    }

    /// All occurrences of the words of `query`, one after the other as typed, in reading order.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<Match> {
        let wanted = fold(query.trim());
        let of = |(block, folded): (usize, &Folded)| {
            let spans = occurrences(folded, &wanted, &self.document.blocks[block].text);
            spans.map(move |span| Match { block, span }).collect::<Vec<_>>()
        };
        if wanted.is_empty() { Vec::new() } else { self.blocks.iter().enumerate().flat_map(of).collect() }
    }
}

/// All occurrences of `query` in a text, without overlap.
#[must_use]
pub fn spans(text: &str, query: &str) -> Vec<Span> {
    let wanted = fold(query.trim());
    if wanted.is_empty() { Vec::new() } else { occurrences(&fold_with_origin(text), &wanted, text).collect() }
}

/// The places in a text at which its folded form has some folded words.
fn occurrences<'t>(folded: &'t Folded, wanted: &'t str, text: &'t str) -> impl Iterator<Item = Span> + 't {
    let places = folded.text.match_indices(wanted);
    places.map(move |(at, _)| folded.source(Span::new(at, at + wanted.len()), text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind, DocumentKind, Language};

    #[track_caller]
    fn case(text: &str, query: &str, expected: &[&str]) {
        let found: Vec<&str> = spans(text, query).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_folded_document_has_the_occurrences_of_its_passages() {
        let texts = ["Les États conviennent", "", "e\u{301}tat, ÉTAT et œuvre", "rien de tel"];
        let block = |text: &&str| Block::new("1".parse().unwrap(), BlockKind::Paragraph, *text);
        let document = Arc::new(Document {
            symbol: "A/99/1".parse().unwrap(),
            language: Language::FR,
            kind: DocumentKind::Report,
            title: String::new(),
            date: None,
            remark: None,
            blocks: texts.iter().map(block).collect(),
            findings: Vec::new(),
        });
        let folded = FoldedDocument::new(&document);
        assert!(folded.is(&document) && !folded.is(&Arc::new((*document).clone())));
        for query in ["etat", "état ", "E", "oe", "o", "", "  ", "conviennent, non", "\u{301}"] {
            let each = texts.iter().enumerate();
            let expected: Vec<Match> = each
                .flat_map(|(block, text)| {
                    spans(text, query).into_iter().map(move |span| Match { block, span })
                })
                .collect();
            assert_eq!(folded.find(query), expected, "{query}");
        }
    }

    #[test]
    fn words_are_found_without_regard_to_accents_and_case() {
        case("Les États conviennent d’établir", "etat", &["État"]);
        case("Les États conviennent d’établir", "D'ETABLIR", &["d’établir"]);
        case("mise en œuvre", "en oeuvre", &["en œuvre"]);
        case("consensus : de", "consensus : de", &["consensus : de"]);
        case("E\u{301}TAT", "état", &["E\u{301}TAT"]);
        case("aaaa", "aa", &["aa", "aa"]);
        case("rien", "  ", &[]);
        case("İstanbul", "istanbul", &["İstanbul"]);
    }
}
