//! The cells of several boards: each step or topic at each session, as lists and exports tell them.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::board::{Board, Facet, Filter, Kind, Sort, View};
use crate::model::{Address, Place, Reference};
use crate::workspace::{Status, Tracker};

/// A step or one of its topics at one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Which board and which row of it; none when no report at hand has the step any more.
    pub place: Option<(usize, usize)>,
    /// The step.
    pub step: Reference,
    /// The label of the topic; none for the step as a whole.
    pub topic: Option<String>,
    /// The substantive session; none for what is due at no session.
    pub session: Option<u32>,
}

/// Which cells one wants, and in which order. Empty sets let everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Only these sessions.
    pub sessions: BTreeSet<u32>,
    /// Only what has come so far at its session.
    pub statuses: BTreeSet<Status>,
    /// Only rows these facets and words hold of; sessions and statuses do not belong here.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Whether each topic has cells of its own, also where nothing was set of it.
    pub topics: bool,
    /// Whether also steps are told that are due at no session.
    pub standing: bool,
}

/// The cells of some boards: what is due in the order of the reports, then what was set beyond that.
#[must_use]
pub fn cells(boards: &[Board], choice: &Choice, tracker: &Tracker) -> Vec<Cell> {
    let orders: Vec<HashMap<usize, usize>> =
        boards.iter().map(|board| order(board, choice, tracker)).collect();
    let mut cells: Vec<Cell> = Vec::new();
    for (at, board) in boards.iter().enumerate() {
        for row in (0..board.rows.len()).filter(|row| board.rows[*row].is_step() || choice.topics) {
            cells.extend(sessions(board, row, choice, tracker).into_iter().map(|session| Cell {
                place: Some((at, row)),
                step: board.step(row),
                topic: board.topic(row).map(str::to_owned),
                session,
            }));
        }
    }
    beyond(boards, tracker, &mut cells);
    cells.retain(|cell| {
        let session = choice.sessions.is_empty()
            || cell.session.is_some_and(|session| choice.sessions.contains(&session));
        let passes = match cell.place {
            Some((board, row)) => orders[board].contains_key(&row),
            None => choice.filter.is_empty(),
        };
        let status =
            || choice.statuses.is_empty() || choice.statuses.contains(&status(boards, cell, tracker));
        session && passes && status()
    });
    match choice.sort {
        Sort::Report => {}
        Sort::Status => cells.sort_by_cached_key(|cell| status(boards, cell, tracker)),
        _ => cells.sort_by_key(|cell| {
            let place = cell.place.and_then(|(board, row)| Some((board, *orders[board].get(&row)?)));
            (place.is_none(), place)
        }),
    }
    cells
}

/// How far a cell has come; what is due at no session is open.
#[must_use]
pub fn status(boards: &[Board], cell: &Cell, tracker: &Tracker) -> Status {
    match (cell.place, cell.session) {
        (Some((board, row)), Some(session)) => boards[board].status(row, session, tracker),
        (None, Some(session)) => tracker.status(&cell.step, cell.topic.as_deref(), session),
        (_, None) => Status::default(),
    }
}

/// The cells under what they share in one respect, in order of that; those that have nothing of the kind last.
#[must_use]
pub fn grouped(
    boards: &[Board],
    cells: &[Cell],
    kind: Kind,
    tracker: &Tracker,
) -> Vec<(Option<Facet>, Vec<Cell>)> {
    let facets = |cell: &Cell| match (kind, cell.place) {
        (Kind::Session, _) => vec![cell.session.map_or(Facet::Standing, Facet::Session)],
        (Kind::Status, _) => vec![Facet::Status(status(boards, cell, tracker))],
        (_, Some((board, row))) => boards[board].facets(row, kind, cell.session, tracker),
        (_, None) => Vec::new(),
    };
    let own: Vec<Vec<Facet>> = cells.iter().map(facets).collect();
    let all: BTreeSet<&Facet> = own.iter().flatten().collect();
    let of = |group: Option<&Facet>| -> Vec<Cell> {
        let belongs = |own: &Vec<Facet>| group.map_or(own.is_empty(), |group| own.contains(group));
        let belonging = cells.iter().zip(&own).filter(|(_, own)| belongs(own));
        belonging.map(|(cell, _)| cell.clone()).collect()
    };
    let groups = all.into_iter().map(Some).chain([None]);
    let found = groups.map(|group| (group.cloned(), of(group)));
    found.filter(|(_, cells)| !cells.is_empty()).collect()
}

/// The rows that pass, each with its place in the order wanted.
fn order(board: &Board, choice: &Choice, tracker: &Tracker) -> HashMap<usize, usize> {
    let view = View {
        filter: choice.filter.clone(),
        sort: if choice.sort == Sort::Status { Sort::Report } else { choice.sort },
        standing: true,
        ..View::default()
    };
    let lines = board.lines(&view, tracker);
    let rows = lines.iter().enumerate().filter_map(|(at, line)| match line {
        crate::board::Line::Row { row, context: false } => Some((*row, at)),
        _ => None,
    });
    rows.collect()
}

/// The sessions a row is due at; none stands for no session at all, where that is wanted. What a resolution asks
/// for is told once something was set of it, or when sessions are asked for.
fn sessions(board: &Board, row: usize, choice: &Choice, tracker: &Tracker) -> Vec<Option<u32>> {
    let step = matches!(board.followup(row).step.place, Place::Step(..));
    if !step && choice.sessions.is_empty() && board.marked(row, tracker).is_empty() {
        return Vec::new();
    }
    let due: Vec<Option<u32>> = board.due(row, tracker).iter().map(|due| Some(due.session)).collect();
    if due.is_empty() && choice.standing && board.marked(row, tracker).is_empty() { vec![None] } else { due }
}

/// Adds what was set of steps and topics for sessions they are not due at.
fn beyond(boards: &[Board], tracker: &Tracker, cells: &mut Vec<Cell>) {
    let mut places: HashMap<(&str, &Address, Option<&str>), (usize, usize)> = HashMap::new();
    for (at, board) in boards.iter().enumerate() {
        for row in 0..board.rows.len() {
            let key = (board.report.as_str(), &board.followup(row).step, board.topic(row));
            places.entry(key).or_insert((at, row));
        }
    }
    let told: HashSet<(Reference, Option<String>, Option<u32>)> =
        cells.iter().map(|cell| (cell.step.clone(), cell.topic.clone(), cell.session)).collect();
    for (step, topic, session) in tracker.tracked() {
        let key = (step.clone(), topic.map(str::to_owned), Some(session));
        if !told.contains(&key) {
            let place = places.get(&(step.symbol.as_str(), &step.address, topic)).copied();
            let (step, topic, session) = key;
            cells.push(Cell { place, step, topic, session });
        }
    }
}
