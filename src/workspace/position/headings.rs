//! The headings that divide a position into parts, and the labels that begin something internal within a part.
//!
//! ```text
//! ## Red line          Red line        **Red line**        Red line: no vote
//! └heading             ========        └bold line          └label, to the end of the paragraph
//!                      └underlined
//! ```
//!
//! A heading is read in any language. One that only contains the name of an internal part, such as `## Our red line on
//! funding`, begins that part too: what is internal is rather recognised too often than not at all.

use std::ops::Range;

use crate::base::text::fold;
use crate::language::{Languages, PositionWords};
use crate::workspace::PositionPart;

/// A part as it is in the text of a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadedPart {
    /// Which part.
    pub part: PositionPart,
    /// The first byte of its heading; that of its words if it has none.
    pub start: usize,
    /// The bytes of its words.
    pub words: Range<usize>,
}

/// The headed parts of a text. What is before the first heading is the text, if there is anything.
#[must_use]
pub fn parts(text: &str) -> Vec<HeadedPart> {
    let mut parts = vec![HeadedPart { part: PositionPart::Text, start: 0, words: 0..0 }];
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let start = at;
        at += line.len();
        if let Some(part) = heading(line) {
            parts.push(HeadedPart { part, start, words: at..at });
        } else if let Some(part) = underlined(line, lines.peek().copied()) {
            at += lines.next().map_or(0, str::len);
            parts.push(HeadedPart { part, start, words: at..at });
        } else if let Some(last) = parts.last_mut() {
            last.words.end = at;
        }
    }
    parts.retain(|found| {
        let HeadedPart { part, words, .. } = found;
        *part != PositionPart::Text || words.start > 0 || !text[words.clone()].trim().is_empty()
    });
    parts
}

/// The part that a line begins: `## Fallback`, `**Fallback**`.
fn heading(line: &str) -> Option<PositionPart> {
    let line = line.trim();
    let hashes = line.trim_start_matches('#');
    if hashes.len() < line.len() && hashes.starts_with([' ', '\t']) {
        return named(hashes.trim_end_matches('#'));
    }
    let bold = ["**", "__"].iter().find_map(|mark| line.strip_prefix(mark)?.strip_suffix(mark));
    named(bold?).filter(|part| part.is_internal())
}

/// The part that a line begins if the next one underlines it.
fn underlined(line: &str, next: Option<&str>) -> Option<PositionPart> {
    let next = next?.trim();
    let is_rule = ['=', '-'].iter().any(|sign| next.len() > 1 && next.chars().all(|c| c == *sign));
    if is_rule { named(line.trim_end()) } else { None }
}

/// The part with this name, in any language; an internal part if its name is anywhere in it.
fn named(heading: &str) -> Option<PositionPart> {
    let bare = |text: &str| fold(text.trim_matches(|c: char| "*_: \t\u{a0}\u{202f}".contains(c)));
    let heading = bare(heading);
    let exact = PositionPart::ALL.into_iter().find(|part| names(*part).any(|name| bare(name) == heading));
    exact.or_else(|| internal().find(|part| names(*part).any(|name| has_words(&heading, &fold(name)))))
}

/// Whether these words are in a folded text, one after the other.
fn has_words(text: &str, words: &str) -> bool {
    let split = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (text, words) = (split(text), split(words));
    !words.is_empty() && text.windows(words.len()).any(|window| window == words)
}

fn internal() -> impl Iterator<Item = PositionPart> {
    PositionPart::ALL.into_iter().filter(|part| part.is_internal())
}

/// The names of a part in all languages.
fn names(part: PositionPart) -> impl Iterator<Item = &'static str> {
    let tables = Languages::bundled().iter().map(|table| &table.position);
    tables.flat_map(move |words| of(part, words)).map(String::as_str)
}

/// The names of a part in one language; the first one is written.
pub(super) fn of(part: PositionPart, words: &PositionWords) -> &[String] {
    match part {
        PositionPart::Text => &words.text,
        PositionPart::Fallback => &words.fallback,
        PositionPart::RedLine => &words.red_line,
        PositionPart::Arguments => &words.arguments,
        PositionPart::Basis => &words.basis,
    }
}

/// The places in a text where a label such as `Red line:` begins something internal, each to the end of its paragraph.
#[must_use]
pub fn labelled(text: &str) -> Vec<(PositionPart, Range<usize>)> {
    let mut found: Vec<(PositionPart, Range<usize>)> = Vec::new();
    let mut is_open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        if line.trim().is_empty() {
            is_open = false;
        } else if let Some(part) = label(line) {
            found.push((part, start..end));
            is_open = true;
        } else if is_open && let Some((_, range)) = found.last_mut() {
            range.end = end;
        }
    }
    found
}

/// The internal part that a line begins with a label: `- **Red line**: no vote`.
fn label(line: &str) -> Option<PositionPart> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || "-*+>_".contains(c));
    let (name, _) = line.split_once(':')?;
    let name = fold(name.trim_matches(|c: char| "*_ \t\u{a0}\u{202f}".contains(c)));
    internal().find(|part| names(*part).any(|known| fold(known) == name))
}
