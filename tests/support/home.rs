//! A home folder for one test: empty folders, a fixed time zone and language, and the program with this environment.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

/// A temporary home folder, removed when the test ends.
pub struct Home {
    folder: TempDir,
    lang: String,
}

impl Home {
    /// An empty home folder with an English locale.
    pub fn new() -> Self {
        Self::in_language("en_GB.UTF-8")
    }

    /// An empty home folder with this locale, for instance `fr_FR.UTF-8`.
    pub fn in_language(lang: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be created");
        Self { folder, lang: lang.to_owned() }
    }

    /// The home folder itself.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folder of the settings and the user keymap.
    pub fn config(&self) -> PathBuf {
        self.path().join("config/plenary")
    }

    /// The folder that contains the default workspace.
    pub fn data(&self) -> PathBuf {
        self.path().join("data/plenary")
    }

    /// The complete environment of the program.
    pub fn environment(&self) -> Vec<(&'static str, OsString)> {
        let inside = |name: &str| self.path().join(name).into_os_string();
        let path = std::env::var_os("PATH").unwrap_or_default();
        vec![
            ("HOME", self.path().as_os_str().to_owned()),
            ("XDG_CONFIG_HOME", inside("config")),
            ("XDG_DATA_HOME", inside("data")),
            ("XDG_STATE_HOME", inside("state")),
            ("XDG_CACHE_HOME", inside("cache")),
            ("TMPDIR", self.path().as_os_str().to_owned()),
            ("TZ", "UTC".into()),
            ("LANG", self.lang.clone().into()),
            ("TERM", "xterm-256color".into()),
            ("PATH", path),
        ]
    }

    /// A command that runs the program, with a timeout.
    pub fn plenary(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
        command
            .env_clear()
            .envs(self.environment())
            .current_dir(self.path())
            .timeout(Duration::from_secs(60));
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_runs_in_the_home_folder() {
        let home = Home::in_language("fr_FR.UTF-8");
        assert!(home.config().starts_with(home.path()) && home.data().starts_with(home.path()));
        let lang = home.environment().into_iter().find(|(name, _)| *name == "LANG");
        assert_eq!(lang, Some(("LANG", "fr_FR.UTF-8".into())));
        Home::new().plenary().arg("--help").assert().success();
    }
}
