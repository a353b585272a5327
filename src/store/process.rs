//! Process files: `data/processes/*.toml` read into [`Process`], all faults of a file told at once.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::base::{Error, Lines};
use crate::model::{
    Address, AgendaLink, Names, Place, Process, Reference, ReportLink, Session, SessionKind, Symbol,
};

const BUNDLED: [(&str, &str); 2] = [
    ("oewg-2019-2021.toml", include_str!("../../data/processes/oewg-2019-2021.toml")),
    ("oewg-2021-2025.toml", include_str!("../../data/processes/oewg-2021-2025.toml")),
];

/// The processes that come with the program, oldest first.
#[must_use]
pub fn processes() -> Vec<Process> {
    BUNDLED.iter().map(|(file, text)| parse(file, text).expect("the bundled processes are sound")).collect()
}

/// Reads a process file; `file` is its name as messages should say it.
///
/// # Errors
///
/// All faults of the file at once, each with its line: `process-syntax` when it is not such a file at all,
/// `process-value` for a value that cannot be read, `process-order` for dates that run backwards,
/// `process-unknown-item` for a pairing with an item the agenda does not have, `process-twice` for a
/// second session with the same number.
pub fn parse(file: &str, text: &str) -> Result<Process, Vec<Error>> {
    let stored: Stored = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| Lines::of(text).number(span.start));
        vec![
            Error::broken("process-syntax")
                .with("file", file)
                .with("line", line)
                .with("detail", error.message()),
        ]
    })?;
    let mut reader = Reader { file, lines: Lines::of(text), faults: Vec::new() };
    let process = reader.process(stored);
    match process {
        Some(process) if reader.faults.is_empty() => Ok(process),
        _ => Err(reader.faults),
    }
}

