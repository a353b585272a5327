//! Days of a working group's life, looked up as a delegate would.

use super::*;
use crate::model::{AgendaLink, Names, Process, Reference, Session, SessionKind};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn session(
    kind: SessionKind,
    number: Option<u32>,
    dates: Option<(&str, &str)>,
    year: Option<i32>,
) -> Session {
    Session {
        kind,
        number,
        from: dates.map(|(from, _)| day(from)),
        to: dates.map(|(_, to)| day(to)),
        year,
        place: Names::default(),
        about: Names::default(),
        citation: Some("A/99/1:2".to_owned()),
        words: String::new(),
        own: false,
    }
}

fn process(sessions: Vec<Session>) -> Process {
    let agenda = Reference { symbol: "A/99/1".parse().unwrap(), address: "6".parse().unwrap() };
    Process {
        id: "group".to_owned(),
        names: Names::default(),
        body: std::collections::BTreeMap::default(),
        agenda,
        items: Vec::new(),
        reports: Vec::new(),
        sessions,
        meetings: Vec::new(),
        deadlines: Vec::new(),
        time_zone: chrono_tz::America::New_York,
    }
}

/// The same with an agenda of these items.
pub(super) fn with_items(mut process: Process, items: &[&str]) -> Process {
    let link = |item: &&str| {
        let subjects = if *item == "5/c" { vec!["Rules of the road".to_owned()] } else { Vec::new() };
        AgendaLink { item: format!("item/{item}").parse().unwrap(), short: Names::default(), subjects }
    };
    process.items = items.iter().map(link).collect();
    process
}

pub(super) fn group() -> Process {
    use SessionKind::{Intersessional, Organizational, Substantive};
    process(vec![
        session(Organizational, None, Some(("2031-06-02", "2031-06-02")), None),
        session(Substantive, Some(1), Some(("2031-12-11", "2031-12-17")), None),
        session(Intersessional, None, Some(("2031-12-16", "2031-12-16")), None),
        session(Intersessional, None, Some(("2032-02-03", "2032-02-04")), None),
        session(Substantive, Some(2), Some(("2032-03-08", "2032-03-12")), None),
        session(Substantive, Some(3), None, None),
        session(Substantive, Some(4), None, Some(2033)),
    ])
}

#[track_caller]
fn case(today: &str, expected: &str) {
    let process = group();
    let name = |session: Option<&Session>| match session {
        Some(session) => session.number.map_or(session.kind.name().to_owned(), |number| number.to_string()),
        None => "-".to_owned(),
    };
    let found = match standing(&process, day(today)) {
        Standing::During { session, day, of } => format!("{}: {day}/{of}", name(Some(session))),
        Standing::Between { last, next, days_until } => {
            format!("{}..{} {}", name(last), name(next), days_until.map_or("?".to_owned(), |d| d.to_string()))
        }
        Standing::NoDates => "no dates".to_owned(),
    };
    assert_eq!(found, expected, "on {today}");
}

#[test]
fn every_day_is_in_or_between_sessions() {
    case("2031-05-30", "-..organizational 3");
    case("2031-06-02", "organizational: 1/1");
    case("2031-06-03", "organizational..1 191");
    case("2031-12-11", "1: 1/5");
    case("2031-12-14", "1: 2/5"); // a Sunday in the middle
    case("2031-12-16", "1: 4/5"); // the formal session goes before the informal meeting
    case("2032-02-03", "intersessional: 1/2");
    case("2032-02-05", "1..2 32");
    case("2032-03-12", "2: 5/5");
    case("2032-03-13", "2..3 ?");
    case("2033-11-01", "2..3 ?");
    case("2034-01-01", "2..- ?");
}

#[test]
fn a_group_without_dates_says_so() {
    let process = process(vec![session(SessionKind::Substantive, Some(1), None, Some(2031))]);
    assert_eq!(standing(&process, day("2031-01-01")), Standing::NoDates);
    assert_eq!(default_session(&process, day("2031-01-01")), None);
}

