//! A row of marks, and after it a row of notes, as programs that take text from pages leave them.

use super::{Lifter, PageNote};
use crate::import::line::Line;
use crate::import::shape::furniture::RULE;
use crate::import::shape::join::{Begin, End, begin};

/// No page has more notes than this.
const MOST: usize = 60;

impl Lifter<'_> {
    /// Takes the marks that are alone on the lines from one on, and as many notes after them; returns the line after those.
    /// Nothing is taken if there is one mark only, or if it is not clear where each note begins.
    pub(super) fn rows(&mut self, first: usize, mark: &str) -> Option<usize> {
        let marks = self.marks(first, mark);
        if marks.len() < 2 {
            return None;
        }
        let from = first + marks.len();
        let to = self.page_end(from);
        let starts = self.starts(from, to, marks.len())?;
        let lines = self.lines;
        for (at, mark) in marks.iter().enumerate() {
            let own = &lines[starts[at]..starts.get(at + 1).copied().unwrap_or(to)];
            let mut note =
                PageNote { mark: mark.clone(), text: String::new(), line: own[0].number, calls: Vec::new() };
            own.iter().for_each(|line| self.extend(&mut note, line));
            self.close(note);
        }
        self.calls.clear();
        Some(to)
    }

    /// The marks alone on their lines, each the next of the one before.
    fn marks(&self, first: usize, mark: &str) -> Vec<String> {
        let mut marks = vec![mark.to_owned()];
        for line in self.lines[first + 1..].iter().take(MOST) {
            match self.start(line, false, marks.last().map(String::as_str)) {
                Some(start) if start.words.is_empty() && !line.after_cut => marks.push(start.mark),
                _ => break,
            }
        }
        marks
    }

    /// The line after the notes of a page. What was between the marks and the notes may have been taken off.
    fn page_end(&self, from: usize) -> usize {
        let is_end = |line: &Line| line.text == RULE || line.after_cut || line.is_heading();
        let rest = self.lines.get(from + 1..).unwrap_or_default();
        let length = rest.iter().take(MOST * 3).position(is_end).unwrap_or(rest.len().min(MOST * 3));
        (from + 1 + length).min(self.lines.len())
    }

    /// The lines on which so many notes begin: as many lines as notes, or lines after the end of a sentence.
    fn starts(&self, from: usize, to: usize, count: usize) -> Option<Vec<usize>> {
        if from >= to || to - from < count {
            return None;
        }
        if to - from == count {
            return Some((from..to).collect());
        }
        let begins = |at: &usize| {
            *at == from
                || (begin(&self.lines[*at].text) != Begin::Small
                    && self.end(&self.lines[at - 1].text) == End::Full)
        };
        let starts: Vec<usize> = (from..to).filter(begins).collect();
        (starts.len() == count).then_some(starts)
    }
}
