//! What all parts of a Word document with text share: properties of paragraphs, runs of words, marks of changes.

use chrono::{DateTime, FixedOffset};

use crate::export::prose::{ParagraphStyle, Revision, RevisionKind, StyledText};
use crate::model::Language;

use super::language::{self, is_right_to_left};
use super::xml::{Xml, allowed, one_line};

/// The deepest level of headings and numbered paragraphs.
pub const LEVELS: u8 = 9;

/// The font of the text.
pub const FONT: &str = "Times New Roman";

/// The ids of changes and comments: each is used once in a document.
#[derive(Default)]
pub struct Ids(usize);

impl Ids {
    /// A new id.
    pub fn next(&mut self) -> String {
        self.0 += 1;
        self.0.to_string()
    }
}

/// The id of the style of a paragraph; `None` for running text, which is the default.
pub fn style_id(style: ParagraphStyle) -> Option<String> {
    match style {
        ParagraphStyle::Title => Some("Title".to_owned()),
        ParagraphStyle::Heading(level) => Some(format!("Heading{}", level.clamp(1, LEVELS))),
        ParagraphStyle::Body => None,
        ParagraphStyle::Quotation => Some("Quote".to_owned()),
        ParagraphStyle::Numbered(level) => Some(format!("Numbered{}", level.clamp(1, LEVELS))),
        ParagraphStyle::SmallPrint => Some("SmallPrint".to_owned()),
    }
}

/// The properties of a paragraph of a note or comment: its style and direction.
pub fn plain_properties(xml: &mut Xml, style: &str, language: Language) {
    xml.open("w:pPr", &[]);
    xml.value("w:pStyle", style);
    if is_right_to_left(language) {
        xml.empty("w:bidi", &[]);
    }
    xml.close("w:pPr");
}

/// A moment as changes and comments have it: the local time, without zone, as Word shows it. `None` outside the years that
/// the format has.
pub fn moment(moment: DateTime<FixedOffset>) -> Option<String> {
    let text = moment.format("%Y-%m-%dT%H:%M:%S").to_string();
    text.starts_with(|c: char| c.is_ascii_digit()).then_some(text)
}

/// Writes the start of a change, or with `xml.empty` the mark of one, with its author and date.
fn revision_element(
    revision: &Revision,
    ids: &mut Ids,
    mut write: impl FnMut(&'static str, &[(&str, &str)]),
) -> &'static str {
    let element = match revision.kind {
        RevisionKind::Inserted => "w:ins",
        RevisionKind::Deleted => "w:del",
    };
    let (id, author, date) = (ids.next(), one_line(&revision.author), moment(revision.moment));
    let mut attributes = vec![("w:id", &*id), ("w:author", &author)];
    attributes.extend(date.as_deref().map(|date| ("w:date", date)));
    write(element, &attributes);
    element
}

/// The mark of a change of the end of a paragraph.
pub fn mark_revision(xml: &mut Xml, revision: &Revision, ids: &mut Ids) {
    revision_element(revision, ids, |element, attributes| xml.empty(element, attributes));
}

/// The change that is open while runs are written.
#[derive(Default)]
pub struct RevisionsOfRuns<'a> {
    /// With the name of its element.
    open: Option<(&'a Revision, &'static str)>,
}

impl<'a> RevisionsOfRuns<'a> {
    /// Ends the open change if it is another one, and begins this one.
    pub fn change(&mut self, xml: &mut Xml, revision: Option<&'a Revision>, ids: &mut Ids) {
        if self.open.map(|(open, _)| open) == revision {
            return;
        }
        if let Some((_, element)) = self.open.take() {
            xml.close(element);
        }
        self.open = revision.map(|revision| {
            (revision, revision_element(revision, ids, |element, attributes| xml.open(element, attributes)))
        });
    }
}

/// How the words of a run look, and whether they are deleted.
#[derive(Clone, Copy)]
pub struct RunLook<'a> {
    style: Option<&'a str>,
    bold: bool,
    italic: bool,
    /// The language, if it is not that of the document.
    language: Option<Language>,
    right_to_left: bool,
    deleted: bool,
}

