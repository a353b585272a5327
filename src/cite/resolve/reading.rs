//! What typed pieces may mean: a document, a part, a kind and a number.

use crate::model::{Part, PassageKind};

/// Which document was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NamedDocument {
    /// A symbol, the end of one, or the number of a resolution.
    Path(String),
    /// A name, by its place in the list of names.
    Alias(usize),
    /// A resolution whose number has its year or its session beside it.
    Whole(String),
}

/// One way of reading what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reading {
    pub document: Option<NamedDocument>,
    /// `RES` or `DEC`, when the word was said.
    pub series: Option<&'static str>,
    /// How the symbols of the organ begin, if one was named.
    pub organ: Option<&'static str>,
    pub part: Option<Part>,
    /// The kind of passage; `None` if only a number was typed.
    pub kind: Option<PassageKind>,
    /// The section, of a step or alone: `["E"]`, `["II", "A"]`.
    pub section: Vec<String>,
    pub number: Vec<String>,
    /// Whether the number was said as an ordinal: "seventh".
    pub ordinal: bool,
    /// Whether the number was said in words: "fourteen".
    pub worded: bool,
    /// The number of a bullet of the paragraph.
    pub bullet: Option<String>,
    /// Whether the word for a paragraph was one for a sub-paragraph.
    pub is_sub: bool,
    /// How it was counted instead of by its number: "last", "next".
    pub counted: Option<Counted>,
}

/// A passage without its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// Counted from the end of the document, the last being 1.
    FromEnd(u32),
    /// Counted from the current passage.
    FromHere(isize),
    /// The first one that begins on a page of the source.
    OnPage(u32),
    /// The heading of a kind: "foreword".
    Headed(usize),
}

impl Reading {
    /// Whether nothing is missing that a reading of a whole text must have.
    pub(super) fn is_whole(&self) -> bool {
        let named = self.document.is_some() || self.part.is_some();
        if let Some(Counted::OnPage(_) | Counted::Headed(_)) = self.counted {
            return self.kind.is_none() && self.number.is_empty() && self.part.is_none();
        }
        if self.counted.is_some() {
            return self.kind.is_some() && self.number.is_empty();
        }
        // "un rapport": one is also an article.
        let is_one = self.number.first().is_some_and(|number| number == "1");
        let worded = self.kind.is_some() || named && !is_one;
        let uncounted = [PassageKind::Norm, PassageKind::Note, PassageKind::Section];
        let counted = self.kind.is_some_and(|kind| !uncounted.contains(&kind));
        let whole = named || !self.number.is_empty() || !self.section.is_empty();
        let series = self.series.is_none() && self.organ.is_none() || self.document.is_some();
        whole && series && (counted || !self.ordinal) && (worded || !self.worded)
    }

    /// The same with the bullet at the end of the number.
    pub(super) fn with_bullet(mut self) -> Self {
        match self.bullet.take() {
            Some(bullet) if !self.number.is_empty() => self.below(format!("bullet-{bullet}")),
            Some(_) => Self::default(),
            None => self,
        }
    }

    /// The same with the number extended by one component.
    pub(super) fn below(&self, component: String) -> Self {
        let mut next = self.clone();
        next.number.push(component);
        next
    }
}
