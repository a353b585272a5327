//! From what a person types to the passages it may mean, the likeliest first, each with its reason.

mod azerty;
mod beside;
mod counted;
mod index;
mod link;
mod list;
mod meaning;
mod named;
mod pieces;
mod places;
mod reader;
mod reading;
mod spelling;
mod typed;
mod under;

use crate::cite::parse_exact;
use crate::model::{Address, Document, Part, Place, Reference, Symbol};
pub use index::Index;
pub use meaning::{Meaning, candidates};
use places::{fits, places, step_label, unheld};
use reading::Reading;
use typed::TypedVocabulary;

/// Why a passage is among the candidates; the stronger reasons first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The document was named by its symbol.
    Named,
    /// It is in the part of the document that the delegate is reading.
    SamePart,
    /// It is in the document that the delegate is reading.
    SameDocument,
    /// The document was named by a short name.
    Nickname,
    /// It is in another document of the library.
    OtherDocument,
    /// It is in a document of the library, and no document is open.
    Held,
    /// It is the section of a report that belongs to the agenda item named.
    UnderItem,
    /// A misspelt word was corrected.
    Corrected,
    /// The document or the passage was named, but is not in the library.
    NotHeld,
}

impl Why {
    /// The locale id of the reason.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Named => "why-named",
            Self::SamePart => "why-same-part",
            Self::SameDocument => "why-same-document",
            Self::Nickname => "why-nickname",
            Self::OtherDocument => "why-other-document",
            Self::Held => "why-held",
            Self::UnderItem => "why-under-item",
            Self::Corrected => "why-corrected",
            Self::NotHeld => "why-not-held",
        }
    }
}

/// A passage a text may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The passage.
    pub passage: Reference,
    /// Why it is among the candidates.
    pub why: Why,
    /// Whether it is in the library; other passages can be found at their official address.
    pub held: bool,
}

/// The most passages of one number offered from documents one does not read.
const MOST_FAR: usize = 60;

/// How near a candidate is to what was typed; the smaller, the nearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Rank {
    /// Which reading it comes from, and which kind of place.
    reading: u8,
    /// Whether its number only ends with what was typed.
    is_ending: bool,
    /// Whether its document is a draft.
    is_draft: bool,
}

/// A candidate with what ranks it.
struct RankedCandidate {
    candidate: Candidate,
    rank: Rank,
    order: usize,
}

struct Search<'a> {
    index: &'a Index,
    from: Option<&'a Reference>,
    found: Vec<RankedCandidate>,
}

impl<'a> Search<'a> {
    fn new(index: &'a Index, from: Option<&'a Reference>) -> Self {
        Self { index, from, found: Vec::new() }
    }

    /// Reads an address or a written citation that says its document, its part or its kind: then nothing else is
    /// meant. Returns whether it was one.
    fn exact(&mut self, text: &str) -> bool {
        if let Some(step) = step_label(text) {
            self.everywhere(None, &[step]);
            if !self.found.is_empty() {
                return true;
            }
        }
        if is_half_symbol(text) {
            for symbol in self.index.beginning(text, MOST_FAR) {
                self.add(symbol, Address::body(Place::Title), Why::Named, Rank::default());
            }
            if !self.found.is_empty() {
                return true;
            }
        }
        let Some((symbol, address)) = parse_exact(text) else { return false };
        if let Some(symbol) = symbol.map(|symbol| self.index.known_as(symbol)) {
            let known = self.index.has(&symbol);
            // "A/RES/78/237 B" may be section B of a resolution without parts.
            if !known && symbol.undivided().is_some_and(|whole| self.index.has(&whole)) {
                return false;
            }
            // "A/AC.290" is the first half of a symbol.
            if !known && !self.index.beginning(symbol.as_str(), 1).is_empty() {
                return false;
            }
            // "ann/16/a" looks like a symbol: it is one if it is in the library or begins as symbols do.
            if !known && !pieces::is_whole_symbol(symbol.as_str()) {
                return false;
            }
            // Where the part was left unsaid and the body has no such number, the other parts.
            if known && address.part == Part::Body && !self.index.holds(&symbol, &address) {
                self.in_document(&symbol, None, &[address.place], Why::Named, 0);
                return !self.found.is_empty();
            } else {
                self.add(symbol, address, Why::Named, Rank::default());
            }
            return true;
        }
        if !text.contains('/') && matches!(address.place, Place::Paragraph(_)) && address.part == Part::Body {
            return false;
        }
        let part = (address.part != Part::Body).then_some(&address.part);
        self.everywhere(part, std::slice::from_ref(&address.place));
        !self.found.is_empty()
    }

