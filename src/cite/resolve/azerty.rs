//! The upper row of a French keyboard, pressed without Shift: `g(èd` is `g57d`, and `a:èè:éè(` is `a/77/275`.

/// The characters of the keys 1 to 9 and 0.
const ROW: [char; 10] = ['&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç', 'à'];

/// The text with the digits that stand on those keys; `None` if it has none of them, or has digits already.
pub(super) fn digits(text: &str) -> Option<String> {
    let digit = |c: char| {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let lower = if lower == '’' { '\'' } else { lower };
        let key = u32::try_from(ROW.iter().position(|key| *key == lower)?).ok()?;
        char::from_digit((key + 1) % 10, 10)
    };
    let said = |c: char| digit(c).is_some() && !"('-’".contains(c);
    let is_typed =
        text.chars().any(|c| digit(c).is_some()) && text.chars().any(|c| said(c) || c.is_alphabetic());
    let is_typed = is_typed && !text.contains(|c: char| c.is_ascii_digit());
    let chars: Vec<char> = text.chars().collect();
    let touches = |at: Option<usize>| {
        at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic() || digit(*c).is_some())
    };
    // The stroke is on the key of the colon.
    let plain = |(at, c): (usize, &char)| match c {
        ':' if touches(at.checked_sub(1)) && touches(Some(at + 1)) => '/',
        c => digit(*c).unwrap_or(*c),
    };
    is_typed.then(|| chars.iter().enumerate().map(plain).collect())
}

/// Whether a text without digits has something that references do not have: a mark of this row touching a letter or another
/// one, such as `&(`, `_`, or a bracket that is opened behind a letter and never closed.
pub(super) fn is_likely(text: &str) -> bool {
    if digits(text).is_none() {
        return false;
    }
    let chars: Vec<char> = text.chars().collect();
    let marks = |at: usize| chars.get(at).is_some_and(|c| "&\"_(".contains(*c));
    let touching = |at: usize| marks(at) && chars.get(at + 1).is_some_and(|c| ROW.contains(c));
    let behind_letter = |at: usize| at > 0 && chars[at] == '(' && chars[at - 1].is_alphanumeric();
    let open = !chars.contains(&')') && (0..chars.len()).any(behind_letter);
    let joined =
        |at: usize| "&_\"".contains(chars[at]) && chars.get(at + 1).is_some_and(|c| c.is_alphabetic());
    // `g'é`: an apostrophe behind a letter, and after it what begins no word.
    let digit_after = |at: usize| {
        chars
            .get(at + 1)
            .is_some_and(|c| ROW.contains(c) && chars.get(at + 2).is_none_or(|c| !c.is_ascii_alphabetic()))
    };
    let apostrophe = |at: usize| {
        let elides = at > 0 && "ldcjmnstu".contains(chars[at - 1].to_ascii_lowercase());
        let ends =
            chars.get(at + 1).is_none_or(|c| c.is_whitespace()) && at > 0 && !chars[at - 1].is_whitespace();
        "'’".contains(chars[at]) && !elides && (digit_after(at) || ends)
    };
    open || (0..chars.len()).any(apostrophe) || (0..chars.len()).any(|at| touching(at) || joined(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_without_shift_are_digits() {
        assert_eq!(digits("g(èd").as_deref(), Some("g57d"));
        assert_eq!(digits("an&(b").as_deref(), Some("an15b"));
        assert_eq!(digits("&à").as_deref(), Some("10"));
        assert_eq!(digits("a:èè:éè( : annexe &'").as_deref(), Some("a/77/275 : annexe 14"));
        assert_eq!(digits("g57d"), None);
        assert_eq!(digits("norm k"), None);
        assert!(
            is_likely("an&(b") && is_likely("g(èd") && !is_likely("norme (k)") && !is_likely("préambule")
        );
    }
}
