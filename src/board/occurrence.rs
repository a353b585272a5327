//! Occurrences: each step or topic of several reports at each session, as lists and exports show them.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt;

use crate::board::{Board, Facet, FacetKind, Filter, Sort, View, ViewLine};
use crate::model::{Address, Place, Reference};
use crate::workspace::{Status, Tracker};

/// A step or one of its topics at one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Its row; `None` if no report in the library has the step (any more).
    pub row: Option<RowIndex>,
    /// The step.
    pub step: Reference,
    /// The label of the topic; `None` for the step as a whole.
    pub topic: Option<String>,
    /// The number of the substantive session; `None` if the step or topic is due at no session.
    pub session: Option<u32>,
}

/// A row of one of several boards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowIndex {
    /// Index of the board.
    pub board: usize,
    /// Index of the row in the board.
    pub row: usize,
}

/// Which occurrences to list, and in which order. An empty set allows everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Only those at these sessions.
    pub sessions: BTreeSet<u32>,
    /// Only those that have one of these statuses at their session.
    pub statuses: BTreeSet<Status>,
    /// Only those of rows that match this filter. Its facets must not be sessions or statuses.
    pub filter: Filter,
    /// The order.
    pub sort: Sort,
    /// Whether every topic is listed, even if nobody has set a status for it.
    pub topics: bool,
    /// Whether steps that are due at no session are listed too.
    pub standing: bool,
}

impl Occurrence {
    /// The status at its session; "open" if it is due at no session.
    #[must_use]
    pub fn status(&self, boards: &[Board], tracker: &Tracker) -> Status {
        match (self.row, self.session) {
            (Some(at), Some(session)) => boards[at.board].status(at.row, session, tracker),
            (None, Some(session)) => tracker.status(&self.step, self.topic.as_deref(), session),
            (_, None) => Status::default(),
        }
    }
}

impl fmt::Display for Occurrence {
    /// A stable id of step, topic and session: `A/77/275:annex/F/next/2#a@4`, `A/77/275:annex/E/next/1@standing`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.step)?;
        if let Some(topic) = &self.topic {
            write!(f, "#{topic}")?;
        }
        match self.session {
            Some(session) => write!(f, "@{session}"),
            None => f.write_str("@standing"),
        }
    }
}

/// The chosen occurrences of some boards. Without a sort order: those that are due, in the order of the reports, then
/// those of other sessions for which somebody has set a mark.
#[must_use]
pub fn occurrences(boards: &[Board], choice: &Choice, tracker: &Tracker) -> Vec<Occurrence> {
    let orders: Vec<HashMap<usize, usize>> =
        boards.iter().map(|board| order(board, choice, tracker)).collect();
    let mut found: Vec<Occurrence> = Vec::new();
    for (at, board) in boards.iter().enumerate() {
        for row in (0..board.rows.len()).filter(|row| board.rows[*row].is_step() || choice.topics) {
            found.extend(sessions(board, row, choice, tracker).into_iter().map(|session| Occurrence {
                row: Some(RowIndex { board: at, row }),
                step: board.step(row),
                topic: board.topic(row).map(str::to_owned),
                session,
            }));
        }
    }
    add_unplanned(boards, tracker, &mut found);
    found.retain(|occurrence| {
        let session = choice.sessions.is_empty()
            || occurrence.session.is_some_and(|session| choice.sessions.contains(&session));
        let passes = match occurrence.row {
            Some(at) => orders[at.board].contains_key(&at.row),
            None => choice.filter.is_empty(),
        };
        let status =
            || choice.statuses.is_empty() || choice.statuses.contains(&occurrence.status(boards, tracker));
        session && passes && status()
    });
    match choice.sort {
        Sort::Report => {}
        Sort::Status => found.sort_by_cached_key(|occurrence| occurrence.status(boards, tracker)),
        _ => found.sort_by_key(|occurrence| {
            let place = occurrence.row.and_then(|at| Some((at.board, *orders[at.board].get(&at.row)?)));
            (place.is_none(), place)
        }),
    }
    found
}

