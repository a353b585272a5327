//! The languages there are words for: one file and one table each, read once.

use std::panic::resume_unwind;
use std::sync::{Arc, LazyLock};
use std::thread;

use super::amendment::AmendmentWords;
use super::calendar::CalendarWords;
use super::citation::CitationWords;
use super::followup::FollowUpWords;
use super::import::ImportWords;
use super::numerals::{Months, Ordinals};
use super::position::PositionWords;
use super::statement::StatementWords;
use crate::base::table::{self, Messages};
use crate::base::{Error, Message};
use crate::model::Language;

/// A language file.
#[derive(Debug, Clone, Copy)]
pub struct LanguageFile<'t> {
    /// The language.
    pub language: Language,
    /// The name of the file in messages.
    pub name: &'t str,
    /// Its text.
    pub text: &'t str,
}

impl<'t> LanguageFile<'t> {
    const fn new(code: [u8; 2], name: &'t str, text: &'t str) -> Self {
        Self { language: Language::new(code), name, text }
    }
}

/// The languages that come with the program. The first one is used
/// where a language has no words of its own.
const BUNDLED: &[LanguageFile<'_>] = &[
    LanguageFile::new(*b"en", "languages/en.toml", include_str!("../../data/languages/en.toml")),
    LanguageFile::new(*b"fr", "languages/fr.toml", include_str!("../../data/languages/fr.toml")),
    LanguageFile::new(*b"es", "languages/es.toml", include_str!("../../data/languages/es.toml")),
    LanguageFile::new(*b"ru", "languages/ru.toml", include_str!("../../data/languages/ru.toml")),
    LanguageFile::new(*b"ar", "languages/ar.toml", include_str!("../../data/languages/ar.toml")),
    LanguageFile::new(*b"zh", "languages/zh.toml", include_str!("../../data/languages/zh.toml")),
];

const MESSAGES: Messages = Messages {
    syntax: "language-syntax",
    unknown_key: "language-key",
    missing_key: "language-missing",
    value: "language-value",
};

/// The words of one language.
#[derive(Debug, Clone)]
pub struct LanguageTable {
    /// The language.
    pub language: Language,
    /// The names of the months.
    pub months: Arc<Months>,
    /// Ordinal numbers.
    pub ordinals: Arc<Ordinals>,
    /// How parts of a document are recognised.
    pub import: ImportWords,
    /// How citations are written and read; `None` if the file does not give it.
    pub citation: Option<CitationWords>,
    /// How reports ask for something; `None` if the file does not give it.
    pub followup: Option<FollowUpWords>,
    /// How days, hours and programmes of work are written.
    pub calendar: CalendarWords,
    /// How the parts of a position are headed.
    pub position: PositionWords,
    /// How amendments are headed and written.
    pub amendment: AmendmentWords,
    /// How statements are written.
    pub statement: StatementWords,
}

impl LanguageTable {
    /// Reads a language file; `file` is its name in messages.
    ///
    /// # Errors
    /// All errors of the file, each with `file` and `line`: `language-syntax` (`what`), `language-key` (`key`, `known`),
    /// `language-missing` (`key`), `language-value` (`key`, `value`, `expected`), and `citation-template` (`template`)
    /// for a way of writing with an unknown placeholder.
    pub fn read(language: Language, file: &str, text: &str) -> Result<Self, Vec<Error>> {
        let (table, errors) = table::read(file, text, &MESSAGES, |root| Self::from_root(language, root));
        if errors.is_empty() { Ok(table) } else { Err(errors) }
    }

