//! The ground of the terminal: the program asks whether it is light (OSC 11), waits a short time for the answer, and takes no
//! part of a late one for keys.

use plenary::view::theme::{Colours, Role, Theme};
use ratatui::style::Color;

use crate::support::home::Home;

use super::terminal::{Exit, Terminal};
use super::{drawn, with_day};

/// What the program asks.
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";
/// The answer of a terminal with a light ground.
const LIGHT: &str = "\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\";
/// The answer of one with a dark ground, with the other end that terminals write.
const DARK: &str = "\x1b]11;rgb:0000/2b2b/3636\x07";

/// The desk in a terminal that shows all colours, with more environment, after the terminal has sent some bytes.
fn desk(home: &Home, variables: &[&str], sent: &str) -> Terminal {
    let arguments =
        [variables, &["COLORTERM=truecolor", env!("CARGO_BIN_EXE_plenary")], &with_day(&[])].concat();
    let mut terminal = Terminal::run(home, "env", &arguments, 120, 30);
    // Before the program asks: so the answer is there in time however busy the machine is.
    terminal.types(sent);
    terminal.wait_for(drawn, "the desk");
    terminal
}

/// Whether the ground of a bundled theme was sent to the terminal.
fn has_ground(terminal: &Terminal, theme: &str) -> bool {
    let style = Theme::bundled(theme, Colours::Full).expect("a bundled theme").of(Role::Text);
    let Some(Color::Rgb(red, green, blue)) = style.bg else { panic!("{theme} has a ground") };
    String::from_utf8_lossy(&terminal.raw_output()).contains(&format!("48;2;{red};{green};{blue}"))
}

fn asked(terminal: &Terminal) -> bool {
    terminal.raw_output().windows(QUESTION.len()).any(|bytes| bytes == QUESTION)
}

#[test]
fn a_light_ground_gets_the_light_theme_and_a_dark_one_the_dark_theme() {
    for (answer, theme, other) in [(LIGHT, "light", "dark"), (DARK, "dark", "light")] {
        let home = Home::new();
        let mut terminal = desk(&home, &[], answer);
        assert!(asked(&terminal));
        assert!(has_ground(&terminal, theme) && !has_ground(&terminal, other), "{answer:?} is {theme}");
        assert!(!terminal.screen().contains("rgb"), "{}", terminal.screen());
        terminal.press("q");
        assert_eq!(terminal.wait_exit(), Exit::Code(0));
    }
}

#[test]
fn without_an_answer_it_opens_dark_and_no_part_of_a_late_answer_is_typed() {
    let home = Home::new();
    let mut terminal = desk(&home, &[], "");
    assert!(asked(&terminal) && has_ground(&terminal, "dark"));
    terminal
        .press("n")
        .sees("Editing note")
        .types("before ")
        .types(LIGHT)
        .types("after")
        .sees("before after");
    assert!(!terminal.screen().contains("fdfd"), "{}", terminal.screen());
    assert!(has_ground(&terminal, "light"), "the colours follow the late answer");
    terminal.press("Esc q");
    assert_eq!(terminal.wait_exit(), Exit::Code(0));
}

#[test]
fn a_terminal_of_which_the_ground_is_known_is_not_asked() {
    let home = Home::new();
    let terminal = desk(&home, &["COLORFGBG=0;15"], "");
    assert!(!asked(&terminal) && has_ground(&terminal, "light"));
    crate::support::files::write(&home.config().join("settings.toml"), "theme = \"dark\"\n");
    let terminal = desk(&home, &["COLORFGBG=0;15"], "");
    assert!(!asked(&terminal) && has_ground(&terminal, "dark"), "the settings come first");
}
