//! The tracker from the command line: choosing rows, what is not covered, deadlines, evidence, undo.

use serde_json::Value;

use crate::support::home::Home;

use super::{Said, ask, column, fields, list, say};

fn steps(said: &Said) -> Vec<String> {
    column(&said.json(), "step").into_iter().map(|step| step.replace("A/77/275:annex/", "")).collect()
}

fn set(home: &Home, step: &str, session: &str, status: &str, more: &[&str]) -> Said {
    ask(home, &[&["track", "set", step, "--session", session, "--status", status], more].concat())
}

#[track_caller]
fn chosen(options: &[&str], expected: &[&str]) {
    let said = say(&[&["track", "--json"], options].concat());
    assert_eq!(steps(&said), expected, "{options:?}");
}

#[test]
fn rows_are_chosen_by_what_holds_of_them() {
    let e = ["E/next/2", "E/next/2", "E/next/3", "E/next/4"];
    chosen(&["--section", "E"], &e);
    for item in ["5/f", "item/5/f", "5 f)", "5 (f)"] {
        chosen(&["--item", item], &e);
    }
    chosen(&["--actor", "secretariat"], &["E/next/3"]);
    chosen(&["--force", "request", "--session", "4"], &["E/next/3", "E/next/4"]);
    chosen(&["--section", "F,e", "--session", "5"], &["E/next/2", "F/next/2"]);
    chosen(&["--section", "F", "--section", "E", "--session", "5"], &["E/next/2", "F/next/2"]);
    chosen(&["--text", "POINTS de contact"], &e[..3]);
    let said = say(&["track", "--actor", "chair", "--section", "F", "--json"]);
    assert_eq!((said.code, said.out.trim()), (1, "[]"));
}

#[test]
fn a_wrong_choice_names_the_right_ones() {
    say(&["track", "--section", "Z"]).complains(2, &["Z", "B, C, D, E, F, G"]);
    say(&["track", "--item", "9/z", "--lang", "fr"]).complains(2, &["9/z", "5/a, 5/c", "5/g"]);
    say(&["track", "--actor", "nobody"]).complains(2, &["states, interested-states", "secretariat"]);
    say(&["track", "--force", "oblige"]).complains(2, &["agree, request"]);
    say(&["track", "--group", "colour"]).complains(2, &["session, section"]);
    say(&["track", "--sort", "colour"]).complains(2, &["report, deadline"]);
    say(&["track", "--text", "zzzz"]).complains(1, &["No next step"]);
}

#[test]
fn topics_and_standing_steps_are_told_when_asked_for() {
    let plain = say(&["track", "--json"]).json();
    let topics = say(&["track", "--topics", "--json"]).json();
    let own: Vec<&Value> = list(&topics).iter().filter(|row| row["topic"].is_null()).collect();
    assert_eq!(own, list(&plain).iter().collect::<Vec<_>>());
    assert!(list(&topics).len() > list(&plain).len());
    let all = say(&["track", "--all", "--json"]).json();
    let standing = list(&all).iter().filter(|row| row["session"].is_null()).count();
    let due: std::collections::BTreeSet<&str> = column(&plain, "step").into_iter().collect();
    assert_eq!(standing, 20 - due.len());
}

#[test]
fn a_step_is_as_far_as_its_topics_and_filters_by_that() {
    let home = Home::new();
    set(&home, "F.2/a", "4", "discussed", &[]).text();
    let rows = ask(&home, &["track", "--session", "4", "--status", "raised", "--json"]).json();
    assert_eq!(column(&rows, "step"), ["A/77/275:annex/F/next/2"]);
    assert!(rows[0]["topic"].is_null());
    let both = ask(&home, &["track", "--status", "raised,discussed", "--json"]).json();
    assert_eq!(list(&both).len(), 2);
}

#[test]
fn groups_have_headings_for_people_and_names_for_programs() {
    let rows = say(&["track", "--group", "section", "--json"]).json();
    let groups = column(&rows, "group");
    assert_eq!(groups.len(), 14);
    assert!(groups.is_sorted() && groups.contains(&"E"), "{groups:?}");
    assert_eq!(fields(&rows[0]), ["step", "topic", "session", "status", "history", "group"]);
    let said = say(&["track", "--group", "session", "--lang", "fr"]);
    assert!(said.text().starts_with("4e session\n") && said.out.contains("\n5e session\n"), "{}", said.out);
    let said = say(&["track", "--group", "item", "--lang", "en"]);
    assert!(said.text().contains("5 (f)\n"), "{}", said.out);
}

#[test]
fn sorted_rows_are_the_same_rows() {
    let plain = steps(&say(&["track", "--json"]));
    for order in ["report", "deadline", "status", "force", "changed"] {
        let mut sorted = steps(&say(&["track", "--sort", order, "--json"]));
        if order == "deadline" {
            assert_eq!(sorted[0], "E/next/3", "its deadline is the earliest");
        }
        let mut expected = plain.clone();
        sorted.sort();
        expected.sort();
        assert_eq!(sorted, expected, "{order}");
    }
}