    fn from_root(language: Language, root: &table::Table<'_>) -> Self {
        let months = Arc::new(Months::read(root));
        let ordinals = Arc::new(root.table("ordinals", Ordinals::read).unwrap_or_default());
        let import = root.table("import", |table| ImportWords::read(table, Arc::clone(&months)));
        let citation = root.table("citation", |table| CitationWords::read(table, &ordinals));
        let followup = root.table("followup", |table| FollowUpWords::read(table, &months, &ordinals));
        let calendar = root.table("calendar", CalendarWords::read).unwrap_or_default();
        let position = root.table("position", PositionWords::read).unwrap_or_default();
        let amendment = root.table("amendment", AmendmentWords::read).unwrap_or_default();
        let statement = root.table("statement", StatementWords::read).unwrap_or_default();
        let import =
            import.unwrap_or_else(|| ImportWords { months: Arc::clone(&months), ..ImportWords::default() });
        Self {
            language,
            months,
            ordinals,
            import,
            citation,
            followup,
            calendar,
            position,
            amendment,
            statement,
        }
    }
}

/// Several languages.
#[derive(Debug, Clone)]
pub struct Languages(Vec<LanguageTable>);

static TABLES: LazyLock<Languages> =
    LazyLock::new(|| Languages::read(BUNDLED).expect("a test reads the bundled languages"));

impl Languages {
    /// The languages that come with the program.
    #[must_use]
    pub fn bundled() -> &'static Self {
        &TABLES
    }

    /// Reads language files, all at once; the languages are in the order of the files.
    ///
    /// # Errors
    /// All errors of all files, as [`LanguageTable::read`] reports them.
    pub fn read(files: &[LanguageFile<'_>]) -> Result<Self, Vec<Error>> {
        let read = |file: &LanguageFile<'_>| LanguageTable::read(file.language, file.name, file.text);
        let found: Vec<Result<LanguageTable, Vec<Error>>> = thread::scope(|scope| {
            let reading: Vec<_> = files.iter().map(|file| scope.spawn(move || read(file))).collect();
            let read = reading.into_iter().map(|reading| reading.join());
            read.map(|found| found.unwrap_or_else(|panic| resume_unwind(panic))).collect()
        });
        let (mut tables, mut errors) = (Vec::new(), Vec::new());
        for found in found {
            match found {
                Ok(table) => tables.push(table),
                Err(found) => errors.extend(found),
            }
        }
        if errors.is_empty() { Ok(Self(tables)) } else { Err(errors) }
    }

    /// The words of a language, if there are any.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&LanguageTable> {
        self.0.iter().find(|table| table.language == language)
    }

    /// All languages, in the order of the list.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &LanguageTable> {
        self.0.iter()
    }

    /// The languages that write citations, each with its words.
    pub fn citations(&self) -> impl Iterator<Item = (Language, &CitationWords)> {
        let words = self.0.iter().filter_map(|table| Some((table.language, table.citation.as_ref()?)));
        words.filter(|(_, words)| words.is_written())
    }

    /// A mark as it is written after a word in a language: with a no-break space before it where the language has one.
    #[must_use]
    pub fn mark_after_word(&self, language: Language, mark: char) -> String {
        let is_spaced = self.get(language).is_some_and(|table| table.import.spaced_marks.contains(mark));
        if is_spaced { format!("\u{a0}{mark}") } else { mark.to_string() }
    }

    /// What a language has or, if it has none of it, what the nearest other language has: English, then French, then any
    /// other ([`Language::distance_from`]). `None` if no language has any.
    pub fn nearest<'a, T>(
        &'a self,
        language: Language,
        of: impl Fn(&'a LanguageTable) -> Option<&'a T>,
    ) -> Option<&'a T> {
        let having = self.0.iter().filter_map(|table| Some((table.language, of(table)?)));
        having.min_by_key(|(known, _)| known.distance_from(language)).map(|(_, found)| found)
    }

    /// How statements are written in a language, or in the nearest one there is a file for.
    ///
    /// # Panics
    /// If there is no language.
    #[must_use]
    pub fn statement(&self, language: Language) -> &StatementWords {
        self.nearest(language, |table| Some(&table.statement)).expect("there is a language")
    }

    /// The words for citations of a language, or of the nearest one that has some.
    ///
    /// # Panics
    /// If no language has any.
    #[must_use]
    pub fn citation(&self, language: Language) -> &CitationWords {
        let written =
            |table: &'_ LanguageTable| table.citation.as_ref().is_some_and(CitationWords::is_written);
        let words = self.nearest(language, |table| Some(table).filter(|table| written(table)));
        words.and_then(|table| table.citation.as_ref()).expect("some language writes citations")
    }

    /// How citations are found in running text of a language.
    ///
    /// # Panics
    /// If no language has any.
    #[must_use]
    pub fn cited(&self, language: Language) -> &CitationWords {
        self.nearest(language, |table| table.citation.as_ref()).expect("some language writes citations")
    }
}

