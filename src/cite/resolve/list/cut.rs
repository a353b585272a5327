//! Where a list of passages is cut: "and", commas, "to", dashes, "and following"; and the number in each piece of it.

use std::ops::Range;

use super::super::pieces::TypedPiece;
use super::super::typed::{Tag, TypedVocabulary};
use crate::base::numbering::{ADVERBS, from_roman};

/// What comes before a piece of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListJoint {
    /// A comma; the first piece has it too.
    Comma,
    /// "and".
    And,
    /// "to", a dash: it is the end of a range.
    To,
}

/// A piece of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListPiece {
    /// What comes before it.
    pub joint: ListJoint,
    /// Its place among the pieces.
    pub range: Range<usize>,
    /// The place after "and following", which says that all passages after it are meant too.
    pub following: Option<usize>,
}

/// The number of a passage in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct ListNumber {
    /// The letters of the section before it, with the marks between them.
    pub lead: Vec<TypedPiece>,
    /// The number; `None` if only letters were typed.
    pub number: Option<String>,
    /// The letters of the sub-paragraphs.
    pub subs: Vec<String>,
}

/// Cuts the pieces of what was typed where a list is cut.
pub(super) fn cut(vocabulary: &TypedVocabulary, pieces: &[TypedPiece]) -> Vec<ListPiece> {
    let mut found: Vec<ListPiece> = Vec::new();
    let (mut joint, mut start, mut at) = (ListJoint::Comma, 0, 0);
    let mut end = |joint: ListJoint, range: Range<usize>, following: Option<usize>| {
        if !range.is_empty() {
            found.push(ListPiece { joint, range, following });
        } else if let Some(last) = found.last_mut().filter(|_| following.is_some()) {
            last.following = following;
        }
    };
    while at < pieces.len() {
        let Some((tag, next)) = cut_at(vocabulary, pieces, at) else {
            at = name_end(vocabulary, pieces, at).unwrap_or(at + 1);
            continue;
        };
        let range = start..at;
        // ", and": one cut; "to" after a comma counts.
        let is_empty = range.is_empty();
        end(joint, range, (tag == Tag::Following).then_some(next));
        joint = match tag {
            Tag::To => ListJoint::To,
            Tag::Following => ListJoint::Comma,
            Tag::And if matches!(pieces[at], TypedPiece::Mark(',' | ';')) => {
                if is_empty {
                    joint
                } else {
                    ListJoint::Comma
                }
            }
            _ => ListJoint::And,
        };
        (start, at) = (next, next);
    }
    end(joint, start..pieces.len(), None);
    found
}

/// The words or the mark that cut a list at a place, and the place after them.
fn cut_at(vocabulary: &TypedVocabulary, pieces: &[TypedPiece], at: usize) -> Option<(Tag, usize)> {
    match &pieces[at] {
        TypedPiece::Mark(',' | ';' | '&' | '+') => Some((Tag::And, at + 1)),
        TypedPiece::Mark('→') => Some((Tag::To, at + 1)),
        TypedPiece::Mark('.') if at > 0 => {
            let dots = pieces[at..].iter().take_while(|piece| **piece == TypedPiece::Mark('.')).count();
            let is_number = |piece: Option<&TypedPiece>| matches!(piece, Some(TypedPiece::Number(_)));
            let is_range = dots > 1 && is_number(pieces.get(at - 1)) && is_number(pieces.get(at + dots));
            is_range.then_some((Tag::To, at + dots))
        }
        TypedPiece::Mark('/') if at > 0 => {
            let numbered = matches!(pieces.get(at + 1), Some(TypedPiece::Number(_)));
            let lettered = match pieces[at - 1] {
                TypedPiece::Mark(')') => true,
                TypedPiece::Word(_) => at > 1 && matches!(pieces[at - 2], TypedPiece::Number(_)),
                _ => false,
            };
            (numbered && lettered).then_some((Tag::And, at + 1))
        }
        TypedPiece::Mark('-') if is_range(pieces, at) => Some((Tag::To, at + 1)),
        TypedPiece::Word(word) => {
            let known = vocabulary.at(pieces, at);
            // "Groupe de travail à composition non limitée" is the name of a document.
            let named = known.iter().filter(|(tag, _)| is_name(tag)).map(|(_, end)| *end).max();
            let is_cut = |(tag, _): &&(Tag, usize)| matches!(tag, Tag::And | Tag::To | Tag::Following);
            let (tag, end) = known.iter().find(is_cut)?;
            let single = *end == at + 1 && word.len() == 1;
            let holds = named.is_none_or(|named| named < *end) && (!single || is_between(pieces, at));
            // "71 f, s" and "par. 71 ff": what follows is no name, and something comes before.
            (holds && at > 0).then_some((*tag, *end))
        }
        _ => None,
    }
}

