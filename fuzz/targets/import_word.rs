//! Word documents, by the part with the text: whatever the bytes are, they are read or refused, and no mark of the importer stays in the document.
#![no_main]

use std::io::Write;

use libfuzzer_sys::fuzz_target;
use plenary::import::{Given, import, mark};
use plenary::store::bundled;

fuzz_target!(|bytes: &[u8]| {
    let body = [b"<w:document><w:body>".as_slice(), bytes, b"</w:body></w:document>"].concat();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let written = writer.start_file("word/document.xml", zip::write::SimpleFileOptions::default());
    written.and_then(|()| Ok(writer.write_all(&body)?)).expect("memory takes a file");
    let bytes = writer.finish().expect("memory takes a file").into_inner();
    if let Ok(document) = import("x.docx", &bytes, &Given::default(), &bundled::vocabularies()) {
        assert!(!document.blocks.iter().any(|block| block.text.contains(mark::is)));
    }
});
