//! `plenary track`: filters, coverage, deadlines, evidence, undo.

use serde_json::Value;

use crate::support::home::Home;

use super::{Output, column, fields, list, run, run_in};

fn steps(output: &Output) -> Vec<String> {
    column(&output.json(), "step").into_iter().map(|step| step.replace("A/77/275:annex/", "")).collect()
}

fn set(home: &Home, step: &str, session: &str, status: &str, more: &[&str]) -> Output {
    run_in(home, &[&["track", "set", step, "--session", session, "--status", status], more].concat())
}

#[track_caller]
fn chosen(options: &[&str], expected: &[&str]) {
    let output = run(&[&["track", "--json"], options].concat());
    assert_eq!(steps(&output), expected, "{options:?}");
}

#[test]
fn rows_are_filtered_by_their_properties() {
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
    let output = run(&["track", "--actor", "chair", "--section", "F", "--json"]);
    assert_eq!((output.code, output.out.trim()), (1, "[]"));
}

#[test]
fn an_invalid_filter_value_lists_the_valid_ones() {
    run(&["track", "--section", "Z"]).fails(2, &["Z", "B, C, D, E, F, G"]);
    run(&["track", "--item", "9/z", "--lang", "fr"]).fails(2, &["9/z", "5/a, 5/c", "5/g"]);
    run(&["track", "--actor", "nobody"]).fails(2, &["states, interested-states", "secretariat"]);
    run(&["track", "--force", "oblige"]).fails(2, &["agree, request"]);
    run(&["track", "--group", "colour"]).fails(2, &["session, section"]);
    run(&["track", "--sort", "colour"]).fails(2, &["report, deadline"]);
    run(&["track", "--text", "zzzz"]).fails(1, &["No next step"]);
}

#[test]
fn topics_and_steps_without_session_are_listed_on_request() {
    let plain = run(&["track", "--json"]).json();
    let topics = run(&["track", "--topics", "--json"]).json();
    let own: Vec<&Value> = list(&topics).iter().filter(|row| row["topic"].is_null()).collect();
    assert_eq!(own, list(&plain).iter().collect::<Vec<_>>());
    assert!(list(&topics).len() > list(&plain).len());
    let all = run(&["track", "--all", "--json"]).json();
    let standing = list(&all).iter().filter(|row| row["session"].is_null()).count();
    let due: std::collections::BTreeSet<&str> = column(&plain, "step").into_iter().collect();
    assert_eq!(standing, 20 - due.len());
}

#[test]
fn a_step_takes_its_status_from_its_topics_and_is_filtered_by_it() {
    let home = Home::new();
    set(&home, "F.2/a", "4", "discussed", &[]).text();
    let rows = run_in(&home, &["track", "--session", "4", "--status", "raised", "--json"]).json();
    assert_eq!(column(&rows, "step"), ["A/77/275:annex/F/next/2"]);
    assert!(rows[0]["topic"].is_null());
    let both = run_in(&home, &["track", "--status", "raised,discussed", "--json"]).json();
    assert_eq!(list(&both).len(), 2);
}

#[test]
fn groups_have_headings_for_people_and_names_for_programs() {
    let rows = run(&["track", "--group", "section", "--json"]).json();
    let groups = column(&rows, "group");
    assert_eq!(groups.len(), 14);
    assert!(groups.is_sorted() && groups.contains(&"E"), "{groups:?}");
    assert_eq!(fields(&rows[0]), ["step", "topic", "session", "status", "history", "group"]);
    let output = run(&["track", "--group", "session", "--lang", "fr"]);
    assert!(
        output.text().starts_with("4e session\n") && output.out.contains("\n5e session\n"),
        "{}",
        output.out
    );
    let output = run(&["track", "--group", "item", "--lang", "en"]);
    assert!(output.text().contains("5 (f)\n"), "{}", output.out);
}

