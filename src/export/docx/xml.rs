//! Elements of XML written one after the other, with only the characters that XML can hold.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// The namespaces of the root element of a part with text: its vocabulary, and references to other parts.
pub const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// Attributes of an element.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A part being written.
pub struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A part with its declaration.
    pub fn new() -> Self {
        let mut xml = Self::fragment();
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// Elements that are put into a part later.
    pub fn fragment() -> Self {
        Self { writer: Writer::new(Vec::new()) }
    }

    /// Starts an element.
    pub fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    /// Ends an element.
    pub fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    /// An element with one attribute, `w:val`.
    pub fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element with text in it. The text has no control codes.
    pub fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(text)));
        self.close(name);
    }

    /// Appends elements written before.
    pub fn append(&mut self, fragment: Self) {
        self.writer.get_mut().extend(fragment.writer.into_inner());
    }

    /// Whether nothing is written yet.
    pub fn is_empty(&mut self) -> bool {
        self.writer.get_mut().is_empty()
    }

    /// The bytes of the part.
    pub fn finish(self) -> Vec<u8> {
        self.writer.into_inner()
    }

    fn event(&mut self, event: Event<'_>) {
        self.writer.write_event(event).expect("a vector takes all bytes");
    }
}

/// Whether XML 1.0 can hold the character.
fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// The text without what XML cannot hold; every line end is a line feed.
pub fn allowed(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter(|c| is_allowed(*c));
    kept.map(|c| if c == '\r' { '\n' } else { c }).collect()
}

/// A text for an attribute or a property: on one line.
pub fn one_line(text: &str) -> String {
    let text = allowed(text);
    text.split(['\n', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
