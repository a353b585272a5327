//! An amendment: a change proposed to a passage, read from a text of the kind [`Kind::Amendment`].
//!
//! ```text
//! +++
//! id = "01GTVZ…"
//! at = 2023-02-01T10:00:00-05:00
//! anchor = "A/77/275:annex/17/e"
//! language = "fr"
//! original = "Les États …"
//! status = "tabled"
//! restricted = true
//! +++
//! The whole new wording of the passage.
//!
//! ## Alternative: BRA
//! Another whole wording of it.
//!
//! ## Reason
//! Why.
//!
//! ## Co-sponsors
//! Brazil, Kenya
//!
//! ## Proposed by
//! France
//! ```
//!
//! `original` are the words it was made on, so that a later change of the document is noticed: [`Amendment::state`].
//! `operation` is written only where it is not a change of the words: see [`Operation`]. The headings are in the language
//! files; a heading with another name belongs to the part it is in. Without a proposer, in the text or as `delegation` in
//! the front matter, the amendment is the own delegation's.
//!
//! What exports need: [`Amendment::wordings`] are the new words with their sources, [`Amendment::original`] the words they
//! replace; [`crate::compare::changes`] says which words differ, and [`crate::export::notation`] says it as the United
//! Nations do. A passage that is deleted goes with those that belong to it ([`Document::passage`]); a new one comes after
//! them.
//!
//! [`Document::passage`]: crate::model::Document::passage

mod part;
mod sequence;
mod status;

use std::borrow::Cow;
use std::ops::Range;

use crate::base::{Error, Now};
use crate::language::Languages;
use crate::model::{Block, Language, Reference, Shelf};
use crate::workspace::front::Front;
use crate::workspace::headed::PartRange;
use crate::workspace::{Kind, Note, headed, internal};

use part::Heading;

pub use part::{AmendmentPart, is_ours, ours};
pub use sequence::{taken_numbers, taken_numbers_in};
pub use status::{AmendmentStatus, Operation};

/// Whether the text an amendment was made on is still that of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmendedText {
    /// It is.
    Current,
    /// The passage has other words now.
    Changed,
    /// The document has no such passage any more.
    Missing,
    /// The library does not have the document in this language.
    NotHeld,
}

impl AmendedText {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Current, Self::Changed, Self::Missing, Self::NotHeld];

    /// The stable name, as in JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::NotHeld => "not-held",
        }
    }
}

/// A new wording and who proposes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The delegation, as written; `None` for the own one.
    pub source: Option<String>,
    /// The words; without line breaks, except between the paragraphs of a new passage.
    pub text: String,
}

/// An amendment as it is used: a text with what its front matter and its headings say.
#[derive(Debug, Clone)]
pub struct Amendment<'a> {
    /// The text.
    pub note: &'a Note,
    /// How far it has come. If the file does not give it: `Tabled` for one of another delegation, `Draft` for an own one.
    pub status: AmendmentStatus,
    /// What it does.
    pub operation: Operation,
    /// The language of the text it was made on, if the file says so.
    pub language: Option<Language>,
    /// The words of the passage it was made on, if the file says so.
    pub original: Option<String>,
    /// Values of the front matter that could not be read: `amendment-value` (`key`, `value`, `expected`). The text is
    /// used without them.
    pub errors: Vec<Error>,
    /// The parts in the order of the file, each with its bytes in the text, without its heading.
    parts: Vec<(Heading, Range<usize>)>,
}

impl<'a> Amendment<'a> {
    /// Reads what a text says as an amendment.
    #[must_use]
    pub fn of(note: &'a Note) -> Self {
        let mut front = Front::new(&note.extra, "amendment-value");
        let status = front.read("status", "status", |value| AmendmentStatus::from_name(value.as_str()?));
        let operation = front.read("operation", "operation", |value| Operation::from_name(value.as_str()?));
        let language = front.read("language", "language", |value| value.as_str()?.parse().ok());
        let original = front.read("original", "text", |value| value.as_str().map(str::to_owned));
        let mut amendment = Self {
            note,
            status: AmendmentStatus::Draft,
            operation: operation.unwrap_or_default(),
            language,
            original,
            errors: note.doubt().into_iter().chain(front.errors).collect(),
            parts: parts(&note.text),
        };
        let usual = if amendment.by().is_some() { AmendmentStatus::Tabled } else { AmendmentStatus::Draft };
        amendment.status = status.unwrap_or(usual);
        amendment
    }

