//! A disk that refuses, with the real program: what is typed stays, is saved later, or is printed at the end.

use std::path::PathBuf;

use crate::support::files;
use crate::support::home::Home;

use super::terminal::{Exit, Terminal};
use super::{desk, notes, only_note};

fn folder(home: &Home) -> PathBuf {
    home.data().join("workspace/notes")
}

/// Opens the desk in a workspace whose notes cannot be saved: a file is in the place of their folder.
fn refusing(home: &Home) -> Terminal {
    let mut terminal = desk(home, &["--at", "E.2"]);
    files::write(&folder(home), "in the way");
    terminal.press("n").sees("Editing note");
    terminal
}

#[test]
fn a_refused_note_is_reported_and_saved_once_there_is_room() {
    let home = Home::new();
    let mut terminal = refusing(&home);
    terminal.types("capacités d’abord").sees("! not saved").press("Esc").sees("It stays on screen");
    terminal.sees("1 not saved").sees("capacités d’abord");
    terminal.press("Ctrl-s").sees("One change is not saved.");
    terminal.press("q").sees("Leave?").press("Esc").sees_no_more("Leave?");
    files::remove(&folder(&home));
    terminal.press("Ctrl-s").sees("Everything is saved.").sees_no_more("not saved");
    assert_eq!(terminal.press("q").wait_exit(), Exit::Code(0));
    assert_eq!(only_note(&home), "capacités d’abord");
}

#[test]
fn a_refused_note_is_saved_by_itself_as_soon_as_that_is_possible() {
    let home = Home::new();
    let mut terminal = refusing(&home);
    terminal.types("de soi-même").sees("! not saved").press("Esc").sees("1 not saved");
    files::remove(&folder(&home));
    terminal.sees("Everything is saved.").sees_no_more("not saved");
    assert_eq!(only_note(&home), "de soi-même");
    assert_eq!(terminal.press("q").wait_exit(), Exit::Code(0));
}

#[test]
fn leaving_anyway_prints_everything_unsaved_and_does_not_exit_with_0() {
    let home = Home::new();
    let mut terminal = refusing(&home);
    terminal.types("première ligne").press("Enter").types("seconde").sees("! not saved");
    terminal.press("Esc").sees("1 not saved").press("q").sees("Leave?").press("Down Down Enter");
    assert_eq!(terminal.wait_exit(), Exit::Code(3));
    assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new());
    let screen = terminal.screen();
    for words in ["Not saved: note of", "première ligne\nseconde", "belongs in", "it is printed above"] {
        assert!(screen.contains(words), "{words} is not printed:\n{screen}");
    }
}

#[test]
fn a_signal_prints_everything_unsaved_too() {
    let home = Home::new();
    let mut terminal = refusing(&home);
    terminal.types("au milieu d’une phr").sees("! not saved").signal("TERM");
    assert_eq!(terminal.wait_exit(), Exit::Code(3));
    assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new());
    assert!(terminal.screen().contains("au milieu d’une phr"), "{}", terminal.screen());
}

#[test]
fn another_folder_takes_what_is_unsaved_and_opens_as_a_workspace() {
    let home = Home::new();
    let copy = home.data().join("stick");
    let mut terminal = refusing(&home);
    terminal.types("ailleurs").sees("! not saved").press("Esc").sees("1 not saved");
    terminal.press("W").sees("Save in folder:").types(&copy.display().to_string()).sees("stick");
    terminal.press("Enter").sees("one text.");
    assert_eq!(terminal.press("q").wait_exit(), Exit::Code(0));
    assert_eq!(notes(&home).len(), 0);
    let copy = copy.display().to_string();
    let mut other = desk(&home, &["--workspace", &copy, "--at", "E.2"]);
    other.sees("ailleurs").press("q");
    assert_eq!(other.wait_exit(), Exit::Code(0));
}

#[test]
fn a_text_of_a_killed_program_that_cannot_be_saved_at_start_is_unsaved_like_any_other() {
    let home = Home::new();
    let mut terminal = refusing(&home);
    terminal.types("au milieu d’une phr").sees("! not saved").signal("KILL");
    assert!(matches!(terminal.wait_exit(), Exit::Signal(_)));

    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.sees("could not be saved yet").sees("1 not saved").sees("au milieu d’une phr");
    terminal.press("q").sees("Leave?").press("Down Down Enter");
    assert_eq!(terminal.wait_exit(), Exit::Code(3));
    assert!(terminal.screen().contains("au milieu d’une phr"), "{}", terminal.screen());

    // It is in the journal still, goes to another folder, and is saved by itself.
    let copy = home.data().join("stick");
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.sees("1 not saved").press("W").sees("Save in folder:").types(&copy.display().to_string());
    terminal.sees("stick").press("Enter").sees("one text.");
    assert_eq!(files::ending(&copy.join("notes"), ".md").len(), 1);
    files::remove(&folder(&home));
    terminal.sees("Everything is saved.").sees_no_more("not saved");
    assert_eq!(terminal.press("q").wait_exit(), Exit::Code(0));
    assert_eq!(only_note(&home), "au milieu d’une phr");
    assert_eq!(files::ending(&home.data().join("workspace/.journal"), ""), Vec::<PathBuf>::new());
}

#[test]
fn a_workspace_that_was_renamed_while_it_is_open_is_reported_kept_and_written_when_it_is_back() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("n").sees("Editing note").types("avant").sees("avant").press("Esc").sees("Note saved.");
    // The last of its states may still be on its way to the disk.
    terminal.press("Ctrl-s").sees("Everything is saved.");
    let (there, away) = (home.data().join("workspace"), home.data().join("moved"));
    files::rename(&there, &away);
    terminal.press("n").sees("Editing note").types("pendant").sees("pendant").press("Esc");
    terminal.sees("Nothing is lost").sees("1 not saved: folder gone");
    assert!(!there.exists(), "it is not made again");
    let copy = home.data().join("stick");
    terminal.press("W").sees("Save in folder:").types(&copy.display().to_string()).sees("stick");
    terminal.press("Enter").sees("one text.");
    assert_eq!(files::ending(&copy.join("notes"), ".md").len(), 1);
    files::rename(&away, &there);
    terminal.sees("Everything is saved.").sees_no_more("not saved").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert_eq!(notes(&home).len(), 2);
}
