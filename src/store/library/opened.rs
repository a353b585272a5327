//! Opening a library: its catalogue is read, its documents only when they are asked for.

use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use super::rows::{FileMark, FiledRow, LibraryCache};
use super::{LIMIT, addresses};
use crate::base::{Error, Result, Unwatched, Watch};
use crate::model::{AddressList, Catalogued, Document, DocumentLoader, DocumentRow, Language, Shelf, Symbol};
use crate::store::cache::FileSeal;
use crate::store::{bundled, document, file};

/// So many files are read by each thread before somebody who watches is asked.
const BATCH: usize = 32;

/// A library that has been opened.
#[derive(Debug)]
pub struct OpenedLibrary {
    /// Its documents.
    pub shelf: Shelf,
    /// What cannot be read.
    pub errors: Vec<Error>,
    /// The state of its files when it was opened, as in [`fingerprint`].
    pub fingerprint: u64,
}

/// Where the TOML form of a document is.
#[derive(Debug, Clone)]
enum DocumentPlace {
    /// Built into the program, with this index.
    Bundled(usize),
    /// A file of the workspace.
    File(PathBuf),
}

/// A document of the library, by the file it is in.
#[derive(Debug, Clone)]
struct LibraryFile {
    place: DocumentPlace,
    /// Name and seal; `None` if the file has none, or a name that is not UTF-8, so that it is not cached.
    mark: Option<FileMark>,
    /// The path that messages name.
    shown: String,
}

/// What is known of a file when the library is opened.
enum KnownFile {
    /// The catalogue has it as it is.
    Row(DocumentRow),
    /// It was read now.
    Document(Box<Document>),
    /// It cannot be read.
    Fault(Error),
}

/// The documents of a workspace, to be read when they are asked for.
#[derive(Debug)]
struct LibraryLoader {
    files: Vec<LibraryFile>,
    cache: Option<LibraryCache>,
}

impl DocumentLoader for LibraryLoader {
    fn load(&self, entry: usize) -> Result<Document> {
        let file = &self.files[entry];
        if let (DocumentPlace::File(path), Some(mark)) = (&file.place, &file.mark)
            && FileSeal::of(path) != Some(mark.seal)
        {
            return Err(Error::broken("document-changed").with("file", &file.shown));
        }
        let known = file.mark.as_ref().and_then(|mark| self.cache.as_ref()?.document(mark));
        known.map_or_else(|| file.read(self.cache.as_ref()), Ok)
    }

    fn addresses(&self, entries: &[usize]) -> Option<AddressList> {
        let state = |entry: &usize| Some(self.files.get(*entry)?.mark.as_ref()?.number());
        let states: Vec<u64> = entries.iter().map(state).collect::<Option<_>>()?;
        let lines = |at: usize| Some(AddressList::lines(&self.load(entries[at]).ok()?));
        addresses::read(self.cache.as_ref()?, &states, lines)
    }
}

impl LibraryFile {
    fn bundled(index: usize) -> Self {
        let name = format!("bundled/{}", bundled::document_name(index));
        let mark = FileMark { name: name.clone(), seal: FileSeal { modified_ns: 0, bytes: 0 } };
        Self { place: DocumentPlace::Bundled(index), mark: Some(mark), shown: name }
    }

    fn of(folder: &Path, name: OsString) -> Self {
        let path = folder.join(&name);
        let shown = format!("documents/{}", file::shown(Path::new(&name)));
        let seal = FileSeal::of(&path);
        let mark = name.into_string().ok().zip(seal).map(|(name, seal)| FileMark { name, seal });
        Self { place: DocumentPlace::File(path), mark, shown }
    }

    /// Reads the TOML form, and writes the faster one.
    fn read(&self, cache: Option<&LibraryCache>) -> Result<Document> {
        let document = match &self.place {
            DocumentPlace::Bundled(index) => bundled::document(*index),
            DocumentPlace::File(path) => {
                let text = file::text(path, LIMIT).map_err(|error| file::shown_as(error, &self.shown))?;
                document::from_toml(&text.unwrap_or_default(), &self.shown)
                    .map_err(|error| file::shown_as(error, &self.shown))?
            }
        };
        if let (Some(cache), Some(mark)) = (cache, &self.mark) {
            cache.keep_document(mark, &document);
        }
        Ok(document)
    }
}

