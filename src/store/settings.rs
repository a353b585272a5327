//! The user's settings: `settings.toml`, read with all its faults at once and never rewritten.

use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::base::text::excerpt;
use crate::base::{Error, Lines, nearest};
use crate::model::Language;
use crate::store::{Places, file};

/// What the user has set; what is not set is left to the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Language of the interface.
    pub language: Option<Language>,
    /// Name of a theme.
    pub theme: Option<String>,
    /// Name of a keymap.
    pub keymap: Option<String>,
    /// Folder of the workspace; `~` is the home folder.
    pub workspace: Option<PathBuf>,
    /// Name to sign notes and acts with.
    pub author: Option<String>,
    /// Id of the process worked on.
    pub process: Option<String>,
    /// Number of the session worked at.
    pub session: Option<u32>,
    /// Whether symbols are hyperlinks: `yes`, `no`, or `auto` where the terminal is known to have them.
    pub links: Option<String>,
}

/// All keys there are.
const KEYS: [&str; 8] = ["language", "theme", "keymap", "workspace", "author", "process", "session", "links"];

/// The values there are for a setting that is a choice: `("theme", vec!["dark", "light"])`.
pub type Choice = (&'static str, Vec<String>);

/// Reads the settings file; what is wrong in it is told, and what is right counts.
///
/// The faults: `file-unreadable`, `file-too-big`, `file-not-plain`, `file-not-utf8`, and those of [`read`].
#[must_use]
pub fn load(places: &Places, choices: &[Choice]) -> (Settings, Vec<Error>) {
    let path = places.settings_file();
    match file::text(&path, 1 << 20) {
        Ok(text) => read_among(&text.unwrap_or_default(), &path, choices),
        Err(error) => (Settings::default(), vec![error]),
    }
}

/// Reads settings from their text, whatever languages, themes, keymaps and processes there are.
///
/// The faults: those of [`read_among`].
#[must_use]
pub fn read(text: &str, path: &Path) -> (Settings, Vec<Error>) {
    read_among(text, path, &[])
}

/// Reads settings from their text.
///
/// The faults: `settings-broken` (`what`), `settings-key` (`key`, `suggestion`: a known key or `none`),
/// `settings-value` (`key`, `value`, `expected`: `text`, `number` or `language`) and `settings-choice` (`key`,
/// `value`, `known`) for a value that is not among the choices; each with `file` and `line`.
#[must_use]
pub fn read_among(text: &str, path: &Path, choices: &[Choice]) -> (Settings, Vec<Error>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = Lines::of(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let at = |id: &'static str, place: usize| {
        Error::broken(id).with("file", file::shown(path)).with("line", lines.number(place))
    };
    let mut faults: Vec<(usize, Error)> = errors
        .iter()
        .map(|error| {
            let place = error.span().map_or(0, |span| span.start);
            (place, at("settings-broken", place).with("what", error.message()))
        })
        .collect();
    let mut settings = Settings::default();
    for (key, value) in table.get_ref() {
        let (place, key) = (key.span().start, key.get_ref().as_ref());
        // A line that cannot be parsed is told once.
        if errors
            .iter()
            .any(|error| error.span().is_some_and(|span| lines.number(span.start) == lines.number(place)))
        {
            continue;
        }
        if !KEYS.contains(&key) {
            let near = nearest(key, KEYS, |known| known.len() / 3).unwrap_or("none");
            faults.push((
                place,
                at("settings-key", place).with("key", excerpt(key, 40)).with("suggestion", near),
            ));
        } else if let Some((wished, known)) = not_there(key, value.get_ref(), choices) {
            let place = value.span().start;
            let fault = at("settings-choice", place).with("key", key).with("value", excerpt(wished, 60));
            faults.push((place, fault.with("known", known)));
        } else if let Err(expected) = set(&mut settings, key, value.get_ref()) {
            let place = value.span().start;
            let value = excerpt(&text[value.span()], 60);
            let fault = at("settings-value", place).with("key", key).with("value", value);
            faults.push((place, fault.with("expected", expected)));
        }
    }
    faults.sort_by_key(|(place, _)| *place);
    (settings, faults.into_iter().map(|(_, fault)| fault).collect())
}

/// A value that is not among those there are, and those.
fn not_there<'a>(key: &str, value: &'a DeValue<'_>, choices: &[Choice]) -> Option<(&'a str, String)> {
    let (_, known) = choices.iter().find(|(of, _)| *of == key)?;
    let wished = value.as_str()?;
    (!known.iter().any(|known| known == wished)).then(|| (wished, known.join(", ")))
}

