//! Agenda, next steps and tracker from the command line.

use serde_json::Value;

use crate::support::home::Home;

use super::{column, fields, list, run, run_in};

/// The short name of a next step: `E.2` for `annex/E/next/2`.
fn short(address: &str) -> String {
    let path: Vec<&str> = address.rsplit('/').collect();
    format!("{}.{}", path[2], path[0])
}

fn steps(rows: &Value, name: &str) -> Vec<String> {
    column(rows, name).into_iter().map(short).collect()
}

const FOURTH: [&str; 8] = ["B.2", "C.1", "D.2", "E.2", "E.3", "E.4", "F.2", "G.2"];

#[test]
fn each_agenda_item_has_its_section_and_its_next_steps() {
    let rows = run(&["agenda", "--json"]).json();
    assert!(list(&rows).iter().all(|row| fields(row) == ["item", "title", "section", "steps"]), "{rows}");
    let pairs: Vec<(&str, &str, usize)> = list(&rows)
        .iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().unwrap_or("-");
            (text("item"), text("section"), list(&row["steps"]).len())
        })
        .collect();
    let expected = [
        ("item/1", "-", 0),
        ("item/2", "-", 0),
        ("item/3", "-", 0),
        ("item/4", "-", 0),
        ("item/5", "-", 0),
        ("item/5/a", "annex/heading/C", 3),
        ("item/5/b", "-", 0),
        ("item/5/c", "annex/heading/G", 3),
        ("item/5/d", "annex/heading/B", 2),
        ("item/5/e", "annex/heading/D", 3),
        ("item/5/f", "annex/heading/E", 5),
        ("item/5/g", "annex/heading/F", 4),
        ("item/6", "-", 0),
        ("item/7", "-", 0),
        ("item/8", "-", 0),
    ];
    assert_eq!(pairs, expected);
    assert_eq!(rows[10]["steps"][1], "annex/E/next/2");
    assert!(rows[10]["title"].as_str().expect("a title").starts_with("Mesures de confiance"));
}

#[test]
fn the_agenda_of_the_earlier_process_has_no_steps() {
    let rows = run(&["agenda", "--process", "oewg-2019-2021", "--json"]).json();
    assert_eq!(list(&rows).len(), 7 + 6);
    assert!(list(&rows).iter().all(|row| row["section"].is_null() && list(&row["steps"]).is_empty()));
    run(&["agenda", "--process", "comedie"]).fails(1, &["comedie", "oewg-2021-2025", "oewg-2019-2021"]);
}

#[test]
fn the_agenda_is_numbered_as_usual_in_the_language() {
    let case = |lang: &str, number: &str| {
        let output = run(&["agenda", "--lang", lang]);
        let line =
            output.text().lines().find(|line| line.contains("Mesures de confiance")).expect("item 5 f)");
        assert!(line.starts_with(number) && line.contains(" E ") && line.contains(" 5 "), "{line}");
    };
    case("fr", "5 f)");
    case("en", "5 (f)");
}

#[test]
fn the_twenty_next_steps_are_listed_with_all_fields() {
    let rows = run(&["steps", "--json"]).json();
    assert_eq!(list(&rows).len(), 20);
    let expected = ["symbol", "address", "section", "number", "actor", "verb", "force"];
    for row in list(&rows) {
        let names = fields(row);
        assert_eq!(names[..7], expected);
        for name in ["sessions", "deadline", "topics", "cites", "text"] {
            assert!(names.contains(&name), "{name} in {names:?}");
        }
    }
    let count = |section: &str| column(&rows, "section").iter().filter(|own| **own == section).count();
    assert_eq!(["B", "C", "D", "E", "F", "G"].map(count), [2, 3, 3, 5, 4, 3]);
    let of = ["steps", "--document", "A/AC.292/2023/L.1", "--json"];
    let none = run(&of);
    assert_eq!((none.code, none.out.trim()), (1, "[]"));
}