    /// What a part says, without empty lines around it; empty if the amendment does not have it. A part that occurs
    /// several times is given as one.
    #[must_use]
    pub fn part(&self, part: AmendmentPart) -> String {
        let own = self.parts.iter().filter(|(own, _)| own.part == part);
        let texts: Vec<&str> = own.map(|(_, range)| self.note.text[range.clone()].trim()).collect();
        texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// The delegation that proposes it, as written; `None` if it is an own amendment.
    #[must_use]
    pub fn by(&self) -> Option<String> {
        let written = self.part(AmendmentPart::Proposer);
        let named = written.lines().next().map(str::trim).filter(|name| !name.is_empty());
        match named {
            Some(name) if is_ours(name) => None,
            Some(name) => Some(name.to_owned()),
            None => self.note.delegation.clone().filter(|name| !is_ours(name)),
        }
    }

    /// Who supports it, as written.
    #[must_use]
    pub fn co_sponsors(&self) -> Vec<String> {
        let written = self.part(AmendmentPart::CoSponsors);
        let names =
            written.split([',', ';', '\n']).map(|name| name.trim().trim_start_matches(['-', '*']).trim());
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// Why it is proposed; empty if it does not say.
    #[must_use]
    pub fn reason(&self) -> String {
        self.part(AmendmentPart::Reason)
    }

    /// The new wording, then the alternatives, in the order of the file; those without words are left out. Empty for a
    /// deletion.
    #[must_use]
    pub fn wordings(&self) -> Vec<Wording> {
        if self.operation == Operation::Delete {
            return Vec::new();
        }
        let by = self.by();
        let wording = |(heading, range): &(Heading, Range<usize>)| {
            let text = self.words(range);
            let source = match &heading.source {
                Some(name) => Some(name.clone()).filter(|name| !is_ours(name)),
                None => by.clone(),
            };
            (!text.is_empty()).then_some(Wording { source, text })
        };
        let of = |part| self.parts.iter().filter(move |(own, _)| own.part == part).filter_map(wording);
        of(AmendmentPart::Text).chain(of(AmendmentPart::Alternative)).collect()
    }

    /// How far a wording of this source has come: an own one in the amendment of another delegation is a draft, whatever has
    /// become of theirs.
    #[must_use]
    pub fn status_of(&self, source: Option<&str>) -> AmendmentStatus {
        if source.is_none() && self.by().is_some() { AmendmentStatus::Draft } else { self.status }
    }

    /// The words in a range of the text: a reworded passage has no line breaks.
    fn words(&self, range: &Range<usize>) -> String {
        let text = self.note.text[range.clone()].trim();
        let joined = |paragraph: &str| {
            paragraph.lines().map(|line| line.trim_matches([' ', '\t'])).collect::<Vec<_>>().join(" ")
        };
        match self.operation.is_insertion() {
            true => {
                let paragraphs = text.split("\n\n").map(str::trim).filter(|words| !words.is_empty());
                paragraphs.map(joined).collect::<Vec<_>>().join("\n")
            }
            false => joined(&text.split("\n\n").collect::<Vec<_>>().join("\n")),
        }
    }

    /// The words of the passage it was made on, or, if the file does not give it, those of the document.
    #[must_use]
    pub fn original_in<'s>(&'s self, shelf: &'s Shelf) -> Cow<'s, str> {
        match &self.original {
            Some(original) => Cow::Borrowed(original),
            None => self.block(shelf).map_or(Cow::Borrowed(""), |block| Cow::Borrowed(block.text.as_str())),
        }
    }

    /// The passage as the document has it now, in the language of the amendment if the library has it.
    #[must_use]
    pub fn block<'s>(&self, shelf: &'s Shelf) -> Option<&'s Block> {
        let anchor = self.note.anchor.as_ref()?;
        let texts = shelf.best_first(&anchor.symbol, self.language.unwrap_or(Language::DEFAULT));
        let document = texts.first().filter(|text| self.language.is_none_or(|own| own == text.language))?;
        document.block(&anchor.address)
    }

