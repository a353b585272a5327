//! Days as texts name them: "Friday, 14 February 2025", « 1er sept. 2025 », 15/03/2025; and the hours before them.

use chrono::NaiveDate;

use crate::language::FollowUpWords;
use crate::language::token::{Token, touching};

/// A day and the place after it: `31 janvier 2023`, `1er sept. 2023`, `January 31, 2023`, `15/03/2025`, with the day of the week or without
/// it. The day is `None` without a year, and in figures if day and month can be taken for each other.
pub(super) fn day(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<(Option<NaiveDate>, usize)> {
    let at = match words.deadlines.weekdays.after(tokens, at) {
        Some(next) => next + usize::from(tokens.get(next).is_some_and(|token| token.is(","))),
        None => at,
    };
    if let Some(found) = in_figures(tokens, at, words.deadlines.is_day_first) {
        return Some(found);
    }
    let number = |at: usize| {
        let number = tokens.get(at)?.number().filter(|day| (1..=31).contains(day))?;
        Some((number, words.sessions.ordinals.ending(tokens, at + 1).unwrap_or(at + 1)))
    };
    let (day, month, end) = match number(at) {
        // "14 de febrero de 2025", "the 14th of February"
        Some((day, next)) => {
            let named = |at: usize| month(tokens, at, words).or_else(|| short_month(tokens, at, words));
            let over = || words.deadlines.fillers.after(tokens, next);
            let (month, end) = named(next).or_else(|| named(over()?))?;
            (day, month, end)
        }
        None => {
            let (month, next) = month(tokens, at, words).or_else(|| short_month(tokens, at, words))?;
            let (day, end) = number(next)?;
            (day, month, end + usize::from(tokens.get(end).is_some_and(|token| token.is(","))))
        }
    };
    match year_of(tokens, end, words) {
        Some((year, end)) => Some((NaiveDate::from_ymd_opt(year, month, day), end)),
        None => Some((None, end)),
    }
}

/// A short name of a month, `sept.`, and the place after it.
fn short_month(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<(u32, usize)> {
    let (end, month) = words.deadlines.short_months.longest(tokens, at)?;
    Some((month, end + usize::from(tokens.get(end).is_some_and(|token| token.is(".")))))
}

/// A date in figures: `15/03/2025`, `15.03.2025`, `2025-03-15`.
fn in_figures(tokens: &[Token], at: usize, is_day_first: Option<bool>) -> Option<(Option<NaiveDate>, usize)> {
    let number = |at: usize| tokens.get(at)?.number();
    let mark = |at: usize| {
        let mark = tokens.get(at).filter(|token| token.is("/") || token.is(".") || token.is("-"))?;
        (touching(tokens, at - 1) && touching(tokens, at)).then_some(&mark.folded)
    };
    let (first, second, third) = (number(at)?, number(at + 2)?, number(at + 4)?);
    let same = mark(at + 1)? == mark(at + 3)?;
    if !same {
        return None;
    }
    let of = |year: u32, month: u32, day: u32| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    let is_year = |number: u32| (1945..=2200).contains(&number);
    if is_year(first) {
        return Some((of(first, second, third), at + 5));
    }
    if !is_year(third) || first == 0 || second == 0 || first > 31 || second > 31 {
        return None;
    }
    let date = match (first > 12, second > 12) {
        (true, _) => of(third, second, first),
        (false, true) => of(third, first, second),
        _ if first == second => of(third, second, first),
        (false, false) => match is_day_first {
            Some(true) => of(third, second, first),
            Some(false) => of(third, first, second),
            None => None,
        },
    };
    Some((date, at + 5))
}

/// The place after an hour: `5 p.m.`, `18 heures`, `17:00`, `noon`.
pub(super) fn hour(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<usize> {
    if let Some(end) = words.deadlines.noon.after(tokens, at) {
        return Some(end);
    }
    let number =
        |at: usize, most: u32| tokens.get(at)?.number().filter(|number| *number < most).map(|_| at + 1);
    let next = number(at, 25)?;
    let minutes =
        tokens.get(next).filter(|token| token.is(":") || token.is(".")).and_then(|_| number(next + 1, 60));
    let said = words.deadlines.hours.after(tokens, minutes.unwrap_or(next));
    // "18 h 30"; in "5 p.m. 14 February" the second number is the day.
    let is_day = |end: usize| {
        let next = words.sessions.ordinals.ending(tokens, end).unwrap_or(end);
        month(tokens, next, words).or_else(|| short_month(tokens, next, words)).is_some()
    };
    let after =
        |end: usize| number(end, 60).filter(|next| minutes.is_none() && !is_day(*next)).unwrap_or(end);
    let end = said.map(after).or(minutes)?;
    Some(end + usize::from(tokens.get(end).is_some_and(|token| token.is(","))))
}

/// The month named at a place, 1 to 12, and the place after it.
pub(super) fn month(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<(u32, usize)> {
    words.months.at(tokens, at)
}

/// The year of a month before a place, over a small word: "febrero de 2025"; and the place after it.
pub(super) fn year_of(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<(i32, usize)> {
    year(tokens, at).or_else(|| year(tokens, words.deadlines.fillers.after(tokens, at)?))
}

/// The year at a place, and the place after it.
pub(super) fn year(tokens: &[Token], at: usize) -> Option<(i32, usize)> {
    let number = tokens.get(at)?.number().filter(|year| (1945..=2200).contains(year))?;
    Some((i32::try_from(number).ok()?, at + 1))
}
