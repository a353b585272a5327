//! The order of reading: rows, columns, tables and tables of contents of a page, as lines.

use super::columns::ColumnEdges;
use super::notes;
use super::page::Segment;
use super::sheet::{Measures, PagePlace, PageSheet};

/// A printed line in the order of reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// The page, counted from 1.
    pub page: u32,
    /// The column, counted over the document: lines of different columns or pages have different ones.
    pub column: u32,
    /// What it is.
    pub kind: PrintedKind,
    /// Its segments: one, or the cells of a row.
    pub segments: Vec<Segment>,
    /// Its left edge.
    pub left: f32,
    /// Its right edge.
    pub right: f32,
    /// Its base line.
    pub base: f32,
    /// The size of most of its letters.
    pub size: f32,
}

/// What a printed line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintedKind {
    /// Running text, headings, numbered paragraphs.
    Text,
    /// A line of the head of the first page.
    Cover,
    /// A row of a table.
    Row,
    /// An entry of a table of contents.
    Contents,
    /// Of a footnote.
    Note,
    /// Of the page and not of the text.
    Furniture,
}

impl Printed {
    fn of(page: u32, kind: PrintedKind, segments: Vec<&Segment>) -> Self {
        let least = |values: &mut dyn Iterator<Item = f32>| values.fold(f32::INFINITY, f32::min);
        let widest = segments.iter().max_by(|a, b| a.right().total_cmp(&b.right()));
        let longest = segments.iter().max_by_key(|segment| segment.text().len());
        Self {
            page,
            column: 0,
            kind,
            left: least(&mut segments.iter().map(|segment| segment.left())),
            right: widest.map_or(0.0, |segment| segment.right()),
            base: longest.map_or(0.0, |segment| segment.base),
            size: longest.map_or(0.0, |segment| segment.size),
            segments: segments.into_iter().cloned().collect(),
        }
    }

    /// Its words, the cells of a row with a tab between them.
    #[must_use]
    pub fn text(&self) -> String {
        let cells: Vec<String> = self.segments.iter().map(Segment::text).collect();
        cells.join(if self.kind == PrintedKind::Row { "\t" } else { " " })
    }

    /// Its words without the raised marks behind the last one.
    #[must_use]
    pub fn words(&self) -> String {
        let Some(last) = self.segments.last() else { return String::new() };
        let raised = last.pieces.iter().rev().take_while(|piece| notes::is_raised(piece, last)).count();
        let mut words = self.text();
        for piece in last.pieces.iter().rev().take(raised) {
            words.truncate(words.trim_end().len());
            words.truncate(words.len().saturating_sub(piece.text.trim().len()));
        }
        words
    }

    /// How many letters and digits of it are bold, in percent.
    #[must_use]
    pub fn bold(&self) -> usize {
        let shares = self.segments.iter().map(|segment| segment.share(|piece| piece.bold));
        shares.min().unwrap_or(0)
    }

    /// How many letters and digits of it are italic, in percent.
    #[must_use]
    pub fn italic(&self) -> usize {
        let shares = self.segments.iter().map(|segment| segment.share(|piece| piece.italic));
        shares.min().unwrap_or(0)
    }
}

/// The lines of a page: heads, text, footnotes, feet. `column` counts the columns of the document.
#[must_use]
pub fn lines(sheet: &PageSheet, measures: &Measures, column: &mut u32) -> Vec<Printed> {
    let mut lines = Vec::new();
    let single = |kind: PrintedKind| {
        move |placed: &super::sheet::PlacedSegment| Printed::of(sheet.number, kind, vec![&placed.segment])
    };
    let of = |place: PagePlace| sheet.segments.iter().filter(move |placed| placed.place == place);
    let middle = sheet.height / 2.0;
    let heads = of(PagePlace::Furniture).filter(|placed| placed.segment.base < middle);
    lines.extend(heads.map(single(PrintedKind::Furniture)));
    lines.extend(cover(sheet));
    lines.extend(text(sheet, measures, column));
    lines.extend(of(PagePlace::Separator).map(single(PrintedKind::Furniture)));
    lines.extend(footnotes(sheet));
    let feet = of(PagePlace::Furniture).filter(|placed| placed.segment.base >= middle);
    lines.extend(feet.map(single(PrintedKind::Furniture)));
    lines
}