/// What is looked for as a whole: the words in it cut nothing.
fn is_name(tag: &Tag) -> bool {
    !matches!(tag, Tag::And | Tag::To | Tag::Following | Tag::Filler)
}

fn name_end(vocabulary: &TypedVocabulary, pieces: &[TypedPiece], at: usize) -> Option<usize> {
    let known = vocabulary.at(pieces, at).into_iter();
    known.filter(|(tag, _)| is_name(tag)).map(|(_, end)| end).max()
}

/// Whether a word of one letter is between two numbers, or between two letters in brackets: `16 a 18`, `a) a c)`.
fn is_between(pieces: &[TypedPiece], at: usize) -> bool {
    let closed = at > 0 && pieces[at - 1] == TypedPiece::Mark(')');
    // « normas b y d »
    let is_single =
        |piece: Option<&TypedPiece>| matches!(piece, Some(TypedPiece::Word(word)) if word.len() == 1);
    if pieces[at] == TypedPiece::Word("y".to_owned()) && at > 0 && is_single(pieces.get(at - 1)) {
        return is_single(pieces.get(at + 1));
    }
    match pieces.get(at + 1) {
        Some(TypedPiece::Number(_)) => true,
        Some(TypedPiece::Open | TypedPiece::Word(_)) => closed,
        _ => false,
    }
}

/// Whether a dash is between the ends of a range, not in `57-d`, `E-2` or « sous-alinéa ».
fn is_range(pieces: &[TypedPiece], at: usize) -> bool {
    let Some(before) = pieces[..at].last() else { return false };
    let mut after = pieces[at + 1..].iter().filter(|piece| **piece != TypedPiece::Open);
    let (first, second) = (after.next(), after.next());
    let short = |word: &str| word.is_ascii() && (word.len() == 1 || from_roman(word).is_some());
    let stepped = || {
        let mut rest =
            pieces[at + 1..].iter().skip(1).filter(|piece| !matches!(piece, TypedPiece::Mark('.')));
        matches!(rest.next(), Some(TypedPiece::Number(_)))
    };
    match (before, first) {
        (TypedPiece::Number(_), Some(TypedPiece::Number(_))) => true,
        (TypedPiece::Mark(')'), Some(TypedPiece::Number(_))) => true,
        (TypedPiece::Mark(')'), Some(TypedPiece::Word(word))) => short(word),
        (TypedPiece::Number(_), Some(TypedPiece::Word(word))) => short(word) && second.is_some() && stepped(),
        (TypedPiece::Word(word), Some(TypedPiece::Word(other))) => short(word) && short(other),
        (TypedPiece::Word(word), Some(TypedPiece::Number(_))) => {
            let numbered = at > 1 && matches!(pieces[at - 2], TypedPiece::Number(_) | TypedPiece::Open);
            numbered && (short(word) || ADVERBS.contains(&word.as_str()))
        }
        _ => false,
    }
}

