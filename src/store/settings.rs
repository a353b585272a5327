//! The user's settings, `settings.toml`: read with all its errors at once, and never rewritten.

use std::path::{Path, PathBuf};

use crate::base::table::{self, Located, Messages, Table};
use crate::base::text::excerpt;
use crate::base::{Error, Message, nearest};
use crate::model::Language;
use crate::store::{Places, file};
use crate::workspace::TimeLimits;

/// What the user has set; for all else the program has defaults.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Language of the interface.
    pub language: Option<Language>,
    /// Name of a theme.
    pub theme: Option<String>,
    /// The colours the terminal shows: `full`, `sixteen`, `none`, or `auto`: as the terminal says.
    pub colours: Option<String>,
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
    /// Whether symbols are hyperlinks: `yes`, `no`, or `auto`: in terminals known to support them.
    pub links: Option<String>,
    /// Whether the program gets the mouse, `yes` or `no`.
    pub mouse: Option<String>,
    /// Words a minute at which statements are read for the interpreters.
    pub words_a_minute: Option<u32>,
    /// The own delegation: an id or a name.
    pub delegation: Option<String>,
    /// Minutes a statement of one State may take.
    pub statement_minutes: Option<u32>,
    /// Minutes a statement on behalf of a group may take.
    pub group_statement_minutes: Option<u32>,
    /// Memory that reading one PDF file may take, in megabytes.
    pub pdf_megabytes: Option<u32>,
    /// Time that reading one PDF file may take, in seconds.
    pub pdf_seconds: Option<u32>,
    /// Folder in which documents are saved that are to be offered; `~` is the home folder.
    pub inbox: Option<PathBuf>,
}

/// Words a minute at which interpreters can follow a statement, where the settings do not say.
const PACE: u32 = 120;

impl Settings {
    /// Words a minute at which statements are read for the interpreters.
    #[must_use]
    pub fn pace(&self) -> u32 {
        self.words_a_minute.unwrap_or(PACE)
    }

    /// How long statements may take.
    #[must_use]
    pub fn time_limits(&self) -> TimeLimits {
        let usual = TimeLimits::default();
        let seconds = |minutes: Option<u32>| minutes.map(|minutes| u64::from(minutes) * 60);
        TimeLimits {
            state_seconds: seconds(self.statement_minutes).unwrap_or(usual.state_seconds),
            group_seconds: seconds(self.group_statement_minutes).unwrap_or(usual.group_seconds),
        }
    }
}

/// All keys.
const KEYS: [&str; 17] = [
    "language",
    "theme",
    "colours",
    "keymap",
    "workspace",
    "author",
    "process",
    "session",
    "links",
    "mouse",
    "words-a-minute",
    "delegation",
    "statement-minutes",
    "group-statement-minutes",
    "pdf-megabytes",
    "pdf-seconds",
    "inbox",
];

/// The messages of [`table::read`]. No key is required, and unknown keys are reported here, each with a suggestion.
const MESSAGES: Messages = Messages {
    syntax: "settings-broken",
    unknown_key: "settings-key",
    missing_key: "settings-key",
    value: "settings-value",
};

