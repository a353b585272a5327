//! PDF files: the pages as they are printed, to neutral lines in the order of reading.
//!
//! ```text
//!   bytes ─ glyphs ─▶ pages ─ rows ─▶ segments ─ furniture, notes ─▶ what each is on its page
//!         ─ order ─▶ printed lines ─ paragraphs, content ─▶ lines with roles, calls, and where passages begin
//! ```
//!
//! A file may be made to take all memory or time; it is read in a process of its own (decision 0032).

mod cells;
mod characters;
mod columns;
mod content;
mod direction;
mod furniture;
mod glyphs;
mod marks;
mod notes;
mod order;
mod page;
mod paragraphs;
mod refusal;
mod rows;
mod sheet;
mod spread;

pub use refusal::PdfRefusal;

use super::{FileContent, InputFile};
use crate::base::{Finding, Result};
use sheet::{Measures, PageSheet};

/// Whether bytes are a PDF file: a few bytes may be before its head.
#[must_use]
pub fn matches(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    head.windows(5).any(|window| window == b"%PDF-") && !head.starts_with(b"<")
}

/// Reads a PDF file.
///
/// # Errors
/// Those of [`PdfRefusal::error`].
pub fn read(file: &InputFile<'_>, _: &mut Vec<Finding>) -> Result<FileContent> {
    content(file.bytes).map_err(|refusal| refusal.error(file.name))
}

/// The content of a PDF file.
///
/// # Errors
/// When it has no text that can be read.
pub fn content(bytes: &[u8]) -> std::result::Result<FileContent, PdfRefusal> {
    let mut sheets: Vec<PageSheet> = Vec::new();
    let mut spreads = spread::Spreads::default();
    glyphs::pages(bytes, |page| sheets.extend(spreads.pages(page).iter().map(PageSheet::of)))?;
    refusal::check(&sheets)?;
    let measures = Measures::of(&sheets);
    furniture::mark(&mut sheets, &measures);
    columns::mark(&mut sheets);
    sheets.iter_mut().for_each(|sheet| notes::mark(sheet, &measures));
    let measures = Measures::of(&sheets);
    let mut column = 0;
    let lines: Vec<_> = sheets.iter().flat_map(|sheet| order::lines(sheet, &measures, &mut column)).collect();
    Ok(content::content(&lines, &measures))
}
