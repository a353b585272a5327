//! Marks inside the text of a line: noncharacters of Unicode, which no text may contain, for what is not words.

/// Bold begins.
pub const STRONG: char = '\u{fdd0}';
/// Bold ends.
pub const STRONG_END: char = '\u{fdd1}';
/// Italics begin.
pub const EMPHASIS: char = '\u{fdd2}';
/// Italics end.
pub const EMPHASIS_END: char = '\u{fdd3}';
/// A call of a footnote; its printed mark is stored beside the text.
pub const CALL: char = '\u{fdd4}';

/// A line was broken here, after a hyphen.
pub const BREAK: char = '\u{fdd5}';

/// Whether the character is one of these marks, or reserved for them.
#[must_use]
pub fn is(c: char) -> bool {
    ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// The text without marks.
#[must_use]
pub fn off(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains(is) { text.replace(is, "").into() } else { text.into() }
}
