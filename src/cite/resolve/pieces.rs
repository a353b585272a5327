//! What was typed, cut into words, numbers and document names: any case, accents, spaces and brackets.

use crate::base::text::fold;
use crate::language::token::TokenKind;

/// One piece of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TypedPiece {
    /// Letters, folded.
    Word(String),
    /// Digits.
    Number(String),
    /// Something that may be a symbol or the end of one: `A/77/275`, `78/237`, `2023/L.1`.
    Path(String),
    /// A bracket that opens.
    Open,
    /// Any other mark.
    Mark(char),
}

/// « à » keeps its accent among the pieces: without it, it would be the letter of a sub-paragraph.
pub(super) const TO_IN_FRENCH: &str = "à";

/// Cuts what was typed into pieces: `g57d` is a word, a number and a word. `is_known` knows the abbreviations.
pub(super) fn pieces(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<TypedPiece> {
    let alone = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let is_to = |at: usize, c: char| {
        "àÀ".contains(c)
            && alone(text[..at].chars().next_back())
            && alone(text[at + c.len_utf8()..].chars().next())
    };
    let mut folded = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match is_to(at, c) {
            true => folded.push_str(TO_IN_FRENCH),
            false => folded.push_str(&fold(c.encode_utf8(&mut [0; 4]))),
        }
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = folded[at..].chars().next() {
        let run =
            |keep: fn(char) -> bool| folded[at..].find(|c| !keep(c)).map_or(folded.len(), |end| at + end);
        let whole = run(|c| c.is_alphanumeric() || "/.-".contains(c));
        let path = without_tail(folded[at..whole].trim_end_matches(['.', '-', '/']));
        if let Some((word, end)) = abbreviation(&folded, at, &is_known) {
            found.push(TypedPiece::Word(word));
            at = end;
        } else if is_path(path) || is_file_name(path) {
            found.push(TypedPiece::Path(if path.contains('/') {
                path.to_owned()
            } else {
                path.replace('-', "/")
            }));
            at += path.len();
        } else if c.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            found.push(TypedPiece::Number(folded[at..end].to_owned()));
            at = end;
        } else if c.is_alphabetic() {
            let end = run(char::is_alphabetic);
            let elided = folded[end..].starts_with('\'') && (end - at <= 2 || &folded[at..end] == "jusqu");
            // An elided article says nothing: `l’annexe`, `d’experts`.
            // The a of `30a` touches its number: it is no « à ».
            let touches = found.last().is_some_and(|last| matches!(last, TypedPiece::Number(_)))
                && folded[..at].ends_with(|c: char| c.is_ascii_digit());
            if touches && &folded[at..end] == "a" {
                found.push(TypedPiece::Open);
            }
            if !elided {
                found.push(TypedPiece::Word(folded[at..end].to_owned()));
            }
            at = end + usize::from(elided);
        } else {
            if !c.is_whitespace() {
                found.push(if "([".contains(c) { TypedPiece::Open } else { TypedPiece::Mark(c) });
            }
            at += c.len_utf8();
        }
    }
    found
}

/// A known word of single letters with a full stop after each, `O.P.`, and the place after it.
fn abbreviation(text: &str, at: usize, is_known: impl Fn(&str) -> bool) -> Option<(String, usize)> {
    let begins = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let pairs = text.as_bytes()[at..].chunks_exact(2);
    let letters: String = pairs
        .take_while(|pair| pair[0].is_ascii_lowercase() && pair[1] == b'.')
        .map(|pair| char::from(pair[0]))
        .collect();
    let end = at + 2 * letters.len();
    (begins && letters.len() > 1 && is_known(&letters)).then_some((letters, end))
}

/// A path without what touches its last number: `78/237op4` is `78/237`.
pub(super) fn without_tail(path: &str) -> &str {
    let last = path.rfind('/').map_or(0, |at| at + 1);
    let digits = path[last..].bytes().take_while(u8::is_ascii_digit).count();
    let letters = path[last + digits..].starts_with(|c: char| c.is_alphabetic());
    if digits > 0 && letters { &path[..last + digits] } else { path }
}

/// Whether letters and digits with strokes may be a symbol or the end of one: two numbers with a stroke between
/// them, or a stroke and a component such as `L.1`. An address such as `annex/16/a` is none.
fn is_path(text: &str) -> bool {
    let components: Vec<&str> = text.split('/').collect();
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let dotted = |text: &str| {
        text.split_once('.').is_some_and(|(letters, digits)| {
            letters.len() <= 5 && letters.bytes().all(|byte| byte.is_ascii_alphabetic()) && number(digits)
        })
    };
    let pair = components
        .windows(2)
        .any(|two| number(regular(two[0])) && number(two[1].trim_end_matches(char::is_alphabetic)));
    let first = components[0];
    let organ = (1..=2).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    components.len() > 1
        && (pair || organ && components.len() > 2 || components.iter().any(|part| dotted(part)))
}

/// The number of a session without what makes it a special one: `10` of `s-10` and of `es-10`.
pub(super) fn regular(session: &str) -> &str {
    session.strip_prefix("es-").or_else(|| session.strip_prefix("s-")).unwrap_or(session)
}

/// Whether it is a symbol as file names spell it: `a-77-275`, `a-ac.292-2023-l.1`.
fn is_file_name(text: &str) -> bool {
    let mut components = text.split('-');
    let organ = components.next().is_some_and(|first| {
        (1..=2).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    let rest: Vec<&str> = components.collect();
    let digit = |part: &&str| part.bytes().any(|byte| byte.is_ascii_digit());
    organ && rest.len() > 1 && rest.last().is_some_and(digit) && !text.contains('/')
}

/// Whether a path is a whole symbol, not the end of one nor one with something else touching it.
pub(super) fn is_whole_symbol(path: &str) -> bool {
    let tail = path.len() - without_tail(path).len();
    let part = ["res/", "dec/"].iter().any(|start| path.to_ascii_lowercase().starts_with(start));
    let found = crate::language::token::tokens(&path.to_ascii_uppercase());
    tail < 2 && !part && matches!(found.first().map(|token| &token.kind), Some(TokenKind::Symbol(_)))
}
