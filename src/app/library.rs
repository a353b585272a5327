//! The library as the interface uses it: documents, processes, follow-ups, and the indexes made from them.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use crate::app::mentions::Mentions;
use crate::app::screen::picker::choice::CachedOffer;
use crate::board::{self, Board};
use crate::cite::Aliases;
use crate::cite::graph::Graph;
use crate::cite::resolve::Index;
use crate::followup::{Fingerprint, Materials, OfDocuments};
use crate::model::{Language, Process, Shelf};

/// The documents and the data read from them. All of it is replaced when files change on disk.
#[derive(Debug, Default)]
pub struct Library {
    /// The documents.
    pub shelf: Shelf,
    /// The processes; the first one is the one to start with.
    pub processes: Vec<Process>,
    /// The follow-ups of each document that has some.
    pub followups: OfDocuments,
    /// The state of the files they were read from.
    pub fingerprint: Fingerprint,
    /// The named passages as last listed in a picker; `None` if none has been opened yet.
    pub passages: Option<CachedOffer>,
    /// Which passages cite which; `None` until the citations have been read.
    pub graph: Option<Arc<Graph>>,
    /// Which notes and positions cite which passages.
    pub mentions: Mentions,
    references: OnceCell<Index>,
    /// The boards as last asked for, and for readers of which language.
    boards: RefCell<Option<(Language, Arc<[Board]>)>>,
}

impl Library {
    /// A library of documents and the data read from them; the indexes are made when they are first needed.
    #[must_use]
    pub fn new(materials: Materials) -> Self {
        let Materials { shelf, processes, followups, fingerprint, .. } = materials;
        Self { shelf, processes, followups, fingerprint, ..Self::default() }
    }

    /// The passages of all documents by their numbers. Reading the numbers takes long in a large library, so it
    /// is done only when a passage is first looked up by its number.
    #[must_use]
    pub fn references(&self) -> &Index {
        self.references.get_or_init(|| Index::of(&self.shelf, Aliases::bundled()))
    }
    /// The boards of all documents that have follow-ups, as in [`board::all`], for somebody who reads a language. They are made
    /// when they are first needed, and again for another language.
    #[must_use]
    pub fn boards(&self, language: Language) -> Arc<[Board]> {
        let mut known = self.boards.borrow_mut();
        match &*known {
            Some((of, boards)) if *of == language => Arc::clone(boards),
            _ => {
                let boards = board::all(&self.shelf, &self.followups, &self.processes, language);
                Arc::clone(&known.insert((language, boards.into())).1)
            }
        }
    }
}
