//! Calendars as delegates write them, with and without mistakes.

use super::*;
use crate::store::process::processes;

const ID: &str = "oewg-2021-2025";

#[track_caller]
fn sound(text: &str) -> Own {
    let (own, errors) = read(text, &processes(), ID);
    assert_eq!(errors, []);
    own
}

fn errors(text: &str) -> Vec<String> {
    read(text, &processes(), ID).1.iter().map(ToString::to_string).collect()
}

fn group() -> Process {
    processes().into_iter().find(|process| process.id == ID).unwrap()
}

#[test]
fn sessions_meetings_and_reports_are_read_and_laid_over_the_process() {
    let own = sound(
        "# mine\nversion = 1\n\n[[sessions]]\nnumber = 8\nfrom = 2024-07-08\nto = 2024-07-12\nplace = 'Genève'\n\
        [[sessions]]\nkind = 'intersessional'\nfrom = 2023-09-05\nabout = { fr = 'Réunion', en = 'Meeting' }\n\
        [[meetings]]\nnumber = 1\ndate = 2023-03-06\nfrom = '10 a.m.'\nto = 13:00:00\nitems = ['5 a)', 'item/5/d']\nabout = 'ouverture'\n\
        [[reports]]\nsymbol = 'A/78/265'\nnext_sessions = [6, 7]\nsections = { '5 f)' = 'annex/heading/E' }\n",
    );
    let mut process = group();
    own.lay_over(&mut process);
    let eighth = process.session(8).unwrap();
    assert_eq!(
        (eighth.from.unwrap().to_string().as_str(), eighth.own, eighth.citation.as_deref()),
        ("2024-07-08", true, None)
    );
    assert_eq!(eighth.place.get(crate::model::Language::FR), "Genève");
    let numbers: Vec<u32> = process.sessions.iter().filter_map(|session| session.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8], "sessions stay in order, with or without dates");
    let after = process.sessions.iter().position(|session| session.number == Some(5)).unwrap();
    assert_eq!(process.sessions[after + 1].about.get(crate::model::Language::EN), "Meeting");
    let meeting = &process.meetings[0];
    assert_eq!((meeting.session, meeting.number), (Some(4), Some(1)), "its day determines the session");
    assert_eq!(meeting.items.iter().map(ToString::to_string).collect::<Vec<_>>(), ["item/5/a", "item/5/d"]);
    let report = process.report(&"A/78/265".parse().unwrap()).unwrap();
    assert_eq!((report.next_sessions.as_slice(), report.sections.len()), ([6, 7].as_slice(), 1));
    let untouched = group();
    assert_eq!(
        process.session(4),
        untouched.session(4),
        "what the calendar does not name stays as in the documents"
    );
}

#[test]
fn deadlines_are_days_or_counted_from_a_session() {
    let case = |by: &str, date: Option<&str>, session: Option<u32>| {
        let own = sound(&format!("[[deadlines]]\nby = \"{by}\"\n"));
        let deadline = &own.deadlines[0];
        let found = deadline.date.map(|date| date.to_string());
        assert_eq!((found.as_deref(), deadline.session), (date, session), "{by}");
        assert_eq!(deadline.kind, DeadlineKind::Tabling);
    };
    // The fifth session opens on Monday 24 July 2023.
    case("four business days before the fifth session", Some("2023-07-18"), Some(5));
    case("Six working days before the opening of the fifth session.", Some("2023-07-14"), Some(5));
    case("quatre jours ouvrables avant la cinquième session", Some("2023-07-18"), Some(5));
    case("Amendments: no later than two weeks before the fifth session", Some("2023-07-10"), Some(5));
    case("1 business day before 6 March 2023", Some("2023-03-03"), None);
    case("no later than 3 March 2023", Some("2023-03-03"), None);
    // The dates of the eleventh session are not known.
    case("four business days before the eleventh session", None, Some(11));
    let own = sound(
        "[[sessions]]\nnumber = 5\nfrom = 2023-07-26\nto = 2023-07-28\n\
        [[deadlines]]\nkind = 'other'\nby = 'two business days before the fifth session'\n\
        [[deadlines]]\ndate = 2023-03-01\ndocument = 'A/77/275'\nabout = 'Projet'\n",
    );
    let days: Vec<String> = own.deadlines.iter().map(|deadline| deadline.date.unwrap().to_string()).collect();
    assert_eq!(days, ["2023-07-24", "2023-03-01"], "they move with the dates of the calendar");
    let faults = errors(
        "[[deadlines]]\nby = 'some day'\n[[deadlines]]\nabout = 'x'\n[[deadlines]]\ndate = 2023-03-01\nkind = 'x'\n",
    );
    let ids: Vec<&str> = faults.iter().map(|fault| fault.split(' ').next().unwrap()).collect();
    assert_eq!(ids, ["calendar-value", "calendar-missing", "calendar-value"]);
}