#[test]
fn evidence_and_meeting_are_kept_with_the_status() {
    let home = Home::new();
    let json = |said: Said| said.json()["history"][0].clone();
    let act = json(set(
        &home,
        "E.2",
        "4",
        "agreed",
        &["--evidence", "A/RES/78/237, par. 4", "--meeting", "3", "--json"],
    ));
    assert_eq!((&act["evidence"], &act["meeting"]), (&"A/RES/78/237:op/4".into(), &"3".into()));
    let act = json(set(&home, "E.3", "4", "agreed", &["--evidence", "A/78/265, par. 23", "--json"]));
    assert_eq!((&act["evidence"], &act["meeting"]), (&"A/78/265:23".into(), &Value::Null));
    set(&home, "E.2", "4", "agreed", &["--evidence", "tournesol"]).complains(1, &["tournesol"]);
    set(&home, "E.2", "4", "agreed", &["--evidence", "14"]).complains(2, &["14"]);
    let rows = ask(&home, &["track", "--status", "agreed", "--json"]).json();
    assert_eq!(list(&rows).len(), 2, "what was refused has set nothing");
}

#[test]
fn what_is_carried_over_is_due_at_the_next_session() {
    let home = Home::new();
    let said = set(&home, "E.3", "4", "carried-over", &["--note", "no time left"]);
    assert!(said.text().contains("to session 5"), "{}", said.out);
    let fifth = ask(&home, &["track", "--session", "5", "--json"]).json();
    let row = list(&fifth).iter().find(|row| row["step"] == "A/77/275:annex/E/next/3").expect("E.3");
    assert_eq!(row["status"], "open");
    let said = set(&home, "E.2", "8", "carried-over", &["--lang", "fr"]);
    assert!(said.text().contains("aucune session après la session 8"), "{}", said.out);
}

#[test]
fn the_last_act_can_be_taken_back_and_done_again() {
    let home = Home::new();
    ask(&home, &["track", "undo"]).complains(1, &["nothing"]);
    assert_eq!(crate::support::files::tree(home.path()).len(), 0, "looking makes nothing");
    set(&home, "E.2", "4", "raised", &[]).text();
    set(&home, "E.2", "4", "agreed", &[]).text();
    let said = ask(&home, &["track", "undo"]);
    assert_eq!(said.text().trim(), "Undone: E.2, session 4: agreed → raised");
    let row = ask(&home, &["track", "undo", "--json"]).json();
    assert_eq!((&row["status"], list(&row["history"]).len()), (&"open".into(), 4));
    let said = ask(&home, &["track", "redo", "--lang", "fr"]);
    assert_eq!(said.text().trim(), "Rétabli\u{a0}: E.2, session 4\u{a0}: ouverte → soulevée");
    assert_eq!(ask(&home, &["track", "redo", "--json"]).json()["status"], "agreed");
    ask(&home, &["track", "redo"]).complains(1, &["nothing to redo"]);
}

#[test]
fn coverage_tells_what_is_due_and_has_nothing_prepared() {
    let home = Home::new();
    let covered = |home: &Home| ask(home, &["track", "--coverage", "--today", "2023-03-06", "--json"]).json();
    let rows = covered(&home);
    assert_eq!(list(&rows).len(), 8, "what is due at the session of the day");
    let names = ["step", "session", "status", "notes", "interventions", "positions", "covered"];
    assert!(list(&rows).iter().all(|row| fields(row) == names && row["covered"] == false));
    ask(&home, &["note", "add", "E.2", "prepare", "--today", "2023-03-06"]).text();
    let position = "+++\nid = \"01GTVTW1C00000000000000000\"\nat = 2023-03-06T10:44:00-05:00\nauthor = \"roy\"\nanchor = \"A/77/275:annex/E/next/3\"\n+++\nWe support it.\n";
    let folder = home.data().join("workspace/positions");
    write(&folder.join("E.3.md"), position);
    let rows = covered(&home);
    let of =
        |step: &str| list(&rows).iter().find(|row| row["step"].as_str().unwrap().ends_with(step)).unwrap();
    assert_eq!((&of("E/next/2")["notes"], &of("E/next/2")["covered"]), (&1.into(), &true.into()));
    assert_eq!((&of("E/next/3")["positions"], &of("E/next/3")["covered"]), (&1.into(), &true.into()));
    let said = ask(&home, &["track", "--coverage", "--session", "4", "--section", "E", "--lang", "fr"]);
    assert!(said.text().contains("1 sur 3 sans note"), "{}", said.out);
    // A broken position is told of like a broken note.
    write(&folder.join("broken.md"), "no front matter");
    let said = ask(&home, &["check", "--json"]);
    assert!(said.code == 3 && said.out.contains("positions/broken.md"), "{}", said.out);
}

#[allow(clippy::disallowed_methods, reason = "a test makes the files it needs")]
fn write(path: &std::path::Path, text: &str) {
    let folder = path.parent().expect("the file is in a folder");
    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, text)).expect("a file is written");
}

#[test]
fn deadlines_are_told_until_they_are_met() {
    let home = Home::new();
    let due = |home: &Home, today: &str| ask(home, &["track", "--deadlines", "--today", today, "--json"]);
    let rows = due(&home, "2023-01-20").json();
    assert_eq!(fields(&rows[0]), ["step", "date", "days", "past", "text", "basis"]);
    let row = list(&rows).iter().find(|row| row["date"] == "2023-01-31").expect("E.3");
    assert_eq!(
        (&row["days"], &row["past"], &row["basis"]),
        (&11.into(), &false.into(), &"end-of-month".into())
    );
    assert!(ask(&home, &["track", "--deadlines", "--today", "2023-02-01"]).text().contains("1 day ago"));
    set(&home, "E.3", "4", "discussed", &[]).text();
    let left = due(&home, "2023-02-01");
    assert!(!left.out.contains("E/next/3"), "{}", left.out);
    assert_eq!(due(&home, "2021-07-01").code, 1);
    assert!(
        !list(&ask(&home, &["track", "--deadlines", "--all", "--today", "2021-07-01", "--json"]).json())
            .is_empty()
    );
}
