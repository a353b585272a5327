//! A process: one working group with its agenda, its sessions and its reports, each fact with its citation.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

use crate::model::{Address, Language, Names, Reference, Symbol};

/// A working group from its creation to its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Process {
    /// Short id, the name of its data file: `oewg-2021-2025`.
    pub id: String,
    /// Its name as delegates call it.
    pub names: Names,
    /// How texts in each language name the body; a language may be missing.
    pub body: BTreeMap<Language, BodyNames>,
    /// The paragraph that quotes the adopted agenda; its items are `item/…` of the same document.
    pub agenda: Reference,
    /// The agenda items in order, with details that are not in the documents.
    pub items: Vec<AgendaLink>,
    /// Its reports, oldest first.
    pub reports: Vec<ReportLink>,
    /// Its sessions and informal meetings in chronological order.
    pub sessions: Vec<Session>,
    /// The known meetings of its programme of work, in chronological order.
    pub meetings: Vec<Meeting>,
    /// The deadlines that the delegate adds, in the order of the calendar.
    pub deadlines: Vec<CalendarDeadline>,
    /// The time zone of the meeting room.
    pub time_zone: Tz,
}

/// How texts in one language name the body of a process. Each list may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BodyNames {
    /// The body as an actor: `Working Group`.
    pub names: Vec<String>,
    /// After an actor or a session: `of the Working Group`.
    pub of: Vec<String>,
    /// As the setting of a discussion: `au sein du Groupe de travail`.
    pub within: Vec<String>,
    /// Before a session or a day: `Working Group’s`.
    pub possessive: Vec<String>,
}

/// An agenda item of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaLink {
    /// The item: `item/5/f`.
    pub item: Address,
    /// A short title for a narrow column, in the languages of the interface.
    pub short: Names,
    /// Other names of its subject, in any language, as programmes of work have them: "Confidence-building measures".
    pub subjects: Vec<String>,
}

/// A report of a process and how its sections belong to the agenda items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLink {
    /// The report.
    pub symbol: Symbol,
    /// Pairs of an agenda item and the heading of its section.
    pub sections: Vec<(Address, Address)>,
    /// Numbers of the substantive sessions at which it asks for discussions.
    pub next_sessions: Vec<u32>,
    /// The passage in which these pairs can be checked; `None` if no document has them.
    pub citation: Option<String>,
}

/// The kind of a deadline in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum DeadlineKind {
    /// The last day for tabling amendments or proposals.
    #[default]
    Tabling,
    /// Another one.
    Other,
}

impl DeadlineKind {
    /// All kinds.
    pub const ALL: [Self; 2] = [Self::Tabling, Self::Other];

    /// The stable name, as in calendars, JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tabling => "tabling",
            Self::Other => "other",
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A deadline that the delegate adds to the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDeadline {
    /// Its kind.
    pub kind: DeadlineKind,
    /// The last day; `None` if it is counted from a session whose dates are unknown.
    pub date: Option<NaiveDate>,
    /// The session it is counted from, or is for.
    pub session: Option<u32>,
    /// The words from which the day was read: "four business days before the fifth session"; empty if a day was given.
    pub words: String,
    /// The document it is for.
    pub document: Option<Symbol>,
    /// What it is for, in a few words.
    pub about: String,
}

/// The kind of a session.
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
    /// Its kind.
    pub kind: SessionKind,
    /// Its number among the substantive sessions.
    pub number: Option<u32>,
    /// First day; `None` if unknown.
    pub from: Option<NaiveDate>,
    /// Last day; `None` if unknown.
    pub to: Option<NaiveDate>,
    /// The year, if only the year is known.
    pub year: Option<i32>,
    /// The place; empty if unknown.
    pub place: Names,
    /// Its subject in a few words; empty for formal sessions.
    pub about: Names,
    /// The passage that the dates come from, as text: `A/77/275:2`; `None` if no document has them.
    pub citation: Option<String>,
    /// The words of that passage that give the dates, in the language of the source.
    pub words: String,
    /// Whether the dates come from the delegate's own calendar instead of a document.
    pub own: bool,
}

