//! Sessions, meetings and deadlines of a process in order of time.

use chrono::{NaiveDate, NaiveTime};

use crate::calendar::Basis;
use crate::followup::{Deadline, OfDocuments};
use crate::model::{Language, Process, Reference, SessionKind};

/// What is on the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A session or informal meeting, by its place among the sessions of the process.
    Session(usize),
    /// A meeting, by its place among the meetings of the process.
    Meeting(usize),
    /// A deadline of the delegate's calendar, by its place among the deadlines of the process.
    Own(usize),
    /// A deadline of a next step.
    Deadline {
        /// The step.
        step: Reference,
        /// The deadline, in the words of the text that was read.
        deadline: Box<Deadline>,
    },
}

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// What it is.
    pub what: What,
    /// Its first day, if it is known.
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub to: Option<NaiveDate>,
    /// The hour it begins at, by the clock of the room.
    pub time: Option<NaiveTime>,
}

/// All entries of the timeline by their first day; entries without a day come last, in the order of the process. The words
/// are in `language` where the library has them in that language.
#[must_use]
pub fn entries(process: &Process, followups: &OfDocuments, language: Language) -> Vec<TimelineEntry> {
    let sessions = process.sessions.iter().enumerate().map(|(at, session)| TimelineEntry {
        what: What::Session(at),
        from: session.from,
        to: session.to.or(session.from),
        time: None,
    });
    let meetings = process.meetings.iter().enumerate().map(|(at, meeting)| TimelineEntry {
        what: What::Meeting(at),
        from: Some(meeting.date),
        to: Some(meeting.date),
        time: meeting.from,
    });
    let deadlines = process.deadlines.iter().enumerate().map(|(at, deadline)| TimelineEntry {
        what: What::Own(at),
        from: deadline.date,
        to: deadline.date,
        time: None,
    });
    let mut entries: Vec<TimelineEntry> = sessions.chain(meetings).chain(deadlines).collect();
    for report in &process.reports {
        entries.extend(followups.list(&report.symbol, language).iter().flat_map(|followup| {
            followup.deadlines().map(|deadline| {
                let (step, date) = (followup.reference(), deadline.date);
                let what = What::Deadline { step, deadline: Box::new(deadline.clone()) };
                TimelineEntry { what, from: date, to: date, time: None }
            })
        }));
    }
    let rank = |entry: &TimelineEntry| match entry.what {
        What::Session(_) => 0,
        What::Meeting(_) => 1,
        What::Own(_) => 2,
        What::Deadline { .. } => 3,
    };
    entries.sort_by_key(|entry| (entry.from.is_none(), entry.from, rank(entry), entry.time));
    entries
}

/// Whether it belongs to a substantive session: the session, its meetings, and the deadlines that fall after the
/// substantive session before and up to its end, or that wait for its date.
#[must_use]
pub fn belongs(entry: &TimelineEntry, process: &Process, number: u32) -> bool {
    match &entry.what {
        What::Session(at) => process.sessions[*at].number == Some(number),
        What::Meeting(at) => process.meetings[*at].session == Some(number),
        What::Own(at) => {
            let own = process.deadlines[*at].session;
            own == Some(number)
                || (own.is_none() && entry.from.is_some_and(|date| on_the_way(process, number, date)))
        }
        What::Deadline { deadline, .. } => {
            let waits = deadline.basis.as_ref().and_then(Basis::session);
            waits == Some(number) || entry.from.is_some_and(|date| on_the_way(process, number, date))
        }
    }
}

/// Whether a day is after the substantive session before this one and not after its end.
fn on_the_way(process: &Process, number: u32, date: NaiveDate) -> bool {
    let end = process.session(number).and_then(|session| session.to.or(session.from));
    let before = process.sessions.iter().filter(|session| session.kind == SessionKind::Substantive);
    let before = before.filter(|session| session.number.is_some_and(|other| other < number));
    let last = before.filter_map(|session| session.to.or(session.from)).max();
    end.is_some_and(|end| date <= end) && last.is_none_or(|last| last < date)
}
