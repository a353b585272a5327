//! Months and ordinal numbers of one language, shared by everything that reads dates and counted things.

use super::phrases::Phrases;
use super::token::{Token, TokenKind, touching};
use crate::base::table::Table;
use crate::base::text::fold;

/// The names of the months.
#[derive(Debug, Clone, Default)]
pub struct Months {
    /// Folded, January first.
    pub names: Vec<String>,
    phrases: Phrases<u32>,
}

impl Months {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let names = table.texts("months");
        Self {
            phrases: Phrases::new(names.iter().zip(1..)),
            names: names.iter().map(|name| fold(name)).collect(),
        }
    }

    /// The month named at a place among the tokens, 1 to 12, and the place after it.
    #[must_use]
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<(u32, usize)> {
        self.phrases.longest(tokens, at).map(|(end, month)| (month, end))
    }
}

/// How a language writes ordinal numbers: "seventh", "7th".
#[derive(Debug, Clone, Default)]
pub struct Ordinals {
    /// The words for first, second, third …, folded, as far as sessions and meetings are counted in words.
    pub counted: Vec<Vec<String>>,
    /// The same with the ordinals after them, which only paragraphs need.
    all: Phrases<u32>,
    /// The first word for each of them, as it is written.
    written: Vec<String>,
    /// What follows the digits of an ordinal: `7th`, `7e`.
    endings: Phrases,
}

impl Ordinals {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let counted = table.lists("words");
        let further = table.lists("further");
        let numbered = (1..).zip(counted.iter().chain(&further));
        let written = counted.iter().chain(&further).filter_map(|ways| ways.first().cloned()).collect();
        Self {
            written,
            all: Phrases::new(numbered.flat_map(|(number, ways)| ways.iter().map(move |way| (way, number)))),
            counted: counted.iter().map(|ways| ways.iter().map(|way| fold(way)).collect()).collect(),
            endings: table.texts("endings").into(),
        }
    }

    /// The word for an ordinal number counted from 1, as it is written; `None` if there is none.
    #[must_use]
    pub fn written(&self, number: usize) -> Option<&str> {
        self.written.get(number.checked_sub(1)?).map(String::as_str)
    }

    /// The longest ordinal at a place among the tokens, in words or in digits, and the place after it.
    #[must_use]
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<(u32, usize)> {
        let token = tokens.get(at)?;
        if token.kind == TokenKind::Number {
            let end = self.ending(tokens, at + 1).filter(|_| touching(tokens, at))?;
            return token.number().filter(|number| *number > 0).map(|number| (number, end));
        }
        self.all.longest(tokens, at).map(|(end, number)| (number, end))
    }

    /// The ordinal in words at a place among the tokens, among those by which sessions are counted.
    #[must_use]
    pub fn counted_at(&self, tokens: &[Token], at: usize) -> Option<(u32, usize)> {
        let (end, number) = self.all.longest(tokens, at)?;
        (number as usize <= self.counted.len()).then_some((number, end))
    }

    /// The place after the letters that make an ordinal of the digits before them.
    #[must_use]
    pub fn ending(&self, tokens: &[Token], at: usize) -> Option<usize> {
        self.endings.after(tokens, at)
    }

    /// All ordinals in words, each with its number.
    pub fn words(&self) -> impl Iterator<Item = (&[String], u32)> {
        self.all.iter().map(|(words, number)| (words.as_slice(), number))
    }

    /// What follows the digits of an ordinal, folded.
    pub fn endings(&self) -> impl Iterator<Item = &str> {
        self.endings.iter().map(|(ending, ())| ending[0].as_str())
    }
}
