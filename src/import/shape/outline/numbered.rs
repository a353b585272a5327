//! Lines that begin with a number or a letter: accepted where the sequence wants them.

use super::body::leads_to_paragraph;
use super::headings::as_printed;
use super::{Mode, Outline, QuotedAgenda};
use crate::base::FindingKind;
use crate::base::text::fold;
use crate::import::edit::finding;
use crate::import::mark as marks;
use crate::import::shape::block::{Raw, below};
use crate::import::shape::enumerator::{LeadKind, lead_of};
use crate::import::shape::join::{Begin, End, begin, end};
use crate::import::shape::levels::{EnumeratorStyle, Step};
use crate::import::shape::recognise as is;
use crate::model::{Address, BlockKind, Place};

/// A paragraph number further ahead than this is no gap but something else.
pub(super) const FURTHEST: u32 = 10;
/// Headings are shorter than this, in characters.
const HEADING: usize = 260;
/// How far ahead the next letter is looked for, in lines.
pub(super) const AHEAD: usize = 80;

impl Outline<'_> {
    pub(super) fn numbered_heading(&mut self, at: usize, mark: &str, rest: usize) -> bool {
        let line = &self.lines[at];
        let text = &line.text[rest..];
        let shaped = text.chars().count() < HEADING && begin(text) != Begin::Small && !text.is_empty();
        let ended = end(text) == End::Full || text.ends_with([',', ';']);
        let after_text = self
            .blocks
            .last()
            .is_none_or(|block| block.kind == BlockKind::Heading || end(&block.text) != End::Open);
        let apart = line.gap > self.layout.unit
            || line.after_cut
            || leads_to_paragraph(self.lines, at, self.vocabulary);
        if !shaped || ended || self.mode == Mode::Front || !(after_text || apart) {
            return false;
        }
        let step = self.headings.next(mark).or_else(|| self.headings.first(mark));
        let step = step.or_else(|| self.headings.skip(mark).filter(|_| apart && self.is_clear(at)));
        let Some(step) = step else { return false };
        if step.gap {
            self.findings.push(finding(FindingKind::NumberGap, line.number, &line.text, Some(&line.text)));
        }
        self.enter_section(step, mark);
        if !matches!(self.mode, Mode::Preamble | Mode::Operative) {
            self.mode = Mode::Report;
        }
        let printed = as_printed(&line.text[..rest], mark);
        self.heading(self.section.clone(), Some(printed), text, at);
        true
    }

    pub(super) fn enter_section(&mut self, step: Step, mark: &str) {
        if self.headings.depth() == 0 {
            self.section.clear();
        }
        self.headings.enter(step);
        self.section.truncate(step.depth);
        self.section.push(mark.to_owned());
        self.steps = None;
    }

    pub(super) fn number(&mut self, at: usize, number: u32, adverb: Option<&str>, rest: usize) -> bool {
        if self.mode == Mode::Front || !self.is_plausible(at) {
            return false;
        }
        if adverb.is_none() && (self.item(at, number, rest) || self.counted_heading(at, number, rest)) {
            return true;
        }
        match self.mode {
            Mode::Preamble | Mode::Operative => self.operative(at, number, adverb, rest),
            _ if self.steps.is_some() => self.step(at, number, adverb, rest),
            _ => self.paragraph(at, number, adverb, rest),
        }
    }

    /// An item of a quoted agenda, which counts from 1 inside a paragraph.
    pub(super) fn item(&mut self, at: usize, number: u32, rest: usize) -> bool {
        let indent = self.indent(at);
        let fits = match self.agenda {
            Some(agenda) if number == agenda.last + 1 => {
                let rival = self.wanted() == number;
                let by_indent = (agenda.indent > 0 || indent > 0).then_some(indent >= agenda.indent.max(1));
                !rival || by_indent.unwrap_or_else(|| self.comes_again(at, number))
            }
            Some(_) => false,
            None => number == 1 && self.quotes_agenda(),
        };
        if fits {
            self.agenda = Some(QuotedAgenda {
                last: number,
                indent: self.agenda.map_or(indent, |agenda| agenda.indent),
            });
            let agenda = self.agenda;
            let address = Address { part: self.part.clone(), place: Place::Item(vec![number.to_string()]) };
            let text = &self.lines[at].text[rest..];
            let raw = Raw::new(
                address,
                BlockKind::AgendaItem,
                Some(number.to_string()),
                text,
                self.lines[at].number,
            );
            self.begin(raw);
            self.agenda = agenda;
        }
        fits
    }

    fn quotes_agenda(&self) -> bool {
        let Some(block) = self.blocks.last() else { return false };
        let Some(text) = block.text.trim_end().strip_suffix(':') else { return false };
        let from = text.rfind(". ").map_or(0, |at| at + 2);
        let sentence = fold(&text[from..]);
        self.vocabulary.agenda.iter().any(|word| sentence.contains(word.as_str()))
    }

    /// The number the next paragraph should have.
    fn wanted(&self) -> u32 {
        self.last_number + 1
    }

    /// Whether a later line of this part begins with the number.
    pub(super) fn comes_again(&self, at: usize, number: u32) -> bool {
        let Some(places) = self.numbers.get(&number) else { return false };
        let Some(next) = places.iter().rev().find(|place| **place > at) else { return false };
        let ends =
            |text: &str| is::annex(text, self.vocabulary).is_some() || is::is_steps(text, self.vocabulary);
        !self.lines[at..*next].iter().any(|line| ends(&line.text))
    }

    fn operative(&mut self, at: usize, number: u32, adverb: Option<&str>, rest: usize) -> bool {
        let section = self.blocks.iter().rev().find(|block| block.kind != BlockKind::Preambular);
        let restart = number == 1 && section.is_some_and(|block| block.kind == BlockKind::Heading);
        let first = (self.mode == Mode::Preamble && (number == 1 || self.leads_on(at, number))) || restart;
        if first && number > 1 {
            self.gap(at);
        }
        if !(first || (self.mode == Mode::Operative && self.follows(at, number, adverb))) {
            return adverb.is_none()
                && (self.digit(at, number, rest) || self.out_of_sequence(at, number, rest));
        }
        self.mode = Mode::Operative;
        self.count(number, adverb);
        let component = component(number, adverb);
        let address = Address { part: self.part.clone(), place: Place::Operative(vec![component]) };
        self.numbered(at, address, BlockKind::Operative, printed(number, adverb), rest);
        true
    }

    fn step(&mut self, at: usize, number: u32, adverb: Option<&str>, rest: usize) -> bool {
        let last = self.steps.unwrap_or_default();
        let on = self.wanted() == number && last == 0;
        let fits = number == last + 1 || on || (adverb.is_some() && number == last);
        // A step an extraction has lost must not take those behind it along.
        let gap = !fits && last > 0 && self.is_ahead(at, number, last) && number != self.wanted();
        if !(fits || gap) {
            return adverb.is_none() && self.digit(at, number, rest);
        }
        if gap {
            self.gap(at);
        }
        if number == self.wanted() && number > 1 && (on || last == self.last_number) {
            self.last_number = number;
        }
        self.steps = Some(number);
        let place = Place::Step(self.section.clone(), vec![component(number, adverb)]);
        let address = Address { part: self.part.clone(), place };
        self.numbered(at, address, BlockKind::NextStep, printed(number, adverb), rest);
        true
    }

    fn paragraph(&mut self, at: usize, number: u32, adverb: Option<&str>, rest: usize) -> bool {
        let begins = self.last_number == 0 && (number == 1 || self.is_clear(at));
        let restart = number == 1 && self.last_number > 1 && self.is_clear(at) && !self.ends_with_colon();
        if !(begins || restart || self.follows(at, number, adverb)) {
            return adverb.is_none()
                && (self.digit(at, number, rest) || self.out_of_sequence(at, number, rest));
        }
        if restart || (begins && number > 1) {
            self.gap(at);
        }
        self.count(number, adverb);
        self.agenda = None;
        let place = Place::Paragraph(vec![component(number, adverb)]);
        let address = Address { part: self.part.clone(), place };
        self.numbered(at, address, BlockKind::Paragraph, printed(number, adverb), rest);
        true
    }

    /// A paragraph with an adverb that comes before its number leaves the number free: `2 alt.`, `2.`.
    fn count(&mut self, number: u32, adverb: Option<&str>) {
        if adverb.is_none() || number <= self.last_number {
            self.last_number = number;
        }
    }

    /// Whether the number is the next one, or one put in after the last, or surely comes after a gap.
    fn follows(&mut self, at: usize, number: u32, adverb: Option<&str>) -> bool {
        if adverb.is_some() {
            return number == self.last_number || number == self.wanted();
        }
        if number == self.wanted() {
            return true;
        }
        let gap = !self.is_misprint(at, number)
            && (self.is_ahead(at, number, self.last_number)
                || (number > 1 && number != self.last_number && self.leads_on(at, number)));
        if gap {
            self.gap(at);
        }
        gap
    }

    /// Whether a number surely comes after the last one, with some missing between them.
    pub(super) fn is_ahead(&self, at: usize, number: u32, last: u32) -> bool {
        number > last + 1 && number <= last + FURTHEST && self.is_clear(at)
    }

    pub(super) fn gap(&mut self, at: usize) {
        let line = &self.lines[at];
        let word = line.text.split_whitespace().next().unwrap_or_default();
        self.findings.push(finding(FindingKind::NumberGap, line.number, word, Some(word)));
    }

    pub(super) fn ends_with_colon(&self) -> bool {
        self.blocks.last().is_some_and(|block| block.text.trim_end().ends_with(':'))
    }

    /// A part of a paragraph, numbered with it: `26.1`.
    pub(super) fn dotted(&mut self, at: usize, major: u32, minor: u32, rest: usize) -> bool {
        let Some((paragraph, last)) = self.dotted.clone() else { return false };
        let fits = minor == last + 1 || (minor > last && self.is_clear(at));
        if major != self.last_number || !fits || !self.is_plausible(at) {
            return false;
        }
        if minor > last + 1 {
            self.gap(at);
        }
        let address = below(&paragraph, &minor.to_string());
        self.numbered(at, address, BlockKind::Subparagraph, format!("{major}.{minor}"), rest);
        self.dotted = Some((paragraph, minor));
        true
    }

    /// A paragraph of a draft that is labelled `OP1` or `PP3`.
    pub(super) fn drafted(
        &mut self,
        at: usize,
        operative: bool,
        number: u32,
        adverb: Option<&str>,
        rest: usize,
    ) -> bool {
        if self.mode == Mode::Front || !self.is_plausible(at) {
            return false;
        }
        let path = vec![component(number, adverb)];
        let (place, kind) = if operative {
            self.last_number = number;
            (Place::Operative(path), BlockKind::Operative)
        } else {
            (Place::Preambular(path), BlockKind::Preambular)
        };
        self.mode = if operative { Mode::Operative } else { Mode::Preamble };
        let address = Address { part: self.part.clone(), place };
        let label = if operative { "OP" } else { "PP" };
        self.numbered(at, address, kind, format!("{label}{}", printed(number, adverb)), rest);
        true
    }

    pub(super) fn numbered(
        &mut self,
        at: usize,
        address: Address,
        kind: BlockKind,
        printed: String,
        rest: usize,
    ) {
        let line = &self.lines[at];
        self.dotted = Some((address.clone(), 0));
        let raw = Raw::new(address, kind, Some(printed), &line.text[rest..], line.number);
        self.begin(raw);
    }

    /// A list numbered `1.`, `2.` inside a paragraph, after a colon.
    fn digit(&mut self, at: usize, number: u32, rest: usize) -> bool {
        if self.hosts.is_empty() {
            return false;
        }
        let mark = number.to_string();
        let next = self.levels.next(&mark).filter(|step| step.style == EnumeratorStyle::Digit);
        let first = || self.levels.first(&mark).filter(|_| self.ends_with_colon());
        let Some(step) = next.or_else(first) else { return false };
        self.levels.enter(step);
        let text = self.lines[at].text[rest..].to_owned();
        self.open_below(step.depth, &mark, &format!("{mark}."), &text, at);
        true
    }

    pub(super) fn bracket(&mut self, at: usize, mark: &str, rest: usize) -> bool {
        if self.lettered_heading(at, rest) {
            return true;
        }
        let line = &self.lines[at];
        let at_margin = self.layout.indented_letters && self.indent(at) == 0;
        if self.hosts.is_empty() || at_margin || !self.is_plausible(at) {
            return false;
        }
        let Some(step) = self.bracket_step(at, mark) else { return false };
        if step.gap {
            let word = line.text.split_whitespace().next().unwrap_or_default();
            self.findings.push(finding(FindingKind::NumberGap, line.number, word, Some(word)));
        }
        self.levels.enter(step);
        // The letters of other scripts stay as they are printed.
        let words = line.text[..rest].trim();
        let label = line.label.as_ref().map(|label| label.text.trim());
        let label =
            label.or_else(|| words.contains(|c: char| c.is_alphabetic() && !c.is_ascii()).then_some(words));
        let printed = label.map_or_else(|| self.bracketed(mark), |label| marks::off(label).into_owned());
        self.open_below(step.depth, mark, &printed, &line.text[rest..], at);
        true
    }

    fn bracket_step(&self, at: usize, mark: &str) -> Option<Step> {
        let next = self.levels.next(mark);
        let first = self.levels.first(mark);
        match (next, first) {
            (Some(next), Some(first)) => Some(if self.opens_roman(at) { first } else { next }),
            (Some(next), None) => Some(next),
            (None, Some(first)) => Some(first),
            (None, None) => self.levels.skip(mark).filter(|_| self.is_clear(at)),
        }
    }

    /// Whether `i)` after `h)` opens a list of its own: a colon is before it, or `ii)` comes next.
    fn opens_roman(&self, at: usize) -> bool {
        let later = self.lines[at + 1..].iter().take(AHEAD);
        let marks = later.filter_map(|line| match lead_of(line, &self.vocabulary.enumerators)?.kind {
            LeadKind::Bracket(mark) => Some(mark),
            _ => None,
        });
        match marks.clone().find(|mark| mark == "ii" || mark == "j") {
            Some(mark) => mark == "ii",
            None => self.ends_with_colon(),
        }
    }
}

pub(super) fn component(number: u32, adverb: Option<&str>) -> String {
    format!("{number}{}", adverb.unwrap_or_default())
}

pub(super) fn printed(number: u32, adverb: Option<&str>) -> String {
    adverb.map_or_else(|| number.to_string(), |adverb| format!("{number} {adverb}"))
}
