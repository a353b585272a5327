//! Lines to passages: every line begins one or continues the one before; numbers in sequence decide.

mod body;
mod flow;
mod headings;
mod known;
mod numbered;
mod parts;
mod sequence;
mod start;

use std::collections::HashMap;

use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::layout::{SourceLayout, is_ideograph};
use crate::import::line::{Line, LineRole};
use crate::import::shape::block::{Raw, RawCall};
use crate::import::shape::enumerator::{LeadKind, lead_of};
use crate::import::shape::join::{End, append, end};
use crate::import::shape::levels::Levels;
use crate::import::shape::recognise as is;
use crate::language::ImportWords;
use crate::model::{Address, BlockKind, Part, Place};

/// In which stretch of the document the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Before the body.
    Front,
    /// Headings and numbered paragraphs.
    Report,
    /// After "The General Assembly,".
    Preamble,
    /// The numbered paragraphs of a resolution.
    Operative,
    /// After the closing line of a resolution.
    Closed,
}

/// An agenda quoted in a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct QuotedAgenda {
    last: u32,
    indent: usize,
}

/// The passage that sub-paragraphs and bullets belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Host {
    address: Address,
    number: Option<String>,
}

/// The reading of the lines.
pub struct Outline<'a> {
    lines: &'a [Line],
    layout: &'a SourceLayout,
    vocabulary: &'a ImportWords,
    findings: &'a mut Vec<Finding>,
    /// The line on which the body begins.
    body: Option<usize>,
    blocks: Vec<Raw>,
    part: Part,
    /// How many annexes of each name there were; unnumbered ones have none.
    annexes: HashMap<Option<String>, u32>,
    mode: Mode,
    headings: Levels,
    section: Vec<String>,
    /// The level of each heading of the section, where the format says it.
    section_levels: Vec<u8>,
    unnumbered: HashMap<String, u32>,
    last_number: u32,
    /// The numbered paragraph being read, and the last of its parts numbered like `26.1`.
    dotted: Option<(Address, u32)>,
    steps: Option<u32>,
    agenda: Option<QuotedAgenda>,
    /// The passage and the open levels of sub-paragraphs below it, outermost first.
    hosts: Vec<Host>,
    levels: Levels,
    bullets: u32,
    annex_untitled: bool,
    /// For each number, the lines that begin with it, last first.
    numbers: HashMap<u32, Vec<usize>>,
}

/// Reads the lines into passages.
#[must_use]
pub fn read(
    lines: &[Line],
    layout: &SourceLayout,
    vocabulary: &ImportWords,
    findings: &mut Vec<Finding>,
) -> Vec<Raw> {
    let mut numbers: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate().rev() {
        if let Some(LeadKind::Number(number, None)) =
            lead_of(line, &vocabulary.enumerators).map(|lead| lead.kind)
        {
            numbers.entry(number).or_default().push(at);
        }
    }
    let cover = lines.iter().rposition(|line| line.role == Some(LineRole::Cover)).map(|last| last + 1);
    let start = body::start(lines, vocabulary);
    let body = body::of_letter(lines, start, layout, vocabulary).or(start).or(cover);
    let mut outline = Outline {
        lines,
        layout,
        vocabulary,
        findings,
        body,
        blocks: Vec::new(),
        part: if body.is_some_and(|at| at > 0) { Part::Front } else { Part::Body },
        annexes: HashMap::new(),
        mode: if body.is_some_and(|at| at > 0) { Mode::Front } else { Mode::Report },
        headings: Levels::default(),
        section: Vec::new(),
        section_levels: Vec::new(),
        unnumbered: HashMap::new(),
        last_number: 0,
        dotted: None,
        steps: None,
        agenda: None,
        hosts: Vec::new(),
        levels: Levels::default(),
        bullets: 0,
        annex_untitled: false,
        numbers,
    };
    for at in 0..lines.len() {
        if Some(at) == body {
            outline.enter_body();
        }
        outline.line(at);
    }
    // A section without title is headed by its number.
    let untitled = |block: &&mut Raw| block.kind == BlockKind::Heading && block.text.is_empty();
    for block in outline.blocks.iter_mut().filter(untitled) {
        block.text = block.number.take().unwrap_or_default();
    }
    outline.blocks
}

