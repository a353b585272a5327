//! Resolutions and decisions in languages that write the number before the word, and the date before the number, as Chinese does:
//! `大会2013年12月5日第68/50号和2020年12月7日第75/35号决议`.

use super::numbers::Numbered;
use super::organs::{ResolutionOrgan, symbol_in};
use super::pins::MOST_IN_A_ROW;
use super::{DocumentHead, Scanner};
use crate::language::Phrases;
use crate::language::token::TokenKind;

/// How far before a number the name of an organ is looked for, in tokens.
const FAR: usize = 60;

/// One member of a list: its number, the year of its date, and its place.
struct Member {
    number: Numbered,
    year: Option<u32>,
    from: usize,
    to: usize,
}

impl Scanner<'_> {
    /// Numbers with the word for a resolution or a decision after the last of them.
    pub(super) fn numbers_first(&self, at: usize) -> Option<Vec<DocumentHead>> {
        if self.running.resolution_after.is_empty() {
            return None;
        }
        let start = self.before_number(at);
        let (year, organ_end) = match self.date_before(start) {
            Some((year, from)) => (Some(year), from),
            None => (None, start),
        };
        let (number, to) = self.numbered(at)?;
        let mut members = vec![Member { number, year, from: at, to }];
        let (kind, end) = loop {
            let last = members.last()?;
            let end = self.passed(&self.running.numbering, last.to);
            if let Some(closed) = self.series_after(end).or_else(|| self.series_after(last.to)) {
                break closed;
            }
            let next = self.running.and.after(self.tokens, end).filter(|_| members.len() < MOST_IN_A_ROW)?;
            members.push(self.next_member(next, &last.number)?);
        };
        let organ = self.organ_before(organ_end);
        let count = members.len();
        let heads = members.into_iter().enumerate().map(|(index, member)| {
            let to = if index + 1 == count { end } else { member.to };
            let symbol = symbol_in(&member.number, member.year, kind, organ);
            DocumentHead { is_listed: index > 0, ..DocumentHead::new(symbol, member.from, to) }
        });
        Some(heads.collect())
    }

    /// One more member of a list, with its own date or without, or the letter of one more part.
    fn next_member(&self, at: usize, before: &Numbered) -> Option<Member> {
        let (year, at) = match self.date_after(at) {
            Some((year, end)) => (Some(year), end),
            None => (None, at),
        };
        let from = self.passed(&self.running.numbering, at);
        let (number, to) = self.numbered(from).or_else(|| self.lettered(before, from, false))?;
        Some(Member { number, year, from, to })
    }

    /// `RES` or `DEC` by the word at a place, and the place after it.
    fn series_after(&self, at: usize) -> Option<(&'static str, usize)> {
        let series = [(&self.running.resolution_after, "RES"), (&self.running.decision_after, "DEC")];
        series.into_iter().find_map(|(words, kind)| Some((kind, words.after(self.tokens, at)?)))
    }

    fn passed(&self, words: &Phrases, at: usize) -> usize {
        words.after(self.tokens, at).unwrap_or(at)
    }

    /// The place before the word for "number".
    fn before_number(&self, at: usize) -> usize {
        self.running.numbering.before(self.tokens, at).unwrap_or(at)
    }

    /// `2013年12月5日` from a place on: the year and the place after it.
    fn date_after(&self, at: usize) -> Option<(u32, usize)> {
        let year = self.year_at(at)?;
        let is = |at: usize, kind: TokenKind| self.tokens.get(at).is_some_and(|token| token.kind == kind);
        let shape = [TokenKind::Word, TokenKind::Number, TokenKind::Word, TokenKind::Number, TokenKind::Word];
        let fits = shape.into_iter().zip(at + 1..).all(|(kind, at)| is(at, kind));
        fits.then_some((year, at + 6))
    }

    /// A date that ends at a place: the year and the place where the date begins.
    fn date_before(&self, end: usize) -> Option<(u32, usize)> {
        let start = end.checked_sub(6)?;
        let (year, to) = self.date_after(start)?;
        (to == end).then_some((year, start))
    }

    /// The organ whose name is last in the clause before a place; that of "its" is the author of the text.
    fn organ_before(&self, end: usize) -> ResolutionOrgan<'_> {
        let author = self.setting.organ.map_or(ResolutionOrgan::Unsaid, ResolutionOrgan::Known);
        if self.running.own.before(self.tokens, end).is_some() {
            return author;
        }
        let stop = |token: &crate::language::token::Token| token.is("。") || token.is(";") || token.is(",");
        let from = end.saturating_sub(FAR);
        let from = self.tokens[from..end].iter().rposition(stop).map_or(from, |stop| from + stop + 1);
        self.organ_near(from..end).unwrap_or(ResolutionOrgan::Unsaid)
    }
}
