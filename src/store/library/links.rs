//! Citations in the caches: the links of each document, and a reverse index of which documents cite which.

use std::borrow::Cow;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::rows::LibraryCache;
use super::sealed::{self, SealedBytes};
use crate::base::{Span, checksum};
use crate::cite::Aliases;
use crate::cite::expand::Target;
use crate::cite::graph::{DocumentLinks, Link};
use crate::model::{Address, Document, DocumentRow, Language, Reference, Shelf, Symbol};

/// The folder of the links of each document.
const LINKS: &str = "links";

/// The links of a document; the state is that of its file.
#[derive(Serialize, Deserialize)]
struct StoredLinks<'a> {
    state: u64,
    #[serde(borrow)]
    addresses: Vec<Cow<'a, str>>,
    /// For each passage, the place after the last one that belongs to it.
    reach: Vec<usize>,
    #[serde(borrow)]
    links: Vec<StoredLink<'a>>,
}

#[derive(Serialize, Deserialize)]
struct StoredLink<'a> {
    /// The place of the passage that cites among the addresses.
    from: usize,
    symbol: Option<&'a str>,
    #[serde(borrow)]
    address: Cow<'a, str>,
    raw: &'a str,
    start: usize,
    end: usize,
    /// The footnote in which it cites.
    #[serde(borrow)]
    through: Option<Cow<'a, str>>,
}

/// The links of the document of a row, from the caches or read from its text and written there. `None` if it cannot be read.
pub(super) fn read(cache: Option<&LibraryCache>, shelf: &Shelf, row: usize) -> Option<DocumentLinks> {
    let known = &shelf.rows()[row];
    let stored = |stored: StoredLinks<'_>| stored.links(known);
    stored_of(cache, known, stored).or_else(|| read_text(cache, shelf, row))
}

/// Those of its links that lead to a document which fits. Of those in the caches only these are read whole.
pub(super) fn read_leading(
    cache: Option<&LibraryCache>,
    shelf: &Shelf,
    row: usize,
    fits: impl Fn(&str) -> bool,
) -> Option<Vec<Link>> {
    let known = &shelf.rows()[row];
    let leads = |link: &&StoredLink<'_>| link.symbol.is_some_and(&fits);
    let stored = |stored: StoredLinks<'_>| -> Option<Vec<Link>> {
        let from = |link: &StoredLink<'_>| stored.addresses.get(link.from)?.parse().ok();
        let found = stored.links.iter().filter(leads);
        (stored.state == known.state)
            .then(|| found.map(|link| link.link(known, &from(link)?)).collect::<Option<_>>())
            .flatten()
    };
    stored_of(cache, known, stored).or_else(|| {
        let leads = |link: &Link| link.to.symbol.as_ref().is_some_and(|symbol| fits(symbol.as_str()));
        Some(read_text(cache, shelf, row)?.links.into_iter().filter(leads).collect())
    })
}

/// What the caches have of the links of a document.
fn stored_of<T>(
    cache: Option<&LibraryCache>,
    row: &DocumentRow,
    read: impl Fn(StoredLinks<'_>) -> Option<T>,
) -> Option<T> {
    let path = file_of(cache.filter(|_| row.state != 0)?, &row.symbol, row.language);
    SealedBytes::read(&path)?.value::<StoredLinks<'_>>().and_then(read)
}

/// Reads the links of a document from its text, and writes them into the caches.
fn read_text(cache: Option<&LibraryCache>, shelf: &Shelf, row: usize) -> Option<DocumentLinks> {
    let known = &shelf.rows()[row];
    let links = DocumentLinks::of(&*shelf.pass(row)?, Aliases::bundled());
    if let Some(cache) = cache.filter(|_| known.state != 0) {
        let path = file_of(cache, &known.symbol, known.language);
        sealed::write(&path, &StoredLinks::of(&links, known.state));
    }
    Some(links)
}

/// Reads the links of a document whose file has a state from its text, and writes them into the caches.
pub(super) fn keep(cache: &LibraryCache, document: &Document, state: u64) {
    let links = DocumentLinks::of(document, Aliases::bundled());
    sealed::write(&file_of(cache, &document.symbol, document.language), &StoredLinks::of(&links, state));
}

/// The file of the links of a document.
pub(super) fn file_of(cache: &LibraryCache, symbol: &Symbol, language: Language) -> PathBuf {
    let name = format!("{symbol} {language}");
    cache.path(LINKS).join(format!("{:016x}.bin", checksum::of(name.as_bytes())))
}

impl<'a> StoredLinks<'a> {
    fn of(links: &'a DocumentLinks, state: u64) -> Self {
        let written = |address: &Address| Cow::Owned(address.to_string());
        let mut stored = Vec::with_capacity(links.links.len());
        for (from, ends) in links.starts.windows(2).enumerate() {
            stored.extend(links.links[ends[0]..ends[1]].iter().map(|link| StoredLink {
                from,
                symbol: link.to.symbol.as_ref().map(Symbol::as_str),
                address: written(&link.to.address),
                raw: &link.raw,
                start: link.span.start,
                end: link.span.end,
                through: link.through.as_ref().map(written),
            }));
        }
        let addresses = links.addresses.iter().map(written).collect();
        Self { state, addresses, reach: links.reach.clone(), links: stored }
    }

    /// The links, if they are those of the row and all of them can be read.
    fn links(self, row: &DocumentRow) -> Option<DocumentLinks> {
        let count = self.addresses.len();
        let fits = self.state == row.state
            && self.reach.len() == count
            && self.reach.iter().all(|end| *end <= count)
            && self.links.is_sorted_by_key(|link| link.from)
            && self.links.last().is_none_or(|link| link.from < count);
        if !fits {
            return None;
        }
        let addresses: Vec<Address> =
            self.addresses.iter().map(|address| address.parse().ok()).collect::<Option<_>>()?;
        let starts = (0..=count).map(|place| self.links.partition_point(|link| link.from < place)).collect();
        let link = |stored: &StoredLink<'_>| stored.link(row, &addresses[stored.from]);
        let links = self.links.iter().map(link).collect::<Option<_>>()?;
        let (symbol, language) = (row.symbol.clone(), row.language);
        Some(DocumentLinks { symbol, language, addresses, reach: self.reach, links, starts })
    }
}

impl StoredLink<'_> {
    fn link(&self, row: &DocumentRow, from: &Address) -> Option<Link> {
        let symbol = self.symbol.map(|symbol| Symbol::spelled(symbol.to_owned()));
        let through = self.through.as_deref().map(str::parse).transpose().ok()?;
        (self.start <= self.end).then_some(())?;
        Some(Link {
            from: Reference { symbol: row.symbol.clone(), address: from.clone() },
            language: row.language,
            to: Target { symbol, address: self.address.parse().ok()? },
            held: false,
            raw: self.raw.to_owned(),
            span: Span::new(self.start, self.end),
            through,
        })
    }
}
