//! The places of all documents at hand, found by their numbers, and the documents by the ends of their symbols.

use std::collections::HashMap;

use crate::cite::aliases::Aliases;
use crate::model::{Address, BlockKind, Document, DocumentKind, Place, Shelf, Symbol};

/// A passage under one of its numbers.
#[derive(Debug, Clone)]
pub(super) struct Spot<'a> {
    pub symbol: &'a Symbol,
    /// The place of its document among those at hand.
    document: usize,
    pub address: Address,
    /// Whether this is the whole number, not only its end: `A` of `II.A`.
    pub exact: bool,
    /// Whether it stands in a draft.
    pub draft: bool,
}

/// The documents at hand, ready for references.
#[derive(Debug, Clone)]
pub struct Index<'a> {
    aliases: &'a Aliases,
    /// Each document with its place among those at hand.
    documents: HashMap<&'a Symbol, (usize, &'a Document)>,
    held: HashMap<&'a Symbol, std::collections::HashSet<&'a Address>>,
    spots: HashMap<Place, Vec<Spot<'a>>>,
    /// Symbols by their ends, in small letters: `77/275`, `2023/l.1`, `l.1`.
    endings: HashMap<String, Vec<Symbol>>,
}

impl<'a> Index<'a> {
    /// Reads the numbers of all documents at hand.
    #[must_use]
    pub fn of(shelf: &'a Shelf, aliases: &'a Aliases) -> Self {
        let mut index = Self {
            aliases,
            documents: HashMap::new(),
            held: HashMap::new(),
            spots: HashMap::new(),
            endings: HashMap::new(),
        };
        for document in shelf.documents() {
            if !index.documents.contains_key(&document.symbol) {
                let at = index.documents.len();
                index.documents.insert(&document.symbol, (at, document));
                index.add(at, document);
                index.end(&document.symbol);
            }
        }
        for alias in aliases.documents() {
            index.end(&alias.symbol);
        }
        index
    }

    fn add(&mut self, at: usize, document: &'a Document) {
        let draft = document.kind == DocumentKind::DraftReport;
        let addresses = document.blocks.iter().map(|block| &block.address);
        self.held.insert(&document.symbol, addresses.collect());
        for block in &document.blocks {
            for (place, exact) in numbers(&block.address.place) {
                let address = block.address.clone();
                let spot = Spot { symbol: &document.symbol, document: at, address, exact, draft };
                self.spots.entry(place).or_default().push(spot);
            }
            // A norm is also found by its whole number, as printed: `13 i)`.
            if block.kind == BlockKind::Norm
                && let Some(path) = block.number.as_deref().and_then(printed)
            {
                let address = block.address.clone();
                let spot = Spot { symbol: &document.symbol, document: at, address, exact: true, draft };
                self.spots.entry(Place::Norm(path.join("/"))).or_default().push(spot);
            }
        }
    }

    fn end(&mut self, symbol: &Symbol) {
        let lower = symbol.as_str().to_ascii_lowercase();
        let starts = lower.match_indices('/').map(|(at, _)| &lower[at + 1..]);
        let number = |end: &str| end.bytes().all(|byte| byte.is_ascii_digit());
        for end in starts.filter(|end| !number(end)) {
            let known = self.endings.entry(end.to_owned()).or_default();
            if !known.contains(symbol) {
                known.push(symbol.clone());
            }
        }
    }

    pub(super) fn aliases(&self) -> &'a Aliases {
        self.aliases
    }

    /// The document with a symbol, in any language.
    #[must_use]
    pub fn document(&self, symbol: &Symbol) -> Option<&'a Document> {
        self.documents.get(symbol).map(|(_, document)| *document)
    }

    /// Whether a passage is at hand; a title always is when its document is.
    #[must_use]
    pub fn holds(&self, symbol: &Symbol, address: &Address) -> bool {
        let held = self.held.get(symbol);
        held.is_some_and(|held| address.place == Place::Title || held.contains(address))
    }

    /// The passages with a number, in order of their documents.
    pub(super) fn spots(&self, place: &Place) -> &[Spot<'a>] {
        self.spots.get(place).map_or(&[], Vec::as_slice)
    }

    /// Those of one document.
    pub(super) fn spots_in(&self, symbol: &Symbol, place: &Place) -> &[Spot<'a>] {
        let Some((at, _)) = self.documents.get(symbol) else { return &[] };
        let spots = self.spots(place);
        let start = spots.partition_point(|spot| spot.document < *at);
        let length = spots[start..].partition_point(|spot| spot.document == *at);
        &spots[start..start + length]
    }

    /// The symbols that end so; those at hand alone when there are any.
    pub(super) fn ending(&self, path: &str) -> Vec<Symbol> {
        let known = self.endings.get(path).map_or(&[][..], Vec::as_slice);
        let held: Vec<Symbol> =
            known.iter().filter(|symbol| self.documents.contains_key(symbol)).cloned().collect();
        if held.is_empty() { known.to_vec() } else { held }
    }
}

/// What a passage may be called: its number, and for what stands in a section also the number without the sections
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
    let tokens = crate::cite::token::tokens(number);
    let (path, end) = crate::cite::parse::number(&tokens, 0)?;
    (end == tokens.len() && path.len() > 1).then_some(path)
}
