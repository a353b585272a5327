//! How statements are written: the table `[statement]` of a language file.

use crate::base::table::Table;

/// How statements are written in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementWords {
    /// The opening quotation mark, with the space after it if there is one.
    pub open: String,
    /// The closing quotation mark, with the space before it if there is one.
    pub close: String,
}

impl Default for StatementWords {
    fn default() -> Self {
        Self { open: "“".to_owned(), close: "”".to_owned() }
    }
}

impl StatementWords {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let usual = Self::default();
        Self {
            open: table.text("open").unwrap_or(usual.open),
            close: table.text("close").unwrap_or(usual.close),
        }
    }

    /// Words as a quotation with its source.
    #[must_use]
    pub fn quoted(&self, words: &str, source: &str) -> String {
        format!("{}{words}{} ({source})", self.open, self.close)
    }
}
