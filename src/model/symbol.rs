//! The symbol of a UN document: `A/77/275`, `A/AC.292/2023/L.1`.

use std::fmt;
use std::str::FromStr;

use crate::base::Value;

/// A symbol in its official spelling: capital letters, components between slashes, no spaces.
///
/// A resolution or decision in parts has the letter of its part: `A/RES/75/253B`, printed `75/253 B`; several parts are
/// `A/RES/76/84A-B`. Two symbols never differ in case only. Numbers are ordered as numbers: `A/9/1` is before `A/10/1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Symbol(String);

impl Symbol {
    /// The official spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The symbol with this official spelling, as [`Self::as_str`] gave it. It is not checked: for what this program has stored.
    #[must_use]
    pub fn spelled(official: String) -> Self {
        Self(official)
    }

    /// The components between the slashes.
    pub fn components(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// The part of this resolution or decision with a letter: `A/RES/75/253` and `B` give `A/RES/75/253B`. `None` for other
    /// documents, and for one that has a letter.
    #[must_use]
    pub fn lettered(&self, letter: &str) -> Option<Self> {
        format!("{self} {letter}").parse().ok()
    }

    /// The resolution or decision this is a part of: `A/RES/75/253` of `A/RES/75/253B`. `None` for one without letter, and
    /// for other documents.
    #[must_use]
    pub fn undivided(&self) -> Option<Self> {
        let number = self.0.trim_end_matches(|c: char| c.is_ascii_uppercase() || c == '-');
        let divided =
            number.len() < self.0.len() && number.ends_with(|c: char| c.is_ascii_digit() || c == ')');
        (divided && is_series(&self.0)).then(|| Self(number.to_owned()))
    }

    /// Whether another symbol is that of a resolution or decision with several parts, of which this is one or more: of
    /// `A/RES/76/84A` and `A/RES/76/84A-B`.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        let (Some(whole), Some(others)) = (self.undivided(), other.undivided()) else { return false };
        let letters = |symbol: &Self| {
            let parts = symbol.0[whole.0.len()..].to_owned();
            parts
                .split_once('-')
                .map_or((parts.clone(), parts.clone()), |(low, high)| (low.into(), high.into()))
        };
        if whole != others {
            return false;
        }
        let ((low, high), (first, last)): ((String, String), (String, String)) =
            (letters(self), letters(other));
        let order = |letters: &String| (letters.len(), letters.clone());
        order(&first) <= order(&low) && order(&high) <= order(&last)
    }

    /// The symbol the words of a line begin with, and how many words it takes: it may have spaces inside, as in
    /// `A/RES/75/253 B`, `A/RES/217 A (III)`, `S/RES/2341 (2017)`.
    #[must_use]
    pub fn at_start(words: &[&str]) -> Option<(Self, usize)> {
        let longest = words.len().min(MOST_WORDS);
        (1..=longest).rev().find_map(|count| Some((words[..count].join(" ").parse().ok()?, count)))
    }

    /// The symbol as part of a file name: `A-AC.292-2023-L.1`. A hyphen becomes `=` and a space `_`, so that different symbols
    /// have different stems, also where case does not count; a very long one ends with a checksum.
    #[must_use]
    pub fn file_stem(&self) -> String {
        let stem = self.0.replace('-', "=").replace('/', "-").replace(' ', "_");
        if stem.len() <= LONGEST_STEM {
            return stem;
        }
        let fold = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let checksum = stem.bytes().fold(0xcbf2_9ce4_8422_2325, fold);
        format!("{}~{checksum:016x}", &stem[..LONGEST_STEM])
    }

