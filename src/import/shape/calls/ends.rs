//! What the text before and around a mark looks like: a word, a year, a number, a stop of any script.

use std::collections::HashMap;

use crate::import::layout::is_ideograph;

/// The mark between brackets that touch the word before them, as Arabic and pages of the web print calls: `2022(1)`, `word[1]`;
/// and the byte after it.
pub(super) fn bracketed(text: &str, at: usize) -> Option<(&str, usize)> {
    let (inside, close) = match text[at..].strip_prefix('(') {
        Some(inside) => (inside, ')'),
        None => (text[at..].strip_prefix('[')?, ']'),
    };
    let (printed, _) = inside.split_once(close).filter(|(printed, _)| printed.len() <= 5)?;
    let mark = printed.trim_matches(' ');
    let touches =
        text[..at].ends_with(|c: char| c.is_alphanumeric() || is_stop(c) || "»”“)》」）".contains(c));
    let counts = (1..=3).contains(&mark.len()) && !mark.starts_with('0');
    (touches && counts && mark.bytes().all(|byte| byte.is_ascii_digit()))
        .then_some((mark, at + 1 + printed.len() + 1))
}

/// A stop of any script.
pub(super) fn is_stop(c: char) -> bool {
    ".,;:!?，。；：、！？،؛؟".contains(c)
}

/// Whether a number is one of a list that counts up: the 18 of `15, 18, 20`.
pub(super) fn is_between(head: &str, number: &str, rest: &str) -> bool {
    let before = &head[head.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
    let after = rest.strip_prefix([',', ';']).unwrap_or_default().trim_start();
    let after = &after[..after.bytes().take_while(u8::is_ascii_digit).count()];
    let value = |digits: &str| digits.parse::<u32>().ok();
    match (value(before), value(number), value(after)) {
        (Some(before), Some(number), Some(after)) => before < number && number < after,
        _ => false,
    }
}

/// What the text before a mark ends with.
pub(super) enum TextEnding {
    /// A word, or what closes a quotation.
    Word,
    /// A year.
    Year,
    /// A symbol or the number of a resolution.
    Symbol,
    /// Another number.
    Number,
    /// Something else.
    Other,
}

pub(super) fn shape(head: &str) -> TextEnding {
    let token = head.rsplit(|c: char| c.is_whitespace() || is_ideograph(c)).next().unwrap_or_default();
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if head.ends_with(|c: char| c.is_alphabetic() || "»”)]\"’“》」）〉".contains(c)) {
        TextEnding::Word
    } else if digits == 0 {
        TextEnding::Other
    } else if token.contains('/') || token.contains(|c: char| c.is_alphabetic()) {
        TextEnding::Symbol
    } else if digits == 4 && is_year(&head[head.len() - 4..]) {
        TextEnding::Year
    } else {
        TextEnding::Number
    }
}

pub(super) fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// The last letters of a text.
pub(super) fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last();
    start.map_or("", |(at, _)| &text[at..])
}

/// How often each word with digits occurs, alone and with the word before it.
pub(super) fn numbers<'a>(texts: impl Iterator<Item = &'a str>) -> HashMap<String, u32> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for text in texts {
        let mut before = "";
        for word in text.split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            if word.bytes().any(|byte| byte.is_ascii_digit()) {
                *counts.entry(word.to_owned()).or_default() += 1;
                *counts.entry(format!("{before} {word}")).or_default() += 1;
            }
            before = word;
        }
    }
    counts
}