#[test]
fn the_fourth_session_has_eight_steps_and_the_fifth_six() {
    let fourth = run(&["steps", "--session", "4", "--json"]).json();
    assert_eq!(steps(&fourth, "address"), FOURTH);
    assert!(list(&fourth).iter().all(|row| list(&row["sessions"]).contains(&4.into())));
    let fifth = run(&["steps", "--session", "5", "--json"]).json();
    assert_eq!(steps(&fifth, "address"), ["B.2", "C.1", "D.2", "E.2", "F.2", "G.2"]);
    let output = run(&["steps", "--session", "4"]);
    assert_eq!(output.text().lines().count(), 8);
    assert!(FOURTH.iter().all(|step| output.out.contains(step)), "{}", output.out);
}

#[test]
fn a_deadline_has_its_date_and_its_text() {
    let rows = run(&["steps", "--session", "4", "--json"]).json();
    let e3 = list(&rows).iter().find(|row| row["address"] == "annex/E/next/3").expect("E.3");
    assert_eq!(fields(&e3["deadline"]), ["text", "date", "basis"]);
    assert_eq!(e3["deadline"]["date"], "2023-01-31");
    assert!(e3["deadline"]["text"].as_str().expect("words").contains("janvier 2023"), "{e3}");
    assert_eq!(e3["force"], "request");
}

#[test]
fn without_statuses_every_due_step_is_open() {
    let rows = run(&["track", "--json"]).json();
    assert_eq!(list(&rows).len(), 8 + 6);
    for row in list(&rows) {
        assert_eq!(fields(row), ["step", "topic", "session", "status", "history"]);
        assert_eq!((&row["status"], &row["history"]), (&"open".into(), &Value::Array(Vec::new())));
    }
    let fourth = run(&["track", "--session", "4", "--json"]).json();
    let named: Vec<String> = column(&fourth, "step").into_iter().map(short).collect();
    assert_eq!(named, FOURTH);
}

#[test]
fn a_status_is_stored_with_author_time_and_remark() {
    let home = Home::new();
    let set = |status: &str, more: &[&str]| {
        let mut words = vec!["track", "set", "E.2", "--session", "4", "--status", status, "--json"];
        words.extend(more);
        run_in(&home, &words).json()
    };
    assert_eq!(set("raised", &[])["status"], "raised");
    let after = set("discussed", &["--note", "demandé par SG : « à suivre »"]);
    assert_eq!((&after["step"], &after["session"]), (&"A/77/275:annex/E/next/2".into(), &4.into()));
    let rows = run_in(&home, &["track", "--session", "4", "--json"]).json();
    let e2 = list(&rows).iter().find(|row| row["step"] == after["step"]).expect("E.2");
    assert_eq!(e2, &after);
    let history = list(&e2["history"]);
    assert_eq!(column(&e2["history"], "status").len(), 2);
    let find = |status: &str| history.iter().find(|act| act["status"] == status).expect("an act");
    assert_eq!(find("discussed")["note"], "demandé par SG : « à suivre »");
    assert!(find("raised")["note"].is_null());
    assert!(history.iter().all(|act| act["at"].as_str().is_some_and(|at| at.len() > 18)));
    assert!(history.iter().all(|act| act["author"].as_str().is_some_and(|author| !author.is_empty())));
    let others = list(&rows).iter().filter(|row| row["status"] == "open").count();
    assert_eq!(others, 7);
}

#[test]
fn a_topic_of_a_step_has_its_own_status() {
    let home = Home::new();
    let rows = run_in(&home, &["steps", "--json"]).json();
    let row = list(&rows).iter().find(|row| !list(&row["topics"]).is_empty()).expect("a step with topics");
    let (step, label) = (row["address"].as_str().expect("an address"), &row["topics"][0]["label"]);
    let target = format!("A/77/275:{step}/{}", label.as_str().expect("a label"));
    let set =
        run_in(&home, &["track", "set", &target, "--session", "4", "--status", "agreed", "--json"]).json();
    assert_eq!((&set["topic"], &set["status"]), (label, &"agreed".into()));
    let all = run_in(&home, &["track", "--json"]).json();
    assert_eq!(list(&all).iter().filter(|row| row["status"] == "agreed").count(), 1);
    let unknown = format!("A/77/275:{step}/zz");
    let output = run_in(&home, &["track", "set", &unknown, "--session", "4", "--status", "agreed"]);
    assert_eq!(output.code, 1, "{}", output.error);
}

