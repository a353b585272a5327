//! The words of a language that tell the parts of a document: months, heading words, small words.

use std::collections::{HashMap, HashSet};

use crate::base::{Error, Result, text};
use crate::model::Language;

/// What one language says where; the `[import]` table of its file, compared without case and accents.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Sub-paragraphs are printed `(a)`, not `a)`.
    pub two_brackets: bool,
    /// Marks that keep the space before them.
    pub spaced_marks: String,
    /// Names of the months, January first.
    pub months: Vec<String>,
    /// "Annex".
    pub annexes: Vec<String>,
    /// "Recommended next steps".
    pub next_steps: Vec<String>,
    /// "Foreword", "Letter of transmittal".
    pub front_headings: Vec<String>,
    /// "Contents".
    pub contents: Vec<String>,
    /// Column heads of a table of contents.
    pub contents_words: Vec<String>,
    /// "Norm".
    pub norms: Vec<String>,
    /// "agenda".
    pub agenda: Vec<String>,
    /// "The General Assembly,".
    pub openers: Vec<String>,
    /// Endings of the first word of a preambular paragraph.
    pub preamble_endings: Vec<String>,
    /// Other first words of preambular paragraphs.
    pub preamble_words: Vec<String>,
    /// "plenary meeting".
    pub meetings: Vec<String>,
    /// First words of titles.
    pub title_starts: Vec<String>,
    /// "report".
    pub report_words: Vec<String>,
    /// "draft".
    pub draft_words: Vec<String>,
    /// "resolution".
    pub resolution_words: Vec<String>,
    /// A number after one of these is no footnote mark.
    pub reference_words: HashSet<String>,
    /// `l`, `qu`: words that end in an apostrophe.
    pub elisions: HashSet<String>,
    /// `s`: words that begin after an apostrophe.
    pub enclitics: HashSet<String>,
    /// `même`: words that may stand after a hyphen set apart.
    pub hyphen_endings: HashSet<String>,
    /// "and": after a hyphen they leave it hanging (`short- and long-term`).
    pub conjunctions: HashSet<String>,
    /// Small words: they tell the language and are never half of a cut word.
    pub small_words: HashSet<String>,
    /// Words known from other documents, in small letters with their accents.
    pub known_words: HashSet<String>,
}

/// The vocabularies of all languages at hand.
#[derive(Debug, Clone, Default)]
pub struct Vocabularies {
    languages: Vec<(Language, Vocabulary)>,
}

impl Vocabularies {
    /// Reads the `[import]` tables of the language files; other tables are left to others.
    ///
    /// # Errors
    /// When a file is not TOML, or its table misses a key or holds something else than words:
    /// `language-broken` with `language` and `reason`, `language-key` with `language` and `key`.
    pub fn parse(files: &[(Language, &str)]) -> Result<Self> {
        let mut languages = Vec::new();
        for (language, file) in files {
            let table: toml::Table = file.parse().map_err(|error: toml::de::Error| {
                Error::broken("language-broken").with("language", *language).with("reason", error.message())
            })?;
            let import = table
                .get("import")
                .and_then(toml::Value::as_table)
                .ok_or_else(|| missing(*language, "import"))?;
            languages.push((*language, read(*language, import)?));
        }
        Ok(Self { languages })
    }

    /// Remembers the words of a text, as proof for words that another text has cut in two.
    pub fn learn(&mut self, language: Language, text: &str) {
        if let Some((_, vocabulary)) = self.languages.iter_mut().find(|(held, _)| *held == language) {
            let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3);
            vocabulary.known_words.extend(words.map(str::to_lowercase));
        }
    }

    /// The vocabulary of a language.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&Vocabulary> {
        self.languages.iter().find(|(held, _)| *held == language).map(|(_, vocabulary)| vocabulary)
    }

    /// The language whose small words a text holds most of, if it holds any.
    #[must_use]
    pub fn detect(&self, text: &str) -> Option<Language> {
        let mut counts: HashMap<Language, usize> = HashMap::new();
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(20_000) {
            let word = text::fold(word);
            for (language, vocabulary) in &self.languages {
                *counts.entry(*language).or_default() += usize::from(vocabulary.small_words.contains(&word));
            }
        }
        let best = self.languages.iter().map(|(language, _)| *language);
        best.rev().max_by_key(|language| counts.get(language)).filter(|best| counts.get(best) > Some(&0))
    }

    /// The languages at hand.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        self.languages.iter().map(|(language, _)| *language)
    }
}

fn missing(language: Language, key: &str) -> Error {
    Error::broken("language-key").with("language", language).with("key", key)
}

fn read(language: Language, table: &toml::Table) -> Result<Vocabulary> {
    let string = |key: &str| {
        let value = table.get(key).and_then(toml::Value::as_str);
        value.map(str::to_owned).ok_or_else(|| missing(language, key))
    };
    let words = |key: &str| -> Result<Vec<String>> {
        let array = table.get(key).and_then(toml::Value::as_array).ok_or_else(|| missing(language, key))?;
        let word = |value: &toml::Value| value.as_str().map(text::fold).ok_or_else(|| missing(language, key));
        array.iter().map(word).collect()
    };
    let set = |key: &str| -> Result<HashSet<String>> { Ok(words(key)?.into_iter().collect()) };
    Ok(Vocabulary {
        two_brackets: string("enumerator")?.starts_with('('),
        spaced_marks: string("spaced_marks")?,
        months: words("months")?,
        annexes: words("annexes")?,
        next_steps: words("next_steps")?,
        front_headings: words("front_headings")?,
        contents: words("contents")?,
        contents_words: words("contents_words")?,
        norms: words("norms")?,
        agenda: words("agenda")?,
        openers: words("openers")?,
        preamble_endings: words("preamble_endings")?,
        preamble_words: words("preamble_words")?,
        meetings: words("meetings")?,
        title_starts: words("title_starts")?,
        report_words: words("report_words")?,
        draft_words: words("draft_words")?,
        resolution_words: words("resolution_words")?,
        reference_words: set("reference_words")?,
        elisions: set("elisions")?,
        enclitics: set("enclitics")?,
        hyphen_endings: set("hyphen_endings")?,
        conjunctions: set("conjunctions")?,
        small_words: set("small_words")?,
        known_words: HashSet::new(),
    })
}
