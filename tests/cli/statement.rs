//! `plenary statement`: made of positions, written to files, kept as delivered.

use serde_json::Value;

use crate::support::files;
use crate::support::home::Home;

use super::run_in;

const TEXT: &str = "We support a directory of points of contact.";
const BASIS: &str = "“designating a national Point of Contact” (A/76/135, para. 999)\n\nInternal remark. A/77/275, annex, para. 16 (a)";

/// A home folder with a position on step E.2 that has every part.
fn prepared() -> Home {
    let home = Home::new();
    set(&home, "E.2", &["--text", TEXT, "--fallback", "FALLBACK", "--red-line", "REDLINE"]);
    set(&home, "E.2", &["--arguments", "ARGUMENTS", "--basis", BASIS, "--instruction-from", "CAPITAL"]);
    home
}

fn set(home: &Home, passage: &str, options: &[&str]) {
    let output = run_in(home, &[&["position", "set", passage, "--json"], options].concat());
    assert_eq!(output.code, 0, "{}", output.error);
}

/// Writes a statement, and gives the text of the file and the manifest.
#[track_caller]
fn written(home: &Home, file: &str, options: &[&str]) -> (String, Value) {
    let output = run_in(home, &[&["statement", "--to", file, "--json"], options].concat());
    (files::text(&home.path().join(file)), output.json())
}

#[test]
fn a_statement_has_the_text_of_positions_and_never_what_is_for_the_delegation() {
    let home = prepared();
    for options in [["--session", "4"].as_slice(), &["--item", "5/f"], &["--session", "4", "--item", "5 f)"]]
    {
        for ending in ["md", "txt"] {
            let (text, manifest) = written(&home, &format!("s.{ending}"), options);
            assert!(text.contains(TEXT) && text.contains("national Point of Contact"), "{text}");
            for inside in ["FALLBACK", "REDLINE", "ARGUMENTS", "CAPITAL", "Internal remark"] {
                assert!(!text.contains(inside), "{inside} in {text}");
            }
            let left_out = &manifest["left_out"];
            assert_eq!((&left_out["fallback"], &left_out["red-line"]), (&1.into(), &1.into()), "{manifest}");
            assert_eq!((&manifest["what"], &manifest["format"]), (&"statement".into(), &ending.into()));
        }
    }
    // Another item, and a session at which the step is not due.
    for options in [["--item", "5/e"], ["--session", "3"]] {
        let (text, manifest) = written(&home, "other.md", &options);
        assert!(text.contains("Nothing is prepared") && !text.contains(TEXT), "{text}");
        assert_eq!(manifest["words"], 0);
    }
}

#[test]
fn markdown_has_footnotes_and_the_text_for_interpreters_only_what_is_said() {
    let home = prepared();
    let options = ["--session", "4", "--item", "5/f"];
    let (markdown, _) = written(&home, "s.md", &options);
    assert!(markdown.contains("[^1]") && markdown.contains("annex, para. 16 (a)"), "{markdown}");
    let (spoken, _) = written(&home, "s.txt", &options);
    insta::assert_snapshot!(spoken);
}

#[test]
fn restricted_positions_stay_out_unless_they_are_named() {
    let home = prepared();
    set(&home, "E.3", &["--text", "SECRET words.", "--restricted", "yes"]);
    let options = ["--session", "4"];
    let (text, manifest) = written(&home, "s.md", &options);
    assert!(!text.contains("SECRET"), "{text}");
    assert_eq!(manifest["left_out"]["position"], 1);
    let (text, manifest) = written(&home, "s.md", &["--session", "4", "--with", "restricted"]);
    assert!(text.contains("SECRET") && manifest["left_out"]["position"].is_null(), "{text}");
    // A statement kept with its words is restricted too.
    let make = ["statement", "make", "--session", "4", "--with", "restricted", "--json"];
    assert_eq!(run_in(&home, &make).json()["restricted"], true);
    let (text, manifest) = written(&home, "s.md", &options);
    assert!(!text.contains("SECRET") && manifest["left_out"]["statement"] == 1, "{text}");
}

#[test]
fn quotations_are_compared_and_the_time_with_the_limit() {
    let home = prepared();
    let long = "word ".repeat(400);
    let basis = "“designating a” (A/77/275, annex, para. 999); “nothing of this kind at all” (A/77/275, annex, para. 16)";
    set(&home, "E.4", &["--text", &long, "--basis", basis]);
    let made = run_in(&home, &["statement", "make", "--session", "4", "--json"]).json();
    assert_eq!((&made["over_limit"], &made["limit_seconds"]), (&true.into(), &180.into()));
    assert!(made["reading_seconds"].as_u64().unwrap_or_default() > 200, "{made}");
    let states: Vec<&str> =
        made["quotations"].as_array().unwrap().iter().filter_map(|one| one["state"].as_str()).collect();
    assert!(states.contains(&"not-found"), "{states:?}");
    files::write(&home.config().join("settings.toml"), "statement-minutes = 30\n");
    let id = made["id"].as_str().unwrap();
    let shown = run_in(&home, &["statement", "show", id, "--json"]).json();
    assert_eq!((&shown["over_limit"], &shown["limit_seconds"]), (&false.into(), &1800.into()));
}

