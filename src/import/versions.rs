//! Language versions of one document: the United Nations number all of them alike, so that a number which only one of them
//! has is doubtful.

use std::collections::HashSet;

use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::model::{Address, BlockKind, Document};

/// Whether a passage of this kind has the same number in every language.
#[must_use]
pub fn is_common(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Paragraph
            | BlockKind::Subparagraph
            | BlockKind::Preambular
            | BlockKind::Operative
            | BlockKind::NextStep
            | BlockKind::AgendaItem
            | BlockKind::Norm
            | BlockKind::Footnote
    )
}

/// The numbered passages of a text that another text of the same document does not have, in order, each as a finding with the
/// code of the other language.
#[must_use]
pub fn only_here(document: &Document, other: &Document) -> Vec<Finding> {
    let known: HashSet<&Address> = other.blocks.iter().map(|block| &block.address).collect();
    let is_missing = |block: &&crate::model::Block| is_common(block.kind) && !known.contains(&block.address);
    let missing = document.blocks.iter().filter(is_missing);
    missing
        .map(|block| Finding {
            address: Some(block.address.to_string()),
            page: block.page,
            ..finding(FindingKind::OnlyInOneLanguage, 0, other.language.code(), None)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, DocumentKind, Language};

    #[test]
    fn numbers_that_only_one_language_has_are_findings() {
        let document = |language: Language, passages: &[(&str, BlockKind)]| Document {
            symbol: "A/90/1".parse().unwrap(),
            language,
            kind: DocumentKind::Report,
            title: String::new(),
            date: None,
            remark: None,
            blocks: passages
                .iter()
                .map(|(address, kind)| Block::new(address.parse().unwrap(), *kind, ""))
                .collect(),
            findings: Vec::new(),
        };
        use BlockKind::{Heading, Paragraph, Subparagraph, Text};
        let english = document(
            Language::EN,
            &[
                ("text/1", Text),
                ("heading/I", Heading),
                ("1", Paragraph),
                ("2", Paragraph),
                ("2/a", Subparagraph),
            ],
        );
        let french = document(Language::FR, &[("1", Paragraph), ("2", Paragraph), ("3", Paragraph)]);
        let found = |one: &Document, other: &Document| -> Vec<(String, String)> {
            let found = only_here(one, other).into_iter();
            found.map(|one| (one.address.unwrap_or_default(), one.source)).collect()
        };
        assert_eq!(found(&english, &french), [("2/a".to_owned(), "fr".to_owned())]);
        assert_eq!(found(&french, &english), [("3".to_owned(), "en".to_owned())]);
        assert!(only_here(&english, &english).is_empty());
    }
}
