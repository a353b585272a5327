//! The amendments to a document, for the secretariat and for the floor: the official text with tracked changes, or the
//! sentences of the United Nations.
//!
//! Our wordings are the tracked changes: rejecting all gives the official text, accepting all gives ours. Everything else,
//! the wordings of other delegations and our own further alternatives, is a comment on its passage, so that it can become
//! part of neither text.

mod list;
mod plan;
mod runs;
mod text;

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};

use crate::export::notation;
use crate::export::prose::{Prose, ProseFormat};
use crate::locale::Locale;
use crate::model::{Block, BlockKind, Document, Language};
use crate::workspace::amendment::taken_numbers_in;
use crate::workspace::{Amendment, AmendmentStatus, Note, Operation};

/// Why an amendment is not in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnfitReason {
    /// The passage has other words now than those it was made on.
    Changed,
    /// The document has no such passage.
    Missing,
    /// It was made on the text in this language.
    Language(Language),
    /// A new passage cannot be there: after a footnote.
    Place,
    /// It has no words.
    Empty,
    /// It changes words that an earlier own amendment changes, so it is a comment and no tracked change.
    Overlap,
}

impl UnfitReason {
    /// The stable name, as in JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::Language(_) => "language",
            Self::Place => "place",
            Self::Empty => "empty",
            Self::Overlap => "overlap",
        }
    }
}

/// A new wording, or a deletion, as one delegation proposes it.
#[derive(Debug, Clone)]
struct Proposal<'a> {
    /// The amendment it is part of, by its index.
    amendment: usize,
    note: &'a Note,
    operation: Operation,
    /// The passage, by its index among the blocks of the document.
    position: usize,
    /// The new words; empty for a deletion.
    words: String,
    /// The delegation; `None` if it is the own one.
    source: Option<String>,
    /// Whether it is the first wording of its amendment.
    is_first: bool,
}

/// The amendments to one document in one language.
#[derive(Debug)]
pub struct AmendmentRecord<'a> {
    document: &'a Document,
    amendments: Vec<Amendment<'a>>,
    /// In the order of the text, own ones first.
    proposals: Vec<Proposal<'a>>,
    /// The amendments that are not in the text, by their indexes.
    unfit: Vec<(usize, UnfitReason)>,
}

/// What the files say besides the text of the document.
#[derive(Debug, Clone, Copy)]
pub struct RecordSetting<'a> {
    /// The name under which the own delegation proposes.
    pub author: &'a str,
    /// When the file is made.
    pub moment: DateTime<FixedOffset>,
    /// The words around the amendments.
    pub locale: &'a Locale,
}

/// How many amendments and wordings a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RecordCounts {
    /// Amendments in the file.
    pub amendments: usize,
    /// Own wordings and deletions that are tracked changes.
    pub tracked: usize,
    /// Others, which are comments.
    pub commented: usize,
}

/// Whether an amendment belongs in such a file: not only an idea, and not withdrawn or rejected.
#[must_use]
pub fn is_proposed(amendment: &Amendment<'_>) -> bool {
    amendment.status != AmendmentStatus::Idea && !amendment.status.is_over()
}

impl<'a> AmendmentRecord<'a> {
    /// The amendments among these notes, made on this document.
    #[must_use]
    pub fn new(document: &'a Document, notes: &'a [Cow<'a, Note>]) -> Self {
        let amendments: Vec<Amendment<'a>> = notes.iter().map(|note| Amendment::of(note)).collect();
        let mut record = Self { document, amendments, proposals: Vec::new(), unfit: Vec::new() };
        for index in 0..record.amendments.len() {
            match record.position(&record.amendments[index]) {
                Ok(position) => record.proposals.extend(record.proposed(index, position)),
                Err(reason) => record.unfit.push((index, reason)),
            }
        }
        record.proposals.sort_by_key(|proposal| {
            (proposal.position, proposal.source.is_some(), proposal.note.at, proposal.note.id)
        });
        record
    }

    /// The passage of an amendment, if it can be changed in the text.
    fn position(&self, amendment: &Amendment<'a>) -> Result<usize, UnfitReason> {
        if let Some(language) = amendment.language.filter(|language| *language != self.document.language) {
            return Err(UnfitReason::Language(language));
        }
        let anchor = amendment.note.anchor.as_ref();
        let position = anchor.and_then(|anchor| self.document.position(&anchor.address));
        let position = position.ok_or(UnfitReason::Missing)?;
        let block = &self.document.blocks[position];
        if amendment.original.as_ref().is_some_and(|original| *original != block.text) {
            return Err(UnfitReason::Changed);
        }
        if amendment.operation.is_insertion() && block.kind == BlockKind::Footnote {
            return Err(UnfitReason::Place);
        }
        if amendment.operation != Operation::Delete && amendment.wordings().is_empty() {
            return Err(UnfitReason::Empty);
        }
        Ok(position)
    }

    /// The wordings of an amendment, or its deletion.
    fn proposed(&self, index: usize, position: usize) -> Vec<Proposal<'a>> {
        let amendment = &self.amendments[index];
        let proposal = |words: String, source: Option<String>, is_first: bool| Proposal {
            amendment: index,
            note: amendment.note,
            operation: amendment.operation,
            position,
            words,
            source,
            is_first,
        };
        if amendment.operation == Operation::Delete {
            return vec![proposal(String::new(), amendment.by(), true)];
        }
        let wordings = amendment.wordings().into_iter().enumerate();
        wordings.map(|(at, wording)| proposal(wording.text, wording.source, at == 0)).collect()
    }

