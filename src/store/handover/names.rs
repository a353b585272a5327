//! Names of files in a package: allowed on every system, and readable back to the name on the disk.
//!
//! What some system does not allow is written as `%` and two hexadecimal digits for each byte: `a:b.md` is `a%3Ab.md`.

use std::ffi::{OsStr, OsString};
use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

/// Characters that some system does not allow in a name, and the one that marks a written byte.
const SPECIAL: &str = "\\:*?\"<>|%";
/// Names of devices on Windows, whatever their ending.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
/// The most bytes of a name on the disk.
const NAME_LIMIT: usize = 255;
/// The most bytes of an entry: folders and name.
const ENTRY_LIMIT: usize = 4000;

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

/// What names have in common that some system takes for one: without the difference of upper and lower case, nor that of the
/// normal forms of Unicode (macOS).
pub fn same_on_some_system(name: &str) -> String {
    let composed: String = name.nfc().collect();
    composed.to_uppercase().to_lowercase().nfc().collect()
}

/// The name in a package with every byte written as a number: for a name that some system takes for another one.
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

/// Why a name in a package is refused, as the messages say it.
pub fn fault(entry: &str) -> Option<&'static str> {
    let has = |found: fn(char) -> bool| entry.contains(found);
    match () {
        () if entry.starts_with('/') => Some("absolute"),
        () if has(|c| c == '\\') => Some("backslash"),
        () if has(|c| c == ':') => Some("drive"),
        () if has(char::is_control) => Some("control"),
        () if entry.len() > ENTRY_LIMIT => Some("long"),
        () => entry.split('/').find_map(component_fault),
    }
}

fn component_fault(name: &str) -> Option<&'static str> {
    match name {
        "" | "." | ".." => Some("climbs"),
        _ if is_device(name) => Some("device"),
        _ if name.ends_with(['.', ' ']) => Some("ending"),
        _ => match read(name) {
            None => Some("control"),
            Some(disk) => match disk.as_encoded_bytes() {
                b"" | b"." | b".." => Some("climbs"),
                bytes if bytes.starts_with(b".") => Some("hidden"),
                bytes if bytes.contains(&b'/') => Some("climbs"),
                bytes if bytes.contains(&0) => Some("control"),
                bytes if bytes.len() > NAME_LIMIT => Some("long"),
                _ => None,
            },
        },
    }
}

/// The name on the disk for one in a package; `None` if a `%` has no two digits behind it. Where a system does not allow the
/// name, it stays as it is in the package.
pub fn read(name: &str) -> Option<OsString> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let digits = after.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
        bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
        rest = &after[2..];
    }
    Some(on_disk(bytes, name))
}

#[cfg(unix)]
fn on_disk(bytes: Vec<u8>, _: &str) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

#[cfg(not(unix))]
fn on_disk(bytes: Vec<u8>, name: &str) -> OsString {
    let allowed = |text: &String| written(OsStr::new(text)) == *text;
    String::from_utf8(bytes).ok().filter(allowed).map_or_else(|| name.into(), OsString::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
            assert_eq!(fault(expected), None, "{expected}");
        }
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_refused_with_the_reason() {
        let cases = [
            ("../a", "climbs"),
            ("workspace/../../a", "climbs"),
            ("workspace//a", "climbs"),
            ("workspace/./a", "climbs"),
            ("workspace/%2e%2e/a", "climbs"),
            ("workspace/%2E%2E%2Fa", "hidden"),
            ("workspace/a%2Fb", "climbs"),
            ("/etc/passwd", "absolute"),
            ("workspace\\..\\a", "backslash"),
            ("C:/a", "drive"),
            ("c:a", "drive"),
            ("workspace/a.md:stream", "drive"),
            ("workspace/NUL", "device"),
            ("workspace/con.md", "device"),
            ("workspace/lpt9.tar.gz", "device"),
            ("workspace/a.", "ending"),
            ("workspace/.git/hooks", "hidden"),
            ("workspace/%2Egit", "hidden"),
            ("workspace/a\u{0}", "control"),
            ("workspace/a%00", "control"),
            ("workspace/50%", "control"),
        ];
        for (entry, reason) in cases {
            assert_eq!(fault(entry), Some(reason), "{entry:?}");
        }
        assert_eq!(fault(&format!("workspace/{}", "a".repeat(256))), Some("long"));
        assert_eq!(fault(&format!("workspace/{}", "a".repeat(255))), None);
        assert_eq!(fault(&format!("workspace/{}", "%41".repeat(255))), None);
        assert_eq!(fault(&"a/".repeat(2001)[..4001]), Some("long"));
    }

    #[test]
    fn names_that_some_system_takes_for_one_are_known() {
        let same = [
            ("É.md", "e\u{301}.md"),
            ("ΣΑΣ", "σας"),
            ("K.md", "\u{212a}.md"),
            ("Å", "\u{212b}"),
            ("straße", "STRASSE"),
        ];
        for (one, other) in same {
            assert_eq!(same_on_some_system(one), same_on_some_system(other), "{one} {other}");
        }
        assert_ne!(same_on_some_system("É.md"), same_on_some_system("E.md"));
    }

    proptest! {
        #[test]
        fn a_written_name_is_allowed_and_read_back(name in "[^/\u{0}]{1,20}") {
            prop_assume!(!name.starts_with('.'));
            for written in [written(OsStr::new(&name)), written_in_bytes(OsStr::new(&name))] {
                prop_assert_eq!(fault(&written), None);
                prop_assert_eq!(read(&written), Some(OsString::from(&name)));
            }
        }
    }
}
