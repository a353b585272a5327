//! The position of a process on a day: in which session, or between which two.

use chrono::{Datelike, NaiveDate};

use crate::calendar::working_days;
use crate::model::{Process, Session, SessionKind};

/// The position of a process on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// In a session or an informal meeting.
    During {
        /// The one that is on; a formal session before an informal meeting on the same day.
        session: &'a Session,
        /// Which of its working days it is, counted from 1.
        day: u32,
        /// How many working days it has.
        of: u32,
    },
    /// Between formal sessions.
    Between {
        /// The formal session before, with its dates.
        last: Option<&'a Session>,
        /// The formal session after; it may have no dates yet.
        next: Option<&'a Session>,
        /// Calendar days until `next` begins, when its first day is known.
        days_until: Option<u32>,
    },
    /// No document gives the dates of any formal session.
    NoDates,
}

/// The position of the process on a day.
#[must_use]
pub fn standing(process: &Process, today: NaiveDate) -> Standing<'_> {
    if let Some(session) = session_on(process, today)
        && let (Some(from), Some(to)) = (session.from, last_day(session))
    {
        let (day, of) = (working_days(from, today), working_days(from, to));
        return Standing::During { session, day: day.max(1), of: of.max(1) };
    }
    if !formal(process).any(|session| session.from.is_some()) {
        return Standing::NoDates;
    }
    let next = next_formal(process, today);
    let days_until =
        next.and_then(|session| session.from).and_then(|from| u32::try_from((from - today).num_days()).ok());
    Standing::Between { last: last_formal(process, today), next, days_until }
}

/// The session or meeting that is on; a formal session before an informal meeting on the same day.
#[must_use]
pub fn session_on(process: &Process, date: NaiveDate) -> Option<&Session> {
    let on = |session: &&Session| {
        session.from.is_some_and(|from| from <= date) && last_day(session).is_some_and(|to| date <= to)
    };
    formal(process).find(on).or_else(|| process.sessions.iter().find(on))
}

/// The next substantive session that begins after the day and whose first day is known.
#[must_use]
pub fn next_substantive(process: &Process, date: NaiveDate) -> Option<&Session> {
    process
        .sessions
        .iter()
        .filter(|session| session.kind == SessionKind::Substantive)
        .filter(|session| session.from.is_some_and(|from| from > date))
        .min_by_key(|session| session.from)
}

/// The number of the substantive session one works for: the one that is on, else the next with a known
/// first day, else the last that had one.
#[must_use]
pub fn default_session(process: &Process, today: NaiveDate) -> Option<u32> {
    let on = session_on(process, today).and_then(|session| session.number);
    let dated = process.sessions.iter().filter(|session| session.number.is_some() && session.from.is_some());
    on.or_else(|| next_substantive(process, today).and_then(|session| session.number))
        .or_else(|| dated.max_by_key(|session| session.from).and_then(|session| session.number))
}

/// The first day of the process that a document names.
#[must_use]
pub fn first_day(process: &Process) -> Option<NaiveDate> {
    process.sessions.iter().filter_map(|session| session.from).min()
}

/// Whether the day is between the first and the last session with dates in a document.
#[must_use]
pub fn at_work(process: &Process, today: NaiveDate) -> bool {
    let last_year = process.sessions.iter().filter_map(|session| session.year).max();
    let last = process.sessions.iter().filter_map(last_day).max();
    let begun = first_day(process).is_some_and(|first| first <= today);
    begun && (last.is_some_and(|last| today <= last) || last_year.is_some_and(|year| today.year() <= year))
}

fn formal(process: &Process) -> impl Iterator<Item = &Session> {
    process.sessions.iter().filter(|session| session.kind != SessionKind::Intersessional)
}

/// The last day of a session; a session of which only the first day is known lasts that day.
fn last_day(session: &Session) -> Option<NaiveDate> {
    session.to.or(session.from)
}

fn last_formal(process: &Process, today: NaiveDate) -> Option<&Session> {
    formal(process)
        .filter(|session| last_day(session).is_some_and(|to| to < today))
        .max_by_key(|session| session.from)
}

/// The first dated session to come, or the first undated one that no later session shows to be over.
fn next_formal(process: &Process, today: NaiveDate) -> Option<&Session> {
    let over = |session: &Session| match (last_day(session), session.year) {
        (Some(to), _) => to < today,
        (None, Some(year)) => year < today.year(),
        (None, None) => false,
    };
    let sessions: Vec<&Session> = formal(process).collect();
    let first = sessions.iter().rposition(|session| over(session)).map_or(0, |at| at + 1);
    sessions.get(first).copied()
}
