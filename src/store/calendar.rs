//! A delegate's own calendar, `calendar.toml` of the workspace: read with all its faults at once, only ever added to.

mod entry;
mod write;

use std::path::{Path, PathBuf};

use toml::de::DeTable;

use crate::base::{Error, Result};
use crate::calendar::{Own, add_meetings, programme, session_on};
use crate::model::{Address, Meeting, Process, ReportLink, Session, SessionKind};
use crate::store::file;
use entry::{Entry, Faults};

const NAME: &str = "calendar.toml";
const VERSION: i64 = 1;
/// Longer files are not calendars people write (4 MiB).
const LIMIT: u64 = 4 << 20;
/// What may stand at the top of the file.
const TOP: [&str; 5] = ["version", "process", "sessions", "meetings", "reports"];

/// The file of a workspace.
#[must_use]
pub fn path(workspace: &Path) -> PathBuf {
    workspace.join(NAME)
}

/// Reads the calendar of a workspace; none without a file. What is wrong in it is told, and what is right counts.
/// `wished` is the process of a file that names none.
///
/// The faults: `file-unreadable`, `file-too-big`, `file-not-plain`, `file-not-utf8`, and those of [`read`].
#[must_use]
pub fn load(workspace: &Path, processes: &[Process], wished: &str) -> (Option<Own>, Vec<Error>) {
    match file::text(&path(workspace), LIMIT) {
        Ok(Some(text)) => {
            let (own, faults) = read(&text, processes, wished);
            (Some(own), faults)
        }
        Ok(None) => (None, Vec::new()),
        Err(error) => (None, vec![file::shown_as(error, NAME)]),
    }
}

/// Reads a calendar from its text.
///
/// The faults, each with `file` and `line`: `calendar-broken` (`what`) where it is no TOML; `calendar-newer`
/// (`version`); `calendar-key` (`key`, `known`); `calendar-missing` (`key`); `calendar-value` (`key`, `value`,
/// `expected`); `calendar-process` (`value`, `known`); `calendar-item` (`value`); `calendar-order` (`value`);
/// `calendar-twice` (`value`). An entry with a fault does not count; all others do.
#[must_use]
pub fn read(text: &str, processes: &[Process], wished: &str) -> (Own, Vec<Error>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (table, broken) = DeTable::parse_recoverable(text);
    let mut faults = Faults::new(text);
    for error in &broken {
        faults.broken(error.span().map_or(0, |span| span.start), error.message());
    }
    let own = own(table.get_ref(), processes, wished, &mut faults);
    (own, faults.told())
}

/// Adds meetings of a process that are not there yet to the end of the calendar, and leaves all before as it is;
/// makes the file where there is none. Answers how many were added.
///
/// # Errors
/// What [`load`] finds unreadable; `calendar-faulty` (`file`, `first`) while the file has faults;
/// `calendar-other-process` (`file`, `process`) when it is the calendar of another process; `file-not-written`.
pub(super) fn add(workspace: &Path, meetings: &[Meeting], process: &Process) -> Result<usize> {
    let path = path(workspace);
    let text = file::text(&path, LIMIT).map_err(|error| file::shown_as(error, NAME))?;
    let text = text.unwrap_or_else(|| write::opening(&process.id));
    let processes = std::slice::from_ref(process);
    let (own, faults) = read(&text, processes, &process.id);
    if own.process != process.id {
        return Err(Error::broken("calendar-other-process").with("file", NAME).with("process", own.process));
    }
    if let Some(first) = faults.first() {
        let line = first.message.get("line").cloned().unwrap_or_else(|| "none".into());
        return Err(Error::broken("calendar-faulty").with("file", NAME).with("line", line));
    }
    let mut whole = Process { meetings: own.meetings, ..process.clone() };
    let fresh: Vec<&Meeting> = meetings
        .iter()
        .filter(|meeting| add_meetings(&mut whole, std::slice::from_ref(meeting)) > 0)
        .collect();
    if fresh.is_empty() {
        return Ok(0);
    }
    let written = write::appended(&text, &fresh);
    // Nothing is written that could not be read again, whatever the file was like before.
    let (again, faults) = read(&written, processes, &process.id);
    if !faults.is_empty() || again.meetings.len() != whole.meetings.len() {
        return Err(Error::broken("calendar-faulty").with("file", NAME).with("line", "none"));
    }
    file::write(&path, written.as_bytes())?;
    Ok(fresh.len())
}

