//! The shelf: the documents in the library, found by symbol, each read when its text is first asked for.

use std::fmt;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::base::Error;
use crate::model::{
    AddressList, Document, DocumentRow, Language, Passage, Place, Reference, RowReader, RowSummary,
    ShelfRows, Symbol,
};

/// Reads the documents of a shelf. Implemented where files are read; everybody else only asks the shelf.
pub trait DocumentLoader: fmt::Debug + Send + Sync {
    /// Reads the document of the row with this index among those given to [`Shelf::catalogued`].
    ///
    /// # Errors
    /// When it can no longer be read, or is no longer the document of the row.
    fn load(&self, entry: usize) -> crate::base::Result<Document>;

    /// The addresses in the documents of these rows, in their order, if they are known without reading the documents.
    fn addresses(&self, entries: &[usize]) -> Option<AddressList>;
}

/// A row of a catalogue, and where its document is.
#[derive(Debug)]
pub struct Catalogued {
    /// What the catalogue says of the document.
    pub row: Arc<DocumentRow>,
    /// The document, if it has been read already.
    pub document: Option<Document>,
}

/// The documents in the library, in order of symbol and language. Cloning it is cheap. A document is read when it is first asked
/// for, and stays in memory until [`Shelf::trim`].
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    rows: Arc<ShelfRows>,
    /// The document of each row.
    slots: Arc<Vec<Slot>>,
    source: Arc<ShelfSource>,
    /// The addresses in all documents, once they have been asked for.
    addresses: Arc<OnceLock<AddressList>>,
}

/// Where the documents of a shelf come from, and what was wrong with some. All clones of a shelf share it.
#[derive(Debug, Default)]
struct ShelfSource {
    loader: Option<Arc<dyn DocumentLoader>>,
    faults: Mutex<Vec<Error>>,
    /// Counts how often a document was asked for.
    clock: AtomicU64,
    /// How many documents were read and kept since the last [`Shelf::trim`].
    kept: AtomicUsize,
}

/// The place of a document, read or not.
#[derive(Debug, Clone)]
struct Slot {
    /// The index of its row among those given to the loader.
    entry: usize,
    /// Made when the document is first asked for.
    held: OnceLock<Arc<HeldText>>,
}

/// A document once it has been read; `None` in it if it could not be.
#[derive(Debug, Default)]
struct HeldText {
    document: OnceLock<Option<Arc<Document>>>,
    /// When it was last asked for, by the clock of the source.
    used: AtomicU64,
}

impl Slot {
    fn holding(document: Document) -> Self {
        let held = HeldText { document: OnceLock::from(Some(Arc::new(document))), used: AtomicU64::new(0) };
        Self { entry: usize::MAX, held: OnceLock::from(Arc::new(held)) }
    }

    fn empty(entry: usize) -> Self {
        Self { entry, held: OnceLock::new() }
    }

    fn held(&self) -> &HeldText {
        self.held.get_or_init(Arc::default)
    }

    /// What reading it gave; `None` if it has not been read.
    fn read(&self) -> Option<&Option<Arc<Document>>> {
        self.held.get()?.document.get()
    }

    fn known(&self) -> Option<&Arc<Document>> {
        self.read().and_then(Option::as_ref)
    }

    /// When it was last asked for.
    fn used(&self) -> u64 {
        self.held.get().map_or(0, |held| held.used.load(Ordering::Relaxed))
    }
}

impl ShelfSource {
    /// Reads a document; what is wrong with it is kept for [`Shelf::take_faults`].
    fn load(&self, entry: usize) -> Option<Arc<Document>> {
        match self.loader.as_ref()?.load(entry) {
            Ok(document) => Some(Arc::new(document)),
            Err(error) => {
                self.faults.lock().unwrap_or_else(PoisonError::into_inner).push(error);
                None
            }
        }
    }
}

