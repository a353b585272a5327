//! HTML: pages of paragraphs and headings, also as a browser saves them.

mod entities;
mod page;
mod tokens;

use crate::base::{Error, Finding, FindingKind, Result};
use crate::import::Given;
use crate::import::edit::finding;
use crate::import::line::LineRole;
use crate::import::reader::{FileContent, InputFile, encoding};
use crate::import::shape::enumerator;
use crate::language::Enumerators;
use page::WebPage;

/// How many bytes of a file are looked at to find what it is.
const HEAD: usize = 4096;

/// Whether bytes are a page: they begin with a tag, and name HTML among the first ones.
#[must_use]
pub fn matches(bytes: &[u8]) -> bool {
    let head =
        String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).replace('\0', "").to_ascii_lowercase();
    let start = head.trim_start_matches(|c: char| c == '\u{feff}' || c == '\u{fffd}' || c.is_whitespace());
    start.starts_with('<')
        && ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.contains(tag))
}

/// The largest page that is read, in bytes.
const LARGEST: usize = 16 << 20;

/// Reads a page.
///
/// # Errors
/// `import-too-large`, `import-not-utf8`, `import-empty` without any words, `import-error-page` for a page that only says that
/// something went wrong.
pub fn read(file: &InputFile<'_>, findings: &mut Vec<Finding>) -> Result<FileContent> {
    let refuse = |id| Error::broken(id).with("file", file.name);
    if file.bytes.len() > LARGEST {
        return Err(refuse("import-too-large").with("megabytes", LARGEST >> 20));
    }
    let declared = encoding::declared(file.bytes, b"charset");
    let decoded = encoding::decode(file.bytes, declared).map_err(|found| {
        refuse("import-not-utf8").with("encoding", found.encoding).with("line", 1).with("byte", found.place)
    })?;
    if let Some(encoding) = decoded.guessed {
        findings.push(finding(FindingKind::Encoding, 0, encoding, None));
    }
    let page = WebPage::of(&tokens::tokens(&decoded.text));
    if page.lines.iter().all(|line| line.bare().trim().is_empty()) {
        return Err(refuse("import-empty"));
    }
    if is_error(&page) {
        return Err(refuse("import-error-page"));
    }
    let titled = page.lines.iter().any(|line| line.role == Some(LineRole::Title));
    let title = page.title.filter(|title| !titled && !title.is_empty());
    let says = Given { language: page.language.and_then(|code| code.parse().ok()), ..Given::default() };
    Ok(FileContent { says, window: title, ..FileContent::of_lines(page.lines) })
}

/// Whether a page is short and says that something went wrong, as the document system does instead of a document.
fn is_error(page: &WebPage) -> bool {
    /// No document has so few letters.
    const SHORT: usize = 1500;
    const WORDS: [&str; 9] = [
        "error",
        "not found",
        "404",
        "403",
        "access denied",
        "no document",
        "not available",
        "session expired",
        "request rejected",
    ];
    let text: String = page.lines.iter().map(|line| line.bare().to_lowercase() + "\n").collect();
    let title = page.title.as_deref().unwrap_or_default().to_lowercase();
    let marks = Enumerators::default();
    let numbered = page.lines.iter().any(|line| enumerator::lead_of(line, &marks).is_some());
    text.len() < SHORT && !numbered && WORDS.iter().any(|word| title.contains(word) || text.contains(word))
}