#[test]
fn what_was_changed_in_an_editor_is_written_and_unknown_front_matter_stays() {
    let home = prepared();
    let made = run_in(&home, &["statement", "make", "--session", "4", "--item", "5/f", "--json"]).json();
    let all = files::ending(&home.data(), ".md");
    let file = all.iter().find(|path| path.to_string_lossy().contains("/statements/")).expect("a file");
    let text = files::text(file);
    let changed = text
        .replace("status = \"draft\"", "status = \"draft\"\nroom = \"CR 4\"")
        .replace(TEXT, "Thank you, Chair.\n\n<!-- Not this. -->\n\nWe *support* it.");
    files::write(file, &changed);
    let (spoken, manifest) = written(&home, "s.txt", &["--session", "4", "--item", "5/f"]);
    assert!(spoken.contains("Thank you, Chair.\n\nWe support it."), "{spoken}");
    assert!(!spoken.contains("Not this") && manifest["unspoken"] == 1, "{manifest}");
    let id = made["id"].as_str().unwrap();
    let deliver = ["statement", "deliver", id, "--meeting", "3", "--json", "--today", "2023-03-07"];
    let delivered = run_in(&home, &deliver).json();
    assert_eq!(delivered["status"], "delivered");
    assert_eq!(
        (&delivered["delivered"]["session"], &delivered["delivered"]["meeting"]),
        (&4.into(), &3.into())
    );
    let after = files::text(file);
    assert!(after.contains("room = \"CR 4\"") && after.contains("Thank you, Chair."), "{after}");
    let positions = run_in(&home, &["position", "list", "--json"]).json();
    let position = positions.as_array().unwrap().iter().find(|one| one["text"] == TEXT).unwrap();
    assert_eq!(position["status"], "delivered");
    run_in(&home, &deliver).fails(2, &["delivered already"]);
    // It is written as it was delivered.
    let (text, _) = written(&home, "s.md", &["--session", "4", "--item", "5/f"]);
    assert!(text.contains("3rd meeting") && text.contains("Thank you, Chair."), "{text}");
}

#[test]
fn wrong_use_says_what_to_do_and_writes_nothing() {
    let home = prepared();
    let to = |options: &[&str]| run_in(&home, &[&["statement", "--to", "x.md"], options].concat());
    to(&[]).fails(2, &["--item"]);
    to(&["--item", "9/z"]).fails(2, &["5/f"]);
    to(&["--session", "99"]).fails(2, &["99"]);
    run_in(&home, &["statement", "--session", "4", "--to", "x.odt"]).fails(2, &["x.odt"]);
    run_in(&home, &["statement", "show", "01GTVTW1C00000000000000000"]).fails(1, &["01GTVTW1C0"]);
    run_in(&home, &["statement", "list"]).fails(1, &["No statement"]);
    assert!(!home.path().join("x.md").exists());
}

#[test]
fn several_items_are_in_the_order_of_the_agenda_under_their_titles() {
    let home = prepared();
    set(&home, "A/77/275:annex/B/next/1", &["--text", "Threats first."]);
    let (text, _) = written(&home, "s.md", &["--session", "4"]);
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    assert!(at("Threats first.") < at(TEXT) && text.contains("## 5 (f)"), "{text}");
}

#[test]
fn a_statement_on_behalf_of_a_group_has_the_limit_of_groups() {
    let home = prepared();
    let make = ["statement", "make", "--item", "5/f", "--on-behalf-of", "the European Union", "--json"];
    let made = run_in(&home, &make).json();
    assert_eq!((&made["on_behalf_of"], &made["limit_seconds"]), (&"the European Union".into(), &300.into()));
    let id = made["id"].as_str().unwrap();
    let set = |options: &[&str]| run_in(&home, &[&["statement", "set", id, "--json"], options].concat());
    let own = set(&["--on-behalf-of", ""]).json();
    assert_eq!((&own["on_behalf_of"], &own["limit_seconds"]), (&Value::Null, &180.into()));
    let ready = set(&["--minutes", "4", "--status", "ready"]).json();
    assert_eq!((&ready["status"], &ready["limit_seconds"]), (&"ready".into(), &240.into()));
    set(&["--status", "ready"]).fails(2, &["--on-behalf-of"]);
    run_in(&home, &["statement", "deliver", id]).text();
    set(&["--minutes", "9"]).fails(2, &["delivered already"]);
}
