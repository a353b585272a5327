//! Readers: the bytes of a file to neutral lines. A new format is one file here and one line in the table of formats.

pub mod markdown;
pub mod plain;
mod text;

use crate::base::{Finding, Result};
use crate::import::line::Line;

/// A format of files.
#[derive(Debug)]
pub struct InputFormat {
    /// Whether bytes are a file of this format.
    pub matches: fn(&[u8]) -> bool,
    /// Reads a file, given by its name for messages and its bytes. Repairs are added to the findings.
    pub read: fn(&str, &[u8], &mut Vec<Finding>) -> Result<FileContent>,
}

/// What a reader makes of a file.
#[derive(Debug, Clone, Default)]
pub struct FileContent {
    /// Its lines.
    pub lines: Vec<Line>,
    /// All its words, in the lines that `lines` have their numbers from. The language is detected by them, and the document is
    /// compared with them.
    pub words: String,
}

/// All formats; the first one that matches is used. Text matches everything, and its reader refuses other files.
pub static FORMATS: &[InputFormat] = &[InputFormat { matches: |_| true, read: text::read }];
