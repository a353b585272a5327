//! The words of an element with their italics, and with its footnotes called in their place.

use crate::import::line::{Label, Line, LineRole, NoteCall};
use crate::import::mark;
use crate::import::reader::words::{SourceWords, around_calls};
use crate::import::reader::xml::{Element, Node};

/// The words of an element, and the footnotes called in it.
#[derive(Debug, Default)]
pub struct InlineWords {
    /// Runs of white space are one space, except that `eol` is a line feed; a `mark::CALL` for each call.
    pub text: String,
    /// The calls in order.
    pub calls: Vec<NoteCall>,
    /// The footnotes, a line for each.
    pub notes: Vec<Line>,
}

impl InlineWords {
    /// The words of an element, without its number.
    #[must_use]
    pub fn of(element: &Element) -> Self {
        let mut words = Self::default();
        words.collect(element);
        words.tidy();
        words
    }

    /// Whether there is nothing to print.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        mark::off(&self.text).trim().is_empty() && self.calls.is_empty()
    }

    fn collect(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Node::Text(text) => self.text.push_str(text),
                Node::Element(child) => self.element(child),
            }
        }
    }

    fn element(&mut self, element: &Element) {
        match element.name.as_str() {
            "authorialNote" => self.note(element),
            "eol" | "br" => self.text.push('\u{2028}'),
            "num" => {}
            _ => {
                let (open, close) = style(element);
                self.text.extend(open);
                self.collect(element);
                self.text.extend(close);
            }
        }
    }

    fn note(&mut self, element: &Element) {
        let mark = element.attribute("marker").unwrap_or("*").trim().to_owned();
        let mut inside = Self::default();
        for child in &element.children {
            match child {
                Node::Text(text) => inside.text.push_str(text),
                Node::Element(child) => {
                    inside.text.push(' ');
                    inside.element(child);
                }
            }
        }
        inside.tidy();
        // Arabic prints the mark in brackets; the file has them without the mark.
        let text = without_brackets(&inside.text).to_owned();
        self.text.push(mark::CALL);
        self.calls.push(NoteCall { mark: mark.clone(), note: Some(element.line) });
        self.notes.push(Line {
            number: element.line,
            text,
            role: Some(LineRole::Note),
            label: Some(Label { text: mark, level: None }),
            begins: Some(true),
            calls: inside.calls,
            ..Line::default()
        });
        self.notes.append(&mut inside.notes);
    }

    /// Makes white space one space, and takes away brackets around calls and spaces before them.
    fn tidy(&mut self) {
        let mut tidy = String::with_capacity(self.text.len());
        for c in self.text.chars() {
            match c {
                ' ' | '\t' | '\r' | '\n' if tidy.ends_with([' ', '\n']) || tidy.is_empty() => {}
                ' ' | '\t' | '\r' | '\n' => tidy.push(' '),
                '\u{2028}' => {
                    tidy.truncate(tidy.trim_end_matches(' ').len());
                    tidy.push('\n');
                }
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {}
                _ => tidy.push(c),
            }
        }
        self.text = around_calls(tidy.trim());
    }
}

/// The importer's marks for the style of an element.
fn style(element: &Element) -> (Option<char>, Option<char>) {
    let class = match element.name.as_str() {
        "i" => "italic",
        "b" => "bold",
        _ => element.attribute("class").unwrap_or_default(),
    };
    match class {
        "italic" => (Some(mark::EMPHASIS), Some(mark::EMPHASIS_END)),
        "bold" => (Some(mark::STRONG), Some(mark::STRONG_END)),
        _ => (None, None),
    }
}

fn without_brackets(text: &str) -> &str {
    let inside = text.trim_start().strip_prefix('(').map(str::trim_start);
    inside.and_then(|rest| rest.strip_prefix(')')).map_or(text, str::trim_start)
}

/// Elements inside of a line; all others stand apart from the words around them.
const INLINE: [&str; 21] = [
    "a",
    "abbr",
    "b",
    "def",
    "docAuthority",
    "docDate",
    "docNumber",
    "docTitle",
    "event",
    "i",
    "inline",
    "location",
    "ref",
    "role",
    "session",
    "span",
    "sub",
    "sup",
    "term",
    "u",
    "date",
];

/// All words of a file in order, except those of its metadata.
pub fn source(element: &Element, words: &mut SourceWords) {
    if element.name == "meta" {
        return;
    }
    let apart = !INLINE.contains(&element.name.as_str());
    if apart {
        words.on_line(element.line);
    }
    if element.name == "authorialNote" {
        words.add(element.attribute("marker").unwrap_or_default());
        words.on_line(element.line);
    }
    for child in &element.children {
        match child {
            Node::Text(text) => words.add(text),
            Node::Element(child) => source(child, words),
        }
    }
    if apart {
        words.on_line(element.line);
    }
}
