//! How the interface looks: language and theme.

use crate::locale::Locale;

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
}
