//! The headings and labels that divide a text into parts, some of which are internal.
//!
//! ```text
//! ## Red line          Red line        **Red line**        Red line: no vote
//! └heading             ========        └bold line          └label
//!                      └underlined
//! ```
//!
//! A heading or label is read in any language. One that only contains the name of an internal part, such as `## Our red line on
//! funding`, begins that part too, and a part continues until another one begins: what is internal is rather recognised too often
//! than not at all. A label of a part that is not internal, such as `Arguments:`, counts only behind an internal part.

mod label;

use std::ops::Range;
use std::sync::LazyLock;

use crate::base::text::fold;
use crate::language::{Languages, PositionWords};
use crate::workspace::PositionPart;

/// A part as it is in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadedPart {
    /// Which part.
    pub part: PositionPart,
    /// The first byte of its heading; that of its words if it has none.
    pub start: usize,
    /// The bytes of its words.
    pub words: Range<usize>,
}

/// Where the words of a part begin, behind the heading or label that a line is or begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Head {
    part: PositionPart,
    /// The bytes of the line before the words; all bytes of a heading that has no words.
    bytes: usize,
    /// Whether the next line belongs to the heading, because it underlines it.
    is_underlined: bool,
}

impl Head {
    /// Whether a line is only the name of the internal part it is in, and so belongs to its words.
    fn repeats(self, current: Option<PositionPart>, line: &str) -> bool {
        let is_alone = self.bytes == line.len() && !self.is_underlined && !line.trim().starts_with('#');
        is_alone && current == Some(self.part) && self.part.is_internal()
    }
}

/// The parts of the text of a position. What is before the first heading is the text, if there is anything.
#[must_use]
pub fn parts(text: &str) -> Vec<HeadedPart> {
    let mut parts = divide(text, PositionPart::Text, |_, _| false);
    parts.retain(|found| {
        let HeadedPart { part, words, .. } = found;
        *part != PositionPart::Text || words.start > 0 || !text[words.clone()].trim().is_empty()
    });
    parts
}

/// The parts of any text, in its order. The first is `first` and begins at the first byte. `ends` is whether a line is
/// a heading that ends an internal part, which was begun by a heading of the given level (1 to 6, 7 for a label); the text
/// continues there.
pub(in crate::workspace) fn divide(
    text: &str,
    first: PositionPart,
    ends: impl Fn(&str, usize) -> bool,
) -> Vec<HeadedPart> {
    let mut parts = vec![HeadedPart { part: first, start: 0, words: 0..0 }];
    let (mut at, mut inside, mut level) = (0, first.is_internal(), LABEL_LEVEL);
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let start = at;
        at += line.len();
        let current = parts.last().map(|last| last.part).filter(|_| inside);
        let head = head(line, lines.peek().copied(), inside);
        if let Some(head) = head.filter(|head| !head.repeats(current, line)) {
            let underline = if head.is_underlined { lines.next().map_or(0, str::len) } else { 0 };
            at += underline;
            parts.push(HeadedPart { part: head.part, start, words: start + head.bytes + underline..at });
            inside = head.part.is_internal();
            level = heading_level(line).unwrap_or(LABEL_LEVEL);
        } else if inside && ends(line, level) {
            parts.push(HeadedPart { part: PositionPart::Text, start, words: start..at });
            inside = false;
        } else if let Some(last) = parts.last_mut() {
            last.words.end = at;
        }
    }
    parts
}

/// The level of what is no heading: below all headings.
const LABEL_LEVEL: usize = 7;

/// The level of a line that is a heading in Markdown: the number of its signs.
pub(in crate::workspace) fn heading_level(line: &str) -> Option<usize> {
    let line = line.trim();
    let hashes = line.len() - line.trim_start_matches('#').len();
    (hashes > 0 && line[hashes..].starts_with([' ', '\t'])).then_some(hashes)
}

/// The part that a line begins. `inside` is whether the lines before it are internal.
fn head(line: &str, next: Option<&str>, inside: bool) -> Option<Head> {
    let whole = |part, is_underlined| Head { part, bytes: line.len(), is_underlined };
    if let Some(part) = underlined(line, next) {
        return Some(whole(part, true));
    }
    if let Some((part, bytes)) = label::internal(line) {
        return Some(Head { part, bytes, is_underlined: false });
    }
    if let Some(part) = heading(line) {
        return Some(whole(part, false));
    }
    let (part, bytes) = label::other(line).filter(|_| inside)?;
    Some(Head { part, bytes, is_underlined: false })
}

/// The part that a whole line begins: `## Fallback`, `**Fallback**`. An internal part needs no space behind the signs.
fn heading(line: &str) -> Option<PositionPart> {
    let line = line.trim();
    let hashes = line.trim_start_matches('#');
    if hashes.len() < line.len() {
        let has_space = hashes.starts_with([' ', '\t']);
        return named(hashes.trim_end_matches('#')).filter(|part| has_space || part.is_internal());
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
    let heading = words(heading);
    let exact = NAMES.iter().find(|name| name.words == heading);
    let contains = |name: &&Name| {
        name.part.is_internal() && heading.windows(name.words.len()).any(|window| window == name.words)
    };
    exact.or_else(|| NAMES.iter().find(contains)).map(|name| name.part)
}

/// The words of a text in small letters and without accents.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A name of a part in some language.
struct Name {
    part: PositionPart,
    words: Vec<String>,
}

/// The names of all parts in all languages.
static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let tables = || Languages::bundled().iter().map(|table| &table.position);
    let of_part = |part| tables().flat_map(move |names| of(part, names)).map(move |name| (part, name));
    let names = PositionPart::ALL.into_iter().flat_map(of_part);
    let names = names.map(|(part, name)| Name { part, words: words(name) });
    names.filter(|name| !name.words.is_empty()).collect()
});

/// The words that may be before the name of a part in its label, such as `our`, in all languages.
static POSSESSIVES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let tables = Languages::bundled().iter().map(|table| &table.position);
    tables.flat_map(|names| &names.possessives).map(|word| fold(word)).collect()
});

/// The names of a part in one language; the first one is written.
pub(super) fn of(part: PositionPart, words: &PositionWords) -> &[String] {
    match part {
        PositionPart::Text => &words.text,
        PositionPart::Fallback => &words.fallback,
        PositionPart::RedLine => &words.red_line,
        PositionPart::Arguments => &words.arguments,
        PositionPart::Basis => &words.basis,
        PositionPart::Instruction => &words.instruction,
    }
}
