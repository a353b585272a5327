//! The program is killed or stopped while something is typed: the text is saved and the terminal restored.

mod kills;

use crate::pty::terminal::{Exit, Terminal};
use crate::pty::{desk, drawn, notes, only_note, with_day};
use crate::support::files;
use crate::support::home::Home;

/// What a program sends to use the alternate screen; the raw mode is set before.
const ALTERNATE_SCREEN: &[u8] = b"\x1b[?1049h";

/// Opens the desk with a new note on E.2.
fn writing(home: &Home) -> Terminal {
    let mut terminal = desk(home, &["--at", "E.2"]);
    terminal.press("n").sees("Editing note");
    terminal
}

/// Waits until the screen shows this text, the end of the note, as saved.
#[track_caller]
fn saved(terminal: &mut Terminal, words: &str) {
    let is_saved = |screen: &vt100::Screen| {
        let text = screen.contents();
        text.contains(words) && text.contains("│saved")
    };
    terminal.wait_for(is_saved, &format!("{words}, saved"));
}

/// Waits until a note file contains these words, where the screen does not show when something is saved.
#[track_caller]
fn on_disk(terminal: &mut Terminal, home: &Home, words: &str) {
    let is_written = || notes(home).iter().any(|file| files::text(file).contains(words));
    terminal.wait_until(is_written, &format!("{words} in a note file"));
}

#[test]
fn a_power_cut_while_typing_loses_at_most_the_last_words() {
    let home = Home::new();
    let mut terminal = writing(&home);
    let first = "Nous soutenons l’œuvre commune";
    terminal.types(first);
    saved(&mut terminal, "commune");
    terminal.types(" et la suite").kill();
    assert!(matches!(terminal.wait_exit(), Exit::Signal(_)));
    let saved_text = only_note(&home);
    assert!(saved_text.starts_with(first), "{saved_text:?}");
    assert!(format!("{first} et la suite").starts_with(&saved_text), "{saved_text:?}");
    let mut again = desk(&home, &[]);
    again.sees("Nous soutenons").sees("commune").press("q");
    assert_eq!(again.wait_exit(), Exit::Code(0));
    assert!(only_note(&home).starts_with(first));
}

#[test]
fn a_power_cut_while_editing_a_note_leaves_the_old_or_the_new_text() {
    let home = Home::new();
    assert!(
        home.plenary()
            .args(["note", "add", "E.2", "Depuis longtemps"])
            .output()
            .expect("it runs")
            .status
            .success()
    );
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.sees("longtemps").press("Tab Tab e").sees("Editing note").types(" et encore");
    saved(&mut terminal, "encore");
    terminal.press("Ctrl-a Delete").kill();
    terminal.wait_exit();
    let mut again = desk(&home, &["--at", "E.2"]);
    again.press("q").wait_exit();
    let saved_text = only_note(&home);
    assert!(saved_text == "Depuis longtemps et encore" || saved_text.is_empty(), "{saved_text:?}");
}

#[test]
fn a_power_cut_during_an_intervention_loses_nothing_saved() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("i").sees("Delegation:").types("SG + capacités d’ab").sees("d’ab");
    on_disk(&mut terminal, &home, "d’ab");
    terminal.kill();
    terminal.wait_exit();
    desk(&home, &["--at", "E.2"]).sees("SG").sees("capacités d’ab");
}

#[test]
fn the_speaking_list_survives_a_power_cut_while_names_are_typed_and_afterwards() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("Q").sees("Speakers:").types("Egypt, Wakan").sees("Wakan");
    on_disk(&mut terminal, &home, "Wakan");
    terminal.kill();
    terminal.wait_exit();
    let mut again = desk(&home, &["--at", "E.2"]);
    again.sees("next: Egypt").press("X").sees("Delegation: Egypt").press("Esc").sees("Egypt 0:");
    on_disk(&mut again, &home, "- [x] Egypt");
    again.kill();
    again.wait_exit();
    desk(&home, &["--at", "E.2"]).sees("Egypt 0:").press("Q").sees("Wakan [?]");
}

#[test]
fn a_status_survives_a_power_cut() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("s d").sees("4●");
    let log = home.data().join("workspace/tracker");
    // The status may still be queued; a note saved after it shows that the status is on disk.
    terminal.press("n").types("x");
    saved(&mut terminal, "│x");
    terminal.kill();
    terminal.wait_exit();
    assert_eq!(files::ending(&log, ".log").len(), 1);
    desk(&home, &["--at", "E.2"]).sees("4●");
}

