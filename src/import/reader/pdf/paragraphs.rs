//! Where a passage begins: by the gap above a line, its indent, its style, and the room left on the line before.

use std::collections::HashMap;

use super::marks::{ends, is_marked, stops};
use super::order::{Printed, PrintedKind};
use super::rows;
use super::sheet::Measures;
use crate::import::layout::is_ideograph;

/// A gap between two base lines that is larger than the usual one by this factor begins a passage.
const GAP: f32 = 1.28;
/// Lines differ in indent if their left edges are further apart than this, in sizes of the font.
const INDENT: f32 = 0.7;
/// A line whose letters are so much bold, in percent, is bold.
const BOLD: usize = 90;
/// A heading of which so much is bold, in percent, belongs to lines that are bold: its number may not be.
const MOSTLY: usize = 60;
/// A line that leaves so much of the width of the text free is broken off on purpose.
const BROKEN_OFF: f32 = 0.3;
/// A paragraph whose lines are set in by more than this, in sizes of the font, is quoted.
const QUOTED: f32 = 1.5;
/// Columns of several pages begin at the same edge if it differs by less than this, in sizes of the font.
const BESIDE: f32 = 4.0;
/// A heading is not wider than this part of the text, if only its place in the middle shows it.
const CENTRED: f32 = 0.8;

/// What the page shows of a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ShownLine {
    /// Whether it begins a passage; `None` if the page does not show it.
    pub begins: Option<bool>,
    /// Whether it is printed as a heading.
    pub heading: bool,
    /// Whether it is a paragraph quoted from elsewhere: its number is not one of this document.
    pub quoted: bool,
}

/// Decides for every line; lines that are not of the text begin a passage each.
#[must_use]
pub fn decide(lines: &[Printed], measures: &Measures) -> Vec<ShownLine> {
    let reading = ColumnLines::of(lines, measures);
    let mut shown: Vec<ShownLine> = Vec::with_capacity(lines.len());
    let mut before: Option<usize> = None;
    for (at, line) in lines.iter().enumerate() {
        let heading = line.kind == PrintedKind::Text
            && (reading.is_heading(at)
                || before.is_some_and(|before| shown[before].heading && reading.ends_heading(before, at)));
        let begins = match line.kind {
            PrintedKind::Text => match before {
                Some(before) => {
                    let begins = reading.begins(before, at, heading, shown[before].heading);
                    let hangs = shown[before].begins == Some(false) && reading.ends_hanging(before, at);
                    if hangs { Some(true) } else { begins }
                }
                None => Some(true),
            },
            PrintedKind::Cover => Some(!reading.names_continue(at)),
            _ => Some(true),
        };
        shown.push(ShownLine { begins, heading, quoted: false });
        match line.kind {
            PrintedKind::Text => before = Some(at),
            PrintedKind::Row | PrintedKind::Contents | PrintedKind::Cover => before = None,
            PrintedKind::Note | PrintedKind::Furniture => {}
        }
    }
    quotations(&reading, &mut shown);
    shown
}

/// Finds the numbered paragraphs all of whose lines are set in, in a document whose numbered paragraphs are not.
fn quotations(reading: &ColumnLines<'_>, shown: &mut [ShownLine]) {
    let lines = reading.lines;
    // Columns side by side have edges of their own; the cover of a first page may begin further left than its text.
    let indent = |at: usize| lines[at].left - reading.edges(at).0;
    let place = |at: usize| lines[at].left;
    let numbered = |at: usize| {
        let text = lines[at].text();
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let second = lines.get(at + 1).is_some_and(|next| {
            shown[at + 1].begins == Some(false)
                && next.column == lines[at].column
                && next.kind == PrintedKind::Text
        });
        let first =
            lines[at].kind == PrintedKind::Text && shown[at].begins == Some(true) && !shown[at].heading;
        first && second && (1..=3).contains(&digits) && text[digits..].starts_with(". ")
    };
    let found: Vec<usize> = (0..lines.len()).filter(|at| numbered(*at)).collect();
    let usual = |left: &dyn Fn(usize) -> f32| rows::most(found.iter().map(|at| (left(at + 1), 1)));
    let (Some(usual_indent), Some(usual_place)) = (usual(&indent), usual(&place)) else { return };
    let normal = found.iter().filter(|at| (indent(**at + 1) - usual_indent).abs() < 1.0).count();
    for at in found {
        let set_in = |left: &dyn Fn(usize) -> f32, usual: f32| {
            left(at + 1) - usual > lines[at].size * QUOTED && left(at) > usual + lines[at].size
        };
        shown[at].quoted = normal > 2 && set_in(&indent, usual_indent) && set_in(&place, usual_place);
    }
}

/// The lines with what is known of the columns they stand in.
struct ColumnLines<'a> {
    lines: &'a [Printed],
    measures: &'a Measures,
    /// The left and right edge of each column.
    edges: HashMap<u32, (f32, f32)>,
    /// The edges of all columns.
    all: Vec<(f32, f32)>,
}

