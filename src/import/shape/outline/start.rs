//! Lines that begin a passage by their words: annexes, headings, norms, openings and closings, bullets.

use super::{Host, Mode, Outline};
use crate::base::FindingKind;
use crate::import::edit::finding;
use crate::import::shape::block::{Raw, below};
use crate::import::shape::enumerator::{Lead, LeadKind, lead_of};
use crate::import::shape::join::{End, end};
use crate::import::shape::levels::Levels;
use crate::import::shape::recognise as is;
use crate::model::{Address, BlockKind, Part, Place};

impl Outline<'_> {
    /// Begins a passage when the line is the beginning of one by its mark or its words.
    pub(super) fn begins(&mut self, at: usize) -> bool {
        if self.annex(at)
            || self.resolution(at)
            || self.article(at)
            || self.draft(at)
            || self.section_mark(at)
            || self.steps_heading(at)
            || self.norm(at)
        {
            return true;
        }
        let line = &self.lines[at];
        if let Some(lead) = lead_of(line, &self.vocabulary.enumerators) {
            let taken = match &lead.kind {
                LeadKind::Capital(mark) => self.numbered_heading(at, mark, lead.rest),
                LeadKind::Number(number, adverb) => self.number(at, *number, *adverb, lead.rest),
                LeadKind::Dotted(major, minor) => self.dotted(at, *major, *minor, lead.rest),
                LeadKind::Labelled(operative, number, adverb) => {
                    self.drafted(at, *operative, *number, *adverb, lead.rest)
                }
                LeadKind::Bracket(mark) => self.bracket(at, mark, lead.rest),
                LeadKind::Bullet => self.bullet(at, &lead),
            };
            if taken {
                return true;
            }
        }
        self.front_heading(at) || self.plain_heading(at)
    }

    pub(super) fn enter_body(&mut self) {
        self.part = Part::Body;
        self.mode = Mode::Report;
        self.hosts.clear();
        self.levels.clear();
    }

    /// Whether a line can begin something: nothing before it is in the middle of a full line.
    pub(super) fn is_plausible(&self, at: usize) -> bool {
        let Some(block) = self.blocks.last() else { return true };
        let line = &self.lines[at];
        if let Some(begins) = line.begins {
            return begins;
        }
        let middle = block.kind != BlockKind::Heading
            && end(&block.text) == End::Open
            && self.layout.is_full(&self.lines[at - 1].text)
            && !self.layout.is_ended(&self.lines[at - 1].text, &line.text)
            && line.gap <= self.layout.unit
            && !line.after_cut;
        !middle
    }

    /// Whether a line surely begins something: a sentence has ended, and there is a gap or a short line too.
    pub(super) fn is_clear(&self, at: usize) -> bool {
        let Some(block) = self.blocks.last() else { return true };
        let line = &self.lines[at];
        if line.label.is_some() {
            return true;
        }
        let apart = line.gap > self.layout.unit
            || self.layout.width.is_none()
            || self.layout.is_short(&self.lines[at - 1].text)
            || line.print.is_none() && self.layout.is_ended(&self.lines[at - 1].text, &line.text);
        block.kind == BlockKind::Heading || (apart && end(&block.text) != End::Open)
    }

    fn annex(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        let titled = || {
            let title =
                is::titled_annex(&line.text, self.vocabulary).filter(|_| self.mode == Mode::Closed)?;
            Some((None, title))
        };
        let found = is::annex(&line.text, self.vocabulary).or_else(titled);
        let Some((number, title)) = found else { return false };
        let after_text =
            self.mode == Mode::Closed || self.blocks.last().is_none_or(|block| end(&block.text) != End::Open);
        // A signature before an annex has no full stop.
        let ended = line.begins == Some(true)
            || at > 0
                && is::is_annexed(&line.text, self.vocabulary)
                && self.layout.is_ended(&self.lines[at - 1].text, &line.text);
        if self.mode == Mode::Front || !(after_text || ended || line.gap > self.layout.unit || line.after_cut)
        {
            return false;
        }
        if self.repeats_head(at, &number) {
            self.text(at);
            return true;
        }
        self.start_annex(at, number, title.is_empty());
        true
    }

    /// Begins an annex, whose title may be on the line after its number.
    pub(super) fn start_annex(&mut self, at: usize, number: Option<String>, untitled: bool) {
        self.enter_annex(at, number);
        self.mode = Mode::Report;
        self.headings = Levels::default();
        self.section.clear();
        self.last_number = 0;
        self.steps = None;
        if !self.lines[at].text.is_empty() {
            self.heading(Vec::new(), None, &self.lines[at].text, at);
        }
        self.annex_untitled = untitled;
    }

    /// Enters an annex. A second one of the same name gets another address: `annex-I~2`, `annex-~2` without a number.
    fn enter_annex(&mut self, at: usize, number: Option<String>) {
        let count = self.annexes.entry(number.clone()).or_default();
        *count += 1;
        let name = match *count {
            1 => number,
            count => Some(format!("{}~{count}", number.unwrap_or_default())),
        };
        if *count > 1 {
            let line = &self.lines[at];
            self.findings.push(finding(FindingKind::RepeatedPart, line.number, &line.text, Some(&line.text)));
        }
        self.part = Part::Annex(name);
    }

    /// Whether the name of the annex being read is printed again, as at the top of a page: its numbers continue.
    fn repeats_head(&self, at: usize, number: &Option<String>) -> bool {
        let Part::Annex(name) = &self.part else { return false };
        let name = name.as_deref().map(|name| name.split('~').next().unwrap_or_default());
        if name.filter(|name| !name.is_empty()) != number.as_deref() {
            return false;
        }
        let numbers = self.lines[at + 1..].iter().filter_map(|line| {
            match lead_of(line, &self.vocabulary.enumerators)?.kind {
                LeadKind::Number(number, None) => Some(number),
                _ => None,
            }
        });
        self.last_number > 0 && numbers.take(1).eq([self.last_number + 1])
    }

    pub(super) fn heading(&mut self, path: Vec<String>, number: Option<String>, text: &str, at: usize) {
        let address = Address { part: self.part.clone(), place: Place::Heading(path) };
        self.begin(Raw::new(address, BlockKind::Heading, number, text, self.lines[at].number));
    }

    fn resolution(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        let raw = |address, number, text: &str| Raw::new(address, BlockKind::Text, number, text, line.number);
        if let Some((number, title)) = is::resolution_title(&line.text) {
            let first = !self.blocks.iter().any(|block| block.address.place == Place::Title);
            if first && self.part == Part::Body {
                let title = raw(Address::body(Place::Title), Some(number.to_owned()), title);
                self.begin(title);
                return true;
            }
        }
        if is::is_opener(&line.text, self.vocabulary)
            || super::body::opens_without_comma(self.lines, at, self.vocabulary)
        {
            let opener = Raw::text(&self.part, &line.text, line.number);
            self.begin(opener);
            self.mode = Mode::Preamble;
            self.last_number = 0;
            return true;
        }
        let closing = matches!(self.mode, Mode::Operative | Mode::Closed)
            && self.is_plausible(at)
            && (is::is_meeting(&line.text, self.vocabulary)
                || (self.mode == Mode::Closed && is::date(&line.text, self.vocabulary).is_some()));
        if closing {
            let closing = Raw::text(&self.part, &line.text, line.number);
            self.begin(closing);
            self.mode = Mode::Closed;
        }
        closing
    }

    fn steps_heading(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        if !is::is_steps(&line.text, self.vocabulary) || !self.is_plausible(at) || self.mode == Mode::Front {
            return false;
        }
        let address = Address { part: self.part.clone(), place: Place::Steps(self.section.clone()) };
        let text = line.text.trim_end_matches([':', ' ']);
        let number = line.label.as_ref().map(|label| label.text.trim_end_matches('.').to_owned());
        self.begin(Raw::new(address, BlockKind::Heading, number, text, line.number));
        self.steps = Some(0);
        true
    }

    fn norm(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        let Some((number, letter, rest)) = is::norm(&line.text, self.vocabulary) else { return false };
        if !self.is_plausible(at) {
            return false;
        }
        let printed = format!("{number} {}", self.bracketed(&letter));
        self.findings.push(finding(
            FindingKind::Markup,
            line.number,
            line.text[..rest].trim(),
            Some(&printed),
        ));
        let address = Address { part: self.part.clone(), place: Place::Norm(letter) };
        let raw = Raw::new(address, BlockKind::Norm, Some(printed), &line.text[rest..], line.number);
        self.begin(raw);
        true
    }

    /// A letter as its language prints it beside a paragraph: `a)`, `(a)`.
    pub(super) fn bracketed(&self, mark: &str) -> String {
        if self.vocabulary.two_brackets { format!("({mark})") } else { format!("{mark})") }
    }

    fn bullet(&mut self, at: usize, lead: &Lead) -> bool {
        let line = &self.lines[at];
        let text = &line.text[lead.rest..];
        let dash = line.text.starts_with(['-', '–', '—', '*', '·']);
        let open = self.blocks.last().is_some_and(|block| end(&block.text) == End::Open && block.runs());
        let before = self.blocks.last().map(|block| block.kind);
        if dash && open && before != Some(BlockKind::Bullet) && line.gap <= self.layout.unit {
            return false;
        }
        self.push_bullet(at, text);
        true
    }

    /// Adds a bullet below the last host.
    pub(super) fn push_bullet(&mut self, at: usize, text: &str) {
        let line = &self.lines[at];
        self.bullets += 1;
        let component = format!("bullet-{}", self.bullets);
        let address = match self.hosts.last() {
            Some(host) => below(&host.address, &component),
            None => Address { part: self.part.clone(), place: Place::Text(vec![String::new()]) },
        };
        self.blocks.push(Raw::new(address, BlockKind::Bullet, None, text, line.number));
        self.annex_untitled = false;
    }

    /// Opens a passage below the host at a depth.
    pub(super) fn open_below(&mut self, depth: usize, component: &str, printed: &str, text: &str, at: usize) {
        self.hosts.truncate(depth + 1);
        let host = self.hosts.last().expect("a sub-paragraph has a host");
        let address = below(&host.address, component);
        let number = match &host.number {
            Some(number) => format!("{number} {printed}"),
            None => printed.to_owned(),
        };
        let kind = match address.place {
            Place::Item(_) => BlockKind::AgendaItem,
            _ => BlockKind::Subparagraph,
        };
        self.hosts.push(Host { address: address.clone(), number: Some(number.clone()) });
        self.bullets = 0;
        self.blocks.push(Raw::new(address, kind, Some(number), text, self.lines[at].number));
    }
}
