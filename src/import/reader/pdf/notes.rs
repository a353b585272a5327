//! Footnotes: what is below the line at the foot of a page, and the mark each begins with.

use super::columns::ColumnEdges;
use super::page::{Glyph, Segment};
use super::sheet::{Measures, PagePlace, PageSheet};

/// Letters of footnotes are smaller than those of the text by this factor, where the line above them is missing.
const SMALLER: f32 = 0.92;
/// A mark is smaller than the words after it by this factor.
const MARK: f32 = 0.87;
/// The line above footnotes is at most this long, as a part of the width of the page.
const LONGEST_RULE: f32 = 0.4;

/// Finds the footnotes of a page: below the text of each column, else below all of it.
pub fn mark(sheet: &mut PageSheet, measures: &Measures) {
    let columns: Vec<ColumnEdges> =
        sheet.columns.iter().flat_map(|stretch| stretch.columns.iter().copied()).collect();
    let mut found = false;
    for column in columns {
        found |= mark_within(sheet, measures, column);
    }
    if !found {
        mark_within(sheet, measures, ColumnEdges { left: 0.0, right: sheet.width });
    }
}

/// Finds the footnotes of a column; false if it has none.
fn mark_within(sheet: &mut PageSheet, measures: &Measures, column: ColumnEdges) -> bool {
    let foot = PageFoot { sheet, measures, column };
    let start = foot.below_separator().or_else(|| foot.below_rule()).or_else(|| foot.small());
    let Some(start) = start else { return false };
    for placed in &mut sheet.segments {
        let below = placed.place == PagePlace::Text && placed.segment.base > start;
        if below && column.holds(&placed.segment) {
            placed.place = PagePlace::Note;
        }
    }
    true
}

/// The foot of a page, or of a column of it.
struct PageFoot<'a> {
    sheet: &'a PageSheet,
    measures: &'a Measures,
    column: ColumnEdges,
}

impl PageFoot<'_> {
    /// The rows of its text.
    fn rows(&self) -> Vec<Vec<&Segment>> {
        let rows = self.sheet.rows(PagePlace::Text).into_iter();
        let own = rows.map(|row| row.into_iter().filter(|segment| self.column.holds(segment)).collect());
        own.filter(|row: &Vec<&Segment>| !row.is_empty()).collect()
    }

    fn width(&self) -> f32 {
        self.column.right - self.column.left
    }

    /// The lowest line of underscores with footnotes below it.
    fn below_separator(&self) -> Option<f32> {
        let separators = self
            .sheet
            .segments
            .iter()
            .filter(|placed| placed.place == PagePlace::Separator && self.column.holds(&placed.segment));
        let bases = separators.map(|placed| placed.segment.base);
        let marked = |base: &f32| self.first_below(*base).is_some_and(|first| label(&first).is_some());
        bases.filter(|base| self.are_small(*base) || marked(base)).reduce(f32::min)
    }

    /// The highest short line that is drawn at the left with footnotes below it.
    fn below_rule(&self) -> Option<f32> {
        let rules = self.sheet.rules.iter().filter(|rule| {
            let short = rule.right - rule.left < self.width() * LONGEST_RULE;
            let at_margin = (0.0..self.width() * 0.35).contains(&(rule.left - self.column.left));
            let mut others = self.sheet.rules.iter();
            let crossed = others.any(|other| {
                (other.top - rule.top).abs() < 1.5
                    && other.left > rule.right
                    && other.left < self.column.right
            });
            short && at_margin && !crossed && rule.top > self.sheet.height * 0.2
        });
        rules.map(|rule| rule.top).filter(|top| self.are_small(*top)).reduce(f32::min)
    }

    /// Whether there is text below a place, and all of it is written smaller than the text of the document.
    fn are_small(&self, top: f32) -> bool {
        let rows = self.rows();
        let mut below = rows.iter().filter(|row| row[0].base > top).peekable();
        let small = |segment: &&Segment| segment.size < self.measures.size * 0.96;
        below.peek().is_some() && below.all(|row| row.iter().all(small))
    }

    /// The first segment of the text below a place.
    fn first_below(&self, top: f32) -> Option<Segment> {
        let rows = self.rows();
        rows.iter().find(|row| row[0].base > top).map(|row| row[0].clone())
    }

    /// The first of the small rows at the foot, when it begins with a mark.
    fn small(&self) -> Option<f32> {
        let rows = self.rows();
        let small =
            |row: &&Vec<&Segment>| row.iter().all(|segment| segment.size < self.measures.size * SMALLER);
        let foot: Vec<_> = rows.iter().rev().take_while(small).collect();
        let begins = |row: &&&Vec<&Segment>| {
            let raised = row[0].pieces.first().is_some_and(|piece| is_raised(piece, row[0]));
            let starred = row[0].text().starts_with(is_star) && row[0].base > self.sheet.height * 0.5;
            (raised || starred) && label(row[0]).is_some()
        };
        let first = foot.iter().rev().find(begins)?;
        Some(first[0].base - 0.5 * self.measures.size)
    }
}

/// The mark of a footnote, and how many pieces it takes up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLabel {
    /// Without a slash behind it: `12`, `*`.
    pub mark: String,
    /// The mark has a slash behind it, in the text too: `12/`.
    pub slashed: bool,
    /// Bytes of the segment's text before the words of the footnote.
    pub length: usize,
}

/// The mark that a segment begins with.
#[must_use]
pub fn label(segment: &Segment) -> Option<NoteLabel> {
    let text = segment.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
    let start = text.len() - text.trim_start().len();
    let raised = segment.pieces.first().filter(|piece| is_raised(piece, segment));
    if let Some(piece) = raised
        && let Some(mark) = as_mark(piece.text.trim())
    {
        return Some(NoteLabel { mark, slashed: false, length: piece.text.len() });
    }
    let words = &text[start..];
    let stars = words.chars().take_while(|c| is_star(*c)).count();
    if stars > 0 {
        let end = words.char_indices().nth(stars).map_or(words.len(), |(at, _)| at);
        return (stars <= 4).then(|| NoteLabel {
            mark: words[..end].to_owned(),
            slashed: false,
            length: start + end,
        });
    }
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let slashed = words[digits..].starts_with('/');
    let rest = &words[digits + usize::from(slashed)..];
    let known = (1..=3).contains(&digits) && !words.starts_with('0') && (rest.starts_with(' ') || slashed);
    known.then(|| NoteLabel {
        mark: words[..digits].to_owned(),
        slashed,
        length: start + digits + usize::from(slashed),
    })
}

/// Whether a piece is above the line, or is much smaller and not below it.
#[must_use]
pub fn is_raised(piece: &Glyph, segment: &Segment) -> bool {
    let above = segment.base - piece.base;
    piece.size < segment.size * MARK && above > segment.size * 0.1
}

fn is_star(c: char) -> bool {
    matches!(c, '*' | '†' | '‡' | '§')
}

/// The mark of a footnote as it is raised in a text: `12`, `*`, `a`.
#[must_use]
pub fn as_mark(text: &str) -> Option<String> {
    let text = text.trim_end_matches([',', ';']).trim();
    let digits = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let stars = !text.is_empty() && text.chars().count() <= 4 && text.chars().all(is_star);
    let letter = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    (digits || stars || letter).then(|| text.to_owned())
}
