//! Reports for other programs: one neutral report, and a writer for each form. Everything here gives bytes.

pub mod calendar;
pub mod csv;
pub mod json;
pub mod markdown;
pub mod report;
pub mod said;
pub mod tracker;
pub mod xlsx;

pub use report::{Cell, Column, Place, Report, Row, Sheet};
pub use tracker::tracker;

use crate::base::Result;

/// A form a report can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
    /// A document in Markdown.
    Markdown,
    /// One JSON value.
    Json,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Xlsx, Self::Markdown, Self::Json];

    /// The stable name, which is also the ending of its files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// The form with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// Whether it is text that a terminal or a pipe takes.
    #[must_use]
    pub fn is_text(self) -> bool {
        self != Self::Xlsx
    }
}

/// A report in a form. The same report gives the same bytes.
///
/// # Errors
/// `export-failed` (`what`) when a workbook would be larger than workbooks can be.
pub fn write(report: &Report, format: Format) -> Result<Vec<u8>> {
    match format {
        Format::Csv => csv::write(report),
        Format::Xlsx => xlsx::write(report),
        Format::Markdown => Ok(markdown::write(report).into_bytes()),
        Format::Json => Ok(json::write(report).into_bytes()),
    }
}
