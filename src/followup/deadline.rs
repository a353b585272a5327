//! Deadlines named in a text: "by the end of 2024", "au plus tard au début de la quatrième session".

use chrono::{Datelike, NaiveDate};

use crate::base::Span;
use crate::calendar::{Edge, Lapse, Relative, Unit};
use crate::followup::date::{self, month, year};
use crate::followup::{assembly, lapse, session};
use crate::language::FollowUpWords;
use crate::language::Phrases;
use crate::language::token::Token;

/// The most small words between the announcement and the day.
const LONGEST_WAY: usize = 8;

/// A limit as a text sets it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    /// The day it names; `None` if it names none.
    pub relative: Option<Relative>,
    /// Where the text sets it.
    pub span: Span,
}

/// The deadlines of a text, in its order but for one without a day, which counts only where there is no other; where
/// there is none at all, the first time the text names.
///
/// `own` is the session of the General Assembly that adopted the text, if one did. What comes again each year is last.
pub(super) fn find(text: &str, tokens: &[Token], words: &FollowUpWords, own: Option<u32>) -> Vec<Limit> {
    // "At the latest" follows few times, and looking for it after each takes long.
    let behind = (0..tokens.len()).any(|at| words.deadlines.following.after(tokens, at).is_some());
    let limit = |at: usize| {
        let found = lapse::find(tokens, at, words).or_else(|| announced(tokens, at, words, own));
        let found = found.or_else(|| until(tokens, at, words)).or_else(|| between(tokens, at, words));
        let found = found.or_else(|| followed(tokens, at, words, own).filter(|_| behind));
        let found = found.or_else(|| of_assembly(tokens, at, Edge::Start, words, own));
        found.or_else(|| repeating(text, tokens, at, words))
    };
    let set = |relative: Option<Relative>, at: usize, end: usize| {
        let span = Span::new(tokens[at].span.start, tokens[end - 1].span.end);
        Limit { relative, span }
    };
    let (mut dated, mut undated): (Vec<Limit>, Option<Limit>) = (Vec::new(), None);
    let mut at = 0;
    while at < tokens.len() {
        let Some((relative, end)) = limit(at) else {
            at += 1;
            continue;
        };
        match relative {
            Some(_) if dated.iter().any(|known| known.relative == relative) => {}
            Some(_) => dated.push(set(relative, at, end)),
            None => undated = undated.or(Some(set(None, at, end))),
        }
        at = end.max(at + 1);
    }
    let times = times(text, tokens, words)
        .into_iter()
        .map(|time| (set(time.relative, time.at, time.end), time.is_said));
    if dated.is_empty() {
        match undated {
            Some(undated) => dated.push(undated),
            None => dated.extend(times.map(|(time, _)| time)),
        }
    } else {
        let apart = |time: &Limit| dated.iter().all(|known| known.span.overlap(time.span).is_none());
        let said: Vec<Limit> =
            times.filter(|(time, is_said)| *is_said && apart(time)).map(|(time, _)| time).collect();
        dated.extend(said);
    }
    dated.sort_by_key(|limit| (matches!(limit.relative, Some(Relative::Every(_))), limit.span.start));
    dated
}

/// A time that a text names without announcing it as a limit: "in 2024".
struct NamedTime {
    relative: Option<Relative>,
    at: usize,
    end: usize,
    /// Whether the verb by which somebody reports is directly before it: "to submit, in June 2024, a report".
    is_said: bool,
}

/// The first such time, and after it those of further reports: "a report in 2025 and a final report in 2026".
fn times(text: &str, tokens: &[Token], words: &FollowUpWords) -> Vec<NamedTime> {
    let mut found: Vec<NamedTime> = Vec::new();
    let nouns = &words.products.nouns;
    for at in 0..tokens.len() {
        let after = found.last().map(|last| last.end);
        if after
            .is_some_and(|after| at < after || !(after..at).any(|from| nouns.after(tokens, from).is_some()))
        {
            continue;
        }
        if let Some((relative, end)) = during(text, tokens, at, words, after.is_some()) {
            let before = at.checked_sub(1).map_or(0, |before| at - usize::from(tokens[before].is(",")));
            let is_said = words.deadlines.reporting.before(tokens, before).is_some();
            found.push(NamedTime { relative, at, end, is_said });
        }
    }
    found
}

