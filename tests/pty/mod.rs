//! The program in a real terminal: what the keys do, and what is on disk and on screen when it ends.

#[cfg(target_os = "linux")]
mod clipboard;
mod control_codes;
mod ground;
mod input;
mod key_bytes;
mod pastes;
mod persistence;
mod start;
pub mod terminal;
mod two_programs;
mod unsaved;

use crate::support::files;
use crate::support::home::Home;

use terminal::{Exit, Terminal};

/// Opens the desk in the middle of the fourth session and waits until it is drawn.
#[track_caller]
pub fn desk(home: &Home, arguments: &[&str]) -> Terminal {
    let mut terminal = Terminal::open(home, &with_day(arguments), 120, 30);
    terminal.wait_for(drawn, "the desk");
    terminal
}

/// Whether the desk is drawn from the first to the last line.
pub fn drawn(screen: &vt100::Screen) -> bool {
    let rows: Vec<String> = screen.rows(0, screen.size().1.get()).collect();
    let written = |row: Option<&String>| row.is_some_and(|row| !row.trim().is_empty());
    written(rows.first()) && written(rows.last())
}

/// Adds `--today` with a day in the middle of the fourth session.
pub fn with_day<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["--today", "2023-03-07"], arguments].concat()
}

/// The note files of the default workspace, except those in the trash.
pub fn notes(home: &Home) -> Vec<std::path::PathBuf> {
    let mut found = files::ending(&home.data().join("workspace/notes"), ".md");
    found.retain(|path| !path.components().any(|part| part.as_os_str() == ".trash"));
    found
}

/// The text of the only note, without front matter and final line break; fails if there is not exactly one note.
#[track_caller]
pub fn only_note(home: &Home) -> String {
    let found = notes(home);
    let [file] = &found[..] else { panic!("one note was expected: {found:?}") };
    let text = files::text(file);
    let body = text.rsplit_once("+++\n").expect("a note has front matter").1;
    body.strip_suffix('\n').unwrap_or(body).to_owned()
}

/// Runs a shell script in a small terminal, to test the terminal itself.
fn script(home: &Home, text: &str) -> Terminal {
    Terminal::run(home, "sh", &["-c", text], 40, 6)
}

#[test]
fn printed_text_appears_on_the_screen() {
    let home = Home::new();
    let mut terminal =
        script(&home, "printf 'un\\r\\n  \\033[1mdeux\\033[0m'; read x; printf \"[$x]\"; read y");
    terminal.wait_for(|screen| screen.contents().contains("deux"), "the first words");
    assert_eq!(terminal.screen().lines().take(2).collect::<Vec<_>>(), ["un", "  deux"]);
    terminal.types("séance é").press("Enter");
    terminal.wait_for(|screen| screen.contents().contains("[séance é]"), "what was typed");
    terminal.press("Enter");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
}

#[test]
fn terminal_queries_are_answered() {
    let home = Home::new();
    let ask = "stty raw -echo; printf '\\033[?u\\033[c\\033[3;5H\\033[6n'; dd bs=1 count=20 2>/dev/null | tr '\\033' '!'";
    let mut terminal = script(&home, ask);
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert!(terminal.screen().contains("![?0u![?62;22c![3;5R"), "{}", terminal.screen());
}

#[test]
fn keys_and_pastes_reach_the_program_as_terminal_bytes() {
    let home = Home::new();
    let mut terminal = script(
        &home,
        "stty raw -echo; printf ready; dd bs=1 count=35 2>/dev/null | tr '\\033\\030\\r' '!x/'",
    );
    terminal.wait_for(|screen| screen.contents().contains("ready"), "the raw mode");
    terminal.press("> Up Ctrl-x Alt-Left Esc n Shift-Tab").paste("a\nb");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    let shown = terminal.screen().replace('\n', "");
    assert_eq!(shown, "ready>![Ax![1;3D![27un![Z![200~a/b![201~");
}

#[test]
fn a_resize_reaches_the_program() {
    let home = Home::new();
    let mut terminal = script(&home, "trap 'stty size' WINCH; echo ready; while :; do read x && break; done");
    terminal.wait_for(|screen| screen.contents().contains("ready"), "the start");
    terminal.resize(60, 9);
    terminal.press("Enter");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert!(terminal.screen().contains("9 60"), "{}", terminal.screen());
}

#[test]
fn the_end_is_reported_as_exit_code_or_signal() {
    let home = Home::new();
    assert_eq!(script(&home, "exit 3").wait_exit(), Exit::Code(3));
    let mut killed = script(&home, "echo ready; read x");
    killed.wait_for(|screen| screen.contents().contains("ready"), "the start").kill();
    assert!(matches!(killed.wait_exit(), Exit::Signal(name) if name.contains("Killed")));
    let mut ended = script(&home, "trap 'exit 7' TERM; echo ready; while :; do read x; done");
    ended.wait_for(|screen| screen.contents().contains("ready"), "the start").signal("TERM");
    assert_eq!(ended.wait_exit(), Exit::Code(7));
}

#[test]
fn terminal_modes_not_restored_are_detected() {
    let home = Home::new();
    let enter =
        "stty raw -echo; printf '\\033[?1049h\\033[?25l\\033[?1000h\\033[?1006h\\033[?2004h\\033[>1u'";
    let leave = "printf '\\033[<1u\\033[?2004l\\033[?1006l\\033[?1000l\\033[?25h\\033[?1049l'; stty sane";
    let mut tidy = script(&home, &format!("{enter}; {leave}"));
    assert_eq!(tidy.wait_exit(), Exit::Code(0));
    assert_eq!(tidy.unrestored_modes(), Vec::<&str>::new());
    assert!(tidy.raw_output().windows(8).any(|bytes| bytes == b"\x1b[?1049l"));
    let mut untidy = script(&home, enter);
    untidy.wait_exit();
    let all =
        ["raw mode", "alternate screen", "hidden cursor", "mouse", "bracketed paste", "keyboard protocol"];
    assert_eq!(untidy.unrestored_modes(), all);
}

#[test]
#[should_panic(expected = "waited for text that is never printed")]
fn a_timeout_reports_the_screen() {
    let home = Home::new();
    script(&home, "printf shown").wait_for(|_| false, "text that is never printed");
}

#[test]
fn the_program_starts_in_a_terminal() {
    let home = Home::new();
    let mut terminal = Terminal::open(&home, &["--help"], 80, 24);
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new());
}
