//! `plenary position`: making, changing and listing positions.

use serde_json::Value;

use crate::support::files;
use crate::support::home::Home;

use super::{Output, column, run_in};

fn set(home: &Home, passage: &str, options: &[&str]) -> Output {
    run_in(home, &[&["position", "set", passage, "--json"], options].concat())
}

fn listed(home: &Home, day: &str) -> Vec<Value> {
    let output = run_in(home, &["position", "list", "--json", "--today", day]);
    output.json().as_array().cloned().expect("a list")
}

#[test]
fn a_position_is_made_changed_and_shown() {
    let home = Home::new();
    let made = set(&home, "E.2", &["--text", "Nous appuyons E.2.", "--red-line", "Aucun vote."]).json();
    assert_eq!((&made["status"], &made["red_line"]), (&"idea".into(), &"Aucun vote.".into()));
    assert_eq!((&made["anchor"], &made["item"]), (&"A/77/275:annex/E/next/2".into(), &"item/5/f".into()));

    let options =
        ["--status", "sent", "--fallback", "Un texte plus court.", "--instruction-until", "2023-03-10"];
    let changed = set(&home, "A/77/275:annex/E/next/2", &options).json();
    assert_eq!((&changed["id"], &changed["text"]), (&made["id"], &made["text"]));
    assert_eq!((&changed["status"], &changed["fallback"]), (&"sent".into(), &"Un texte plus court.".into()));
    assert_eq!(changed["instruction"]["until"], "2023-03-10");

    let id = made["id"].as_str().expect("an id");
    assert_eq!(run_in(&home, &["position", "show", id, "--json"]).json(), changed);
    let shown = run_in(&home, &["position", "show", id, "--lang", "fr"]);
    let text = shown.text();
    let parts = ["Texte\nNous appuyons E.2.", "Repli\nUn texte plus court.", "Ligne rouge\nAucun vote."];
    assert!(parts.iter().all(|part| text.contains(part)), "{text}");
}

#[test]
fn a_file_written_by_hand_is_a_position() {
    let home = Home::new();
    set(&home, "E.2", &["--text", "x"]);
    let file = home.data().join("workspace/positions/by-hand.md");
    let words = "+++\nid = \"01GTVTW1C00000000000000000\"\nat = 2023-02-01T10:00:00-05:00\n\
                 anchor = \"A/76/135:57/d\"\nstatus = \"finished\"\nrestricted = true\n+++\n\
                 Oui.\n\n# Position de repli\nPeut-être.\n";
    files::write(&file, words);
    let output = run_in(&home, &["position", "list", "--json", "--lang", "en"]);
    let hand = serde_json::from_str::<Vec<Value>>(&output.out).expect("a list").pop().expect("a position");
    assert_eq!((&hand["fallback"], &hand["restricted"]), (&"Peut-être.".into(), &true.into()));
    assert_eq!(hand["status"], "idea");
    assert!(output.error.contains("status cannot be \"finished\""), "{}", output.error);
}

#[test]
fn the_steps_due_without_a_position_come_first() {
    let home = Home::new();
    let gaps = |day: &str| {
        let rows = listed(&home, day);
        rows.iter().filter(|row| row["id"].is_null()).map(|row| row["anchor"].to_string()).collect::<Vec<_>>()
    };
    let before = gaps("2023-03-06");
    assert!(before.iter().any(|step| step.contains("A/77/275:annex/E/next/4")), "{before:?}");
    set(&home, "E.4", &["--text", "Oui."]);
    let after = gaps("2023-03-06");
    assert_eq!(after.len() + 1, before.len());
    let rows = Value::Array(listed(&home, "2023-03-06"));
    let ids = column(&rows, "anchor");
    assert!(ids.last().expect("a row").ends_with("E/next/4"), "{ids:?}");
    let shown = run_in(&home, &["position", "list", "--today", "2023-03-06", "--lang", "en"]);
    let text = shown.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(words.join(" ").contains("5 (f) E.3 due at the 4th session, nothing"), "{text}");
}

#[test]
fn quotations_are_compared_with_the_passages_they_cite() {
    let home = Home::new();
    let text = "« promouvoir un comportement responsable des États » (A/77/275, titre) ; voir A/76/135, par. 57 d), \
                « des mots que personne n’a écrits ici » (A/76/135, par. 57 d)) et A/99/1.";
    let made = set(&home, "E.2", &["--text", text]).json();
    let states: Vec<&str> = made["basis"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["state"].as_str().expect("a state"))
        .collect();
    assert_eq!(states.iter().filter(|state| **state == "not-found").count(), 1, "{made}");
    assert!(states.contains(&"not-held") && states.contains(&"cited"), "{made}");
}

#[test]
fn wrong_use_changes_nothing() {
    let home = Home::new();
    assert_eq!(set(&home, "E.2", &[]).code, 2);
    assert_eq!(set(&home, "E.2", &["--status", "final"]).code, 2);
    assert_eq!(set(&home, "E.99", &["--text", "x"]).code, 1);
    assert_eq!(run_in(&home, &["position", "show", "01GTVTW1C00000000000000000"]).code, 1);
    assert!(listed(&home, "2023-03-06").iter().all(|row| row["id"].is_null()));
}

