//! What is on a page and not of the text: running heads and feet, page numbers, job numbers, barcodes, numbers of lines.

use std::collections::HashMap;

use super::page::{Artifact, Segment};
use super::sheet::{Measures, PagePlace, PageSheet, PlacedSegment};

/// Heads and feet are within this part of the height of a page from its edges.
const EDGE: f32 = 0.12;
/// Letters of heads are smaller than those of the text by this factor, if they differ in size.
const SMALLER: f32 = 0.93;
/// The head of the first page ends within this part of its height.
const COVER: f32 = 0.42;
/// So many numbers of lines on a page are a column of them, when each line is counted, and when every fifth is.
const NUMBERED: [usize; 2] = [8, 3];
/// So many of them, in percent, are one step after the one before.
const EVEN: usize = 80;
/// Numbers are below each other if their edges differ by less than this, in points.
const WITHIN: f32 = 8.0;
/// Numbers of lines are not smaller than the text by more than this factor.
const SMALLEST: f32 = 0.45;
/// One of so many lines may be drawn wider than the others.
const WIDER: usize = 12;
/// A line with more letters than this shows where the words of the page begin and end.
const LONG: usize = 20;

/// Finds the furniture of all pages, and the head of the first.
pub fn mark(sheets: &mut [PageSheet], measures: &Measures) {
    for sheet in sheets.iter_mut() {
        marked(sheet);
    }
    line_numbers(sheets);
    let repeated = repeated(sheets);
    let symbol = sheets.first().and_then(cover_symbol);
    for sheet in sheets.iter_mut() {
        edges(sheet, measures, &repeated, symbol.as_deref());
    }
    if let Some(first) = sheets.first_mut() {
        cover(first);
    }
}

/// Takes what the file itself marks.
fn marked(sheet: &mut PageSheet) {
    let first = sheet.number == 1;
    for placed in &mut sheet.segments {
        let text = placed.segment.text();
        if text.len() >= 5 && text.chars().all(|c| c == '_') {
            placed.place = PagePlace::Separator;
            continue;
        }
        placed.place = match placed.segment.artifact() {
            Some(Artifact::Head) if first => PagePlace::Cover,
            Some(Artifact::Head | Artifact::Foot | Artifact::Barcode) => PagePlace::Furniture,
            Some(Artifact::Other) | None => placed.place,
        };
    }
}

/// The head of the first page: what is above the last line that is drawn across its upper part.
fn cover(sheet: &mut PageSheet) {
    let across = |width: f32| width > sheet.width * 0.4;
    let low = sheet.height * COVER;
    let mut pieces: Vec<_> = sheet.rules.iter().filter(|rule| rule.top < low).collect();
    pieces.sort_by(|a, b| a.top.total_cmp(&b.top));
    let mut end: Option<f32> = None;
    for rule in &pieces {
        // A line across the page may be drawn in parts.
        let parts = pieces.iter().filter(|other| (other.top - rule.top).abs() < 1.5);
        if across(parts.map(|part| part.right - part.left).sum()) {
            end = Some(rule.top);
        }
    }
    let Some(end) = end else { return };
    let text =
        |placed: &&mut PlacedSegment| placed.place == PagePlace::Text && placed.segment.base < end + 1.0;
    sheet.segments.iter_mut().filter(text).for_each(|placed| placed.place = PagePlace::Cover);
}

/// The symbol at the upper right of the first page, or any other text like one there.
fn cover_symbol(sheet: &PageSheet) -> Option<String> {
    let near = sheet.segments.iter().filter(|placed| placed.segment.base < sheet.height * COVER);
    near.map(|placed| placed.segment.text()).find(|text| is_symbol(text))
}

/// `A/RES/78/241`, `CCW/GGE.1/2020/WP.7`: capitals, digits and slashes.
fn is_symbol(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.contains('/')
        && text.contains(|c: char| c.is_ascii_digit())
        && !text.contains(char::is_lowercase)
        && text.split_whitespace().count() <= 2
}

