//! Spaces and apostrophes corrected: `qu ’il`, `lui -même`, `celles - ci`, a space before a full stop.

use crate::base::{Finding, FindingKind};
use crate::import::edit::{Edit, apply};
use crate::import::layout::is_caseless;
use crate::import::shape::words::Words;
use crate::language::ImportWords;
use crate::language::token::{TokenKind, tokens};

/// Makes straight apostrophes typographic; returns how many there were.
pub fn apostrophes(text: &mut String) -> usize {
    if !text.contains('\'') {
        return 0;
    }
    // A possessive plural ends in an apostrophe, unless it may close a quotation.
    let quotes = text.starts_with('\'') || text.contains(" '") || text.contains("('");
    let mut new = String::with_capacity(text.len() + 16);
    let mut count = 0;
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        let inside = before.is_alphanumeric() && (after.is_alphabetic() || matches!(after, '«' | '“'));
        let plural = before == 's' && !quotes && !after.is_alphanumeric();
        if c == '\'' && (inside || plural) {
            new.push('’');
            count += 1;
        } else {
            new.push(c);
        }
        before = c;
    }
    *text = new;
    count
}

/// Takes out the spaces that cut a word at its apostrophe or hyphen, and those before a full stop or a comma.
pub fn mend(
    text: &mut String,
    line: u32,
    vocabulary: &ImportWords,
    words: &Words<'_>,
    findings: &mut Vec<Finding>,
) {
    let mut edits = in_symbols(text);
    for (at, _) in text.match_indices(' ') {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let cut = at_apostrophe(before, after, vocabulary)
            || (before_hyphen(before, after)
                && !vocabulary.conjunctions.contains(&last_word(before).to_lowercase()))
            || before_stop(before, after);
        let cut = cut || beside_dash(before, after) || before_shared(before, after, vocabulary);
        if cut {
            edits.push(Edit::new(at..at + 1, ""));
        } else if around_hyphen(before, after, vocabulary, words) {
            edits.push(Edit::new(at..at + 1, ""));
            edits.push(Edit::new(at + 2..at + 3, ""));
        }
    }
    edits.sort_by_key(|edit| edit.range.start);
    edits.dedup_by_key(|edit| edit.range.start);
    apply(text, &edits, FindingKind::Spacing, line, findings);
}

/// The spaces that cut a symbol at its strokes and full stops: `A/76/ 135`. Those before a year or the letter of a part stay.
fn in_symbols(text: &str) -> Vec<Edit> {
    // Nearly no text has any: only then it is read.
    let is_cut = ["/ ", " /", "AC. ", "CONF. ", "L. ", "C. "].iter().any(|cut| text.contains(cut));
    if !is_cut || !text.contains('/') {
        return Vec::new();
    }
    let symbols = tokens(text).into_iter().filter(|token| matches!(token.kind, TokenKind::Symbol(_)));
    let spaces = symbols.flat_map(|symbol| {
        let start = symbol.span.start;
        let cut = symbol.span.of(text).match_indices(' ').map(|(at, _)| start + at).collect::<Vec<_>>();
        cut.into_iter()
    });
    let inside = |at: &usize| text[..*at].ends_with(['/', '.']) || text[*at + 1..].starts_with('/');
    spaces.filter(inside).map(|at| Edit::new(at..at + 1, "")).collect()
}

/// The last letters of a text.
fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last();
    start.map_or("", |(at, _)| &text[at..])
}

/// The first letters of a text.
fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())]
}

/// `qu ’il`, `l’ information`, `State ’s`.
fn at_apostrophe(before: &str, after: &str, vocabulary: &ImportWords) -> bool {
    let is_elision = |word: &str| vocabulary.elisions.contains(&word.to_lowercase());
    if let Some(rest) = after.strip_prefix(['’', '\'']) {
        let next = first_word(rest);
        let elided = is_elision(last_word(before)) && !next.is_empty();
        let enclitic = before.ends_with(char::is_alphabetic) && vocabulary.enclitics.contains(next);
        return elided || enclitic;
    }
    before.strip_suffix('’').is_some_and(|head| is_elision(last_word(head))) && !first_word(after).is_empty()
}

