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
