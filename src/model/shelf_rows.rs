//! The rows of a shelf, each read from the catalogue when it is first asked for.

use std::fmt;
use std::ops::{Index, Range};
use std::sync::{Arc, OnceLock};

use crate::base::partition_point;
use crate::model::{DocumentRow, Symbol};

/// What is known of a document without reading its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowSummary {
    /// As [`DocumentRow::state`].
    pub state: u64,
    /// As [`DocumentRow::is_report`].
    pub is_report: bool,
    /// Whether it has recommended next steps.
    pub has_steps: bool,
    /// As [`DocumentRow::may_ask`].
    pub may_ask: bool,
}

impl RowSummary {
    /// What is known of a document whose row has been read.
    #[must_use]
    pub fn of(row: &DocumentRow) -> Self {
        let (is_report, may_ask) = (row.is_report(), row.may_ask());
        Self { state: row.state, is_report, has_steps: row.next_steps > 0, may_ask }
    }
}

/// Reads the rows of a catalogue. They are in the order of a shelf: by symbol and language, none twice.
pub trait RowReader: fmt::Debug + Send + Sync {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// A row.
    fn row(&self, at: usize) -> DocumentRow;

    /// What is known of it without reading it.
    fn summary(&self, at: usize) -> RowSummary;

    /// The index by which the loader of the shelf knows its document.
    fn entry(&self, at: usize) -> usize;
}

/// The rows of a shelf, in order of symbol and language.
#[derive(Debug, Clone, Default)]
pub struct ShelfRows {
    rows: Vec<RowSlot>,
    source: Option<Arc<dyn RowReader>>,
}

/// The place of a row, read or not.
#[derive(Debug, Clone)]
struct RowSlot {
    /// Where the source has it.
    at: usize,
    row: OnceLock<Arc<DocumentRow>>,
}

impl RowSlot {
    fn holding(row: Arc<DocumentRow>) -> Self {
        Self { at: usize::MAX, row: OnceLock::from(row) }
    }
}

impl ShelfRows {
    /// These rows, which are in order.
    #[must_use]
    pub fn new(rows: impl IntoIterator<Item = Arc<DocumentRow>>) -> Self {
        Self { rows: rows.into_iter().map(RowSlot::holding).collect(), source: None }
    }

    /// The rows of a source.
    #[must_use]
    pub fn read_from(source: Arc<dyn RowReader>) -> Self {
        let slot = |at| RowSlot { at, row: OnceLock::new() };
        Self { rows: (0..source.count()).map(slot).collect(), source: Some(source) }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All rows. Each of them is read.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Arc<DocumentRow>> {
        (0..self.len()).map(|at| &self[at])
    }

    /// What is known of a row without reading it.
    #[must_use]
    pub fn summary(&self, at: usize) -> RowSummary {
        let slot = &self.rows[at];
        match (slot.row.get(), &self.source) {
            (None, Some(source)) => source.summary(slot.at),
            _ => RowSummary::of(&self[at]),
        }
    }

    /// The places of the rows of one document.
    #[must_use]
    pub fn range(&self, symbol: &Symbol) -> Range<usize> {
        let start = self.partition_point(0, |row| row.symbol < *symbol);
        start..self.partition_point(start, |row| row.symbol == *symbol)
    }

    /// The first place, not before `start`, whose row does not fit any more; those before it all fit.
    #[must_use]
    pub fn partition_point(&self, start: usize, fits: impl Fn(&DocumentRow) -> bool) -> usize {
        partition_point(start..self.len(), |at| fits(&self[at]))
    }

    /// Puts a row at a place, before the one that is there.
    pub(super) fn insert(&mut self, at: usize, row: Arc<DocumentRow>) {
        self.rows.insert(at, RowSlot::holding(row));
    }

    /// Puts a row in the place of another.
    pub(super) fn replace(&mut self, at: usize, row: Arc<DocumentRow>) {
        self.rows[at] = RowSlot::holding(row);
    }
}

impl Index<usize> for ShelfRows {
    type Output = Arc<DocumentRow>;

    /// The row at a place, read if it has not been yet.
    fn index(&self, at: usize) -> &Arc<DocumentRow> {
        let RowSlot { at, row } = &self.rows[at];
        let read = || Arc::new(self.source.as_ref().expect("only rows of a source are not read").row(*at));
        row.get_or_init(read)
    }
}
