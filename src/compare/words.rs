//! The differences between two texts, word by word, with positions in both.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_normalization::UnicodeNormalization;

use crate::base::Span;

/// How words of one text relate to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// They are in both texts; only typography may differ.
    Same,
    /// They are in the first text only.
    Removed,
    /// They are in the second text only.
    Added,
}

/// Consecutive words of one kind. The ranges of all pieces in order, one after the other, cover both texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The kind.
    pub kind: ChangeKind,
    /// Where they are in the first text, with the spaces before them; empty if they were added.
    pub before: Span,
    /// Where they are in the second text, with the spaces before them; empty if they were removed.
    pub after: Span,
}

impl Piece {
    /// The words: those of the first text if they were removed, otherwise those of the second.
    #[must_use]
    pub fn text<'a>(&self, before: &'a str, after: &'a str) -> &'a str {
        match self.kind {
            ChangeKind::Removed => self.before.of(before),
            ChangeKind::Same | ChangeKind::Added => self.after.of(after),
        }
    }
}

/// Greatest number of pairs of words that are compared. If two texts have more, everything between their common start
/// and their common end counts as replaced.
const MOST_PAIRS: usize = 25_000_000;

/// The differences between two texts. Case and accents of words matter; different kinds of apostrophes, quotation
/// marks, hyphens and spaces are the same. Removed words come before the words added in their place.
#[must_use]
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (one, two) = (tokens(before), tokens(after));
    let mut runs = runs(&one, &two);
    join(&mut runs, &one);
    let mut pieces = Vec::with_capacity(runs.len() * 2);
    for run in runs {
        let (before, after) = (stretch(&one, &run.before), stretch(&two, &run.after));
        if run.same {
            pieces.push(Piece { kind: ChangeKind::Same, before, after });
            continue;
        }
        if !run.before.is_empty() {
            pieces.push(Piece { kind: ChangeKind::Removed, before, after: Span::at(after.start) });
        }
        if !run.after.is_empty() {
            pieces.push(Piece { kind: ChangeKind::Added, before: Span::at(before.end), after });
        }
    }
    pieces
}

/// A word or a punctuation mark in the form used for comparison, and its range with the spaces before it.
#[derive(Debug)]
pub(super) struct WordToken {
    pub(super) key: String,
    pub(super) span: Span,
}

/// The words and punctuation marks of a text. Every byte belongs to one; spaces at the end belong to the last.
pub(super) fn tokens(text: &str) -> Vec<WordToken> {
    let mut tokens: Vec<WordToken> = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        let spaces = rest.find(|c| !is_space(c)).unwrap_or(rest.len());
        let length = word(&rest[spaces..]);
        at += spaces + length;
        if length > 0 {
            tokens.push(WordToken { key: key(&rest[spaces..spaces + length]), span: Span::new(start, at) });
            start = at;
        }
    }
    match tokens.last_mut() {
        Some(last) => last.span.end = text.len(),
        None if !text.is_empty() => {
            tokens.push(WordToken { key: String::new(), span: Span::new(0, text.len()) });
        }
        None => {}
    }
    tokens
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

/// Length of the word at the start of a text: `l’`, `États`, `peut-être`, `A/77/275`, `2.5`, or a single punctuation mark.
fn word(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    if !is_inside(first) {
        // Combining characters belong to the mark.
        while chars.next_if(|(_, c)| unicode_normalization::char::is_combining_mark(*c)).is_some() {}
        return chars.peek().map_or(text.len(), |(at, _)| *at);
    }
    while let Some((at, c)) = chars.next() {
        let continues = chars.peek().is_some_and(|(_, next)| is_inside(*next));
        if is_apostrophe(c) {
            return at + c.len_utf8();
        }
        let joins = continues && matches!(c, '-' | '‐' | '‑' | '/' | '.');
        if !is_inside(c) && !joins {
            return at;
        }
    }
    text.len()
}

fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || c == '\u{ad}' || unicode_normalization::char::is_combining_mark(c)
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// A word in the form used for comparison: one kind of each mark, accents composed.
fn key(word: &str) -> String {
    let set = |c: char| match c {
        '\u{ad}' => None,
        _ if is_apostrophe(c) => Some('\''),
        '‐' | '‑' => Some('-'),
        '«' | '»' | '“' | '”' | '„' => Some('"'),
        _ => Some(c),
    };
    word.nfc().filter_map(set).collect()
}

/// Consecutive tokens that are the same in both texts, or that replace each other.
pub(super) struct TokenRun {
    pub(super) same: bool,
    pub(super) before: Range<usize>,
    pub(super) after: Range<usize>,
}

pub(super) fn runs(one: &[WordToken], two: &[WordToken]) -> Vec<TokenRun> {
    let keys = |tokens: &[WordToken]| tokens.iter().map(|token| token.key.clone()).collect::<Vec<_>>();
    let (first, second) = (keys(one), keys(two));
    let head = first.iter().zip(&second).take_while(|(one, two)| one == two).count();
    let tails = first[head..].iter().rev().zip(second[head..].iter().rev());
    let tail = tails.take_while(|(one, two)| one == two).count();
    let (end, other_end) = (first.len() - tail, second.len() - tail);
    let mut runs = Vec::new();
    push(&mut runs, TokenRun { same: true, before: 0..head, after: 0..head });
    if (end - head).saturating_mul(other_end - head) > MOST_PAIRS {
        push(&mut runs, TokenRun { same: false, before: head..end, after: head..other_end });
    } else {
        let moved = |range: Range<usize>| range.start + head..range.end + head;
        for found in capture_diff_slices(Algorithm::Myers, &first[head..end], &second[head..other_end]) {
            let same = found.tag() == DiffTag::Equal;
            let (before, after) = (moved(found.old_range()), moved(found.new_range()));
            push(&mut runs, TokenRun { same, before, after });
        }
    }
    push(&mut runs, TokenRun { same: true, before: end..first.len(), after: other_end..second.len() });
    runs
}

