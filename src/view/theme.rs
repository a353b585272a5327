//! Colours and type styles by role, from `data/themes/*.toml`.

mod file;

use ratatui::style::{Color, Modifier, Style};

use crate::base::{Error, Result};
use crate::view::theme::file::{Styles, ThemeFile};
use crate::workspace::{Stance, Status};

/// The role of a text on screen; a theme has a style for each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each has the name that theme files use")]
pub enum Role {
    Text,
    Dim,
    Header,
    Place,
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
    Card,
    NoteMark,
    Footnote,
    Match,
    MatchCurrent,
    Notice,
    Alarm,
    Delegation,
    Supports,
    Opposes,
    Asks,
    Proposes,
    Open,
    Raised,
    Discussed,
    Agreed,
    CarriedOver,
    Superseded,
}

/// Every role with its name in theme files.
pub const ROLES: [(Role, &str); 32] = [
    (Role::Text, "text"),
    (Role::Dim, "dim"),
    (Role::Header, "header"),
    (Role::Place, "place"),
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
    (Role::Card, "card"),
    (Role::NoteMark, "note-mark"),
    (Role::Footnote, "footnote"),
    (Role::Match, "match"),
    (Role::MatchCurrent, "match-current"),
    (Role::Notice, "notice"),
    (Role::Alarm, "alarm"),
    (Role::Delegation, "delegation"),
    (Role::Supports, "supports"),
    (Role::Opposes, "opposes"),
    (Role::Asks, "asks"),
    (Role::Proposes, "proposes"),
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

impl From<Stance> for Role {
    fn from(stance: Stance) -> Self {
        match stance {
            Stance::Supports => Self::Supports,
            Stance::Opposes => Self::Opposes,
            Stance::Neutral => Self::Dim,
            Stance::Asks => Self::Asks,
            Stance::Proposes => Self::Proposes,
        }
    }
}

/// The colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// Any colour by its red, green and blue.
    #[default]
    Full,
    /// The sixteen colours of the palette of the terminal.
    Sixteen,
    /// None: only bold, italics, underlining and reversal.
    None,
}

/// A style for every role, and whether the symbols of documents are hyperlinks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    styles: Styles,
    links: bool,
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
    pub fn bundled(name: &str, colours: Colours) -> Result<Self> {
        let found = BUNDLED.iter().find(|(known, _)| *known == name);
        let (file, text) = found.ok_or_else(|| Error::wrong_use("theme-unknown").with("name", name))?;
        Self::read(file, text, colours)
    }

    /// Reads a theme file; with the theme it is based on, every role must have a style.
    ///
    /// # Errors
    /// `theme-broken` if the file is not TOML, a role is missing or unknown, or a style cannot be read.
    pub fn read(file: &str, text: &str, colours: Colours) -> Result<Self> {
        let read = ThemeFile::read(file, text)?;
        // Both forms are read, so that a fault is found in any terminal.
        let (full, sixteen) = (read.full(file)?, read.sixteen(file)?);
        let styles = match colours {
            Colours::Full => full,
            Colours::Sixteen => sixteen,
            Colours::None => without_colour(sixteen),
        };
        Ok(Self { styles, links: false })
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

/// The same styles with bold, italics, underlining and reversal only. What is marked by its ground is reversed.
fn without_colour(mut styles: Styles) -> Styles {
    for (role, style) in &mut styles {
        let had_ground = style.bg.is_some_and(|colour| !matches!(colour, Color::Reset | Color::Black));
        style.fg = None;
        style.bg = None;
        if had_ground && matches!(role, Role::Selection | Role::Match | Role::MatchCurrent | Role::Alarm) {
            *style = style.add_modifier(Modifier::REVERSED);
        }
    }
    styles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_nothing_is_coloured_and_what_must_stand_out_does() {
        for (name, _) in BUNDLED {
            let theme = Theme::bundled(name, Colours::None).unwrap();
            assert!(theme.styles.values().all(|style| style.fg.is_none() && style.bg.is_none()));
            let plain = theme.of(Role::Text);
            for role in [
                Role::Selection,
                Role::MatchCurrent,
                Role::Place,
                Role::TitleFocus,
                Role::Heading,
                Role::Alarm,
                Role::Delegation,
            ] {
                assert_ne!(theme.of(role), plain, "{role:?} of {name}");
            }
        }
    }

    #[test]
    fn a_theme_of_ones_own_needs_only_what_it_changes() {
        let text =
            "version = 2\nbased-on = \"light\"\n[colours]\naccent = \"#112233\"\n[sixteen]\nbar = \"red\"\n";
        let (own, light) =
            (Theme::read("own.toml", text, Colours::Full), Theme::bundled("light", Colours::Full));
        let (own, light) = (own.unwrap(), light.unwrap());
        assert_eq!(
            own.of(Role::Bar).fg,
            Some(Color::Rgb(0x11, 0x22, 0x33)),
            "the accent is where the bar is"
        );
        assert_eq!(own.of(Role::Text), light.of(Role::Text));
        let older = BUNDLED[0].1.lines().filter(|line| !line.starts_with("supports = "));
        let older = Theme::read("own.toml", &older.collect::<Vec<_>>().join("\n"), Colours::Full).unwrap();
        assert_eq!(older.of(Role::Supports), older.of(Role::Agreed), "a file from before there were stances");
        let sixteen = Theme::read("own.toml", text, Colours::Sixteen).unwrap();
        assert_eq!(sixteen.of(Role::Bar).fg, Some(Color::Red));
    }

    #[test]
    fn the_error_of_a_broken_theme_states_what_is_wrong() {
        let case = |text: &str, what: &str| {
            let error = Theme::read("mine.toml", text, Colours::Full).unwrap_err();
            assert_eq!(error.message.id, "theme-broken");
            let said = format!("{:?}", error.message);
            assert!(said.contains(what) && said.contains("mine.toml"), "{said}");
        };
        case("version = 2\nbased-on = \"dark\"\n[full]\ntext = \"blurple\"", "blurple");
        case("version = 2\nbased-on = \"dusk\"", "dusk");
        case("version = 2\nbased-on = \"dark\"\n[sixteen]\ntxet = \"red\"", "txet");
        case("version = 2\n[full]\ntext = \"red\"", "dim");
        case("version = 1", "version");
        assert!(Theme::read("mine.toml", "not toml", Colours::Full).is_err());
    }
}
