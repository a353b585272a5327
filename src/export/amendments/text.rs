//! The official text with the tracked changes: each passage a paragraph, footnotes where they are called.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::base::numbering;
use crate::export::amendments::plan::Plan;
use crate::export::amendments::{AmendmentRecord, Proposal, RecordSetting};
use crate::export::prose::{
    Comment, Footnote, Paragraph, ParagraphStyle, Revision, RevisionKind, Run, RunContent,
};
use crate::model::{Address, Block, BlockKind, Document, Part, Place};
use crate::workspace::Operation;

use super::runs::{PassagePiece, pieces};

/// The sign of an item of a list without numbers.
const BULLET: &str = "•";

/// The paragraphs of the document, with those that are new.
pub(super) fn paragraphs(record: &AmendmentRecord<'_>, setting: &RecordSetting<'_>) -> Vec<Paragraph> {
    let calls = Calls::of(record.document);
    let plan = Plan::new(record.document, &record.proposals);
    let writer = AmendmentWriter { record, setting, plan, calls };
    (0..record.document.blocks.len()).flat_map(|at| writer.passage(at)).collect()
}

/// Which footnote each call means. A footnote belongs to its first call.
struct Calls {
    /// The footnotes by the passage and the byte where they are called.
    notes: BTreeMap<(usize, usize), usize>,
    called: BTreeSet<usize>,
}

impl Calls {
    fn of(document: &Document) -> Self {
        let mut calls = Self { notes: BTreeMap::new(), called: BTreeSet::new() };
        for (at, block) in document.blocks.iter().enumerate() {
            for (mark, place) in block.calls() {
                let address =
                    Address { part: block.address.part.clone(), place: Place::Note(mark.to_owned()) };
                let note = document.position(&address).filter(|note| *note != at);
                if let Some(note) = note.filter(|note| calls.called.insert(*note)) {
                    calls.notes.insert((at, place), note);
                }
            }
        }
        calls
    }
}

struct AmendmentWriter<'a> {
    record: &'a AmendmentRecord<'a>,
    setting: &'a RecordSetting<'a>,
    plan: Plan,
    calls: Calls,
}