impl<'a> ColumnLines<'a> {
    fn of(lines: &'a [Printed], measures: &'a Measures) -> Self {
        let mut edges: HashMap<u32, (f32, f32)> = HashMap::new();
        for line in lines.iter().filter(|line| line.kind == PrintedKind::Text) {
            let edge = edges.entry(line.column).or_insert((f32::INFINITY, 0.0));
            *edge = (edge.0.min(line.left), edge.1.max(line.right));
        }
        let mut all: Vec<(f32, f32)> = edges.values().copied().collect();
        all.sort_by(|a, b| a.1.total_cmp(&b.1));
        Self { lines, measures, edges, all }
    }

    /// The right edge of most columns that begin at a left edge.
    fn usual_right(&self, left: f32) -> f32 {
        let beside = |edge: &&(f32, f32)| (edge.0 - left).abs() < self.measures.size * BESIDE;
        let rights: Vec<f32> = self.all.iter().filter(beside).map(|edge| edge.1).collect();
        rights.get(rights.len() / 2).copied().unwrap_or(0.0)
    }

    /// The edges of the text around a line.
    fn edges(&self, at: usize) -> (f32, f32) {
        let line = &self.lines[at];
        let (left, right) = self.edges.get(&line.column).copied().unwrap_or((line.left, line.right));
        let usual = self.usual_right(left);
        // A column with a few short lines does not show its width.
        let narrow = right < usual && right - left > (usual - left) * 0.6;
        (left, if narrow { usual } else { right })
    }

    fn is_bold(&self, at: usize) -> bool {
        self.lines[at].bold() >= BOLD
    }

    /// Whether a line is printed as a heading is: bold, larger than the text, or in the middle of the page.
    fn is_heading(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let text = line.text();
        if !text.contains(char::is_alphabetic) || text.len() > 300 {
            return false;
        }
        self.is_bold(at) || line.size > self.measures.size * 1.15 || self.is_centred(at)
    }

    /// Whether a line without letters is the end of the heading before it: a number, years.
    fn ends_heading(&self, before: usize, at: usize) -> bool {
        let (last, line) = (&self.lines[before], &self.lines[at]);
        let near = (0.0..self.measures.leading * GAP).contains(&(line.base - last.base));
        let style = (last.size - line.size).abs() < 0.5 && last.bold() >= MOSTLY && line.bold() >= MOSTLY;
        near && style && last.column == line.column && !line.text().contains(char::is_alphabetic)
    }

    /// Whether a line of the head of the first page continues a name in large letters.
    fn names_continue(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let (last, line) = (&self.lines[before], &self.lines[at]);
        last.kind == PrintedKind::Cover
            && (last.size - line.size).abs() < 0.5
            && line.size > self.measures.size * 1.4
            && (last.left - line.left).abs() < line.size * INDENT
            && (0.0..line.size * 1.5).contains(&(line.base - last.base))
    }

    fn is_centred(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let (left, right) = self.edges(at);
        let (before, after) = (line.left - left, right - line.right);
        let apart = |other: Option<&Printed>| {
            other.is_none_or(|other| {
                (other.base - line.base).abs() > self.measures.leading * GAP || other.column != line.column
            })
        };
        // The line below may be the second half of the heading, but not the rest of a paragraph.
        let continued = self.lines.get(at + 1).is_some_and(|next| {
            !apart(Some(next))
                && next.kind == PrintedKind::Text
                && (next.left + next.right - line.left - line.right).abs() > line.size * 2.4
        });
        let text = line.text();
        (before - after).abs() < line.size * 1.2
            && before > line.size * 4.0
            && line.right - line.left < (right - left) * CENTRED
            && !continued
            && apart(at.checked_sub(1).map(|before| &self.lines[before]))
            && !text.ends_with([',', ';', '.'])
    }

    /// Whether a line begins a passage, after another one of the text.
    fn begins(&self, before: usize, at: usize, heading: bool, after_heading: bool) -> Option<bool> {
        let (last, line) = (&self.lines[before], &self.lines[at]);
        let step = line.base - last.base;
        let leading = self.measures.leading * (line.size / self.measures.size).max(1.0);
        let near = last.column == line.column && step > 0.0 && step < leading * GAP;
        let same_size = (last.size - line.size).abs() < self.measures.size * 0.08;
        if heading || after_heading {
            let same_style = (self.lines[before].bold() >= MOSTLY) == (self.lines[at].bold() >= MOSTLY);
            let continues =
                near && same_size && same_style && heading == after_heading && !self.begins_with_mark(at);
            return Some(!continues);
        }
        if last.column == line.column {
            if !near || !same_size {
                return Some(true);
            }
            return self.by_indent(before, at);
        }
        self.over_the_page(before, at)
    }

    /// Whether a line comes after the last one of a paragraph whose number hangs out, of which the line before is not the first.
    fn ends_hanging(&self, before: usize, at: usize) -> bool {
        let (last, line) = (&self.lines[before], &self.lines[at]);
        let set_out = (last.left - line.left) / line.size;
        last.column == line.column && set_out > INDENT && stops(&last.words())
    }

