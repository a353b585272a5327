//! Readers: the bytes of a file to neutral lines. A new format is one file here and one line in the table of formats.

pub mod akn;
pub mod docx;
pub mod encoding;
pub mod front;
pub mod html;
pub mod markdown;
pub mod other;
pub mod package;
pub mod pdf;
pub mod plain;
mod text;
pub mod words;
pub mod xml;

use crate::base::{Finding, Result};
use crate::import::Given;
use crate::import::line::Line;

/// A format of files.
#[derive(Debug)]
pub struct InputFormat {
    /// Whether bytes are a file of this format.
    pub matches: fn(&[u8]) -> bool,
    /// Reads a file. Repairs are added to the findings.
    pub read: fn(&InputFile<'_>, &mut Vec<Finding>) -> Result<FileContent>,
}

/// A file to be read.
#[derive(Debug, Clone, Copy)]
pub struct InputFile<'a> {
    /// Its name, for messages.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Which text is read where the file has tracked changes.
    pub changes: TrackedChanges,
}

/// What becomes of tracked changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TrackedChanges {
    /// The text with the changes made.
    #[default]
    Accepted,
    /// The text as it was before them.
    Original,
}

/// What a reader makes of a file.
#[derive(Debug, Clone, Default)]
pub struct FileContent {
    /// Its lines.
    pub lines: Vec<Line>,
    /// All its words, in the lines that `lines` have their numbers from. The language is detected by them, and the document is
    /// compared with them.
    pub words: String,
    /// What the file says of the document outside its text: the metadata of an XML file, the head of a Markdown file. What a
    /// person gives comes before it, what the text shows after it.
    pub says: Given,
    /// What its window shows as its title, for a text that shows none.
    pub window: Option<String>,
}

impl FileContent {
    /// The content of a file whose words are exactly those of its lines, which are numbered in order.
    #[must_use]
    pub fn of_lines(lines: Vec<Line>) -> Self {
        let mut words = String::new();
        for line in &lines {
            if let Some(label) = &line.label {
                words.push_str(&label.text);
                words.push(' ');
            }
            words.push_str(&line.bare());
            words.push('\n');
        }
        Self { lines, words, ..Self::default() }
    }
}

/// All formats; the first one that matches is used. Text matches everything, and its reader refuses other files.
pub static FORMATS: &[InputFormat] = &[
    InputFormat { matches: pdf::matches, read: pdf::read },
    InputFormat { matches: docx::matches, read: docx::read },
    InputFormat { matches: akn::matches, read: akn::read },
    InputFormat { matches: html::matches, read: html::read },
    InputFormat { matches: |_| true, read: text::read },
];

/// Whether a file may be made to take all memory or all time when it is read: such files are read in a child process.
#[must_use]
pub fn is_risky(bytes: &[u8]) -> bool {
    pdf::matches(bytes)
}
