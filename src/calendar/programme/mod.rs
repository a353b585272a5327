//! A programme of work, pasted as a table or as lines, read into meetings: what was understood, and what not.

mod day;
mod hours;
mod items;
mod last_day;
mod row;
mod table;

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::base::Error;
use crate::base::text::fold;
use crate::calendar::session_on;
use crate::calendar::vocabulary::ProgrammeWords;
use crate::language::entry;
use crate::model::{Address, AgendaLink, CalendarDeadline, Meeting, Process, SessionKind};
use day::DayOrder;
use row::{Heads, ProgrammeRow};

pub use last_day::{CountedDay, Counting};

/// What was made of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Programme {
    /// The meetings, in the order of the text.
    pub meetings: Vec<Meeting>,
    /// The last days it names, in the order of the text.
    pub deadlines: Vec<CalendarDeadline>,
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
            Read::Heading | Read::Day(_) | Read::Deadline(_) | Read::Nothing => None,
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
    /// A last day, by its place among the deadlines.
    Deadline(usize),
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
            Self::Deadline(_) => "deadline",
            Self::Nothing => "nothing",
        }
    }
}

/// What a programme of work is read for.
#[derive(Clone, Copy)]
pub struct ProgrammeSetting<'a> {
    /// Its process.
    pub process: &'a Process,
    /// Today, which decides between several years.
    pub today: NaiveDate,
    /// The session its meetings belong to; `None`: the session of their day.
    pub session: Option<u32>,
    /// What counts last days from sessions.
    pub counting: Counting<'a>,
}

/// The last day that some words set, whether or not they announce one; `None` if they name no day.
#[must_use]
pub fn deadline(text: &str, setting: &ProgrammeSetting<'_>) -> Option<CalendarDeadline> {
    let words = ProgrammeWords::bundled();
    if let Some(counted) = (setting.counting)(text) {
        return Some(last_day::counted(text, counted, words));
    }
    let (rows, _) = table::rows(text);
    let [row] = rows.as_slice() else { return None };
    let mut reader = ProgrammeReader::new(*setting, &rows);
    let found = row::read(row, None, false, reader.numbers, words);
    match reader.last_day(&row.text, &found) {
        (Read::Deadline(_), doubts) if doubts.is_empty() => reader.made.deadlines.pop(),
        _ => None,
    }
}

