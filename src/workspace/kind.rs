//! The kinds of text the delegate writes: each is a folder of files of the same form.

/// A kind of text. A new kind is one more line here; reading, saving, the journal and undo are the same for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Kind {
    /// Notes and, where a delegation is named, interventions.
    #[default]
    Note,
    /// What the delegate's own delegation will say.
    Position,
    /// Changes proposed to passages, by the own delegation or by others.
    Amendment,
    /// What the delegate reads out in the room.
    Statement,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Note, Self::Position, Self::Amendment, Self::Statement];

    /// The folder of the workspace that holds the files of this kind.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Note => "notes",
            Self::Position => "positions",
            Self::Amendment => "amendments",
            Self::Statement => "statements",
        }
    }

    /// The kind whose files are in this folder.
    #[must_use]
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == folder)
    }
}
