//! Word documents: automatic numbers, styles, footnotes, tables and tracked changes, as Word would show them.
//!
//! ```text
//!   header of the first page → cover      styles → headings, title      numbering → labels
//!   rows of tables → rows                 footnotes, endnotes → notes, called in their place
//!   other headers and footers → left out  comments, tracked changes → findings
//! ```

mod blocks;
mod numbering;
mod parts;
mod runs;
mod styles;
mod symbols;
mod tables;

use crate::base::{Finding, FindingKind, Result};
use crate::import::edit::finding;
use crate::import::reader::{FileContent, InputFile};
use blocks::DocxBuilder;
use parts::Parts;

/// Whether bytes are a Word document.
#[must_use]
pub fn matches(bytes: &[u8]) -> bool {
    parts::document_path(bytes).is_some()
}

/// Reads a Word document.
///
/// # Errors
/// When the package or its XML is damaged, encrypted or a bomb: see [`crate::import::reader::package::ZipPackage`] and
/// [`crate::import::reader::xml::parse`].
pub fn read(file: &InputFile<'_>, findings: &mut Vec<Finding>) -> Result<FileContent> {
    let parts = Parts::open(file)?;
    let mut builder = DocxBuilder::new(&parts, file.changes);
    if let Some(header) = &parts.first_header {
        builder.cover(header);
    }
    if let Some(body) = parts.document.child("body") {
        builder.blocks(body);
    }
    for part in &parts.furniture {
        builder.furniture(part);
    }
    let (lines, changed) = builder.finish(findings);
    if changed > 0 {
        findings.push(finding(FindingKind::TrackedChanges, 0, &changed.to_string(), None));
    }
    Ok(FileContent::of_lines(lines))
}
