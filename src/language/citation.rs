//! The words citations are made of: the table `[citation]` of a language file.

use std::collections::HashSet;
use std::sync::Arc;

use super::languages::report_template;
use super::numerals::Ordinals;
use super::phrases::Phrases;
use super::template::Template;
use crate::base::table::Table;
use crate::model::{PassageKind, PerKind};

/// How citations are written and read. Of each list of templates the first is written and all are read; an empty list
/// means that the language has no way to write it.
#[derive(Debug, Clone, Default)]
pub struct CitationWords {
    /// Between the parts of a citation: `, `.
    pub separator: String,
    /// An annex; its mark follows.
    pub annex: Vec<Template>,
    /// The part before the body.
    pub front: Vec<Template>,
    /// The body.
    pub body: Vec<Template>,
    /// The title of the document.
    pub title: Vec<Template>,
    /// Each kind of passage.
    pub passages: PerKind<Vec<Template>>,
    /// A heading without a number.
    pub subheading: Vec<Template>,
    /// An item of a list without numbers.
    pub bullet: Vec<Template>,
    /// The list of next steps of a document.
    pub steps: Vec<Template>,
    /// The list of next steps of a section.
    pub steps_of: Vec<Template>,
    /// A next step of a section.
    pub step_of: Vec<Template>,
    /// A passage without a number.
    pub text: Vec<Template>,
    /// A sub-paragraph: `{sub})`, `({sub})`.
    pub sub: Template,
    /// What announces a citation in running text.
    pub running: RunningWords,
    /// How paragraphs are counted.
    pub ordinals: Arc<Ordinals>,
    /// The words a citation in running text may begin with.
    pub starts: HashSet<String>,
    /// What people type.
    pub typed: TypedWords,
}

impl CitationWords {
    /// Whether citations are written in this language, and not only found in running text.
    #[must_use]
    pub fn is_written(&self) -> bool {
        !self.annex.is_empty()
    }
}

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
    /// "And" where it is written together with the letter after it; empty where it is not.
    pub and_prefix: String,
    /// A range: "to".
    pub to: Phrases,
    /// Between a passage and its document: "of the".
    pub of: Phrases,
    /// The text itself: "above", "of the present report".
    pub within: Phrases,
    /// What makes a bare number a passage of the text itself.
    pub above: Phrases,
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

/// The words people type for parts, kinds and numbers.
#[derive(Debug, Clone, Default)]
pub struct TypedWords {
    /// An annex.
    pub annex: Vec<String>,
    /// The body.
    pub body: Vec<String>,
    /// The part before the body.
    pub front: Vec<String>,
    /// Each kind of passage.
    pub passages: PerKind<Vec<String>>,
    /// An item of a list without numbers.
    pub bullet: Vec<String>,
    /// A resolution.
    pub resolution: Vec<String>,
    /// A decision.
    pub decision: Vec<String>,
    /// Words without meaning.
    pub filler: Vec<String>,
    /// A report called by its year: `report of {year}`.
    pub dated: Vec<String>,
    /// "last".
    pub last: Vec<String>,
    /// "last but one".
    pub last_but_one: Vec<String>,
    /// "next": after the current passage.
    pub next: Vec<String>,
    /// "previous": before the current passage.
    pub previous: Vec<String>,
    /// "this": the current passage.
    pub this: Vec<String>,
    /// "page": what is printed on a page of the source.
    pub page: Vec<String>,
    /// "and", between passages.
    pub and: Vec<String>,
    /// "to", between the first and the last passage of a range.
    pub to: Vec<String>,
    /// "and following", after the first passage of a range without an end.
    pub following: Vec<String>,
    /// The words for one, two, three …
    pub cardinals: Vec<Vec<String>>,
}

impl CitationWords {
    pub(super) fn read(table: &Table<'_>, ordinals: &Arc<Ordinals>) -> Self {
        let mut words = Self { ordinals: Arc::clone(ordinals), ..Self::default() };
        words.separator = table.text("separator").unwrap_or_else(|| ", ".to_owned());
        words.add_templates(table);
        words.sub = templates(table, "sub").pop().unwrap_or_default();
        table.table("read", |table| words.add_templates(table));
        words.running = table.table("running", RunningWords::read).unwrap_or_default();
        words.typed = table.table("typed", TypedWords::read).unwrap_or_default();
        words.starts = words.running.starts();
        if words.running.resolution_after.iter().next().is_some() {
            words.starts.extend(["s", "es"].map(str::to_owned));
        }
        words.starts.extend(ordinals.words().map(|(words, _)| words[0].clone()));
        words
    }

    fn add_templates(&mut self, table: &Table<'_>) {
        for (key, ways) in self.templates() {
            ways.extend(templates(table, key));
        }
        for kind in PassageKind::ALL {
            self.passages[kind].extend(templates(table, kind.name()));
        }
    }

    /// The lists of templates with their keys, but those of kinds of passages.
    fn templates(&mut self) -> [(&'static str, &mut Vec<Template>); 10] {
        [
            ("annex", &mut self.annex),
            ("front", &mut self.front),
            ("body", &mut self.body),
            ("title", &mut self.title),
            ("subheading", &mut self.subheading),
            ("bullet", &mut self.bullet),
            ("steps", &mut self.steps),
            ("steps-of", &mut self.steps_of),
            ("step-of", &mut self.step_of),
            ("text", &mut self.text),
        ]
    }
}

/// The templates of a key: one, or several in a list.
fn templates(table: &Table<'_>, key: &str) -> Vec<Template> {
    let mut read = Vec::new();
    for text in table.texts_at(key) {
        match Template::new(&text.value) {
            Some(template) => read.push(template),
            None => report_template(table, text.place.start, &text.value),
        }
    }
    read
}

impl RunningWords {
    fn read(table: &Table<'_>) -> Self {
        let phrases = |key: &str| -> Phrases { table.texts(key).into() };
        let organ = |table: &Table<'_>| {
            table.require(&["prefix"]);
            let (of, name) = (table.texts("of").into(), table.texts("name").into());
            Some(Organ { prefix: table.text("prefix")?, of, name, beside: table.texts("beside").into() })
        };
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
            and: phrases("and"),
            and_prefix: table.text("and-prefix").unwrap_or_default(),
            to: phrases("to"),
            of: phrases("of"),
            within: phrases("within"),
            above: phrases("above"),
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
    fn starts(&self) -> HashSet<String> {
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

impl TypedWords {
    fn read(table: &Table<'_>) -> Self {
        Self {
            annex: table.texts("annex"),
            body: table.texts("body"),
            front: table.texts("front"),
            passages: PerKind::new(|kind| table.texts(kind.name())),
            bullet: table.texts("bullet"),
            resolution: table.texts("resolution"),
            decision: table.texts("decision"),
            filler: table.texts("filler"),
            dated: table.texts("dated"),
            last: table.texts("last"),
            last_but_one: table.texts("last-but-one"),
            page: table.texts("page"),
            next: table.texts("next"),
            previous: table.texts("previous"),
            this: table.texts("this"),
            and: table.texts("and"),
            to: table.texts("to"),
            following: table.texts("following"),
            cardinals: table.lists("cardinals"),
        }
    }
}
