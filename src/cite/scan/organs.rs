//! Whose a resolution or a decision is: the organ named beside its number or before it, its date, and the number itself.
//!
//! A number alone is taken for one of the General Assembly only where no other organ can be meant.

use std::ops::Range;

use super::Scanner;
use super::numbers::Numbered;
use crate::base::numbering::from_roman;
use crate::language::Organ;
use crate::model::Symbol;

/// Whose a resolution is, as the text states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ResolutionOrgan<'a> {
    /// That of an organ whose symbols begin so: `A`, `A/HRC`.
    Known(&'a str),
    /// That of "the Council": the number shows which.
    Council,
    /// That of an organ whose resolutions have no symbol that can be made of the number.
    Other,
    /// The text does not state it.
    Unsaid,
}

use ResolutionOrgan::{Council, Known, Other, Unsaid};

/// How far before a number the name of an organ is looked for, in tokens.
const FAR: usize = 40;
/// The same for an organ whose resolutions have no symbol.
const NEAR: usize = 12;
/// The first session of the General Assembly whose resolutions are numbered `31/1`.
const FIRST_ASSEMBLY_SESSION: u32 = 31;
/// The number of the first decision of a session: lower numbers are those of other organs.
const FIRST_ASSEMBLY_DECISION: u32 = 301;
const FIRST_RIGHTS_DECISION: u32 = 101;
/// The Human Rights Council will not reach a later session before 2032.
const LAST_RIGHTS_SESSION: u32 = 80;
/// The last session of the General Assembly with a roman number.
const LAST_ROMAN_SESSION: u32 = 30;

impl Scanner<'_> {
    /// The organ named around a resolution, between a place and its end.
    pub(super) fn organ(&self, at: usize, end: usize) -> ResolutionOrgan<'_> {
        if let Some((organ, _)) = self.organ_after(end).or_else(|| self.organ_beside(at)) {
            return organ;
        }
        // "dans sa résolution 20/8": of the organ that speaks, named before or the author of the text.
        let is_own = self.running.own.before(self.tokens, at).is_some();
        if !is_own && self.running.own_resolution.after(self.tokens, at).is_none() {
            return Unsaid;
        }
        let author = self.setting.organ.map_or(Unsaid, Known);
        self.organ_near(at.saturating_sub(FAR)..at).unwrap_or(author)
    }

    /// The organ named last in a range. One without symbols counts only if it is near the end: the text of another one may just
    /// speak of it.
    pub(super) fn organ_near(&self, range: Range<usize>) -> Option<ResolutionOrgan<'_>> {
        range.clone().rev().map(|at| at + 1).find_map(|end| {
            let organ = self.organ_named(end)?;
            (organ != Other || range.end - end <= NEAR).then_some(organ)
        })
    }

    /// "of the General Assembly", and the place after it.
    pub(super) fn organ_after(&self, at: usize) -> Option<(ResolutionOrgan<'_>, usize)> {
        let organs = self.running.organ.iter();
        let named = organs.filter_map(|organ| Some((of(organ), organ.of.after(self.tokens, at)?)));
        let council = self.running.of_council.after(self.tokens, at).map(|end| (Council, end));
        named.chain(council).max_by_key(|(_, end)| *end)
    }

    /// The organ whose name ends at a place, and where its name begins.
    pub(super) fn organ_beside(&self, at: usize) -> Option<(ResolutionOrgan<'_>, usize)> {
        let organs = self.running.organ.iter();
        let named = organs.filter_map(|organ| {
            let names = [&organ.name, &organ.beside].into_iter();
            Some((of(organ), names.filter_map(|name| name.before(self.tokens, at)).min()?))
        });
        let council = self.running.council.before(self.tokens, at).map(|start| (Council, start));
        named.chain(council).min_by_key(|(_, start)| *start)
    }

    /// The organ whose full name ends at a place.
    fn organ_named(&self, at: usize) -> Option<ResolutionOrgan<'_>> {
        let organs = self.running.organ.iter();
        let named = organs.filter_map(|organ| Some((of(organ), organ.name.before(self.tokens, at)?)));
        named.min_by_key(|(_, start)| *start).map(|(organ, _)| organ)
    }

    /// Past the name of an organ before the word: "General Assembly resolution 75/240".
    pub(super) fn organ_name(&self, at: usize) -> usize {
        let organs = self.running.organ.iter().flat_map(|organ| [&organ.name, &organ.beside]);
        let names = organs.chain([&self.running.council]);
        let end = names.filter_map(|name| name.after(self.tokens, at)).max().unwrap_or(at);
        let named = [&self.running.resolution, &self.running.decision];
        if named.iter().any(|words| words.after(self.tokens, end).is_some()) { end } else { at }
    }

    /// The symbol of a resolution or a decision that ends at a place.
    pub(super) fn symbol(
        &self,
        number: &Numbered,
        to: usize,
        kind: &str,
        organ: ResolutionOrgan<'_>,
    ) -> Option<Symbol> {
        symbol_in(number, self.date(to).map(|(year, _)| year), kind, organ)
    }
}

