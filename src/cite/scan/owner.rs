//! Whose passages a pinpoint names that neither "of" nor "above" gives to a document: those of the document named before it in the
//! same sentence, those of the text itself, or of something unknown.
//!
//! A pinpoint that follows a comma or a bracket belongs to what is named before it, whatever chapters, dates and titles stand
//! between (Editorial Manual of the United Nations, "Footnotes"). It is taken for one of the text itself only where nothing else in its
//! sentence can be meant: a wrong passage is worse than none.

use std::ops::Range;

use super::pins::Pin;
use super::{Citation, CitationsRead, DocumentHead, Scanner, Whose};
use crate::cite::write::{is_annex_mark, is_resolution};
use crate::language::token::{Token, TokenKind, touching};
use crate::model::{Address, Part, PassageKind, Place};

/// Sections and the place after them.
type SectionsRead = (Vec<Place>, usize);

/// How many tokens are looked at before a pinpoint.
const FAR: usize = 120;

/// Whose passages a pinpoint names.
pub(super) enum Owner {
    /// Those of a document named before it, with the part of it the pinpoint is in.
    Named(DocumentHead),
    /// Those of the text itself.
    Text,
    /// The text does not show it.
    Unknown,
}

/// What is just before a pinpoint.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A comma: the pinpoint says where in something.
    Comma,
    /// An opening bracket.
    Bracket,
    /// Words, or nothing.
    Words,
}

