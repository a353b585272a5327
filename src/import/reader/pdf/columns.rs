//! Columns of text side by side: where on a page they are, whatever the base lines of each.

use super::page::{Rule, Segment};
use super::sheet::{PagePlace, PageSheet};

/// So many lines in each make columns of text.
const LINES: usize = 6;
/// A column of text is wider than this part of the page.
const NARROWEST: f32 = 0.2;
/// A line fills its column if it has this part of its width; more than half of the lines do.
const FULL: f32 = 0.8;
/// A line that is set in has at least this part of the width.
const SET_IN: f32 = 0.6;
/// Lines of a column are no further apart than this, in sizes of the font.
const CLOSE: f32 = 3.0;
/// Gaps narrower than this, in points, are within a column.
const GUTTER: f32 = 6.0;
/// A rule longer than this part of the page, within the columns, may be that of a table; so many are.
const RULE: f32 = 0.15;
const RULES: usize = 4;
/// How many rows from its first one show where the columns of a stretch may begin.
const SHOWING: usize = 40;

/// A stretch of a page with columns side by side. Lengths are in points.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnStretch {
    /// The base line of its first row.
    pub top: f32,
    /// The base line of its last row.
    pub bottom: f32,
    /// The columns, from left to right.
    pub columns: Vec<ColumnEdges>,
}

/// The edges of a column: as far as the middle of the space between it and the next one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ColumnEdges {
    /// The left one.
    pub left: f32,
    /// The right one.
    pub right: f32,
}

impl ColumnEdges {
    /// Whether a segment begins in the column.
    #[must_use]
    pub fn holds(&self, segment: &Segment) -> bool {
        (self.left..self.right).contains(&segment.left())
    }
}

impl ColumnStretch {
    /// Whether a base line is in the stretch.
    #[must_use]
    pub fn has(&self, base: f32) -> bool {
        (self.top - 1.0..=self.bottom + 1.0).contains(&base)
    }
}

/// Finds the columns of all pages.
pub fn mark(sheets: &mut [PageSheet]) {
    sheets.iter_mut().for_each(|sheet| sheet.columns = find(sheet));
    let Some(usual) = usual(sheets) else { return };
    for sheet in sheets.iter_mut().filter(|sheet| sheet.columns.is_empty()) {
        let stretch = as_usual(sheet, &usual);
        sheet.columns.extend(stretch);
    }
}

/// The columns of most pages of a document, if most pages have the same.
fn usual(sheets: &[PageSheet]) -> Option<Vec<ColumnEdges>> {
    let all = || sheets.iter().filter_map(|sheet| Some(&sheet.columns.first()?.columns));
    let same = |one: &[ColumnEdges], other: &[ColumnEdges]| {
        one.len() == other.len() && one.iter().zip(other).all(|(a, b)| (a.left - b.left).abs() < GUTTER * 2.0)
    };
    let most = all().max_by_key(|one| all().filter(|other| same(one, other)).count())?;
    (all().filter(|other| same(most, other)).count() * 2 >= sheets.len()).then(|| most.clone())
}

/// The rows of a page that are in the columns of most pages: a last page has too few of them to show its own.
fn as_usual(sheet: &PageSheet, columns: &[ColumnEdges]) -> Option<ColumnStretch> {
    let rows = sheet.rows(PagePlace::Text);
    let crosses = |segment: &&Segment| {
        let mut gutters = columns.iter().skip(1).map(|column| column.left);
        gutters.any(|gutter| segment.left() < gutter && segment.right() > gutter)
    };
    let start = rows.iter().rposition(|row| row.iter().any(crosses)).map_or(0, |last| last + 1);
    let (top, bottom) = extent(&rows[start..])?;
    Some(ColumnStretch { top, bottom, columns: columns.to_vec() })
}

/// The highest and the lowest base line of rows.
fn extent(rows: &[Vec<&Segment>]) -> Option<(f32, f32)> {
    let bases = rows.iter().flatten().map(|segment| segment.base);
    let (top, bottom) =
        bases.fold((f32::INFINITY, 0.0f32), |(top, bottom), base| (top.min(base), bottom.max(base)));
    (bottom > 0.0).then_some((top, bottom))
}

