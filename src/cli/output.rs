//! The output of the command line: one JSON value, or text for people; no control codes, and no error when a pipe is closed.

use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::Value;

use crate::base::text::{escaped_json, truncate, visible};
use crate::base::{Error, ErrorKind};
use crate::locale::Locale;
use crate::store::file;

/// The output of a verb.
#[derive(Debug, Clone, Default)]
pub struct Output {
    text: String,
    raw: bool,
    warnings: Vec<Error>,
    remarks: Vec<String>,
    code: u8,
}

impl Output {
    /// One JSON value.
    #[must_use]
    pub fn json(value: &Value) -> Self {
        let written = serde_json::to_string_pretty(value).unwrap_or_default();
        let text = escaped_json(&written) + "\n";
        Self { text, ..Self::default() }
    }

    /// Text for people.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Text another program reads, such as completions: left as it is.
    #[must_use]
    pub fn raw(text: String) -> Self {
        Self { text, raw: true, ..Self::default() }
    }

    /// The same with errors that did not stop the verb; they are written to the standard error.
    #[must_use]
    pub fn warning(mut self, warnings: impl IntoIterator<Item = Error>) -> Self {
        self.warnings.extend(warnings);
        self
    }

    /// The same with something said to people on the standard error, which is not about an error.
    #[must_use]
    pub fn remarking(mut self, remarks: impl IntoIterator<Item = String>) -> Self {
        self.remarks.extend(remarks);
        self
    }

    /// The same, ending with the exit code for this kind of failure.
    #[must_use]
    pub fn failing(self, kind: ErrorKind) -> Self {
        Self { code: kind.exit_code(), ..self }
    }

    /// The same, saying to people that there is nothing; a program sees the empty value.
    #[must_use]
    pub fn nothing(self, json: bool, why: Error) -> Self {
        let output = self.failing(ErrorKind::NotFound);
        if json { output } else { output.warning([why]) }
    }

    /// Prints it and returns the exit code.
    pub fn print(self, locale: &Locale) -> ExitCode {
        for warning in &self.warnings {
            complain(locale, warning);
        }
        for remark in &self.remarks {
            let _ = writeln!(io::stderr(), "plenary: {}", visible(remark));
        }
        let mut text = if self.raw { self.text } else { visible(&self.text).into_owned() };
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => ExitCode::from(self.code),
            // Who reads no more wants no more.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(self.code),
            Err(error) => fail(locale, &file::of_system(Error::broken("output-refused"), &error)),
        }
    }
}

/// Prints an error to the standard error and returns its exit code.
pub fn fail(locale: &Locale, error: &Error) -> ExitCode {
    complain(locale, error);
    ExitCode::from(error.kind.exit_code())
}

fn complain(locale: &Locale, error: &Error) {
    let output = locale.explain(error);
    let _ = writeln!(io::stderr(), "plenary: {}", visible(&output));
}

/// The beginning of a text, at most so many columns, cut after a word with an ellipsis.
#[must_use]
pub fn beginning(text: &str, columns: usize) -> String {
    let cut = truncate(text, columns);
    let Some(kept) = cut.strip_suffix('…').filter(|_| cut != text) else { return cut };
    // Cut right at the end of a word, it is whole.
    let whole = text[kept.len()..].starts_with(|c: char| !c.is_alphanumeric());
    let end = if whole { Some(kept.len()) } else { kept.rfind(char::is_whitespace) };
    let words = kept[..end.unwrap_or(kept.len())].trim_end();
    format!("{}…", words.trim_end_matches([',', ';', ':', ' ', '\u{a0}']))
}

/// What the columns of a table are set apart with.
const SPACES: &str = "                                                                ";

/// Rows of cells in columns as wide as they need to be.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    use crate::base::text::width;
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    // Each cell is measured once: in a long table that takes most of the time.
    let own: Vec<Vec<usize>> = rows.iter().map(|row| row.iter().map(|cell| width(cell)).collect()).collect();
    let widest = |column: usize| own.iter().filter_map(|row| row.get(column)).max().copied().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let mut text = String::new();
    for (row, own) in rows.iter().zip(&own) {
        // Nothing is written after the last cell with words.
        let count = row.iter().rposition(|cell| !cell.trim_end().is_empty()).map_or(0, |last| last + 1);
        let mut columns = 0;
        for ((cell, own), wide) in row.iter().zip(own).zip(&widths).take(count) {
            text.push_str(&SPACES.repeat(columns / SPACES.len()));
            text.push_str(&SPACES[..columns % SPACES.len()]);
            text.push_str(cell);
            columns = wide - own + 2;
        }
        text.truncate(text.trim_end_matches(|c: char| c != '\n' && c.is_whitespace()).len());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_after_a_word() {
        let case = |columns: usize, expected: &str| {
            assert_eq!(beginning("Les États, eux, conviennent", columns), expected)
        };
        case(27, "Les États, eux, conviennent");
        case(26, "Les États, eux…");
        case(16, "Les États, eux…");
        case(12, "Les États…");
        case(10, "Les États…");
        case(5, "Les…");
        assert_eq!(beginning("山山山山", 5), "山山…");
        assert_eq!(beginning("fin…", 9), "fin…");
    }
}
