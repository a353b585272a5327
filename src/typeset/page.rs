//! A page: a document set at a width, line by line, each line knowing which bytes of which passage it shows.

use std::collections::{HashMap, HashSet};

use crate::base::Span;
use crate::model::{Block, BlockKind, Document, Part, Place};
use crate::typeset::margin::{Margins, Setoff};
use crate::typeset::wrap::{visible_part, wrap_with};
use crate::typeset::{breaks, superscript};

/// How a document is set.
pub struct Setting<'a> {
    /// Columns of the page, at least 1.
    pub width: usize,
    /// Whether the footnote with this mark in this part is shown under the lines that call it.
    pub open_notes: &'a dyn Fn(&Part, &str) -> bool,
}

/// What a line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A row of a passage in its own place.
    Text,
    /// A row of an open footnote, under the row of the passage with this place that calls it.
    Note(usize),
    /// The empty line after a passage.
    Blank,
}

/// One line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The passage whose text is shown: its place in `Document::blocks` (the footnote, for an open footnote).
    pub block: usize,
    /// What is shown.
    pub kind: LineKind,
    /// The row: bytes of the passage's text, hanging spaces included; see [`Line::shown`].
    pub span: Span,
    /// Columns before the text.
    pub indent: usize,
    /// On the first row of a numbered passage, the number printed before it and the column it begins at;
    /// it ends before `indent`, with a column between.
    pub margin: Option<(usize, String)>,
    /// The footnotes called in this row: byte of the passage's text, and printed mark. Their
    /// [`superscript`] has its room in the row.
    pub calls: Vec<(usize, String)>,
}

impl Line {
    /// The part of the row that is seen: without its hanging spaces.
    #[must_use]
    pub fn shown(&self, document: &Document) -> Span {
        visible_part(&document.blocks[self.block].text, self.span)
    }
}

/// A document set at a width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Columns of the page.
    pub width: usize,
    /// The lines from top to bottom; none for a document without passages.
    pub lines: Vec<Line>,
    /// For each passage, its first line.
    first: Vec<usize>,
}

impl Page {
    /// Sets a document. Linear in its length.
    #[must_use]
    pub fn set(document: &Document, setting: &Setting<'_>) -> Self {
        let width = setting.width.max(1);
        let notes = Notes::of(document, setting);
        let margins = Margins::of(document, width);
        let first = vec![usize::MAX; document.blocks.len()];
        let mut page = Self { width, lines: Vec::new(), first };
        let mut before: Option<&Block> = None;
        for (index, block) in document.blocks.iter().enumerate() {
            if notes.moved.contains(&index) {
                continue;
            }
            if before.is_some_and(|before| stand_apart(before, block)) {
                page.blank();
            }
            page.passage(document, index, &margins, &notes);
            before = Some(block);
        }
        page
    }

    /// The first line of a passage; 0 for a passage that does not exist.
    #[must_use]
    pub fn first_line(&self, block: usize) -> usize {
        self.first.get(block).copied().unwrap_or(0)
    }

    /// The line that shows a byte of a passage's text; its last line for a byte beyond the end.
    #[must_use]
    pub fn line_of(&self, block: usize, byte: usize) -> usize {
        let first = self.first_line(block);
        let rest = self.lines.iter().enumerate().skip(first);
        // Open footnotes stand between the rows of a passage.
        rest.filter(|(_, line)| line.block == block && line.kind != LineKind::Blank)
            .take_while(|(at, line)| *at == first || (line.span.start != 0 && line.span.start <= byte))
            .last()
            .map_or(first, |(at, _)| at)
    }

    /// The passage a line belongs to; an empty line belongs to the passage above it.
    #[must_use]
    pub fn block_at(&self, line: usize) -> usize {
        self.place_at(line).0
    }

    /// The passage and the byte of its text with which a line begins, to find the place again at another width.
    #[must_use]
    pub fn place_at(&self, line: usize) -> (usize, usize) {
        let line = self.lines.get(line).or(self.lines.last());
        line.map_or((0, 0), |line| (line.block, line.span.start))
    }

    fn blank(&mut self) {
        let Some(above) = self.lines.last() else { return };
        // The passage above, not a footnote open under its last row.
        let block = if let LineKind::Note(caller) = above.kind { caller } else { above.block };
        let end = self.lines.iter().rev().find(|line| line.block == block).map_or(0, |line| line.span.end);
        self.lines.push(Line {
            block,
            kind: LineKind::Blank,
            span: Span::at(end),
            indent: 0,
            margin: None,
            calls: Vec::new(),
        });
    }

