//! Which documents cite which: a reverse index of the library, so that only the documents that cite one are opened.

use std::collections::{BTreeSet, HashMap};
use std::num::NonZero;
use std::sync::{Arc, OnceLock};
use std::thread;

use serde::{Deserialize, Serialize};

use super::links;
use super::rows::LibraryCache;
use super::sealed::{self, SealedBytes};
use crate::base::{Unwatched, Watch};
use crate::cite::expand::Target;
use crate::cite::graph::{DocumentLinks, Graph, Link, LinkSource};
use crate::model::{DocumentRow, Place, Shelf, Symbol};

/// The name of the file.
const CITED: &str = "cited.bin";
/// So many documents are read by each thread before somebody who watches is asked.
const BATCH: usize = 16;

/// The symbols that documents cite, each once, and for each document its own by their places.
#[derive(Serialize, Deserialize)]
struct StoredCited<'a> {
    #[serde(borrow)]
    symbols: Vec<&'a str>,
    documents: Vec<StoredCiting>,
}

#[derive(Serialize, Deserialize)]
struct StoredCiting {
    /// The state of its file.
    state: u64,
    cited: Vec<u32>,
}

/// Which documents of a shelf cite which.
#[derive(Debug)]
struct CitingRows {
    /// The symbols that are cited, sorted.
    symbols: Vec<String>,
    /// For each row the places of those that it cites, in order.
    cited: Vec<Vec<u32>>,
}

impl CitingRows {
    /// What each row cites.
    fn of(cited: &[BTreeSet<&str>]) -> Self {
        let symbols: BTreeSet<&str> = cited.iter().flatten().copied().collect();
        let places: HashMap<&str, u32> = symbols.iter().copied().zip(0..).collect();
        let cited = cited.iter().map(|row| row.iter().map(|symbol| places[symbol]).collect());
        Self { cited: cited.collect(), symbols: symbols.iter().map(|symbol| (*symbol).to_owned()).collect() }
    }

    /// The parts of the same resolution that are cited.
    fn parts(&self, symbol: &Symbol) -> impl Iterator<Item = Symbol> {
        let whole = symbol.undivided();
        let start = whole.as_ref().map_or(self.symbols.len(), |whole| {
            self.symbols.partition_point(|known| known.as_str() < whole.as_str())
        });
        let begins =
            move |known: &&String| whole.as_ref().is_some_and(|whole| known.starts_with(whole.as_str()));
        self.symbols[start..].iter().take_while(begins).filter_map(|known| known.parse().ok())
    }

    /// The rows that cite a document, in order.
    fn rows(&self, symbol: &Symbol) -> impl Iterator<Item = usize> {
        let place = self.symbols.binary_search_by(|known| known.as_str().cmp(symbol.as_str())).ok();
        let place = place.and_then(|place| u32::try_from(place).ok());
        let cites = move |cited: &Vec<u32>| place.is_some_and(|place| cited.binary_search(&place).is_ok());
        self.cited.iter().enumerate().filter(move |(_, cited)| cites(cited)).map(|(row, _)| row)
    }
}

/// The links of the documents on a shelf.
#[derive(Debug)]
struct LibraryLinks {
    shelf: Shelf,
    cache: Option<LibraryCache>,
    citing: OnceLock<CitingRows>,
}

/// The citations of a library. Those of a document are read when they are first asked for; with a watcher, the reverse index is read
/// now. `None` if the watcher stops it.
pub fn graph(shelf: &Shelf, cache: Option<&LibraryCache>, watch: Option<&impl Watch>) -> Option<Graph> {
    let links = LibraryLinks { shelf: shelf.clone(), cache: cache.cloned(), citing: OnceLock::new() };
    if let Some(watch) = watch {
        let rows = citing_rows(&links, watch)?;
        links.citing.set(rows).expect("it has just been made");
    }
    Some(Graph::open(Arc::new(links)))
}

