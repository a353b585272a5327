//! Which steps are still to be discussed and have no position.

use std::collections::HashSet;

use crate::board::Board;
use crate::model::{Address, Reference};
use crate::workspace::{Notebook, Status, Tracker};

/// A step without a position, and the next session at which it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// The number of the session.
    pub session: u32,
    /// The row of the step in its board.
    pub row: usize,
    /// Whether there is a position on its agenda item, though none on the step.
    pub has_position_on_item: bool,
}

impl Board {
    /// The steps due at a session or a later one on which there is no position, neither on the step nor on a passage in it;
    /// by session, then in the order of the report. A step that is agreed, superseded or carried over to another session is
    /// not due any more. Each step is given once, for the first of these sessions; several requests in one paragraph are one.
    #[must_use]
    pub fn gaps(&self, from: u32, tracker: &Tracker, positions: &Notebook) -> Vec<Gap> {
        let covered = self.covered(positions);
        let items: HashSet<&Address> = positions.notes().filter_map(|note| self.agenda_item(note)).collect();
        let is_open = |row: usize, session: u32| {
            let status = self.status(row, session, tracker);
            !matches!(status, Status::Agreed | Status::Superseded | Status::CarriedOver)
        };
        let steps = (0..self.rows.len()).filter(|row| self.rows[*row].is_step());
        let bare = steps.filter(|row| !covered.contains(&self.followup(*row).step));
        let gap = |row: usize| {
            let mut due = self.due(row, tracker).into_iter().map(|due| due.session);
            let session = due.find(|session| *session >= from && is_open(row, *session))?;
            let item = self.rows[row].item.as_ref();
            let has_position_on_item = item.is_some_and(|item| items.iter().any(|other| other.covers(item)));
            Some(Gap { session, row, has_position_on_item })
        };
        let mut gaps: Vec<Gap> = bare.filter_map(gap).collect();
        gaps.sort_unstable();
        let mut known = HashSet::new();
        gaps.retain(|gap| known.insert(&self.followup(gap.row).step));
        gaps
    }

    /// The passages on which, or in which, there is a position.
    fn covered(&self, positions: &Notebook) -> HashSet<Address> {
        let anchors = positions.notes().filter_map(|note| note.anchor.as_ref());
        let own = anchors.filter(|anchor| anchor.symbol == self.report).map(|anchor| &anchor.address);
        own.flat_map(|address| std::iter::successors(Some(address.clone()), Address::parent)).collect()
    }

    /// The row of the step that a passage is, or is in; `None` if it is in no step of the report.
    #[must_use]
    pub fn step_of(&self, passage: &Reference) -> Option<usize> {
        let up = std::iter::successors(Some(passage.address.clone()), Address::parent);
        let step = |address| self.find(&Reference { symbol: passage.symbol.clone(), address }, None);
        up.into_iter().find_map(step)
    }
}