type Text = Spanned<String>;
type StoredNames = BTreeMap<Text, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    id: String,
    time_zone: Text,
    agenda: Text,
    names: StoredNames,
    #[serde(default)]
    items: Vec<StoredItem>,
    #[serde(default)]
    reports: Vec<StoredReport>,
    #[serde(default)]
    sessions: Vec<Spanned<StoredSession>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredItem {
    item: Text,
    short: StoredNames,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredReport {
    symbol: Text,
    citation: Text,
    #[serde(default)]
    next_sessions: Vec<u32>,
    #[serde(default)]
    sections: BTreeMap<Text, Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredSession {
    kind: Text,
    number: Option<u32>,
    from: Option<Spanned<Datetime>>,
    to: Option<Spanned<Datetime>>,
    year: Option<i32>,
    #[serde(default)]
    place: StoredNames,
    #[serde(default)]
    about: StoredNames,
    citation: Text,
    #[serde(default)]
    words: String,
}

/// Turns stored values into the model's, gathering what cannot be read.
struct Reader<'a> {
    file: &'a str,
    lines: Lines,
    faults: Vec<Error>,
}

impl Reader<'_> {
    fn process(&mut self, stored: Stored) -> Option<Process> {
        let time_zone = self.value::<Tz>("time_zone", &stored.time_zone);
        let agenda = self.reference("agenda", &stored.agenda);
        let names = self.names(stored.names);
        let items: Vec<AgendaLink> = stored.items.into_iter().filter_map(|item| self.item(item)).collect();
        let reports = stored.reports.into_iter().filter_map(|report| self.report(report, &items)).collect();
        let mut sessions: Vec<Session> = Vec::new();
        for stored in stored.sessions {
            let line = stored.span().start;
            let Some(session) = self.session(stored.into_inner(), line) else { continue };
            if session.number.is_some() && sessions.iter().any(|other| other.number == session.number) {
                self.fault("process-twice", line, "number", &session.number.unwrap_or_default());
            }
            sessions.push(session);
        }
        Some(Process {
            id: stored.id,
            names,
            agenda: agenda?,
            items,
            reports,
            sessions,
            meetings: Vec::new(),
            time_zone: time_zone?,
        })
    }

    fn item(&mut self, stored: StoredItem) -> Option<AgendaLink> {
        let short = self.names(stored.short);
        let item = self.value::<Address>("item", &stored.item)?;
        if !matches!(item.place, Place::Item(_)) {
            self.fault("process-value", stored.item.span().start, "item", &item);
        }
        Some(AgendaLink { item, short })
    }

    fn report(&mut self, stored: StoredReport, items: &[AgendaLink]) -> Option<ReportLink> {
        let symbol = self.value::<Symbol>("symbol", &stored.symbol);
        let citation = self.reference("citation", &stored.citation).map(written);
        let mut sections = Vec::new();
        for (item, section) in &stored.sections {
            let (of, section) = (self.value::<Address>("sections", item), self.value("sections", section));
            let (Some(of), Some(section)) = (of, section) else { continue };
            if !items.iter().any(|link| link.item == of) {
                self.fault("process-unknown-item", item.span().start, "sections", &of);
            }
            sections.push((of, section));
        }
        Some(ReportLink {
            symbol: symbol?,
            sections,
            next_sessions: stored.next_sessions,
            citation: Some(citation?),
        })
    }

    fn session(&mut self, stored: StoredSession, place: usize) -> Option<Session> {
        let kind = SessionKind::from_name(stored.kind.get_ref());
        if kind.is_none() {
            self.fault("process-value", stored.kind.span().start, "kind", stored.kind.get_ref());
        }
        let from = stored.from.and_then(|date| self.date("from", &date));
        let to = stored.to.and_then(|date| self.date("to", &date));
        if let Some((from, to)) = from.zip(to).filter(|(from, to)| from > to) {
            self.fault("process-order", place, "sessions", &format!("{from} – {to}"));
        }
        let citation = self.reference("citation", &stored.citation).map(written);
        let (place, about) = (self.names(stored.place), self.names(stored.about));
        Some(Session {
            kind: kind?,
            number: stored.number,
            from,
            to,
            year: stored.year,
            place,
            about,
            citation: Some(citation?),
            words: stored.words,
            own: false,
        })
    }

    fn names(&mut self, stored: StoredNames) -> Names {
        let read = stored
            .into_iter()
            .filter_map(|(language, name)| Some((self.value("language", &language)?, name)));
        Names(read.collect())
    }

    fn date(&mut self, field: &'static str, stored: &Spanned<Datetime>) -> Option<NaiveDate> {
        let date =
            stored.get_ref().date.filter(|_| stored.get_ref().time.is_none()).and_then(|date| {
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            });
        if date.is_none() {
            self.fault("process-value", stored.span().start, field, stored.get_ref());
        }
        date
    }

    fn reference(&mut self, field: &'static str, stored: &Text) -> Option<Reference> {
        let read = stored.get_ref().split_once(':').and_then(|(symbol, address)| {
            Some(Reference { symbol: symbol.parse().ok()?, address: address.parse().ok()? })
        });
        if read.is_none() {
            self.fault("process-value", stored.span().start, field, stored.get_ref());
        }
        read
    }

    fn value<T: FromStr>(&mut self, field: &'static str, stored: &Text) -> Option<T> {
        let read = stored.get_ref().parse().ok();
        if read.is_none() {
            self.fault("process-value", stored.span().start, field, stored.get_ref());
        }
        read
    }

    fn fault(&mut self, id: &'static str, place: usize, field: &'static str, value: &dyn Display) {
        let fault = Error::broken(id).with("file", self.file).with("line", self.lines.number(place));
        self.faults.push(fault.with("field", field).with("value", value.to_string()));
    }
}

