//! An index of the library: passages by their numbers, and documents by the ends of their symbols.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::cite::aliases::Aliases;
use crate::model::{Address, Block, BlockKind, Document, DocumentKind, Place, Shelf, Symbol};

/// A passage under one of its numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct IndexedPassage {
    /// The place of its document among those read.
    document: u32,
    /// Its place in its document.
    block: u32,
    /// Whether this is the whole number, not only its end: `A` of `II.A`.
    pub exact: bool,
    /// Whether its document is a draft.
    pub draft: bool,
}

/// The documents of the library, indexed for references. It owns its documents, so it can be stored as long as
/// the library does not change.
#[derive(Debug, Clone)]
pub struct Index {
    shelf: Shelf,
    aliases: &'static Aliases,
    /// The texts of all documents, in order of symbol and language.
    documents: Vec<Arc<Document>>,
    spots: HashMap<Place, Vec<IndexedPassage>>,
    /// Symbols by their ends, in small letters: `77/275`, `2023/l.1`, `l.1`.
    endings: HashMap<String, Vec<Symbol>>,
}

impl Default for Index {
    /// An index of an empty shelf.
    fn default() -> Self {
        Self::of(&Shelf::default(), Aliases::bundled())
    }
}

impl Index {
    /// Reads the numbers of all documents of the library.
    #[must_use]
    pub fn of(shelf: &Shelf, aliases: &'static Aliases) -> Self {
        let mut index = Self {
            shelf: shelf.clone(),
            aliases,
            documents: Vec::new(),
            spots: HashMap::new(),
            endings: HashMap::new(),
        };
        for texts in shelf.by_symbol() {
            for (at, text) in texts.iter().enumerate() {
                index.add(text, &texts[..at]);
                index.documents.push(Arc::clone(text));
            }
            index.end(&texts[0].symbol);
        }
        for alias in aliases.documents() {
            index.end(&alias.symbol);
        }
        index
    }

    /// Reads the numbers again if they were read from another shelf.
    pub fn follow(&mut self, shelf: &Shelf) {
        if !self.shelf.is(shelf) {
            *self = Self::of(shelf, self.aliases);
        }
    }

    /// Adds the passages of a text that the texts of the document in other languages, which were added before, do not have.
    fn add(&mut self, document: &Document, before: &[Arc<Document>]) {
        let known: HashSet<&Address> =
            before.iter().flat_map(|text| &text.blocks).map(|block| &block.address).collect();
        let draft = document.kind == DocumentKind::DraftReport;
        let place = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let at = place(self.documents.len());
        let passages = document.blocks.iter().enumerate();
        for (block, passage) in passages.filter(|(_, passage)| !known.contains(&passage.address)) {
            let mut add = |place_of: Place, exact: bool| {
                let spot = IndexedPassage { document: at, block: place(block), exact, draft };
                self.spots.entry(place_of).or_default().push(spot);
            };
            numbers(&passage.address.place).into_iter().for_each(|(place, exact)| add(place, exact));
            // A norm is also found by its whole number, as printed: `13 i)`.
            if passage.kind == BlockKind::Norm
                && let Some(path) = passage.number.as_deref().and_then(printed)
            {
                add(Place::Norm(path.join("/")), true);
            }
        }
    }

    fn end(&mut self, symbol: &Symbol) {
        if let Some(whole) = symbol.undivided() {
            self.end_as(&whole, symbol);
        }
        self.end_as(symbol, symbol);
    }

    /// Lists a symbol under the ends of its own name or of the resolution it is a part of.
    fn end_as(&mut self, name: &Symbol, symbol: &Symbol) {
        let lower = name.as_str().to_ascii_lowercase();
        let starts = lower.match_indices('/').map(|(at, _)| &lower[at + 1..]);
        let number = |end: &str| end.bytes().all(|byte| byte.is_ascii_digit());
        for end in starts.filter(|end| !number(end)) {
            let known = self.endings.entry(end.to_owned()).or_default();
            if !known.contains(symbol) {
                known.push(symbol.clone());
            }
        }
    }