/// The symbol of a resolution or a decision of a year, if that is known: it decides between the General Assembly and the Human
/// Rights Council, whose session 23 was in 1968 in the one, in 2013 in the other.
pub(super) fn symbol_in(
    number: &Numbered,
    year: Option<u32>,
    kind: &str,
    organ: ResolutionOrgan<'_>,
) -> Option<Symbol> {
    let organ = match (year.and_then(|year| by_year(number, year)), organ) {
        (Some(dated), Unsaid | Council | Known("A" | "A/HRC" | "E" | "S")) => Known(dated),
        // "the Commission …, in accordance with its resolution 73/184 of 17 December 2018": that of the Assembly.
        (Some("A"), Other) => Known("A"),
        _ => organ,
    };
    symbol(number, kind, organ)
}

/// The General Assembly or the Human Rights Council, if the year fits one of its sessions and none of the other.
fn by_year(number: &Numbered, year: u32) -> Option<&'static str> {
    const FIRST_YEAR: u32 = 2006;
    const SESSIONS_A_YEAR: u32 = 3;
    const ASSEMBLY: u32 = 1945;
    let Numbered::Pair(session, ..) = number else { return None };
    let session: u32 = session.parse().ok().filter(|session| *session < ASSEMBLY)?;
    let is_assembly = [session, session + 1].contains(&(year - ASSEMBLY));
    let before = year.checked_sub(FIRST_YEAR).map(|years| years * SESSIONS_A_YEAR);
    let is_rights = before.is_some_and(|before| (before + 1..=before + SESSIONS_A_YEAR).contains(&session));
    match (is_assembly, is_rights) {
        (true, false) => Some("A"),
        (false, true) => Some("A/HRC"),
        _ => None,
    }
}

fn of(organ: &Organ) -> ResolutionOrgan<'_> {
    if organ.prefix.is_empty() { Other } else { Known(&organ.prefix) }
}

/// The symbol of a resolution (`RES`) or a decision (`DEC`), as far as the number fits the organ: what nobody numbers so has none.
fn symbol(number: &Numbered, kind: &str, organ: ResolutionOrgan<'_>) -> Option<Symbol> {
    if organ == Other {
        return None;
    }
    let text = match number {
        Numbered::Year(number, year) => (kind == "RES").then(|| format!("S/{kind}/{number} ({year})")),
        Numbered::Session(number, letter, session) => {
            let prefix = of_session(session, organ).filter(|_| kind == "RES")?;
            Some(format!("{prefix}/{kind}/{number}({session}){letter}"))
        }
        Numbered::Pair(first, second, letter) => {
            let prefix = of_pair(first, second, kind, organ)?;
            Some(format!("{prefix}/{kind}/{first}/{second}{letter}"))
        }
    };
    text?.parse().ok()
}

/// The organ of a resolution with its session in roman.
fn of_session<'a>(session: &str, organ: ResolutionOrgan<'a>) -> Option<&'a str> {
    let is_assembly = from_roman(session).is_none_or(|session| session <= LAST_ROMAN_SESSION);
    match organ {
        Known("A") => Some("A"),
        Unsaid => Some(if is_assembly { "A" } else { "E" }),
        Council => Some("E"),
        Known("S" | "A/HRC") | Other => None,
        Known(prefix) => Some(prefix),
    }
}

/// The organ of a number with a stroke. Four digits before it are a year: the Economic and Social Council numbers so; two or three
/// are a session.
fn of_pair<'a>(first: &str, second: &str, kind: &str, organ: ResolutionOrgan<'a>) -> Option<&'a str> {
    let number: u32 = second.parse().ok()?;
    let decides = kind == "DEC";
    if first.len() == 4 && !first.contains('-') {
        return match organ {
            Known("A/HRC") | Other => None,
            Known("A" | "S" | "E") | Unsaid | Council => Some("E"),
            Known(prefix) => Some(prefix),
        };
    }
    // Those of special sessions, `S-10`, are counted from 1.
    let session: Option<u32> = first.parse().ok();
    let assembly = session.is_none_or(|session| {
        session >= FIRST_ASSEMBLY_SESSION && (!decides || number >= FIRST_ASSEMBLY_DECISION)
    });
    let rights = session.is_none_or(|session| session <= LAST_RIGHTS_SESSION)
        && (!decides || number >= FIRST_RIGHTS_DECISION);
    match organ {
        Known("A" | "S" | "E") | Unsaid => assembly.then_some("A"),
        Council | Known("A/HRC") => rights.then_some("A/HRC"),
        Other => None,
        Known(prefix) => Some(prefix),
    }
}