impl LibraryLinks {
    fn read(&self, row: usize) -> Option<DocumentLinks> {
        links::read(self.cache.as_ref(), &self.shelf, row)
    }
}

impl LinkSource for LibraryLinks {
    fn texts(&self, symbol: &Symbol) -> Vec<DocumentLinks> {
        self.shelf.range(symbol).filter_map(|row| self.read(row)).collect()
    }

    fn citing(&self, symbol: &Symbol) -> Vec<Link> {
        let all = self.citing.get_or_init(|| citing_rows(self, &Unwatched).expect("nobody stops it"));
        // Links to one part of a resolution lead here if the library has it only with other parts.
        let leads = |cited: &Symbol| {
            cited == symbol || cited.undivided().is_some() && self.held_as(cited).as_ref() == Some(symbol)
        };
        let mut rows: BTreeSet<usize> = all.rows(symbol).collect();
        for part in all.parts(symbol).filter(leads) {
            rows.extend(all.rows(&part));
        }
        let links = rows.into_iter().filter_map(|row| self.read(row)).flat_map(|document| document.links);
        links.filter(|link| link.to.symbol.as_ref().is_some_and(leads)).collect()
    }

    fn held_as(&self, symbol: &Symbol) -> Option<Symbol> {
        self.shelf.held_as(symbol)
    }

    fn holds(&self, target: &Target) -> bool {
        let Some(symbol) = &target.symbol else { return false };
        let rows = self.shelf.range(symbol);
        if target.address.place == Place::Title || rows.is_empty() {
            return !rows.is_empty();
        }
        let address = target.address.to_string();
        self.shelf.addresses().ending(rows, &address).any(|line| line.address == address)
    }
}

/// Which documents cite which. What the file does not have is read from the links of the documents, and the file is written again.
/// `None` if the watcher stops it.
fn citing_rows(library: &LibraryLinks, watch: &impl Watch) -> Option<CitingRows> {
    let rows = library.shelf.rows();
    let bytes = library.cache.as_ref().and_then(|cache| SealedBytes::read(&cache.path(CITED)));
    let stored: Option<StoredCited<'_>> = bytes.as_ref().and_then(SealedBytes::value);
    let is_complete = |stored: &StoredCited<'_>| {
        let states = stored.documents.iter().map(|document| document.state);
        states.eq(rows.iter().map(|row| row.state))
            && rows.iter().all(|row| row.state != 0)
            && stored.is_sound()
    };
    let stored = match stored {
        Some(stored) if is_complete(&stored) => {
            let symbols = stored.symbols.into_iter().map(str::to_owned).collect();
            let cited = stored.documents.into_iter().map(|document| document.cited).collect();
            return Some(CitingRows { symbols, cited });
        }
        other => other,
    };
    let known = stored.as_ref().map(known).unwrap_or_default();
    let is_known = |row: &DocumentRow| row.state != 0 && known.contains_key(&row.state);
    let new: Vec<usize> = (0..rows.len()).filter(|row| !is_known(&rows[*row])).collect();
    let mut read: HashMap<usize, Option<BTreeSet<String>>> = HashMap::new();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut done = rows.len() - new.len();
    for batch in new.chunks(BATCH * cores) {
        if !watch.continues(done, rows.len()) {
            return None;
        }
        done += batch.len();
        read.extend(batch.iter().copied().zip(cited_by_all(library, batch)));
    }
    let cited: Vec<BTreeSet<&str>> = (0..rows.len())
        .map(|at| match read.get(&at) {
            Some(symbols) => symbols.iter().flatten().map(String::as_str).collect(),
            None => known[&rows[at].state].iter().copied().collect(),
        })
        .collect();
    let citing = CitingRows::of(&cited);
    // What could not be read now may be readable the next time.
    let is_whole = read.values().all(Option::is_some) && rows.iter().any(|row| row.state != 0);
    if let Some(cache) = library.cache.as_ref().filter(|_| is_whole) {
        keep(cache, rows, &citing);
    }
    Some(citing)
}

