//! The name of the hidden copy that is filled beside a file and then renamed to it: `.NAME.XXXXXX`, with six random letters
//! and digits.

use std::collections::hash_map::RandomState;
use std::ffi::{OsStr, OsString};
use std::hash::BuildHasher;

/// How many characters are random.
const RANDOM: usize = 6;
/// A file name has at most 255 bytes; of a longer one only so many bytes are in the name of its copy.
const NAME_BYTES: usize = 240;

/// The name of a new copy of a file: `.NAME.XXXXXX`. The last character is a digit.
#[must_use]
pub fn name(of: &OsStr) -> OsString {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let shown = of.to_string_lossy();
    let end = shown.floor_char_boundary(NAME_BYTES);
    let mut name = OsString::from(".");
    name.push(if end < shown.len() { OsStr::new(&shown[..end]) } else { of });
    name.push(".");
    // The standard library seeds its hash tables with random numbers of the operating system.
    let mut chance = RandomState::new().hash_one(0);
    for nth in 1..=RANDOM {
        let known = if nth == RANDOM { 10 } else { 36 };
        let at = usize::try_from(chance % known).unwrap_or(0);
        name.push(char::from(DIGITS[at]).to_string());
        chance /= known;
    }
    name
}

/// The name of the file that this is a copy of, if it is the name of a copy. Six small letters are not random enough: users
/// write names such as `.notes.md.backup`.
#[must_use]
pub fn original(name: &str) -> Option<&str> {
    let (original, end) = name.strip_prefix('.')?.rsplit_once('.')?;
    let random = end.len() == RANDOM && end.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let unlike_a_word = end.bytes().any(|byte| !byte.is_ascii_lowercase());
    (random && unlike_a_word && !original.is_empty()).then_some(original)
}
