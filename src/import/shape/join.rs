//! Lines joined: how a line is put after another, and how a text ends.

use crate::base::text::fold;
use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::layout::{SourceLayout, is_ideograph};
use crate::import::line::Line;
use crate::import::mark;
use crate::language::ImportWords;

/// How a text ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// With the end of a sentence.
    Full,
    /// With a comma, a colon or a semicolon.
    Soft,
    /// In the middle of a sentence.
    Open,
}

/// How a text ends; quotation marks and brackets after a full stop do not count, nor do footnote marks.
#[must_use]
pub fn end(text: &str) -> End {
    let closing = |c: char| c.is_whitespace() || mark::is(c) || "»”\"’')]*⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c);
    let bare = text.trim_end_matches(closing);
    let last = |text: &str| match text.chars().next_back() {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟') => End::Full,
        Some(',' | ';' | ':' | '，' | '；' | '：' | '،' | '؛') => End::Soft,
        _ => End::Open,
    };
    if is_cut_symbol(bare) || is_symbol_with_series(bare) {
        return End::Open;
    }
    if last(bare) != End::Open {
        return last(bare);
    }
    let head = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let before = head.trim_end();
    // `No. 23` is the middle of a sentence, `Member States. 23` its end with a footnote mark.
    let short = before.trim_end_matches('.').chars().rev().take_while(|c| c.is_alphabetic()).count() <= SHORT;
    if before.len() < head.len() && before.ends_with('.') && short { End::Open } else { last(before) }
}

/// Whether a text ends with a symbol whose last part has a full stop: `A/C.2/80/L.21`.
fn is_symbol_with_series(text: &str) -> bool {
    let last = last_word(text).rsplit_once('/').and_then(|(_, last)| last.split_once('.'));
    let is_made = |text: &str, of: fn(&u8) -> bool| !text.is_empty() && text.bytes().all(|byte| of(&byte));
    last.is_some_and(|(series, number)| {
        is_made(series, u8::is_ascii_alphabetic) && is_made(number, u8::is_ascii_digit)
    })
}

/// Whether a text ends within a symbol that still lacks a number: `A/AC.`, `A/76/`.
fn is_cut_symbol(text: &str) -> bool {
    let word = last_word(text);
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let letters = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let lacking = word.strip_suffix('.').and_then(|word| word.rsplit_once('/'));
    capital && (word.ends_with('/') && word.len() < LONGEST || lacking.is_some_and(|(_, last)| letters(last)))
}

/// Abbreviations have no more letters than this.
const SHORT: usize = 5;

/// What a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begin {
    /// A small letter, or a mark that never begins a sentence.
    Small,
    /// A capital.
    Capital,
    /// A digit, a quotation mark, a bracket.
    Other,
}

/// What a text begins with.
#[must_use]
pub fn begin(text: &str) -> Begin {
    let mut chars = text.chars().filter(|c| !mark::is(*c));
    let first = chars.next();
    match first {
        Some(c) if c.is_lowercase() => Begin::Small,
        Some(c) if c.is_uppercase() => Begin::Capital,
        Some(',' | ';' | ':' | ')' | '»' | '”' | '.') => Begin::Small,
        Some('«' | '“' | '(' | '"') => match chars.find(|c| !c.is_whitespace()) {
            Some(c) if c.is_lowercase() => Begin::Small,
            _ => Begin::Other,
        },
        _ => Begin::Other,
    }
}

