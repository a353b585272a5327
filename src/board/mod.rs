//! The tracker's rows: each step and topic of a report, with its sessions and its status.
//!
//! The board joins what a report asks for (`followup`) with the marks that were set (`workspace`). It stores no marks
//! itself: functions that need them take the tracker as an argument.

pub mod basis;
pub mod beside;
pub mod coverage;
pub mod digest;
pub mod due;
pub mod facet;
pub mod gaps;
pub mod lines;
pub mod occurrence;
pub mod overview;
pub mod progress;
mod said;
pub mod statement;

use std::collections::HashMap;
use std::sync::Arc;

use crate::base::text::fold;
use crate::followup::{self, FollowUp, OfDocuments};
use crate::model::{Address, Language, Place, Process, Reference, SessionKind, Shelf, Symbol};
use crate::workspace::{Note, Status, Tracker};

pub use basis::{BasisState, PositionBasis};
pub use beside::Beside;
pub use coverage::{Preparation, PreparedTexts};
pub use digest::{Digest, DigestChoice, DigestOrder, DigestScope};
pub use due::{Due, Warning};
pub use facet::{Facet, FacetKind};
pub use gaps::Gap;
pub use lines::{Filter, Sort, View, ViewLine};
pub use occurrence::{Choice, Occurrence, RowIndex, grouped, occurrences};
pub use overview::{Overview, Placed};
pub use progress::Progress;
pub use said::{SaidCell, SaidChoice, SaidColumn, SaidColumns, SaidRow, SaidStatement, SaidTable};
pub use statement::{Agenda, Composed, Occasion, item_of};

/// A row of the tracker: a step, or one of its topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Index of the follow-up among those of the report.
    pub followup: usize,
    /// Index of the topic among those of the follow-up; `None` for the step as a whole.
    pub topic: Option<usize>,
    /// The label that the tracker stores beside the passage: see [`FollowUp::label`].
    pub key: Option<String>,
    /// Its name for people, the same in every language: `E.2`, `F.2/a`; `8` for an operative paragraph.
    pub label: String,
    /// The agenda item that its section belongs to; `None` if it has none.
    pub item: Option<Address>,
    /// Its text; for a step from the verb on, because all steps begin alike.
    pub words: String,
    /// Its label and whole text, folded for searching.
    folded: String,
}

impl Row {
    /// Whether the row is a step as a whole.
    #[must_use]
    pub fn is_step(&self) -> bool {
        self.topic.is_none()
    }
}

/// What a status can be set for: a step, or one of its topics.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The step.
    pub step: Reference,
    /// The label of the topic; `None` for the step as a whole.
    pub topic: Option<String>,
}

/// The follow-ups of one report as rows: each step, followed by its topics.
#[derive(Debug, Clone)]
pub struct Board {
    /// The report.
    pub report: Symbol,
    /// The follow-ups read from it.
    pub followups: Arc<Vec<FollowUp>>,
    /// The rows in the order of the report; the topics of a step follow it.
    pub rows: Vec<Row>,
    /// The numbers of the substantive sessions, in order: those of the process, and those a step names.
    pub sessions: Vec<u32>,
    /// The sessions at which the report as a whole is to be discussed.
    forward: Vec<u32>,
    /// The step of each follow-up.
    steps: Vec<Reference>,
    /// The row of each step.
    places: HashMap<Address, usize>,
    /// The document that quotes the agenda of the process; `None` if the report has no process.
    agenda: Option<Symbol>,
}

/// The boards of all documents that have follow-ups, in the order of the shelf; of a document held in several languages one,
/// with the words of the language of the reader where they are held.
#[must_use]
pub fn all(shelf: &Shelf, followups: &OfDocuments, processes: &[Process], language: Language) -> Vec<Board> {
    let symbols = shelf.symbols_where(|text| text.may_ask);
    let board = |symbol: &Symbol| {
        let read = followups.get(symbol, language)?;
        Some(Board::new(symbol, Arc::clone(read), followup::owner(processes, symbol)))
    };
    symbols.filter_map(board).collect()
}

impl Board {
    /// The board of a report and of the follow-ups read from it.
    #[must_use]
    pub fn new(report: &Symbol, followups: Arc<Vec<FollowUp>>, process: Option<&Process>) -> Self {
        let mut rows = Vec::new();
        for (at, followup) in followups.iter().enumerate() {
            let item = process.and_then(|process| item(process, report, &followup.step));
            rows.push(step_row(at, followup, item.clone()));
            rows.extend(topic_rows(at, followup, item.as_ref()));
        }
        let substantive = process.into_iter().flat_map(|process| &process.sessions);
        let substantive = substantive.filter(|session| session.kind == SessionKind::Substantive);
        let named = followups.iter().flat_map(|followup| followup.sessions.iter().copied());
        let mut sessions: Vec<u32> = substantive.filter_map(|session| session.number).chain(named).collect();
        sessions.sort_unstable();
        sessions.dedup();
        let link = process.and_then(|process| process.report(report));
        let forward = link.map(|link| link.next_sessions.clone()).unwrap_or_default();
        let steps = rows.iter().enumerate().filter(|(_, row)| row.is_step());
        let places = steps.map(|(at, row)| (followups[row.followup].step.clone(), at)).collect();
        let steps = followups.iter().map(FollowUp::reference).collect();
        let agenda = process.map(|process| process.agenda.symbol.clone());
        Self { report: report.clone(), followups, rows, sessions, forward, steps, places, agenda }
    }

