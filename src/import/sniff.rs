//! Which format a file has, by its bytes.

use crate::import::reader::{FORMATS, InputFormat};

/// The format of a file.
///
/// # Panics
/// Never: the last format matches all bytes.
#[must_use]
pub fn format(bytes: &[u8]) -> &'static InputFormat {
    FORMATS.iter().find(|format| (format.matches)(bytes)).expect("text matches all bytes")
}
