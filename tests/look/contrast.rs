//! The contrast of every pair of text and ground that the screens may show, computed from the theme files.

use plenary::view::theme::{BUNDLED, Colours, ROLES, Role, Theme};
use ratatui::style::{Modifier, Style};

use super::palettes::{PALETTES, Palette, contrast};

/// The roles whose ground other roles are written on.
const GROUNDS: [Role; 4] = [Role::Text, Role::Header, Role::Card, Role::Selection];

/// The smallest contrast of text in a theme.
fn least(name: &str) -> f64 {
    if name == "high-contrast" { 7.0 } else { 4.5 }
}

/// Lines between panes carry no words, but they must be visible.
const LEAST_OF_LINES: f64 = 1.5;

/// A pair with too little contrast.
fn faults(name: &str, theme: &Theme, palette: &Palette) -> Vec<String> {
    let mut faults = Vec::new();
    let desk = theme.of(Role::Text);
    for ground in GROUNDS {
        let below = desk.patch(theme.of(ground));
        for (role, called) in ROLES {
            // What was found is marked only in the text being read, where nothing is selected.
            if ground == Role::Selection && matches!(role, Role::Match | Role::MatchCurrent) {
                continue;
            }
            let least = if role == Role::Border { LEAST_OF_LINES } else { least(name) };
            // The selection is laid over what is written, anything else is written over the ground.
            let style = match ground {
                Role::Selection => desk.patch(theme.of(role)).patch(theme.of(ground)),
                _ => below.patch(theme.of(role)),
            };
            let shown = shown(style, palette);
            if shown < least {
                faults.push(format!("{name}, {}: {called} on {ground:?} has {shown:.2}", palette.name));
            }
        }
    }
    faults
}

/// The contrast of a style on a terminal.
fn shown(style: Style, palette: &Palette) -> f64 {
    let (ink, ground) = (palette.shows(style.fg, palette.ink), palette.shows(style.bg, palette.ground));
    assert!(!style.add_modifier.contains(Modifier::DIM), "how dim a terminal shows text is not known");
    contrast(ink, ground)
}

#[test]
fn every_text_can_be_read_in_all_colours() {
    let mut found = Vec::new();
    for (name, _) in BUNDLED {
        let theme = Theme::bundled(name, Colours::Full).expect("a bundled theme");
        let ground = theme.of(Role::Text).bg;
        assert!(ground.is_some(), "{name} paints its own ground: that of the terminal is not known");
        // The palette of the terminal does not matter.
        found.extend(faults(name, &theme, &PALETTES[0]));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_text_can_be_read_in_the_sixteen_colours_of_usual_terminals() {
    let mut found = Vec::new();
    for (name, _) in BUNDLED {
        let theme = Theme::bundled(name, Colours::Sixteen).expect("a bundled theme");
        let meant = |palette: &&Palette| match name {
            "dark" => !palette.is_light,
            "light" => palette.is_light,
            // It paints its own ground.
            _ => true,
        };
        for palette in PALETTES.iter().filter(meant) {
            found.extend(faults(name, &theme, palette));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn where_i_am_and_what_presses_have_a_colour_of_their_own() {
    for (name, _) in BUNDLED.iter().filter(|(name, _)| *name != "high-contrast") {
        let theme = Theme::bundled(name, Colours::Full).expect("a bundled theme");
        let (here, presses) = (theme.of(Role::Bar).fg, theme.of(Role::Alarm).fg);
        assert_eq!(theme.of(Role::TitleFocus).fg, here, "{name}: one accent for where I am");
        for (role, called) in ROLES {
            let colour = theme.of(role).fg;
            if colour.is_none() || matches!(role, Role::Bar | Role::TitleFocus | Role::Alarm) {
                continue;
            }
            assert_ne!(colour, here, "{called} of {name} has the accent of where I am");
            assert_ne!(colour, presses, "{called} of {name} has the accent of what presses");
        }
    }
}
