//! The line in which an intervention is typed: a table of lines in several languages, and that nothing typed is lost.

use plenary::cite::{Aliases, resolve};
use plenary::language::InterventionWords;
use plenary::model::{Delegations, Language, Reference, Shelf};
use plenary::store::bundled;
use plenary::workspace::intervention::complete;
use plenary::workspace::{InterventionLine, LineReader, TypedName};
use proptest::prelude::*;

/// What a line is read with, as at the desk at step E.2 of A/77/275.
struct Floor {
    index: resolve::Index,
    here: Reference,
}

impl Floor {
    fn new() -> Self {
        let shelf = Shelf::new(bundled::documents());
        let index = resolve::Index::of(&shelf, Aliases::bundled());
        Self { index, here: "A/77/275:annex/E/next/2".parse().expect("a passage") }
    }

    fn read(&self, line: &str) -> InterventionLine {
        let passages = |typed: &str| {
            let found = self.index.candidates(typed, Some(&self.here));
            found.into_iter().filter(|one| one.held).map(|one| one.passage).collect()
        };
        let delegations = Delegations::bundled();
        let words = InterventionWords::bundled();
        LineReader { delegations: &delegations, words, passages: &passages }.read(line)
    }
}

/// What was understood, written like a row of the table.
fn row(read: &InterventionLine) -> [String; 5] {
    let name = |name: &TypedName| match name.ids.first() {
        Some(id) => id.clone(),
        None => format!("?{}", name.typed),
    };
    let names = |names: &[TypedName]| names.iter().map(name).collect::<Vec<_>>().join(" ");
    let stance = read.stance.map_or("", |stance| stance.name());
    let (reply, twice) = (if read.is_reply { "reply:" } else { "" }, if read.strongly { "!" } else { "" });
    let passage = read.passage.as_ref().map(|passage| passage.candidates[0].to_string());
    [
        names(&read.speakers),
        names(&read.on_behalf_of),
        format!("{reply}{stance}{twice}"),
        passage.unwrap_or_default(),
        read.words.clone(),
    ]
}

#[test]
fn lines_are_understood_in_the_order_in_which_people_type_them() {
    let table: toml::Table = include_str!("line.toml").parse().expect("the table is TOML");
    let lines = table["lines"].as_array().expect("rows");
    assert!(lines.len() >= 60, "{} lines", lines.len());
    let floor = Floor::new();
    let mut wrong = Vec::new();
    for line in lines {
        let cells: Vec<&str> =
            line.as_array().expect("a row").iter().map(|cell| cell.as_str().expect("text")).collect();
        let read = floor.read(cells[0]);
        if row(&read) != cells[1..] {
            wrong.push(format!("{:?}\n  expected {:?}\n  read     {:?}", cells[0], &cells[1..], row(&read)));
        }
        assert_eq!(format!("{}{}", read.head, read.words), cells[0], "head and words are the line");
    }
    assert!(wrong.is_empty(), "{} of {} lines:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

#[test]
fn an_ambiguous_name_keeps_all_its_meanings() {
    let read = Floor::new().read("SG + oui");
    assert!(read.speakers[0].is_ambiguous());
    assert_eq!(read.speakers[0].ids, ["UNSG", "SGP"]);
}

#[test]
fn a_completed_name_is_read_as_the_delegation_it_names() {
    let (floor, delegations) = (Floor::new(), Delegations::bundled());
    let mut wrong = Vec::new();
    for language in [Language::EN, Language::FR] {
        for delegation in delegations.all() {
            let label = delegation.label(language);
            let names = complete(&delegations, InterventionWords::bundled(), label, label.len(), language);
            let names = names.map(|found| found.names).unwrap_or_default();
            let reads = |name: &String| {
                let read = floor.read(&format!("{name} + yes"));
                read.speakers.iter().map(|name| &name.ids[..]).eq([[delegation.id.clone()]])
            };
            if !names.iter().any(reads) {
                wrong.push(format!("{label}: {names:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} names:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn names_are_completed_before_the_cursor() {
    let delegations = Delegations::bundled();
    let complete = |line: &str| {
        let words = InterventionWords::bundled();
        let found = complete(&delegations, words, line, line.len(), Language::FR)?;
        Some((line[found.span.start..].to_owned(), found.names))
    };
    for (line, typed, first) in [
        ("egy", "egy", "Égypte"),
        ("fr, cana", "cana", "Canada"),
        ("république ce", "république ce", "République centrafricaine"),
        ("l’ira", "ira", "Iran"),
        ("Égypte au nom du groupe ar", "groupe ar", "Groupe arabe"),
        ("Malawi au nom du gr", "gr", "GRULAC"),
        ("germ", "germ", "Allemagne"),
    ] {
        let (span, names) = complete(line).unwrap_or_else(|| panic!("{line} is not completed"));
        assert_eq!((span.as_str(), names[0].as_str()), (typed, first), "{line}: {names:?}");
    }
    assert_eq!(complete("zzz"), None);
    assert_eq!(complete(""), None);
}

/// Pieces of lines, to be put together in any order.
const PIECES: [&str; 30] = [
    "SG",
    "fr",
    "Égypte",
    "Wakanda",
    "au nom du",
    "Groupe arabe",
    "on behalf of",
    "+",
    "++",
    "-",
    "–",
    "=",
    "?",
    ":",
    ",",
    "(",
    ")",
    "E.2",
    "14c",
    "par. 14 c)",
    "soutient",
    "contre",
    "et",
    "la",
    "de",
    "droit de réponse",
    "qui paie",
    "3 %",
    "«",
    "’",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_word_typed_is_in_a_field(
        pieces in prop::collection::vec((0..PIECES.len(), prop::bool::ANY), 0..9),
        other in "\\PC{0,12}",
    ) {
        let mut line = other;
        for (piece, is_spaced) in pieces {
            line.push_str(if is_spaced { " " } else { "" });
            line.push_str(PIECES[piece]);
        }
        let passages = |typed: &str| match typed {
            "E.2" | "14c" => vec!["A/77/275:annex/E/next/2".parse().expect("a passage")],
            _ => Vec::new(),
        };
        let delegations = Delegations::bundled();
        let words = InterventionWords::bundled();
        let read = LineReader { delegations: &delegations, words, passages: &passages }.read(&line);
        prop_assert_eq!(format!("{}{}", read.head, read.words), line.clone());
        // What is understood is in the head, or, for a stance in words, in the words.
        for name in read.speakers.iter().chain(&read.on_behalf_of) {
            prop_assert!(read.head.contains(&name.typed), "{:?} is not in {:?}", name, read.head);
        }
        prop_assert!(read.passage.is_none_or(|passage| line.contains(&passage.typed)));
    }
}
