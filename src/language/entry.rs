//! Tokens of short entries (days, hours, cells of a table): words, numbers and marks, each with its place.
//!
//! Unlike [`super::token`], words joined by a hyphen are one token, no symbol is looked for, an apostrophe is a mark of
//! its own, and a token remembers whether something has been read from it.

use crate::base::Span;
use crate::base::text::fold;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineTokenKind {
    /// Digits.
    Number,
    /// Letters; words joined by a hyphen are one.
    Word,
    /// Any other character that is no space.
    Mark,
}

/// A token of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineToken {
    /// What it is.
    pub kind: LineTokenKind,
    /// Without case and accents.
    pub folded: String,
    /// In small letters, with its accents.
    pub lower: String,
    /// Its place.
    pub span: Span,
    /// Whether something else has been read from it.
    pub taken: bool,
}

impl LineToken {
    /// Whether it has this folded form, and nothing has been read from it yet.
    #[must_use]
    pub fn is(&self, folded: &str) -> bool {
        self.folded == folded && !self.taken
    }

    /// Whether it is one of these folded words, and nothing has been read from it yet.
    #[must_use]
    pub fn is_any(&self, words: &[String]) -> bool {
        !self.taken && words.contains(&self.folded)
    }

    /// Its value, if it is a number and nothing has been read from it yet.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        (self.kind == LineTokenKind::Number && !self.taken).then(|| self.folded.parse().ok())?
    }

    /// Length of its folded form, in bytes.
    #[must_use]
    pub fn width(&self) -> usize {
        self.folded.len()
    }
}

/// Cuts a text into its tokens.
#[must_use]
pub fn tokens(text: &str) -> Vec<LineToken> {
    let mut tokens: Vec<LineToken> = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let kind = kind_of(c);
        let mut end = start + c.len_utf8();
        while let Some((at, next)) = rest.peek().copied() {
            let hyphen = kind == LineTokenKind::Word && matches!(next, '-' | '‑') && {
                let after = text[at + next.len_utf8()..].chars().next();
                after.is_some_and(char::is_alphabetic) && at - start > 1
            };
            let continues =
                kind != LineTokenKind::Mark && (kind_of(next) == kind || is_mark_of_letter(next)) || hyphen;
            if !continues {
                break;
            }
            end = at + next.len_utf8();
            rest.next();
        }
        let word = &text[start..end];
        tokens.push(LineToken {
            kind,
            folded: fold(word),
            lower: word.to_lowercase(),
            span: Span::new(start, end),
            taken: false,
        });
    }
    tokens
}

/// Whether nothing, not even a space, is between a token and the one before it.
#[must_use]
pub fn touches(tokens: &[LineToken], at: usize) -> bool {
    at > 0 && at < tokens.len() && tokens[at - 1].span.end == tokens[at].span.start
}

/// A combining accent belongs to the letter before it.
fn is_mark_of_letter(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn kind_of(c: char) -> LineTokenKind {
    match c {
        '0'..='9' => LineTokenKind::Number,
        c if c.is_alphabetic() => LineTokenKind::Word,
        _ => LineTokenKind::Mark,
    }
}
