//! Lines that belong to rows, as one text, in which those with an ending are found without reading all others.

use std::ops::Range;

use memchr::memmem;

/// The lines of all rows, one row after the other. Each line ends with a line break.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowLines {
    text: String,
    /// For each row the end of its lines in the text.
    ends: Vec<usize>,
}

impl RowLines {
    /// The text with the lines of each row up to one of `ends`; `None` if they do not fit.
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
        &self.text[self.span(&(row..row + 1))]
    }

    /// The text of some rows, as bytes of the whole text.
    #[must_use]
    pub fn span(&self, rows: &Range<usize>) -> Range<usize> {
        let end_of = |count: usize| count.checked_sub(1).map_or(0, |last| self.ends[last]);
        let (start, end) = (end_of(rows.start), end_of(rows.end));
        start..end.max(start)
    }

    /// The bytes from the first line that contains something to the last; empty if none does.
    #[must_use]
    pub fn extent(&self, part: &str) -> Range<usize> {
        let first = memmem::find(self.text.as_bytes(), part.as_bytes());
        let last = memmem::rfind(self.text.as_bytes(), part.as_bytes());
        first.zip(last).map_or(0..0, |(first, last)| self.line_start(first)..self.line_end(last))
    }

    /// The lines in a part of the text that are `end`, or end with a slash and `end`, each with its row.
    pub fn ending<'a>(&'a self, part: Range<usize>, end: &str) -> impl Iterator<Item = (usize, &'a str)> {
        let needle = memmem::Finder::new(&format!("{end}\n")).into_owned();
        let mut from = part.start;
        std::iter::from_fn(move || {
            while let Some(at) = needle.find(&self.text.as_bytes()[from..part.end]).map(|at| at + from) {
                from = at + needle.needle().len();
                let before = self.text.as_bytes()[..at].last();
                if before.is_none_or(|before| b"/\n".contains(before)) {
                    let line = self.line_start(at)..from - 1;
                    return Some((self.row_at(line.start), &self.text[line]));
                }
            }
            None
        })
    }

    /// The lines in a part of the text that begin so, each with its row, in order.
    pub fn starting<'a>(
        &'a self,
        part: Range<usize>,
        start: &'a str,
    ) -> impl Iterator<Item = (usize, &'a str)> {
        let found = memmem::find_iter(self.text[part.clone()].as_bytes(), start.as_bytes())
            .map(move |at| at + part.start);
        let whole = found.filter(|at| self.line_start(*at) == *at).collect::<Vec<usize>>();
        whole.into_iter().map(|at| (self.row_at(at), self.text[at..self.line_end(at)].trim_end_matches('\n')))
    }

    fn line_start(&self, at: usize) -> usize {
        memchr::memrchr(b'\n', &self.text.as_bytes()[..at]).map_or(0, |end| end + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        memchr::memchr(b'\n', &self.text.as_bytes()[at..]).map_or(self.text.len(), |end| at + end + 1)
    }

    /// The row whose lines include a byte of the text.
    fn row_at(&self, position: usize) -> usize {
        self.ends.partition_point(|end| *end <= position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> RowLines {
        let mut lines = RowLines::default();
        for row in ["16\n16/a\nannex/16\n", "", "norm/i\n116\n", "norm/a\n"] {
            lines.push(row);
        }
        lines
    }

    #[test]
    fn a_line_is_found_by_its_whole_end() {
        let lines = lines();
        let ending = |rows, end| lines.ending(lines.span(&rows), end).collect::<Vec<_>>();
        assert_eq!(ending(0..4, "16"), [(0, "16"), (0, "annex/16")]);
        assert_eq!(ending(1..4, "16"), []);
        assert_eq!(ending(2..3, "116"), [(2, "116")]);
        assert_eq!(ending(0..4, "norm/a"), [(3, "norm/a")]);
    }

    #[test]
    fn lines_with_a_part_are_between_the_first_and_the_last_of_them() {
        let lines = lines();
        assert_eq!(&lines.text[lines.extent("norm/")], "norm/i\n116\nnorm/a\n");
        assert_eq!(&lines.text[lines.extent("annex/")], "annex/16\n");
        assert_eq!(lines.extent("op/"), 0..0);
    }

    #[test]
    fn a_line_is_found_by_its_beginning() {
        let lines = lines();
        let starting = |start| lines.starting(lines.span(&(0..4)), start).collect::<Vec<_>>();
        assert_eq!(starting("norm/"), [(2, "norm/i"), (3, "norm/a")]);
        assert_eq!(starting("16"), [(0, "16"), (0, "16/a")]);
    }

    #[test]
    fn a_text_that_does_not_fit_its_ends_is_refused() {
        let RowLines { text, ends } = lines();
        assert_eq!(RowLines::new(text.clone(), ends.clone()), Some(lines()));
        assert_eq!(RowLines::new(text.clone(), vec![4, 2, text.len()]), None);
        assert_eq!(RowLines::new(text.clone(), vec![1, text.len()]), None);
        assert_eq!(RowLines::new(text, ends[..1].to_vec()), None);
    }
}
