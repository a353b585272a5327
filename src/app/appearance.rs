//! How the interface looks: language and theme.

use crate::locale::{self, Locale};

/// The language and the theme in use.
#[derive(Debug)]
pub struct Appearance {
    /// The texts in the language of the interface.
    pub locale: Locale,
    /// Whether that language was chosen in the program, and not by setting or option.
    pub chose_language: bool,
    /// The names of the themes, the one to start with first.
    pub themes: Vec<String>,
    /// The theme in use, as an index into `themes`.
    pub theme: usize,
    /// Whether the program gets the mouse; otherwise it is left to the terminal, to select text.
    pub has_mouse: bool,
}

impl Appearance {
    /// Changes to the next language of the interface.
    pub fn next_language(&mut self) {
        let languages = locale::available();
        let at = languages.iter().position(|language| *language == self.locale.language()).unwrap_or(0);
        self.locale = Locale::new(languages[(at + 1) % languages.len()]);
        self.chose_language = true;
    }

    /// Changes to the next theme. Returns its name, that of a bundled one in the language of the
    /// interface.
    pub fn next_theme(&mut self) -> String {
        self.theme = (self.theme + 1) % self.themes.len().max(1);
        self.theme_name()
    }

    /// Changes to the theme of this name, and returns it as [`Self::next_theme`] does; `None` if there is none.
    pub fn choose_theme(&mut self, name: &str) -> Option<String> {
        self.theme = self.themes.iter().position(|known| known == name.trim())?;
        Some(self.theme_name())
    }

    /// The ground of the terminal is light: the light theme is the one to start with, and the one in use if no other was chosen.
    pub fn light_first(&mut self) {
        let chosen = (self.theme > 0).then(|| self.themes[self.theme].clone());
        if let Some(at) = self.themes.iter().position(|name| name == "light") {
            self.themes[..=at].rotate_right(1);
        }
        let position = |chosen: String| self.themes.iter().position(|name| *name == chosen);
        self.theme = chosen.and_then(position).unwrap_or(0);
    }

    fn theme_name(&self) -> String {
        let Some(name) = self.themes.get(self.theme) else { return String::new() };
        let id = format!("theme-{name}");
        if self.locale.has(&id) { self.locale.say(&id) } else { name.clone() }
    }
}
