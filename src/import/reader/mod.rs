//! Readers: a format's text to neutral lines.

pub mod markdown;
pub mod plain;

/// Inside the importer, noncharacters of Unicode stand for what is not words; no text may hold them.
pub mod mark {
    /// Bold begins.
    pub const STRONG: char = '\u{fdd0}';
    /// Bold ends.
    pub const STRONG_END: char = '\u{fdd1}';
    /// Italics begin.
    pub const EMPHASIS: char = '\u{fdd2}';
    /// Italics end.
    pub const EMPHASIS_END: char = '\u{fdd3}';
    /// A footnote is called here; its mark is kept beside the text.
    pub const CALL: char = '\u{fdd4}';

    /// A line was broken here, after a hyphen.
    pub const BREAK: char = '\u{fdd5}';

    /// Whether the character is one of these, or kept free for them.
    #[must_use]
    pub fn is(c: char) -> bool {
        ('\u{fdd0}'..='\u{fdef}').contains(&c)
    }

    /// The text without them.
    #[must_use]
    pub fn off(text: &str) -> std::borrow::Cow<'_, str> {
        if text.contains(is) { text.replace(is, "").into() } else { text.into() }
    }
}

/// One line of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub number: u32,
    /// Its words, without the spaces around them.
    pub text: String,
    /// Spaces before the first word; a tab counts four.
    pub indent: usize,
    /// Empty lines before it.
    pub gap: usize,
    /// Something of the page (its end, notes, a rule, addresses) stood between it and the line before.
    pub after_cut: bool,
    /// The source says it is a heading.
    pub heading: bool,
}

impl Line {
    /// The words without marks of the importer.
    #[must_use]
    pub fn bare(&self) -> std::borrow::Cow<'_, str> {
        mark::off(&self.text)
    }
}

/// The lines of a text: plain, or Markdown when it has the traces of it.
#[must_use]
pub fn lines(text: &str, findings: &mut Vec<crate::base::Finding>) -> Vec<Line> {
    let mut lines = plain::lines(text, findings);
    if markdown::has_traces(text) {
        markdown::clean(&mut lines, findings);
    }
    lines
}