    /// The web address at which the UN publishes the document in a language.
    #[must_use]
    pub fn official_address(&self, language: super::Language) -> String {
        format!("https://undocs.org/{language}/{}", self.0.replace(' ', "%20"))
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&Symbol> for Value {
    fn from(symbol: &Symbol) -> Self {
        Self::Text(symbol.to_string())
    }
}

impl FromStr for Symbol {
    type Err = ();

    /// Reads a symbol in any case: at least two components, the first of one to eight letters or with a session after them
    /// (`GC.18/3`), at least one digit, and only letters, digits, dots and hyphens. After it may come a year, `S/RES/2341 (2017)`; the session of a resolution
    /// adopted before 1976, `A/RES/1514(XV)`; the section, volume or part it is issued in, `A/80/6 (Sect. 24)/Corr.1`,
    /// `A/79/5 (Vol. II)`; the letter of a part of a resolution or decision, `A/RES/75/253 B`,
    /// `A/RES/75/253[B]`, `A/RES/217 A (III)`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        let end = text.find([' ', '(', '[']).unwrap_or(text.len());
        let (path, rest) = text.split_at(end);
        let mut components = path.split('/');
        let first = components.next().ok_or(())?;
        let letters = is_organ(first);
        let mut others = components.peekable();
        if !letters || others.peek().is_none() || !path.bytes().any(|b| b.is_ascii_digit()) {
            return Err(());
        }
        let plain = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b".-".contains(&b))
        };
        if !others.all(plain) {
            return Err(());
        }
        let spelled = path.split('/').map(official_component).collect::<Vec<_>>().join("/");
        if let Some(division) = division(rest) {
            return Ok(Self(spelled + &division));
        }
        completed(spelled, rest).map(Self)
    }
}

/// Whether a component can begin a symbol: `A`, `SPLOS`, `GC.18`.
fn is_organ(component: &str) -> bool {
    // Of the United Nations Industrial Development Organization: the sessions of its conference, its board and its committee.
    const WITH_SESSION: [&str; 3] = ["GC", "IDB", "PBC"];
    let letters = |text: &str| (1..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphabetic());
    let session = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match component.split_once('.') {
        Some((name, number)) => {
            session(number) && WITH_SESSION.into_iter().any(|known| known.eq_ignore_ascii_case(name))
        }
        None => letters(component),
    }
}

/// Longer stems are cut, in bytes: with the rest of a file name they must fit in 255.
const LONGEST_STEM: usize = 100;

/// No symbol has more spaces inside than this less one.
const MOST_WORDS: usize = 3;

/// The path of a symbol with what comes after it: a year, or a session and the letter of a part.
fn completed(path: String, rest: &str) -> Result<String, ()> {
    let (mut session, mut letter) = (None, None);
    for piece in pieces(rest)? {
        match piece {
            SymbolPiece::Year(year) if session.is_none() && letter.is_none() => {
                session = Some(format!(" ({year})"))
            }
            SymbolPiece::Session(roman) if session.is_none() => session = Some(format!("({roman})")),
            SymbolPiece::Letter(mark) if letter.is_none() => letter = Some(mark),
            _ => return Err(()),
        }
    }
    let (mut path, dated) = (path, session.as_deref().is_some_and(|session| session.starts_with(' ')));
    // The letter may be printed before the session: `A/RES/217A(III)`.
    if letter.is_none() && session.is_some() && !dated {
        let number = path.trim_end_matches(|c: char| c.is_ascii_uppercase());
        if number.len() + 1 == path.len() {
            letter = path.pop().map(String::from);
        }
    }
    let numbered = path.ends_with(|c: char| c.is_ascii_digit());
    let needs_number = letter.is_some() || session.is_some();
    let fits = numbered || !needs_number;
    if !fits || (letter.is_some() && (dated || !is_series(&path))) {
        return Err(());
    }
    Ok(path + session.as_deref().unwrap_or_default() + letter.as_deref().unwrap_or_default())
}

/// The division that a document is issued in: after the path of a symbol comes ` (Sect. 24)`, ` (Vol. II)` or ` (Part I)`, with
/// what comes after it: ` (Sect. 24)/Corr.1`.
fn division(rest: &str) -> Option<String> {
    const NAMES: [&str; 3] = ["Sect.", "Vol.", "Part"];
    /// The part of a programme budget before its sections.
    const UNNUMBERED: &str = "Introduction";
    let rest = rest.trim();
    let closing = if rest.starts_with('[') { ']' } else { ')' };
    let (inside, after) = rest.strip_prefix(['(', '['])?.split_once(closing)?;
    let parts: Vec<String> = after.split('/').skip(1).map(official_component).collect();
    if inside.trim().eq_ignore_ascii_case(UNNUMBERED) && (after.is_empty() || after.starts_with('/')) {
        return Some(parts.iter().fold(format!(" ({UNNUMBERED})"), |all, part| format!("{all}/{part}")));
    }
    let begins = |name: &&str| inside.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name));
    let name = NAMES.into_iter().find(begins)?;
    let number = inside[name.len()..].trim().to_ascii_uppercase();
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
    let fits = plain(&number) && number.len() <= 5 && parts.iter().all(|part| plain(part));
    let begins = after.is_empty() || after.starts_with('/');
    (fits && begins)
        .then(|| parts.iter().fold(format!(" ({name} {number})"), |all, part| format!("{all}/{part}")))
}