impl Shelf {
    /// A shelf with these documents; a later one replaces an earlier one of the same symbol and language.
    #[must_use]
    pub fn new(documents: impl IntoIterator<Item = Document>) -> Self {
        let mut shelf = Self::default();
        documents.into_iter().for_each(|document| shelf.insert(document));
        shelf
    }

    /// A shelf with the documents of a catalogue; a later one replaces an earlier one of the same symbol and language.
    #[must_use]
    pub fn catalogued(entries: Vec<Catalogued>, loader: Arc<dyn DocumentLoader>) -> Self {
        let mut sorted: Vec<(Arc<DocumentRow>, Slot)> = Vec::with_capacity(entries.len());
        for (entry, Catalogued { row, document }) in entries.into_iter().enumerate() {
            let mut slot = document.map_or_else(|| Slot::empty(entry), Slot::holding);
            slot.entry = entry;
            sorted.push((row, slot));
        }
        sorted.sort_by(|(one, _), (other, _)| key(one).cmp(&key(other)));
        // Of several with the same name the last one stays.
        sorted.reverse();
        sorted.dedup_by(|(one, _), (other, _)| key(one) == key(other));
        sorted.reverse();
        let (rows, slots): (Vec<Arc<DocumentRow>>, Vec<Slot>) = sorted.into_iter().unzip();
        Self::of(ShelfRows::new(rows), slots, loader)
    }

    /// A shelf with the documents of a catalogue, whose rows are read when they are asked for.
    #[must_use]
    pub fn opened(source: Arc<dyn RowReader>, loader: Arc<dyn DocumentLoader>) -> Self {
        let slots = (0..source.count()).map(|at| Slot::empty(source.entry(at))).collect();
        Self::of(ShelfRows::read_from(source), slots, loader)
    }

    fn of(rows: ShelfRows, slots: Vec<Slot>, loader: Arc<dyn DocumentLoader>) -> Self {
        let source = ShelfSource { loader: Some(loader), ..ShelfSource::default() };
        Self {
            rows: Arc::new(rows),
            slots: Arc::new(slots),
            source: Arc::new(source),
            addresses: Arc::default(),
        }
    }

    /// Adds a document; it replaces one of the same symbol and language.
    pub fn insert(&mut self, document: Document) {
        let row = Arc::new(DocumentRow::of(&document));
        let slot = Slot::holding(document);
        self.addresses = Arc::default();
        let (rows, slots) = (Arc::make_mut(&mut self.rows), Arc::make_mut(&mut self.slots));
        let at = rows.partition_point(0, |known| key(known) < key(&row));
        if at < rows.len() && key(&rows[at]) == key(&row) {
            rows.replace(at, row);
            slots[at] = slot;
        } else {
            rows.insert(at, row);
            slots.insert(at, slot);
        }
    }

    /// What the catalogue says of the documents, in order.
    #[must_use]
    pub fn rows(&self) -> &ShelfRows {
        &self.rows
    }

    /// The addresses in all documents, by row. The first time, documents are read if the catalogue does not have their addresses.
    #[must_use]
    pub fn addresses(&self) -> &AddressList {
        self.addresses.get_or_init(|| {
            let entries: Vec<usize> = self.slots.iter().map(|slot| slot.entry).collect();
            let known = self.source.loader.as_ref().and_then(|loader| loader.addresses(&entries));
            known.unwrap_or_else(|| {
                let mut list = AddressList::default();
                let lines =
                    |at| self.pass(at).map(|document| AddressList::lines(&document)).unwrap_or_default();
                (0..self.rows.len()).for_each(|at| list.push(&lines(at)));
                list
            })
        })
    }

    /// The same if they have been asked for before.
    #[must_use]
    pub fn known_addresses(&self) -> Option<&AddressList> {
        self.addresses.get()
    }

    /// The places of the rows of one document.
    #[must_use]
    pub fn range(&self, symbol: &Symbol) -> std::ops::Range<usize> {
        self.rows.range(symbol)
    }

