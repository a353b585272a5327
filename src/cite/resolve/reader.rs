//! Reading typed pieces: every way to take them as a document, a part, a kind and a number.

mod around;

use std::ops::Range;

use super::beside;
use super::pieces::TypedPiece;
use super::reading::{Counted, NamedDocument, Reading};
use super::typed::{Tag, TypedVocabulary};
use crate::base::numbering::{ADVERBS, from_roman, letters, roman};
use crate::model::{Part, PassageKind};

/// The most pieces that are read; longer texts are prose.
pub(super) const MOST_PIECES: usize = 24;
/// The most readings kept.
const MOST_READINGS: usize = 32;

/// All ways of reading the pieces, the most natural first.
pub(super) fn readings(vocabulary: &TypedVocabulary, pieces: &[TypedPiece]) -> Vec<Reading> {
    let turned = beside::turned(vocabulary, pieces);
    let pieces = turned.as_deref().unwrap_or(pieces);
    let mut reader = TypedReader { vocabulary, pieces, found: Vec::new(), steps: 0 };
    if !pieces.is_empty() && pieces.len() <= MOST_PIECES {
        reader.read(0, Reading::default());
    }
    reader.found
}

struct TypedReader<'a> {
    vocabulary: &'a TypedVocabulary,
    pieces: &'a [TypedPiece],
    found: Vec<Reading>,
    /// How many places were looked at, so that no text can keep one busy.
    steps: usize,
}

/// The most places looked at.
const MOST_STEPS: usize = 4000;