/// Whether a symbol is that of a resolution or a decision.
fn is_series(symbol: &str) -> bool {
    symbol.split('/').any(|part| part == "RES" || part == "DEC")
}

/// What may come after the path of a symbol.
enum SymbolPiece {
    /// `2017`.
    Year(String),
    /// `XV`.
    Session(String),
    /// `B`, `A-B`.
    Letter(String),
}

/// The pieces after the path of a symbol, with or without brackets and spaces around them.
fn pieces(rest: &str) -> Result<Vec<SymbolPiece>, ()> {
    let mut found = Vec::new();
    let mut rest = rest.trim();
    while let Some(first) = rest.chars().next() {
        let close = match first {
            '(' => Some(')'),
            '[' => Some(']'),
            _ => None,
        };
        let (inside, after) = match close {
            Some(close) => rest[1..].split_once(close).ok_or(())?,
            None => rest.split_at(rest.find([' ', '(', '[']).unwrap_or(rest.len())),
        };
        found.push(piece(inside, close.is_some()).ok_or(())?);
        rest = after.trim_start();
    }
    Ok(found)
}

fn piece(text: &str, bracketed: bool) -> Option<SymbolPiece> {
    let text = text.trim().to_ascii_uppercase().replace('–', "-");
    let letter = |text: &str| text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let range = text.split_once('-').is_some_and(|(from, to)| letter(from) && letter(to) && from < to);
    // Of a special session: `S-IV`.
    let number = text.strip_prefix("ES-").or_else(|| text.strip_prefix("S-")).unwrap_or(&text);
    let roman = bracketed && crate::base::numbering::from_roman(number).is_some();
    if bracketed && text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Some(SymbolPiece::Year(text))
    } else if roman {
        Some(SymbolPiece::Session(text))
    } else if letter(&text) || range {
        Some(SymbolPiece::Letter(text))
    } else {
        None
    }
}

/// A component in capital letters, except `Add.1`, `Rev.1`, `Corr.1`, `Amend.1`, `Sub.1`, `Res.1` and `Dec.1`.
fn official_component(part: &str) -> String {
    const MIXED: [&str; 7] = ["Add", "Rev", "Corr", "Amend", "Sub", "Res", "Dec"];
    let mixed = part.split_once('.').and_then(|(head, tail)| {
        let known = MIXED.into_iter().find(|known| known.eq_ignore_ascii_case(head))?;
        Some(format!("{known}.{}", tail.to_ascii_uppercase()))
    });
    mixed.unwrap_or_else(|| part.to_ascii_uppercase())
}

