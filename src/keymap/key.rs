//! One key with its modifiers, and a sequence of them.

/// What is printed on the key, or the character it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The character the key gives, in its case; a space is `Char(' ')`.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// The tabulator; backwards it is `Tab` with `shift`.
    Tab,
    /// Takes away the character before the cursor.
    Backspace,
    /// Takes away the character after the cursor.
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
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// A function key, from 1 to 35.
    F(u8),
}

/// A key with the modifiers held down.
///
/// Make it with [`Key::new`], so that keys a terminal cannot tell apart are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key itself.
    pub code: Code,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Shift is held; never with a character, which shows it by itself (`G`, `?`).
    pub shift: bool,
}

impl Key {
    /// A key as it is compared: Shift with a letter is the capital itself, and with Ctrl the case of
    /// a letter is forgotten, because a terminal sends the same code for both.
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

    /// A key alone, without modifiers.
    #[must_use]
    pub fn plain(code: Code) -> Self {
        Self::new(code, false, false, false)
    }
}

/// The capital of a letter, if it is one letter itself.
pub(super) fn capital(c: char) -> Option<char> {
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) if one != c || c.is_uppercase() => Some(one),
        _ => None,
    }
}

/// Keys pressed one after the other, at least one; written with spaces: `g g`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sequence(pub(super) Vec<Key>);

impl Sequence {
    /// The keys in the order they are pressed.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// Whether one of the two begins with the other, so that the longer one can never be typed.
    pub(super) fn clashes(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0) || other.0.starts_with(&self.0)
    }
}