/// The documents bundled with the program, and those of the workspace, which replace bundled ones of the same symbol and language.
/// What cannot be read is reported and left where it is. `None` if the watcher stops it between two documents.
pub(super) fn read(
    workspace: &Path,
    cache: Option<&LibraryCache>,
    watch: &impl Watch,
) -> Option<OpenedLibrary> {
    let (own, error) = own_files(&workspace.join("documents"));
    let mut errors: Vec<Error> = error.into_iter().collect();
    let fingerprint = fingerprint_of(&own);
    let mut files: Vec<LibraryFile> = (0..bundled::count()).map(LibraryFile::bundled).collect();
    files.extend(own);
    // A workspace without documents needs no caches: looking at it writes nothing.
    let is_filed = files.len() > bundled::count();
    let cache = cache.filter(|_| is_filed);
    let known = known(&files, cache, watch)?;
    let (mut entries, mut held) = (Vec::with_capacity(files.len()), Vec::with_capacity(files.len()));
    for (file, known) in files.into_iter().zip(known) {
        match known {
            KnownFile::Fault(error) => {
                errors.push(error);
                continue;
            }
            KnownFile::Row(row) => entries.push(Catalogued { row, document: None }),
            KnownFile::Document(document) => {
                let state = file.mark.as_ref().filter(|_| is_filed).map_or(0, FileMark::number);
                let row = DocumentRow { state, ..DocumentRow::of(&document) };
                entries.push(Catalogued { row, document: Some(*document) });
            }
        }
        held.push(file);
    }
    let loader = LibraryLoader { files: held, cache: cache.cloned() };
    Some(OpenedLibrary { shelf: Shelf::catalogued(entries, Arc::new(loader)), errors, fingerprint })
}

/// A document of the library that may be replaced: what it is, and its file if it is not bundled.
#[derive(Debug, Clone)]
pub(super) struct ReplaceableDocument {
    pub symbol: Symbol,
    pub language: Language,
    /// The name of its file in the folder of the documents.
    pub name: Option<OsString>,
}

/// The documents of a library, given by the folder of its documents, the bundled ones first; and the names of the files that cannot
/// be read.
///
/// # Errors
/// `folder-unreadable` (`file`, `reason`, `what`).
pub(super) fn replaceable(
    folder: &Path,
    cache: Option<&LibraryCache>,
) -> Result<(Vec<ReplaceableDocument>, Vec<OsString>)> {
    file::names(folder)?;
    let mut files: Vec<LibraryFile> = (0..bundled::count()).map(LibraryFile::bundled).collect();
    files.extend(own_files(folder).0);
    let known = known(&files, cache, &Unwatched).expect("nobody stops it");
    let (mut found, mut unread) = (Vec::with_capacity(files.len()), Vec::new());
    for (file, known) in files.into_iter().zip(known) {
        let name = match &file.place {
            DocumentPlace::Bundled(_) => None,
            DocumentPlace::File(path) => path.file_name().map(OsString::from),
        };
        let (symbol, language) = match known {
            KnownFile::Row(row) => (row.symbol, row.language),
            KnownFile::Document(document) => (document.symbol, document.language),
            KnownFile::Fault(_) => {
                unread.extend(name);
                continue;
            }
        };
        found.push(ReplaceableDocument { symbol, language, name });
    }
    Ok((found, unread))
}

/// The document files in a folder, in order of their names, and why there are none if their folder cannot be read.
fn own_files(folder: &Path) -> (Vec<LibraryFile>, Option<Error>) {
    let names = match file::names(folder) {
        Ok(names) => names,
        Err(error) => return (Vec::new(), Some(file::shown_as(error, "documents"))),
    };
    let is_document = |name: &OsString| Path::new(name).extension().is_some_and(|ending| ending == "toml");
    (names.into_iter().filter(is_document).map(|name| LibraryFile::of(folder, name)).collect(), None)
}

