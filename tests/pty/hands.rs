//! Keys, mouse and window: what a hand can do at the desk.

use crate::support::files;
use crate::support::home::Home;

use super::desk;
use super::terminal::{Exit, Terminal};

/// A click on, or a turn of the wheel over, a cell counted from 0; only a button is let go again.
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
fn a_wrong_key_does_nothing_but_say_so() {
    for (lang, words) in [("en", "Z does nothing here"), ("fr", "Z ne fait rien ici")] {
        let home = Home::new();
        let mut terminal = desk(&home, &["--lang", lang]);
        // All is drawn; the line above, where the clock of the room goes on, does not count.
        terminal.sees("t D").press("Esc").sees("? ");
        let before = terminal.screen().lines().skip(1).take(27).collect::<Vec<_>>().join("\n");
        terminal.press("Z").sees(words);
        assert_eq!(terminal.screen().lines().skip(1).take(27).collect::<Vec<_>>().join("\n"), before);
        terminal.press("> s Z").sees("s Z").press("s Esc q");
        assert_eq!(terminal.wait_exit(), Exit::Code(0));
    }
}

#[test]
fn a_click_chooses_an_agenda_item_and_everything_follows() {
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
fn the_wheel_scrolls_what_is_under_it() {
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

#[test]
fn the_window_may_become_small_and_large_again_in_the_middle_of_a_note() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("n").sees("Note being written").types("au fil de l’eau").sees("au fil de l’eau");
    terminal.resize(40, 12).sees("au fil de l’eau").types(" encore").sees("encore");
    terminal.resize(30, 8).sees("Plenary needs 40");
    terminal.resize(40, 12).sees("au fil de l’eau encore");
    terminal.resize(120, 30).sees("Tracker").sees("au fil de l’eau encore").press("Esc").sees("Note kept.");
    terminal.resize(30, 8).sees("Plenary needs 40").press("q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
    assert_eq!(super::only_note(&home), "au fil de l’eau encore");
}

#[test]
fn at_forty_columns_every_pane_can_still_be_reached() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.resize(40, 12).sees("conviennent").press("Tab").sees("Text").press("Tab").sees("Notes");
    terminal.press("Tab").sees("Tracker").press("> Tab Tab").sees("Text");
}

#[test]
fn help_narrows_down_as_one_types_and_does_what_one_chooses() {
    for (lang, title, typed, command, quit) in [
        ("en", "Keys", "next agenda item", "Commands", "quit"),
        ("fr", "Touches", "point suivant", "Commandes", "quitter"),
    ] {
        let home = Home::new();
        let mut terminal = desk(&home, &["--lang", lang, "--at", "A/77/275:annex/heading/B"]);
        terminal.press("?").sees(title).types(typed).sees(typed);
        terminal.press("Enter").sees("D. Droit international").sees_no_more(title);
        terminal.press(":").sees(command).types(quit).sees(quit).press("Enter");
        assert_eq!(terminal.wait_exit(), Exit::Code(0));
    }
}

#[test]
fn a_key_waits_with_a_box_that_shows_what_may_follow() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("s").sees("mark as discussed").press("Esc").sees_no_more("mark as discussed").sees("4○");
}

#[test]
fn a_passage_is_reached_by_its_number_and_one_comes_back() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("g").sees("Go to").types("A/76/135, par. 57 d)").sees("57 d");
    terminal.press("Enter").sees("A/76/135 · ").press("Backspace").sees("Notes · E.2");
}

#[test]
fn a_screen_another_program_wrote_upon_is_drawn_anew() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("Ctrl-l > q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
}

#[test]
fn ones_own_keys_come_before_the_bundled_ones() {
    let home = Home::new();
    files::write(
        &home.config().join("keymap.toml"),
        "version = 1\n[desk]\n\"w\" = \"next-item\"\n\">\" = \"\"\n",
    );
    let mut terminal = desk(&home, &["--at", "A/77/275:annex/heading/B"]);
    terminal.press("w").sees("D. Droit international").press(">").sees("> does nothing here");
}

#[test]
fn a_bad_line_among_ones_keys_is_said_and_the_others_work() {
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
