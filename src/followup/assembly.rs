//! Sessions of the General Assembly, which are dates: "to the General Assembly at its eightieth session".

use crate::followup::session::is_tail;
use crate::language::SessionWords;
use crate::language::token::Token;
use crate::model::Symbol;

/// No session with a lower number has a document that asks for something.
const FIRST: u32 = 31;
/// No session with a higher number is meant.
const LAST: u32 = 150;
/// How many sessions ahead a resolution looks.
const AHEAD: u32 = 12;
/// How far before a session the name of its body is looked for, in tokens.
const FAR: usize = 24;

/// The session of the General Assembly that adopted a resolution: 78 of A/RES/78/237.
pub(super) fn adopting_session(symbol: &Symbol) -> Option<u32> {
    let mut components = symbol.components();
    let is_resolution = (components.next(), components.next()) == (Some("A"), Some("RES"));
    components.next().filter(|_| is_resolution)?.parse().ok()
}

/// A session of the General Assembly named from a token on, and the place after it. `own` is the session that adopted the text: there
/// "its eightieth session" is one of the Assembly, in any other text only if the Assembly is named.
pub(super) fn find(
    tokens: &[Token],
    at: usize,
    words: &SessionWords,
    own: Option<u32>,
) -> Option<(u32, usize)> {
    let (number, first) = counted(tokens, at, words)?;
    let mut end = first;
    // Of "its seventy-ninth and eightieth sessions" each is read by itself.
    let is_list = words.and.after(tokens, end).is_some_and(|next| counted(tokens, next, words).is_some());
    while let Some((_, next)) = words
        .and
        .after(tokens, end)
        .or_else(|| words.to.after(tokens, end))
        .and_then(|next| (next..next + 3).find_map(|next| counted(tokens, next, words)))
    {
        end = next;
    }
    let end = words.qualifiers.after(tokens, end).unwrap_or(end);
    let end = words.nouns.after(tokens, end)?;
    if words.special.after(tokens, end).is_some() {
        return None;
    }
    let after = |end: usize| if is_list { first } else { end };
    if let Some(end) = words.of_assembly.after(tokens, end) {
        return Some((number, after(end)));
    }
    if words.of_others.after(tokens, end).is_some() {
        return None;
    }
    let ends = |token: &Token| token.is(";") || token.is(".");
    let from = at.saturating_sub(FAR);
    let from = tokens[from..at].iter().rposition(ends).map_or(from, |mark| from + mark + 1);
    let named = (from + 1..=at).rev().find_map(|end| {
        let is_assembly = words.assembly.before(tokens, end).filter(|start| *start >= from);
        let other = || words.bodies.before(tokens, end).filter(|start| *start >= from);
        is_assembly.map(|_| true).or_else(|| other().map(|_| false))
    });
    let is_ahead = own.is_some_and(|own| (own..=own + AHEAD).contains(&number));
    (named == Some(true) || is_ahead).then_some((number, after(end)))
}

fn counted(tokens: &[Token], at: usize, words: &SessionWords) -> Option<(u32, usize)> {
    let found = words.ordinals.at(tokens, at)?;
    ((FIRST..=LAST).contains(&found.0) && !is_tail(tokens, at, words)).then_some(found)
}
