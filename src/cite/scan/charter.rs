//! Articles and chapters of the Charter of the United Nations in running text.

use super::pins::MOST_IN_A_ROW;
use super::{CitationsRead, Scanner, Whose};
use crate::base::numbering::from_roman;
use crate::cite::parse::number;
use crate::language::token::TokenKind;
use crate::model::{Address, PassageKind, Place};

impl Scanner<'_> {
    /// `l’Article 2 3) et le Chapitre VI de la Charte`, `paragraphe 4 de l’Article 2 de la Charte`.
    pub(super) fn charter(&self, at: usize) -> Option<CitationsRead> {
        let (letter, after) = match self.letter_of(at) {
            Some((letter, after)) => (Some(letter), after),
            None => (None, at),
        };
        let paragraph = self.running.passages[PassageKind::Paragraph]
            .after(self.tokens, after)
            .and_then(|at| number(self.tokens, at));
        let (mut first, start) = match paragraph {
            Some((path, end)) => (path, self.of(end)?),
            None => (Vec::new(), after),
        };
        first.extend(letter);
        let mut places = Vec::new();
        let mut end = start;
        let mut member = self.article(end).or_else(|| self.chapter(end));
        while let Some((place, next)) = member {
            if places.len() == MOST_IN_A_ROW {
                return None;
            }
            places.push(place);
            end = next;
            // "Articles 1 (1), 2 (4) and 51": the word is not said again.
            let Some(next) = self.running.and.after(self.tokens, end) else { break };
            let bare = || match number(self.tokens, next) {
                Some((path, end)) => Some((Place::Paragraph(path), end)),
                None => self.roman(next).filter(|_| matches!(places.last(), Some(Place::Heading(_)))),
            };
            member = self.article(next).or_else(|| self.chapter(next)).or_else(bare);
        }
        if let [Place::Paragraph(path)] = places.as_mut_slice() {
            path.extend(first);
        } else if !first.is_empty() {
            return None;
        }
        let end = end + usize::from(self.is(end, ","));
        let end = self.running.charter.after(self.tokens, end)?;
        let addresses: Vec<Address> = places.into_iter().map(Address::body).collect();
        (!addresses.is_empty()).then(|| (vec![self.made(at, end, Whose::Charter, None, addresses)], end))
    }

    /// « alinéa a) de », "subparagraph (a) of": the letter, and the place after "of".
    fn letter_of(&self, at: usize) -> Option<(String, usize)> {
        let start = self.running.subparagraph.after(self.tokens, at)?;
        let (letter, end) = self.bracketed(start).or_else(|| {
            let token = self.tokens.get(start)?;
            let is_letter = token.folded.len() == 1 && token.kind == TokenKind::Word;
            is_letter.then(|| (token.folded.clone(), start + 1))
        })?;
        // « de l’Article »: the article has its elided word.
        let article = self.running.article.after(self.tokens, end + 1).map(|_| end + 1);
        Some((letter, self.of(end).filter(|of| self.begins(*of)).or(article)?))
    }

    /// Whether an article or one of its paragraphs begins at a place.
    fn begins(&self, at: usize) -> bool {
        let words = [&self.running.article, &self.running.passages[PassageKind::Paragraph]];
        words.iter().any(|words| words.after(self.tokens, at).is_some())
    }

    fn article(&self, at: usize) -> Option<(Place, usize)> {
        let start = self.running.article.after(self.tokens, at)?;
        let (mut path, end) = number(self.tokens, start)?;
        let comma = end + usize::from(self.is(end, ","));
        let paragraph = self.running.passages[PassageKind::Paragraph].after(self.tokens, comma);
        match paragraph.and_then(|at| number(self.tokens, at)) {
            Some((more, end)) => {
                path.extend(more);
                Some((Place::Paragraph(path), end))
            }
            None => Some((Place::Paragraph(path), end)),
        }
    }

    fn chapter(&self, at: usize) -> Option<(Place, usize)> {
        self.roman(self.running.chapter.after(self.tokens, at)?)
    }

    fn roman(&self, at: usize) -> Option<(Place, usize)> {
        let token = self.tokens.get(at)?;
        from_roman(&token.folded)?;
        Some((Place::Heading(vec![token.folded.to_ascii_uppercase()]), at + 1))
    }
}