/// `lui -même`, `COVID -19`: a space on one side of a hyphen only.
fn before_hyphen(before: &str, after: &str) -> bool {
    let Some(rest) = after.strip_prefix('-') else { return false };
    let acronym = last_word(before).chars().count() > 1 && last_word(before).chars().all(char::is_uppercase);
    before.ends_with(char::is_alphabetic)
        && (rest.starts_with(char::is_alphabetic)
            || (acronym && rest.starts_with(|c: char| c.is_ascii_digit())))
}

/// `5 –16 June`, `2018– 2028`: a space on one side of a dash between two numbers.
fn beside_dash(before: &str, after: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let ahead =
        before.ends_with(digit) && after.strip_prefix('–').is_some_and(|rest| rest.starts_with(digit));
    let behind =
        before.strip_suffix('–').is_some_and(|head| head.ends_with(digit)) && after.starts_with(digit);
    ahead || behind
}

/// `burden - and responsibility-sharing`: the second half of the compound comes after the conjunction.
fn before_shared(before: &str, after: &str, vocabulary: &ImportWords) -> bool {
    let Some(rest) = after.strip_prefix("- ") else { return false };
    let next = first_word(rest);
    let compound = rest[next.len()..].split_whitespace().next().unwrap_or_default();
    before.ends_with(char::is_lowercase) && vocabulary.conjunctions.contains(next) && compound.contains('-')
}

/// `celles - ci`: the word after the hyphen never occurs alone, or the whole word is known.
fn around_hyphen(before: &str, after: &str, vocabulary: &ImportWords, words: &Words<'_>) -> bool {
    let Some(rest) = after.strip_prefix("- ") else { return false };
    let first = last_word(before);
    let second = first_word(rest);
    // Arabic sets spaces around hyphens or leaves them out as it likes.
    let known = || !first.starts_with(is_caseless) && words.has_compound(&format!("{first}-{second}"));
    !first.is_empty() && !second.is_empty() && (vocabulary.hyphen_endings.contains(second) || known())
}

/// `mot .`: no language sets a space before a full stop or a comma.
fn before_stop(before: &str, after: &str) -> bool {
    after.starts_with(['.', ',']) && last_word(before).chars().count() > 1 && {
        let rest = &after[1..];
        rest.is_empty() || (rest.starts_with(' ') && !rest.trim_start().starts_with('.'))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::language::Languages;
    use crate::model::Language;

    #[test]
    fn spaces_within_words_and_numbers_come_out_and_others_stay() {
        let words = &Languages::bundled().get(Language::EN).unwrap().import;
        let known = HashSet::new();
        let cases = [
            ("a State ’s harbour", "a State’s harbour"),
            ("documents A/76/ 135 and A/AC. 292/2023/L.1", "documents A/76/135 and A/AC.292/2023/L.1"),
            ("see S/RES/2341 (2017) and A/RES/75/253 B.", "see S/RES/2341 (2017) and A/RES/75/253 B."),
            ("the COVID -19 pandemic", "the COVID-19 pandemic"),
            ("Harbour City, 5 –16 June", "Harbour City, 5–16 June"),
            ("the years 2018– 2028", "the years 2018–2028"),
            ("the seventy -ninth session", "the seventy-ninth session"),
            ("burden - and responsibility-sharing", "burden- and responsibility-sharing"),
            ("life-saving and -enhancing skills", "life-saving and -enhancing skills"),
            ("the lamps – all of them – are lit", "the lamps – all of them – are lit"),
            ("the harbour , which", "the harbour, which"),
        ];
        for (source, expected) in cases {
            let mut text = source.to_owned();
            let none = Words::of([source].into_iter(), &known);
            mend(&mut text, 1, words, &none, &mut Vec::new());
            assert_eq!(text, expected);
        }
    }
}
