//! Whether an imported document may take the place of the stored one with its symbol and language: its source must say that it
//! is the same text or a later one.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::base::text::fold;
use crate::language::Languages;
use crate::model::{Document, Part};

/// Why a document may not take the place of another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Its date is before that of the stored one.
    Older,
    /// It shows no date, the stored one does.
    Undated,
    /// It is an advance version, the stored one is not.
    Advance,
    /// The dates do not show which is later, and the texts have little in common.
    OtherText,
}

/// The reason for which a new document may not replace a stored one; `None` if it may.
///
/// The final version takes the place of an advance one whatever its date, a later date that of an earlier one. With the same
/// date, or without any, one text must repeat a good part of the other: two documents may bear one symbol by mistake.
#[must_use]
pub fn refusal(stored: &Document, new: &Document, languages: &Languages) -> Option<Refusal> {
    if stored.blocks == new.blocks {
        return None;
    }
    let advance = [stored, new].map(|document| is_advance(document, languages));
    match advance {
        [false, true] => return Some(Refusal::Advance),
        [true, false] => return other_text(stored, new),
        _ => {}
    }
    match (stored.date, new.date) {
        (Some(stored), Some(new)) if new < stored => Some(Refusal::Older),
        (Some(stored), Some(new)) if new > stored => None,
        (Some(_), None) => Some(Refusal::Undated),
        _ => other_text(stored, new),
    }
}

/// Whether the front of a document says that it is an advance version.
fn is_advance(document: &Document, languages: &Languages) -> bool {
    const FRONT: usize = 12;
    let front = document
        .blocks
        .iter()
        .enumerate()
        .filter(|(at, block)| *at < FRONT || block.address.part == Part::Front);
    let texts = front.map(|(_, block)| block.text.as_str());
    let removed = document.findings.iter().filter(|finding| finding.repaired.is_none());
    let lines = texts.chain(removed.map(|finding| finding.source.as_str())).filter(|text| text.len() < 200);
    let phrases = || languages.iter().flat_map(|table| &table.import.advance);
    lines.map(fold).any(|line| phrases().any(|phrase| line.contains(phrase.as_str())))
}

/// In percent of the shorter text: what two versions of one document have in common at least.
const COMMON: usize = 35;
/// So many words in a row are compared.
const ROW: usize = 4;

fn other_text(stored: &Document, new: &Document) -> Option<Refusal> {
    let (stored, new) = (rows(stored), rows(new));
    let shorter = stored.len().min(new.len());
    (stored.intersection(&new).count() * 100 < shorter * COMMON).then_some(Refusal::OtherText)
}

/// All rows of a few words in a document, without its front: covers are alike.
fn rows(document: &Document) -> HashSet<u64> {
    let text = document.blocks.iter().filter(|block| block.address.part != Part::Front);
    let words: Vec<String> = text.flat_map(|block| block.text.split_whitespace().map(fold)).collect();
    let rows = words.windows(ROW.min(words.len()).max(1));
    rows.map(|row| {
        let mut hasher = DefaultHasher::new();
        row.hash(&mut hasher);
        hasher.finish()
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Given, Vocabularies, import};

    fn document(date: &str, text: &str) -> Document {
        let cover = format!(
            "United Nations  A/90/1\nGeneral Assembly  Distr.: General\n{date}\n\nReport on lights\n\nI. Introduction\n\n1. {text}\n"
        );
        let vocabularies = Vocabularies::new(Languages::bundled());
        import("x.txt", cover.as_bytes(), &Given::default(), &vocabularies).unwrap()
    }

    #[track_caller]
    fn case(stored: [&str; 2], new: [&str; 2], expected: Option<Refusal>) {
        let [stored, new] = [stored, new].map(|[date, text]| document(date, text));
        assert_eq!(refusal(&stored, &new, Languages::bundled()), expected);
    }

    const LIGHTS: &str = "The Group met in Bristol and looked at all the lights of the coast, one by one.";
    const MORE: &str = "The Group met in Bristol and looked at all the lights of the coast and at the bells.";
    const FISH: &str =
        "Nets shall be mended on Mondays, and boats shall be painted before the herring comes in.";

    #[test]
    fn only_the_same_or_a_later_text_replaces() {
        let (june, july) = ("3 June 2024", "4 July 2024");
        case([june, LIGHTS], [june, LIGHTS], None);
        case([june, LIGHTS], [july, MORE], None);
        case([july, LIGHTS], [june, MORE], Some(Refusal::Older));
        case([june, LIGHTS], [june, MORE], None);
        case(["", LIGHTS], ["", MORE], None);
        case(["", LIGHTS], [june, MORE], None);
        case([june, LIGHTS], ["", MORE], Some(Refusal::Undated));
    }

    #[test]
    fn another_text_with_the_same_symbol_does_not_replace() {
        let june = "3 June 2024";
        let long = |text: &str| format!("{text} {text}\n\n2. {}", text.replace(' ', " and "));
        case([june, &long(LIGHTS)], [june, &long(FISH)], Some(Refusal::OtherText));
        case(["", &long(LIGHTS)], ["", &long(FISH)], Some(Refusal::OtherText));
    }

    #[test]
    fn an_advance_version_never_replaces_the_final_one() {
        let (june, advance) = ("3 June 2024", "5 June 2024\n\nAdvance unedited version");
        case([june, LIGHTS], [advance, MORE], Some(Refusal::Advance));
        case([advance, LIGHTS], [june, MORE], None);
        case([advance, LIGHTS], [advance, MORE], None);
    }
}
