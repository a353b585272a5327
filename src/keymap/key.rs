//! A key with its modifiers, and a sequence of keys.

/// A key without modifiers: the character it gives, or its function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A key that gives a character, in its case; the space bar is `Char(' ')`.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; backwards it is `Tab` with `shift`.
    Tab,
    /// Deletes the character before the cursor.
    Backspace,
    /// Deletes the character after the cursor.
    Delete,
    /// Insert.
    Insert,
    /// Arrow to the left.
    Left,
    /// Arrow to the right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1 to 35.
    F(u8),
}

/// A key together with the modifiers that are held down.
///
/// Made with [`Key::new`], so that keys that a terminal cannot distinguish are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key itself.
    pub code: Code,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Shift is held; always false for a character, which already is the shifted one (`G`, `?`).
    pub shift: bool,
}

impl Key {
    /// A key in the form used for comparison: Shift with a letter becomes the capital letter; with Ctrl, a letter becomes
    /// lower case, because a terminal sends the same code for both.
    #[must_use]
    pub fn new(code: Code, ctrl: bool, alt: bool, shift: bool) -> Self {
        let Code::Char(c) = code else {
            return Self { code, ctrl, alt, shift };
        };
        let cased = match (ctrl && c.is_ascii(), shift) {
            (true, _) => c.to_ascii_lowercase(),
            (false, true) => capital(c).unwrap_or(c),
            (false, false) => c,
        };
        Self { code: Code::Char(cased), ctrl, alt, shift: false }
    }

    /// A key without modifiers.
    #[must_use]
    pub fn plain(code: Code) -> Self {
        Self::new(code, false, false, false)
    }
}

/// The capital letter of a letter; `None` if it is not a single letter.
pub(super) fn capital(c: char) -> Option<char> {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) if one != c || c.is_uppercase() => Some(one),
        _ => None,
    }
}

/// One or more keys pressed one after the other; written with spaces: `g g`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sequence(pub(super) Vec<Key>);

impl Sequence {
    /// The keys in the order they are pressed.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// Whether one of the two begins with the other, so that the longer one could never be completed.
    pub(super) fn clashes(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0) || other.0.starts_with(&self.0)
    }
}
