//! Annexes named twice, out of order, or without number: all their text stays, in reading order, under addresses of its own.

use plenary::base::FindingKind;
use plenary::import::{Given, account, import};
use plenary::model::Document;
use plenary::store::bundled;

fn read(text: &str) -> Document {
    let document = import("x.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies());
    document.expect("the text is UTF-8")
}

/// The beginning of an invented report.
const BODY: &str =
    "Report of the Working Group on harbour lights\n\nI. Introduction\n\n1. The Group met in Bristol.\n\n";

/// Fails unless the passages with these words have these addresses, in this order, and so many annexes are reported as repeated.
#[track_caller]
fn case(annexes: &str, expected: &[(&str, &str)], repeated: usize) {
    let text = format!("{BODY}{annexes}");
    let document = read(&text);
    let found =
        |wanted: &FindingKind| document.findings.iter().filter(|finding| finding.kind == *wanted).count();
    let placed: Vec<(String, &str)> = expected
        .iter()
        .filter_map(|(_, words)| {
            let block = document.blocks.iter().find(|block| block.text.contains(words))?;
            Some((block.address.to_string(), *words))
        })
        .collect();
    let placed: Vec<(&str, &str)> =
        placed.iter().map(|(address, words)| (address.as_str(), *words)).collect();
    assert_eq!(placed, expected);
    let at = |words: &str| document.blocks.iter().position(|block| block.text.contains(words));
    assert!(expected.is_sorted_by_key(|(_, words)| at(words)), "not in reading order: {annexes}");
    assert_eq!(found(&FindingKind::RepeatedPart), repeated, "{:#?}", document.findings);
    assert_eq!(super::lossless::difference(&text, &document), []);
    assert_eq!((found(&FindingKind::TextMissing), found(&FindingKind::TextAdded)), (0, 0));
}

#[test]
fn an_annex_named_twice_keeps_its_text() {
    case(
        "Annex I\n\nLamps\n\n1. Lamps are lit.\n\nAnnex II\n\nHorns\n\n1. Horns are blown.\n\nAnnex I\n\nOils\n\n1. Oils burn.\n\n2. Oils smell.\n",
        &[
            ("annex-I/1", "Lamps are lit"),
            ("annex-II/1", "Horns are blown"),
            ("annex-I~2/1", "Oils burn"),
            ("annex-I~2/2", "Oils smell"),
        ],
        1,
    );
    case(
        "Annex\n\nLamps\n\n1. Lamps are lit.\n\nAnnex\n\nHorns\n\n1. Horns are blown.\n\nAnnex\n\nOils\n\n1. Oils burn.\n",
        &[("annex/1", "Lamps are lit"), ("annex-~2/1", "Horns are blown"), ("annex-~3/1", "Oils burn")],
        2,
    );
}

#[test]
fn annexes_out_of_order_keep_their_order() {
    case(
        "Annex III\n\nLamps\n\n1. Lamps are lit.\n\nAnnex I\n\nHorns\n\n1. Horns are blown.\n\nAnnex III\n\n3. Oils burn.\n",
        &[("annex-III/1", "Lamps are lit"), ("annex-I/1", "Horns are blown"), ("annex-III~2/3", "Oils burn")],
        1,
    );
}

#[test]
fn an_appendix_in_an_annex_is_a_part_of_its_own() {
    case(
        "Annex I\n\nLamps\n\n1. Lamps are lit.\n\nAppendix I\n\nWicks\n\n1. Wicks are cut.\n\nAppendix II\n\n1. Glass is \
         cleaned.\n\nAnnex II\n\nHorns\n\n1. Horns are blown.\n",
        &[
            ("annex-I/1", "Lamps are lit"),
            ("annex-I~2/1", "Wicks are cut"),
            ("annex-II/1", "Glass is cleaned"),
            ("annex-II~2/1", "Horns are blown"),
        ],
        2,
    );
}

#[test]
fn the_name_of_an_annex_at_the_top_of_a_page_does_not_begin_it_again() {
    case(
        "Annex I\n\nLamps\n\n1. Lamps are lit.\n\nAnnex I\n\n2. Lamps are put out.\n",
        &[("annex-I/1", "Lamps are lit"), ("annex-I/2", "Lamps are put out")],
        0,
    );
}

#[test]
fn numbers_that_come_again_keep_their_paragraphs() {
    case(
        "2. Lamps are lit.\n\n1. Horns are blown.\n\n2. Oils burn.\n\n2. Wicks are cut.\n",
        &[
            ("2", "Lamps are lit"),
            ("1~2", "Horns are blown"),
            ("2~2", "Oils burn"),
            ("text/1", "Wicks are cut"),
        ],
        0,
    );
}

#[test]
fn footnotes_follow_the_annex_they_are_called_in() {
    case(
        "Annex I\n\nLamps\n\n1. Lamps are lit.1\n\n____\n1 See the first lamp book.\n\nAnnex II\n\nHorns\n\n1. Horns are \
         blown.\n\nAnnex I\n\nOils\n\n1. Oils burn.2\n\n____\n2 See the second oil book.\n",
        &[
            ("annex-I/1", "Lamps are lit"),
            ("annex-I/note/1", "first lamp book"),
            ("annex-II/1", "Horns are blown"),
            ("annex-I~2/1", "Oils burn"),
            ("annex-I~2/note/2", "second oil book"),
        ],
        1,
    );
}

/// A document without some of its passages, as a fault of the importer would make it.
fn without(document: &Document, dropped: &[&str]) -> Document {
    let mut document = document.clone();
    document.blocks.retain(|block| !dropped.contains(&block.address.to_string().as_str()));
    document
}

#[test]
fn words_that_are_in_no_passage_become_findings_the_longest_first() {
    let text = format!(
        "{BODY}2. Keepers rise early.\n\n3. Boats and ships and all that float keep to the right.\n\n4. Fog.\n"
    );
    let mut document = without(&read(&text), &["2", "3"]);
    account::settle(&text, &mut document);
    let missing: Vec<(u32, &str)> = document
        .findings
        .iter()
        .take_while(|finding| finding.kind == FindingKind::TextMissing)
        .map(|finding| (finding.line, finding.source.as_str()))
        .collect();
    assert_eq!(
        missing,
        [(9, "3. Boats and ships and all that float keep to the right."), (7, "2. Keepers rise early."),]
    );
    assert_eq!(super::lossless::difference(&text, &document), []);
    assert_eq!(account::missing(&document), 60);
    // A second look finds nothing more.
    let settled = document.clone();
    account::settle(&text, &mut document);
    assert_eq!(document, settled);
}

#[test]
fn words_that_are_not_in_the_source_become_findings_of_their_passage() {
    let text = format!("{BODY}2. Keepers rise early.\n");
    let mut document = read(&text);
    let at = document.blocks.iter().position(|block| block.address.to_string() == "2").expect("a paragraph");
    document.blocks[at].text.push_str(" And late.");
    account::settle(&text, &mut document);
    let finding = &document.findings[0];
    assert_eq!((finding.kind, finding.address.as_deref()), (FindingKind::TextAdded, Some("2")));
    assert_eq!(finding.repaired.as_deref(), Some("And late."));
}

#[test]
fn pieces_of_one_word_are_counted_by_their_letters() {
    let text = format!("{BODY}2. Light- houses are for sea farers and landsmen.\n");
    let mut document = read(&text);
    let at = document.blocks.iter().position(|block| block.address.to_string() == "2").expect("a paragraph");
    document.blocks[at].text = "Lighthouses are for seafarers and lands men.".to_owned();
    let before = document.clone();
    account::settle(&text, &mut document);
    assert_eq!(document, before);
}