    /// A sub-paragraph alone belongs to the paragraph being read, or to one around it; a letter without bracket may
    /// as well be a section, and comes after it.
    fn beside(&mut self, vocabulary: &TypedVocabulary, pieces: &[pieces::TypedPiece]) {
        let Some(from) = self.from else { return };
        let Some((path, said)) = beside::sub_alone(vocabulary, pieces) else { return };
        let mut around = Some(from.address.clone());
        while let Some(here) = around.filter(|here| Document::heading_level(here).is_none()) {
            let mut address = here.clone();
            if let Place::Paragraph(above) | Place::Operative(above) | Place::Preambular(above) =
                &mut address.place
            {
                above.extend(path.iter().cloned());
                if self.index.holds(&from.symbol, &address) {
                    let rank = Rank { reading: u8::from(!said), ..Rank::default() };
                    return self.add(from.symbol.clone(), address, Why::SamePart, rank);
                }
            }
            around = here.parent();
        }
    }

    fn all(&mut self, readings: &[Reading]) {
        for (reading, counted) in readings.iter().filter_map(|reading| Some((reading, reading.counted?))) {
            self.counted(reading, counted);
        }
        let numbered: Vec<&Reading> = readings.iter().filter(|reading| reading.counted.is_none()).collect();
        for reading in &numbered {
            let places = places(reading);
            match &reading.document {
                None if reading.part.is_some() && places.is_empty() => {
                    self.everywhere(reading.part.as_ref(), &[Place::Heading(Vec::new())]);
                }
                None => self.everywhere(reading.part.as_ref(), &places),
                Some(_) => {}
            }
        }
        for reading in &numbered {
            self.document(reading, false);
        }
        // Passages outside the library are offered if none in it is meant, or if every reading names a document.
        if self.found.is_empty() || numbered.iter().all(|reading| reading.document.is_some()) {
            for reading in numbered {
                self.document(reading, true);
            }
        }
    }

    /// What a reading that names a document means: in a document of the library, or, if `absent`, in another one.
    fn document(&mut self, reading: &Reading, absent: bool) {
        let Some((symbols, why, part)) = self.documents(reading) else { return };
        let places = places(reading);
        // "op/78/237" is an address and never the symbol of a document that the library does not have.
        let is_address = |symbol: &Symbol| symbol.as_str().to_lowercase().parse::<Address>().is_ok();
        let symbols = symbols.into_iter().filter(|symbol| self.index.has(symbol) || !is_address(symbol));
        for symbol in symbols.collect::<Vec<_>>() {
            let (symbol, places) = self.part_of(symbol, reading, &places);
            let requested = reading.part.as_ref();
            if self.index.has(&symbol) {
                if places.is_empty() {
                    let place = reading.part.as_ref().map(|_| Place::Heading(Vec::new()));
                    let address = Address {
                        part: reading.part.clone().unwrap_or(Part::Body),
                        place: place.unwrap_or(Place::Title),
                    };
                    if self.index.holds(&symbol, &address) {
                        self.add(symbol, address, why, Rank::default());
                    }
                } else {
                    self.in_document_first(&symbol, requested, part.as_ref(), &places, why);
                }
            } else if absent && !self.found.iter().any(|found| found.candidate.passage.symbol == symbol) {
                let address = unheld(&symbol, reading, part.as_ref(), &places);
                self.add(symbol, address, Why::NotHeld, Rank::default());
            }
        }
    }

