//! The tracker as a report: a sheet for each session and one for what is due at none, a row for each step and topic.

use std::collections::{BTreeSet, HashMap};

use crate::board::cells::{self, Cell as Due};
use crate::board::{Board, Choice};
use crate::calendar::Basis;
use crate::cite;
use crate::export::{Cell, Column, Place, Report, Row, Sheet, said};
use crate::locale::{Locale, dates};
use crate::model::{Address, Reference};
use crate::workspace::{Notebook, State, Tracker};

/// What a delegation made.
#[derive(Debug, Clone, Copy)]
pub struct Made<'a> {
    /// What was set.
    pub tracker: &'a Tracker,
    /// Notes and interventions.
    pub notebook: &'a Notebook,
    /// Positions.
    pub positions: &'a Notebook,
}

/// The columns: stable name, width in a workbook, place in a document.
const COLUMNS: [(&str, u16, Place); 29] = [
    ("id", 30, Place::Table),
    ("label", 9, Place::Name),
    ("step", 28, Place::Table),
    ("topic", 7, Place::Table),
    ("section", 9, Place::Table),
    ("item", 9, Place::Table),
    ("words", 60, Place::Head),
    ("actor", 24, Place::Table),
    ("actors", 16, Place::Table),
    ("verb", 18, Place::Table),
    ("force", 14, Place::Table),
    ("voluntary", 11, Place::Table),
    ("session", 9, Place::Table),
    ("status", 13, Place::Detail),
    ("who", 18, Place::Detail),
    ("when", 17, Place::Detail),
    ("meeting", 10, Place::Detail),
    ("remark", 40, Place::Detail),
    ("evidence", 30, Place::Detail),
    ("deadline", 30, Place::Detail),
    ("date", 12, Place::Detail),
    ("basis", 18, Place::Table),
    ("dated-by", 18, Place::Table),
    ("cites", 40, Place::Detail),
    ("notes", 8, Place::Table),
    ("interventions", 8, Place::Table),
    ("positions", 8, Place::Table),
    ("report", 16, Place::Table),
    ("act", 28, Place::Table),
];

/// The report. The rows of a sheet stand in the order of the choice, that of the reports if none is asked for.
#[must_use]
pub fn tracker(boards: &[Board], choice: &Choice, made: Made<'_>, locale: &Locale) -> Report {
    let cells = cells::cells(boards, choice, made.tracker);
    let counts: Vec<Counts> = boards.iter().map(|board| Counts::of(board, made)).collect();
    let telling = Telling { boards, made, locale, counts };
    let sessions: BTreeSet<Option<u32>> = cells.iter().map(|cell| cell.session).collect();
    // What is due at no session comes last.
    let (standing, dated): (Vec<_>, Vec<_>) = sessions.into_iter().partition(Option::is_none);
    let sheets = dated.into_iter().chain(standing).map(|session| Sheet {
        name: session.map_or_else(|| "standing".to_owned(), |session| format!("session-{session}")),
        title: match session {
            Some(session) => {
                let ordinal = dates::ordinal(locale, session);
                locale.say_with("session", &[("ordinal", (&ordinal).into())])
            }
            None => locale.say("export-standing"),
        },
        rows: cells.iter().filter(|cell| cell.session == session).map(|cell| telling.row(cell)).collect(),
    });
    let columns = COLUMNS.map(|(name, width, place)| Column {
        name,
        title: locale.say(&format!("export-column-{name}")),
        width,
        place,
    });
    Report {
        kind: "tracker",
        title: locale.say("export-tracker-title"),
        language: locale.language().to_string(),
        colon: locale.say("export-colon"),
        columns: columns.to_vec(),
        sheets: sheets.collect(),
    }
}

/// The notes on each step or topic, by the session they were made for.
#[derive(Default)]
struct Counts {
    /// For each passage: the session, and which of notes, interventions and positions.
    at: HashMap<Address, Vec<(Option<u32>, usize)>>,
}

impl Counts {
    fn of(board: &Board, made: Made<'_>) -> Self {
        let passages: BTreeSet<Address> =
            (0..board.rows.len()).map(|row| board.passage(row).address).collect();
        let mut counts = Self::default();
        let notes = made.notebook.notes().map(|note| (note, usize::from(note.delegation.is_some())));
        for (note, kind) in notes.chain(made.positions.notes().map(|note| (note, 2))) {
            let Some(anchor) = note.anchor.as_ref().filter(|anchor| anchor.symbol == board.report) else {
                continue;
            };
            let session = note.session.filter(|_| kind != 2);
            for address in std::iter::successors(Some(anchor.address.clone()), Address::parent) {
                if passages.contains(&address) {
                    counts.at.entry(address).or_default().push((session, kind));
                }
            }
        }
        counts
    }

    /// How many notes, interventions and positions there are on a passage for a session.
    fn count(&self, passage: &Address, session: Option<u32>) -> [u32; 3] {
        let mut counted = [0; 3];
        for (made_for, kind) in self.at.get(passage).into_iter().flatten() {
            if made_for.is_none() || session.is_none() || *made_for == session {
                counted[*kind] += 1;
            }
        }
        counted
    }
}

struct Telling<'a> {
    boards: &'a [Board],
    made: Made<'a>,
    locale: &'a Locale,
    counts: Vec<Counts>,
}

