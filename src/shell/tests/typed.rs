//! Words by which a trial knows a text again, whatever becomes of it: `µ7µ` typed by the delegate, `¤7¤` written by others.

use std::collections::BTreeSet;

/// The sign around the number of a word that the delegate types.
const OWN: char = 'µ';
/// The sign around the number of a word that another program writes.
const OTHER: char = '¤';

/// A word of the delegate.
pub fn own(number: usize) -> String {
    format!("{OWN}{number}{OWN}")
}

/// A word of another program.
pub fn other(number: usize) -> String {
    format!("{OTHER}{number}{OTHER}")
}

/// All such words in a text.
pub fn words(text: &str) -> BTreeSet<String> {
    [OWN, OTHER].into_iter().flat_map(|sign| words_between(text, sign)).collect()
}

/// The words of other programs in a text.
pub fn words_of_others(text: &str) -> BTreeSet<String> {
    words_between(text, OTHER).collect()
}

fn words_between(text: &str, sign: char) -> impl Iterator<Item = String> {
    let parts: Vec<&str> = if text.contains(sign) { text.split(sign).collect() } else { Vec::new() };
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let inner = parts.len().saturating_sub(1).max(1);
    let numbers: Vec<String> = parts
        .iter()
        .take(inner)
        .skip(1)
        .filter(|part| is_number(part))
        .map(|part| format!("{sign}{part}{sign}"))
        .collect();
    numbers.into_iter()
}

#[test]
fn only_whole_words_are_found() {
    let found = words("µ1µ x µ2 µ3µ¤4¤µ\n¤¤ µ5µ");
    assert_eq!(found.into_iter().collect::<Vec<_>>().join(" "), "¤4¤ µ1µ µ3µ µ5µ");
}
