//! The words citations are made of in each language: the table `[citation]` of `data/languages`.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::base::Error;
use crate::base::text::fold;
use crate::cite::phrases::Phrases;
use crate::cite::token::{Phrase, Token, TokenKind, touching};
use crate::model::Language;

const BUNDLED: [(Language, &str); 2] = [
    (Language::FR, include_str!("../../data/languages/fr.toml")),
    (Language::EN, include_str!("../../data/languages/en.toml")),
];

/// One piece of a way of writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words as they are.
    Literal(String),
    /// A number with its sub-paragraphs and bullets: `16 a)`.
    Number,
    /// One sub-paragraph: `a)`.
    Sub,
    /// The mark of a footnote.
    Mark,
    /// The path of a section: `II.A`.
    Section,
}

/// A way of writing, `étape {n} de la section {s}`, cut at its holes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Template(pub Vec<Piece>);

impl Template {
    fn new(text: &str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((literal, more)) = rest.split_once('{') {
            let (hole, more) = more.split_once('}')?;
            pieces.push(Piece::Literal(literal.to_owned()));
            pieces.push(match hole {
                "n" => Piece::Number,
                "sub" => Piece::Sub,
                "mark" => Piece::Mark,
                "s" => Piece::Section,
                _ => return None,
            });
            rest = more;
        }
        pieces.push(Piece::Literal(rest.to_owned()));
        pieces.retain(|piece| *piece != Piece::Literal(String::new()));
        Some(Self(pieces))
    }
}

/// An organ that adopts resolutions, as running text names it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Organ {
    /// How its symbols begin: `A`, `A/HRC`.
    pub prefix: String,
    /// "of the General Assembly": after the number.
    pub of: Phrases,
    /// "General Assembly": before the word "resolution", or as the one who speaks.
    pub name: Phrases,
}

/// What announces a citation in running text.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Running {
    pub resolution: Phrases,
    pub decision: Phrases,
    /// "its": the resolution is of the organ that speaks.
    pub own: Phrases,
    pub organ: Vec<Organ>,
    pub paragraph: Phrases,
    pub operative: Phrases,
    pub preambular: Phrases,
    /// What after "paragraph 4" makes it an operative one.
    pub of_operative: Phrases,
    pub of_preambular: Phrases,
    /// The ordinals after those of `[followup.sessions]`.
    pub further_ordinals: Vec<Vec<String>>,
    pub subparagraph: Phrases,
    pub annex: Phrases,
    pub section: Phrases,
    pub norm: Phrases,
    pub item: Phrases,
    /// "of the agenda": without it "item 3" is no agenda item.
    pub agenda: Phrases,
    pub note: Phrases,
    pub article: Phrases,
    pub chapter: Phrases,
    pub charter: Phrases,
    pub and: Phrases,
    pub to: Phrases,
    pub of: Phrases,
    /// The text itself: "above", "of the present report".
    pub within: Phrases,
    /// What makes a bare number one of the text itself.
    pub above: Phrases,
    /// What comes after is something no citation can be made of.
    pub elsewhere: Phrases,
    pub see: Phrases,
    pub said: Phrases,
    pub ibid: Phrases,
    pub report: Phrases,
    pub reports: Phrases,
    /// Words that may stand between a year or an author and the word "report" after it.
    pub report_before: Phrases,
    /// Words that may stand between "report", a year and an author.
    pub report_words: Phrases,
    /// Words before an author nobody here knows: "of the", "by the".
    pub by: Phrases,
}

impl Running {
    /// The words a citation may begin with.
    fn starts(&self) -> HashSet<String> {
        let beginnings = [
            &self.resolution,
            &self.decision,
            &self.paragraph,
            &self.operative,
            &self.preambular,
            &self.subparagraph,
            &self.annex,
            &self.section,
            &self.norm,
            &self.item,
            &self.note,
            &self.article,
            &self.chapter,
            &self.said,
            &self.ibid,
            &self.report,
            &self.reports,
        ];
        beginnings
            .into_iter()
            .flat_map(|phrases| phrases.iter().map(|(words, ())| words[0].clone()))
            .collect()
    }
}

/// The words people type for parts, kinds and numbers.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Typed {
    pub annex: Vec<String>,
    pub body: Vec<String>,
    pub front: Vec<String>,
    pub paragraph: Vec<String>,
    pub operative: Vec<String>,
    pub preambular: Vec<String>,
    pub norm: Vec<String>,
    pub note: Vec<String>,
    pub item: Vec<String>,
    pub step: Vec<String>,
    pub section: Vec<String>,
    pub bullet: Vec<String>,
    pub resolution: Vec<String>,
    pub decision: Vec<String>,
    pub filler: Vec<String>,
}

/// The words of one language. Of each list the first is the one written, all are read.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub language: Language,
    pub separator: String,
    pub annex: Vec<Template>,
    pub front: Vec<Template>,
    pub body: Vec<Template>,
    pub title: Vec<Template>,
    pub section: Vec<Template>,
    pub subheading: Vec<Template>,
    pub paragraph: Vec<Template>,
    pub bullet: Vec<Template>,
    pub steps: Vec<Template>,
    pub steps_of: Vec<Template>,
    pub step: Vec<Template>,
    pub step_of: Vec<Template>,
    pub preambular: Vec<Template>,
    pub operative: Vec<Template>,
    pub norm: Vec<Template>,
    pub item: Vec<Template>,
    pub note: Vec<Template>,
    pub text: Vec<Template>,
    pub sub: Template,
    pub running: Running,
    pub ordinals: Ordinals,
    /// The words a citation in running text may begin with.
    pub starts: HashSet<String>,
    pub typed: Typed,
}