impl Telling<'_> {
    fn row(&self, due: &Due) -> Row {
        let id = id(due);
        let mut found: HashMap<&str, Cell> = HashMap::new();
        found.insert("id", Cell::Text(id.clone()));
        self.place(due, &mut found);
        if let Some((board, row)) = due.place {
            self.asked(board, row, due, &mut found);
        }
        self.become_of(due, &mut found);
        let cells = COLUMNS.iter().map(|(name, ..)| found.remove(name).unwrap_or(Cell::Empty));
        Row { id, cells: cells.collect() }
    }

    fn named(&self, family: &str, name: &str) -> Cell {
        Cell::Named { name: name.to_owned(), said: self.locale.say(&format!("{family}-{name}")) }
    }

    fn rests_on(&self, basis: &Basis) -> Cell {
        Cell::Named { name: basis.name(), said: said::rests_on(self.locale, basis) }
    }

    fn link(&self, reference: &Reference) -> Cell {
        let address = reference.symbol.official_address(self.locale.language());
        Cell::Link { text: reference.to_string(), address }
    }

    /// Which step it is, and when it is due.
    fn place(&self, due: &Due, found: &mut HashMap<&str, Cell>) {
        found.insert("step", self.link(&due.step));
        found.insert("topic", Cell::text(due.topic.as_deref()));
        found.insert("report", Cell::Text(due.step.symbol.to_string()));
        found.insert("session", due.session.map_or(Cell::Empty, Cell::Number));
    }

    /// What the report asks.
    fn asked(&self, board: usize, row: usize, due: &Due, found: &mut HashMap<&str, Cell>) {
        let counts = &self.counts[board];
        let board = &self.boards[board];
        let (followup, line) = (board.followup(row), &board.rows[row]);
        found.insert("label", Cell::Text(line.label.clone()));
        found.insert("section", Cell::text(Some(&followup.section.join("."))));
        if let Some(item) = &line.item {
            let said = cite::number(item, self.locale.language());
            found.insert("item", Cell::Named { name: item.to_string(), said });
        }
        found.insert("words", Cell::text(Some(&line.words)));
        let actors: Vec<&str> = followup.actors.iter().map(|actor| actor.text.as_str()).collect();
        found.insert("actor", Cell::text(Some(&actors.join(", "))));
        let mut kinds: Vec<&str> = followup.actors.iter().map(|actor| actor.kind.name()).collect();
        kinds.dedup();
        if !kinds.is_empty() {
            let said: Vec<String> =
                kinds.iter().map(|kind| self.locale.say(&format!("actor-{kind}"))).collect();
            found.insert("actors", Cell::Named { name: kinds.join(", "), said: said.join(", ") });
        }
        found.insert("verb", Cell::text(followup.verb.as_ref().map(|verb| verb.text.as_str())));
        found.insert("force", followup.force.map_or(Cell::Empty, |force| self.named("force", force.name())));
        let voluntary = if followup.voluntary.is_some() { "yes" } else { "no" };
        found.insert("voluntary", self.named("export", voluntary));
        if let Some(deadline) = &followup.deadline {
            found.insert("deadline", Cell::text(Some(&deadline.text)));
            found.insert("date", deadline.date.map_or(Cell::Empty, Cell::Date));
            let basis = deadline.basis.as_ref();
            found.insert("basis", basis.map_or(Cell::Empty, |basis| self.rests_on(basis)));
            found.insert("dated-by", Cell::text(basis.and_then(Basis::citation)));
        }
        let cites: Vec<&str> = followup.cites.iter().map(|cited| cited.text.as_str()).collect();
        if !cites.is_empty() {
            let said = cites.join(&self.locale.say("list-separator"));
            found.insert("cites", Cell::Named { name: cites.join("; "), said });
        }
        let passage = board.passage(row).address;
        // A topic that is no passage of its own has no notes of its own either.
        if line.is_step() || passage != followup.step {
            let [notes, interventions, positions] = counts.count(&passage, due.session);
            found.insert("notes", Cell::Number(notes));
            found.insert("interventions", Cell::Number(interventions));
            found.insert("positions", Cell::Number(positions));
        }
    }

    /// What became of it.
    fn become_of(&self, due: &Due, found: &mut HashMap<&str, Cell>) {
        let Some(session) = due.session else { return };
        let status = cells::status(self.boards, due, self.made.tracker);
        found.insert("status", self.named("status", status.name()));
        let state: Option<&State> = self.made.tracker.state(&due.step, due.topic.as_deref(), session);
        let Some(state) = state else { return };
        found.insert("who", Cell::text(Some(&state.author)));
        found.insert("when", Cell::Moment(state.at));
        found.insert("meeting", Cell::text(state.mark.meeting.as_deref()));
        found.insert("remark", Cell::text(state.mark.remark.as_deref()));
        found.insert(
            "evidence",
            state.mark.evidence.as_ref().map_or(Cell::Empty, |passage| self.link(passage)),
        );
        found.insert("act", Cell::Text(state.act.to_string()));
    }
}

/// `A/77/275:annex/F/next/2#a@4`: step, topic and session, and nothing that changes with them.
fn id(due: &Due) -> String {
    let topic = due.topic.as_ref().map_or_else(String::new, |topic| format!("#{topic}"));
    let session = due.session.map_or_else(|| "standing".to_owned(), |session| session.to_string());
    format!("{}{topic}@{session}", due.step)
}
