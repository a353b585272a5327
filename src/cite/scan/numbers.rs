//! Numbers of resolutions and decisions: `75/240`, `43/78 H`, `S-10/2`, `2341 (2017)`, `1514 (XV)`; and the dates after them.

use super::Scanner;
use crate::base::numbering::{from_roman, roman};
use crate::language::Phrases;
use crate::language::token::{TokenKind, touching};

/// The number of a resolution: `75/240`, `43/78 H`, `S-10/2`, `2341 (2017)`.
pub(super) enum Numbered {
    /// Session and number, or year and number, with the letter of a resolution in parts. A special session is `S-10`.
    Pair(String, String, String),
    /// A number and its year, of the Security Council.
    Year(String, String),
    /// A number and its session in roman, with the letter of a resolution in parts: of the General Assembly
    /// before 1976.
    Session(String, String, String),
}

impl Scanner<'_> {
    /// `S-` or `ES-` before the number of a special session, in any script, and the place of that number.
    pub(super) fn special(&self, at: usize) -> Option<(&'static str, usize)> {
        let prefix = self.tokens.get(at)?.span.of(self.text);
        let hyphen = self.tokens.get(at + 1)?.span.of(self.text);
        // The end of a line may cut the number: `S- 10/2`.
        let paired = || self.is(at + 3, "/") && touching(self.tokens, at + 2);
        let joined = touching(self.tokens, at) && (touching(self.tokens, at + 1) || paired());
        let number = self.tokens.get(at + 2)?.kind == TokenKind::Number;
        let is = |words: &Phrases| words.after(self.tokens, at) == Some(at + 1);
        let special = match prefix {
            "S" => "S",
            "ES" => "ES",
            _ if is(&self.running.special) => "S",
            _ if is(&self.running.emergency) => "ES",
            _ => return None,
        };
        (matches!(hyphen, "-" | "‑") && joined && number).then_some((special, at + 2))
    }

    /// `75/240` or `43/78 H`, `S-10/2`, `1996/31`, `2341 (2017)`.
    pub(super) fn numbered(&self, at: usize) -> Option<(Numbered, usize)> {
        let number = |at: usize| self.tokens.get(at).filter(|token| token.kind == TokenKind::Number);
        let (special, at) =
            self.special(at).map_or((String::new(), at), |(prefix, at)| (format!("{prefix}-"), at));
        let first = number(at)?;
        // The end of a line may cut the number: `78/ 237`.
        if self.is(at + 1, "/") && touching(self.tokens, at) {
            let second = number(at + 2)?;
            let (letter, end) = self.letter(at + 3);
            let session = format!("{special}{}", first.folded);
            return Some((Numbered::Pair(session, second.folded.clone(), letter), end));
        }
        if !special.is_empty() {
            return None;
        }
        let opened = self.is(at + 1, "(");
        let (letter, session) = if opened { (String::new(), at + 1) } else { self.letter(at + 1) };
        if let Some((roman, close)) = self.roman_session(session) {
            let (letter, end) = if letter.is_empty() { self.letter(close) } else { (letter, close) };
            return Some((Numbered::Session(first.folded.clone(), letter, roman), end));
        }
        if self.is(at + 1, "(") && self.is(at + 3, ")") {
            let year = number(at + 2).filter(|year| year.folded.len() == 4)?;
            return Some((Numbered::Year(first.folded.clone(), year.folded.clone()), at + 4));
        }
        None
    }

    /// `(XV)`, `(S-IV)`: the session of a resolution adopted before 1976, and the place after it.
    fn roman_session(&self, at: usize) -> Option<(String, usize)> {
        let written = |at: usize| self.tokens.get(at).map_or("", |token| token.span.of(self.text));
        // In Arabic `(د-21)`.
        if self.is(at, "(") && self.running.session.after(self.tokens, at + 1) == Some(at + 2) {
            let session = self.tokens.get(at + 3)?.number().filter(|session| (1..=100).contains(session))?;
            let closes = matches!(written(at + 2), "-" | "‑") && self.is(at + 4, ")");
            return closes.then(|| (roman(session).to_ascii_uppercase(), at + 5));
        }
        let special = matches!(written(at + 1), "S" | "ES") && matches!(written(at + 2), "-" | "‑");
        let number = at + if special { 3 } else { 1 };
        let roman = written(number);
        let is_roman = from_roman(roman).is_some() && roman.bytes().all(|byte| byte.is_ascii_uppercase());
        if !self.is(at, "(") || !self.is(number + 1, ")") || !is_roman {
            return None;
        }
        let special = if special { format!("{}-", written(at + 1)) } else { String::new() };
        Some((special + roman, number + 2))
    }

    /// `B` of `74/28 A and B`, `T` of `52/38 A to T`: one more part of the resolution before.
    pub(super) fn lettered(&self, before: &Numbered, at: usize, is_range: bool) -> Option<(Numbered, usize)> {
        let (letter, end) = self.letter(at);
        if !is_range && self.is_pronoun(at, end) {
            return None;
        }
        let next = |last: &String| !last.is_empty() && letter > *last;
        let numbered = match before {
            Numbered::Pair(session, number, last) if next(last) => {
                Numbered::Pair(session.clone(), number.clone(), letter)
            }
            Numbered::Session(number, last, session) if next(last) => {
                Numbered::Session(number.clone(), letter, session.clone())
            }
            _ => return None,
        };
        Some((numbered, end))
    }

    /// The letter of a resolution in parts: `H`, `(H)`, or how another script writes it; empty when there is none.
    pub(super) fn letter(&self, at: usize) -> (String, usize) {
        let opened = usize::from(self.is(at, "("));
        let written = self.tokens.get(at + opened).map_or("", |token| token.span.of(self.text));
        let is_capital = written.len() == 1 && written.as_bytes()[0].is_ascii_uppercase();
        let plain = written.strip_prefix(self.running.and_prefix.as_str()).unwrap_or(written);
        let same = |letter: &String| !letter.is_empty() && (letter == written || letter == plain);
        let foreign = || {
            let at = self.running.letters.iter().position(same)?;
            Some(char::from(b'A' + u8::try_from(at).ok()?).to_string())
        };
        let Some(letter) = is_capital.then(|| written.to_owned()).or_else(foreign) else {
            return (String::new(), at);
        };
        if opened == 1 && !self.is(at + 2, ")") {
            return (String::new(), at);
        }
        (letter, at + 1 + 2 * opened)
    }

    /// The place after the date of a resolution: ` du 1er décembre 1999`, ` of 7 December 1988`,
    /// `, de 11 de diciembre de 1995`.
    pub(super) fn dated(&self, at: usize) -> Option<usize> {
        self.date(at).map(|(_, end)| end)
    }

    /// The year of the date of a resolution, and the place after the date.
    pub(super) fn date(&self, at: usize) -> Option<(u32, usize)> {
        const LONGEST_MONTH: usize = 5;
        let day = self.running.of.after(self.tokens, at + usize::from(self.is(at, ",")))?;
        self.tokens.get(day).filter(|token| token.kind == TokenKind::Number)?;
        // "1er décembre", "de diciembre de", and in Arabic the two names of a month with a stroke between them.
        let is_month = |at: &usize| {
            self.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Word || token.is("/"))
        };
        let at = (day + 1..).take(LONGEST_MONTH + 1).find(|at| !is_month(at)).filter(|at| *at > day + 1)?;
        let end = self.running.year.after(self.tokens, at + 1).unwrap_or(at + 1);
        Some((self.year_at(at)?, end))
    }

    /// The year at a place.
    pub(super) fn year_at(&self, at: usize) -> Option<u32> {
        let token = self.tokens.get(at)?;
        token.number().filter(|year| (1945..2200).contains(year) && token.folded.len() == 4)
    }
}

/// The parts of a resolution between two of them: of `52/38 A to D`, B and C.
pub(super) fn between(first: &Numbered, last: &Numbered) -> Vec<Numbered> {
    match (first, last) {
        (Numbered::Pair(session, number, low), Numbered::Pair(same, of, high))
            if session == same && number == of =>
        {
            let part = |letter| Numbered::Pair(session.clone(), number.clone(), letter);
            letters_between(low, high).into_iter().map(part).collect()
        }
        (Numbered::Session(number, low, session), Numbered::Session(of, high, same))
            if session == same && number == of =>
        {
            let part = |letter| Numbered::Session(number.clone(), letter, session.clone());
            letters_between(low, high).into_iter().map(part).collect()
        }
        _ => Vec::new(),
    }
}

/// The capitals between two, without these.
pub(super) fn letters_between(low: &str, high: &str) -> Vec<String> {
    match (low.as_bytes(), high.as_bytes()) {
        ([low], [high]) => (low + 1..*high).map(|letter| char::from(letter).to_string()).collect(),
        _ => Vec::new(),
    }
}
