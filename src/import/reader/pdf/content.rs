//! Printed lines to neutral ones: footnotes with their marks, calls in their places, roles, and where passages begin.

use std::collections::HashMap;

use super::notes::{self, NoteLabel};
use super::order::{Printed, PrintedKind};
use super::page::{Glyph, Segment};
use super::paragraphs::{self, ShownLine};
use super::sheet::Measures;
use crate::import::line::{Label, Line, LineRole, NoteCall, Print, Style};
use crate::import::mark;
use crate::import::reader::FileContent;

/// Makes the content of a file of its lines in the order of reading.
#[must_use]
pub fn content(printed: &[Printed], measures: &Measures) -> FileContent {
    let labels = labels(printed);
    let shown = paragraphs::decide(printed, measures);
    let known = FootnoteStarts::of(&labels, printed);
    let mut lines: Vec<Line> = Vec::with_capacity(printed.len());
    let mut words = String::new();
    let mut base: Option<BaseLine> = None;
    for (at, source) in printed.iter().enumerate() {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let mut line = line(source, number, shown[at]);
        let text = text(source, &labels[at], &known, &mut line.calls);
        if let Some(label) = labels[at].as_ref() {
            words.push_str(&label.mark);
            words.push(' ');
        }
        words.push_str(&mark::off(&text));
        words.push('\n');
        line.gap = gap(base, source, measures);
        base = Some(BaseLine { column: source.column, base: source.base });
        if source.kind == PrintedKind::Note {
            line.label = labels[at].as_ref().map(|label| Label { text: label.mark.clone(), level: None });
            line.begins = Some(line.label.is_some());
        }
        line.text = text;
        lines.push(line);
    }
    FileContent { lines, words, ..FileContent::default() }
}

/// Where a line is printed: its column, counted through the file, and its base line on the page, in points.
#[derive(Clone, Copy)]
struct BaseLine {
    column: u32,
    base: f32,
}

/// The empty lines before a line: one if it is further from the line before it in its column than lines of a paragraph are.
fn gap(before: Option<BaseLine>, line: &Printed, measures: &Measures) -> usize {
    let Some(before) = before else { return 0 };
    usize::from(before.column == line.column && line.base - before.base > measures.leading * 1.28)
}

/// A line with all but its text, its calls and its gap.
fn line(source: &Printed, number: u32, shown: ShownLine) -> Line {
    let role = match source.kind {
        PrintedKind::Furniture => Some(LineRole::Furniture),
        PrintedKind::Contents => Some(LineRole::Contents),
        PrintedKind::Row => Some(LineRole::Row),
        PrintedKind::Note => Some(LineRole::Note),
        PrintedKind::Text if shown.heading => Some(LineRole::Heading(None)),
        PrintedKind::Text if shown.quoted => Some(LineRole::Body),
        PrintedKind::Text | PrintedKind::Cover => None,
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "places on a page are small and not negative"
    )]
    let tenths = |points: f32| (points * 10.0).round().max(0.0) as u32;
    let print = Print {
        page: source.page,
        left: tenths(source.left),
        top: tenths(source.base),
        size: Some(tenths(source.size)),
        style: Style { bold: source.bold() >= 50, italic: source.italic() >= 50 },
    };
    Line { number, role, begins: shown.begins, print: Some(print), ..Line::default() }
}

/// The mark each footnote begins with; lines that continue one, and all others, have none.
fn labels(printed: &[Printed]) -> Vec<Option<NoteLabel>> {
    let is_raised = |line: &Printed| {
        let first = line.segments.first().filter(|_| line.kind == PrintedKind::Note);
        first.is_some_and(|first| first.pieces.first().is_some_and(|piece| notes::is_raised(piece, first)))
    };
    let all_raised = printed.iter().any(is_raised);
    let mut last: Option<u32> = None;
    let label = |line: &Printed| {
        let first = line.segments.first().filter(|_| line.kind == PrintedKind::Note)?;
        let label = notes::label(first)?;
        let raised = is_raised(line);
        let number: Option<u32> = label.mark.parse().ok();
        // "23 (A/75/23)." may be the second line of a footnote: numbers are raised all or none, and one that is not is the next.
        let next = |number| !all_raised && last.is_none_or(|last| number == last + 1);
        let fits = raised || number.is_none_or(next);
        if fits && number.is_some() {
            last = number;
        }
        fits.then_some(label)
    };
    printed.iter().map(label).collect()
}

/// The footnotes of a document: on which line and which page each mark begins one.
struct FootnoteStarts {
    by_mark: HashMap<String, Vec<(u32, u32)>>,
    slashed: bool,
}

