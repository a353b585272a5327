//! No word is lost: every word of a source is in exactly one passage or in a finding.

use std::collections::BTreeMap;

use plenary::base::FindingKind;
use plenary::import::{Given, import};
use plenary::model::{Block, BlockKind, Document};
use plenary::store::bundled;
use proptest::prelude::*;

/// How often each word occurs; a word is a run of letters and digits.
type Count = BTreeMap<String, i64>;

fn add(count: &mut Count, text: &str, times: i64) {
    for word in text.split_whitespace() {
        let word: String = word.chars().filter(|c| c.is_alphanumeric()).map(lowered).collect();
        if !word.is_empty() {
            *count.entry(word).or_default() += times;
        }
    }
}

/// Replaces a superscript by its digit.
fn lowered(c: char) -> char {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..='9').find(|(raised, _)| *raised == c).map_or(c, |(_, digit)| digit)
}

/// The part of the number that is printed before the passage.
fn printed(block: &Block) -> String {
    let number = block.number.clone().unwrap_or_default();
    match block.kind {
        BlockKind::Norm | BlockKind::Paragraph | BlockKind::Operative | BlockKind::NextStep => number,
        _ if block.address.to_string() == "title" => number,
        _ => number.rsplit(' ').next().unwrap_or_default().to_owned(),
    }
}

/// The words of the source that are missing in the document, and the words that are not in the source.
pub fn difference(source: &str, document: &Document) -> Vec<(String, i64)> {
    let mut count = Count::new();
    add(&mut count, source, 1);
    for block in &document.blocks {
        add(&mut count, &block.text, -1);
        add(&mut count, &printed(block), -1);
    }
    for finding in &document.findings {
        match (finding.kind, &finding.repaired) {
            (FindingKind::GivenMetadata | FindingKind::MissingMetadata | FindingKind::NoteWithoutCall, _)
            | (FindingKind::LanguageDoubtful | FindingKind::LanguageNotRead, _) => {}
            (_, Some(repaired)) => {
                add(&mut count, &finding.source, -1);
                add(&mut count, repaired, 1);
            }
            (_, None) => add(&mut count, &finding.source, -1),
        }
    }
    count.into_iter().filter(|(_, left)| *left != 0).collect()
}

#[test]
fn no_word_of_the_bundled_sources_is_lost() {
    for (source, document) in bundled::sources().iter().zip(bundled::documents()) {
        let text = std::str::from_utf8(source.bytes).unwrap();
        assert_eq!(difference(text, &document), [], "{}", document.symbol);
    }
}

#[test]
fn the_words_are_in_the_order_of_the_source() {
    for (source, document) in bundled::sources().iter().zip(bundled::documents()) {
        let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).map(lowered).collect::<String>();
        let text = bare(std::str::from_utf8(source.bytes).unwrap());
        let mut at = 0;
        for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Footnote) {
            // Footnotes and page breaks are removed only from the middle of a passage.
            let start: String = bare(&block.text).chars().take(8).collect();
            let place = text[at..].find(&start);
            assert!(place.is_some(), "{} {}: {start}", document.symbol, block.address);
            at += place.unwrap_or_default();
        }
    }
}

#[track_caller]
fn nothing_lost(text: &str) {
    let vocabularies = bundled::vocabularies();
    let Ok(document) = import("x.txt", text.as_bytes(), &Given::default(), &vocabularies) else { return };
    assert_eq!(difference(text, &document), [], "{text:?}");
    // Words that are only in the findings of the last check are in no passage.
    let unsettled = |kind| matches!(kind, FindingKind::TextMissing | FindingKind::TextAdded);
    assert!(
        !document.findings.iter().any(|finding| unsettled(finding.kind)),
        "{text:?}: {:#?}",
        document.findings
    );
    let mut seen = std::collections::HashSet::new();
    for block in &document.blocks {
        assert!(seen.insert(block.address.to_string()), "{} twice in {text}", block.address);
        let form = block.address.to_string();
        assert_eq!(form.parse().as_ref(), Ok(&block.address), "{form} does not read back");
        for (_, at) in block.calls() {
            assert!(block.text.is_char_boundary(at));
        }
        assert!(block.text.trim() == block.text && !block.text.contains("  "), "{:?}", block.text);
    }
}