#[test]
fn an_invalid_step_or_status_is_refused_and_nothing_is_written() {
    let home = Home::new();
    let set = |step: &str, status: &str| {
        run_in(&home, &["track", "set", step, "--session", "4", "--status", status])
    };
    set("A/77/275:annex/16", "open").fails(2, &["not a next step"]);
    set("H.1", "open").fails(1, &["H.1"]);
    assert_eq!(set("E.2", "finished").code, 2);
    assert_eq!(run_in(&home, &["track", "set", "E.2", "--status", "open"]).code, 2);
    assert_eq!(run_in(&home, &["track", "set", "E.2", "--session", "four", "--status", "open"]).code, 2);
    for meeting in ["0", "-1", "third"] {
        let words = ["track", "set", "E.2", "--session", "4", "--status", "open", "--meeting", meeting];
        assert_eq!(run_in(&home, &words).code, 2, "{meeting}");
    }
    assert_eq!(crate::support::files::tree(home.path()).len(), 0);
}

#[test]
fn an_unknown_session_is_refused_with_a_list_of_known_ones() {
    let home = Home::new();
    let set = |step: &str, session: &str, lang: &str| {
        let words = ["track", "set", step, "--session", session, "--status", "raised", "--lang", lang];
        run_in(&home, &words)
    };
    set("E.2", "77", "en").fails(2, &["no session 77", "4, 5"]);
    set("E.2", "77", "fr").fails(2, &["pas de session 77", "4, 5"]);
    run_in(&home, &["--session", "77"]).fails(2, &["no session 77"]);
    assert_eq!(crate::support::files::tree(home.path()).len(), 0);
    // A status may be set for a session the step does not name.
    set("E.2", "6", "en").text();
}

#[test]
fn no_result_is_reported_on_one_line() {
    let case = |arguments: &[&str], words: &str| {
        let output = run(arguments);
        output.fails(1, &[words]);
        assert_eq!(output.error.lines().count(), 1, "{}", output.error);
    };
    case(&["steps", "--document", "A/76/135"], "No next step");
    case(&["steps", "--session", "77", "--lang", "fr"], "Aucune étape");
    case(&["track", "--session", "77"], "No next step");
    case(&["search", "zzzz"], "“zzzz”");
    case(&["search", "zzzz", "--lang", "fr"], "« zzzz »");
    case(&["resolve", "tournesol"], "No passage");
}

#[test]
fn long_text_is_cut_after_a_word_with_an_ellipsis() {
    let whole = run(&["steps", "--json"]).json();
    for (line, text) in run(&["steps"]).text().lines().zip(column(&whole, "text")) {
        let shown = line.rsplit("  ").next().unwrap_or_default().trim();
        let Some(words) = shown.strip_suffix('…') else { continue };
        assert!(text.starts_with(words), "{line}");
        assert!(!text[words.len()..].starts_with(char::is_alphanumeric), "{line}");
    }
    let output = run(&["search", "points de contact"]);
    assert!(output.text().lines().any(|line| line.ends_with('…')), "{}", output.out);
}

#[test]
fn statuses_are_shown_as_words_and_signs() {
    let home = Home::new();
    run_in(&home, &["track", "set", "E.2", "--session", "4", "--status", "discussed"]).text();
    for (lang, word) in [("fr", "examinée"), ("en", "discussed")] {
        let output = run_in(&home, &["track", "--lang", lang]);
        let line = output.text().lines().find(|line| line.contains("E/next/2") && line.contains(" 4 "));
        assert!(line.is_some_and(|line| line.contains(word) && line.contains('●')), "{}", output.out);
        assert!(line.is_some_and(|line| line.contains("annex/E/next/2  E.2 ")), "{}", output.out);
    }
}

