//! Relative deadlines: "by the end of January 2023", "no later than its tenth session", solved to a day.

use chrono::{Days, NaiveDate};

use crate::calendar::end_of_month;
use crate::model::Process;

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

/// A deadline as the text puts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relative {
    /// A day the text names.
    Day(NaiveDate),
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
}

/// On what a solved deadline rests.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The text names the day.
    Stated,
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
        /// The passage that dates the session; none when no document at hand does.
        citation: Option<String>,
        /// Whether the delegate's own calendar dates the session.
        own: bool,
    },
}

impl Basis {
    /// The stable name, as in JSON: `stated`, `end-of-month`, `start-of-session-4`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Stated => "stated".to_owned(),
            Self::EndOfMonth => "end-of-month".to_owned(),
            Self::EndOfYear => "end-of-year".to_owned(),
            Self::Session { number, edge, .. } => {
                let edge = match edge {
                    Edge::Before => "before",
                    Edge::Start => "start-of",
                    Edge::End => "end-of",
                };
                format!("{edge}-session-{number}")
            }
        }
    }

    /// The id of the message that says it, with the ordinal of the session as `ordinal` where there is one.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Stated => "basis-stated",
            Self::EndOfMonth => "basis-end-of-month",
            Self::EndOfYear => "basis-end-of-year",
            Self::Session { edge: Edge::Before, .. } => "basis-before-session",
            Self::Session { edge: Edge::Start, .. } => "basis-start-of-session",
            Self::Session { edge: Edge::End, .. } => "basis-end-of-session",
        }
    }

    /// The number of the session it rests on.
    #[must_use]
    pub fn session(&self) -> Option<u32> {
        match self {
            Self::Session { number, .. } => Some(*number),
            Self::Stated | Self::EndOfMonth | Self::EndOfYear => None,
        }
    }

    /// Whether it rests on a date of the delegate's own calendar.
    #[must_use]
    pub fn is_own(&self) -> bool {
        matches!(self, Self::Session { own: true, .. })
    }

    /// The passage that dates the session it rests on, in its written form.
    #[must_use]
    pub fn citation(&self) -> Option<&str> {
        match self {
            Self::Session { citation, .. } => citation.as_deref(),
            Self::Stated | Self::EndOfMonth | Self::EndOfYear => None,
        }
    }
}

/// The day a deadline falls on and on what that rests; no day when the process does not know the session's dates.
#[must_use]
pub fn solve(deadline: Relative, process: Option<&Process>) -> (Option<NaiveDate>, Basis) {
    match deadline {
        Relative::Day(date) => (Some(date), Basis::Stated),
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
    }
}
