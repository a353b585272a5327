//! The addresses of all passages of a library as one text, in which a number is found without parsing all others.
//!
//! ```text
//!  14/c/ii                one passage per line, the documents one after the other
//!  norm/i
//!  =norm/i    13 i)       for a norm also, after a tab, its number as printed
//! ```

use std::ops::Range;

use memchr::memmem;

use crate::model::{Address, BlockKind, Document};

/// Addresses by the row of their document in the catalogue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddressList {
    text: String,
    /// For each row the end of its lines in the text.
    ends: Vec<usize>,
}

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
        let is_end = |end: &usize| *end == 0 || text.as_bytes().get(end - 1) == Some(&b'\n');
        let fits =
            ends.is_sorted() && ends.iter().all(is_end) && ends.last().copied().unwrap_or(0) == text.len();
        fits.then_some(Self { text, ends })
    }

    /// Adds the lines of the next row.
    pub fn push(&mut self, lines: &str) {
        self.text += lines;
        self.ends.push(self.text.len());
    }

    /// The lines of a row.
    #[must_use]
    pub fn row(&self, row: usize) -> &str {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[row]]
    }

    /// The lines of some rows whose address is `end`, or ends with a slash and `end`.
    pub fn ending<'a>(&'a self, rows: Range<usize>, end: &str) -> impl Iterator<Item = AddressLine<'a>> {
        let needle = memmem::Finder::new(&format!("{end}\n")).into_owned();
        let (text, start) = self.part(&rows);
        let mut from = 0;
        let found = std::iter::from_fn(move || {
            while let Some(at) = needle.find(&text.as_bytes()[from..]).map(|at| at + from) {
                from = at + needle.needle().len();
                let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
                let is_whole = at == line || text.as_bytes()[at - 1] == b'/';
                if is_whole && !text[line..].starts_with('=') {
                    return Some(line..from - 1);
                }
            }
            None
        });
        found.map(move |line| AddressLine {
            row: self.row_at(start + line.start),
            address: &text[line],
            number: None,
        })
    }

    /// The lines of some rows with the printed number of a norm.
    pub fn numbered<'a>(&'a self, rows: Range<usize>) -> impl Iterator<Item = AddressLine<'a>> {
        let (text, start) = self.part(&rows);
        let signs = text.match_indices('=').filter(|(at, _)| *at == 0 || text.as_bytes()[at - 1] == b'\n');
        signs.filter_map(move |(at, _)| {
            let (address, number) = text[at + 1..].lines().next()?.split_once('\t')?;
            Some(AddressLine { row: self.row_at(start + at), address, number: Some(number) })
        })
    }

    /// The text of some rows, and where it starts.
    fn part(&self, rows: &Range<usize>) -> (&str, usize) {
        let end_of = |count: usize| count.checked_sub(1).map_or(0, |last| self.ends[last]);
        let (start, end) = (end_of(rows.start), end_of(rows.end));
        (&self.text[start..end.max(start)], start)
    }

    /// The row whose lines include a position.
    fn row_at(&self, position: usize) -> usize {
        self.ends.partition_point(|end| *end <= position)
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

    #[test]
    fn a_text_that_does_not_fit_its_ends_is_no_list() {
        let AddressList { text, ends } = list();
        assert_eq!(AddressList::new(text.clone(), ends.clone()), Some(list()));
        assert_eq!(AddressList::new(text.clone(), vec![4, 2, text.len()]), None);
        assert_eq!(AddressList::new(text.clone(), vec![1, text.len()]), None);
        assert_eq!(AddressList::new(text, ends[..1].to_vec()), None);
    }
}
