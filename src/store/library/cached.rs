//! The faster form of a document: postcard, read twenty times as fast as TOML. Nothing is in it that the TOML file has not.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::base::{Finding, FindingKind, Proof, Sameness, Span};
use crate::model::{Block, BlockKind, Document, DocumentKind, Inline, InlineKind};

/// A document. Kinds are their stable names, or their places in the list of all.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CachedDocument<'a> {
    symbol: &'a str,
    language: Cow<'a, str>,
    kind: &'a str,
    title: &'a str,
    date: Option<i32>,
    remark: Option<&'a str>,
    #[serde(borrow)]
    blocks: Vec<CachedBlock<'a>>,
    #[serde(borrow)]
    findings: Vec<CachedFinding<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct CachedBlock<'a> {
    #[serde(borrow)]
    address: Cow<'a, str>,
    kind: u8,
    number: Option<&'a str>,
    page: Option<u32>,
    text: &'a str,
    #[serde(borrow)]
    inlines: Vec<CachedInline<'a>>,
}

/// The call of a footnote has its mark.
#[derive(Debug, Serialize, Deserialize)]
struct CachedInline<'a> {
    start: usize,
    end: usize,
    mark: Option<&'a str>,
    is_strong: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct CachedFinding<'a> {
    kind: &'a str,
    line: u32,
    page: Option<u32>,
    address: Option<&'a str>,
    source: &'a str,
    repaired: Option<&'a str>,
    /// The passage of a proof, and whether its words are the same.
    proof: Option<(&'a str, &'a str)>,
}

/// A day as a number.
pub(super) fn day(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

impl<'a> CachedDocument<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        Self {
            symbol: document.symbol.as_str(),
            language: document.language.to_string().into(),
            kind: document.kind.name(),
            title: &document.title,
            date: document.date.map(day),
            remark: document.remark.as_deref(),
            blocks: document.blocks.iter().map(CachedBlock::of).collect(),
            findings: document.findings.iter().map(CachedFinding::of).collect(),
        }
    }

    /// The document; `None` if something in it cannot be read.
    pub(super) fn document(self) -> Option<Document> {
        let date = |day: i32| NaiveDate::from_num_days_from_ce_opt(day);
        Some(Document {
            symbol: self.symbol.parse().ok()?,
            language: self.language.parse().ok()?,
            kind: DocumentKind::from_name(self.kind)?,
            title: self.title.to_owned(),
            date: match self.date {
                Some(day) => Some(date(day)?),
                None => None,
            },
            remark: self.remark.map(str::to_owned),
            blocks: self.blocks.into_iter().map(CachedBlock::block).collect::<Option<_>>()?,
            findings: self.findings.into_iter().map(CachedFinding::finding).collect::<Option<_>>()?,
        })
    }
}

impl<'a> CachedBlock<'a> {
    fn of(block: &'a Block) -> Self {
        let kind = BlockKind::ALL.iter().position(|kind| *kind == block.kind);
        Self {
            address: block.address.to_string().into(),
            kind: kind.and_then(|kind| u8::try_from(kind).ok()).unwrap_or(u8::MAX),
            number: block.number.as_deref(),
            page: block.page,
            text: &block.text,
            inlines: block.inlines.iter().map(CachedInline::of).collect(),
        }
    }

    fn block(self) -> Option<Block> {
        let is_place = |at: usize| self.text.is_char_boundary(at);
        let is_span = |inline: &CachedInline<'_>| {
            inline.start <= inline.end && is_place(inline.start) && is_place(inline.end)
        };
        Some(Block {
            address: self.address.parse().ok()?,
            kind: *BlockKind::ALL.get(usize::from(self.kind))?,
            number: self.number.map(str::to_owned),
            page: self.page,
            inlines: self
                .inlines
                .iter()
                .map(|inline| is_span(inline).then(|| inline.inline()))
                .collect::<Option<_>>()?,
            text: self.text.to_owned(),
        })
    }
}

impl<'a> CachedInline<'a> {
    fn of(inline: &'a Inline) -> Self {
        let mark = match &inline.kind {
            InlineKind::Call(mark) => Some(mark.as_str()),
            InlineKind::Strong | InlineKind::Emphasis => None,
        };
        let is_strong = inline.kind == InlineKind::Strong;
        Self { start: inline.span.start, end: inline.span.end, mark, is_strong }
    }

    fn inline(&self) -> Inline {
        let kind = match (self.mark, self.is_strong) {
            (Some(mark), _) => InlineKind::Call(mark.to_owned()),
            (None, true) => InlineKind::Strong,
            (None, false) => InlineKind::Emphasis,
        };
        Inline { span: Span::new(self.start, self.end), kind }
    }
}

impl<'a> CachedFinding<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            kind: finding.kind.name(),
            line: finding.line,
            page: finding.page,
            address: finding.address.as_deref(),
            source: &finding.source,
            repaired: finding.repaired.as_deref(),
            proof: finding.proof.as_ref().map(|proof| (proof.passage.as_str(), proof.words.name())),
        }
    }

    fn finding(self) -> Option<Finding> {
        let proof = |(passage, words): (&str, &str)| {
            Some(Proof { passage: passage.to_owned(), words: Sameness::from_name(words)? })
        };
        Some(Finding {
            kind: FindingKind::from_name(self.kind)?,
            line: self.line,
            page: self.page,
            address: self.address.map(str::to_owned),
            source: self.source.to_owned(),
            repaired: self.repaired.map(str::to_owned),
            proof: match self.proof {
                Some(stored) => Some(proof(stored)?),
                None => None,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{bundled, document};

    #[test]
    fn the_faster_form_has_all_that_the_toml_file_has() {
        for bundled in bundled::documents() {
            let stored = postcard::to_stdvec(&CachedDocument::of(&bundled)).unwrap();
            let read: CachedDocument<'_> = postcard::from_bytes(&stored).unwrap();
            let read = read.document().unwrap();
            assert_eq!(read, bundled);
            assert_eq!(document::to_toml(&read, None), document::to_toml(&bundled, None));
        }
    }
}
