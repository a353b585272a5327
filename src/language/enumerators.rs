//! The numbers of sections and the letters of lists in languages that do not count with Latin letters.

use crate::base::numbering::{letters, roman};
use crate::base::table::Table;

/// How a language counts sections and lists beside Latin letters and digits; empty for one that does not.
#[derive(Debug, Clone, Default)]
pub struct Enumerators {
    /// The numbers of sections in order, without the signs of endings: 一, أولا.
    numbers: Vec<String>,
    /// The names of letters that count sections below those: ألف.
    names: Vec<String>,
    /// The letters of lists in the order in which they count; of each place, those that may be printed there.
    alphabet: Vec<String>,
}

impl Enumerators {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let alphabet = table.text("list-letters").unwrap_or_default();
        Self {
            numbers: table.texts("section-numbers"),
            names: table.texts("section-letters"),
            alphabet: alphabet.split(' ').filter(|place| !place.is_empty()).map(str::to_owned).collect(),
        }
    }

    /// The number of a section as the one that has its place in English: `II` for 二 and ثانيا, `B` for باء.
    #[must_use]
    pub fn section(&self, word: &str) -> Option<String> {
        // The sign of an ending is printed or not: أولاً.
        let bare: String = word.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect();
        let place =
            |known: &[String]| known.iter().zip(1..).find(|(known, _)| **known == bare).map(|(_, at)| at);
        let number = place(&self.numbers).map(|number| roman(number).to_uppercase());
        number.or_else(|| place(&self.names).map(|number| letters(number).to_uppercase()))
    }

    /// The Latin letter that has the place of a letter of a list.
    #[must_use]
    pub fn latin(&self, c: char) -> Option<char> {
        let place = self.alphabet.iter().position(|known| known.contains(c))?;
        ('a'..='z').nth(place)
    }
}
