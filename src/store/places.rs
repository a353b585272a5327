//! The folders of the program on this machine: settings, workspaces, bookmarks.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::base::{Error, Result};
use crate::store::Settings;

const NAME: &str = "plenary";

/// The folders of the program for this user. They need not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The user's home, written `~` in settings.
    pub home: PathBuf,
    /// `settings.toml` and `keymap.toml`, written by the user only.
    pub config: PathBuf,
    /// What the user writes, unless another folder is named.
    pub data: PathBuf,
    /// What the program remembers for convenience; it may be deleted.
    pub state: PathBuf,
    /// Faster forms of what is in other files; they may be deleted at any time and are made again.
    pub cache: PathBuf,
}

impl Places {
    /// The platform's folders; the `HOME` and `XDG_…_HOME` variables are respected.
    ///
    /// # Errors
    /// `home-unknown` if the system knows no home folder.
    pub fn of_user() -> Result<Self> {
        let base = etcetera::choose_base_strategy().map_err(|_| Error::broken("home-unknown"))?;
        let data = base.data_dir().join(NAME);
        Ok(Self {
            home: base.home_dir().to_owned(),
            config: base.config_dir().join(NAME),
            state: base.state_dir().map_or_else(|| data.join("state"), |state| state.join(NAME)),
            cache: base.cache_dir().join(NAME),
            data,
        })
    }

    /// All folders under one folder, for tests.
    #[must_use]
    pub fn under(folder: &Path) -> Self {
        Self {
            home: folder.to_owned(),
            config: folder.join("config"),
            data: folder.join("data"),
            state: folder.join("state"),
            cache: folder.join("cache"),
        }
    }

    /// The workspace: the one given on the command line, else that of the settings, else the default one.
    #[must_use]
    pub fn workspace(&self, given: Option<&Path>, settings: &Settings) -> PathBuf {
        match (given, &settings.workspace) {
            (Some(given), _) => given.to_owned(),
            // In a file, a path is relative to the home folder, wherever the program is started.
            (None, Some(set)) => self.home.join(set.strip_prefix("~").unwrap_or(set)),
            (None, None) => self.data.join("workspace"),
        }
    }

    /// The user's settings.
    #[must_use]
    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.toml")
    }

    /// The user's own keys.
    #[must_use]
    pub fn keymap_file(&self) -> PathBuf {
        self.config.join("keymap.toml")
    }

    /// The folder of the user's own themes.
    #[must_use]
    pub fn themes(&self) -> PathBuf {
        self.config.join("themes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_names_the_workspace_before_the_settings_and_the_default() {
        let places = Places::under(Path::new("/users/roy"));
        let mut settings = Settings::default();
        assert_eq!(places.workspace(None, &settings), Path::new("/users/roy/data/workspace"));
        settings.workspace = Some("~/OEWG".into());
        assert_eq!(places.workspace(None, &settings), Path::new("/users/roy/OEWG"));
        settings.workspace = Some("/srv/oewg".into());
        assert_eq!(places.workspace(None, &settings), Path::new("/srv/oewg"));
        assert_eq!(places.workspace(Some(Path::new("here")), &settings), Path::new("here"));
    }
}
