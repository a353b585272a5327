//! Numbers out of sequence that are those of paragraphs all the same: misprints, and numbers printed twice.

use super::numbered::{AHEAD, FURTHEST, component};
use super::{Mode, Outline};
use crate::import::shape::enumerator::{LeadKind, lead_of};
use crate::import::shape::join::{Begin, begin};
use crate::model::{Address, BlockKind, Place};

/// A paragraph that only its place on the page shows has more words than this, in characters.
const LONG: usize = 80;

impl Outline<'_> {
    /// Whether a number out of sequence surely begins a paragraph: the next one follows on it.
    pub(super) fn leads_on(&self, at: usize, number: u32) -> bool {
        let later = self.lines[at + 1..].iter().take(AHEAD);
        let next = later.filter_map(|line| match lead_of(line, &self.vocabulary.enumerators)?.kind {
            LeadKind::Number(number, None) => Some(number),
            _ => None,
        });
        self.is_clear(at) && !self.ends_with_colon() && next.take(1).eq([number + 1])
    }

    /// Whether a number is a wrong one in the place of the next: the number after it is the one after that.
    pub(super) fn is_misprint(&self, at: usize, number: u32) -> bool {
        let later = self.lines[at + 1..].iter().take(AHEAD);
        let mut next = later.filter_map(|line| match lead_of(line, &self.vocabulary.enumerators)?.kind {
            LeadKind::Number(number, None) => Some(number),
            _ => None,
        });
        let fits = self.last_number > 1 && number > 1 && next.next() == Some(self.last_number + 2);
        fits && self.is_clear(at) && !self.ends_with_colon()
    }

    /// Whether a number out of sequence is that of a paragraph all the same.
    pub(super) fn is_paragraph_all_the_same(&self, at: usize, number: u32, rest: usize) -> bool {
        self.is_misprint(at, number) || self.is_set_off(at, number, rest)
    }

    /// A paragraph with a wrong number: in the place of the next one, or one that was there before.
    pub(super) fn out_of_sequence(&mut self, at: usize, number: u32, rest: usize) -> bool {
        if !self.is_paragraph_all_the_same(at, number, rest) {
            return false;
        }
        let misprinted = self.is_misprint(at, number);
        self.gap(at);
        self.last_number += u32::from(misprinted);
        self.agenda = None;
        let path = vec![component(number, None)];
        let (place, kind) = match self.mode {
            Mode::Preamble | Mode::Operative => (Place::Operative(path), BlockKind::Operative),
            _ => (Place::Paragraph(path), BlockKind::Paragraph),
        };
        let address = Address { part: self.part.clone(), place };
        self.numbered(at, address, kind, number.to_string(), rest);
        true
    }

    /// Whether a number near the last one begins a long passage alone between empty lines.
    fn is_set_off(&self, at: usize, number: u32, rest: usize) -> bool {
        let line = &self.lines[at];
        let words = &line.text[rest..];
        let near = number > FURTHEST && number.abs_diff(self.last_number) <= FURTHEST;
        near && self.layout.width.is_none()
            && line.gap > 0
            && self.is_clear(at)
            && !self.ends_with_colon()
            && begin(words) == Begin::Capital
            && words.chars().count() > LONG
    }
}
