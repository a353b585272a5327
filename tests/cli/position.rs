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
    assert!(text.contains("5 (f)  E.3  due at the 4th session, nothing"), "{text}");
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