#[test]
fn sorting_does_not_change_the_set_of_rows() {
    let plain = steps(&run(&["track", "--json"]));
    for order in ["report", "deadline", "status", "force", "changed"] {
        let mut sorted = steps(&run(&["track", "--sort", order, "--json"]));
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
fn evidence_and_meeting_are_stored_with_the_status() {
    let home = Home::new();
    let json = |output: Output| output.json()["history"][0].clone();
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
    set(&home, "E.2", "4", "agreed", &["--evidence", "tournesol"]).fails(1, &["tournesol"]);
    set(&home, "E.2", "4", "agreed", &["--evidence", "14"]).fails(2, &["14"]);
    let rows = run_in(&home, &["track", "--status", "agreed", "--json"]).json();
    assert_eq!(list(&rows).len(), 2, "what was refused has set nothing");
}

#[test]
fn a_step_carried_over_is_due_at_the_next_session() {
    let home = Home::new();
    let output = set(&home, "E.3", "4", "carried-over", &["--note", "no time left"]);
    assert!(output.text().contains("to session 5"), "{}", output.out);
    let fifth = run_in(&home, &["track", "--session", "5", "--json"]).json();
    let row = list(&fifth).iter().find(|row| row["step"] == "A/77/275:annex/E/next/3").expect("E.3");
    assert_eq!(row["status"], "open");
    let output = set(&home, "E.2", "8", "carried-over", &["--lang", "fr"]);
    assert!(output.text().contains("aucune session après la session 8"), "{}", output.out);
}

#[test]
fn the_last_act_can_be_undone_and_redone() {
    let home = Home::new();
    run_in(&home, &["track", "undo"]).fails(1, &["nothing"]);
    assert_eq!(crate::support::files::tree(home.path()).len(), 0, "looking makes nothing");
    set(&home, "E.2", "4", "raised", &[]).text();
    set(&home, "E.2", "4", "agreed", &[]).text();
    let output = run_in(&home, &["track", "undo"]);
    assert_eq!(output.text().trim(), "Undone: E.2, session 4: agreed → raised");
    let row = run_in(&home, &["track", "undo", "--json"]).json();
    assert_eq!((&row["status"], list(&row["history"]).len()), (&"open".into(), 4));
    let output = run_in(&home, &["track", "redo", "--lang", "fr"]);
    assert_eq!(output.text().trim(), "Rétabli\u{a0}: E.2, session 4\u{a0}: ouverte → soulevée");
    assert_eq!(run_in(&home, &["track", "redo", "--json"]).json()["status"], "agreed");
    run_in(&home, &["track", "redo"]).fails(1, &["nothing to redo"]);
}

#[test]
fn coverage_lists_due_steps_with_nothing_prepared() {
    let home = Home::new();
    let covered =
        |home: &Home| run_in(home, &["track", "--coverage", "--today", "2023-03-06", "--json"]).json();
    let rows = covered(&home);
    assert_eq!(list(&rows).len(), 8, "what is due at the session of the day");
    let names = [
        "step",
        "session",
        "status",
        "notes",
        "interventions",
        "interventions_of_others",
        "positions",
        "statements",
        "covered",
    ];
    assert!(list(&rows).iter().all(|row| fields(row) == names && row["covered"] == false));
    run_in(&home, &["note", "add", "E.2", "prepare", "--today", "2023-03-06"]).text();
    let position = "+++\nid = \"01GTVTW1C00000000000000000\"\nat = 2023-03-06T10:44:00-05:00\nauthor = \"roy\"\nanchor = \"A/77/275:annex/E/next/3\"\n+++\nWe support it.\n";
    let folder = home.data().join("workspace/positions");
    write(&folder.join("E.3.md"), position);
    let rows = covered(&home);
    let of =
        |step: &str| list(&rows).iter().find(|row| row["step"].as_str().unwrap().ends_with(step)).unwrap();
    assert_eq!((&of("E/next/2")["notes"], &of("E/next/2")["covered"]), (&1.into(), &true.into()));
    assert_eq!((&of("E/next/3")["positions"], &of("E/next/3")["covered"]), (&1.into(), &true.into()));
    let output = run_in(&home, &["track", "--coverage", "--session", "4", "--section", "E", "--lang", "fr"]);
    assert!(output.text().contains("1 sur 3 sans note"), "{}", output.out);
    // A broken position is reported like a broken note.
    write(&folder.join("broken.md"), "no front matter");
    let output = run_in(&home, &["check", "--json"]);
    assert!(output.code == 3 && output.out.contains("positions/broken.md"), "{}", output.out);
}

#[allow(clippy::disallowed_methods, reason = "a test makes the files it needs")]
fn write(path: &std::path::Path, text: &str) {
    let folder = path.parent().expect("the file is in a folder");
    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, text)).expect("a file is written");
}

#[test]
fn deadlines_are_listed_until_they_are_met() {
    let home = Home::new();
    let due = |home: &Home, today: &str| run_in(home, &["track", "--deadlines", "--today", today, "--json"]);
    let rows = due(&home, "2023-01-20").json();
    assert_eq!(fields(&rows[0]), ["step", "date", "days", "past", "text", "basis"]);
    let row = list(&rows).iter().find(|row| row["date"] == "2023-01-31").expect("E.3");
    assert_eq!(
        (&row["days"], &row["past"], &row["basis"]),
        (&11.into(), &false.into(), &"end-of-month".into())
    );
    assert!(run_in(&home, &["track", "--deadlines", "--today", "2023-02-01"]).text().contains("1 day ago"));
    set(&home, "E.3", "4", "discussed", &[]).text();
    let left = due(&home, "2023-02-01");
    assert!(!left.out.contains("E/next/3"), "{}", left.out);
    assert_eq!(due(&home, "2021-07-01").code, 1);
    assert!(
        !list(&run_in(&home, &["track", "--deadlines", "--all", "--today", "2021-07-01", "--json"]).json())
            .is_empty()
    );
}
