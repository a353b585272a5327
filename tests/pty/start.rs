//! How the desk opens: at a passage or session, in a language, with or without colours, with faulty settings.

use crate::support::files;
use crate::support::home::Home;

use super::terminal::{Exit, Terminal};
use super::{desk, drawn, with_day};

#[test]
fn it_opens_at_the_requested_passage_and_session() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2", "--session", "5"]);
    terminal.sees("E. Mesures de confiance").sees("Notes · E.2").sees("5th session ·");
    terminal.press("s r").sees("4○ 5◐").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    desk(&home, &[]).sees("Notes · E.2").sees("5th session ·");
}

#[test]
fn an_unknown_passage_is_reported_before_the_screen_opens() {
    let home = Home::new();
    let mut terminal = Terminal::open(&home, &["--at", "H.9"], 120, 30);
    assert_eq!(terminal.wait_exit(), Exit::Code(1));
    assert!(terminal.screen().contains("No passage “H.9”"), "{}", terminal.screen());
    assert!(!terminal.raw_output().windows(8).any(|bytes| bytes == b"\x1b[?1049h"));
}

#[test]
fn it_starts_in_the_language_of_the_delegate_and_a_key_changes_it() {
    let home = Home::in_language("fr_FR.UTF-8");
    desk(&home, &[]).sees("Ordre du jour").sees("Suivi").sees("5 a) Normes").sees("4e session");
    desk(&home, &["--lang", "en"]).sees("Agenda").sees("5 (a) Norms").sees("4th session");
    let mut terminal = desk(&home, &[]);
    terminal.sees("Ordre du jour").press("L").sees("Agenda").sees("5 (a) Norms").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
}

/// Whether a colour was sent to the terminal; resetting to the default colours does not count.
fn has_colour(raw: &[u8]) -> bool {
    let text = String::from_utf8_lossy(raw);
    text.split("\x1b[").skip(1).any(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':').unwrap_or(rest.len());
        let coloured = |code: &str| {
            let code: u32 = code.parse().unwrap_or(0);
            matches!(code, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107)
        };
        rest[end..].starts_with('m') && rest[..end].split([';', ':']).any(coloured)
    })
}

#[test]
fn without_colours_no_colour_is_sent_and_signs_show_the_state() {
    let home = Home::new();
    let program = env!("CARGO_BIN_EXE_plenary");
    let arguments = with_day(&["NO_COLOR=1", program, "--at", "E.2"]);
    // The arguments for the day go to the program, not to `env`.
    let arguments = [&arguments[2..], &arguments[..2]].concat();
    let mut plain = Terminal::run(&home, "env", &arguments, 120, 30);
    plain.wait_for(drawn, "the desk");
    plain.press("s d").sees("4● 5○").press("?").sees("Keys").press("Esc t").sees("▸ Tracker").press("T q");
    assert_eq!(plain.wait_exit(), Exit::Code(0));
    assert!(!has_colour(&plain.raw_output()));
    let mut coloured = desk(&home, &[]);
    coloured.sees("● discussed");
    assert!(has_colour(&coloured.raw_output()));
}

#[test]
fn citations_are_hyperlinks_if_the_setting_allows_it() {
    let linked = |setting: &str| {
        let home = Home::new();
        files::write(&home.config().join("settings.toml"), format!("links = \"{setting}\"\n"));
        let mut terminal = desk(&home, &["--at", "A/77/275:annex/15/b/ii"]);
        terminal.press("Tab").sees("→").press("Space").sees("A/76/135, para. 71 (f)").press("Esc q");
        assert_eq!(terminal.wait_exit(), Exit::Code(0));
        String::from_utf8_lossy(&terminal.raw_output()).contains("\x1b]8;")
    };
    assert!(linked("yes"));
    assert!(!linked("no"));
    assert!(!linked("auto"), "xterm-256color does not imply hyperlinks");
}

#[test]
fn without_a_local_desktop_the_terminal_gets_the_copied_text() {
    let home = Home::new();
    for display in ["DISPLAY=host.invalid:0", "DISPLAY=:98765"] {
        let program = env!("CARGO_BIN_EXE_plenary");
        let arguments = [display, program, "--at", "A/77/275:annex/15/b", "--today", "2023-03-07"];
        let mut terminal = Terminal::run(&home, "env", &arguments, 120, 30);
        terminal.wait_for(drawn, "the desk");
        terminal.press("y").sees("Copied: A/77/275").press("q");
        assert_eq!(terminal.wait_exit(), Exit::Code(0), "{display}");
        assert!(String::from_utf8_lossy(&terminal.raw_output()).contains("\x1b]52;c;"), "{display}");
    }
}

#[test]
fn faulty_settings_are_reported_and_the_desk_opens() {
    let home = Home::new();
    files::write(&home.config().join("settings.toml"), "langage = \"fr\"\ntheme = \"light\"\n");
    let mut terminal = desk(&home, &[]);
    terminal.sees("settings.toml, line 1").press("> q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
}

#[test]
fn a_terminal_too_small_at_the_start_is_reported() {
    let home = Home::new();
    let mut terminal = Terminal::open(&home, &["--lang", "fr"], 30, 8);
    terminal.sees("Plenary a besoin de 40").resize(80, 24).sees("Ordre du jour").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
}