impl Scanner<'_> {
    /// Whose passages a pinpoint between a place and its end names.
    pub(super) fn owner_of(&self, at: usize, pin: &Pin) -> Owner {
        let paragraph = |address: &Address| {
            matches!(address.place, Place::Paragraph(_) | Place::Operative(_) | Place::Preambular(_))
        };
        let annexed = pin.addresses.iter().all(|address| matches!(address.part, Part::Annex(_)));
        let section = pin.addresses.iter().all(|address| matches!(address.place, Place::Heading(_)));
        let cut = self.introduced(at);
        let between = self.floor.max(at.saturating_sub(FAR)).min(cut)..cut;
        let joint = match cut.checked_sub(1).map(|before| &self.tokens[before]) {
            Some(token) if token.is(",") => Joint::Comma,
            // Chinese sets no comma after the symbol in brackets; a misprinted full stop ends no sentence before a small letter.
            Some(token) if token.is(")") && self.has_units() => Joint::Comma,
            Some(token) if token.is(".") && self.continues_small(cut) => Joint::Comma,
            Some(token) if token.is("(") || token.is("[") => Joint::Bracket,
            _ => Joint::Words,
        };
        // "(see annex)" is more often the annex of the text itself.
        let own_annex = annexed && pin.weak && joint == Joint::Bracket;
        if pin.whose != Whose::Own
            || own_annex
            || !(annexed || section || pin.addresses.iter().all(paragraph))
        {
            return Owner::Text;
        }
        let sentence = self.sentence(&between);
        // "cap. III, secc. A": of a chapter that was not read.
        let chapter =
            |at: usize| self.running.passages[PassageKind::Section].after(self.tokens, at).is_some();
        let in_chapter = section && joint == Joint::Comma && sentence.clone().any(chapter);
        // "resolution 72/262 C, sect. IV, para. 3": the sections of a resolution are numbered anew.
        let in_section = !section
            && self.citations.last().is_some_and(|last| {
                let headed = |address: &Address| {
                    address.part == Part::Body && matches!(address.place, Place::Heading(_))
                };
                last.symbol.as_ref().is_some_and(is_resolution) && last.addresses.iter().any(headed)
            });
        if in_chapter || in_section && joint != Joint::Words || self.names_something(&sentence) {
            return Owner::Unknown;
        }
        // Another sentence, or the first citation of the text.
        let named = self.citations.last().filter(|_| sentence.start == between.start);
        let thereof = self.running.thereof.after(self.tokens, pin.end).is_some();
        match named.map(|last| (last, last.whose)) {
            // "the Convention, paragraph 5"
            None if joint == Joint::Comma || thereof => Owner::Unknown,
            // A row of a table that quotes something and says where it is from.
            None | Some((_, Whose::Own | Whose::Beside))
                if joint == Joint::Bracket && cut == at && self.text.contains(" | ") =>
            {
                Owner::Unknown
            }
            None | Some((_, Whose::Own | Whose::Beside)) => Owner::Text,
            Some((_, Whose::Charter)) => Owner::Unknown,
            Some((last, _)) if between.start > self.floor => {
                debug_assert!(last.span.end <= self.tokens[between.start].span.start);
                Owner::Unknown
            }
            // "A/75/816, annex II, paras. 1–3; annex I, para. 80"
            Some((last, Whose::Document))
                if annexed && !pin.weak && between.len() == 1 && self.is(between.start, ";") =>
            {
                Owner::Named(self.head(last, at, pin))
            }
            Some((last, _)) if (joint != Joint::Words || thereof) && self.leads_on(between.clone()) => {
                Owner::Named(self.head(last, at, pin))
            }
            // "resolution 78/237 and paragraph 4 thereof"
            Some((last, _))
                if thereof && self.running.and.after(self.tokens, between.start) == Some(between.end) =>
            {
                Owner::Named(self.head(last, at, pin))
            }
            // "A/76/135, chap. III, para. 12, and chap. IV, para. 48"
            Some((last, Whose::Document))
                if section && self.continues_list(&between, pin.end) && !last.addresses.is_empty() =>
            {
                Owner::Named(self.head(last, at, pin))
            }
            Some(_) => Owner::Unknown,
        }
    }

    /// Whether a passage is one more of a list: "and" before it, and a mark or nothing after it.
    fn continues_list(&self, between: &Range<usize>, end: usize) -> bool {
        let is_word = |token: &Token| token.kind != TokenKind::Mark;
        self.running.and.after(self.tokens, between.start) == Some(between.end)
            && !self.tokens.get(end).is_some_and(is_word)
    }

    /// Whether a small letter follows, and the document named before ends with the mark before it: `(A/72/12/Add.1). chap. III`.
    fn continues_small(&self, at: usize) -> bool {
        let small = |token: &Token| token.span.of(self.text).starts_with(char::is_lowercase);
        let near = self.floor + 2 >= at;
        near && self.floor > 0 && self.tokens.get(at).is_some_and(small)
    }

    /// "paragraph 13 of section XIX of resolution 71/272 A": the sections of a resolution are numbered anew, so the section is cited.
    pub(super) fn in_section(&self, at: usize, pin: &Pin, section: SectionsRead) -> Option<CitationsRead> {
        let (places, end) = section;
        let mut head = self.head_after(self.of(end)?)?;
        let end = head.to.max(end);
        head.to = end;
        let addresses = match head.symbol.as_ref().is_some_and(is_resolution) {
            true => places.into_iter().map(Address::body).collect(),
            false => pin.addresses.clone(),
        };
        Some((vec![self.cited(at, end, head, addresses)], end))
    }

    /// The document of a passage after the larger part it is in: "paragraph 5, section II, of resolution 77/1".
    pub(super) fn detour(&self, at: usize, is_section: bool) -> Option<DocumentHead> {
        let start = at + usize::from(self.is(at, ","));
        let words = [&self.running.annex, &self.running.passages[PassageKind::Section]].into_iter();
        let named = words.filter_map(|words| words.after(self.tokens, start)).max();
        let marked = named.and_then(|named| self.section_mark(named)).map(|(_, end)| end);
        // "section XIX, paragraph 13, of its resolution 71/272 A"
        let paragraph = || self.running.passages[PassageKind::Paragraph].after(self.tokens, start);
        let numbered = || self.list(paragraph()?, false).map(|(_, end)| end);
        let end = marked.or_else(|| numbered().filter(|_| is_section)).filter(|_| start > at)?;
        let end = end + usize::from(self.is(end, ","));
        self.head_after(self.of(end)?)
    }

    /// The place before the words that introduce a pinpoint: "in particular", "see".
    fn introduced(&self, at: usize) -> usize {
        let before = |cut: usize| {
            let found = [&self.running.introducing, &self.running.see, &self.running.own].into_iter();
            found
                .filter_map(|words| words.before(self.tokens, cut))
                .min()
                .filter(|start| *start >= self.floor)
        };
        std::iter::successors(Some(at), |cut| before(*cut)).take(4).last().unwrap_or(at)
    }

    /// The part of a range that belongs to its last sentence.
    pub(super) fn sentence(&self, range: &Range<usize>) -> Range<usize> {
        let ends = |at: &usize| {
            let token = &self.tokens[*at];
            let stop = token.is(".") || token.is("!") || token.is("?");
            let short = || {
                let before = at.checked_sub(1).map(|before| &self.tokens[before]);
                before.is_some_and(|word| word.kind == TokenKind::Word && word.folded.chars().count() == 1)
                    || at
                        .checked_sub(1)
                        .is_some_and(|before| self.running.abbreviations.after(self.tokens, before).is_some())
            };
            let next = self.tokens.get(at + 1);
            let capital = next.is_some_and(|next| next.span.of(self.text).starts_with(char::is_uppercase));
            stop && capital && !touching(self.tokens, *at) && !short()
        };
        range.clone().rev().find(ends).map_or(range.start, |stop| stop + 1)..range.end
    }

    /// Whether something in a range looks like a symbol that is none: `XYZ/12`, `A/76/`.
    fn names_something(&self, range: &Range<usize>) -> bool {
        let capitals = |at: usize| {
            let written = self.tokens.get(at).map_or("", |token| token.span.of(self.text));
            !written.is_empty()
                && written.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        };
        range.clone().any(|at| {
            let slash = self.tokens[at].is("/");
            let before = at.checked_sub(1).filter(|before| touching(self.tokens, *before));
            slash && before.is_some_and(capitals) && (capitals(at + 1) || !touching(self.tokens, at))
        })
    }

    /// Whether what is between a document and a pinpoint only says more of the document: brackets, quoted titles, dates, titles
    /// after a comma or after "on", chapters and the like.
    fn leads_on(&self, between: Range<usize>) -> bool {
        let (mut at, end) = (between.start, between.end);
        while at < end {
            let Some(next) =
                self.closed(at, end).or_else(|| self.titled(at, end)).or_else(|| self.linked(at))
            else {
                return false;
            };
            at = next;
        }
        at == end
    }

    /// Past a pair of brackets or of quotation marks with what is in it.
    fn closed(&self, at: usize, end: usize) -> Option<usize> {
        let token = &self.tokens[at];
        let closing = match token.span.of(self.text) {
            "(" => ")",
            "[" => "]",
            "«" => "»",
            "“" | "„" => "”",
            "\"" => "\"",
            _ => return None,
        };
        let found = (at + 1..end).find(|at| self.tokens[*at].span.of(self.text) == closing)?;
        Some(found + 1)
    }

    /// Past the title of a document up to the next comma: after "on" or "entitled", or with a capital after a comma.
    fn titled(&self, at: usize, end: usize) -> Option<usize> {
        let introduced = self.running.titled.after(self.tokens, at);
        if let Some(quoted) = introduced.filter(|next| *next < end).and_then(|next| self.closed(next, end)) {
            return Some(quoted);
        }
        let comma = at.checked_sub(1).is_some_and(|before| self.is(before, ","));
        let word = &self.tokens[at];
        let capital = word.kind == TokenKind::Word && word.span.of(self.text).starts_with(char::is_uppercase);
        let begins = introduced.or_else(|| (comma && capital).then_some(at + 1))?;
        let stop = |at: &usize| {
            let token = &self.tokens[*at];
            token.is(",") || token.is(";") || token.is("(") || matches!(token.kind, TokenKind::Symbol(_))
        };
        let found = (begins.min(end)..end).find(stop).unwrap_or(end);
        let others = (at..found).any(|at| self.running.instrument.after(self.tokens, at).is_some());
        let joins = |at: usize| !self.is(at, ",") && self.running.and.after(self.tokens, at).is_some();
        let another = introduced.is_none() && (at..found).any(joins);
        (!others && !another).then_some(found)
    }

    /// Past one word, number or mark that continues about the same document.
    fn linked(&self, at: usize) -> Option<usize> {
        if let Some(end) = self.running.between.after(self.tokens, at) {
            return Some(end);
        }
        if let Some(end) = self.dated(at).or_else(|| self.day(at)) {
            return Some(end);
        }
        if let Some((_, end)) = self.organ_after(at) {
            return Some(end);
        }
        let token = &self.tokens[at];
        let written = token.span.of(self.text);
        let mark = matches!(token.folded.as_str(), "," | ":" | ")" | "]" | "(" | "[" | "." | "-");
        (mark || token.kind == TokenKind::Number || is_annex_mark(written)).then_some(at + 1)
    }

    /// Past a date without "of": `14 July 2021`.
    fn day(&self, at: usize) -> Option<usize> {
        let kind = |at: usize| self.tokens.get(at).map(|token| &token.kind);
        let ending = usize::from(touching(self.tokens, at) && kind(at + 1) == Some(&TokenKind::Word));
        let month = at + 1 + ending;
        let year = self.tokens.get(month + 1)?.folded.len() == 4;
        let shape = [kind(at)?, kind(month)?, kind(month + 1)?];
        (year && shape == [&TokenKind::Number, &TokenKind::Word, &TokenKind::Number]).then_some(month + 2)
    }

    /// The document of a citation as the one a pinpoint after it belongs to, in the annex that was named with it.
    fn head(&self, last: &Citation, at: usize, pin: &Pin) -> DocumentHead {
        let part = last.addresses.last().map_or(Part::Body, |address| address.part.clone());
        let symbol = self.corrected(last.symbol.as_ref()).or_else(|| last.symbol.clone());
        DocumentHead { whose: last.whose, part, ..DocumentHead::new(symbol, at, pin.end) }
    }
}
