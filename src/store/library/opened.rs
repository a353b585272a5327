//! Opening a library: its catalogue is read, its documents only when they are asked for.

use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::catalogue_file::{CatalogueFile, FiledRow, KnownRows};
use super::rows::{FileMark, LibraryCache};
use super::{LIMIT, addresses, removed};
use crate::base::{Error, Result, Unwatched, Watch};
use crate::model::{AddressList, Catalogued, Document, DocumentLoader, DocumentRow, Language, Shelf, Symbol};
use crate::store::cache::FileSeal;
use crate::store::file::FolderEntry;
use crate::store::parallel::{cores, in_parts, in_shares};
use crate::store::{bundled, document, file};

/// So many files are read by each thread before somebody who watches is asked.
const BATCH: usize = 32;
/// One thread asks for the state of at least so many files.
const LEAST_ASKED: usize = 1_000;

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

/// A document of the library, by the file it is in.
#[derive(Debug, Clone, Hash)]
struct LibraryFile {
    /// Its name in the folder of the documents; of a bundled document one that no file has.
    name: OsString,
    /// The index of a bundled document.
    bundled: Option<usize>,
    /// The state of the file; `None` if it has none.
    seal: Option<FileSeal>,
}

/// What is known of a file when the library is opened.
enum KnownFile {
    /// The catalogue has it as it is.
    Row(Arc<DocumentRow>),
    /// It was read now.
    Document(Arc<DocumentRow>, Box<Document>),
    /// It cannot be read.
    Fault(Error),
}

impl KnownFile {
    fn row(&self) -> Option<&DocumentRow> {
        match self {
            Self::Row(row) | Self::Document(row, _) => Some(row),
            Self::Fault(_) => None,
        }
    }
}

/// Where the documents of a library are read from.
#[derive(Debug)]
struct DocumentFolder {
    path: PathBuf,
    cache: Option<LibraryCache>,
}

/// The files of a library.
#[derive(Debug)]
enum LibraryFiles {
    /// As they were listed.
    Listed(Vec<LibraryFile>),
    /// Those of the catalogue, which has all of them.
    Catalogued(Arc<CatalogueFile>),
}

/// The documents of a workspace, to be read when they are asked for.
#[derive(Debug)]
struct LibraryLoader {
    files: LibraryFiles,
    folder: DocumentFolder,
}

impl LibraryFiles {
    fn get(&self, entry: usize) -> Option<LibraryFile> {
        match self {
            Self::Listed(files) => files.get(entry).cloned(),
            Self::Catalogued(_) if entry < bundled::count() => Some(LibraryFile::bundled(entry)),
            Self::Catalogued(catalogue) => {
                let FileMark { name, seal } = catalogue.mark(entry)?;
                Some(LibraryFile { name: name.into(), bundled: None, seal: Some(seal) })
            }
        }
    }

    /// The number of the state of a file; `None` if it has none.
    fn state(&self, entry: usize) -> Option<u64> {
        match self {
            Self::Listed(files) => Some(files.get(entry)?.mark()?.number()),
            Self::Catalogued(catalogue) => catalogue.state(entry),
        }
    }
}

impl DocumentLoader for LibraryLoader {
    fn load(&self, entry: usize) -> Result<Document> {
        let file = &self.files.get(entry).expect("the shelf asks for the files it was given");
        let is_changed =
            || file.seal.is_some() && FileSeal::of(&self.folder.path.join(&file.name)) != file.seal;
        if file.bundled.is_none() && is_changed() {
            return Err(Error::broken("document-changed").with("file", file.shown()));
        }
        self.folder.get(file)
    }

    fn addresses(&self, entries: &[usize]) -> Option<AddressList> {
        let state = |entry: &usize| self.files.state(*entry);
        let states: Vec<u64> = entries.iter().map(state).collect::<Option<_>>()?;
        let lines = |at: usize| Some(AddressList::lines(&self.load(entries[at]).ok()?));
        addresses::read(self.folder.cache.as_ref()?, &states, lines)
    }
}

impl LibraryFile {
    fn bundled(index: usize) -> Self {
        let name = format!("bundled/{}", bundled::document_name(index)).into();
        Self { name, bundled: Some(index), seal: Some(FileSeal { modified_ns: 0, bytes: 0 }) }
    }

