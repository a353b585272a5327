//! Coverage: which steps due at a session the delegation has notes, interventions, positions or statements on.
//!
//! What other delegations said is counted beside, and covers nothing.

use std::collections::{BTreeSet, HashMap};

use crate::board::Board;
use crate::model::Address;
use crate::workspace::statement::{Statement, StatementStatus};
use crate::workspace::{Note, Notebook, OwnDelegation, Status, Tracker};

/// What a delegation has prepared on one step for a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preparation {
    /// The row of the step.
    pub row: usize,
    /// Number of its own notes.
    pub notes: usize,
    /// Number of its own interventions; of those of all delegations if the own one is not known.
    pub interventions: usize,
    /// Number of interventions of other delegations; 0 if the own one is not known.
    pub interventions_of_others: usize,
    /// Number of positions.
    pub positions: usize,
    /// Number of statements that are ready or delivered.
    pub statements: usize,
    /// Whether the step is agreed, superseded or carried over, so that nothing more need be prepared for this session.
    pub is_settled: bool,
}

/// Gives one of the numbers of a cover.
type Count = fn(&mut Preparation) -> &mut usize;

impl Preparation {
    fn empty(row: usize, is_settled: bool) -> Self {
        Self {
            row,
            notes: 0,
            interventions: 0,
            interventions_of_others: 0,
            positions: 0,
            statements: 0,
            is_settled,
        }
    }

    fn note(&mut self) -> &mut usize {
        &mut self.notes
    }

    fn intervention(&mut self) -> &mut usize {
        &mut self.interventions
    }

    fn intervention_of_others(&mut self) -> &mut usize {
        &mut self.interventions_of_others
    }

    fn position(&mut self) -> &mut usize {
        &mut self.positions
    }

    fn statement(&mut self) -> &mut usize {
        &mut self.statements
    }

    /// Whether nothing is prepared although something is needed.
    #[must_use]
    pub fn is_bare(self) -> bool {
        !self.is_settled && self.is_empty()
    }

    /// Whether nothing is prepared. What others said prepares nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.notes + self.interventions + self.positions + self.statements == 0
    }
}

/// The texts of a delegation that can cover a step.
#[derive(Debug, Clone, Copy)]
pub struct PreparedTexts<'a> {
    /// Notes and interventions.
    pub notes: &'a Notebook,
    /// Positions.
    pub positions: &'a Notebook,
    /// Statements.
    pub statements: &'a Notebook,
    /// The own delegation; `None` if it is not known, and then every intervention counts as its own.
    pub own: Option<OwnDelegation<'a>>,
}

impl Board {
    /// What is prepared on each step due at a session, in the order of the report.
    ///
    /// Notes, interventions and statements made for another session do not count; positions count for every session. A
    /// position on an agenda item counts for each step of the item. A statement counts when it is ready or delivered, for the
    /// steps of the positions it uses; if it uses none, for all steps of its agenda item.
    #[must_use]
    pub fn coverage(&self, session: u32, tracker: &Tracker, texts: PreparedTexts<'_>) -> Vec<Preparation> {
        let settled = |row| {
            let status = self.status(row, session, tracker);
            matches!(status, Status::Agreed | Status::Superseded | Status::CarriedOver)
        };
        let steps = self.due_steps(session, tracker);
        let mut covers: Vec<Preparation> = steps.map(|row| Preparation::empty(row, settled(row))).collect();
        let mut places: HashMap<&Address, Vec<usize>> = HashMap::new();
        for (at, cover) in covers.iter().enumerate() {
            places.entry(&self.followup(cover.row).step).or_default().push(at);
        }
        let covers_of = |note: &Note| -> Vec<usize> {
            let anchor = note.anchor.as_ref().filter(|anchor| anchor.symbol == self.report);
            let up = std::iter::successors(anchor.map(|anchor| anchor.address.clone()), Address::parent);
            up.into_iter().find_map(|address| places.get(&address).cloned()).unwrap_or_default()
        };
        let of_position = |note: &Note| match self.agenda_item(note) {
            Some(item) => self.steps_of_item(&covers, item),
            None => covers_of(note),
        };
        let made_for = |note: &&Note| note.session.is_none_or(|made_for| made_for == session);
        let noted = texts.notes.notes().filter(made_for).map(|note| {
            let is_own = || texts.own.is_none_or(|own| own.made(note));
            let count: Count = match &note.delegation {
                None => Preparation::note,
                Some(_) if is_own() => Preparation::intervention,
                Some(_) => Preparation::intervention_of_others,
            };
            (covers_of(note), count)
        });
        let positions =
            texts.positions.notes().map(|note| (of_position(note), Preparation::position as Count));
        let said = texts.statements.notes().filter(made_for).map(|note| {
            let uses = uses(note, texts.positions);
            let covered: BTreeSet<usize> = match (uses, &note.item) {
                (Some(uses), _) if !uses.is_empty() => uses.into_iter().flat_map(of_position).collect(),
                (Some(_), Some(item)) => self.steps_of_item(&covers, item).into_iter().collect(),
                _ => BTreeSet::new(),
            };
            (covered.into_iter().collect(), Preparation::statement as Count)
        });
        let found: Vec<(Vec<usize>, Count)> = noted.chain(positions).chain(said).collect();
        for (places, count) in found {
            places.into_iter().for_each(|at| *count(&mut covers[at]) += 1);
        }
        covers
    }

    /// The steps of an agenda item, as indexes into their covers.
    fn steps_of_item(&self, covers: &[Preparation], item: &Address) -> Vec<usize> {
        let is_below = |row: usize| self.rows[row].item.as_ref().is_some_and(|own| item.covers(own));
        (0..covers.len()).filter(|at| is_below(covers[*at].row)).collect()
    }
}

/// The positions whose words a statement uses; `None` as long as it is a draft.
fn uses<'n>(note: &Note, positions: &'n Notebook) -> Option<Vec<&'n Note>> {
    let statement = Statement::of(note);
    let is_draft = statement.status == StatementStatus::Draft;
    (!is_draft).then(|| statement.uses.iter().filter_map(|id| positions.get(*id)).collect())
}
