//! Passages to a document's blocks: clean text with its inlines, counted addresses, each part's notes at its end.

use std::collections::{HashMap, HashSet};

use crate::base::{Finding, Span};
use crate::import::mark;
use crate::import::pages::Pages;
use crate::import::shape::block::{Raw, RawCall, below};
use crate::import::shape::notes::PageNote;
use crate::model::{Address, Block, BlockKind, Inline, InlineKind, Part, Place};

/// Gives every passage its last address, all different.
#[derive(Debug, Default)]
struct Addresses {
    taken: HashSet<Address>,
    repeats: HashMap<Address, u32>,
    renamed: HashMap<Address, Address>,
    texts: HashMap<Part, u32>,
}

impl Addresses {
    fn last(&mut self, address: &Address) -> Address {
        let old = address.clone();
        let mut new =
            old.parent().and_then(|parent| self.moved(&parent, &old)).unwrap_or_else(|| old.clone());
        if let Place::Text(path) = &mut new.place
            && path.first().is_some_and(String::is_empty)
        {
            let count = self.texts.entry(new.part.clone()).or_default();
            *count += u32::from(path.len() == 1 || *count == 0);
            path[0] = count.to_string();
        }
        let plain = new.clone();
        while !self.taken.insert(new.clone()) {
            let times = self.repeats.entry(plain.clone()).or_insert(1);
            *times += 1;
            new = again(&plain, *times);
        }
        if new == old {
            self.renamed.remove(&old);
        } else if !matches!(new.place, Place::Text(_)) {
            self.renamed.insert(old, new.clone());
        }
        new
    }

    /// The address below a parent that had to take another one.
    fn moved(&self, parent: &Address, child: &Address) -> Option<Address> {
        let parent = self.renamed.get(parent)?;
        match (&parent.place, &child.place) {
            (Place::Heading(path), Place::Steps(_)) => {
                Some(Address { part: parent.part.clone(), place: Place::Steps(path.clone()) })
            }
            _ => Some(below(parent, child.last()?)),
        }
    }
}

/// The same address for the second, third … passage that has it: `16~2`.
#[must_use]
pub fn again(address: &Address, times: u32) -> Address {
    let mut new = address.clone();
    let suffix = format!("~{times}");
    match &mut new.place {
        Place::Paragraph(path)
        | Place::Preambular(path)
        | Place::Operative(path)
        | Place::Item(path)
        | Place::Text(path)
        | Place::Step(_, path)
        | Place::Steps(path)
        | Place::Heading(path) => match path.last_mut() {
            Some(last) => last.push_str(&suffix),
            None => path.push(suffix),
        },
        Place::Norm(mark) | Place::Note(mark) => mark.push_str(&suffix),
        Place::Title => new.place = Place::Heading(vec![suffix]),
    }
    new
}

/// The blocks in order, each part's footnotes at its end, and the findings with the addresses of what they are about.
#[must_use]
pub fn assemble(
    raws: Vec<Raw>,
    notes: Vec<PageNote>,
    note_parts: Vec<Option<Part>>,
    pages: &Pages,
    findings: &mut Vec<Finding>,
) -> Vec<Block> {
    let homes = homes(&raws, &notes, note_parts);
    let ends = ends(&raws);
    let mut assembly =
        Assembly { addresses: Addresses::default(), lines: Vec::new(), marks: Vec::new(), pages };
    let mut footnotes: HashMap<Part, Vec<Block>> = HashMap::new();
    for (note, part) in notes.into_iter().zip(&homes) {
        footnotes.entry(part.clone()).or_default().push(assembly.footnote(note, part));
    }
    let mut blocks = Vec::with_capacity(raws.len() + homes.len());
    for (at, raw) in raws.into_iter().enumerate() {
        let part = raw.address.part.clone();
        blocks.push(assembly.passage(raw, findings));
        if ends.get(&part) == Some(&at) {
            blocks.extend(footnotes.remove(&part).into_iter().flatten());
        }
    }
    // Footnotes of a part without any passage.
    for part in homes {
        blocks.extend(footnotes.remove(&part).into_iter().flatten());
    }
    place(findings, assembly.lines);
    blocks
}

/// The part each footnote belongs to: where it is called, otherwise that of the passage before it.
fn homes(raws: &[Raw], notes: &[PageNote], called: Vec<Option<Part>>) -> Vec<Part> {
    let around = |note: &PageNote| {
        let before = raws.partition_point(|raw| raw.line < note.line).checked_sub(1);
        before.map_or(Part::Body, |at| raws[at].address.part.clone())
    };
    notes.iter().zip(called).map(|(note, part)| part.unwrap_or_else(|| around(note))).collect()
}

