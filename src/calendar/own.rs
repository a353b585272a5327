//! What a delegate adds to the calendar of a process, and how it is laid over what the documents say.

use crate::calendar::programme::Programme;
use crate::model::{CalendarDeadline, Meeting, Process, ReportLink, Session};

/// A delegate's own calendar.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Own {
    /// The id of the process it belongs to.
    pub process: String,
    /// Sessions: new ones, dates where the documents give none, and dates that go before theirs.
    pub sessions: Vec<Session>,
    /// The meetings of the programme of work.
    pub meetings: Vec<Meeting>,
    /// Deadlines, such as those for tabling amendments.
    pub deadlines: Vec<CalendarDeadline>,
    /// Further reports of the process.
    pub reports: Vec<ReportLink>,
}

impl Own {
    /// Lays it over a process; a calendar of another process changes nothing.
    pub fn lay_over(&self, process: &mut Process) {
        if self.process != process.id {
            return;
        }
        for session in &self.sessions {
            add_session(process, session);
        }
        process.sessions = in_order(std::mem::take(&mut process.sessions));
        add_meetings(process, &self.meetings);
        process.deadlines.clone_from(&self.deadlines);
        for report in &self.reports {
            process.reports.retain(|known| known.symbol != report.symbol);
            process.reports.push(report.clone());
        }
    }
}

/// What is added to a calendar at once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Additions {
    /// Meetings of a programme of work.
    pub meetings: Vec<Meeting>,
    /// Deadlines, such as those for tabling amendments.
    pub deadlines: Vec<CalendarDeadline>,
}

impl From<&Programme> for Additions {
    fn from(read: &Programme) -> Self {
        Self { meetings: read.meetings.clone(), deadlines: read.deadlines.clone() }
    }
}

impl Additions {
    /// How many entries they are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.meetings.len() + self.deadlines.len()
    }

    /// Whether there is nothing to add.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those that a process does not have yet.
    #[must_use]
    pub fn missing_from(&self, process: &Process) -> Self {
        let mut whole = process.clone();
        let mut is_new = |meeting: &&Meeting| add_meetings(&mut whole, std::slice::from_ref(*meeting)) > 0;
        let meetings = self.meetings.iter().filter(&mut is_new).cloned().collect();
        let mut deadlines: Vec<CalendarDeadline> = Vec::new();
        for deadline in &self.deadlines {
            if !process.deadlines.contains(deadline) && !deadlines.contains(deadline) {
                deadlines.push(deadline.clone());
            }
        }
        Self { meetings, deadlines }
    }

    /// Adds them to a process, unless it has them already.
    pub fn add_to(&self, process: &mut Process) {
        let missing = self.missing_from(process);
        add_meetings(process, &missing.meetings);
        process.deadlines.extend(missing.deadlines);
    }
}

/// Adds meetings a process does not have yet, in order of time; answers how many those were.
fn add_meetings(process: &mut Process, meetings: &[Meeting]) -> usize {
    let before = process.meetings.len();
    for meeting in meetings {
        if !process.meetings.iter().any(|known| known.is_same(meeting)) {
            process.meetings.push(meeting.clone());
        }
    }
    process.meetings.sort_by_key(|meeting| (meeting.date, meeting.from, meeting.number));
    process.meetings.len() - before
}

/// For a session that the process has, the delegate's values replace different ones; another session is added.
fn add_session(process: &mut Process, own: &Session) {
    let same = |known: &Session| {
        known.kind == own.kind
            && match own.number {
                Some(_) => known.number == own.number,
                None => known.from == own.from && known.to == own.to,
            }
    };
    let Some(known) = process.sessions.iter_mut().find(|known| same(known)) else {
        process.sessions.push(own.clone());
        return;
    };
    let dated =
        own.from.is_some() && (own.from, own.to.or(own.from)) != (known.from, known.to.or(known.from));
    let year = own.from.is_none() && own.year.is_some() && own.year != known.year;
    if dated || year {
        (known.from, known.to, known.year) = (own.from, own.to, own.year);
        (known.citation, known.words) = (own.citation.clone(), own.words.clone());
        known.own = true;
    }
    for (names, own) in [(&mut known.place, &own.place), (&mut known.about, &own.about)] {
        if !own.0.is_empty() {
            names.clone_from(own);
        }
    }
}

/// Sessions in order of time; one without dates comes after those with a smaller number or an earlier year.
fn in_order(sessions: Vec<Session>) -> Vec<Session> {
    let (mut dated, undated): (Vec<_>, Vec<_>) =
        sessions.into_iter().partition(|session| session.from.is_some());
    dated.sort_by_key(|session| session.from);
    for session in undated {
        let before = |other: &Session| match (session.number, other.number) {
            (Some(own), Some(number)) => number < own,
            _ => session.year.is_none_or(|year| other.last_year().is_some_and(|last| last <= year)),
        };
        let at = dated.iter().rposition(before).map_or(0, |at| at + 1);
        dated.insert(at, session);
    }
    dated
}
