//! Which documents cite which: a reverse index of the library, so that only the documents that cite one are opened.

use std::collections::{BTreeMap, BTreeSet, HashMap};
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

/// The rows of the documents that cite a document.
type CitingRows = HashMap<String, Vec<usize>>;

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
        let rows = all.get(symbol.as_str()).into_iter().flatten();
        let links = rows.filter_map(|row| self.read(*row)).flat_map(|document| document.links);
        links.filter(|link| link.to.symbol.as_ref() == Some(symbol)).collect()
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

/// For each document that is cited the rows that cite it, in order. What the file does not have is read from the links of the
/// documents, and the file is written again.
fn citing_rows(library: &LibraryLinks, watch: &impl Watch) -> Option<CitingRows> {
    let rows = library.shelf.rows();
    let bytes = library.cache.as_ref().and_then(|cache| SealedBytes::read(&cache.path(CITED)));
    let stored: Option<StoredCited<'_>> = bytes.as_ref().and_then(SealedBytes::value);
    let known = stored.as_ref().map(known).unwrap_or_default();
    let is_known = |row: &DocumentRow| row.state != 0 && known.contains_key(&row.state);
    let new: Vec<usize> = (0..rows.len()).filter(|row| !is_known(&rows[*row])).collect();
    let mut read: HashMap<usize, BTreeSet<String>> = HashMap::new();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let mut done = rows.len() - new.len();
    for batch in new.chunks(BATCH * cores) {
        if !watch.continues(done, rows.len()) {
            return None;
        }
        done += batch.len();
        read.extend(batch.iter().copied().zip(cited_by_all(library, batch)));
    }
    let mut citing = CitingRows::new();
    let mut cite = |symbol: &str, row: usize| match citing.get_mut(symbol) {
        Some(rows) => rows.push(row),
        None => drop(citing.insert(symbol.to_owned(), vec![row])),
    };
    for (at, row) in rows.iter().enumerate() {
        match read.get(&at) {
            Some(symbols) => symbols.iter().for_each(|symbol| cite(symbol, at)),
            None => known[&row.state].iter().for_each(|symbol| cite(symbol, at)),
        }
    }
    if let Some(cache) = &library.cache
        && (new.iter().any(|row| rows[*row].state != 0) || known.len() > rows.len())
    {
        keep(cache, rows, &citing);
    }
    Some(citing)
}

/// What each document cites, by its state; nothing if a place is wrong.
fn known<'a>(stored: &StoredCited<'a>) -> HashMap<u64, Vec<&'a str>> {
    let symbol = |place: &u32| stored.symbols.get(usize::try_from(*place).ok()?).copied();
    let cited = |document: &StoredCiting| {
        Some((document.state, document.cited.iter().map(symbol).collect::<Option<_>>()?))
    };
    stored.documents.iter().map(cited).collect::<Option<_>>().unwrap_or_default()
}

/// The symbols that each of these rows cites, in their order.
fn cited_by_all(library: &LibraryLinks, rows: &[usize]) -> Vec<BTreeSet<String>> {
    let read = |rows: &[usize]| -> Vec<BTreeSet<String>> {
        let cited = |row: &usize| {
            let links = library.read(*row).map(|document| document.links).unwrap_or_default();
            links.iter().filter_map(|link| link.to.symbol.as_ref()).map(Symbol::to_string).collect()
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
    let sorted: BTreeMap<&str, &Vec<usize>> =
        citing.iter().map(|(symbol, rows)| (symbol.as_str(), rows)).collect();
    let mut documents: Vec<StoredCiting> =
        rows.iter().map(|row| StoredCiting { state: row.state, cited: Vec::new() }).collect();
    for (place, rows) in (0_u32..).zip(sorted.values()) {
        rows.iter().for_each(|row| documents[*row].cited.push(place));
    }
    documents.retain(|document| document.state != 0);
    sealed::write(&cache.path(CITED), &StoredCited { symbols: sorted.into_keys().collect(), documents });
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
