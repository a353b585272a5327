//! Headings without number, and numbers of sections without a full stop.

use super::{Mode, Outline};
use crate::import::layout::is_caseless;
use crate::import::mark;
use crate::import::shape::enumerator::{LeadKind, lead_of};
use crate::import::shape::join::{Begin, End, begin, end};
use crate::import::shape::recognise as is;
use crate::model::{BlockKind, Part, Place};

/// Headings without number are shorter than this, in characters, and run over no more than so many lines.
const SHORT: usize = 130;
/// So are those of a source that sets each passage on a line of its own, between empty lines.
const ALONE: usize = 240;
const HEADING_LINES: usize = 4;
/// Words that introduce a list are a heading if they are shorter than this, in characters.
const INTRODUCTION: usize = 80;
/// A word or two over a list are shorter than this, in bytes.
const LABEL: usize = 40;

/// "Signed" is shorter than this in all languages, in characters.
const SIGNED: usize = 12;

impl Outline<'_> {
    pub(super) fn front_heading(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        if self.mode != Mode::Front
            || !is::is_front_heading(&line.text, self.vocabulary)
            || !self.is_plausible(at)
        {
            return false;
        }
        self.unnumbered_heading(at);
        true
    }

    pub(super) fn unnumbered_heading(&mut self, at: usize) {
        let mut path = if self.headings.depth() == 0 { Vec::new() } else { self.section.clone() };
        let name = self.unnumbered_name(&path);
        path.push(name);
        if self.headings.depth() == 0 {
            self.section.clone_from(&path);
        }
        let line = &self.lines[at];
        let number = line.label.as_ref().map(|label| label.text.trim_end_matches('.').to_owned());
        let text = line.text.clone();
        self.steps = None;
        self.heading(path, number, &text, at);
    }

    /// The name of the next heading without number below a section: `~2`.
    pub(super) fn unnumbered_name(&mut self, section: &[String]) -> String {
        let count = self.unnumbered.entry(format!("{}/{}", self.part, section.join("/"))).or_default();
        *count += 1;
        format!("~{count}")
    }

    /// A short line alone, before a paragraph in sequence, is a heading without number.
    pub(super) fn plain_heading(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        let marked = line.is_heading() && self.mode != Mode::Front;
        if matches!(self.mode, Mode::Preamble | Mode::Closed) && !marked {
            return false;
        }
        let waits = self.blocks.last().is_some_and(|block| block.text.is_empty());
        if waits && marked && !self.annex_untitled {
            return self.titles_section(at);
        }
        if self.annex_untitled || waits || !(marked || self.is_short_line(at) && !self.is_signed(at)) {
            return false;
        }
        let leads = marked
            || matches!(self.mode, Mode::Report | Mode::Operative) && self.leads_to_number(at)
            || self.is_set_apart(at);
        if leads {
            self.unnumbered_heading(at);
        }
        leads
    }

    /// A heading with a letter in brackets, `(b) Energy`: alone, between a paragraph that has ended and the one that comes next.
    pub(super) fn lettered_heading(&mut self, at: usize, rest: usize) -> bool {
        let line = &self.lines[at];
        let words = &line.text[rest..];
        let ended = self
            .blocks
            .last()
            .is_some_and(|block| block.kind == BlockKind::Heading || end(&block.text) == End::Full);
        let shaped = line.label.is_none()
            && count(words) < INTRODUCTION
            && (begin(words) == Begin::Capital || words.starts_with(is_caseless))
            && end(words) == End::Open;
        let marks = &self.vocabulary.enumerators;
        let next = self.lines.get(at + 1).and_then(|next| lead_of(next, marks)).map(|lead| lead.kind);
        let leads = next == Some(LeadKind::Number(self.last_number + 1, None));
        let heads = self.mode == Mode::Report && self.last_number > 0 && ended && shaped && leads;
        if heads {
            self.unnumbered_heading(at);
        }
        heads
    }

    /// The title of a section is on the line after its number.
    fn titles_section(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        let Some(heading) = self.blocks.last_mut().filter(|block| block.kind == BlockKind::Heading) else {
            return false;
        };
        heading.text.clone_from(&line.text);
        heading.last = line.number;
        true
    }

    fn is_short_line(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let quiet = self.blocks.last().is_some_and(|block| {
            let ended = match end(&block.text) {
                End::Full => true,
                End::Soft => self.mode == Mode::Operative && block.text.ends_with(';'),
                End::Open => false,
            };
            block.kind == BlockKind::Heading || (ended && block.address.place != Place::Title)
        });
        let introduces =
            self.mode == Mode::Report && line.text.ends_with(':') && count(&line.text) < INTRODUCTION;
        quiet
            && count(&line.text) < self.longest_heading(at)
            && (begin(&line.text) == Begin::Capital || line.text.starts_with(is_caseless))
            && (end(&line.text) == End::Open || introduces)
            && !line.text.contains('(')
            && is::date(&line.text, self.vocabulary).is_none()
    }

    /// Whether a signature comes next: `(Signed) Jo Warden`.
    fn is_signed(&self, at: usize) -> bool {
        let next = self.lines.get(at + 1).and_then(|next| next.text.strip_prefix('(')?.split_once(") "));
        next.is_some_and(|(word, name)| {
            word.chars().count() < SIGNED && [word, name].iter().all(|text| begin(text) == Begin::Capital)
        })
    }

    /// How long a heading without number may be, in characters.
    fn longest_heading(&self, at: usize) -> usize {
        let line = &self.lines[at];
        let alone = self.layout.width.is_none() && line.gap > 0 && !line.after_cut;
        if alone { ALONE } else { SHORT }
    }

    /// Whether a short line between empty lines heads a paragraph without number.
    fn is_set_apart(&self, at: usize) -> bool {
        let (line, next) = (&self.lines[at], self.lines.get(at + 1));
        self.mode == Mode::Report
            && self.part != Part::Front
            && self.layout.width.is_none()
            && line.gap > 0
            && !line.after_cut
            && end(&line.text) == End::Open
            && count(&line.text) < INTRODUCTION
            && next.is_some_and(|next| {
                next.gap > 0
                    && lead_of(next, &self.vocabulary.enumerators).is_none()
                    && count(&next.text) > SHORT
                    && begin(&next.text) == Begin::Capital
                    && end(&next.text) == End::Full
            })
    }

    fn leads_to_number(&self, at: usize) -> bool {
        if self.blocks.last().is_some_and(|block| block.kind == BlockKind::Heading) {
            // The line after a heading that runs to the margin may be its second half.
            let near = self.lines[at].gap <= self.layout.unit && self.layout.width.is_some();
            if near && !self.layout.is_short(&self.lines[at - 1].text) {
                return false;
            }
        }
        for next in at + 1..self.lines.len().min(at + 1 + HEADING_LINES) {
            let line = &self.lines[next];
            if is::is_steps(&line.text, self.vocabulary) || is::norm(&line.text, self.vocabulary).is_some() {
                return true;
            }
            let lead = lead_of(line, &self.vocabulary.enumerators);
            let rest = lead.as_ref().map_or(0, |lead| lead.rest);
            match lead.map(|lead| lead.kind) {
                Some(LeadKind::Number(number, _)) => {
                    return number == self.last_number + 1
                        || (next == at + 1 && self.is_paragraph_all_the_same(next, number, rest))
                        || (number == 1 && is::is_article(&self.lines[at].text, self.vocabulary));
                }
                Some(LeadKind::Capital(_)) if next == at + 1 => {}
                Some(LeadKind::Bullet) if next == at + 1 => {
                    return self.mode == Mode::Report && self.lines[at].text.len() < LABEL;
                }
                Some(_) => return false,
                None if is::section_mark(&line.text, self.vocabulary).is_some() && next == at + 1 => {}
                None if count(&line.text) > self.longest_heading(next) || end(&line.text) != End::Open => {
                    return false;
                }
                None => {}
            }
        }
        false
    }

    /// The number of a section alone on its line; its title comes next.
    pub(super) fn section_mark(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        let titled = lead_of(line, &self.vocabulary.enumerators).is_none() && end(&line.text) == End::Open;
        let words = line.text.split_once(' ').filter(|(mark, title)| {
            titled && *mark != "A" && begin(title) == Begin::Capital && count(title) < ALONE
        });
        let (first, title) = words.unwrap_or((&line.text, ""));
        let Some(mark) = is::section_mark(first, self.vocabulary) else { return false };
        let apart = self.layout.width.is_some() || line.gap > 0;
        if !(title.is_empty() || apart && crate::base::numbering::from_roman(&mark).is_some()) {
            return false;
        }
        let within = matches!(self.mode, Mode::Preamble | Mode::Operative) || self.part != Part::Body;
        let ended = self.blocks.last().is_some_and(|block| {
            end(&block.text) != End::Open
                || matches!(block.kind, BlockKind::Heading) && !block.text.is_empty()
        });
        if !within || !ended || self.mode == Mode::Front {
            return false;
        }
        let step = self.headings.next(&mark).or_else(|| self.headings.first(&mark));
        let Some(step) = step else { return false };
        self.enter_section(step, &mark);
        let printed = as_printed(first, &mark);
        self.heading(self.section.clone(), Some(printed), title, at);
        true
    }
}

/// The number of a heading as it is printed: that of another script as it is, otherwise its mark.
pub(super) fn as_printed(words: &str, mark: &str) -> String {
    let bare = mark::off(words);
    let bare = bare.trim().trim_end_matches(|c: char| c.is_whitespace() || ".．、-–—".contains(c));
    if bare.is_empty() || bare.is_ascii() { mark.to_owned() } else { bare.to_owned() }
}

/// The characters of a text.
fn count(text: &str) -> usize {
    text.chars().count()
}
