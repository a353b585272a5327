//! Random pairs of texts under one symbol: board, timeline, details, citations and exports never mix them up.

use std::collections::BTreeSet;
use std::sync::Arc;

use plenary::board::{Board, Choice, occurrences};
use plenary::cite::Aliases;
use plenary::cite::graph::Graph;
use plenary::export::tracker::Work;
use plenary::export::{self, Format, calendar};
use plenary::followup::{self, OfDocuments, timeline};
use plenary::language::Languages;
use plenary::locale::Locale;
use plenary::model::{Block, BlockKind, Document, DocumentKind, Language, Shelf};
use plenary::store::process;
use plenary::workspace::{Notebook, Release, Tracker};
use proptest::prelude::*;

use crate::screens::Delegate;

const LANGUAGES: [Language; 2] = [Language::FR, Language::EN];

/// Pieces of steps in both languages, and characters of one to four bytes.
const PIECES: &str = "(Les États |conviennent d’établir |sont invités, à titre volontaire, à |Le Secrétariat est prié \
    d’élaborer un document d’information |aux quatrième et cinquième sessions |d’ici la fin de 2023 |States agree to |\
    are invited, on a voluntary basis, to |The Secretariat is requested to produce a background paper |at the fourth \
    session |by the end of January 2023 |: a\\) |; b\\) |\\(c\\) |discussions |par\\. 2 ci-dessus |resolution 75/240 |é|€|𝄞|\\. |, )*";

/// A text: steps with these numbers in section E, operative paragraphs, and paragraphs.
fn text(language: Language) -> impl Strategy<Value = Document> {
    let step = (1_u8..9, PIECES);
    let blocks = (proptest::collection::vec(step.clone(), 0..5), proptest::collection::vec(step, 0..4));
    (blocks, any::<bool>()).prop_map(move |((steps, paragraphs), is_resolution)| {
        let mut known = BTreeSet::new();
        let mut blocks = Vec::new();
        let mut add = |address: String, kind: BlockKind, text: String| {
            if known.insert(address.clone()) {
                blocks.push(Block::new(address.parse().unwrap(), kind, text));
            }
        };
        for (number, text) in paragraphs {
            match is_resolution {
                true => add(format!("op/{number}"), BlockKind::Operative, text),
                false => add(format!("annex/{number}"), BlockKind::Paragraph, text),
            }
        }
        add("annex/heading/E".to_owned(), BlockKind::Heading, "E".to_owned());
        for (number, text) in steps {
            match number {
                8 => add("annex/E/next/2/a".to_owned(), BlockKind::Subparagraph, text),
                _ => add(format!("annex/E/next/{number}"), BlockKind::NextStep, text),
            }
        }
        Document {
            symbol: "A/77/275".parse().unwrap(),
            language,
            kind: if is_resolution { DocumentKind::Resolution } else { DocumentKind::Report },
            title: String::new(),
            date: None,
            remark: None,
            blocks,
            findings: Vec::new(),
        }
    })
}

/// Everything quoted from a step is in its text, and everything quoted from a passage of its document in that passage.
fn quotes_are_in_their_text(followups: &OfDocuments, symbol: &plenary::model::Symbol) {
    for language in LANGUAGES {
        let list = followups.list(symbol, language);
        let keys: Vec<_> = list.iter().map(|followup| (&followup.step, followup.request)).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "no step twice");
        for followup in list {
            let text = followup.text();
            let quotes = followup.voluntary.iter().chain(&followup.verb);
            for quote in quotes.chain(&followup.session_words).chain(&followup.products) {
                assert_eq!(quote.span.of(text), quote.text);
            }
            for deadline in followup.deadlines() {
                let passage = followup.source.text(&deadline.address).unwrap();
                assert_eq!(deadline.span.of(passage), deadline.text);
            }
            for cite in &followup.cites {
                let passage = followup.source.text(&cite.address).unwrap();
                assert_eq!(cite.span.of(passage), cite.text);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn two_texts_under_one_symbol_are_never_mixed_up(french in text(Language::FR), english in text(Language::EN)) {
        let symbol = french.symbol.clone();
        let processes = process::processes();
        let process = processes.iter().find(|process| process.report(&symbol).is_some()).unwrap();
        let shelf = Shelf::new([french.clone(), english.clone()]);
        let followups = followup::of_shelf(&shelf, &processes, Languages::bundled());
        quotes_are_in_their_text(&followups, &symbol);

        let graph = Graph::of(&shelf, Aliases::bundled());
        for link in graph.links() {
            let text = shelf.get(&symbol, link.language).filter(|text| text.language == link.language).unwrap();
            let block = text.block(link.through.as_ref().unwrap_or(&link.from.address)).unwrap();
            prop_assert_eq!(link.span.of(&block.text), &link.raw);
        }

        let (tracker, notebook) = (Tracker::default(), Notebook::default());
        for language in LANGUAGES {
            let locale = Locale::new(language);
            let list = followups.get(&symbol, language).cloned().unwrap_or_default();
            let board = Board::new(&symbol, Arc::clone(&list), Some(process));
            let boards = [board];
            let choice = Choice { topics: true, standing: true, ..Choice::default() };
            let found = occurrences(&boards, &choice, &tracker);
            let ids: BTreeSet<String> = found.iter().map(ToString::to_string).collect();
            prop_assert_eq!(ids.len(), found.len(), "no occurrence twice");
            let work = Work {
                tracker: &tracker,
                notebook: &notebook,
                positions: &notebook,
                delegations: &plenary::model::Delegations::bundled(),
                release: Release::default(),
            };
            let report = export::tracker(&boards, &choice, work, &locale);
            for format in Format::ALL {
                prop_assert!(export::write(&report, format).is_ok());
            }
            let (events, _) = calendar::events(process, &boards, &tracker, &locale);
            let dates = list.iter().flat_map(|followup| followup.deadlines()).filter(|deadline| deadline.date.is_some());
            let dated = events.iter().filter(|event| event.uid.starts_with("deadline.")).count();
            prop_assert_eq!(dated, dates.count());
            let deadlines = timeline::entries(process, &followups, language);
            let deadlines = deadlines.iter().filter(|entry| matches!(entry.what, timeline::What::Deadline { .. }));
            prop_assert_eq!(deadlines.count(), list.iter().flat_map(|followup| followup.deadlines()).count());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_desk_draws_any_two_texts_under_one_symbol(
        french in text(Language::FR),
        english in text(Language::EN),
        keys in proptest::collection::vec(
            proptest::sample::select(vec!["L", "t", "Enter", "Down", "Up", "Esc", "C", "d", "g", "s d", "u", "B", "f", "o", "r", "PageDown", ">", "v"]),
            1..24,
        ),
        size in proptest::sample::select(vec![(80, 24), (40, 12), (1, 1), (150, 45)]),
    ) {
        let mut desk = Delegate::with("2023-03-07", [french, english]).on(size.0, size.1);
        for key in keys {
            desk = desk.press(key);
            prop_assert!(!desk.screen().is_empty());
        }
    }
}
