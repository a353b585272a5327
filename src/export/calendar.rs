//! Sessions, meetings and deadlines as an iCalendar file (RFC 5545), which every calendar program reads.
//!
//! The stamp of an event is its own first day, not the clock: the same events give the same bytes, and an event
//! that is put off has a later stamp. Ids rest on what an event is, so that a file read again replaces its events.
//! The lines are written here and not by a library because those stamp alarms and time zones with the clock.

mod lines;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::board::Board;
use crate::cite;
use crate::followup::Deadline;
use crate::locale::Locale;
use crate::model::{Language, Names, Process, Session, SessionKind};
use crate::workspace::Tracker;

pub use lines::write;

/// Something that happens on certain days or at a certain hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same whenever the event is told again.
    pub uid: String,
    /// When.
    pub when: When,
    /// What, in a line.
    pub summary: String,
    /// Where; empty when nobody tells.
    pub location: String,
    /// What more there is to say, and which document says it.
    pub description: String,
    /// So many days before it one is reminded.
    pub alarms_days: Vec<u32>,
}

/// When an event happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// On whole days.
    Days {
        /// The first.
        first: NaiveDate,
        /// The last.
        last: NaiveDate,
    },
    /// At an hour, by the clock of a room.
    Hours {
        /// When it begins, with the offset the room has then.
        start: DateTime<FixedOffset>,
        /// When it ends, if anybody tells.
        end: Option<DateTime<FixedOffset>>,
        /// The name of the room's zone: `America/New_York`.
        zone: String,
    },
}

impl When {
    /// Its first day, by the clock of the room.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        match self {
            Self::Days { first, .. } => *first,
            Self::Hours { start, .. } => start.date_naive(),
        }
    }
}

/// The days before a deadline on which one is reminded.
const REMINDERS_DAYS: [u32; 2] = [7, 1];

/// The events of a process, in order of time, and how many of its sessions have no dates and are left out.
#[must_use]
pub fn events(
    process: &Process,
    boards: &[Board],
    tracker: &Tracker,
    locale: &Locale,
) -> (Vec<Event>, usize) {
    let mut events: Vec<Event> = sessions(process, locale);
    let left_out = process.sessions.len() - events.len();
    events.extend(meetings(process, locale));
    let own = boards.iter().filter(|board| process.report(&board.report).is_some());
    events.extend(own.flat_map(|board| deadlines(board, tracker, locale)));
    events.sort_by(|one, other| {
        let key = |event: &Event| (event.when.first_day(), event.uid.clone());
        key(one).cmp(&key(other))
    });
    (events, left_out)
}

fn name(names: &Names, language: Language) -> String {
    names.get(language).to_owned()
}

fn sessions(process: &Process, locale: &Locale) -> Vec<Event> {
    let language = locale.language();
    let dated = process.sessions.iter().filter_map(|session| Some((session, session.from?)));
    let mut events: Vec<Event> = Vec::new();
    let mut told = std::collections::HashMap::new();
    for (session, first) in dated {
        let stem = match session.number {
            Some(number) => format!("session-{number}"),
            None => format!("{}-{first}", session.kind.name()),
        };
        // Two meetings of a kind on one day are told apart by their order.
        let same = told.entry(stem.clone()).or_insert(0_usize);
        *same += 1;
        let stem = if *same > 1 { format!("{stem}-{same}") } else { stem };
        let about = name(&session.about, language);
        let what = what(session, locale);
        let source = session.citation.as_ref().map(|citation| {
            let args = [("citation", citation.into()), ("words", (&session.words).into())];
            locale.say_with("export-source", &args)
        });
        events.push(Event {
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

fn what(session: &Session, locale: &Locale) -> String {
    match (session.kind, session.number) {
        (SessionKind::Substantive, Some(number)) => {
            let ordinal = crate::locale::dates::ordinal(locale, number);
            locale.say_with("session", &[("ordinal", (&ordinal).into())])
        }
        (kind, _) => {
            let about = name(&session.about, locale.language());
            if about.is_empty() { locale.say(&format!("session-{}", kind.name())) } else { about }
        }
    }
}

fn meetings(process: &Process, locale: &Locale) -> Vec<Event> {
    let language = locale.language();
    let event = |meeting: &crate::model::Meeting| {
        let hours = |time: chrono::NaiveTime| {
            let moment = meeting.date.and_time(time).and_local_timezone(process.time_zone).earliest()?;
            Some(moment.fixed_offset())
        };
        let start = meeting.from.and_then(hours);
        let when = match start {
            Some(start) => When::Hours {
                start,
                end: meeting.to.and_then(hours).filter(|end| *end > start),
                zone: process.time_zone.name().to_owned(),
            },
            None => When::Days { first: meeting.date, last: meeting.date },
        };
        let hour = meeting.from.map_or_else(
            || meeting.number.map_or("day".to_owned(), |n| n.to_string()),
            |from| from.format("%H%M").to_string(),
        );
        let items: Vec<String> = meeting.items.iter().map(|item| cite::number(item, language)).collect();
        let number =
            meeting.number.map(|number| locale.say_with("export-meeting", &[("number", number.into())]));
        let said: Vec<String> = number
            .into_iter()
            .chain([items.join(", "), meeting.about.clone()])
            .filter(|part| !part.is_empty())
            .collect();
        let session = meeting.session.and_then(|number| process.session(number));
        Event {
            uid: uid(&format!("meeting-{}-{hour}", meeting.date), &process.id),
            when,
            summary: if said.is_empty() { name(&process.names, language) } else { said.join(" – ") },
            location: session.map(|session| name(&session.place, language)).unwrap_or_default(),
            description: session.map(|session| what(session, locale)).unwrap_or_default(),
            alarms_days: Vec::new(),
        }
    };
    process.meetings.iter().map(event).collect()
}

/// The deadlines of a report that fall on a day; of those that are met nobody is reminded.
fn deadlines(board: &Board, tracker: &Tracker, locale: &Locale) -> Vec<Event> {
    let steps = (0..board.rows.len()).filter(|row| board.rows[*row].is_step());
    let limits =
        steps.flat_map(|row| board.followup(row).deadlines().enumerate().map(move |limit| (row, limit)));
    let event = |(row, (which, deadline)): (usize, (usize, &Deadline))| {
        let date = deadline.date?;
        let (step, line) = (board.step(row), &board.rows[row]);
        let citation = cite::write(Some(&step.symbol), &step.address, locale.language());
        let args = [("citation", (&citation).into()), ("words", (&deadline.text).into())];
        Some(Event {
            // The first keeps the id it had before a step could have several.
            uid: match which {
                0 => format!("deadline.{step}@plenary"),
                _ => format!("deadline.{step}.{}@plenary", which + 1),
            },
            when: When::Days { first: date, last: date },
            summary: locale.say_with("export-deadline", &[("step", (&line.label).into())]),
            location: String::new(),
            description: format!("{}\n{}", line.words, locale.say_with("export-source", &args)),
            alarms_days: if board.is_met(row, tracker) { Vec::new() } else { REMINDERS_DAYS.to_vec() },
        })
    };
    limits.filter_map(event).collect()
}
