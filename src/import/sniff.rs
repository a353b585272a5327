//! Which format a file has, by its bytes.

use crate::import::reader::{FORMATS, Format};

/// The format of a file.
///
/// # Panics
/// Never: the last format matches all bytes.
#[must_use]
pub fn format(bytes: &[u8]) -> &'static Format {
    FORMATS.iter().find(|format| (format.matches)(bytes)).expect("text matches all bytes")
}