impl Outline<'_> {
    fn line(&mut self, at: usize) {
        if !(self.known(at) || self.begins(at) || self.titles_annex(at)) {
            if self.continues(at) {
                self.add(at);
            } else {
                self.text(at);
            }
        }
        if let Some(block) = self.blocks.last_mut().filter(|_| !self.lines[at].calls.is_empty()) {
            let calls = self.lines[at].calls.iter().cloned();
            block.calls.extend(calls.map(|call| RawCall { call, note: None }));
        }
    }

    /// Adds a line to the passage before it.
    fn add(&mut self, at: usize) {
        let line = &self.lines[at];
        let Some(block) = self.blocks.last_mut() else { return };
        let page = line.after_cut
            || (self.layout.is_double() && line.gap == 0)
            || line.gap > self.layout.unit.max(1)
            || (self.layout.width.is_none() && line.gap > 0);
        if page && block.kind != BlockKind::Heading && !block.text.is_empty() {
            let seam = seam(&block.text, &line.text, self.layout.breaks_words);
            self.findings.push(finding(FindingKind::JoinedPage, line.number, &seam, Some(&seam)));
        }
        append(&mut block.text, line, self.layout, self.vocabulary, self.findings);
        block.last = line.number;
    }

    /// Begins a passage without number.
    fn text(&mut self, at: usize) {
        let line = &self.lines[at];
        let preambular = self.mode == Mode::Operative
            && self.blocks.last().is_some_and(|block| block.kind == BlockKind::Heading)
            && is::is_preambular(&line.text, self.vocabulary);
        if (self.mode == Mode::Preamble || preambular || self.follows_preambular()) && !self.blocks.is_empty()
        {
            return self.preambular(at);
        }
        let raw = Raw::text(&self.part, &line.text, line.number);
        self.begin(raw);
    }

    /// Whether the preamble of a section of a resolution continues.
    fn follows_preambular(&self) -> bool {
        self.mode == Mode::Operative
            && self.blocks.last().is_some_and(|block| block.kind == BlockKind::Preambular)
    }

    fn preambular(&mut self, at: usize) {
        let line = &self.lines[at];
        let alone = self.mode == Mode::Preamble && !self.comes_again(at, 1);
        if alone && is::is_operative(&line.text, self.vocabulary) {
            let place = Place::Operative(vec!["1".to_owned()]);
            let address = Address { part: self.part.clone(), place };
            self.mode = Mode::Operative;
            return self.begin(Raw::new(address, BlockKind::Operative, None, &line.text, line.number));
        }
        let count = self.blocks.iter().rev().find_map(|block| match &block.address.place {
            Place::Preambular(path) if path.len() == 1 && block.address.part == self.part => {
                path[0].parse::<u32>().ok()
            }
            _ => None,
        });
        let place = Place::Preambular(vec![(count.unwrap_or(0) + 1).to_string()]);
        let address = Address { part: self.part.clone(), place };
        self.begin(Raw::new(address, BlockKind::Preambular, None, &line.text, line.number));
    }

    /// Begins a passage that may have others below it.
    fn begin(&mut self, raw: Raw) {
        self.hosts = vec![Host { address: raw.address.clone(), number: raw.number.clone() }];
        if raw.kind == BlockKind::Heading {
            self.hosts.clear();
            self.agenda = None;
        }
        self.levels.clear();
        self.bullets = 0;
        self.annex_untitled = false;
        self.blocks.push(raw);
    }

    /// The title of an annex is on the line after its number.
    fn titles_annex(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        let title = self.annex_untitled
            && end(&line.text) == End::Open
            && !line.text.starts_with('[')
            && line.text.len() < 300;
        self.annex_untitled = false;
        if title {
            let heading = self.blocks.last_mut().expect("an annex without title is the last passage");
            heading.text.push(' ');
            heading.text.push_str(&line.text);
            heading.last = line.number;
        }
        title
    }

    /// The indent of a line; the first line of a page has one space too many.
    fn indent(&self, at: usize) -> usize {
        let line = &self.lines[at];
        let page = line.after_cut || (self.layout.is_double() && line.gap == 0);
        line.indent.saturating_sub(usize::from(page && self.layout.indents && at > 0))
    }
}

/// So many characters on each side of a join where words have no spaces between them.
const SEAM: usize = 12;

/// The words on both sides of a join; in Chinese some characters.
fn seam(text: &str, next: &str, breaks_words: bool) -> String {
    let next = next.trim_start();
    let last = text.rsplit(' ').next().unwrap_or_default();
    let first = next.split_whitespace().next().unwrap_or_default();
    if breaks_words && (last.ends_with(is_ideograph) || first.starts_with(is_ideograph)) {
        let from = last.char_indices().rev().nth(SEAM - 1).map_or(0, |(at, _)| at);
        let to = first.char_indices().nth(SEAM).map_or(first.len(), |(at, _)| at);
        return format!("{}{}", &last[from..], &first[..to]);
    }
    format!("{last} {first}")
}
