//! Notes from the command line, and files of notes that other hands wrote.

use std::path::PathBuf;

use crate::support::files;
use crate::support::home::Home;

use super::{ask, column, fields, list};

/// A note file as somebody might have broken it with an editor.
const BROKEN: &str = "+++\nid = \"01GTVZ0000000000000000000\"\nat = yesterday\n+++\nwords \u{1b}[31mred\n";

fn notes_folder(home: &Home) -> PathBuf {
    home.data().join("workspace/notes")
}

#[test]
fn a_note_added_is_listed_and_shown_word_for_word() {
    let home = Home::new();
    let text = "SG : « capacités d’abord », e\u{301}crit à 山";
    let added = ask(&home, &["note", "add", "E.2", text, "--json"]).json();
    assert_eq!(fields(&added), ["id", "at", "author", "anchor", "delegation", "text"]);
    assert_eq!((&added["text"], &added["anchor"]), (&text.into(), &"A/77/275:annex/E/next/2".into()));
    let id = added["id"].as_str().expect("an id");
    let all = ask(&home, &["note", "list", "--json"]).json();
    assert_eq!(list(&all), std::slice::from_ref(&added));
    assert_eq!(ask(&home, &["note", "show", id, "--json"]).json(), added);
    assert_eq!(ask(&home, &["note", "show", id]).text(), format!("{text}\n"));
    let said = ask(&home, &["note", "list"]);
    assert!(said.text().contains(id) && said.out.contains(text), "{}", said.out);
}

#[test]
fn a_note_is_a_plain_file_any_editor_opens() {
    let home = Home::new();
    ask(&home, &["note", "add", "A/77/275:annex/16/a", "soutien", "de", "l’UE"]).text();
    let found = files::ending(&notes_folder(&home), ".md");
    let [file] = &found[..] else { panic!("{found:?}") };
    let text = files::text(file);
    assert!(text.starts_with("+++\nid = \"") && text.ends_with("+++\nsoutien de l’UE\n"), "{text}");
    assert!(text.contains("anchor = \"A/77/275:annex/16/a\""), "{text}");
    assert!(file.to_string_lossy().contains("annex-16-a"), "{}", file.display());
}

#[test]
fn the_newest_note_is_listed_first() {
    let home = Home::new();
    for text in ["une", "deux", "trois"] {
        ask(&home, &["note", "add", "E.2", text]).text();
    }
    let all = ask(&home, &["note", "list", "--json"]).json();
    assert_eq!(column(&all, "text"), ["trois", "deux", "une"]);
}

#[test]
fn notes_of_two_workspaces_never_mix() {
    let home = Home::new();
    ask(&home, &["note", "add", "E.2", "à part", "--workspace", "other"]).text();
    assert_eq!(list(&ask(&home, &["note", "list", "--json"]).json()).len(), 0);
    let other = ask(&home, &["note", "list", "--json", "--workspace", "other"]).json();
    assert_eq!(column(&other, "text"), ["à part"]);
    assert!(!home.data().exists());
}

#[test]
fn a_note_on_nothing_is_refused_and_nothing_is_made() {
    let home = Home::new();
    ask(&home, &["note", "add", "H.9", "text"]).complains(1, &["H.9"]);
    ask(&home, &["note", "add", "14", "text"]).complains(2, &["A/77/275:annex/14"]);
    ask(&home, &["note", "add", "E.2", " "]).complains(2, &["is empty"]);
    ask(&home, &["note", "show", "01GTVZ"]).complains(1, &["No note “01GTVZ”"]);
    ask(&home, &["note", "show", "01GTVZ", "--lang", "fr"]).complains(1, &["Aucune note", "01GTVZ"]);
    assert_eq!(files::tree(home.path()).len(), 0);
}

#[test]
fn a_note_without_words_is_refused_and_nothing_is_made() {
    let home = Home::new();
    for text in ["", "  ", "\n\t"] {
        ask(&home, &["note", "add", "E.2", text]).complains(2, &["is empty"]);
        ask(&home, &["note", "add", "E.2", text, "--lang", "fr"]).complains(2, &["est vide"]);
    }
    assert_eq!(files::tree(home.path()).len(), 0);
}

#[test]
fn a_broken_file_is_told_by_its_path_inside_the_workspace_after_the_reason() {
    let home = Home::new();
    files::write(&notes_folder(&home).join("latin.md"), b"+++\n\xe9");
    let said = ask(&home, &["check", "--lang", "fr"]);
    assert!(
        said.out.contains("! ") && said.out.contains("UTF-8, ligne 2\u{a0}: notes/latin.md"),
        "{}",
        said.out
    );
    files::write(&notes_folder(&home).join("latin.md"), "+++\nid = \"x\n+++\n");
    let said = ask(&home, &["check", "--lang", "fr"]);
    assert!(said.out.contains("! Guillemet ou valeur"), "{}", said.out);
    assert!(said.out.contains("ligne 2\u{a0}: notes/latin.md") && said.out.contains(" ("), "{}", said.out);
}

#[test]
fn a_search_finds_notes_too() {
    let home = Home::new();
    ask(&home, &["note", "add", "E.2", "répertoire des tournesols"]).text();
    let rows = ask(&home, &["search", "TOURNESOLS", "--in", "notes", "--json"]).json();
    assert_eq!(column(&rows, "address"), ["annex/E/next/2"]);
}

#[test]
fn a_broken_note_file_is_told_and_never_rewritten() {
    let home = Home::new();
    ask(&home, &["note", "add", "E.2", "entière"]).text();
    let file = notes_folder(&home).join("2023-03-06-brouillon.md");
    files::write(&file, BROKEN);
    let said = ask(&home, &["note", "list", "--json"]);
    assert!(said.error.contains("line 3: notes/2023-03-06-brouillon.md"), "{}", said.error);
    assert!(said.out.contains("entière"), "{}", said.out);
    let said = ask(&home, &["check", "--lang", "fr"]);
    assert_eq!(said.code, 3);
    assert!(said.out.contains("ligne 3\u{a0}: notes/2023-03-06-brouillon.md"), "{}", said.out);
    ask(&home, &["note", "add", "E.3", "une autre"]);
    assert_eq!(files::text(&file), BROKEN);
    assert_eq!(files::ending(&notes_folder(&home), ".md").len(), 3);
}

#[test]
fn what_another_program_added_to_a_note_is_kept() {
    let home = Home::new();
    ask(&home, &["note", "add", "E.2", "texte"]).text();
    let file = files::ending(&notes_folder(&home), ".md").remove(0);
    let edited = files::text(&file).replacen("+++\n", "+++\ntags = [\"UE\"]\n", 1) + "\r\nligne d’ailleurs\n";
    files::write(&file, &edited);
    let all = ask(&home, &["note", "list", "--json"]).json();
    assert_eq!(column(&all, "text"), ["texte\n\r\nligne d’ailleurs"]);
    ask(&home, &["check"]).text();
    assert_eq!(files::text(&file), edited);
}
