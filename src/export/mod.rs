//! Exports for other programs: a report or a text for reading as data, and a writer for each file format. Writers return
//! bytes.

pub mod amendments;
pub mod calendar;
pub mod calendar_text;
pub mod csv;
pub mod digest;
pub mod docx;
pub mod file_format;
pub mod json;
pub mod left_out;
pub mod markdown;
pub mod notation;
pub mod position;
pub mod prose;
pub mod report;
pub mod statement;
pub mod tracker;
pub mod xlsx;

pub use file_format::FileFormat;
pub use left_out::LeftOutList;
pub use report::{Cell, Column, Placement, Record, Report, Sheet};
pub use tracker::tracker;

use crate::base::Result;

/// A file format of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// Markdown, for people.
    Markdown,
    /// JSON.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Xlsx, Self::Markdown, Self::Json];
}

impl FileFormat for Format {
    fn all() -> &'static [Self] {
        &Self::ALL
    }

    fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    fn is_text(self) -> bool {
        self != Self::Xlsx
    }
}

/// A report in a file format. The same report always gives the same bytes.
///
/// # Errors
/// `export-failed` (`what`) if the report is too large for a workbook.
pub fn write(report: &Report, format: Format) -> Result<Vec<u8>> {
    match format {
        Format::Csv => csv::write(report),
        Format::Xlsx => xlsx::write(report),
        Format::Markdown => Ok(markdown::write(report).into_bytes()),
        Format::Json => Ok(json::write(report).into_bytes()),
    }
}