    /// The own amendments that are no tracked changes because they overlap an earlier one.
    #[must_use]
    pub fn overlapping(&self) -> Vec<&Amendment<'a>> {
        let plan = plan::Plan::new(self.document, &self.proposals);
        let own = self.proposals.iter().enumerate().filter(|(_, one)| one.source.is_none() && one.is_first);
        let untracked = own.filter(|(index, _)| !plan.is_tracked(*index));
        untracked.map(|(_, proposal)| &self.amendments[proposal.amendment]).collect()
    }

    /// The amendments that are not applied, with the reason: those that are not in the text, and those that overlap.
    #[must_use]
    pub fn not_applied(&self) -> Vec<(&Amendment<'a>, UnfitReason)> {
        let overlapping = self.overlapping().into_iter().map(|amendment| (amendment, UnfitReason::Overlap));
        self.unfit().chain(overlapping).collect()
    }

    /// The amendments that are not in the text, with the reason.
    pub fn unfit(&self) -> impl Iterator<Item = (&Amendment<'a>, UnfitReason)> {
        self.unfit.iter().map(|(index, reason)| (&self.amendments[*index], *reason))
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// Whether there is no amendment in the file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.proposals.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn counts(&self) -> RecordCounts {
        let plan = plan::Plan::new(self.document, &self.proposals);
        let tracked = (0..self.proposals.len()).filter(|index| plan.is_tracked(*index)).count();
        RecordCounts {
            amendments: self.amendments.len() - self.unfit.len(),
            tracked,
            commented: self.proposals.len() - tracked,
        }
    }

    /// The file in a format: for Word the official text with tracked changes, for Markdown the sentences with the changed
    /// passages, as plain text the sentences for the floor.
    #[must_use]
    pub fn prose(&self, format: ProseFormat, setting: &RecordSetting<'_>) -> Prose {
        let language = match format {
            ProseFormat::Word | ProseFormat::Html => self.document.language,
            _ => setting.locale.language(),
        };
        let mut prose = Prose::new(self.title(setting.locale), language, setting.author, setting.moment);
        match format {
            ProseFormat::Word | ProseFormat::Html => {
                prose.paragraphs.extend(text::paragraphs(self, setting));
            }
            ProseFormat::Markdown => list::with_passages(self, &mut prose, setting),
            ProseFormat::Text { .. } => list::for_the_floor(self, &mut prose, setting),
        }
        prose
    }

    fn title(&self, locale: &Locale) -> String {
        locale.say_with("export-amendments-title", &[("symbol", (&self.document.symbol).into())])
    }

    /// That the document has no amendments, as a sentence.
    #[must_use]
    pub fn none(&self, locale: &Locale) -> String {
        locale.say_with("export-amendments-none", &[("symbol", (&self.document.symbol).into())])
    }

    /// The sentence of a proposal, without a full stop.
    fn sentence(&self, proposal: &Proposal<'_>, language: Language) -> String {
        let amendment = &self.amendments[proposal.amendment];
        let taken = self.taken_numbers(proposal.amendment);
        let made_on = notation::MadeOn { original: &self.block(proposal).text, taken };
        notation::of(amendment, made_on, &proposal.words, language)
    }

    /// How many numbers are taken before those of the new passages of an amendment.
    fn taken_numbers(&self, amendment: usize) -> usize {
        taken_numbers_in(&self.amendments[amendment], self.amendments.iter(), self.document)
    }

    fn block(&self, proposal: &Proposal<'_>) -> &'a Block {
        &self.document.blocks[proposal.position]
    }
}
