//! What is typed over two small documents.

use super::*;
use crate::model::{Block, BlockKind, Document, DocumentKind, Language, Shelf};

fn shelf() -> Shelf {
    let document = |symbol: &str, addresses: &[&str]| Document {
        symbol: symbol.parse().unwrap(),
        language: Language::FR,
        kind: DocumentKind::Report,
        title: String::new(),
        date: None,
        remark: None,
        blocks: addresses
            .iter()
            .map(|address| Block::new(address.parse().unwrap(), BlockKind::Paragraph, "…"))
            .collect(),
        findings: Vec::new(),
    };
    Shelf::new([
        document("A/1/1", &["14", "16", "annex/14", "annex/16/a", "annex/E/next/2"]),
        document("A/1/2", &["14", "71/f"]),
    ])
}

#[track_caller]
fn case(text: &str, from: Option<&str>, expected: &[&str]) {
    let from = from.map(|from| from.parse().unwrap());
    let found = candidates(&shelf(), text, from.as_ref());
    let found: Vec<String> = found.iter().map(|candidate| candidate.passage.to_string()).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_number_means_what_is_nearest_first() {
    case("14", None, &["A/1/1:14", "A/1/1:annex/14", "A/1/2:14"]);
    case("14", Some("A/1/1:annex/16/a"), &["A/1/1:annex/14", "A/1/1:14", "A/1/2:14"]);
    case("14", Some("A/1/2:71/f"), &["A/1/2:14", "A/1/1:14", "A/1/1:annex/14"]);
    case("A/1/1:14", None, &["A/1/1:14"]);
    case("A/1/1:16/a", None, &["A/1/1:annex/16/a"]);
    case("annex/14", Some("A/1/2:14"), &["A/1/1:annex/14"]);
    case("A/1/2, par. 71 f)", None, &["A/1/2:71/f"]);
    case("A/1/2, para. 71 (f)", None, &["A/1/2:71/f"]);
    case("E.2", None, &["A/1/1:annex/E/next/2"]);
    case("e.2", None, &["A/1/1:annex/E/next/2"]);
    case("99", None, &[]);
    // Known by its short name, not in the library: offered all the same.
    case("g57d", None, &["A/76/135:57/d"]);
    case("A/9/9:1", None, &["A/9/9:1"]);
    case("", None, &[]);
}

#[test]
fn a_page_is_its_first_passage_where_the_source_has_pages() {
    let mut paged = shelf().first().map(|document| Document::clone(document)).unwrap();
    paged.symbol = "A/1/3".parse().unwrap();
    for (block, page) in paged.blocks.iter_mut().zip([1, 1, 2, 2, 4]) {
        block.page = Some(page);
    }
    let mut shelf = shelf();
    shelf.insert(paged);
    let found = |text: &str, from: &str| -> Vec<String> {
        let from = from.parse().ok();
        candidates(&shelf, text, from.as_ref()).iter().map(|one| one.passage.to_string()).collect()
    };
    assert_eq!(found("page 2", "A/1/3:14"), ["A/1/3:annex/14"]);
    assert_eq!(found("page 1 of A/1/3", ""), ["A/1/3:14"]);
    assert_eq!(found("à la page 4", "A/1/3:16"), ["A/1/3:annex/E/next/2"]);
    // No passage begins on page 3; the others show no pages.
    for (text, from) in [("page 3", "A/1/3:14"), ("page 2", "A/1/1:14"), ("page 2", ""), ("page", "A/1/3:14")]
    {
        assert_eq!(found(text, from), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_part_of_a_resolution_is_opened_in_the_document_that_has_it_with_others() {
    let mut both = shelf().first().map(|document| Document::clone(document)).unwrap();
    both.symbol = "A/RES/96/84A-B".parse().unwrap();
    let mut shelf = shelf();
    shelf.insert(both);
    let found = |text: &str| -> Vec<String> {
        candidates(&shelf, text, None).iter().map(|one| one.passage.to_string()).collect()
    };
    for text in [
        "96/84A",
        "96/84 A",
        "res 96/84 B",
        "A/RES/96/84A",
        "A/RES/96/84 B",
        "A/96/84A",
        "96/84",
        "96/84A-B",
        "96/84 A-B",
        "resolution 96/84 A and B",
        "résolution 96/84 A et B",
        "A/RES/96/84A-B",
        "A/96/84A-B",
    ] {
        assert_eq!(found(text).first().map(String::as_str), Some("A/RES/96/84A-B:title"), "{text}");
    }
    assert_eq!(found("A/RES/96/84C"), ["A/RES/96/84C:title"], "another part");
    let mut parts = Shelf::default();
    let mut part = shelf.first().map(|document| Document::clone(document)).unwrap();
    part.symbol = "A/RES/96/84A".parse().unwrap();
    parts.insert(part);
    let found = candidates(&parts, "A/RES/96/84A-B", None);
    assert_eq!(found[0].passage.to_string(), "A/RES/96/84A:title");
}