#[test]
fn a_step_lists_the_passages_it_cites() {
    let steps = run(&["steps", "--document", "A/77/275", "--json"]).json();
    let cited = |step: &str| {
        let found = list(&steps).iter().find(|row| row["address"] == step).expect("a step").clone();
        found["cites"][0].clone()
    };
    assert_eq!(cited("annex/D/next/2")["addresses"], serde_json::json!(["annex/15/a", "annex/15/b"]));
    assert_eq!(cited("annex/C/next/1")["addresses"], serde_json::json!(["annex/14/e"]));
    assert_eq!(cited("annex/B/next/2")["symbol"], "A/77/275");
    assert_eq!(list(&cited("annex/B/next/2")["addresses"]).len(), 6);
    let row = |step: &str| list(&steps).iter().find(|row| row["address"] == step).expect("a step").clone();
    let report = &row("annex/D/next/2")["cites"][1];
    assert_eq!((&report["symbol"], list(&report["addresses"]).len()), (&"A/75/816".into(), 0));
    assert_eq!(row("annex/E/next/3")["products"], serde_json::json!(["un document d’information"]));
    assert_eq!(row("annex/G/next/3")["notes"], serde_json::json!(["annex/note/28"]));
    let deadline = &row("annex/E/next/4")["deadline"];
    assert_eq!((&deadline["date"], &deadline["basis"]), (&"2023-03-06".into(), &"start-of-session-4".into()));
}

#[test]
fn requests_of_a_resolution_are_listed_and_tracked() {
    let home = Home::new();
    let rows = run_in(&home, &["steps", "--document", "A/RES/78/237", "--json"]).json();
    let listed: Vec<(&str, u64, &str, &str, usize)> = list(&rows)
        .iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().unwrap_or_default();
            let request = row["request"].as_u64().unwrap_or_default();
            (text("address"), request, text("actor"), text("force"), list(&row["sessions"]).len())
        })
        .collect();
    let expected = [
        ("op/2", 0, "États", "request", 0),
        ("op/4", 0, "les États", "invite", 0),
        ("op/5", 0, "les États Membres", "encourage", 0),
        ("op/6", 0, "les États Membres", "encourage", 0),
        ("op/7", 0, "les États Membres", "invite", 0),
        ("op/8", 1, "tous les États Membres", "invite", 1),
        ("op/8", 2, "le Secrétaire général", "request", 1),
        // What the General Assembly decides to do itself, at a session that has a date.
        ("op/9", 0, "", "agree", 0),
    ];
    assert_eq!(listed, expected);
    let days: Vec<_> = list(&rows).iter().skip(6).map(|row| row["deadline"]["date"].as_str()).collect();
    assert_eq!(days, [Some("2024-09-09"), Some("2024-09-10")], "{rows}");
    assert!(
        list(&rows).iter().skip(5).take(2).all(|row| row["sessions"] == serde_json::json!([8])),
        "{rows}"
    );
    assert_eq!(
        list(&run_in(&home, &["steps", "--json"]).json()).len(),
        20,
        "steps alone are those of the report"
    );
    let set = ["track", "set", "A/RES/78/237:op/8#2", "--session", "8", "--status", "raised", "--json"];
    let cell = run_in(&home, &set).json();
    assert_eq!((&cell["step"], &cell["topic"]), (&"A/RES/78/237:op/8".into(), &"#2".into()));
    let line = run_in(&home, &["track", "--session", "8"]);
    assert!(line.text().contains("A/RES/78/237:op/8#2"), "{}", line.out);
    let wrong = ["track", "set", "A/RES/78/237:op/8#3", "--session", "8", "--status", "raised"];
    run_in(&home, &wrong).fails(1, &["#3", "#1, #2"]);
}
