//! The notation of keys: `Ctrl-x`, `Alt-Left`, `Shift-Tab`, `Space`, `F3`, `<`; and suggestions for wrong notation.
//!
//! ```text
//!  Ctrl-Shift-Left      g g
//!  └modifiers┘└name┘    └┴ a sequence, with spaces between
//! ```

use std::fmt;
use std::str::FromStr;

use unicode_normalization::UnicodeNormalization;

use crate::base::Value;
use crate::base::text::fold;
use crate::keymap::key::{Code, Key, Sequence, capital};

/// Keys that are written with a name.
const NAMES: [(Code, &str); 15] = [
    (Code::Char(' '), "Space"),
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Tab, "Tab"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Delete"),
    (Code::Insert, "Insert"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::PageUp, "PageUp"),
    (Code::PageDown, "PageDown"),
];

/// Other names of keys and modifiers, folded, each with the name used here.
const OTHER_NAMES: [(&str, &str); 32] = [
    ("return", "Enter"),
    ("ret", "Enter"),
    ("cr", "Enter"),
    ("entree", "Enter"),
    ("escape", "Esc"),
    ("echap", "Esc"),
    ("spc", "Space"),
    ("espace", "Space"),
    ("bs", "Backspace"),
    ("retour", "Backspace"),
    ("del", "Delete"),
    ("suppr", "Delete"),
    ("ins", "Insert"),
    ("inser", "Insert"),
    ("haut", "Up"),
    ("bas", "Down"),
    ("gauche", "Left"),
    ("droite", "Right"),
    ("debut", "Home"),
    ("fin", "End"),
    ("pgup", "PageUp"),
    ("pgdn", "PageDown"),
    ("pgdown", "PageDown"),
    ("backtab", "Shift-Tab"),
    ("control", "Ctrl-"),
    ("ctl", "Ctrl-"),
    ("c", "Ctrl-"),
    ("meta", "Alt-"),
    ("m", "Alt-"),
    ("a", "Alt-"),
    ("maj", "Shift-"),
    ("s", "Shift-"),
];

/// The highest function key that a terminal may report.
const LAST_FUNCTION_KEY: u8 = 35;

/// A key that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadKey {
    /// The correct notation of the key that was probably meant, if there is one.
    pub suggestion: Option<String>,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match (NAMES.iter().find(|(code, _)| *code == self.code), self.code) {
            (Some((_, name)), _) => f.write_str(name),
            (None, Code::Char(c)) => write!(f, "{c}"),
            (None, Code::F(number)) => write!(f, "F{number}"),
            (None, _) => Ok(()),
        }
    }
}

impl FromStr for Key {
    type Err = BadKey;

