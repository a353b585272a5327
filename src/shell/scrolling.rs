//! Finds rows of a frame that only moved up or down, so that the terminal can move them itself instead of being sent them again.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use ratatui::buffer::Cell;

/// Fewer changed rows are not worth looking for.
pub(super) const LEAST_ROWS: usize = 4;
/// So many cells fewer must be sent: moving rows has its own control sequences.
const LEAST_GAIN: isize = 24;

/// Rows of the screen that move together; those that come free are blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scroll {
    /// The rows between which they move.
    pub rows: Range<usize>,
    /// How many rows they move: up if it is more than 0.
    pub up: isize,
}

/// The rows that moved between two frames, if letting the terminal move them saves enough. Both frames have the same number of rows,
/// each with the same number of cells.
pub(super) fn find(before: &[Vec<Cell>], after: &[Vec<Cell>]) -> Option<Scroll> {
    let changed: Vec<usize> = (0..after.len()).filter(|y| before[*y] != after[*y]).collect();
    if changed.len() < LEAST_ROWS {
        return None;
    }
    let up = most_moved(before, after, &changed)?;
    let scroll = best(before, after, up)?;
    (saved(before, after, &scroll) >= LEAST_GAIN).then_some(scroll)
}

/// The rows as they are once the terminal has moved them.
pub(super) fn moved(rows: &[Vec<Cell>], scroll: &Scroll) -> Vec<Vec<Cell>> {
    let source = |y: usize| match scroll.rows.contains(&y) {
        true => y.checked_add_signed(scroll.up).filter(|from| scroll.rows.contains(from)),
        false => Some(y),
    };
    let blank = |row: &Vec<Cell>| vec![Cell::EMPTY; row.len()];
    (0..rows.len()).map(|y| source(y).map_or_else(|| blank(&rows[y]), |from| rows[from].clone())).collect()
}

/// How far up most of the changed rows moved, by their text.
fn most_moved(before: &[Vec<Cell>], after: &[Vec<Cell>], changed: &[usize]) -> Option<isize> {
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for (y, row) in before.iter().enumerate() {
        places.entry(text_of(row)).or_default().push(y);
    }
    let blank = text_of(&[]);
    let mut counts: HashMap<isize, usize> = HashMap::new();
    for y in changed {
        let text = text_of(&after[*y]);
        // A text that is on several rows does not say which of them moved.
        let Some([from]) = places.get(&text).filter(|_| text != blank).map(Vec::as_slice) else { continue };
        let up = from.checked_signed_diff(*y).filter(|up| *up != 0);
        up.into_iter().for_each(|up| *counts.entry(up).or_default() += 1);
    }
    counts.into_iter().max_by_key(|(up, count)| (*count, -up.abs())).map(|(up, _)| up)
}

/// A number for the letters and digits of a row: bars and frames do not count, nor does how anything looks.
fn text_of(row: &[Cell]) -> u64 {
    let mut text = DefaultHasher::new();
    for cell in row {
        let symbol = cell.symbol();
        if symbol.chars().any(char::is_alphanumeric) {
            symbol.hash(&mut text);
        }
    }
    text.finish()
}

/// How many cells differ.
fn cells(one: &[Cell], other: &[Cell]) -> isize {
    let count = one.iter().zip(other).filter(|(one, other)| one != other).count();
    isize::try_from(count).unwrap_or(isize::MAX)
}

/// The rows that are to move so far, such that most cells need not be sent: from a row that moved to one that moved.
fn best(before: &[Vec<Cell>], after: &[Vec<Cell>], up: isize) -> Option<Scroll> {
    let (mut sum, mut start) = (0, None);
    let (mut most, mut found) = (0, None);
    for y in 0..after.len() {
        let Some(from) = y.checked_add_signed(up).filter(|from| *from < before.len()) else { continue };
        let is_moved = text_of(&before[from]) == text_of(&after[y]);
        let Some(first) = start.or(is_moved.then_some(y)) else { continue };
        sum += cells(&before[y], &after[y]) - cells(&before[from], &after[y]);
        start = Some(first).filter(|_| sum > 0);
        if sum <= 0 {
            sum = 0;
        } else if is_moved && sum > most {
            (most, found) = (sum, Some(first..y + 1));
        }
    }
    let targets = found?;
    // Rows that move up come from below their targets, rows that move down from above them.
    let far = up.unsigned_abs();
    let rows = if up > 0 { targets.start..targets.end + far } else { targets.start - far..targets.end };
    Some(Scroll { rows, up })
}

/// How many cells fewer are sent if the terminal moves the rows.
fn saved(before: &[Vec<Cell>], after: &[Vec<Cell>], scroll: &Scroll) -> isize {
    let moved = moved(before, scroll);
    let all = |from: &[Vec<Cell>]| -> isize { scroll.rows.clone().map(|y| cells(&from[y], &after[y])).sum() };
    all(before) - all(&moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[&str]) -> Vec<Vec<Cell>> {
        let cell = |c: char| {
            let mut cell = Cell::EMPTY;
            cell.set_char(c);
            cell
        };
        texts.iter().map(|text| format!("{text:<24}").chars().map(cell).collect()).collect()
    }

    const BEFORE: [&str; 9] = [
        "Plenary · item 5",
        "one paragraph of text",
        "two paragraphs of it",
        "three of them, and",
        "four more lines here",
        "five: still the same",
        "six, the last but one",
        "seven ends the page",
        "keys: j k q",
    ];

    #[test]
    fn a_page_that_moves_between_title_and_keys_is_found() {
        let mut after = BEFORE;
        after[1..=7].rotate_left(2);
        (after[6], after[7]) = ("eight begins", "nine");
        let scroll = find(&rows(&BEFORE), &rows(&after));
        assert_eq!(scroll, Some(Scroll { rows: 1..8, up: 2 }));
        let back = find(&rows(&after), &rows(&BEFORE));
        assert_eq!(back, Some(Scroll { rows: 1..8, up: -2 }));
    }

    #[test]
    fn what_only_changes_in_its_place_does_not_move() {
        let mut after = BEFORE;
        (after[2], after[3], after[4], after[5]) = ("other", "words", "are", "here");
        assert_eq!(find(&rows(&BEFORE), &rows(&after)), None);
        after = BEFORE;
        after[3] = "▌three of them, and";
        assert_eq!(find(&rows(&BEFORE), &rows(&after)), None);
    }

    #[test]
    fn moved_rows_leave_blank_ones() {
        let before = rows(&["a", "b", "c", "d"]);
        assert_eq!(moved(&before, &Scroll { rows: 1..4, up: 1 }), rows(&["a", "c", "d", ""]));
        assert_eq!(moved(&before, &Scroll { rows: 0..3, up: -2 }), rows(&["", "", "a", "d"]));
    }
}