/// The lines of the footnotes, those of one column after those of another. A line is one segment, however wide its gaps are.
fn footnotes(sheet: &PageSheet) -> Vec<Printed> {
    let rows = sheet.rows(PagePlace::Note);
    let line = |row: Vec<&Segment>| {
        let whole = joined(&row);
        Printed::of(sheet.number, PrintedKind::Note, vec![&whole])
    };
    let Some(stretch) = sheet.columns.iter().find(|stretch| rows.iter().any(|row| stretch.has(row[0].base)))
    else {
        return rows.into_iter().map(line).collect();
    };
    let mut lines = Vec::new();
    for column in &stretch.columns {
        for row in &rows {
            let own: Vec<&Segment> = row.iter().copied().filter(|segment| column.holds(segment)).collect();
            lines.extend((!own.is_empty()).then(|| line(own)));
        }
    }
    lines
}

/// The segments of a line as one.
fn joined(row: &[&Segment]) -> Segment {
    let longest = row.iter().max_by_key(|segment| segment.text().len());
    let mut whole = Segment {
        pieces: Vec::new(),
        base: longest.map_or(0.0, |segment| segment.base),
        size: longest.map_or(0.0, |segment| segment.size),
    };
    for segment in row {
        if let Some(last) = whole.pieces.last_mut() {
            last.text.push(' ');
        }
        whole.pieces.extend(segment.pieces.iter().cloned());
    }
    whole
}

/// The head of the first page, its left half before its right one.
fn cover(sheet: &PageSheet) -> Vec<Printed> {
    let mut segments: Vec<&Segment> = sheet.rows(PagePlace::Cover).into_iter().flatten().collect();
    segments.sort_by_key(|segment| segment.left() > sheet.width * 0.55);
    segments.into_iter().map(|segment| Printed::of(sheet.number, PrintedKind::Cover, vec![segment])).collect()
}

/// The lines of the text of a page.
fn text(sheet: &PageSheet, measures: &Measures, column: &mut u32) -> Vec<Printed> {
    let rows = sheet.rows(PagePlace::Text);
    let mut lines = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let stretch = sheet.columns.iter().find(|stretch| stretch.has(rows[at][0].base));
        let end = match stretch {
            Some(stretch) => {
                rows[at..].iter().position(|row| !stretch.has(row[0].base)).map_or(rows.len(), |end| at + end)
            }
            None => at,
        };
        if let Some(stretch) = stretch.filter(|_| end > at) {
            beside(&rows[at..end], &stretch.columns, sheet.number, column, &mut lines);
            at = end;
        } else if let Some((end, gutter)) = organs(&rows, at, sheet) {
            let columns = [(0.0, gutter), (gutter, sheet.width)];
            let columns = columns.map(|(left, right)| ColumnEdges { left, right });
            beside(&rows[at..end], &columns, sheet.number, column, &mut lines);
            at = end;
        } else {
            let line = Printed::of(sheet.number, PrintedKind::Text, rows[at].clone());
            lines.push(Printed { column: *column, ..line });
            at += 1;
        }
    }
    *column += 1;
    tables(&mut lines, measures);
    contents(&mut lines);
    lines
}

/// The lines of columns side by side, one column after the other.
fn beside(
    rows: &[Vec<&Segment>],
    columns: &[ColumnEdges],
    page: u32,
    column: &mut u32,
    lines: &mut Vec<Printed>,
) {
    for edges in columns {
        *column += 1;
        for row in rows {
            let own: Vec<&Segment> = row.iter().copied().filter(|segment| edges.holds(segment)).collect();
            if !own.is_empty() {
                // Narrow columns have wide gaps between words.
                let whole = joined(&own);
                let line = Printed::of(page, PrintedKind::Text, vec![&whole]);
                lines.push(Printed { column: *column, ..line });
            }
        }
    }
    *column += 1;
}

/// The two columns at the top of the first page of a document of two organs: organ, session and agenda item of each.
fn organs(rows: &[Vec<&Segment>], start: usize, sheet: &PageSheet) -> Option<(usize, f32)> {
    let [_, right] = rows[start][..] else { return None };
    let gutter = right.left() - 2.0;
    let low = |row: &Vec<&Segment>| row[0].base > sheet.height * 0.45;
    let crosses = |segment: &&Segment| segment.left() < gutter && segment.right() > gutter;
    if sheet.number > 1 || start > 0 || low(&rows[start]) || gutter < sheet.width * 0.4 {
        return None;
    }
    let end = rows.iter().position(|row| low(row) || row.iter().any(crosses) || row.len() > 2);
    let last = end.unwrap_or(rows.len());
    // The title of the document is set apart from the columns.
    let steps = rows[..last].windows(2).map(|pair| pair[1][0].base - pair[0][0].base);
    let step = steps.clone().position(|step| step > right.size * 2.0);
    Some((step.map_or(last, |at| at + 1), gutter))
}

