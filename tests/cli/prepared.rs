//! Positions and statements over time: what stays as it was said, what is reported of changes, and what never leaves.

use serde_json::Value;

use crate::support::files;
use crate::support::home::Home;

use super::{Output, run_in};

fn set(home: &Home, passage: &str, options: &[&str]) -> Output {
    let output = run_in(home, &[&["position", "set", passage, "--json", "--lang", "en"], options].concat());
    assert_eq!(output.code, 0, "{}", output.error);
    output
}

fn json(home: &Home, arguments: &[&str]) -> Value {
    read(&run_in(home, &[arguments, &["--json", "--lang", "en"]].concat()))
}

/// What was printed for programs, whatever warnings there are.
fn read(output: &Output) -> Value {
    serde_json::from_str(&output.out).expect("JSON")
}

/// A home folder with a position on step E.2 and a statement made of it, with its id.
fn stated() -> (Home, String) {
    let home = Home::new();
    set(&home, "E.2", &["--text", "We support it.\n\nFor long."]);
    let made = json(&home, &["statement", "make", "--item", "5/f", "--session", "4"]);
    let id = made["id"].as_str().expect("an id").to_owned();
    (home, id)
}

#[test]
fn a_statement_says_which_positions_changed_or_are_new_and_takes_their_words() {
    let (home, id) = stated();
    assert_eq!(json(&home, &["statement", "show", &id])["changed_positions"], Value::Array(Vec::new()));
    set(&home, "E.2", &["--text", "We insist on it."]);
    let new = set(&home, "E.3", &["--text", "We also speak of E.3."]);
    let new = read(&new);
    let shown = run_in(&home, &["statement", "show", &id, "--json", "--lang", "en"]);
    assert_eq!(read(&shown)["new_positions"], Value::Array(vec![new["id"].clone()]));
    let list = run_in(&home, &["statement", "list", "--lang", "en"]);
    let to = ["statement", "--item", "5/f", "--session", "4", "--to", "s.md", "--lang", "en"];
    let file = run_in(&home, &to);
    for output in [&shown, &list, &file] {
        assert!(output.error.contains("positions changed since their words were taken"), "{}", output.error);
        assert!(output.error.contains("positions that are not in it"), "{}", output.error);
    }
    let taken = run_in(&home, &["statement", "set", &id, "--take", "--json", "--lang", "en"]);
    assert_eq!(taken.error, "");
    let words: Vec<Value> = taken.json()["paragraphs"].as_array().expect("a list").clone();
    let words: Vec<&str> = words.iter().filter_map(|one| one["text"].as_str()).collect();
    assert_eq!(words, ["We insist on it.", "We also speak of E.3."]);
    assert_eq!(run_in(&home, &["statement", "set", &id, "--take"]).code, 2);
}

#[test]
fn a_position_that_changed_is_not_marked_as_delivered() {
    let (home, id) = stated();
    let changed = set(&home, "E.2", &["--text", "Something else."]).json();
    let delivered = run_in(&home, &["statement", "deliver", &id, "--lang", "en"]);
    assert!(delivered.error.contains("it is not marked as delivered"), "{}", delivered.error);
    let position = json(&home, &["position", "show", changed["id"].as_str().expect("an id")]);
    assert_eq!(position["status"], "idea");
}

#[test]
fn what_was_delivered_stays_when_other_words_are_set() {
    let (home, id) = stated();
    let said = json(&home, &["statement", "deliver", &id])["uses"][0].as_str().expect("an id").to_owned();
    let output = set(&home, "E.2", &["--text", "New words."]);
    assert_ne!(read(&output)["id"], said.as_str());
    assert!(output.error.contains("it stays as it was said"), "{}", output.error);
    let kept = json(&home, &["position", "show", &said]);
    assert_eq!(
        (&kept["status"], &kept["text"]),
        (&"delivered".into(), &"We support it.\n\nFor long.".into())
    );
    set(&home, "E.2", &["--text", "Newer words."]);
    assert_eq!(json(&home, &["position", "show", &said])["text"], kept["text"]);
}

#[test]
fn the_meeting_is_that_of_the_moment_and_can_be_added_later() {
    let (home, id) = stated();
    let moment = ["--moment", "2023-03-07T10:30:00-05:00"];
    let calendar = "version = 1\n[[meetings]]\ndate = 2023-03-07\nfrom = '10:00'\nto = '13:00'\nsession = 4\nnumber = 37\n";
    files::write(&home.data().join("workspace/calendar.toml"), calendar);
    assert_eq!(run_in(&home, &["statement", "set", &id, "--meeting", "3"]).code, 2);
    let delivered = json(&home, &[&["statement", "deliver", &id], moment.as_slice()].concat());
    assert_eq!(delivered["delivered"]["meeting"], 37, "{delivered}");
    let corrected = json(&home, &["statement", "set", &id, "--meeting", "3"]);
    let delivery = &corrected["delivered"];
    assert_eq!((&delivery["meeting"], &delivery["at"]), (&3.into(), &delivered["delivered"]["at"]));
}

#[test]
fn quotations_that_fail_are_reported_when_a_file_is_written() {
    let home = Home::new();
    let basis = "“nothing of this kind at all” (A/77/275, annex, para. 16)";
    set(&home, "E.2", &["--text", "Yes.", "--basis", basis]);
    let output = run_in(&home, &["statement", "--session", "4", "--to", "s.md", "--lang", "en"]);
    assert!(output.error.contains("Quotation not found in A/77/275, annex, para. 16"), "{}", output.error);
}

