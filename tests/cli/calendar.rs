//! The calendar of the delegate: changed dates, errors in the file, programmes of work added to it.

use super::{Output, column, list, run_in};
use crate::support::files;
use crate::support::home::Home;

/// A home folder with this calendar in its workspace.
fn home(calendar: &str) -> Home {
    let home = Home::new();
    files::write(&home.data().join("workspace/calendar.toml"), calendar);
    home
}

fn at(home: &Home, arguments: &[&str]) -> Output {
    run_in(home, &[arguments, &["--today", "2023-03-07"]].concat())
}

#[test]
fn a_relative_deadline_moves_with_the_calendar() {
    let deadline = |home: &Home| {
        let steps = at(home, &["steps", "--document", "A/77/275", "--json"]).json();
        let step =
            list(&steps).iter().find(|step| step["deadline"]["basis"] == "start-of-session-4").cloned();
        step.expect("a step is due at the start of the fourth session")["deadline"]["date"].clone()
    };
    assert_eq!(deadline(&Home::new()), "2023-03-06");
    let moved = home("version = 1\n\n[[sessions]]\nnumber = 4\nfrom = 2023-04-17\nto = 2023-04-21\n");
    assert_eq!(deadline(&moved), "2023-04-17");
}

#[test]
fn check_reports_every_error_in_the_calendar_and_the_rest_works() {
    let home =
        home("version = 1\n[[sessions]]\nnumber = 'x'\nfrom = 2023-04-17\n[[meetings]]\nfrom = '10:00'\n");
    let check = at(&home, &["check"]);
    assert_eq!(check.code, 3);
    assert!(
        check.out.contains("calendar.toml, line 3: number cannot be 'x'; expected: a whole number"),
        "{}",
        check.out
    );
    assert!(check.out.contains("calendar.toml, line 5: “date” is missing"), "{}", check.out);
    assert!(!column(&at(&home, &["steps", "--json"]).json(), "address").is_empty());
}

#[test]
fn a_tabling_deadline_is_in_the_calendar_of_its_session() {
    let home = home(
        "[[deadlines]]\nby = 'four business days before the fifth session'\ndocument = 'A/77/275'\nabout = 'Draft report'\n",
    );
    let rows = at(&home, &["calendar", "--session", "5", "--json"]).json();
    let row = list(&rows).iter().find(|row| row["kind"] == "tabling").expect("the deadline").clone();
    assert_eq!((&row["from"], &row["own"], &row["session"]), (&"2023-07-18".into(), &true.into(), &5.into()));
    let shown = at(&home, &["calendar", "--session", "5", "--lang", "fr"]);
    assert!(shown.text().contains("date limite de dépôt · A/77/275 · Draft report"), "{}", shown.out);
    let exported = at(&home, &["export", "calendar", "--to", "sessions.ics", "--lang", "en"]);
    assert_eq!(exported.code, 0, "{}", exported.error);
    let text = files::text(&home.path().join("sessions.ics"));
    assert!(text.contains("tabling deadline") && text.contains("DTSTART;VALUE=DATE:20230718"), "{text}");
}

#[test]
fn a_deadline_is_added_by_its_words_and_never_twice() {
    let home = home("");
    let counted = "Draft report A/77/275: four business days before the fifth session";
    for (words, options, expected) in [
        (counted, &[][..], "2023-07-18 tabling A/77/275 Draft report A/77/275"),
        (
            "Projet de rapport, vendredi 3 mars 2023, 18 h",
            &[],
            "2023-03-03 tabling  Projet de rapport, 18:00",
        ),
        ("no later than 3 April 2023", &["--document", "A/77/275"], "2023-04-03 tabling A/77/275 "),
        ("List of speakers: 2023-03-01", &["--kind", "other"], "2023-03-01 other  List of speakers"),
    ] {
        let arguments: Vec<&str> =
            ["calendar", "deadline", words, "--json"].iter().chain(options).copied().collect();
        let added = at(&home, &arguments).json();
        let text = |name: &str| added["deadline"][name].as_str().unwrap_or_default().to_owned();
        let read = ["date", "kind", "document", "text"].map(text).join(" ");
        assert_eq!((read.as_str(), &added["added"]), (expected, &1.into()), "{words}");
        assert_eq!(at(&home, &arguments).json()["added"], 0, "{words}: it is there already");
    }
    let file = files::text(&home.data().join("workspace/calendar.toml"));
    assert!(file.contains("by = \"four business days before the fifth session\""), "the words stay: {file}");
    let rows = at(&home, &["calendar", "--json"]).json();
    let own = list(&rows).iter().filter(|row| row["kind"] == "tabling" || row["kind"] == "other");
    let days: Vec<&str> = own.filter_map(|row| row["from"].as_str()).collect();
    assert_eq!(days, ["2023-03-01", "2023-03-03", "2023-04-03", "2023-07-18"]);
}