/// The number at a place, and the place after it.
pub(super) fn number_at(
    vocabulary: &TypedVocabulary,
    pieces: &[TypedPiece],
    at: usize,
    end: usize,
) -> Option<(ListNumber, usize)> {
    let pieces = &pieces[..end];
    let in_words = vocabulary.at(pieces, at).into_iter().find_map(|(tag, end)| match tag {
        Tag::Ordinal(number) | Tag::Cardinal(number) => Some((number.to_string(), end)),
        _ => None,
    });
    let mut found = ListNumber::default();
    let start = first_digits(pieces, at);
    let next = if let Some((number, next)) = in_words {
        found.number = Some(number);
        next
    } else if let Some(start) = start {
        let TypedPiece::Number(number) = &pieces[start] else { return None };
        let (number, next) = with_adverb(pieces, number, start + 1);
        found.lead = pieces[at..start].to_vec();
        found.number = Some(number);
        match pieces.get(next) {
            // "7th", « 2e »: the ending of an ordinal. One letter may as well be a sub-paragraph.
            Some(TypedPiece::Word(word)) if word.len() > 1 && vocabulary.is_ending(word) => next + 1,
            _ => next,
        }
    } else {
        let (subs, next) = sub_at(pieces, at, true)?;
        found.subs = subs;
        next
    };
    Some(with_subs(pieces, found, next))
}

/// The number with the letters after it.
fn with_subs(pieces: &[TypedPiece], mut found: ListNumber, mut at: usize) -> (ListNumber, usize) {
    while let Some((subs, next)) = sub_at(pieces, at, found.subs.is_empty()) {
        found.subs.extend(subs);
        at = next;
    }
    while matches!(pieces.get(at), Some(TypedPiece::Mark(')' | ']' | '.' | ':'))) {
        at += 1;
    }
    (found, at)
}

/// The place of the digits of a number: at once, or after the letters of a section, `E.2`.
fn first_digits(pieces: &[TypedPiece], at: usize) -> Option<usize> {
    const MOST_LETTERS: usize = 4;
    let (mut place, mut letters) = (at, 0);
    loop {
        match pieces.get(place)? {
            TypedPiece::Number(_) => return Some(place),
            TypedPiece::Word(word) if is_letter(word) && letters < MOST_LETTERS => letters += 1,
            TypedPiece::Mark('.' | '-' | '/') if letters > 0 => {}
            _ => return None,
        }
        place += 1;
    }
}

fn is_letter(word: &str) -> bool {
    const MOST_SECTIONS: u32 = 100;
    word.is_ascii() && (word.len() == 1 || from_roman(word).is_some_and(|number| number < MOST_SECTIONS))
}

/// The letters of a sub-paragraph at a place, with or without brackets, and the place after them.
fn sub_at(pieces: &[TypedPiece], at: usize, is_first: bool) -> Option<(Vec<String>, usize)> {
    let mut place = at;
    while match pieces.get(place) {
        Some(TypedPiece::Open | TypedPiece::Mark(')')) => true,
        Some(TypedPiece::Mark('.' | '-' | '/')) => is_first,
        _ => false,
    } {
        place += 1;
    }
    let TypedPiece::Word(word) = pieces.get(place)? else { return None };
    let subs = if is_letter(word) {
        let (letter, next) = with_adverb(pieces, word, place + 1);
        place = next - 1;
        vec![letter]
    } else if word.is_ascii() && word.len() > 1 && is_letter(&word[1..]) && from_roman(&word[1..]).is_some() {
        vec![word[..1].to_owned(), word[1..].to_owned()]
    } else {
        return None;
    };
    Some((subs, place + 1))
}

fn with_adverb(pieces: &[TypedPiece], number: &str, at: usize) -> (String, usize) {
    match pieces.get(at) {
        Some(TypedPiece::Word(word)) if ADVERBS.contains(&word.as_str()) => {
            (format!("{number}{word}"), at + 1)
        }
        _ => (number.to_owned(), at),
    }
}