/// A text with all digits made one, for comparison.
fn shape(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

fn is_at_edge(segment: &Segment, sheet: &PageSheet) -> bool {
    segment.base < sheet.height * EDGE || segment.base > sheet.height * (1.0 - EDGE)
}

/// The texts at the edges that come again at the same height on another page, digits aside.
fn repeated(sheets: &[PageSheet]) -> HashMap<String, Vec<f32>> {
    let mut places: HashMap<String, Vec<f32>> = HashMap::new();
    for sheet in sheets {
        let at_edge = sheet.segments.iter().map(|placed| &placed.segment);
        for segment in at_edge.filter(|segment| is_at_edge(segment, sheet)) {
            places.entry(shape(&segment.text())).or_default().push(segment.base);
        }
    }
    places.retain(|text, bases| bases.len() > 1 && !text.is_empty());
    places
}

/// Takes the rows at the upper and lower edge that are heads and feet.
fn edges(
    sheet: &mut PageSheet,
    measures: &Measures,
    repeated: &HashMap<String, Vec<f32>>,
    symbol: Option<&str>,
) {
    let again = |segment: &Segment| {
        let bases = repeated.get(&shape(&segment.text()));
        bases.is_some_and(|bases| bases.iter().filter(|base| (**base - segment.base).abs() < 3.0).count() > 1)
    };
    let first = sheet.number == 1;
    let rows: Vec<Vec<usize>> = rows(sheet);
    let text =
        |row: &[usize]| row.iter().map(|at| sheet.segments[*at].segment.text()).collect::<Vec<_>>().join(" ");
    let base = |row: &[usize]| sheet.segments[row[0]].segment.base;
    let mut taken = Vec::new();
    // A file that marks its heads marks all of them.
    let tagged = |artifact| sheet.segments.iter().any(|placed| placed.segment.artifact() == Some(artifact));
    let upper = if first || tagged(Artifact::Head) { 0 } else { rows.len() };
    let lower = if tagged(Artifact::Foot) { 0 } else { rows.len() };
    for (at, row) in rows.iter().enumerate().take(upper) {
        let small = row.iter().all(|at| sheet.segments[*at].segment.size < measures.size * SMALLER);
        let apart = rows.get(at + 1).is_none_or(|next| base(next) - base(row) > measures.leading * 1.4);
        let words = text(row);
        let known = symbol.is_some_and(|symbol| words.contains(symbol))
            && words.len() < symbol.map_or(0, str::len) + 80;
        let all_again = row.iter().all(|at| again(&sheet.segments[*at].segment));
        let head = is_foot(&words)
            || is_symbol(&words)
            || all_again
            || (known && (small || apart))
            || (small && apart);
        if base(row) > sheet.height * EDGE || !head {
            break;
        }
        taken.extend(row.iter().copied());
    }
    for row in rows.iter().rev().take(lower) {
        let low = base(row) > sheet.height * (1.0 - EDGE);
        let noted = super::notes::label(&sheet.segments[row[0]].segment).is_some();
        let all_again = !first && !noted && row.iter().all(|at| again(&sheet.segments[*at].segment));
        if !low || !(is_foot(&text(row)) || all_again) {
            break;
        }
        taken.extend(row.iter().copied());
    }
    for at in taken {
        sheet.segments[at].place = PagePlace::Furniture;
    }
}

/// The places of the segments of each row of text.
fn rows(sheet: &PageSheet) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (at, placed) in
        sheet.segments.iter().enumerate().filter(|(_, placed)| placed.place == PagePlace::Text)
    {
        let base = |at: usize| sheet.segments[at].segment.base;
        match rows.last_mut() {
            Some(row) if (base(row[0]) - placed.segment.base).abs() < 3.0 => row.push(at),
            _ => rows.push(vec![at]),
        }
    }
    rows
}

/// Page numbers, job numbers, barcodes, and nothing else: `2/4`, `24-24617 (E) 171025`, `GE.20-02503(E)`, `/...`.
fn is_foot(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = text.split_whitespace().collect();
    let word = |(at, word): (usize, &&str)| {
        let word = word.trim_start_matches("GE.");
        let number = word.split_once('(').map(|(number, _)| number).filter(|number| !number.is_empty());
        let bare = number.unwrap_or(word);
        let bare = bare.trim_matches(['*', '-', '–', '|', '[', ']']);
        let parts = |separator: char| bare.split(separator).all(|part| digits(part) && part.len() <= 7);
        let letter = matches!(word.as_bytes(), [b'(', letter, b')'] if letter.is_ascii_uppercase());
        let page = matches!(word, "Page" | "page" | "of") && at + 1 < words.len();
        bare.is_empty()
            || letter
            || page
            || parts('-')
            || parts('/')
            || matches!(word, "/..." | "/…" | "…" | "...")
    };
    (!words.is_empty() && words.len() <= 8 && words.iter().enumerate().all(word))
        || matches!(text, "Please recycle" | "Please recycle♲")
}

/// The side of the text on which the numbers of its lines are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NumberSide {
    Left,
    Right,
}

/// Takes the columns of numbers that count the lines, at the left and at the right of the text.
fn line_numbers(sheets: &mut [PageSheet]) {
    for side in [NumberSide::Left, NumberSide::Right] {
        let columns: Vec<Option<f32>> = sheets.iter().map(|sheet| column(sheet, side, None)).collect();
        let Some(usual) = columns.iter().find_map(|column| *column) else { continue };
        for (sheet, own) in sheets.iter_mut().zip(columns) {
            // A page of a few lines has too few numbers to show it.
            if let Some(column) = own.or_else(|| column(sheet, side, Some(usual))) {
                take_numbers(sheet, side, column);
            }
        }
    }
}

