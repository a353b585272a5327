//! Lists and tables of a file.

use super::body::{AknBuilder, squeezed};
use crate::import::line::LineRole;
use crate::import::reader::akn::inline::InlineWords;
use crate::import::reader::xml::Element;

impl AknBuilder {
    /// A list that a passage introduces.
    pub(super) fn block_list(&mut self, element: &Element) {
        for child in element.elements() {
            match child.name.as_str() {
                "listIntroduction" | "listWrapUp" => self.add(LineRole::Preambular, None, child),
                "item" => self.point(child, 1),
                _ => self.part(child),
            }
        }
    }

    /// A list in a paragraph whose number comes before its introduction.
    pub(super) fn list(&mut self, element: &Element, mut number: Option<String>, level: u8) {
        for child in element.elements() {
            match child.name.as_str() {
                "intro" | "wrapUp" => {
                    for line in child.elements() {
                        self.add(self.running(), number.take(), line);
                    }
                }
                "point" | "item" => self.point(child, level),
                "list" | "sublist" => self.list(child, None, level + 1),
                _ => self.part(child),
            }
        }
    }

    fn point(&mut self, element: &Element, level: u8) {
        let mut number = None;
        for child in element.elements() {
            match child.name.as_str() {
                "num" => number = Some(squeezed(child)),
                "content" => {
                    for line in child.elements() {
                        self.add_at(LineRole::Body, number.take(), Some(level), line);
                    }
                }
                "p" => self.add_at(LineRole::Body, number.take(), Some(level), child),
                "list" | "sublist" | "blockList" => {
                    if let Some(number) = number.take() {
                        self.waiting = Some((number, child.line));
                    }
                    self.list(child, None, level + 1);
                }
                _ => self.part(child),
            }
        }
    }

    /// A row is one passage.
    pub(super) fn table(&mut self, table: &Element) {
        for row in table.descendants("tr") {
            let mut words = InlineWords::default();
            for cell in row.elements() {
                let mut part = InlineWords::of(cell);
                if !words.text.is_empty() && !part.text.is_empty() {
                    words.text.push('\t');
                }
                words.text.push_str(&part.text);
                words.calls.append(&mut part.calls);
                words.notes.append(&mut part.notes);
            }
            self.push(LineRole::Row, None, None, words, row.line);
        }
    }
}
