//! AKN4UN XML, the machine-readable form in which the United Nations publish resolutions: structure as the file has it.
//!
//! ```text
//!   coverPage   → front          preface  → title        preamble → opener, preambular paragraphs
//!   mainBody    → operative paragraphs, headings, rows   conclusions → closing     attachments → annexes
//! ```

mod body;
mod cover;
mod inline;
mod label;
mod lists;

use crate::base::{Finding, Result};
use crate::import::reader::words::SourceWords;
use crate::import::reader::{FileContent, InputFile, encoding, xml};

/// Whether bytes are such a file: the root element is within the first bytes.
#[must_use]
pub fn matches(bytes: &[u8]) -> bool {
    const HEAD: usize = 4096;
    let head = encoding::of_xml(&bytes[..bytes.len().min(HEAD)]);
    let start = head.trim_start_matches('\u{feff}').trim_start();
    start.starts_with('<') && (start.contains("<akomaNtoso") || start.contains(":akomaNtoso"))
}

/// Reads a file.
///
/// # Errors
/// When the XML is damaged or a bomb: see [`xml::parse`].
pub fn read(file: &InputFile<'_>, _: &mut Vec<Finding>) -> Result<FileContent> {
    let root = xml::parse(file.name, file.bytes)?;
    let mut words = SourceWords::new();
    inline::source(&root, &mut words);
    let says = cover::says(&root);
    let lines = body::lines(&root);
    Ok(FileContent { lines, words: words.finish(), says, ..FileContent::default() })
}
