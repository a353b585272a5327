//! Notes from the command line, and note files changed by other programs.

use std::path::PathBuf;

use crate::support::files;
use crate::support::home::Home;

use super::{column, fields, list, run_in};

/// A note file damaged with an editor.
const BROKEN: &str = "+++\nid = \"01GTVZ0000000000000000000\"\nat = yesterday\n+++\nwords \u{1b}[31mred\n";

fn notes_folder(home: &Home) -> PathBuf {
    home.data().join("workspace/notes")
}

#[test]
fn an_added_note_is_listed_and_shown_unchanged() {
    let home = Home::new();
    let text = "SG : « capacités d’abord », e\u{301}crit à 山";
    let added = run_in(&home, &["note", "add", "E.2", text, "--json"]).json();
    assert_eq!(
        fields(&added),
        ["id", "at", "author", "anchor", "delegation", "restricted", "language", "text"]
    );
    assert_eq!((&added["text"], &added["anchor"]), (&text.into(), &"A/77/275:annex/E/next/2".into()));
    let id = added["id"].as_str().expect("an id");
    let all = run_in(&home, &["note", "list", "--json"]).json();
    assert_eq!(list(&all), std::slice::from_ref(&added));
    assert_eq!(run_in(&home, &["note", "show", id, "--json"]).json(), added);
    assert_eq!(run_in(&home, &["note", "show", id]).text(), format!("{text}\n"));
    let output = run_in(&home, &["note", "list"]);
    assert!(output.text().contains(id) && output.out.contains(text), "{}", output.out);
}

#[test]
fn words_may_begin_with_a_dash_and_options_behind_them_count() {
    let home = Home::new();
    let added = run_in(&home, &["note", "add", "E.2", "- capacities", "--restricted", "--json"]).json();
    assert_eq!((&added["text"], &added["restricted"]), (&"- capacities".into(), &true.into()));
    let added = run_in(&home, &["note", "add", "E.2", "-", "capacities", "--json"]).json();
    assert_eq!(added["text"], "- capacities");
    run_in(&home, &["note", "add", "E.2", "--restrict", "words"]).fails(2, &["--restrict"]);
}

#[test]
fn a_note_is_a_plain_text_file() {
    let home = Home::new();
    run_in(&home, &["note", "add", "A/77/275:annex/16/a", "soutien", "de", "l’UE"]).text();
    let found = files::ending(&notes_folder(&home), ".md");
    let [file] = &found[..] else { panic!("{found:?}") };
    let text = files::text(file);
    assert!(text.starts_with("+++\nid = \"") && text.ends_with("+++\nsoutien de l’UE\n"), "{text}");
    assert!(text.contains("anchor = \"A/77/275:annex/16/a\""), "{text}");
    assert!(file.to_string_lossy().contains("annex-16-a"), "{}", file.display());
}

#[test]
fn a_note_is_marked_as_restricted_and_its_file_keeps_its_form() {
    let home = Home::new();
    let added = run_in(&home, &["note", "add", "E.2", "--restricted", "entre nous", "--json"]).json();
    assert_eq!(added["restricted"], true);
    let file = files::ending(&notes_folder(&home), ".md").remove(0);
    assert!(files::text(&file).contains("\nrestricted = true\n"), "{}", files::text(&file));
    let listed = run_in(&home, &["note", "list", "--lang", "fr"]);
    assert!(listed.text().contains("⊘ réservé entre nous"), "{}", listed.out);

    let by_hand = files::text(&file).replace("restricted = true", "restricted = true # ask the capital");
    files::write(&file, &by_hand);
    let id = added["id"].as_str().expect("an id");
    let opened = run_in(&home, &["note", "set", id, "--restricted", "no", "--json"]).json();
    assert_eq!((&opened["restricted"], &opened["text"]), (&false.into(), &"entre nous".into()));
    let text = files::text(&file);
    assert!(text.contains("# ask the capital") && !text.contains("restricted"), "{text}");
    run_in(&home, &["note", "set", id, "--restricted", "no"]).fails(2, &["--restricted"]);
    run_in(&home, &["note", "set", "01GT", "--restricted", "no"]).fails(1, &["01GT"]);
}

#[test]
fn a_mark_that_cannot_be_read_counts_and_is_reported() {
    let home = Home::new();
    run_in(&home, &["note", "add", "E.2", "--restricted", "entre nous"]).text();
    let file = files::ending(&notes_folder(&home), ".md").remove(0);
    files::write(&file, &files::text(&file).replace("restricted = true", "restricted = \"oui\""));
    let output = run_in(&home, &["note", "list", "--json"]);
    assert!(output.error.contains("restricted") && output.error.contains("oui"), "{}", output.error);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&output.out).expect("JSON")[0]["restricted"], true);
}