#[test]
fn a_deadline_without_a_day_is_refused_and_nothing_is_written() {
    let home = home("");
    for (words, named) in [
        (&["sometime soon"][..], "sometime soon"),
        (&["31 February 2023"], "31 February 2023"),
        (&["3 March 2023", "--document", "nonsense"], "nonsense"),
    ] {
        let arguments: Vec<&str> = ["calendar", "deadline"].iter().chain(words).copied().collect();
        let refused = at(&home, &arguments);
        assert_eq!(refused.code, 2, "{words:?}");
        assert!(refused.error.contains(named), "{}", refused.error);
    }
    assert!(list(&at(&home, &["calendar", "--json"]).json()).iter().all(|row| row["kind"] != "tabling"));
}

#[test]
fn a_programme_of_work_brings_its_deadlines() {
    let home = home("");
    let text = "Monday, 6 March 2023\t10 a.m.–1 p.m.\t5 (a)\n\
        Deadline for amendments to A/77/275\tfour business days before the fifth session\n";
    files::write(&home.path().join("programme.txt"), text);
    let read = at(&home, &["calendar", "add", "programme.txt", "--json"]).json();
    assert_eq!((&read["added"], &read["meetings"], &read["deadlines"]), (&2.into(), &1.into(), &1.into()));
    assert_eq!(
        (&read["lines"][1]["read"], &read["lines"][1]["deadline"]["date"]),
        (&"deadline".into(), &"2023-07-18".into())
    );
    let again = at(&home, &["calendar", "add", "programme.txt", "--lang", "fr"]);
    assert!(again.text().contains("1 séance lue et une date limite, 0 ajoutée"), "{}", again.out);
}

#[test]
fn sessions_meetings_and_deadlines_are_in_order_with_their_source() {
    let home = home(
        "process = 'oewg-2021-2025'\n[[sessions]]\nnumber = 6\nfrom = 2023-12-11\nto = 2023-12-15\n\
        [[meetings]]\nnumber = 1\ndate = 2023-03-06\nfrom = '10:00'\nto = '13:00'\nitems = ['5 a)']\nabout = 'Threats'\n",
    );
    let rows = at(&home, &["calendar", "--json"]).json();
    let days: Vec<&str> = column(&rows, "from").into_iter().filter(|day| !day.is_empty()).collect();
    assert!(days.is_sorted() && days.len() > 15, "{days:?}");
    let undated: Vec<&str> =
        column(&rows, "from").into_iter().rev().take_while(|day| day.is_empty()).collect();
    assert_eq!(undated.len() + days.len(), list(&rows).len(), "entries without a day are at the end");
    let find = |kind: &str, session: u64| {
        let found = list(&rows).iter().find(|row| row["kind"] == kind && row["session"] == session);
        found.unwrap_or_else(|| panic!("{kind} of {session}")).clone()
    };
    let fourth = find("substantive", 4);
    assert_eq!(
        (fourth["citation"].as_str(), fourth["own"].as_bool()),
        (Some("A/AC.292/2023/L.1:3"), Some(false))
    );
    assert_eq!(
        (fourth["to"].as_str(), fourth["time_zone"].as_str()),
        (Some("2023-03-10"), Some("America/New_York"))
    );
    let sixth = find("substantive", 6);
    assert_eq!((sixth["from"].as_str(), sixth["own"].as_bool()), (Some("2023-12-11"), Some(true)));
    let eighth = find("substantive", 8);
    assert_eq!((eighth["from"].as_str(), eighth["year"].as_u64()), (None, Some(2024)));
    let meeting = find("meeting", 4);
    assert_eq!((meeting["start"].as_str(), meeting["items"][0].as_str()), (Some("10:00"), Some("item/5/a")));
    let deadline = find("deadline", 4);
    assert_eq!(
        (deadline["from"].as_str(), deadline["basis"].as_str()),
        (Some("2023-03-06"), Some("start-of-session-4"))
    );
    assert_eq!(deadline["citation"].as_str(), Some("A/AC.292/2023/L.1:3"));
}

