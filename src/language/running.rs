//! The words that announce citations in running text: the table `[citation.running]` of a language file.

use std::collections::HashSet;

use super::phrases::Phrases;
use crate::base::table::Table;
use crate::model::{PassageKind, PerKind};

/// An organ that adopts resolutions, as running text names it.
#[derive(Debug, Clone, Default)]
pub struct Organ {
    /// How its symbols begin: `A`, `A/HRC`; empty for organs whose resolutions have no symbol that can be made of the number.
    pub prefix: String,
    /// "of the General Assembly": after the number.
    pub of: Phrases,
    /// "General Assembly": before the word "resolution", or as the author of the text.
    pub name: Phrases,
    /// Short names, which count only directly before the word "resolution": "Commission".
    pub beside: Phrases,
    /// What people type for it.
    pub typed: Vec<String>,
}

/// What announces a citation in running text.
#[derive(Debug, Clone, Default)]
pub struct RunningWords {
    /// "resolution".
    pub resolution: Phrases,
    /// "decision".
    pub decision: Phrases,
    /// "its": the resolution is one of the organ that is the author.
    pub own: Phrases,
    /// "its resolution", where that is one word.
    pub own_resolution: Phrases,
    /// "resolution" after the number, in a language that has it there.
    pub resolution_after: Phrases,
    /// "decision" after the number.
    pub decision_after: Phrases,
    /// "number" before a number whose word comes after it, and after that number.
    pub numbering: Phrases,
    /// What closes a date: "года".
    pub year: Phrases,
    /// `S-` of a special session in another script.
    pub special: Phrases,
    /// `ES-` of an emergency special session in another script.
    pub emergency: Phrases,
    /// "Session" before its number in brackets, where roman numerals are not used: `(د-21)`.
    pub session: Phrases,
    /// How another script writes the letters A, B, C … of a resolution in parts; empty where it does not.
    pub letters: Vec<String>,
    /// The organs known by name.
    pub organ: Vec<Organ>,
    /// "Council": the number shows which.
    pub council: Phrases,
    /// "of the Council".
    pub of_council: Phrases,
    /// Each kind of passage: "paragraph", "operative paragraph".
    pub passages: PerKind<Phrases>,
    /// What after "paragraph 4" makes it an operative one.
    pub of_operative: Phrases,
    /// What after "paragraph 4" makes it a preambular one.
    pub of_preambular: Phrases,
    /// "subparagraph".
    pub subparagraph: Phrases,
    /// "annex".
    pub annex: Phrases,
    /// Words for a section that has sections: "chapter".
    pub chapters: Phrases,
    /// A recommended next step; its section comes after it: "step 2 of section E".
    pub step: Phrases,
    /// "ff.", "and following", after a paragraph.
    pub following: Phrases,
    /// "of the agenda": without it "item 3" is not an agenda item.
    pub agenda: Phrases,
    /// "Article" of the Charter.
    pub article: Phrases,
    /// "Chapter" of the Charter.
    pub chapter: Phrases,
    /// "of the Charter".
    pub charter: Phrases,
    /// One more: "and".
    pub and: Phrases,
    /// What only some languages have.
    pub script: ScriptWords,
    /// "And" where it is written together with the letter after it; empty where it is not.
    pub and_prefix: String,
    /// A range: "to".
    pub to: Phrases,
    /// Between a passage and its document: "of the".
    pub of: Phrases,
    /// The text itself: "above", "of the present report".
    pub within: Phrases,
    /// The text itself, before a comma and a passage: "the present resolution".
    pub present: Phrases,
    /// What makes a bare number a passage of the text itself.
    pub above: Phrases,
    /// What shows that the first passage is one of the first document, the second one of the second.
    pub respectively: Phrases,
    /// Verbs by which somebody else states something in a paragraph of its own text: "notes in".
    pub speaking: Phrases,
    /// Before a resolution: what follows is a paragraph of its preamble.
    pub preamble: Phrases,
    /// What shows that the passage belongs to something that no citation can be made of.
    pub elsewhere: Phrases,
    /// What shows that an annex belongs to something that no citation can be made of.
    pub annexed_to: Phrases,
    /// "see".
    pub see: Phrases,
    /// "in particular": before a pinpoint.
    pub introducing: Phrases,
    /// "thereof": after a pinpoint, of what was named before.
    pub thereof: Phrases,
    /// "entitled": before the title of the document named before.
    pub titled: Phrases,
    /// Words between a document and a pinpoint in it: "adopted", "chapter".
    pub between: Phrases,
    /// Names of what is no document with a symbol but has articles and paragraphs: "convention".
    pub instrument: Phrases,
    /// Abbreviations, whose full stop ends no sentence, without it.
    pub abbreviations: Phrases,
    /// "the said resolution".
    pub said: Phrases,
    /// "ibid."
    pub ibid: Phrases,
    /// "report".
    pub report: Phrases,
    /// "reports".
    pub reports: Phrases,
    /// Words that may come between a year or an author and the word "report" after it.
    pub report_before: Phrases,
    /// Words that may come between "report", a year and an author.
    pub report_words: Phrases,
    /// Words before an author that has no short name in the library: "of the", "by the".
    pub by: Phrases,
}

