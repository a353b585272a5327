//! The package of a Word document: a zip file of parts, with their content types and the relationships between them.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::xml::Xml;

/// The part in which Word looks for the relationships of the package.
const PACKAGE_RELATIONSHIPS: &str = "_rels/.rels";
/// The part with the relationships of the document.
const DOCUMENT_RELATIONSHIPS: &str = "word/_rels/document.xml.rels";
/// The folder that targets of relationships of the document are relative to.
const DOCUMENT_FOLDER: &str = "word/";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// A part: where it is, what it holds, and how it is related to the document, or to the package.
#[derive(Clone, Copy)]
pub struct PackagePart {
    name: &'static str,
    /// Id of its relationship; references in the document use it.
    pub id: &'static str,
    content_type: (&'static str, &'static str),
    relation: (&'static str, &'static str),
}

impl PackagePart {
    /// The text.
    pub const DOCUMENT: Self = Self::word("word/document.xml", "rId1", "document.main+xml", "officeDocument");
    /// The styles of paragraphs and characters.
    pub const STYLES: Self = Self::word("word/styles.xml", "rId1", "styles+xml", "styles");
    /// The settings of the document.
    pub const SETTINGS: Self = Self::word("word/settings.xml", "rId2", "settings+xml", "settings");
    /// The foot of each page.
    pub const FOOTER: Self = Self::word("word/footer1.xml", "rId3", "footer+xml", "footer");
    /// The footnotes.
    pub const FOOTNOTES: Self = Self::word("word/footnotes.xml", "rId4", "footnotes+xml", "footnotes");
    /// The comments.
    pub const COMMENTS: Self = Self::word("word/comments.xml", "rId5", "comments+xml", "comments");
    /// Title, author and date.
    pub const PROPERTIES: Self = Self {
        name: "docProps/core.xml",
        id: "rId2",
        content_type: ("application/vnd.openxmlformats-package.", "core-properties+xml"),
        relation: (PACKAGE, "relationships/metadata/core-properties"),
    };

    const fn word(
        name: &'static str,
        id: &'static str,
        content_type: &'static str,
        relation: &'static str,
    ) -> Self {
        Self { name, id, content_type: (WORD, content_type), relation: (OFFICE, relation) }
    }

    /// Whether it is related to the document, not to the package.
    fn is_of_document(self) -> bool {
        self.name.starts_with(DOCUMENT_FOLDER) && self.name != Self::DOCUMENT.name
    }
}

/// The parts with their bytes.
#[derive(Default)]
pub struct Package {
    parts: Vec<(PackagePart, Vec<u8>)>,
}

impl Package {
    /// Adds a part.
    pub fn add(&mut self, part: PackagePart, content: Vec<u8>) {
        self.parts.push((part, content));
    }

    /// The zip file. Its entries have no time, so that the same parts give the same bytes.
    ///
    /// # Errors
    /// The parts are too large for a zip file.
    pub fn zipped(&self) -> ZipResult<Vec<u8>> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        let options = options.last_modified_time(zip::DateTime::default());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut entry = |name: &str, content: &[u8]| -> ZipResult<()> {
            zip.start_file(name, options)?;
            Ok(zip.write_all(content)?)
        };
        entry("[Content_Types].xml", &self.content_types())?;
        entry(PACKAGE_RELATIONSHIPS, &self.relationships("", |part| !part.is_of_document()))?;
        entry(DOCUMENT_RELATIONSHIPS, &self.relationships(DOCUMENT_FOLDER, PackagePart::is_of_document))?;
        for (part, content) in &self.parts {
            entry(part.name, content)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn content_types(&self) -> Vec<u8> {
        let mut xml = Xml::new();
        xml.open("Types", &[("xmlns", &format!("{PACKAGE}content-types"))]);
        let relationships = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relationships)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        for (part, _) in &self.parts {
            let (prefix, kind) = part.content_type;
            let name = format!("/{}", part.name);
            xml.empty("Override", &[("PartName", &name), ("ContentType", &format!("{prefix}{kind}"))]);
        }
        xml.close("Types");
        xml.finish()
    }

    /// The relationships to the parts chosen, whose targets are relative to `folder`.
    fn relationships(&self, folder: &str, chosen: impl Fn(PackagePart) -> bool) -> Vec<u8> {
        let mut xml = Xml::new();
        xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}relationships"))]);
        for (part, _) in self.parts.iter().filter(|(part, _)| chosen(*part)) {
            let (prefix, kind) = part.relation;
            let target = part.name.strip_prefix(folder).unwrap_or(part.name);
            let relation = format!("{prefix}{kind}");
            xml.empty("Relationship", &[("Id", part.id), ("Type", &relation), ("Target", target)]);
        }
        xml.close("Relationships");
        xml.finish()
    }
}
