//! Other layouts give the same document: no empty lines, no indents, CR LF, a byte order mark.

use plenary::import::{Given, import};
use plenary::model::Document;
use plenary::store::bundled;

fn passages(document: &Document) -> Vec<(String, Option<String>, String)> {
    let passage = |block: &plenary::model::Block| {
        let calls = block.calls().map(|(mark, at)| format!("[{mark}@{at}]")).collect::<String>();
        (block.address.to_string(), block.number.clone(), format!("{}{calls}", block.text))
    };
    document.blocks.iter().map(passage).collect()
}

/// Imports every bundled source in another layout and compares the result with the bundled document.
#[track_caller]
fn same(set: impl Fn(&str) -> Vec<u8>, without: &[&str]) {
    let vocabularies = bundled::vocabularies();
    for (source, document) in bundled::sources().iter().zip(bundled::documents()) {
        if without.contains(&document.symbol.as_str()) {
            continue;
        }
        let bytes = set(std::str::from_utf8(source.bytes).expect("the sources are UTF-8"));
        let again =
            import(source.name, &bytes, &source.given, &vocabularies).expect("the changed source is text");
        let (expected, found) = (passages(&document), passages(&again));
        for (expected, found) in expected.iter().zip(&found) {
            assert_eq!(found, expected, "{}", document.symbol);
        }
        assert_eq!(found.len(), expected.len(), "{}", document.symbol);
    }
}

#[test]
fn other_line_endings_and_a_byte_order_mark() {
    same(|text| text.replace('\n', "\r\n").into_bytes(), &[]);
    same(|text| format!("\u{feff}{text}").into_bytes(), &[]);
    same(|text| text.replace('\n', "\r").into_bytes(), &[]);
}

#[test]
fn no_spaces_around_lines() {
    same(|text| text.lines().map(str::trim).collect::<Vec<_>>().join("\n").into_bytes(), &[]);
}

#[test]
fn no_empty_lines() {
    // In sources with one paragraph per line, only empty lines show where a page break splits a paragraph.
    same(
        |text| {
            text.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n").into_bytes()
        },
        &[],
    );
}

#[test]
fn no_language_given() {
    let vocabularies = bundled::vocabularies();
    for source in bundled::sources() {
        let given = Given { language: None, ..source.given.clone() };
        let document = import(source.name, source.bytes, &given, &vocabularies).unwrap();
        assert_eq!(document.language.code(), "fr");
    }
}
