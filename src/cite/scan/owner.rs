//! Whose passages a pinpoint names that neither "of" nor "above" gives to a document: those of the document named before it in the
//! same sentence, those of the text itself, or of something unknown.
//!
//! A pinpoint that follows a comma or a bracket belongs to what is named before it, whatever chapters, dates and titles stand
//! between (Editorial Manual of the United Nations, "Footnotes"). It is taken for one of the text itself only where nothing else in its
//! sentence can be meant: a wrong passage is worse than none.

use std::ops::Range;

use super::pins::Pin;
use super::{Citation, DocumentHead, Scanner, Whose};
use crate::cite::write::{is_annex_mark, is_resolution};
use crate::language::token::{Token, TokenKind, touching};
use crate::model::{Address, Part, PassageKind, Place};

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
        let joint = self.joint(cut);
        let normed = pin.addresses.iter().all(|address| matches!(address.place, Place::Norm(_)));
        // "(see annex)" is more often the annex of the text itself.
        let own_annex = annexed && pin.weak && joint == Joint::Bracket;
        if pin.whose != Whose::Own
            || own_annex
            || !(annexed || section || normed || pin.addresses.iter().all(paragraph))
        {
            return Owner::Text;
        }
        // "A/70/174, norm 13 (c)": in any other place a norm is one of those that the subject has.
        if normed {
            return match self.citations.last().filter(|last| last.whose == Whose::Document) {
                Some(last)
                    if joint != Joint::Words && between.start == self.floor && self.leads_on(between) =>
                {
                    Owner::Named(self.head(last, at, pin))
                }
                _ => Owner::Text,
            };
        }
        // "the present resolution, in particular paragraphs 10 and 12"
        if joint == Joint::Comma && self.running.present.before(self.tokens, cut - 1).is_some() {
            return Owner::Text;
        }
        let sentence = self.sentence(&between);
        if self.is_in_other_section(section, joint, &sentence) || self.names_something(&sentence) {
            return Owner::Unknown;
        }
        // Another sentence, or the first citation of the text.
        let named = self.citations.last().filter(|_| sentence.start == between.start);
        let thereof = self.running.thereof.after(self.tokens, pin.end).is_some();
        match named.map(|last| (last, last.whose)) {
            // "the Convention, paragraph 5"
            None if joint == Joint::Comma || thereof => Owner::Unknown,
            // "norm 13 (c), para. 29": of the report with the norm.
            Some((last, Whose::Own)) if joint != Joint::Words && is_normed(last) => Owner::Unknown,
            // "The Board recommended (para. 24)": without "see" it is as often a paragraph of what the sentence speaks of.
            None | Some((_, Whose::Own | Whose::Beside)) if joint == Joint::Bracket && cut == at => {
                Owner::Unknown
            }
            None | Some((_, Whose::Own | Whose::Beside)) => Owner::Text,
            Some((_, Whose::Charter)) => Owner::Unknown,
            Some((last, _)) if between.start > self.floor => {
                debug_assert!(last.span.end <= self.tokens[between.start].span.start);
                Owner::Unknown
            }
            Some((last, _)) if (joint != Joint::Words || thereof) && self.leads_on(between.clone()) => {
                Owner::Named(self.head(last, at, pin))
            }
            Some((last, whose)) if self.continues_list(whose, last, &between, pin) => {
                Owner::Named(self.head(last, at, pin))
            }
            Some(_) => Owner::Unknown,
        }
    }

    /// What is just before a place.
    fn joint(&self, cut: usize) -> Joint {
        match cut.checked_sub(1).map(|before| &self.tokens[before]) {
            Some(token) if token.is(",") => Joint::Comma,
            // Chinese sets no comma after the symbol in brackets; a misprinted full stop ends no sentence before a small letter.
            Some(token) if token.is(")") && (self.has_units() || self.is_aside_before(cut)) => Joint::Comma,
            Some(token) if token.is(".") && self.continues_small(cut) => Joint::Comma,
            Some(token) if token.is("(") || token.is("[") => Joint::Bracket,
            _ => Joint::Words,
        }
    }

    /// Whether all that is between the last citation and a place is a pair of brackets: `A/76/135 (14 July 2021) para. 57`.
    fn is_aside_before(&self, cut: usize) -> bool {
        self.floor > 0
            && self.floor < cut
            && self.closed(self.floor, cut) == Some(cut)
            && self.is(self.floor, "(")
    }

    /// Whether a passage is in a section that shows no more than that: "cap. III, secc. A" of a chapter that was not read; "resolution
    /// 72/262 C, sect. IV, para. 3", because each section of a resolution is numbered from 1.
    fn is_in_other_section(&self, is_section: bool, joint: Joint, sentence: &Range<usize>) -> bool {
        let chapter =
            |at: usize| self.running.passages[PassageKind::Section].after(self.tokens, at).is_some();
        if is_section {
            return joint == Joint::Comma && sentence.clone().any(chapter);
        }
        let headed =
            |address: &Address| address.part == Part::Body && matches!(address.place, Place::Heading(_));
        let in_resolution = |last: &Citation| {
            last.symbol.as_ref().is_some_and(is_resolution) && last.addresses.iter().any(headed)
        };
        joint != Joint::Words && self.citations.last().is_some_and(in_resolution)
    }

    /// Whether a passage is one more of the document of the last citation: "A/75/816, annex II, paras. 1–3; annex I, para. 80",
    /// "resolution 78/237 and paragraph 4 thereof", "A/76/135, chap. III, para. 12, and chap. IV, para. 48".
    fn continues_list(&self, whose: Whose, last: &Citation, between: &Range<usize>, pin: &Pin) -> bool {
        let all = |test: fn(&Address) -> bool| pin.addresses.iter().all(test);
        let annexed = all(|address| matches!(address.part, Part::Annex(_)));
        let section = all(|address| matches!(address.place, Place::Heading(_)));
        let and = self.running.and.after(self.tokens, between.start);
        // "and, in particular, paragraph 4 thereof"
        let joined = and.is_some_and(|and| and == between.end || and + 1 == between.end && self.is(and, ","));
        let thereof = self.running.thereof.after(self.tokens, pin.end).is_some();
        let is_word = |token: &Token| token.kind != TokenKind::Mark;
        let ends = !self.tokens.get(pin.end).is_some_and(is_word);
        let of_document = whose == Whose::Document;
        let semicolon = between.len() == 1 && self.is(between.start, ";");
        let resolved = all(|address| matches!(address.place, Place::Operative(_) | Place::Preambular(_)));
        let in_annex = last.addresses.iter().any(|address| matches!(address.part, Part::Annex(_)));
        (of_document && annexed && !pin.weak && (semicolon || joined && in_annex))
            || (of_document && resolved && joined && !last.addresses.is_empty())
            || (joined && thereof)
            || (of_document && section && joined && ends && !last.addresses.is_empty())
    }

    /// Whether a small letter follows, and the document named before ends with the mark before it: `(A/72/12/Add.1). chap. III`.
    fn continues_small(&self, at: usize) -> bool {
        let small = |token: &Token| token.span.of(self.text).starts_with(char::is_lowercase);
        let near = self.floor + 2 >= at;
        near && self.floor > 0 && self.tokens.get(at).is_some_and(small)
    }

    /// The place before the words that introduce a pinpoint: "in particular", "see".
    fn introduced(&self, at: usize) -> usize {
        // The call of a footnote after the comma: `(A/76/135),4 para. 7`.
        let call = |cut: usize| {
            let at = cut.checked_sub(2).filter(|at| self.is(*at, ",") && touching(self.tokens, *at))?;
            let apart = self.tokens[at + 1].kind == TokenKind::Number && !touching(self.tokens, at + 1);
            apart.then_some(at + 1).filter(|start| *start >= self.floor)
        };
        let before = |cut: usize| {
            if let Some(start) = call(cut) {
                return Some(start);
            }
            let found = [&self.running.introducing, &self.running.see, &self.running.own].into_iter();
            let aside = cut.checked_sub(1).filter(|comma| self.is(*comma, ","));
            let aside = aside.and_then(|comma| self.running.introducing.before(self.tokens, comma));
            let aside = aside.filter(|start| *start > 0 && self.is(*start - 1, ","));
            found
                .filter_map(|words| words.before(self.tokens, cut))
                .chain(aside)
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
        let symbol = self.corrected(last.symbol.as_ref(), &[]).or_else(|| last.symbol.clone());
        DocumentHead { whose: last.whose, part, ..DocumentHead::new(symbol, at, pin.end) }
    }
}

/// Whether a citation names norms.
fn is_normed(citation: &Citation) -> bool {
    citation.addresses.iter().any(|address| matches!(address.place, Place::Norm(_)))
}