fn fingerprint_of(files: &[LibraryFile]) -> u64 {
    let mut fingerprint = DefaultHasher::new();
    files.iter().for_each(|file| (&file.shown, &file.mark).hash(&mut fingerprint));
    fingerprint.finish()
}

/// A number that changes when a document file of a workspace does.
#[must_use]
pub fn fingerprint(workspace: &Path) -> u64 {
    fingerprint_of(&own_files(&workspace.join("documents")).0)
}

/// What is known of each file, from the catalogue or, where that does not have it as it is, by reading it. The catalogue is written
/// again if it has changed.
fn known(files: &[LibraryFile], cache: Option<&LibraryCache>, watch: &impl Watch) -> Option<Vec<KnownFile>> {
    let mut rows = cache.map(LibraryCache::rows).unwrap_or_default();
    let mut known: Vec<Option<KnownFile>> = Vec::with_capacity(files.len());
    for file in files {
        let row =
            file.mark.as_ref().filter(|mark| rows.get(&mark.name).is_some_and(|row| row.mark == **mark));
        let row = row.and_then(|mark| rows.remove(&mark.name));
        known.push(row.map(|filed| KnownFile::Row(filed.row)));
    }
    let new: Vec<usize> = (0..files.len()).filter(|at| known[*at].is_none()).collect();
    let is_kept = cache.is_none() || new.len() <= BATCH;
    let mut done = files.len() - new.len();
    for batch in new.chunks(BATCH * threads(new.len()).get()) {
        if !watch.continues(done, files.len()) {
            return None;
        }
        done += batch.len();
        for (at, read) in batch.iter().zip(read_all(files, batch, cache)) {
            known[*at] = Some(match read {
                Ok(document) if is_kept => KnownFile::Document(Box::new(document)),
                Ok(document) => {
                    let state = files[*at].mark.as_ref().map_or(0, FileMark::number);
                    KnownFile::Row(DocumentRow { state, ..DocumentRow::of(&document) })
                }
                Err(error) => KnownFile::Fault(error),
            });
        }
    }
    let known: Vec<KnownFile> =
        known.into_iter().map(|one| one.expect("every file is in one of both lists")).collect();
    // What is left of the rows is of files that have changed or are gone.
    let is_new = new.iter().any(|at| !matches!(known[*at], KnownFile::Fault(_)));
    if let Some(cache) = cache.filter(|_| is_new || !rows.is_empty()) {
        let filed = files.iter().zip(&known).filter_map(|(file, known)| filed(file, known));
        cache.keep_rows(&filed.collect::<Vec<_>>());
    }
    Some(known)
}

fn filed(file: &LibraryFile, known: &KnownFile) -> Option<FiledRow> {
    let mark = file.mark.clone()?;
    match known {
        KnownFile::Row(row) => Some(FiledRow { mark, row: row.clone() }),
        KnownFile::Document(document) => Some(FiledRow { mark, row: DocumentRow::of(document) }),
        KnownFile::Fault(_) => None,
    }
}

/// How many threads read so many files: one is enough for a few.
fn threads(files: usize) -> NonZero<usize> {
    let cores = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    if files <= BATCH { NonZero::<usize>::MIN } else { cores }
}

/// Reads the files at these places, in this order.
fn read_all(files: &[LibraryFile], places: &[usize], cache: Option<&LibraryCache>) -> Vec<Result<Document>> {
    let read = |places: &[usize]| -> Vec<Result<Document>> {
        places.iter().map(|at| files[*at].read(cache)).collect()
    };
    if places.len() <= BATCH {
        return read(places);
    }
    thread::scope(|scope| {
        let parts: Vec<_> = places.chunks(BATCH).map(|part| scope.spawn(move || read(part))).collect();
        let parts = parts.into_iter().map(|part| part.join());
        parts.flat_map(|part| part.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

#[cfg(test)]
mod tests;
