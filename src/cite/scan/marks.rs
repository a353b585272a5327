//! Numbers and letters of passages as each script writes them: `II`, `الثاني`, `第二节`; `(أ)` is `(a)`.

use super::Scanner;
use super::pins::MOST_IN_A_ROW;
use crate::base::numbering::{letters, roman};
use crate::base::text::fold;
use crate::cite::write::is_annex_mark;
use crate::language::RunningWords;
use crate::language::token::{Token, TokenKind};
use crate::model::PassageKind;

/// Paths of passages and the place after them.
type PathsRead = (Vec<Vec<String>>, usize);

/// The tokens with the letters of sub-paragraphs in Latin script; `None` for a language that writes them so.
pub(super) fn with_plain_letters(tokens: &[Token], running: &RunningWords) -> Option<Vec<Token>> {
    if running.script.sub_letters.is_empty() {
        return None;
    }
    let known: Vec<String> = running.script.sub_letters.iter().map(|letter| fold(letter)).collect();
    let mut plain = tokens.to_vec();
    for at in 1..plain.len() {
        let (before, closing) = plain.split_at_mut(at);
        let Some(token) = before.last_mut().filter(|token| token.kind == TokenKind::Word) else { continue };
        let place = known.iter().position(|letter| !letter.is_empty() && *letter == token.folded);
        if let Some(place) = place.filter(|_| closing[0].is(")")) {
            token.folded = letters(u32::try_from(place + 1).unwrap_or(1));
        }
    }
    Some(plain)
}

impl Scanner<'_> {
    /// The mark of an annex or a section at a place, `II` or `B`, and the place after it.
    pub(super) fn section_mark(&self, at: usize) -> Option<(String, usize)> {
        let written = self.tokens.get(at)?.span.of(self.text);
        if is_annex_mark(written) {
            return Some((written.to_owned(), at + 1));
        }
        if !self.running.script.has_worded_marks {
            // In Cyrillic script some letters look like those of Latin script: `разд. А`.
            let place = self.running.letters.iter().position(|letter| letter == written)?;
            return Some((letters(u32::try_from(place + 1).ok()?).to_ascii_uppercase(), at + 1));
        }
        if let Some((number, end)) = self.words.ordinals.at(self.tokens, at) {
            return Some((roman(number).to_ascii_uppercase(), end));
        }
        let place = self.running.letters.iter().position(|letter| letter == written)?;
        Some((letters(u32::try_from(place + 1).ok()?).to_ascii_uppercase(), at + 1))
    }

    /// Whether "paragraph" and "section" come after the number.
    pub(super) fn has_units(&self) -> bool {
        !self.running.script.paragraph_after.is_empty()
    }

    /// A list of numbers with the word for a paragraph after it, where a language has it there, and sub-paragraphs after that word;
    /// further ones may follow: `第15段和第19段`.
    pub(super) fn unit_closed(&self, list: PathsRead) -> Option<PathsRead> {
        if !self.has_units() {
            return Some(list);
        }
        let (mut paths, mut end) = self.one_unit(list)?;
        for _ in 1..MOST_IN_A_ROW {
            let next = self.running.and.after(self.tokens, end);
            let start =
                next.and_then(|next| self.running.passages[PassageKind::Paragraph].after(self.tokens, next));
            let Some((further, after)) =
                start.and_then(|start| self.list(start, true)).and_then(|list| self.one_unit(list))
            else {
                break;
            };
            paths.extend(further);
            end = after;
        }
        Some((paths, end))
    }

    /// A list with the word behind it: `15至17段`, `10段(a)`.
    fn one_unit(&self, list: PathsRead) -> Option<PathsRead> {
        let (paths, end) = list;
        let closed = self.running.script.paragraph_after.after(self.tokens, end)?;
        Some(match (paths.as_slice(), self.bracketed(closed)) {
            ([path], Some((letter, after))) => {
                self.further_subs([path.clone(), vec![letter]].concat(), after)
            }
            _ => (paths, closed),
        })
    }
}
