//! The folder in which the delegate saves documents: which of its files are offered to be imported.

use std::collections::HashSet;

/// A file in the folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct InboxFile {
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// When it was last written, in nanoseconds since 1 January 1970.
    pub modified_ns: u64,
}

/// What a file is, by the ending of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedKind {
    /// A PDF file.
    Pdf,
    /// A Word file.
    Word,
    /// A web page.
    Html,
    /// An XML file.
    Xml,
    /// A text.
    Text,
    /// An archive with files.
    Archive,
}

/// The endings of the names of each kind.
const ENDINGS: [(SavedKind, &[&str]); 6] = [
    (SavedKind::Pdf, &["pdf"]),
    (SavedKind::Word, &["docx", "doc", "rtf", "odt"]),
    (SavedKind::Html, &["html", "htm", "xhtml"]),
    (SavedKind::Xml, &["xml", "akn"]),
    (SavedKind::Text, &["txt", "text", "md", "markdown"]),
    (SavedKind::Archive, &["zip"]),
];

/// What browsers add to the name of a file that is not complete yet.
const PARTIAL: [&str; 6] = ["part", "crdownload", "download", "partial", "opdownload", "tmp"];

/// A file that was written less than so long ago may still grow, in nanoseconds.
const QUIET_NS: u64 = 5_000_000_000;

impl SavedKind {
    /// The kind of a file with this name; `None` if it is none that can be imported.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let ending = ending.to_lowercase();
        ENDINGS.iter().find(|(_, endings)| endings.contains(&ending.as_str())).map(|(kind, _)| *kind)
    }

    /// The stable name, as in JSON and in the messages `saved-…`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Word => "word",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Text => "text",
            Self::Archive => "archive",
        }
    }
}

/// A look into the folder.
#[derive(Debug, Clone, Copy)]
pub struct InboxLook<'a> {
    /// All files that are there.
    pub files: &'a [InboxFile],
    /// Those that were there at the look before.
    pub before: &'a [InboxFile],
    /// Those that were imported or dismissed.
    pub settled: &'a [InboxFile],
    /// The moment of the look, in nanoseconds since 1 January 1970.
    pub now_ns: u64,
}

impl InboxLook<'_> {
    /// The files to be offered, in the order of their names: those of a known kind that are complete, and were neither imported nor
    /// dismissed as they are now.
    #[must_use]
    pub fn offered(&self) -> Vec<InboxFile> {
        let names: HashSet<&str> = self.files.iter().map(|file| file.name.as_str()).collect();
        let is_growing = |file: &InboxFile| {
            let partial =
                PARTIAL.iter().any(|ending| names.contains(format!("{}.{ending}", file.name).as_str()));
            partial || file.bytes == 0 || !self.is_quiet(file)
        };
        let is_offered = |file: &&InboxFile| {
            SavedKind::of(&file.name).is_some() && !is_growing(file) && !self.settled.contains(file)
        };
        let mut offered: Vec<InboxFile> = self.files.iter().filter(is_offered).cloned().collect();
        offered.sort_by(|one, other| one.name.cmp(&other.name));
        offered
    }

    /// Whether a file has not been written for a while. A clock that goes wrong gives it a moment to come: then it must be the same as at
    /// the look before.
    fn is_quiet(&self, file: &InboxFile) -> bool {
        match self.now_ns.checked_sub(file.modified_ns) {
            Some(age) => age >= QUIET_NS,
            None => self.before.contains(file),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_NS: u64 = 1_000_000_000_000;

    fn file(name: &str, bytes: u64, age_s: i64) -> InboxFile {
        let modified_ns = NOW_NS.checked_add_signed(-age_s * 1_000_000_000).unwrap();
        InboxFile { name: name.to_owned(), bytes, modified_ns }
    }

    #[track_caller]
    fn case(files: &[InboxFile], before: &[InboxFile], expected: &[&str]) {
        let settled = [file("A-3.pdf", 10, 60)];
        let offered = InboxLook { files, before, settled: &settled, now_ns: NOW_NS }.offered();
        let names: Vec<&str> = offered.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn complete_files_of_known_kinds_are_offered_once() {
        case(
            &[file("b.PDF", 9, 60), file("a.docx", 9, 60), file("photo.jpg", 9, 60)],
            &[],
            &["a.docx", "b.PDF"],
        );
        case(&[file("A-3.pdf", 10, 60)], &[], &[]);
        case(&[file("A-3.pdf", 11, 60)], &[], &["A-3.pdf"]);
    }

    #[test]
    fn what_is_still_being_saved_is_not_offered() {
        case(&[file("a.pdf", 9, 2)], &[], &[]);
        case(&[file("a.pdf", 0, 60)], &[], &[]);
        case(&[file("a.pdf.crdownload", 9, 60), file("b.part", 9, 60)], &[], &[]);
        case(&[file("a.pdf", 9, 60), file("a.pdf.part", 90, 60)], &[], &[]);
        // Its clock is before ours: it is offered if it does not grow.
        let later = file("a.pdf", 9, -60);
        case(std::slice::from_ref(&later), &[], &[]);
        case(std::slice::from_ref(&later), &[file("a.pdf", 8, -60)], &[]);
        case(std::slice::from_ref(&later), std::slice::from_ref(&later), &["a.pdf"]);
    }
}
