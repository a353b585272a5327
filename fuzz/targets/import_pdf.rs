//! Reads any bytes as a PDF file: they give lines or a reason, every call has its mark in the text, and nothing panics.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenary::import::mark;
use plenary::import::reader::pdf;

fuzz_target!(|bytes: &[u8]| {
    let Ok(content) = pdf::content(bytes) else { return };
    for line in content.lines {
        assert_eq!(line.text.matches(mark::CALL).count(), line.calls.len());
    }
});
