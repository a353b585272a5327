//! The addresses of all passages of a library as one text, in which a number is found without parsing all others.
//!
//! ```text
//!  14/c/ii                one passage per line, the documents one after the other
//!  norm/i
//!  =norm/i    13 i)       for a norm also, after a tab, its number as printed
//! ```

use std::ops::Range;
use std::sync::OnceLock;

use crate::base::RowLines;
use crate::model::{Address, BlockKind, Document};

/// Addresses by the row of their document in the catalogue.
#[derive(Debug, Clone, Default)]
pub struct AddressList {
    lines: RowLines,
    /// The part of the text outside which no line has each of [`RARE`].
    extents: OnceLock<[Range<usize>; RARE.len()]>,
}

/// What is in addresses that few documents have, often beside each other: they need not be looked for in all others.
const RARE: [&str; 4] = ["=", "op/", "norm/", "item/"];

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddressLine<'a> {
    /// The row of its document.
    pub row: usize,
    /// The address.
    pub address: &'a str,
    /// Of a norm, its number as printed.
    pub number: Option<&'a str>,
}

impl AddressList {
    /// The lines of a document. An address that does not fit on a line is left out.
    #[must_use]
    pub fn lines(document: &Document) -> String {
        let mut lines = String::new();
        let fits = |text: &str| !text.contains(['\n', '\t']) && !text.starts_with('=');
        for block in &document.blocks {
            let address = block.address.to_string();
            if !fits(&address) {
                continue;
            }
            lines += &address;
            lines.push('\n');
            if let (BlockKind::Norm, Some(number)) = (block.kind, &block.number)
                && fits(number)
            {
                lines += &format!("={address}\t{number}\n");
            }
        }
        lines
    }

    /// The list with these lines, of which those of each row end at one of `ends`; `None` if they do not fit.
    #[must_use]
    pub fn new(text: String, ends: Vec<usize>) -> Option<Self> {
        Some(Self { lines: RowLines::new(text, ends)?, extents: OnceLock::new() })
    }

    /// Adds the lines of the next row.
    pub fn push(&mut self, lines: &str) {
        self.lines.push(lines);
        self.extents.take();
    }

    /// The lines of a row.
    #[must_use]
    pub fn row(&self, row: usize) -> &str {
        self.lines.row(row)
    }

    /// The lines of some rows whose address is `end`, or ends with a slash and `end`.
    pub fn ending<'a>(&'a self, rows: Range<usize>, end: &str) -> impl Iterator<Item = AddressLine<'a>> {
        let found = self.lines.ending(self.part(&rows, end), end);
        let found = found.filter(|(_, address)| !address.starts_with('='));
        found.map(|(row, address)| AddressLine { row, address, number: None })
    }

    /// The lines of some rows with the printed number of a norm.
    pub fn numbered<'a>(&'a self, rows: Range<usize>) -> impl Iterator<Item = AddressLine<'a>> {
        let lines = self.lines.starting(self.part(&rows, "="), "=");
        lines.filter_map(|(row, line)| {
            let (address, number) = line.strip_prefix('=')?.split_once('\t')?;
            Some(AddressLine { row, address, number: Some(number) })
        })
    }

    /// The part of the text of some rows in which there may be addresses with an ending.
    fn part(&self, rows: &Range<usize>, end: &str) -> Range<usize> {
        let own = self.lines.span(rows);
        let Some(rare) = RARE.iter().position(|start| end.starts_with(start)) else { return own };
        let extent = &self.extents.get_or_init(|| RARE.map(|start| self.lines.extent(start)))[rare];
        let start = own.start.max(extent.start);
        start..own.end.min(extent.end).max(start)
    }
}

impl AddressLine<'_> {
    /// The address; `None` if it is not one.
    #[must_use]
    pub fn parsed(&self) -> Option<Address> {
        self.address.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> AddressList {
        let mut list = AddressList::default();
        for lines in ["16\n16/a\nannex/16\n", "", "norm/i\n=norm/i\t13 i)\n116\nheading/II/A\n"] {
            list.push(lines);
        }
        list
    }

    #[track_caller]
    fn ending(rows: Range<usize>, end: &str, expected: &[(usize, &str)]) {
        let list = list();
        let found: Vec<(usize, &str)> = list.ending(rows, end).map(|line| (line.row, line.address)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_number_is_found_at_the_end_of_an_address_and_only_whole() {
        ending(0..3, "16", &[(0, "16"), (0, "annex/16")]);
        ending(1..3, "16", &[]);
        ending(0..3, "A", &[(2, "heading/II/A")]);
        ending(0..3, "norm/i", &[(2, "norm/i")]);
        ending(0..3, "13 i)", &[]);
        ending(2..3, "116", &[(2, "116")]);
    }

    #[test]
    fn a_printed_number_is_beside_its_norm() {
        let list = list();
        let found: Vec<AddressLine<'_>> = list.numbered(0..3).collect();
        assert_eq!(found, [AddressLine { row: 2, address: "norm/i", number: Some("13 i)") }]);
        assert_eq!((list.row(0), list.row(1)), ("16\n16/a\nannex/16\n", ""));
    }
}
