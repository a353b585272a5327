//! Sessions, meetings and deadlines as an iCalendar file (RFC 5545), which every calendar program reads.
//!
//! The time stamp of a new event is its own first day, not the current time: the same events give the same bytes. A changed
//! event has a higher sequence and no earlier stamp than before (`workspace::IssuedEvents`). Ids do not depend on the time
//! of an event, so that importing a newer file replaces the events of the older one. No library writes the file, because
//! libraries put the current time into alarms and time zones.

mod icalendar;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::board::Board;
use crate::cite;
use crate::export::calendar_text;
use crate::locale::{Locale, dates};
use crate::model::{CalendarDeadline, Language, Meeting, Names, Process, Session, SessionKind};
use crate::workspace::Tracker;

pub use icalendar::{issue, write};

/// A session, a meeting or a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEvent {
    /// Stable id: the same when the event is exported again.
    pub uid: String,
    /// When it takes place.
    pub when: When,
    /// Its name, on one line.
    pub summary: String,
    /// Where it takes place; empty if unknown.
    pub location: String,
    /// Details, and the document they are from.
    pub description: String,
    /// The reminders, in days before the event.
    pub alarms_days: Vec<u32>,
}

/// When an event takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// On whole days.
    Days {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
    },
    /// From a time of day on, in the time zone of the meeting room.
    Hours {
        /// The start, with the UTC offset of the room at that time.
        start: DateTime<FixedOffset>,
        /// The end; `None` if unknown.
        end: Option<DateTime<FixedOffset>>,
        /// The name of the time zone: `America/New_York`.
        zone: String,
    },
}

impl When {
    /// The first day, in the time zone of the room.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        match self {
            Self::Days { first, .. } => *first,
            Self::Hours { start, .. } => start.date_naive(),
        }
    }
}

/// The reminders of a deadline, in days before it.
const REMINDERS_DAYS: [u32; 2] = [7, 1];

/// The events of a process in chronological order, and the number of sessions left out because they have no dates.
#[must_use]
pub fn events(
    process: &Process,
    boards: &[Board],
    tracker: &Tracker,
    locale: &Locale,
) -> (Vec<CalendarEvent>, usize) {
    let mut events: Vec<CalendarEvent> = sessions(process, locale);
    let left_out = process.sessions.len() - events.len();
    events.extend(meetings(process, locale));
    events.extend(own_deadlines(process, locale));
    let own = boards.iter().filter(|board| process.report(&board.report).is_some());
    events.extend(own.flat_map(|board| deadlines(board, tracker, locale)));
    events.sort_by(|one, other| {
        let key = |event: &CalendarEvent| (event.when.first_day(), event.uid.clone());
        key(one).cmp(&key(other))
    });
    (events, left_out)
}

fn name(names: &Names, language: Language) -> String {
    names.get(language).to_owned()
}

fn sessions(process: &Process, locale: &Locale) -> Vec<CalendarEvent> {
    let language = locale.language();
    let dated = process.sessions.iter().filter_map(|session| Some((session, session.from?)));
    let mut events: Vec<CalendarEvent> = Vec::new();
    let mut used = std::collections::HashMap::new();
    for (session, first) in dated {
        let stem = match session.number {
            Some(number) => format!("session-{number}"),
            None => format!("{}-{first}", session.kind.name()),
        };
        // A number distinguishes two sessions of the same kind that start on the same day.
        let same = used.entry(stem.clone()).or_insert(0_usize);
        *same += 1;
        let stem = if *same > 1 { format!("{stem}-{same}") } else { stem };
        let about = name(&session.about, language);
        let what = session_name(session, locale);
        let source = session.citation.as_ref().map(|citation| {
            let args = [("citation", citation.into()), ("words", (&session.words).into())];
            locale.say_with("export-source", &args)
        });
        events.push(CalendarEvent {
            uid: uid(&stem, &process.id),
            when: When::Days { first, last: session.to.unwrap_or(first).max(first) },
            summary: format!("{what} – {}", name(&process.names, language)),
            location: name(&session.place, language),
            description: [about, source.unwrap_or_default()].join("\n").trim().to_owned(),
            alarms_days: Vec::new(),
        });
    }
    events
}

fn uid(stem: &str, process: &str) -> String {
    format!("{stem}.{process}@plenary")
}

/// The name of a session: `4th session` for a substantive one, otherwise its subject or its kind.
fn session_name(session: &Session, locale: &Locale) -> String {
    match (session.kind, session.number) {
        (SessionKind::Substantive, Some(number)) => {
            locale.say_with("session", &[("ordinal", dates::ordinal(locale, number).into())])
        }
        (kind, _) => {
            let about = name(&session.about, locale.language());
            if about.is_empty() { locale.say(&format!("session-{}", kind.name())) } else { about }
        }
    }
}

