//! What a typed text means: one passage, several named together, or a list to choose from.

use super::pieces::TypedPiece;
use super::typed::TypedVocabulary;
use super::{Candidate, Index, Search, Why, azerty, link, list, reader, spelling};
use crate::cite::aliases::Aliases;
use crate::model::{Reference, Shelf};

/// The longest text that is taken for a reference, in bytes.
const LONGEST: usize = 240;

/// The passages a text may mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meaning {
    /// What the text may mean, the likeliest first; never empty lists. Each is one passage, or the passages that were named
    /// together, in their order: three for `annex 16-18`.
    pub readings: Vec<Vec<Candidate>>,
}

impl Meaning {
    /// One of these passages is meant.
    pub(super) fn one_of(candidates: Vec<Candidate>) -> Self {
        Self { readings: candidates.into_iter().map(|candidate| vec![candidate]).collect() }
    }

    /// The passages that are most likely meant, in their order; empty if nothing was found.
    #[must_use]
    pub fn named(&self) -> &[Candidate] {
        self.readings.first().map_or(&[], Vec::as_slice)
    }

    /// The passages that are most likely meant, and after them the first ones of what may be meant instead.
    #[must_use]
    pub fn candidates(&self) -> Vec<Candidate> {
        let others = self.readings.iter().skip(1).filter_map(|reading| reading.first());
        let mut candidates = self.named().to_vec();
        for other in others {
            if !candidates.iter().any(|known| known.passage == other.passage) {
                candidates.push(other.clone());
            }
        }
        candidates
    }

    /// Whether it may mean something else.
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        self.readings.len() > 1
    }

    fn is_held(&self) -> bool {
        self.readings.iter().flatten().any(|candidate| candidate.held)
    }

    /// The same with what another meaning may be after its own.
    fn or(mut self, other: Self) -> Self {
        let others = other.readings.into_iter();
        let new: Vec<Vec<Candidate>> = others.filter(|one| !self.readings.contains(one)).collect();
        self.readings.extend(new);
        self
    }
}

/// The passages a text may mean, the nearest to the passage being read first. More than one: the text is ambiguous, or names several.
///
/// For many references over the same documents, make an [`Index`] once and ask it.
#[must_use]
pub fn candidates(shelf: &Shelf, text: &str, from: Option<&Reference>) -> Vec<Candidate> {
    Index::of(shelf, Aliases::bundled()).candidates(text, from)
}

/// What was typed in pieces.
fn cut(text: &str) -> Vec<TypedPiece> {
    TypedVocabulary::bundled().pieces(text)
}

impl Index {
    /// The passages a text may mean, the nearest to the passage being read first; see [`Index::meaning`].
    #[must_use]
    pub fn candidates(&self, text: &str, from: Option<&Reference>) -> Vec<Candidate> {
        self.meaning(text, from).candidates()
    }

    /// What a text means, read from the passage `from`.
    #[must_use]
    pub fn meaning(&self, text: &str, from: Option<&Reference>) -> Meaning {
        if text.len() > LONGEST {
            return Meaning::default();
        }
        let linked = link::document(text);
        let text = linked.trim();
        if text.is_empty() {
            return Meaning::default();
        }
        let mut search = Search::new(self, from);
        if search.exact(text) {
            return Meaning::one_of(search.ranked());
        }
        let typed = cut(text);
        let found = self.read(&typed, from);
        let unshifted = || self.unshifted(text, from);
        // What no other keyboard gives is read as digits first; it may still be what it looks like.
        if azerty::is_likely(text)
            && let Some(digits) = unshifted()
        {
            return digits.or(found);
        }
        if !found.readings.is_empty() {
            return found;
        }
        self.corrected(&typed, from)
            .or_else(unshifted)
            .or_else(|| self.after_key(&typed, from))
            .or_else(|| self.respelt(text, from))
            .unwrap_or_default()
    }

    /// What the pieces mean: one passage, or else several.
    pub(super) fn read(&self, pieces: &[TypedPiece], from: Option<&Reference>) -> Meaning {
        let one = || Meaning::one_of(self.one(pieces, from));
        // "norms a to k" is no norm k; "14 c), ii)" is one passage if there is one.
        if list::is_worded(pieces) {
            return list::read(self, pieces, from).unwrap_or_else(one);
        }
        let one = one();
        if one.is_held() {
            return one;
        }
        list::read(self, pieces, from).unwrap_or(one)
    }

    /// The passages that the pieces may mean if they name one.
    pub(super) fn one(&self, pieces: &[TypedPiece], from: Option<&Reference>) -> Vec<Candidate> {
        let vocabulary = TypedVocabulary::bundled();
        let mut search = Search::new(self, from);
        search.beside(vocabulary, pieces);
        search.all(&reader::readings(vocabulary, pieces));
        search.ranked()
    }

    /// What is meant if misspelt words are corrected.
    fn corrected(&self, pieces: &[TypedPiece], from: Option<&Reference>) -> Option<Meaning> {
        let mut found = self.read(&TypedVocabulary::bundled().corrected(pieces)?, from);
        found.readings.iter_mut().flatten().filter(|one| one.held).for_each(|one| one.why = Why::Corrected);
        (!found.readings.is_empty()).then_some(found)
    }

    /// What is meant in the library if the keys of the digits of a French keyboard were pressed without Shift.
    fn unshifted(&self, text: &str, from: Option<&Reference>) -> Option<Meaning> {
        let digits = azerty::digits(text)?;
        Some(self.read(&cut(&digits), from)).filter(Meaning::is_held)
    }

    /// What is meant in the library if the text is spelt in another way.
    fn respelt(&self, text: &str, from: Option<&Reference>) -> Option<Meaning> {
        let meant = |text: String| Some(self.read(&cut(&text), from)).filter(Meaning::is_held);
        spelling::others(text).into_iter().find_map(meant)
    }

    /// `g5f` may be the key that opens the list, typed twice, and `5f`.
    fn after_key(&self, pieces: &[TypedPiece], from: Option<&Reference>) -> Option<Meaning> {
        let (TypedPiece::Word(key), rest @ [TypedPiece::Number(_), ..]) = pieces.split_first()? else {
            return None;
        };
        (key == "g").then(|| self.read(rest, from)).filter(Meaning::is_held)
    }
}
