//! How far an amendment has come, and what it does to its passage.

/// How far an amendment has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AmendmentStatus {
    /// A thought.
    Idea,
    /// A text that is being worked on.
    Draft,
    /// Submitted to the secretariat, or proposed from the floor.
    Tabled,
    /// Accepted by the meeting.
    Agreed,
    /// Taken back by its proposer.
    Withdrawn,
    /// Put to the meeting, which did not accept it.
    NotAdopted,
}

impl AmendmentStatus {
    /// All of them, in the order in which an amendment goes through them.
    pub const ALL: [Self; 6] =
        [Self::Idea, Self::Draft, Self::Tabled, Self::Agreed, Self::Withdrawn, Self::NotAdopted];

    /// The stable name, as in files, JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Draft => "draft",
            Self::Tabled => "tabled",
            Self::Agreed => "agreed",
            Self::Withdrawn => "withdrawn",
            Self::NotAdopted => "not-adopted",
        }
    }

    /// The one with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Whether it is no longer on the table.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Withdrawn | Self::NotAdopted)
    }
}

/// What an amendment does to its passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Operation {
    /// Changes its words: what is inserted, replaced and deleted follows from the new wording.
    #[default]
    Reword,
    /// Adds a new passage before it.
    InsertBefore,
    /// Adds a new passage after it.
    InsertAfter,
    /// Deletes it.
    Delete,
}

impl Operation {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Reword, Self::InsertBefore, Self::InsertAfter, Self::Delete];

    /// The stable name, as in files and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reword => "reword",
            Self::InsertBefore => "insert-before",
            Self::InsertAfter => "insert-after",
            Self::Delete => "delete",
        }
    }

    /// The one with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.name() == name)
    }

    /// Whether it makes a new passage.
    #[must_use]
    pub fn is_insertion(self) -> bool {
        matches!(self, Self::InsertBefore | Self::InsertAfter)
    }
}
