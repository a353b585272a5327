//! Deadlines counted from something else: "within six months of the adoption of the present report".

use crate::calendar::{Anchor, Lapse, Relative, Unit};
use crate::followup::session;
use crate::language::FollowUpWords;
use crate::language::token::Token;

/// A stretch of time from a token on, and from where it is counted.
///
/// Without a day if the text does not show from where, or counts working days. "Six months" alone is a
/// duration and no deadline.
pub(super) fn find(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<(Option<Relative>, usize)> {
    let lapses = &words.deadlines.lapses;
    let within = lapses.within.after(tokens, at);
    let least = lapses.least.after(tokens, at).or_else(|| words.deadlines.latest.after(tokens, at));
    let start = [within, least].into_iter().flatten().max().unwrap_or(at);
    let (count, next) = count(tokens, start, words)?;
    let (unit, end) = unit(tokens, next, words)?;
    let lapse = unit.map(|unit| Lapse { count, unit });
    let next = lapses.least.after(tokens, end).unwrap_or(end);
    let from = before_session(tokens, next, words).or_else(|| after_something(tokens, next, words));
    match from {
        Some((anchor, end)) => {
            let relative = lapse.zip(anchor).map(|(lapse, anchor)| Relative::Lapse { lapse, anchor });
            Some((relative, end))
        }
        None => within.map(|_| (None, end)),
    }
}

type AnchorRead = (Option<Anchor>, usize);

fn before_session(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<AnchorRead> {
    let deadlines = &words.deadlines;
    let next = deadlines.before.after(tokens, at).or_else(|| deadlines.by.after(tokens, at))?;
    session_after(tokens, next, words, Anchor::BeforeSession)
}

fn after_something(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<AnchorRead> {
    let next = words.deadlines.lapses.after.after(tokens, at)?;
    let small = words.deadlines.fillers.after(tokens, next).unwrap_or(next);
    let adoption = [next, small]
        .into_iter()
        .find_map(|at| words.deadlines.lapses.adoption.after(tokens, at))
        .map(|end| (Some(Anchor::Adoption), end));
    adoption.or_else(|| session_after(tokens, next, words, Anchor::AfterSession))
}

/// A session of the group over its small words: "the end of its tenth session".
fn session_after(
    tokens: &[Token],
    at: usize,
    words: &FollowUpWords,
    anchor: fn(u32) -> Anchor,
) -> Option<AnchorRead> {
    const LONGEST_WAY: usize = 4;
    let deadlines = &words.deadlines;
    let mut next = at;
    for _ in 0..=LONGEST_WAY {
        let named = session::mention(tokens, next, &words.sessions);
        if let Some((numbers, end)) = named.or_else(|| session::named_last(tokens, next, &words.sessions)) {
            let foreign = words.sessions.of_others.after(tokens, end).is_some();
            return Some((numbers.first().filter(|_| !foreign).map(|number| anchor(*number)), end));
        }
        let small = [&deadlines.fillers, &deadlines.start, &deadlines.end];
        next = small.into_iter().find_map(|phrases| phrases.after(tokens, next))?;
    }
    None
}

/// `six`, `30`.
pub(super) fn count(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<(u32, usize)> {
    const MOST: u32 = 1000;
    if let Some(number) = tokens.get(at)?.number() {
        return (1..=MOST).contains(&number).then_some((number, at + 1));
    }
    let spelt = words.deadlines.lapses.cardinals.longest(tokens, at);
    spelt.map(|(end, number)| (number, end))
}

/// The unit; none for working days, which only somebody who knows the holidays can count.
pub(super) fn unit(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<(Option<Unit>, usize)> {
    let lapses = &words.deadlines.lapses;
    let units = [
        (&lapses.days, Some(Unit::Days)),
        (&lapses.weeks, Some(Unit::Weeks)),
        (&lapses.months, Some(Unit::Months)),
        (&lapses.years, Some(Unit::Years)),
        (&lapses.working, None),
    ];
    let found = units.into_iter().filter_map(|(phrases, unit)| Some((phrases.after(tokens, at)?, unit)));
    found.max_by_key(|(end, _)| *end).map(|(end, unit)| (unit, end))
}
