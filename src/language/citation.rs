//! The words citations are made of: the table `[citation]` of a language file.

use std::collections::HashSet;
use std::sync::Arc;

use super::languages::report_template;
use super::numerals::Ordinals;
use super::running::RunningWords;
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
    /// "chapeau": what is said before the sub-paragraphs.
    pub chapeau: Vec<String>,
    /// "page": what is printed on a page of the source.
    pub page: Vec<String>,
    /// "and", between passages.
    pub and: Vec<String>,
    /// "to", between the first and the last passage of a range.
    pub to: Vec<String>,
    /// "and following", after the first passage of a range without an end.
    pub following: Vec<String>,
    /// Those of the words for a paragraph that mean one below a paragraph.
    pub subparagraph: Vec<String>,
    /// For each of `HEADINGS` what headings of this kind begin with.
    pub headings: Vec<Vec<String>>,
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
        if !words.running.resolution_after.is_empty() {
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

/// The kinds of headings without a number that are called by what they are.
const HEADINGS: [&str; 5] = ["summary", "foreword", "letter", "introduction", "conclusions"];

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
            chapeau: table.texts("chapeau"),
            page: table.texts("page"),
            next: table.texts("next"),
            previous: table.texts("previous"),
            this: table.texts("this"),
            and: table.texts("and"),
            to: table.texts("to"),
            following: table.texts("following"),
            subparagraph: table.texts("subparagraph"),
            headings: table
                .table("headings", |table| HEADINGS.map(|kind| table.texts(kind)))
                .map(Vec::from)
                .unwrap_or_default(),
            cardinals: table.lists("cardinals"),
        }
    }
}
