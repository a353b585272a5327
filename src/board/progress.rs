//! Progress: how many of the steps due at a session have which status, in all and by section.

use crate::board::Board;
use crate::workspace::{Status, Tracker};

/// Number of steps with each status.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    counts: [usize; Status::ALL.len()],
    /// The rows of the open steps, in the order of the report.
    pub open: Vec<usize>,
}

impl Progress {
    /// Number of steps with this status.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.counts[status as usize]
    }

    /// Number of steps that were discussed or agreed: see [`Status::is_done`].
    #[must_use]
    pub fn done(&self) -> usize {
        Status::ALL.into_iter().filter(|status| status.is_done()).map(|status| self.count(status)).sum()
    }

    /// Number of steps without the superseded ones.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum::<usize>() - self.count(Status::Superseded)
    }

    /// Number of steps that are raised or carried over.
    #[must_use]
    pub fn begun(&self) -> usize {
        self.count(Status::Raised) + self.count(Status::CarriedOver)
    }

    fn add(&mut self, row: usize, status: Status) {
        self.counts[status as usize] += 1;
        if status == Status::Open {
            self.open.push(row);
        }
    }
}

impl Board {
    /// The progress of the steps due at a session.
    #[must_use]
    pub fn progress(&self, session: u32, tracker: &Tracker) -> Progress {
        let mut progress = Progress::default();
        for row in self.due_steps(session, tracker) {
            progress.add(row, self.status(row, session, tracker));
        }
        progress
    }

    /// The same for each section with steps due at the session, by its path, in the order of the report.
    #[must_use]
    pub fn progress_by_section(&self, session: u32, tracker: &Tracker) -> Vec<(&[String], Progress)> {
        let mut sections: Vec<(&[String], Progress)> = Vec::new();
        for row in self.due_steps(session, tracker) {
            let section = self.followup(row).section.as_slice();
            if sections.last().is_none_or(|(last, _)| *last != section) {
                sections.push((section, Progress::default()));
            }
            let (_, progress) = sections.last_mut().expect("one was just put there");
            progress.add(row, self.status(row, session, tracker));
        }
        sections
    }

    /// The rows of the steps due at a session, in the order of the report.
    pub fn due_steps<'a>(&'a self, session: u32, tracker: &'a Tracker) -> impl Iterator<Item = usize> + 'a {
        let steps = (0..self.rows.len()).filter(|row| self.rows[*row].is_step());
        steps.filter(move |row| self.is_due(*row, session, tracker))
    }
}