/// "at its eightieth session": a session of the General Assembly has a date.
fn of_assembly(
    tokens: &[Token],
    at: usize,
    edge: Edge,
    words: &FollowUpWords,
    own: Option<u32>,
) -> Option<(Option<Relative>, usize)> {
    let (number, end) = assembly::find(tokens, at, &words.sessions, own)?;
    // "at its resumed eightieth session": on a day that is not known yet.
    let resumed = |end: usize| words.sessions.resumed.before(tokens, end).is_some();
    if resumed(at) || at > 0 && resumed(at - 1) {
        return Some((None, end));
    }
    Some((Some(Relative::Assembly { number, edge }), end))
}

/// "annually", "every two years", where somebody reports or does something so.
fn repeating(
    text: &str,
    tokens: &[Token],
    at: usize,
    words: &FollowUpWords,
) -> Option<(Option<Relative>, usize)> {
    let (end, months) = words.deadlines.repeating.longest(tokens, at)?;
    const NEAR: usize = 12;
    let reporting = |from: usize| words.deadlines.reporting.after(tokens, from).is_some();
    let near = (at.saturating_sub(NEAR)..at).any(reporting);
    let reports = near || (0..tokens.len()).any(reporting);
    // "100 billion dollars annually", "the forum held annually".
    let counted = (at.saturating_sub(3)..at).any(|at| tokens[at].number().is_some());
    let past = is_past(text, tokens, at, words) || (!near && is_aside(tokens, at, words));
    let lapse = match months {
        12.. if months.is_multiple_of(12) => Lapse { count: months / 12, unit: Unit::Years },
        _ => Lapse { count: months, unit: Unit::Months },
    };
    (reports && !counted && !past).then_some((Some(Relative::Every(lapse)), end))
}

/// Whether the word before a time shows that it is past: "held annually".
fn is_past(text: &str, tokens: &[Token], at: usize, words: &FollowUpWords) -> bool {
    let small = |before: &usize| words.deadlines.fillers.after(tokens, *before) != Some(at);
    let before = at.checked_sub(1).filter(small).map(|before| tokens[before].span.of(text).to_lowercase());
    let endings = &words.deadlines.past_endings;
    // "shall be submitted in 2026"
    let due = words.deadlines.due.before(tokens, at).is_some();
    !due && before.is_some_and(|word| endings.iter().any(|ending| word.ends_with(ending.as_str())))
}

/// How a deadline is announced: what it means when it names neither start nor end.
fn announced(
    tokens: &[Token],
    at: usize,
    words: &FollowUpWords,
    own: Option<u32>,
) -> Option<(Option<Relative>, usize)> {
    let deadlines = &words.deadlines;
    let kinds: [(&Phrases, Edge); 3] =
        [(&deadlines.before, Edge::Before), (&deadlines.by, Edge::Start), (&deadlines.latest, Edge::End)];
    let found = kinds.into_iter().filter_map(|(phrases, edge)| Some((phrases.after(tokens, at)?, edge)));
    let (start, meant) = found.max_by_key(|(end, _)| *end)?;
    let (mut named, mut vague) = (None, false);
    let mut next = start;
    for _ in 0..LONGEST_WAY {
        if let Some((relative, end)) = of_assembly(tokens, next, named.unwrap_or(meant), words, own)
            .or_else(|| target(tokens, next, named, meant, words))
        {
            // "by the tenth session of the Working Group at the latest" is one announcement.
            let whose = words.actors.complements.after(tokens, end).unwrap_or(end);
            let end = deadlines.following.after(tokens, whose).unwrap_or(end);
            return Some((relative.filter(|_| !vague), end));
        }
        let at_start = deadlines.start.after(tokens, next).map(|end| (end, Some(Edge::Start)));
        let at_end = || deadlines.end.after(tokens, next).map(|end| (end, Some(Edge::End)));
        let unclear = deadlines.vague.after(tokens, next);
        vague |= unclear.is_some();
        let small =
            || deadlines.fillers.after(tokens, next).or(unclear).or_else(|| date::hour(tokens, next, words));
        let filler = || small().map(|end| (end, named));
        (next, named) = at_start.or_else(at_end).or_else(filler)?;
    }
    None
}