impl FootnoteStarts {
    fn of(labels: &[Option<NoteLabel>], printed: &[Printed]) -> Self {
        let mut by_mark: HashMap<String, Vec<(u32, u32)>> = HashMap::new();
        let mut slashed = false;
        for (at, label) in labels.iter().enumerate() {
            let Some(label) = label else { continue };
            slashed |= label.slashed;
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            by_mark.entry(label.mark.clone()).or_default().push((printed[at].page, number));
        }
        Self { by_mark, slashed }
    }

    /// The line of the footnote that a mark on a page calls: on that page, else the next one, else the last one before it.
    fn called(&self, mark: &str, page: u32) -> Option<u32> {
        let places = self.by_mark.get(mark)?;
        let after = places.iter().find(|(other, _)| *other >= page);
        let (_, line) = after
            .filter(|(other, _)| *other <= page + 1)
            .or_else(|| places.iter().rev().find(|(other, _)| *other < page).or(after))?;
        Some(*line)
    }
}

/// The words of a line with a [`mark::CALL`] for each footnote it calls, without the mark of a footnote it begins.
fn text(
    line: &Printed,
    label: &Option<NoteLabel>,
    known: &FootnoteStarts,
    calls: &mut Vec<NoteCall>,
) -> String {
    let mut cells: Vec<String> = Vec::with_capacity(line.segments.len());
    for segment in &line.segments {
        let mut text = String::new();
        for piece in &segment.pieces {
            let raised = notes::is_raised(piece, segment) && line.kind != PrintedKind::Furniture;
            match raised.then(|| called(piece, line.page, known)).flatten() {
                Some(found) => {
                    text.truncate(text.trim_end().len());
                    text.extend(found.iter().map(|_| mark::CALL));
                    calls.extend(found);
                    text.push_str(&piece.text[piece.text.trim_end().len()..]);
                }
                None => text.push_str(&piece.text),
            }
        }
        cells.push(text.trim().to_owned());
    }
    if let (Some(label), Some(first), Some(segment)) = (label, cells.first_mut(), line.segments.first()) {
        *first = without_label(segment, first, label, calls);
    }
    let text = cells.join(if line.kind == PrintedKind::Row { "\t" } else { " " });
    let text = if known.slashed { slashed(&text, line, known, calls) } else { text };
    text.trim().to_owned()
}

/// The words of a footnote after its mark.
fn without_label(segment: &Segment, text: &str, label: &NoteLabel, calls: &mut Vec<NoteCall>) -> String {
    // The raised mark of a footnote is no call.
    if text.starts_with(mark::CALL) && !calls.is_empty() {
        calls.remove(0);
        return text.trim_start_matches(mark::CALL).trim_start().to_owned();
    }
    let whole: String = segment.pieces.iter().map(|piece| piece.text.as_str()).collect();
    let start = whole.len() - whole.trim_start().len();
    text.get(label.length - start.min(label.length)..).unwrap_or(text).trim_start().to_owned()
}

/// The footnotes that a raised piece calls, if all its marks are those of footnotes.
fn called(piece: &Glyph, page: u32, known: &FootnoteStarts) -> Option<Vec<NoteCall>> {
    let marks = piece.text.split([',', ';', ' ']).map(str::trim).filter(|mark| !mark.is_empty());
    let calls: Option<Vec<NoteCall>> = marks
        .map(|mark| {
            let mark = notes::as_mark(mark)?;
            let note = known.called(&mark, page)?;
            Some(NoteCall { mark, note: Some(note) })
        })
        .collect();
    calls.filter(|calls| !calls.is_empty())
}

/// Takes calls with a slash out of the text: `Haiti 1/ and`.
fn slashed(text: &str, line: &Printed, known: &FootnoteStarts, calls: &mut Vec<NoteCall>) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    let mut own = Vec::new();
    while let Some(at) = rest.find('/') {
        let (head, tail) = rest.split_at(at);
        let words = head.trim_end_matches(|c: char| c.is_ascii_digit());
        let mark = &head[words.len()..];
        let free = !mark.is_empty()
            && !words.ends_with(['/', '-', '.'])
            && !tail[1..].starts_with(char::is_alphanumeric);
        match known.called(mark, line.page).filter(|_| free && line.kind != PrintedKind::Furniture) {
            Some(note) => {
                clean.push_str(words.trim_end());
                clean.push(mark::CALL);
                own.push(NoteCall { mark: mark.to_owned(), note: Some(note) });
            }
            None => clean.push_str(&rest[..=at]),
        }
        rest = &tail[1..];
    }
    clean.push_str(rest);
    calls.extend(own);
    clean
}