impl<'a> RunLook<'a> {
    /// Words that are part of a change or not, in a language of their own or in that of the document.
    pub fn new(revision: Option<&Revision>, own: Option<Language>, document: Language) -> Self {
        Self {
            style: None,
            bold: false,
            italic: false,
            language: own.filter(|own| *own != document),
            right_to_left: is_right_to_left(own.unwrap_or(document)),
            deleted: revision.is_some_and(|revision| revision.kind == RevisionKind::Deleted),
        }
    }

    /// The same in a style of characters, by its id.
    pub fn styled(self, style: &'a str) -> Self {
        Self { style: Some(style), ..self }
    }

    /// The same in the type style of these words.
    pub fn in_type(self, words: &StyledText) -> Self {
        Self { bold: words.bold, italic: words.italic, ..self }
    }

    /// A run of words: tabs and line feeds are elements of their own.
    pub fn words(self, xml: &mut Xml, text: &str) {
        let text = allowed(text);
        if !text.is_empty() {
            self.run(xml, |xml| self.content(xml, &text));
        }
    }

    /// A run with the mark of a footnote.
    pub fn mark(self, xml: &mut Xml, mark: &str) {
        let mark = allowed(mark);
        if !mark.is_empty() {
            self.run(xml, |xml| self.signs(xml, &mark));
        }
    }

    /// The mark of a footnote in a run that is open, as symbols: so it is not among the words of the text, and LibreOffice
    /// shows it once.
    pub fn signs(self, xml: &mut Xml, mark: &str) {
        for c in mark.chars() {
            match u16::try_from(u32::from(c)) {
                Ok(code) if !c.is_control() => {
                    xml.empty("w:sym", &[("w:font", FONT), ("w:char", &format!("{code:04X}"))]);
                }
                _ => self.content(xml, c.encode_utf8(&mut [0; 4])),
            }
        }
    }

    /// A run of one empty element.
    pub fn element(self, xml: &mut Xml, name: &str) {
        self.run(xml, |xml| xml.empty(name, &[]));
    }

    /// A run with its properties and what `content` writes.
    pub fn run(self, xml: &mut Xml, content: impl FnOnce(&mut Xml)) {
        xml.open("w:r", &[]);
        self.properties(xml);
        content(xml);
        xml.close("w:r");
    }

    /// The words in a run that is open. They have no control codes except tabs and line feeds.
    pub fn content(self, xml: &mut Xml, text: &str) {
        let name = if self.deleted { "w:delText" } else { "w:t" };
        let mut start = 0;
        let ends = text.match_indices(['\t', '\n']).map(|(at, sign)| (at, Some(sign)));
        for (at, sign) in ends.chain([(text.len(), None)]) {
            if start < at {
                xml.text(name, &[("xml:space", "preserve")], &text[start..at]);
            }
            match sign {
                Some("\t") => xml.empty("w:tab", &[]),
                Some(_) => xml.empty("w:br", &[]),
                None => {}
            }
            start = at + 1;
        }
    }

    /// The properties, in the order of the schema.
    fn properties(self, xml: &mut Xml) {
        if self.style.is_none()
            && !self.bold
            && !self.italic
            && !self.right_to_left
            && self.language.is_none()
        {
            return;
        }
        xml.open("w:rPr", &[]);
        self.style.into_iter().for_each(|style| xml.value("w:rStyle", style));
        if self.bold {
            ["w:b", "w:bCs"].iter().for_each(|name| xml.empty(name, &[]));
        }
        if self.italic {
            ["w:i", "w:iCs"].iter().for_each(|name| xml.empty(name, &[]));
        }
        if self.right_to_left {
            xml.empty("w:rtl", &[]);
        }
        self.language.into_iter().for_each(|language| language::mark(xml, language));
        xml.close("w:rPr");
    }
}
