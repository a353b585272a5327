//! Generated files that are committed: compared by a test, written again when `PLENARY_BLESS=1` is set.

use super::sources;

/// Compares a committed file, by its path from the root of the project, with its generated text.
///
/// With `PLENARY_BLESS=1` the file is written instead. Panics at the first line that differs.
#[track_caller]
pub fn compare_or_bless(path: &str, generated: &str) {
    if blessing() {
        return sources::write(path, generated);
    }
    let committed = sources::read(path).unwrap_or_default();
    if let Some(difference) = difference(&committed, generated) {
        panic!("{path} is out of date, {difference}\nPLENARY_BLESS=1 cargo test writes it again.");
    }
}

/// The same for the part of a file between `<!-- NAME -->` and `<!-- /NAME -->`; the rest is written by hand.
#[track_caller]
pub fn compare_or_bless_part(path: &str, name: &str, generated: &str) {
    let committed = sources::read(path).unwrap_or_else(|| panic!("{path} does not exist"));
    let whole = with_part(&committed, name, generated)
        .unwrap_or_else(|| panic!("{path} lacks the lines <!-- {name} --> and <!-- /{name} -->"));
    compare_or_bless(path, &whole);
}

fn blessing() -> bool {
    std::env::var_os("PLENARY_BLESS").is_some_and(|value| value == "1")
}

/// The text with the part between the two markers replaced; `None` if a marker is missing.
fn with_part(text: &str, name: &str, generated: &str) -> Option<String> {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = text.find(&open)? + open.len();
    let end = start + text[start..].find(&close)?;
    Some(format!("{}{}\n{}", &text[..start], generated.trim_end(), &text[end..]))
}

/// A description of the first line where two texts differ; `None` if they are equal.
fn difference(committed: &str, generated: &str) -> Option<String> {
    if committed == generated {
        return None;
    }
    let (mut old, mut new) = (committed.lines(), generated.lines());
    for line in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (old, new) if old == new => {}
            (old, new) => {
                let (old, new) = (old.unwrap_or("(its end)"), new.unwrap_or("(its end)"));
                return Some(format!("line {line}:\n  committed {old}\n  generated {new}"));
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
        assert_eq!(difference("a\nb\n", "a\nc\n").as_deref(), Some("line 2:\n  committed b\n  generated c"));
        assert_eq!(
            difference("a\n", "a\nc\n").as_deref(),
            Some("line 2:\n  committed (its end)\n  generated c")
        );
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