    /// Whether the words it was made on are still those of the document.
    #[must_use]
    pub fn state(&self, shelf: &Shelf) -> AmendedText {
        let Some(anchor) = &self.note.anchor else { return AmendedText::NotHeld };
        let texts = shelf.best_first(&anchor.symbol, self.language.unwrap_or(Language::DEFAULT));
        let is_held = texts.iter().any(|text| self.language.is_none_or(|own| own == text.language));
        match self.block(shelf) {
            _ if !is_held => AmendedText::NotHeld,
            None => AmendedText::Missing,
            Some(block) if self.original.as_ref().is_none_or(|original| *original == block.text) => {
                AmendedText::Current
            }
            Some(_) => AmendedText::Changed,
        }
    }

    /// Whether nothing was changed and nothing written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let is_same = |wording: &Wording| Some(&wording.text) == self.original.as_ref();
        let remarks = [AmendmentPart::Reason, AmendmentPart::CoSponsors, AmendmentPart::Proposer];
        self.operation != Operation::Delete
            && self.wordings().iter().all(is_same)
            && remarks.into_iter().all(|part| self.part(part).is_empty())
    }

    /// The end of the new wording in the text of the note, in bytes: where one continues writing.
    #[must_use]
    pub fn end_of_text(&self) -> usize {
        let text = self.parts.iter().find(|(own, _)| own.part == AmendmentPart::Text);
        text.map_or(0, |(_, range)| range.start + self.note.text[range.clone()].trim_end().len())
    }
}

/// A new amendment of a passage, whose words are given; nothing is changed yet.
#[must_use]
pub fn blank(
    now: &Now,
    author: impl Into<String>,
    anchor: Reference,
    language: Language,
    original: &str,
    operation: Operation,
) -> Note {
    let text = if operation == Operation::Reword { original } else { "" };
    let mut note = Note { kind: Kind::Amendment, anchor: Some(anchor), ..Note::new(now, author, text) };
    note.extra.insert("language".to_owned(), language.to_string().into());
    if operation != Operation::Reword {
        note.extra.insert("operation".to_owned(), operation.name().into());
    }
    note.extra.insert("original".to_owned(), original.into());
    note
}

/// The text of an amendment with a part replaced, or added in its place if it was missing; an alternative is always added,
/// with its source. All other parts stay as they were, byte for byte. A new heading is written in `language`.
#[must_use]
pub fn with_amendment_part(
    text: &str,
    part: AmendmentPart,
    words: &str,
    source: Option<&str>,
    language: Language,
) -> String {
    let found = parts(text);
    let heading = part.heading(language);
    if part == AmendmentPart::Alternative {
        let next = found.iter().find(|(other, _)| other.part > part).map(|(_, range)| range.start);
        let colon = Languages::bundled().mark_after_word(language, ':');
        let heading = source.map_or(heading.clone(), |source| format!("{heading}{colon} {source}"));
        return headed::add_part(text, next, words.trim(), &heading);
    }
    if part == AmendmentPart::Text && found.iter().all(|(own, _)| own.part != part) {
        return headed::with_first(text, words);
    }
    let found: Vec<_> = found.into_iter().map(|(own, range)| PartRange { part: own.part, range }).collect();
    headed::with_part(text, &found, part, words, &heading)
}

/// The headed parts of a text. What is before the first heading is the new wording, if there is anything.
fn parts(text: &str) -> Vec<(Heading, Range<usize>)> {
    let mut parts = headed::parts(text, Heading::new(AmendmentPart::Text), Heading::read);
    // What is internal is no part of an amendment; it continues until the next heading.
    for internal in internal::internal(text, Kind::Amendment) {
        for (_, range) in parts.iter_mut().filter(|(_, range)| range.contains(&internal.range.start)) {
            range.end = internal.range.start;
        }
    }
    parts
}

/// Whether a line is the heading of a part.
pub(super) fn is_heading(line: &str) -> bool {
    headed::heading(line).is_some_and(|heading| Heading::read(heading).is_some())
}

#[cfg(test)]
mod tests;
