//! Soft wrap: a text in rows of a width, broken only where French and English typography allow it.

use crate::base::Span;
use crate::base::text::{grapheme_width, next_grapheme};
use crate::typeset::breaks::{Breaks, Hold, is_breaking_space};

/// Divides a text into rows of at most `width` columns (at least 1).
///
/// Every byte is in exactly one row, and rows follow each other without gaps, so that a cursor can be anywhere. Spaces
/// and the line feed at the end of a row can extend beyond the width: see [`visible_part`]. A row is too wide only if it
/// is a single character wider than `width`. A line feed ends a row; an empty text is one empty row. Takes time linear in
/// the length of the text.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<Span> {
    wrap_with(text, width, &[])
}

/// A mark that is shown in a text without being in it, such as the call of a footnote.
#[derive(Debug, Clone, Copy)]
pub struct WrapMark {
    /// The byte offset in the text after which it is shown.
    pub at: usize,
    /// Its width in columns.
    pub columns: usize,
}

/// Like [`wrap`], with room for marks that are shown but are not in the text.
///
/// The marks are in the order of the text. Each is in the row of the character before
/// it or, if that is a breaking space, of the character after it.
#[must_use]
pub fn wrap_with(text: &str, width: usize, marks: &[WrapMark]) -> Vec<Span> {
    let mut row = OpenRow { width: width.max(1), ..OpenRow::default() };
    let mut breaks = Breaks::of(text);
    let mut marks = marks.iter().peekable();
    let (mut at, mut owed) = (0, 0);
    while at < text.len() {
        // Letters that fit on the row are taken together: most of a text are such.
        let letters = letters_at(text, at, row.room());
        let is_bare = owed == 0 && marks.peek().is_none_or(|mark| mark.at > at + letters);
        if letters > 1 && is_bare {
            breaks.after_character(at, at + 1);
            row.column += letters;
            at += letters;
            continue;
        }
        let end = next_grapheme(text, at);
        let grapheme = &text[at..end];
        if grapheme.ends_with('\n') {
            row.cut(row.reached(end));
        } else if grapheme.chars().all(is_breaking_space) {
            let hold = breaks.space(at);
            if hold == Hold::Free || row.must_cut(grapheme_width(grapheme)) {
                row.column += grapheme_width(grapheme);
            } else {
                row.hold(at, grapheme_width(grapheme));
            }
            match hold {
                _ if !breaks.spaces_end(end) => {}
                Hold::Free => row.last_break = Some(row.reached(end)),
                Hold::Loose => row.last_resort = Some(row.reached(end)),
                Hold::Fast => {}
            }
        } else {
            let mut columns = grapheme_width(grapheme) + std::mem::take(&mut owed);
            while let Some(mark) = marks.next_if(|mark| mark.at <= end) {
                columns += mark.columns;
            }
            row.hold(at, columns);
            if breaks.after_character(at, end) {
                row.last_break = Some(row.reached(end));
            }
        }
        while let Some(mark) = marks.next_if(|mark| mark.at <= end) {
            owed += mark.columns;
        }
        at = end;
    }
    row.cut(row.reached(text.len()));
    row.done
}

/// How many letters there are at a place, at most `most`, that are one column wide and to which nothing is joined.
fn letters_at(text: &str, at: usize, most: usize) -> usize {
    let rest = &text.as_bytes()[at..];
    let count = rest.iter().take(most).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let joins = rest.get(count).is_some_and(|next| !next.is_ascii());
    count.saturating_sub(usize::from(joins))
}

/// A position in the text.
#[derive(Clone, Copy, Default)]
struct Reached {
    byte: usize,
    /// Columns from the start of the text.
    column: usize,
}

/// The row that is being filled, and the rows that are complete.
#[derive(Default)]
struct OpenRow {
    width: usize,
    /// Where the row begins.
    start: Reached,
    /// Columns from the start of the text to here, with spaces that extend beyond the width.
    column: usize,
    /// The last position where this row may end.
    last_break: Option<Reached>,
    /// The last position where this row should not end, but which is better than the middle of a word.
    last_resort: Option<Reached>,
    done: Vec<Span>,
}

impl OpenRow {
    fn reached(&self, byte: usize) -> Reached {
        Reached { byte, column: self.column }
    }

    /// Adds a visible character; if it does not fit, the row is ended before it.
    fn hold(&mut self, at: usize, columns: usize) {
        while self.overflows(columns) && at > self.start.byte {
            let best = self.last_break.take().or_else(|| self.last_resort.take());
            self.cut(best.filter(|best| best.byte > self.start.byte).unwrap_or(self.reached(at)));
        }
        self.column += columns;
    }

    /// How many columns are left on the row.
    fn room(&self) -> usize {
        self.width.saturating_sub(self.column - self.start.column)
    }

    fn overflows(&self, columns: usize) -> bool {
        self.column - self.start.column + columns > self.width
    }

    /// Whether a space that may not end a row would have to begin one, because the row has no other break. It is better
    /// if it extends beyond the width.
    fn must_cut(&self, columns: usize) -> bool {
        self.overflows(columns) && self.last_break.is_none() && self.last_resort.is_none()
    }

    /// Ends the row at this position.
    fn cut(&mut self, end: Reached) {
        self.done.push(Span::new(self.start.byte, end.byte));
        self.start = end;
        self.last_break = self.last_break.filter(|at| at.byte > end.byte);
        self.last_resort = self.last_resort.filter(|at| at.byte > end.byte);
    }
}

/// The row without the breaking spaces and the line feed at its end.
#[must_use]
pub fn visible_part(text: &str, row: Span) -> Span {
    let words = row.of(text);
    let line = words.strip_suffix("\r\n").or_else(|| words.strip_suffix('\n')).unwrap_or(words);
    Span::new(row.start, row.start + line.trim_end_matches(is_breaking_space).len())
}

#[cfg(test)]
pub(crate) mod tests;
