//! Corrections that the delegate makes to an imported document: they are kept as data and applied again each time the file
//! is imported. A correction never changes the address of another passage, except of those below the corrected one.

mod edit;
mod place;

use chrono::NaiveDate;

use crate::base::text::fold;
use crate::base::{FindingKind, Severity};
use crate::import::edit::finding;
use crate::model::{Address, BlockKind, Document, DocumentKind, Symbol};

/// How many words of a passage a correction keeps to recognise it.
const WORDS: usize = 10;
/// How many words describe a split, unless the passage has them more than once.
const FEWEST: usize = 4;

/// All corrections of one document in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Corrections {
    /// Details of the document.
    pub details: CorrectedDetails,
    /// Corrections of passages, in the order in which they were made.
    pub passages: Vec<Correction>,
}

/// Details of a document as the delegate gives them; `None` leaves what was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CorrectedDetails {
    /// The symbol.
    pub symbol: Option<Symbol>,
    /// The title.
    pub title: Option<String>,
    /// The date.
    pub date: Option<NaiveDate>,
    /// What the document is.
    pub kind: Option<DocumentKind>,
}

/// A correction of one passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The passage as it was before this correction.
    pub address: Address,
    /// The first words of its text.
    pub words: String,
    /// What is changed.
    pub change: PassageChange,
}

/// What a correction changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PassageChange {
    /// The passage ends before these words of its text. A number that they begin with becomes that of the new passage.
    Split {
        /// The words with which the second passage begins; they are in the text once.
        before: String,
    },
    /// The passage continues the one before it.
    Join,
    /// The passage has another kind or number.
    Recast {
        /// What it is.
        kind: BlockKind,
        /// Its number as typed: `17`, `17 bis`, `c)`; `None` keeps the one it has.
        number: Option<String>,
    },
    /// The passage is right as it is: doubts about it are settled.
    Confirm,
}

/// What is to be done to the corrections of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CorrectionStep {
    /// One more correction of a passage.
    Passage(Correction),
    /// Other details; those that are `None` stay.
    Details(CorrectedDetails),
    /// Without the last correction of a passage; without the details if no passage is corrected.
    Undo,
}

/// Why a correction cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Misfit {
    /// The document has no such passage.
    PassageGone,
    /// The passage does not have the words, has them more than once, or begins with them.
    WordsGone,
    /// No passage of the same part is before it.
    NothingBefore,
    /// A passage of this kind needs a number.
    NumberMissing,
    /// Another passage has the number.
    NumberTaken,
    /// A passage cannot become one of this kind there.
    KindImpossible,
    /// The passage is so already.
    NothingChanged,
}

impl Misfit {
    /// The locale id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::PassageGone => "correction-passage-gone",
            Self::WordsGone => "correction-words-gone",
            Self::NothingBefore => "correction-nothing-before",
            Self::NumberMissing => "correction-number-missing",
            Self::NumberTaken => "correction-number-taken",
            Self::KindImpossible => "correction-kind-impossible",
            Self::NothingChanged => "correction-nothing-changed",
        }
    }
}

impl Correction {
    /// A correction of the passage at an index of the blocks.
    #[must_use]
    pub fn of(document: &Document, at: usize, change: PassageChange) -> Self {
        let block = &document.blocks[at];
        let words = block.text.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ");
        Self { address: block.address.clone(), words, change }
    }

    /// The index of its passage among the blocks: at its address or, when the addresses have changed, the only passage of the part
    /// that begins with its words.
    fn find(&self, document: &Document) -> Option<usize> {
        let words = fold(&self.words);
        let begins = |at: &usize| {
            let text = document.blocks[*at].text.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ");
            fold(&text).starts_with(&words)
        };
        document.position(&self.address).filter(&begins).or_else(|| {
            let in_part = |at: &usize| document.blocks[*at].address.part == self.address.part;
            let mut found = (0..document.blocks.len()).filter(in_part).filter(&begins);
            let only = found.next()?;
            (found.next().is_none() && !words.is_empty()).then_some(only)
        })
    }

    /// Makes the correction.
    ///
    /// # Errors
    /// When it does not fit the document, which is unchanged then.
    pub fn apply(&self, document: &mut Document) -> Result<(), Misfit> {
        let at = self.find(document).ok_or(Misfit::PassageGone)?;
        let address = document.blocks[at].address.to_string();
        match &self.change {
            PassageChange::Split { before } => edit::split(document, at, before)?,
            PassageChange::Join => edit::join(document, at)?,
            PassageChange::Recast { kind, number } => edit::recast(document, at, *kind, number.as_deref())?,
            PassageChange::Confirm => {}
        }
        let is_settled = |kind: FindingKind| kind.severity() == Severity::Doubt;
        document
            .findings
            .retain(|finding| finding.address.as_deref() != Some(&*address) || !is_settled(finding.kind));
        Ok(())
    }
}

/// The words of a text from a byte on by which a split there can be described: a few, and so many that the text has them once.
/// `None` at the start of the text and where no words follow that it has once.
#[must_use]
pub fn words_from(text: &str, at: usize) -> Option<String> {
    let rest = text.get(at..).filter(|_| at > 0)?;
    let ends = rest.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(end, _)| end).chain([rest.len()]);
    let is_only = |words: &str| !words.is_empty() && text.matches(words).count() == 1;
    ends.skip(FEWEST - 1)
        .chain([rest.len()])
        .map(|end| rest[..end].trim())
        .find(|words| is_only(words))
        .map(str::to_owned)
}

/// Applies corrections to a document as it was imported. One that does not fit is left out and becomes a finding.
pub fn apply(document: &mut Document, corrections: &Corrections) {
    let CorrectedDetails { symbol, title, date, kind } = &corrections.details;
    if let Some(symbol) = symbol {
        document.symbol = symbol.clone();
        let is_settled = |finding: &crate::base::Finding| {
            finding.kind == FindingKind::MissingMetadata && finding.source == "symbol"
        };
        document.findings.retain(|finding| !is_settled(finding));
    }
    if let Some(title) = title {
        document.title.clone_from(title);
    }
    document.date = date.or(document.date);
    document.kind = kind.unwrap_or(document.kind);
    for correction in &corrections.passages {
        if correction.apply(document).is_err() {
            let mut unfit = finding(FindingKind::CorrectionUnfit, 0, &correction.words, None);
            unfit.address = Some(correction.address.to_string());
            document.findings.insert(0, unfit);
        }
    }
}

#[cfg(test)]
mod tests;
