//! A neutral line of a source: what every reader gives, and what only some of them know.
//!
//! ```text
//!                 ┌ label: as printed, not in `text` ┐
//!   Line:         16.   Takes note of the report;◆ and …      ◆ is mark::CALL; `calls` has one entry for each
//!                 └ role: what it is ┘  └ begins: a new passage, or the one before continues ┘
//! ```
//!
//! What a reader leaves at its default is found by the rules of the shaper; what it sets is trusted and not guessed again.
//! A reader of a format with structure (XML, Word) sets `begins` to true on every line, because its lines are whole passages.
//! A reader of pages (PDF) sets what the page shows: furniture, calls, footnotes, where a passage begins.

use serde::{Deserialize, Serialize};

use crate::import::mark;

/// One line of a source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Line {
    /// Counted from 1: its place in the words of the file (`FileContent::words`). Never smaller than that of the line before.
    pub number: u32,
    /// Its words, without the spaces around them, without its label, with a `mark::CALL` for each call.
    pub text: String,
    /// Spaces before the first word; a tab counts as four.
    pub indent: usize,
    /// Empty lines before it.
    pub gap: usize,
    /// Something of the page (its end, notes, a rule, addresses) was between it and the line before.
    pub after_cut: bool,
    /// What it is, when the format says so.
    pub role: Option<LineRole>,
    /// Its printed number, when the format keeps it apart from the words: automatic numbering in Word, `<num>` in XML.
    pub label: Option<Label>,
    /// Whether it begins a passage (`true`) or continues that of the line before (`false`); `None` if unknown.
    pub begins: Option<bool>,
    /// The footnotes called in the text: one for each `mark::CALL` in it, in order.
    pub calls: Vec<NoteCall>,
    /// How it is printed; `None` if the format does not show it, as plain text.
    pub print: Option<Print>,
}

/// What a line is, when the format says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineRole {
    /// Not of the text: a running head or foot, a page number, the number of a line. Left out, as a finding.
    Furniture,
    /// An entry of a table of contents. Left out, as a finding.
    Contents,
    /// Of the cover page or the masthead: symbol, date, session, agenda item. It belongs to the front of the document.
    Cover,
    /// The title of the document.
    Title,
    /// A heading. The level is counted from 1 within its part; `None` if unknown.
    Heading(Option<u8>),
    /// The first line of an annex, which is its heading: "Annex II". With a label, the annex has that number; without words,
    /// it has no heading.
    Annex,
    /// The organ that speaks in a resolution: "The General Assembly,".
    Opener,
    /// A paragraph of a preamble.
    Preambular,
    /// An operative paragraph of a resolution, with or without a label.
    Operative,
    /// Running text: a paragraph if it has a label, otherwise a text block. Never a heading, whatever it looks like.
    Body,
    /// A row of a table, its cells separated by a tab; it stays a text block of its own.
    Row,
    /// A footnote: its printed mark is the label. Lines after it with the same role and without a label continue it, also on
    /// another page. It may stand anywhere after the line that calls it.
    Note,
    /// After the text: the meeting and the date of adoption, a signature.
    Closing,
}

/// The number printed before the words of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// As printed: `16.`, `(a)`, `IV.`, `•`; of a footnote its mark, `12`, `*`.
    pub text: String,
    /// How deep: 0 a paragraph, 1 a sub-paragraph, 2 one below that; `None` if only the numbers show it.
    pub level: Option<u8>,
}

/// A footnote called in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteCall {
    /// Its mark as printed: `12`, `*`.
    pub mark: String,
    /// The number of the line on which its footnote begins, when the format ties them; otherwise the mark decides.
    pub note: Option<u32>,
}

/// How a line is printed on its page. Lengths are in tenths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Print {
    /// The page, counted from 1.
    pub page: u32,
    /// From the left edge of the page to the first letter: the indent with the margin.
    pub left: u32,
    /// From the top edge of the page to the base line.
    pub top: u32,
    /// The size of most of its letters; `None` if unknown.
    pub size: Option<u32>,
    /// The style of most of its letters.
    pub style: Style,
}

/// The style of a font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Style {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

impl Line {
    /// The words without marks of the importer.
    #[must_use]
    pub fn bare(&self) -> std::borrow::Cow<'_, str> {
        mark::off(&self.text)
    }

    /// Whether the format says that it is a heading.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        matches!(self.role, Some(LineRole::Heading(_) | LineRole::Annex | LineRole::Title))
    }

    /// Whether the format says what it is, so that no rule has to find that.
    #[must_use]
    pub fn has_role(&self) -> bool {
        !matches!(self.role, None | Some(LineRole::Heading(None))) || self.label.is_some()
    }

    /// Whether the rules about pages and broken lines do not apply to it.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.has_role() || self.begins == Some(true)
    }
}
