//! Exports parsed with libraries that share no code with the writers, and compared with the board.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod amendments;
mod calendar;
mod prose;
mod tables;
mod word;

use std::sync::Arc;

use chrono::DateTime;
use plenary::base::Now;
use plenary::board::{Board, Choice};
use plenary::export::tracker::Work;
use plenary::export::{self, Report};
use plenary::followup::{self, FollowUpVocabulary};
use plenary::language::Languages;
use plenary::locale::Locale;
use plenary::model::{Delegations, Language, Process, Shelf};
use plenary::store::{bundled, process};
use plenary::workspace::{ActTarget, Mark, Note, Notebook, Release, Status, Tracker};

/// A delegation with the bundled report, its statuses and its notes.
pub struct Delegation {
    pub process: Process,
    pub boards: Vec<Board>,
    pub tracker: Tracker,
    pub notebook: Notebook,
    pub positions: Notebook,
    pub release: Release,
    acts: usize,
}

impl Delegation {
    /// Two statuses and two notes: one text looks like a formula, the other has every character with a special meaning in
    /// one of the formats.
    pub fn new() -> Self {
        let shelf = Shelf::new(bundled::documents());
        let symbol = "A/77/275".parse().unwrap();
        let processes = process::processes();
        let vocabulary = FollowUpVocabulary::new(Languages::bundled(), &processes);
        let process = processes.into_iter().find(|process| process.report(&symbol).is_some()).unwrap();
        let document = shelf.get(&symbol, Language::FR).unwrap();
        let followups = followup::read(document, Some(&process), &vocabulary);
        let board = Board::new(&document.symbol, Arc::new(followups), Some(&process));
        let mut made = Self {
            process,
            boards: vec![board],
            tracker: Tracker::default(),
            notebook: Notebook::default(),
            positions: Notebook::default(),
            release: Release::default(),
            acts: 0,
        };
        let evidence = "A/RES/78/237:op/4".parse().ok().map(std::sync::Arc::new);
        let remark = Some("+ capacités d’abord".to_owned());
        let meeting = Some("3".to_owned());
        made.set("E.2", 4, Mark { status: Status::Agreed, remark, evidence, meeting, ..Mark::default() });
        let remark = Some("a \"b\", c; d\ne \\ *f* <g> | 'h'".to_owned());
        made.set("F.2/a", 5, Mark { status: Status::Raised, remark, ..Mark::default() });
        let anchor = "A/77/275:annex/E/next/2".parse().ok();
        let note = Note::new(&made.now(), "roy", "words");
        made.notebook.add(Note { anchor: anchor.clone(), session: Some(4), ..note });
        for (delegation, stance) in [("CAN", "supports"), ("FRA", "opposes"), ("CAN", "supports")] {
            let mut said = Note::new(&made.now(), "roy", "said");
            (said.anchor, said.session, said.delegation) =
                (anchor.clone(), Some(4), Some(delegation.to_owned()));
            said.extra.insert("stance".to_owned(), stance.into());
            made.notebook.add(said);
        }
        made
    }

    fn now(&mut self) -> Now {
        self.acts += 1;
        let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
        Now::new(instant, [1; 10]).nth(self.acts)
    }

    /// Sets the status of the row with a label such as `E.2`.
    pub fn set(&mut self, label: &str, session: u32, mark: impl Into<Mark>) {
        let now = self.now();
        let row = self.boards[0].rows.iter().position(|row| row.label == label).unwrap();
        let subject = self.boards[0].subject(row);
        let cell = ActTarget { step: &subject.step, topic: subject.topic.as_deref(), session };
        let act = self.tracker.set(cell, mark, "roy", &now);
        self.tracker.add(act);
    }

    /// The whole tracker as a report.
    pub fn report(&self, language: Language) -> Report {
        let choice = Choice { topics: true, standing: true, ..Choice::default() };
        let work = Work {
            tracker: &self.tracker,
            notebook: &self.notebook,
            positions: &self.positions,
            delegations: &Delegations::bundled(),
            release: self.release,
        };
        export::tracker(&self.boards, &choice, work, &Locale::new(language))
    }
}
