//! The name of the hidden copy that is filled beside a file and then renamed to it: `.NAME.XXXXXX`, with six random letters
//! and digits.

use std::collections::hash_map::RandomState;
use std::ffi::{OsStr, OsString};
use std::hash::BuildHasher;

/// How many characters are random.
const RANDOM: usize = 6;
/// A file name has at most 255 bytes; of a longer one only so many bytes are in the name of its copy.
const NAME_BYTES: usize = 230;

/// What comes before the random characters in the name of a copy of a file outside of a workspace.
const OURS: &str = "plenary-";

/// The name of a new copy of a file: `.NAME.XXXXXX`. The last character is a digit.
#[must_use]
pub fn name(of: &OsStr) -> OsString {
    new(of, "")
}

/// The name of a new copy of a file outside of a workspace: `.NAME.plenary-XXXXXX`. No other program gives such names.
#[must_use]
pub fn outside(of: &OsStr) -> OsString {
    new(of, OURS)
}

/// Whether a name is that of a copy, made by this program, of a file outside of a workspace.
#[must_use]
pub fn is_outside(name: &OsStr, of: &OsStr) -> bool {
    let (Some(name), own) = (name.to_str(), outside(of)) else { return false };
    let same = own.to_str().and_then(|own| name.strip_prefix(&own[..own.len() - RANDOM]));
    same.is_some_and(|end| {
        let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        end.len() == RANDOM && end.bytes().all(known) && end.ends_with(|c: char| c.is_ascii_digit())
    })
}

fn new(of: &OsStr, mark: &str) -> OsString {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let shown = of.to_string_lossy();
    let end = shown.floor_char_boundary(NAME_BYTES);
    let mut name = OsString::from(".");
    name.push(if end < shown.len() { OsStr::new(&shown[..end]) } else { of });
    name.push(".");
    name.push(mark);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_copies_made_here_of_the_same_file_are_known() {
        let of = OsStr::new("report.md");
        let case = |name: &str| is_outside(OsStr::new(name), of);
        assert!(case(".report.md.plenary-ab12c4") && is_outside(&outside(of), of));
        for other in [
            "report.md",
            ".report.md",
            ".report.md.plenary-",
            ".report.md.plenary-backup",
            ".report.md.plenary-abcde1.bak",
            ".report.md.plenary-ABCDE1",
            ".report.md.abcde1",
            ".other.md.plenary-abcde1",
            "report.md.plenary-abcde1",
        ] {
            assert!(!case(other), "{other}");
        }
        let long = "é".repeat(127);
        assert!(
            outside(OsStr::new(&long)).len() <= 255
                && is_outside(&outside(OsStr::new(&long)), OsStr::new(&long))
        );
        assert_eq!(original(&outside(of).to_string_lossy()), None, "it is none of a workspace");
    }
}