/// Reads a programme of work of a process. Days without a year are those of its sessions, or the nearest ones.
#[must_use]
pub fn read(text: &str, setting: &ProgrammeSetting<'_>) -> Programme {
    let words = ProgrammeWords::bundled();
    let (rows, aligned) = table::rows(text);
    let mut reader = ProgrammeReader::new(*setting, &rows);
    let mut heads: Option<Heads> = None;
    for row in rows {
        if let Some(found) = Heads::read(&row, words) {
            heads = Some(found);
            reader.line(row.line, row.text, Read::Heading, Vec::new());
            continue;
        }
        let mut found = row::read(&row, heads.as_ref(), aligned, reader.numbers, words);
        let is_meeting = found.number.is_some() || found.hours.is_some_and(|hours| hours.to.is_some());
        let (read, doubts) = if !is_meeting && last_day::is_announced(&row.text, words) {
            reader.last_day(&row.text, &found)
        } else {
            reader.meeting(&mut found)
        };
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

struct ProgrammeReader<'a> {
    setting: ProgrammeSetting<'a>,
    /// The day the lines below belong to.
    day: Option<NaiveDate>,
    made: Programme,
    numbers: row::Numbers,
    /// The order of day and month that the other dates of the text show; `Unknown` if they show none, or both.
    order: DayOrder,
}

impl<'a> ProgrammeReader<'a> {
    fn new(setting: ProgrammeSetting<'a>, rows: &[table::TableRow]) -> Self {
        let words = ProgrammeWords::bundled();
        let numbers = row::Numbers::of(rows, words);
        let order = row::day_order(rows, words);
        Self { setting, day: None, made: Programme::default(), numbers, order }
    }

    fn line(&mut self, number: usize, text: String, read: Read, doubts: Vec<Error>) {
        self.made.lines.push(ProgrammeLine { number, text, read, doubts });
    }

    /// A date in figures with day and month in their order: as the other dates of the text have them, or so that it is a day of a
    /// session. Where neither shows it, the day is first, and a doubt says so.
    fn in_order(&self, day: day::WrittenDay, doubts: &mut Vec<Error>) -> day::WrittenDay {
        let swapped = day.swapped();
        match (day.order, self.order) {
            (DayOrder::Unknown, DayOrder::MonthFirst) => return swapped,
            (DayOrder::Unknown, DayOrder::DayFirst) => return day,
            (DayOrder::Unknown, _) => {}
            _ => return day,
        }
        let date = |day: day::WrittenDay| day.date(self.year(day));
        let holds = |day| date(day).is_some_and(|date| session_on(self.setting.process, date).is_some());
        match (holds(day), holds(swapped)) {
            (true, false) => day,
            (false, true) => swapped,
            _ => {
                let date = |day| date(day).map(|date| date.to_string()).unwrap_or_default();
                let doubt = Error::wrong_use("programme-day-order").with("date", date(day));
                doubts.push(doubt.with("other", date(swapped)));
                day
            }
        }
    }

    /// The day a row names; `None` if there is no such day, with a doubt that says so.
    fn named_day(&self, found: &ProgrammeRow, doubts: &mut Vec<Error>) -> Option<NaiveDate> {
        let day = found.day.filter(|_| !found.no_day);
        let day = day.map(|day| self.in_order(day, doubts));
        let date = day.filter(|day| !day.several).and_then(|day| day.date(self.year(day)));
        let Some((day, date)) = day.zip(date) else {
            let several = day.is_some_and(|day| day.several);
            doubts.push(Error::wrong_use(match several {
                true => "programme-several-days",
                false => "programme-no-such-day",
            }));
            return None;
        };
        if !day.agrees(date) {
            doubts.push(Error::wrong_use("programme-weekday").with("date", date.to_string()));
        }
        Some(date)
    }

    /// The last day a row announces, on the day it names or on the one above.
    fn last_day(&mut self, line: &str, found: &ProgrammeRow) -> (Read, Vec<Error>) {
        let mut doubts = Vec::new();
        let words = ProgrammeWords::bundled();
        let deadline = if let Some(counted) = (self.setting.counting)(line) {
            last_day::counted(line, counted, words)
        } else {
            let named = found.day.is_some() || found.no_day;
            let date = if named { self.named_day(found, &mut doubts) } else { self.day };
            let Some(date) = date else {
                if doubts.is_empty() {
                    doubts.push(Error::wrong_use("programme-no-day"));
                }
                return (Read::Nothing, doubts);
            };
            last_day::on(line, date, found, words)
        };
        self.made.deadlines.push(deadline);
        (Read::Deadline(self.made.deadlines.len() - 1), doubts)
    }

    /// What a row comes to, with what is doubtful about it.
    fn meeting(&mut self, found: &mut ProgrammeRow) -> (Read, Vec<Error>) {
        let mut doubts = Vec::new();
        if found.day.is_some() || found.no_day {
            let Some(date) = self.named_day(found, &mut doubts) else { return (Read::Nothing, doubts) };
            self.day = Some(date);
            if found.is_only_the_day() {
                return (Read::Day(date), doubts);
            }
        }
        if found.items.is_empty() {
            found.items.extend(self.item_of(&found.about));
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

    fn begin(
        &mut self,
        date: NaiveDate,
        found: &mut ProgrammeRow,
        mut doubts: Vec<Error>,
    ) -> (Read, Vec<Error>) {
        let mut hours = found.hours;
        if let Some(wrong) = hours.as_mut().filter(|hours| hours.to.is_some_and(|to| to <= hours.from)) {
            doubts.push(Error::wrong_use("programme-hours"));
            wrong.to = None;
        }
        let on =
            session_on(self.setting.process, date).filter(|session| session.kind == SessionKind::Substantive);
        let session = self.setting.session.or_else(|| on.and_then(|session| session.number));
        if session_on(self.setting.process, date).is_none() {
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
    fn more(&mut self, at: usize, found: &mut ProgrammeRow) {
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

    /// The agenda item that has these words as its subject: "Confidence-building measures (continued)" is item 5 f).
    fn item_of(&self, about: &str) -> Option<Address> {
        let plain = |text: &str| {
            let text = text.split('(').next().unwrap_or_default();
            fold(text.trim_matches(|c: char| !c.is_alphanumeric()))
        };
        let words = plain(about);
        let is_named = |link: &&AgendaLink| {
            let names = link.subjects.iter().chain(link.short.0.values());
            !words.is_empty() && names.into_iter().any(|name| plain(name) == words)
        };
        let mut named = self.setting.process.items.iter().filter(is_named);
        match (named.next(), named.next()) {
            (Some(only), None) => Some(only.item.clone()),
            _ => None,
        }
    }

    /// Items the agenda does not have are reported and left out.
    fn known_items(&self, found: &mut ProgrammeRow, doubts: &mut Vec<Error>) {
        let (known, unknown) = std::mem::take(&mut found.items)
            .into_iter()
            .partition(|item| self.setting.process.items.iter().any(|link| link.item == *item));
        found.items = known;
        let unknown: Vec<Address> = unknown;
        doubts.extend(unknown.iter().map(|item| Error::wrong_use("programme-item").with("item", item)));
    }

    /// The year of a day written without one: that of the day before it in the text, else of the session that holds
    /// such a day, the one nearest to today, else the year in which it is nearest to today.
    fn year(&self, day: day::WrittenDay) -> i32 {
        let (process, today) = (self.setting.process, self.setting.today);
        let holds = |year: &i32| {
            let date = day.date(*year);
            date.is_some_and(|date| day.agrees(date) && session_on(process, date).is_some())
        };
        let years = process.sessions.iter().filter_map(|session| session.from).map(|from| from.year());
        let nearest = years.filter(holds).min_by_key(|year| (year - today.year()).abs());
        let distance = |year: &i32| day.date(*year).map(|date| (date - today).num_days().abs());
        let near = || {
            let years = [today.year(), today.year() + 1, today.year() - 1].into_iter();
            let years = years.filter(|year| distance(year).is_some());
            // Where the day of the week is written, a year in which it agrees.
            years.min_by_key(|year| (!day.date(*year).is_some_and(|date| day.agrees(date)), distance(year)))
        };
        self.day.map(|day| day.year()).or(nearest).or_else(near).unwrap_or_else(|| today.year())
    }
}

#[cfg(test)]
mod tests;
