//! The themes in use: the bundled ones and those of the user, in the colours the terminal shows.

use crate::app::appearance::Appearance;
use crate::base::{Error, Result};
use crate::store::{Places, file};
use crate::view::theme::{BUNDLED, Colours, Theme};

/// The values of the setting: as the terminal says, all colours, the sixteen of the terminal, none.
pub const COLOURS: [&str; 4] = ["auto", "full", "sixteen", "none"];

/// The largest theme file that is read, in bytes.
const LIMIT: u64 = 1 << 20;

/// A theme with its name.
pub struct NamedTheme {
    /// The name settings use.
    pub name: String,
    /// The styles.
    pub theme: Theme,
}

impl NamedTheme {
    /// The same theme, with links or without.
    pub(super) fn with_links(self, has_links: bool) -> Self {
        Self { theme: self.theme.with_links(has_links), ..self }
    }
}

/// The theme that is in use; the first one if there is none of that name.
pub(super) fn used<'t>(themes: &'t [NamedTheme], appearance: &Appearance) -> &'t Theme {
    let name = appearance.themes.get(appearance.theme);
    let used = themes.iter().find(|theme| Some(&theme.name) == name);
    &used.unwrap_or(&themes[0]).theme
}

/// The colours to use: the setting decides, else `NO_COLOR`, else `COLORTERM`, in which terminals with all colours say so.
pub(super) fn colours(setting: Option<&str>, variable: &dyn Fn(&str) -> Option<String>) -> Colours {
    match setting {
        Some("full") => Colours::Full,
        Some("sixteen") => Colours::Sixteen,
        Some("none") => Colours::None,
        _ if variable("NO_COLOR").is_some() => Colours::None,
        _ => match variable("COLORTERM").as_deref() {
            Some("truecolor" | "24bit") => Colours::Full,
            _ => Colours::Sixteen,
        },
    }
}

/// Whether the terminal says that its ground is light: the last number of `COLORFGBG`, as in `0;15`. `None` if it does
/// not say.
fn is_light(variable: &dyn Fn(&str) -> Option<String>) -> Option<bool> {
    let ground: u8 = variable("COLORFGBG")?.rsplit(';').next()?.parse().ok()?;
    match ground {
        7 | 9..=15 => Some(true),
        0..=6 | 8 => Some(false),
        _ => None,
    }
}

/// How the theme to start with is found.
pub(super) struct FirstTheme<'a> {
    /// Its name, if settings or environment say it.
    pub name: Option<&'a str>,
    /// Whether the terminal is asked if its ground is light, because neither of them says it.
    pub asks_ground: bool,
}

/// The theme to start with: that of the settings, else the light one if the environment says that the ground is light.
pub(super) fn first<'a>(
    setting: Option<&'a str>,
    colours: Colours,
    variable: &dyn Fn(&str) -> Option<String>,
) -> FirstTheme<'a> {
    let is_light = is_light(variable);
    FirstTheme {
        name: setting.or_else(|| is_light?.then_some("light")),
        asks_ground: setting.is_none() && is_light.is_none() && colours != Colours::None,
    }
}

/// The names of all themes: the bundled ones, and the files `*.toml` in the folder of the user.
#[must_use]
pub fn theme_names(places: &Places) -> Vec<String> {
    let bundled = BUNDLED.iter().map(|(name, _)| (*name).to_owned());
    let own = own_names(places).into_iter().filter(|name| !BUNDLED.iter().any(|(known, _)| known == name));
    bundled.chain(own).collect()
}

fn own_names(places: &Places) -> Vec<String> {
    let names = file::names(&places.themes()).unwrap_or_default();
    names.iter().filter_map(|name| name.to_str()?.strip_suffix(".toml").map(str::to_owned)).collect()
}

/// All themes, the one to start with first: the chosen one, else the light one on a light ground, else the dark one. A
/// file of the user with the name of a bundled theme takes its place.
pub(super) fn load(
    places: &Places,
    colours: Colours,
    first: Option<&str>,
    errors: &mut Vec<Error>,
) -> Vec<NamedTheme> {
    let mut names = theme_names(places);
    if let Some(first) = first {
        if names.iter().any(|name| name == first) {
            names.sort_by_key(|name| name != first);
        } else {
            errors
                .push(Error::wrong_use("theme-unknown").with("name", first).with("known", names.join(", ")));
        }
    }
    let mut themes = Vec::new();
    for name in names {
        match own(places, &name, colours).transpose() {
            Some(Ok(theme)) => themes.push(NamedTheme { name, theme }),
            None => themes.extend(bundled(name, colours)),
            Some(Err(error)) => {
                errors.push(error);
                themes.extend(bundled(name, colours));
            }
        }
    }
    themes
}

fn bundled(name: String, colours: Colours) -> Option<NamedTheme> {
    Theme::bundled(&name, colours).ok().map(|theme| NamedTheme { name, theme })
}

/// The theme of this name in the folder of the user, if there is one.
fn own(places: &Places, name: &str, colours: Colours) -> Result<Option<Theme>> {
    let path = places.themes().join(format!("{name}.toml"));
    let text = file::text(&path, LIMIT)?;
    text.map(|text| Theme::read(&file::shown(&path), &text, colours)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::theme::Role;

    fn given<'a>(variables: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
        |name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn the_terminal_says_which_colours_it_shows_and_the_setting_overrules_it() {
        let case = |setting, variables: &[(&str, &str)], expected| {
            assert_eq!(colours(setting, &given(variables)), expected, "{setting:?} {variables:?}");
        };
        case(None, &[("COLORTERM", "truecolor")], Colours::Full);
        case(None, &[("COLORTERM", "24bit")], Colours::Full);
        case(None, &[("TERM", "xterm-256color")], Colours::Sixteen);
        case(None, &[("COLORTERM", "truecolor"), ("NO_COLOR", "1")], Colours::None);
        case(Some("auto"), &[("COLORTERM", "truecolor")], Colours::Full);
        case(Some("full"), &[], Colours::Full);
        case(Some("sixteen"), &[("COLORTERM", "truecolor")], Colours::Sixteen);
        case(Some("none"), &[("COLORTERM", "truecolor")], Colours::None);
    }

    #[test]
    fn the_last_number_of_colorfgbg_is_the_ground() {
        let case = |value: &str, expected| {
            assert_eq!(is_light(&given(&[("COLORFGBG", value)])), expected, "{value}");
        };
        case("0;15", Some(true));
        case("0;default;15", Some(true));
        case("15;0", Some(false));
        case("7;8", Some(false));
        case("0;7", Some(true));
        case("15;default", None);
        assert_eq!(is_light(&given(&[])), None);
    }

    #[test]
    fn a_theme_of_the_user_is_listed_and_one_that_is_broken_is_reported() {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        file::folder(&places.themes()).unwrap();
        let write = |name: &str, text: &str| {
            file::write(&places.themes().join(name), text.as_bytes()).unwrap();
        };
        write("paper.toml", "version = 2\nbased-on = \"light\"\n[colours]\nink = \"#000000\"\n");
        write("torn.toml", "version = 2\n[full]\n");
        let mut errors = Vec::new();
        let themes = load(&places, Colours::Full, Some("paper"), &mut errors);
        let names: Vec<&str> = themes.iter().map(|named| named.name.as_str()).collect();
        assert_eq!(names, ["paper", "dark", "light", "high-contrast"]);
        assert_ne!(themes[0].theme.of(Role::Text), themes[2].theme.of(Role::Text));
        assert_eq!(errors.len(), 1);
        assert!(format!("{:?}", errors[0]).contains("torn.toml"), "{errors:?}");
    }
}
