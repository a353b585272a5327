//! Sessions named in a text: "the fourth and fifth sessions", "de la sixième à la huitième session".

use crate::base::Span;
use crate::language::Phrases;
use crate::language::SessionWords;
use crate::language::token::{Token, TokenKind, after, touching};

/// No working group has more; a higher number belongs to a year or to the General Assembly.
const MOST: u32 = 40;

/// Sessions named together, with the tokens that name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SessionMention {
    /// Their numbers, ranges expanded.
    pub numbers: Vec<u32>,
    /// Where, in bytes.
    pub span: Span,
    /// The first token and the one after the last.
    pub tokens: std::ops::Range<usize>,
}

/// The sessions of the group a text names, in order; sessions of other bodies are left out.
pub(super) fn mentions(tokens: &[Token], words: &SessionWords) -> Vec<SessionMention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match mention(tokens, at, words) {
            Some((mut numbers, end)) => {
                // What happens between two sessions is due before the second.
                if between(tokens, at, words).is_some() {
                    numbers.drain(..numbers.len() - 1);
                }
                if words.of_others.after(tokens, end).is_none() && !looks_back(tokens, at, words) {
                    let span = Span::new(tokens[at].span.start, tokens[end - 1].span.end);
                    found.push(SessionMention { numbers, span, tokens: at..end });
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The place of "between" before the sessions named from a token on.
pub(super) fn between(tokens: &[Token], at: usize, words: &SessionWords) -> Option<usize> {
    (at.saturating_sub(2)..at).find(|start| {
        let small = |token: &Token| token.kind == TokenKind::Word && token.folded.len() <= 5;
        words
            .between
            .after(tokens, *start)
            .is_some_and(|next| next <= at && tokens[next..at].iter().all(small))
    })
}

/// "the outcome of the fifth session", "views expressed at its second session": a session that was.
fn looks_back(tokens: &[Token], at: usize, words: &SessionWords) -> bool {
    const LONGEST: usize = 5;
    if rests_on(tokens, at, words) || is_past(tokens, at, words) || was_done(tokens, at, words) {
        return true;
    }
    (at.saturating_sub(LONGEST)..at).any(|start| {
        let small = |token: &Token| token.kind == TokenKind::Word && token.folded.len() <= 5;
        let past = words
            .looking_back
            .after(tokens, start)
            .is_some_and(|next| next <= at && at - next <= 1 && tokens[next..at].iter().all(small));
        // "papers to be presented at the sixth session" looks forward.
        let to_come = start > 0 && words.to_come.after(tokens, start - 1) == Some(start);
        past && !to_come
    })
}

/// "the survey that was launched at the fourth session": the clause is about the past only.
fn is_past(tokens: &[Token], at: usize, words: &SessionWords) -> bool {
    let ends = |token: &Token| token.kind == TokenKind::Mark && !token.is("-");
    let small = |token: &Token| token.kind == TokenKind::Word && token.folded.len() <= 5;
    let clause_of = |end: usize| tokens[..end].iter().rposition(ends).map_or(0, |mark| mark + 1);
    let mut start = clause_of(at);
    // In "it had been proposed, at the fourth session, to …" the session is between commas in its clause.
    if start > 0 && tokens[start - 1].is(",") && tokens[start..at].iter().all(small) {
        start = clause_of(start - 1);
    }
    let past = (start..at).rev().find_map(|from| words.past.after(tokens, from));
    past.is_some_and(|past| !(past..at).any(|from| words.ahead.after(tokens, from).is_some()))
}

/// "the paper submitted at the fifth session", but not "will be discussed and adopted at the sixth session" nor
/// "scheduled at".
fn was_done(tokens: &[Token], at: usize, words: &SessionWords) -> bool {
    const LONGEST_LEAD: usize = 2;
    const LONGEST_CHAIN: usize = 6;
    let lead = (at.saturating_sub(LONGEST_LEAD)..at).find(|from| {
        let next = words.at.after(tokens, *from);
        next.is_some_and(|next| next <= at && at - next <= 1)
    });
    let Some(done) = lead.and_then(|lead| lead.checked_sub(1)) else { return false };
    let participle = |token: &Token| words.participle_endings.end(token);
    if !participle(&tokens[done]) || words.planned.after(tokens, done).is_some() {
        return false;
    }
    let chain = tokens[..done].iter().rev().take(LONGEST_CHAIN);
    let passed =
        |token: &&Token| participle(token) || words.chained.after(std::slice::from_ref(*token), 0).is_some();
    let before = chain.take_while(passed).count();
    let ahead = |from: usize| words.to_come.after(tokens, from).is_some();
    !(done - before).checked_sub(1).is_some_and(ahead)
}

/// The last session named before a place: the one "that session" means.
pub(super) fn last_before(tokens: &[Token], at: usize, words: &SessionWords) -> Option<u32> {
    let before = (0..at).rev().find_map(|from| mention(tokens, from, words).filter(|(_, end)| *end <= at));
    before.and_then(|(numbers, _)| numbers.last().copied())
}

/// "that session", and its number.
pub(super) fn named_last(tokens: &[Token], at: usize, words: &SessionWords) -> Option<(Vec<u32>, usize)> {
    let end = words.named_last.after(tokens, at)?;
    Some((vec![last_before(tokens, at, words)?], end))
}

/// "Building on the work of the fifth session, …": a clause about what has been done.
fn rests_on(tokens: &[Token], at: usize, words: &SessionWords) -> bool {
    let ends = |token: &Token| token.kind == TokenKind::Mark && !token.is("-");
    let clause = tokens[..at].iter().rposition(ends).map_or(0, |mark| mark + 1);
    (clause..at).any(|start| words.resting_on.after(tokens, start).is_some())
}

/// The sessions named from a token on, and the place after them.
pub(super) fn mention(tokens: &[Token], at: usize, words: &SessionWords) -> Option<(Vec<u32>, usize)> {
    by_ordinal(tokens, at, words).or_else(|| by_number(tokens, at, words))
}

/// `fourth, fifth and sixth substantive sessions`, `sixth session to the eighth session`.
fn by_ordinal(tokens: &[Token], at: usize, words: &SessionWords) -> Option<(Vec<u32>, usize)> {
    let (first, mut end) = ordinal(tokens, at, words)?;
    let mut numbers = vec![first];
    let mut settled = None;
    loop {
        end = words.qualifiers.after(tokens, end).unwrap_or(end);
        if let Some(next) = words.nouns.after(tokens, end) {
            end = words.qualifiers.after(tokens, next).unwrap_or(next);
            // "quatrième session extraordinaire": special sessions are counted apart.
            settled = Some((numbers.clone(), end)).filter(|_| words.special.after(tokens, end).is_none());
        }
        let Some((range, number, next)) = joined(tokens, end, words, ordinal) else { break };
        push(&mut numbers, number, range);
        end = next;
    }
    settled
}

/// `session 4`, `sessions 4 and 5`, `sessions 6-8`.
fn by_number(tokens: &[Token], at: usize, words: &SessionWords) -> Option<(Vec<u32>, usize)> {
    let plain = |tokens: &[Token], at: usize, _: &SessionWords| {
        let number = tokens.get(at)?.number().filter(|number| (1..=MOST).contains(number))?;
        let word = tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Word);
        (!(word && touching(tokens, at))).then_some((number, at + 1))
    };
    let (first, mut end) = plain(tokens, words.nouns.after(tokens, at)?, words)?;
    let mut numbers = vec![first];
    while let Some((range, number, next)) = joined(tokens, end, words, plain) {
        push(&mut numbers, number, range);
        end = next;
    }
    Some((numbers, end))
}

type SessionReader = fn(&[Token], usize, &SessionWords) -> Option<(u32, usize)>;

/// One more number after "and" or "to", over an article or two.
fn joined(
    tokens: &[Token],
    at: usize,
    words: &SessionWords,
    read: SessionReader,
) -> Option<(bool, u32, usize)> {
    let ends = |phrases: &Phrases| -> Vec<usize> {
        phrases.starting(tokens, at).filter_map(|(phrase, ())| after(tokens, at, phrase)).collect()
    };
    let joins = ends(&words.to).into_iter().map(|end| (true, end));
    let joins = joins.chain(ends(&words.and).into_iter().map(|end| (false, end)));
    for (range, end) in joins {
        // At most two small words (the, its, à la, à sa) come before the next ordinal.
        for skipped in 0..=2 {
            let small = |token: &Token| token.kind == TokenKind::Word && token.folded.len() <= 4;
            if !tokens.get(end..end + skipped)?.iter().all(small) {
                break;
            }
            if let Some((number, next)) = read(tokens, end + skipped, words) {
                return Some((range, number, next));
            }
        }
    }
    None
}

fn push(numbers: &mut Vec<u32>, number: u32, range: bool) {
    let last = numbers.last().copied().unwrap_or(number);
    if range && last < number {
        numbers.extend(last + 1..number);
    }
    numbers.push(number);
}

/// Whether a longer ordinal begins before a token and has it inside: the eighth of « septuagésimo octavo ».
pub(super) fn is_tail(tokens: &[Token], at: usize, words: &SessionWords) -> bool {
    const LONGEST: usize = 6;
    let longer = |start: usize| words.ordinals.at(tokens, start).is_some_and(|(_, end)| end > at);
    (at.saturating_sub(LONGEST)..at).any(longer)
}

/// `fourth`, `quatrième`, `4th`, `4e`; never the tail of a compound such as `twenty-fourth`.
pub(super) fn ordinal(tokens: &[Token], at: usize, words: &SessionWords) -> Option<(u32, usize)> {
    if is_tail(tokens, at, words) {
        return None;
    }
    if at > 0
        && tokens[at - 1].is("-")
        && touching(tokens, at - 1)
        && tokens.get(at.wrapping_sub(2))?.kind == TokenKind::Word
    {
        return None;
    }
    let token = tokens.get(at)?;
    if let Some(number) = token.number() {
        let ending = words.ordinals.ending(tokens, at + 1).filter(|_| touching(tokens, at))?;
        return (1..=MOST).contains(&number).then_some((number, ending));
    }
    words.ordinals.counted_at(tokens, at)
}
