//! Steps of a later report paired with those of an earlier one: proposed by their wording, confirmed by a delegate.

use std::sync::Arc;

use crate::board::Board;
use crate::followup::beside::{Changes, Pair, Relation, beside};
use crate::model::{Address, Language, Place, Reference};
use crate::workspace::{Mark, Status, Tracker};

/// Two reports side by side.
#[derive(Debug, Clone)]
pub struct Beside {
    /// The earlier report.
    pub old: Board,
    /// The later one.
    pub new: Board,
    /// Their steps in pairs, in the order of the later report; numbers are indexes of follow-ups.
    pub pairs: Vec<Pair>,
}

impl Beside {
    /// Pairs the steps of two reports. Their words must be in one language: texts in different languages cannot be
    /// compared.
    #[must_use]
    pub fn new(old: Board, new: Board) -> Self {
        let pairs = beside(&old.followups, &new.followups);
        Self { old, new, pairs }
    }

    /// The text of the step of the earlier report; `None` if it has none.
    #[must_use]
    pub fn old_text(&self, pair: &Pair) -> Option<&str> {
        pair.old.map(|at| self.old.followups[at].text())
    }

    /// The text of the step of the later report; `None` if it has none.
    #[must_use]
    pub fn new_text(&self, pair: &Pair) -> Option<&str> {
        pair.new.map(|at| self.new.followups[at].text())
    }

    /// The language of the texts of a pair.
    #[must_use]
    pub fn language(&self, pair: &Pair) -> Language {
        let old = || pair.old.map(|at| self.old.followups[at].language());
        let new = pair.new.map(|at| self.new.followups[at].language());
        new.or_else(old).unwrap_or(Language::DEFAULT)
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

    /// What changed apart from the wording; nothing if one of the two steps is missing.
    #[must_use]
    pub fn changes(&self, pair: &Pair) -> Changes {
        let (Some(old), Some(new)) = (pair.old, pair.new) else { return Changes::default() };
        Changes::between(&self.old.followups[old], &self.new.followups[new])
    }

    /// Whether a delegate has confirmed the pair: a mark of the earlier step has the successor as evidence.
    #[must_use]
    pub fn is_confirmed(&self, pair: &Pair, tracker: &Tracker) -> bool {
        self.old_step(pair).is_some_and(|step| {
            let names =
                |mark: &Mark| self.successor(pair).is_some_and(|new| mark.evidence.as_deref() == Some(&new));
            tracker.states(&step, None).any(|state| names(&state.mark))
        })
    }

    /// Number of pairs that can be confirmed and are not confirmed yet.
    #[must_use]
    pub fn waiting(&self, tracker: &Tracker) -> usize {
        let waits = |pair: &&Pair| pair.old.is_some() && !self.is_confirmed(pair, tracker);
        self.pairs.iter().filter(waits).count()
    }

    /// The marks of the earlier step that confirming a pair sets, each with its session.
    ///
    /// A step that was open or raised becomes superseded. One that was discussed, agreed or carried over keeps its
    /// status. A step that is due at no session gets a mark for `session`.
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

    /// What replaces the earlier step: the later step or, if the step was dropped, the later report as a whole.
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
