//! What a later report makes of an earlier one's steps: proposed by their words, confirmed by a delegate.

use std::sync::Arc;

use crate::board::Board;
use crate::followup::beside::{Changes, Pair, Relation, beside};
use crate::model::{Address, Document, Place, Reference};
use crate::workspace::{Mark, Status, Tracker};

/// Two reports beside each other.
#[derive(Debug, Clone)]
pub struct Beside {
    /// The earlier report.
    pub old: Board,
    /// The later one.
    pub new: Board,
    /// Their steps in pairs, in the order of the later report; places are those of follow-ups.
    pub pairs: Vec<Pair>,
}

impl Beside {
    /// Lays two reports beside each other, each with its document, which must be in the same language.
    #[must_use]
    pub fn new((older, old): (&Document, Board), (later, new): (&Document, Board)) -> Self {
        let pairs = beside((older, &old.followups), (later, &new.followups));
        Self { old, new, pairs }
    }

    /// The step of the earlier report.
    #[must_use]
    pub fn old_step(&self, pair: &Pair) -> Option<Reference> {
        step(&self.old, pair.old)
    }

    /// The step of the later report.
    #[must_use]
    pub fn new_step(&self, pair: &Pair) -> Option<Reference> {
        step(&self.new, pair.new)
    }

    /// What changed besides words; nothing where one of the two is missing.
    #[must_use]
    pub fn changes(&self, pair: &Pair) -> Changes {
        let (Some(old), Some(new)) = (pair.old, pair.new) else { return Changes::default() };
        Changes::between(&self.old.followups[old], &self.new.followups[new])
    }

    /// Whether a delegate has confirmed the pair: some mark of the earlier step names the later report.
    #[must_use]
    pub fn is_confirmed(&self, pair: &Pair, tracker: &Tracker) -> bool {
        self.old_step(pair).is_some_and(|step| {
            let names =
                |mark: &Mark| self.successor(pair).is_some_and(|new| mark.evidence.as_deref() == Some(&new));
            tracker.states(&step, None).any(|state| names(&state.mark))
        })
    }

    /// How many pairs there are that can be confirmed, and are not.
    #[must_use]
    pub fn waiting(&self, tracker: &Tracker) -> usize {
        let waits = |pair: &&Pair| pair.old.is_some() && !self.is_confirmed(pair, tracker);
        self.pairs.iter().filter(waits).count()
    }

    /// What confirming a pair sets of the earlier step, session by session.
    ///
    /// Where the step was not yet done with, the later report's step takes its place. Where it was discussed,
    /// agreed or carried over, that stays as it is. A step that is due at no session is marked for the one given.
    #[must_use]
    pub fn confirm(&self, pair: &Pair, session: u32, tracker: &Tracker) -> Vec<(u32, Mark)> {
        let (Some(old), Some(step)) = (pair.old, self.old_step(pair)) else { return Vec::new() };
        let Some(row) = self.old.rows.iter().position(|row| row.followup == old && row.is_step()) else {
            return Vec::new();
        };
        let mut sessions: Vec<u32> = self.old.due(row, tracker).iter().map(|due| due.session).collect();
        let unfinished = |session: &u32| self.old.status(row, *session, tracker) <= Status::Raised;
        sessions.retain(unfinished);
        if sessions.is_empty() {
            sessions.push(session);
        }
        let mark = |session: u32| {
            let before = tracker.state(&step, None, session).map(|state| state.mark.clone());
            let before = before.unwrap_or_default();
            let status = if unfinished(&session) { Status::Superseded } else { before.status };
            (session, Mark { status, evidence: self.successor(pair).map(Arc::new), ..before })
        };
        sessions.into_iter().map(mark).collect()
    }

    /// What takes the place of the earlier step: the later one or, where it was dropped, the later report as a whole.
    #[must_use]
    pub fn successor(&self, pair: &Pair) -> Option<Reference> {
        match pair.relation {
            Relation::Dropped => {
                let address = Address::body(Place::Title);
                Some(Reference { symbol: self.new.report.clone(), address })
            }
            _ => self.new_step(pair),
        }
    }
}

fn step(board: &Board, followup: Option<usize>) -> Option<Reference> {
    let address = board.followups[followup?].step.clone();
    Some(Reference { symbol: board.report.clone(), address })
}
