//! The number of a passage in a list: completed from the one before it, and counted up to the end of a range.

use super::cut::ListNumber;
use crate::base::numbering::{from_letters, from_roman, letters, roman, split_adverb};
use crate::cite::resolve::pieces::TypedPiece;
use crate::model::{Address, Place};

impl ListNumber {
    /// The number as it is typed.
    pub fn typed(&self) -> Vec<TypedPiece> {
        let adverb = |text: &str| {
            let stem = split_adverb(text).0.to_owned();
            let adverb = text[stem.len()..].to_owned();
            (stem, adverb)
        };
        let mut typed = Vec::new();
        let mut add = |piece: fn(String) -> TypedPiece, text: &str| {
            let (stem, adverb) = adverb(text);
            typed.push(piece(stem));
            if !adverb.is_empty() {
                typed.push(TypedPiece::Word(adverb));
            }
        };
        if let Some(number) = &self.number {
            add(TypedPiece::Number, number);
        }
        for sub in &self.subs {
            add(TypedPiece::Word, sub);
        }
        typed
    }
}

/// What a number may be after another one: whole, or with the beginning of that one: `57 (d), (e)`.
pub(super) fn completions(before: &ListNumber, number: &ListNumber) -> Vec<ListNumber> {
    let path = |number: &Option<String>, subs: Vec<String>| ListNumber {
        lead: Vec::new(),
        number: number.clone(),
        subs,
    };
    if number.number.is_some() || before.number.is_none() {
        let mut ways = vec![path(&number.number, number.subs.clone())];
        // « 7e » may be an ordinal.
        if number.number.is_some() && matches!(&number.subs[..], [ending] if ending == "e" || ending == "d") {
            ways.push(path(&number.number, Vec::new()));
        }
        return ways;
    }
    let same_style = |one: &str, other: &str| {
        let letter = |text: &str| text.len() == 1;
        let numeral = |text: &str| from_roman(text).is_some();
        letter(one) && letter(other) || numeral(one) && numeral(other)
    };
    let first = &number.subs[0];
    let levels = (0..before.subs.len()).rev().filter(|level| same_style(&before.subs[*level], first));
    let mut ways: Vec<ListNumber> =
        levels.map(|level| path(&before.number, [&before.subs[..level], &number.subs].concat())).collect();
    ways.push(path(&before.number, [&before.subs[..], &number.subs].concat()));
    ways
}

/// Whether two places have the same kind and as many components.
pub(super) fn is_level(one: &Address, other: &Address) -> bool {
    let parted = |place: &Place| match place {
        Place::Title | Place::Norm(_) | Place::Note(_) => (0, 1),
        Place::Heading(path) | Place::Steps(path) => (path.len(), 0),
        Place::Step(section, path) => (section.len(), path.len()),
        Place::Paragraph(path)
        | Place::Preambular(path)
        | Place::Operative(path)
        | Place::Item(path)
        | Place::Text(path) => (0, path.len()),
    };
    let kind = std::mem::discriminant(&one.place) == std::mem::discriminant(&other.place);
    kind && one.part == other.part && parted(&one.place) == parted(&other.place)
}

/// The most passages of a range that are counted.
const MOST_COUNTED: usize = 400;

/// The addresses between two of a document that the library does not have, by their last components.
pub(super) fn counted(first: &Address, last: &Address) -> Option<Vec<Address>> {
    let (from, to) = (first.last()?, last.last()?);
    let number = |text: &str| text.parse::<u32>().ok();
    let is_roman = from_roman(from).is_some() && from_roman(to).is_some() && (from.len() > 1 || to.len() > 1);
    let write: fn(u32) -> String;
    let ends = match (number(from), number(to)) {
        (Some(from), Some(to)) => {
            write = |number| number.to_string();
            (Some(from), Some(to))
        }
        _ if is_roman => {
            write = roman;
            (from_roman(from), from_roman(to))
        }
        _ => {
            write = letters;
            (from_letters(from), from_letters(to))
        }
    };
    let (Some(start), Some(end)) = ends else { return None };
    if !is_level(first, last) || start >= end || (end - start) as usize > MOST_COUNTED {
        return None;
    }
    let (written, tail) = (first.to_string(), from);
    let stem = written.strip_suffix(tail)?;
    let same = last.to_string().strip_suffix(to)? == stem;
    if !same {
        return None;
    }
    (start + 1..end).map(|number| format!("{stem}{}", write(number)).parse().ok()).collect()
}
