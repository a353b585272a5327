//! The words of amendments: the headings of their parts, and how the United Nations write them; the table `[amendment]`.

use super::pattern::Pattern;
use crate::base::table::Table;

/// The words of amendments. Of each list of headings the first is written and all are read.
#[derive(Debug, Clone, Default)]
pub struct AmendmentWords {
    /// The new wording.
    pub text: Vec<String>,
    /// Another new wording; the name of its source follows after a colon.
    pub alternative: Vec<String>,
    /// Why.
    pub reason: Vec<String>,
    /// Who supports it.
    pub co_sponsors: Vec<String>,
    /// Whose amendment it is.
    pub proposer: Vec<String>,
    /// What the own delegation is called as a source.
    pub ours: Vec<String>,
    /// The sentence of an amendment; `None` if the language does not give it.
    pub notation: Option<NotationWords>,
}

/// How an amendment is written in a sentence.
#[derive(Debug, Clone, Default)]
pub struct NotationWords {
    /// The quotation marks, with their spaces.
    pub quotes: [String; 2],
    /// Between two changes of one passage, and before the last one.
    pub between: [String; 2],
    /// Between two numbers, and before the last one.
    pub numbers: [String; 2],
    /// Words for first, second, third …, as occurrences are counted.
    pub occurrences: Vec<String>,
    /// The sentences and their parts.
    pub phrases: Vec<(&'static str, Pattern)>,
    /// The kinds of places.
    pub places: Vec<(String, PlaceWords)>,
}

/// How a passage is named in a sentence.
#[derive(Debug, Clone, Default)]
pub struct PlaceWords {
    /// "In paragraph 17 (e)".
    pub within: Pattern,
    /// "paragraph 17 (e)".
    pub name: Pattern,
    /// "Insert a new paragraph 17 (e) bis reading"; `None` if new passages of this kind have no number.
    pub new: Option<Pattern>,
    /// "Insert new paragraphs 17 (e) bis and 17 (e) ter reading".
    pub several: Option<Pattern>,
}

/// The names of phrases with the holes each may have.
const PHRASES: [(&str, &[&str]); 23] = [
    ("changes", &["place", "changes"]),
    ("at", &["place", "change"]),
    ("insert", &["words"]),
    ("add", &["words"]),
    ("replace", &["words", "by"]),
    ("replace-occurrence", &["words", "by", "o"]),
    ("delete", &["words"]),
    ("delete-occurrence", &["words", "o"]),
    ("after", &["words"]),
    ("after-occurrence", &["words", "o"]),
    ("beginning", &[]),
    ("end", &[]),
    ("ends", &["from", "to"]),
    ("whole", &["name", "words"]),
    ("remove", &["name"]),
    ("new-after", &["name", "words"]),
    ("new-before", &["name", "words"]),
    ("of-annex", &[]),
    ("of-annex-mark", &["mark"]),
    ("of-front", &[]),
    ("in-annex", &[]),
    ("in-annex-mark", &["mark"]),
    ("in-front", &[]),
];

/// The holes in the words of a place: number, numbers of new passages, section, ordinal, sub-paragraphs, part of the document to
/// which it belongs and in which it is, new words.
const PLACE_HOLES: [&str; 8] = ["n", "new", "s", "o", "sub", "of", "in", "words"];

impl AmendmentWords {
    pub(super) fn read(table: &Table<'_>) -> Self {
        Self {
            text: table.texts("text"),
            alternative: table.texts("alternative"),
            reason: table.texts("reason"),
            co_sponsors: table.texts("co-sponsors"),
            proposer: table.texts("proposer"),
            ours: table.texts("ours"),
            notation: table.table("notation", NotationWords::read),
        }
    }
}

impl NotationWords {
    fn read(table: &Table<'_>) -> Self {
        let pair = |key: &str| {
            let mut texts = table.texts(key).into_iter();
            [texts.next().unwrap_or_default(), texts.next().unwrap_or_default()]
        };
        let (quotes, between, numbers) = (pair("quotes"), pair("between"), pair("numbers"));
        let occurrences = table.texts("occurrences");
        table.require(&PHRASES.map(|(name, _)| name));
        let phrase =
            |(name, holes): (&'static str, &[&str])| Some((name, Pattern::read(table, name, holes)?));
        let phrases = PHRASES.into_iter().filter_map(phrase).collect();
        let places = table.table("places", |places| {
            let read = |name: String| {
                let words = places.table(&name, PlaceWords::read)?;
                Some((name, words))
            };
            places.keys().into_iter().filter_map(|key| read(key.value)).collect()
        });
        Self { quotes, between, numbers, occurrences, phrases, places: places.unwrap_or_default() }
    }

    /// A phrase with its holes filled; empty if the language does not have it.
    #[must_use]
    pub fn phrase(&self, phrase: &str, values: &[(&str, &str)]) -> String {
        let found = self.phrases.iter().find(|(name, _)| *name == phrase);
        found.map(|(_, pattern)| pattern.fill(values)).unwrap_or_default()
    }

    /// How a kind of place is named.
    #[must_use]
    pub fn place(&self, kind: &str) -> Option<&PlaceWords> {
        self.places.iter().find(|(name, _)| name == kind).map(|(_, words)| words)
    }

    /// Words in quotation marks.
    #[must_use]
    pub fn quoted(&self, words: &str) -> String {
        format!("{}{words}{}", self.quotes[0], self.quotes[1])
    }

    /// Texts as a list: `17 bis, 17 ter and 17 quater`.
    #[must_use]
    pub fn listed(texts: &[String], [between, last]: &[String; 2]) -> String {
        match texts.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((end, others)) => format!("{}{last}{end}", others.join(between)),
        }
    }

    /// The word for an occurrence counted from 1; its number if there is no word.
    #[must_use]
    pub fn occurrence(&self, number: usize) -> String {
        let word = self.occurrences.get(number.wrapping_sub(1)).cloned();
        word.unwrap_or_else(|| number.to_string())
    }
}

impl PlaceWords {
    fn read(table: &Table<'_>) -> Self {
        table.require(&["in", "name"]);
        let pattern = |key| Pattern::read(table, key, &PLACE_HOLES);
        Self {
            within: pattern("in").unwrap_or_default(),
            name: pattern("name").unwrap_or_default(),
            new: pattern("new"),
            several: pattern("several"),
        }
    }
}
