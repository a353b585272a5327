//! Control codes in notes and documents are shown as signs and never sent to the terminal.

use crate::support::files;
use crate::support::home::Home;

use super::terminal::Exit;
use super::{desk, notes};

/// Whether these bytes were sent to the terminal.
fn sent(raw: &[u8], bytes: &[u8]) -> bool {
    raw.windows(bytes.len()).any(|window| window == bytes)
}

#[test]
fn control_codes_in_a_note_are_shown_but_not_sent_to_the_terminal() {
    let home = Home::new();
    assert!(
        home.plenary().args(["note", "add", "E.2", "MARQUE"]).output().expect("it runs").status.success()
    );
    let file = notes(&home).remove(0);
    let evil = "a\u{1b}]0;VOLEUR\u{7}b\u{1b}[31mROUGE\u{9b}32mc\u{202e}REVERS";
    files::write(&file, files::text(&file).replace("MARQUE", evil));
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.sees("VOLEUR").sees("␛").press("Tab Tab e").sees("Editing note").sees("VOLEUR").press("Esc");
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    let raw = terminal.raw_output();
    for bytes in ["\u{1b}]0;VOLEUR", "\u{1b}[31mROUGE", "\u{9b}", "\u{202e}"] {
        assert!(!sent(&raw, bytes.as_bytes()), "{bytes:?}");
    }
    assert!(files::text(&file).contains(evil), "what somebody wrote is not changed by looking at it");
}

#[test]
fn control_codes_pasted_into_a_note_are_not_sent_to_the_terminal() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal
        .press("n")
        .sees("Editing note")
        .paste("avant\u{9b}31mMARQUE\u{202e}")
        .sees("MARQUE")
        .press("Esc");
    terminal.sees("Note saved.").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    let raw = terminal.raw_output();
    assert!(!sent(&raw, "\u{9b}".as_bytes()) && !sent(&raw, "\u{202e}".as_bytes()));
}

#[test]
fn control_codes_in_an_imported_document_are_not_sent_to_the_terminal() {
    let home = Home::new();
    let evil = "\u{1b}[31mMARQUE\u{9b}32m\u{202e}";
    files::write(
        &home.path().join("lights.txt"),
        format!("Report on lights {evil}\n\nI. Introduction\n\n1. The {evil} lights of the coast.\n"),
    );
    files::write(&home.path().join("lights.toml"), "symbol = \"A/80/901\"\nlanguage = \"en\"\n");
    assert!(home.plenary().args(["import", "lights.txt"]).output().expect("it runs").status.success());
    let mut terminal = desk(&home, &["--at", "A/80/901:1"]);
    terminal
        .sees("MARQUE")
        .press("o")
        .sees("Outline")
        .press("Esc d")
        .sees("Documents")
        .press("Esc F")
        .sees("repaired");
    terminal.press("Esc y q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    let raw = terminal.raw_output();
    for bytes in ["\u{1b}[31mMARQUE", "\u{9b}", "\u{202e}"] {
        assert!(!sent(&raw, bytes.as_bytes()), "{bytes:?}");
    }
}

#[test]
fn a_broken_note_file_is_reported_and_not_changed() {
    let home = Home::new();
    let file = home.data().join("workspace/notes/2023-03-06-brouillon.md");
    let text = "+++\nid = \"01GTVZ0000000000000000000\"\nat = hier\n+++\nmots\n";
    files::write(&file, text);
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal
        .sees("line 3:")
        .sees("2023-03-06-brouillon")
        .press("n")
        .types("entière")
        .sees("entière")
        .press("Esc")
        .sees("Note saved.")
        .press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert_eq!(files::text(&file), text);
    assert_eq!(notes(&home).len(), 2);
}
