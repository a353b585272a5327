//! The names in the directory of a zip file, each as often as it is there. Readers of zip files keep only one entry of a name,
//! and not all the same one.

use crate::base::{Error, Result};

/// The directory of a zip file.
pub struct Directory {
    /// The names of the entries, in their order.
    pub names: Vec<String>,
}

/// The first bytes of an entry, of an entry of the directory, and of the end of the directory.
const ENTRY: &[u8] = b"PK\x03\x04";
const LISTED: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
/// The lengths of the last two without names and comments.
const LISTED_BYTES: usize = 46;
const END_BYTES: usize = 22;

/// Reads the directory.
///
/// # Errors
/// `takeover-no-zip`; `takeover-truncated` if the file begins as a zip file and has no directory; `takeover-damaged` (`what`);
/// `takeover-name` (`entry`, `reason`) for a name that is not UTF-8.
pub fn read(bytes: &[u8]) -> Result<Directory> {
    let end = (0..=usize::from(u16::MAX)).find_map(|comment| {
        let at = bytes.len().checked_sub(END_BYTES + comment)?;
        let end = &bytes[at..];
        (end.starts_with(END) && usize::from(number(end, 20)?) == comment).then_some(end)
    });
    let Some(end) = end else {
        let begins = bytes.starts_with(ENTRY);
        return Err(Error::broken(if begins { "takeover-truncated" } else { "takeover-no-zip" }));
    };
    let damaged = || Error::broken("takeover-damaged").with("what", "directory");
    let count = number(end, 10).ok_or_else(damaged)?;
    let start = u32::from(number(end, 16).ok_or_else(damaged)?)
        | u32::from(number(end, 18).ok_or_else(damaged)?) << 16;
    let mut rest = bytes.get(usize::try_from(start).map_err(|_| damaged())?..).ok_or_else(damaged)?;
    let mut names = Vec::new();
    for _ in 0..count {
        if !rest.starts_with(LISTED) {
            return Err(damaged());
        }
        let length = |at| number(rest, at).map(usize::from).ok_or_else(damaged);
        let (name, more) = (length(28)?, length(30)? + length(32)?);
        let bytes = rest.get(LISTED_BYTES..LISTED_BYTES + name).ok_or_else(damaged)?;
        let text = std::str::from_utf8(bytes).map_err(|_| {
            let shown = String::from_utf8_lossy(bytes).into_owned();
            Error::broken("takeover-name").with("entry", shown).with("reason", "control")
        })?;
        names.push(text.to_owned());
        rest = rest.get(LISTED_BYTES + name + more..).ok_or_else(damaged)?;
    }
    Ok(Directory { names })
}

/// The two bytes at a place, the lower one first.
fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}
