//! Text files: their encoding, the head that some have, and whether they are plain text or Markdown.

use super::encoding::{self, NotText};
use super::{FileContent, InputFile, front, markdown, other, plain};
use crate::base::{Error, Finding, FindingKind, Result};
use crate::import::edit::finding;

/// Reads a text file: as Markdown if it has traces of it, otherwise as plain text.
///
/// # Errors
/// When the bytes are not text: see [`decode`].
pub fn read(file: &InputFile<'_>, findings: &mut Vec<Finding>) -> Result<FileContent> {
    let words = decode(file.name, file.bytes, findings)?;
    let mut lines = plain::lines(&words, findings);
    let says = front::take_off(&mut lines, findings);
    if markdown::has_traces(&words) {
        markdown::clean(&mut lines, findings);
    }
    Ok(FileContent { lines, words, says, ..FileContent::default() })
}

/// The largest file that is read, in bytes.
const LARGEST: usize = 64 << 20;

/// The text of a file; that its encoding was found by its content is a finding.
///
/// # Errors
/// `import-empty`, `import-too-large`, `import-not-utf8` (all with `file`; the last with `encoding`, a guess, and `line` and
/// `byte`, the place of the first byte that is not of it), and those of [`other::refusal`].
fn decode(name: &str, bytes: &[u8], findings: &mut Vec<Finding>) -> Result<String> {
    let refuse = |id| Error::broken(id).with("file", name);
    if bytes.len() > LARGEST {
        return Err(refuse("import-too-large").with("megabytes", LARGEST >> 20));
    }
    if let Some(error) = other::refusal(name, bytes) {
        return Err(error);
    }
    let decoded = encoding::decode(bytes, None).map_err(|found| not_text(name, bytes, found))?;
    if let Some(encoding) = decoded.guessed {
        findings.push(finding(FindingKind::Encoding, 0, encoding, None));
    }
    if decoded.text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0').is_empty() {
        return Err(refuse("import-empty"));
    }
    Ok(decoded.text)
}

fn not_text(name: &str, bytes: &[u8], found: NotText) -> Error {
    let line = 1 + bytes[..found.place].iter().filter(|byte| **byte == b'\n').count();
    Error::broken("import-not-utf8")
        .with("file", name)
        .with("encoding", found.encoding)
        .with("line", line)
        .with("byte", found.place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(bytes: &[u8], id: &str) {
        assert_eq!(decode("x.txt", bytes, &mut Vec::new()).unwrap_err().message.id, id);
    }

    #[test]
    fn files_that_are_not_text_are_refused() {
        refused(b"", "import-empty");
        refused(b" \r\n\t\n", "import-empty");
        refused(b"\xef\xbb\xbf", "import-empty");
        refused(b"ab\0cd", "import-binary");
        refused(b"\xff\xfeA\0\xd8", "import-not-utf8");
    }

    #[test]
    fn the_place_of_the_first_wrong_byte_is_reported() {
        let bytes = "one\ntwo\nl\u{2019}Assembl\u{e9}e".bytes().chain([0x92]).collect::<Vec<u8>>();
        let error = decode("x.txt", &bytes, &mut Vec::new()).unwrap_err();
        assert!(error.message.args.contains(&("encoding", "UTF-8".into())), "{error}");
        assert!(error.message.args.contains(&("line", 3.into())), "{error}");
    }

    #[test]
    fn the_byte_order_mark_decides_the_encoding_and_a_guess_is_a_finding() {
        let mut findings = Vec::new();
        for bytes in [b"\xef\xbb\xbfA\xc3\xa9".as_slice(), b"\xff\xfeA\0\xe9\0", b"\xfe\xff\0A\0\xe9"] {
            assert_eq!(decode("x", bytes, &mut findings).unwrap(), "A\u{e9}");
        }
        assert!(findings.is_empty());
        assert_eq!(decode("x", b"l\x92Assembl\xe9e", &mut findings).unwrap(), "l\u{2019}Assembl\u{e9}e");
        assert_eq!(findings[0].source, "windows-1252");
    }
}
