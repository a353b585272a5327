//! A report for other programs: sheets of rows of typed cells, in the language of the interface, of no form yet.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// A report.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What it is, for programs: `tracker`.
    pub kind: &'static str,
    /// What it is, for people.
    pub title: String,
    /// The language of its words: `fr`.
    pub language: String,
    /// What parts a heading from what follows it: French has a space before the colon.
    pub colon: String,
    /// What stands in each place of a row.
    pub columns: Vec<Column>,
    /// Its parts.
    pub sheets: Vec<Sheet>,
}

/// What stands in one place of every row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The stable name.
    pub name: &'static str,
    /// The heading, for people.
    pub title: String,
    /// How many characters wide it is in a workbook.
    pub width: u16,
    /// Where it stands in a document.
    pub place: Place,
}

/// Where a document to be read puts a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It names the row.
    Name,
    /// It follows the name, in the same line.
    Head,
    /// It has a line of its own below, where there is something.
    Detail,
    /// Nowhere: it is for tables.
    Table,
}

/// One part of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The stable name: `session-4`, `standing`.
    pub name: String,
    /// The heading, for people.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The same whenever the report is made again.
    pub id: String,
    /// As many as there are columns.
    pub cells: Vec<Cell>,
}

/// What stands in one place.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// Something that has a name for programs and words for people.
    Named {
        /// The stable name.
        name: String,
        /// In the language of the interface.
        said: String,
    },
    /// A whole number.
    Number(u32),
    /// A day.
    Date(NaiveDate),
    /// A moment.
    Moment(DateTime<FixedOffset>),
    /// Words that lead to a public address.
    Link {
        /// The words.
        text: String,
        /// The address.
        address: String,
    },
}

impl Cell {
    /// Words, or nothing where there are none.
    #[must_use]
    pub fn text(words: Option<&str>) -> Self {
        words.filter(|words| !words.is_empty()).map_or(Self::Empty, |words| Self::Text(words.to_owned()))
    }

    /// What people read, with dates as ISO 8601 writes them.
    #[must_use]
    pub fn said(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Named { said: text, .. } | Self::Link { text, .. } => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Moment(moment) => moment.to_rfc3339(),
        }
    }
}

impl Report {
    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.rows.len()).sum()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
