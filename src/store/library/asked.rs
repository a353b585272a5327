//! Follow-ups in the caches: those of each document, as they were read with the words and the calendar of the known processes.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::rows::LibraryCache;
use super::sealed::{self, SealedBytes};
use super::stored_followup::StoredFollowUp;
use crate::base::checksum;
use crate::followup::{FollowUp, OfDocuments, ReadsFollowUps, ShelfFollowUps, TextFollowUps, owner};
use crate::language::Languages;
use crate::model::{Language, Process, Shelf, Symbol};

/// The folder of the follow-ups of each document.
const FOLLOWUPS: &str = "followups";

/// The follow-ups of a document.
#[derive(Serialize, Deserialize)]
struct StoredFollowUps {
    /// The state of its file.
    state: u64,
    /// With which processes it was read.
    processes: u64,
    list: Vec<StoredFollowUp>,
}

/// Reads the follow-ups of a library, from the caches where they have them.
#[derive(Debug)]
struct CachedFollowUps {
    reader: ShelfFollowUps,
    cache: LibraryCache,
    /// A number for what is the same for all documents: the names of all bodies.
    bodies: u64,
}

/// The follow-ups of the documents on a shelf, each read when it is first asked for.
#[must_use]
pub fn followups(shelf: &Shelf, cache: Option<&LibraryCache>, processes: &[Process]) -> OfDocuments {
    let Some(cache) = cache.cloned() else {
        return crate::followup::of_shelf(shelf, processes, Languages::bundled());
    };
    let bodies: Vec<_> = processes.iter().map(|process| &process.body).collect();
    let bodies = checksum::of(format!("{bodies:?}").as_bytes());
    let reader = ShelfFollowUps::new(shelf, processes, Languages::bundled());
    OfDocuments::read_by(std::sync::Arc::new(CachedFollowUps { reader, cache, bodies }), shelf)
}

impl ReadsFollowUps for CachedFollowUps {
    fn read(&self, symbol: &Symbol) -> Vec<TextFollowUps> {
        // The dates of the process it belongs to are those of its deadlines.
        let owner = owner(&self.reader.processes, symbol);
        let processes = self.bodies ^ checksum::of(format!("{owner:?}").as_bytes());
        let rows = self.reader.shelf.range(symbol);
        rows.filter_map(|row| {
            let language = self.reader.shelf.rows()[row].language;
            Some(TextFollowUps { language, list: self.of_row(row, processes)? })
        })
        .collect()
    }
}

impl CachedFollowUps {
    fn of_row(&self, row: usize, processes: u64) -> Option<Vec<FollowUp>> {
        let known = &self.reader.shelf.rows()[row];
        let path = (known.state != 0).then(|| file_of(&self.cache, &known.symbol, known.language));
        if let Some(path) = &path
            && let Some(bytes) = SealedBytes::read(path)
            && let Some(stored) = bytes.value::<StoredFollowUps>()
            && (stored.state, stored.processes) == (known.state, processes)
            && let Some(list) = stored.list.into_iter().map(|one| one.followup(known)).collect()
        {
            return Some(list);
        }
        let list = self.reader.of_text(&*self.reader.shelf.pass(row)?);
        if let Some(path) = path {
            let stored = list.iter().map(StoredFollowUp::of).collect();
            sealed::write(&path, &StoredFollowUps { state: known.state, processes, list: stored });
        }
        Some(list)
    }
}

/// The file of the follow-ups of a document.
pub(super) fn file_of(cache: &LibraryCache, symbol: &Symbol, language: Language) -> PathBuf {
    let name = format!("{symbol} {language}");
    cache.path(FOLLOWUPS).join(format!("{:016x}.bin", checksum::of(name.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Catalogued, Document, DocumentLoader, DocumentRow};
    use crate::store::{bundled, process};

    #[derive(Debug)]
    struct Bundled;

    impl DocumentLoader for Bundled {
        fn load(&self, entry: usize) -> crate::base::Result<Document> {
            Ok(bundled::document(entry))
        }

        fn addresses(&self, _: &[usize]) -> Option<crate::model::AddressList> {
            None
        }
    }

    /// The bundled documents as if they were in files.
    fn shelf() -> Shelf {
        let row = |(state, document): (u64, Document)| DocumentRow { state, ..DocumentRow::of(&document) };
        let rows = (1..).zip(bundled::documents()).map(row);
        let entries = rows.map(|row| Catalogued { row: row.into(), document: None }).collect();
        Shelf::catalogued(entries, std::sync::Arc::new(Bundled))
    }

    /// All follow-ups, every field of them.
    fn all(followups: &OfDocuments, shelf: &Shelf) -> Vec<Vec<FollowUp>> {
        let rows = shelf.rows().iter();
        rows.map(|row| followups.list(&row.symbol, row.language).to_vec()).collect()
    }

    #[test]
    fn follow_ups_from_the_caches_are_those_of_the_text_until_a_date_of_the_process_changes() {
        let home = tempfile::tempdir().unwrap();
        let cache = LibraryCache::new(home.path());
        let mut processes = process::processes();
        let read = |processes: &[Process], cache| all(&followups(&shelf(), cache, processes), &shelf());
        let plain = read(&processes, None);
        assert!(plain.iter().flatten().count() > 20);
        for run in ["written", "read"] {
            assert!(read(&processes, Some(&cache)) == plain, "{run}");
        }
        for session in processes.iter_mut().flat_map(|process| &mut process.sessions) {
            session.to = session.to.and_then(|day| day.pred_opt());
            session.from = session.from.and_then(|day| day.pred_opt());
        }
        let undated = read(&processes, Some(&cache));
        assert!(undated != plain && undated == read(&processes, None));
    }
}
