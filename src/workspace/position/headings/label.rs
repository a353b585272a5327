//! Labels at the beginning of a line: `Red line: no vote`, `- **Our red line on funding** – no vote`, `RED LINE` alone.
//!
//! ```text
//! 1. Our red line on funding: no vote
//! └┤ └┤  └──┤     └────────┤└ sign
//!  │  │     └ name         └ up to five words more
//!  │  └ possessive
//!  └ number of a list
//! ```

use crate::base::text::fold;
use crate::workspace::PositionPart;

use super::{NAMES, Name, POSSESSIVES};

/// So many words may be between the name of a part and the sign behind it: `Instruction(s) from the capital: …`.
const MORE_WORDS: usize = 5;
/// The first word of a name is one of so many: a number of a list and a possessive may be before it.
const MOST_BEFORE: usize = 3;

/// The internal part that a line begins with a label, and the bytes of the line before its words.
pub(super) fn internal(line: &str) -> Option<(PositionPart, usize)> {
    let (name, end) = beginning(line, |part| part.is_internal())?;
    Some((name.part, end + sign(&line[end..], line)?))
}

/// The part that is not internal and that a line begins with its exact name and a colon.
pub(super) fn other(line: &str) -> Option<(PositionPart, usize)> {
    if !line.starts_with(|c: char| c.is_alphabetic() || c == '*' || c == '_') {
        return None;
    }
    let (name, end) = beginning(line, |part| !part.is_internal())?;
    let rest = line[end..].trim_start_matches(is_mark);
    rest.starts_with(':').then(|| (name.part, line.len() - rest.len() + 1))
}

/// The longest name of a part with which a line begins, and the end of the name in the line.
fn beginning(line: &str, is_sought: impl Fn(PositionPart) -> bool) -> Option<(&'static Name, usize)> {
    // Most lines begin with another word.
    if !leading_words(line, MOST_BEFORE).iter().any(|(_, word)| is_first_word(word)) {
        return None;
    }
    let mut words = leading_words(line, MORE_WORDS);
    // `1.`, `a)`, `iv.` of a list.
    if let Some((end, word)) = words.first()
        && word.chars().count() <= 3
        && line[*end..].starts_with(['.', ')'])
    {
        words.remove(0);
    }
    if words.first().is_some_and(|(_, word)| POSSESSIVES.contains(word)) {
        words.remove(0);
    }
    let begins = |name: &&Name| {
        let own = name.words.iter();
        own.len() <= words.len() && own.zip(&words).all(|(own, (_, word))| own == word)
    };
    let found = NAMES.iter().filter(|name| is_sought(name.part)).filter(begins);
    let name = found.max_by_key(|name| name.words.len())?;
    Some((name, words[name.words.len() - 1].0))
}

/// Whether the name of some part begins with a folded word.
fn is_first_word(word: &str) -> bool {
    NAMES.iter().any(|name| name.words.first().is_some_and(|first| first == word))
}

/// The first words of a line, as many as are asked for, folded, each with its end in the line.
fn leading_words(line: &str, count: usize) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        match (start, c.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.push((at, fold(&line[from..at])));
                start = None;
            }
            _ => {}
        }
        if found.len() >= count {
            break;
        }
    }
    found
}

/// The bytes of what is behind a name up to the end of the sign that makes it a label; `None` if it is none.
fn sign(rest: &str, line: &str) -> Option<usize> {
    if rest.trim_start_matches(is_mark).trim_end_matches(is_mark).is_empty() {
        // Alone on its line. A line that continues a sentence begins with a small letter.
        let first = line.chars().find(|c| c.is_alphabetic())?;
        return first.is_uppercase().then_some(rest.len());
    }
    let (mut words, mut in_word, mut before) = (0, false, ' ');
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let is_before_space = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
        let end = at + c.len_utf8();
        match c {
            ':' | '\u{ff1a}' => return Some(end + closing(&rest[end..])),
            '-' | '–' | '—' if before.is_whitespace() && is_before_space => return Some(end),
            '.' | '=' | ']' | '!' | '|' | '→' if words == 0 => return Some(end),
            '.' | ';' | '!' | '?' | '…' => return None,
            _ if c.is_alphanumeric() && !in_word => words += 1,
            _ => {}
        }
        if words > MORE_WORDS {
            return None;
        }
        in_word = c.is_alphanumeric();
        before = c;
    }
    None
}

/// The bytes of the signs that close bold or slanted letters, or a heading, behind a colon.
fn closing(rest: &str) -> usize {
    match rest.trim_matches(is_mark).is_empty() {
        true => rest.len(),
        false => rest.len() - rest.trim_start_matches(['*', '_']).len(),
    }
}

/// Whether a letter is a space or a sign of Markdown.
fn is_mark(c: char) -> bool {
    c.is_whitespace() || "*_#[]()".contains(c)
}
