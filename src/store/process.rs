//! Process files: `data/processes/*.toml` read into [`Process`], with all errors of a file reported at once.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::LazyLock;

use chrono_tz::Tz;

use crate::base::table::{self, Located, Messages, Table};
use crate::base::{Error, Message};
use crate::model::{
    Address, AgendaLink, BodyNames, Language, Names, Place, Process, Reference, ReportLink, Session,
    SessionKind, Symbol,
};

const BUNDLED: [(&str, &str); 2] = [
    ("oewg-2019-2021.toml", include_str!("../../data/processes/oewg-2019-2021.toml")),
    ("oewg-2021-2025.toml", include_str!("../../data/processes/oewg-2021-2025.toml")),
];

static READ: LazyLock<Vec<Process>> = LazyLock::new(|| {
    BUNDLED.iter().map(|(file, text)| parse(file, text).expect("the bundled processes are sound")).collect()
});

/// The processes that come with the program, oldest first.
#[must_use]
pub fn processes() -> Vec<Process> {
    READ.clone()
}

const MESSAGES: Messages = Messages {
    syntax: "process-syntax",
    unknown_key: "process-key",
    missing_key: "process-missing",
    value: "process-value",
};

/// Reads a process file; `file` is its name in messages.
///
/// # Errors
///
/// All errors of the file at once, each with its line: `process-syntax` where it is not TOML, `process-key` and
/// `process-missing` for keys, `process-value` for a value that cannot be read, `process-order` for a session that ends
/// before it begins, `process-unknown-item` for a section of an item that the agenda does not have, `process-twice` for a
/// second session with the same number.
pub fn parse(file: &str, text: &str) -> Result<Process, Vec<Error>> {
    match table::read(file, text, &MESSAGES, process) {
        (Some(process), errors) if errors.is_empty() => Ok(process),
        (_, errors) => Err(errors),
    }
}

fn process(root: &Table<'_>) -> Option<Process> {
    root.require(&["id", "time_zone", "agenda", "names"]);
    let id = root.text("id");
    let time_zone = parsed::<Tz>(root, "time_zone", "time-zone");
    let agenda = reference(root, "agenda");
    let names = names(root, "names");
    let body = root.table("body", body).unwrap_or_default();
    let items: Vec<AgendaLink> = values(root.tables("items", item));
    let reports = values(root.tables("reports", |entry| report(entry, &items)));
    let sessions = root.tables("sessions", session);
    for (at, Located { value: session, place }) in sessions.iter().enumerate() {
        let before = sessions[..at].iter().map(|session| session.value.number);
        if let Some(number) =
            session.number.filter(|_| before.into_iter().any(|other| other == session.number))
        {
            root.report(place.start, Message::new("process-twice").with("value", number));
        }
    }
    Some(Process {
        id: id?,
        names,
        body,
        agenda: agenda?,
        items,
        reports,
        sessions: values(sessions),
        meetings: Vec::new(),
        deadlines: Vec::new(),
        time_zone: time_zone?,
    })
}

/// How each language names the body: one table for each, `[body.fr]`.
fn body(table: &Table<'_>) -> BTreeMap<Language, BodyNames> {
    let mut body = BTreeMap::new();
    for Located { value: code, place } in table.keys() {
        let Ok(language) = code.parse::<Language>() else {
            table.report_value("body", place, "language");
            continue;
        };
        body.extend(table.table(&code, body_names).map(|names| (language, names)));
    }
    body
}

fn body_names(table: &Table<'_>) -> BodyNames {
    BodyNames {
        names: table.texts("names"),
        of: table.texts("of"),
        within: table.texts("within"),
        possessive: table.texts("possessive"),
    }
}

fn item(entry: &Table<'_>) -> Option<AgendaLink> {
    entry.require(&["item", "short"]);
    let short = names(entry, "short");
    let is_item = |address: &Address| matches!(address.place, Place::Item(_));
    let item = entry.parsed("item", "item", |text| text.parse().ok().filter(is_item));
    Some(AgendaLink { item: item?, short, subjects: entry.texts("subjects") })
}

fn report(entry: &Table<'_>, items: &[AgendaLink]) -> Option<ReportLink> {
    entry.require(&["symbol", "citation"]);
    let symbol = parsed::<Symbol>(entry, "symbol", "symbol");
    let citation = reference(entry, "citation");
    let next_sessions = entry.counts("next_sessions");
    let sections = entry.table("sections", |table| sections(table, items)).unwrap_or_default();
    Some(ReportLink { symbol: symbol?, sections, next_sessions, citation: Some(written(&citation?)) })
}

/// Which section of a report belongs to which agenda item: `"item/5/f" = "annex/heading/E"`.
fn sections(table: &Table<'_>, items: &[AgendaLink]) -> Vec<(Address, Address)> {
    let mut sections = Vec::new();
    for Located { value: written, place } in table.keys() {
        let section = parsed::<Address>(table, &written, "address");
        let Ok(item) = written.parse::<Address>() else {
            table.report_value("sections", place, "item");
            continue;
        };
        let Some(section) = section else { continue };
        if !items.iter().any(|link| link.item == item) {
            let message = Message::new("process-unknown-item").with("key", "sections");
            table.report(place.start, message.with("value", item.to_string()));
        }
        sections.push((item, section));
    }
    sections
}

