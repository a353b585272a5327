//! Lists as Markdown writes them: a new line continues the list, an empty item ends it, Tab makes an item one of a lower
//! level.

use crate::app::editor::Editor;
use crate::app::editor::undo::Stroke;
use crate::base::Span;

/// Columns by which an item of a lower level is indented.
const INDENT: &str = "  ";

/// The sign of an item at the start of a line, with the spaces around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ListItem<'a> {
    /// Spaces and tabs before the sign.
    indent: &'a str,
    /// The sign: `-`, `*`, `+`, `•`, `>`, `3.`, `3)`.
    sign: &'a str,
    /// The spaces after it.
    gap: &'a str,
    /// The box of a task with the space after it; empty if it is none.
    task: &'a str,
}

impl<'a> ListItem<'a> {
    /// The item that a line begins with; `None` if it is no item of a list.
    fn of(line: &'a str) -> Option<Self> {
        let rest = line.trim_start_matches([' ', '\t']);
        let indent = &line[..line.len() - rest.len()];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let length = match digits {
            0 => rest.chars().next().filter(|c| "-*+•>".contains(*c))?.len_utf8(),
            1..=9 => digits + rest[digits..].chars().next().filter(|c| ".)".contains(*c))?.len_utf8(),
            _ => return None,
        };
        let (sign, rest) = rest.split_at(length);
        let words = rest.trim_start_matches([' ', '\t']);
        let (gap, words) = rest.split_at(rest.len() - words.len());
        let is_task = ["[ ] ", "[x] ", "[X] "].iter().any(|task| words.starts_with(task));
        let task = if is_task { &words[..4] } else { "" };
        (!gap.is_empty()).then_some(Self { indent, sign, gap, task })
    }

    fn len(&self) -> usize {
        self.indent.len() + self.sign.len() + self.gap.len() + self.task.len()
    }

    /// What the line after this one begins with: the same sign, or the next number; a task that is not done.
    fn next(&self) -> String {
        let Self { indent, sign, gap, task } = self;
        let number = sign.trim_end_matches(['.', ')']).parse::<u32>();
        let sign = match number {
            Ok(number) => format!("{}{}", number + 1, &sign[sign.len() - 1..]),
            Err(_) => (*sign).to_owned(),
        };
        format!("{indent}{sign}{gap}{}", if task.is_empty() { "" } else { "[ ] " })
    }
}

impl Editor {
    /// Starts a new line. In a list it begins with the next item; on an item without words the list ends instead.
    pub fn newline(&mut self) {
        let paragraph = self.paragraph();
        let line = paragraph.of(&self.text);
        let item = ListItem::of(line).filter(|item| self.cursor - paragraph.start >= item.len());
        let Some(item) = item.filter(|_| self.selection().is_none()) else { return self.break_line() };
        let begun = Span::new(paragraph.start, paragraph.start + item.len());
        if line.len() == item.len() {
            self.replace(begun, "", Stroke::Whole);
        } else {
            let next = format!("\n{}", item.next());
            self.insert(&next);
        }
    }

    /// Starts a new line without an item, even in a list.
    pub fn break_line(&mut self) {
        self.insert("\n");
    }

    /// Makes an item of a list one of a lower level; elsewhere inserts a tab.
    pub fn tab(&mut self) {
        let paragraph = self.paragraph();
        if self.selection().is_some() || ListItem::of(paragraph.of(&self.text)).is_none() {
            return self.insert("\t");
        }
        let cursor = self.cursor + INDENT.len();
        self.replace(Span::at(paragraph.start), INDENT, Stroke::Whole);
        self.place(cursor);
    }

    /// Makes an item of a list one of a higher level: takes away the spaces or the tab before it.
    pub fn tab_back(&mut self) {
        let paragraph = self.paragraph();
        let line = paragraph.of(&self.text);
        let length = match line.as_bytes() {
            [b'\t', ..] => 1,
            line => line.iter().take(INDENT.len()).take_while(|byte| **byte == b' ').count(),
        };
        let cursor = self.cursor.saturating_sub(length).max(paragraph.start);
        self.replace(Span::new(paragraph.start, paragraph.start + length), "", Stroke::Whole);
        self.place(cursor);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn next(line: &str, expected: Option<&str>) {
        assert_eq!(ListItem::of(line).map(|item| item.next()).as_deref(), expected, "{line:?}");
    }

    #[test]
    fn an_item_is_followed_by_one_of_the_same_kind() {
        next("- un", Some("- "));
        next("  * un", Some("  * "));
        next("9. un", Some("10. "));
        next("2) un", Some("3) "));
        next("\t- [x] fait", Some("\t- [ ] "));
        next("> cité", Some("> "));
        next("-un", None);
        next("16 a) Les États", None);
        next("2023. Une année", Some("2024. "));
        next("12345678901. rien", None);
        next("", None);
    }
}
