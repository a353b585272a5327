//! Words searched in a document; accents and case are ignored.

use crate::base::Span;
use crate::base::text::{fold, fold_with_origin};
use crate::model::Document;

/// An occurrence of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Index of the passage among the blocks of the document.
    pub block: usize,
    /// Where in its text, in bytes.
    pub span: Span,
}

/// All occurrences of the words of `query`, one after the other as typed, in reading order.
#[must_use]
pub fn find(document: &Document, query: &str) -> Vec<Match> {
    let blocks = document.blocks.iter().enumerate();
    blocks
        .flat_map(|(block, found)| {
            spans(&found.text, query).into_iter().map(move |span| Match { block, span })
        })
        .collect()
}

/// All occurrences of `query` in a text, without overlap.
#[must_use]
pub fn spans(text: &str, query: &str) -> Vec<Span> {
    let wanted = fold(query.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let folded = fold_with_origin(text);
    folded
        .text
        .match_indices(&wanted)
        .map(|(at, _)| folded.source(Span::new(at, at + wanted.len()), text))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, query: &str, expected: &[&str]) {
        let found: Vec<&str> = spans(text, query).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
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
