//! Which proposals become tracked changes: our own ones that do not overlap.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::compare::{TextChange, changes};
use crate::export::amendments::Proposal;
use crate::model::Document;
use crate::workspace::Operation;

/// A change of the words of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlannedChange {
    /// The proposal, by its index.
    pub proposal: usize,
    /// Where.
    pub change: TextChange,
    /// The new words, with the spaces that come with them.
    pub words: String,
}

impl PlannedChange {
    /// The changes from one wording to another, by a proposal.
    pub(super) fn all(old: &str, new: &str, proposal: usize) -> Vec<Self> {
        let planned = |change: TextChange| Self { proposal, change, words: change.after.of(new).to_owned() };
        changes(old, new).into_iter().map(planned).collect()
    }
}

/// The tracked changes of a document, by the index of the passage.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The proposals by which passages are deleted.
    pub deleted: BTreeMap<usize, usize>,
    /// Changes of words, in the order of the passage; they do not touch each other.
    pub changed: BTreeMap<usize, Vec<PlannedChange>>,
    /// The proposals of new passages before a passage.
    pub before: BTreeMap<usize, Vec<usize>>,
    /// The proposals of new passages after a passage and those that belong to it, by the last of them.
    pub after: BTreeMap<usize, Vec<usize>>,
    tracked: BTreeSet<usize>,
}

impl Plan {
    /// Of the own proposals the first wording of each amendment is tracked, deletions before changes of words; one that
    /// overlaps an earlier one is not.
    pub(super) fn new(document: &Document, proposals: &[Proposal<'_>]) -> Self {
        let mut plan = Self::default();
        let mut amendments = BTreeSet::new();
        let own = proposals.iter().enumerate().filter(|(_, proposal)| proposal.source.is_none());
        let own: Vec<_> = own.filter(|(_, proposal)| amendments.insert(proposal.amendment)).collect();
        let of =
            |operation: Operation| own.iter().filter(move |(_, proposal)| proposal.operation == operation);
        for (index, proposal) in of(Operation::Delete) {
            plan.delete(passage(document, proposal.position), *index);
        }
        for (index, proposal) in of(Operation::Reword) {
            plan.reword(document, *index, proposal);
        }
        for (index, proposal) in of(Operation::InsertBefore) {
            plan.before.entry(proposal.position).or_default().push(*index);
            plan.tracked.insert(*index);
        }
        // What comes after a sub-paragraph comes before what comes after its paragraph.
        for (index, proposal) in of(Operation::InsertAfter).rev() {
            let last = passage(document, proposal.position).end - 1;
            plan.after.entry(last).or_default().push(*index);
            plan.tracked.insert(*index);
        }
        plan.after.values_mut().for_each(|after| {
            after.sort_by_key(|index| (std::cmp::Reverse(proposals[*index].position), *index));
        });
        plan
    }

    /// Whether a proposal is a tracked change.
    pub(super) fn is_tracked(&self, proposal: usize) -> bool {
        self.tracked.contains(&proposal)
    }

    fn delete(&mut self, range: Range<usize>, index: usize) {
        if range.clone().any(|at| self.deleted.contains_key(&at)) {
            return;
        }
        self.deleted.extend(range.map(|at| (at, index)));
        self.tracked.insert(index);
    }

    fn reword(&mut self, document: &Document, index: usize, proposal: &Proposal<'_>) {
        if self.deleted.contains_key(&proposal.position) {
            return;
        }
        let found = PlannedChange::all(&document.blocks[proposal.position].text, &proposal.words, index);
        let planned = self.changed.entry(proposal.position).or_default();
        let meets = |one: &TextChange, other: &TextChange| {
            one.before.start <= other.before.end && other.before.start <= one.before.end
        };
        if found.iter().any(|found| planned.iter().any(|other| meets(&found.change, &other.change))) {
            return;
        }
        planned.extend(found);
        planned.sort_by_key(|change| change.change.before.start);
        self.tracked.insert(index);
    }
}

/// The passage with those that belong to it.
pub(super) fn passage(document: &Document, position: usize) -> Range<usize> {
    let address = &document.blocks[position].address;
    document.passage(address).unwrap_or(position..position + 1)
}
