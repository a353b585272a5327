//! Writes small Word documents for tests, modelled on those of the United Nations: parts put together as text.

use super::zip_file::{ZipEntry, zip_file};

/// A Word document: its body and the parts that it needs, each as the XML inside its root element.
#[derive(Debug, Default)]
pub struct WordSource {
    pub body: String,
    pub numbering: String,
    pub styles: String,
    pub footnotes: String,
    pub comments: String,
    /// The header of the first page.
    pub header: String,
}

/// The text of a paragraph with properties, `<w:pStyle w:val="H1"/>`, and runs.
pub fn paragraph(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

/// A run of words.
pub fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

/// The properties of a paragraph of a list.
pub fn listed(list: u32, level: u32) -> String {
    format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
}

impl WordSource {
    /// The bytes of the document.
    pub fn bytes(&self) -> Vec<u8> {
        let part = |root: &str, inside: &str| {
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} xmlns:w=\"w\" xmlns:r=\"r\">{inside}</w:{root}>"
            )
        };
        let section = "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"rId9\"/><w:titlePg/></w:sectPr>";
        let relations =
            "<Relationships><Relationship Id=\"rId9\" Target=\"header1.xml\"/></Relationships>".to_owned();
        let parts = [
            ("word/document.xml", part("document", &format!("<w:body>{}{section}</w:body>", self.body))),
            ("word/numbering.xml", part("numbering", &self.numbering)),
            ("word/styles.xml", part("styles", &self.styles)),
            ("word/footnotes.xml", part("footnotes", &self.footnotes)),
            ("word/comments.xml", part("comments", &self.comments)),
            ("word/header1.xml", part("hdr", &self.header)),
            ("word/_rels/document.xml.rels", relations),
        ];
        let entries: Vec<ZipEntry> =
            parts.iter().map(|(name, text)| ZipEntry::stored(name, text.as_bytes())).collect();
        zip_file(&entries)
    }
}
