//! Text set in lines of a width; each line has the range of the text that it shows. No terminal types.

mod breaks;
mod margin;
pub mod page;
pub mod wrap;

pub use page::{LineKind, Page, PageLine, PageSetting};
pub use wrap::{WrapMark, visible_part, wrap, wrap_with};

/// A footnote mark as it is shown after the word with the call: `¹²` for `12`, `*` for `*`.
///
/// The suffix that distinguishes two notes with the same printed mark (`*~2`) is not shown.
#[must_use]
pub fn superscript(mark: &str) -> String {
    let printed = mark.split('~').next().unwrap_or(mark);
    printed.chars().map(raised).collect()
}

fn raised(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_shown_in_superscript() {
        for (mark, shown) in [("12", "¹²"), ("*", "*"), ("*~2", "*"), ("3", "³"), ("a", "a"), ("", "")] {
            assert_eq!(superscript(mark), shown);
            assert_eq!(crate::base::text::width(&superscript(mark)), shown.chars().count());
        }
    }
}
