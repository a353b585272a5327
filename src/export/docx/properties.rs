//! The properties that programs show for a file: title, author, language and date.

use chrono::{DateTime, FixedOffset, Utc};

use crate::export::prose::Prose;

use super::language;
use super::xml::{Xml, one_line};

const NAMESPACES: [(&str, &str); 4] = [
    ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
];

/// The part with the properties.
pub fn write(prose: &Prose) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("cp:coreProperties", &NAMESPACES);
    xml.text("dc:title", &[], &one_line(&prose.title));
    xml.text("dc:creator", &[], &one_line(&prose.author));
    xml.text("cp:lastModifiedBy", &[], &one_line(&prose.author));
    if let Some(moment) = universal(prose.moment) {
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.text(name, &[("xsi:type", "dcterms:W3CDTF")], &moment);
        }
    }
    xml.text("dc:language", &[], &language::code(prose.language));
    xml.close("cp:coreProperties");
    xml.finish()
}

/// A moment in universal time; `None` outside the years that the format has.
fn universal(moment: DateTime<FixedOffset>) -> Option<String> {
    let text = moment.with_timezone(&Utc).format("%Y-%m-%dT%H:%M:%SZ").to_string();
    text.starts_with(|c: char| c.is_ascii_digit()).then_some(text)
}