/// The valid values of a setting: `("theme", vec!["dark", "light"])`.
pub type SettingChoice = (&'static str, Vec<String>);

/// Reads the settings file; what is wrong in it is reported, and the rest counts.
///
/// The errors: `file-unreadable`, `file-too-big`, `file-not-plain`, `file-not-utf8`, and those of [`read`].
#[must_use]
pub fn load<const N: usize>(
    places: &Places,
    choices: impl FnOnce() -> [SettingChoice; N],
) -> (Settings, Vec<Error>) {
    let path = places.settings_file();
    match file::text(&path, 1 << 20) {
        Ok(None) => (Settings::default(), Vec::new()),
        Ok(Some(text)) => read_among(&text, &path, &choices()),
        Err(error) => (Settings::default(), vec![error]),
    }
}

/// Reads settings from their text, with any language, theme, keymap and process.
///
/// The errors: those of [`read_among`].
#[must_use]
pub fn read(text: &str, path: &Path) -> (Settings, Vec<Error>) {
    read_among(text, path, &[])
}

/// Reads settings from their text.
///
/// The errors: `settings-broken` (`what`), `settings-key` (`key`, `suggestion`: a known key or `none`),
/// `settings-value` (`key`, `value`, `expected`: `text`, `number` or `language`) and `settings-choice` (`key`,
/// `value`, `known`) for a value that is not among the choices; each with `file` and `line`.
#[must_use]
pub fn read_among(text: &str, path: &Path, choices: &[SettingChoice]) -> (Settings, Vec<Error>) {
    table::read(&file::shown(path), text, &MESSAGES, |root| settings(root, choices))
}

fn settings(root: &Table<'_>, choices: &[SettingChoice]) -> Settings {
    for key in root.keys().into_iter().filter(|key| !KEYS.contains(&key.value.as_str())) {
        let suggestion = nearest(&key.value, KEYS, |known| known.len() / 3).unwrap_or("none");
        let message = Message::new("settings-key").with("key", excerpt(&key.value, 40));
        root.report(key.place.start, message.with("suggestion", suggestion));
    }
    let text = |key| text(root, key, choices);
    Settings {
        language: language(root, choices),
        theme: text("theme"),
        colours: text("colours"),
        keymap: text("keymap"),
        workspace: text("workspace").map(PathBuf::from),
        author: text("author"),
        process: text("process"),
        session: root.number("session"),
        links: text("links"),
        mouse: text("mouse"),
        words_a_minute: root.number("words-a-minute").filter(|pace| *pace > 0),
        delegation: text("delegation"),
        statement_minutes: root.number("statement-minutes").filter(|minutes| *minutes > 0),
        group_statement_minutes: root.number("group-statement-minutes").filter(|minutes| *minutes > 0),
        pdf_megabytes: root.number("pdf-megabytes").filter(|megabytes| *megabytes > 0),
        pdf_seconds: root.number("pdf-seconds").filter(|seconds| *seconds > 0),
        inbox: text("inbox").map(PathBuf::from),
    }
}

/// A text that is not empty and, where there are choices, one of them.
fn text(root: &Table<'_>, key: &str, choices: &[SettingChoice]) -> Option<String> {
    let full = |text: &str| {
        let is_choice = choices.iter().any(|(of, _)| *of == key);
        (is_choice || !text.trim().is_empty()).then(|| text.to_owned())
    };
    let text = root.parsed_at(key, "text", full)?;
    is_valid(root, key, &text, choices).then_some(text.value)
}

fn language(root: &Table<'_>, choices: &[SettingChoice]) -> Option<Language> {
    let code = root.parsed_at("language", "language", |code| {
        let is_choice = choices.iter().any(|(of, _)| *of == "language");
        (is_choice || code.parse::<Language>().is_ok()).then(|| code.to_owned())
    })?;
    is_valid(root, "language", &code, choices).then(|| code.value.parse().ok()).flatten()
}

/// Whether a value is among the choices for its key, if there are any; reports it if it is not.
fn is_valid(root: &Table<'_>, key: &str, value: &Located<String>, choices: &[SettingChoice]) -> bool {
    let Some((_, known)) = choices.iter().find(|(of, _)| *of == key) else { return true };
    if known.contains(&value.value) {
        return true;
    }
    let message = Message::new("settings-choice").with("key", key).with("value", excerpt(&value.value, 60));
    root.report(value.place.start, message.with("known", known.join(", ")));
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_settings_count() {
        let text = "\u{feff}# mine\r\nlanguage = \"fr\"\r\ntheme = 'light'\r\nsession = 4\r\nworkspace = \"~/OEWG\"\r\n";
        let (settings, errors) = read(text, Path::new("settings.toml"));
        assert_eq!(errors, []);
        assert_eq!((settings.language, settings.session), (Some(Language::FR), Some(4)));
        assert_eq!(settings.workspace.as_deref(), Some(Path::new("~/OEWG")));
    }

    #[test]
    fn all_errors_are_reported_at_once_and_the_rest_counts() {
        let text = "langage = \"fr\"\nlanguage = \"french\"\nauthor = Roy\n\nsession = \"four\"\ntheme = \"dark\"\n[colour]\nx = 1\n";
        let (settings, errors) = read(text, Path::new("s.toml"));
        assert_eq!(settings, Settings { theme: Some("dark".into()), ..Settings::default() });
        let reported: Vec<String> = errors.iter().map(Error::to_string).collect();
        assert_eq!(
            reported,
            [
                r#"settings-key file="s.toml" line="1" key="langage" suggestion="language""#,
                r#"settings-value file="s.toml" line="2" key="language" value="\"french\"" expected="language""#,
                r#"settings-broken file="s.toml" line="3" what="string values must be quoted, expected literal string""#,
                r#"settings-value file="s.toml" line="5" key="session" value="\"four\"" expected="number""#,
                r#"settings-key file="s.toml" line="7" key="colour" suggestion="colours""#,
            ]
        );
    }

    #[test]
    fn a_missing_file_is_no_error_and_a_folder_in_its_place_is_one() {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        assert_eq!(load(&places, || []), (Settings::default(), vec![]));
        file::folder(&places.settings_file()).unwrap();
        assert_eq!(load(&places, || []).1[0].message.id, "file-not-plain");
    }

    #[test]
    fn a_value_that_is_not_a_choice_is_reported_with_the_choices() {
        let there = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let choices = [("language", there(&["en", "fr"])), ("theme", there(&["dark", "light"]))];
        let text = "language = \"de\"\ntheme = \"light\"\nkeymap = \"vim\"\n";
        let (settings, errors) = read_among(text, Path::new("s.toml"), &choices);
        assert_eq!((settings.language, settings.theme.as_deref()), (None, Some("light")));
        assert_eq!(settings.keymap.as_deref(), Some("vim"));
        let reported: Vec<String> = errors.iter().map(Error::to_string).collect();
        assert_eq!(
            reported,
            [r#"settings-choice file="s.toml" line="1" key="language" value="de" known="en, fr""#]
        );
    }
}