#[test]
fn restricted_positions_are_counted_until_the_statement_has_their_words() {
    let (home, _) = stated();
    set(&home, "E.3", &["--text", "SECRET.", "--restricted", "yes", "--red-line", "REDLINE"]);
    for with in [[].as_slice(), &["--with", "restricted"]] {
        let to = ["statement", "--item", "5/f", "--session", "4", "--to", "s.md"];
        let manifest = json(&home, &[to.as_slice(), with].concat());
        assert_eq!(manifest["left_out"]["position"], 1, "{manifest}");
        let output = run_in(&home, &[to.as_slice(), with, &["--lang", "en"]].concat());
        let said = output.text();
        assert!(said.contains("Left out because restricted: 1 position"), "{said}");
        assert!(!said.contains("internal parts are included"), "{said}");
    }
    for occasion in [["--item", "5/f"], ["--session", "4"]] {
        let manifest = json(&home, &[["statement", "--to", "s.md"].as_slice(), &occasion].concat());
        assert_eq!(manifest["left_out"]["position"], 1, "{manifest}");
    }
}

#[test]
fn an_instruction_or_red_line_in_any_form_is_neither_said_nor_shared() {
    let home = Home::new();
    let forms = [
        "## Instruction(s)\nSECRET",
        "**Instruction:** SECRET",
        "Red line:\n\n- SECRET",
        "##Red line\nSECRET",
    ];
    for (step, form) in ["E.1", "E.2", "E.3", "E.4"].into_iter().zip(forms) {
        set(&home, step, &["--text", &format!("We agree.\n\n{form}")]);
    }
    run_in(&home, &["statement", "make", "--session", "4"]);
    let all = files::ending(&home.data(), ".md");
    let statement = all.iter().find(|path| path.to_string_lossy().contains("/statements/")).expect("a file");
    let text = files::text(statement);
    assert!(!text.contains("SECRET"), "{text}");
    files::write(statement, &format!("{text}\nLigne rouge :\n\nSECRET\n"));
    let manifest = json(&home, &["statement", "--session", "4", "--to", "s.txt"]);
    let written = files::text(&home.path().join("s.txt"));
    assert!(written.contains("We agree.") && !written.contains("SECRET"), "{written}");
    assert_eq!(manifest["left_out"]["red-line"], 3, "{manifest}");
    run_in(&home, &["share", "--to", "shared"]);
    for file in files::ending(&home.path().join("shared"), ".md") {
        assert!(!files::text(&file).contains("SECRET"), "{}", file.display());
    }
}

#[test]
fn a_position_has_languages_and_keeps_all_words_given_at_once() {
    let home = Home::new();
    let words = ["--text", "Yes.\n\n## Fallback\nPerhaps.", "--fallback", "Later.", "--languages", "fr,en"];
    let made = set(&home, "E.2", &words).json();
    assert_eq!(made["languages"], serde_json::json!(["fr", "en"]));
    assert_eq!(made["fallback"], "Perhaps.\n\nLater.");
}

#[test]
fn an_amendment_is_found_by_every_name_of_its_delegation() {
    let home = Home::new();
    let made = |by: &str, words: &str| {
        run_in(&home, &["amend", "annex 17 (e)", "--after", words, "--by", by, "--json", "--lang", "en"])
    };
    made("Singapore", "One.").json();
    made("SGP", "Two.").json();
    for name in ["SGP", "Singapore", "Singapour"] {
        let found = json(&home, &["amendments", "--by", name]);
        assert_eq!(found.as_array().expect("a list").len(), 2, "{name}: {found}");
        assert!(found.as_array().expect("a list").iter().all(|one| one["by_delegation"] == "SGP"), "{found}");
    }
    let unknown = made("Atlantis", "Three.");
    assert_eq!(read(&unknown)["by"], "Atlantis");
    assert!(unknown.error.contains("No delegation is known by the name “Atlantis”"), "{}", unknown.error);
    let several = made("SG", "Four.");
    assert!(several.error.contains("“SG” can mean") && several.error.contains("SGP"), "{}", several.error);
    let supported = ["--after", "Five.", "--co-sponsors", "Kenya, Atlantis"];
    let supported =
        run_in(&home, &[&["amend", "annex 17 (e)", "--json", "--lang", "en"], supported.as_slice()].concat());
    assert_eq!(read(&supported)["co_sponsor_delegations"], serde_json::json!(["KEN", null]));
    assert!(supported.error.contains("“Atlantis”"), "{}", supported.error);
}

#[test]
fn the_end_of_an_instruction_is_shown_by_the_day_and_comes_after_its_date() {
    let home = Home::new();
    let made = set(&home, "E.2", &["--text", "Yes.", "--instruction-until", "2022-01-01"]).json();
    let show =
        ["position", "show", made["id"].as_str().expect("an id"), "--today", "2023-03-06", "--lang", "en"];
    let shown = run_in(&home, &show);
    assert!(shown.text().contains("instruction expired on 1 January 2022"), "{}", shown.out);
    let wrong = ["position", "set", "E.2", "--instruction-date", "2022-02-01", "--lang", "en"];
    run_in(&home, &wrong).fails(2, &["2022-02-01", "2022-01-01"]);
}

#[test]
fn sharing_says_why_a_text_without_a_mark_is_left_out() {
    let home = Home::new();
    set(&home, "E.2", &["--text", "We do not agree.", "--restricted", "yes"]);
    run_in(&home, &["statement", "make", "--session", "4", "--with", "restricted"]);
    let all = files::ending(&home.data(), ".md");
    let statement = all.iter().find(|path| path.to_string_lossy().contains("/statements/")).expect("a file");
    files::write(statement, &files::text(statement).replace("restricted = true\n", ""));
    let shared = run_in(&home, &["share", "--to", "shared", "--lang", "en"]);
    assert!(
        shared.error.contains("is left out although it is not marked: it has words of"),
        "{}",
        shared.error
    );
}
