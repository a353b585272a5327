//! The documents that the library cites and does not have.

use std::collections::{BTreeMap, BTreeSet};

use crate::cite::graph::Graph;
use crate::model::{Reference, Shelf, Symbol};

/// A document that is cited and is not in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingDocument {
    /// Its symbol.
    pub symbol: Symbol,
    /// How many passages cite it; a passage counts once, in however many languages the library has it.
    pub passages: usize,
    /// The documents that cite it.
    pub cited_by: Vec<Symbol>,
}

/// The documents cited but not in the library, the most cited first, then in order of symbol.
#[must_use]
pub fn missing(graph: &Graph, shelf: &Shelf) -> Vec<MissingDocument> {
    let mut passages: BTreeMap<&Symbol, BTreeSet<&Reference>> = BTreeMap::new();
    // A footnote cites for the passage that calls it, too; each is counted once, as the footnote.
    for link in graph.links().iter().filter(|link| link.through.is_none()) {
        if let Some(symbol) = link.to.symbol.as_ref().filter(|symbol| !shelf.holds(symbol)) {
            passages.entry(symbol).or_default().insert(&link.from);
        }
    }
    let found = passages.into_iter().map(|(symbol, passages)| {
        let by: BTreeSet<&Symbol> = passages.iter().map(|passage| &passage.symbol).collect();
        let cited_by = by.into_iter().cloned().collect();
        MissingDocument { symbol: symbol.clone(), passages: passages.len(), cited_by }
    });
    let mut found: Vec<MissingDocument> = found.collect();
    found.sort_by_key(|document| std::cmp::Reverse(document.passages));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cite::Aliases;
    use crate::model::{Block, BlockKind, Document, DocumentKind, Language};

    #[test]
    fn documents_that_are_missing_are_listed_by_how_many_passages_cite_them() {
        let document = |symbol: &str, language: Language, texts: &[&str]| {
            let block = |(at, text): (usize, &&str)| {
                Block::new(format!("{}", at + 1).parse().unwrap(), BlockKind::Paragraph, *text)
            };
            Document {
                symbol: symbol.parse().unwrap(),
                language,
                kind: DocumentKind::Report,
                title: String::new(),
                date: None,
                remark: None,
                blocks: texts.iter().enumerate().map(block).collect(),
                findings: Vec::new(),
            }
        };
        let shelf = Shelf::new([
            document("A/90/1", Language::EN, &["See A/90/2 and A/90/7.", "See A/90/7, para. 3."]),
            document("A/90/1", Language::FR, &["Voir A/90/2 et A/90/7.", "Voir A/90/7, par. 3."]),
            document("A/90/2", Language::EN, &["See A/90/9, A/90/1 and A/90/7, para. 4."]),
        ]);
        let found = missing(&Graph::of(&shelf, Aliases::bundled()), &shelf);
        let shown: Vec<(String, usize, usize)> =
            found.iter().map(|one| (one.symbol.to_string(), one.passages, one.cited_by.len())).collect();
        assert_eq!(shown, [("A/90/7".to_owned(), 3, 2), ("A/90/9".to_owned(), 1, 1)]);
    }
}
