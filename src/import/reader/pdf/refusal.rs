//! Why a PDF file is not read, and what to do with it instead.

use serde::{Deserialize, Serialize};

use super::sheet::PageSheet;
use crate::base::Error;

/// Why a PDF file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PdfRefusal {
    /// It is locked with a password.
    Encrypted,
    /// It is no PDF file, or a part of it is missing.
    Damaged,
    /// It has more pages than any document.
    Long {
        /// How many pages.
        pages: usize,
    },
    /// It has no text: its pages are pictures.
    Pictures {
        /// How many pages.
        pages: usize,
    },
    /// It has neither text nor pictures.
    Blank,
    /// Its fonts do not say which characters their glyphs stand for.
    Garbled {
        /// How many glyphs are unknown, in percent.
        percent: usize,
    },
    /// It is the page a document system sends in the place of a document it does not have.
    NotFoundPage,
}

impl PdfRefusal {
    /// The error that people read.
    #[must_use]
    pub fn error(self, file: &str) -> Error {
        let error = |id| Error::broken(id).with("file", file);
        match self {
            Self::Encrypted => error("import-pdf-encrypted"),
            Self::Damaged => error("import-pdf-damaged"),
            Self::Long { pages } => error("import-pdf-long").with("pages", pages),
            Self::Pictures { pages } => error("import-pdf-pictures").with("pages", pages),
            Self::Blank => error("import-pdf-blank"),
            Self::Garbled { percent } => error("import-pdf-garbled").with("percent", percent),
            Self::NotFoundPage => error("import-pdf-not-found-page"),
        }
    }
}

/// A text with more unknown glyphs than this is not read, in percent.
const UNKNOWN: usize = 5;
/// A page with fewer glyphs than this has no text: a page number, a stamp.
const FEW: usize = 20;
/// A page sent in the place of a missing document is not longer than this, in bytes.
const NOTICE: usize = 2000;
/// What such pages say.
const NOT_FOUND: [&str; 2] =
    ["does not exist in the official document system", "document you are looking for does not exist"];

/// Refuses a file whose text cannot be read.
///
/// # Errors
/// [`PdfRefusal::Pictures`], [`PdfRefusal::Blank`], [`PdfRefusal::Garbled`] or [`PdfRefusal::NotFoundPage`].
pub fn check(sheets: &[PageSheet]) -> Result<(), PdfRefusal> {
    let glyphs: usize = sheets.iter().map(|sheet| sheet.glyphs).sum();
    let unknown: usize = sheets.iter().map(|sheet| sheet.unknown).sum();
    if glyphs < FEW * sheets.len().min(3) {
        let pages = sheets.iter().filter(|sheet| sheet.pictures > 0).count();
        return Err(if pages > 0 { PdfRefusal::Pictures { pages } } else { PdfRefusal::Blank });
    }
    if unknown * 100 > glyphs * UNKNOWN {
        return Err(PdfRefusal::Garbled { percent: unknown * 100 / glyphs });
    }
    if sheets.len() <= 2 {
        let segments = sheets.iter().flat_map(|sheet| &sheet.segments);
        let text: Vec<String> = segments.map(|placed| placed.segment.text()).collect();
        let text = text.join(" ").to_lowercase();
        if text.len() < NOTICE && NOT_FOUND.iter().any(|notice| text.contains(notice)) {
            return Err(PdfRefusal::NotFoundPage);
        }
    }
    Ok(())
}