/// Puts a line after a text: a word cut at its hyphen becomes whole again, and so does one of Chinese.
pub fn append(
    text: &mut String,
    next: &Line,
    layout: &SourceLayout,
    vocabulary: &ImportWords,
    findings: &mut Vec<Finding>,
) {
    let (next, line) = (next.text.trim_start(), next.number);
    if text.is_empty() || next.is_empty() {
        text.push_str(next);
        return;
    }
    let word = last_word(text);
    let cut = word.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric));
    let first = next.split_whitespace().next().unwrap_or_default();
    let range = word.strip_suffix('–').is_some_and(|word| word.ends_with(|c: char| c.is_ascii_digit()));
    if range && first.starts_with(|c: char| c.is_ascii_digit()) {
        let (source, repaired) = (format!("{word} {first}"), format!("{word}{first}"));
        findings.push(finding(FindingKind::Spacing, line, &source, Some(&repaired)));
        text.push_str(next);
        return;
    }
    let hanging =
        vocabulary.conjunctions.contains(&fold(first.trim_end_matches(|c: char| !c.is_alphanumeric())));
    if layout.breaks_words && (text.ends_with(is_wide) || next.starts_with(is_wide)) {
        text.push_str(next);
        return;
    }
    if cut && !hanging && first.starts_with(char::is_alphanumeric) {
        let (source, repaired) = (format!("{word} {first}"), format!("{word}{first}"));
        findings.push(finding(FindingKind::Spacing, line, &source, Some(&repaired)));
        text.push(mark::BREAK);
    } else {
        text.push(' ');
    }
    text.push_str(next);
}

/// A character of Chinese, or one of its stops and brackets.
fn is_wide(c: char) -> bool {
    is_ideograph(c) || ('\u{3000}'..='\u{303f}').contains(&c) || ('\u{ff00}'..='\u{ff60}').contains(&c)
}

/// The last word of a text, if it is no longer than words are.
fn last_word(text: &str) -> &str {
    let found = text.char_indices().rev().take(LONGEST).find(|(_, c)| c.is_whitespace());
    match found {
        Some((at, c)) => &text[at + c.len_utf8()..],
        None if text.len() < LONGEST => text,
        None => "",
    }
}

/// No word or address is longer, in characters; what is longer is not looked at.
const LONGEST: usize = 300;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_seen_through_quotation_marks_and_notes() {
        let cases = [
            ("consultations on draft resolution A/C.2/80/L.21", End::Open),
            ("fini.", End::Full),
            ("fini.12", End::Full),
            ("Supplement No. 23", End::Open),
            ("des Nations. 23", End::Full),
            ("fini ».", End::Full),
            ("« fini. »", End::Full),
            ("choix14 ;", End::Soft),
            ("suivants :", End::Soft),
            ("les États", End::Open),
            ("(COVID-19)", End::Open),
            ("Annexe*", End::Open),
            ("du 15 juillet 2021", End::Open),
        ];
        for (text, expected) in cases {
            assert_eq!(end(text), expected, "{text}");
        }
    }

    #[test]
    fn words_cut_at_their_hyphen_are_whole_again() {
        let vocabulary = ImportWords { conjunctions: ["and".to_owned()].into(), ..ImportWords::default() };
        let cases = [
            ("soixante-", "quinzième session", "soixante-quinzième session"),
            ("short-", "and long-term", "short- and long-term"),
            ("celles -", "ci", "celles - ci"),
            ("un", "deux", "un deux"),
            ("(2018–", "2027)", "(2018–2027)"),
            ("", "deux", "deux"),
        ];
        let layout = SourceLayout::of(&[]);
        for (text, next, expected) in cases {
            let mut text = text.to_owned();
            let line = Line { text: next.to_owned(), ..Line::default() };
            append(&mut text, &line, &layout, &vocabulary, &mut Vec::new());
            assert_eq!(mark::off(&text), expected);
        }
    }

    #[test]
    fn chinese_that_is_broken_between_any_characters_gets_no_space() {
        let layout = SourceLayout { breaks_words: true, ..SourceLayout::of(&[]) };
        let cases = [
            ("港口的", "灯塔", "港口的灯塔"),
            ("到2022", "年，", "到2022年，"),
            ("港口，", "IMO", "港口，IMO"),
            ("the", "IMO", "the IMO"),
        ];
        for (text, next, expected) in cases {
            let mut text = text.to_owned();
            let line = Line { text: next.to_owned(), ..Line::default() };
            append(&mut text, &line, &layout, &ImportWords::default(), &mut Vec::new());
            assert_eq!(text, expected);
        }
    }
}
