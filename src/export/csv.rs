//! A report as comma-separated values: UTF-8 with a byte order mark, so that Excel shows accents; ISO dates.
//!
//! A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula. Such a text gets an apostrophe in
//! front of it. So does such a text with apostrophes before the sign. A program that removes the first apostrophe of
//! each of these texts gets the original text.

use crate::base::{Error, Result};
use crate::export::Report;

/// Characters at the start of a text that a spreadsheet would take for a formula.
const FORMULA_STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '＠'];

/// The report as one table, its sheets one after the other.
///
/// # Errors
/// `export-failed` (`what`); not expected, because it writes to memory.
pub fn write(report: &Report) -> Result<Vec<u8>> {
    let failed = |what: &dyn std::fmt::Display| Error::broken("export-failed").with("what", what.to_string());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let header = report.columns.iter().map(|column| column.title.as_str());
    writer.write_record(header).map_err(|error| failed(&error))?;
    for record in report.sheets.iter().flat_map(|sheet| &sheet.records) {
        let cells = record.cells.iter().map(|cell| guarded(cell.plain()));
        writer.write_record(cells).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

/// A text that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: String) -> String {
    if text.trim_start_matches('\'').starts_with(FORMULA_STARTS) { format!("'{text}") } else { text }
}
