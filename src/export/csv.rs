//! A report as values separated by commas, in French by semicolons: UTF-8 with a byte order mark, so that Excel shows accents;
//! ISO dates.
//!
//! A spreadsheet takes a text that begins with `=`, `+`, `-`, `@` or `|` for a formula, some also after spaces and invisible
//! characters, and in the wide forms of these signs. Such a text gets an apostrophe in front of it. So does such a text with
//! apostrophes before the sign. A program that removes the first apostrophe of each of these texts gets the original text.
//! Negative numbers stay as they are. Control codes are made visible.

use unicode_normalization::UnicodeNormalization;

use crate::base::text::{exported, is_invisible};
use crate::base::{Error, Result};
use crate::export::Report;

/// Signs that begin a formula; their wide and small forms are recognised by their plain form.
const SIGNS: [char; 5] = ['=', '+', '-', '@', '|'];

/// The report as one table, its sheets one after the other.
///
/// # Errors
/// `export-failed` (`what`); not expected, because it writes to memory.
pub fn write(report: &Report) -> Result<Vec<u8>> {
    let failed = |what: &dyn std::fmt::Display| Error::broken("export-failed").with("what", what.to_string());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .delimiter(delimiter(&report.language))
        .from_writer("\u{feff}".as_bytes().to_vec());
    let header = report.columns.iter().map(|column| guarded(exported(&column.title)));
    writer.write_record(header).map_err(|error| failed(&error))?;
    for record in report.sheets.iter().flat_map(|sheet| &sheet.records) {
        let cells = record.cells.iter().map(|cell| guarded(exported(&cell.plain())));
        writer.write_record(cells).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

/// The sign between cells: a spreadsheet in French, which writes numbers with a comma, opens files with semicolons.
fn delimiter(language: &str) -> u8 {
    if language.starts_with("fr") { b';' } else { b',' }
}

/// A text that no spreadsheet takes for a formula.
#[must_use]
pub fn guarded(text: String) -> String {
    if is_formula(&text) { format!("'{text}") } else { text }
}

/// Whether a spreadsheet could take a text for a formula. A tab or line end at the start counts too: it can move the rest
/// to another cell.
fn is_formula(text: &str) -> bool {
    let shown = text.trim_start_matches(|c| c == '\'' || is_invisible(c));
    let sign = shown.chars().next().and_then(|c| std::iter::once(c).nfkc().next());
    let begins = sign.is_some_and(|sign| SIGNS.contains(&sign)) && !is_number(text);
    begins || text.trim_start_matches('\'').starts_with(['\t', '\r', '\n'])
}

/// A negative number in digits: `-5`, `-1.25`, `-0,5`.
fn is_number(text: &str) -> bool {
    let digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    text.strip_prefix('-').is_some_and(|rest| match rest.split_once(['.', ',']) {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(rest),
    })
}
