//! Documents named in running text: symbols, resolutions and decisions by number, "the said resolution", "ibid.".

use super::{DocumentHead, Scanner, Whose};
use crate::base::numbering::from_roman;
use crate::cite::write::is_resolution;
use crate::language::Organ;
use crate::language::token::{TokenKind, touching};
use crate::model::{Part, Symbol};

/// The number of a resolution: `75/240`, `43/78 H`, `S-10/2`, `2341 (2017)`.
enum Numbered {
    /// Session and number, or year and number, with the letter of a resolution in parts. A special session is `S-10`.
    Pair(String, String, String),
    /// A number and its year, of the Security Council.
    Year(String, String),
    /// A number and its session in roman, with the letter of a resolution in parts: of the General Assembly
    /// before 1976.
    Session(String, String, String),
}

impl Scanner<'_> {
    /// Documents named at a place, each with the tokens it takes.
    pub(super) fn heads(&self, at: usize) -> Option<Vec<DocumentHead>> {
        let head = |whose, symbol, from, to| DocumentHead {
            whose,
            symbol,
            between: Vec::new(),
            part: Part::Body,
            from,
            to,
        };
        if let TokenKind::Symbol(symbol) = &self.tokens.get(at)?.kind {
            let first = head(Whose::Document, Some(symbol.clone()), at, at + 1);
            return Some(self.parts_after(first));
        }
        if let Some(end) = self.running.said.after(self.tokens, at) {
            return Some(vec![head(Whose::Said, None, at, end)]);
        }
        if let Some(end) = self.running.ibid.after(self.tokens, at) {
            return Some(vec![head(Whose::Same, None, at, end)]);
        }
        self.resolutions(at).or_else(|| self.named(at))
    }

    fn resolutions(&self, at: usize) -> Option<Vec<DocumentHead>> {
        let resolution = self.running.resolution.after(self.tokens, at);
        let (next, kind) = match resolution {
            Some(next) => (next, "RES"),
            None => (self.running.decision.after(self.tokens, at)?, "DEC"),
        };
        // Spanish names the organ first: "resoluciones de la Asamblea General 50/51 y 51/210".
        let named = self.organ_after(next).map(|(organ, end)| (organ.prefix.as_str(), end));
        let mut next = self.qualified(named.map_or(next, |(_, end)| end))?;
        let mut found: Vec<(Numbered, Vec<Numbered>, usize, usize)> = Vec::new();
        let (mut from, mut end, mut is_range) = (at, next, false);
        while let Some((number, to)) =
            self.numbered(next).or_else(|| self.lettered(&found.last()?.0, next, is_range))
        {
            let before = found.last().filter(|_| is_range);
            let between = before.map_or_else(Vec::new, |(before, ..)| between(before, &number));
            found.push((number, between, from, to));
            end = self.dated(to).unwrap_or(to);
            let after_title = || self.join(self.past_title(end)?);
            let Some((other, range)) =
                self.join(end).filter(|(other, _)| self.is_member(*other)).or_else(after_title)
            else {
                break;
            };
            (from, next, is_range) = (other, other, range);
        }
        let organ = named.map(|(organ, _)| organ).or_else(|| self.organ(at, end));
        let heads = found.into_iter().filter_map(|(number, between, from, to)| {
            let organ = organ.or_else(|| self.organ_by_date(&number, to));
            let named = Some(symbol(&number, kind, organ)?);
            let between = between.iter().filter_map(|number| symbol(number, kind, organ)).collect();
            Some(DocumentHead { whose: Whose::Document, symbol: named, between, part: Part::Body, from, to })
        });
        let heads: Vec<DocumentHead> = heads.collect();
        (!heads.is_empty()).then_some(heads)
    }

    /// Past `, entitled “…”,` and the like after the number of a resolution; the comma that ends it is left, for "and" after it.
    fn past_title(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 80;
        let start = at + usize::from(self.is(at, ","));
        let titled = self.running.titled.after(self.tokens, start);
        let quoted = titled.unwrap_or(start);
        let closing = match self.tokens.get(quoted)?.span.of(self.text) {
            "«" => "»",
            "“" | "„" => "”",
            "\"" => "\"",
            _ => return self.next_dated(titled?),
        };
        let end = self.tokens.len().min(quoted + LONGEST);
        let close = (quoted + 1..end).find(|at| self.tokens[*at].span.of(self.text) == closing)?;
        Some(close + 1)
    }

    /// Past a title without quotation marks: the place of "and" or a comma before the next number that has a date.
    fn next_dated(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 40;
        let ends = |at: &usize| {
            self.is(*at, ".")
                || self.is(*at, ";")
                || self.running.resolution.after(self.tokens, *at).is_some()
        };
        let rest = (at..self.tokens.len().min(at + LONGEST)).take_while(|at| !ends(at));
        let is_member = |next: usize| {
            self.numbered(next).is_some_and(|(number, to)| {
                matches!(number, Numbered::Pair(..)) && self.dated(to).is_some_and(|end| end > to)
            })
        };
        rest.into_iter().find(|at| self.running.and.after(self.tokens, *at).is_some_and(is_member))
    }

    /// Whether a further member of a list begins at a place: a number, or the letter of one more part.
    fn is_member(&self, at: usize) -> bool {
        self.numbered(at).is_some() || self.letter(at).1 > at
    }

    /// What joins one document with the next, "and" or "to": the place after it, and whether it makes a range.
    fn join(&self, at: usize) -> Option<(usize, bool)> {
        let range = self.running.to.after(self.tokens, at);
        let end = range.max(self.running.and.after(self.tokens, at))?;
        Some((end, range == Some(end)))
    }

    /// A resolution by its symbol, with the other parts that are named after it: `A/RES/52/38 A to D`.
    fn parts_after(&self, first: DocumentHead) -> Vec<DocumentHead> {
        let of = |symbol: &Symbol| {
            let (number, letter) = symbol.as_str().split_at(symbol.as_str().len().checked_sub(1)?);
            let letter = letter.bytes().all(|byte| byte.is_ascii_uppercase()).then_some(letter)?;
            let number = number.trim_end();
            number.ends_with(|c: char| c.is_ascii_digit()).then(|| (number.to_owned(), letter.to_owned()))
        };
        let resolution = first.symbol.as_ref().filter(|symbol| is_resolution(symbol));
        let Some((number, mut last)) = resolution.and_then(of) else { return vec![first] };
        let (mut heads, mut end) = (vec![first], 0);
        while let Some((next, is_range)) = self.join(heads.last().map_or(end, |head| head.to)) {
            let (letter, to) = self.letter(next);
            if letter <= last || (!is_range && self.is_pronoun(next, to)) {
                break;
            }
            let part = |letter: &str| format!("{number}{letter}").parse::<Symbol>().ok();
            let between = if is_range { letters_between(&last, &letter) } else { Vec::new() };
            let between = between.iter().filter_map(|letter| part(letter)).collect();
            let symbol = part(&letter);
            heads.push(DocumentHead {
                whose: Whose::Document,
                symbol,
                between,
                part: Part::Body,
                from: next,
                to,
            });
            (last, end) = (letter, to);
        }
        heads
    }

    /// Whether a letter is the English pronoun: `in resolution 52/38 A, I find that`.
    fn is_pronoun(&self, at: usize, end: usize) -> bool {
        let known = [&self.running.and, &self.running.to, &self.running.of, &self.running.within];
        let continues = known.iter().any(|words| words.after(self.tokens, end).is_some());
        let word = self.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Word);
        let is_i = self.tokens.get(at).is_some_and(|token| token.span.of(self.text) == "I");
        is_i && word && !continues
    }

    /// Past words between "resolution" and its number: `résolution de consensus 70/237`.
    fn qualified(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 3;
        let number = (at..=at + WORDS).find(|at| {
            let token = self.tokens.get(*at);
            token.is_some_and(|token| token.kind == TokenKind::Number || self.special(*at).is_some())
        })?;
        let words = self.tokens[at..number].iter().all(|token| token.kind == TokenKind::Word);
        words.then_some(number)
    }

    /// The organ whose resolution it is, by the words around it.
    fn organ(&self, at: usize, end: usize) -> Option<&str> {
        if let Some((organ, _)) = self.organ_after(end) {
            return Some(&organ.prefix);
        }
        let before = |at: usize| {
            let organs = self.running.organ.iter();
            organs.map(|organ| (organ, organ.name.before(self.tokens, at))).find(|(_, at)| at.is_some())
        };
        if let Some((organ, _)) = before(at) {
            return Some(&organ.prefix);
        }
        // "dans sa résolution 20/8": of the organ that speaks, named before or the author of the text.
        const FAR: usize = 40;
        self.running.own.before(self.tokens, at)?;
        let near = (at.saturating_sub(FAR)..at).rev().find_map(before);
        near.map(|(organ, _)| organ.prefix.as_str()).or(self.setting.organ)
    }

    /// The Human Rights Council, if the date after a number fits one of its sessions and none of the General Assembly: session 23
    /// was in 2013, that of the Assembly in 1968.
    fn organ_by_date(&self, number: &Numbered, at: usize) -> Option<&'static str> {
        const FIRST_YEAR: u32 = 2006;
        const SESSIONS_A_YEAR: u32 = 3;
        const ASSEMBLY: u32 = 1945;
        let Numbered::Pair(session, ..) = number else { return None };
        let session: u32 = session.parse().ok()?;
        let year = self.tokens[self.dated(at)? - 1].number()?;
        let before = year.checked_sub(FIRST_YEAR)? * SESSIONS_A_YEAR;
        let assembly = [session, session.saturating_add(1)].contains(&(year - ASSEMBLY));
        (!assembly && (before + 1..=before + SESSIONS_A_YEAR).contains(&session)).then_some("A/HRC")
    }

    /// A further resolution after the paragraphs of one: `Résolutions 69/117, par. 8, 70/116, par. 4`.
    pub(super) fn further(&self, before: &DocumentHead, at: usize) -> Option<DocumentHead> {
        let symbol = before.symbol.as_ref().filter(|symbol| is_resolution(symbol))?;
        let (next, _) = self.join(at)?;
        let (number, to) = self.numbered(next).filter(|(number, _)| matches!(number, Numbered::Pair(..)))?;
        let (organ, _) = symbol.as_str().split_once("/RES/")?;
        let symbol = self::symbol(&number, "RES", Some(organ));
        Some(DocumentHead { symbol, between: Vec::new(), from: next, to, ..before.clone() })
    }

    /// Past the name of an organ before the word: "General Assembly resolution 75/240".
    pub(super) fn organ_name(&self, at: usize) -> usize {
        let after =
            |at| self.running.organ.iter().filter_map(move |organ| organ.name.after(self.tokens, at)).max();
        let end = after(at).unwrap_or(at);
        let named = |words: &crate::language::Phrases| words.after(self.tokens, end).is_some();
        if named(&self.running.resolution) || named(&self.running.decision) { end } else { at }
    }

    /// "of the General Assembly", and the place after it.
    pub(super) fn organ_after(&self, at: usize) -> Option<(&Organ, usize)> {
        let found = self.running.organ.iter();
        found.filter_map(|organ| Some((organ, organ.of.after(self.tokens, at)?))).max_by_key(|(_, end)| *end)
    }

    /// `S-` or `ES-` before the number of a special session, and the place of that number.
    fn special(&self, at: usize) -> Option<(&str, usize)> {
        let prefix = self.tokens.get(at)?.span.of(self.text);
        let hyphen = self.tokens.get(at + 1)?.span.of(self.text);
        let joined = touching(self.tokens, at) && touching(self.tokens, at + 1);
        let number = self.tokens.get(at + 2)?.kind == TokenKind::Number;
        let special = matches!(prefix, "S" | "ES") && matches!(hyphen, "-" | "‑");
        (special && joined && number).then_some((prefix, at + 2))
    }

    /// `75/240` or `43/78 H`, `S-10/2`, `1996/31`, `2341 (2017)`.
    fn numbered(&self, at: usize) -> Option<(Numbered, usize)> {
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
        let (letter, session) = match self.tokens.get(at + 1).map(|token| token.span.of(self.text)) {
            Some(letter) if letter.len() == 1 && letter.as_bytes()[0].is_ascii_uppercase() => {
                (letter, at + 2)
            }
            _ => ("", at + 1),
        };
        if let Some((roman, close)) = self.roman_session(session) {
            let (letter, end) = match letter {
                "" => self.letter(close),
                before => (before.to_owned(), close),
            };
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
    fn lettered(&self, before: &Numbered, at: usize, is_range: bool) -> Option<(Numbered, usize)> {
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

    /// The letter of a resolution in parts: `H`, `(H)`; empty when there is none.
    fn letter(&self, at: usize) -> (String, usize) {
        let opened = usize::from(self.is(at, "("));
        let written = self.tokens.get(at + opened).map_or("", |token| token.span.of(self.text));
        let capital = written.len() == 1 && written.as_bytes()[0].is_ascii_uppercase();
        if !capital || (opened == 1 && !self.is(at + 2, ")")) {
            return (String::new(), at);
        }
        (written.to_owned(), at + 1 + 2 * opened)
    }

    /// The place after the date of a resolution: ` du 1er décembre 1999`, ` of 7 December 1988`,
    /// `, de 11 de diciembre de 1995`.
    pub(super) fn dated(&self, at: usize) -> Option<usize> {
        let is = |at: usize, kind: TokenKind| self.tokens.get(at).is_some_and(|token| token.kind == kind);
        let past_of = |at: usize| self.running.of.after(self.tokens, at).unwrap_or(at);
        let day = self.running.of.after(self.tokens, at + usize::from(self.is(at, ",")))?;
        let ending = usize::from(touching(self.tokens, day) && is(day + 1, TokenKind::Word));
        let month = past_of(day + 1 + ending);
        let year = past_of(month + 1);
        let shape = is(day, TokenKind::Number) && is(month, TokenKind::Word) && is(year, TokenKind::Number);
        (shape && self.tokens[year].folded.len() == 4).then_some(year + 1)
    }
}

/// The parts of a resolution between two of them: of `52/38 A to D`, B and C.
fn between(first: &Numbered, last: &Numbered) -> Vec<Numbered> {
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
fn letters_between(low: &str, high: &str) -> Vec<String> {
    match (low.as_bytes(), high.as_bytes()) {
        ([low], [high]) => (low + 1..*high).map(|letter| char::from(letter).to_string()).collect(),
        _ => Vec::new(),
    }
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// The symbol of a resolution or a decision. Four digits before the stroke are a year: the Economic and Social
/// Council numbers so; two or three are a session of the General Assembly, unless another organ is named.
fn symbol(number: &Numbered, kind: &str, organ: Option<&str>) -> Option<Symbol> {
    let text = match number {
        Numbered::Year(number, year) => format!("S/{kind}/{number} ({year})"),
        Numbered::Session(number, letter, session) => format!("A/{kind}/{number}({session}){letter}"),
        Numbered::Pair(first, second, letter) => {
            let organ = organ.filter(|organ| *organ != "S");
            let organ = organ.unwrap_or(if is_year(first) { "E" } else { "A" });
            format!("{organ}/{kind}/{first}/{second}{letter}")
        }
    };
    text.parse().ok()
}