impl Ord for Symbol {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        fn key(part: &str) -> (u64, &str) {
            (part.parse().unwrap_or(u64::MAX), part)
        }
        let components = self.components().map(key).cmp(other.components().map(key));
        components.then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Symbol {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn symbols_are_spelled_officially() {
        let cases = [
            ("a/77/275", "A/77/275"),
            ("A/AC.292/2021/inf/1/add.1", "A/AC.292/2021/INF/1/Add.1"),
            ("a/c.1/80/l.20/rev.1", "A/C.1/80/L.20/Rev.1"),
            ("S/RES/2341 (2017)", "S/RES/2341 (2017)"),
            ("a/res/1514(xv)", "A/RES/1514(XV)"),
            ("A/RES/217(III)A", "A/RES/217(III)A"),
            ("a/80/6 (sect. 29a)", "A/80/6 (Sect. 29A)"),
            ("A/80/6(Sect. 24)/corr.1", "A/80/6 (Sect. 24)/Corr.1"),
            ("gc.18/inf/4", "GC.18/INF/4"),
        ];
        for (typed, official) in cases {
            assert_eq!(typed.parse::<Symbol>().unwrap().as_str(), official);
        }
        for wrong in [
            "",
            "A",
            "75/240",
            "A//1",
            "A/RES",
            "A/77/27 5",
            "annex/16/a b",
            "A/RES/1514(15)",
            "A/RES/(XV)",
            "A/80/6 (Sect.)",
            "A/80/6 (Sect. 7) x",
        ] {
            assert!(wrong.parse::<Symbol>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_letter_of_a_part_is_carried() {
        let cases = [
            ("A/RES/75/253 B", "A/RES/75/253B"),
            ("A/RES/75/253B", "A/RES/75/253B"),
            ("a/res/75/253[b]", "A/RES/75/253B"),
            ("A/RES/47/120 A", "A/RES/47/120A"),
            ("A/RES/S-10/2", "A/RES/S-10/2"),
            ("A/RES/76/84 A–B", "A/RES/76/84A-B"),
            ("A/RES/76/84A-B", "A/RES/76/84A-B"),
            ("A/DEC/75/415 A", "A/DEC/75/415A"),
            ("A/RES/217 A (III)", "A/RES/217(III)A"),
            ("A/RES/217A (III)", "A/RES/217(III)A"),
            ("A/RES/2832 (XXVI) B", "A/RES/2832(XXVI)B"),
            ("A/RES/1514 (XV)", "A/RES/1514(XV)"),
            ("S/RES/2341(2017)", "S/RES/2341 (2017)"),
        ];
        for (printed, official) in cases {
            assert_eq!(printed.parse::<Symbol>().map(|symbol| symbol.to_string()), Ok(official.to_owned()));
        }
        for wrong in [
            "A/77/275 B",
            "A/RES/75/253 b c",
            "A/RES/75/253 AB",
            "A/RES/75/253 B-A",
            "A/RES/75/253B C",
            "A/RES/75/253 (B",
        ] {
            assert!(wrong.parse::<Symbol>().is_err(), "{wrong}");
        }
        let (whole, part): (Symbol, Symbol) =
            ("A/RES/75/253".parse().unwrap(), "A/RES/75/253 B".parse().unwrap());
        assert_eq!((whole.lettered("B"), part.undivided()), (Some(part.clone()), Some(whole.clone())));
        assert_eq!((part.lettered("C"), whole.undivided()), (None, None));
        let words = ["A/RES/75/253", "B", "English"];
        assert_eq!(Symbol::at_start(&words), Some((part, 2)));
    }

    #[test]
    fn stems_can_be_read_and_are_never_those_of_another_symbol() {
        let stem = |symbol: &str| symbol.parse::<Symbol>().unwrap().file_stem();
        assert_eq!(stem("A/AC.292/2023/L.1"), "A-AC.292-2023-L.1");
        assert_eq!(["A/79-5/1", "A/79/5-1", "A/79/5/1"].map(stem), ["A-79=5-1", "A-79-5=1", "A-79-5-1"]);
        assert_eq!(stem("S/RES/2341 (2017)"), "S-RES-2341_(2017)");
        let long = |end: &str| stem(&format!("FILE/{}{end}", "1".repeat(300)));
        assert!(long("1").len() < 120 && long("1") != long("2"));
    }

    proptest! {
        #[test]
        fn different_symbols_have_different_stems(
            one in "[AaSe]{1,2}(/[0-9a-b.-]{1,3}){1,3}( \\([0-9]{4}\\)| B)?",
            two in "[AaSe]{1,2}(/[0-9a-b.-]{1,3}){1,3}( \\([0-9]{4}\\)| B)?",
        ) {
            if let (Ok(one), Ok(two)) = (one.parse::<Symbol>(), two.parse::<Symbol>()) {
                let stems = [&one, &two].map(|symbol| symbol.file_stem().to_lowercase());
                prop_assert_eq!(stems[0] == stems[1], one == two);
                prop_assert!(!stems[0].contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']));
                // Names such as CON and COM1 are reserved up to the first dot: a stem has a hyphen before it.
                prop_assert!(stems[0].split('.').next().is_some_and(|first| first.contains('-')));
            }
        }
    }

    #[test]
    fn numbers_compare_as_numbers() {
        let (nine, ten): (Symbol, Symbol) = ("A/9/1".parse().unwrap(), "A/10/1".parse().unwrap());
        assert!(nine < ten);
    }
}
