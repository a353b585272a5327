//! The delegate's own calendar, `calendar.toml` of the workspace: read with all its errors at once, only ever appended to.

mod write;

use std::path::{Path, PathBuf};

use crate::base::table::{self, Located, Messages, Table};
use crate::base::{Error, Message, Result};
use crate::calendar::{Additions, Own, programme, session_on};
use crate::followup;
use crate::model::{
    Address, CalendarDeadline, DeadlineKind, Language, Meeting, Names, Process, Reference, ReportLink,
    Session, SessionKind,
};
use crate::store::{WritePath, file};

/// The name of the file.
pub const NAME: &str = "calendar.toml";
const VERSION: i64 = 1;
/// Longer files are not calendars people write (4 MiB).
const LIMIT: u64 = 4 << 20;

const MESSAGES: Messages = Messages {
    syntax: "calendar-broken",
    unknown_key: "calendar-key",
    missing_key: "calendar-missing",
    value: "calendar-value",
};

/// The file of a workspace.
#[must_use]
pub fn path(workspace: &Path) -> PathBuf {
    workspace.join(NAME)
}

/// Reads the calendar of a workspace; `None` if there is no file. What is wrong in it is reported, and the rest counts.
/// `default` is the process of a file that names none.
///
/// The errors: `file-unreadable`, `file-too-big`, `file-not-plain`, `file-not-utf8`, and those of [`read`].
#[must_use]
pub fn load(workspace: &Path, processes: &[Process], default: &str) -> (Option<Own>, Vec<Error>) {
    match file::text(&path(workspace), LIMIT) {
        Ok(Some(text)) => {
            let (own, errors) = read(&text, processes, default);
            (Some(own), errors)
        }
        Ok(None) => (None, Vec::new()),
        Err(error) => (None, vec![file::shown_as(error, NAME)]),
    }
}

/// Reads a calendar from its text.
///
/// The errors, each with `file` and `line`: `calendar-broken` (`what`) where it is not TOML; `calendar-newer`
/// (`version`); `calendar-key` (`key`, `known`); `calendar-missing` (`key`); `calendar-value` (`key`, `value`,
/// `expected`); `calendar-process` (`value`, `known`); `calendar-item` (`value`); `calendar-order` (`value`);
/// `calendar-twice` (`value`). An entry with an error does not count; all others do.
#[must_use]
pub fn read(text: &str, processes: &[Process], default: &str) -> (Own, Vec<Error>) {
    table::read(NAME, text, &MESSAGES, |root| own(root, processes, default))
}

/// Appends the entries of a process that are not in the calendar yet, and leaves the rest as it is; makes the file if
/// there is none. Returns how many were added.
///
/// # Errors
/// Those of reading the file; `calendar-faulty` (`file`, `line`) while the file has errors;
/// `calendar-other-process` (`file`, `process`) if it is the calendar of another process; `file-not-written`.
pub(super) fn add(workspace: impl Into<WritePath>, entries: &Additions, process: &Process) -> Result<usize> {
    let path = workspace.into().join(NAME);
    let text = file::text(&path, LIMIT).map_err(|error| file::shown_as(error, NAME))?;
    let text = text.unwrap_or_else(|| write::opening(&process.id));
    let processes = std::slice::from_ref(process);
    let (own, errors) = read(&text, processes, &process.id);
    if own.process != process.id {
        return Err(Error::broken("calendar-other-process").with("file", NAME).with("process", own.process));
    }
    if let Some(first) = errors.first() {
        let line = first.message.get("line").cloned().unwrap_or_else(|| "none".into());
        return Err(Error::broken("calendar-faulty").with("file", NAME).with("line", line));
    }
    let counts = (own.meetings.len(), own.deadlines.len());
    let whole = Process { meetings: own.meetings, deadlines: own.deadlines, ..process.clone() };
    let fresh = entries.missing_from(&whole);
    if fresh.is_empty() {
        return Ok(0);
    }
    let written = write::appended(&text, &fresh);
    // Nothing is written that could not be read again, whatever the file was like before.
    let (again, errors) = read(&written, processes, &process.id);
    let expected = (counts.0 + fresh.meetings.len(), counts.1 + fresh.deadlines.len());
    if !errors.is_empty() || (again.meetings.len(), again.deadlines.len()) != expected {
        return Err(Error::broken("calendar-faulty").with("file", NAME).with("line", "none"));
    }
    file::write(&path, written.as_bytes())?;
    Ok(fresh.len())
}

