//! Turns keys in text form (`Ctrl-x`) into the bytes a terminal sends for them.

/// The bytes of several keys with spaces between them: `> > n`, `Ctrl-x Esc`, `Shift-Tab`.
pub fn bytes(notation: &str) -> Vec<u8> {
    notation.split_whitespace().flat_map(key).collect()
}

/// One key with its modifiers.
fn key(notation: &str) -> Vec<u8> {
    let (mut name, mut modifiers) = (notation, Modifiers::default());
    while let Some((first, rest)) = name.split_once('-').filter(|(_, rest)| !rest.is_empty()) {
        match first {
            "Ctrl" => modifiers.ctrl = true,
            "Alt" => modifiers.alt = true,
            "Shift" => modifiers.shift = true,
            _ => panic!("{notation}: no key is called {first}-"),
        }
        name = rest;
    }
    named(name, &modifiers).unwrap_or_else(|| typed(notation, name, &modifiers))
}

/// The modifiers of a key.
#[derive(Default)]
struct Modifiers {
    ctrl: bool,
    alt: bool,
    shift: bool,
}

impl Modifiers {
    /// The number that terminals send for these modifiers.
    fn code(&self) -> u8 {
        1 + u8::from(self.shift) + 2 * u8::from(self.alt) + 4 * u8::from(self.ctrl)
    }
}

/// A key with a name. Escape is sent as `CSI 27 u`, because its single byte followed by another key would mean Alt and
/// that key; `types("\x1b")` sends the single byte.
fn named(name: &str, modifiers: &Modifiers) -> Option<Vec<u8>> {
    let letter = |letter: char| match modifiers.code() {
        1 => format!("\x1b[{letter}"),
        code => format!("\x1b[1;{code}{letter}"),
    };
    let tilde = |number: u8| match modifiers.code() {
        1 => format!("\x1b[{number}~"),
        code => format!("\x1b[{number};{code}~"),
    };
    let plain = |byte: &str| if modifiers.alt { format!("\x1b{byte}") } else { byte.to_owned() };
    let text = match name {
        "Esc" => "\x1b[27u".to_owned(),
        "Space" if modifiers.ctrl => plain("\0"),
        "Space" => plain(" "),
        "Enter" => plain("\r"),
        "Tab" if modifiers.shift => "\x1b[Z".to_owned(),
        "Tab" => plain("\t"),
        "Backspace" => plain("\x7f"),
        "Up" => letter('A'),
        "Down" => letter('B'),
        "Right" => letter('C'),
        "Left" => letter('D'),
        "Home" => letter('H'),
        "End" => letter('F'),
        "Insert" => tilde(2),
        "Delete" => tilde(3),
        "PageUp" => tilde(5),
        "PageDown" => tilde(6),
        "F1" => "\x1bOP".to_owned(),
        _ => return None,
    };
    Some(text.into_bytes())
}

/// A key that types a character.
fn typed(notation: &str, name: &str, modifiers: &Modifiers) -> Vec<u8> {
    let mut characters = name.chars();
    let (Some(c), None) = (characters.next(), characters.next()) else {
        panic!("{notation}: no key is called {name}")
    };
    let c = if modifiers.shift { c.to_uppercase().next().unwrap_or(c) } else { c };
    let c = if modifiers.ctrl { control(c) } else { c };
    let alt = if modifiers.alt { "\x1b" } else { "" };
    format!("{alt}{c}").into_bytes()
}

/// The control code of a letter.
fn control(c: char) -> char {
    char::from((c.to_ascii_uppercase() as u8) & 0x1f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_encoded_as_terminal_bytes() {
        let case =
            |notation: &str, expected: &str| assert_eq!(bytes(notation), expected.as_bytes(), "{notation}");
        case("> > n", ">>n");
        case("é Space - Enter", "é -\r");
        case("Ctrl-x Ctrl-Space Alt-x Shift-a", "\x18\0\x1bxA");
        case("Up Alt-Left Ctrl-Shift-Right Shift-Tab", "\x1b[A\x1b[1;3D\x1b[1;6C\x1b[Z");
        case("Esc n", "\x1b[27un");
        case("Delete Ctrl-PageUp F1 Backspace Home", "\x1b[3~\x1b[5;5~\x1bOP\x7f\x1b[H");
    }

    #[test]
    #[should_panic(expected = "no key is called Entr")]
    fn a_misspelt_key_is_refused() {
        bytes("> Entr");
    }
}