static ALL: LazyLock<Vec<Words>> =
    LazyLock::new(|| BUNDLED.iter().filter_map(|(language, text)| read(*language, text).ok()).collect());

/// The words of every language there are words for.
pub(super) fn all() -> &'static [Words] {
    &ALL
}

/// The words of a language, or English ones.
pub(super) fn of(language: Language) -> &'static Words {
    let found = all().iter().find(|words| words.language == language);
    found
        .or_else(|| all().iter().find(|words| words.language == Language::EN))
        .expect("a test reads the bundled words")
}

/// What is wrong with the `[citation]` table of a language file, all at once: `language-syntax` when it
/// cannot be read, `citation-template` for a way of writing with an unknown hole.
#[must_use]
pub fn faults(language: Language, text: &str) -> Vec<Error> {
    read(language, text).err().unwrap_or_default()
}

#[derive(Deserialize)]
struct StoredFile {
    citation: Stored,
    #[serde(default)]
    followup: Elsewhere,
}

/// What other tables of the file hold: the ordinals of sessions are those of paragraphs.
#[derive(Default, Deserialize)]
struct Elsewhere {
    #[serde(default)]
    sessions: Counted,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Counted {
    ordinals: Vec<Vec<String>>,
    endings: Vec<String>,
}

/// How a language counts: "seventh", "7th".
#[derive(Debug, Clone, Default)]
pub(super) struct Ordinals {
    spelt: Phrases<u32>,
    /// What makes an ordinal of the number it touches: `7th`, `7e`.
    pub endings: HashSet<String>,
}

impl Ordinals {
    fn new(counted: &Counted, further: &[Vec<String>]) -> Self {
        let numbered = (1..).zip(counted.ordinals.iter().chain(further));
        Self {
            spelt: numbered.flat_map(|(number, ways)| ways.iter().map(move |way| (way, number))).collect(),
            endings: counted.endings.iter().map(|ending| fold(ending)).collect(),
        }
    }

    /// The ordinal at a place among the tokens, the longest, and the place after it.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<(u32, usize)> {
        let token = tokens.get(at)?;
        if token.kind == TokenKind::Number {
            let ending = tokens.get(at + 1).filter(|_| touching(tokens, at))?;
            let number = token.folded.parse().ok().filter(|number| *number > 0)?;
            return self.endings.contains(&ending.folded).then_some((number, at + 2));
        }
        self.spelt.longest(tokens, at).map(|(end, number)| (number, end))
    }

    /// All ordinals that are said in words.
    pub fn iter(&self) -> impl Iterator<Item = (&Phrase, u32)> {
        self.spelt.iter()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Stored {
    separator: String,
    annex: String,
    front: String,
    body: String,
    title: String,
    section: String,
    subheading: String,
    paragraph: String,
    bullet: String,
    steps: String,
    steps_of: String,
    step: String,
    step_of: String,
    preambular: String,
    operative: String,
    norm: String,
    item: String,
    note: String,
    text: String,
    sub: String,
    #[serde(default)]
    read: std::collections::BTreeMap<String, Vec<String>>,
    #[serde(default)]
    running: Running,
    #[serde(default)]
    typed: Typed,
}

fn read(language: Language, text: &str) -> Result<Words, Vec<Error>> {
    let stored = toml::from_str::<StoredFile>(text).map_err(|error| {
        let fault = Error::broken("language-syntax").with("language", language);
        vec![fault.with("table", "citation").with("detail", error.message())]
    })?;
    let ordinals = Ordinals::new(&stored.followup.sessions, &stored.citation.running.further_ordinals);
    let stored = stored.citation;
    let mut faults = Vec::new();
    let mut ways = |name: &'static str, first: &str| -> Vec<Template> {
        let others = stored.read.get(name).into_iter().flatten().map(String::as_str);
        let mut read = Vec::new();
        for way in std::iter::once(first).chain(others) {
            match Template::new(way) {
                Some(template) => read.push(template),
                None => faults.push(
                    Error::broken("citation-template").with("language", language).with("template", way),
                ),
            }
        }
        read
    };
    let words = Words {
        language,
        separator: stored.separator.clone(),
        annex: ways("annex", &stored.annex),
        front: ways("front", &stored.front),
        body: ways("body", &stored.body),
        title: ways("title", &stored.title),
        section: ways("section", &stored.section),
        subheading: ways("subheading", &stored.subheading),
        paragraph: ways("paragraph", &stored.paragraph),
        bullet: ways("bullet", &stored.bullet),
        steps: ways("steps", &stored.steps),
        steps_of: ways("steps-of", &stored.steps_of),
        step: ways("step", &stored.step),
        step_of: ways("step-of", &stored.step_of),
        preambular: ways("preambular", &stored.preambular),
        operative: ways("operative", &stored.operative),
        norm: ways("norm", &stored.norm),
        item: ways("item", &stored.item),
        note: ways("note", &stored.note),
        text: ways("text", &stored.text),
        sub: ways("sub", &stored.sub).into_iter().next().unwrap_or_default(),
        starts: stored
            .running
            .starts()
            .into_iter()
            .chain(ordinals.iter().map(|(words, _)| words[0].clone()))
            .collect(),
        ordinals,
        running: stored.running.clone(),
        typed: stored.typed.clone(),
    };
    if faults.is_empty() { Ok(words) } else { Err(faults) }
}
