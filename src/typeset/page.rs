//! A page: a document set at a width. Each line has the passage and the range of bytes that it shows.

pub mod beside;

use std::collections::{HashMap, HashSet};

use crate::base::Span;
use crate::model::{Block, BlockKind, Document, Part, Place};
use crate::typeset::margin::{Margins, Setoff};
use crate::typeset::wrap::{WrapMark, visible_part, wrap_with};
use crate::typeset::{breaks, superscript};

/// Options for setting a document.
pub struct PageSetting<'a> {
    /// Width of the page in columns, at least 1.
    pub width: usize,
    /// Whether the footnote with this mark in this part is open: shown below the lines with its calls.
    pub open_notes: &'a dyn Fn(&Part, &str) -> bool,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A line of a passage in its own position.
    Text,
    /// A line of an open footnote, below the line of the passage (index of its block) with the call.
    Note(usize),
    /// The empty line after a passage.
    Blank,
}

/// One line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLine {
    /// Index in `Document::blocks` of the passage whose text is shown; for an open footnote, of the footnote.
    pub block: usize,
    /// What the line is.
    pub kind: LineKind,
    /// The range of the passage's text, with spaces that extend beyond the width; see [`PageLine::shown`].
    pub span: Span,
    /// Number of empty columns before the text.
    pub indent: usize,
    /// On the first line of a numbered passage, the column at which its number begins, and the number. The number ends at
    /// least one column before `indent`.
    pub margin: Option<(usize, String)>,
    /// The footnotes called in this line: byte offset in the passage's text, and printed mark. The line has room for
    /// their [`superscript`]s.
    pub calls: Vec<(usize, String)>,
}

impl PageLine {
    /// The visible range of the line: without the spaces that extend beyond the width.
    #[must_use]
    pub fn shown(&self, document: &Document) -> Span {
        visible_part(&document.blocks[self.block].text, self.span)
    }
}

/// A document set at a width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Width of the page in columns.
    pub width: usize,
    /// The lines from top to bottom; empty for a document without passages.
    pub lines: Vec<PageLine>,
    /// For each passage, the index of its first line.
    first: Vec<usize>,
}

impl Page {
    /// Sets a document. Takes time linear in its length.
    #[must_use]
    pub fn set(document: &Document, setting: &PageSetting<'_>) -> Self {
        let width = setting.width.max(1);
        let notes = OpenNotes::of(document, setting);
        let margins = Margins::of(document, width);
        let first = vec![usize::MAX; document.blocks.len()];
        let mut page = Self { width, lines: Vec::new(), first };
        let mut before: Option<&Block> = None;
        for (index, block) in document.blocks.iter().enumerate() {
            if notes.moved.contains(&index) {
                continue;
            }
            if before.is_some_and(|before| are_separated(before, block)) {
                page.blank();
            }
            page.passage(document, index, &margins, &notes);
            before = Some(block);
        }
        page
    }

    /// Index of the first line of a passage; 0 for a passage that does not exist.
    #[must_use]
    pub fn first_line(&self, block: usize) -> usize {
        self.first.get(block).copied().unwrap_or(0)
    }

    /// Index of the line that shows a byte of a passage's text; the last line of the passage for a byte beyond its end.
    #[must_use]
    pub fn line_of(&self, block: usize, byte: usize) -> usize {
        let first = self.first_line(block);
        let rest = self.lines.iter().enumerate().skip(first);
        // Open footnotes are between the lines of a passage.
        rest.filter(|(_, line)| line.block == block && line.kind != LineKind::Blank)
            .take_while(|(at, line)| *at == first || (line.span.start != 0 && line.span.start <= byte))
            .last()
            .map_or(first, |(at, _)| at)
    }

    /// Index of the passage that a line belongs to; an empty line belongs to the passage above it.
    #[must_use]
    pub fn block_at(&self, line: usize) -> usize {
        self.place_at(line).0
    }

    /// Index of the passage, and byte offset in its text, at which a line begins; used to find the position at another width.
    #[must_use]
    pub fn place_at(&self, line: usize) -> (usize, usize) {
        let line = self.lines.get(line).or(self.lines.last());
        line.map_or((0, 0), |line| (line.block, line.span.start))
    }

    fn blank(&mut self) {
        let Some(above) = self.lines.last() else { return };
        // The passage above, not an open footnote below its last line.
        let block = if let LineKind::Note(caller) = above.kind { caller } else { above.block };
        let end = self.lines.iter().rev().find(|line| line.block == block).map_or(0, |line| line.span.end);
        self.lines.push(PageLine {
            block,
            kind: LineKind::Blank,
            span: Span::at(end),
            indent: 0,
            margin: None,
            calls: Vec::new(),
        });
    }

    /// Sets a passage in its own position, with its open footnotes.
    fn passage(&mut self, document: &Document, index: usize, margins: &Margins, notes: &OpenNotes) {
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

    fn push(&mut self, line: PageLine) {
        let first = &mut self.first[line.block];
        *first = (*first).min(self.lines.len());
        self.lines.push(line);
    }

    /// The lines of a passage's text.
    fn rows(&self, block: &Block, index: usize, kind: LineKind, setoff: Setoff) -> Vec<PageLine> {
        let mut calls: Vec<(usize, &str)> =
            block.calls().map(|(mark, place)| (place.min(block.text.len()), mark)).collect();
        calls.sort_by_key(|(place, _)| *place);
        let marks: Vec<WrapMark> = calls
            .iter()
            .map(|(at, mark)| WrapMark { at: *at, columns: crate::base::text::width(&superscript(mark)) })
            .collect();
        let spans = wrap_with(&block.text, self.width.saturating_sub(setoff.indent), &marks);
        let mut calls = calls.into_iter().peekable();
        let mut margin = setoff.margin;
        let last = spans.len() - 1;
        let line = |(nth, span): (usize, Span)| {
            let mut here = Vec::new();
            while let Some((place, mark)) =
                calls.next_if(|(place, _)| nth == last || is_in(&block.text, *place, span))
            {
                here.push((place, mark.to_owned()));
            }
            PageLine { block: index, kind, span, indent: setoff.indent, margin: margin.take(), calls: here }
        };
        spans.into_iter().enumerate().map(line).collect()
    }
}

/// Whether a mark at this byte offset is in the row: it follows the character before it, except a breaking space; then it
/// goes with the character after it.
fn is_in(text: &str, place: usize, row: Span) -> bool {
    let after_space = text
        .get(..place)
        .and_then(|before| before.chars().next_back())
        .is_some_and(|c| breaks::is_breaking_space(c) || c == '\n');
    place < row.end || (place == row.end && !after_space)
}

/// Whether there is an empty line between two passages: not inside an agenda, and not between footnotes.
fn are_separated(before: &Block, after: &Block) -> bool {
    before.kind != after.kind
        || !matches!(after.kind, BlockKind::AgendaItem | BlockKind::Footnote)
        || before.address.part != after.address.part
}

/// The open footnotes of a document.
struct OpenNotes {
    /// Index of each open footnote, by part and mark.
    open: HashMap<Part, HashMap<String, usize>>,
    /// Indexes of those that are shown below a call instead of at the end of their part.
    moved: HashSet<usize>,
}

impl OpenNotes {
    fn of(document: &Document, setting: &PageSetting<'_>) -> Self {
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

    /// Index of the open footnote that a mark in a passage calls.
    fn open(&self, block: &Block, mark: &str) -> Option<usize> {
        self.open.get(&block.address.part)?.get(mark).copied()
    }
}

#[cfg(test)]
mod tests;