/// The last passage of each part, as its place among all passages. The title belongs to what is around it.
fn ends(raws: &[Raw]) -> HashMap<Part, usize> {
    let front = raws.iter().any(|raw| raw.address.part == Part::Front);
    let own = raws.iter().enumerate().filter(|(_, raw)| !(front && raw.address.place == Place::Title));
    own.map(|(at, raw)| (raw.address.part.clone(), at)).collect()
}

/// A passage with its first and its last line in the source, counted from 1.
struct PassageLines {
    first: u32,
    last: u32,
    address: String,
}

/// What is known of the passages before the one that is read.
struct Assembly<'a> {
    addresses: Addresses,
    /// Where each passage is in the source.
    lines: Vec<PassageLines>,
    /// The mark in the address of each footnote.
    marks: Vec<String>,
    pages: &'a Pages,
}

impl Assembly<'_> {
    fn footnote(&mut self, note: PageNote, part: &Part) -> Block {
        let place = Address { part: part.clone(), place: Place::Note(note.mark.clone()) };
        let address = self.addresses.last(&place);
        self.lines.push(PassageLines { first: note.line, last: note.line, address: address.to_string() });
        let mark = address.last().unwrap_or_default().to_owned();
        self.marks.push(mark);
        let (text, inlines) = extract(&note.text, &mut note.calls.iter().map(|call| call.mark.clone()));
        let page = self.pages.of_line(note.line);
        Block { address, kind: BlockKind::Footnote, number: Some(note.mark), text, inlines, page }
    }

    fn passage(&mut self, raw: Raw, findings: &mut Vec<Finding>) -> Block {
        let address = self.addresses.last(&raw.address);
        self.lines.push(PassageLines { first: raw.line, last: raw.last, address: address.to_string() });
        let mut calls = raw.calls.iter().map(|RawCall { call, note }| {
            let mark = note.and_then(|note| self.marks.get(note));
            mark.unwrap_or(&call.mark).clone()
        });
        let (text, inlines) = extract(&raw.text, &mut calls);
        let found = raw.findings.into_iter();
        findings.extend(found.map(|finding| Finding { address: Some(address.to_string()), ..finding }));
        let page = self.pages.of_line(raw.line);
        Block { address, kind: raw.kind, number: raw.number, text, inlines, page }
    }
}

/// Gives findings that know only their line the address of the passage on it, and orders them.
fn place(findings: &mut [Finding], mut lines: Vec<PassageLines>) {
    lines.sort_by_key(|passage| passage.first);
    for finding in
        findings.iter_mut().filter(|finding| finding.address.is_none() && finding.repaired.is_some())
    {
        let after = lines.partition_point(|passage| passage.first <= finding.line);
        let mut nearest = lines[..after].iter().rev().take(8);
        let passage = nearest.find(|passage| passage.last >= finding.line);
        finding.address = passage.map(|passage| passage.address.clone());
    }
    findings.sort_by_key(|finding| finding.line);
}

/// The text without the importer's marks, which become inlines.
fn extract(marked: &str, calls: &mut dyn Iterator<Item = String>) -> (String, Vec<Inline>) {
    let mut text = String::with_capacity(marked.len());
    let mut inlines: Vec<Inline> = Vec::new();
    let (mut strong, mut emphasis) = (None, None);
    for c in marked.trim().chars() {
        let mut close = |from: &mut Option<usize>, kind: InlineKind, text: &str| {
            if let Some(start) = from.take().filter(|start| *start < text.len()) {
                inlines.push(Inline { span: Span::new(start, text.len()), kind });
            }
        };
        match c {
            mark::STRONG => strong = Some(text.len()),
            mark::STRONG_END => close(&mut strong, InlineKind::Strong, &text),
            mark::EMPHASIS => emphasis = Some(text.len()),
            mark::EMPHASIS_END => close(&mut emphasis, InlineKind::Emphasis, &text),
            mark::CALL => {
                if let Some(mark) = calls.next() {
                    inlines.push(Inline { span: Span::at(text.len()), kind: InlineKind::Call(mark) });
                }
            }
            ' ' if text.is_empty() || text.ends_with(' ') => {}
            _ => text.push(c),
        }
    }
    text.truncate(text.trim_end().len());
    for inline in &mut inlines {
        inline.span.end = inline.span.end.min(text.len());
        inline.span.start = inline.span.start.min(inline.span.end);
    }
    // What is printed bold from end to end is a matter of the page, and sets nothing off.
    let whole = Span::new(0, text.len());
    inlines.retain(|inline| {
        matches!(inline.kind, InlineKind::Call(_)) || !(inline.span.is_empty() || inline.span == whole)
    });
    inlines.sort_by_key(|inline| inline.span);
    (text, inlines)
}
