//! What typed pieces may mean: every way of reading them as a document, a part, a kind and a number.

use super::typed::{Tag, TypedPiece, TypedVocabulary};
use crate::base::numbering::from_roman;
use crate::model::{Part, PassageKind};

/// Which document was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NamedDocument {
    /// A symbol, the end of one, or the number of a resolution.
    Path(String),
    /// A name, by its place in the list of names.
    Alias(usize),
    /// A resolution whose number has its year or its session beside it.
    Whole(String),
}

/// One way of reading what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reading {
    pub document: Option<NamedDocument>,
    /// `RES` or `DEC`, when the word was said.
    pub series: Option<&'static str>,
    pub part: Option<Part>,
    /// The kind of passage; `None` if only a number was typed.
    pub kind: Option<PassageKind>,
    /// The section, of a step or alone: `["E"]`, `["II", "A"]`.
    pub section: Vec<String>,
    pub number: Vec<String>,
    /// Whether the number was said as an ordinal: "seventh".
    pub ordinal: bool,
}

/// A sub-paragraph typed alone, `b)`, `c) ii)`, « alinéa b) »: it belongs to the paragraph being read. Returns its path and
/// whether a bracket or a word says that it is one.
pub(super) fn sub_alone(vocabulary: &TypedVocabulary, pieces: &[TypedPiece]) -> Option<(Vec<String>, bool)> {
    const DEEPEST: usize = 4;
    let mut path: Vec<String> = Vec::new();
    let (mut said, mut at) = (false, 0);
    while let Some(piece) = pieces.get(at) {
        let word = match piece {
            TypedPiece::Open | TypedPiece::Mark => {
                (said, at) = (true, at + 1);
                continue;
            }
            TypedPiece::Word(word) => word,
            TypedPiece::Number(_) | TypedPiece::Path(_) => return None,
        };
        let known = vocabulary.at(pieces, at).into_iter().filter(|_| path.is_empty());
        let mut known =
            known.filter(|(tag, _)| matches!(tag, Tag::Passage(PassageKind::Paragraph) | Tag::Filler));
        if word.is_ascii() && (word.len() == 1 || from_roman(word).is_some()) {
            path.push(word.clone());
            at += 1;
        } else if let Some((tag, end)) = known.next() {
            (said, at) = (said || tag == Tag::Passage(PassageKind::Paragraph), end);
        } else {
            return None;
        }
    }
    (1..=DEEPEST).contains(&path.len()).then_some((path, said))
}

/// The most pieces that are read; longer texts are prose.
const MOST_PIECES: usize = 24;
/// The most readings kept.
const MOST_READINGS: usize = 32;

/// "alinéa d) du paragraphe 57": the sub-paragraph put after the number of its paragraph.
fn turned(vocabulary: &TypedVocabulary, pieces: &[TypedPiece]) -> Option<Vec<TypedPiece>> {
    let passed = |at: usize, wanted: fn(&Tag) -> bool| {
        vocabulary.at(pieces, at).into_iter().find(|(tag, _)| wanted(tag)).map(|(_, end)| end)
    };
    let paragraph = |tag: &Tag| matches!(tag, Tag::Passage(PassageKind::Paragraph));
    let (start, subs) =
        (0..pieces.len().min(MOST_PIECES)).find_map(|at| Some((at, passed(at, paragraph)?)))?;
    let letter = |piece: &TypedPiece| match piece {
        TypedPiece::Open | TypedPiece::Mark => true,
        TypedPiece::Word(word) => word.is_ascii() && (word.len() == 1 || from_roman(word).is_some()),
        _ => false,
    };
    let mut at = subs + pieces[subs..].iter().take_while(|piece| letter(piece)).count();
    let end = at;
    while let Some(next) = passed(at, |tag| matches!(tag, Tag::Filler)) {
        at = next;
    }
    let number = passed(at, paragraph)?;
    let numbered = matches!(pieces.get(number), Some(TypedPiece::Number(_)));
    let worded = pieces[subs..end].iter().any(|piece| matches!(piece, TypedPiece::Word(_)));
    (numbered && worded).then(|| {
        let (before, after) = (&pieces[..start], &pieces[number + 1..]);
        [before, &pieces[at..=number], &pieces[subs..end], after].concat()
    })
}

