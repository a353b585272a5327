//! One act on the tracker: somebody set a status, or took such an act back.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::base::Id;
use crate::model::Reference;
use crate::workspace::Status;

/// What is set of a step or a topic: how far it has come, and what shows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Mark {
    /// How far it has come.
    pub status: Status,
    /// And why, in the author's words.
    pub remark: Option<String>,
    /// The passage that shows it, which may be of a document not at hand.
    pub evidence: Option<Arc<Reference>>,
    /// The meeting at which it happened, as people call it: `3`.
    pub meeting: Option<String>,
}

impl From<Status> for Mark {
    fn from(status: Status) -> Self {
        Self { status, ..Self::default() }
    }
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// This was set.
    Set(Mark),
    /// An earlier act on the same step, topic and session was taken back; taking that back does it again.
    Undo {
        /// The act taken back.
        act: Id,
    },
}

/// An act, as it stands in its author's log. Acts are only ever added.
///
/// Ordered by time, then by id: the order in which they count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// One per act; a second act with the same id is the same act.
    pub id: Id,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// By whom.
    pub author: Arc<str>,
    /// On which next step. Years of acts name the same few steps, authors and topics: each stands once.
    pub step: Arc<Reference>,
    /// On which of its topics, by its label; none for the step as a whole.
    pub topic: Option<Arc<str>>,
    /// For which substantive session.
    pub session: u32,
    /// What.
    pub deed: Deed,
}

impl Act {
    fn rank(&self) -> impl Ord + '_ {
        (self.at, self.id, self.session, &self.step, &self.topic, &self.deed, &self.author)
    }
}

impl Ord for Act {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Act {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