/// Pieces of documents, put together at random.
const PIECES: [&str; 68] = [
    "1. ",
    "2. ",
    "3. ",
    "16 bis. ",
    "12",
    "a) ",
    "b) ",
    "i) ",
    "ii) ",
    "(a) ",
    "(i) ",
    "• ",
    "- ",
    "* ",
    "I. ",
    "II. ",
    "A. ",
    "B. ",
    "Annexe",
    "Annex II",
    "Annex I",
    "Annex I",
    "Annex\n\n",
    "Annexe II : Lampes",
    "Appendix",
    "Appendice I",
    "Enclosure",
    "Annex A\n\n1. Lamps\n\n",
    "(iv) ",
    "7. ",
    "3. 3. ",
    "aa) ",
    "| a | b |\n",
    "Pays    1990    2000\n",
    "---|---\n",
    "\t",
    "Prochaines étapes recommandées",
    "Recommended next steps",
    "Résumé",
    "Contents",
    "L’Assemblée générale,",
    "The General Assembly,",
    "Norme 13 a) : ",
    "Norm 13 (b) ",
    "__________",
    "https://undocs.org/A/1",
    "A/78/265",
    "¹ ",
    "mot¹",
    "word2.",
    "les États",
    "d ’une",
    "lui -même",
    "sécuri té",
    "celles -",
    "ci",
    "**gras**",
    "*",
    "[75/240](#)",
    "1^{re}",
    "78/237. ",
    ".",
    " ;",
    " :",
    "\n",
    "\n\n",
    "\n \n\n",
    " ",
];

/// Beginnings of lines of a report; a word that occurs nowhere else follows.
const LINES: [&str; 34] = [
    "",
    "",
    "",
    "1. ",
    "2. ",
    "3. ",
    "4. ",
    "11. ",
    "16 bis. ",
    "(a) ",
    "(b) ",
    "b) ",
    "(i) ",
    "(ii) ",
    "• ",
    "- ",
    "I. ",
    "II. ",
    "III. ",
    "A. ",
    "B. ",
    "Annex",
    "Annex I",
    "Annex I",
    "Annex II",
    "Annexe III : ",
    "Appendix",
    "Appendix I",
    "Enclosure ",
    "Recommended next steps\n\n1. ",
    "__________\n1 ",
    "¹ ",
    "# ",
    "| ",
];

/// A report with lines of these kinds, so many line ends before each: every word in it comes once, and in order.
#[track_caller]
fn random_report(kinds: &[(usize, usize)]) {
    let mut text = String::from("Report of the Group\n\nI. Introduction\n\n1. The Group met.\n");
    let marker = |at: usize| {
        let letters = |n: usize| char::from(b'a' + u8::try_from(n % 26).expect("below 26"));
        format!("Zq{}{}x", letters(at / 26), letters(at))
    };
    for (at, (kind, ends)) in kinds.iter().enumerate() {
        let line = LINES[*kind];
        let bare = line.starts_with(['A', 'E']) && !line.ends_with(' ') && line.len() > 3;
        let between = if bare { "\n\n" } else { "" };
        text.push_str(&"\n".repeat(*ends + 1));
        text.push_str(&format!(
            "{line}{between}{} stays{}",
            marker(at),
            [".", ";", "", ":"][(at + ends) % 4]
        ));
    }
    nothing_lost(&text);
    let document =
        import("x.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies()).expect("text");
    let body: Vec<&Block> =
        document.blocks.iter().filter(|block| block.kind != BlockKind::Footnote).collect();
    let all: String = body.iter().map(|block| format!("{}\n", block.text)).collect();
    let places: Vec<usize> = (0..kinds.len()).filter_map(|at| all.find(&marker(at))).collect();
    assert!(places.is_sorted(), "not in reading order: {text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_pieces_lose_no_word(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        nothing_lost(&pieces.concat());
    }

    #[test]
    fn no_passage_of_a_random_report_is_lost(kinds in prop::collection::vec((0..LINES.len(), 0..4usize), 0..120)) {
        random_report(&kinds);
    }

    #[test]
    fn random_text_loses_no_word(text in "\\PC{0,200}") {
        nothing_lost(&text);
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = import("x", &bytes, &Given::default(), &bundled::vocabularies());
    }
}
