//! A report for other programs: sheets with records of typed cells, in one language, not yet in any file format.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::export::LeftOutList;

/// A report.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The stable name of what it reports on: `tracker`.
    pub kind: &'static str,
    /// The title that people read.
    pub title: String,
    /// The code of the language of its texts: `fr`.
    pub language: String,
    /// The colon between a heading and its text; in French it includes the space before the colon.
    pub colon: String,
    /// The columns. Each record has one cell for each of them.
    pub columns: Vec<Column>,
    /// The parts.
    pub sheets: Vec<Sheet>,
    /// What was left out because it is restricted.
    pub left_out: LeftOutList,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The stable name.
    pub id: &'static str,
    /// The heading that people read.
    pub title: String,
    /// Width in a workbook, in characters.
    pub width: u16,
    /// Where a document that is meant for reading has it.
    pub placement: Placement,
}

/// Where a document that is meant for reading has a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// At the start of the record, as its name.
    Name,
    /// After the name, on the same line.
    Head,
    /// On a line of its own below, unless the cell is empty.
    Detail,
    /// Nowhere: only tables have it.
    Table,
}

/// One part of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The stable name: `session-4`, `standing`.
    pub name: String,
    /// The heading that people read.
    pub title: String,
    /// The records, in order.
    pub records: Vec<Record>,
}

/// One record: a row of a table, or an entry of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Stable id: the same when the report is made again.
    pub id: String,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// The value of one column in one record.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// No value.
    Empty,
    /// Text.
    Text(String),
    /// Something with a name for programs and a text for people.
    Named {
        /// The stable name.
        name: String,
        /// The text in the language of the report.
        text: String,
    },
    /// A whole number.
    Number(u32),
    /// A day.
    Date(NaiveDate),
    /// A date and time.
    Moment(DateTime<FixedOffset>),
    /// Text with a link to a public web page.
    Link {
        /// The text.
        text: String,
        /// The web address.
        address: String,
    },
}

impl Cell {
    /// A text cell; empty if there is no text.
    #[must_use]
    pub fn text(text: Option<&str>) -> Self {
        text.filter(|text| !text.is_empty()).map_or(Self::Empty, |text| Self::Text(text.to_owned()))
    }

    /// The text that people read; dates are written as in ISO 8601.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Named { text, .. } | Self::Link { text, .. } => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Moment(moment) => moment.to_rfc3339(),
        }
    }
}

impl Report {
    /// Number of records in all sheets.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.records.len()).sum()
    }

    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
