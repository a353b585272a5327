//! The index of what the delegate wrote, kept up to date as it changes: what is new or changed is in a small index beside the large one,
//! so that a note that was just typed is found at once, however many there are.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::base::Id;
use crate::model::Delegations;
use crate::search::index::SearchEntry;
use crate::store::index::{MemoryIndex, entries};
use crate::workspace::{Contents, Kind, Note, Tracker};

/// So many texts may have changed, or this share of all, before all are indexed again.
const LEAST_CHANGED: usize = 500;
const SHARE_CHANGED: usize = 50;

/// What the delegate wrote, to be indexed. The texts are shared with the interface, which does not wait until they are copied.
pub struct SharedTexts {
    notes: Vec<Arc<Note>>,
    tracker: Tracker,
    delegations: Arc<Delegations>,
}

impl SharedTexts {
    /// The texts and remarks as they are now.
    #[must_use]
    pub fn of(contents: &Contents, delegations: &Arc<Delegations>) -> Self {
        let notes = Kind::ALL.into_iter().flat_map(|kind| contents.of(kind).shared()).cloned();
        Self::new(notes, contents.tracker.clone(), delegations)
    }

    /// Texts of all kinds, and the tracker with its remarks.
    #[must_use]
    pub fn new(
        notes: impl Iterator<Item = Arc<Note>>,
        tracker: Tracker,
        delegations: &Arc<Delegations>,
    ) -> Self {
        Self { notes: notes.collect(), tracker, delegations: Arc::clone(delegations) }
    }
}

/// An index of what the delegate wrote. Empty to begin with.
#[derive(Default)]
pub struct WrittenIndex {
    /// All texts as they were when they were indexed together; those that have changed since are hidden.
    all: Option<MemoryIndex>,
    /// The texts in it by their ids.
    known: HashMap<Id, IndexedText>,
    /// The delegations whose names were indexed with them.
    delegations: Option<Arc<Delegations>>,
    /// The texts that are new or have changed since.
    fresh: Option<MemoryIndex>,
}

/// A text in the index of all.
#[derive(Debug, Clone)]
struct IndexedText {
    entry: u32,
    /// The checksum of all that is indexed of it.
    sum: u64,
    /// The text as it was; `None` for a remark.
    note: Option<Arc<Note>>,
}

/// A text to be indexed.
struct TextEntry {
    id: Option<Id>,
    entry: SearchEntry,
    note: Option<Arc<Note>>,
}

impl WrittenIndex {
    /// Brings it up to date. Texts that are the same as before are not looked at.
    pub fn update(&mut self, texts: &SharedTexts) {
        let is_same = |own: &Arc<Delegations>| Arc::ptr_eq(own, &texts.delegations);
        let has_same_names = self.delegations.as_ref().is_some_and(is_same);
        let mut hidden: HashSet<u32> = self.known.values().map(|known| known.entry).collect();
        let mut changed: Vec<TextEntry> = Vec::new();
        let remarks = remarks(texts).map(|remark| (None, remark));
        let notes = texts.notes.iter().filter(|note| match self.known.get(&note.id) {
            Some(IndexedText { entry, note: Some(known), .. })
                if has_same_names && Arc::ptr_eq(known, note) =>
            {
                hidden.remove(entry);
                false
            }
            _ => true,
        });
        let notes: Vec<&Arc<Note>> = notes.collect();
        let notes = notes.into_iter().map(|note| (Some(note), of_note(note, &texts.delegations)));
        for (note, text) in notes.chain(remarks) {
            match text.id.and_then(|id| self.known.get_mut(&id)) {
                Some(known) if known.sum == sum(&text.entry) => {
                    hidden.remove(&known.entry);
                    known.note = note.cloned();
                }
                _ => changed.push(text),
            }
        }
        self.delegations = Some(Arc::clone(&texts.delegations));
        let most = LEAST_CHANGED.max(self.known.len() / SHARE_CHANGED);
        match &mut self.all {
            Some(all) if changed.len() + hidden.len() <= most => {
                all.hidden = Arc::new(hidden);
                self.fresh = index(changed.iter().map(|text| &text.entry));
            }
            _ => self.index_all(texts),
        }
    }

    fn index_all(&mut self, texts: &SharedTexts) {
        let notes = texts.notes.iter().map(|note| of_note(note, &texts.delegations));
        let all: Vec<TextEntry> = notes.chain(remarks(texts)).collect();
        self.all = index(all.iter().map(|text| &text.entry));
        let known = |(entry, text): (u32, TextEntry)| {
            Some((text.id?, IndexedText { entry, sum: sum(&text.entry), note: text.note }))
        };
        self.known = (0..).zip(all).filter_map(known).collect();
        self.fresh = None;
    }

    /// Its parts.
    pub(super) fn indexes(&self) -> impl Iterator<Item = &MemoryIndex> {
        self.all.iter().chain(&self.fresh)
    }
}

fn of_note(note: &Arc<Note>, delegations: &Delegations) -> TextEntry {
    let entry = entries::of_note(note, delegations);
    TextEntry { id: Some(note.id), entry, note: Some(Arc::clone(note)) }
}

fn remarks(texts: &SharedTexts) -> impl Iterator<Item = TextEntry> {
    let remarks = entries::of_tracker(&texts.tracker).into_iter();
    remarks.map(|entry| TextEntry { id: entry.id.parse().ok(), entry, note: None })
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
