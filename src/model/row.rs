//! What a catalogue says of a document without its text.

use chrono::NaiveDate;

use crate::base::text::fold;
use crate::model::{Address, BlockKind, Document, DocumentKind, Language, Part, Place, Symbol};

/// A document of a library as its catalogue lists it: found, counted and sorted without reading its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// Its symbol.
    pub symbol: Symbol,
    /// The language of its text.
    pub language: Language,
    /// What it is.
    pub kind: DocumentKind,
    /// Its title, in its language.
    pub title: String,
    /// Date of issue or of adoption, if known.
    pub date: Option<NaiveDate>,
    /// The first passage, if it has one.
    pub first: Option<Address>,
    /// How many numbered paragraphs of a report, or preambular and operative ones of a resolution, it has.
    pub paragraphs: usize,
    /// How many of them are operative.
    pub operative: usize,
    /// How many recommended next steps it has.
    pub next_steps: usize,
    /// How many footnotes it has.
    pub footnotes: usize,
    /// How many findings it has.
    pub findings: usize,
    /// How many square brackets open in its text: in a draft, words that are not agreed.
    pub brackets: usize,
    /// A number for the state of the file it was read from; 0 if it is not from a file that is known.
    pub state: u64,
    /// Of a report with next steps, the words of its title and cover as [`folded_words`]; of other documents nothing.
    pub cover: String,
}

impl DocumentRow {
    /// The row of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let count = |kind: BlockKind| document.of_kind(kind).count();
        let operative = count(BlockKind::Operative);
        let mut row = Self {
            symbol: document.symbol.clone(),
            language: document.language,
            kind: document.kind,
            title: document.title.clone(),
            date: document.date,
            first: document.blocks.first().map(|block| block.address.clone()),
            paragraphs: count(BlockKind::Paragraph) + count(BlockKind::Preambular) + operative,
            operative,
            next_steps: count(BlockKind::NextStep),
            footnotes: count(BlockKind::Footnote),
            findings: document.findings.len(),
            brackets: document.blocks.iter().map(|block| block.text.matches('[').count()).sum(),
            state: 0,
            cover: String::new(),
        };
        if row.is_report() {
            row.cover = cover(document);
        }
        row
    }

    /// Whether it is a report that recommends next steps.
    #[must_use]
    pub fn is_report(&self) -> bool {
        matches!(self.kind, DocumentKind::Report | DocumentKind::DraftReport) && self.next_steps > 0
    }

    /// Whether it may ask for something: by next steps, or by the operative paragraphs of a resolution.
    #[must_use]
    pub fn may_ask(&self) -> bool {
        self.next_steps > 0 || (self.kind == DocumentKind::Resolution && self.operative > 0)
    }
}

/// The words of title and cover; each passage is separated from the next by ` | `.
fn cover(document: &Document) -> String {
    let on_cover = |address: &Address| address.part == Part::Front || address.place == Place::Title;
    let blocks = document.blocks.iter().take_while(|block| on_cover(&block.address));
    let texts = std::iter::once(document.title.as_str()).chain(blocks.map(|block| block.text.as_str()));
    texts.map(folded_words).collect::<Vec<_>>().join(" | ")
}

/// The words of a text without marks, case and accents, separated by spaces.
#[must_use]
pub fn folded_words(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
