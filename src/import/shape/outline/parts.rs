//! Headings after which numbers begin again or continue: articles of a treaty, drafts in a report, numbered headings.

use super::{Mode, Outline};
use crate::import::shape::enumerator::{LeadKind, lead_of};
use crate::import::shape::join::{Begin, End, begin, end};
use crate::import::shape::recognise as is;
use crate::model::{BlockKind, Place};

/// How far ahead of a numbered heading its first paragraph is, in lines.
const AHEAD: usize = 4;
/// A numbered heading is shorter than this, in characters.
const SHORT: usize = 100;

impl Outline<'_> {
    /// An article of a treaty, whose paragraphs begin with 1 again; its title may be on the next line.
    pub(super) fn article(&mut self, at: usize) -> bool {
        let named = is::is_article(&self.lines[at].text, self.vocabulary);
        if !(named || self.is_titled(at, is::is_article)) || !self.opens_part(at) {
            return false;
        }
        self.begin_part(at, named);
        true
    }

    /// A draft resolution or decision in a report: `Draft resolution II`, with its title on the next line.
    pub(super) fn draft(&mut self, at: usize) -> bool {
        let named = is::is_draft(&self.lines[at].text, self.vocabulary);
        if !(named || self.is_titled(at, is::is_draft)) || !self.opens_part(at) {
            return false;
        }
        self.begin_part(at, named);
        self.mode = Mode::Report;
        true
    }

    /// Whether a line can open a part: a sentence, a heading or a part has ended before it.
    fn opens_part(&self, at: usize) -> bool {
        let ended = self.blocks.last().is_none_or(|block| {
            block.kind == BlockKind::Heading
                || block.address.place == Place::Title
                || end(&block.text) != End::Open
        });
        let apart = self.lines[at].gap > self.layout.unit || self.lines[at].after_cut;
        !matches!(self.mode, Mode::Front | Mode::Preamble) && self.is_plausible(at) && (ended || apart)
    }

    /// Whether a line is a name with its title behind it, and whole: the next line begins something.
    fn is_titled(&self, at: usize, is: fn(&str, &crate::language::ImportWords) -> bool) -> bool {
        let line = &self.lines[at];
        is::is_titled(&line.text, self.vocabulary, is)
            && self.lines.get(at + 1).is_some_and(|next| {
                // Without empty lines the name ends where the next word would have had room.
                let ended =
                    self.layout.is_ended(&line.text, &next.text) && begin(&next.text) == Begin::Capital;
                next.begins.unwrap_or(next.gap > self.layout.unit || ended)
                    || lead_of(next, &self.vocabulary.enumerators).is_some()
            })
    }

    fn begin_part(&mut self, at: usize, untitled: bool) {
        self.unnumbered_heading(at);
        self.last_number = 0;
        self.annex_untitled = untitled;
    }

    /// A heading with a number of its own, as paragraphs have them: the next number in the text is the one a paragraph wants.
    pub(super) fn counted_heading(&mut self, at: usize, number: u32, rest: usize) -> bool {
        let line = &self.lines[at];
        let text = &line.text[rest..];
        let shaped = self.mode == Mode::Report
            && self.headings.depth() > 0
            && (line.label.is_none() || line.is_heading())
            && text.chars().count() < SHORT
            && begin(text) == Begin::Capital
            && end(text) == End::Open;
        let ended = self
            .blocks
            .last()
            .is_some_and(|block| block.kind == BlockKind::Heading || end(&block.text) == End::Full);
        let mut later = self.lines[at + 1..].iter().take(AHEAD);
        let next = later.find_map(|line| match lead_of(line, &self.vocabulary.enumerators)?.kind {
            LeadKind::Number(number, None) => Some(number),
            _ => None,
        });
        shaped
            && ended
            && next == Some(self.last_number + 1)
            && self.numbered_heading(at, &number.to_string(), rest)
    }
}
