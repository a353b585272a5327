//! What is typed around a number: what a norm is about, who wrote a report, the date of a resolution, a page.

use super::TypedReader;
use crate::cite::aliases::Aliases;
use crate::cite::resolve::pieces::TypedPiece;
use crate::cite::resolve::reading::{Counted, NamedDocument, Reading};
use crate::cite::resolve::typed::Tag;

/// The number of a page, and the place after it.
pub(super) struct NumberedPage {
    page: u32,
    end: usize,
}

impl TypedReader<'_> {
    /// What a norm is about, instead of its letter or after it: "norm 13 j) on vulnerabilities".
    pub(super) fn subject(&mut self, letter: &str, end: usize, so_far: Reading) {
        match so_far.number.last() {
            None => self.read(end, Reading { number: vec![letter.to_owned()], ..so_far }),
            Some(said) if said == letter => self.read(end, so_far),
            Some(_) => {}
        }
    }

    /// Who wrote a report called by its year: "the 2021 report of the Group of Experts", "the report of the Group of Experts of 2021".
    pub(super) fn author(&mut self, author: usize, end: usize, so_far: Reading) {
        if let Some(document) = &so_far.document {
            let is_by = |alias: &usize| Aliases::bundled().is_by(*alias, author);
            if matches!(document, NamedDocument::Alias(alias) if is_by(alias)) {
                self.read(end, so_far);
            }
            return;
        }
        let is_filler = |(tag, _): &(Tag, usize)| *tag == Tag::Filler;
        let filler = self.vocabulary.at(self.pieces, end).into_iter().find(is_filler);
        let at = filler.map_or(end, |(_, end)| end);
        if let Some(TypedPiece::Number(year)) = self.pieces.get(at)
            && let Some(alias) = year.parse().ok().and_then(|year| Aliases::bundled().only_of(author, year))
        {
            self.read(at + 1, Reading { document: Some(NamedDocument::Alias(alias)), ..so_far });
        }
    }

    /// Past a date: "22 December 2023", « 1er décembre 2023 », "22 de diciembre de 2023".
    pub(super) fn date_end(&self, at: usize) -> Option<usize> {
        let number = |at: usize| match self.pieces.get(at)? {
            TypedPiece::Number(number) => Some(number),
            _ => None,
        };
        number(at).filter(|day| day.len() < 3)?;
        let is_ending = matches!(self.pieces.get(at + 1), Some(TypedPiece::Word(word)) if self.vocabulary.is_ending(word));
        let month = self.past(at + 1 + usize::from(is_ending), Tag::Filler);
        let year = self.past(month, Tag::Month);
        let year = (year > month).then(|| self.past(year, Tag::Filler))?;
        number(year).filter(|year| year.len() == 4).map(|_| year + 1)
    }

    /// Past the words of one meaning at a place; the same place if there are none.
    fn past(&self, at: usize, wanted: Tag) -> usize {
        let known = self.vocabulary.at(self.pieces, at).into_iter();
        known.filter(|(tag, _)| *tag == wanted).map(|(_, end)| end).max().unwrap_or(at)
    }

    /// The page in "p. 12", and the place after it: with its full stop and no letter behind the number, p. is no paragraph.
    pub(super) fn page_after(&self, at: usize, end: usize) -> Option<NumberedPage> {
        let is_p = self.pieces[at] == TypedPiece::Word("p".to_owned());
        let is_stopped = self.pieces.get(end) == Some(&TypedPiece::Mark('.'));
        let is_sub = matches!(self.pieces.get(end + 2), Some(TypedPiece::Word(word)) if word.len() == 1);
        let is_opened = matches!(self.pieces.get(end + 2), Some(TypedPiece::Open));
        self.page_at(end + 1).filter(|_| is_p && is_stopped && !is_sub && !is_opened)
    }

    /// The number of a page, and the place after it.
    pub(super) fn page_at(&self, at: usize) -> Option<NumberedPage> {
        let TypedPiece::Number(page) = self.pieces.get(at)? else { return None };
        page.parse().ok().map(|page| NumberedPage { page, end: at + 1 })
    }

    /// The passages on a page.
    pub(super) fn on_page(&mut self, found: Option<NumberedPage>, so_far: Reading) {
        if let Some(NumberedPage { page, end }) = found.filter(|_| so_far.counted.is_none()) {
            self.read(end, Reading { counted: Some(Counted::OnPage(page)), ..so_far });
        }
    }
}
