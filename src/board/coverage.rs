//! Coverage: which steps due at a session the delegation has notes, interventions or positions on.

use std::collections::HashMap;

use crate::board::Board;
use crate::model::Address;
use crate::workspace::{Note, Notebook, Status, Tracker};

/// What a delegation has prepared on one step for a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preparation {
    /// The row of the step.
    pub row: usize,
    /// Number of its own notes.
    pub notes: usize,
    /// Number of interventions, its own and those of others.
    pub interventions: usize,
    /// Number of positions.
    pub positions: usize,
    /// Whether the step is agreed, superseded or carried over, so that nothing more need be prepared for this session.
    pub is_settled: bool,
}

/// Gives one of the numbers of a cover.
type Count = fn(&mut Preparation) -> &mut usize;

impl Preparation {
    fn empty(row: usize, is_settled: bool) -> Self {
        Self { row, notes: 0, interventions: 0, positions: 0, is_settled }
    }

    fn note(&mut self) -> &mut usize {
        &mut self.notes
    }

    fn intervention(&mut self) -> &mut usize {
        &mut self.interventions
    }

    fn position(&mut self) -> &mut usize {
        &mut self.positions
    }

    /// Whether nothing is prepared although something is needed.
    #[must_use]
    pub fn is_bare(self) -> bool {
        !self.is_settled && self.is_empty()
    }

    /// Whether nothing is prepared.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.notes + self.interventions + self.positions == 0
    }
}

impl Board {
    /// What is prepared on each step due at a session, in the order of the report.
    ///
    /// Notes and interventions made for another session do not count; positions count for every session.
    #[must_use]
    pub fn coverage(
        &self,
        session: u32,
        tracker: &Tracker,
        notebook: &Notebook,
        positions: &Notebook,
    ) -> Vec<Preparation> {
        let settled = |row| {
            let status = self.status(row, session, tracker);
            matches!(status, Status::Agreed | Status::Superseded | Status::CarriedOver)
        };
        let steps = self.due_steps(session, tracker);
        let mut covers: Vec<Preparation> = steps.map(|row| Preparation::empty(row, settled(row))).collect();
        let places: HashMap<&Address, usize> =
            covers.iter().enumerate().map(|(at, cover)| (&self.followup(cover.row).step, at)).collect();
        let cover_of = |note: &Note| {
            let anchor = note.anchor.as_ref().filter(|anchor| anchor.symbol == self.report)?;
            let up = std::iter::successors(Some(anchor.address.clone()), Address::parent);
            up.into_iter().find_map(|address| places.get(&address).copied())
        };
        let made_for = |note: &&Note| note.session.is_none_or(|made_for| made_for == session);
        let noted = notebook.notes().filter(made_for).filter_map(|note| {
            let count: Count =
                if note.delegation.is_some() { Preparation::intervention } else { Preparation::note };
            Some((cover_of(note)?, count))
        });
        let positions =
            positions.notes().filter_map(|note| Some((cover_of(note)?, Preparation::position as Count)));
        let found: Vec<(usize, Count)> = noted.chain(positions).collect();
        for (at, count) in found {
            *count(&mut covers[at]) += 1;
        }
        covers
    }
}
