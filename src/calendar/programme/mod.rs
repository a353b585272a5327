//! A programme of work, pasted as a table or as lines, read into meetings: what was understood, and what not.

mod day;
mod hours;
mod items;
mod row;
mod table;

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::base::Error;
use crate::calendar::session_on;
use crate::calendar::vocabulary::ProgrammeWords;
use crate::language::entry;
use crate::model::{Address, Meeting, Process, SessionKind};
use row::{Found, Heads};

/// What was made of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Programme {
    /// The meetings, in the order of the text.
    pub meetings: Vec<Meeting>,
    /// Every line that holds anything, in order.
    pub lines: Vec<ProgrammeLine>,
}

/// A line of the text and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeLine {
    /// Its number, counted from 1.
    pub number: usize,
    /// Its words.
    pub text: String,
    /// What it was read as.
    pub read: Read,
    /// What is doubtful about it.
    pub doubts: Vec<Error>,
}

impl ProgrammeLine {
    /// The meeting it begins or adds to, by its place among the meetings.
    #[must_use]
    pub fn meeting(&self) -> Option<usize> {
        match self.read {
            Read::Meeting(at) | Read::More(at) => Some(at),
            Read::Heading | Read::Day(_) | Read::Nothing => None,
        }
    }
}

/// What a line was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// The names of the columns.
    Heading,
    /// A day, for the lines below it.
    Day(NaiveDate),
    /// A meeting, by its place among the meetings.
    Meeting(usize),
    /// More about a meeting named before.
    More(usize),
    /// Nothing; a doubt says why.
    Nothing,
}

impl Read {
    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Day(_) => "day",
            Self::Meeting(_) => "meeting",
            Self::More(_) => "more",
            Self::Nothing => "nothing",
        }
    }
}

/// Reads a programme of work of a process. Days without a year are those of its sessions; `today` decides
/// between several. The meetings belong to `session` if it is given, otherwise to the session of their day.
#[must_use]
pub fn read(text: &str, process: &Process, today: NaiveDate, session: Option<u32>) -> Programme {
    let words = ProgrammeWords::bundled();
    let (rows, aligned) = table::rows(text);
    let mut reader = Reader {
        process,
        today,
        session,
        day: None,
        made: Programme::default(),
        numbers: row::Numbers::of(&rows, words),
    };
    let mut heads: Option<Heads> = None;
    for row in rows {
        if let Some(found) = Heads::read(&row, words) {
            heads = Some(found);
            reader.line(row.line, row.text, Read::Heading, Vec::new());
            continue;
        }
        let mut found = row::read(&row, heads.as_ref(), aligned, reader.numbers, words);
        let (read, doubts) = reader.meeting(&mut found);
        reader.line(row.line, row.text, read, doubts);
    }
    reader.made
}

/// The one day a text names and nothing else, in `today`’s year if it names none.
#[must_use]
pub fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words = ProgrammeWords::bundled();
    let mut tokens = entry::tokens(text);
    let found = day::take(&mut tokens, words).filter(|day| !day.several)?;
    let rest = tokens.iter().any(|token| {
        let small = token.is_any(&words.pooled.small) || token.is(".") || token.is(",");
        !token.taken && !small
    });
    found.date(today.year()).filter(|date| !rest && found.agrees(*date))
}

/// The agenda items a text names and nothing else: `5 a)`, `item/5/a`, `points 5 a) et b)`.
#[must_use]
pub fn agenda_items(text: &str) -> Option<Vec<Address>> {
    let mut tokens = entry::tokens(text);
    let found = items::take(&mut tokens, ProgrammeWords::bundled(), true);
    (!found.is_empty() && tokens.iter().all(|token| token.taken)).then_some(found)
}

/// The time of day a text names and nothing else: `10:00`, `10 h`, `3 p.m.`.
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    let mut tokens = entry::tokens(text);
    let found =
        hours::take(&mut tokens, ProgrammeWords::bundled(), false).filter(|hours| hours.to.is_none())?;
    tokens.iter().all(|token| token.taken).then_some(found.from)
}

struct Reader<'a> {
    process: &'a Process,
    today: NaiveDate,
    session: Option<u32>,
    /// The day the lines below belong to.
    day: Option<NaiveDate>,
    made: Programme,
    numbers: row::Numbers,
}