/// "at its tenth session at the latest": the announcement follows the time.
fn followed(
    tokens: &[Token],
    at: usize,
    words: &FollowUpWords,
    own: Option<u32>,
) -> Option<(Option<Relative>, usize)> {
    let mut next = at;
    for _ in 0..LONGEST_WAY {
        if let Some((relative, end)) = of_assembly(tokens, next, Edge::End, words, own)
            .or_else(|| target(tokens, next, None, Edge::End, words))
        {
            let end = end + usize::from(tokens.get(end).is_some_and(|token| token.is(",")));
            return Some((relative, words.deadlines.following.after(tokens, end)?));
        }
        next = words.deadlines.fillers.after(tokens, next)?;
    }
    None
}

/// "to send their views until 31 March 2024": the last day, where somebody is to send or report something.
fn until(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<(Option<Relative>, usize)> {
    const NEAR: usize = 14;
    let day = words.deadlines.until.after(tokens, at)?;
    let reporting = |at: usize| is_reported(tokens, at, words);
    let (date, end) = date::day(tokens, day, words)?;
    (at.saturating_sub(NEAR)..at).any(reporting).then_some((date.map(Relative::Day), end))
}

/// "between the sixth and seventh sessions": before the second.
fn between(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<(Option<Relative>, usize)> {
    let next = words.sessions.between.after(tokens, at)?;
    (next..=next + 1).find_map(|from| {
        let (numbers, end) = session::mention(tokens, from, &words.sessions)?;
        let foreign = words.sessions.of_others.after(tokens, end).is_some();
        let number = numbers.last().filter(|_| numbers.len() > 1 && !foreign)?;
        Some((Some(Relative::Session { number: *number, edge: Edge::Before }), end))
    })
}

/// "in May 2024", "in 2024": a time that is done with at its end. The past is no deadline ("adopted in
/// 2021"), nor the year of a session ("its eighth session, in 2024"). `is_further`: another report had its time before.
fn during(
    text: &str,
    tokens: &[Token],
    at: usize,
    words: &FollowUpWords,
    is_further: bool,
) -> Option<(Option<Relative>, usize)> {
    const OF_SESSION: usize = 6;
    let deadlines = &words.deadlines;
    let next = deadlines.during.after(tokens, at)?;
    let (relative, end) = match month(tokens, next, words) {
        Some((month, end)) => {
            let (year, end) = date::year_of(tokens, end, words)?;
            (Relative::Month { year, month }, end)
        }
        None => {
            let small = words.deadlines.fillers.after(tokens, next).unwrap_or(next);
            match part_of_year(tokens, small, words) {
                Some((_, month, end)) => {
                    let (year, end) = year(tokens, end)?;
                    (Relative::Month { year, month }, end)
                }
                None => {
                    let (year, end) = year(tokens, next)?;
                    (Relative::Year(year), end)
                }
            }
        }
    };
    let past = is_past(text, tokens, at, words);
    // "the report in 2025", but not "shall submit its final report in 2025".
    const NEAR: usize = 8;
    let reported = (at.saturating_sub(NEAR)..at).any(|from| is_reported(tokens, from, words));
    let named = !reported
        && !is_further
        && (at.saturating_sub(2)..at).any(|from| {
            let nouns = [&words.products.nouns, &words.topics.discussion];
            nouns.into_iter().any(|nouns| nouns.after(tokens, from) == Some(at))
        });
    let of_session =
        (at.saturating_sub(OF_SESSION)..at).any(|from| words.sessions.nouns.after(tokens, from).is_some());
    let range = tokens.get(end).is_some_and(|token| token.is("-") || token.is("–"));
    let held = is_held(tokens, at, words);
    (!past && !named && !of_session && !range && !held && !is_aside(tokens, at, words))
        .then_some((Some(relative), end))
}

/// "the forum on ports, docks and lighthouses in 2018": the time of an event is no limit, unless somebody is to report or do something
/// between the two.
fn is_held(tokens: &[Token], at: usize, words: &FollowUpWords) -> bool {
    const FAR: usize = 24;
    let ends = |token: &Token| token.is(";") || token.is(".");
    let from = at.saturating_sub(FAR);
    let from = tokens[from..at].iter().rposition(ends).map_or(from, |mark| from + mark + 1);
    // "the General Assembly" is no event.
    let is_organ =
        |at: usize| (at.saturating_sub(1)..=at).any(|at| words.sessions.assembly.after(tokens, at).is_some());
    let is_event = |at: &usize| words.deadlines.events.after(tokens, *at).is_some() && !is_organ(*at);
    let event = (from..at).rev().find(is_event);
    let reporting = |at: usize| is_reported(tokens, at, words);
    event.is_some_and(|event| match words.deadlines.held.before(tokens, at) {
        // "the forum to be held in 2023", but not "to convene a forum to be held in 2023".
        Some(held) if held > event => !(from..event).any(reporting),
        _ => !(event + 1..at).any(reporting),
    })
}

/// Whether words at a place say that a report is to be made: "submit", "be submitted".
fn is_reported(tokens: &[Token], at: usize, words: &FollowUpWords) -> bool {
    let deadlines = &words.deadlines;
    [&deadlines.reporting, &deadlines.due].into_iter().any(|verbs| verbs.after(tokens, at).is_some())
}

/// "…, which became operational in May 2024": a time in a relative clause is no limit, unless it is in the future.
fn is_aside(tokens: &[Token], at: usize, words: &FollowUpWords) -> bool {
    let ends = |token: &Token| token.is(",") || token.is(";") || token.is(".");
    let clause = tokens[..at].iter().rposition(ends).map_or(0, |mark| mark + 1);
    let relative = (clause..at).rev().find_map(|from| words.verbs.relatives.after(tokens, from));
    let held = words.deadlines.held.before(tokens, at).is_some();
    let ahead =
        |at: usize| words.sessions.ahead.after(tokens, at).is_some() || is_reported(tokens, at, words);
    relative.is_some_and(|from| !held && !(from..at).any(ahead))
}

/// The session, day, month or year a deadline names.
fn target(
    tokens: &[Token],
    at: usize,
    named: Option<Edge>,
    meant: Edge,
    words: &FollowUpWords,
) -> Option<(Option<Relative>, usize)> {
    let last = || session::named_last(tokens, at, &words.sessions);
    if let Some((numbers, end)) = session::mention(tokens, at, &words.sessions).or_else(last) {
        let edge = named.unwrap_or(meant);
        let number = if edge == Edge::End { numbers.last() } else { numbers.first() };
        let foreign = words.sessions.of_others.after(tokens, end).is_some();
        let relative = number.filter(|_| !foreign).map(|number| Relative::Session { number: *number, edge });
        return Some((relative, end));
    }
    if let Some((date, end)) = date::day(tokens, at, words) {
        let before = meant == Edge::Before && named.is_none();
        return Some((date.map(if before { Relative::BeforeDay } else { Relative::Day }), end));
    }
    if let Some((month, end)) = month(tokens, at, words) {
        let year = date::year_of(tokens, end, words);
        let relative = year.and_then(|(year, _)| in_month(year, month, named, meant));
        return Some((relative, year.map_or(end, |(_, end)| end)));
    }
    if let Some((first, last, next)) = part_of_year(tokens, at, words) {
        let starts = named == Some(Edge::Start) || (named.is_none() && meant == Edge::Before);
        let relative = year(tokens, next)
            .and_then(|(year, _)| in_month(year, if starts { first } else { last }, named, meant));
        return Some((relative, year(tokens, next).map_or(next, |(_, end)| end)));
    }
    let (year, end) = year(tokens, at)?;
    // "by the 2021 report" is no deadline.
    let of_something = named.is_none()
        && at.checked_sub(1).is_some_and(|before| words.articles.after(tokens, before) == Some(at));
    (!of_something).then_some(())?;
    Some((in_year(year, named, meant), end))
}

/// "the first quarter of", "the second half of": with the first and the last month of it.
fn part_of_year(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<(u32, u32, usize)> {
    let (number, end) = session::ordinal(tokens, at, &words.sessions)?;
    let parts = [(&words.deadlines.quarters, 3), (&words.deadlines.halves, 6)];
    parts.into_iter().find_map(|(nouns, months)| {
        let last = number.checked_mul(months).filter(|month| *month <= 12)?;
        let end = nouns.after(tokens, end)?;
        Some((last - months + 1, last, words.deadlines.fillers.after(tokens, end).unwrap_or(end)))
    })
}

fn in_month(year: i32, month: u32, named: Option<Edge>, meant: Edge) -> Option<Relative> {
    let first = NaiveDate::from_ymd_opt(year, month, 1);
    match (named, meant) {
        (Some(Edge::Start), _) => first.map(Relative::Day),
        (None, Edge::Before) => {
            let last = first?.pred_opt()?;
            Some(Relative::Month { year: last.year(), month: last.month() })
        }
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
