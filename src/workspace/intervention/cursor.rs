//! A place in the line being read, and what begins there.

use crate::language::token::{Phrase, after, tokens};

/// A place in a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) line: &'a str,
    /// The byte offset, always at a character.
    pub(super) at: usize,
}

/// How many bytes after a place are read for phrases.
const NEAR: usize = 120;

impl<'a> Cursor<'a> {
    pub(super) fn new(line: &'a str) -> Self {
        Self { line, at: 0 }
    }

    /// What follows.
    pub(super) fn rest(self) -> &'a str {
        &self.line[self.at..]
    }

    /// The next character.
    pub(super) fn next(self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The same place after spaces.
    pub(super) fn after_spaces(self) -> Self {
        let rest = self.rest();
        Self { at: self.at + rest.len() - rest.trim_start().len(), ..self }
    }

    /// The same place after so many bytes.
    pub(super) fn after(self, bytes: usize) -> Self {
        Self { at: self.at + bytes, ..self }
    }

    /// The place after the longest of some phrases that begins here; `None` if none does, or if it ends inside a word.
    pub(super) fn phrase(self, phrases: &[Phrase]) -> Option<Self> {
        let rest = self.rest();
        let near = &rest[..rest.floor_char_boundary(NEAR)];
        if near.starts_with(|c: char| !c.is_alphanumeric()) {
            return None;
        }
        let tokens = tokens(near);
        let ends = phrases.iter().filter_map(|phrase| after(&tokens, 0, phrase));
        let end = tokens[ends.max()? - 1].span.end;
        let is_word = |c: char| c.is_alphanumeric() && !near[..end].ends_with(['\'', '’', 'ʼ']);
        (!near[end..].starts_with(is_word)).then(|| self.after(end))
    }

    /// The place after one of some marks with spaces around it; `None` if there is none.
    pub(super) fn mark(self, marks: &[char]) -> Option<Self> {
        let at = self.after_spaces();
        let mark = at.next().filter(|mark| marks.contains(mark))?;
        Some(at.after(mark.len_utf8()).after_spaces())
    }
}
