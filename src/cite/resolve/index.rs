//! An index of the library: passages by their numbers, and documents by the ends of their symbols.

use std::ops::Range;
use std::sync::OnceLock;

use crate::base::RowLines;
use crate::cite::aliases::Aliases;
use crate::model::{Address, AddressList, BlockKind, Document, DocumentKind, Place, Shelf, Symbol};

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

/// Passages as they are found, each once: one that several texts of a document have is that of the first one.
struct FoundPassages<'a> {
    shelf: &'a Shelf,
    passages: Vec<IndexedPassage>,
    most: usize,
}

impl FoundPassages<'_> {
    /// Adds a passage of a row of the shelf. Returns whether more are wanted.
    fn add(&mut self, row: usize, address: Address, exact: bool) -> bool {
        let of = &self.shelf.rows()[row];
        let same = |spot: &&IndexedPassage| self.shelf.rows()[spot.row].symbol == of.symbol;
        if self.passages.iter().rev().take_while(same).all(|spot| spot.address != address) {
            let draft = of.kind == DocumentKind::DraftReport;
            self.passages.push(IndexedPassage { row, address, exact, draft });
        }
        self.passages.len() < self.most
    }
}

/// The documents of the library, indexed for references. Making it reads nothing: numbers are looked up in the addresses that the
/// shelf has.
#[derive(Debug, Clone)]
pub struct Index {
    shelf: Shelf,
    aliases: &'static Aliases,
    /// The symbols of all rows in lower case; filled by the first search for the end of a symbol. See [`symbol_lines`].
    symbols: OnceLock<RowLines>,
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
        Self { shelf: shelf.clone(), aliases, symbols: OnceLock::new() }
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
        self.found(self.shelf.addresses(), rows, place, most)
    }

    /// Those of one document.
    pub(super) fn spots_in(&self, symbol: &Symbol, place: &Place) -> Vec<IndexedPassage> {
        let rows = self.shelf.range(symbol);
        if let Some(known) = self.shelf.known_addresses() {
            return self.found(known, rows, place, usize::MAX);
        }
        // The texts of one document are soon read; the addresses of all may not be.
        let mut found = FoundPassages { shelf: &self.shelf, passages: Vec::new(), most: usize::MAX };
        for row in rows {
            let Some(text) = self.shelf.pass(row) else { continue };
            for block in text.blocks.iter().filter(|block| may_be(&block.address.place, place)) {
                if let Some(exact) = fits(&block.address.place, place) {
                    found.add(row, block.address.clone(), exact);
                }
            }
            let norms = text.blocks.iter().filter(|block| block.kind == BlockKind::Norm);
            for block in
                norms.filter(|block| block.number.as_deref().is_some_and(|number| is_printed(number, place)))
            {
                found.add(row, block.address.clone(), true);
            }
        }
        found.passages
    }

    /// The first passages with a number among some rows of a list.
    fn found(
        &self,
        list: &AddressList,
        rows: Range<usize>,
        place: &Place,
        most: usize,
    ) -> Vec<IndexedPassage> {
        let mut found = FoundPassages { shelf: &self.shelf, passages: Vec::new(), most };
        for line in list.ending(rows.clone(), &end_of(place)) {
            let Some(address) = line.parsed() else { continue };
            if let Some(exact) = fits(&address.place, place)
                && !found.add(line.row, address, exact)
            {
                return found.passages;
            }
        }
        if matches!(place, Place::Norm(_)) {
            for line in list.numbered(rows) {
                if line.number.is_some_and(|number| is_printed(number, place))
                    && let Some(address) = line.parsed()
                    && !found.add(line.row, address, true)
                {
                    break;
                }
            }
        }
        found.passages
    }

    /// The symbols of all rows in lower case, and the part of that text with all of them.
    fn symbol_lines(&self) -> (&RowLines, Range<usize>) {
        let lines = self.symbols.get_or_init(|| {
            let mut lines = RowLines::default();
            self.shelf.rows().iter().for_each(|row| lines.push(&symbol_lines(&row.symbol)));
            lines
        });
        (lines, lines.span(&(0..self.shelf.rows().len())))
    }

    /// The first symbols of the library that begin with the first half of one, `a/res/78`, `a/ac.290`, and are not only further issues of
    /// the same document, as `A/76/135/Add.1` is one of `A/76/135`.
    pub(super) fn beginning(&self, path: &str, most: usize) -> Vec<Symbol> {
        let (lines, all) = self.symbol_lines();
        let start = path.to_ascii_lowercase() + "/";
        let mut found: Vec<Symbol> = Vec::new();
        for (row, line) in lines.starting(all, &start) {
            let symbol = &self.shelf.rows()[row].symbol;
            let is_issue = ["add.", "corr.", "rev."].iter().any(|name| line[start.len()..].starts_with(name));
            if !is_issue && found.last() != Some(symbol) {
                found.push(symbol.clone());
            }
            if found.len() == most {
                break;
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
        let (lines, all) = self.symbol_lines();
        let path = path.to_ascii_lowercase();
        // The texts of one document are beside each other.
        let mut held: Vec<Symbol> = Vec::new();
        for (row, line) in lines.ending(all, &path) {
            let symbol = &self.shelf.rows()[row].symbol;
            if line != path && held.last() != Some(symbol) {
                held.push(symbol.clone());
            }
        }
        if !held.is_empty() {
            return held;
        }
        let tail = format!("/{path}");
        let mut named: Vec<Symbol> = Vec::new();
        for alias in self.aliases.documents() {
            let ends = symbol_lines(&alias.symbol).lines().any(|line| line.ends_with(&tail));
            if ends && !named.contains(&alias.symbol) {
                named.push(alias.symbol.clone());
            }
        }
        named
    }
}

/// A symbol in lower case on a line; that of a part of a resolution also as the whole one, on a second line.
fn symbol_lines(symbol: &Symbol) -> String {
    let whole = has_letter(symbol.as_str()).then(|| symbol.undivided()).flatten();
    let names = std::iter::once(symbol).chain(&whole);
    names.map(|name| name.as_str().to_ascii_lowercase() + "\n").collect()
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

/// Whether a passage may have a number: a quick look before all its numbers are compared.
fn may_be(own: &Place, place: &Place) -> bool {
    fn last(place: &Place) -> Option<&String> {
        match place {
            Place::Norm(letter) | Place::Note(letter) => Some(letter),
            Place::Step(_, path)
            | Place::Heading(path)
            | Place::Paragraph(path)
            | Place::Steps(path)
            | Place::Preambular(path)
            | Place::Operative(path)
            | Place::Item(path)
            | Place::Text(path) => path.last(),
            Place::Title => None,
        }
    }
    std::mem::discriminant(own) == std::mem::discriminant(place) && last(own) == last(place)
}

/// Whether a passage has a number: its whole one or the end of it.
fn fits(own: &Place, place: &Place) -> Option<bool> {
    numbers(own).into_iter().find(|(number, _)| number == place).map(|(_, exact)| exact)
}

/// Whether a number is that of a norm as printed: `13 i)`.
fn is_printed(number: &str, place: &Place) -> bool {
    let Place::Norm(wanted) = place else { return false };
    printed(number).is_some_and(|path| path.join("/") == *wanted)
}

/// The components of a printed number: `13 i)` is 13 and i.
fn printed(number: &str) -> Option<Vec<String>> {
    let tokens = crate::language::token::tokens(number);
    let (path, end) = crate::cite::parse::number(&tokens, 0)?;
    (end == tokens.len() && path.len() > 1).then_some(path)
}