#[test]
fn setting_a_status_keeps_the_comments_of_a_file_written_by_hand() {
    let home = Home::new();
    let file = home.data().join("workspace/positions/by-hand.md");
    let words = |status: &str| {
        format!(
            "+++\n# asked for by the embassy\nid = \"01GTVTW1C00000000000000000\"\nat = 2023-02-01T10:00:00-05:00\n\
             anchor = \"A/76/135:57/d\"\nstatus = {status} # by Friday\n\n[instruction] # by telephone\nfrom = 'me'\n+++\nOui.\n"
        )
    };
    files::write(&file, &words("'draft'"));
    assert_eq!(set(&home, "A/76/135:57/d", &["--status", "sent"]).code, 0);
    let written = files::text(&file);
    let is_stamp = |line: &&str| line.starts_with("edited = ");
    let without_stamp: Vec<&str> = written.lines().filter(|line| !is_stamp(line)).collect();
    assert_eq!(without_stamp, words("\"sent\"").lines().collect::<Vec<_>>());
}

#[test]
fn a_position_on_an_agenda_item_is_shown_listed_and_covers_its_steps() {
    let home = Home::new();
    let made = set(&home, "5/f", &["--text", "La confiance d’abord."]).json();
    assert_eq!((&made["anchor"], &made["item"]), (&"A/77/275:item/5/f".into(), &"item/5/f".into()));
    let changed = set(&home, "item/5/f", &["--status", "draft"]).json();
    assert_eq!((&changed["id"], &changed["status"]), (&made["id"], &"draft".into()));

    let rows = listed(&home, "2023-03-06");
    let gaps: Vec<&Value> = rows.iter().filter(|row| row["id"].is_null()).collect();
    let on_item = |row: &&&Value| row["item_position"] == true;
    let of_item: Vec<&str> = gaps.iter().filter(on_item).filter_map(|row| row["anchor"].as_str()).collect();
    let steps = [2, 3, 4].map(|step| format!("A/77/275:annex/E/next/{step}"));
    assert_eq!(of_item, steps);
    let first = gaps.iter().position(|row| row["item_position"] == true).expect("such a gap");
    assert!(gaps[first..].iter().all(|row| row["item_position"] == true), "after those with nothing");
    assert_eq!(rows.last().expect("the position")["anchor"], "A/77/275:item/5/f");

    let shown = run_in(&home, &["position", "list", "--today", "2023-03-06", "--lang", "en"]);
    let text = shown.text();
    assert!(
        text.contains("5 (f)  E.3") && text.contains("due at the 4th session, only on the item"),
        "{text}"
    );
    let line = text.lines().last().expect("the position");
    assert!(line.contains("5 (f)") && line.contains("draft") && line.contains("0:02 of 3:00"), "{line}");

    let covers = run_in(&home, &["track", "--coverage", "--session", "4", "--json"]).json();
    let covers = covers.as_array().expect("a list");
    let of = |step: &str| covers.iter().find(|row| row["step"].as_str() == Some(step)).expect("a step");
    assert_eq!((&of(&steps[2])["positions"], &of(&steps[2])["covered"]), (&1.into(), &true.into()));
    assert_eq!(of("A/77/275:annex/F/next/2")["covered"], false);
}

#[test]
fn several_requests_in_one_paragraph_are_one_gap_named_by_its_citation() {
    let home = Home::new();
    let rows = listed(&home, "2023-03-06");
    let of_resolution = |row: &&Value| row["anchor"] == "A/RES/78/237:op/8";
    assert_eq!(rows.iter().filter(of_resolution).count(), 1);
    let shown = run_in(&home, &["position", "list", "--today", "2023-03-06", "--lang", "en"]);
    assert!(shown.text().contains("A/RES/78/237, para. 8"), "{}", shown.text());
    set(&home, "A/RES/78/237:op/8", &["--text", "Oui."]);
    assert_eq!(listed(&home, "2023-03-06").iter().filter(of_resolution).count(), 1, "only the position");
}

#[test]
fn a_position_longer_than_the_limit_is_marked_by_sign_and_word() {
    let home = Home::new();
    let made = set(&home, "E.2", &["--text", &"mot ".repeat(500)]).json();
    assert_eq!((&made["reading_seconds"], &made["limit_seconds"]), (&250.into(), &180.into()));
    assert_eq!(made["over_limit"], true);
    let line = || run_in(&home, &["position", "list", "--lang", "en"]).text().to_owned();
    assert!(line().contains("4:10 of 3:00 ▲ over the limit"), "{}", line());
    let file = files::ending(&home.data().join("workspace/positions"), ".md").pop().expect("a file");
    let words = files::text(&file).replacen("anchor", "on-behalf-of = \"EU\"\nanchor", 1);
    files::write(&file, words);
    assert!(line().contains("4:10 of 5:00") && !line().contains('▲'), "{}", line());
    let words = files::text(&file).replacen("anchor", "limit-minutes = 2\nanchor", 1);
    files::write(&file, words);
    assert!(line().contains("4:10 of 2:00 ▲ over the limit"), "{}", line());
}

#[test]
fn an_instruction_that_ends_soon_or_has_ended_is_reported_like_a_deadline() {
    let home = Home::new();
    set(&home, "E.2", &["--text", "Oui.", "--instruction-until", "2023-03-10"]);
    let shown = |day: &str| {
        let list = run_in(&home, &["position", "list", "--today", day, "--lang", "en"]);
        let warns = listed(&home, day).last().expect("the position")["instruction"]["warns"] == true;
        (list.text().to_owned(), warns)
    };
    let (text, warns) = shown("2023-03-06");
    assert!(warns && text.contains("⚠ instruction valid until 10 March (in 4 days)"), "{text}");
    let (text, warns) = shown("2023-03-11");
    assert!(warns && text.contains("⚠ instruction expired on 10 March (yesterday)"), "{text}");
    let (text, warns) = shown("2023-02-01");
    assert!(!warns && text.contains("instruction valid until 10 March") && !text.contains('⚠'), "{text}");
    set(&home, "E.2", &["--status", "delivered"]);
    assert!(!shown("2023-03-11").1, "it was said");
}
