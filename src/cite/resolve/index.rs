//! An index of the library: passages by their numbers, and documents by the ends of their symbols.

use std::ops::Range;

use crate::cite::aliases::Aliases;
use crate::model::{Address, AddressLine, AddressList, Document, DocumentKind, Place, Shelf, Symbol};

/// A passage under one of its numbers.
#[derive(Debug, Clone)]
pub(super) struct IndexedPassage {
    /// The row of its document on the shelf.
    row: usize,
    address: Address,
    /// Whether this is the whole number, not only its end: `A` of `II.A`.
    pub exact: bool,
    /// Whether its document is a draft.
    pub draft: bool,
}

/// The documents of the library, indexed for references. Making it reads nothing: numbers are looked up in the addresses that the
/// shelf has.
#[derive(Debug, Clone)]
pub struct Index {
    shelf: Shelf,
    aliases: &'static Aliases,
}

impl Default for Index {
    /// An index of an empty shelf.
    fn default() -> Self {
        Self::of(&Shelf::default(), Aliases::bundled())
    }
}

impl Index {
    /// The index of the documents of the library.
    #[must_use]
    pub fn of(shelf: &Shelf, aliases: &'static Aliases) -> Self {
        Self { shelf: shelf.clone(), aliases }
    }

    /// Takes another shelf, if it is another one.
    pub fn follow(&mut self, shelf: &Shelf) {
        if !self.shelf.is(shelf) {
            *self = Self::of(shelf, self.aliases);
        }
    }

    pub(super) fn aliases(&self) -> &'static Aliases {
        self.aliases
    }

    /// Whether the library has a document, in any language.
    #[must_use]
    pub fn has(&self, symbol: &Symbol) -> bool {
        self.shelf.holds(symbol)
    }

    /// The symbol under which the library has a document, a part of a resolution also with other parts; otherwise the same symbol.
    /// Only resolutions have parts with letters: `A/76/84A` is one of them.
    pub(super) fn known_as(&self, symbol: Symbol) -> Symbol {
        let resolution = || {
            let (organ, number) = symbol.as_str().split_once('/').filter(|(_, number)| has_letter(number))?;
            let resolution: Symbol = format!("{organ}/RES/{number}").parse().ok()?;
            self.shelf.held_as(&resolution)
        };
        self.shelf.held_as(&symbol).or_else(resolution).unwrap_or(symbol)
    }

    /// Whether a passage is in the library; a title is if its document is.
    #[must_use]
    pub fn holds(&self, symbol: &Symbol, address: &Address) -> bool {
        let title = address.place == Place::Title && self.has(symbol);
        title || self.spots_in(symbol, &address.place).iter().any(|spot| spot.address == *address)
    }

    /// The text of a document in one of its languages.
    pub(super) fn text(&self, symbol: &Symbol) -> Option<&Document> {
        self.shelf.first_text(symbol).map(|document| &**document)
    }

    /// The symbol and the address of a passage.
    pub(super) fn passage<'a>(&'a self, spot: &'a IndexedPassage) -> (&'a Symbol, &'a Address) {
        (&self.shelf.rows()[spot.row].symbol, &spot.address)
    }

    /// The first passages with a number, in order of their documents: at most `most`.
    pub(super) fn spots(&self, place: &Place, most: usize) -> Vec<IndexedPassage> {
        let rows = 0..self.shelf.rows().len();
        self.found(self.shelf.addresses(), rows, 0, place, most)
    }

    /// Those of one document.
    pub(super) fn spots_in(&self, symbol: &Symbol, place: &Place) -> Vec<IndexedPassage> {
        let rows = self.shelf.range(symbol);
        if let Some(known) = self.shelf.known_addresses() {
            return self.found(known, rows, 0, place, usize::MAX);
        }
        // The texts of one document are soon read; the addresses of all may not be.
        let (first, count) = (rows.start, rows.len());
        let mut own = AddressList::default();
        for row in rows {
            let text = self.shelf.pass(row);
            own.push(&text.map(|text| AddressList::lines(&text)).unwrap_or_default());
        }
        self.found(&own, 0..count, first, place, usize::MAX)
    }

    /// The passages with a number among some rows of a list, whose row 0 is the row `first` of the shelf. A passage that several
    /// texts of a document have is that of the first one.
    fn found(
        &self,
        list: &AddressList,
        rows: Range<usize>,
        first: usize,
        place: &Place,
        most: usize,
    ) -> Vec<IndexedPassage> {
        let mut found: Vec<IndexedPassage> = Vec::new();
        let mut add = |line: AddressLine<'_>, address: Address, exact: bool| {
            let row = &self.shelf.rows()[first + line.row];
            let same = |spot: &&IndexedPassage| self.shelf.rows()[spot.row].symbol == row.symbol;
            if found.iter().rev().take_while(same).all(|spot| spot.address != address) {
                let draft = row.kind == DocumentKind::DraftReport;
                found.push(IndexedPassage { row: first + line.row, address, exact, draft });
            }
            found.len() < most
        };
        for line in list.ending(rows.clone(), &end_of(place)) {
            let Some(address) = line.parsed() else { continue };
            let number = numbers(&address.place).into_iter().find(|(number, _)| number == place);
            if let Some((_, exact)) = number
                && !add(line, address, exact)
            {
                return found;
            }
        }
        if let Place::Norm(printed) = place {
            // A norm is also found by its whole number, as printed: `13 i)`.
            for line in list.numbered(rows) {
                let path = line.number.and_then(self::printed).map(|path| path.join("/"));
                if path.as_ref() == Some(printed)
                    && let Some(address) = line.parsed()
                    && !add(line, address, true)
                {
                    return found;
                }
            }
        }
        found
    }

    /// The symbols that end so, in small letters: `77/275`, `2023/l.1`, `l.1`; only those of the library if there are any. A part of
    /// a resolution also ends as the whole one does.
    pub(super) fn ending(&self, path: &str) -> Vec<Symbol> {
        if path.bytes().all(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let ends = |symbol: &Symbol| {
            let name = symbol.as_str();
            let is_end = |name: &str| {
                let start = name.len().checked_sub(path.len() + 1);
                start.is_some_and(|start| {
                    name.as_bytes()[start] == b'/'
                        && name.as_bytes()[start + 1..].eq_ignore_ascii_case(path.as_bytes())
                })
            };
            is_end(name)
                || (has_letter(name) && symbol.undivided().is_some_and(|whole| is_end(whole.as_str())))
        };
        // The texts of one document are beside each other: only the few symbols that end so are compared with one another.
        let held = self.shelf.rows().iter().map(|row| &row.symbol).filter(|symbol| ends(symbol));
        let mut held: Vec<Symbol> = held.cloned().collect();
        held.dedup();
        if !held.is_empty() {
            return held;
        }
        let mut named: Vec<Symbol> = Vec::new();
        for alias in self.aliases.documents().iter().filter(|alias| ends(&alias.symbol)) {
            if !named.contains(&alias.symbol) {
                named.push(alias.symbol.clone());
            }
        }
        named
    }
}

/// Whether a symbol may be that of a part of a resolution.
fn has_letter(name: &str) -> bool {
    name.ends_with(|c: char| c.is_ascii_uppercase() || c == '-')
}

/// How the addresses with a number end: those of a section, whatever sections are above it.
fn end_of(place: &Place) -> String {
    match place {
        Place::Heading(path) if !path.is_empty() => path.join("/"),
        _ => Address::body(place.clone()).to_string(),
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
