//! The board: the steps of the first progress report with the statuses and notes of a delegation.

mod coverage;
mod due;
mod views;

use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta};
use plenary::base::Now;
use plenary::board::{Board, View, ViewLine};
use plenary::followup::{self, FollowUpVocabulary};
use plenary::language::Languages;
use plenary::model::{Language, Reference, Shelf};
use plenary::store::{bundled, process};
use plenary::workspace::{Act, ActTarget, Mark, Note, Notebook, Status, Tracker};

/// The board of the bundled report.
fn board() -> Board {
    let shelf = Shelf::new(bundled::documents());
    let processes = process::processes();
    let symbol = "A/77/275".parse().expect("a symbol");
    let process = processes.iter().find(|process| process.report(&symbol).is_some());
    let document = shelf.get(&symbol, Language::FR).expect("the report is bundled");
    let followups =
        followup::read(document, process, &FollowUpVocabulary::new(Languages::bundled(), &processes));
    Board::new(&document.symbol, Arc::new(followups), process)
}

/// A delegation with the bundled report, its tracker and its notes.
struct Delegation {
    board: Board,
    tracker: Tracker,
    notebook: Notebook,
    positions: Notebook,
    statements: Notebook,
    acts: Vec<Act>,
}

impl Delegation {
    fn new() -> Self {
        static BOARD: LazyLock<Board> = LazyLock::new(board);
        Self {
            board: BOARD.clone(),
            tracker: Tracker::default(),
            notebook: Notebook::default(),
            positions: Notebook::default(),
            statements: Notebook::default(),
            acts: Vec::new(),
        }
    }

    fn now(&self) -> Now {
        let instant = DateTime::parse_from_rfc3339("2023-03-06T10:00:00-05:00").expect("a moment");
        let nth = self.acts.len() + self.notebook.len() + self.positions.len();
        Now::new(instant + TimeDelta::seconds(nth.try_into().expect("a small number")), [1; 10]).nth(nth)
    }

    /// The row with the label `E.2` or `F.2/a`.
    fn row(&self, label: &str) -> usize {
        let found = self.board.rows.iter().position(|row| row.label == label);
        found.unwrap_or_else(|| panic!("no row {label}"))
    }

    fn set(&mut self, label: &str, session: u32, mark: impl Into<Mark>) {
        let subject = self.board.subject(self.row(label));
        let cell = ActTarget { step: &subject.step, topic: subject.topic.as_deref(), session };
        let act = self.tracker.set(cell, mark, "roy", &self.now());
        self.acts.push(act.clone());
        self.tracker.add(act);
    }

    fn status(&self, label: &str, session: u32) -> Status {
        self.board.status(self.row(label), session, &self.tracker)
    }

    fn note(&mut self, anchor: &str, session: Option<u32>, delegation: Option<&str>) {
        let anchor: Reference = anchor.parse().expect("a passage");
        let note = Note::new(&self.now(), "roy", "text");
        let delegation = delegation.map(str::to_owned);
        self.notebook.add(Note { anchor: Some(anchor), session, delegation, ..note });
    }

    /// The lines in short form: `Session(4)`, `E.2`, `a`; a step shown only as context is in brackets.
    fn lines(&self, view: &View) -> Vec<String> {
        let lines = self.board.lines(view, &self.tracker);
        let written = lines.iter().map(|line| match line {
            ViewLine::Group(facet) => format!("{facet:?}"),
            ViewLine::Row { row, context: true } => format!("({})", self.board.rows[*row].label),
            ViewLine::Row { row, .. } => self.board.rows[*row].label.clone(),
        });
        written.collect()
    }
}
