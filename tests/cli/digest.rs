//! `plenary digest`: the record of a session or of one of its days.

use std::path::Path;

use serde_json::Value;

use crate::support::files;
use crate::support::home::Home;
use crate::support::word::{Reading, WordFile, WordParagraph};

use super::run_in;

/// A home folder with two days of a session: interventions, notes, one of them restricted, and a status.
fn prepared() -> Home {
    let home = Home::new();
    let said = [
        ("2023-03-07T10:44:00-05:00", Some("Singapour"), "annex/E/next/2", "+ capacités d’abord"),
        ("2023-03-07T10:50:00-05:00", Some("Égypte"), "annex/E/next/2", "qui paie ?\n\nEt qui décide ?"),
        ("2023-03-07T11:05:00-05:00", Some("singapour"), "annex/16/a", "soutient le registre"),
        ("2023-03-07T11:10:00-05:00", None, "annex/E/next/2", "notre avis : attendre"),
        ("2023-03-08T10:10:00-05:00", Some("Kenya"), "annex/E/next/2", "d’accord"),
        ("2022-07-26T10:10:00-04:00", Some("Chili"), "annex/E/next/2", "à la session d’avant"),
    ];
    for (nth, (at, delegation, anchor, words)) in said.iter().enumerate() {
        let delegation = delegation.map(|name| format!("delegation = \"{name}\"\n")).unwrap_or_default();
        let text = format!(
            "+++\nid = \"01GTVZ0000000000000000000{nth}\"\nat = {at}\nauthor = \"roy\"\nanchor = \"A/77/275:{anchor}\"\n{delegation}+++\n{words}\n"
        );
        files::write(&home.data().join(format!("workspace/notes/{nth}.md")), &text);
    }
    for arguments in [
        ["note", "add", "--restricted", "E.2", "Ligne secrète"].as_slice(),
        &["track", "set", "E.2", "--session", "4", "--status", "discussed", "--note", "bon accueil"],
    ] {
        assert_eq!(run_in(&home, &[&["--today", "2023-03-07"], arguments].concat()).code, 0);
    }
    home
}

fn shown(path: &Path) -> &str {
    path.to_str().expect("the path is text")
}

/// Writes a record, and gives the text of the file and the manifest.
#[track_caller]
fn written(home: &Home, file: &str, options: &[&str]) -> (String, Value) {
    let to = home.path().join(file);
    let all = [&["digest", "--lang", "fr", "--json", "--to", shown(&to)], options].concat();
    let output = run_in(home, &all);
    assert_eq!(output.code, 0, "{}", output.error);
    (files::text(&to), output.json())
}

#[test]
fn a_day_is_recorded_by_agenda_item_and_step() {
    let home = prepared();
    let (text, manifest) = written(&home, "day.md", &["--session", "4", "--day", "2023-03-07"]);
    insta::assert_snapshot!(text);
    let count = |name: &str| manifest[name].as_u64().unwrap_or_default();
    assert_eq!((count("texts"), count("statuses"), &manifest["left_out"]["note"]), (4, 1, &1.into()));
    assert_eq!((&manifest["day"], &manifest["session"]), (&"2023-03-07".into(), &4.into()));
}

#[test]
fn a_session_has_all_its_days_and_a_delegation_all_it_said() {
    let home = prepared();
    let (text, _) = written(&home, "session.md", &["--session", "4"]);
    assert!(text.contains("Kenya") && !text.contains("à la session d’avant"), "{text}");
    let (text, _) = written(&home, "third.md", &["--session", "3"]);
    assert!(!text.contains("Kenya") && text.contains("à la session d’avant"), "{text}");
    let (text, manifest) = written(&home, "by.md", &["--day", "2023-03-07", "--by", "delegation"]);
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).take(3).collect();
    assert_eq!(headings, ["## Égypte", "## Singapour", "## Nos propres notes"]);
    assert_eq!(manifest["session"], 4);
}

#[test]
fn what_is_restricted_is_in_no_format_unless_it_is_named() {
    let home = prepared();
    let options = ["--session", "4", "--day", "2023-03-07"];
    for ending in ["md", "txt", "html"] {
        let (text, _) = written(&home, &format!("r.{ending}"), &options);
        assert!(text.contains("capacités d’abord") && !text.contains("secrète"), "{text}");
        let (text, _) =
            written(&home, &format!("all.{ending}"), &[&options[..], &["--with", "restricted"]].concat());
        assert!(text.contains("Ligne secrète"), "{text}");
    }
    let to = home.path().join("r.docx");
    let output = run_in(&home, &[&["digest", "--to", shown(&to)], &options[..]].concat());
    assert_eq!(output.code, 0, "{}", output.error);
    let word = WordFile::open(&files::read(&to));
    let text = word.text(Reading::Accepted);
    assert!(text.contains("capacités d’abord") && !text.contains("secrète"), "{text}");
    let paragraphs = word.read(Reading::Accepted);
    let cites = |paragraph: &WordParagraph| paragraph.notes.iter().any(|note| note.text.contains("A/77/275"));
    assert!(paragraphs.iter().any(cites), "citations are footnotes of Word");
}

#[test]
fn an_empty_record_says_so_and_an_unknown_day_is_refused() {
    let home = Home::new();
    let (text, manifest) = written(&home, "empty.md", &["--session", "4", "--day", "2023-03-07"]);
    assert!(text.contains("Aucune note, aucun état défini."), "{text}");
    assert_eq!(manifest["texts"], 0);
    let output = run_in(&home, &["digest", "--day", "2020-05-05", "--to", "x.md"]);
    assert_eq!(output.code, 1);
    assert!(output.error.contains("--session"), "{}", output.error);
    let output = run_in(&home, &["digest", "--session", "99", "--to", "x.md"]);
    assert_eq!(output.code, 2, "{}", output.error);
}
