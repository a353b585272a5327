//! Two texts of one document beside each other: the page that is read gets empty lines, so that what belongs together begins in the
//! same row.

use std::ops::Range;

use crate::base::Span;
use crate::typeset::{LineKind, Page, PageLine};

/// What is beside a passage of the text that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairedPassage {
    /// The passage of the other text with the same address, by its index.
    Same(usize),
    /// A passage that only the other text has, by its index; `is_numbered` if the two texts should have the same numbers.
    OnlyThere {
        /// Its index.
        block: usize,
        /// Whether its number should be the same in both.
        is_numbered: bool,
    },
    /// Nothing: only the text that is read has this number.
    OnlyHere,
}

/// A row beside a line of the page that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowBeside {
    /// A line of the other page, by its index.
    Line(usize),
    /// The same, the first one of a number that only the other text has.
    OnlyThere(usize),
    /// Nothing: only the text that is read has the number that begins in this row.
    OnlyHere,
    /// Nothing.
    Empty,
}

/// The page of the other text, row by row as the lines of the one that is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageBeside {
    /// The page.
    pub page: Page,
    /// What is beside each line of the page that is read.
    pub rows: Vec<RowBeside>,
}

impl Page {
    /// The lines of a passage with its open footnotes, without the empty ones after it.
    fn own_lines(&self, block: usize) -> Range<usize> {
        let start = self.first_line(block).min(self.lines.len());
        let own = self.lines[start..].iter();
        start..start + own.take_while(|line| line.owner() == block && line.kind != LineKind::Blank).count()
    }

    /// Puts the page of another text beside this one, which gets empty lines where the other one is longer. `pairs` has for each
    /// passage of this text what is beside it.
    #[must_use]
    pub fn put_beside(&mut self, other: Self, pairs: &[Vec<PairedPassage>]) -> PageBeside {
        let lines = std::mem::take(&mut self.lines);
        let (mut rows, mut moved) = (Vec::with_capacity(lines.len()), Vec::with_capacity(lines.len()));
        for own in lines.chunk_by(|one, next| one.owner() == next.owner()) {
            let owner = own[0].owner();
            let empty = own.iter().rev().take_while(|line| line.kind == LineKind::Blank).count();
            let (text, after) = own.split_at(own.len() - empty);
            let beside = pairs.get(owner).map_or_else(Vec::new, |paired| other.rows_of(paired, text.len()));
            let end = own.iter().filter(|line| line.block == owner).map(|line| line.span.end).max();
            let missing = beside.len().saturating_sub(text.len());
            let blank = PageLine::blank(owner, end.unwrap_or(0));
            moved.extend(self.lines.len()..self.lines.len() + text.len());
            self.lines.extend(text.iter().cloned().chain(std::iter::repeat_n(blank, missing)));
            moved.extend(self.lines.len()..self.lines.len() + after.len());
            self.lines.extend_from_slice(after);
            rows.extend(beside);
            rows.resize(self.lines.len(), RowBeside::Empty);
        }
        for first in &mut self.first {
            *first = moved.get(*first).copied().unwrap_or(*first);
        }
        PageBeside { page: other, rows }
    }

    /// The rows for what is beside a passage of so many lines. What only the other text has begins below them.
    fn rows_of(&self, paired: &[PairedPassage], lines: usize) -> Vec<RowBeside> {
        let mut rows = Vec::new();
        for paired in paired {
            match *paired {
                PairedPassage::OnlyHere => rows.push(RowBeside::OnlyHere),
                PairedPassage::Same(block) => rows.extend(self.own_lines(block).map(RowBeside::Line)),
                PairedPassage::OnlyThere { block, is_numbered } => {
                    rows.resize(rows.len().max(lines) + 1, RowBeside::Empty);
                    let first = self.first_line(block);
                    rows.extend(self.own_lines(block).map(|line| match is_numbered && line == first {
                        true => RowBeside::OnlyThere(line),
                        false => RowBeside::Line(line),
                    }));
                }
            }
        }
        rows
    }
}

impl PageLine {
    /// The passage at whose position the line is: for an open footnote the one that calls it.
    fn owner(&self) -> usize {
        if let LineKind::Note(caller) = self.kind { caller } else { self.block }
    }

    /// An empty line below a passage, whose text ends at a byte.
    fn blank(block: usize, end: usize) -> Self {
        let span = Span::at(end);
        Self { block, kind: LineKind::Blank, span, indent: 0, margin: None, calls: Vec::new() }
    }
}