/// Reports a template with an unknown placeholder.
pub(super) fn report_template(table: &table::Table<'_>, place: usize, template: &str) {
    table.report(place, Message::new("citation-template").with("template", template));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(text: &str) -> Vec<String> {
        let errors = LanguageTable::read(Language::EN, "x.toml", text).unwrap_err();
        errors.iter().map(|error| error.to_string().replace(" file=\"x.toml\"", "")).collect()
    }

    #[test]
    fn english_and_french_are_read_whole() {
        for language in [Language::EN, Language::FR] {
            let table = Languages::bundled().iter().find(|table| table.language == language).unwrap();
            assert_eq!((table.months.names.len(), table.calendar.weekdays.len()), (12, 7));
            assert!(table.ordinals.counted.len() >= 20);
            assert!(table.citation.is_some() && table.followup.is_some());
        }
    }

    #[test]
    fn a_language_with_ten_words_can_be_used() {
        let text = "months = [\"enero\", \"febrero\"]\n[import]\nannexes = [\"Anexo\"]\nsmall-words = [\"el\", \"los\", \"y\"]\n\
            [calendar]\nweekdays = [\"lunes\", \"martes\"]\nand = [\"y\"]\n";
        let table = LanguageTable::read(Language::EN, "es.toml", text).unwrap();
        assert_eq!(table.months.names, ["enero", "febrero"]);
        assert_eq!((table.import.annexes, table.calendar.weekdays.len()), (vec!["anexo".to_owned()], 2));
        assert!(table.citation.is_none() && table.followup.is_none());
        assert!(LanguageTable::read(Language::EN, "es.toml", "").is_ok());
    }

    #[test]
    fn words_a_language_lacks_are_those_of_the_nearest_one() {
        let of = |code: [u8; 2]| Languages::bundled().citation(Language::new(code)).sub.clone();
        assert_ne!(of(*b"fr"), of(*b"en"), "each has its own");
        assert_eq!(of(*b"ru"), of(*b"en"), "Russian has no words for citations");
        assert_eq!(of(*b"pt"), of(*b"en"), "there is no file for Portuguese");
        let no_english: Vec<LanguageTable> =
            Languages::bundled().iter().filter(|table| table.language != Language::EN).cloned().collect();
        let table = |language| {
            let nearest = Languages(no_english.clone());
            nearest.nearest(language, |table| table.citation.as_ref()).map(|words| words.sub.clone())
        };
        assert_eq!(table(Language::EN), Some(of(*b"fr")), "French comes after English");
        assert!(Languages(Vec::new()).nearest(Language::EN, |table| Some(&table.statement)).is_none());
    }

    #[test]
    fn all_errors_of_a_file_are_reported_with_their_lines() {
        let text = "months = 3\n[citation]\nparagraph = \"para. {x}\"\n[citation.read]\nnote = [\"n {mark\"]\n\
            [[followup.verbs.verb]]\nforce = \"beg\"\nforms = [\"beg\"]\n[calendar]\nday = \"Monday\"\n";
        let known = "weekdays, to, and, small, hours, noon, items, meetings, deadlines, tabling, columns";
        assert_eq!(
            errors(text),
            [
                r#"language-value line="1" key="months" value="3" expected="texts""#.to_owned(),
                r#"citation-template line="3" template="para. {x}""#.to_owned(),
                r#"citation-template line="5" template="n {mark""#.to_owned(),
                r#"language-value line="7" key="force" value="\"beg\"" expected="force""#.to_owned(),
                format!(r#"language-key line="10" key="day" known="{known}""#),
            ]
        );
    }
}
