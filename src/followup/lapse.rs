//! Deadlines counted from something else: "within six months of the adoption of the present report".

use crate::calendar::{Anchor, Lapse, Relative, Unit};
use crate::cite::token::{Token, after, after_any};
use crate::followup::session;
use crate::followup::vocabulary::Vocabulary;

/// A stretch of time from a token on, and from where it is counted.
///
/// Without a day where the text does not tell from where, or counts working days. "Six months" alone is a
/// duration and no deadline.
pub(super) fn find(tokens: &[Token], at: usize, words: &Vocabulary) -> Option<(Option<Relative>, usize)> {
    let lapses = &words.deadlines.lapses;
    let within = after_any(tokens, at, &lapses.within);
    let least =
        after_any(tokens, at, &lapses.least).or_else(|| after_any(tokens, at, &words.deadlines.latest));
    let start = [within, least].into_iter().flatten().max().unwrap_or(at);
    let (count, next) = count(tokens, start, words)?;
    let (unit, end) = unit(tokens, next, words)?;
    let lapse = unit.map(|unit| Lapse { count, unit });
    let next = after_any(tokens, end, &lapses.least).unwrap_or(end);
    let from = before_session(tokens, next, words).or_else(|| after_something(tokens, next, words));
    match from {
        Some((anchor, end)) => {
            let relative = lapse.zip(anchor).map(|(lapse, anchor)| Relative::Lapse { lapse, anchor });
            Some((relative, end))
        }
        None => within.map(|_| (None, end)),
    }
}

type Found = (Option<Anchor>, usize);

fn before_session(tokens: &[Token], at: usize, words: &Vocabulary) -> Option<Found> {
    let deadlines = &words.deadlines;
    let next = after_any(tokens, at, &deadlines.before).or_else(|| after_any(tokens, at, &deadlines.by))?;
    session_after(tokens, next, words, Anchor::BeforeSession)
}

fn after_something(tokens: &[Token], at: usize, words: &Vocabulary) -> Option<Found> {
    let next = after_any(tokens, at, &words.deadlines.lapses.after)?;
    let small = after_any(tokens, next, &words.deadlines.fillers).unwrap_or(next);
    let adoption = [next, small]
        .into_iter()
        .find_map(|at| after_any(tokens, at, &words.deadlines.lapses.adoption))
        .map(|end| (Some(Anchor::Adoption), end));
    adoption.or_else(|| session_after(tokens, next, words, Anchor::AfterSession))
}

/// A session of the group over its small words: "the end of its tenth session".
fn session_after(
    tokens: &[Token],
    at: usize,
    words: &Vocabulary,
    anchor: fn(u32) -> Anchor,
) -> Option<Found> {
    const LONGEST_WAY: usize = 4;
    let deadlines = &words.deadlines;
    let mut next = at;
    for _ in 0..=LONGEST_WAY {
        if let Some((numbers, end)) = session::mention(tokens, next, &words.sessions) {
            let foreign = after_any(tokens, end, &words.sessions.of_others).is_some();
            return Some((numbers.first().filter(|_| !foreign).map(|number| anchor(*number)), end));
        }
        let small = [&deadlines.fillers, &deadlines.start, &deadlines.end];
        next = small.into_iter().find_map(|phrases| after_any(tokens, next, phrases))?;
    }
    None
}

/// `six`, `30`.
fn count(tokens: &[Token], at: usize, words: &Vocabulary) -> Option<(u32, usize)> {
    const MOST: u32 = 1000;
    if let Some(number) = tokens.get(at)?.number() {
        return (1..=MOST).contains(&number).then_some((number, at + 1));
    }
    let cardinals = words.deadlines.lapses.cardinals.iter();
    let spelt = cardinals.filter_map(|(value, word)| Some((after(tokens, at, word)?, *value)));
    spelt.max().map(|(end, number)| (number, end))
}

/// The unit; none for working days, which only somebody who knows the holidays can count.
fn unit(tokens: &[Token], at: usize, words: &Vocabulary) -> Option<(Option<Unit>, usize)> {
    let lapses = &words.deadlines.lapses;
    let units = [
        (&lapses.days, Some(Unit::Days)),
        (&lapses.weeks, Some(Unit::Weeks)),
        (&lapses.months, Some(Unit::Months)),
        (&lapses.years, Some(Unit::Years)),
        (&lapses.working, None),
    ];
    let found = units.into_iter().filter_map(|(phrases, unit)| Some((after_any(tokens, at, phrases)?, unit)));
    found.max_by_key(|(end, _)| *end).map(|(end, unit)| (unit, end))
}
