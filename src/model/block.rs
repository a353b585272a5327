//! A block: one numbered or unnumbered passage of a document, with its clean text.

use crate::base::Span;
use crate::model::Address;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// A heading of a part, a section or a list of next steps.
    Heading,
    /// A numbered paragraph.
    Paragraph,
    /// A sub-paragraph: `16 a)`, `14 c) ii)`.
    Subparagraph,
    /// A bullet of a list.
    Bullet,
    /// A preambular paragraph of a resolution.
    Preambular,
    /// An operative paragraph of a resolution.
    Operative,
    /// A recommended next step.
    NextStep,
    /// An agenda item quoted in the document.
    AgendaItem,
    /// A norm of responsible State behaviour.
    Norm,
    /// A footnote.
    Footnote,
    /// A passage without a number.
    Text,
}

impl BlockKind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Heading,
        Self::Paragraph,
        Self::Subparagraph,
        Self::Bullet,
        Self::Preambular,
        Self::Operative,
        Self::NextStep,
        Self::AgendaItem,
        Self::Norm,
        Self::Footnote,
        Self::Text,
    ];

    /// The stable name, as in stored files and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Subparagraph => "subparagraph",
            Self::Bullet => "bullet",
            Self::Preambular => "preambular",
            Self::Operative => "operative",
            Self::NextStep => "next-step",
            Self::AgendaItem => "agenda-item",
            Self::Norm => "norm",
            Self::Footnote => "footnote",
            Self::Text => "text",
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What is at a range of a block's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineKind {
    /// A call of a footnote, with its printed mark; the range is empty.
    Call(String),
    /// Printed bold.
    Strong,
    /// Printed in italics.
    Emphasis,
}

/// A footnote call or emphasis in a block's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// The range, in bytes of the block's clean text.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind,
}

/// One passage of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its address, unique in its document.
    pub address: Address,
    /// What it is.
    pub kind: BlockKind,
    /// The number as printed in the document's language, with those of its parents: `II`, `16`, `16 a)`, `13 i)`, `5 f)`.
    pub number: Option<String>,
    /// The clean text: no number, no footnote marks, no line breaks, no markup.
    pub text: String,
    /// Footnote calls and emphasis, in the order of the text.
    pub inlines: Vec<Inline>,
    /// The page of the source on which it begins, counted from 1; `None` if the source shows no pages.
    pub page: Option<u32>,
}

impl Block {
    /// A block without number, footnote calls and emphasis.
    #[must_use]
    pub fn new(address: Address, kind: BlockKind, text: impl Into<String>) -> Self {
        Self { address, kind, number: None, text: text.into(), inlines: Vec::new(), page: None }
    }

    /// The printed marks of the footnotes called in this block with their byte offsets, in order.
    pub fn calls(&self) -> impl Iterator<Item = (&str, usize)> {
        self.inlines.iter().filter_map(|inline| match &inline.kind {
            InlineKind::Call(mark) => Some((mark.as_str(), inline.span.start)),
            InlineKind::Strong | InlineKind::Emphasis => None,
        })
    }

    /// The part of the number printed beside the passage: `a)` of `16 a)`, `f)` of `5 f)`.
    #[must_use]
    pub fn short_number(&self) -> Option<&str> {
        let number = self.number.as_deref()?;
        match self.kind {
            BlockKind::Norm => Some(number),
            _ => number.rsplit(' ').next(),
        }
    }
}
