//! Symbols and words that a line end or a stray space cuts in two.

use plenary::base::FindingKind;
use plenary::cite::Aliases;
use plenary::cite::graph::Graph;
use plenary::import::{Given, import};
use plenary::model::{Document, Shelf};
use plenary::store::bundled;

fn read(text: &str) -> Document {
    let text = format!("Report of the Working Group on harbour lights\n\nI. Introduction\n\n{text}");
    let document = import("x.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies());
    let document = document.expect("the text is UTF-8");
    assert_eq!(super::lossless::difference(&text, &document), [], "{:#?}", document.findings);
    document
}

fn found(document: &Document, kind: FindingKind) -> Vec<(&str, Option<&str>)> {
    let of_kind = document.findings.iter().filter(|finding| finding.kind == kind);
    of_kind.map(|finding| (finding.source.as_str(), finding.repaired.as_deref())).collect()
}

#[test]
fn a_symbol_cut_by_the_end_of_a_line_is_joined_and_reported() {
    let cases = [
        ("A/76/\n135", "A/76/ 135", "A/76/135"),
        ("A/\n76/135", "A/ 76/135", "A/76/135"),
        ("A/RES/78/\n237", "A/RES/78/ 237", "A/RES/78/237"),
        ("A/AC.\n292/2023/L.1", "A/AC. 292/2023/L.1", "A/AC.292/2023/L.1"),
    ];
    for (cut, source, whole) in cases {
        let text = format!(
            "1. The Group met in Bristol and spoke of the lamps of the harbour, as stated in document {cut}, para. 2, and\nagreed.\n\n2. It met again.\n"
        );
        let document = read(&text);
        let passage = document.block(&"1".parse().expect("an address")).expect("paragraph 1");
        assert!(passage.text.contains(&format!("document {whole}, para. 2")), "{}", passage.text);
        let spacing = found(&document, FindingKind::Spacing);
        assert!(
            spacing.iter().any(
                |(read, repaired)| read.contains(source) && repaired.is_some_and(|to| to.contains(whole))
            ),
            "{spacing:?}"
        );
        let graph = Graph::of(&Shelf::new([document]), Aliases::bundled());
        let links: Vec<String> =
            graph.links().iter().map(|link| format!("{:?}:{}", link.to.symbol, link.to.address)).collect();
        assert!(links.len() == 1 && links[0].contains(whole), "{links:?}");
    }
}

#[test]
fn two_words_that_may_be_one_are_left_and_reported() {
    let document = read(
        "1. The roadmap was adopted in Bristol.\n\n2. A road map of the lamps was asked for by all the States that met.\n",
    );
    assert!(document.blocks.iter().any(|block| block.text.contains("A road map of the lamps")));
    assert_eq!(found(&document, FindingKind::SplitDoubtful), [("road map", Some("road map"))]);
    assert_eq!(found(&document, FindingKind::SplitWord), []);
}

#[test]
fn a_word_cut_before_its_last_letter_is_joined() {
    let document = read(
        "1. The comportment of the lamps was seen by all the States that met.\n\n2. The comportmen t of the horns was heard by all the States that met.\n",
    );
    assert!(document.blocks.iter().any(|block| block.text.contains("The comportment of the horns")));
    assert_eq!(found(&document, FindingKind::SplitDoubtful), []);
}
