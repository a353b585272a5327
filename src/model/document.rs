//! A document: its metadata and its passages in reading order.

use chrono::NaiveDate;

use crate::base::Finding;
use crate::model::{Address, Block, BlockKind, Language, Part, Place, Symbol};

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// A report of a working group, of experts or of the Secretary-General.
    Report,
    /// A draft report, not yet adopted.
    DraftReport,
    /// An adopted resolution.
    Resolution,
    /// Anything else.
    Other,
}

impl DocumentKind {
    /// The stable name, as in stored files and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::DraftReport => "draft-report",
            Self::Resolution => "resolution",
            Self::Other => "other",
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Report, Self::DraftReport, Self::Resolution, Self::Other]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// One document in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its symbol.
    pub symbol: Symbol,
    /// The language of its text.
    pub language: Language,
    /// What it is.
    pub kind: DocumentKind,
    /// Its title, in its language.
    pub title: String,
    /// Date of issue, or of adoption for a resolution, if the text or the metadata give it.
    pub date: Option<NaiveDate>,
    /// Why some of the metadata do not come from the text; `None` if all do.
    pub remark: Option<String>,
    /// The passages in reading order: front, body, annexes; each part's footnotes at its end.
    pub blocks: Vec<Block>,
    /// What the importer repaired, removed or doubts.
    pub findings: Vec<Finding>,
}

impl Document {
    /// Index of the passage with this address among the blocks.
    #[must_use]
    pub fn position(&self, address: &Address) -> Option<usize> {
        self.blocks.iter().position(|block| block.address == *address)
    }

    /// The passage with this address.
    #[must_use]
    pub fn block(&self, address: &Address) -> Option<&Block> {
        self.blocks.iter().find(|block| block.address == *address)
    }

    /// The level of a heading: 0 for the title of a part, 1 for `II`, 2 for `II.A` and for the list of next steps of a section.
    #[must_use]
    pub fn heading_level(address: &Address) -> Option<usize> {
        match &address.place {
            Place::Heading(path) => Some(path.len()),
            Place::Steps(section) => Some(section.len() + 1),
            _ => None,
        }
    }

    /// Index of the heading of the section that the block at this index is in; never a list of next steps.
    #[must_use]
    pub fn section_of(&self, position: usize) -> Option<usize> {
        let part = &self.blocks.get(position)?.address.part;
        (0..=position)
            .rev()
            .take_while(|at| self.blocks[*at].address.part == *part)
            .find(|at| matches!(self.blocks[*at].address.place, Place::Heading(_)))
    }

    /// The passages that belong to an address: for a heading, the section up to the next heading of the same or a higher
    /// level; for a paragraph, its sub-paragraphs, agenda items and bullets too; otherwise the passage alone.
    #[must_use]
    pub fn passage(&self, address: &Address) -> Option<std::ops::Range<usize>> {
        let start = self.position(address)?;
        let part = &address.part;
        let rest = self.blocks[start + 1..].iter();
        let same_part = |block: &&Block| block.address.part == *part && block.kind != BlockKind::Footnote;
        let length = match Self::heading_level(address) {
            Some(level) => rest
                .take_while(same_part)
                .take_while(|block| Self::heading_level(&block.address).is_none_or(|other| other > level))
                .count(),
            None => rest
                .take_while(same_part)
                .take_while(|block| {
                    address.covers(&block.address)
                        || (matches!(address.place, Place::Paragraph(_))
                            && matches!(block.address.place, Place::Item(_)))
                })
                .count(),
        };
        Some(start..start + 1 + length)
    }

    /// The footnote that a call in a passage of this part refers to.
    #[must_use]
    pub fn footnote(&self, part: &Part, mark: &str) -> Option<&Block> {
        self.block(&Address { part: part.clone(), place: Place::Note(mark.to_owned()) })
    }

    /// The passages of one kind, with their indexes.
    pub fn of_kind(&self, kind: BlockKind) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks.iter().enumerate().filter(move |(_, block)| block.kind == kind)
    }
}