#[test]
fn a_session_that_agrees_with_the_documents_keeps_their_citation() {
    let mut process = group();
    sound("[[sessions]]\nnumber = 4\nfrom = 2023-03-06\nto = 2023-03-10\n").lay_over(&mut process);
    assert!(!process.session(4).unwrap().own);
    assert!(process.session(4).unwrap().citation.is_some());
}

#[test]
fn a_calendar_of_another_process_changes_nothing_here() {
    let own = sound("process = 'oewg-2019-2021'\n[[sessions]]\nnumber = 4\nfrom = 2021-06-01\n");
    let mut process = group();
    own.lay_over(&mut process);
    assert_eq!(process, group());
}

#[test]
fn all_errors_are_reported_at_once_and_the_rest_counts() {
    let text = "version = 1\nauthor = 'me'\n\
        [[sessions]]\nnumber = 'four'\nfrom = 2023-03-06\n\
        [[sessions]]\nnumber = 6\nfrom = 2023-12-15\nto = 2023-12-11\n\
        [[sessions]]\nnumber = 7\n\
        [[sessions]]\nkind = 'gala'\nfrom = 2023-12-15\n\
        [[sessions]]\nnumber = 8\nfrom = 2024-07-08\n\
        [[sessions]]\nnumber = 8\nfrom = 2024-07-09\n\
        [[meetings]]\ndate = 2023-13-06\n\
        [[meetings]]\ndate = '2023-03-06'\nfrom = 'noonish'\nitems = ['9', 'x']\n\
        [[meetings]]\nnumber = 3\n\
        [[meetings]]\ndate = 2023-03-07\nfrom = '10:00'\n\
        [[reports]]\nsymbol = 5\ncitation = 'there'\n";
    let (own, _) = read(text, &processes(), ID);
    assert_eq!((own.sessions.len(), own.meetings.len(), own.reports.len()), (1, 1, 0));
    let reported: Vec<String> = read(text, &processes(), ID)
        .1
        .iter()
        .map(|error| {
            format!(
                "{} {}",
                error.message.id,
                error
                    .message
                    .args
                    .iter()
                    .skip(1)
                    .map(|(_, value)| value.to_string())
                    .collect::<Vec<_>>()
                    .join(" | ")
            )
        })
        .map(|reported| {
            reported.replace(&" | version, process, sessions, meetings, deadlines, reports".to_owned(), "")
        })
        .collect();
    assert_eq!(
        reported,
        [
            "calendar-key 2 | author",
            "calendar-value 4 | number | 'four' | number",
            "calendar-order 6 | 2023-12-15 – 2023-12-11",
            "calendar-missing 10 | from",
            "calendar-value 13 | kind | 'gala' | kind",
            "calendar-twice 18 | sessions | 8",
            "calendar-broken 22 | invalid date, expected month between 01 and 12",
            "calendar-value 25 | from | 'noonish' | time",
            "calendar-item 26 | item/9",
            "calendar-value 26 | items | 'x' | item",
            "calendar-missing 27 | date",
            "calendar-value 33 | symbol | 5 | symbol",
            "calendar-value 34 | citation | 'there' | citation",
        ]
    );
}