/// All ways of reading the pieces, the most natural first.
pub(super) fn readings(vocabulary: &TypedVocabulary, pieces: &[TypedPiece]) -> Vec<Reading> {
    let turned = turned(vocabulary, pieces);
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
            let named = so_far.document.is_some() || so_far.part.is_some();
            let whole = named || !so_far.number.is_empty() || !so_far.section.is_empty();
            let series = so_far.series.is_none() || so_far.document.is_some();
            let uncounted = [PassageKind::Norm, PassageKind::Note, PassageKind::Section];
            let counted = so_far.kind.is_some_and(|kind| !uncounted.contains(&kind));
            if whole && series && (counted || !so_far.ordinal) && !self.found.contains(&so_far) {
                self.found.push(so_far);
            }
            return;
        };
        match piece {
            TypedPiece::Open | TypedPiece::Mark => self.read(at + 1, so_far),
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
                Tag::Filler => self.read(end, next),
                Tag::Ordinal(number) if so_far.number.is_empty() => {
                    self.read(end, Reading { number: vec![number.to_string()], ordinal: true, ..next });
                }
                Tag::Document(alias) if so_far.document.is_none() => {
                    self.read(end, Reading { document: Some(NamedDocument::Alias(alias)), ..next });
                }
                Tag::Annex if so_far.part.is_none() => self.annex(end, &next),
                Tag::Body if so_far.part.is_none() => {
                    self.read(end, Reading { part: Some(Part::Body), ..next })
                }
                Tag::Front if so_far.part.is_none() => {
                    self.read(end, Reading { part: Some(Part::Front), ..next })
                }
                Tag::Passage(kind) => self.kind(kind, end, so_far),
                Tag::Resolution if series => self.series(end, "RES", next),
                Tag::Decision if series => self.series(end, "DEC", next),
                Tag::Bullet if !so_far.number.is_empty() => self.bullet(end, &next),
                _ => {}
            }
        }
    }

    /// A word for a kind of passage, before its number or after it.
    fn kind(&mut self, kind: PassageKind, end: usize, so_far: &Reading) {
        use PassageKind::{Item, Operative, Paragraph, Preambular, Section, Step};
        // "par. 57, alinéa d)": the word comes again before the letter.
        if matches!(kind, Paragraph | Preambular) && !so_far.number.is_empty() && self.is_letter(end) {
            return self.subs(end, so_far);
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

    fn bullet(&mut self, at: usize, so_far: &Reading) {
        if let Some(TypedPiece::Number(number)) = self.pieces.get(at) {
            let mut next = so_far.clone();
            next.number.push(format!("bullet-{number}"));
            self.read(at + 1, next);
        }
    }

    /// `57`, `57 d`, `14cii`: a number, and the letters that follow it at once.
    fn numbered(&mut self, at: usize, so_far: &Reading) {
        let Some(TypedPiece::Number(number)) = self.pieces.get(at) else { return };
        if !so_far.number.is_empty() {
            return;
        }
        let mut next = so_far.clone();
        next.number.push(number.clone());
        self.subs(at + 1, &next);
        // "7e alinéa", "3rd step": the kind comes after.
        if so_far.kind.is_none()
            && let Some(TypedPiece::Word(word)) = self.pieces.get(at + 1)
            && self.vocabulary.is_ending(word)
        {
            self.read(at + 2, Reading { ordinal: true, ..next });
        }
    }

    /// The sub-paragraphs after a number: `d`, `c) ii)`, `cii`.
    fn subs(&mut self, at: usize, so_far: &Reading) {
        let mut place = at;
        while matches!(self.pieces.get(place), Some(TypedPiece::Open | TypedPiece::Mark)) {
            place += 1;
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
            self.subs(place + 1, &with(&[word]));
        }
        if ascii && word.len() > 1 && from_roman(&word[1..]).is_some() {
            self.subs(place + 1, &with(&[&word[..1], &word[1..]]));
        }
        if !(ascii && word.len() == 1) {
            self.read(at, so_far.clone());
        }
    }

    fn is_letter(&self, at: usize) -> bool {
        let after =
            self.pieces.iter().skip(at).find(|piece| !matches!(piece, TypedPiece::Open | TypedPiece::Mark));
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