    pub(super) fn aliases(&self) -> &'static Aliases {
        self.aliases
    }

    /// The texts of a document, as a range of those read.
    fn texts(&self, symbol: &Symbol) -> Range<usize> {
        let start = self.documents.partition_point(|document| document.symbol < *symbol);
        let length = self.documents[start..].partition_point(|document| document.symbol == *symbol);
        start..start + length
    }

    /// Whether the library has a document, in any language.
    #[must_use]
    pub fn has(&self, symbol: &Symbol) -> bool {
        self.shelf.holds(symbol)
    }

    /// Whether a passage is in the library; a title is if its document is.
    #[must_use]
    pub fn holds(&self, symbol: &Symbol, address: &Address) -> bool {
        let title = address.place == Place::Title && self.has(symbol);
        title || self.spots_in(symbol, &address.place).iter().any(|spot| self.block(spot).address == *address)
    }

    /// The text of a document in one of its languages.
    pub(super) fn text(&self, symbol: &Symbol) -> Option<&Document> {
        self.documents[self.texts(symbol)].first().map(|document| &**document)
    }

    fn block(&self, spot: &IndexedPassage) -> &Block {
        &self.documents[spot.document as usize].blocks[spot.block as usize]
    }

    /// The symbol and the address of a passage.
    pub(super) fn passage(&self, spot: &IndexedPassage) -> (&Symbol, &Address) {
        (&self.documents[spot.document as usize].symbol, &self.block(spot).address)
    }

    /// The passages with a number, in order of their documents.
    pub(super) fn spots(&self, place: &Place) -> &[IndexedPassage] {
        self.spots.get(place).map_or(&[], Vec::as_slice)
    }

    /// Those of one document.
    pub(super) fn spots_in(&self, symbol: &Symbol, place: &Place) -> &[IndexedPassage] {
        let texts = self.texts(symbol);
        let spots = self.spots(place);
        let start = spots.partition_point(|spot| (spot.document as usize) < texts.start);
        let length = spots[start..].partition_point(|spot| (spot.document as usize) < texts.end);
        &spots[start..start + length]
    }

    /// The symbols that end so; only those of the library if there are any.
    pub(super) fn ending(&self, path: &str) -> Vec<Symbol> {
        let known = self.endings.get(path).map_or(&[][..], Vec::as_slice);
        let held: Vec<Symbol> = known.iter().filter(|symbol| self.has(symbol)).cloned().collect();
        if held.is_empty() { known.to_vec() } else { held }
    }
}

/// The numbers of a passage: its own, and for a passage in a section also the number without the sections
/// above. The steps of a section and the section itself are found by its letter.
fn numbers(place: &Place) -> Vec<(Place, bool)> {
    let ends = |path: &[String]| -> Vec<(Vec<String>, bool)> {
        (0..path.len().max(1)).map(|from| (path[from.min(path.len())..].to_vec(), from == 0)).collect()
    };
    match place {
        Place::Heading(path) => {
            ends(path).into_iter().map(|(path, whole)| (Place::Heading(path), whole)).collect()
        }
        Place::Steps(path) => {
            ends(path).into_iter().map(|(path, whole)| (Place::Steps(path), whole)).collect()
        }
        Place::Step(section, number) => {
            let mut sections = ends(section);
            sections.push((Vec::new(), section.is_empty()));
            let mut named: Vec<(Place, bool)> = Vec::new();
            for (path, whole) in sections {
                let place = Place::Step(path, number.clone());
                if !named.iter().any(|(known, _)| *known == place) {
                    named.push((place, whole));
                }
            }
            named
        }
        _ => vec![(place.clone(), true)],
    }
}

/// The components of a printed number: `13 i)` is 13 and i.
fn printed(number: &str) -> Option<Vec<String>> {
    let tokens = crate::language::token::tokens(number);
    let (path, end) = crate::cite::parse::number(&tokens, 0)?;
    (end == tokens.len() && path.len() > 1).then_some(path)
}
