//! Soft wrap: one text and a width become rows, with the breaks French typography allows.

use crate::base::Span;
use crate::base::text::{grapheme_width, next_grapheme};
use crate::typeset::breaks::{Breaks, Hold, is_breaking_space};

/// Cuts a text into rows of at most `width` columns (at least 1).
///
/// Every byte lies in exactly one row and rows follow each other without a gap, so that a cursor can
/// stand anywhere; the spaces and the line feed at the end of a row hang beyond its width, see
/// [`visible_part`]. Only a single character wider than the width makes a row too wide. A line feed
/// ends a row; an empty text is one empty row. Linear in the length of the text.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<Span> {
    wrap_with(text, width, &[])
}

/// Like [`wrap`], with room for marks that are shown but do not stand in the text.
///
/// Each mark is a byte offset and the columns shown there, in order of place; it stays on the row of
/// the character before it, or of the one after it when a breaking space stands before it.
#[must_use]
pub fn wrap_with(text: &str, width: usize, marks: &[(usize, usize)]) -> Vec<Span> {
    let mut row = Row { width: width.max(1), ..Row::default() };
    let mut breaks = Breaks::of(text);
    let mut marks = marks.iter().peekable();
    let (mut at, mut owed) = (0, 0);
    while at < text.len() {
        let end = next_grapheme(text, at);
        let grapheme = &text[at..end];
        if grapheme.ends_with('\n') {
            row.cut((end, row.column));
        } else if grapheme.chars().all(is_breaking_space) {
            let hold = breaks.space(at);
            if hold == Hold::Free || row.must_cut(grapheme_width(grapheme)) {
                row.column += grapheme_width(grapheme);
            } else {
                row.hold(at, grapheme_width(grapheme));
            }
            match hold {
                _ if !breaks.spaces_end(end) => {}
                Hold::Free => row.last_break = Some((end, row.column)),
                Hold::Loose => row.last_resort = Some((end, row.column)),
                Hold::Fast => {}
            }
        } else {
            let mut columns = grapheme_width(grapheme) + std::mem::take(&mut owed);
            while let Some((_, more)) = marks.next_if(|(place, _)| *place <= end) {
                columns += more;
            }
            row.hold(at, columns);
            if breaks.after_character(at, end) {
                row.last_break = Some((end, row.column));
            }
        }
        while let Some((_, more)) = marks.next_if(|(place, _)| *place <= end) {
            owed += more;
        }
        at = end;
    }
    row.cut((text.len(), row.column));
    row.done
}

/// A place in the text, and the columns from the start of the text to there.
type Reached = (usize, usize);

/// The row being filled, and those that are done.
#[derive(Default)]
struct Row {
    width: usize,
    /// Where the row begins.
    start: Reached,
    /// Columns from the start of the text to here, hanging spaces included.
    column: usize,
    /// The last place where this row may end.
    last_break: Option<Reached>,
    /// The last place where it had better not end, but rather than in the middle of a word.
    last_resort: Option<Reached>,
    done: Vec<Span>,
}

impl Row {
    /// Adds a character that must be seen, after ending the row before it if it does not fit.
    fn hold(&mut self, at: usize, columns: usize) {
        while self.overflows(columns) && at > self.start.0 {
            let best = self.last_break.take().or_else(|| self.last_resort.take());
            self.cut(best.filter(|(place, _)| *place > self.start.0).unwrap_or((at, self.column)));
        }
        self.column += columns;
    }

    fn overflows(&self, columns: usize) -> bool {
        self.column - self.start.1 + columns > self.width
    }

    /// Whether a space that holds would have to begin a row, because nothing before it can end one:
    /// then it had better hang.
    fn must_cut(&self, columns: usize) -> bool {
        self.overflows(columns) && self.last_break.is_none() && self.last_resort.is_none()
    }

    fn cut(&mut self, place: Reached) {
        self.done.push(Span::new(self.start.0, place.0));
        self.start = place;
        self.last_break = self.last_break.filter(|(at, _)| *at > place.0);
        self.last_resort = self.last_resort.filter(|(at, _)| *at > place.0);
    }
}

/// The row without the breaking spaces and the line feed that hang at its end.
#[must_use]
pub fn visible_part(text: &str, row: Span) -> Span {
    let words = row.of(text);
    let line = words.strip_suffix("\r\n").or_else(|| words.strip_suffix('\n')).unwrap_or(words);
    Span::new(row.start, row.start + line.trim_end_matches(is_breaking_space).len())
}

#[cfg(test)]
pub(crate) mod tests;
