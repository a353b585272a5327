//! What the files of a workspace hold: texts of every kind and the tracker.

use std::ffi::OsString;

use crate::base::{Error, Id};
use crate::workspace::{Kind, Note, Notebook, Tracker};

/// Everything the delegate has written.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// The notes and interventions, and the files that could not be read as such.
    pub notebook: Notebook,
    /// The positions, and the files that could not be read as such.
    pub positions: Notebook,
    /// The amendments, and the files that could not be read as such.
    pub amendments: Notebook,
    /// The statements, and the files that could not be read as such.
    pub statements: Notebook,
    /// The statuses that result from the acts of all authors.
    pub tracker: Tracker,
}

/// The texts of every kind, to change.
#[derive(Debug)]
pub struct Notebooks<'a> {
    /// The notes and interventions.
    pub notebook: &'a mut Notebook,
    /// The positions.
    pub positions: &'a mut Notebook,
    /// The amendments.
    pub amendments: &'a mut Notebook,
    /// The statements.
    pub statements: &'a mut Notebook,
}

impl Notebooks<'_> {
    /// The texts of a kind.
    pub fn of(&mut self, kind: Kind) -> &mut Notebook {
        match kind {
            Kind::Note => self.notebook,
            Kind::Position => self.positions,
            Kind::Amendment => self.amendments,
            Kind::Statement => self.statements,
        }
    }
}

impl Contents {
    /// Whether the delegate has written nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Kind::ALL.into_iter().all(|kind| self.of(kind).is_empty()) && self.tracker.is_empty()
    }

    /// The texts of a kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> &Notebook {
        match kind {
            Kind::Note => &self.notebook,
            Kind::Position => &self.positions,
            Kind::Amendment => &self.amendments,
            Kind::Statement => &self.statements,
        }
    }

    /// The texts of every kind, to change.
    pub fn notebooks(&mut self) -> Notebooks<'_> {
        Notebooks {
            notebook: &mut self.notebook,
            positions: &mut self.positions,
            amendments: &mut self.amendments,
            statements: &mut self.statements,
        }
    }
}

/// A file of the workspace as it was when the contents were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenFile {
    /// The kind of its text, and so its folder.
    pub kind: Kind,
    /// The id in its front matter.
    pub id: Id,
    /// Its name in that folder.
    pub name: OsString,
    /// Checksum of its bytes.
    pub checksum: u64,
    /// A number for its length and the time of its last change; 0 if it may have been changed while it was read.
    pub state: u64,
}

/// What became of the texts that a program which died has left.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recovery {
    /// What to report: how many were recovered, which were split, which could not be saved or read.
    pub reports: Vec<Error>,
    /// The texts that could not be saved, and why. The interface shows them and tries them again.
    pub unsaved: Vec<(Note, Error)>,
    /// The texts that were saved beside the version of another program: the id that the text had, and its new one.
    pub beside: Vec<(Id, Id)>,
}
