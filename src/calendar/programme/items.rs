//! Agenda items as people write them: `5 (a)`, `5 a)`, `points 5 a) et b)`, `items 3 and 5 (a)–(c)`, `item/5/a`.

use crate::calendar::vocabulary::ProgrammeWords;
use crate::language::entry::{LineToken, LineTokenKind, touches};
use crate::model::{Address, Place};

/// No agenda has more items.
const MOST: u32 = 40;

/// The items written, the tokens they take taken. In a `bare` cell a number alone is an item.
pub(super) fn take(tokens: &mut [LineToken], words: &ProgrammeWords, bare: bool) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (named, start) = announced(tokens, at, words);
        match list(tokens, start, words, bare || named) {
            Some((paths, end)) => {
                tokens[at..end].iter_mut().for_each(|token| token.taken = true);
                let addresses = paths.into_iter().map(|path| Address::body(Place::Item(path)));
                for address in addresses {
                    if !found.contains(&address) {
                        found.push(address);
                    }
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether "item" or "points de l’ordre du jour" is here, and where what it announces begins.
fn announced(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> (bool, usize) {
    let announces = |token: &LineToken| token.is_any(&words.pooled.items);
    let start = (at..tokens.len().min(at + 4))
        .find(|at| announces(&tokens[*at]))
        .filter(|end| tokens[at..*end].iter().all(|token| token.is_any(&words.pooled.small)));
    let Some(start) = start else { return (false, at) };
    let mut next = start + 1;
    let between = |token: &LineToken| {
        token.is_any(&words.pooled.small) || token.is("'") || token.is("/") || token.is(":")
    };
    while tokens.get(next).is_some_and(between) {
        next += 1;
    }
    (true, next)
}

/// A list of items: numbers with their letters, joined by commas, "and" or "to".
fn list(
    tokens: &[LineToken],
    at: usize,
    words: &ProgrammeWords,
    bare: bool,
) -> Option<(Vec<Vec<String>>, usize)> {
    let number = |at: usize| {
        let found = tokens.get(at)?.number().filter(|number| (1..=MOST).contains(number))?;
        // `10:00` and `2023-03-06` are no items, nor is `1st`; "item 6: Other matters" is one.
        let minutes =
            || touches(tokens, at + 2) && tokens.get(at + 2).is_some_and(|next| next.number().is_some());
        let other = tokens.get(at + 1).is_some_and(|next| {
            let word = next.width() > 1 && next.kind == LineTokenKind::Word;
            touches(tokens, at + 1) && (next.is(":") && minutes() || word)
        });
        (!other).then_some(found)
    };
    let first = number(at)?;
    let mut paths: Vec<Vec<String>> = vec![vec![first.to_string()]];
    let (mut end, mut lettered) = (at + 1, false);
    loop {
        if let Some((letter, next)) = letter(tokens, end, words) {
            nest(&mut paths, letter);
            (end, lettered) = (next, true);
            continue;
        }
        let Some((range, next)) = join(tokens, end, words) else { break };
        if let Some((letter, next)) =
            letter(tokens, next, words).filter(|_| paths.last().is_some_and(|path| path.len() > 1))
        {
            beside(&mut paths, letter, range);
            end = next;
        } else if let Some(number) =
            number(next).filter(|_| bare || letter(tokens, next + 1, words).is_some())
        {
            if range && paths.last().is_some_and(|path| path.len() == 1) {
                let last: u32 = paths.last().and_then(|path| path[0].parse().ok()).unwrap_or(number);
                paths.extend((last + 1..number).map(|between| vec![between.to_string()]));
            }
            paths.push(vec![number.to_string()]);
            end = next + 1;
        } else {
            break;
        }
    }
    (bare || lettered).then_some((paths, end))
}

/// A letter right after what it belongs to: `5 a)`, `5 (a) (i)`.
fn nest(paths: &mut [Vec<String>], letter: String) {
    if let Some(path) = paths.last_mut() {
        path.push(letter);
    }
}

/// One more letter of the same item, and those between for a range.
fn beside(paths: &mut Vec<Vec<String>>, letter: String, range: bool) {
    let Some(last) = paths.last().cloned() else { return };
    let (above, before) = (last[..last.len() - 1].to_vec(), last[last.len() - 1].clone());
    let with = |letter: String| [above.as_slice(), &[letter]].concat();
    if let ([from], [to]) = (before.as_bytes(), letter.as_bytes())
        && range
    {
        paths.extend((from + 1..*to).map(|between| with(char::from(between).to_string())));
    }
    paths.push(with(letter));
}

/// `(a)`, `a)`, `/a`, or a letter alone that no word follows; roman numerals too.
fn letter(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> Option<(String, usize)> {
    let opened = tokens.get(at).is_some_and(|token| token.is("(") || token.is("/"));
    let slash = opened && tokens[at].is("/");
    let start = at + usize::from(opened);
    let token = tokens.get(start).filter(|token| token.kind == LineTokenKind::Word && !token.taken)?;
    let roman = token.width() <= 4 && token.folded.bytes().all(|byte| b"ivx".contains(&byte));
    let plain = token.width() == 1 && token.folded.bytes().all(|byte| byte.is_ascii_lowercase());
    if !(roman || plain) || token.lower != token.folded {
        return None;
    }
    if tokens.get(start + 1).is_some_and(|token| token.is(")")) {
        return Some((token.folded.clone(), start + 2));
    }
    let alone = tokens.get(start + 1).is_none_or(|next| {
        next.kind == LineTokenKind::Mark && !next.is(".")
            || next.is_any(&words.pooled.and)
            || words.pooled.to.contains(&next.lower)
    });
    (slash || plain && alone && !opened).then(|| (token.folded.clone(), start + 1))
}

/// A comma, "and" or "to": whether it is a range, and where the next one begins.
fn join(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> Option<(bool, usize)> {
    let token = tokens.get(at).filter(|token| !token.taken)?;
    let range = token.is("-") || words.pooled.to.contains(&token.lower);
    if !range && !token.is(",") && !token.is(";") && !token.is("&") && !token.is_any(&words.pooled.and) {
        return None;
    }
    // ", and" is one join; "et au point 6" too. A letter alone may be the next item.
    let mut next = at + 1;
    let elided = |at: usize| tokens.get(at + 1).is_some_and(|token| token.is("'"));
    let skipped = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            let small =
                token.is_any(&words.pooled.small) && (token.width() > 1 || elided(at)) || token.is("'");
            small || token.is_any(&words.pooled.and) || token.is_any(&words.pooled.items)
        })
    };
    while skipped(next) {
        next += 1;
    }
    Some((range, next))
}
