//! Lists and ranges of numbers in running text: `8 à 13`, `57 b) et d)`, `15 a)-b)`, « 57, alinéas a) et b) ».

use super::Scanner;
use crate::base::numbering::{ADVERBS, from_letters, from_roman, letters, roman, split_adverb};
use crate::cite::parse::{number, sub};
use crate::language::token::{Token, TokenKind, touching};
use crate::model::PassageKind;

/// The most paragraphs a range may have; of a longer one, a misprint, only the two ends are read.
pub(super) const LONGEST_RANGE: u32 = 200;

/// The most members a list has.
const MOST_MEMBERS: usize = 60;

impl Scanner<'_> {
    /// `8 à 13`, `57 b) et d)`, `15 a)-b)`: the paths, ranges expanded.
    pub(super) fn list(&self, start: usize, again: bool) -> Option<(Vec<Vec<String>>, usize)> {
        let (first, mut end) = number(self.tokens, start)?;
        if self.is_other_number(start) || self.is_cut_number(end) {
            return None;
        }
        // "OP 2 and OP 4": the word that comes again is the one before the list.
        let is_before =
            |kind: &PassageKind| self.running.passages[*kind].before(self.tokens, start).is_some();
        let kinds = [PassageKind::Operative, PassageKind::Preambular];
        let kind = kinds.into_iter().find(is_before).unwrap_or(PassageKind::Paragraph);
        let mut paths;
        (paths, end) = self.with_subs(first, end);
        end = self.past_following(end);
        for _ in 0..MOST_MEMBERS {
            let range = self.running.to.after(self.tokens, end);
            let and = || self.running.and.after(self.tokens, end).or_else(|| self.past_semicolon(end));
            let Some(next) = range.or_else(and) else { break };
            let worded = self.running.passages[kind].after(self.tokens, next).filter(|_| again);
            let next = worded.unwrap_or(next);
            let last = paths.last().cloned().unwrap_or_default();
            let found = number(self.tokens, next).or_else(|| self.next_sub(next, &last));
            let Some((path, after)) = found else { break };
            if self.is_cut_number(after) {
                break;
            }
            // "le paragraphe 3, 12 États": a number that is followed by a word is no paragraph of the list.
            if range.is_none() && (self.counts_something(next, after) || self.is_other_number(next)) {
                break;
            }
            // "1373 (2001), para. 2, and 1540 (2004)": the number of a resolution.
            if self.numbered(next).is_some() {
                break;
            }
            // "157–9" ends with 159; after "to" a number is printed whole.
            let is_dash = range.is_some() && self.tokens[end].kind == TokenKind::Mark;
            let path = if is_dash { unelided(&last, path) } else { path };
            if range.is_some() {
                paths.extend(between(&last, &path));
            }
            let (more, after) = self.with_subs(path, after);
            paths.extend(more);
            end = self.past_following(after);
        }
        Some((paths, end))
    }

    /// Past a semicolon between two numbers of a list: "paras. 15-18; 69-71; and 95 (a)-(c)". What follows the second number shows that it is
    /// one of the list and does not count something.
    fn past_semicolon(&self, at: usize) -> Option<usize> {
        let next = Some(at + 1).filter(|_| self.is(at, ";"))?;
        let next = self.running.and.after(self.tokens, next).unwrap_or(next);
        let (path, end) = number(self.tokens, next)?;
        let marks = [",", ";", ")", "]", "(", "-", "–"];
        let listed =
            marks.iter().any(|mark| self.is(end, mark)) || self.running.to.after(self.tokens, end).is_some();
        let ends = self.tokens.get(end).is_none_or(|token| token.is("."));
        let is_year = path.len() == 1 && self.year_at(next).is_some();
        ((listed || ends) && !is_year && !self.is_other_number(next)).then_some(next)
    }

    /// Past "ff." or "and following": the text does not show the last paragraph.
    fn past_following(&self, end: usize) -> usize {
        self.running.following.after(self.tokens, end).unwrap_or(end)
    }

    /// The sub-paragraphs of a paragraph that are named after a word: "57, alinéas a) et b)"; without them, the paragraph.
    fn with_subs(&self, path: Vec<String>, end: usize) -> (Vec<Vec<String>>, usize) {
        let at = end + usize::from(self.is(end, ","));
        let worded = self.running.subparagraph.after(self.tokens, at).filter(|_| path.len() == 1);
        let Some((letter, next)) = worded.and_then(|start| self.bracketed(start)) else {
            return (vec![path], end);
        };
        let (paths, end) = self.further_subs([path, vec![letter]].concat(), next);
        // "paragraph 4, subparagraph (a), of the report": the comma closes what is between.
        let closed = self.is(end, ",") && self.running.of.after(self.tokens, end + 1).is_some();
        (paths, end + usize::from(closed))
    }

    /// Further sub-paragraphs in brackets after one: `a), b) et d)`, `(a) to (d)`.
    pub(super) fn further_subs(&self, first: Vec<String>, mut end: usize) -> (Vec<Vec<String>>, usize) {
        let mut paths = vec![first];
        loop {
            let range = self.running.to.after(self.tokens, end);
            let Some(next) = range.or_else(|| self.running.and.after(self.tokens, end)) else { break };
            let Some((letter, after)) = self.bracketed(next) else { break };
            let last = paths.last().cloned().unwrap_or_default();
            let path = [&last[..last.len().saturating_sub(1)], &[letter]].concat();
            if range.is_some() {
                paths.extend(between(&last, &path));
            }
            paths.push(path);
            end = after;
        }
        (paths, end)
    }

    /// The next sub-paragraph of a list, beside the last: `d)` after `57 b) et`.
    fn next_sub(&self, at: usize, last: &[String]) -> Option<(Vec<String>, usize)> {
        let (component, mut end) = self.bracketed(at).filter(|_| last.len() > 1)?;
        // After `14 c) ii)`, `d)` continues one level up when the last is roman and this is its parent's next.
        let mut path = last.to_vec();
        while path.len() > 2 && !follows(path.last().map_or("", String::as_str), &component) {
            path.pop();
        }
        path.pop();
        path.push(component);
        while let Some((more, next)) = self.bracketed(end) {
            path.push(more);
            end = next;
        }
        Some((path, end))
    }

    pub(super) fn bracketed(&self, at: usize) -> Option<(String, usize)> {
        let (component, end) = sub(self.tokens, at)?;
        self.tokens[end - 1].is(")").then_some((component, end))
    }

    /// Whether a number is the first half of `75/240`, or of `11.3`, which is no paragraph 11.
    fn is_other_number(&self, at: usize) -> bool {
        let decimal = self.is(at + 1, ".") && touching(self.tokens, at + 1);
        let number = |token: &Token| token.kind == TokenKind::Number;
        // `31.I.25` too is one number.
        let part = |token: &Token| number(token) || from_roman(&token.folded).is_some();
        let next = self.tokens.get(at + 2);
        let fits = (self.is(at + 1, "/") && next.is_some_and(number)) || (decimal && next.is_some_and(part));
        fits && touching(self.tokens, at)
    }

    /// Whether what is before a place is the first half of a longer number: of `3.9` and of `29E.10` it is no paragraph.
    pub(super) fn is_cut_number(&self, at: usize) -> bool {
        let number = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
        let marked = self.is(at, ".") || self.is(at, "/") && number(at - 1);
        at > 0 && marked && number(at + 1) && touching(self.tokens, at - 1) && touching(self.tokens, at)
    }

    /// Whether a number after a comma belongs to the words after it: the list has no such paragraph.
    fn counts_something(&self, from: usize, to: usize) -> bool {
        let comma = from.checked_sub(1).is_some_and(|before| self.tokens[before].is(","));
        let word = self.tokens.get(to).filter(|token| token.kind == TokenKind::Word);
        let running = self.running;
        let known = [&running.and, &running.to, &running.of, &running.within, &running.following];
        let continues = known.into_iter().any(|phrases| phrases.after(self.tokens, to).is_some());
        let agenda = self.running.agenda.after(self.tokens, to).is_some();
        comma && to == from + 1 && word.is_some() && !continues && !agenda
    }
}

