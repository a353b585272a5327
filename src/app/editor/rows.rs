//! The rows of the text being edited. After an edit only the paragraphs it touches are wrapped again.

use crate::base::Span;
use crate::base::text::{grapheme_width, next_grapheme, prev_grapheme};
use crate::typeset::wrap;

/// Display rows of a text in a pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DisplayRows {
    columns: usize,
    spans: Vec<Span>,
}

impl DisplayRows {
    /// The rows of a text in a pane of `columns` columns, one of which is reserved for the cursor.
    pub(super) fn of(text: &str, columns: usize) -> Self {
        Self { columns, spans: wrap(text, columns - 1) }
    }

    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    pub(super) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Updates the rows after an edit: at `at`, `removed` bytes were replaced by `inserted` bytes; `text` is the new
    /// text.
    pub(super) fn edited(&mut self, text: &str, at: usize, removed: usize, inserted: usize) {
        let start = text[..at].rfind('\n').map_or(0, |place| place + 1);
        let line_feed = text[at + inserted..].find('\n');
        let end = line_feed.map_or(text.len(), |place| at + inserted + place + 1);
        let first = self.spans.partition_point(|row| row.start < start);
        let last = match line_feed {
            Some(_) => {
                let end_before = end - inserted + removed;
                self.spans.partition_point(|row| row.start < end_before)
            }
            None => self.spans.len(),
        };
        let mut wrapped = wrap(&text[start..end], self.columns - 1);
        if line_feed.is_some() {
            // The row after the last line feed belongs to the paragraph that follows.
            wrapped.pop();
        }
        let wrapped = wrapped.into_iter().map(|row| Span::new(row.start + start, row.end + start));
        for row in &mut self.spans[last..] {
            row.start = row.start - removed + inserted;
            row.end = row.end - removed + inserted;
        }
        self.spans.splice(first..last, wrapped);
    }

    /// The row a place is in.
    pub(super) fn row_of(&self, place: usize) -> usize {
        self.spans.partition_point(|row| row.start <= place).saturating_sub(1)
    }

    /// The row and the column of a place. Spaces that do not fit in the row are in its last column.
    pub(super) fn cell(&self, text: &str, place: usize) -> (usize, usize) {
        let row = self.row_of(place);
        let mut at = self.spans[row].start;
        let mut column = 0;
        while at < place {
            let end = next_grapheme(text, at);
            column += grapheme_width(&text[at..end]);
            at = end;
        }
        (row, column.min(self.columns - 1))
    }

    /// The place of the character that covers a column of a row; the last place of the row if the row is shorter.
    pub(super) fn place(&self, text: &str, row: usize, column: usize) -> usize {
        let (mut at, last) = (self.spans[row].start, self.row_end(text, row));
        let mut used = 0;
        while at < last {
            let end = next_grapheme(text, at);
            used += grapheme_width(&text[at..end]);
            if used > column {
                break;
            }
            at = end;
        }
        at
    }

    /// The last place at which the cursor is still shown in the row.
    pub(super) fn row_end(&self, text: &str, row: usize) -> usize {
        let span = self.spans[row];
        if row + 1 == self.spans.len() { span.end } else { prev_grapheme(text, span.end).max(span.start) }
    }
}
