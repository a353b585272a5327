//! The paths of files in a text that was typed, or that a terminal inserts when files are dropped on it.

/// The paths in a text that was typed or dropped on the terminal: one on each line, or several between spaces if they are quoted or
/// their spaces are escaped; `None` if a part of the text is not an absolute path.
#[must_use]
pub fn dropped(text: &str) -> Option<Vec<String>> {
    let paths: Vec<String> = text.lines().flat_map(words).collect();
    let is_path = |path: &String| {
        let drive = path.get(1..3).is_some_and(|rest| rest == ":\\") && path.starts_with(char::is_alphabetic);
        path.starts_with('/') || path.starts_with("~/") || drive
    };
    (!paths.is_empty() && paths.iter().all(is_path)).then_some(paths)
}

/// The words of a line as a shell takes them apart: quotation marks and backslashes keep spaces. An address `file://` is a path.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word) = (Vec::new(), String::new());
    let (mut quote, mut is_escaped) = (None, false);
    for c in line.trim().chars() {
        match (quote, c) {
            _ if is_escaped => {
                word.push(c);
                is_escaped = false;
            }
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => word.push(c),
            (None, '\'' | '"') => quote = Some(c),
            // A backslash before a letter is that of a path of Windows.
            (None, '\\') if !word.contains(":\\") && !word.ends_with(':') => is_escaped = true,
            (None, ' ') => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            (None, _) => word.push(c),
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words.into_iter().map(|word| path_of(&word)).collect()
}

/// A path, also if it is written as an address: `file:///media/stick/A%20B.pdf`.
fn path_of(word: &str) -> String {
    let Some(rest) = word.strip_prefix("file://") else { return word.to_owned() };
    let mut bytes = Vec::new();
    let mut rest = rest.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = |hex: &[u8]| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok();
        match (*first == b'%').then(|| after.get(..2).and_then(code)).flatten() {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<&[&str]>) {
        let expected = expected.map(|paths| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>());
        assert_eq!(dropped(text), expected, "{text}");
    }

    #[test]
    fn paths_are_taken_as_terminals_drop_them() {
        case("/media/stick/a.pdf", Some(&["/media/stick/a.pdf"]));
        case("'/media/stick/A 77 275.pdf' ", Some(&["/media/stick/A 77 275.pdf"]));
        case("/media/stick/A\\ 77.pdf /tmp/b.docx", Some(&["/media/stick/A 77.pdf", "/tmp/b.docx"]));
        case("file:///media/stick/A%2077%20%C3%A9.pdf", Some(&["/media/stick/A 77 é.pdf"]));
        case("~/Downloads/a.pdf\n/tmp/b.pdf\n", Some(&["~/Downloads/a.pdf", "/tmp/b.pdf"]));
        case("C:\\Users\\roy\\a.pdf", Some(&["C:\\Users\\roy\\a.pdf"]));
        for text in ["", "SG + E.2 capacities first", "a/b", "see /tmp/a.pdf", "1. Monday 07/08/2024"] {
            case(text, None);
        }
    }
}
