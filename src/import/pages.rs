//! On which page of the source a line is.

use crate::import::line::Line;

/// The first line of each page, in order; empty if the format shows no pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pages(Vec<PageStart>);

/// The first line of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PageStart {
    line: u32,
    /// Counted from 1.
    page: u32,
}

impl Pages {
    /// The pages that the lines show.
    #[must_use]
    pub fn of(lines: &[Line]) -> Self {
        let mut starts: Vec<PageStart> = Vec::new();
        for line in lines {
            let Some(page) = line.print.map(|print| print.page) else { continue };
            if starts.last().is_none_or(|last| last.page < page) {
                starts.push(PageStart { line: line.number, page });
            }
        }
        Self(starts)
    }

    /// The page of a line, which is given by its number; `None` for line 0, which is none, and without pages.
    #[must_use]
    pub fn of_line(&self, line: u32) -> Option<u32> {
        let before = self.0.partition_point(|start| start.line <= line);
        before.checked_sub(1).map(|at| self.0[at].page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::Print;

    #[test]
    fn a_line_is_on_the_last_page_that_begins_before_it() {
        let line = |number: u32, page: Option<u32>| Line {
            number,
            print: page.map(|page| Print { page, ..Print::default() }),
            ..Line::default()
        };
        let pages = Pages::of(&[
            line(1, Some(1)),
            line(2, Some(1)),
            line(3, None),
            line(4, Some(3)),
            line(9, Some(2)),
        ]);
        let of = |number: u32| pages.of_line(number);
        assert_eq!([0, 1, 3, 4, 9, 20].map(of), [None, Some(1), Some(1), Some(3), Some(3), Some(3)]);
        assert_eq!(Pages::of(&[line(1, None)]).of_line(1), None);
    }
}
