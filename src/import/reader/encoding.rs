//! The encoding of a file: by its byte order mark, by what it declares, then by its content.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The text of a file of XML: by mark, by its first bytes, by its declaration, otherwise UTF-8. What is not of the encoding
/// becomes U+FFFD.
#[must_use]
pub fn of_xml(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match bytes {
        [b'<', 0, ..] => UTF_16LE,
        [0, b'<', ..] => UTF_16BE,
        _ => declared(bytes, b"encoding").unwrap_or(UTF_8),
    };
    encoding.decode(bytes).0
}

/// The encoding that the first bytes of a file name after a word: `encoding="windows-1252"`, `charset=utf-8`.
#[must_use]
pub fn declared(bytes: &[u8], word: &[u8]) -> Option<&'static Encoding> {
    /// How far into the file it is looked for, in bytes.
    const HEAD: usize = 4096;
    let head = &bytes[..bytes.len().min(HEAD)];
    let at = head.windows(word.len()).position(|window| window.eq_ignore_ascii_case(word))?;
    let rest = head[at + word.len()..].iter().copied().skip_while(|byte| b" \t\r\n=\"'".contains(byte));
    let label: Vec<u8> =
        rest.take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)).collect();
    Encoding::for_label(&label)
}