fn set(settings: &mut Settings, key: &str, value: &DeValue<'_>) -> Result<(), &'static str> {
    let text = || value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned).ok_or("text");
    match key {
        "language" => {
            settings.language = Some(value.as_str().and_then(|code| code.parse().ok()).ok_or("language")?);
        }
        "theme" => settings.theme = Some(text()?),
        "keymap" => settings.keymap = Some(text()?),
        "workspace" => settings.workspace = Some(text()?.into()),
        "author" => settings.author = Some(text()?),
        "process" => settings.process = Some(text()?),
        "links" => settings.links = Some(text()?),
        _ => {
            let number = value.as_integer().filter(|number| number.radix() == 10);
            settings.session = Some(number.and_then(|number| number.as_str().parse().ok()).ok_or("number")?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_settings_count() {
        let text = "\u{feff}# mine\r\nlanguage = \"fr\"\r\ntheme = 'light'\r\nsession = 4\r\nworkspace = \"~/OEWG\"\r\n";
        let (settings, faults) = read(text, Path::new("settings.toml"));
        assert_eq!(faults, []);
        assert_eq!((settings.language, settings.session), (Some(Language::FR), Some(4)));
        assert_eq!(settings.workspace.as_deref(), Some(Path::new("~/OEWG")));
    }

    #[test]
    fn all_faults_are_told_at_once_and_the_rest_counts() {
        let text = "langage = \"fr\"\nlanguage = \"french\"\nauthor = Roy\n\nsession = \"four\"\ntheme = \"dark\"\n[colour]\nx = 1\n";
        let (settings, faults) = read(text, Path::new("s.toml"));
        assert_eq!(settings, Settings { theme: Some("dark".into()), ..Settings::default() });
        let said: Vec<String> = faults.iter().map(Error::to_string).collect();
        assert_eq!(
            said,
            [
                r#"settings-key file="s.toml" line="1" key="langage" suggestion="language""#,
                r#"settings-value file="s.toml" line="2" key="language" value="\"french\"" expected="language""#,
                r#"settings-broken file="s.toml" line="3" what="string values must be quoted, expected literal string""#,
                r#"settings-value file="s.toml" line="5" key="session" value="\"four\"" expected="number""#,
                r#"settings-key file="s.toml" line="7" key="colour" suggestion="none""#,
            ]
        );
    }

    #[test]
    fn no_file_is_no_fault_and_a_folder_in_its_place_is_one() {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        assert_eq!(load(&places, &[]), (Settings::default(), vec![]));
        file::folder(&places.settings_file()).unwrap();
        assert_eq!(load(&places, &[]).1[0].message.id, "file-not-plain");
    }

    #[test]
    fn what_there_is_not_is_told_with_what_there_is() {
        let there = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let choices = [("language", there(&["en", "fr"])), ("theme", there(&["dark", "light"]))];
        let text = "language = \"de\"\ntheme = \"light\"\nkeymap = \"vim\"\n";
        let (settings, faults) = read_among(text, Path::new("s.toml"), &choices);
        assert_eq!((settings.language, settings.theme.as_deref()), (None, Some("light")));
        assert_eq!(settings.keymap.as_deref(), Some("vim"));
        let said: Vec<String> = faults.iter().map(Error::to_string).collect();
        assert_eq!(
            said,
            [r#"settings-choice file="s.toml" line="1" key="language" value="de" known="en, fr""#]
        );
    }
}
