//! Plain text to neutral lines: any line ending, form feeds, control codes made visible.

use crate::base::text::visible_char;
use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::line::Line;
use crate::import::mark;

/// The lines that are not empty, with their indent and the empty lines before them.
#[must_use]
pub fn lines(text: &str, findings: &mut Vec<Finding>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (mut number, mut gap, mut after_cut) = (0u32, 0, false);
    for raw in breaks(text) {
        number += 1;
        for (piece, part) in raw.split('\u{c}').enumerate() {
            if piece > 0 {
                after_cut = true;
                gap = 0;
                findings.push(finding(FindingKind::Furniture, number, "\u{240c}", None));
            }
            let text = clean(part.trim(), number, findings);
            if text.is_empty() {
                gap += usize::from(piece == 0);
                continue;
            }
            let gap = if lines.is_empty() { 0 } else { std::mem::take(&mut gap) };
            let after_cut = std::mem::take(&mut after_cut);
            lines.push(Line { number, text, indent: indent(part), gap, after_cut, ..Line::default() });
        }
    }
    lines
}

/// The lines of a text; the number of a line of the importer is its place among them, counted from 1.
pub fn breaks(text: &str) -> impl Iterator<Item = &str> {
    PlainLines { rest: text }
}

/// Lines ended by LF, CR LF, CR, or one of Unicode's separators.
struct PlainLines<'a> {
    rest: &'a str,
}

impl<'a> Iterator for PlainLines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        let Some(at) = self.rest.find(is_break) else {
            return Some(std::mem::take(&mut self.rest));
        };
        let line = &self.rest[..at];
        let ending = &self.rest[at..];
        let length =
            if ending.starts_with("\r\n") { 2 } else { ending.chars().next().map_or(1, char::len_utf8) };
        self.rest = &ending[length..];
        Some(line)
    }
}

fn indent(line: &str) -> usize {
    let spaces = line.chars().take_while(|c| c.is_whitespace());
    spaces.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// The line with control codes shown, what cannot be seen taken out, and runs of spaces made one.
fn clean(line: &str, number: u32, findings: &mut Vec<Finding>) -> String {
    let mut clean = String::with_capacity(line.len());
    let mut control = false;
    for c in line.chars() {
        match c {
            ' ' | '\t' => {
                if !clean.ends_with(' ') {
                    clean.push(' ');
                }
            }
            // Marks of direction are needed only where directions mix; they are not words.
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {}
            _ if mark::is(c) => {
                control = true;
                clean.push('\u{fffd}');
            }
            _ => {
                control |= visible_char(c) != c;
                clean.push(visible_char(c));
            }
        }
    }
    let clean = clean.trim().to_owned();
    if control {
        let shown: String =
            line.chars().map(|c| if mark::is(c) { '\u{fffd}' } else { visible_char(c) }).collect();
        findings.push(finding(FindingKind::ControlCode, number, &shown, Some(&clean)));
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(u32, usize, usize, String)> {
        let lines = lines(text, &mut Vec::new());
        lines.into_iter().map(|line| (line.number, line.indent, line.gap, line.text)).collect()
    }

    #[test]
    fn every_line_ending_is_one() {
        let expected = vec![(1, 0, 0, "a".to_owned()), (3, 1, 1, "b c".to_owned())];
        for text in ["a\n\n b   c \n", "a\r\n\r\n b\t c", "a\r\r b c\r"] {
            assert_eq!(texts(text), expected, "{text:?}");
        }
    }

    #[test]
    fn control_codes_and_form_feeds_are_findings() {
        let mut findings = Vec::new();
        let lines = lines("a\u{1b}[31mb\u{c}c\u{ad}d\u{fdd0}", &mut findings);
        assert_eq!(lines[0].text, "a␛[31mb");
        assert!(lines[1].after_cut);
        assert_eq!(lines[1].text, "cd\u{fffd}");
        assert_eq!(findings.len(), 3);
    }
}