fn meetings(process: &Process, locale: &Locale) -> Vec<CalendarEvent> {
    let language = locale.language();
    let mut used = std::collections::HashMap::new();
    let mut event = |meeting: &Meeting| {
        let stem = meeting_stem(meeting);
        let same = used.entry(stem.clone()).or_insert(0_usize);
        *same += 1;
        let stem = if *same > 1 { format!("{stem}-{same}") } else { stem };
        let items: Vec<String> = meeting.items.iter().map(|item| cite::number(item, language)).collect();
        let number =
            meeting.number.map(|number| locale.say_with("export-meeting", &[("number", number.into())]));
        let summary: Vec<String> = number
            .into_iter()
            .chain([items.join(", "), meeting.about.clone()])
            .filter(|part| !part.is_empty())
            .collect();
        let session = meeting.session.and_then(|number| process.session(number));
        CalendarEvent {
            uid: uid(&stem, &process.id),
            when: meeting_time(meeting, process),
            summary: if summary.is_empty() { name(&process.names, language) } else { summary.join(" – ") },
            location: session.map(|session| name(&session.place, language)).unwrap_or_default(),
            description: session.map(|session| session_name(session, locale)).unwrap_or_default(),
            alarms_days: Vec::new(),
        }
    };
    process.meetings.iter().map(&mut event).collect()
}

/// The part of the id that names a meeting and stays when its time changes: session and number, otherwise the day. A number is
/// added to meetings without number on one day, in the order of the calendar.
fn meeting_stem(meeting: &Meeting) -> String {
    match (meeting.session, meeting.number) {
        (Some(session), Some(number)) => format!("meeting-{session}-{number}"),
        _ => format!("meeting-{}", meeting.date),
    }
}

/// When a meeting takes place; on the whole day if its start is unknown, or does not exist in the time zone.
fn meeting_time(meeting: &Meeting, process: &Process) -> When {
    let moment = |time: NaiveTime| {
        let moment = meeting.date.and_time(time).and_local_timezone(process.time_zone).earliest()?;
        Some(moment.fixed_offset())
    };
    match meeting.from.and_then(moment) {
        Some(start) => When::Hours {
            start,
            end: meeting.to.and_then(moment).filter(|end| *end > start),
            zone: process.time_zone.name().to_owned(),
        },
        None => When::Days { first: meeting.date, last: meeting.date },
    }
}

/// The deadlines that the delegate added and that have a date.
fn own_deadlines(process: &Process, locale: &Locale) -> Vec<CalendarEvent> {
    let event = |(at, deadline): (usize, &CalendarDeadline)| {
        let date = deadline.date?;
        let kind = deadline.kind.name();
        Some(CalendarEvent {
            uid: uid(&format!("{kind}-{date}-{}", at + 1), &process.id),
            when: When::Days { first: date, last: date },
            summary: calendar_text::deadline(locale, deadline),
            location: String::new(),
            description: locale.say("own-calendar"),
            alarms_days: REMINDERS_DAYS.to_vec(),
        })
    };
    process.deadlines.iter().enumerate().filter_map(event).collect()
}

/// The deadlines of a report that have a date; those already met have no reminders.
fn deadlines(board: &Board, tracker: &Tracker, locale: &Locale) -> Vec<CalendarEvent> {
    let mut events = Vec::new();
    for row in (0..board.rows.len()).filter(|row| board.rows[*row].is_step()) {
        let (step, line) = (board.step(row), &board.rows[row]);
        let citation = cite::write(Some(&step.symbol), &step.address, locale.language());
        let alarms_days = if board.is_met(row, tracker) { Vec::new() } else { REMINDERS_DAYS.to_vec() };
        for (which, deadline) in board.followup(row).deadlines().enumerate() {
            let Some(date) = deadline.date else { continue };
            let args = [("citation", (&citation).into()), ("words", (&deadline.text).into())];
            events.push(CalendarEvent {
                // The first deadline of a step has no number in its id: older versions exported only that one.
                uid: match which {
                    0 => format!("deadline.{step}@plenary"),
                    _ => format!("deadline.{step}.{}@plenary", which + 1),
                },
                when: When::Days { first: date, last: date },
                summary: locale.say_with("export-deadline", &[("step", (&line.label).into())]),
                location: String::new(),
                description: format!("{}\n{}", line.words, locale.say_with("export-source", &args)),
                alarms_days: alarms_days.clone(),
            });
        }
    }
    events
}