/// Reads the whole file.
fn own(table: &DeTable<'_>, processes: &[Process], wished: &str, faults: &mut Faults) -> Own {
    let top = Entry::new(table, 0);
    let newer = top.whole("version", faults).filter(|version| *version > VERSION);
    let named = top.text("process", faults);
    top.known(&TOP, faults);
    let id = named.as_ref().map_or(wished, |(id, _)| id.as_str());
    let mut own = Own { process: id.to_owned(), ..Own::default() };
    if let Some(version) = newer {
        faults.tell("calendar-newer", 0, &[("version", &version)]);
        return own;
    }
    let Some(process) = processes.iter().find(|process| process.id == id) else {
        let known: Vec<&str> = processes.iter().map(|process| process.id.as_str()).collect();
        let place = named.as_ref().map_or(0, |(_, place)| *place);
        faults.tell("calendar-process", place, &[("value", &id), ("known", &known.join(", "))]);
        return own;
    };
    own.sessions = entries(table, "sessions", faults, session);
    let mut whole = process.clone();
    own.lay_over(&mut whole);
    own.meetings = entries(table, "meetings", faults, |entry, faults| meeting(entry, &whole, faults));
    own.reports = entries(table, "reports", faults, |entry, faults| report(entry, process, faults));
    own
}

