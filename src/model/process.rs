//! A process: one working group with its agenda, its sessions and its reports, each fact with its citation.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::model::{Address, Names, Reference, Symbol};

/// A working group from its creation to its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Process {
    /// Short id, the name of its data file: `oewg-2021-2025`.
    pub id: String,
    /// Its name as delegates say it.
    pub names: Names,
    /// The paragraph that quotes the adopted agenda; its items are `item/…` of the same document.
    pub agenda: Reference,
    /// The agenda items in order, with what the documents do not say of them.
    pub items: Vec<AgendaLink>,
    /// Its reports, oldest first.
    pub reports: Vec<ReportLink>,
    /// Its sessions and informal meetings in order of time.
    pub sessions: Vec<Session>,
    /// The clock on the wall of the room.
    pub time_zone: Tz,
}

/// An agenda item of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaLink {
    /// The item: `item/5/f`.
    pub item: Address,
    /// A few words for a narrow column, in the languages of the interface.
    pub short: Names,
}

/// A report of a process and how its sections belong to the agenda items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLink {
    /// The report.
    pub symbol: Symbol,
    /// Agenda item → heading of the section that belongs to it.
    pub sections: Vec<(Address, Address)>,
    /// Numbers of the substantive sessions it asks things to be discussed at.
    pub next_sessions: Vec<u32>,
    /// Where this pairing can be checked.
    pub citation: String,
}

/// What kind of session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SessionKind {
    /// Elects the Chair, adopts the agenda.
    Organizational,
    /// Discusses the substance.
    Substantive,
    /// An informal meeting between sessions.
    Intersessional,
}

impl SessionKind {
    /// The stable name, as in data files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Organizational => "organizational",
            Self::Substantive => "substantive",
            Self::Intersessional => "intersessional",
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Organizational, Self::Substantive, Self::Intersessional]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// A session or an informal meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What kind.
    pub kind: SessionKind,
    /// Its number among the substantive sessions.
    pub number: Option<u32>,
    /// First day, when a document tells it.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The year, when a document tells no more than that.
    pub year: Option<i32>,
    /// Where; empty when no document tells.
    pub place: Names,
    /// What it is about, in a few words; empty for formal sessions.
    pub about: Names,
    /// The passage the dates come from, in its written form: `A/77/275:2`.
    pub citation: String,
    /// The words of that passage which say so, in the language of the source.
    pub words: String,
}

impl Process {
    /// The substantive session with this number.
    #[must_use]
    pub fn session(&self, number: u32) -> Option<&Session> {
        self.sessions.iter().find(|session| session.number == Some(number))
    }

    /// The report with this symbol.
    #[must_use]
    pub fn report(&self, symbol: &Symbol) -> Option<&ReportLink> {
        self.reports.iter().find(|report| report.symbol == *symbol)
    }

    /// Heading of the section of a report that belongs to an agenda item.
    #[must_use]
    pub fn section(&self, report: &Symbol, item: &Address) -> Option<&Address> {
        let report = self.report(report)?;
        report.sections.iter().find(|(of, _)| of == item).map(|(_, section)| section)
    }
}
