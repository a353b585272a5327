//! Colours and type styles by role, from `data/themes/*.toml`.

use std::collections::BTreeMap;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::base::{Error, Result};
use crate::workspace::Status;

/// The role of a text on screen; a theme has a style for each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each has the name that theme files use")]
pub enum Role {
    Text,
    Dim,
    Header,
    Footer,
    Key,
    Border,
    Title,
    TitleFocus,
    Heading,
    Number,
    Bar,
    Here,
    Selection,
    NoteMark,
    Footnote,
    Match,
    MatchCurrent,
    Notice,
    Alarm,
    Delegation,
    Open,
    Raised,
    Discussed,
    Agreed,
    CarriedOver,
    Superseded,
}

/// Every role with its name in theme files.
const ROLES: [(Role, &str); 26] = [
    (Role::Text, "text"),
    (Role::Dim, "dim"),
    (Role::Header, "header"),
    (Role::Footer, "footer"),
    (Role::Key, "key"),
    (Role::Border, "border"),
    (Role::Title, "title"),
    (Role::TitleFocus, "title-focus"),
    (Role::Heading, "heading"),
    (Role::Number, "number"),
    (Role::Bar, "bar"),
    (Role::Here, "here"),
    (Role::Selection, "selection"),
    (Role::NoteMark, "note-mark"),
    (Role::Footnote, "footnote"),
    (Role::Match, "match"),
    (Role::MatchCurrent, "match-current"),
    (Role::Notice, "notice"),
    (Role::Alarm, "alarm"),
    (Role::Delegation, "delegation"),
    (Role::Open, "open"),
    (Role::Raised, "raised"),
    (Role::Discussed, "discussed"),
    (Role::Agreed, "agreed"),
    (Role::CarriedOver, "carried-over"),
    (Role::Superseded, "superseded"),
];

impl From<Status> for Role {
    fn from(status: Status) -> Self {
        match status {
            Status::Open => Self::Open,
            Status::Raised => Self::Raised,
            Status::Discussed => Self::Discussed,
            Status::Agreed => Self::Agreed,
            Status::CarriedOver => Self::CarriedOver,
            Status::Superseded => Self::Superseded,
        }
    }
}

/// A style for every role, and whether the symbols of documents are hyperlinks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    styles: BTreeMap<Role, Style>,
    links: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    styles: BTreeMap<String, String>,
}

/// The themes that come with the program, the one used by default first.
pub const BUNDLED: [(&str, &str); 3] = [
    ("dark", include_str!("../../data/themes/dark.toml")),
    ("light", include_str!("../../data/themes/light.toml")),
    ("high-contrast", include_str!("../../data/themes/high-contrast.toml")),
];

impl Theme {
    /// The bundled theme of this name.
    ///
    /// # Errors
    /// If there is no such theme, or its file is broken.
    pub fn bundled(name: &str) -> Result<Self> {
        let found = BUNDLED.iter().find(|(known, _)| *known == name);
        let (file, text) = found.ok_or_else(|| Error::wrong_use("theme-unknown").with("name", name))?;
        Self::read(file, text)
    }

    /// Reads a theme file; every role must have a style.
    ///
    /// # Errors
    /// If the file is not TOML, a role is missing or unknown, or a style cannot be read.
    pub fn read(file: &str, text: &str) -> Result<Self> {
        let broken = |what: &str| Error::broken("theme-broken").with("file", file).with("what", what);
        let stored: Stored = toml::from_str(text).map_err(|error| broken(error.message()))?;
        if stored.version != 1 {
            return Err(broken("version"));
        }
        if let Some(unknown) = stored.styles.keys().find(|name| !ROLES.iter().any(|(_, known)| known == name))
        {
            return Err(broken(unknown));
        }
        let mut styles = BTreeMap::new();
        for (role, name) in ROLES {
            let written = stored.styles.get(name).ok_or_else(|| broken(name))?;
            styles.insert(role, style(written).ok_or_else(|| broken(written))?);
        }
        Ok(Self { styles, links: false })
    }

    /// The same theme without any colour: only bold, italics, underlining and reversal are left.
    #[must_use]
    pub fn without_colour(mut self) -> Self {
        for (role, style) in &mut self.styles {
            let had_background =
                style.bg.is_some_and(|colour| colour != Color::Reset && colour != Color::Black);
            style.fg = None;
            style.bg = None;
            let reversed = matches!(role, Role::Header | Role::Selection | Role::Match | Role::MatchCurrent);
            if had_background && reversed {
                *style = style.add_modifier(Modifier::REVERSED);
            }
        }
        self
    }

    /// The same theme for a terminal with or without hyperlinks.
    #[must_use]
    pub fn with_links(self, links: bool) -> Self {
        Self { links, ..self }
    }

    /// Whether the symbols of documents are hyperlinks.
    #[must_use]
    pub fn has_links(&self) -> bool {
        self.links
    }

    /// The style of a role.
    #[must_use]
    pub fn of(&self, role: Role) -> Style {
        self.styles.get(&role).copied().unwrap_or_default()
    }
}

/// Reads a style: modifiers, the colour of the text, and after `on` the colour of the background.
fn style(written: &str) -> Option<Style> {
    let mut style = Style::default();
    let mut background = false;
    for word in written.split_whitespace() {
        let modifier = match word {
            "on" => {
                background = true;
                continue;
            }
            "bold" => Some(Modifier::BOLD),
            "dim" => Some(Modifier::DIM),
            "italic" => Some(Modifier::ITALIC),
            "underlined" => Some(Modifier::UNDERLINED),
            "reversed" => Some(Modifier::REVERSED),
            _ => None,
        };
        if let Some(modifier) = modifier {
            style = style.add_modifier(modifier);
            continue;
        }
        let colour = if word == "default" { Color::Reset } else { Color::from_str(word).ok()? };
        style = if background { style.bg(colour) } else { style.fg(colour) };
    }
    Some(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_themes_have_a_style_for_every_role() {
        for (name, _) in BUNDLED {
            let theme = Theme::bundled(name).unwrap();
            assert_eq!(theme.styles.len(), ROLES.len(), "{name}");
        }
    }

    #[test]
    fn without_colour_nothing_is_coloured_and_the_selection_is_still_visible() {
        for (name, _) in BUNDLED {
            let theme = Theme::bundled(name).unwrap().without_colour();
            assert!(theme.styles.values().all(|style| style.fg.is_none() && style.bg.is_none()));
            for role in [Role::Selection, Role::MatchCurrent, Role::Header] {
                assert_ne!(theme.of(role), Style::default(), "{role:?} of {name}");
            }
        }
    }

    #[test]
    fn the_error_of_a_broken_theme_states_what_is_wrong() {
        let wrong = Theme::read("mine.toml", "version = 1\n[styles]\ntext = \"blurple\"").unwrap_err();
        assert_eq!(wrong.message.id, "theme-broken");
        assert!(Theme::read("mine.toml", "not toml").is_err());
    }
}
