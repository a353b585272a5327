//! The state all panes share: process, report, agenda item, session, and the passage the delegate is at.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Address, Document, Language, Place, Reference, Symbol};

/// The state all panes share.
#[derive(Debug)]
pub struct Desk {
    /// The process, as an index into the library's processes.
    pub process: usize,
    /// The report whose sections and next steps are shown beside the agenda; `None` if the process has none.
    pub report: Option<Symbol>,
    /// The open agenda item, as an index into the items of the process.
    pub item: usize,
    /// The session the delegate works for.
    pub session: Option<u32>,
    /// The session the delegate last worked for in each other process, by the index of the process.
    pub left: BTreeMap<usize, u32>,
    /// The language of the text that the delegate chose to read of a document held in several; `None` for the language of
    /// the interface.
    pub reading: Option<Language>,
    /// The passage the delegate is at.
    pub here: Here,
    /// The passages visited before, to go back to.
    pub history: History,
}

/// The passage the delegate is at.
#[derive(Debug, Clone)]
pub struct Here {
    /// The document in the reader.
    pub document: Arc<Document>,
    /// The passage, as an index into the blocks of the document.
    pub block: usize,
}

impl Here {
    /// The passage as a reference; the title if the document is empty.
    #[must_use]
    pub fn reference(&self) -> Reference {
        let address = self.document.blocks.get(self.block).map(|block| block.address.clone());
        Reference {
            symbol: self.document.symbol.clone(),
            address: address.unwrap_or_else(|| Address::body(Place::Title)),
        }
    }

    /// The next step that is this passage or contains it; `None` if there is none.
    #[must_use]
    pub fn step(&self) -> Option<Reference> {
        let at = self.reference();
        match &at.address.place {
            Place::Step(section, path) => {
                let place = Place::Step(section.clone(), path[..1].to_vec());
                Some(Reference { address: Address { part: at.address.part, place }, symbol: at.symbol })
            }
            _ => None,
        }
    }

    /// The heading of the section the passage is in; the passage itself outside of any section.
    #[must_use]
    pub fn section(&self) -> Reference {
        let at = self.reference();
        let heading = self.document.section_of(self.block).map(|at| self.document.blocks[at].address.clone());
        Reference { symbol: at.symbol, address: heading.unwrap_or(at.address) }
    }
}

/// The passages visited, to go back and forward.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    past: Vec<Reference>,
    future: Vec<Reference>,
}

/// The most visited passages that are stored.
const MOST_PASSAGES: usize = 200;

impl History {
    /// Adds the passage that is being left, and removes the passages to go forward to.
    pub fn leave(&mut self, passage: Reference) {
        if self.past.last() != Some(&passage) {
            self.past.push(passage);
        }
        if self.past.len() > MOST_PASSAGES {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Removes the next passage in a direction from the history and returns it; `None` if there is none.
    pub fn take(&mut self, direction: Direction) -> Option<Reference> {
        match direction {
            Direction::Back => self.past.pop(),
            Direction::Forward => self.future.pop(),
        }
    }

    /// After a move in a direction: stores the passage it started from, to return to it.
    pub fn arrived(&mut self, direction: Direction, from: Reference) {
        match direction {
            Direction::Back => self.future.push(from),
            Direction::Forward => self.past.push(from),
        }
    }
}

/// A direction through the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the passage visited before.
    Back,
    /// To the passage left by going back.
    Forward,
}