#[test]
fn what_is_not_a_calendar_is_reported_and_the_rest_is_read() {
    assert_eq!(errors("version = 9\n"), ["calendar-newer file=\"calendar.toml\" line=\"1\" version=\"9\""]);
    assert!(
        errors("process = 'x'\n")[0]
            .starts_with("calendar-process file=\"calendar.toml\" line=\"1\" value=\"x\"")
    );
    assert!(errors("sessions = 5\n")[0].starts_with("calendar-value"));
    for text in [
        "[[sessions\nnumber = 1",
        "= = =",
        "\u{1}",
        "[[meetings]]\ndate = \n[[meetings]]\ndate = 2023-03-06\n",
    ] {
        assert!(!errors(text).is_empty(), "{text}");
    }
    let (own, _) = read("[[meetings]]\ndate = \n[[meetings]]\ndate = 2023-03-06\n", &processes(), ID);
    assert_eq!(own.meetings.len(), 1, "the sound entry counts");
    let home = tempfile::tempdir().unwrap();
    assert_eq!(load(home.path(), &processes(), ID), (None, vec![]));
    file::folder(&path(home.path())).unwrap();
    assert_eq!(load(home.path(), &processes(), ID).1[0].message.id, "file-not-plain");
}

fn programme() -> Additions {
    let text = "Deadline for proposals on A/77/275\tfour business days before the fifth session\n\
        6 March 2023\t10:00-13:00\t5 (a)\tThreats \"and\" more\n6 March 2023\t15:00-18:00\t5 (d)\n";
    Additions::from(&followup::programme(text, &group(), "2023-03-01".parse().unwrap(), None))
}

#[test]
fn meetings_and_deadlines_are_added_at_the_end_and_never_twice() {
    let home = tempfile::tempdir().unwrap();
    let read_back = || file::text(&path(home.path()), LIMIT).unwrap().unwrap();
    assert_eq!(add(home.path(), &programme(), &group()), Ok(3));
    let made = read_back();
    assert!(made.starts_with("version = 1\nprocess = \"oewg-2021-2025\"\n"), "{made}");
    assert!(made.contains("by = \"four business days before the fifth session\""), "the words stay: {made}");
    let own = sound(&made);
    assert_eq!(Additions { meetings: own.meetings, deadlines: own.deadlines }, programme());
    assert_eq!(add(home.path(), &programme(), &group()), Ok(0));
    assert_eq!(read_back(), made);
}

#[test]
fn what_the_delegate_wrote_stays_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    let mine = "# my calendar\r\nversion = 1 # one\r\n[[meetings]]\r\ndate=2023-03-06\r\nfrom=\"10 h\"\r\nabout='mine'";
    file::write(&path(home.path()), mine.as_bytes()).unwrap();
    assert_eq!(add(home.path(), &programme(), &group()), Ok(2), "the morning is there already");
    let text = file::text(&path(home.path()), LIMIT).unwrap().unwrap();
    assert!(text.starts_with(mine), "{text}");
    assert_eq!(sound(&text).meetings.len(), 2);
}

#[test]
fn nothing_is_added_to_a_file_with_errors_or_of_another_process() {
    let home = tempfile::tempdir().unwrap();
    for (text, id) in [
        ("version = \n", "calendar-faulty"),
        ("meetings = []\n", "calendar-faulty"),
        ("process = 'oewg-2019-2021'\n", "calendar-other-process"),
    ] {
        file::write(&path(home.path()), text.as_bytes()).unwrap();
        assert_eq!(add(home.path(), &programme(), &group()).unwrap_err().message.id, id, "{text}");
        assert_eq!(file::text(&path(home.path()), LIMIT).unwrap().unwrap(), text);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_and_every_error_has_a_line(
        text in "(version = 1\n|\\[\\[sessions\\]\\]\n|\\[\\[meetings\\]\\]\n|\\[\\[reports\\]\\]\n|number = 4\n|date = |2023-03-06|\n|from = |'10:00'|to = |items = \\[|'5 a\\)'|\\]|\\{|=|é|kind = 'x'\n|symbol = |sections = )*"
    ) {
        let (own, errors) = read(&text, &processes(), ID);
        proptest::prop_assert_eq!(own.process, ID);
        let reported = errors.iter().all(|error| error.message.line().is_some());
        proptest::prop_assert!(reported);
    }
}