#[test]
fn the_newest_note_is_listed_first() {
    let home = Home::new();
    for text in ["une", "deux", "trois"] {
        run_in(&home, &["note", "add", "E.2", text]).text();
    }
    let all = run_in(&home, &["note", "list", "--json"]).json();
    assert_eq!(column(&all, "text"), ["trois", "deux", "une"]);
}

#[test]
fn notes_of_two_workspaces_are_separate() {
    let home = Home::new();
    run_in(&home, &["note", "add", "E.2", "à part", "--workspace", "other"]).text();
    assert_eq!(list(&run_in(&home, &["note", "list", "--json"]).json()).len(), 0);
    let other = run_in(&home, &["note", "list", "--json", "--workspace", "other"]).json();
    assert_eq!(column(&other, "text"), ["à part"]);
    assert!(!home.data().exists());
}

#[test]
fn a_note_on_an_unknown_passage_is_refused_and_nothing_is_written() {
    let home = Home::new();
    run_in(&home, &["note", "add", "H.9", "text"]).fails(1, &["H.9"]);
    run_in(&home, &["note", "add", "14", "text"]).fails(2, &["A/77/275:annex/14"]);
    run_in(&home, &["note", "add", "E.2", " "]).fails(2, &["is empty"]);
    run_in(&home, &["note", "show", "01GTVZ"]).fails(1, &["No note “01GTVZ”"]);
    run_in(&home, &["note", "show", "01GTVZ", "--lang", "fr"]).fails(1, &["Aucune note", "01GTVZ"]);
    assert_eq!(files::tree(home.path()).len(), 0);
}

#[test]
fn an_empty_note_is_refused_and_nothing_is_written() {
    let home = Home::new();
    for text in ["", "  ", "\n\t"] {
        run_in(&home, &["note", "add", "E.2", text]).fails(2, &["is empty"]);
        run_in(&home, &["note", "add", "E.2", text, "--lang", "fr"]).fails(2, &["est vide"]);
    }
    assert_eq!(files::tree(home.path()).len(), 0);
}

#[test]
fn a_broken_file_is_reported_with_its_path_in_the_workspace() {
    let home = Home::new();
    files::write(&notes_folder(&home).join("latin.md"), b"+++\n\xe9");
    let output = run_in(&home, &["check", "--lang", "fr"]);
    assert!(
        output.out.contains("! ") && output.out.contains("UTF-8, ligne 2\u{a0}: notes/latin.md"),
        "{}",
        output.out
    );
    files::write(&notes_folder(&home).join("latin.md"), "+++\nid = \"x\n+++\n");
    let output = run_in(&home, &["check", "--lang", "fr"]);
    assert!(output.out.contains("! Guillemet ou valeur"), "{}", output.out);
    assert!(
        output.out.contains("ligne 2\u{a0}: notes/latin.md") && output.out.contains(" ("),
        "{}",
        output.out
    );
}

#[test]
fn search_finds_notes() {
    let home = Home::new();
    run_in(&home, &["note", "add", "E.2", "répertoire des tournesols"]).text();
    let rows = run_in(&home, &["search", "TOURNESOLS", "--in", "notes", "--json"]).json();
    assert_eq!(column(&rows, "address"), ["annex/E/next/2"]);
}

#[test]
fn a_broken_note_file_is_reported_and_not_changed() {
    let home = Home::new();
    run_in(&home, &["note", "add", "E.2", "entière"]).text();
    let file = notes_folder(&home).join("2023-03-06-brouillon.md");
    files::write(&file, BROKEN);
    let output = run_in(&home, &["note", "list", "--json"]);
    assert!(output.error.contains("line 3: notes/2023-03-06-brouillon.md"), "{}", output.error);
    assert!(output.out.contains("entière"), "{}", output.out);
    let output = run_in(&home, &["check", "--lang", "fr"]);
    assert_eq!(output.code, 3);
    assert!(output.out.contains("ligne 3\u{a0}: notes/2023-03-06-brouillon.md"), "{}", output.out);
    run_in(&home, &["note", "add", "E.3", "une autre"]);
    assert_eq!(files::text(&file), BROKEN);
    assert_eq!(files::ending(&notes_folder(&home), ".md").len(), 3);
}

#[test]
fn fields_added_by_another_program_are_preserved() {
    let home = Home::new();
    run_in(&home, &["note", "add", "E.2", "texte"]).text();
    let file = files::ending(&notes_folder(&home), ".md").remove(0);
    let edited = files::text(&file).replacen("+++\n", "+++\ntags = [\"UE\"]\n", 1) + "\r\nligne d’ailleurs\n";
    files::write(&file, &edited);
    let all = run_in(&home, &["note", "list", "--json"]).json();
    assert_eq!(column(&all, "text"), ["texte\n\nligne d’ailleurs"]);
    run_in(&home, &["check"]).text();
    assert_eq!(files::text(&file), edited);
}
