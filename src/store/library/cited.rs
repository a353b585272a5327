//! Which documents cite which: a reverse index of the library, so that only the documents that cite one are opened.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::links;
use super::rows::LibraryCache;
use super::sealed::{self, SealedBytes};
use crate::base::{Unwatched, Watch, partition_point};
use crate::cite::expand::Target;
use crate::cite::graph::{DocumentLinks, Graph, Link, LinkSource};
use crate::model::{Place, Shelf, Symbol};
use crate::store::parallel;

/// The name of the file.
const CITED: &str = "cited.bin";
/// So many documents are read by each thread before somebody who watches is asked.
const BATCH: usize = 16;

/// Which documents cite which, as it is stored.
#[derive(Serialize, Deserialize)]
struct StoredCited<'a> {
    /// The state of the file of each document, in the order of the shelf.
    states: Vec<u64>,
    /// What is cited, in order of the bytes of the symbols.
    cited: Vec<StoredCitedSymbol>,
    /// The symbols, and after each the places of the documents that cite it. At the end, so that its place in the bytes is known.
    #[serde(borrow, serialize_with = "sealed::as_bytes")]
    content: &'a [u8],
}

/// Where a symbol and the places of those that cite it end in the content.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct StoredCitedSymbol {
    name_end: u32,
    rows_end: u32,
}

/// Which documents of a shelf cite which. What is asked for is read.
#[derive(Debug)]
struct CitingRows {
    states: Vec<u64>,
    cited: Vec<StoredCitedSymbol>,
    content: Vec<u8>,
}

impl CitingRows {
    /// What each row cites, by the states of their files; `None` if it is more than can be stored.
    fn of(states: Vec<u64>, cited: &[BTreeSet<&str>]) -> Option<Self> {
        let mut citing: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (row, symbols) in (0..).zip(cited) {
            symbols.iter().for_each(|symbol| citing.entry(symbol).or_default().push(row));
        }
        let (mut content, mut cited) = (Vec::new(), Vec::with_capacity(citing.len()));
        let end = |content: &Vec<u8>| u32::try_from(content.len()).ok();
        for (symbol, rows) in citing {
            content.extend_from_slice(symbol.as_bytes());
            let name_end = end(&content)?;
            content = postcard::to_extend(&rows, content).ok()?;
            cited.push(StoredCitedSymbol { name_end, rows_end: end(&content)? });
        }
        Some(Self { states, cited, content })
    }

    /// Those that were stored; `None` if a place is wrong.
    fn stored(bytes: SealedBytes) -> Option<Self> {
        let StoredCited { states, cited, content } = bytes.value()?;
        let ends = || cited.iter().flat_map(|symbol| [symbol.name_end, symbol.rows_end]);
        let fits = ends().is_sorted() && ends().last().unwrap_or(0) as usize == content.len();
        let length = content.len();
        fits.then(|| Some(Self { states, cited, content: bytes.into_last(length)? })).flatten()
    }

    fn keep(&self, cache: &LibraryCache) {
        let Self { states, cited, content } = self;
        let stored = StoredCited { states: states.clone(), cited: cited.clone(), content };
        sealed::write(&cache.path(CITED), &stored);
    }

    fn part(&self, from: u32, to: u32) -> &[u8] {
        &self.content[from as usize..to as usize]
    }

    fn name(&self, at: usize) -> &[u8] {
        let from = at.checked_sub(1).map_or(0, |before| self.cited[before].rows_end);
        self.part(from, self.cited[at].name_end)
    }

    /// The first symbol that is not before this one.
    fn place(&self, symbol: &str) -> usize {
        partition_point(0..self.cited.len(), |at| self.name(at) < symbol.as_bytes())
    }

    /// The parts of the same resolution that are cited.
    fn parts(&self, symbol: &Symbol) -> Vec<Symbol> {
        let Some(whole) = symbol.undivided() else { return Vec::new() };
        let whole = whole.as_str();
        let names = (self.place(whole)..self.cited.len()).map(|at| self.name(at));
        let parts = names.take_while(|name| name.starts_with(whole.as_bytes()));
        parts.filter_map(|name| std::str::from_utf8(name).ok()?.parse().ok()).collect()
    }

    /// The rows that cite a document, in order.
    fn rows(&self, symbol: &Symbol) -> Vec<usize> {
        let at = self.place(symbol.as_str());
        let is_there = at < self.cited.len() && self.name(at) == symbol.as_str().as_bytes();
        let rows = if is_there { self.rows_at(at) } else { Vec::new() };
        rows.into_iter().map(|row| row as usize).filter(|row| *row < self.states.len()).collect()
    }

    fn rows_at(&self, at: usize) -> Vec<u32> {
        let StoredCitedSymbol { name_end, rows_end } = self.cited[at];
        postcard::from_bytes(self.part(name_end, rows_end)).unwrap_or_default()
    }

    /// What each document cites, by its state.
    fn by_state(&self) -> HashMap<u64, BTreeSet<&str>> {
        let mut known: HashMap<u64, BTreeSet<&str>> =
            self.states.iter().map(|state| (*state, BTreeSet::new())).collect();
        for at in 0..self.cited.len() {
            let Ok(name) = std::str::from_utf8(self.name(at)) else { continue };
            let states = self.rows_at(at).into_iter().filter_map(|row| self.states.get(row as usize));
            for state in states {
                known.entry(*state).or_default().insert(name);
            }
        }
        known
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
        let mut rows: BTreeSet<usize> = all.rows(symbol).into_iter().collect();
        let parts: Vec<Symbol> = all.parts(symbol).into_iter().filter(leads).collect();
        parts.iter().for_each(|part| rows.extend(all.rows(part)));
        let fits = |cited: &str| cited == symbol.as_str() || parts.iter().any(|part| part.as_str() == cited);
        let links = |rows: &[usize]| -> Vec<Vec<Link>> {
            let read = |row: &usize| links::read_leading(self.cache.as_ref(), &self.shelf, *row, fits);
            rows.iter().filter_map(read).collect()
        };
        let rows: Vec<usize> = rows.into_iter().collect();
        parallel::in_shares(&rows, BATCH, &links).into_iter().flatten().collect()
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
    let state = |at: usize| rows.summary(at).state;
    let states: Vec<u64> = (0..rows.len()).map(state).collect();
    let bytes = library.cache.as_ref().and_then(|cache| SealedBytes::read(&cache.path(CITED)));
    let stored = bytes.and_then(CitingRows::stored);
    let stored = match stored {
        Some(stored) if stored.states == states && !states.contains(&0) => return Some(stored),
        other => other,
    };
    let known = stored.as_ref().map(CitingRows::by_state).unwrap_or_default();
    let is_known = |state: u64| state != 0 && known.contains_key(&state);
    let new: Vec<usize> = (0..rows.len()).filter(|row| !is_known(states[*row])).collect();
    let mut read: HashMap<usize, Option<BTreeSet<String>>> = HashMap::new();
    let cores = parallel::cores();
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
            None => known[&states[at]].clone(),
        })
        .collect();
    // What could not be read now may be readable the next time.
    let is_whole = read.values().all(Option::is_some) && states.iter().any(|state| *state != 0);
    let citing =
        CitingRows::of(states, &cited).expect("the symbols of a library are shorter than four gigabytes");
    if let Some(cache) = library.cache.as_ref().filter(|_| is_whole) {
        citing.keep(cache);
    }
    Some(citing)
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
    parallel::in_parts(rows, BATCH, &read)
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