    /// Name and state; `None` if it has no state, or a name that is not UTF-8, so that it is not cached.
    fn mark(&self) -> Option<FileMark<'_>> {
        Some(FileMark { name: self.name.to_str()?, seal: self.seal? })
    }

    /// The path that messages name.
    fn shown(&self) -> String {
        format!("documents/{}", file::shown(Path::new(&self.name)))
    }
}

impl DocumentFolder {
    /// The document of a file, in its faster form if the caches have that.
    fn get(&self, file: &LibraryFile) -> Result<Document> {
        let known = file.mark().and_then(|mark| self.cache.as_ref()?.document(&mark));
        known.map_or_else(|| self.read(file), Ok)
    }

    /// Reads the TOML form, and writes the faster one.
    fn read(&self, file: &LibraryFile) -> Result<Document> {
        let document = match file.bundled {
            Some(index) => bundled::document(index),
            None => {
                let shown = file.shown();
                let named = |error| file::shown_as(error, &shown);
                let text = file::text(&self.path.join(&file.name), LIMIT).map_err(named)?;
                document::from_toml(&text.unwrap_or_default(), &shown).map_err(named)?
            }
        };
        if let (Some(cache), Some(mark)) = (&self.cache, file.mark()) {
            cache.keep_document(&mark, &document);
        }
        Ok(document)
    }

    /// Reads the files at these places, in this order.
    fn read_all(&self, files: &[LibraryFile], places: &[usize]) -> Vec<Result<Document>> {
        let read = |places: &[usize]| -> Vec<Result<Document>> {
            places.iter().map(|at| self.get(&files[*at])).collect()
        };
        in_parts(places, BATCH, &read)
    }

    /// The row of a document of a file. A workspace without documents of its own has no state: nothing is cached for it.
    fn row(&self, file: &LibraryFile, document: &Document) -> Arc<DocumentRow> {
        let state = file.mark().filter(|_| self.cache.is_some()).map_or(0, |mark| mark.number());
        Arc::new(DocumentRow { state, ..DocumentRow::of(document) })
    }

    /// What is known of each file, from the catalogue or, where that does not have it as it is, by reading it. The catalogue is
    /// written again if it has changed.
    fn known(
        &self,
        catalogue: Option<&CatalogueFile>,
        files: &[LibraryFile],
        watch: &impl Watch,
    ) -> Option<Vec<KnownFile>> {
        let mut rows = KnownRows::of(catalogue);
        let row = |file: &LibraryFile| file.mark().and_then(|mark| rows.take(&mark));
        let mut known: Vec<Option<KnownFile>> =
            files.iter().map(row).map(|row| row.map(|row| KnownFile::Row(Arc::new(row)))).collect();
        let new: Vec<usize> = (0..files.len()).filter(|at| known[*at].is_none()).collect();
        let is_kept = self.cache.is_none() || new.len() <= BATCH;
        let mut done = files.len() - new.len();
        for batch in new.chunks(BATCH * cores()) {
            if !watch.continues(done, files.len()) {
                return None;
            }
            done += batch.len();
            for (at, read) in batch.iter().zip(self.read_all(files, batch)) {
                known[*at] = Some(match read {
                    Ok(document) if is_kept => {
                        KnownFile::Document(self.row(&files[*at], &document), Box::new(document))
                    }
                    Ok(document) => KnownFile::Row(self.row(&files[*at], &document)),
                    Err(error) => KnownFile::Fault(error),
                });
            }
        }
        let known: Vec<KnownFile> =
            known.into_iter().map(|one| one.expect("every file is in one of both lists")).collect();
        // What is left of the rows is of files that have changed or are gone.
        let is_new = new.iter().any(|at| !matches!(known[*at], KnownFile::Fault(_)));
        if let Some(cache) = self.cache.as_ref().filter(|_| is_new || !rows.is_empty()) {
            let filed = files
                .iter()
                .zip(&known)
                .filter_map(|(file, known)| Some(FiledRow { mark: file.mark()?, row: known.row()? }));
            CatalogueFile::write(cache, &filed.collect::<Vec<_>>());
            let now: Vec<&DocumentRow> = known.iter().filter_map(KnownFile::row).collect();
            removed::remove(cache, rows.left(), files.iter().filter_map(|file| file.name.to_str()), &now);
        }
        Some(known)
    }
}

