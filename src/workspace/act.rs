//! One act on the tracker: somebody set a status, or undid such an act.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::base::Id;
use crate::model::Reference;
use crate::workspace::Status;

/// Who may read the remark of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum RemarkAccess {
    /// Everybody.
    #[default]
    Open,
    /// Nobody outside of the delegation: it leaves the workspace only if that is asked for.
    Restricted,
    /// There was one, and it was left out when this workspace was shared.
    Withheld,
}

/// What is set for a step or a topic: how far it has come, and the evidence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Mark {
    /// Who may read the remark. It comes first in the order of marks, so that of two acts with one id, the one whose remark
    /// was not left out counts.
    pub access: RemarkAccess,
    /// How far it has come.
    pub status: Status,
    /// The reason, in the author's words.
    pub remark: Option<String>,
    /// The passage that shows it; its document need not be in the library.
    pub evidence: Option<Arc<Reference>>,
    /// The number of the meeting at which it happened, as typed: `3`.
    pub meeting: Option<String>,
}

impl Mark {
    /// The same mark with another remark, or with none.
    #[must_use]
    pub fn with_remark(self, remark: Option<String>, access: RemarkAccess) -> Self {
        let access = if remark.is_some() { access } else { RemarkAccess::Open };
        Self { remark, access, ..self }
    }
}

impl From<Status> for Mark {
    fn from(status: Status) -> Self {
        Self { status, ..Self::default() }
    }
}

/// What an act does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Sets this.
    Set(Mark),
    /// Undoes an earlier act on the same step, topic and session; undoing that one redoes it.
    Undo {
        /// The act undone.
        act: Id,
    },
}

/// What an act is about: a next step or one of its topics, at a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActTarget<'a> {
    /// The next step.
    pub step: &'a Reference,
    /// Label of one of its topics; `None` for the step as a whole.
    pub topic: Option<&'a str>,
    /// Number of the substantive session.
    pub session: u32,
}

/// An act, as in the log of its author. Acts are never changed or removed.
///
/// Ordered by time, then by id: the order in which they count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// One per act; a second act with the same id is the same act. Ids are in the order in which acts were made, while `at`
    /// is on the working day, which may be another than that of the clock.
    pub id: Id,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// By whom.
    pub author: Arc<str>,
    /// On which next step. Step, author and topic are shared: years of acts name the same few.
    pub step: Arc<Reference>,
    /// On which of its topics, by its label; `None` for the step as a whole.
    pub topic: Option<Arc<str>>,
    /// For which substantive session, by its number.
    pub session: u32,
    /// What.
    pub action: Action,
}

impl Act {
    fn rank(&self) -> impl Ord + '_ {
        (self.at, self.id, self.session, &self.step, &self.topic, &self.action, &self.author)
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