impl<'a> AmendmentWriter<'a> {
    fn document(&self) -> &'a Document {
        self.record.document
    }

    /// A passage, with the new ones before and after it. A footnote that is called is where it is called.
    fn passage(&self, at: usize) -> Vec<Paragraph> {
        let new = |proposals: &BTreeMap<usize, Vec<usize>>| -> Vec<Paragraph> {
            let proposals = proposals.get(&at).into_iter().flatten();
            proposals.flat_map(|index| self.new_passages(*index)).collect()
        };
        let mut paragraphs = new(&self.plan.before);
        if !self.calls.called.contains(&at) {
            paragraphs.push(self.paragraph(at));
        }
        paragraphs.extend(new(&self.plan.after));
        paragraphs
    }

    fn paragraph(&self, at: usize) -> Paragraph {
        let document = self.document();
        let block = &document.blocks[at];
        let (runs, anchors) = self.runs(at);
        let before = at.checked_sub(1).map(|before| &document.blocks[before].address.part);
        let is_new_part = before.is_some_and(|before| *before != block.address.part);
        let mut paragraph = Paragraph {
            number: printed_number(block),
            on_new_page: is_new_part && matches!(block.address.part, Part::Annex(_)),
            runs,
            revision: self.deletion(at),
            ..Paragraph::new(style(block))
        };
        paragraph.comments = self.comments(at, &anchors, paragraph.runs.len());
        paragraph
    }

    /// The deletion of a passage.
    fn deletion(&self, at: usize) -> Option<Revision> {
        self.plan.deleted.get(&at).map(|index| self.revision(*index, RevisionKind::Deleted))
    }

    fn revision(&self, proposal: usize, kind: RevisionKind) -> Revision {
        let proposal = &self.record.proposals[proposal];
        Revision { kind, author: self.author(proposal).to_owned(), moment: proposal.note.at }
    }

    fn author<'p>(&'p self, proposal: &'p Proposal<'_>) -> &'p str {
        proposal.source.as_deref().unwrap_or(self.setting.author)
    }

    /// The words of a passage and the calls of its footnotes, and which runs the proposals and the called footnotes have.
    fn runs(&self, at: usize) -> (Vec<Run>, Anchors) {
        let mut runs = Vec::new();
        let mut anchors = Anchors::default();
        for piece in self.pieces(at) {
            let here = runs.len()..runs.len() + 1;
            let run = match piece {
                PassagePiece::Words { words, change } => {
                    let revision = change.map(|(index, kind)| {
                        anchors.add(index, here);
                        self.revision(index, kind)
                    });
                    Run { revision, ..Run::styled(words) }
                }
                PassagePiece::Call { mark, place } => match self.calls.notes.get(&(at, place)) {
                    Some(note) => {
                        anchors.notes.push((*note, here));
                        self.call(*note)
                    }
                    None => Run { content: RunContent::Mark(plain_mark(&mark)), revision: None },
                },
            };
            runs.push(run);
        }
        (runs, anchors)
    }

    fn pieces(&self, at: usize) -> Vec<PassagePiece> {
        let planned = self.plan.changed.get(&at).map(Vec::as_slice).unwrap_or_default();
        pieces(&self.document().blocks[at], planned)
    }

    /// The call of a footnote, with the footnote.
    fn call(&self, note: usize) -> Run {
        let block = &self.document().blocks[note];
        let words = self.pieces(note).into_iter().filter_map(|piece| match piece {
            PassagePiece::Words { words, change } => {
                let revision = change.map(|(index, kind)| self.revision(index, kind));
                Some(crate::export::prose::NoteRun { words, revision })
            }
            PassagePiece::Call { .. } => None,
        });
        let mark = match &block.address.place {
            Place::Note(mark) => Some(plain_mark(mark)),
            _ => None,
        };
        let note_text = Footnote { mark, runs: words.collect() };
        Run { content: RunContent::Footnote(note_text), revision: self.deletion(note) }
    }

    /// The comments on a passage and on the footnotes called in it, which has so many runs.
    fn comments(&self, at: usize, anchors: &Anchors, runs: usize) -> Vec<Comment> {
        let proposals = self.record.proposals.iter().enumerate();
        let mut comments = Vec::new();
        for (index, proposal) in proposals {
            let note = anchors.notes.iter().find(|(note, _)| *note == proposal.position);
            let place = match note {
                Some((_, call)) => call.clone(),
                None if proposal.position == at => anchors.of(index).unwrap_or(0..runs),
                None => continue,
            };
            let is_new = proposal.operation.is_insertion() && self.plan.is_tracked(index);
            if !is_new {
                comments.extend(self.comment(index, place));
            }
        }
        comments
    }

    /// The reason of a tracked change, or the sentence of another proposal, with the co-sponsors.
    fn comment(&self, index: usize, runs: Range<usize>) -> Option<Comment> {
        let proposal = &self.record.proposals[index];
        let locale = self.setting.locale;
        let mut lines = Vec::new();
        if !self.plan.is_tracked(index) {
            let sentence = self.record.sentence(proposal, locale.language());
            let args = [("source", self.author(proposal).into()), ("sentence", sentence.into())];
            lines.push(locale.say_with("export-amendment-proposed", &args));
            if proposal.source.is_none() && proposal.is_first {
                lines.push(locale.say("export-amendment-overlaps"));
            }
        }
        if proposal.is_first {
            lines.extend(self.record.remarks(proposal, locale));
        }
        (!lines.is_empty()).then(|| Comment {
            runs,
            author: self.author(proposal).to_owned(),
            moment: proposal.note.at,
            text: lines.join("\n"),
        })
    }

    /// The paragraphs of a new passage, which look like the one they are before or after.
    fn new_passages(&self, index: usize) -> Vec<Paragraph> {
        let proposal = &self.record.proposals[index];
        let block = self.record.block(proposal);
        let revision = self.revision(index, RevisionKind::Inserted);
        let taken = self.record.taken_numbers(proposal.amendment);
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        for (nth, words) in proposal.words.split('\n').enumerate() {
            let number = match proposal.operation {
                Operation::InsertAfter => new_number(block, taken + nth),
                _ => printed_number(block).filter(|number| number == BULLET),
            };
            let revision = Some(revision.clone());
            paragraphs.push(Paragraph { number, revision, ..Paragraph::text(style(block), words) });
        }
        if let Some(first) = paragraphs.first_mut() {
            first.comments.extend(self.comment(index, 0..1));
        }
        paragraphs
    }
}