/// Adds a run; it is joined to the last one if that is of the same kind.
fn push(runs: &mut Vec<TokenRun>, run: TokenRun) {
    if run.before.is_empty() && run.after.is_empty() {
        return;
    }
    match runs.last_mut().filter(|last| last.same == run.same) {
        Some(last) => {
            last.before.end = run.before.end;
            last.after.end = run.after.end;
        }
        None => runs.push(run),
    }
}

/// Treats short words between two replacements as replaced too, because two phrases are easier to read than fragments.
fn join(runs: &mut Vec<TokenRun>, one: &[WordToken]) {
    let is_replacement = |run: &TokenRun| !run.same && !run.before.is_empty() && !run.after.is_empty();
    let mut joined: Vec<TokenRun> = Vec::with_capacity(runs.len());
    let mut rest = std::mem::take(runs).into_iter().peekable();
    while let Some(mut run) = rest.next() {
        let between = joined.last().is_some_and(is_replacement)
            && rest.peek().is_some_and(is_replacement)
            && is_scrap(&run, one);
        run.same &= !between;
        push(&mut joined, run);
    }
    *runs = joined;
}

/// Whether a run is at most three short words or marks: `de`, `la`, a comma.
fn is_scrap(run: &TokenRun, one: &[WordToken]) -> bool {
    run.same && run.before.len() <= 3 && one[run.before.clone()].iter().all(|token| token.key.len() <= 3)
}

/// The range of bytes of consecutive tokens.
pub(super) fn stretch(tokens: &[WordToken], range: &Range<usize>) -> Span {
    let end = tokens.get(range.end.wrapping_sub(1)).map_or(0, |token| token.span.end);
    if range.is_empty() { Span::at(end) } else { Span::new(tokens[range.start].span.start, end) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The pieces as `=same`, `-removed`, `+added`.
    #[track_caller]
    fn case(before: &str, after: &str, expected: &[&str]) {
        let written = |piece: &Piece| {
            let sign = match piece.kind {
                ChangeKind::Same => '=',
                ChangeKind::Removed => '-',
                ChangeKind::Added => '+',
            };
            format!("{sign}{}", piece.text(before, after).trim())
        };
        let found: Vec<String> = words(before, after).iter().map(written).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn changed_words_are_distinguished_from_equal_ones() {
        case(
            "Les États désignent des points de contact.",
            "Les États désignent des interlocuteurs.",
            &["=Les États désignent des", "-points de contact", "+interlocuteurs", "=."],
        );
        case("la paix", "La paix", &["-la", "+La", "=paix"]);
        case(
            "des mesures, chaque année",
            "des mesures volontaires, chaque année",
            &["=des mesures", "+volontaires", "=, chaque année"],
        );
        case("de l’État", "de l’Organisation", &["=de l’", "-État", "+Organisation"]);
        case("A/77/275 et 2.5", "A/77/276 et 2.5", &["-A/77/275", "+A/77/276", "=et 2.5"]);
        case("agree to meet", "may meet", &["-agree to", "+may", "=meet"]);
    }

    #[test]
    fn typography_makes_no_difference() {
        case("L'État dit\u{a0}: «\u{a0}non\u{a0}»", "L’État dit: “non”", &["=L’État dit: “non”"]);
        case("e\u{301}tat, peut\u{2011}être", "état, peut-être", &["=état, peut-être"]);
    }

    #[test]
    fn short_words_between_two_replacements_are_replaced_with_them() {
        case(
            "la sécurité de la navigation des navires",
            "la protection de la circulation des navires",
            &["=la", "-sécurité de la navigation", "+protection de la circulation", "=des navires"],
        );
        case("un deux de trois fin", "un de fin", &["=un", "-deux", "=de", "-trois", "=fin"]);
    }

    #[test]
    fn empty_texts() {
        case("", "", &[]);
        case("", "neuf", &["+neuf"]);
        case("vieux", "", &["-vieux"]);
        case(" ", "neuf", &["-", "+neuf"]);
    }

    #[test]
    fn texts_without_common_words_are_compared_quickly() {
        let one: String = (0..8000).map(|at| format!("a{at} ")).collect();
        let two: String = (0..8000).map(|at| format!("b{at} ")).collect();
        assert_eq!(words(&one, &two).len(), 2);
    }

    proptest! {
        #[test]
        fn the_pieces_cover_both_texts(before in "[ab ,’é\u{a0}\u{301}-]{0,40}", after in "\\PC{0,8}[ab ,’é]{0,40}") {
            let pieces = words(&before, &after);
            let joined = |of: fn(&Piece) -> Span, text: &str| -> String {
                pieces.iter().map(|piece| of(piece).of(text)).collect()
            };
            prop_assert_eq!(joined(|piece| piece.before, &before), before.as_str());
            prop_assert_eq!(joined(|piece| piece.after, &after), after.as_str());
            prop_assert!(pieces.windows(2).all(|two| two[0].kind != two[1].kind));
        }

        #[test]
        fn a_text_is_the_same_as_itself(text in "\\PC{0,60}") {
            prop_assert!(words(&text, &text).iter().all(|piece| piece.kind == ChangeKind::Same));
        }
    }
}