/// Reads every entry of a list of tables; one with a fault does not count.
fn entries<T: Named>(
    table: &DeTable<'_>,
    key: &'static str,
    faults: &mut Faults,
    mut read: impl FnMut(&Entry<'_>, &mut Faults) -> Option<T>,
) -> Vec<T> {
    let Some(value) = table.get(key) else { return Vec::new() };
    let Some(list) = value.get_ref().as_array() else {
        faults.value(key, value.span(), "tables");
        return Vec::new();
    };
    let mut found: Vec<T> = Vec::new();
    for value in list {
        let place = value.span().start;
        let Some(table) = value.get_ref().as_table() else {
            faults.value(key, value.span(), "tables");
            continue;
        };
        let before = faults.count();
        let entry = Entry::new(table, place);
        if entry.is_broken(faults) {
            continue;
        }
        let Some(entry) = read(&entry, faults).filter(|_| faults.count() == before) else { continue };
        if found.iter().any(|other| other.is_same(&entry)) {
            faults.tell("calendar-twice", place, &[("key", &key), ("value", &entry.name())]);
        } else {
            found.push(entry);
        }
    }
    found
}

/// What an entry is called, and when two of them say the same thing.
trait Named {
    fn name(&self) -> String;
    fn is_same(&self, other: &Self) -> bool;
}

impl Named for Session {
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

impl Named for Meeting {
    fn name(&self) -> String {
        self.from
            .map_or_else(|| self.date.to_string(), |from| format!("{} {}", self.date, from.format("%H:%M")))
    }
    fn is_same(&self, other: &Self) -> bool {
        Meeting::is_same(self, other)
    }
}

impl Named for ReportLink {
    fn name(&self) -> String {
        self.symbol.to_string()
    }
    fn is_same(&self, other: &Self) -> bool {
        self.symbol == other.symbol
    }
}

fn session(entry: &Entry<'_>, faults: &mut Faults) -> Option<Session> {
    entry.known(&["kind", "number", "from", "to", "year", "place", "about", "citation", "words"], faults);
    let number = entry.count("number", faults);
    let kind = match entry.text("kind", faults) {
        Some((name, place)) => {
            let kind = SessionKind::from_name(&name);
            if kind.is_none() {
                faults.value("kind", place..place + name.len() + 2, "kind");
            }
            kind?
        }
        None if number.is_some() => SessionKind::Substantive,
        None => {
            if !entry.has("number") && !entry.has("kind") {
                faults.tell("calendar-missing", entry.place, &[("key", &"number")]);
            }
            return None;
        }
    };
    let (from, to) = (entry.date("from", faults), entry.date("to", faults));
    let year = entry.whole("year", faults).and_then(|year| i32::try_from(year).ok());
    if from.is_none() && (year.is_none() || to.is_some()) {
        faults.tell("calendar-missing", entry.place, &[("key", &"from")]);
    }
    if let Some((from, to)) = from.zip(to).filter(|(from, to)| from > to) {
        faults.tell("calendar-order", entry.place, &[("value", &format!("{from} – {to}"))]);
    }
    Some(Session {
        kind,
        number,
        from,
        to: to.or(from),
        year,
        place: entry.names("place", faults),
        about: entry.names("about", faults),
        citation: entry.citation("citation", faults),
        words: entry.text("words", faults).map(|(words, _)| words).unwrap_or_default(),
        own: true,
    })
}

fn meeting(entry: &Entry<'_>, process: &Process, faults: &mut Faults) -> Option<Meeting> {
    entry.known(&["session", "number", "date", "from", "to", "items", "about"], faults);
    let date = entry.date("date", faults);
    if date.is_none() && !entry.has("date") {
        faults.tell("calendar-missing", entry.place, &[("key", &"date")]);
    }
    let (from, to) = (entry.time("from", faults), entry.time("to", faults));
    if let Some((from, to)) = from.zip(to).filter(|(from, to)| from >= to) {
        let hours = format!("{} – {}", from.format("%H:%M"), to.format("%H:%M"));
        faults.tell("calendar-order", entry.place, &[("value", &hours)]);
    }
    let mut items: Vec<Address> = Vec::new();
    for (item, place) in entry.texts("items", faults) {
        let Some(read) = programme::agenda_items(&item) else {
            faults.value("items", place.clone(), "item");
            continue;
        };
        for item in read {
            if !process.items.iter().any(|link| link.item == item) {
                faults.tell("calendar-item", place.start, &[("value", &item)]);
            }
            items.push(item);
        }
    }
    let session = entry.count("session", faults);
    let on = date.and_then(|date| session_on(process, date)).and_then(|session| session.number);
    Some(Meeting {
        session: session.or(on),
        number: entry.count("number", faults),
        date: date?,
        from,
        to,
        items,
        about: entry.text("about", faults).map(|(about, _)| about).unwrap_or_default(),
    })
}

fn report(entry: &Entry<'_>, process: &Process, faults: &mut Faults) -> Option<ReportLink> {
    entry.known(&["symbol", "sections", "next_sessions", "citation"], faults);
    let symbol = entry.parsed("symbol", "symbol", faults);
    if !entry.has("symbol") {
        faults.tell("calendar-missing", entry.place, &[("key", &"symbol")]);
    }
    let mut sections: Vec<(Address, Address)> = Vec::new();
    for (item, section, place) in entry.pairs("sections", faults) {
        let read = programme::agenda_items(&item).filter(|items| items.len() == 1);
        let Some((item, section)) = read.and_then(|items| Some((items[0].clone(), section.parse().ok()?)))
        else {
            faults.value("sections", place, "section");
            continue;
        };
        if !process.items.iter().any(|link| link.item == item) {
            faults.tell("calendar-item", place.start, &[("value", &item)]);
        }
        sections.push((item, section));
    }
    let next_sessions = entry.counts("next_sessions", faults);
    let citation = entry.citation("citation", faults);
    Some(ReportLink { symbol: symbol?, sections, next_sessions, citation })
}

#[cfg(test)]
mod tests;