/// What only languages have that write passages in another order or in another script.
#[derive(Debug, Clone, Default)]
pub struct ScriptWords {
    /// "Paragraph" after the number, in a language that has it there.
    pub paragraph_after: Phrases,
    /// "Section" and "chapter" after the number.
    pub section_after: Phrases,
    /// Those of them for a section that has sections.
    pub chapter_after: Phrases,
    /// "Document" after a symbol.
    pub document_after: Phrases,
    /// "Above" before a pinpoint, in a language that has it there: without it a paragraph is none of the text itself.
    pub above_before: Phrases,
    /// How another script writes the letters of sub-paragraphs: a, b, c …
    pub sub_letters: Vec<String>,
    /// Whether annexes and sections are numbered in words or in letters of another script.
    pub has_worded_marks: bool,
    /// Whether what a passage belongs to may follow it without a word between, in the genitive.
    pub is_genitive: bool,
}

impl ScriptWords {
    fn read(table: &Table<'_>) -> Self {
        let phrases = |key: &str| -> Phrases { table.texts(key).into() };
        Self {
            paragraph_after: phrases("paragraph-after"),
            section_after: phrases("section-after"),
            chapter_after: phrases("chapter-after"),
            document_after: phrases("document-after"),
            above_before: phrases("above-before"),
            sub_letters: table.texts("sub-letters"),
            has_worded_marks: table.flag("worded-marks").unwrap_or_default(),
            is_genitive: table.flag("genitive").unwrap_or_default(),
        }
    }
}

fn organ(table: &Table<'_>) -> Option<Organ> {
    table.require(&["prefix"]);
    let (of, name) = (table.texts("of").into(), table.texts("name").into());
    let (beside, typed) = (table.texts("beside").into(), table.texts("typed"));
    Some(Organ { prefix: table.text("prefix")?, of, name, beside, typed })
}

impl RunningWords {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let phrases = |key: &str| -> Phrases { table.texts(key).into() };
        Self {
            resolution: phrases("resolution"),
            decision: phrases("decision"),
            own: phrases("own"),
            own_resolution: phrases("own-resolution"),
            resolution_after: phrases("resolution-after"),
            decision_after: phrases("decision-after"),
            numbering: phrases("numbering"),
            year: phrases("year"),
            special: phrases("special"),
            emergency: phrases("emergency"),
            session: phrases("session"),
            letters: table.texts("letters"),
            organ: table.tables("organ", organ).into_iter().map(|organ| organ.value).collect(),
            council: phrases("council"),
            of_council: phrases("of-council"),
            passages: PerKind::new(|kind| phrases(kind.name())),
            of_operative: phrases("of-operative"),
            of_preambular: phrases("of-preambular"),
            subparagraph: phrases("subparagraph"),
            annex: phrases("annex"),
            chapters: phrases("chapters"),
            step: phrases("next-step"),
            following: phrases("following"),
            agenda: phrases("agenda"),
            article: phrases("article"),
            chapter: phrases("chapter"),
            charter: phrases("charter"),
            script: ScriptWords::read(table),
            and: phrases("and"),
            and_prefix: table.text("and-prefix").unwrap_or_default(),
            to: phrases("to"),
            of: phrases("of"),
            within: phrases("within"),
            present: phrases("present"),
            above: phrases("above"),
            respectively: phrases("respectively"),
            speaking: phrases("speaking"),
            preamble: phrases("preamble"),
            elsewhere: phrases("elsewhere"),
            annexed_to: phrases("annexed-to"),
            see: phrases("see"),
            introducing: phrases("introducing"),
            thereof: phrases("thereof"),
            titled: phrases("titled"),
            between: phrases("between"),
            instrument: phrases("instrument"),
            abbreviations: phrases("abbreviations"),
            said: phrases("said"),
            ibid: phrases("ibid"),
            report: phrases("report"),
            reports: phrases("reports"),
            report_before: phrases("report-before"),
            report_words: phrases("report-words"),
            by: phrases("by"),
        }
    }

    /// The words a citation may begin with.
    pub(super) fn starts(&self) -> HashSet<String> {
        let beginnings = [
            &self.resolution,
            &self.decision,
            &self.subparagraph,
            &self.annex,
            &self.article,
            &self.chapter,
            &self.step,
            &self.said,
            &self.ibid,
            &self.report,
            &self.reports,
        ];
        let first = |phrases: &'_ Phrases| -> Vec<String> {
            phrases.iter().map(|(words, ())| words[0].clone()).collect()
        };
        let passages = PassageKind::ALL.into_iter().map(|kind| &self.passages[kind]);
        beginnings.into_iter().chain(passages).flat_map(first).collect()
    }
}
