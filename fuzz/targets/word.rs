//! Any text becomes a Word document whose parts are XML, and a Markdown and a plain text.
#![no_main]

use std::io::{Cursor, Read};

use chrono::DateTime;
use libfuzzer_sys::fuzz_target;
use plenary::export::FileFormat;
use plenary::export::prose::{
    self, Comment, Paragraph, ParagraphStyle, Prose, ProseFormat, Revision, RevisionKind, Run, StyledText,
};
use plenary::model::Language;

/// A paragraph for each line; the first byte of each piece says what it is.
fn text(data: &str) -> Prose {
    let moment = DateTime::UNIX_EPOCH.fixed_offset();
    let mut prose = Prose::new(data, Language::FR, data, moment);
    for line in data.split('\u{1f}') {
        let mut paragraph = Paragraph::new(ParagraphStyle::Body);
        for piece in line.split('\u{1e}') {
            let sign = piece.bytes().next().unwrap_or_default();
            let words = StyledText { text: piece.to_owned(), bold: sign & 1 == 1, italic: sign & 2 == 2 };
            let revision = |kind| Revision { kind, author: piece.to_owned(), moment };
            paragraph.runs.push(match sign % 4 {
                0 => Run::footnote(piece),
                1 => Run::styled(words).revised(revision(RevisionKind::Inserted)),
                2 => Run::styled(words).revised(revision(RevisionKind::Deleted)),
                _ => Run::styled(words),
            });
            let comment =
                Comment { runs: 0..sign.into(), author: piece.to_owned(), moment, text: piece.to_owned() };
            paragraph.comments.extend((sign & 4 == 4).then_some(comment));
            paragraph.revision = (sign & 8 == 8).then(|| revision(RevisionKind::Inserted));
        }
        prose.push(paragraph);
    }
    prose
}

fuzz_target!(|data: &str| {
    let prose = text(data);
    for format in ProseFormat::ALL {
        let bytes = prose::write(&prose, format).expect("a short text can be written");
        if format.is_text() {
            String::from_utf8(bytes).expect("a text");
            continue;
        }
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        for at in 0..zip.len() {
            let mut part = String::new();
            zip.by_index(at).expect("an entry").read_to_string(&mut part).expect("a text");
            roxmltree::Document::parse(&part).expect("XML");
        }
    }
});