#[test]
fn an_open_note_is_saved_when_a_signal_ends_the_program() {
    for signal in ["TERM", "HUP", "INT", "QUIT", "ABRT", "TRAP", "SYS", "XCPU"] {
        let home = Home::new();
        let mut terminal = writing(&home);
        terminal.types("au milieu d’une phr").sees("phr").signal(signal);
        assert_eq!(terminal.wait_exit(), Exit::Code(0), "{signal}");
        assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new(), "{signal}");
        assert_eq!(only_note(&home), "au milieu d’une phr", "{signal}");
        desk(&home, &[]).sees("au milieu d’une phr");
    }
}

#[test]
fn signals_of_no_meaning_change_nothing() {
    let home = Home::new();
    let mut terminal = writing(&home);
    terminal.types("avant").sees("avant");
    for signal in ["USR1", "USR2", "ALRM", "VTALRM", "PROF", "IO", "PIPE", "XFSZ"] {
        terminal.signal(signal);
    }
    terminal.types(", et après").sees("avant, et après").press("Esc").sees("Note saved.").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new());
    assert_eq!(only_note(&home), "avant, et après");
}

#[test]
#[cfg(target_os = "linux")]
fn signals_that_only_linux_has_end_the_program_in_order() {
    for signal in ["16", "30", "34", "64"] {
        let home = Home::new();
        let mut terminal = writing(&home);
        terminal.types("un début").sees("un début").signal(signal);
        assert_eq!(terminal.wait_exit(), Exit::Code(0), "{signal}");
        assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new(), "{signal}");
        assert_eq!(only_note(&home), "un début", "{signal}");
    }
}

#[test]
fn the_terminal_is_taken_over_again_after_the_program_was_stopped_and_continued() {
    let home = Home::new();
    let mut terminal = writing(&home);
    terminal.types("avant").sees("avant").signal("STOP");
    terminal.becomes_cooked().signal("CONT");
    terminal.wait_for_output(ALTERNATE_SCREEN, 2);
    assert!(terminal.unrestored_modes().contains(&"raw mode"));
    terminal.types(" et après").sees("avant et après").press("Esc").sees("Note saved.").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new());
}

#[test]
fn an_open_intervention_is_saved_when_a_signal_ends_the_program() {
    for signal in ["TERM", "HUP"] {
        let home = Home::new();
        let mut terminal = desk(&home, &["--at", "E.2"]);
        terminal.press("i").sees("Delegation:").types("SG + capacités d’ab").sees("d’ab").signal(signal);
        assert_eq!(terminal.wait_exit(), Exit::Code(0), "{signal}");
        assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new(), "{signal}");
        assert!(only_note(&home).contains("capacités d’ab"), "{signal}");
        assert!(files::text(&notes(&home)[0]).contains("delegation = \"SG\""), "{signal}");
    }
}

#[test]
fn an_open_remark_is_saved_when_a_signal_ends_the_program() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("t m").sees("Remark").types("à suivre de pr").sees("de pr").signal("TERM");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    let log = files::ending(&home.data().join("workspace/tracker"), ".log").remove(0);
    assert!(files::text(&log).contains("à suivre de pr"));
}

#[test]
fn a_signal_with_nothing_open_leaves_no_file() {
    for signal in ["TERM", "HUP", "INT"] {
        let home = Home::new();
        let mut terminal = desk(&home, &[]);
        terminal.signal(signal);
        assert_eq!(terminal.wait_exit(), Exit::Code(0), "{signal}");
        assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new(), "{signal}");
        assert_eq!(notes(&home).len(), 0);
    }
}

#[test]
fn suspending_restores_the_terminal_and_resuming_continues_the_note() {
    let home = Home::new();
    let program = env!("CARGO_BIN_EXE_plenary");
    let day = with_day(&[]).join(" ");
    let script = format!(
        "set -m; '{program}' {day} --at E.2; stty -a | tr ' ;' '\\n\\n' | grep -x -e icanon -e -icanon; \
         echo in the shell; read x; fg >/dev/null; echo ended with $?"
    );
    let mut shell = Terminal::run(&home, "sh", &["-c", &script], 120, 30);
    shell.wait_for(drawn, "the desk");
    shell.press("n").sees("Editing note").types("avant").sees("avant").press("Ctrl-z").sees("in the shell");
    assert_eq!(shell.unrestored_modes(), Vec::<&str>::new());
    assert!(shell.screen().lines().any(|line| line.trim() == "icanon"), "{}", shell.screen());
    shell.press("Enter").sees("Editing note").types(" et après").sees("avant et après");
    shell.press("Esc").sees("Note saved.").press("q").sees("ended with 0");
    assert_eq!(shell.wait_exit(), Exit::Code(0));
    assert_eq!(shell.unrestored_modes(), Vec::<&str>::new());
    assert_eq!(only_note(&home), "avant et après");
}
