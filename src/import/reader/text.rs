//! Text files: their encoding, and whether they are plain text or Markdown.

use super::{FileContent, InputFile, markdown, plain};
use crate::base::{Error, Finding, Result};

/// Reads a text file: as Markdown if it has traces of it, otherwise as plain text.
///
/// # Errors
/// When the bytes are not text: see [`decode`].
pub fn read(file: &InputFile<'_>, findings: &mut Vec<Finding>) -> Result<FileContent> {
    let words = decode(file.name, file.bytes)?;
    let mut lines = plain::lines(&words, findings);
    if markdown::has_traces(&words) {
        markdown::clean(&mut lines, findings);
    }
    Ok(FileContent { lines, words, ..FileContent::default() })
}

/// The largest file that is read, in bytes.
const LARGEST: usize = 64 << 20;

/// The text of a file: UTF-8, with or without byte order mark, or UTF-16 with one.
///
/// # Errors
/// `import-empty`, `import-too-large`, `import-binary`, `import-not-utf8` (all with `file`; the last with
/// `encoding`, a guess, and `line` and `byte`, the place of the first byte that is not UTF-8).
fn decode(name: &str, bytes: &[u8]) -> Result<String> {
    let refuse = |id| Error::broken(id).with("file", name);
    if bytes.len() > LARGEST {
        return Err(refuse("import-too-large").with("megabytes", LARGEST >> 20));
    }
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding != encoding_rs::UTF_8 => {
            let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
            if broken {
                return Err(not_utf8(name, encoding.name(), bytes, 0));
            }
            text.into_owned()
        }
        mark => {
            let bytes = &bytes[mark.map_or(0, |(_, length)| length)..];
            if looks_binary(bytes) {
                return Err(refuse("import-binary"));
            }
            match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(error) => return Err(not_utf8(name, guess(bytes), bytes, error.valid_up_to())),
            }
        }
    };
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0').is_empty() {
        return Err(refuse("import-empty"));
    }
    Ok(text)
}

fn not_utf8(name: &str, encoding: &str, bytes: &[u8], place: usize) -> Error {
    let line = 1 + bytes[..place].iter().filter(|byte| **byte == b'\n').count();
    Error::broken("import-not-utf8")
        .with("file", name)
        .with("encoding", encoding)
        .with("line", line)
        .with("byte", place)
}

/// Whether bytes are a binary file: they contain zero bytes, or begin as a common binary format does.
fn looks_binary(bytes: &[u8]) -> bool {
    const OPENINGS: [&[u8]; 7] =
        [b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x7fELF"];
    let head = &bytes[..bytes.len().min(1 << 16)];
    OPENINGS.iter().any(|opening| head.starts_with(opening)) || head.contains(&0)
}

/// The most likely encoding of text that is not UTF-8.
fn guess(bytes: &[u8]) -> &'static str {
    // Between 0x80 and 0x9f windows-1252 has typographic marks, Latin-1 has nothing a person writes.
    if bytes.iter().any(|byte| (0x80..=0x9f).contains(byte)) { "windows-1252" } else { "ISO-8859-1" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(bytes: &[u8], id: &str) {
        assert_eq!(decode("x.txt", bytes).unwrap_err().message.id, id);
    }

    #[test]
    fn files_that_are_not_text_are_refused() {
        refused(b"", "import-empty");
        refused(b" \r\n\t\n", "import-empty");
        refused(b"\xef\xbb\xbf", "import-empty");
        refused(b"%PDF-1.7 abc", "import-binary");
        refused(b"ab\0cd", "import-binary");
        refused("R\u{e9}solution".as_bytes().get(..2).unwrap(), "import-not-utf8");
        refused(b"R\xe9solution", "import-not-utf8");
    }

    #[test]
    fn the_place_of_the_first_wrong_byte_is_reported() {
        let error = decode("x.txt", b"one\ntwo\nl\x92Assembl\xe9e").unwrap_err();
        assert!(error.message.args.contains(&("encoding", "windows-1252".into())), "{error}");
        assert!(error.message.args.contains(&("line", 3.into())), "{error}");
    }

    #[test]
    fn the_byte_order_mark_decides_the_encoding() {
        assert_eq!(decode("x", b"\xef\xbb\xbfA").unwrap(), "A");
        assert_eq!(decode("x", b"\xff\xfeA\0\xe9\0").unwrap(), "Aé");
        assert_eq!(decode("x", b"\xfe\xff\0A\0\xe9").unwrap(), "Aé");
    }
}
