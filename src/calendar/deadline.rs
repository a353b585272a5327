//! Relative deadlines: "by the end of January 2023", "no later than its tenth session", solved to a day.

use std::fmt;

use chrono::{Days, Months, NaiveDate};

use crate::calendar::{AssemblySessions, end_of_month};
use crate::model::{Process, Reference};

/// Which end of a session a deadline means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Before it begins: the day before its first day.
    Before,
    /// Its first day.
    Start,
    /// Its last day; also what "no later than its tenth session" means.
    End,
}

impl Edge {
    /// Its part of the names of bases.
    fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Start => "start-of",
            Self::End => "end-of",
        }
    }
}

/// A unit of time a text counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Seven days each.
    Weeks,
    /// Months of the calendar.
    Months,
    /// Years of the calendar.
    Years,
}

impl Unit {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}

/// A stretch of time: "six months", "four weeks".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lapse {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// From where a stretch of time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Onwards from the adoption of the document.
    Adoption,
    /// Back from the first day of the session with this number.
    BeforeSession(u32),
    /// Onwards from the last day of the session with this number.
    AfterSession(u32),
}

/// A deadline as the text puts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relative {
    /// A day the text names.
    Day(NaiveDate),
    /// Before a day the text names: the day before is the last.
    BeforeDay(NaiveDate),
    /// A month, up to its last day.
    Month {
        /// The year.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
    },
    /// A year, up to its last day.
    Year(i32),
    /// A substantive session of the process.
    Session {
        /// Its number.
        number: u32,
        /// Which end of it.
        edge: Edge,
    },
    /// A regular session of the General Assembly.
    Assembly {
        /// Its number.
        number: u32,
        /// Which end of it.
        edge: Edge,
    },
    /// Again and again: every year, every two years.
    Every(Lapse),
    /// Counted from something else.
    Lapse {
        /// How long.
        lapse: Lapse,
        /// From where.
        anchor: Anchor,
    },
}

/// What the day of a deadline is derived from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The text names the day.
    Stated,
    /// The day before the one the text names.
    DayBefore,
    /// The last day of the month the text names.
    EndOfMonth,
    /// The last day of the year the text names.
    EndOfYear,
    /// A session of the process.
    Session {
        /// Its number.
        number: u32,
        /// Which end of it.
        edge: Edge,
        /// The passage that dates the session; none if no document of the library does.
        citation: Option<String>,
        /// Whether the delegate's own calendar dates the session.
        own: bool,
    },
    /// A regular session of the General Assembly, dated by its rules of procedure.
    Assembly {
        /// Its number.
        number: u32,
        /// Which end of it.
        edge: Edge,
    },
    /// It comes again after each such stretch of time; the text names no first day.
    Every(Lapse),
    /// A stretch of time from something else.
    Lapse {
        /// How long.
        lapse: Lapse,
        /// From where.
        anchor: Anchor,
        /// The passage that dates where it is counted from; none if no document of the library does.
        citation: Option<String>,
        /// Whether the delegate's own calendar dates that.
        own: bool,
    },
}

impl fmt::Display for Lapse {
    /// As in names of bases: `6-months`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.count, self.unit.name())
    }
}

impl Lapse {
    fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self.unit {
            Unit::Days => day.checked_add_days(Days::new(self.count.into())),
            Unit::Weeks => day.checked_add_days(Days::new(u64::from(self.count) * 7)),
            Unit::Months => day.checked_add_months(Months::new(self.count)),
            Unit::Years => day.checked_add_months(Months::new(self.count.checked_mul(12)?)),
        }
    }

    /// The day that lies so far before another one.
    #[must_use]
    pub fn before(self, day: NaiveDate) -> Option<NaiveDate> {
        match self.unit {
            Unit::Days => day.checked_sub_days(Days::new(self.count.into())),
            Unit::Weeks => day.checked_sub_days(Days::new(u64::from(self.count) * 7)),
            Unit::Months => day.checked_sub_months(Months::new(self.count)),
            Unit::Years => day.checked_sub_months(Months::new(self.count.checked_mul(12)?)),
        }
    }
}

