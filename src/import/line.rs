//! A neutral line of a source: what every reader gives, and what only some of them know.

use crate::import::mark;

/// One line of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub number: u32,
    /// Its words, without the spaces around them.
    pub text: String,
    /// Spaces before the first word; a tab counts as four.
    pub indent: usize,
    /// Empty lines before it.
    pub gap: usize,
    /// Something of the page (its end, notes, a rule, addresses) was between it and the line before.
    pub after_cut: bool,
    /// The source marks it as a heading.
    pub heading: bool,
    /// How it is printed; `None` if the format does not show it, as plain text.
    pub print: Option<Print>,
}

/// How a line is printed on its page. Lengths are in tenths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
}