fn take_numbers(sheet: &mut PageSheet, side: NumberSide, column: f32) {
    let mut numbers = Vec::new();
    for placed in &mut sheet.segments {
        let Some(found) = line_number(&placed.segment, side) else { continue };
        if placed.place != PagePlace::Text || (found.edge - column).abs() > WITHIN {
            continue;
        }
        if placed.segment.pieces.len() == 1 {
            placed.place = PagePlace::Furniture;
            continue;
        }
        let piece = placed.segment.pieces.remove(found.at);
        let (base, size) = (piece.base, piece.size);
        numbers.push(PlacedSegment {
            segment: Segment { pieces: vec![piece], base, size },
            place: PagePlace::Furniture,
        });
    }
    sheet.segments.extend(numbers);
}

/// The edge at which the numbers of lines are printed on a side, if there is a column of them; `usual` is that of other pages.
fn column(sheet: &PageSheet, side: NumberSide, usual: Option<f32>) -> Option<f32> {
    let text = sheet.segments.iter().filter(|placed| placed.place == PagePlace::Text);
    let numbers: Vec<LineNumber> =
        text.clone().filter_map(|placed| line_number(&placed.segment, side)).collect();
    // The numbers are beside the words of all lines.
    let mut edges: Vec<f32> = text.filter_map(|placed| words_edge(&placed.segment, side)).collect();
    edges.sort_by(f32::total_cmp);
    // A line or two may be drawn wider than the text.
    let wider = edges.len() / WIDER;
    let beside = |number: &&LineNumber, edge: f32| match side {
        NumberSide::Left => number.edge < edge,
        NumberSide::Right => number.edge > edge,
    };
    let edge = match side {
        NumberSide::Left => edges.get(wider),
        NumberSide::Right => edges.iter().rev().nth(wider),
    };
    let edge = edge.copied().unwrap_or(if side == NumberSide::Left { f32::INFINITY } else { 0.0 });
    let first = usual.or_else(|| Some(numbers.iter().find(|number| beside(number, edge))?.edge))?;
    let near = numbers.iter().filter(|number| beside(number, edge) && (number.edge - first).abs() < WITHIN);
    let near: Vec<u32> = near.map(|number| number.value).collect();
    let counted = [1, 5].into_iter().zip(NUMBERED).any(|(step, least)| {
        (near.len() >= least || (usual.is_some() && !near.is_empty())) && counts_by(&near, step)
    });
    counted.then_some(first)
}

/// Whether numbers count by a step. They may begin again, and lines of a head or foot may be counted apart.
fn counts_by(numbers: &[u32], step: u32) -> bool {
    let even = numbers.windows(2).filter(|pair| pair[1] == pair[0] + step || pair[1] == 1 || pair[1] == step);
    let multiples = numbers.iter().filter(|number| *number % step == 0).count();
    even.count() * 100 >= numbers.len().saturating_sub(1) * EVEN && multiples * 100 >= numbers.len() * EVEN
}

/// The edge of the words of a line on a side, without its number; `None` for a line of few words.
fn words_edge(segment: &Segment, side: NumberSide) -> Option<f32> {
    let number = line_number(segment, side).map(|number| number.at);
    let pieces = segment.pieces.iter().enumerate().filter(|(at, _)| Some(*at) != number);
    let pieces = pieces.map(|(_, piece)| piece);
    let long = segment.text().chars().filter(|c| c.is_alphabetic()).count() > LONG;
    long.then(|| match side {
        NumberSide::Left => pieces.map(|piece| piece.left).fold(f32::INFINITY, f32::min),
        NumberSide::Right => pieces.map(|piece| piece.right).fold(0.0, f32::max),
    })
}

/// What may be the number of a line: the piece it is, its value, and the edge of it that is nearer to the words.
struct LineNumber {
    at: usize,
    value: u32,
    edge: f32,
}

/// The piece at the beginning or end of a segment that is a number and nothing else.
fn line_number(segment: &Segment, side: NumberSide) -> Option<LineNumber> {
    let at = match side {
        NumberSide::Left => 0,
        NumberSide::Right => segment.pieces.len().checked_sub(1)?,
    };
    let piece = segment.pieces.get(at)?;
    let value = piece.text.trim().parse().ok()?;
    let edge = match side {
        NumberSide::Left => piece.right,
        NumberSide::Right => piece.left,
    };
    (piece.size > segment.size * SMALLEST && !super::notes::is_raised(piece, segment)).then_some(LineNumber {
        at,
        value,
        edge,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feet_are_numbers_and_nothing_else() {
        for foot in [
            "2/4",
            "24-24617",
            "2/4 24-24617",
            "24-24617 (E) 171025 211025",
            "GE.20-02503(E)",
            "*2424617*",
            "Page 4",
            "/...",
            "- 3 -",
            "24-24617 (E)",
            "12",
        ] {
            assert!(is_foot(foot), "{foot}");
        }
        for text in ["(A/63/47).", "in 2/4 of cases", "A/RES/78/241", "1. Decides", "23 December 2023", ""] {
            assert!(!is_foot(text), "{text}");
        }
    }
}
