//! Pastes from terminals that send them like typed keys.

use crate::support::home::Home;

use super::terminal::Exit;
use super::{desk, only_note};

#[test]
fn an_unmarked_paste_of_lines_is_text_and_the_program_continues() {
    for end in ["\r", "\n", "\r\n"] {
        let home = Home::new();
        let mut terminal = desk(&home, &["--at", "E.2"]);
        terminal.press("i").sees("Delegation:").types(&format!("SG: x{end}q{end}")).sees("SG: x");
        terminal.press("Enter").sees("Note saved.").press("q");
        assert_eq!(terminal.wait_exit(), Exit::Code(0));
        let note = only_note(&home);
        assert_eq!(note.split_whitespace().collect::<Vec<_>>(), ["x", "q"], "{end:?}");
    }
}

#[test]
fn a_long_unmarked_paste_into_a_note_is_complete() {
    let home = Home::new();
    let lines: String = (0..900).map(|number| format!("ligne {number}, q\n")).collect();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("n").sees("Editing note").types(&lines.replace('\n', "\r")).sees("ligne 899, q");
    terminal.press("Esc").sees("Note saved.").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert!(only_note(&home).trim_end() == lines.trim_end(), "every line is in the note");
}

#[test]
fn a_line_feed_is_a_new_line_in_a_note() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("n").sees("Editing note").types("une").sees("une").types("\n").types("deux").sees("deux");
    terminal.press("Esc").sees("Note saved.").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert_eq!(only_note(&home), "une\ndeux");
}

#[test]
fn keys_typed_ahead_work() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "A/77/275:annex/heading/B"]);
    terminal.types(">>j<g57d\r").sees("A/76/135 · ");
}