/// Finds the columns of a page.
fn find(sheet: &PageSheet) -> Vec<ColumnStretch> {
    let rows = sheet.rows(PagePlace::Text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        match stretch(&rows, at, sheet) {
            Some((end, stretch)) => {
                found.push(stretch);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The columns that begin with a row, and the row after them.
fn stretch(rows: &[Vec<&Segment>], start: usize, sheet: &PageSheet) -> Option<(usize, ColumnStretch)> {
    // Below a row with cells they are those of a table, and above a row with more cells.
    let cells = |at: usize, most: usize| rows.get(at).is_some_and(|row| row.len() > most);
    if start.checked_sub(1).is_some_and(|at| cells(at, 1)) {
        return None;
    }
    let middle = sheet.width * 0.25..sheet.width * 0.75;
    let showing = rows[start..].iter().take(SHOWING).flatten().map(|segment| segment.left() - 2.0);
    let ends = showing.filter(|gutter| middle.contains(gutter)).map(|gutter| {
        let crosses = |segment: &&Segment| segment.left() < gutter && segment.right() > gutter;
        rows[start..].iter().position(|row| row.iter().any(crosses)).map_or(rows.len(), |end| start + end)
    });
    let end = ends.max().filter(|end| end - start >= LINES && !cells(*end, 2))?;
    let segments: Vec<&Segment> = rows[start..end].iter().flatten().copied().collect();
    let strips = strips(&segments, sheet.width * NARROWEST);
    let columns = edges(&strips, sheet.width);
    let (top, bottom) = extent(&rows[start..end])?;
    let framed = is_framed(&sheet.rules, &columns, top..bottom, sheet.width * RULE);
    let narrowest = sheet.width * NARROWEST;
    let is_text = |column: &ColumnEdges| is_text(&rows[start..end], column, narrowest);
    let text = match columns.split_last() {
        Some((last, others)) => {
            let begun = || others.len() == 1 && end - start >= LINES * 2 && is_begun(&rows[start..end], last);
            others.iter().all(is_text) && (is_text(last) || begun())
        }
        None => false,
    };
    (columns.len() > 1 && !framed && text).then_some((end, ColumnStretch { top, bottom, columns }))
}

/// The parts of the width that have segments, with no gap inside; a narrow one, of numbers that hang out, is part of the next.
fn strips(segments: &[&Segment], narrowest: f32) -> Vec<ColumnEdges> {
    let mut sorted: Vec<ColumnEdges> =
        segments.iter().map(|segment| ColumnEdges { left: segment.left(), right: segment.right() }).collect();
    sorted.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut strips: Vec<ColumnEdges> = Vec::new();
    for edges in sorted {
        match strips.last_mut() {
            Some(last) if edges.left - last.right < GUTTER || last.right - last.left < narrowest => {
                last.right = last.right.max(edges.right);
            }
            _ => strips.push(edges),
        }
    }
    strips
}

/// The columns that reach to the middle of the space between them.
fn edges(strips: &[ColumnEdges], width: f32) -> Vec<ColumnEdges> {
    let mut columns = strips.to_vec();
    for at in 1..columns.len() {
        let between = f32::midpoint(strips[at - 1].right, strips[at].left);
        columns[at - 1].right = between;
        columns[at].left = between;
    }
    if let Some(first) = columns.first_mut() {
        first.left = 0.0;
    }
    if let Some(last) = columns.last_mut() {
        last.right = width;
    }
    columns
}

/// Whether lines are drawn as those of a table: across two columns, or many.
fn is_framed(rules: &[Rule], columns: &[ColumnEdges], rows: std::ops::Range<f32>, long: f32) -> bool {
    let mut drawn = rules.iter().filter(|rule| rows.contains(&rule.top) && rule.right - rule.left > long);
    let crosses = |rule: &&Rule| {
        columns.iter().skip(1).any(|column| rule.left < column.left && rule.right > column.left)
    };
    drawn.clone().any(|rule| crosses(&rule)) || drawn.nth(RULES - 1).is_some()
}

/// Whether the last column has a few lines and ends: they begin at its top, without a gap.
fn is_begun(rows: &[Vec<&Segment>], column: &ColumnEdges) -> bool {
    let own = rows.iter().enumerate().filter_map(|(at, row)| {
        let first = row.iter().find(|segment| column.holds(segment))?;
        Some((at, first.base, first.size))
    });
    let own: Vec<(usize, f32, f32)> = own.collect();
    own.first().is_some_and(|(at, ..)| *at <= 1)
        && own.windows(2).all(|pair| pair[1].1 - pair[0].1 < pair[0].2 * CLOSE)
}

/// Whether the rows of a column are running text: most of its lines fill it as far as the edge, some of them set in.
fn is_text(rows: &[Vec<&Segment>], column: &ColumnEdges, narrowest: f32) -> bool {
    let lines = rows.iter().filter_map(|row| {
        let mut own = row.iter().filter(|segment| column.holds(segment));
        let first = own.next()?;
        let right = own.fold(first.right(), |right, segment| right.max(segment.right()));
        Some(ColumnEdges { left: first.left(), right })
    });
    let lines: Vec<ColumnEdges> = lines.collect();
    let left = lines.iter().map(|line| line.left).fold(f32::INFINITY, f32::min);
    let widest = lines.iter().map(|line| line.right - line.left).fold(0.0, f32::max);
    let fills =
        |line: &&ColumnEdges| line.right - left > widest * FULL && line.right - line.left > widest * SET_IN;
    let full = lines.iter().filter(fills).count();
    lines.len() >= LINES && widest > narrowest && full * 2 > lines.len()
}