#[test]
fn the_text_shows_missing_dates_and_the_basis_of_deadlines() {
    let output = at(&Home::new(), &["calendar"]);
    let text = output.text().replace('\u{a0}', " ");
    assert!(text.contains("2024, dates not in the documents"), "{text}");
    assert!(text.contains("start of the 4th session (A/AC.292/2023/L.1, para. 3)"), "{text}");
    assert!(text.contains("end of the month stated"), "{text}");
    let moved = home("[[sessions]]\nnumber = 4\nfrom = 2023-04-17\nto = 2023-04-21\n");
    let text = at(&moved, &["calendar", "--session", "4"]).text().to_owned();
    assert!(
        text.contains("17 April 2023") && text.contains("start of the 4th session (your calendar)"),
        "{text}"
    );
    at(&moved, &["calendar", "--session", "40"]).fails(2, &["40"]);
}

#[test]
fn a_programme_of_work_is_read_line_by_line_and_added_once() {
    let home = home("# mine\nversion = 1\n");
    let table = "Date;Heure;Point(s);Objet\nlundi 6 mars 2023;10 h-13 h;5 a);Menaces\n6 mars 2023;15 h-18 h;5 z);Suite\nplus tard;;;\n";
    files::write(&home.path().join("p.csv"), table);
    let tried = at(&home, &["calendar", "add", "p.csv", "--dry-run"]);
    assert!(tried.text().contains("0 added to calendar.toml"), "{}", tried.out);
    let first = at(&home, &["calendar", "add", "p.csv", "--json"]).json();
    assert_eq!((first["added"].as_u64(), first["meetings"].as_u64()), (Some(2), Some(2)));
    assert_eq!(column(&first["lines"], "read"), ["heading", "meeting", "meeting", "nothing"]);
    assert!(
        first["lines"][2]["doubts"][0].as_str().unwrap_or("").contains("item/5/z is not on the agenda"),
        "{first}"
    );
    let again = at(&home, &["calendar", "add", "p.csv"]);
    assert!(again.text().contains("2 meetings read, 0 added to calendar.toml"), "{}", again.out);
    let file = files::text(&home.data().join("workspace/calendar.toml"));
    assert!(file.starts_with("# mine\nversion = 1\n") && file.matches("[[meetings]]").count() == 2, "{file}");
    let rows = at(&home, &["calendar", "--session", "4", "--json"]).json();
    assert_eq!(column(&rows, "kind").iter().filter(|kind| **kind == "meeting").count(), 2);
}

#[test]
fn a_programme_without_meetings_is_refused_and_nothing_is_written() {
    let home = Home::new();
    files::write(&home.path().join("p.txt"), "Dear colleagues,\nlunch is at noon.\n");
    let output = at(&home, &["calendar", "add", "p.txt"]);
    assert_eq!(output.code, 1);
    assert!(output.error.contains("No meeting was found"), "{}", output.error);
    assert!(!home.data().join("workspace/calendar.toml").exists());
    at(&home, &["calendar", "add", "absent.txt"]).fails(1, &["absent.txt does not exist"]);
    let piped = home
        .plenary()
        .args(["calendar", "add", "-", "--today", "2023-03-07"])
        .write_stdin("6 March 2023, 10 a.m.–1 p.m., item 5 (a)\n")
        .output()
        .expect("the program can be started");
    assert!(String::from_utf8_lossy(&piped.stdout).contains("1 meeting read, 1 added"), "{piped:?}");
}
