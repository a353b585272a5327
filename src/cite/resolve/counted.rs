//! Passages counted from the end or from the current one: "last operative paragraph", "the next paragraph".

use super::reading::{Counted, Reading};
use super::typed::TypedVocabulary;
use super::{Rank, Search, Why};
use crate::model::{Address, Block, BlockKind, Document, Part, PassageKind, Place, Reference, Symbol};

impl Search<'_> {
    /// Adds the passages that a reading counts.
    pub(super) fn counted(&mut self, reading: &Reading, counted: Counted) {
        match counted {
            Counted::FromHere(by) if reading.document.is_none() => self.count_from_here(reading, by),
            Counted::FromHere(_) => {}
            Counted::FromEnd(place) => self.count_from_end(reading, place),
            Counted::OnPage(page) => {
                self.first_block(reading, |block| {
                    block.page == Some(page) && block.kind != BlockKind::Footnote
                });
            }
            Counted::Headed(kind) => {
                let vocabulary = TypedVocabulary::bundled();
                self.first_block(reading, |block| {
                    block.kind == BlockKind::Heading && vocabulary.is_heading(kind, &block.text)
                });
            }
        }
    }

    /// The first passage that is wanted, of the document named or of the current one: the first on a page, the foreword.
    fn first_block(&mut self, reading: &Reading, is_wanted: impl Fn(&Block) -> bool) {
        let (symbols, why) = match self.documents(reading) {
            Some((symbols, why, _)) => (symbols, why),
            None => (self.from.map(|from| from.symbol.clone()).into_iter().collect(), Why::SameDocument),
        };
        for symbol in symbols {
            let Some(document) = self.index.text(&symbol) else { continue };
            let part = |block: &&Block| reading.part.as_ref().is_none_or(|part| *part == block.address.part);
            if let Some(block) = document.blocks.iter().filter(part).find(|block| is_wanted(block)) {
                let address = block.address.clone();
                self.add(symbol, address, why, Rank::default());
            }
        }
    }

    /// The passage of a kind that is `by` such passages after the current one; the one around it, if `by` is 0.
    fn count_from_here(&mut self, reading: &Reading, by: isize) {
        let Some((from, document)) = self.from.and_then(|from| Some((from, self.index.text(&from.symbol)?)))
        else {
            return;
        };
        let Some(here) = document.position(&from.address) else { return };
        let fits = |at: &usize| {
            let address = &document.blocks[*at].address;
            address.part == from.address.part && is_counted(address, reading)
        };
        let (is_sub, path) = match &from.address.place {
            Place::Paragraph(path) | Place::Operative(path) => {
                (reading.is_sub && path.len() > 1 && reading.kind == Some(PassageKind::Paragraph), path.len())
            }
            _ => (false, 0),
        };
        if is_sub {
            return self.count_beside(from, document, by, path);
        }
        let around = |at: &usize| document.blocks[*at].address.covers(&from.address);
        let found = match by {
            0 => (0..=here).rev().filter(around).find(fits),
            1.. => (here + 1..document.blocks.len()).find(fits),
            _ => (0..here).rev().filter(|at| !around(at)).find(fits),
        };
        if let Some(at) = found {
            self.add(
                from.symbol.clone(),
                document.blocks[at].address.clone(),
                Why::SamePart,
                Rank::default(),
            );
        }
    }

    /// The sub-paragraph that is `by` after the current one, below the same paragraph.
    fn count_beside(&mut self, from: &Reference, document: &Document, by: isize, level: usize) {
        let path = |address: &Address| match &address.place {
            Place::Paragraph(path) | Place::Operative(path) => Some(path.clone()),
            _ => None,
        };
        let parent = path(&from.address).map(|path| path[..level - 1].to_vec());
        let is_beside = |address: &&Address| {
            let path = path(address).filter(|path| path.len() == level);
            address.part == from.address.part && path.map(|path| path[..level - 1].to_vec()) == parent
        };
        let addresses = document.blocks.iter().map(|block| &block.address);
        let beside: Vec<&Address> = addresses.filter(is_beside).collect();
        let here = beside.iter().position(|address| **address == from.address);
        if let Some(address) = here.and_then(|here| beside.get(here.checked_add_signed(by)?)) {
            self.add(from.symbol.clone(), (*address).clone(), Why::SamePart, Rank::default());
        }
    }

    /// The passage of a kind at a place from the end: in the document named, in the current one, or in each that has such passages.
    fn count_from_end(&mut self, reading: &Reading, place: u32) {
        let held = |symbol: &Symbol| self.index.has(symbol);
        let (symbols, why, meant) = match self.documents(reading) {
            Some((symbols, why, part)) => (symbols, why, part),
            None => match self.from.and_then(|from| Some((from, self.last_in(from, reading, place)?))) {
                Some((from, address)) => {
                    return self.add(from.symbol.clone(), address, Why::SameDocument, Rank::default());
                }
                None => (self.having(reading), Why::OtherDocument, None),
            },
        };
        let symbols: Vec<Symbol> = symbols.into_iter().filter(held).collect();
        for symbol in symbols {
            let part = reading.part.clone().or_else(|| meant.clone()).unwrap_or(Part::Body);
            let near = Reference { symbol, address: Address { part, place: Place::Title } };
            if let Some(address) = self.last_in(&near, reading, place) {
                self.add(near.symbol, address, why, Rank::default());
            }
        }
    }

    /// The passage of a kind at a place from the end of a document: in the part of a passage, or in the last part that has some.
    fn last_in(&self, near: &Reference, reading: &Reading, place: u32) -> Option<Address> {
        let document = self.index.text(&near.symbol)?;
        let part = reading.part.as_ref().unwrap_or(&near.address.part);
        let at = usize::try_from(place).ok()?.checked_sub(1)?;
        let nth = |wanted: Option<&Part>| {
            let addresses = document.blocks.iter().rev().map(|block| &block.address);
            let fits = |address: &&Address| {
                wanted.is_none_or(|part| super::fits(part, &address.part)) && is_counted(address, reading)
            };
            addresses.filter(fits).nth(at).cloned()
        };
        nth(Some(part)).or_else(|| if reading.part.is_none() { nth(None) } else { None })
    }

    /// The documents of the library that have passages of a kind.
    fn having(&self, reading: &Reading) -> Vec<Symbol> {
        let Some(kind) = reading.kind else { return Vec::new() };
        let first = match kind {
            PassageKind::Step => Place::Step(reading.section.clone(), vec!["1".to_owned()]),
            PassageKind::Norm => Place::Norm("a".to_owned()),
            kind => kind.place(vec!["1".to_owned()]),
        };
        let spots = self.index.spots(&first, super::MOST_FAR);
        let mut symbols: Vec<Symbol> = spots.iter().map(|spot| self.index.passage(spot).0.clone()).collect();
        symbols.dedup();
        symbols
    }
}

/// Whether a passage is one of those that a reading counts: of its kind, not below another one, and in its section.
fn is_counted(address: &Address, reading: &Reading) -> bool {
    let top = |path: &[String]| path.len() == 1;
    match (&address.place, reading.kind) {
        (Place::Paragraph(path) | Place::Operative(path), Some(PassageKind::Paragraph))
        | (Place::Operative(path), Some(PassageKind::Operative))
        | (Place::Preambular(path), Some(PassageKind::Preambular))
        | (Place::Item(path), Some(PassageKind::Item)) => reading.section.is_empty() && top(path),
        (Place::Step(section, path), Some(PassageKind::Step)) => {
            top(path) && section.ends_with(&reading.section)
        }
        (Place::Heading(path), Some(PassageKind::Section)) => {
            reading.section.is_empty() && !path.is_empty() && Document::heading_level(address).is_some()
        }
        (Place::Norm(_), Some(PassageKind::Norm)) | (Place::Note(_), Some(PassageKind::Note)) => {
            reading.section.is_empty()
        }
        _ => false,
    }
}
