//! The index of what the delegate wrote, kept up to date as it changes: what is new or changed is in a small index beside the large one,
//! so that a note that was just typed is found at once, however many there are.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::model::Delegations;
use crate::search::index::SearchEntry;
use crate::store::index::{MemoryIndex, entries};
use crate::workspace::Contents;

/// So many texts may have changed, or this share of all, before all are indexed again.
const LEAST_CHANGED: usize = 500;
const SHARE_CHANGED: usize = 10;

/// An index of what the delegate wrote. Empty to begin with.
#[derive(Default)]
pub struct WrittenIndex {
    /// All texts as they were when they were indexed together; those that have changed since are hidden.
    all: Option<MemoryIndex>,
    /// The texts in it by their ids.
    known: HashMap<String, IndexedText>,
    /// The texts that are new or have changed since.
    fresh: Option<MemoryIndex>,
}

/// A text in the index of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct IndexedText {
    entry: u32,
    /// The checksum of all that is indexed of it.
    sum: u64,
}

impl WrittenIndex {
    /// Brings it up to date.
    pub fn update(&mut self, contents: &Contents, delegations: &Delegations) {
        let entries = entries::of_contents(contents, delegations);
        let mut hidden: HashSet<u32> = self.known.values().map(|known| known.entry).collect();
        let is_changed = |entry: &&SearchEntry| match self.known.get(&entry.id) {
            Some(known) if known.sum == sum(entry) => {
                hidden.remove(&known.entry);
                false
            }
            _ => true,
        };
        let changed: Vec<&SearchEntry> = entries.iter().filter(is_changed).collect();
        let most = LEAST_CHANGED.max(entries.len() / SHARE_CHANGED);
        match &mut self.all {
            Some(all) if changed.len() + hidden.len() <= most => {
                all.hidden = Arc::new(hidden);
                self.fresh = index(changed.into_iter());
            }
            _ => self.index_all(&entries),
        }
    }

    fn index_all(&mut self, entries: &[SearchEntry]) {
        let text =
            |(entry, text): (u32, &SearchEntry)| (text.id.clone(), IndexedText { entry, sum: sum(text) });
        self.all = index(entries.iter());
        self.known = (0..).zip(entries).map(text).collect();
        self.fresh = None;
    }

    /// Its parts.
    pub(super) fn indexes(&self) -> impl Iterator<Item = &MemoryIndex> {
        self.all.iter().chain(&self.fresh)
    }
}

/// An index of texts; `None` if there are none, or the memory does not suffice.
fn index<'e>(entries: impl Iterator<Item = &'e SearchEntry>) -> Option<MemoryIndex> {
    let mut entries = entries.peekable();
    entries.peek()?;
    MemoryIndex::new(entries).ok()
}

fn sum(entry: &SearchEntry) -> u64 {
    let SearchEntry { kind, symbol, address, id, language, text, context, title, facets } = entry;
    let mut sum = DefaultHasher::new();
    (kind, symbol, address, id).hash(&mut sum);
    (language, text, context, title, facets).hash(&mut sum);
    sum.finish()
}