impl TypedReader<'_> {
    fn read(&mut self, at: usize, so_far: Reading) {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.found.len() >= MOST_READINGS {
            return;
        }
        let Some(piece) = self.pieces.get(at) else {
            let so_far = so_far.with_bullet();
            if so_far.is_whole() && !self.found.contains(&so_far) {
                self.found.push(so_far);
            }
            return;
        };
        match piece {
            TypedPiece::Open | TypedPiece::Mark(_) => self.read(at + 1, so_far),
            TypedPiece::Path(path) if so_far.document.is_none() => {
                let document = Some(NamedDocument::Path(path.clone()));
                self.read(at + 1, Reading { document, ..so_far });
            }
            TypedPiece::Path(_) => {}
            TypedPiece::Number(_) | TypedPiece::Word(_) => {
                self.tagged(at, &so_far);
                self.numbered(at, &so_far);
                self.lettered(at, &so_far);
            }
        }
    }

    /// A word with a meaning of its own: a document, a part, a kind, or nothing.
    fn tagged(&mut self, at: usize, so_far: &Reading) {
        for (tag, end) in self.vocabulary.at(self.pieces, at) {
            let next = so_far.clone();
            let series = so_far.document.is_none();
            match tag {
                Tag::Filler if self.is_letter_a(at, end) => {}
                Tag::Filler => self.read(end, next),
                Tag::Ordinal(number) if so_far.number.is_empty() => {
                    self.read(end, Reading { number: vec![number.to_string()], ordinal: true, ..next });
                }
                Tag::Cardinal(number) if so_far.number.is_empty() => {
                    self.subs(end, &Reading { number: vec![number.to_string()], worded: true, ..next });
                }
                Tag::FromEnd(place) if so_far.counted.is_none() => {
                    self.read(end, Reading { counted: Some(Counted::FromEnd(place)), ..next });
                }
                Tag::Page => self.on_page(self.page_at(end), next),
                Tag::Shift(by) if so_far.counted.is_none() => {
                    self.read(end, Reading { counted: Some(Counted::FromHere(by)), ..next });
                }
                Tag::Heading(kind) if so_far.counted.is_none() => {
                    self.read(end, Reading { counted: Some(Counted::Headed(kind)), ..next });
                }
                // Alone it is that of the paragraph being read.
                Tag::Chapeau if *so_far == Reading::default() => {
                    let counted = Some(Counted::FromHere(0));
                    self.read(end, Reading { counted, kind: Some(PassageKind::Paragraph), ..next });
                }
                Tag::Subject(letter) if so_far.kind == Some(PassageKind::Norm) => {
                    self.subject(&letters(letter), end, next);
                }
                Tag::Author(author) => self.author(author, end, next),
                Tag::Document(alias) if so_far.document.is_none() => {
                    self.read(end, Reading { document: Some(NamedDocument::Alias(alias)), ..next });
                }
                Tag::Organ(organ) if so_far.organ.is_none() => {
                    let next = Reading { organ: Some(organ), ..next };
                    if series { self.series(end, "RES", next) } else { self.read(end, next) }
                }
                Tag::Annex if so_far.part.is_none() => self.annex(end, &next),
                Tag::Body if so_far.part.is_none() => {
                    self.read(end, Reading { part: Some(Part::Body), ..next })
                }
                Tag::Front if so_far.part.is_none() => {
                    self.read(end, Reading { part: Some(Part::Front), ..next })
                }
                Tag::Passage(PassageKind::Paragraph) if self.page_after(at, end).is_some() => {
                    self.on_page(self.page_after(at, end), next);
                }
                Tag::Passage(kind) => self.named_kind(kind, at..end, so_far),
                Tag::Resolution if series => self.series(end, "RES", next),
                Tag::Decision if series => self.series(end, "DEC", next),
                Tag::Bullet => self.bullet(end, &next),
                Tag::Ordinal(bullet) if so_far.bullet.is_none() => self.nth_bullet(bullet, end, &next),
                _ => {}
            }
        }
    }

    /// Whether "a" is a letter, not « à »: at the end, or with a bracket behind it.
    fn is_letter_a(&self, at: usize, end: usize) -> bool {
        let closes = self.pieces.get(end).is_none_or(|next| *next == TypedPiece::Mark(')'));
        closes && self.pieces[at] == TypedPiece::Word("a".to_owned())
    }

    /// The words for a kind of passage between two places.
    fn named_kind(&mut self, kind: PassageKind, words: Range<usize>, so_far: &Reading) {
        let is_sub = so_far.is_sub || self.vocabulary.is_sub(self.pieces, words.start, words.end);
        self.kind(kind, words.end, &Reading { is_sub, ..so_far.clone() });
    }

    /// A word for a kind of passage, before its number or after it.
    fn kind(&mut self, kind: PassageKind, end: usize, so_far: &Reading) {
        use PassageKind::{Item, Operative, Paragraph, Preambular, Section, Step};
        // "par. 57, alinéa d)": the word comes again before the letter.
        if matches!(kind, Paragraph | Preambular) && !so_far.number.is_empty() && self.is_letter(end) {
            return self.subs(end, so_far);
        }
        // "14 c), sous-alinéa 2": a sub-paragraph by its number in figures.
        if kind == Paragraph
            && !so_far.number.is_empty()
            && let Some((number, after)) = self.figure(end)
        {
            return self.nth_sub(number, after, so_far);
        }
        let kind = match (kind, so_far.kind) {
            (kind, None) => kind,
            // "alinéa 7 du préambule", "paragraphe 4 du dispositif": the second word is more exact.
            (Operative | Preambular, Some(Paragraph)) | (Item, Some(Item)) | (Step, Some(Section)) => kind,
            (Paragraph, Some(said @ (Operative | Preambular))) | (Section, Some(said @ Step)) => said,
            _ => return,
        };
        self.read(end, Reading { kind: Some(kind), ..so_far.clone() });
    }

    /// After "resolution": its number comes as a path, as `2341 (2017)` or as `1514 (XV)`.
    fn series(&mut self, at: usize, series: &'static str, so_far: Reading) {
        if let (Some(TypedPiece::Number(number)), Some(TypedPiece::Open), Some(TypedPiece::Number(year))) =
            (self.pieces.get(at), self.pieces.get(at + 1), self.pieces.get(at + 2))
            && year.len() == 4
        {
            let document = Some(NamedDocument::Whole(format!("S/{series}/{number} ({year})")));
            self.read(at + 3, Reading { document, ..so_far.clone() });
        }
        // Before 1976 the session follows the number in roman numerals: `1514 (XV)`, `217 A (III)`.
        let letter = match self.pieces.get(at + 1) {
            Some(TypedPiece::Word(letter)) if letter.len() == 1 => letter,
            _ => "",
        };
        let open = at + 1 + letter.len();
        if let (Some(TypedPiece::Number(number)), Some(TypedPiece::Open), Some(TypedPiece::Word(session))) =
            (self.pieces.get(at), self.pieces.get(open), self.pieces.get(open + 1))
            && from_roman(session).is_some()
        {
            let document = Some(NamedDocument::Whole(format!("A/{series}/{number}({session}){letter}")));
            self.read(open + 2, Reading { document, ..so_far.clone() });
        }
        self.read(at, Reading { series: Some(series), ..so_far });
    }

    /// An annex, with its number or letter, or without: the letter may be that of a section in it.
    fn annex(&mut self, at: usize, so_far: &Reading) {
        if let Some(TypedPiece::Word(mark)) = self.pieces.get(at) {
            let lettered = mark.len() == 1 && mark.is_ascii();
            if lettered || from_roman(mark).is_some() {
                let part = Some(Part::Annex(Some(mark.to_ascii_uppercase())));
                self.read(at + 1, Reading { part, ..so_far.clone() });
            }
        }
        self.read(at, Reading { part: Some(Part::Annex(None)), ..so_far.clone() });
    }

    /// A bullet after the number of its paragraph or before it: "7, bullet 3", "bullet 3 of paragraph 7", "third bullet of …".
    fn bullet(&mut self, at: usize, so_far: &Reading) {
        match (self.pieces.get(at), &so_far.number[..]) {
            _ if so_far.bullet.is_some() => {}
            (Some(TypedPiece::Number(number)), _) => {
                self.read(at + 1, Reading { bullet: Some(number.clone()), ..so_far.clone() });
            }
            (_, [number]) if so_far.ordinal => {
                let bullet = Some(number.clone());
                self.read(at, Reading { bullet, number: Vec::new(), ordinal: false, ..so_far.clone() });
            }
            _ => {}
        }
    }

    /// "7, third bullet": an ordinal after the number of the paragraph.
    fn nth_bullet(&mut self, bullet: u32, at: usize, so_far: &Reading) {
        let known = self.vocabulary.at(self.pieces, at).into_iter();
        if let Some((_, end)) = known.into_iter().find(|(tag, _)| *tag == Tag::Bullet) {
            self.read(end, Reading { bullet: Some(bullet.to_string()), ..so_far.clone() });
        }
    }

    /// `57`, `57 d`, `14cii`: a number, and the letters that follow it at once.
    fn numbered(&mut self, at: usize, so_far: &Reading) {
        let Some(TypedPiece::Number(number)) = self.pieces.get(at) else { return };
        if let Some(end) = self.date_end(at).filter(|_| so_far.document.is_some()) {
            self.read(end, so_far.clone());
        }
        if !so_far.number.is_empty() {
            return;
        }
        let (number, end) = self.with_adverb(number, at + 1);
        let next = so_far.below(number);
        self.subs(end, &next);
        // "7e alinéa", "3rd step": the kind comes after; « préambule, 10e alinéa ».
        let is_noun = |(tag, _): &(Tag, usize)| matches!(tag, Tag::Passage(_));
        let noun_follows = || self.vocabulary.at(self.pieces, at + 2).iter().any(is_noun);
        if let Some(TypedPiece::Word(word)) = self.pieces.get(at + 1)
            && self.vocabulary.is_ending(word)
            && (so_far.kind.is_none() || noun_follows())
        {
            self.read(at + 2, Reading { ordinal: true, ..next });
        }
    }

    /// The sub-paragraphs after a number: `d`, `c) ii)`, `cii`.
    fn subs(&mut self, at: usize, so_far: &Reading) {
        let mut place = at;
        while matches!(self.pieces.get(place), Some(TypedPiece::Open | TypedPiece::Mark(_))) {
            place += 1;
        }
        // "14 c 2" is said for 14 c) ii).
        let divided = self.pieces[at..place].iter().any(|piece| matches!(piece, TypedPiece::Mark(',' | ';')));
        if so_far.number.len() > 1
            && !divided
            && let Some((number, after)) = self.figure(place).or_else(|| self.worded_figure(place))
        {
            return self.nth_sub(number, after, so_far);
        }
        let Some(TypedPiece::Word(word)) = self.pieces.get(place) else {
            return self.read(at, so_far.clone());
        };
        let with = |subs: &[&str]| {
            let mut next = so_far.clone();
            next.number.extend(subs.iter().map(|sub| (*sub).to_owned()));
            next
        };
        let ascii = word.is_ascii() && word.len() <= 6;
        let roman = ascii && from_roman(word).is_some();
        if ascii && (word.len() == 1 || roman) {
            let (letter, end) = self.with_adverb(word, place + 1);
            self.subs(end, &with(&[&letter]));
        }
        if ascii && word.len() > 1 && from_roman(&word[1..]).is_some() {
            self.subs(place + 1, &with(&[&word[..1], &word[1..]]));
        }
        if !(ascii && word.len() == 1) {
            self.read(at, so_far.clone());
        }
    }

    /// A small number in figures, and the place after it.
    fn figure(&self, at: usize) -> Option<(u32, usize)> {
        const MOST_SUBS: u32 = 40;
        let TypedPiece::Number(number) = self.pieces.get(at)? else { return None };
        let number = number.parse().ok().filter(|number| (1..=MOST_SUBS).contains(number))?;
        Some((number, at + 1))
    }

    /// A small number in words, and the place after it.
    fn worded_figure(&self, at: usize) -> Option<(u32, usize)> {
        self.vocabulary.at(self.pieces, at).into_iter().find_map(|(tag, end)| match tag {
            Tag::Cardinal(number) => Some((number, end)),
            _ => None,
        })
    }

    /// The sub-paragraph with a number: printed as a letter below a paragraph, as a roman numeral below a letter, or in figures.
    fn nth_sub(&mut self, number: u32, at: usize, so_far: &Reading) {
        let printed = if so_far.number.len() > 1 { roman(number) } else { letters(number) };
        self.subs(at, &so_far.below(printed));
        self.subs(at, &so_far.below(number.to_string()));
    }

    /// A number or a letter with the Latin adverb after it, `2bis`, and the place after both.
    fn with_adverb(&self, number: &str, at: usize) -> (String, usize) {
        match self.pieces.get(at) {
            Some(TypedPiece::Word(word)) if ADVERBS.contains(&word.as_str()) => {
                (format!("{number}{word}"), at + 1)
            }
            _ => (number.to_owned(), at),
        }
    }

    fn is_letter(&self, at: usize) -> bool {
        let after = self
            .pieces
            .iter()
            .skip(at)
            .find(|piece| !matches!(piece, TypedPiece::Open | TypedPiece::Mark(_)));
        matches!(after, Some(TypedPiece::Word(word)) if word.len() == 1 || from_roman(word).is_some())
    }

    /// A letter or a roman numeral that is a section (`E`, `II.A`, with a step after it: `E.2`) or a norm.
    fn lettered(&mut self, at: usize, so_far: &Reading) {
        let Some(TypedPiece::Word(word)) = self.pieces.get(at) else { return };
        // No report has a hundred sections: « dix » and "mix" are words.
        let section = |number: u32| number < 100;
        let short = word.is_ascii() && (word.len() == 1 || from_roman(word).is_some_and(section));
        if !short || !so_far.number.is_empty() && so_far.kind != Some(PassageKind::Step) {
            return;
        }
        match so_far.kind {
            Some(PassageKind::Norm) if word.len() == 1 && so_far.number.is_empty() => {
                self.read(at + 1, Reading { number: vec![word.clone()], ..so_far.clone() });
            }
            None | Some(PassageKind::Section | PassageKind::Step) if so_far.section.len() < 4 => {
                let mut next = so_far.clone();
                next.section.push(word.to_ascii_uppercase());
                self.read(at + 1, next);
            }
            _ => {}
        }
    }
}
