//! The encoding of a file: by its byte order mark, by what it declares, then by its content.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
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

/// The text of a file whose encoding is not known beforehand, and how its encoding was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The encoding, if it was found by the content alone.
    pub guessed: Option<&'static str>,
}

/// Why bytes are not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText {
    /// The encoding it seems to have.
    pub encoding: &'static str,
    /// The place of the first byte that is not of it.
    pub place: usize,
}

/// Decodes text by its byte order mark, as UTF-8, by what it declares, then by its content.
///
/// # Errors
/// When it is damaged text of one encoding: mostly UTF-8, or of the encoding of its mark.
pub fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, NotText> {
    let known = |text: Cow<'_, str>| Ok(Decoded { text: text.into_owned(), guessed: None });
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[length..]);
        let place =
            std::str::from_utf8(&bytes[length..]).err().map_or(0, |error| error.valid_up_to() + length);
        let place = if encoding == UTF_8 { place } else { 0 };
        return if damaged { Err(NotText { encoding: encoding.name(), place }) } else { known(text) };
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return known(text.into()),
        Err(error) => error,
    };
    let named = declared.filter(|encoding| *encoding != UTF_8);
    if let Some(text) =
        named.and_then(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes))
    {
        return known(text);
    }
    if is_mostly_utf8(bytes) {
        return Err(NotText { encoding: UTF_8.name(), place: error.valid_up_to() });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok(Decoded { text: text.into_owned(), guessed: Some(encoding.name()) }),
        None => Err(NotText { encoding: encoding.name(), place: error.valid_up_to() }),
    }
}

/// Whether more bytes beyond ASCII are UTF-8 than are not.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good > bad
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text in an encoding, read again.
    #[track_caller]
    fn case(label: &str, text: &str) {
        let encoding = Encoding::for_label(label.as_bytes()).unwrap();
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy, "{text}");
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.guessed.is_some()), (text, true), "{label}");
    }

    #[test]
    fn old_encodings_are_found_by_the_content() {
        case(
            "windows-1252",
            "L’Assemblée générale, rappelant ses résolutions antérieures, décide de rester saisie.",
        );
        case("windows-1251", "Генеральная Ассамблея, ссылаясь на свои предыдущие резолюции, постановляет");
        case(
            "windows-1256",
            "إن الجمعية العامة، إذ تشير إلى قراراتها السابقة، تقرر أن تبقي المسألة قيد نظرها",
        );
        case("gb18030", "大会，回顾其以往各项决议，决定继续处理此案，并请秘书长提交报告。");
    }

    #[test]
    fn what_is_declared_comes_before_a_guess() {
        let bytes = Encoding::for_label(b"windows-1251").unwrap().encode("да").0.into_owned();
        let declared = declared(b"<meta charset=\"windows-1251\">", b"charset");
        assert_eq!(decode(&bytes, declared), Ok(Decoded { text: "да".to_owned(), guessed: None }));
    }

    #[test]
    fn damaged_utf8_is_not_another_encoding() {
        let mut bytes = "L’Assemblée générale".as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(decode(&bytes, None), Err(NotText { encoding: "UTF-8", place: bytes.len() - 1 }));
    }
}
