//! Footnotes: what is below the line at the foot of a page, and the mark each begins with.

use super::page::{Glyph, Segment};
use super::sheet::{Measures, PagePlace, PageSheet};

/// Letters of footnotes are smaller than those of the text by this factor, where the line above them is missing.
const SMALLER: f32 = 0.92;
/// A mark is smaller than the words after it by this factor.
const MARK: f32 = 0.87;
/// The line above footnotes is at most this long, as a part of the width of the page.
const LONGEST_RULE: f32 = 0.4;

/// Finds the footnotes of a page.
pub fn mark(sheet: &mut PageSheet, measures: &Measures) {
    let start = below_separator(sheet, measures)
        .or_else(|| below_rule(sheet, measures))
        .or_else(|| small_foot(sheet, measures));
    let Some(start) = start else { return };
    for placed in &mut sheet.segments {
        if placed.place == PagePlace::Text && placed.segment.base > start {
            placed.place = PagePlace::Note;
        }
    }
}

/// The lowest line of underscores with footnotes below it.
fn below_separator(sheet: &PageSheet, measures: &Measures) -> Option<f32> {
    let separators = sheet.segments.iter().filter(|placed| placed.place == PagePlace::Separator);
    let bases = separators.map(|placed| placed.segment.base);
    let marked = |base: &f32| first_below(sheet, *base).is_some_and(|first| label(first).is_some());
    bases.filter(|base| are_small(sheet, *base, measures) || marked(base)).reduce(f32::min)
}

/// The highest short line that is drawn at the left with footnotes below it.
fn below_rule(sheet: &PageSheet, measures: &Measures) -> Option<f32> {
    let rules = sheet.rules.iter().filter(|rule| {
        let short = rule.right - rule.left < sheet.width * LONGEST_RULE;
        let at_margin = rule.left < sheet.width * 0.35;
        let crossed =
            sheet.rules.iter().any(|other| (other.top - rule.top).abs() < 1.5 && other.left > rule.right);
        short && at_margin && !crossed && rule.top > sheet.height * 0.2
    });
    rules.map(|rule| rule.top).filter(|top| are_small(sheet, *top, measures)).reduce(f32::min)
}

/// Whether there is text below a place, and all of it is written smaller than the text of the document.
fn are_small(sheet: &PageSheet, top: f32, measures: &Measures) -> bool {
    let rows = sheet.rows(PagePlace::Text);
    let mut below = rows.iter().filter(|row| row[0].base > top).peekable();
    below.peek().is_some() && below.all(|row| row.iter().all(|segment| segment.size < measures.size * 0.96))
}

/// The first segment of the text below a place.
fn first_below(sheet: &PageSheet, top: f32) -> Option<&Segment> {
    let rows = sheet.rows(PagePlace::Text);
    rows.iter().find(|row| row[0].base > top).map(|row| row[0])
}

/// The first of the small rows at the foot of a page, when it begins with a mark.
fn small_foot(sheet: &PageSheet, measures: &Measures) -> Option<f32> {
    let rows = sheet.rows(PagePlace::Text);
    let small = |row: &&Vec<&Segment>| row.iter().all(|segment| segment.size < measures.size * SMALLER);
    let foot: Vec<_> = rows.iter().rev().take_while(small).collect();
    let begins = |row: &&&Vec<&Segment>| {
        let raised = row[0].pieces.first().is_some_and(|piece| is_raised(piece, row[0]));
        let starred = row[0].text().starts_with(is_star) && row[0].base > sheet.height * 0.5;
        (raised || starred) && label(row[0]).is_some()
    };
    let first = foot.iter().rev().find(begins)?;
    Some(first[0].base - 0.5 * measures.size)
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