/// The documents bundled with the program, and those of the workspace, which replace bundled ones of the same symbol and language.
/// What cannot be read is reported and left where it is. `None` if the watcher stops it between two documents.
pub(super) fn read(
    workspace: &Path,
    cache: Option<&LibraryCache>,
    watch: &impl Watch,
) -> Option<OpenedLibrary> {
    let path = workspace.join("documents");
    let (own, error) = own_files(&path);
    let mut errors: Vec<Error> = error.into_iter().collect();
    let fingerprint = fingerprint_of(&own);
    // A workspace without documents needs no caches: looking at it writes nothing.
    let folder = DocumentFolder { path, cache: cache.filter(|_| !own.is_empty()).cloned() };
    let catalogue = folder.cache.as_ref().and_then(CatalogueFile::read);
    let files = with_bundled(own);
    let catalogue = match catalogue {
        Some(catalogue) if catalogue.is_of(files.iter().map(LibraryFile::mark)) => {
            let rows = Arc::new(catalogue);
            let loader = LibraryLoader { files: LibraryFiles::Catalogued(Arc::clone(&rows)), folder };
            return Some(OpenedLibrary { shelf: Shelf::opened(rows, Arc::new(loader)), errors, fingerprint });
        }
        other => other,
    };
    let known = folder.known(catalogue.as_ref(), &files, watch)?;
    let (mut entries, mut held) = (Vec::with_capacity(files.len()), Vec::with_capacity(files.len()));
    for (file, known) in files.into_iter().zip(known) {
        match known {
            KnownFile::Fault(error) => {
                errors.push(error);
                continue;
            }
            KnownFile::Row(row) => entries.push(Catalogued { row, document: None }),
            KnownFile::Document(row, document) => {
                entries.push(Catalogued { row, document: Some(*document) });
            }
        }
        held.push(file);
    }
    let loader = LibraryLoader { files: LibraryFiles::Listed(held), folder };
    Some(OpenedLibrary { shelf: Shelf::catalogued(entries, Arc::new(loader)), errors, fingerprint })
}

fn with_bundled(own: Vec<LibraryFile>) -> Vec<LibraryFile> {
    (0..bundled::count()).map(LibraryFile::bundled).chain(own).collect()
}

/// The document files in a folder, in order of their names, and why there are none if the folder cannot be read.
fn own_files(folder: &Path) -> (Vec<LibraryFile>, Option<Error>) {
    match sealed_files(folder) {
        Ok(files) => {
            let file = |(name, seal)| LibraryFile { name, bundled: None, seal };
            (files.into_iter().map(file).collect(), None)
        }
        Err(error) => (Vec::new(), Some(file::shown_as(error, "documents"))),
    }
}

/// The document files in a folder with their states, in order of their names. A file whose state is not known has none.
///
/// # Errors
/// As [`file::names`].
pub fn sealed_files(folder: &Path) -> Result<Vec<(OsString, Option<FileSeal>)>> {
    let mut entries = file::entries(folder)?;
    entries.retain(|entry| Path::new(&entry.name()).extension().is_some_and(|ending| ending == "toml"));
    let sealed = |entries: &[FolderEntry]| -> Vec<(OsString, Option<FileSeal>)> {
        let mut part: Vec<_> =
            entries.iter().map(|entry| (entry.name(), FileSeal::of_entry(entry))).collect();
        part.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        part
    };
    let mut files = in_shares(&entries, LEAST_ASKED, &sealed);
    // The parts are in order already, which this sort makes use of.
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(files)
}

fn fingerprint_of(files: &[LibraryFile]) -> u64 {
    let mut fingerprint = DefaultHasher::new();
    files.hash(&mut fingerprint);
    fingerprint.finish()
}

/// A number that changes when a document file of a workspace does.
#[must_use]
pub fn fingerprint(workspace: &Path) -> u64 {
    fingerprint_of(&own_files(&workspace.join("documents")).0)
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
    let files = with_bundled(own_files(folder).0);
    let folder = DocumentFolder { path: folder.to_owned(), cache: cache.cloned() };
    let catalogue = folder.cache.as_ref().and_then(CatalogueFile::read);
    let known = folder.known(catalogue.as_ref(), &files, &Unwatched).expect("nobody stops it");
    let (mut found, mut unread) = (Vec::with_capacity(files.len()), Vec::new());
    for (file, known) in files.into_iter().zip(known) {
        let name = file.bundled.is_none().then_some(file.name);
        match known {
            KnownFile::Row(row) | KnownFile::Document(row, _) => {
                found.push(ReplaceableDocument { symbol: row.symbol.clone(), language: row.language, name });
            }
            KnownFile::Fault(_) => unread.extend(name),
        }
    }
    Ok((found, unread))
}

#[cfg(test)]
mod tests;
