//! The words of a file that has structure, each on the line on which its element begins in the file.

use crate::import::mark;

/// Words put together in the order of the file. Whatever a reader makes of the structure, the account of the import finds
/// the words that it left out.
#[derive(Debug, Default)]
pub struct SourceWords {
    text: String,
    /// The line that is written, counted from 1.
    line: u32,
}

impl SourceWords {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self { text: String::new(), line: 1 }
    }

    /// The next words stand on this line of the file, and are apart from the words before.
    pub fn on_line(&mut self, line: u32) {
        if self.line < line {
            let missing = usize::try_from(line - self.line).unwrap_or_default();
            self.text.extend(std::iter::repeat_n('\n', missing));
            self.line = line;
        } else if !self.text.is_empty() && !self.text.ends_with(['\n', ' ']) {
            self.text.push(' ');
        }
    }

    /// Adds words as they are in the file, with its ends of lines.
    pub fn add(&mut self, words: &str) {
        self.text.push_str(words);
        self.line += u32::try_from(words.matches('\n').count()).unwrap_or_default();
    }

    /// The words, with one line for each line of the file.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

/// The text of a paragraph with single spaces, without invisible characters.
#[must_use]
pub fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\r' | '\n' if squeezed.ends_with(' ') || squeezed.is_empty() => {}
            ' ' | '\t' | '\r' | '\n' => squeezed.push(' '),
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {}
            _ => squeezed.push(c),
        }
    }
    squeezed.trim().to_owned()
}

/// The text with calls set as in print: `word ( ◆ ) ,` becomes `word◆,`.
#[must_use]
pub fn around_calls(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(mark::CALL) {
        let (before, after) = (&rest[..at], &rest[at + mark::CALL.len_utf8()..]);
        set.push_str(before);
        let opened = set.trim_end().strip_suffix('(').map(str::len);
        let closed = after.trim_start().strip_prefix(')');
        rest = match (opened, closed) {
            (Some(length), Some(after)) => {
                set.truncate(length);
                after
            }
            _ => after,
        };
        if rest.starts_with([',', '.', ')', ';', mark::CALL]) {
            set.truncate(set.trim_end().len());
        }
        set.push(mark::CALL);
    }
    set.push_str(rest);
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_on_the_lines_of_their_elements() {
        let mut words = SourceWords::new();
        words.on_line(2);
        words.add("two\nand three");
        words.on_line(3);
        words.add("three again");
        words.on_line(5);
        words.add("five");
        assert_eq!(words.finish(), "\ntwo\nand three three again\n\nfive");
    }
}
