//! Sessions named in a text: "the fourth and fifth sessions", "de la sixième à la huitième session".

use crate::base::Span;
use crate::cite::Phrases;
use crate::cite::token::{Token, TokenKind, after, touching};
use crate::followup::vocabulary::Sessions;

/// No working group has more; a higher number belongs to a year or to the General Assembly.
const MOST: u32 = 40;

/// Sessions named together, with the tokens that name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// Their numbers, ranges expanded.
    pub numbers: Vec<u32>,
    /// Where, in bytes.
    pub span: Span,
    /// The first token and the one after the last.
    pub tokens: (usize, usize),
}

/// The sessions of the group a text names, in order; sessions of other bodies are left out.
pub(super) fn mentions(tokens: &[Token], words: &Sessions) -> Vec<Mention> {
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
                    found.push(Mention { numbers, span, tokens: (at, end) });
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Where "between" stands before the sessions named from a token on.
pub(super) fn between(tokens: &[Token], at: usize, words: &Sessions) -> Option<usize> {
    (at.saturating_sub(2)..at).find(|start| {
        let small = |token: &Token| token.kind == TokenKind::Word && token.folded.len() <= 5;
        words
            .between
            .after(tokens, *start)
            .is_some_and(|next| next <= at && tokens[next..at].iter().all(small))
    })
}

/// "the outcome of the fifth session", "views expressed at its second session": a session that was.
fn looks_back(tokens: &[Token], at: usize, words: &Sessions) -> bool {
    const LONGEST: usize = 5;
    if rests_on(tokens, at, words) {
        return true;
    }
    (at.saturating_sub(LONGEST)..at).any(|start| {
        let small = |token: &Token| token.kind == TokenKind::Word && token.folded.len() <= 5;
        let told = words
            .looking_back
            .after(tokens, start)
            .is_some_and(|next| next <= at && at - next <= 1 && tokens[next..at].iter().all(small));
        // "papers to be presented at the sixth session" looks forward.
        let to_come = start > 0 && words.to_come.after(tokens, start - 1) == Some(start);
        told && !to_come
    })
}

/// "Building on the work of the fifth session, …": a clause about what has been done.
fn rests_on(tokens: &[Token], at: usize, words: &Sessions) -> bool {
    let ends = |token: &Token| token.kind == TokenKind::Mark && !token.is("-");
    let clause = tokens[..at].iter().rposition(ends).map_or(0, |mark| mark + 1);
    (clause..at).any(|start| words.resting_on.after(tokens, start).is_some())
}

/// The sessions named from a token on, and the place after them.
pub(super) fn mention(tokens: &[Token], at: usize, words: &Sessions) -> Option<(Vec<u32>, usize)> {
    by_ordinal(tokens, at, words).or_else(|| by_number(tokens, at, words))
}

/// `fourth, fifth and sixth substantive sessions`, `sixth session to the eighth session`.
fn by_ordinal(tokens: &[Token], at: usize, words: &Sessions) -> Option<(Vec<u32>, usize)> {
    let (first, mut end) = ordinal(tokens, at, words)?;
    let mut numbers = vec![first];
    let mut settled = None;
    loop {
        end = words.qualifiers.after(tokens, end).unwrap_or(end);
        if let Some(next) = words.nouns.after(tokens, end) {
            end = words.qualifiers.after(tokens, next).unwrap_or(next);
            settled = Some((numbers.clone(), end));
        }
        let Some((range, number, next)) = joined(tokens, end, words, ordinal) else { break };
        push(&mut numbers, number, range);
        end = next;
    }
    settled
}

/// `session 4`, `sessions 4 and 5`, `sessions 6-8`.
fn by_number(tokens: &[Token], at: usize, words: &Sessions) -> Option<(Vec<u32>, usize)> {
    let plain = |tokens: &[Token], at: usize, _: &Sessions| {
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

type Read = fn(&[Token], usize, &Sessions) -> Option<(u32, usize)>;

/// One more number after "and" or "to", over an article or two.
fn joined(tokens: &[Token], at: usize, words: &Sessions, read: Read) -> Option<(bool, u32, usize)> {
    let ends = |phrases: &Phrases| -> Vec<usize> {
        phrases.starting(tokens, at).filter_map(|(phrase, ())| after(tokens, at, phrase)).collect()
    };
    let joins = ends(&words.to).into_iter().map(|end| (true, end));
    let joins = joins.chain(ends(&words.and).into_iter().map(|end| (false, end)));
    for (range, end) in joins {
        // At most two small words (the, its, à la, à sa) stand before the next ordinal.
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

/// `fourth`, `quatrième`, `4th`, `4e`; never the tail of a compound such as `twenty-fourth`.
pub(super) fn ordinal(tokens: &[Token], at: usize, words: &Sessions) -> Option<(u32, usize)> {
    if at > 0
        && tokens[at - 1].is("-")
        && touching(tokens, at - 1)
        && tokens.get(at.wrapping_sub(2))?.kind == TokenKind::Word
    {
        return None;
    }
    let token = tokens.get(at)?;
    if let Some(number) = token.number() {
        let ending = words.endings.after(tokens, at + 1).filter(|_| touching(tokens, at))?;
        return (1..=MOST).contains(&number).then_some((number, ending));
    }
    words.ordinals.longest(tokens, at).map(|(end, number)| (number, end))
}
