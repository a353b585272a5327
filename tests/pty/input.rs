//! Input in a real terminal: keys, mouse, window size, help, and the keymap of the user.

use vt100::MouseProtocolMode;

use crate::support::files;
use crate::support::home::Home;

use super::desk;
use super::terminal::{Exit, Terminal};

/// Clicks on a cell or turns the wheel over it; columns and rows are counted from 0. A click is press and release.
fn mouse(terminal: &mut Terminal, button: u8, column: usize, row: usize) {
    let (column, row) = (column + 1, row + 1);
    terminal.types(&format!("\x1b[<{button};{column};{row}M"));
    if button == CLICK {
        terminal.types(&format!("\x1b[<{button};{column};{row}m"));
    }
}

const CLICK: u8 = 0;
const WHEEL_UP: u8 = 64;
const WHEEL_DOWN: u8 = 65;

#[test]
fn an_unbound_key_only_shows_a_message() {
    for (lang, words) in [("en", "Z does nothing here"), ("fr", "Z ne fait rien ici")] {
        let home = Home::new();
        let mut terminal = desk(&home, &["--lang", lang]);
        // The first line is skipped, because its clock changes.
        terminal.sees("t D").press("Esc").sees("? ");
        let before = terminal.screen().lines().skip(1).take(27).collect::<Vec<_>>().join("\n");
        terminal.press("Z").sees(words);
        assert_eq!(terminal.screen().lines().skip(1).take(27).collect::<Vec<_>>().join("\n"), before);
        terminal.press("> s Z").sees("s Z").press("s Esc q");
        assert_eq!(terminal.wait_exit(), Exit::Code(0));
    }
}

#[test]
fn a_click_selects_an_agenda_item_and_all_panes_follow() {
    let home = Home::new();
    let mut terminal = desk(&home, &[]);
    let row = terminal.row_of("5 (f)");
    mouse(&mut terminal, CLICK, 6, row);
    terminal.sees("E. Mesures de confiance").sees("E.2 conviennent");
    let row = terminal.row_of("E.2 conviennent");
    mouse(&mut terminal, CLICK, 6, row);
    terminal.sees("Notes · E.2");
}

#[test]
fn the_wheel_scrolls_the_pane_under_the_pointer() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "A/77/275:annex/heading/B"]);
    let reader = 60;
    let title = "B.   Menaces existantes";
    terminal.sees(title);
    for _ in 0..8 {
        mouse(&mut terminal, WHEEL_DOWN, reader, 10);
    }
    terminal.sees_no_more(title);
    for _ in 0..8 {
        mouse(&mut terminal, WHEEL_UP, reader, 10);
    }
    terminal.sees(title);
    let home = Home::new();
    let mut other = desk(&home, &["--at", "A/77/275:annex/heading/B"]);
    mouse(&mut other, WHEEL_DOWN, 6, 10);
    other.sees("Notes · B.1");
}

/// What takes the mouse from the terminal, and what gives it back.
const TAKES_MOUSE: &[u8] = b"\x1b[?1000h";
const GIVES_MOUSE: &[u8] = b"\x1b[?1000l";

#[test]
fn a_key_gives_the_mouse_back_to_the_terminal_and_takes_it_again() {
    let home = Home::new();
    let mut terminal = desk(&home, &[]);
    terminal.wait_for_output(TAKES_MOUSE, 1).press("Alt-m").sees("The mouse belongs to the terminal");
    terminal
        .wait_for(|screen| screen.mouse_protocol_mode() == MouseProtocolMode::None, "the mouse given back");
    terminal.press("Alt-m").sees("The mouse works in Plenary again").wait_for_output(TAKES_MOUSE, 2);
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new());
}

#[test]
fn the_mouse_of_a_delegate_who_left_it_to_the_terminal_is_never_taken() {
    let home = Home::new();
    files::write(&home.config().join("settings.toml"), "mouse = \"no\"\n");
    let mut terminal = desk(&home, &[]);
    terminal.press("> q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    let raw = terminal.raw_output();
    let has = |bytes: &[u8]| raw.windows(bytes.len()).any(|part| part == bytes);
    assert!(!has(TAKES_MOUSE) && has(GIVES_MOUSE));
}

#[test]
fn a_note_survives_changes_of_the_window_size() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("n").sees("Editing note").types("au fil de l’eau").sees("au fil de l’eau");
    terminal.resize(40, 12).sees("au fil de l’eau").types(" encore").sees("encore");
    terminal.resize(30, 8).sees("Plenary needs 40");
    terminal.resize(40, 12).sees("au fil de l’eau encore");
    terminal.resize(120, 30).sees("Tracker").sees("au fil de l’eau encore").press("Esc").sees("Note saved.");
    terminal.resize(30, 8).sees("Plenary needs 40").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert_eq!(super::only_note(&home), "au fil de l’eau encore");
}

#[test]
fn every_pane_can_be_reached_at_40_columns() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.resize(40, 12).sees("conviennent").press("Tab").sees("Text").press("Tab").sees("Notes");
    terminal.press("Tab").sees("Tracker").press("> Tab Tab").sees("Text");
}

#[test]
fn help_filters_while_typing_and_runs_the_selected_row() {
    for (lang, title, typed, command, quit) in [
        ("en", "Keys", "next agenda item", "Commands", "quit"),
        ("fr", "Touches", "point suivant", "Commandes", "quitter"),
    ] {
        let home = Home::new();
        let mut terminal = desk(&home, &["--lang", lang, "--at", "A/77/275:annex/heading/B"]);
        terminal.press("?").sees(title).types(typed).sees(&format!("› {typed}"));
        terminal.press("Enter").sees("D. Droit international").sees_no_more(title);
        terminal.press(":").sees(command).types(quit).sees(&format!("› {quit}")).press("Enter");
        assert_eq!(terminal.wait_exit(), Exit::Code(0));
    }
}

#[test]
fn a_key_prefix_opens_a_box_with_the_possible_next_keys() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("s").sees("mark as discussed").press("Esc").sees_no_more("mark as discussed").sees("4○");
}

#[test]
fn a_passage_is_reached_by_its_number_and_backspace_returns() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("g").sees("Go to").types("A/76/135, par. 57 d)").sees("57 d");
    terminal.press("Enter").sees("A/76/135 · ").press("Backspace").sees("Notes · E.2");
}

#[test]
fn ctrl_l_redraws_the_screen() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("Ctrl-l > q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
}

#[test]
fn keys_of_the_user_override_the_bundled_ones() {
    let home = Home::new();
    files::write(
        &home.config().join("keymap.toml"),
        "version = 1\n[desk]\n\"w\" = \"next-item\"\n\">\" = \"\"\n",
    );
    let mut terminal = desk(&home, &["--at", "A/77/275:annex/heading/B"]);
    terminal.press("w").sees("D. Droit international").press(">").sees("> does nothing here");
}

#[test]
fn a_bad_line_in_the_user_keymap_is_reported_and_the_other_lines_work() {
    let home = Home::new();
    files::write(
        &home.config().join("keymap.toml"),
        "version = 1\n[desk]\n\"Ctl-x\" = \"undo\"\n\"w\" = \"next-item\"\n",
    );
    let mut terminal = desk(&home, &["--at", "A/77/275:annex/heading/B"]);
    terminal.sees("keymap.toml, line 3").press("w").sees("D. Droit international");
    terminal.press(">").sees("E. Mesures de confiance").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
}