    /// What the catalogue says of the texts of one document: one in each language that the shelf has, in order of language.
    #[must_use]
    pub fn rows_of(&self, symbol: &Symbol) -> Vec<&Arc<DocumentRow>> {
        self.range(symbol).map(|at| &self.rows[at]).collect()
    }

    /// The symbol of each document, in order.
    pub fn symbols(&self) -> impl Iterator<Item = &Symbol> {
        self.symbols_where(|_| true)
    }

    /// The symbols of the documents of which a text fits, in order. Only the rows of those are read.
    pub fn symbols_where(&self, fits: impl Fn(RowSummary) -> bool) -> impl Iterator<Item = &Symbol> {
        let fitting = (0..self.rows.len()).filter(move |at| fits(self.rows.summary(*at)));
        let mut last: Option<&Symbol> = None;
        fitting.map(|at| &self.rows[at].symbol).filter(move |symbol| last.replace(symbol) != Some(symbol))
    }

    /// The document of a row; it is read if it has not been yet.
    fn text_at(&self, at: usize) -> Option<&Arc<Document>> {
        let (entry, held) = (&self.slots[at].entry, self.slots[at].held());
        held.used.store(self.source.clock.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
        let read = || {
            self.source.kept.fetch_add(1, Ordering::Relaxed);
            self.source.load(*entry)
        };
        held.document.get_or_init(read).as_ref()
    }

    /// The documents one after the other. Those that have not been read yet are read and not kept: for what reads a whole library.
    pub fn passing(&self) -> impl Iterator<Item = Arc<Document>> {
        (0..self.rows.len()).filter_map(|at| self.pass(at))
    }

    /// The texts of one document in order of language, read but not kept.
    #[must_use]
    pub fn passing_texts(&self, symbol: &Symbol) -> Vec<Arc<Document>> {
        self.range(symbol).filter_map(|at| self.pass(at)).collect()
    }

    /// The document of the row at an index of [`Self::rows`], read but not kept.
    #[must_use]
    pub fn pass(&self, at: usize) -> Option<Arc<Document>> {
        match self.slots[at].read() {
            Some(known) => known.clone(),
            None => self.source.load(self.slots[at].entry),
        }
    }

    /// The texts of one document: one in each language that the shelf has, in order of language.
    #[must_use]
    pub fn texts(&self, symbol: &Symbol) -> Vec<&Arc<Document>> {
        self.range(symbol).filter_map(|at| self.text_at(at)).collect()
    }

    /// The first text of one document, in order of language.
    #[must_use]
    pub fn first_text(&self, symbol: &Symbol) -> Option<&Arc<Document>> {
        self.range(symbol).find_map(|at| self.text_at(at))
    }

    /// The first document of the shelf.
    #[must_use]
    pub fn first(&self) -> Option<&Arc<Document>> {
        (0..self.rows.len()).find_map(|at| self.text_at(at))
    }

    /// The places of the texts of a document, the one that is best for somebody who reads `language` first.
    fn places(&self, symbol: &Symbol, language: Language) -> Vec<usize> {
        let mut places: Vec<usize> = self.range(symbol).collect();
        places.sort_by_key(|at| self.rows[*at].language.distance_from(language));
        places
    }

    /// The texts of one document, the one that is best for somebody who reads `language` first: see
    /// [`Language::distance_from`].
    #[must_use]
    pub fn best_first(&self, symbol: &Symbol, language: Language) -> Vec<&Arc<Document>> {
        self.places(symbol, language).into_iter().filter_map(|at| self.text_at(at)).collect()
    }

    /// The document with this symbol, in the requested language if the shelf has it, otherwise in the nearest one.
    #[must_use]
    pub fn get(&self, symbol: &Symbol, language: Language) -> Option<&Arc<Document>> {
        self.places(symbol, language).into_iter().find_map(|at| self.text_at(at))
    }

    /// The language in which somebody who reads `language` gets a document; `None` if the shelf does not have it. Reads no document.
    #[must_use]
    pub fn language_of(&self, symbol: &Symbol, language: Language) -> Option<Language> {
        self.places(symbol, language).first().map(|at| self.rows[*at].language)
    }

    /// Whether the shelf has a document in more than one language.
    #[must_use]
    pub fn has_versions(&self, symbol: &Symbol) -> bool {
        self.range(symbol).len() > 1
    }

    /// Whether the shelf has a document, in any language.
    #[must_use]
    pub fn holds(&self, symbol: &Symbol) -> bool {
        !self.range(symbol).is_empty()
    }

    /// The symbol under which the shelf has a document: its own; or, of a resolution in parts, that of the document which has the
    /// part with others, or of the first part that the shelf has of several.
    #[must_use]
    pub fn held_as(&self, symbol: &Symbol) -> Option<Symbol> {
        if self.holds(symbol) {
            return Some(symbol.clone());
        }
        let whole = symbol.undivided()?;
        let start = self.rows.partition_point(0, |row| row.symbol < whole);
        let parts = (start..self.rows.len()).map(|at| &self.rows[at].symbol);
        let parts = parts.skip_while(|part| **part == whole);
        let mut parts = parts.take_while(|part| part.undivided().as_ref() == Some(&whole));
        let fits = |part: &&Symbol| symbol.is_within(part) || part.is_within(symbol);
        parts.find(fits).cloned()
    }

    /// The passage, in the requested language if the shelf has it in that language, otherwise in the nearest one that has
    /// the passage.
    #[must_use]
    pub fn passage(&self, passage: &Reference, language: Language) -> Option<Passage<'_>> {
        let find =
            |document| Some(Passage { document, position: Document::position(document, &passage.address)? });
        let places = self.places(&passage.symbol, language).into_iter();
        places.filter_map(|at| self.text_at(at)).find_map(find)
    }

