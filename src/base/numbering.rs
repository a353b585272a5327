//! UN numbering: roman numerals, letters, also beyond `z`, and the Latin adverbs of passages put in between two others.

/// The value of a roman numeral in either case, if it is well formed (`iv`, not `iiii`).
#[must_use]
pub fn from_roman(text: &str) -> Option<u32> {
    let mut total = 0u32;
    let mut last = u32::MAX;
    let mut rest = text.to_ascii_lowercase();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let (value, mark) = ROMAN.into_iter().find(|(_, mark)| rest.starts_with(mark))?;
        if value > last {
            return None;
        }
        last = value;
        total += value;
        rest.drain(..mark.len());
    }
    (roman(total) == text.to_ascii_lowercase()).then_some(total)
}

const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// A number as a lower-case roman numeral.
#[must_use]
pub fn roman(mut number: u32) -> String {
    let mut written = String::new();
    for (value, mark) in ROMAN {
        while number >= value {
            written.push_str(mark);
            number -= value;
        }
    }
    written
}

/// The number of a letter enumerator: `a` is 1, `z` is 26, `aa` is 27.
#[must_use]
pub fn from_letters(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 3 || !text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    Some(text.bytes().fold(0, |sum, byte| sum * 26 + u32::from(byte.to_ascii_lowercase() - b'a') + 1))
}

/// The letter enumerator of a number: 1 is `a`, 27 is `aa`.
#[must_use]
pub fn letters(mut number: u32) -> String {
    let mut written = Vec::new();
    while number > 0 {
        number -= 1;
        written.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    written.iter().rev().collect()
}

/// The Latin adverbs of passages put in after a numbered one, in their order: `17 bis`, `17 ter`.
pub const ADVERBS: [&str; 19] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "nonies",
    "decies",
    "undecies",
    "duodecies",
    "terdecies",
    "quaterdecies",
    "quindecies",
    "sexdecies",
    "septdecies",
    "octodecies",
    "novodecies",
    "vicies",
];

/// A number with an adverb in two: `17bis` is `17` and 1, `17ter` is `17` and 2. Without an adverb it is the whole number
/// and 0.
#[must_use]
pub fn split_adverb(number: &str) -> (&str, usize) {
    let stem = |adverb: &str| {
        let stem = number.strip_suffix(adverb)?.trim_end();
        stem.ends_with(|c: char| c.is_ascii_digit()).then_some(stem)
    };
    let mut found = ADVERBS.into_iter().enumerate().filter_map(|(at, adverb)| Some((stem(adverb)?, at + 1)));
    found.next().unwrap_or((number, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adverbs_are_parted_from_their_numbers() {
        for (at, adverb) in ADVERBS.into_iter().enumerate() {
            assert_eq!(split_adverb(&format!("17{adverb}")), ("17", at + 1));
            assert_eq!(split_adverb(&format!("17 {adverb}")), ("17", at + 1));
        }
        for plain in ["17", "a", "bis", "ter", "iv", ""] {
            assert_eq!(split_adverb(plain), (plain, 0));
        }
    }

    #[test]
    fn roman_numerals_are_read_back_as_written() {
        for number in 1..=400 {
            assert_eq!(from_roman(&roman(number)), Some(number));
        }
        for wrong in ["", "iiii", "vx", "abc", "ic", "i i"] {
            assert_eq!(from_roman(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn letters_continue_after_z() {
        for number in 1..=800 {
            assert_eq!(from_letters(&letters(number)), Some(number));
        }
        assert_eq!(letters(27), "aa");
    }
}
