//! What the importer knows of each language: the words of its language file, and words known from other documents.

use std::collections::{HashMap, HashSet};

use crate::base::text::fold;
use crate::language::{ImportWords, Languages};
use crate::model::Language;

/// What is known of the language of a text.
#[derive(Debug, Clone, Copy)]
pub struct Vocabulary<'a> {
    /// The language.
    pub language: Language,
    /// Words by which parts of a document are recognised.
    pub words: &'a ImportWords,
    /// Whether the small words of the language are known. Without them, two words cannot be distinguished from the halves of
    /// one.
    pub is_known: bool,
    /// Words of other documents, in small letters with their accents: proof that two halves are one word.
    pub known: &'a HashSet<String>,
}

/// The vocabularies of several languages.
#[derive(Debug, Clone)]
pub struct Vocabularies<'a> {
    languages: &'a Languages,
    known: HashMap<Language, HashSet<String>>,
    /// For a language without words: those small words and words before a number that other languages have.
    no_words: ImportWords,
    nothing_known: HashSet<String>,
}

impl<'a> Vocabularies<'a> {
    /// The vocabularies of these languages, without words of other documents.
    #[must_use]
    pub fn new(languages: &'a Languages) -> Self {
        Self {
            languages,
            known: HashMap::new(),
            no_words: common_words(languages),
            nothing_known: HashSet::new(),
        }
    }

    /// Remembers the words of a text.
    pub fn learn(&mut self, language: Language, text: &str) {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3);
        self.known.entry(language).or_default().extend(words.map(str::to_lowercase));
    }

    /// The vocabulary of a language.
    #[must_use]
    pub fn get(&self, language: Language) -> Vocabulary<'_> {
        let own = self.languages.get(language).map(|table| &table.import);
        let known = self.known.get(&language).unwrap_or(&self.nothing_known);
        let is_known = own.is_some_and(|own| !own.small_words.is_empty());
        Vocabulary { language, words: own.unwrap_or(&self.no_words), is_known, known }
    }

    /// Whether citations and next steps of a language can be read.
    #[must_use]
    pub fn reads(&self, language: Language) -> bool {
        self.languages.get(language).is_some_and(|table| table.citation.is_some() && table.followup.is_some())
    }

    /// The language whose small words a text has most of; `None` if it has none. Of two languages with the same
    /// number the first one counts.
    #[must_use]
    pub fn detect(&self, text: &str) -> Option<Language> {
        let mut counts: HashMap<Language, usize> = HashMap::new();
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(20_000) {
            let word = fold(word);
            for table in self.languages.iter() {
                let is_small = table.import.small_words.contains(&word);
                *counts.entry(table.language).or_default() += usize::from(is_small);
            }
        }
        let languages = self.languages.iter().map(|table| table.language);
        languages.rev().max_by_key(|language| counts.get(language)).filter(|best| counts.get(best) > Some(&0))
    }
}

/// The words of all languages that keep a number from being taken for the mark of a footnote, or a line for the end of a
/// sentence: related languages share many of them.
fn common_words(languages: &Languages) -> ImportWords {
    let words = |of: fn(&ImportWords) -> &HashSet<String>| {
        languages.iter().flat_map(|table| of(&table.import).iter().cloned()).collect()
    };
    ImportWords {
        small_words: words(|import| &import.small_words),
        reference_words: words(|import| &import.reference_words),
        ..ImportWords::default()
    }
}