/// The runs of a paragraph that belong to proposals and to the calls of footnotes.
#[derive(Default)]
struct Anchors {
    proposals: BTreeMap<usize, Range<usize>>,
    notes: Vec<(usize, Range<usize>)>,
}

impl Anchors {
    fn add(&mut self, proposal: usize, runs: Range<usize>) {
        let all = self.proposals.entry(proposal).or_insert_with(|| runs.clone());
        all.end = runs.end;
    }

    fn of(&self, proposal: usize) -> Option<Range<usize>> {
        self.proposals.get(&proposal).cloned()
    }
}

/// A mark as printed: a second footnote with the same mark is `*~2` in its address.
fn plain_mark(mark: &str) -> String {
    mark.split('~').next().unwrap_or_default().to_owned()
}

fn style(block: &Block) -> ParagraphStyle {
    let level = |length: usize| u8::try_from(length).unwrap_or(u8::MAX);
    if let Some(depth) = Document::heading_level(&block.address) {
        return ParagraphStyle::Heading(level(depth + 1));
    }
    let is_numbered = block.number.is_some() || block.kind == BlockKind::Bullet;
    match &block.address.place {
        Place::Title => ParagraphStyle::Title,
        Place::Note(_) => ParagraphStyle::SmallPrint,
        _ if !is_numbered => ParagraphStyle::Body,
        Place::Paragraph(path)
        | Place::Operative(path)
        | Place::Preambular(path)
        | Place::Item(path)
        | Place::Step(_, path) => ParagraphStyle::Numbered(level(path.len())),
        _ => ParagraphStyle::Numbered(1),
    }
}

/// The number as it is printed before the passage: `17.`, `a)`.
fn printed_number(block: &Block) -> Option<String> {
    if block.kind == BlockKind::Bullet {
        return Some(BULLET.to_owned());
    }
    block.short_number().map(|number| with_sign(block, number))
}

/// A number with its full stop, unless it has a sign or is the mark of a footnote.
fn with_sign(block: &Block, number: &str) -> String {
    let is_bare = number.ends_with(char::is_alphanumeric) && block.kind != BlockKind::Footnote;
    if is_bare { format!("{number}.") } else { number.to_owned() }
}

/// The number of a new passage after a numbered one, with so many numbers taken before it: `17 bis.`, `b bis)` for none.
fn new_number(block: &Block, taken: usize) -> Option<String> {
    if block.kind == BlockKind::Bullet {
        return Some(BULLET.to_owned());
    }
    let is_heading = Document::heading_level(&block.address).is_some() || block.address.place == Place::Title;
    let number = block.short_number().filter(|_| !is_heading)?;
    let (stem, _) = numbering::split_adverb(number);
    // The sign of the number stays at its end: `b bis)`.
    let bare = stem.trim_end_matches(|c: char| !c.is_alphanumeric());
    Some(with_sign(block, &format!("{bare} {}{}", numbering::ADVERBS.get(taken)?, &stem[bare.len()..])))
}
