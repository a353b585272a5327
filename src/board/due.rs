//! When a step is due: the sessions it names, the sessions it was carried over to, and deadlines not yet met.

use chrono::NaiveDate;

use crate::board::Board;
use crate::workspace::{Status, Tracker};

/// A session at which a row is to be discussed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The number of the substantive session.
    pub session: u32,
    /// Whether the step was carried over to this session, and does not name it.
    pub carried: bool,
}

/// A deadline that is near or past, and not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// The row of the step.
    pub row: usize,
    /// Index of the deadline among those of the step.
    pub which: usize,
    /// The day of the deadline.
    pub date: NaiveDate,
    /// Calendar days until the deadline; negative if it is past.
    pub days: i64,
}

impl Board {
    /// The sessions at which a row is to be discussed, in order: those that the step names, and the session after
    /// each one at which it was carried over.
    #[must_use]
    pub fn due(&self, row: usize, tracker: &Tracker) -> Vec<Due> {
        let followup = self.followup(row);
        let mut due: Vec<Due> =
            followup.sessions.iter().map(|session| Due { session: *session, carried: false }).collect();
        for session in self.marked(row, tracker) {
            let carried = self.status(row, session, tracker) == Status::CarriedOver;
            let next = self.next_session(session).filter(|_| carried);
            if let Some(next) = next.filter(|next| !due.iter().any(|due| due.session == *next)) {
                due.push(Due { session: next, carried: true });
            }
        }
        due.sort_unstable();
        due
    }

    /// The session after another one; `None` if no later session is known.
    #[must_use]
    pub fn next_session(&self, session: u32) -> Option<u32> {
        self.sessions.iter().copied().find(|next| *next > session)
    }

    /// The previous session, if the row was carried over from it to this one.
    #[must_use]
    pub fn carried_from(&self, row: usize, session: u32, tracker: &Tracker) -> Option<u32> {
        let before = self.sessions.iter().copied().rev().find(|before| *before < session)?;
        (self.status(row, before, tracker) == Status::CarriedOver).then_some(before)
    }

    /// Whether a row is to be discussed at a session.
    #[must_use]
    pub fn is_due(&self, row: usize, session: u32, tracker: &Tracker) -> bool {
        let named = self.followup(row).sessions.contains(&session);
        named || self.due(row, tracker).iter().any(|due| due.session == session)
    }

    /// The sessions, in order, for which somebody has set a mark for the row, its step, or one of its topics.
    #[must_use]
    pub fn marked(&self, row: usize, tracker: &Tracker) -> Vec<u32> {
        let step = self.at(row);
        let mut sessions = tracker.sessions(step, self.topic(row));
        if self.rows[row].is_step() {
            sessions.extend(self.topics(row).flat_map(|topic| tracker.sessions(step, self.topic(topic))));
            sessions.sort_unstable();
            sessions.dedup();
        }
        sessions
    }

    /// The sessions shown as columns: those at which the report is to be discussed, those that a step names, those that
    /// something was carried over to, and those for which a mark was set.
    #[must_use]
    pub fn columns(&self, tracker: &Tracker) -> Vec<u32> {
        let named = self.followups.iter().flat_map(|followup| &followup.sessions);
        let mut columns: Vec<u32> = self.forward.iter().chain(named).copied().collect();
        for (session, state) in self.steps.iter().flat_map(|step| tracker.of_step(step).all()) {
            columns.push(session);
            let carried = state.mark.status == Status::CarriedOver;
            columns.extend(self.next_session(session).filter(|_| carried));
        }
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// The deadlines that are not met and are past or at most `within_days` days away; the earliest first.
    #[must_use]
    pub fn warnings(&self, tracker: &Tracker, today: NaiveDate, within_days: i64) -> Vec<Warning> {
        let steps = (0..self.rows.len()).filter(|row| self.rows[*row].is_step());
        let of_step = |row: usize| {
            self.followup(row).deadlines().enumerate().filter_map(move |(which, deadline)| {
                let date = deadline.date?;
                let days = (date - today).num_days();
                let near = days <= within_days && !self.is_met(row, tracker);
                near.then_some(Warning { row, which, date, days })
            })
        };
        let mut warnings: Vec<Warning> = steps.flat_map(of_step).collect();
        warnings.sort_by_key(|warning| (warning.date, warning.row, warning.which));
        warnings
    }

    /// Whether a step is discussed, agreed or superseded at any session. A deadline does not belong to a session.
    #[must_use]
    pub fn is_met(&self, row: usize, tracker: &Tracker) -> bool {
        self.marked(row, tracker).into_iter().any(|session| {
            let status = self.status(row, session, tracker);
            status.is_done() || status == Status::Superseded
        })
    }
}