    /// In a document of the library; passages of the part that its name means come before those of other parts.
    fn in_document_first(
        &mut self,
        symbol: &Symbol,
        requested: Option<&Part>,
        meant: Option<&Part>,
        places: &[Place],
        why: Why,
    ) {
        if requested.is_none() && meant.is_some() {
            self.in_document(symbol, meant, places, why, 0);
            self.in_document(symbol, None, places, why, 1);
        } else {
            self.in_document(symbol, requested, places, why, 0);
        }
    }

    fn in_document(&mut self, symbol: &Symbol, part: Option<&Part>, places: &[Place], why: Why, rank: u8) {
        let index = self.index;
        for (kind, place) in places.iter().enumerate() {
            let before = self.found.len();
            for spot in index.spots_in(symbol, place) {
                let (_, address) = index.passage(&spot);
                if part.is_none_or(|part| fits(part, &address.part)) {
                    let reading = rank + u8::try_from(kind).unwrap_or(0);
                    let rank = Rank { reading, is_ending: !spot.exact, is_draft: false };
                    self.add(symbol.clone(), address.clone(), why, rank);
                }
            }
            // "gge 57": what is a paragraph is meant before what is something else.
            if self.found.len() > before && part.is_some() {
                return;
            }
        }
    }

    /// In all documents of the library, the nearest first; of far ones only as many as somebody would look through.
    fn everywhere(&mut self, part: Option<&Part>, places: &[Place]) {
        let index = self.index;
        for (kind, place) in places.iter().enumerate() {
            let near = self.from.map_or_else(Vec::new, |from| index.spots_in(&from.symbol, place));
            let far = index.spots(place, MOST_FAR);
            for spot in near.iter().chain(&far) {
                let (symbol, address) = index.passage(spot);
                if part.is_some_and(|part| !fits(part, &address.part)) {
                    continue;
                }
                let why = match self.from {
                    Some(from) if from.symbol != *symbol => Why::OtherDocument,
                    Some(from) if from.address.part == address.part => Why::SamePart,
                    Some(_) => Why::SameDocument,
                    None => Why::Held,
                };
                let reading = u8::try_from(kind).unwrap_or(0);
                let rank = Rank { reading, is_ending: !spot.exact, is_draft: spot.draft };
                self.put(Reference { symbol: symbol.clone(), address: address.clone() }, true, why, rank);
            }
        }
    }

    fn add(&mut self, symbol: Symbol, address: Address, why: Why, rank: Rank) {
        let held = self.index.holds(&symbol, &address);
        let why = if held { why } else { Why::NotHeld };
        // A passage that a document of the library does not have is not meant.
        if held || !self.index.has(&symbol) {
            self.put(Reference { symbol, address }, held, why, rank);
        }
    }

    fn put(&mut self, passage: Reference, held: bool, why: Why, rank: Rank) {
        let order = self.found.len();
        match self.found.iter_mut().find(|found| found.candidate.passage == passage) {
            Some(known) => {
                if (why, rank) < (known.candidate.why, known.rank) {
                    (known.candidate.why, known.rank) = (why, rank);
                }
            }
            None => {
                self.found.push(RankedCandidate { candidate: Candidate { passage, why, held }, rank, order })
            }
        }
    }

    fn ranked(mut self) -> Vec<Candidate> {
        // Where numbers fit whole, those that only end so are not meant.
        if self.found.iter().any(|found| !found.rank.is_ending) {
            self.found.retain(|found| !found.rank.is_ending || found.candidate.why <= Why::SameDocument);
        }
        self.found.sort_by_key(|found| {
            let rank = found.rank;
            (found.candidate.why, rank.reading, rank.is_draft, rank.is_ending, found.order)
        });
        self.found.into_iter().map(|found| found.candidate).collect()
    }
}

/// Whether a text may be the organ and the session of a symbol alone: `A/76`.
fn is_half_symbol(text: &str) -> bool {
    text.split_once('/').is_some_and(|(organ, session)| {
        let letters = (1..=2).contains(&organ.len()) && organ.bytes().all(|byte| byte.is_ascii_alphabetic());
        letters && session.len() > 1 && session.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests;