    /// Sets a passage in its own place, with its open footnotes.
    fn passage(&mut self, document: &Document, index: usize, margins: &Margins, notes: &Notes) {
        let block = &document.blocks[index];
        let setoff = margins.place(block);
        let indent = setoff.indent;
        for line in self.rows(block, index, LineKind::Text, setoff) {
            let called: Vec<usize> = match block.kind {
                BlockKind::Footnote => Vec::new(),
                _ => line.calls.iter().filter_map(|(_, mark)| notes.open(block, mark)).collect(),
            };
            self.push(line);
            for (nth, note) in called.iter().enumerate() {
                if called[..nth].contains(note) {
                    continue;
                }
                let footnote = &document.blocks[*note];
                let under = margins.under(indent, footnote);
                for line in self.rows(footnote, *note, LineKind::Note(index), under) {
                    self.push(line);
                }
            }
        }
    }

    fn push(&mut self, line: Line) {
        let first = &mut self.first[line.block];
        *first = (*first).min(self.lines.len());
        self.lines.push(line);
    }

    /// The rows of one passage's text.
    fn rows(&self, block: &Block, index: usize, kind: LineKind, setoff: Setoff) -> Vec<Line> {
        let mut calls: Vec<(usize, &str)> =
            block.calls().map(|(mark, place)| (place.min(block.text.len()), mark)).collect();
        calls.sort_by_key(|(place, _)| *place);
        let marks: Vec<(usize, usize)> = calls
            .iter()
            .map(|(place, mark)| (*place, crate::base::text::width(&superscript(mark))))
            .collect();
        let spans = wrap_with(&block.text, self.width.saturating_sub(setoff.indent), &marks);
        let mut calls = calls.into_iter().peekable();
        let mut margin = setoff.margin;
        let last = spans.len() - 1;
        let line = |(nth, span): (usize, Span)| {
            let mut here = Vec::new();
            while let Some((place, mark)) =
                calls.next_if(|(place, _)| nth == last || stands_in(&block.text, *place, span))
            {
                here.push((place, mark.to_owned()));
            }
            Line { block: index, kind, span, indent: setoff.indent, margin: margin.take(), calls: here }
        };
        spans.into_iter().enumerate().map(line).collect()
    }
}

/// Whether a mark at this place stands in the row: with the character before it, or with the one
/// after it when that is a breaking space.
fn stands_in(text: &str, place: usize, row: Span) -> bool {
    let after_space = text
        .get(..place)
        .and_then(|before| before.chars().next_back())
        .is_some_and(|c| breaks::is_breaking_space(c) || c == '\n');
    place < row.end || (place == row.end && !after_space)
}

/// Whether an empty line stands between two passages: not inside an agenda nor between footnotes.
fn stand_apart(before: &Block, after: &Block) -> bool {
    before.kind != after.kind
        || !matches!(after.kind, BlockKind::AgendaItem | BlockKind::Footnote)
        || before.address.part != after.address.part
}

/// The footnotes of a document, and which of them are open.
struct Notes {
    /// Open footnotes by the passage's place and mark that call them.
    open: HashMap<Part, HashMap<String, usize>>,
    /// Those that stand under their call and not at the end of their part.
    moved: HashSet<usize>,
}

impl Notes {
    fn of(document: &Document, setting: &Setting<'_>) -> Self {
        let mut open: HashMap<Part, HashMap<String, usize>> = HashMap::new();
        for (index, block) in document.of_kind(BlockKind::Footnote) {
            if let Place::Note(mark) = &block.address.place
                && (setting.open_notes)(&block.address.part, mark)
            {
                open.entry(block.address.part.clone()).or_default().insert(mark.clone(), index);
            }
        }
        let mut notes = Self { open, moved: HashSet::new() };
        for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Footnote) {
            let called: Vec<usize> = block.calls().filter_map(|(mark, _)| notes.open(block, mark)).collect();
            notes.moved.extend(called);
        }
        notes
    }

    /// The open footnote that a mark in a passage calls.
    fn open(&self, block: &Block, mark: &str) -> Option<usize> {
        self.open.get(&block.address.part)?.get(mark).copied()
    }
}

#[cfg(test)]
mod tests;
