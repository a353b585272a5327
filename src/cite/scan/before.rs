//! Passages named before their document: "paragraph 4 of the annex to resolution 71/146", "section II of its resolution 65/250".

use super::owner::Owner;
use super::pins::{MOST_IN_A_ROW, Pin};
use super::{CitationsRead, DocumentHead, Scanner};
use crate::cite::write::is_resolution;
use crate::language::token::TokenKind;
use crate::model::{Address, Part, PassageKind, Place};

/// Sections and the place after them.
type SectionsRead = (Vec<Place>, usize);

impl Scanner<'_> {
    /// Paragraphs first: `paragraphe 3 de la résolution 73/266`, or of the document itself.
    pub(super) fn pinned(&self, at: usize, pin: Pin) -> Option<CitationsRead> {
        let mut pin = pin;
        if let Some(of) = self.of(pin.end)
            && let Some(annex) = self.annex(of)
            && let [Address { part: part @ Part::Annex(_), place: Place::Heading(_) }] =
                annex.addresses.as_slice()
            && pin.addresses.iter().all(|address| address.part == Part::Body)
        {
            pin.addresses.iter_mut().for_each(|address| address.part = part.clone());
            pin.end = annex.end;
        }
        if let Some(end) = self.running.within.after(self.tokens, pin.end) {
            return Some((vec![self.made(at, end, pin.whose, None, pin.addresses)], end));
        }
        if let Some(section) = self.of(pin.end).and_then(|of| self.sections(of)) {
            return self.in_section(at, &pin, section);
        }
        // "paragraph 86 and paragraph 318 of the report": both are of what is named after the last.
        let last = self.past_pins(pin.end);
        let of = self.of(last).or_else(|| self.of_annexed(&pin, last));
        if let Some(read) = of.and_then(|of| self.of_several(at, &pin, last, of)) {
            return Some(read);
        }
        if let Some(mut head) = of.and_then(|of| self.head_after(of)) {
            let end = if last == pin.end { head.to } else { pin.end };
            head.to = end;
            return Some((vec![self.cited(at, end, head, pin.addresses)], end));
        }
        // "of that report (A/76/135)"
        let of_other = self.running.elsewhere.after(self.tokens, last);
        let mut owners = of.into_iter().chain(of_other);
        if let Some((symbol, end)) = owners.find_map(|of| self.report_with_symbol(of)) {
            let head = DocumentHead::new(Some(symbol), at, end);
            return Some((vec![self.cited(at, end, head, pin.addresses)], end));
        }
        let section = pin.addresses.iter().all(|address| matches!(address.place, Place::Heading(_)));
        if let Some(read) = self.beside_comma(at, &pin) {
            return read;
        }
        if let Some(head) = self.detour(pin.end, section) {
            return Some((vec![self.cited(at, pin.end, head, pin.addresses)], pin.end));
        }
        self.undocumented(at, pin)
    }

    /// Paragraphs without a document after them: of what was named before, of the text itself, or of something unknown.
    fn undocumented(&self, at: usize, pin: Pin) -> Option<CitationsRead> {
        let last = self.past_pins(pin.end);
        if let Some(owner) = self.owner(at, &pin) {
            let made = self.made(at, pin.end, owner.whose, owner.symbol.clone(), pin.addresses);
            return Some((vec![made], pin.end));
        }
        let annexed = pin.addresses.iter().all(|address| matches!(address.part, Part::Annex(_)));
        // "as the Committee notes in paragraph 12"; "regulation 14, paragraph 1, of annex VI"
        if self.running.speaking.before(self.tokens, at).is_some() || annexed && self.is_of_instrument(at) {
            return None;
        }
        let annexed_to = || self.running.annexed_to.after(self.tokens, pin.end).filter(|_| annexed);
        let genitive = || self.running.script.is_genitive.then_some(last);
        let elsewhere = self.running.elsewhere.after(self.tokens, last).or_else(annexed_to).or_else(genitive);
        // "of the 2021 report" leads to another document as "of the report" does.
        let word = |at: usize| {
            self.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
        };
        // "norm 13 (c), paragraph 29, of the 2021 report", "para. 57 (d), GGE report"
        let comma = |at: usize| self.is(at, ",").then_some(at + 1);
        let aside = at.checked_sub(1).and_then(comma);
        let of_aside = || self.running.elsewhere.after(self.tokens, aside.and_then(|_| comma(pin.end))?);
        let elsewhere = elsewhere.filter(|at| word(*at)).or_else(of_aside);
        let elsewhere = elsewhere.or_else(|| self.of_annexed(&pin, last));
        let author = |at: usize| self.setting.aliases.and_then(|aliases| aliases.group_at(self.tokens, at));
        // "In paragraph 4, the Group of Experts recommends", "para. 57 (d), GGE report"
        if comma(pin.end).and_then(|at| author(at).or_else(|| author(at + 1))).is_some() {
            return None;
        }
        if elsewhere.is_some_and(word) {
            return None;
        }
        let end = pin.end;
        match self.owner_of(at, &pin) {
            Owner::Named(head) => Some((vec![self.cited(at, end, head, pin.addresses)], end)),
            Owner::Text if !self.is_of_text(at) => None,
            Owner::Text if pin.weak && self.running.see.before(self.tokens, at).is_none() => None,
            Owner::Text => Some((vec![self.made(at, end, pin.whose, None, pin.addresses)], end)),
            Owner::Unknown => None,
        }
    }

    /// Whether "of" is before an annex, and an article or a rule before that in the same sentence.
    fn is_of_instrument(&self, at: usize) -> bool {
        const FAR: usize = 12;
        let Some(of) = self.running.of.before(self.tokens, at) else { return false };
        let mut before = self.sentence(&(of.saturating_sub(FAR)..of));
        before.any(|at| self.running.instrument.after(self.tokens, at).is_some())
    }

    /// The place after what leads from a passage to its document: "of the", or nothing where the document follows in the genitive.
    pub(super) fn of(&self, at: usize) -> Option<usize> {
        let genitive = || self.running.own.after(self.tokens, at).unwrap_or(at);
        self.running.of.after(self.tokens, at).or_else(|| self.running.script.is_genitive.then(genitive))
    }

    /// The same behind a comma that closes the paragraph of an annex: "annex II, para. 3, of A/75/816".
    fn of_annexed(&self, pin: &Pin, at: usize) -> Option<usize> {
        let annexed = !pin.weak && pin.addresses.iter().all(|address| matches!(address.part, Part::Annex(_)));
        self.of(at + 1).filter(|_| annexed && self.is(at, ","))
    }

    /// Whether a passage may be one of the text itself: where a language has "above" before it, only with that.
    fn is_of_text(&self, at: usize) -> bool {
        let above = &self.running.script.above_before;
        above.is_empty() || above.before(self.tokens, at).is_some()
    }

    /// Past further pinpoints of a row: "paragraph 86 and paragraph 318", "from paragraph 5 to paragraph 8".
    fn past_pins(&self, mut end: usize) -> usize {
        // Chinese has the document first, and nothing between.
        let is_last = !self.running.of.is_empty() || self.running.script.is_genitive;
        for _ in 0..MOST_IN_A_ROW * usize::from(is_last) {
            let to = || self.running.to.after(self.tokens, end);
            let next = self.running.and.after(self.tokens, end).or_else(to);
            let Some(pin) = next.and_then(|next| self.pin(next, false)).filter(|pin| !pin.weak) else {
                break;
            };
            end = pin.end;
        }
        end
    }

    /// The document named after "of": by its number or name, by a symbol after a word or two ("draft resolution A/79/L.45"), or a
    /// resolution or decision whose symbol is not known ("decision 1/CMA.3").
    fn head_after(&self, of: usize) -> Option<DocumentHead> {
        const WORDS: usize = 3;
        let start = self.organ_name(of);
        if let Some(heads) = self.heads(start) {
            return heads.into_iter().next();
        }
        if let Some(head) = self.name_with_symbol(of) {
            return Some(head);
        }
        let is_word = |at: &usize| self.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Word);
        let after = (of..of + WORDS).find(|at| !is_word(at)).unwrap_or(of + WORDS);
        let series = [&self.running.resolution, &self.running.decision];
        let named = (of..after).find_map(|at| series.iter().find_map(|words| words.after(self.tokens, at)));
        match self.tokens.get(after).map(|token| &token.kind) {
            Some(TokenKind::Symbol(symbol)) if named.is_some() => {
                Some(DocumentHead::new(Some(symbol.clone()), of, after + 1))
            }
            Some(TokenKind::Number) if named == Some(after) => Some(DocumentHead::new(None, of, after + 1)),
            _ => None,
        }
    }

    /// "(para. 57 (d), GGE report)": between brackets, or as a whole sentence, a passage with a document behind a comma is one of that.
    /// Elsewhere the comma may end a clause about something else, and nothing is known.
    fn beside_comma(&self, at: usize, pin: &Pin) -> Option<Option<CitationsRead>> {
        // "(A/52/25), annex, decision 19/1": of what is before it.
        let follows = at.checked_sub(1).is_some_and(|before| self.is(before, ","));
        let behind = !follows && self.is(pin.end, ",");
        // « Au paragraphe 4, la résolution 78/237 prie … »
        let joins = [&self.running.and, &self.running.see, &self.running.to];
        let is_joint = joins.into_iter().any(|words| words.after(self.tokens, pin.end + 1).is_some());
        let is_word =
            !is_joint && self.tokens.get(pin.end + 1).is_some_and(|token| token.kind == TokenKind::Word);
        if behind && is_word && pin.addresses.len() == 1 && self.heads(pin.end + 2).is_some() {
            return Some(None);
        }
        let mut head = self.heads(pin.end + 1).filter(|_| behind)?.into_iter().next()?;
        let start = self.running.see.before(self.tokens, at).unwrap_or(at);
        let opened = start.checked_sub(1).is_none_or(|before| self.is(before, "(") || self.is(before, ";"));
        let closed = self
            .tokens
            .get(head.to)
            .is_none_or(|_| [")", ".", ";", "]"].iter().any(|mark| self.is(head.to, mark)));
        if !opened || !closed {
            return Some(None);
        }
        let end = head.to;
        head.from = at;
        Some(Some((vec![self.cited(at, end, head, pin.addresses.clone())], end)))
    }

    /// "paragraph 13 of section XIX of resolution 71/272 A": each section of a resolution is numbered from 1, so the section is cited.
    fn in_section(&self, at: usize, pin: &Pin, section: SectionsRead) -> Option<CitationsRead> {
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
    fn detour(&self, at: usize, is_section: bool) -> Option<DocumentHead> {
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
}
