//! Paragraph styles of Word: which are headings, which have automatic numbers, which are entries of a table of contents.

use std::collections::HashMap;

use super::numbering::value;
use crate::import::reader::xml::Element;

/// A style without what it inherits.
#[derive(Debug, Clone, Default)]
struct OwnStyle {
    name: String,
    parent: Option<String>,
    /// 0 for the highest level.
    outline: Option<u8>,
    list: Option<ListPlace>,
}

/// The list of a paragraph or style, and its level there; each may be left open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListPlace {
    /// The list; `0` is none.
    pub list: Option<String>,
    /// The level, from 0.
    pub level: Option<usize>,
}

impl ListPlace {
    /// The list of the properties of a paragraph.
    #[must_use]
    pub fn of(properties: &Element) -> Option<Self> {
        let list = properties.child("numPr")?;
        Some(Self {
            list: value(list, "numId").map(ToOwned::to_owned),
            level: value(list, "ilvl").and_then(|level| level.parse().ok()),
        })
    }
}

/// What a style makes of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StyleKind {
    /// The title of the document.
    Title,
    /// A heading of a level, from 1.
    Heading(u8),
    /// An entry of a table of contents.
    Contents,
    /// Anything else.
    Body,
}

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub struct DocxStyles(HashMap<String, OwnStyle>);

/// Styles inherit from no more than so many others.
const LONGEST: usize = 20;

impl DocxStyles {
    /// Reads `word/styles.xml`.
    #[must_use]
    pub fn of(root: &Element) -> Self {
        let styles = root.elements().filter(|element| element.name == "style");
        let read = styles.map(|element| {
            let properties = element.child("pPr");
            let style = OwnStyle {
                name: value(element, "name").unwrap_or_default().to_owned(),
                parent: value(element, "basedOn").map(ToOwned::to_owned),
                outline: properties.and_then(|properties| value(properties, "outlineLvl")?.parse().ok()),
                list: properties.and_then(ListPlace::of),
            };
            (element.attribute("styleId").unwrap_or_default().to_owned(), style)
        });
        Self(read.collect())
    }

    /// The style and those it inherits from, nearest first.
    fn chain<'a>(&'a self, id: &'a str) -> impl Iterator<Item = (&'a str, &'a OwnStyle)> {
        let first = self.0.get_key_value(id).map(|(id, style)| (id.as_str(), style));
        std::iter::successors(first, |(_, style)| {
            let parent = style.parent.as_deref()?;
            self.0.get_key_value(parent).map(|(id, style)| (id.as_str(), style))
        })
        .take(LONGEST)
    }

    /// What a style makes of a paragraph, by its name, else by its level in the outline.
    #[must_use]
    pub fn kind(&self, id: &str) -> StyleKind {
        let named = self.chain(id).find_map(|(_, style)| by_name(&style.name));
        let level = || self.chain(id).find_map(|(_, style)| style.outline).filter(|level| *level < 9);
        named.or_else(|| level().map(|level| StyleKind::Heading(level + 1))).unwrap_or(StyleKind::Body)
    }

    /// The list of a style, and the name of the style that has it.
    #[must_use]
    pub fn list<'a>(&'a self, id: &'a str) -> Option<(&'a ListPlace, &'a str)> {
        self.chain(id).find_map(|(id, style)| Some((style.list.as_ref()?, id)))
    }
}

/// What the name of a style says: those of Word, and those of the templates of the United Nations (`_ H _Ch`, `_ H_2/3`,
/// `__Single Txt`, `Title_H1`).
fn by_name(name: &str) -> Option<StyleKind> {
    let plain: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    if let Some(level) = plain.strip_prefix("heading").and_then(|level| level.parse::<u8>().ok()) {
        return Some(StyleKind::Heading(level));
    }
    let contents = plain.strip_prefix("toc").is_some_and(|level| level.len() == 1 && level != "h");
    match plain.trim_end_matches('g') {
        _ if contents => Some(StyleKind::Contents),
        "title" | "titlehch" | "titleh1" | "titleh2" => Some(StyleKind::Title),
        "hm" | "hch" => Some(StyleKind::Heading(1)),
        "h1" => Some(StyleKind::Heading(2)),
        "h23" => Some(StyleKind::Heading(3)),
        "h4" => Some(StyleKind::Heading(5)),
        "h56" => Some(StyleKind::Heading(6)),
        "singletxt" | "normal" | "bodytext" => Some(StyleKind::Body),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::xml;

    #[test]
    fn names_and_levels_of_the_outline_make_headings() {
        let source = r#"<w:styles><w:style w:styleId="A"><w:name w:val="_ H _Ch"/></w:style>
            <w:style w:styleId="B"><w:name w:val="own"/><w:basedOn w:val="A"/></w:style>
            <w:style w:styleId="C"><w:name w:val="third"/><w:pPr><w:outlineLvl w:val="2"/><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="D"><w:name w:val="toc 2"/></w:style><w:style w:styleId="E"><w:name w:val="E"/><w:basedOn w:val="E"/></w:style>
            </w:styles>"#;
        let styles = DocxStyles::of(&xml::parse("styles.xml", source.as_bytes()).unwrap());
        let kinds = ["A", "B", "C", "D", "E", "none"].map(|id| styles.kind(id));
        let (heading, contents, body) = (StyleKind::Heading, StyleKind::Contents, StyleKind::Body);
        assert_eq!(kinds, [heading(1), heading(1), heading(3), contents, body, body]);
        assert_eq!(styles.list("C").unwrap().0.list.as_deref(), Some("4"));
    }
}
