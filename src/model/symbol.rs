//! The symbol of a UN document: `A/77/275`, `A/AC.292/2023/L.1`.

use std::fmt;
use std::str::FromStr;

use crate::base::Value;

/// A symbol in its official spelling: capital letters, components between slashes, no spaces.
///
/// Numbers are ordered as numbers: `A/9/1` is before `A/10/1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Symbol(String);

impl Symbol {
    /// The official spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The components between the slashes.
    pub fn components(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// The symbol as part of a file name: `A-AC.292-2023-L.1`.
    #[must_use]
    pub fn file_stem(&self) -> String {
        self.0.replace('/', "-").replace(' ', "_")
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

    /// Reads a symbol in any case: at least two components, the first of one to eight letters, at least one digit, and
    /// only letters, digits, dots and hyphens. It may end in a year: `S/RES/2341 (2017)`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        let (path, year) = match text.split_once(' ') {
            Some((path, year)) if is_year(year) => (path, format!(" {year}")),
            Some(_) => return Err(()),
            None => (text, String::new()),
        };
        let mut components = path.split('/');
        let first = components.next().ok_or(())?;
        let letters = !first.is_empty() && first.len() <= 8 && first.bytes().all(|b| b.is_ascii_alphabetic());
        let mut others = components.peekable();
        if !letters || others.peek().is_none() || !path.bytes().any(|b| b.is_ascii_digit()) {
            return Err(());
        }
        let plain = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b".-".contains(&b))
        };
        // A resolution adopted before 1976 names its session: `A/RES/1514(XV)`, `A/RES/217(III)A`.
        let sessioned = |part: &str| {
            let session =
                part.split_once('(').and_then(|(number, rest)| Some((number, rest.split_once(')')?)));
            session.is_some_and(|(number, (session, letter))| {
                let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
                digits
                    && crate::base::numbering::from_roman(session).is_some()
                    && (letter.is_empty() || plain(letter))
            })
        };
        if !others.all(|part| plain(part) || sessioned(part)) {
            return Err(());
        }
        let spelled: Vec<String> = path.split('/').map(official_component).collect();
        Ok(Self(spelled.join("/") + &year))
    }
}

fn is_year(text: &str) -> bool {
    let digits = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    digits.is_some_and(|digits| digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// A component in capital letters, except `Add.1`, `Rev.1`, `Corr.1`, `Amend.1` and `Sub.1`.
fn official_component(part: &str) -> String {
    const MIXED: [&str; 5] = ["Add", "Rev", "Corr", "Amend", "Sub"];
    let mixed = part.split_once('.').and_then(|(head, tail)| {
        let known = MIXED.into_iter().find(|known| known.eq_ignore_ascii_case(head))?;
        Some(format!("{known}.{tail}"))
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

    #[test]
    fn symbols_are_spelled_officially() {
        let cases = [
            ("a/77/275", "A/77/275"),
            ("A/AC.292/2021/inf/1/add.1", "A/AC.292/2021/INF/1/Add.1"),
            ("a/c.1/80/l.20/rev.1", "A/C.1/80/L.20/Rev.1"),
            ("S/RES/2341 (2017)", "S/RES/2341 (2017)"),
            ("a/res/1514(xv)", "A/RES/1514(XV)"),
            ("A/RES/217(III)A", "A/RES/217(III)A"),
        ];
        for (typed, official) in cases {
            assert_eq!(typed.parse::<Symbol>().unwrap().as_str(), official);
        }
        for wrong in
            ["", "A", "75/240", "A//1", "A/RES", "A/77/27 5", "annex/16/a b", "A/RES/1514(15)", "A/RES/(XV)"]
        {
            assert!(wrong.parse::<Symbol>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn numbers_compare_as_numbers() {
        let (nine, ten): (Symbol, Symbol) = ("A/9/1".parse().unwrap(), "A/10/1".parse().unwrap());
        assert!(nine < ten);
    }
}