/// Reads the whole file.
fn own(root: &Table<'_>, processes: &[Process], default: &str) -> Own {
    root.know(&["version", "process", "sessions", "meetings", "deadlines", "reports"]);
    let newer = root.number::<i64>("version").filter(|version| *version > VERSION);
    let named = root.text_at("process");
    let id = named.as_ref().map_or(default, |id| id.value.as_str());
    let mut own = Own { process: id.to_owned(), ..Own::default() };
    if let Some(version) = newer {
        root.report(0, Message::new("calendar-newer").with("version", version));
        return own;
    }
    let Some(process) = processes.iter().find(|process| process.id == id) else {
        let known: Vec<&str> = processes.iter().map(|process| process.id.as_str()).collect();
        let place = named.as_ref().map_or(0, |id| id.place.start);
        let message = Message::new("calendar-process").with("value", id);
        root.report(place, message.with("known", known.join(", ")));
        return own;
    };
    own.sessions = entries(root, "sessions", session);
    let mut whole = process.clone();
    own.lay_over(&mut whole);
    own.meetings = entries(root, "meetings", |entry| meeting(entry, &whole));
    own.deadlines = entries(root, "deadlines", |entry| deadline(entry, &whole));
    own.reports = entries(root, "reports", |entry| report(entry, process));
    own
}