impl StoredCited<'_> {
    /// Whether all places are those of symbols, and everything is in order.
    fn is_sound(&self) -> bool {
        let count = u32::try_from(self.symbols.len()).unwrap_or(u32::MAX);
        let fits = |document: &StoredCiting| {
            document.cited.is_sorted() && document.cited.last().is_none_or(|last| *last < count)
        };
        self.symbols.is_sorted() && self.documents.iter().all(fits)
    }
}

/// What each document cites, by its state; nothing if a place is wrong.
fn known<'a>(stored: &StoredCited<'a>) -> HashMap<u64, Vec<&'a str>> {
    let symbol = |place: &u32| stored.symbols.get(usize::try_from(*place).ok()?).copied();
    let cited = |document: &StoredCiting| {
        Some((document.state, document.cited.iter().map(symbol).collect::<Option<_>>()?))
    };
    stored.documents.iter().map(cited).collect::<Option<_>>().unwrap_or_default()
}

/// The symbols that each of these rows cites, in their order; `None` for one that cannot be read.
fn cited_by_all(library: &LibraryLinks, rows: &[usize]) -> Vec<Option<BTreeSet<String>>> {
    let read = |rows: &[usize]| -> Vec<Option<BTreeSet<String>>> {
        let cited = |row: &usize| {
            let links = library.read(*row)?.links;
            Some(links.iter().filter_map(|link| link.to.symbol.as_ref()).map(Symbol::to_string).collect())
        };
        rows.iter().map(cited).collect()
    };
    if rows.len() <= BATCH {
        return read(rows);
    }
    thread::scope(|scope| {
        let parts: Vec<_> = rows.chunks(BATCH).map(|part| scope.spawn(move || read(part))).collect();
        let parts = parts.into_iter().map(|part| part.join());
        parts.flat_map(|part| part.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

fn keep(cache: &LibraryCache, rows: &[Arc<DocumentRow>], citing: &CitingRows) {
    let documents = rows.iter().zip(&citing.cited).filter(|(row, _)| row.state != 0);
    let documents =
        documents.map(|(row, cited)| StoredCiting { state: row.state, cited: cited.clone() }).collect();
    let symbols = citing.symbols.iter().map(String::as_str).collect();
    sealed::write(&cache.path(CITED), &StoredCited { symbols, documents });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cite::Aliases;
    use crate::model::{Language, Reference};
    use crate::store::bundled;

    #[test]
    fn a_graph_that_reads_on_demand_has_the_links_of_one_that_read_everything() {
        let shelf = Shelf::new(bundled::documents());
        let (whole, opened) =
            (Graph::of(&shelf, Aliases::bundled()), graph(&shelf, None, None::<&Unwatched>).unwrap());
        let (mut cites, mut cited) = (0, 0);
        for document in shelf.passing() {
            for block in document.blocks.iter().step_by(3) {
                let passage = Reference { symbol: document.symbol.clone(), address: block.address.clone() };
                assert_eq!(whole.is_cited(&passage), opened.is_cited(&passage));
                assert_eq!(whole.cites(&passage, Language::FR), opened.cites(&passage, Language::FR));
                assert_eq!(whole.cited_by(&passage, Language::EN), opened.cited_by(&passage, Language::EN));
                assert_eq!(whole.own(&document, &block.address), opened.own(&document, &block.address));
                assert_eq!(whole.within(&passage, Language::FR), opened.within(&passage, Language::FR));
                cites += opened.cites(&passage, Language::FR).len();
                cited += opened.cited_by(&passage, Language::FR).len();
            }
        }
        assert!(cites > 50 && cited > 50, "{cites} {cited}");
        let unknown = Reference { symbol: "A/9/9".parse().unwrap(), address: "1".parse().unwrap() };
        assert!(opened.cites(&unknown, Language::FR).is_empty() && !opened.is_cited(&unknown));
    }
}
