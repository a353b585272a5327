//! A page with its segments and what each of them is, and the measures of the whole document.

use super::columns::ColumnStretch;
use super::page::{PdfPage, Rule, Segment};
use super::{cells, rows};

/// A page whose glyphs have become segments.
#[derive(Debug, Clone, PartialEq)]
pub struct PageSheet {
    /// Counted from 1.
    pub number: u32,
    /// Its width, in points.
    pub width: f32,
    /// Its height, in points.
    pub height: f32,
    /// What is written on it, from above to below.
    pub segments: Vec<PlacedSegment>,
    /// Thin horizontal lines.
    pub rules: Vec<Rule>,
    /// How many pictures it has.
    pub pictures: usize,
    /// Glyphs of a text layer that is not drawn.
    pub invisible: usize,
    /// Glyphs that stand for no known character.
    pub unknown: usize,
    /// All glyphs that are drawn.
    pub glyphs: usize,
    /// Where its text is in columns.
    pub columns: Vec<ColumnStretch>,
}

/// A segment, and what it is on its page.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedSegment {
    /// The segment.
    pub segment: Segment,
    /// What it is.
    pub place: PagePlace,
}

/// What a segment is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PagePlace {
    /// Of the text.
    Text,
    /// The head of the first page: organ, symbol, date.
    Cover,
    /// A running head or foot, a page number, a barcode, the number of a line.
    Furniture,
    /// The line between text and footnotes, drawn with underscores.
    Separator,
    /// Of a footnote.
    Note,
}

impl PageSheet {
    /// Makes the segments of a page.
    #[must_use]
    pub fn of(page: &PdfPage) -> Self {
        let segments = cells::cut(rows::segments(page)).into_iter();
        Self {
            number: page.number,
            width: page.width,
            height: page.height,
            segments: segments.map(|segment| PlacedSegment { segment, place: PagePlace::Text }).collect(),
            rules: page.rules.clone(),
            pictures: page.pictures,
            invisible: page.invisible,
            unknown: page.unknown,
            glyphs: page.glyphs.len(),
            columns: Vec::new(),
        }
    }

    /// The segments that are of the text, in rows: those on one base line together.
    #[must_use]
    pub fn rows(&self, place: PagePlace) -> Vec<Vec<&Segment>> {
        let mut rows: Vec<Vec<&Segment>> = Vec::new();
        for placed in self.segments.iter().filter(|placed| placed.place == place) {
            let segment = &placed.segment;
            match rows.last_mut() {
                Some(row) if (row[0].base - segment.base).abs() < 0.3 * segment.size => row.push(segment),
                _ => rows.push(vec![segment]),
            }
        }
        rows
    }
}

impl PageSheet {
    /// The rows of the text, those of each column apart.
    fn text_columns(&self) -> Vec<Vec<Vec<&Segment>>> {
        let rows = self.rows(PagePlace::Text);
        let mut columns = Vec::new();
        for edges in self.columns.iter().flat_map(|stretch| &stretch.columns) {
            let own = |row: &Vec<&'_ Segment>| row.iter().any(|segment| edges.holds(segment));
            let rows = rows.iter().filter(|row| own(row));
            let held = rows.map(|row| row.iter().copied().filter(|segment| edges.holds(segment)).collect());
            columns.push(held.collect());
        }
        if columns.is_empty() {
            columns.push(rows);
        }
        columns
    }
}

/// A line runs to the margin if it leaves no more than this part of the width of the text free.
const MARGIN: f32 = 0.15;

/// A line that begins with a small letter counts as so many, where the distance of the lines of a paragraph is measured.
const SURELY_WITHIN: usize = 4;

/// Whether a line begins with a small letter, as no paragraph does, except in Russian.
fn continues(line: &Segment) -> bool {
    let first = line.pieces.first().and_then(|piece| piece.text.trim_start().chars().next());
    first.is_some_and(|c| c.is_lowercase() && c < '\u{370}')
}

/// The measures of most of the text of a document, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measures {
    /// The size of its font.
    pub size: f32,
    /// From one base line to the next in a paragraph.
    pub leading: f32,
}

impl Measures {
    /// Measures the text of a document.
    #[must_use]
    pub fn of(sheets: &[PageSheet]) -> Self {
        let text = || {
            let placed = sheets.iter().flat_map(|sheet| &sheet.segments);
            placed.filter(|placed| placed.place == PagePlace::Text).map(|placed| &placed.segment)
        };
        let weight = |segment: &Segment| segment.pieces.iter().map(|piece| piece.text.len()).sum::<usize>();
        let size = rows::most(text().map(|segment| (segment.size, weight(segment)))).unwrap_or(10.0);
        let mut steps = Vec::new();
        let mut within = Vec::new();
        for rows in sheets.iter().flat_map(PageSheet::text_columns) {
            let of_text = |row: &[&Segment]| row.len() == 1 && (row[0].size - size).abs() < 0.3;
            let edges = || rows.iter().flatten().filter(|segment| (segment.size - size).abs() < 0.3);
            let left = edges().map(|segment| segment.left()).fold(f32::INFINITY, f32::min);
            let right = edges().map(|segment| segment.right()).fold(0.0, f32::max);
            for pair in rows.windows(2).filter(|pair| of_text(&pair[0]) && of_text(&pair[1])) {
                let step = (pair[1][0].base - pair[0][0].base, 1);
                steps.push(step);
                let is_full = pair[0][0].right() > right - (right - left) * MARGIN;
                let weight = if continues(pair[1][0]) { SURELY_WITHIN } else { 1 };
                within.extend(is_full.then_some((step.0, weight)));
            }
        }
        let fits = |step: &f32| (size * 0.8..size * 2.5).contains(step);
        // In a document of short paragraphs most lines are followed by the gap between two of them.
        let leading = rows::most(within.into_iter().filter(|(step, _)| fits(step)));
        let leading = leading.or_else(|| rows::most(steps.into_iter().filter(|(step, _)| fits(step))));
        Self { size, leading: leading.unwrap_or(size * 1.2) }
    }
}