/// Whether an enumerator comes after another of the same kind: `d` after `b`, `iii` after `ii`.
fn follows(last: &str, next: &str) -> bool {
    // No list has fifty roman numerals: l, c, d and m are letters.
    const MOST_ROMAN: u32 = 49;
    let small = |number: &u32| *number <= MOST_ROMAN;
    match (from_roman(last), from_roman(next).filter(small)) {
        (Some(last), Some(next)) => last < next,
        _ => from_letters(last) < from_letters(next) && from_roman(last).is_none(),
    }
}

/// The end of a range with the digits that it shares with the beginning: 157 to 9 ends with 159.
fn unelided(first: &[String], last: Vec<String>) -> Vec<String> {
    let ([low], [high]) = (first, &last[..]) else { return last };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(low) || !digits(high) || high.len() >= low.len() {
        return last;
    }
    vec![format!("{}{high}", &low[..low.len() - high.len()])]
}

/// The numbers between two ends of a range, without the ends: `8` and `13`, `15/a` and `15/d`.
pub(super) fn between(first: &[String], last: &[String]) -> Vec<Vec<String>> {
    let (Some((low, parent)), Some((high, other))) = (first.split_last(), last.split_last()) else {
        return Vec::new();
    };
    if parent != other {
        return Vec::new();
    }
    let with = |component: String| parent.iter().cloned().chain([component]).collect();
    // "17 bis to 19": 18 is between them; "16 to 17 bis": 17 is.
    let ((low_stem, first_adverb), (high_stem, adverb)) = (split_adverb(low), split_adverb(high));
    let numbers = low_stem.parse::<u32>().ok().zip(high_stem.parse::<u32>().ok());
    // "7 bis to 7 quater": 7 ter.
    if let Some((number, _)) = numbers.filter(|(low, high)| low == high) {
        let adverbs = ADVERBS.iter().take(adverb.saturating_sub(1)).skip(first_adverb);
        return adverbs.map(|adverb| with(format!("{number}{adverb}"))).collect();
    }
    if let Some((low, high)) = numbers.filter(|(low, high)| low < high && high - low < LONGEST_RANGE) {
        let end = if adverb > 0 { high + 1 } else { high };
        return (low + 1..end).map(|number| with(number.to_string())).collect();
    }
    let romans = from_roman(low).zip(from_roman(high)).filter(|_| parent.len() > 1 || low.len() > 1);
    if let Some((low, high)) = romans.filter(|(low, high)| low < high && high - low < LONGEST_RANGE) {
        return (low + 1..high).map(|number| with(roman(number))).collect();
    }
    match from_letters(low).zip(from_letters(high)) {
        Some((low, high)) if low < high && high <= 26 => {
            (low + 1..high).map(|number| with(letters(number))).collect()
        }
        _ => Vec::new(),
    }
}

/// The sections between two sections: `II` and `V`, `II/A` and `II/D`.
pub(super) fn between_romans(first: &[String], last: &[String]) -> Vec<Vec<String>> {
    let lower = |path: &[String]| path.iter().map(|part| part.to_ascii_lowercase()).collect::<Vec<_>>();
    let (first, last) = (lower(first), lower(last));
    if let ([low], [high]) = (first.as_slice(), last.as_slice())
        && let Some((low, high)) = from_roman(low).zip(from_roman(high))
        && low < high
        && high - low < LONGEST_RANGE
    {
        return (low + 1..high).map(|number| vec![roman(number).to_ascii_uppercase()]).collect();
    }
    let inner = between(&first, &last);
    inner.into_iter().map(|path| path.iter().map(|part| part.to_ascii_uppercase()).collect()).collect()
}
