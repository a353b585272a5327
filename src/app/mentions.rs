//! Which notes and positions cite which passages: the links that are followed from a passage back to the notes.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::base::Id;
use crate::cite::mention::{may_have, mentions};
use crate::cite::resolve::Index;
use crate::model::{Address, Document, Place, Reference, Symbol};
use crate::workspace::{Note, Notebook};

/// Texts that are read at once at most; the others follow, so that no key waits for them.
const AT_ONCE: usize = 20;

/// Which texts cite which passages. A text is read again only after it has changed.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// What each text cites, as it was last read.
    cited: HashMap<Id, TextCitations>,
    /// The texts that cite a passage, document by document.
    by_passage: HashMap<Symbol, BTreeMap<Address, BTreeSet<Id>>>,
    /// The texts that are still to be read.
    waiting: Vec<Id>,
    /// The revisions of the notebooks that were looked at last.
    seen: Option<[u64; 2]>,
}

/// What a text cites.
#[derive(Debug, Clone)]
struct TextCitations {
    /// The checksum of its words and its passage.
    checksum: u64,
    passages: BTreeSet<Reference>,
}

impl Mentions {
    /// Whether all texts have been read as they are now.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.waiting.is_empty() && self.seen.is_some()
    }

    /// The texts that cite a passage, a part of it, or the paragraph it is in.
    #[must_use]
    pub fn of(&self, passage: &Reference) -> BTreeSet<Id> {
        let cited = self.by_passage.get(&passage.symbol).into_iter().flatten();
        cited
            .filter(|(address, _)| bears_on(address, &passage.address))
            .flat_map(|(_, ids)| ids)
            .copied()
            .collect()
    }

    /// Reads what changed texts cite, as far as there is time for it now. The index is asked for only if a text may cite
    /// something.
    pub fn read<'a>(&mut self, notebooks: [&Notebook; 2], index: impl Fn() -> &'a Index) {
        self.look(notebooks);
        self.read_some(notebooks, index);
    }

    /// Looks which texts have changed since the last time.
    fn look(&mut self, notebooks: [&Notebook; 2]) {
        let revisions = notebooks.map(Notebook::revision);
        if self.seen == Some(revisions) {
            return;
        }
        let (mut present, mut waiting) = (HashSet::new(), Vec::new());
        for note in notebooks.into_iter().flat_map(Notebook::notes) {
            present.insert(note.id);
            if self.cited.get(&note.id).is_none_or(|cited| cited.checksum != checksum(note)) {
                waiting.push(note.id);
            }
        }
        let gone: Vec<Id> = self.cited.keys().filter(|id| !present.contains(id)).copied().collect();
        gone.into_iter().for_each(|id| self.remove(id));
        // The newest first: they are read from the end.
        waiting.reverse();
        (self.waiting, self.seen) = (waiting, Some(revisions));
    }

    fn read_some<'a>(&mut self, notebooks: [&Notebook; 2], index: impl Fn() -> &'a Index) {
        let mut read = 0;
        while read < AT_ONCE
            && let Some(id) = self.waiting.pop()
        {
            self.remove(id);
            let Some(note) = notebooks.into_iter().find_map(|notebook| notebook.get(id)) else {
                continue;
            };
            let mut passages = BTreeSet::new();
            if may_have(&note.text) {
                read += 1;
                let found = mentions(&note.text, index(), note.anchor.as_ref());
                passages.extend(
                    found.into_iter().filter(|found| found.is_certain).flat_map(|found| found.targets),
                );
            }
            for passage in &passages {
                let of_document = self.by_passage.entry(passage.symbol.clone()).or_default();
                of_document.entry(passage.address.clone()).or_default().insert(id);
            }
            self.cited.insert(id, TextCitations { checksum: checksum(note), passages });
        }
    }

    fn remove(&mut self, id: Id) {
        for passage in self.cited.remove(&id).into_iter().flat_map(|cited| cited.passages) {
            let Some(of_document) = self.by_passage.get_mut(&passage.symbol) else { continue };
            if let Some(ids) = of_document.get_mut(&passage.address) {
                ids.remove(&id);
                if ids.is_empty() {
                    of_document.remove(&passage.address);
                }
            }
        }
    }
}

fn checksum(note: &Note) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&note.text, &note.anchor).hash(&mut hasher);
    hasher.finish()
}

/// Whether the citation of one address bears on a passage: it cites it, a part of it, or what it is a part of.
fn bears_on(cited: &Address, passage: &Address) -> bool {
    let is_numbered =
        |address: &Address| address.place != Place::Title && Document::heading_level(address).is_none();
    cited == passage
        || is_numbered(cited) && is_numbered(passage) && (cited.covers(passage) || passage.covers(cited))
}