#[test]
fn one_works_for_the_session_that_is_on_or_comes_next() {
    let cases =
        [("2031-01-01", 1), ("2031-12-12", 1), ("2032-02-03", 2), ("2032-03-12", 2), ("2040-01-01", 2)];
    for (today, expected) in cases {
        assert_eq!(default_session(&group(), day(today)), Some(expected), "on {today}");
    }
}

#[test]
fn deadlines_are_solved_by_the_sessions() {
    let case = |deadline, expected: Option<&str>, basis: &str| {
        let (date, found) = solve(deadline, &Calendar { process: Some(&group()), adoption: adopted() });
        assert_eq!((date, found.name().as_str()), (expected.map(day), basis));
        let dated_by_session = date.is_some() && matches!(deadline, Relative::Session { .. });
        assert_eq!(found.citation().is_some(), dated_by_session);
    };
    case(Relative::Day(day("2032-01-31")), Some("2032-01-31"), "stated");
    case(Relative::Month { year: 2032, month: 2 }, Some("2032-02-29"), "end-of-month");
    case(Relative::Month { year: 2031, month: 12 }, Some("2031-12-31"), "end-of-month");
    case(Relative::Year(2033), Some("2033-12-31"), "end-of-year");
    let session = |number, edge| Relative::Session { number, edge };
    case(session(2, Edge::Start), Some("2032-03-08"), "start-of-session-2");
    case(session(2, Edge::Before), Some("2032-03-07"), "before-session-2");
    case(session(2, Edge::End), Some("2032-03-12"), "end-of-session-2");
    case(session(3, Edge::Start), None, "start-of-session-3");
    case(session(9, Edge::End), None, "end-of-session-9");
    case(Relative::BeforeDay(day("2032-03-01")), Some("2032-02-29"), "day-before");
}

/// A report adopted in autumn, as its second paragraph says.
fn adopted() -> Option<(NaiveDate, Reference)> {
    Some((day("2031-09-29"), "A/86/1:2".parse().unwrap()))
}

#[test]
fn stretches_of_time_are_counted_from_where_the_text_says() {
    let case = |count, unit, anchor, expected: Option<&str>, basis: &str| {
        let deadline = Relative::Lapse { lapse: Lapse { count, unit }, anchor };
        let (date, found) = solve(deadline, &Calendar { process: Some(&group()), adoption: adopted() });
        assert_eq!((date, found.name().as_str()), (expected.map(day), basis));
        assert_eq!(found.citation().is_some(), date.is_some());
    };
    case(6, Unit::Months, Anchor::Adoption, Some("2032-03-29"), "6-months-after-adoption");
    let counted = Relative::Lapse { lapse: Lapse { count: 6, unit: Unit::Months }, anchor: Anchor::Adoption };
    assert_eq!(solve(counted, &Calendar::default()).0, None, "nobody knows when it was adopted");
    case(4, Unit::Weeks, Anchor::BeforeSession(2), Some("2032-02-09"), "4-weeks-before-session-2");
    case(30, Unit::Days, Anchor::AfterSession(2), Some("2032-04-11"), "30-days-after-session-2");
    case(1, Unit::Years, Anchor::AfterSession(1), Some("2032-12-17"), "1-years-after-session-1");
    case(2, Unit::Months, Anchor::BeforeSession(3), None, "2-months-before-session-3");
    case(u32::MAX, Unit::Years, Anchor::AfterSession(1), None, "4294967295-years-after-session-1");
}

#[test]
fn working_days_leave_weekends_out() {
    for (from, to, expected) in [
        ("2032-03-08", "2032-03-12", 5),
        ("2032-03-12", "2032-03-15", 2),
        ("2032-03-13", "2032-03-14", 0),
        ("2032-03-15", "2032-03-08", 0),
    ] {
        assert_eq!(working_days(day(from), day(to)), expected);
    }
}

#[test]
fn the_room_has_its_own_clock() {
    let instant = DateTime::parse_from_rfc3339("2023-03-06T16:44:00+01:00").unwrap();
    assert_eq!(room_time(instant, chrono_tz::America::New_York).format("%H:%M").to_string(), "10:44");
    let summer = DateTime::parse_from_rfc3339("2023-07-24T16:44:00+02:00").unwrap();
    assert_eq!(room_time(summer, chrono_tz::America::New_York).format("%H:%M").to_string(), "10:44");
}
