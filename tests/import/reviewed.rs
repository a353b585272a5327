//! A/77/275 compared with a list of its passages checked by people.

use plenary::store::bundled;
use serde::Deserialize;

#[derive(Deserialize)]
struct Reviewed {
    blocks: Vec<Passage>,
}

#[derive(Deserialize, Debug, PartialEq)]
struct Passage {
    address: String,
    kind: String,
    number: Option<String>,
    #[serde(default)]
    calls: Vec<String>,
    text: String,
}

#[test]
fn the_first_annual_report_matches_the_reviewed_list() {
    let reviewed: Reviewed = toml::from_str(include_str!("A-77-275.fr.expected.toml")).unwrap();
    let documents = bundled::documents();
    let document = documents.iter().find(|document| document.symbol.as_str() == "A/77/275").unwrap();
    assert_eq!(document.blocks.len(), reviewed.blocks.len());
    for (block, passage) in document.blocks.iter().zip(&reviewed.blocks) {
        let found = Passage {
            address: block.address.to_string(),
            kind: block.kind.name().to_owned(),
            number: block.number.clone(),
            calls: block.calls().map(|(mark, _)| mark.to_owned()).collect(),
            text: block.text.clone(),
        };
        assert_eq!(found, *passage);
    }
}

#[test]
fn the_other_documents_have_the_known_numbers_of_passages() {
    let count = |symbol: &str, wanted: &dyn Fn(&str) -> bool| {
        let documents = bundled::documents();
        let document = documents.iter().find(|document| document.symbol.as_str() == symbol).unwrap();
        document.blocks.iter().filter(|block| wanted(&block.address.to_string())).count()
    };
    let paragraph = |address: &str| address.bytes().all(|byte| byte.is_ascii_digit());
    type Case<'a> = (&'a str, &'a dyn Fn(&str) -> bool, usize);
    let cases: [Case<'_>; 10] = [
        ("A/76/135", &paragraph, 98),
        ("A/76/135", &|address| address.starts_with("norm/"), 11),
        ("A/76/135", &|address| address.starts_with("heading/"), 11),
        ("A/76/135", &|address| address.starts_with("note/"), 6),
        ("A/RES/78/237", &|address| address.starts_with("pp/"), 18),
        ("A/RES/78/237", &|address| address.starts_with("op/"), 9),
        ("A/AC.290/2020/L.1", &paragraph, 16),
        ("A/AC.290/2020/L.1", &|address| address.starts_with("item/"), 13),
        ("A/AC.292/2023/L.1", &paragraph, 15),
        ("A/AC.292/2023/L.1", &|address| address == "annex/text/1", 1),
    ];
    for (symbol, wanted, number) in cases {
        assert_eq!(count(symbol, wanted), number, "{symbol}");
    }
}

#[test]
fn addresses_are_unique_in_a_document() {
    for document in bundled::documents() {
        let mut seen = std::collections::HashSet::new();
        for block in &document.blocks {
            assert!(seen.insert(&block.address), "{}: {} twice", document.symbol, block.address);
        }
    }
}
