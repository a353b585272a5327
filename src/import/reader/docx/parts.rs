//! The parts of the package of a Word document that are read.

use std::collections::HashMap;

use super::numbering::{Numbering, value};
use super::styles::DocxStyles;
use crate::base::Result;
use crate::import::reader::InputFile;
use crate::import::reader::package::ZipPackage;
use crate::import::reader::xml::{self, Element};

/// The part with the text.
pub const DOCUMENT: &str = "word/document.xml";

/// The parts of a document.
pub struct Parts {
    /// The text.
    pub document: Element,
    /// The styles.
    pub styles: DocxStyles,
    /// The definitions of the lists; who reads the paragraphs has the counters.
    pub numbering: Element,
    /// The footnotes by their ids.
    pub footnotes: HashMap<String, Element>,
    /// The endnotes by their ids.
    pub endnotes: HashMap<String, Element>,
    /// The comments by their ids: who wrote it, and the words.
    pub comments: HashMap<String, String>,
    /// How footnotes are numbered, then endnotes: `decimal`, `lowerRoman`, `chicago`.
    pub note_formats: [String; 2],
    /// The header of the first page, which has the masthead of documents of the United Nations.
    pub first_header: Option<Element>,
    /// All other headers and footers.
    pub furniture: Vec<Element>,
}

impl Parts {
    /// Opens a document.
    ///
    /// # Errors
    /// When the package or its XML is damaged, encrypted or a bomb.
    pub fn open(file: &InputFile<'_>) -> Result<Self> {
        let mut package = ZipPackage::open(file.name, file.bytes)?;
        let mut part = |path: &str| -> Result<Option<Element>> {
            package.read(path)?.map(|bytes| xml::parse(file.name, &bytes)).transpose()
        };
        let document = part(DOCUMENT)?.unwrap_or_default();
        let styles = part("word/styles.xml")?.map(|root| DocxStyles::of(&root)).unwrap_or_default();
        let numbering = part("word/numbering.xml")?.unwrap_or_default();
        let footnotes = by_id(part("word/footnotes.xml")?);
        let endnotes = by_id(part("word/endnotes.xml")?);
        let comments =
            by_id(part("word/comments.xml")?).into_iter().map(|(id, comment)| (id, said(&comment)));
        let comments = comments.collect();
        let settings = part("word/settings.xml")?.unwrap_or_default();
        let targets = part("word/_rels/document.xml.rels")?.unwrap_or_default();
        let (mut first_header, mut furniture) = (None, Vec::new());
        for (path, first) in headers(&document, &targets) {
            let Some(header) = part(&path)? else { continue };
            if first && first_header.is_none() && !header.text().trim().is_empty() {
                first_header = Some(header);
            } else {
                furniture.push(header);
            }
        }
        let note_formats = note_formats(&document, &settings);
        Ok(Self {
            document,
            styles,
            numbering,
            footnotes,
            endnotes,
            comments,
            note_formats,
            first_header,
            furniture,
        })
    }

    /// The lists, nothing counted yet.
    #[must_use]
    pub fn lists(&self) -> Numbering {
        Numbering::of(&self.numbering)
    }
}

fn by_id(root: Option<Element>) -> HashMap<String, Element> {
    let Some(root) = root else { return HashMap::new() };
    let elements =
        root.elements().filter_map(|element| Some((element.attribute("id")?.to_owned(), element.clone())));
    elements.collect()
}

/// Who wrote a comment and what: `A. Author: Words.`
fn said(comment: &Element) -> String {
    let paragraphs = comment.descendants("p");
    let words = paragraphs
        .iter()
        .map(|paragraph| paragraph.descendants("t").iter().map(|text| text.text()).collect());
    let words: Vec<String> = words.collect();
    let author = comment.attribute("author").unwrap_or_default();
    format!("{author}: {}", words.join(" ").trim())
}

/// The paths of the headers and footers in the order of the sections, each once; whether it is the header of a first page.
fn headers(document: &Element, targets: &Element) -> Vec<(String, bool)> {
    let mut found: Vec<(String, bool)> = Vec::new();
    for section in document.descendants("sectPr") {
        let titled = section.child("titlePg").is_some_and(|page| page.attribute("val") != Some("0"));
        for reference in section.elements().filter(|element| element.name.ends_with("Reference")) {
            let target =
                targets.elements().find(|target| target.attribute("Id") == reference.attribute("id"));
            let Some(target) = target.and_then(|target| target.attribute("Target")) else { continue };
            let path = target.strip_prefix('/').map_or_else(|| format!("word/{target}"), ToOwned::to_owned);
            let first =
                titled && reference.name == "headerReference" && reference.attribute("type") == Some("first");
            if !found.iter().any(|(known, _)| *known == path) {
                found.push((path, first));
            }
        }
    }
    found
}

/// How footnotes and endnotes are numbered: as the first section says, else the settings.
fn note_formats(document: &Element, settings: &Element) -> [String; 2] {
    let sections = document.descendants("sectPr");
    let format = |properties: &str, usual: &str| {
        let own = sections.iter().find_map(|section| value(section.child(properties)?, "numFmt"));
        let all = || settings.child(properties).and_then(|properties| value(properties, "numFmt"));
        own.or_else(all).unwrap_or(usual).to_owned()
    };
    [format("footnotePr", "decimal"), format("endnotePr", "lowerRoman")]
}
