//! A report as comma-separated values: UTF-8 with a mark at the start, so that Excel sees accents; ISO dates.
//!
//! A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula. Such a text gets an
//! apostrophe in front, and so does one that begins with apostrophes and goes on like that: whoever takes one
//! apostrophe away from each has exactly what was written.

use crate::base::{Error, Result};
use crate::export::Report;

/// How a text may begin that a spreadsheet would obey.
const OBEYED: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '＠'];

/// The report, all its sheets one below the other.
///
/// # Errors
/// `export-failed` (`what`); writing to memory gives no occasion.
pub fn write(report: &Report) -> Result<Vec<u8>> {
    let failed = |what: &dyn std::fmt::Display| Error::broken("export-failed").with("what", what.to_string());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let header = report.columns.iter().map(|column| column.title.as_str());
    writer.write_record(header).map_err(|error| failed(&error))?;
    for row in report.sheets.iter().flat_map(|sheet| &sheet.rows) {
        let cells = row.cells.iter().map(|cell| guarded(cell.said()));
        writer.write_record(cells).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

/// A text that no spreadsheet obeys.
#[must_use]
pub fn guarded(text: String) -> String {
    if text.trim_start_matches('\'').starts_with(OBEYED) { format!("'{text}") } else { text }
}
