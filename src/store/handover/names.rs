//! Names of files in a package: allowed on every system, and readable back to the name on the disk.
//!
//! What some system does not allow is written as `%` and two hexadecimal digits for each byte: `a:b.md` is `a%3Ab.md`.

use std::ffi::OsStr;
use std::fmt::Write;

/// Characters that some system does not allow in a name, and the one that marks a written byte.
const SPECIAL: &str = "\\:*?\"<>|%";
/// Names of devices on Windows, whatever their ending.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// The name in a package for a name on the disk.
pub fn written(name: &OsStr) -> String {
    let mut text = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        for c in chunk.valid().chars() {
            if c.is_control() || SPECIAL.contains(c) { put_bytes(&mut text, c) } else { text.push(c) }
        }
        chunk.invalid().iter().for_each(|byte| put(&mut text, *byte));
    }
    if let Some(last) = text.pop() {
        if matches!(last, '.' | ' ') { put_bytes(&mut text, last) } else { text.push(last) }
    }
    if is_device(&text) {
        let first = text.remove(0);
        let mut marked = String::new();
        put_bytes(&mut marked, first);
        text.insert_str(0, &marked);
    }
    text
}

/// The name in a package with every byte written as a number: for a name that differs from another one only in case.
pub fn written_in_bytes(name: &OsStr) -> String {
    let mut text = String::new();
    name.as_encoded_bytes().iter().for_each(|byte| put(&mut text, *byte));
    text
}

fn put_bytes(text: &mut String, c: char) {
    c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| put(text, byte));
}

fn put(text: &mut String, byte: u8) {
    let _ = write!(text, "%{byte:02X}");
}

/// Whether Windows takes a name for that of a device: `nul`, `COM1.txt`.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let port = ["COM", "LPT"].iter().find_map(|port| stem.strip_prefix(port));
    let numbered = port.is_some_and(|end| {
        end.chars().count() == 1 && end.starts_with(|c: char| c.is_ascii_digit() || "¹²³".contains(c))
    });
    numbered || DEVICES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_so_that_every_system_allows_it() {
        let cases = [
            ("2023-03-06-E.2.md", "2023-03-06-E.2.md"),
            ("Déclaration d’ouverture.md", "Déclaration d’ouverture.md"),
            ("a:b?.txt", "a%3Ab%3F.txt"),
            ("50%.md", "50%25.md"),
            ("a\\b", "a%5Cb"),
            ("nul.md", "%6Eul.md"),
            ("COM1", "%43OM1"),
            ("common.md", "common.md"),
            ("end. ", "end.%20"),
            ("tab\t", "tab%09"),
        ];
        for (name, expected) in cases {
            assert_eq!(written(OsStr::new(name)), expected);
        }
        assert_eq!(written_in_bytes(OsStr::new("aé")), "%61%C3%A9");
    }
}
