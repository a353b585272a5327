//! What the files of a workspace hold: texts of every kind and the tracker.

use std::ffi::OsString;

use crate::base::Id;
use crate::workspace::{Kind, Notebook, Tracker};

/// Everything the delegate has written.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// The notes and interventions, and the files that could not be read as such.
    pub notebook: Notebook,
    /// The positions, and the files that could not be read as such.
    pub positions: Notebook,
    /// The statuses that result from the acts of all authors.
    pub tracker: Tracker,
}

impl Contents {
    /// The texts of a kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> &Notebook {
        match kind {
            Kind::Note => &self.notebook,
            Kind::Position => &self.positions,
        }
    }

    /// The texts of a kind, to change.
    pub fn of_mut(&mut self, kind: Kind) -> &mut Notebook {
        match kind {
            Kind::Note => &mut self.notebook,
            Kind::Position => &mut self.positions,
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
}