impl Basis {
    /// The stable name, as in JSON: `stated`, `end-of-month`, `start-of-session-4`, `6-months-after-adoption`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Stated => "stated".to_owned(),
            Self::DayBefore => "day-before".to_owned(),
            Self::EndOfMonth => "end-of-month".to_owned(),
            Self::EndOfYear => "end-of-year".to_owned(),
            Self::Session { number, edge, .. } => format!("{}-session-{number}", edge.name()),
            Self::Assembly { number, edge } => format!("{}-assembly-session-{number}", edge.name()),
            Self::Every(lapse) => format!("every-{lapse}"),
            Self::Lapse { lapse, anchor, .. } => match anchor {
                Anchor::Adoption => format!("{lapse}-after-adoption"),
                Anchor::BeforeSession(number) => format!("{lapse}-before-session-{number}"),
                Anchor::AfterSession(number) => format!("{lapse}-after-session-{number}"),
            },
        }
    }

    /// The id of the message that says it, with the ordinal of the session as `ordinal` where there is one.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Stated => "basis-stated",
            Self::DayBefore => "basis-day-before",
            Self::EndOfMonth => "basis-end-of-month",
            Self::EndOfYear => "basis-end-of-year",
            Self::Session { edge: Edge::Before, .. } => "basis-before-session",
            Self::Session { edge: Edge::Start, .. } => "basis-start-of-session",
            Self::Session { edge: Edge::End, .. } => "basis-end-of-session",
            Self::Assembly { edge: Edge::Before, .. } => "basis-before-assembly",
            Self::Assembly { edge: Edge::Start, .. } => "basis-start-of-assembly",
            Self::Assembly { edge: Edge::End, .. } => "basis-end-of-assembly",
            Self::Every(_) => "basis-every",
            Self::Lapse { anchor: Anchor::Adoption, .. } => "basis-after-adoption",
            Self::Lapse { anchor: Anchor::BeforeSession(_), .. } => "basis-counted-before-session",
            Self::Lapse { anchor: Anchor::AfterSession(_), .. } => "basis-counted-after-session",
        }
    }

    /// The number of the session it rests on.
    #[must_use]
    pub fn session(&self) -> Option<u32> {
        match self {
            Self::Session { number, .. } => Some(*number),
            Self::Lapse { anchor: Anchor::BeforeSession(number) | Anchor::AfterSession(number), .. } => {
                Some(*number)
            }
            Self::Lapse { anchor: Anchor::Adoption, .. } => None,
            Self::Stated | Self::DayBefore | Self::EndOfMonth | Self::EndOfYear => None,
            Self::Assembly { .. } | Self::Every(_) => None,
        }
    }

    /// The number of the session that its message names, of the process or of the General Assembly.
    #[must_use]
    pub fn named_session(&self) -> Option<u32> {
        match self {
            Self::Assembly { number, .. } => Some(*number),
            _ => self.session(),
        }
    }

    /// Whether it rests on a date of the delegate's own calendar.
    #[must_use]
    pub fn is_own(&self) -> bool {
        matches!(self, Self::Session { own: true, .. } | Self::Lapse { own: true, .. })
    }

    /// The passage that dates the session it rests on, in its written form.
    #[must_use]
    pub fn citation(&self) -> Option<&str> {
        match self {
            Self::Session { citation, .. } | Self::Lapse { citation, .. } => citation.as_deref(),
            Self::Stated | Self::DayBefore | Self::EndOfMonth | Self::EndOfYear => None,
            Self::Assembly { .. } | Self::Every(_) => None,
        }
    }
}

/// What is needed to find the day of a deadline.
#[derive(Debug, Clone, Default)]
pub struct Calendar<'a> {
    /// The process whose sessions are meant, if the document belongs to one.
    pub process: Option<&'a Process>,
    /// The day the document was adopted, with the passage that names it.
    pub adoption: Option<(NaiveDate, Reference)>,
}

impl Relative {
    /// Whether it is counted from the adoption of its document.
    #[must_use]
    pub fn counts_from_adoption(self) -> bool {
        matches!(self, Self::Lapse { anchor: Anchor::Adoption, .. })
    }
}

/// The day of a deadline and what it is derived from; no day if the dates of the session are unknown.
#[must_use]
pub fn solve(deadline: Relative, calendar: &Calendar<'_>) -> (Option<NaiveDate>, Basis) {
    let process = calendar.process;
    match deadline {
        Relative::Day(date) => (Some(date), Basis::Stated),
        Relative::BeforeDay(date) => (date.pred_opt(), Basis::DayBefore),
        Relative::Month { year, month } => (end_of_month(year, month), Basis::EndOfMonth),
        Relative::Year(year) => (NaiveDate::from_ymd_opt(year, 12, 31), Basis::EndOfYear),
        Relative::Session { number, edge } => {
            let session = process.and_then(|process| process.session(number));
            let date = session.and_then(|session| match edge {
                Edge::Before => session.from.and_then(|from| from.checked_sub_days(Days::new(1))),
                Edge::Start => session.from,
                Edge::End => session.to.or(session.from),
            });
            let dating = session.filter(|_| date.is_some());
            let citation = dating.and_then(|session| session.citation.clone());
            (date, Basis::Session { number, edge, citation, own: dating.is_some_and(|session| session.own) })
        }
        Relative::Assembly { number, edge } => {
            let sessions = AssemblySessions::bundled();
            let date = match edge {
                Edge::Before => sessions.opening(number).and_then(|day| day.pred_opt()),
                Edge::Start => sessions.opening(number),
                Edge::End => sessions.closing(number),
            };
            (date, Basis::Assembly { number, edge })
        }
        Relative::Every(lapse) => (None, Basis::Every(lapse)),
        Relative::Lapse { lapse, anchor } => {
            let (Anchor::BeforeSession(number) | Anchor::AfterSession(number)) = anchor else {
                let adopted = calendar.adoption.as_ref();
                let date = adopted.and_then(|(day, _)| lapse.after(*day));
                let citation = adopted.filter(|_| date.is_some()).map(|(_, passage)| passage.to_string());
                return (date, Basis::Lapse { lapse, anchor, citation, own: false });
            };
            let session = process.and_then(|process| process.session(number));
            let date = session.and_then(|session| match anchor {
                Anchor::BeforeSession(_) => lapse.before(session.from?),
                _ => lapse.after(session.to.or(session.from)?),
            });
            let dating = session.filter(|_| date.is_some());
            let citation = dating.and_then(|session| session.citation.clone());
            (date, Basis::Lapse { lapse, anchor, citation, own: dating.is_some_and(|session| session.own) })
        }
    }
}