/// The occurrences in groups that share a facet of this kind, in the order of the facets; those without such a facet
/// come last. An occurrence with several facets of the kind is in several groups.
#[must_use]
pub fn grouped(
    boards: &[Board],
    occurrences: &[Occurrence],
    kind: FacetKind,
    tracker: &Tracker,
) -> Vec<(Option<Facet>, Vec<Occurrence>)> {
    let facets = |occurrence: &Occurrence| match (kind, occurrence.row) {
        (FacetKind::Session, _) => vec![occurrence.session.map_or(Facet::Standing, Facet::Session)],
        (FacetKind::Status, _) => vec![Facet::Status(occurrence.status(boards, tracker))],
        (_, Some(at)) => boards[at.board].facets(at.row, kind, occurrence.session, tracker),
        (_, None) => Vec::new(),
    };
    let own: Vec<Vec<Facet>> = occurrences.iter().map(facets).collect();
    let all: BTreeSet<&Facet> = own.iter().flatten().collect();
    let members = |group: Option<&Facet>| -> Vec<Occurrence> {
        let belongs = |own: &Vec<Facet>| group.map_or(own.is_empty(), |group| own.contains(group));
        let belonging = occurrences.iter().zip(&own).filter(|(_, own)| belongs(own));
        belonging.map(|(occurrence, _)| occurrence.clone()).collect()
    };
    let groups = all.into_iter().map(Some).chain([None]);
    let found = groups.map(|group| (group.cloned(), members(group)));
    found.filter(|(_, occurrences)| !occurrences.is_empty()).collect()
}

/// The rows that match the filter, each with its position in the requested order.
fn order(board: &Board, choice: &Choice, tracker: &Tracker) -> HashMap<usize, usize> {
    let view = View {
        filter: choice.filter.clone(),
        sort: if choice.sort == Sort::Status { Sort::Report } else { choice.sort },
        standing: true,
        ..View::default()
    };
    let lines = board.lines(&view, tracker);
    let rows = lines.iter().enumerate().filter_map(|(at, line)| match line {
        ViewLine::Row { row, context: false } => Some((*row, at)),
        _ => None,
    });
    rows.collect()
}

/// The sessions to list a row for; `None` is "no session", listed if the choice includes it.
///
/// A request of a resolution is listed only if somebody has set a mark for it, or if sessions are chosen.
fn sessions(board: &Board, row: usize, choice: &Choice, tracker: &Tracker) -> Vec<Option<u32>> {
    let is_step = matches!(board.followup(row).step.place, Place::Step(..));
    if !is_step && choice.sessions.is_empty() && board.marked(row, tracker).is_empty() {
        return Vec::new();
    }
    let due: Vec<Option<u32>> = board.due(row, tracker).iter().map(|due| Some(due.session)).collect();
    if due.is_empty() && choice.standing && board.marked(row, tracker).is_empty() { vec![None] } else { due }
}

/// Adds the steps and topics for which somebody has set a mark at a session they are not due at.
fn add_unplanned(boards: &[Board], tracker: &Tracker, found: &mut Vec<Occurrence>) {
    let mut rows: HashMap<(&str, &Address, Option<&str>), RowIndex> = HashMap::new();
    for (at, board) in boards.iter().enumerate() {
        for row in 0..board.rows.len() {
            let key = (board.report.as_str(), &board.followup(row).step, board.topic(row));
            rows.entry(key).or_insert(RowIndex { board: at, row });
        }
    }
    let known: HashSet<(Reference, Option<String>, Option<u32>)> = found
        .iter()
        .map(|occurrence| (occurrence.step.clone(), occurrence.topic.clone(), occurrence.session))
        .collect();
    for (step, topic, session) in tracker.tracked() {
        let key = (step.clone(), topic.map(str::to_owned), Some(session));
        if !known.contains(&key) {
            let row = rows.get(&(step.symbol.as_str(), &step.address, topic)).copied();
            let (step, topic, session) = key;
            found.push(Occurrence { row, step, topic, session });
        }
    }
}
