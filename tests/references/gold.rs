//! The citations in the five documents compared with a list made by hand; prints precision and recall.

use std::collections::{HashMap, HashSet};

use plenary::base::Span;
use plenary::cite::expand::{self, Target};
use plenary::cite::{Aliases, Whose};
use plenary::model::{Address, Document};
use plenary::store::bundled;

/// A citation in the list.
struct Expected {
    words: String,
    targets: Vec<String>,
    span: Option<Span>,
}

fn gold() -> HashMap<String, Vec<(Vec<Address>, Expected)>> {
    let list: toml::Table = include_str!("gold.toml").parse().expect("the list is TOML");
    let strings = |row: &toml::Value| -> Vec<String> {
        let cells = row.as_array().expect("a row").iter();
        cells.map(|cell| cell.as_str().expect("words").to_owned()).collect()
    };
    let documents = list["document"].as_array().expect("documents").iter();
    let read = |document: &toml::Value| {
        let rows = document["cites"].as_array().expect("rows").iter().map(strings);
        let rows = rows.map(|row| {
            let targets = row[2].split(' ').map(str::to_owned).collect();
            let places = row[0].split(' ').map(|place| place.parse().expect("an address")).collect();
            (places, Expected { words: row[1].clone(), targets, span: None })
        });
        (document["symbol"].as_str().expect("a symbol").to_owned(), rows.collect())
    };
    documents.map(read).collect()
}

fn written(target: &Target) -> String {
    match &target.symbol {
        None => format!("charter:{}", target.address),
        Some(symbol) if target.address.to_string() == "title" => symbol.to_string(),
        Some(symbol) => format!("{symbol}:{}", target.address),
    }
}

/// Finds the text of each row in its passage, each after the previous one.
fn place(document: &Document, rows: &mut [(Address, Expected)]) {
    let mut after: HashMap<Address, usize> = HashMap::new();
    for (address, row) in rows {
        let Some(block) = document.block(address) else { continue };
        let from = after.get(address).copied().unwrap_or(0);
        if let Some(at) = block.text[from..].find(&row.words) {
            let span = Span::new(from + at, from + at + row.words.len());
            after.insert(address.clone(), span.end);
            row.span = Some(span);
        }
    }
}

#[derive(Default)]
struct Tally {
    rows: usize,
    moved: Vec<String>,
    missed: Vec<String>,
    found: usize,
    strange: Vec<String>,
    wrong: Vec<String>,
}

fn compare(document: &Document, rows: Vec<(Vec<Address>, Expected)>, tally: &mut Tally) {
    let here = |places: Vec<Address>| {
        let first = places[0].clone();
        places.into_iter().find(|place| document.block(place).is_some()).unwrap_or(first)
    };
    let mut rows: Vec<(Address, Expected)> =
        rows.into_iter().map(|(places, expected)| (here(places), expected)).collect();
    place(document, &mut rows);
    let mut met: HashSet<usize> = HashSet::new();
    let mut found_by: HashSet<usize> = HashSet::new();
    let cited = expand::document(document, Aliases::bundled());
    for (number, one) in cited.iter().enumerate() {
        let address = &document.blocks[one.block].address;
        let targets: Vec<String> = one.targets.iter().map(written).collect();
        let at = |row: &(Address, Expected)| {
            row.0 == *address && row.1.span.is_some_and(|span| span.overlap(one.citation.span).is_some())
        };
        let line = format!("{} {address}: «{}» → {}", document.symbol, one.citation.raw, targets.join(" "));
        match rows.iter().position(|row| at(row) && row.1.targets == targets) {
            Some(row) => {
                met.insert(row);
                found_by.insert(number);
            }
            None if rows.iter().any(at) => tally.wrong.push(line),
            None => tally.strange.push(line),
        }
    }
    tally.found += cited.len();
    tally.rows += rows.len();
    for (at, (address, row)) in rows.iter().enumerate().filter(|(at, _)| !met.contains(at)) {
        let line =
            format!("{} {address}: «{}» → {} ({at})", document.symbol, row.words, row.targets.join(" "));
        if row.span.is_none() { tally.moved.push(line) } else { tally.missed.push(line) }
    }
}

#[test]
fn every_citation_in_the_five_documents_is_found() {
    let mut gold = gold();
    let mut tally = Tally::default();
    for document in bundled::documents() {
        let rows = gold.remove(document.symbol.as_str()).unwrap_or_default();
        compare(&document, rows, &mut tally);
    }
    assert!(gold.is_empty(), "the list names documents that are not bundled");
    let share = |good: usize, of: usize| good as f64 * 100.0 / of as f64;
    let good = tally.found - tally.wrong.len() - tally.strange.len();
    let precision = share(good, tally.found);
    let recall = share(tally.rows - tally.missed.len() - tally.moved.len(), tally.rows);
    println!(
        "{} rows, {} citations: precision {precision:.2} %, recall {recall:.2} %",
        tally.rows, tally.found
    );
    let print = |what: &str, lines: &[String]| lines.iter().for_each(|line| println!("{what}: {line}"));
    print("wrong", &tally.wrong);
    print("not in the list", &tally.strange);
    print("missed", &tally.missed);
    print("words no longer there", &tally.moved);
    assert_eq!(tally.wrong, [] as [String; 0], "no citation leads to a wrong passage");
    assert!(precision >= 99.5, "precision {precision}");
    let settled = tally.rows - tally.moved.len();
    assert!(share(settled - tally.missed.len(), settled) >= 99.0, "recall {recall}");
    assert!(tally.moved.len() <= 4, "the list no longer fits the documents");
}

#[test]
fn a_citation_keeps_its_text() {
    for document in bundled::documents() {
        for one in expand::document(&document, Aliases::bundled()) {
            let text = &document.blocks[one.block].text;
            assert_eq!(one.citation.span.of(text), one.citation.raw);
            assert!(one.citation.whose != Whose::Document || one.citation.symbol.is_some());
        }
    }
}
