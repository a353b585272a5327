//! Deadlines named in a text: "by the end of 2024", "au plus tard au début de la quatrième session".

use chrono::NaiveDate;

use crate::base::Span;
use crate::calendar::{Edge, Relative};
use crate::cite::token::{Phrase, Token, after_any};
use crate::followup::session;
use crate::followup::vocabulary::Vocabulary;

/// Between the announcement and the day stand at most so many small words.
const LONGEST_WAY: usize = 8;

/// The first deadline of a text; without a day when it names no year.
pub(super) fn find(tokens: &[Token], words: &Vocabulary) -> Option<(Option<Relative>, Span)> {
    (0..tokens.len()).find_map(|at| {
        let (relative, end) = announced(tokens, at, words)?;
        Some((relative, Span::new(tokens[at].span.start, tokens[end - 1].span.end)))
    })
}

/// How a deadline is announced: what it means when it names neither start nor end.
fn announced(tokens: &[Token], at: usize, words: &Vocabulary) -> Option<(Option<Relative>, usize)> {
    let kinds: [(&[Phrase], Edge); 3] = [
        (&words.deadlines.before, Edge::Before),
        (&words.deadlines.by, Edge::Start),
        (&words.deadlines.latest, Edge::End),
    ];
    let found = kinds.into_iter().filter_map(|(phrases, edge)| Some((after_any(tokens, at, phrases)?, edge)));
    let (start, meant) = found.max_by_key(|(end, _)| *end)?;
    let mut named = None;
    let mut next = start;
    for _ in 0..LONGEST_WAY {
        if let Some(found) = target(tokens, next, named, meant, words) {
            return Some(found);
        }
        let at_start = after_any(tokens, next, &words.deadlines.start).map(|end| (end, Some(Edge::Start)));
        let at_end = || after_any(tokens, next, &words.deadlines.end).map(|end| (end, Some(Edge::End)));
        let filler = || after_any(tokens, next, &words.deadlines.fillers).map(|end| (end, named));
        (next, named) = at_start.or_else(at_end).or_else(filler)?;
    }
    None
}

/// The session, day, month or year a deadline names.
fn target(
    tokens: &[Token],
    at: usize,
    named: Option<Edge>,
    meant: Edge,
    words: &Vocabulary,
) -> Option<(Option<Relative>, usize)> {
    if let Some((numbers, end)) = session::mention(tokens, at, &words.sessions) {
        let edge = named.unwrap_or(meant);
        let number = if edge == Edge::End { numbers.last() } else { numbers.first() };
        let foreign = after_any(tokens, end, &words.sessions.of_others).is_some();
        let relative = number.filter(|_| !foreign).map(|number| Relative::Session { number: *number, edge });
        return Some((relative, end));
    }
    if let Some((date, end)) = day(tokens, at, words) {
        return Some((date.map(Relative::Day), end));
    }
    if let Some((month, end)) = month(tokens, at, words) {
        let year = year(tokens, end);
        let relative = year.and_then(|(year, _)| in_month(year, month, named, meant));
        return Some((relative, year.map_or(end, |(_, end)| end)));
    }
    let (year, end) = year(tokens, at)?;
    // "by the 2021 report" is no deadline.
    let of_something = named.is_none() && after_any(tokens, at - 1, &words.articles) == Some(at);
    (!of_something).then_some(())?;
    Some((in_year(year, named, meant), end))
}

fn in_month(year: i32, month: u32, named: Option<Edge>, meant: Edge) -> Option<Relative> {
    let first = NaiveDate::from_ymd_opt(year, month, 1);
    match (named, meant) {
        (Some(Edge::Start), _) => first.map(Relative::Day),
        (None, Edge::Before) => first?.pred_opt().map(Relative::Day),
        _ => Some(Relative::Month { year, month }),
    }
}

fn in_year(year: i32, named: Option<Edge>, meant: Edge) -> Option<Relative> {
    match (named, meant) {
        (Some(Edge::Start), _) => NaiveDate::from_ymd_opt(year, 1, 1).map(Relative::Day),
        (None, Edge::Before) => Some(Relative::Year(year - 1)),
        _ => Some(Relative::Year(year)),
    }
}

/// `31 janvier 2023`, `1er mars 2023`, `31 January 2023`, `January 31, 2023`; no date without a year.
fn day(tokens: &[Token], at: usize, words: &Vocabulary) -> Option<(Option<NaiveDate>, usize)> {
    let number = |at: usize| {
        let number = tokens.get(at)?.number().filter(|day| (1..=31).contains(day))?;
        Some((number, after_any(tokens, at + 1, &words.sessions.endings).unwrap_or(at + 1)))
    };
    let (day, month, end) = match number(at) {
        Some((day, next)) => {
            let (month, end) = self::month(tokens, next, words)?;
            (day, month, end)
        }
        None => {
            let (month, next) = self::month(tokens, at, words)?;
            let (day, end) = number(next)?;
            (day, month, end + usize::from(tokens.get(end).is_some_and(|token| token.is(","))))
        }
    };
    match year(tokens, end) {
        Some((year, end)) => Some((NaiveDate::from_ymd_opt(year, month, day), end)),
        None => Some((None, end)),
    }
}

fn month(tokens: &[Token], at: usize, words: &Vocabulary) -> Option<(u32, usize)> {
    let found =
        words.months.iter().position(|month| after_any(tokens, at, std::slice::from_ref(month)).is_some())?;
    Some((u32::try_from(found).ok()? + 1, at + 1))
}

fn year(tokens: &[Token], at: usize) -> Option<(i32, usize)> {
    let number = tokens.get(at)?.number().filter(|year| (1945..=2200).contains(year))?;
    Some((i32::try_from(number).ok()?, at + 1))
}
