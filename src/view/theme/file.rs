//! The files of themes: named colours, and a style for every role, in all colours and in sixteen.

use std::collections::BTreeMap;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::base::{Error, Result};
use crate::view::theme::{BUNDLED, ROLES, Role};

/// What a theme file says, after what it takes from the one it is based on.
#[derive(Debug, Clone, Default)]
pub(super) struct ThemeFile {
    colours: NameTable,
    full: NameTable,
    sixteen: NameTable,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct StoredTheme {
    version: u32,
    based_on: Option<String>,
    #[serde(default)]
    colours: NameTable,
    #[serde(default)]
    full: NameTable,
    #[serde(default)]
    sixteen: NameTable,
}

/// The version of theme files.
const VERSION: u32 = 2;

/// Roles that older files do not have, each with the one whose style it has there.
const LATER_ROLES: [(&str, &str); 4] =
    [("supports", "agreed"), ("opposes", "carried-over"), ("asks", "raised"), ("proposes", "discussed")];

/// The styles of a theme by role.
pub(super) type Styles = BTreeMap<Role, Style>;

impl ThemeFile {
    /// Reads a theme file, and the bundled one it is based on.
    ///
    /// # Errors
    /// `theme-broken` if the file is not TOML, has another version, or names a role or a theme that does not exist.
    pub(super) fn read(file: &str, text: &str) -> Result<Self> {
        let stored: StoredTheme = toml::from_str(text).map_err(|error| broken(file, error.message()))?;
        if stored.version != VERSION {
            return Err(broken(file, "version"));
        }
        let names = stored.full.keys().chain(stored.sixteen.keys());
        if let Some(unknown) = names.into_iter().find(|name| !ROLES.iter().any(|(_, known)| known == name)) {
            return Err(broken(file, unknown));
        }
        let mut whole = match stored.based_on {
            None => Self::default(),
            Some(name) => {
                let bundled = BUNDLED.iter().find(|(known, _)| *known == name);
                let (base, text) = bundled.ok_or_else(|| broken(file, &name))?;
                Self::read(base, text)?
            }
        };
        whole.colours.extend(stored.colours);
        whole.full.extend(stored.full);
        whole.sixteen.extend(stored.sixteen);
        Ok(whole)
    }

    /// The styles for terminals with all colours.
    ///
    /// # Errors
    /// `theme-broken` if a role has no style, or its style cannot be read.
    pub(super) fn full(&self, file: &str) -> Result<Styles> {
        styles(file, &self.full, &self.colours)
    }

    /// The styles for terminals with sixteen colours.
    ///
    /// # Errors
    /// `theme-broken` if a role has no style, or its style cannot be read.
    pub(super) fn sixteen(&self, file: &str) -> Result<Styles> {
        styles(file, &self.sixteen, &BTreeMap::new())
    }
}

/// Names with their meaning.
type NameTable = BTreeMap<String, String>;

fn styles(file: &str, written: &NameTable, colours: &NameTable) -> Result<Styles> {
    let read = |(role, name): &(Role, &str)| {
        let older =
            || LATER_ROLES.iter().find(|(later, _)| later == name).and_then(|(_, older)| written.get(*older));
        let written = written.get(*name).or_else(older).ok_or_else(|| broken(file, name))?;
        Ok((*role, style(written, colours).ok_or_else(|| broken(file, written))?))
    };
    ROLES.iter().map(read).collect()
}

/// Reads a style: modifiers, the colour of the text, and after `on` the colour of the ground.
fn style(written: &str, colours: &NameTable) -> Option<Style> {
    let mut style = Style::default();
    let mut is_ground = false;
    for word in written.split_whitespace() {
        if word == "on" {
            is_ground = true;
        } else if let Some(modifier) = modifier(word) {
            style = style.add_modifier(modifier);
        } else {
            let colour = colour(colours.get(word).map_or(word, String::as_str))?;
            style = if is_ground { style.bg(colour) } else { style.fg(colour) };
        }
    }
    Some(style)
}

/// A colour that all themes know by its name or number.
fn colour(word: &str) -> Option<Color> {
    if word == "default" { Some(Color::Reset) } else { Color::from_str(word).ok() }
}

fn modifier(word: &str) -> Option<Modifier> {
    match word {
        "bold" => Some(Modifier::BOLD),
        "dim" => Some(Modifier::DIM),
        "italic" => Some(Modifier::ITALIC),
        "underlined" => Some(Modifier::UNDERLINED),
        "reversed" => Some(Modifier::REVERSED),
        _ => None,
    }
}

fn broken(file: &str, what: &str) -> Error {
    Error::broken("theme-broken").with("file", file).with("what", what)
}
