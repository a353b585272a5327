//! A language, and a name in several languages.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::base::Value;

/// A language by its two-letter code; UN documents are in `ar`, `en`, `es`, `fr`, `ru` and `zh`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 2]);

impl Language {
    /// French.
    pub const FR: Self = Self(*b"fr");
    /// English.
    pub const EN: Self = Self(*b"en");

    /// The language that is taken where none is known: English, the first of the working languages of the Secretariat.
    pub const DEFAULT: Self = Self::EN;

    /// The language with this two-letter code, in small ASCII letters.
    #[must_use]
    pub const fn new(code: [u8; 2]) -> Self {
        Self(code)
    }

    /// How far a text in this language is from what somebody wants who reads `wanted`: 0 for that language itself, then
    /// the working languages of the Secretariat, English before French, then all others.
    #[must_use]
    pub fn distance_from(self, wanted: Self) -> u8 {
        match self {
            _ if self == wanted => 0,
            Self::EN => 1,
            Self::FR => 2,
            _ => 3,
        }
    }

    /// The two-letter code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("en")
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl From<Language> for Value {
    fn from(language: Language) -> Self {
        Self::Text(language.to_string())
    }
}

impl FromStr for Language {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.as_bytes() {
            [a, b] if a.is_ascii_lowercase() && b.is_ascii_lowercase() => Ok(Self([*a, *b])),
            _ => Err(()),
        }
    }
}

/// A name in several languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names(pub BTreeMap<Language, String>);

impl Names {
    /// The name in this language; if there is none, in English, otherwise in any language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let found =
            self.0.get(&language).or_else(|| self.0.get(&Language::EN)).or_else(|| self.0.values().next());
        found.map_or("", String::as_str)
    }
}