impl Reader<'_> {
    fn line(&mut self, number: usize, text: String, read: Read, doubts: Vec<Error>) {
        self.made.lines.push(ProgrammeLine { number, text, read, doubts });
    }

    /// What a row comes to, with what is doubtful about it.
    fn meeting(&mut self, found: &mut Found) -> (Read, Vec<Error>) {
        let mut doubts = Vec::new();
        if found.no_day {
            return (Read::Nothing, vec![Error::wrong_use("programme-no-such-day")]);
        }
        if let Some(day) = found.day {
            if day.several {
                return (Read::Nothing, vec![Error::wrong_use("programme-several-days")]);
            }
            let Some(date) = day.date(self.year(day)) else {
                return (Read::Nothing, vec![Error::wrong_use("programme-no-such-day")]);
            };
            if !day.agrees(date) {
                doubts.push(Error::wrong_use("programme-weekday").with("date", date.to_string()));
            }
            self.day = Some(date);
            if found.is_only_the_day() {
                return (Read::Day(date), doubts);
            }
        }
        self.known_items(found, &mut doubts);
        let last = self.made.meetings.len().checked_sub(1);
        let begins = found.day.is_some() || found.hours.is_some() || found.number.is_some();
        match (self.day, last) {
            (Some(date), _) if begins => self.begin(date, found, doubts),
            (_, Some(last)) if !begins && (!found.items.is_empty() || found.cells > 1) => {
                self.more(last, found);
                (Read::More(last), doubts)
            }
            (None, _) if begins || !found.items.is_empty() => {
                doubts.push(Error::wrong_use("programme-no-day"));
                (Read::Nothing, doubts)
            }
            (Some(date), None) if !found.items.is_empty() => self.begin(date, found, doubts),
            _ => {
                doubts.push(Error::wrong_use("programme-not-understood"));
                (Read::Nothing, doubts)
            }
        }
    }

    fn begin(&mut self, date: NaiveDate, found: &mut Found, mut doubts: Vec<Error>) -> (Read, Vec<Error>) {
        let mut hours = found.hours;
        if let Some(wrong) = hours.as_mut().filter(|hours| hours.to.is_some_and(|to| to <= hours.from)) {
            doubts.push(Error::wrong_use("programme-hours"));
            wrong.to = None;
        }
        let on = session_on(self.process, date).filter(|session| session.kind == SessionKind::Substantive);
        let session = self.session.or_else(|| on.and_then(|session| session.number));
        if session_on(self.process, date).is_none() {
            doubts.push(Error::wrong_use("programme-no-session").with("date", date.to_string()));
        }
        let meeting = Meeting {
            session,
            number: found.number,
            date,
            from: hours.map(|hours| hours.from),
            to: hours.and_then(|hours| hours.to),
            items: std::mem::take(&mut found.items),
            about: std::mem::take(&mut found.about),
        };
        if let Some(same) = self.made.meetings.iter().position(|known| known.is_same(&meeting)) {
            (found.items, found.about) = (meeting.items, meeting.about);
            self.more(same, found);
            return (Read::More(same), doubts);
        }
        self.made.meetings.push(meeting);
        (Read::Meeting(self.made.meetings.len() - 1), doubts)
    }

    /// A row below a meeting that names neither day nor hour belongs to that meeting.
    fn more(&mut self, at: usize, found: &mut Found) {
        let meeting = &mut self.made.meetings[at];
        for item in std::mem::take(&mut found.items) {
            if !meeting.items.contains(&item) {
                meeting.items.push(item);
            }
        }
        if !found.about.is_empty() && !meeting.about.contains(&found.about) {
            let between = if meeting.about.is_empty() { "" } else { " ; " };
            meeting.about = format!("{}{between}{}", meeting.about, found.about);
        }
    }

    /// Items the agenda does not have are reported and left out.
    fn known_items(&self, found: &mut Found, doubts: &mut Vec<Error>) {
        let (known, unknown) = std::mem::take(&mut found.items)
            .into_iter()
            .partition(|item| self.process.items.iter().any(|link| link.item == *item));
        found.items = known;
        let unknown: Vec<Address> = unknown;
        doubts.extend(unknown.iter().map(|item| Error::wrong_use("programme-item").with("item", item)));
    }

    /// The year of a day written without one: that of the day before it in the text, else of the session that holds
    /// such a day, the one nearest to today, else today’s.
    fn year(&self, day: day::Day) -> i32 {
        let holds = |year: &i32| {
            let date = day.date(*year);
            date.is_some_and(|date| day.agrees(date) && session_on(self.process, date).is_some())
        };
        let years = self.process.sessions.iter().filter_map(|session| session.from).map(|from| from.year());
        let nearest = years.filter(holds).min_by_key(|year| (year - self.today.year()).abs());
        self.day.map(|day| day.year()).or(nearest).unwrap_or_else(|| self.today.year())
    }
}

#[cfg(test)]
mod tests;