    /// The follow-up of a row.
    #[must_use]
    pub fn followup(&self, row: usize) -> &FollowUp {
        &self.followups[self.rows[row].followup]
    }

    /// What a status of this row is set for.
    #[must_use]
    pub fn subject(&self, row: usize) -> Subject {
        let topic = self.topic(row).map(str::to_owned);
        Subject { step: self.step(row), topic }
    }

    /// The step of a row.
    #[must_use]
    pub fn step(&self, row: usize) -> Reference {
        self.at(row).clone()
    }

    /// The step of a row, without a copy.
    fn at(&self, row: usize) -> &Reference {
        &self.steps[self.rows[row].followup]
    }

    /// The passage of a row: the step, or the sub-paragraph that is the topic.
    #[must_use]
    pub fn passage(&self, row: usize) -> Reference {
        let followup = self.followup(row);
        let topic = self.rows[row].topic.map(|topic| &followup.topics[topic]);
        let address = topic.map_or(&followup.step, |topic| &topic.address).clone();
        Reference { symbol: self.report.clone(), address }
    }

    /// The language of the words of a row.
    #[must_use]
    pub fn language(&self, row: usize) -> Language {
        let followup = self.followup(row);
        self.rows[row].topic.map_or_else(|| followup.language(), |topic| followup.topics[topic].language)
    }

    /// The label that the tracker stores beside the passage of a row; `None` for a step as a whole.
    #[must_use]
    pub fn topic(&self, row: usize) -> Option<&str> {
        self.rows[row].key.as_deref()
    }

    /// The row of a step, or of one of its topics.
    #[must_use]
    pub fn find(&self, step: &Reference, topic: Option<&str>) -> Option<usize> {
        if step.symbol != self.report {
            return None;
        }
        let row = *self.places.get(&step.address)?;
        match topic {
            None => Some(row),
            Some(_) => self.topics(row).find(|below| self.topic(*below) == topic),
        }
    }

    /// Whether the report has a step at an address.
    #[must_use]
    pub fn has_step(&self, address: &Address) -> bool {
        self.places.contains_key(address)
    }

    /// The agenda item a position is on; `None` if it is on another passage, or on an item of another process.
    #[must_use]
    pub fn agenda_item<'a>(&self, position: &'a Note) -> Option<&'a Address> {
        let anchor = position.anchor.as_ref()?;
        let is_item =
            matches!(anchor.address.place, Place::Item(_)) && self.agenda.as_ref() == Some(&anchor.symbol);
        is_item.then_some(&anchor.address)
    }

    /// The row of the step that a topic belongs to; for a step, the row itself.
    #[must_use]
    pub fn parent(&self, row: usize) -> usize {
        self.rows[..=row].iter().rposition(Row::is_step).unwrap_or(row)
    }

    /// The rows of the topics of a step.
    #[must_use]
    pub fn topics(&self, step: usize) -> std::ops::Range<usize> {
        let below = self.rows[step + 1..].iter().take_while(|row| !row.is_step()).count();
        step + 1..step + 1 + below
    }

    /// The status of a row at a session; what nobody has set is derived: see [`Status::derived`].
    #[must_use]
    pub fn status(&self, row: usize, session: u32, tracker: &Tracker) -> Status {
        let set = tracker.of_step(self.at(row));
        let own = |row: usize| set.state(self.topic(row), session).map(|state| state.mark.status);
        if !self.rows[row].is_step() {
            return Status::derived(own(row), own(self.parent(row)), []);
        }
        Status::derived(own(row), None, self.topics(row).map(|topic| own(topic).unwrap_or_default()))
    }
}

fn step_row(at: usize, followup: &FollowUp, item: Option<Address>) -> Row {
    let text = followup.text();
    let words = followup.verb.as_ref().map_or(text, |verb| verb.span.rest_of(text)).to_owned();
    let (label, key) = (label(followup), followup.label(None));
    let folded = fold(&format!("{label} {text}"));
    Row { followup: at, topic: None, key, label, item, words, folded }
}

fn topic_rows<'a>(
    at: usize,
    followup: &'a FollowUp,
    item: Option<&'a Address>,
) -> impl Iterator<Item = Row> + 'a {
    followup.topics.iter().enumerate().map(move |(nth, topic)| {
        let label = format!("{}/{}", label(followup), topic.label);
        let folded = fold(&format!("{label} {}", topic.text));
        let (key, words) = (followup.label(Some(&topic.label)), topic.text.clone());
        Row { followup: at, topic: Some(nth), key, label, item: item.cloned(), words, folded }
    })
}

/// The name of a step for people: `E.2` for the second next step of section E.
fn label(followup: &FollowUp) -> String {
    let request = followup.request.map(|request| format!("#{request}")).unwrap_or_default();
    followup.step.step_name().unwrap_or_else(|| followup.number.clone()) + &request
}

/// The agenda item that the step's section of the report belongs to.
fn item(process: &Process, report: &Symbol, step: &Address) -> Option<Address> {
    let Place::Step(section, _) = &step.place else { return None };
    let link = process.report(report)?;
    let of = |heading: &Address| {
        heading.part == step.part && matches!(&heading.place, Place::Heading(path) if path == section)
    };
    link.sections.iter().find(|(_, heading)| of(heading)).map(|(item, _)| item.clone())
}
