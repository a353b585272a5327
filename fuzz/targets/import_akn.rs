//! The XML of the United Nations: whatever the bytes are, they are read or refused, and no mark of the importer stays in the document.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenary::import::{Given, import, mark};
use plenary::store::bundled;

fuzz_target!(|bytes: &[u8]| {
    let bytes = [b"<akomaNtoso>".as_slice(), bytes, b"</akomaNtoso>"].concat();
    if let Ok(document) = import("x.xml", &bytes, &Given::default(), &bundled::vocabularies()) {
        assert!(!document.blocks.iter().any(|block| block.text.contains(mark::is)));
    }
});