    fn from_str(text: &str) -> Result<Self, BadKey> {
        read(text).ok_or_else(|| BadKey { suggestion: suggest(text) })
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, key) in self.keys().iter().enumerate() {
            write!(f, "{}{key}", if index == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

impl From<&Sequence> for Value {
    fn from(keys: &Sequence) -> Self {
        Self::Text(keys.to_string())
    }
}

impl FromStr for Sequence {
    type Err = BadKey;

    fn from_str(text: &str) -> Result<Self, BadKey> {
        let tokens = || text.split(' ').filter(|token| !token.is_empty());
        match tokens().map(read).collect::<Option<Vec<_>>>() {
            Some(keys) if !keys.is_empty() => Ok(Self(keys)),
            _ => Err(BadKey {
                suggestion: tokens()
                    .map(|token| read(token).map(|key| key.to_string()).or_else(|| suggest(token)))
                    .collect::<Option<Vec<_>>>()
                    .map(|tokens| tokens.join(" "))
                    .filter(|suggestion| !suggestion.is_empty()),
            }),
        }
    }
}

/// Reads one key in correct notation.
fn read(text: &str) -> Option<Key> {
    let mut rest = text;
    let mut held = [false; 3];
    while let Some((index, after)) = ["Ctrl-", "Alt-", "Shift-"]
        .iter()
        .enumerate()
        .find_map(|(index, name)| Some((index, rest.strip_prefix(name)?)))
    {
        if std::mem::replace(&mut held[index], true) {
            return None;
        }
        rest = after;
    }
    let code = code(rest)?;
    let [ctrl, alt, shift] = held;
    match code {
        // Shift with a digit or a sign gives different signs on different keyboards: the resulting sign must be written.
        Code::Char(c) if shift && capital(c).is_none() => None,
        _ => Some(Key::new(code, ctrl, alt, shift)),
    }
}

fn code(name: &str) -> Option<Code> {
    if let Some((code, _)) = NAMES.iter().find(|(_, known)| *known == name) {
        return Some(*code);
    }
    let mut composed = name.nfc();
    if let (Some(c), None) = (composed.next(), composed.next()) {
        return (!c.is_control() && c != ' ').then_some(Code::Char(c));
    }
    let digits = name.strip_prefix('F').filter(|digits| !digits.starts_with(['0', '+']))?;
    let number = digits.parse().ok().filter(|number| (1..=LAST_FUNCTION_KEY).contains(number))?;
    Some(Code::F(number))
}

/// The notation that was probably meant by a wrong one: `Ctrl-x` for `ctrl+x`, `Esc` for `Escape`, `g g` for `gg`.
fn suggest(text: &str) -> Option<String> {
    let inner = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(text);
    let caret = inner.strip_prefix('^').filter(|rest| !rest.is_empty()).map(|rest| format!("Ctrl-{rest}"));
    let inner = caret.as_deref().unwrap_or(inner);
    let mut rest = inner;
    let mut written = String::new();
    while let Some((place, _)) = rest.char_indices().skip(1).find(|(_, c)| "-+".contains(*c)) {
        match modifier(&rest[..place]) {
            Some(name) if place + 1 < rest.len() => written.push_str(name),
            _ => break,
        }
        rest = &rest[place + 1..];
    }
    written.push_str(&named(rest)?);
    let keys: Option<Vec<Key>> = written.split(' ').map(read).collect();
    keys.map(|keys| Sequence(keys).to_string()).filter(|suggestion| suggestion != text)
}

fn modifier(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let ours = ["Ctrl-", "Alt-", "Shift-"].into_iter();
    let others = OTHER_NAMES.iter().filter(|(other, _)| *other == folded).map(|(_, ours)| *ours);
    ours.filter(|ours| ours.trim_end_matches('-').eq_ignore_ascii_case(&folded))
        .chain(others)
        .find(|name| name.ends_with('-'))
}

/// The name of a key from another spelling of it.
fn named(name: &str) -> Option<String> {
    let folded = fold(name);
    let other = OTHER_NAMES.iter().find(|(other, ours)| *other == folded && !ours.ends_with('-'));
    let near = || nearest(&folded, NAMES.iter().map(|(_, name)| *name)).map(str::to_owned);
    let letters = || {
        let few = (2..=3).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic);
        few.then(|| name.chars().map(String::from).collect::<Vec<_>>().join(" "))
    };
    let upper = folded.to_uppercase();
    if code(name).is_some() {
        Some(name.to_owned())
    } else if code(&upper).is_some() {
        Some(upper)
    } else {
        other.map(|(_, ours)| (*ours).to_owned()).or_else(near).or_else(letters)
    }
}

/// The candidate that differs least from a word, if it differs little.
pub(super) fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    let most = if folded.chars().count() < 4 { 1 } else { 2 };
    let candidates: Vec<(String, &str)> = candidates.map(|candidate| (fold(candidate), candidate)).collect();
    let near = crate::base::nearest(&folded, candidates.iter().map(|(folded, _)| folded.as_str()), |_| most)?;
    candidates.iter().find(|(folded, _)| folded == near).map(|(_, candidate)| *candidate)
}
