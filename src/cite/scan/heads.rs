//! Documents named in running text: symbols, resolutions and decisions by number, "the said resolution", "ibid.".

use super::lists::LONGEST_RANGE;
use super::numbers::{Numbered, between, letters_between};
use super::organs::ResolutionOrgan;
use super::{DocumentHead, Scanner, Whose};
use crate::cite::write::is_resolution;
use crate::language::token::{TokenKind, touching};
use crate::model::Symbol;

impl Scanner<'_> {
    /// Documents named at a place, each with the tokens it takes.
    pub(super) fn heads(&self, at: usize) -> Option<Vec<DocumentHead>> {
        let head = |whose, to| DocumentHead { whose, ..DocumentHead::new(None, at, to) };
        if let TokenKind::Symbol(symbol) = &self.tokens.get(at)?.kind {
            let first = DocumentHead::new(Some(symbol.clone()), at, at + 1);
            let heads = self.addenda(symbol, at).unwrap_or_else(|| self.parts_after(first));
            return Some(self.with_issues(heads));
        }
        if let Some(end) = self.running.said.after(self.tokens, at) {
            return Some(vec![head(Whose::Said, end)]);
        }
        if let Some(end) = self.running.ibid.after(self.tokens, at) {
            // "Ibid., Fifty-fifth Session, Supplement No. 25": another volume of the same series.
            let other = self.is(end, ",") && self.pin(end + 1, true).is_none();
            let whose = if other { Whose::Other } else { Whose::Same };
            return Some(vec![head(whose, end)]);
        }
        self.resolutions(at)
            .or_else(|| self.named(at))
            .or_else(|| self.member(at))
            .or_else(|| self.numbers_first(at))
    }

    /// A range of addenda or corrigenda: `A/76/7/Add.1–3`.
    fn addenda(&self, symbol: &Symbol, at: usize) -> Option<Vec<DocumentHead>> {
        let (path, last) = symbol.as_str().rsplit_once('/')?;
        let (name, numbers) = last.split_once('.').filter(|(name, _)| matches!(*name, "Add" | "Corr"))?;
        let (first, end, to) = match numbers.split_once('-') {
            Some((first, end)) => (first, end.parse().ok()?, at + 1),
            None => {
                let dash = self.is(at + 1, "-") && touching(self.tokens, at) && touching(self.tokens, at + 1);
                (numbers, self.tokens.get(at + 2).filter(|_| dash)?.number()?, at + 3)
            }
        };
        let first: u32 = first.parse().ok()?;
        let of = |number: u32| format!("{path}/{name}.{number}").parse::<Symbol>().ok();
        let is_range = first < end && end - first < LONGEST_RANGE;
        let between = (first..end).take_while(|_| is_range).filter_map(of).collect();
        is_range
            .then(|| vec![DocumentHead { between, is_listed: true, ..DocumentHead::new(of(end), at, to) }])
    }

    /// Further issues of the last of some documents: `A/79/331 and Add.1`, `A/65/53 et Corr.1`.
    fn with_issues(&self, mut heads: Vec<DocumentHead>) -> Vec<DocumentHead> {
        while let Some(last) = heads.last()
            && let Some(next) = self.running.and.after(self.tokens, last.to)
            && let Some(symbol) = last.symbol.as_ref().and_then(|symbol| self.issue(symbol, next))
        {
            heads.push(DocumentHead { is_listed: true, ..DocumentHead::new(Some(symbol), next, next + 3) });
        }
        heads
    }

    /// The document with the last component at a place, `Add.1`, after a document or after another issue of it.
    fn issue(&self, before: &Symbol, at: usize) -> Option<Symbol> {
        let written = |at: usize| self.tokens.get(at).map_or("", |token| token.span.of(self.text));
        let name = Some(written(at)).filter(|name| matches!(*name, "Add" | "Corr" | "Rev"))?;
        let number = self.tokens.get(at + 2)?.number()?;
        if !self.is(at + 1, ".") || !touching(self.tokens, at) || !touching(self.tokens, at + 1) {
            return None;
        }
        let same = |last: &&str| last.split_once('.').is_some_and(|(last, _)| last == name);
        let base = match before.as_str().rsplit_once('/') {
            Some((base, last)) if same(&last) => base,
            _ => before.as_str(),
        };
        format!("{base}/{name}.{number}").parse().ok()
    }

    fn resolutions(&self, at: usize) -> Option<Vec<DocumentHead>> {
        let resolution = self.running.resolution.after(self.tokens, at);
        let (next, kind) = match resolution {
            Some(next) => (next, "RES"),
            None => (self.running.decision.after(self.tokens, at)?, "DEC"),
        };
        // Spanish names the organ first: "resoluciones de la Asamblea General 50/51 y 51/210".
        let named = self.organ_after(next);
        let mut next = self.qualified(named.map_or(next, |(_, end)| end))?;
        let mut found: Vec<(Numbered, Vec<Numbered>, usize, usize)> = Vec::new();
        let (mut from, mut end, mut is_range) = (at, next, false);
        while let Some((number, to)) =
            self.numbered(next).or_else(|| self.lettered(&found.last()?.0, next, is_range))
        {
            let before = found.last().filter(|_| is_range);
            let between = before.map_or_else(Vec::new, |(before, ..)| between(before, &number));
            found.push((number, between, from, to));
            end = self.dated(to).unwrap_or(to);
            let after_title = || self.join(self.past_title(end)?);
            let Some((other, range)) =
                self.join(end).filter(|(other, _)| self.is_member(*other)).or_else(after_title)
            else {
                break;
            };
            (from, next, is_range) = (other, other, range);
        }
        let organ = named.map_or_else(|| self.organ(at, end), |(organ, _)| organ);
        let heads = found.into_iter().map(|(number, between, from, to)| {
            let between = between.iter().filter_map(|number| self.symbol(number, to, kind, organ)).collect();
            let head = DocumentHead::new(self.symbol(&number, to, kind, organ), from, to);
            DocumentHead { between, is_listed: from > at, ..head }
        });
        let heads: Vec<DocumentHead> = heads.collect();
        (!heads.is_empty()).then_some(heads)
    }

    /// Past `, entitled “…”,` and the like after the number of a resolution; the comma that ends it is left, for "and" after it.
    fn past_title(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 80;
        let start = at + usize::from(self.is(at, ","));
        let quoted = self.running.titled.after(self.tokens, start).unwrap_or(start);
        let closing = match self.tokens.get(quoted)?.span.of(self.text) {
            "«" => "»",
            "“" | "„" => "”",
            "\"" => "\"",
            _ => return None,
        };
        let end = self.tokens.len().min(quoted + LONGEST);
        let close = (quoted + 1..end).find(|at| self.tokens[*at].span.of(self.text) == closing)?;
        Some(close + 1)
    }

    /// Whether a further member of a list begins at a place: a number, or the letter of one more part.
    fn is_member(&self, at: usize) -> bool {
        self.numbered(at).is_some() || self.letter(at).1 > at
    }

    /// What joins one document with the next, "and" or "to": the place after it, and whether it makes a range.
    fn join(&self, at: usize) -> Option<(usize, bool)> {
        let range = self.running.to.after(self.tokens, at);
        let Some(end) = range.max(self.running.and.after(self.tokens, at)) else {
            // In Arabic "and" is written together with the letter after it.
            let written = self.tokens.get(at)?.span.of(self.text);
            let prefix = Some(self.running.and_prefix.as_str()).filter(|prefix| !prefix.is_empty())?;
            return (written.starts_with(prefix) && self.letter(at).1 > at).then_some((at, false));
        };
        Some((end, range == Some(end)))
    }

    /// A resolution by its symbol, with the other parts that are named after it: `A/RES/52/38 A to D`.
    fn parts_after(&self, first: DocumentHead) -> Vec<DocumentHead> {
        let of = |symbol: &Symbol| {
            let (number, letter) = symbol.as_str().split_at(symbol.as_str().len().checked_sub(1)?);
            let letter = letter.bytes().all(|byte| byte.is_ascii_uppercase()).then_some(letter)?;
            let number = number.trim_end();
            number.ends_with(|c: char| c.is_ascii_digit()).then(|| (number.to_owned(), letter.to_owned()))
        };
        let resolution = first.symbol.as_ref().filter(|symbol| is_resolution(symbol));
        let Some((number, mut last)) = resolution.and_then(of) else { return vec![first] };
        let (mut heads, mut end) = (vec![first], 0);
        while let Some((next, is_range)) = self.join(heads.last().map_or(end, |head| head.to)) {
            let (letter, to) = self.letter(next);
            if letter <= last || (!is_range && self.is_pronoun(next, to)) {
                break;
            }
            let part = |letter: &str| format!("{number}{letter}").parse::<Symbol>().ok();
            let between = if is_range { letters_between(&last, &letter) } else { Vec::new() };
            let between = between.iter().filter_map(|letter| part(letter)).collect();
            let symbol = part(&letter);
            heads.push(DocumentHead { between, is_listed: true, ..DocumentHead::new(symbol, next, to) });
            (last, end) = (letter, to);
        }
        heads
    }

    /// Whether a letter is the English pronoun: `in resolution 52/38 A, I find that`.
    pub(super) fn is_pronoun(&self, at: usize, end: usize) -> bool {
        let known = [&self.running.and, &self.running.to, &self.running.of, &self.running.within];
        let continues = known.iter().any(|words| words.after(self.tokens, end).is_some());
        let word = self.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Word);
        let is_i = self.tokens.get(at).is_some_and(|token| token.span.of(self.text) == "I");
        is_i && word && !continues
    }

    /// Past words between "resolution" and its number: `résolution de consensus 70/237`.
    fn qualified(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 3;
        let number = (at..=at + WORDS).find(|at| {
            let token = self.tokens.get(*at);
            token.is_some_and(|token| token.kind == TokenKind::Number || self.special(*at).is_some())
        })?;
        let words = self.tokens[at..number].iter().all(|token| token.kind == TokenKind::Word);
        // "the decision of the Assembly in its resolution 65/196" is no decision 65/196.
        let series = [&self.running.resolution, &self.running.decision];
        let another =
            (at..number).any(|at| series.iter().any(|words| words.after(self.tokens, at).is_some()));
        (words && !another).then_some(number)
    }

    /// A further resolution after the paragraphs of one: `Résolutions 69/117, par. 8, 70/116, par. 4`.
    pub(super) fn further(&self, before: &DocumentHead, at: usize) -> Option<DocumentHead> {
        let symbol = before.symbol.as_ref().filter(|symbol| is_resolution(symbol))?;
        let (next, _) = self.join(at)?;
        let (number, to) = self.numbered(next)?;
        let (organ, _) = symbol.as_str().split_once("/RES/")?;
        let symbol = self.symbol(&number, to, "RES", ResolutionOrgan::Known(organ));
        Some(DocumentHead { part: before.part.clone(), ..DocumentHead::new(symbol, next, to) })
    }

    /// A further resolution of a list after words about the one before: "in its resolution 65/161 of 20 December 2010, in which it
    /// declared …, and 67/215 of 21 December 2012".
    fn member(&self, at: usize) -> Option<Vec<DocumentHead>> {
        let (number, to) = self.numbered(at)?;
        let joined = self.running.and.before(self.tokens, at).is_some();
        let titled = || self.running.titled.after(self.tokens, to + usize::from(self.is(to, ",")));
        let named = self.organ_after(self.dated(to).unwrap_or(to));
        // "and 78/147, para. 3"
        let pinned =
            || self.pin(to + 1, true).is_some_and(|pin| !pin.weak) && (self.is(to, ",") || self.is(to, "("));
        let is_named = self.dated(to).is_some() || named.is_some() || titled().is_some() || pinned();
        if !joined || !is_named {
            return None;
        }
        let (organ, kind) = self.series_before(at)?;
        let organ = named.map_or(ResolutionOrgan::Known(organ), |(organ, _)| organ);
        let head = DocumentHead::new(self.symbol(&number, to, kind, organ), at, to);
        Some(vec![DocumentHead { is_listed: true, ..head }])
    }

    /// Organ and kind of the resolution or decision cited before a place in the same sentence.
    fn series_before(&self, at: usize) -> Option<(&str, &str)> {
        const FAR: usize = 160;
        let series = |symbol: &Symbol| symbol.as_str().contains("/RES/") || symbol.as_str().contains("/DEC/");
        let mut last = self.citations.iter().rev();
        let last =
            last.find(|last| last.whose == Whose::Other || last.symbol.as_ref().is_some_and(series))?;
        let symbol = last.symbol.as_ref()?.as_str();
        let kind = if symbol.contains("/RES/") { "RES" } else { "DEC" };
        let from = self.tokens[..at].partition_point(|token| token.span.start < last.span.end);
        let between = from..at;
        let other = |at: usize| {
            let words = [&self.running.resolution, &self.running.decision];
            self.is(at, ";") || words.iter().any(|words| words.after(self.tokens, at).is_some())
        };
        let near = between.len() <= FAR && self.sentence(&between).start == from;
        (near && !between.into_iter().any(other))
            .then(|| (symbol.split_once(kind).map(|(organ, _)| organ), kind))
            .and_then(|(organ, kind)| Some((organ?.trim_end_matches('/'), kind)))
    }
}
