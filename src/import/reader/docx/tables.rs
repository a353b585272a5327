//! Tables of Word: rows of text, except where a table only lays out the page.

use super::blocks::DocxBuilder;
use super::runs::Runs;
use crate::import::line::{Line, LineRole};
use crate::import::reader::TrackedChanges;
use crate::import::reader::docx::numbering::value;
use crate::import::reader::words::squeezed;
use crate::import::reader::xml::Element;

/// A masthead has no more rows than this.
const MASTHEAD: usize = 8;

impl<'a> DocxBuilder<'a> {
    /// Reads a table.
    pub(super) fn table(&mut self, table: &'a Element) {
        let rows = rows(table, self.flow.changes);
        let framed = rows.iter().all(|row| cells(row).len() <= 1);
        let masthead =
            !self.begun && rows.len() <= MASTHEAD && table.text().split_whitespace().any(is_symbol);
        if masthead {
            let before = self.role.replace(LineRole::Cover);
            for paragraph in table.descendants("p") {
                self.paragraph(paragraph);
            }
            self.role = before;
            self.begun = false;
        } else if framed {
            rows.into_iter().for_each(|row| self.blocks(row));
        } else {
            rows.into_iter().for_each(|row| self.row(row));
        }
    }

    /// A row is one line, its cells separated by tabs; those of a table inside are part of their cell.
    fn row(&mut self, row: &'a Element) {
        let mut text = String::new();
        let mut notes = Vec::new();
        for cell in cells(row) {
            let mut words: Vec<String> = Vec::new();
            for paragraph in cell.descendants("p") {
                let properties = paragraph.child("pPr");
                let style = properties.and_then(|properties| value(properties, "pStyle")).unwrap_or_default();
                let mut runs = Runs::default();
                runs.add(paragraph, &mut self.flow);
                runs.end();
                let label = self.label(properties, style).map(|label| label.text);
                let own = squeezed(&runs.text);
                if !own.is_empty() {
                    words.extend(label);
                    words.push(own);
                }
                notes.append(&mut runs.notes);
            }
            if !words.is_empty() {
                if !text.is_empty() {
                    text.push('\t');
                }
                text.push_str(&words.join(" "));
            }
        }
        if text.is_empty() {
            return;
        }
        self.begun = true;
        let (calls, notes) = self.notes(&notes);
        let role = self.role.or(Some(LineRole::Row));
        self.push(Line { text, role, calls, ..Line::default() });
        notes.into_iter().for_each(|note| {
            self.push(note);
        });
    }
}

/// The rows of a table that are in the text that is read.
fn rows(table: &Element, changes: TrackedChanges) -> Vec<&Element> {
    let left_out = match changes {
        TrackedChanges::Accepted => "del",
        TrackedChanges::Original => "ins",
    };
    let mut rows = Vec::new();
    for child in table.elements() {
        match child.name.as_str() {
            "tr" if child.child("trPr").is_some_and(|properties| properties.child(left_out).is_some()) => {}
            "tr" => rows.push(child),
            "sdt" | "sdtContent" | "customXml" => rows.extend(self::rows(child, changes)),
            _ => {}
        }
    }
    rows
}

/// The cells of a row, also those in content controls.
fn cells(row: &Element) -> Vec<&Element> {
    let mut cells = Vec::new();
    for child in row.elements() {
        match child.name.as_str() {
            "tc" => cells.push(child),
            "sdt" | "sdtContent" | "customXml" => cells.extend(self::cells(child)),
            _ => {}
        }
    }
    cells
}

/// Whether a word may be a symbol or the beginning of one: `A/80/6`, `ECE/TRANS/WP.29/2025/xx`.
fn is_symbol(word: &str) -> bool {
    let mut parts = word.split('/');
    parts.next().is_some_and(|first| {
        !first.is_empty() && first.len() <= 8 && first.bytes().all(|byte| byte.is_ascii_uppercase())
    }) && parts.next().is_some()
        && word.contains(|c: char| c.is_ascii_digit())
}