fn written(reference: Reference) -> String {
    format!("{}:{}", reference.symbol, reference.address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_processes_are_read_whole() {
        let processes = processes();
        let counts: Vec<_> = processes
            .iter()
            .map(|process| (process.id.as_str(), process.items.len(), process.sessions.len()))
            .collect();
        assert_eq!(counts, [("oewg-2019-2021", 13, 12), ("oewg-2021-2025", 15, 19)]);
        for process in &processes {
            let first_days: Vec<_> = process.sessions.iter().filter_map(|session| session.from).collect();
            assert!(first_days.is_sorted(), "sessions of {} stand in order of time", process.id);
        }
    }

    const MONTHS: [&str; 12] = [
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
    ];

    /// The days a French sentence names; "les 15 et 17 juin et le 2 juillet 2020" names three.
    fn days_named(words: &str) -> Vec<NaiveDate> {
        let folded = crate::base::text::fold(words).replace(',', " ");
        let (mut open, mut found): (Vec<(u32, Option<u32>)>, Vec<NaiveDate>) = (Vec::new(), Vec::new());
        for word in folded.split_whitespace() {
            if let Some(month) = MONTHS.iter().position(|month| *month == word) {
                let month = u32::try_from(month).unwrap() + 1;
                open.iter_mut().filter(|day| day.1.is_none()).for_each(|day| day.1 = Some(month));
            } else if let Ok(number) = word.trim_end_matches("er").parse::<u32>() {
                if number <= 31 {
                    open.push((number, None));
                } else {
                    let year = i32::try_from(number).unwrap();
                    let dated = |(day, month): (u32, Option<u32>)| NaiveDate::from_ymd_opt(year, month?, day);
                    found.extend(open.drain(..).filter_map(dated));
                }
            }
        }
        found
    }

    #[test]
    fn every_date_stands_in_the_words_beside_it() {
        for process in processes() {
            for session in &process.sessions {
                let named = days_named(&session.words);
                for date in session.from.iter().chain(&session.to) {
                    assert!(named.contains(date), "{date} does not stand in « {} »", session.words);
                }
                assert_eq!(session.from.is_some(), session.to.is_some());
                let year = session.year.map(|year| year.to_string()).unwrap_or_default();
                assert!(session.words.contains(&year), "{year} does not stand in « {} »", session.words);
                let (symbol, address) = session.citation.as_ref().unwrap().split_once(':').unwrap();
                assert!(symbol.parse::<Symbol>().is_ok() && address.parse::<Address>().is_ok());
            }
        }
    }

    #[test]
    fn items_lead_to_their_sections() {
        let processes = processes();
        let report = "A/77/275".parse().unwrap();
        let section = |item: &str| {
            let found = processes[1].section(&report, &item.parse().unwrap());
            found.map(ToString::to_string)
        };
        for (item, expected) in [("a", "C"), ("c", "G"), ("d", "B"), ("e", "D"), ("f", "E"), ("g", "F")] {
            assert_eq!(section(&format!("item/5/{item}")), Some(format!("annex/heading/{expected}")));
        }
        assert_eq!(section("item/5/b"), None, "no section belongs to item 5 b)");
        assert_eq!(processes[1].report(&report).unwrap().next_sessions, [4, 5]);
    }

    #[test]
    fn all_faults_are_told_at_once_with_their_lines() {
        let text = "id = 'x'\ntime_zone = 'Mars/Olympus'\nagenda = 'A/77/275'\nnames = { xyz = 'n' }\n\
            [[items]]\nitem = 'heading/I'\nshort = {}\n[[reports]]\nsymbol = 'A'\ncitation = 'A/1:2'\n\
            [reports.sections]\n'item/9' = 'annex/heading/A'\n[[sessions]]\nkind = 'gala'\n\
            from = 2023-03-10\nto = 2023-03-06\ncitation = 'here'\n";
        let faults: Vec<_> = parse("x.toml", text)
            .unwrap_err()
            .into_iter()
            .map(|fault| {
                (fault.message.id, fault.message.args[1].1.to_string(), fault.message.args[2].1.to_string())
            })
            .collect();
        let expected = [
            ("process-value", "2", "time_zone"),
            ("process-value", "3", "agenda"),
            ("process-value", "4", "language"),
            ("process-value", "6", "item"),
            ("process-value", "9", "symbol"),
            ("process-unknown-item", "12", "sections"),
            ("process-value", "14", "kind"),
            ("process-order", "13", "sessions"),
            ("process-value", "17", "citation"),
        ];
        let expected = expected.map(|(id, line, field)| (id, line.to_owned(), field.to_owned()));
        assert_eq!(faults, expected);
        let syntax = parse("x.toml", "id = [").unwrap_err();
        assert_eq!((syntax.len(), syntax[0].message.id), (1, "process-syntax"));
    }
}