fn session(entry: &Table<'_>) -> Option<Session> {
    entry.require(&["kind", "citation"]);
    let kind = entry.parsed("kind", "kind", SessionKind::from_name);
    let (from, to) = (entry.date("from"), entry.date("to"));
    if let Some((from, to)) = from.zip(to).filter(|(from, to)| from > to) {
        let message = Message::new("process-order").with("key", "sessions");
        entry.report(entry.place(), message.with("value", format!("{from} – {to}")));
    }
    let (number, year) = (entry.number("number"), entry.number("year"));
    let (place, about) = (names(entry, "place"), names(entry, "about"));
    let (citation, words) = (reference(entry, "citation"), entry.text("words").unwrap_or_default());
    Some(Session {
        kind: kind?,
        number,
        from,
        to,
        year,
        place,
        about,
        citation: Some(written(&citation?)),
        words,
        own: false,
    })
}

/// Names by language.
fn names(entry: &Table<'_>, key: &str) -> Names {
    let name =
        |language: Option<&str>, name: &str| Some((language?.parse::<Language>().ok()?, name.to_owned()));
    Names(entry.keyed(key, "names", name).into_iter().collect())
}

/// `SYMBOL:ADDRESS`.
fn reference(entry: &Table<'_>, key: &str) -> Option<Reference> {
    parsed(entry, key, "citation")
}

fn parsed<T: FromStr>(entry: &Table<'_>, key: &str, expected: &'static str) -> Option<T> {
    entry.parsed(key, expected, |text| text.parse().ok())
}

fn values<T>(located: Vec<Located<T>>) -> Vec<T> {
    located.into_iter().map(|located| located.value).collect()
}

fn written(reference: &Reference) -> String {
    format!("{}:{}", reference.symbol, reference.address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

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
            assert!(first_days.is_sorted(), "sessions of {} are in order of time", process.id);
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
    fn every_date_is_in_the_words_quoted_with_it() {
        for process in processes() {
            for session in &process.sessions {
                let named = days_named(&session.words);
                for date in session.from.iter().chain(&session.to) {
                    assert!(named.contains(date), "{date} is not in « {} »", session.words);
                }
                assert_eq!(session.from.is_some(), session.to.is_some());
                let year = session.year.map(|year| year.to_string()).unwrap_or_default();
                assert!(session.words.contains(&year), "{year} is not in « {} »", session.words);
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
    fn each_language_names_the_body_and_a_file_without_names_is_read_too() {
        let text = "id = 'x'\ntime_zone = 'America/New_York'\nagenda = 'A/77/275:6'\nnames = { en = 'n' }\n";
        assert!(parse("x.toml", text).unwrap().body.is_empty());
        let body =
            parse("x.toml", &format!("{text}[body.en]\nnames = ['Working Group', 'OEWG']\n")).unwrap().body;
        assert_eq!(body[&Language::EN].names, ["Working Group", "OEWG"]);
        assert!(body[&Language::EN].of.is_empty());
        let errors = parse("x.toml", &format!("{text}[body.english]\n[body.fr]\nname = 'Groupe'\nof = 3\n"));
        let errors: Vec<_> = errors
            .unwrap_err()
            .iter()
            .map(|error| (error.message.id, error.message.args[1].1.to_string()))
            .collect();
        let expected = [("process-value", "5"), ("process-key", "7"), ("process-value", "8")];
        assert_eq!(errors, expected.map(|(id, line)| (id, line.to_owned())));
    }

    #[test]
    fn all_errors_are_reported_at_once_with_their_lines() {
        let text = "id = 'x'\ntime_zone = 'Mars/Olympus'\nagenda = 'A/77/275'\nnames = { xyz = 'n' }\n\
            [[items]]\nitem = 'heading/I'\nshort = {}\n[[reports]]\nsymbol = 'A'\ncitation = 'A/1:2'\n\
            [reports.sections]\n'item/9' = 'annex/heading/A'\n[[sessions]]\nkind = 'gala'\n\
            from = 2023-03-10\nto = 2023-03-06\ncitation = 'here'\n";
        let errors: Vec<_> = parse("x.toml", text)
            .unwrap_err()
            .into_iter()
            .map(|error| {
                (error.message.id, error.message.args[1].1.to_string(), error.message.args[2].1.to_string())
            })
            .collect();
        let expected = [
            ("process-value", "2", "time_zone"),
            ("process-value", "3", "agenda"),
            ("process-value", "4", "names"),
            ("process-value", "6", "item"),
            ("process-value", "9", "symbol"),
            ("process-unknown-item", "12", "sections"),
            ("process-order", "13", "sessions"),
            ("process-value", "14", "kind"),
            ("process-value", "17", "citation"),
        ];
        let expected = expected.map(|(id, line, key)| (id, line.to_owned(), key.to_owned()));
        assert_eq!(errors, expected);
        let syntax = parse("x.toml", "id = [").unwrap_err();
        assert_eq!((syntax.len(), syntax[0].message.id), (1, "process-syntax"));
    }
}
