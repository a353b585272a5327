//! Numbers that stand among the words of a passage, where the file should have set them apart.

use crate::import::line::Label;
use crate::import::mark;

/// The number or bullet a text begins with, and the text after it: `(a) InlineWords`, `12. InlineWords`, `• InlineWords`.
#[must_use]
pub fn in_text(text: &str) -> Option<(Label, &str)> {
    let is_direction = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}');
    let is_before = |c: char| c.is_whitespace() || mark::is(c) || is_direction(c);
    let start = text.trim_start_matches(is_before);
    let (first, rest) = start.split_once([' ', '\u{a0}'])?;
    let first = mark::off(first);
    let first = first.as_ref();
    let fits = matches!(first, "•" | "●") || is_bracketed(first) || is_counted(first);
    let rest = rest.trim_start();
    (fits && !rest.is_empty()).then(|| (Label { text: first.to_owned(), level: None }, rest))
}

/// `(a)`, `iv)`, `(12)`; letters of any script.
fn is_bracketed(word: &str) -> bool {
    let Some(inside) = word.strip_suffix(')') else { return false };
    let bare = inside.strip_prefix('(').unwrap_or(inside);
    let letters = (1..=4).contains(&bare.chars().count())
        && bare.chars().all(|c| c.is_alphabetic() && !c.is_uppercase());
    let digits = bare.len() < inside.len()
        && (1..=2).contains(&bare.len())
        && bare.bytes().all(|byte| byte.is_ascii_digit());
    letters || digits
}

/// `12.`.
fn is_counted(word: &str) -> bool {
    let digits = word.strip_suffix('.').unwrap_or_default();
    (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a number is that of a heading: `IV.`, `B`.
#[must_use]
pub fn is_of_heading(number: &str) -> bool {
    let core = number.trim_matches(|c: char| !c.is_alphanumeric());
    let roman = !core.is_empty() && core.chars().all(|c| "IVXLC".contains(c));
    roman || (core.len() == 1 && core.bytes().all(|byte| byte.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_among_the_words_are_set_apart() {
        let cases = [
            ("(a) To keep", Some(("(a)", "To keep"))),
            ("a) Garder", Some(("a)", "Garder"))),
            ("(أ) نشر", Some(("(أ)", "نشر"))),
            (" \u{200f}(ب) نشر", Some(("(ب)", "نشر"))),
            ("12. InlineWords", Some(("12.", "InlineWords"))),
            ("• InlineWords", Some(("•", "InlineWords"))),
            ("(2022) words", None),
            ("The (a) words", None),
            ("(a)", None),
            ("A. InlineWords", None),
        ];
        for (text, expected) in cases {
            let found = in_text(text);
            assert_eq!(found.as_ref().map(|(label, rest)| (label.text.as_str(), *rest)), expected, "{text}");
        }
        assert!(is_of_heading("IV.") && is_of_heading("B") && !is_of_heading("(a)") && !is_of_heading("12."));
    }
}
