//! Documents named by their authors and years: "le rapport de 2021 du Groupe de travail", "the 2015 GGE report".

use super::{DocumentHead, Scanner};
use crate::cite::aliases::{Alias, Aliases};
use crate::language::token::TokenKind;
use crate::model::{Part, Symbol};

/// Years and authors found beside the word "report".
#[derive(Default)]
struct Clues {
    /// Each year with its place.
    years: Vec<(u32, usize)>,
    /// Each author with the place after it.
    groups: Vec<(usize, usize)>,
    start: usize,
    end: usize,
}

/// A report of a list: its year, its author if one is named, and the place after the words that name it.
struct NamedReport {
    year: u32,
    group: Option<usize>,
    end: usize,
}

/// The most words looked at on either side.
const FAR: usize = 40;

impl Scanner<'_> {
    /// Documents named without their symbol; nothing if the symbol follows the name.
    pub(super) fn named(&self, at: usize) -> Option<Vec<DocumentHead>> {
        let aliases = self.setting.aliases?;
        let heads = match aliases.named_at(self.tokens, at) {
            Some((alias, end)) => vec![head(alias, at, self.authors(aliases, end))],
            None => self.report(aliases, at)?,
        };
        let last = heads.last()?;
        let opened = self.is(last.to, ",") || self.is(last.to, "(");
        let same = self.tokens.get(last.to + 1).filter(|_| opened).is_some_and(
            |token| matches!(&token.kind, TokenKind::Symbol(symbol) if last.symbol.as_ref() == Some(symbol)),
        );
        (!same).then_some(heads)
    }

    /// Past the authors after a full name: " du Groupe de travail à composition non limitée".
    fn authors(&self, aliases: &Aliases, at: usize) -> usize {
        let by = self.running.by.after(self.tokens, at);
        by.and_then(|by| aliases.group_at(self.tokens, by)).map_or(at, |(_, end)| end)
    }

    fn report(&self, aliases: &Aliases, at: usize) -> Option<Vec<DocumentHead>> {
        let one = self.running.report.after(self.tokens, at);
        let next = one.or_else(|| self.running.reports.after(self.tokens, at))?;
        let mut clues = Clues { start: at, end: next, ..Clues::default() };
        self.look_back(aliases, at, &mut clues);
        self.look_on(aliases, next, one.is_some(), &mut clues);
        let unknown = |by: usize| self.tokens.get(by).is_some_and(|token| token.kind == TokenKind::Word);
        if clues.groups.is_empty() && self.running.by.after(self.tokens, clues.end).is_some_and(unknown) {
            return None;
        }
        match (clues.years.as_slice(), clues.groups.as_slice()) {
            ([(year, _)], []) => {
                let alias = self.only(aliases, *year)?;
                Some(vec![head(alias, clues.start, clues.end)])
            }
            ([(year, _)], groups) => {
                let ends: Vec<_> = groups
                    .iter()
                    .map(|(group, end)| NamedReport { year: *year, group: Some(*group), end: *end })
                    .collect();
                self.spread(aliases, &clues, &ends)
            }
            (years @ [_, _, ..], groups @ ([] | [_])) => {
                let group = groups.first().map(|(group, _)| *group);
                let ends: Vec<_> =
                    years.iter().map(|(year, at)| NamedReport { year: *year, group, end: *at + 1 }).collect();
                self.spread(aliases, &clues, &ends)
            }
            _ => None,
        }
    }

    /// One citation for each document of a list, the words shared out between them.
    fn spread(&self, aliases: &Aliases, clues: &Clues, ends: &[NamedReport]) -> Option<Vec<DocumentHead>> {
        let mut heads: Vec<DocumentHead> = Vec::new();
        for NamedReport { year, group, end } in ends {
            let mut known = aliases.of_year(*year, *group);
            let (Some(alias), None) = (known.next(), known.next()) else { continue };
            let from = heads.last().map_or(clues.start, |last| last.to);
            let and = self.running.and.after(self.tokens, from).filter(|and| and < end);
            heads.push(head(alias, and.unwrap_or(from), (*end).max(from + 1)));
        }
        // The last one takes what is left of the words that name them.
        let last = heads.last_mut()?;
        last.to = last.to.max(clues.end);
        Some(heads)
    }

    /// "the report of the Secretary-General on ports (A/76/135)": the document of a report by its symbol, after words that belong to the
    /// report; and the place after the symbol.
    pub(super) fn report_with_symbol(&self, at: usize) -> Option<(Symbol, usize)> {
        const FAR_SYMBOL: usize = 40;
        // "of the 2021 report (A/76/135)"
        let named = at + usize::from(self.year_at(at).is_some());
        let start = self.running.report.after(self.tokens, named)?;
        for at in start..self.tokens.len().min(start + FAR_SYMBOL) {
            let token = &self.tokens[at];
            match &token.kind {
                TokenKind::Symbol(symbol) => {
                    let near = at == start || self.is(at - 1, "(") || self.is(at - 1, "[");
                    return near.then(|| (symbol.clone(), at + 1));
                }
                TokenKind::Word => {
                    let joined = self.running.and.after(self.tokens, at).is_some();
                    let other = self.running.instrument.after(self.tokens, at).is_some();
                    if joined || other {
                        return None;
                    }
                }
                TokenKind::Number => {}
                TokenKind::Mark if token.is("(") || token.is("[") || token.is("-") || token.is("'") => {}
                TokenKind::Mark => return None,
            }
        }
        None
    }

    /// "the third annual progress report (A/79/214)": a document by its name with its symbol behind it.
    pub(super) fn name_with_symbol(&self, at: usize) -> Option<DocumentHead> {
        let aliases = self.setting.aliases?;
        let (alias, end) = aliases.named_at(self.tokens, at)?;
        let end = self.authors(aliases, end);
        let opened = self.is(end, "(") || self.is(end, ",");
        let token = self.tokens.get(end + usize::from(opened))?;
        let same = matches!(&token.kind, TokenKind::Symbol(symbol) if *symbol == alias.symbol);
        same.then(|| head(alias, at, end))
    }

    /// Before the word: "the 2013 and 2015 reports", "the Working Group’s 2021 report".
    fn look_back(&self, aliases: &Aliases, at: usize, clues: &mut Clues) {
        let mut left = at;
        for _ in 0..FAR {
            if let Some((group, start)) =
                aliases.group_before(self.tokens, left).filter(|(_, at)| *at >= self.floor)
            {
                clues.groups.insert(0, (group, left));
                (left, clues.start) = (start, start);
            } else if let Some(year) =
                left.checked_sub(1).filter(|at| *at >= self.floor).and_then(|at| self.year_at(at))
            {
                clues.years.insert(0, (year, left - 1));
                (left, clues.start) = (left - 1, left - 1);
            } else if let Some(start) =
                self.running.report_before.before(self.tokens, left).filter(|at| *at >= self.floor)
            {
                left = start;
            } else {
                return;
            }
        }
    }

    /// After the word: "de 2021 du Groupe de travail", "adoptés en 2021 par …".
    fn look_on(&self, aliases: &Aliases, next: usize, one: bool, clues: &mut Clues) {
        let mut at = next;
        for _ in 0..FAR {
            if let Some((group, end)) =
                aliases.group_at(self.tokens, at).filter(|_| !one || clues.groups.is_empty())
            {
                clues.groups.push((group, end));
                (at, clues.end) = (end, end);
            } else if let Some(year) = self.year_at(at).filter(|_| !one || clues.years.is_empty()) {
                clues.years.push((year, at));
                (at, clues.end) = (at + 1, at + 1);
            } else if let Some(end) = self.running.report_words.after(self.tokens, at) {
                at = end;
            } else {
                return;
            }
        }
    }

    /// The report of a year whose author is not said: the only one, or the one the text has named before.
    fn only<'a>(&self, aliases: &'a Aliases, year: u32) -> Option<&'a Alias> {
        let mut known: Vec<&Alias> = aliases.of_year(year, None).collect();
        if known.len() > 1 {
            let named = |alias: &&Alias| {
                self.citations.iter().rposition(|citation| citation.symbol.as_ref() == Some(&alias.symbol))
            };
            known.retain(|alias| named(alias).is_some());
            known.sort_by_key(|alias| std::cmp::Reverse(named(alias)));
            known.truncate(1);
        }
        known.first().copied()
    }
}

fn head(alias: &Alias, from: usize, to: usize) -> DocumentHead {
    let part = alias.part.clone().unwrap_or(Part::Body);
    DocumentHead { part, ..DocumentHead::new(Some(alias.symbol.clone()), from, to) }
}
