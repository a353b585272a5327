//! The words by which the importer recognises parts of a document: the table `[import]` of a language file.

use std::collections::HashSet;
use std::sync::Arc;

use super::enumerators::Enumerators;
use super::numerals::Months;
use crate::base::table::Table;
use crate::base::text::fold;

/// Words by which parts of a document are recognised; folded, so compared without case and accents.
#[derive(Debug, Clone, Default)]
pub struct ImportWords {
    /// The names of the months.
    pub months: Arc<Months>,
    /// The numbers of sections and the letters of lists that are not Latin.
    pub enumerators: Enumerators,
    /// Sub-paragraphs are printed `(a)`, not `a)`.
    pub two_brackets: bool,
    /// Marks that keep the space before them; not folded.
    pub spaced_marks: String,
    /// The mark in decimal numbers: a number after it is no call.
    pub decimal_mark: String,
    /// Words of a date that are neither day nor month nor year: "de".
    pub date_words: Vec<String>,
    /// The marks after year, month and day where no word separates them: 年, 月, 日.
    pub date_marks: Vec<String>,
    /// "Annex".
    pub annexes: Vec<String>,
    /// "to the letter": what an annex of a letter is annexed to.
    pub annexed: Vec<String>,
    /// "Article", before the number of an article of a treaty.
    pub articles: Vec<String>,
    /// "Assembly", "Commission": words for any organ that may speak in a resolution.
    pub organs: Vec<String>,
    /// "The": what the name of such an organ begins with.
    pub organ_articles: Vec<String>,
    /// "Decides": how an operative paragraph without number begins.
    pub operative_words: Vec<String>,
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
    /// "session".
    pub session: Vec<String>,
    /// "The General Assembly,".
    pub openers: Vec<String>,
    /// What the symbols of resolutions begin with, for each of the openers; not folded.
    pub opener_symbols: Vec<String>,
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
    /// "submitted by".
    pub submitted: Vec<String>,
    /// "Advance unedited version": what the cover of a version says that is not the final one.
    pub advance: Vec<String>,
    /// "resolution".
    pub resolution_words: Vec<String>,
    /// "decision".
    pub decision_words: Vec<String>,
    /// A number after one of these is not the mark of a footnote.
    pub reference_words: HashSet<String>,
    /// Words before one of them that show which is meant, folded: after "this item" comes no number of it.
    pub demonstratives: HashSet<String>,
    /// "No.", "para.": a line that ends with one of these and its full stop ends no sentence.
    pub abbreviations: HashSet<String>,
    /// Words that end with an apostrophe: `l`, `qu`.
    pub elisions: HashSet<String>,
    /// Words that begin after an apostrophe: `s`.
    pub enclitics: HashSet<String>,
    /// Words that may follow a hyphen with a space before it: `même`.
    pub hyphen_endings: HashSet<String>,
    /// "and": after a hyphen, the compound continues (`short- and long-term`).
    pub conjunctions: HashSet<String>,
    /// Small words: the language is detected by them, and they are never half of a cut word.
    pub small_words: HashSet<String>,
    /// Whether two words may also be written as one: "road map", "roadmap".
    pub has_open_compounds: bool,
}

impl ImportWords {
    pub(super) fn read(table: &Table<'_>, months: Arc<Months>) -> Self {
        let words = |key: &str| -> Vec<String> { table.texts(key).iter().map(|word| fold(word)).collect() };
        let set = |key: &str| -> HashSet<String> { words(key).into_iter().collect() };
        Self {
            months,
            enumerators: Enumerators::read(table),
            two_brackets: table.text("enumerator").is_some_and(|printed| printed.starts_with('(')),
            spaced_marks: table.text("spaced-marks").unwrap_or_default(),
            decimal_mark: table.text("decimal-mark").unwrap_or_default(),
            date_words: words("date-words"),
            date_marks: words("date-marks"),
            annexes: words("annexes"),
            annexed: words("annexed"),
            articles: words("articles"),
            organs: words("organs"),
            organ_articles: words("organ-articles"),
            operative_words: words("operative-words"),
            next_steps: words("next-steps"),
            front_headings: words("front-headings"),
            contents: words("contents"),
            contents_words: words("contents-words"),
            norms: words("norms"),
            agenda: words("agenda"),
            session: words("session"),
            openers: words("openers"),
            opener_symbols: table.texts("opener-symbols"),
            preamble_endings: words("preamble-endings"),
            preamble_words: words("preamble-words"),
            meetings: words("meetings"),
            title_starts: words("title-starts"),
            report_words: words("report-words"),
            draft_words: words("draft-words"),
            submitted: words("submitted"),
            advance: words("advance"),
            resolution_words: words("resolution-words"),
            decision_words: words("decision-words"),
            reference_words: set("reference-words"),
            demonstratives: set("demonstratives"),
            abbreviations: set("abbreviations"),
            elisions: set("elisions"),
            enclitics: set("enclitics"),
            hyphen_endings: set("hyphen-endings"),
            conjunctions: set("conjunctions"),
            small_words: set("small-words"),
            has_open_compounds: table.flag("open-compounds").unwrap_or_default(),
        }
    }
}
