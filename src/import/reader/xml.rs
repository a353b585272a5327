//! XML as a tree of elements, with limits on its depth and its size. Entities of its own are never expanded.

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::base::{Error, Result};
use crate::import::reader::encoding;

/// Elements are never nested deeper.
const DEEPEST: usize = 200;
/// A file never has more elements.
const MOST: usize = 2_000_000;

/// What an element contains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text between tags.
    Text(String),
}

/// An element. Names are without their prefix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attributes in order.
    pub attributes: Vec<(String, String)>,
    /// What it contains, in order.
    pub children: Vec<Node>,
    /// The line of the file on which it begins, counted from 1.
    pub line: u32,
}

impl Element {
    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements right in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name right in it.
    #[must_use]
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// All elements below it with one of the names, in the order of the file; those inside of one found too.
    #[must_use]
    pub fn descendants(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        self.collect(name, &mut found);
        found
    }

    /// All elements below it with one of the names, in the order of the file, without those inside of one found.
    #[must_use]
    pub fn outermost<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let inside =
            |element: &'a Self| if element.name == name { vec![element] } else { element.outermost(name) };
        self.elements().flat_map(inside).collect()
    }

    fn collect<'a>(&'a self, name: &str, found: &mut Vec<&'a Self>) {
        for element in self.elements() {
            if element.name == name {
                found.push(element);
            }
            element.collect(name, found);
        }
    }

    /// All text in it, as it is in the file.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    fn add_text(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) => element.add_text(text),
            }
        }
    }
}

/// Reads a file of XML; returns its root element. `name` is the name of the file, for messages.
///
/// # Errors
/// `import-xml-damaged` (with `file` and `byte`, the place of the fault), `import-xml-bomb` for elements nested too deep or
/// too many of them, `import-empty` without any element.
pub fn parse(name: &str, bytes: &[u8]) -> Result<Element> {
    let text = encoding::of_xml(bytes);
    let mut reader = Reader::from_str(&text);
    let mut open: Vec<Element> = vec![Element::default()];
    let mut count = 0;
    let mut lines = LineCount { text: &text, at: 0, line: 1 };
    loop {
        let damaged = |reader: &Reader<&[u8]>| {
            Error::broken("import-xml-damaged").with("file", name).with("byte", reader.buffer_position())
        };
        let line = lines.until(reader.buffer_position());
        let event = reader.read_event().map_err(|_| damaged(&reader))?;
        match event {
            Event::Start(start) => {
                count += 1;
                open.push(element(&start, line));
            }
            Event::Empty(start) => {
                count += 1;
                add(&mut open, Node::Element(element(&start, line)));
            }
            Event::End(_) => {
                let closed = open.pop().unwrap_or_default();
                if open.is_empty() {
                    return Err(damaged(&reader));
                }
                add(&mut open, Node::Element(closed));
            }
            Event::Text(text) => add_text(&mut open, &text.xml10_content()),
            Event::CData(text) => add_text(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => add_text(&mut open, &resolved(&reference)),
            Event::Eof if open.len() > 1 => return Err(damaged(&reader)),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        if open.len() > DEEPEST || count > MOST {
            return Err(Error::broken("import-xml-bomb")
                .with("file", name)
                .with("depth", DEEPEST)
                .with("count", MOST));
        }
    }
    let root = open.pop().and_then(|outer| {
        outer.children.into_iter().find_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    });
    root.ok_or_else(|| Error::broken("import-empty").with("file", name))
}

/// The number of the line at a place of a text, for places that never go back.
struct LineCount<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

impl LineCount<'_> {
    fn until(&mut self, place: u64) -> u32 {
        let place = usize::try_from(place).unwrap_or(usize::MAX).min(self.text.len());
        let passed = &self.text.as_bytes()[self.at.min(place)..place];
        self.line += u32::try_from(passed.iter().filter(|byte| **byte == b'\n').count()).unwrap_or_default();
        self.at = place;
        self.line
    }
}

fn element(start: &BytesStart<'_>, line: u32) -> Element {
    let mut listed = start.attributes();
    let attributes = listed.with_checks(false).flatten().map(|attribute| {
        let value = unescape(&attribute.value).unwrap_or_else(|_| attribute.value.clone());
        (local(attribute.key.as_ref()).to_owned(), value.into_owned())
    });
    let name = local(start.name().as_ref()).to_owned();
    Element { name, attributes: attributes.collect(), children: Vec::new(), line }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn add(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

/// Adds text, which becomes one with the text before it.
fn add_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut().filter(|_| !text.is_empty()) else { return };
    match parent.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => parent.children.push(Node::Text(text.to_owned())),
    }
}

/// A character reference or one of the five entities of XML; another entity as it is in the file.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name: &str = reference;
    resolve_predefined_entity(name).map_or_else(|| format!("&{name};"), ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(xml: &str, id: &str) {
        assert_eq!(
            parse("x.xml", xml.as_bytes()).unwrap_err().message.id,
            id,
            "{}",
            &xml[..xml.len().min(60)]
        );
    }

    #[test]
    fn elements_text_and_references_are_read() {
        let root = parse(
            "x",
            b"<?xml version='1.0'?><w:a><w:b k='1 &amp; 2'>l&#233;&lt;<![CDATA[<&]]></w:b><c/>x</w:a>",
        )
        .unwrap();
        assert_eq!(root.name, "a");
        assert_eq!(root.text(), "l\u{e9}<<&x");
        assert_eq!(root.child("b").unwrap().attribute("k"), Some("1 & 2"));
        assert_eq!(root.elements().map(|element| element.name.as_str()).collect::<Vec<_>>(), ["b", "c"]);
    }

    #[test]
    fn the_encoding_is_that_of_the_mark_or_of_the_declaration() {
        let declared = b"<?xml version='1.0' encoding='windows-1252'?><a>l\xe9\x92</a>";
        assert_eq!(parse("x", declared).unwrap().text(), "l\u{e9}\u{2019}");
        let marked: Vec<u8> = std::iter::once(0xfeff)
            .chain("<a>\u{e9}</a>".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(parse("x", &marked).unwrap().text(), "\u{e9}");
    }

    #[test]
    fn damaged_files_and_bombs_are_refused() {
        refused("<a><b></a>", "import-xml-damaged");
        refused("<a>", "import-xml-damaged");
        refused("<a/></b>", "import-xml-damaged");
        refused("   ", "import-empty");
        refused(&format!("{}x{}", "<a>".repeat(1000), "</a>".repeat(1000)), "import-xml-bomb");
    }

    #[test]
    fn entities_of_the_file_are_not_expanded() {
        let laughs = "<!DOCTYPE a [<!ENTITY l 'ha'><!ENTITY m '&l;&l;&l;'>]><a>&m;</a>";
        assert_eq!(parse("x", laughs.as_bytes()).unwrap().text(), "&m;");
    }
}