/// Reads every entry of a list of tables; one with an error, or one that is there already, does not count.
fn entries<T: CalendarEntry>(
    root: &Table<'_>,
    key: &'static str,
    read: impl FnMut(&Table<'_>) -> Option<T>,
) -> Vec<T> {
    let mut found: Vec<T> = Vec::new();
    for Located { value: entry, place } in root.tables(key, read) {
        if found.iter().any(|other| other.is_same(&entry)) {
            let message = Message::new("calendar-twice").with("key", key).with("value", entry.name());
            root.report(place.start, message);
        } else {
            found.push(entry);
        }
    }
    found
}

/// The name of an entry in messages, and whether two entries describe the same thing.
trait CalendarEntry {
    fn name(&self) -> String;
    fn is_same(&self, other: &Self) -> bool;
}

impl CalendarEntry for Session {
    fn name(&self) -> String {
        self.number.map_or_else(|| self.kind.name().to_owned(), |number| number.to_string())
    }
    fn is_same(&self, other: &Self) -> bool {
        let numbered = self.number.is_some() && self.number == other.number;
        numbered
            || (self.kind, self.number, self.from, self.to)
                == (other.kind, other.number, other.from, other.to)
    }
}

impl CalendarEntry for Meeting {
    fn name(&self) -> String {
        self.from
            .map_or_else(|| self.date.to_string(), |from| format!("{} {}", self.date, from.format("%H:%M")))
    }
    fn is_same(&self, other: &Self) -> bool {
        Meeting::is_same(self, other)
    }
}

impl CalendarEntry for CalendarDeadline {
    fn name(&self) -> String {
        self.date.map_or_else(|| self.words.clone(), |date| date.to_string())
    }
    fn is_same(&self, other: &Self) -> bool {
        self == other
    }
}

impl CalendarEntry for ReportLink {
    fn name(&self) -> String {
        self.symbol.to_string()
    }
    fn is_same(&self, other: &Self) -> bool {
        self.symbol == other.symbol
    }
}

fn session(entry: &Table<'_>) -> Option<Session> {
    entry.know(&["kind", "number", "from", "to", "year", "place", "about", "citation", "words"]);
    let number = entry.count("number");
    let kind = match entry.text_at("kind") {
        Some(name) => {
            let kind = SessionKind::from_name(&name.value);
            if kind.is_none() {
                entry.report_value("kind", name.place, "kind");
            }
            kind?
        }
        None if number.is_some() => SessionKind::Substantive,
        None => {
            if !entry.has("number") && !entry.has("kind") {
                missing(entry, "number");
            }
            return None;
        }
    };
    let (from, to) = (entry.date("from"), entry.date("to"));
    let year = entry.number("year");
    if from.is_none() && (year.is_none() || to.is_some()) {
        missing(entry, "from");
    }
    if let Some((from, to)) = from.zip(to).filter(|(from, to)| from > to) {
        disordered(entry, format!("{from} – {to}"));
    }
    Some(Session {
        kind,
        number,
        from,
        to: to.or(from),
        year,
        place: names(entry, "place"),
        about: names(entry, "about"),
        citation: citation(entry),
        words: entry.text("words").unwrap_or_default(),
        own: true,
    })
}

fn meeting(entry: &Table<'_>, process: &Process) -> Option<Meeting> {
    entry.know(&["session", "number", "date", "from", "to", "items", "about"]);
    let date = entry.date("date");
    entry.require(&["date"]);
    let (from, to) = (entry.time("from", programme::time), entry.time("to", programme::time));
    if let Some((from, to)) = from.zip(to).filter(|(from, to)| from >= to) {
        disordered(entry, format!("{} – {}", from.format("%H:%M"), to.format("%H:%M")));
    }
    let mut items: Vec<Address> = Vec::new();
    for Located { value: item, place } in entry.texts_at("items") {
        let Some(read) = programme::agenda_items(&item) else {
            entry.report_value("items", place, "item");
            continue;
        };
        for item in read {
            check_item(entry, &item, place.start, process);
            items.push(item);
        }
    }
    let session = entry.count("session");
    let on = date.and_then(|date| session_on(process, date)).and_then(|session| session.number);
    Some(Meeting {
        session: session.or(on),
        number: entry.count("number"),
        date: date?,
        from,
        to,
        items,
        about: entry.text("about").unwrap_or_default(),
    })
}

/// A deadline: a day, or the words that set it, `by = "four business days before the fifth session"`.
fn deadline(entry: &Table<'_>, process: &Process) -> Option<CalendarDeadline> {
    entry.know(&["kind", "date", "by", "session", "document", "about"]);
    let kind = entry.parsed("kind", "deadline-kind", DeadlineKind::from_name);
    let date = entry.date("date");
    let by = entry.text_at("by");
    if date.is_none() && by.is_none() {
        missing(entry, "date");
    }
    let read = by.as_ref().and_then(|by| followup::tabling_day(&by.value, process));
    if let Some(by) = by.as_ref().filter(|_| read.is_none()) {
        entry.report_value("by", by.place.clone(), "deadline");
    }
    Some(CalendarDeadline {
        kind: kind.unwrap_or_default(),
        date: date.or(read.and_then(|read| read.date)),
        session: entry.count("session").or(read.and_then(|read| read.session)),
        words: by.map(|by| by.value).unwrap_or_default(),
        document: entry.parsed("document", "symbol", |text| text.trim().parse().ok()),
        about: entry.text("about").unwrap_or_default(),
    })
}

fn report(entry: &Table<'_>, process: &Process) -> Option<ReportLink> {
    entry.know(&["symbol", "sections", "next_sessions", "citation"]);
    let symbol = entry.parsed("symbol", "symbol", |text| text.trim().parse().ok());
    entry.require(&["symbol"]);
    let sections = entry.table_as("sections", "pairs", |table| sections(table, process)).unwrap_or_default();
    let next_sessions = entry.counts("next_sessions");
    let citation = citation(entry);
    Some(ReportLink { symbol: symbol?, sections, next_sessions, citation })
}

/// Which section of a report belongs to which item: `"5 f)" = "annex/heading/E"`.
fn sections(table: &Table<'_>, process: &Process) -> Vec<(Address, Address)> {
    let mut sections: Vec<(Address, Address)> = Vec::new();
    for Located { value: written, place } in table.keys() {
        let Some(section) = table.text_at(&written) else { continue };
        let item = programme::agenda_items(&written).filter(|items| items.len() == 1);
        let pair = item.and_then(|items| Some((items[0].clone(), section.value.parse().ok()?)));
        let Some((item, section)) = pair else {
            table.report_value("sections", place.start..section.place.end, "section");
            continue;
        };
        check_item(table, &item, place.start, process);
        sections.push((item, section));
    }
    sections
}

/// Reports an agenda item that the process does not have.
fn check_item(table: &Table<'_>, item: &Address, place: usize, process: &Process) {
    if !process.items.iter().any(|link| link.item == *item) {
        table.report(place, Message::new("calendar-item").with("value", item.to_string()));
    }
}

fn missing(entry: &Table<'_>, key: &'static str) {
    entry.report(entry.place(), Message::new("calendar-missing").with("key", key));
}

fn disordered(entry: &Table<'_>, value: String) {
    entry.report(entry.place(), Message::new("calendar-order").with("value", value));
}

/// `SYMBOL:ADDRESS`.
fn citation(entry: &Table<'_>) -> Option<String> {
    let passage = |text: &str| text.parse::<Reference>().ok();
    entry.parsed("citation", "citation", passage).map(|passage| passage.to_string())
}

/// A name: one for all languages, or one for each.
fn names(entry: &Table<'_>, key: &str) -> Names {
    let name = |language: Option<&str>, name: &str| {
        let language = language.map_or(Some(Language::EN), |language| language.parse().ok())?;
        Some((language, name.to_owned()))
    };
    Names(entry.keyed(key, "names", name).into_iter().collect())
}

#[cfg(test)]
mod tests;