impl Session {
    /// The year in which it ends; `None` if unknown.
    #[must_use]
    pub fn last_year(&self) -> Option<i32> {
        self.to.or(self.from).map(|day| day.year()).or(self.year)
    }
}

/// A meeting of a session: a few hours in a room, on a few agenda items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Number of the substantive session it belongs to; `None` for other meetings.
    pub session: Option<u32>,
    /// Its number in that session.
    pub number: Option<u32>,
    /// The day, in the time zone of the room.
    pub date: NaiveDate,
    /// The start, in the time zone of the room; `None` if unknown.
    pub from: Option<NaiveTime>,
    /// The end; `None` if unknown.
    pub to: Option<NaiveTime>,
    /// The agenda items on it: `item/5/f`.
    pub items: Vec<Address>,
    /// Its subject in a few words.
    pub about: String,
}

impl Meeting {
    /// Whether it takes place at a time in the time zone of the room. A meeting without times takes the whole day, one
    /// without an end lasts until the end of the day.
    #[must_use]
    pub fn is_on(&self, moment: NaiveDateTime) -> bool {
        let time = moment.time();
        self.date == moment.date()
            && self.from.is_none_or(|from| from <= time)
            && self.to.is_none_or(|to| time < to)
    }

    /// Whether both are the same meeting: they have the same day and start or, if both have no start, the same number and items.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        if self.date != other.date || self.from != other.from {
            return false;
        }
        self.from.is_some() || (self.number, &self.items) == (other.number, &other.items)
    }
}

impl Process {
    /// The substantive session with this number.
    #[must_use]
    pub fn session(&self, number: u32) -> Option<&Session> {
        self.sessions.iter().find(|session| session.number == Some(number))
    }

    /// The meeting that takes place at a time in the time zone of the room; a meeting with times has priority.
    #[must_use]
    pub fn meeting_on(&self, moment: NaiveDateTime) -> Option<&Meeting> {
        let on = || self.meetings.iter().filter(|meeting| meeting.is_on(moment));
        on().find(|meeting| meeting.from.is_some()).or_else(|| on().next())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(date: &str, from: Option<&str>, to: Option<&str>, number: Option<u32>) -> Meeting {
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
        Meeting {
            session: Some(4),
            number,
            date: date.parse().unwrap(),
            from: from.map(time),
            to: to.map(time),
            items: Vec::new(),
            about: String::new(),
        }
    }

    #[test]
    fn a_meeting_is_on_from_its_beginning_until_its_end() {
        let on = |meeting: &Meeting, moment: &str| meeting.is_on(moment.parse().unwrap());
        let morning = meeting("2023-03-06", Some("10:00"), Some("13:00"), None);
        for (moment, expected) in [
            ("2023-03-06T09:59:59", false),
            ("2023-03-06T10:00:00", true),
            ("2023-03-06T12:59:59", true),
            ("2023-03-06T13:00:00", false),
            ("2023-03-07T10:30:00", false),
        ] {
            assert_eq!(on(&morning, moment), expected, "{moment}");
        }
        assert!(on(&meeting("2023-03-06", Some("15:00"), None, None), "2023-03-06T17:00:00"));
        assert!(on(&meeting("2023-03-06", None, None, None), "2023-03-06T03:00:00"));
    }

    #[test]
    fn the_same_day_and_hour_are_the_same_meeting() {
        let morning = meeting("2023-03-06", Some("10:00"), Some("13:00"), Some(1));
        assert!(morning.is_same(&meeting("2023-03-06", Some("10:00"), None, None)));
        assert!(!morning.is_same(&meeting("2023-03-06", Some("15:00"), None, Some(1))));
        assert!(!morning.is_same(&meeting("2023-03-07", Some("10:00"), None, Some(1))));
        let untimed = meeting("2023-03-06", None, None, Some(1));
        assert!(untimed.is_same(&untimed.clone()));
        assert!(!untimed.is_same(&meeting("2023-03-06", None, None, Some(2))));
    }
}