    /// The passage to read for a reference: the passage itself, or the first one of a document without a title.
    #[must_use]
    pub fn destination(&self, passage: &Reference, language: Language) -> Option<Passage<'_>> {
        let start = || {
            let document = self.get(&passage.symbol, language)?;
            let is_start = passage.address.place == Place::Title && !document.blocks.is_empty();
            is_start.then_some(Passage { document, position: 0 })
        };
        self.passage(passage, language).or_else(start)
    }

    /// Whether both are clones of one shelf, and no document has been added to either since.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
    }

    /// What was wrong with documents that could not be read since this was last asked, by any clone of the shelf.
    #[must_use]
    pub fn take_faults(&self) -> Vec<Error> {
        std::mem::take(&mut self.source.faults.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Removes documents from memory that nobody else uses, but for those asked for last: at most `most` of them stay. They are read
    /// again when they are asked for.
    pub fn trim(&mut self, most: usize) {
        if self.source.kept.load(Ordering::Relaxed) <= most {
            return;
        }
        self.source.kept.store(0, Ordering::Relaxed);
        let is_free = |slot: &Slot| {
            slot.entry != usize::MAX && slot.known().is_some_and(|text| Arc::strong_count(text) == 1)
        };
        let mut free: Vec<usize> = (0..self.slots.len()).filter(|at| is_free(&self.slots[*at])).collect();
        if self.source.loader.is_none() || free.len() <= most {
            return;
        }
        free.sort_by_key(|at| self.slots[*at].used());
        free.truncate(free.len() - most);
        let slots = Arc::make_mut(&mut self.slots);
        free.into_iter().for_each(|at| slots[at] = Slot::empty(slots[at].entry));
    }
}

/// What documents are ordered by.
fn key(row: &DocumentRow) -> (&Symbol, Language) {
    (&row.symbol, row.language)
}

#[cfg(test)]
mod tests;
