//! Files that are not read, recognised so that the message can say what to do with them.

use crate::base::Error;
use crate::import::reader::package::{self, ZipPackage};

/// The refusal of bytes that are not text: `import-encrypted`, `import-other-format` (with `kind`), `import-binary`; `None`
/// if they may be text.
#[must_use]
pub fn refusal(name: &str, bytes: &[u8]) -> Option<Error> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(compound(name, bytes));
    }
    if package::is_zip(bytes) {
        return Some(zipped(name, bytes));
    }
    let opening = KINDS.iter().find(|(opening, _)| bytes.starts_with(opening));
    let kind = opening.map(|(_, kind)| *kind).or_else(|| is_web_archive(bytes).then_some("web-archive"));
    if let Some(kind) = kind {
        return Some(other(name, kind));
    }
    const OPENINGS: [&[u8]; 1] = [b"\x7fELF"];
    let marked = encoding_rs::Encoding::for_bom(bytes).is_some();
    let head = &bytes[..bytes.len().min(1 << 16)];
    let binary = OPENINGS.iter().any(|opening| head.starts_with(opening)) || head.contains(&0);
    (binary && !marked).then(|| Error::broken("import-binary").with("file", name))
}

/// What files begin with, and what kind they are. XML that comes here is none that is read.
const KINDS: [(&[u8], &str); 16] = [
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"<?xml", "xml"),
    (b"\xef\xbb\xbf<?xml", "xml"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"RIFF", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"bplist00", "web-archive"),
];

/// The head of a page that a browser has saved as one file is within so many bytes.
const HEAD: usize = 2048;

/// Whether bytes are a page saved with its pictures as one file (MHTML).
fn is_web_archive(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    head.starts_with("from: <saved by")
        || head.contains("mime-version:") && head.contains("multipart/related")
}

fn other(name: &str, kind: &'static str) -> Error {
    Error::broken("import-other-format").with("file", name).with("kind", kind)
}

/// A file of programs before 2007, or one that is encrypted: the names in it are UTF-16.
fn compound(name: &str, bytes: &[u8]) -> Error {
    let holds = |word: &str| {
        let wanted: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wanted.len()).any(|window| window == wanted)
    };
    match () {
        () if holds("EncryptedPackage") => Error::broken("import-encrypted").with("file", name),
        () if holds("WordDocument") => other(name, "old-word"),
        () if holds("Workbook") => other(name, "sheet"),
        () if holds("PowerPoint Document") => other(name, "slides"),
        () => other(name, "old-office"),
    }
}

/// Whether bytes are a zip file with files of its own, and not a document.
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    let names = || ZipPackage::open("", bytes).map(|package| package.names());
    package::is_zip(bytes) && names().is_ok_and(|names| zip_kind(&names) == "archive")
}

/// A zip file that is no Word document.
fn zipped(name: &str, bytes: &[u8]) -> Error {
    match ZipPackage::open(name, bytes) {
        Ok(package) => other(name, zip_kind(&package.names())),
        Err(error) => error,
    }
}

/// What a zip file holds, by the names in it.
fn zip_kind(names: &[String]) -> &'static str {
    let holds = |start: &str| names.iter().any(|name| name.starts_with(start));
    match () {
        () if holds("word/document.xml") => "word",
        () if holds("xl/") => "sheet",
        () if holds("ppt/") => "slides",
        () if holds("content.xml") => "open-document",
        () if holds("META-INF/container.xml") => "book",
        () => "archive",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(bytes: &[u8], id: &str, kind: Option<&'static str>) {
        let error = refusal("x", bytes).expect("it is refused");
        assert_eq!(error.message.id, id);
        let found =
            error.message.args.iter().find(|(name, _)| *name == "kind").map(|(_, value)| value.clone());
        assert_eq!(found, kind.map(Into::into));
    }

    #[test]
    fn files_that_are_not_read_are_named() {
        let compound = |word: &str| {
            let head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied();
            head.chain(word.encode_utf16().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>()
        };
        case(&compound("WordDocument"), "import-other-format", Some("old-word"));
        case(&compound("EncryptedPackage"), "import-encrypted", None);
        case(b"{\\rtf1 x}", "import-other-format", Some("rtf"));
        case(b"%PDF-1.7", "import-other-format", Some("pdf"));
        case(b"PK\x03\x04 damaged", "import-zip-damaged", None);
        case(b"\x89PNG", "import-other-format", Some("picture"));
        case(b"\x1f\x8b\x08", "import-other-format", Some("archive"));
        case(b"<?xml version='1.0'?><rss/>", "import-other-format", Some("xml"));
        case(
            b"MIME-Version: 1.0\nContent-Type: multipart/related\n",
            "import-other-format",
            Some("web-archive"),
        );
        case(b"\x7fELF", "import-binary", None);
        assert!(refusal("x", b"Text").is_none() && refusal("x", b"\xff\xfeT\0").is_none());
    }
}
