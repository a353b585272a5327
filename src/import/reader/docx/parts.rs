//! The parts of the package of a Word document that are read.

use std::collections::HashMap;
use std::ops::Add;

use super::numbering::{Numbering, value};
use super::styles::DocxStyles;
use crate::base::Result;
use crate::import::reader::InputFile;
use crate::import::reader::package::{self, ZipPackage};
use crate::import::reader::xml::{self, Element};

/// The part with the text, in nearly all documents.
const DOCUMENT: &str = "word/document.xml";
/// The part that names the others.
const RELATIONS: &str = "_rels/.rels";

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
    /// Files of another format put into the text, by their ids: their paths.
    pub chunks: HashMap<String, String>,
}

/// The path of the part with the text; `None` for a package that is no Word document.
#[must_use]
pub fn document_path(bytes: &[u8]) -> Option<String> {
    if package::holds(bytes, DOCUMENT) {
        return Some(DOCUMENT.to_owned());
    }
    if !package::holds(bytes, RELATIONS) {
        return None;
    }
    let relations = ZipPackage::open("", bytes).ok()?.read(RELATIONS).ok()??;
    let relations = xml::parse("", &relations).ok()?;
    let path = target(&relations, "officeDocument")?.trim_start_matches('/').to_owned();
    path.starts_with("word/").then_some(path)
}

/// The target of the first relation of a kind: `styles`, `footnotes`.
fn target<'a>(relations: &'a Element, kind: &str) -> Option<&'a str> {
    let of_kind = |relation: &&Element| {
        let name = relation.attribute("Type").and_then(|name| name.rsplit('/').next());
        name == Some(kind)
    };
    relations.elements().find(of_kind)?.attribute("Target")
}

/// The path of a part from its target, which is in the folder of the text unless it begins with a slash.
fn path_of(target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("word/{target}"), ToOwned::to_owned)
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
        let path = document_path(file.bytes).unwrap_or_else(|| DOCUMENT.to_owned());
        let document = part(&path)?.unwrap_or_default();
        let targets = part(&path.replacen("word/", "word/_rels/", 1).add(".rels"))?.unwrap_or_default();
        let mut related = |kind: &str| {
            let usual = format!("word/{kind}.xml");
            part(&target(&targets, kind).map_or(usual, path_of))
        };
        let styles = related("styles")?.map(|root| DocxStyles::of(&root)).unwrap_or_default();
        let numbering = related("numbering")?.unwrap_or_default();
        let footnotes = by_id(related("footnotes")?);
        let endnotes = by_id(related("endnotes")?);
        let comments = by_id(related("comments")?).into_iter().map(|(id, comment)| (id, said(&comment)));
        let comments = comments.collect();
        let settings = related("settings")?.unwrap_or_default();
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
        let chunks = chunks(&targets);
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
            chunks,
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

/// The files of another format that the text holds, by their ids.
fn chunks(targets: &Element) -> HashMap<String, String> {
    let of_kind = |target: &&Element| target.attribute("Type").is_some_and(|name| name.ends_with("/aFChunk"));
    let pair =
        |target: &Element| Some((target.attribute("Id")?.to_owned(), target.attribute("Target")?.to_owned()));
    targets.elements().filter(of_kind).filter_map(pair).collect()
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
            let path = path_of(target);
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
