//! The notes at the foot of a page: where each begins, which lines continue it, where they end.

use super::{Lifter, NoteStart, PageNote};
use crate::import::line::Line;
use crate::import::shape::enumerator::{LeadKind, lead};
use crate::import::shape::furniture::RULE;
use crate::import::shape::join::{Begin, End, begin, end};

/// The next note begins within so many lines.
const AHEAD: usize = 14;
/// Notes at the foot of a page take no more lines than this.
const TALLEST: usize = 60;

/// Whether a mark is the next one, or no number.
fn follows(last: &str, mark: &str) -> bool {
    let (last, number) = (last.parse::<u32>(), mark.parse::<u32>());
    last.ok().zip(number.ok()).is_none_or(|(last, number)| number <= last + 1)
}

impl Lifter<'_> {
    /// Takes the notes that begin at a line, if any do; returns the line after them.
    pub(super) fn foot(&mut self, first: usize, rule: bool) -> Option<usize> {
        let lines = self.lines;
        let line = lines.get(first)?;
        let start = self.start(line, rule, None).filter(|start| self.fits(&start.mark, rule));
        let Some(NoteStart { mark, words: text }) = start else {
            return if rule { self.continued(first) } else { None };
        };
        if text.is_empty() {
            if let Some(after) = self.rows(first, &mark) {
                return Some(after);
            }
            if lines.get(first + 1).is_none_or(|next| next.text == RULE || next.after_cut) {
                return None;
            }
        }
        Some(self.take(first, mark, text))
    }

    /// Words after a rule that continue the note of the page before: another note must follow them.
    fn continued(&mut self, first: usize) -> Option<usize> {
        let last = self.notes.last()?;
        let is_cut = self.end(&last.text) != End::Full;
        let mark = last.mark.clone();
        let lines = self.lines;
        let next = self.next_start(first + 1, &mark)?;
        if !(is_cut || begin(&lines[first].text) == Begin::Small) || lines[first].is_heading() {
            return None;
        }
        let mut note = self.notes.pop()?;
        lines[first..next].iter().for_each(|line| self.extend(&mut note, line));
        self.notes.push(note);
        let start = self.start(&lines[next], false, Some(&mark))?;
        Some(self.take(next, start.mark, start.words))
    }

    /// Takes the notes from one on; returns the line after them.
    fn take(&mut self, first: usize, mark: String, text: String) -> usize {
        let lines = self.lines;
        let body_open = self.kept.last().is_some_and(|line| end(&line.text) == End::Open);
        self.set_apart(&mark, &lines[first]);
        let mut note = PageNote { mark, text, line: lines[first].number, calls: Vec::new() };
        let mut next = self.next_start(first + 1, &note.mark);
        let mut at = first + 1;
        while let Some(line) = lines.get(at) {
            if next == Some(at) {
                let Some(NoteStart { mark, words }) = self.start(line, false, Some(&note.mark)) else {
                    break;
                };
                self.set_apart(&mark, line);
                let new = PageNote { mark, text: words, line: line.number, calls: Vec::new() };
                self.close(std::mem::replace(&mut note, new));
                next = self.next_start(at + 1, &note.mark);
            } else if self.is_cut(at) {
                break;
            } else if next.is_some()
                || note.text.is_empty()
                || self.is_indented(at, note.line)
                || self.continues(&note, at, body_open)
            {
                self.extend(&mut note, line);
            } else {
                break;
            }
            at += 1;
        }
        self.close(note);
        self.calls.clear();
        at
    }

    /// Whether the notes of a page cannot continue over a line.
    fn is_cut(&self, at: usize) -> bool {
        let line = &self.lines[at];
        line.text == RULE || line.after_cut || line.is_heading() || (self.layout.is_double() && line.gap == 0)
    }

    /// The line on which the note after this one begins, if it begins soon and on the same page.
    fn next_start(&self, from: usize, mark: &str) -> Option<usize> {
        let mut found = None;
        // Stars do not count, so that the next one may belong to another page.
        let ahead = if mark.parse::<u32>().is_ok() { AHEAD } else { 1 };
        for at in from..self.lines.len().min(from + ahead) {
            let line = &self.lines[at];
            if self.is_cut(at) || line.gap > self.layout.unit.max(1) {
                break;
            }
            let Some(start) = self.start(line, false, Some(mark)) else {
                let numbered = lead(&line.text, &self.vocabulary.enumerators)
                    .is_some_and(|lead| matches!(lead.kind, LeadKind::Number(..)));
                if numbered && !self.stops_short(&self.lines[at - 1].text) {
                    break;
                }
                continue;
            };
            // A mark with others missing before it gives way to the next one, however that begins.
            let next = follows(mark, &start.mark);
            if self.is_good_start(at, &start) && (next || found.is_none()) {
                return Some(at);
            }
            found = found.or(next.then_some(at));
        }
        found.filter(|at| !self.stops_short(&self.lines[*at - 1].text))
    }

    /// Whether a line with the next mark surely begins the next note: it is not a number in the middle of a sentence.
    fn is_good_start(&self, at: usize, start: &NoteStart) -> bool {
        let before = &self.lines[at - 1].text;
        let raised = self.lines[at].text.starts_with(|c: char| !c.is_ascii_digit());
        raised
            || (begin(&start.words) != Begin::Small
                && !self.stops_short(before)
                && self.end(before) == End::Full)
    }

    /// Whether a line belongs to the last note of a page rather than to the text.
    fn continues(&self, note: &PageNote, at: usize, body_open: bool) -> bool {
        let (before, line) = (&self.lines[at - 1], &self.lines[at]);
        if line.gap > self.layout.unit {
            return false;
        }
        let marked = lead(&line.text, &self.vocabulary.enumerators)
            .is_some_and(|lead| !matches!(lead.kind, LeadKind::Bullet));
        let counted = note.mark.starts_with(|c: char| c.is_ascii_digit());
        if counted && self.layout.width.is_some() && self.reaches_end(at) {
            return true;
        }
        let full = self.layout.is_full(&before.text);
        match self.end(&note.text) {
            End::Full => full && !marked && !body_open && begin(&line.text) != Begin::Small,
            End::Soft => !marked,
            End::Open => !marked || full,
        }
    }

    /// Whether a line is set in below the first line of its note, as Markdown does it.
    fn is_indented(&self, at: usize, first: u32) -> bool {
        let line = &self.lines[at];
        let indent = self.lines[..at].iter().rev().find(|line| line.number == first).map(|line| line.indent);
        self.layout.width.is_none() && line.gap == 0 && indent.is_some_and(|indent| line.indent >= indent + 2)
    }

    /// Whether nothing but notes is between a line and the end of its page or of the text.
    fn reaches_end(&self, at: usize) -> bool {
        let rest = &self.lines[at..self.lines.len().min(at + TALLEST)];
        let is_end = |line: &Line| line.text == RULE || line.after_cut;
        let end = rest.iter().position(is_end);
        let ends = end.is_some() && self.is_paged || at + rest.len() == self.lines.len();
        let page = &rest[..end.unwrap_or(rest.len())];
        let calm = |line: &Line| {
            let numbered = lead(&line.text, &self.vocabulary.enumerators)
                .is_some_and(|lead| matches!(lead.kind, LeadKind::Number(..)));
            line.gap <= self.layout.unit && !line.is_heading() && !numbered
        };
        ends && page.iter().all(calm)
    }
}
