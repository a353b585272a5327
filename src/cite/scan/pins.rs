//! Pinpoints in running text: paragraphs, sub-paragraphs, norms, agenda items, sections, notes, annexes.

use super::lists::{LONGEST_RANGE, between_romans};
use super::{Scanner, Whose};
use crate::cite::parse::{number, written_at};
use crate::cite::write::is_annex_mark;
use crate::language::Phrases;
use crate::language::token::{TokenKind, touching};
use crate::model::{Address, Part, PassageKind, Place};

/// The most ordinals or articles in a row that a citation has: a longer row is not read again from each of them.
pub(super) const MOST_IN_A_ROW: usize = 24;

/// Passages named at a place.
pub(super) struct Pin {
    pub addresses: Vec<Address>,
    /// Own passages, or sub-paragraphs beside.
    pub whose: Whose,
    pub end: usize,
    /// Names nothing unless a document or "see" is beside it: `section II`, `annexe`.
    pub weak: bool,
}

impl Scanner<'_> {
    /// The passages named at a place; `again` lets the word for paragraph come again in a list.
    pub(super) fn pin(&self, at: usize, again: bool) -> Option<Pin> {
        if let Some(annex) = self.annex(at) {
            return Some(annex);
        }
        let places = |(places, end): (Vec<Place>, usize), weak: bool| Pin {
            addresses: places.into_iter().map(Address::body).collect(),
            whose: Whose::Own,
            end,
            weak,
        };
        let firm = [Self::paragraphs, Self::norms, Self::items];
        if let Some(found) = firm.iter().find_map(|read| read(self, at, again)) {
            return Some(places(found, false));
        }
        if let Some((paths, end)) = self.beside(at) {
            let whose = if paths.iter().all(|path| path.len() > 1) { Whose::Own } else { Whose::Beside };
            let paragraphs = paths.into_iter().map(Place::Paragraph).collect();
            return Some(Pin { whose, ..places((paragraphs, end), false) });
        }
        let weak = self.steps(at).or_else(|| self.sections(at)).or_else(|| self.notes(at));
        weak.map(|found| places(found, true))
    }

    /// The passages named after a document: `, annexe I, par. 7`, ` de l’Assemblée générale, par. 1`.
    pub(super) fn pins_after(&self, at: usize, is_resolution: bool) -> Option<Pin> {
        // A star after a symbol says that it was issued again for technical reasons.
        let at = at + usize::from(self.is(at, "*"));
        let at = self.dated(at).unwrap_or(at);
        let at = self.organ_after(at).map_or(at, |(_, end)| end);
        let at = self.dated(at).unwrap_or(at);
        let at = self.running.script.document_after.after(self.tokens, at).unwrap_or(at);
        let at = self.past_calls(at);
        let joined = self.is(at, ",") || self.is(at, "(") || self.is(at, "[");
        let at = at + usize::from(joined);
        let at = if joined { self.past_calls(at) } else { at };
        let pin = self.pin(at, true).filter(|pin| !self.leads_to_another(pin.end));
        let read = pin.as_ref().map_or(at, |pin| pin.end);
        // What the program writes itself is read in every language, whatever that of the text is.
        let written = written_at(self.text, self.tokens, at, is_resolution).filter(|(_, end)| {
            joined && *end > read && !self.leads_to_another(*end) && !self.is_cut_number(*end)
        });
        let whole = |(address, end)| Pin { addresses: vec![address], whose: Whose::Own, end, weak: false };
        written.map(whole).or(pin)
    }

    /// Past the call of a footnote that was left in the text: `78/237¹, para. 4`, `78/237,12 para. 4`.
    fn past_calls(&self, at: usize) -> usize {
        let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
        let is_raised = |at: &usize| {
            self.tokens.get(*at).is_some_and(|token| token.span.of(self.text).chars().all(raised))
        };
        let end = (at..).find(|at| !is_raised(at)).unwrap_or(at);
        let touches = end == at && at > 0 && self.is(at - 1, ",") && touching(self.tokens, at - 1);
        let is_number =
            self.tokens.get(at).is_some_and(|token| token.number().is_some_and(|call| call < 1000));
        let apart = !touching(self.tokens, at) && self.pin(at + 1, true).is_some_and(|pin| !pin.weak);
        if touches && is_number && apart { at + 1 } else { end }
    }

    /// "resolution 68/21, section II of its resolution 69/252": the section is one of the resolution after it.
    fn leads_to_another(&self, at: usize) -> bool {
        self.of(at).is_some_and(|of| self.heads(self.organ_name(of)).is_some())
    }

    /// `annexe I`, `annexes I et II`, `annexe I, par. 7`, `annexe`.
    pub(super) fn annex(&self, at: usize) -> Option<Pin> {
        let named = self.running.annex.after(self.tokens, at).filter(|_| !self.is_within_annex(at))?;
        let mark = |at: usize| {
            let (mark, end) = self.section_mark(at)?;
            (!self.is(end, "/") && !self.is(end, "'")).then_some((mark, end))
        };
        let part = |mark| Part::Annex(mark);
        let title = |part| Address { part, place: Place::Heading(Vec::new()) };
        let Some((first, mut end)) = mark(named) else {
            let found = self.below(named);
            let (places, end) = found.unwrap_or((Vec::new(), named));
            let weak = places.is_empty();
            let mut addresses: Vec<Address> =
                places.into_iter().map(|place| Address { part: part(None), place }).collect();
            if weak {
                addresses.push(title(part(None)));
            }
            return Some(Pin { addresses, whose: Whose::Own, end, weak });
        };
        let mut marks = vec![first];
        // A comma joins only what another "and" or comma continues after: `annexes II, VIII and IX`.
        let joins = |next: &usize| {
            !self.is(next - 1, ",") || self.next_mark(next + 1).is_some_and(|at| mark(at).is_some())
        };
        if let Some((more, after)) = self.running.to.after(self.tokens, end).and_then(mark) {
            let between = between_romans(&marks, std::slice::from_ref(&more));
            if !between.is_empty() {
                marks.extend(between.into_iter().flatten());
                marks.push(more);
                end = after;
            }
        }
        while let Some(next) = self.next_mark(end).filter(joins)
            && let Some((other, after)) = mark(next)
        {
            marks.push(other);
            end = after;
        }
        if let ([only], Some((places, end))) = (marks.as_slice(), self.below(end)) {
            let address = |place| Address { part: part(Some(only.clone())), place };
            let addresses = places.into_iter().map(address).collect();
            return Some(Pin { addresses, whose: Whose::Own, end, weak: false });
        }
        let addresses = marks.into_iter().map(|mark| title(part(Some(mark)))).collect();
        Some(Pin { addresses, whose: Whose::Own, end, weak: false })
    }

    /// Whether an annex with its mark is just before: "annex 3, appendix 4" is no annex 4.
    fn is_within_annex(&self, at: usize) -> bool {
        let mark = at.checked_sub(1 + usize::from(at > 0 && self.is(at - 1, ",")));
        let marked = mark.filter(|mark| is_annex_mark(self.tokens[*mark].span.of(self.text)));
        marked.is_some_and(|mark| self.running.annex.before(self.tokens, mark).is_some())
    }

    /// The place after "and" or a comma.
    fn next_mark(&self, at: usize) -> Option<usize> {
        self.running.and.after(self.tokens, at)
    }

    /// What is named inside an annex: `, par. 7`.
    fn below(&self, at: usize) -> Option<(Vec<Place>, usize)> {
        let at = at + usize::from(self.is(at, ","));
        self.paragraphs(at, true).or_else(|| self.sections(at)).or_else(|| self.notes(at))
    }

    /// `paragraphes 8 à 13`, `operative paragraph 4`, `paragraphe 4 du dispositif`, `par. 15 a)-b)`.
    fn paragraphs(&self, at: usize, again: bool) -> Option<(Vec<Place>, usize)> {
        let running = self.running;
        if let Some(found) = self.counted(at) {
            return Some(found);
        }
        let starting = |words: &Phrases| {
            let start = words.after(self.tokens, at)?;
            self.unit_closed(self.list(start, again || self.has_units())?)
        };
        if let Some((paths, end)) = starting(&running.passages[PassageKind::Operative]) {
            return Some((paths.into_iter().map(Place::Operative).collect(), end));
        }
        if let Some((paths, end)) = starting(&running.passages[PassageKind::Preambular]) {
            return Some((paths.into_iter().map(Place::Preambular).collect(), end));
        }
        let (paths, end) = match starting(&running.passages[PassageKind::Paragraph]) {
            Some(found) => found,
            // "alinéa 7 du préambule": the word for a sub-paragraph is also that for one of the preamble.
            // "subparagraphs 57 (a) and (b)": it comes before the whole number.
            None => starting(&running.subparagraph).filter(|(paths, end)| {
                running.of_preambular.after(self.tokens, *end).is_some()
                    || paths.iter().all(|path| path.len() > 1)
            })?,
        };
        if let Some(end) = running.of_operative.after(self.tokens, end) {
            return Some((paths.into_iter().map(Place::Operative).collect(), end));
        }
        if let Some(end) = running.of_preambular.after(self.tokens, end) {
            return Some((paths.into_iter().map(Place::Preambular).collect(), end));
        }
        Some((paths.into_iter().map(Place::Paragraph).collect(), end))
    }

    /// `septième alinéa du préambule`, `third and fourth operative paragraphs`, `7e considérant`: counted, not
    /// numbered. Only what a resolution counts its paragraphs by; any other "third paragraph" is anybody's.
    fn counted(&self, at: usize) -> Option<(Vec<Place>, usize)> {
        let (running, ordinals) = (self.running, &self.words.ordinals);
        let noun = || running.passages[PassageKind::Paragraph].after(self.tokens, at);
        let from = ordinals.at(self.tokens, at).map(|_| at).or_else(noun)?;
        let (first, mut end) = ordinals.at(self.tokens, from)?;
        let mut numbers = vec![first];
        for _ in 1..MOST_IN_A_ROW {
            let range = running.to.after(self.tokens, end);
            let next = range.or_else(|| running.and.after(self.tokens, end));
            let Some((number, after)) = next.and_then(|next| ordinals.at(self.tokens, next)) else { break };
            let last = numbers.last().copied().unwrap_or_default();
            if range.is_some() && number > last && number - last < LONGEST_RANGE {
                numbers.extend(last + 1..number);
            }
            numbers.push(number);
            end = after;
        }
        let path = |number: &u32| vec![number.to_string()];
        let operative = || numbers.iter().map(path).map(Place::Operative).collect();
        let preambular = || numbers.iter().map(path).map(Place::Preambular).collect();
        let words = [&running.passages[PassageKind::Paragraph], &running.subparagraph];
        // « los párrafos cuarto y quinto del preámbulo »
        let plain_before = words.iter().any(|words| words.after(self.tokens, at) == Some(from));
        let plain = match plain_before {
            true => Some(end),
            false => words.iter().find_map(|words| words.after(self.tokens, end)),
        };
        let after = |phrases: &Phrases, at: Option<usize>| phrases.after(self.tokens, at?);
        if let Some(end) = after(&running.passages[PassageKind::Operative], Some(end))
            .or_else(|| after(&running.of_operative, plain))
        {
            return Some((operative(), end));
        }
        let end = after(&running.passages[PassageKind::Preambular], Some(end))
            .or_else(|| after(&running.of_preambular, plain))?;
        Some((preambular(), end))
    }

    /// `norme 13 g)`, `normes 13 g) et h)`, `norm (g)`.
    fn norms(&self, at: usize, _: bool) -> Option<(Vec<Place>, usize)> {
        let start = self.running.passages[PassageKind::Norm].after(self.tokens, at)?;
        let (paths, end) = match self.bracketed(start) {
            Some((letter, end)) => self.further_subs(vec![letter], end),
            None => self.list(start, false).filter(|(paths, _)| paths.iter().all(|path| path.len() == 2))?,
        };
        Some((paths.into_iter().filter_map(|mut path| path.pop()).map(Place::Norm).collect(), end))
    }

    /// `points 3 à 6 de l’ordre du jour`, `agenda items 3 and 5`.
    fn items(&self, at: usize, _: bool) -> Option<(Vec<Place>, usize)> {
        let start = self.running.passages[PassageKind::Item].after(self.tokens, at)?;
        let (paths, end) = self.list(start, false)?;
        let said = start - at > 1;
        let after = self.running.agenda.after(self.tokens, end);
        let end = after.or(said.then_some(end))?;
        Some((paths.into_iter().map(Place::Item).collect(), end))
    }

    /// `alinéa b)`: beside; `alinéa b) du paragraphe 16`, `subparagraphs (a) to (c) of paragraph 16`: there.
    fn beside(&self, at: usize) -> Option<(Vec<Vec<String>>, usize)> {
        let start = self.running.subparagraph.after(self.tokens, at)?;
        let (letter, mut end) = self.bracketed(start)?;
        let mut first = vec![letter];
        while let Some((more, next)) = self.bracketed(end) {
            first.push(more);
            end = next;
        }
        let (paths, end) = self.further_subs(first, end);
        let of = self.of(end);
        let paragraph =
            of.and_then(|of| self.running.passages[PassageKind::Paragraph].after(self.tokens, of));
        if let Some((above, end)) = paragraph.and_then(|start| number(self.tokens, start)) {
            return Some((paths.into_iter().map(|path| [above.clone(), path].concat()).collect(), end));
        }
        let above = self.running.above.after(self.tokens, end);
        above.filter(|_| paths.iter().all(|path| path.len() == 1)).map(|_| (paths, end))
    }

    /// `section II.A`, `sections II et III`, `sect. II à V`; `chap. III, sect. A`: section A of chapter III.
    pub(super) fn sections(&self, at: usize) -> Option<(Vec<Place>, usize)> {
        let (mut paths, mut end) = self.section_list(at)?;
        let unit = || self.running.script.chapter_after.before(self.tokens, end);
        let chapter = self.running.chapters.after(self.tokens, at).or_else(unit).is_some();
        if let [section] = paths.as_slice()
            && let Some(found) = self.steps_in(section, end)
        {
            return Some(found);
        }
        let below = self.is(end, ",").then(|| self.section_list(end + 1)).flatten();
        if let ([above], Some((sections, after)), true) = (paths.as_slice(), below, chapter) {
            paths = sections.into_iter().map(|path| [above.clone(), path].concat()).collect();
            end = after;
        }
        Some((paths.into_iter().map(Place::Heading).collect(), end))
    }

    /// `step 2 of section E`, « étapes 2 et 3 de la section E »: a step has a number only within its section.
    fn steps(&self, at: usize) -> Option<(Vec<Place>, usize)> {
        let start = self.running.step.after(self.tokens, at)?;
        if let Some(found) = self.step_label(start) {
            return Some(found);
        }
        let (numbers, end) = self.list(start, false)?;
        let of = self.running.of.after(self.tokens, end)?;
        let (sections, end) = self.section_list(of)?;
        let [section] = sections.as_slice() else { return None };
        let step = |number: Vec<String>| Place::Step(section.clone(), number);
        Some((numbers.into_iter().map(step).collect(), end))
    }

    /// The steps of a section that are named after it: "sect. E, recommended next step 2", "Section C, Recommended next steps, paragraph 2";
    /// without numbers, the list of all.
    fn steps_in(&self, section: &[String], at: usize) -> Option<(Vec<Place>, usize)> {
        let start = self.running.step.after(self.tokens, at + 1).filter(|_| self.is(at, ","))?;
        let below = start + usize::from(self.is(start, ","));
        let paragraph = self.running.passages[PassageKind::Paragraph].after(self.tokens, below);
        if let Some((numbers, end)) = self.list(paragraph.unwrap_or(start), false) {
            let step = |number: Vec<String>| Place::Step(section.to_vec(), number);
            return Some((numbers.into_iter().map(step).collect(), end));
        }
        let is_word = self.tokens.get(start).is_some_and(|token| token.kind == TokenKind::Word);
        (!is_word).then(|| (vec![Place::Steps(section.to_vec())], start))
    }

    /// `E.2` after the word for a step.
    fn step_label(&self, at: usize) -> Option<(Vec<Place>, usize)> {
        let (section, end) = self.section_mark(at)?;
        let joined = self.is(end, ".") && touching(self.tokens, end) && touching(self.tokens, end - 1);
        let number = self.tokens.get(end + 1).filter(|token| joined && token.kind == TokenKind::Number)?;
        let is_cut = self.is_cut_number(end + 2);
        (!is_cut).then(|| (vec![Place::Step(vec![section], vec![number.folded.clone()])], end + 2))
    }

    fn section_list(&self, at: usize) -> Option<(Vec<Vec<String>>, usize)> {
        let start = self.running.passages[PassageKind::Section].after(self.tokens, at);
        if self.has_units() {
            let (path, end) = self.section(start.unwrap_or(at))?;
            return Some((vec![path], self.running.script.section_after.after(self.tokens, end)?));
        }
        let (first, mut end) = self.section(start?)?;
        let mut paths = vec![first];
        loop {
            let range = self.running.to.after(self.tokens, end);
            let Some(next) = range.or_else(|| self.running.and.after(self.tokens, end)) else { break };
            let Some((path, after)) = self.section(next) else { break };
            if range.is_some() {
                let last = paths.last().cloned().unwrap_or_default();
                paths.extend(between_romans(&last, &path));
            }
            paths.push(path);
            end = after;
        }
        Some((paths, end))
    }

    /// `II.A`, `IV`, `B`: capitals and numbers with full stops between them.
    fn section(&self, at: usize) -> Option<(Vec<String>, usize)> {
        let (first, mut end) = self.section_mark(at)?;
        let mut path = vec![first];
        let joined = |at: usize| {
            let mark = self.is(at, ".") || (self.running.script.has_worded_marks && self.is(at, "-"));
            mark && touching(self.tokens, at) && touching(self.tokens, at - 1)
        };
        while joined(end) {
            let Some((more, after)) = self.section_mark(end + 1) else { break };
            path.push(more);
            end = after;
        }
        Some((path, end))
    }

    /// `note 21`, `notes 13 à 15`.
    fn notes(&self, at: usize) -> Option<(Vec<Place>, usize)> {
        let start = self.running.passages[PassageKind::Note].after(self.tokens, at)?;
        let (paths, end) = self.list(start, false)?;
        let marks: Option<Vec<String>> =
            paths.into_iter().map(|path| path.into_iter().reduce(|_, _| String::new())).collect();
        let marks = marks?;
        (!marks.iter().any(String::is_empty)).then(|| (marks.into_iter().map(Place::Note).collect(), end))
    }
}
