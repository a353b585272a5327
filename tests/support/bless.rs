//! Generated files that are committed: compared by a test, written anew when `PLENARY_BLESS` is set.

use super::sources;

/// Compares a file of the house, by its path from the root, with what it is generated from.
///
/// With `PLENARY_BLESS=1` the file is written instead. Panics at the first line that differs.
#[track_caller]
pub fn compare_or_bless(path: &str, generated: &str) {
    if blessing() {
        return sources::write(path, generated);
    }
    let held = sources::read(path).unwrap_or_default();
    if let Some(difference) = difference(&held, generated) {
        panic!("{path} is out of date, {difference}\nPLENARY_BLESS=1 cargo test writes it anew.");
    }
}

/// The same for a part of a file between `<!-- NAME -->` and `<!-- /NAME -->`, the rest left to its author.
#[track_caller]
pub fn compare_or_bless_part(path: &str, name: &str, generated: &str) {
    let held = sources::read(path).unwrap_or_else(|| panic!("{path} does not exist"));
    let whole = with_part(&held, name, generated)
        .unwrap_or_else(|| panic!("{path} lacks the lines <!-- {name} --> and <!-- /{name} -->"));
    compare_or_bless(path, &whole);
}

fn blessing() -> bool {
    std::env::var_os("PLENARY_BLESS").is_some_and(|value| value == "1")
}

/// The text with what stands between the two markers replaced; nothing where a marker is missing.
fn with_part(text: &str, name: &str, generated: &str) -> Option<String> {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = text.find(&open)? + open.len();
    let end = start + text[start..].find(&close)?;
    Some(format!("{}{}\n{}", &text[..start], generated.trim_end(), &text[end..]))
}

/// The first line where two texts differ, in words.
fn difference(held: &str, generated: &str) -> Option<String> {
    if held == generated {
        return None;
    }
    let (mut old, mut new) = (held.lines(), generated.lines());
    for line in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (old, new) if old == new => {}
            (old, new) => {
                let (old, new) = (old.unwrap_or("(its end)"), new.unwrap_or("(its end)"));
                return Some(format!("line {line}:\n  holds   {old}\n  expects {new}"));
            }
        }
    }
    Some("only in its line ends".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_shown_by_line() {
        assert_eq!(difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(difference("a\nb\n", "a\nc\n").as_deref(), Some("line 2:\n  holds   b\n  expects c"));
        assert_eq!(difference("a\n", "a\nc\n").as_deref(), Some("line 2:\n  holds   (its end)\n  expects c"));
        assert_eq!(difference("a", "a\n").as_deref(), Some("only in its line ends"));
    }

    #[test]
    fn a_part_is_replaced_between_its_markers() {
        let text = "before\n<!-- files -->\nold\n<!-- /files -->\nafter\n";
        let new = "before\n<!-- files -->\nnew\n<!-- /files -->\nafter\n";
        assert_eq!(with_part(text, "files", "new\n").as_deref(), Some(new));
        assert_eq!(with_part(new, "files", "new").as_deref(), Some(new));
        assert_eq!(with_part(text, "keys", "new"), None);
    }
}