/// Makes rows of a table of the lines whose cells stand below each other.
fn tables(lines: &mut [Printed], measures: &Measures) {
    let mut is_row: Vec<bool> = vec![false; lines.len()];
    for at in 0..lines.len() {
        if !has_cells(&lines[at]) {
            continue;
        }
        let near = |other: &&Printed| {
            has_cells(other)
                && (other.base - lines[at].base).abs() < measures.leading * 4.0
                && aligned(&lines[at], other)
        };
        let around = at.saturating_sub(4)..lines.len().min(at + 5);
        is_row[at] = around.filter(|other| *other != at).any(|other| near(&&lines[other]));
    }
    for at in 1..lines.len() {
        let step = lines[at].base - lines[at - 1].base;
        if is_row[at - 1] && step < measures.leading * 1.3 && is_rest(&lines[at], &lines[..at], &is_row) {
            is_row[at] = true;
        }
    }
    // Lines between two rows that stand within one column are the rest of a cell.
    let places: Vec<usize> = (0..lines.len()).filter(|at| is_row[*at]).collect();
    for pair in places.windows(2) {
        let within = |line: &Printed| {
            let cells = [&lines[pair[0]], &lines[pair[1]]].map(|row| &row.segments);
            let wide = cells.iter().flat_map(|cells| cells.iter()).map(|cell| cell.left());
            let columns = wide.filter(|left| *left > line.left + 2.0 && *left < line.right).count();
            columns == 0
        };
        if pair[1] - pair[0] <= 4 && lines[pair[0] + 1..pair[1]].iter().all(within) {
            is_row[pair[0] + 1..pair[1]].fill(true);
        }
    }
    for (line, is_row) in lines.iter_mut().zip(is_row) {
        if is_row {
            line.kind = PrintedKind::Row;
        }
    }
}

/// Whether a line is the rest of a cell of the row with cells before it.
fn is_rest(line: &Printed, before: &[Printed], is_row: &[bool]) -> bool {
    let row = before.iter().zip(is_row).rev().take_while(|(_, is_row)| **is_row);
    let Some((row, _)) = row.into_iter().find(|(row, _)| row.segments.len() > 1) else { return false };
    let lefts = row.segments.iter().map(Segment::left);
    let crossed = lefts.clone().any(|left| left > line.left + 2.0 && left < line.right);
    line.segments.len() == 1 && !crossed && line.bold() < 90 && line.left > row.left - 2.0
}

/// Whether a line has cells: more segments than a number and the words after it.
fn has_cells(line: &Printed) -> bool {
    let numbered = line.segments.first().is_some_and(|first| first.text().chars().count() <= 6);
    line.kind == PrintedKind::Text && (line.segments.len() > 2 || (line.segments.len() == 2 && !numbered))
}

/// Whether two rows have a cell below each other, besides the first.
fn aligned(one: &Printed, other: &Printed) -> bool {
    let near = |a: f32, b: f32| (a - b).abs() < 3.0;
    one.segments.iter().skip(1).any(|cell| {
        other
            .segments
            .iter()
            .skip(1)
            .any(|below| near(cell.left(), below.left()) || near(cell.right(), below.right()))
    })
}

/// Makes entries of a table of contents of the lines with a row of dots, and of the lines that belong to them.
fn contents(lines: &mut [Printed]) {
    let dotted: Vec<usize> = (0..lines.len()).filter(|at| has_leader(&lines[*at].text())).collect();
    let (Some(first), Some(last)) = (dotted.first().copied(), dotted.last().copied()) else { return };
    if dotted.len() < 3 {
        return;
    }
    // Above the first entry: its first lines, the heads of the columns, and the name of the table.
    let above =
        lines[..first].iter().rev().take(4).take_while(|line| line.text().chars().count() < 40).count();
    for line in &mut lines[first - above..=last] {
        line.kind = PrintedKind::Contents;
    }
}

/// Whether a text has a row of dots in it, as before the number of a page.
fn has_leader(text: &str) -> bool {
    let close: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    close.contains(".....")
        || close.contains("……")
        || close.contains("_____") && close.ends_with(|c: char| c.is_ascii_digit())
}
