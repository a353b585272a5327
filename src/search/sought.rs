//! What is searched for: words, the ways in which a part of a query may occur, and what finding each is worth.

use crate::base::Span;
use crate::search::words::{Inflection, WordStem};

/// A word that is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// The word, folded.
    pub folded: String,
    /// Its stem in each language in which it may be inflected.
    pub stems: Vec<WordStem>,
    /// The word as typed in small letters, if it was typed with accents.
    pub accented: Option<String>,
    /// Whether words that begin with it count.
    pub is_prefix: bool,
}

impl Sought {
    /// A word in any inflection of these languages.
    #[must_use]
    pub fn inflected(folded: &str, languages: &[Inflection]) -> Self {
        Self {
            folded: folded.to_owned(),
            stems: WordStem::of(folded, languages),
            accented: None,
            is_prefix: false,
        }
    }

    /// A word as it is.
    #[must_use]
    pub fn exact(folded: &str) -> Self {
        Self::inflected(folded, &[])
    }

    /// Whether a folded word of a text is it. `stems` are those of that word in the languages the text may be in.
    #[must_use]
    pub fn is(&self, folded: &str, stems: &[WordStem]) -> bool {
        folded == self.folded
            || self.is_prefix && folded.starts_with(&self.folded)
            || stems.iter().any(|stem| self.stems.contains(stem))
    }
}

/// One way in which a unit may occur in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// Its words, in order.
    pub words: Vec<Sought>,
    /// How much finding it is worth, 1 being what was typed.
    pub worth: f32,
    /// The term of a ring that it is; `None` for what was typed.
    pub term: Option<String>,
    /// Whether its words must follow one another.
    pub is_phrase: bool,
}

impl Alternative {
    /// Words as typed, near each other or anywhere in a text.
    #[must_use]
    pub fn typed(words: Vec<Sought>, worth: f32) -> Self {
        Self { words, worth, term: None, is_phrase: false }
    }

    /// Words as typed that must follow one another.
    #[must_use]
    pub fn phrase(words: Vec<Sought>) -> Self {
        Self { is_phrase: true, ..Self::typed(words, 1.0) }
    }

    /// A term of a ring, its words near each other.
    #[must_use]
    pub fn term(words: Vec<Sought>, worth: f32, text: &str) -> Self {
        Self { term: Some(text.to_owned()), ..Self::typed(words, worth) }
    }
}

/// A part of a query that is found or not: a word, a phrase, or a term of a concept.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchUnit {
    /// Where it was typed.
    pub span: Span,
    /// The ways in which it may occur.
    pub alternatives: Vec<Alternative>,
    /// Its share in the query: rare words count more, and what occurs nowhere does not count.
    pub weight: f32,
}