    /// In one column, without a gap between the lines; `None` for a number that only its place in the sequence can decide.
    fn by_indent(&self, before: usize, at: usize) -> Option<bool> {
        let (last, line) = (&self.lines[before], &self.lines[at]);
        let set_in = (line.left - last.left) / line.size;
        if set_in.abs() > INDENT && self.is_at_right(before) && self.is_at_right(at) {
            return Some(true);
        }
        let ended = ends(&last.words());
        let room = self.has_room(before, at);
        let listed = set_in.abs() > INDENT || room || self.begins_with_mark(before);
        if self.begins_with_mark(at) && ended {
            return (listed || !stops(&last.words())).then_some(listed);
        }
        if set_in > INDENT {
            // The second line of a paragraph whose number hangs out is set in as well.
            let hanging = self.begins_with_mark(before);
            return Some(!hanging || (room && (ended || self.is_short(before))));
        }
        // No passage begins with a small letter after a comma, except in Russian.
        let text = line.text();
        let within =
            last.words().ends_with(',') && text.starts_with(|c: char| c.is_lowercase() && c < '\u{370}');
        let stopped = stops(&last.words());
        Some(room && (stopped && (!within || self.is_short(before)) || self.is_broken_off(before, at)))
    }

    /// Whether a line is set to the right margin, far from the left one, as the meeting and the date of adoption are.
    fn is_at_right(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let (left, right) = self.edges(at);
        line.left > left + (right - left) / 2.0 && line.right > right - line.size * QUOTED
    }

    /// Whether a line ends long before the margin, and the next one does not begin in the middle of a sentence.
    fn is_broken_off(&self, before: usize, at: usize) -> bool {
        self.lines[at].text().starts_with(|c: char| !c.is_lowercase()) && self.is_short(before)
    }

    /// Whether a line ends long before the margin.
    fn is_short(&self, at: usize) -> bool {
        let (left, right) = self.edges(at);
        self.lines[at].right < right - (right - left) * BROKEN_OFF
    }

    /// Whether the first word of a line would have fitted on the line before.
    fn has_room(&self, before: usize, at: usize) -> bool {
        let (last, line) = (&self.lines[before], &self.lines[at]);
        let (_, right) = self.edges(before);
        let text = line.text();
        let letters = text.chars().count().max(1);
        // Chinese breaks its lines between any two characters.
        let whole = text.split_whitespace().next().filter(|word| !word.starts_with(is_ideograph));
        let word = whole.map_or(1, |word| word.chars().count());
        let width = (line.right - line.left) * (word as f32 + 1.0) / letters as f32;
        last.right + width < right - line.size * 0.3
    }

    /// On another page or in another column.
    fn over_the_page(&self, before: usize, at: usize) -> Option<bool> {
        let (last, line) = (&self.lines[before], &self.lines[at]);
        let ended = ends(&last.words());
        if self.begins_with_mark(at) && ended {
            return Some(true);
        }
        let next = self.lines.get(at + 1).filter(|next| {
            next.kind == PrintedKind::Text
                && next.column == line.column
                && next.base - line.base < self.measures.leading * GAP
                && next.base > line.base
        });
        let small = line.text().starts_with(char::is_lowercase);
        // In Russian a paragraph of a preamble begins with a small letter.
        let within = small && (!ended || line.text().starts_with(|c: char| c < '\u{370}'));
        if let Some(next) = next {
            let set_in = (line.left - next.left) / line.size;
            // The rest of a paragraph whose number hangs out is set in too, above the number of the next one.
            let hangs = !ended && self.begins_with_mark(at + 1);
            if set_in > INDENT && !within && !hangs {
                return Some(true);
            }
        } else if (line.left - self.edges(at).0) / line.size > INDENT && ended && !within {
            return Some(true);
        }
        if small || (!ended && !self.is_short(before)) {
            return Some(false);
        }
        if !ended {
            return None;
        }
        if self.has_room(before, at) {
            return Some(true);
        }
        let indented = self.indents_first_lines();
        if indented { Some(false) } else { None }
    }

    /// Whether paragraphs begin with an indent in this document.
    fn indents_first_lines(&self) -> bool {
        let text: Vec<&Printed> = self.lines.iter().filter(|line| line.kind == PrintedKind::Text).collect();
        let pairs = text.windows(2).filter(|pair| {
            pair[0].column == pair[1].column && pair[1].base - pair[0].base < self.measures.leading * GAP
        });
        let (mut set_in, mut all) = (0usize, 0usize);
        for pair in pairs {
            all += 1;
            set_in += usize::from(pair[0].left - pair[1].left > pair[0].size * INDENT);
        }
        set_in * 12 > all
    }

    /// Whether a line begins with the number, the letter or the bullet of a paragraph.
    fn begins_with_mark(&self, at: usize) -> bool {
        is_marked(&self.lines[at].text())
    }
}
