//! The headed parts of an amendment, and whose words they are.

use crate::base::text::fold;
use crate::language::{AmendmentWords, Languages};
use crate::model::Language;

/// A part of the text of an amendment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AmendmentPart {
    /// The new wording.
    Text,
    /// Another new wording; there may be several.
    Alternative,
    /// Why.
    Reason,
    /// Who supports it, separated by commas or on lines of their own.
    CoSponsors,
    /// Whose amendment it is.
    Proposer,
}

impl AmendmentPart {
    /// All parts, in the order in which they are written.
    pub const ALL: [Self; 5] =
        [Self::Text, Self::Alternative, Self::Reason, Self::CoSponsors, Self::Proposer];

    /// The stable name, as in options of the command line and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Alternative => "alternative",
            Self::Reason => "reason",
            Self::CoSponsors => "co-sponsors",
            Self::Proposer => "by",
        }
    }

    fn headings(self, words: &AmendmentWords) -> &[String] {
        match self {
            Self::Text => &words.text,
            Self::Alternative => &words.alternative,
            Self::Reason => &words.reason,
            Self::CoSponsors => &words.co_sponsors,
            Self::Proposer => &words.proposer,
        }
    }

    /// The heading under which it is written in a language; its stable name if the language has none.
    #[must_use]
    pub fn heading(self, language: Language) -> String {
        let words = Languages::bundled().get(language).map(|table| &table.amendment);
        let written = words.and_then(|words| self.headings(words).first());
        written.cloned().unwrap_or_else(|| self.name().to_owned())
    }

    /// The part with this heading, in any language.
    fn headed(heading: &str) -> Option<Self> {
        let heading = fold(heading.trim());
        let is_of = |part: &Self, words: &AmendmentWords| {
            part.headings(words).iter().any(|known| fold(known) == heading)
        };
        let known = |part: &Self| Languages::bundled().iter().any(|table| is_of(part, &table.amendment));
        Self::ALL.into_iter().find(known)
    }
}

/// A part with the source its heading names: `## Alternative: BRA`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Heading {
    pub(super) part: AmendmentPart,
    pub(super) source: Option<String>,
}

impl Heading {
    pub(super) fn new(part: AmendmentPart) -> Self {
        Self { part, source: None }
    }

    pub(super) fn read(heading: &str) -> Option<Self> {
        let (name, source) = heading.split_once(':').unwrap_or((heading, ""));
        let source = Some(source.trim()).filter(|source| !source.is_empty()).map(str::to_owned);
        AmendmentPart::headed(name).map(|part| Self { part, source })
    }
}

/// Whether a name means the own delegation, in any language.
#[must_use]
pub fn is_ours(name: &str) -> bool {
    let name = fold(name);
    Languages::bundled().iter().any(|table| table.amendment.ours.iter().any(|ours| fold(ours) == name))
}

/// What the own delegation is called as a source, in a language.
#[must_use]
pub fn ours(language: Language) -> String {
    let own = Languages::bundled().get(language).and_then(|table| table.amendment.ours.first());
    own.cloned().unwrap_or_default()
}
