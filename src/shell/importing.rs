//! Importing many files: some are read while those before them are stored, and no document stays in memory once it is stored.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use chrono::NaiveDate;

use crate::base::{Result, Watch};
use crate::cite::Aliases;
use crate::import::reader::{self, TrackedChanges};
use crate::import::{self, Vocabularies, proof};
use crate::model::{Document, DocumentRow, Language, Shelf, Symbol};
use crate::shell::child::Limits;
use crate::shell::reading;
use crate::store::library::{self, Catalogue, Import, KeepOutcome, SourceFile, SourceList};
use crate::store::{MaterialsSource, Settings, bundled, file};

/// A batch ends with the file that makes it longer than this, in bytes.
const BATCH_BYTES: usize = 4 << 20;
/// A batch has at most so many files.
const BATCH_FILES: usize = 64;
/// Files and documents that wait for others to prove their joins are stored without waiting if they are longer than this, in bytes.
const WAITING_BYTES: usize = 32 << 20;

/// What reading one PDF file may take, if the settings do not say.
const MEGABYTES: u32 = 500;
const SECONDS: u32 = 10;

/// How the files are to be read.
pub struct ImportOptions<'a> {
    /// The language of the texts; `None` if it is to be detected.
    pub language: Option<Language>,
    /// Which text of a document with tracked changes is read.
    pub changes: TrackedChanges,
    /// What reading one file in a child process may take.
    pub limits: Limits,
    /// Whether stored documents are replaced even if a file does not say that it is later.
    pub force: bool,
    /// The words by which documents are read.
    pub vocabularies: Vocabularies<'a>,
}

/// A file, and what became of it.
pub struct Attempt {
    /// The file; one in an archive is below the path of that.
    pub path: PathBuf,
    /// The document that was made of it, or why none was.
    pub result: Result<Made>,
}

/// An imported document.
pub struct Made {
    /// The bytes of the file, until they are stored.
    bytes: Vec<u8>,
    /// The document; without its passages once it is stored.
    pub document: Document,
    /// How many numbered paragraphs it has.
    pub paragraphs: usize,
    /// Whether it can have follow-ups.
    asks: bool,
    /// What storing it did.
    pub outcome: KeepOutcome,
}

/// Where documents are stored.
pub trait ImportPlace {
    /// Where its documents are read from.
    fn source(&self) -> &MaterialsSource;

    /// The day it is.
    fn today(&self) -> NaiveDate;

    /// The documents as they are now.
    fn shelf(&self) -> Shelf {
        library::shelf(&self.source().folder, self.source().cache.as_ref()).0
    }

    /// The stored documents, to be written to. It is asked for once, when the first document is to be stored.
    ///
    /// # Errors
    /// When the workspace cannot be written.
    fn catalogue(&mut self) -> Result<Catalogue>;
}

/// What reading one file in a child process may take, by the settings.
#[must_use]
pub fn limits(settings: &Settings) -> Limits {
    Limits {
        megabytes: settings.pdf_megabytes.unwrap_or(MEGABYTES),
        seconds: settings.pdf_seconds.unwrap_or(SECONDS),
    }
}

/// A file that was found, and its bytes if they can be read.
pub(super) struct FoundFile {
    pub path: PathBuf,
    pub source: Result<SourceFile>,
}

impl ImportOptions<'_> {
    fn read(&self, path: &Path, source: SourceFile) -> Result<Made> {
        let SourceFile { bytes, beside } = source;
        let shown = file::shown(path);
        let given = beside.map(|text| bundled::given_from_toml(&text, &shown)).transpose()?;
        let mut given = given.unwrap_or_default();
        given.language = self.language.or(given.language);
        given.changes = self.changes;
        let document = if reader::is_risky(&bytes) {
            let content = reading::read(&shown, &bytes, self.limits)?;
            import::of_content(&shown, content, Vec::new(), &given, &self.vocabularies)
        } else {
            import::import(&shown, &bytes, &given, &self.vocabularies)?
        };
        let row = DocumentRow::of(&document);
        let (paragraphs, asks) = (row.paragraphs, row.may_ask());
        Ok(Made { bytes, document, paragraphs, asks, outcome: KeepOutcome::New })
    }

    fn attempt(&self, FoundFile { path, source }: FoundFile) -> Attempt {
        let result = source.and_then(|source| self.read(&path, source));
        Attempt { path, result }
    }

    /// Reads the files of a batch with all cores; the attempts are in the order of the files.
    fn read_all(&self, mut batch: Vec<FoundFile>) -> Vec<Attempt> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let read = |files: Vec<FoundFile>| -> Vec<Attempt> {
            files.into_iter().map(|found| self.attempt(found)).collect()
        };
        let share = batch.len().div_ceil(cores);
        if share == batch.len() {
            return read(batch);
        }
        let mut parts = Vec::new();
        while !batch.is_empty() {
            let rest = batch.split_off(share.min(batch.len()));
            parts.push(std::mem::replace(&mut batch, rest));
        }
        thread::scope(|scope| {
            let parts: Vec<_> = parts.into_iter().map(|part| scope.spawn(move || read(part))).collect();
            let parts = parts.into_iter().map(|part| part.join());
            parts.flat_map(|part| part.unwrap_or_else(|panic| resume_unwind(panic))).collect()
        })
    }
}

/// Reads and stores all files; while a batch is stored, the next one is read. The attempts are in the order of the files. If the
/// watcher stops it, those read until then are stored.
///
/// # Errors
/// When the workspace cannot be written.
pub fn all<P: ImportPlace>(
    place: &mut P,
    options: &ImportOptions<'_>,
    sources: SourceList,
    watch: &impl Watch,
) -> Result<Vec<Attempt>> {
    let total = sources.len();
    watch.begins(total);
    let mut found = sources.into_files().map(|(path, source)| FoundFile { path, source });
    let mut store = AttemptStore {
        place,
        force: options.force,
        has_few: total <= BATCH_FILES,
        target: None,
        attempts: Vec::new(),
        waiting: Vec::new(),
    };
    let mut read = options.read_all(batch(&mut found));
    while !read.is_empty() {
        let done = store.attempts.len() + read.len();
        let next = if watch.continues(done, total.max(done)) { batch(&mut found) } else { Vec::new() };
        let (stored, after) = thread::scope(|scope| {
            let reading = scope.spawn(|| options.read_all(next));
            let stored = store.add(read);
            (stored, reading.join().unwrap_or_else(|panic| resume_unwind(panic)))
        });
        stored?;
        read = after;
    }
    store.finish()
}

/// The files of which documents were made.
pub fn imported(attempts: &[Attempt]) -> impl Iterator<Item = &Path> {
    attempts.iter().filter(|attempt| attempt.result.is_ok()).map(|attempt| attempt.path.as_path())
}

/// The next files to be read together; none at the end.
fn batch(found: &mut impl Iterator<Item = FoundFile>) -> Vec<FoundFile> {
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while batch.len() < BATCH_FILES && bytes < BATCH_BYTES {
        let Some(file) = found.next() else { break };
        bytes += file.source.as_ref().map_or(0, |source| source.bytes.len());
        batch.push(file);
    }
    batch
}

/// Stores what was read. A document with joins over the end of a page waits until all others are stored: any of them may prove
/// how it is to be joined.
struct AttemptStore<'a, P> {
    place: &'a mut P,
    force: bool,
    /// Whether there are so few files that the caches are written whole.
    has_few: bool,
    /// The stored documents, once something is to be stored.
    target: Option<Catalogue>,
    attempts: Vec<Attempt>,
    /// The places of the documents that wait.
    waiting: Vec<usize>,
}

impl<P: ImportPlace> AttemptStore<'_, P> {
    /// Stores what could be read, but for documents that wait.
    fn add(&mut self, read: Vec<Attempt>) -> Result<()> {
        for attempt in read {
            let at = self.attempts.len();
            let waits = attempt.result.as_ref().is_ok_and(|made| proof::has_joins(&made.document));
            self.attempts.push(attempt);
            // Of two files of one document the later one is stored last.
            if self.waiting.iter().any(|waiting| self.is_same_document(*waiting, at)) {
                self.store_waiting()?;
            }
            if waits {
                self.waiting.push(at);
            } else {
                self.store(at)?;
            }
        }
        let bytes = self.waiting.iter().filter_map(|at| self.attempts[*at].result.as_ref().ok());
        if bytes.map(|made| made.bytes.len()).sum::<usize>() > WAITING_BYTES {
            self.store_waiting()?;
        }
        self.target.as_mut().map_or(Ok(()), Catalogue::place)
    }

    fn is_same_document(&self, one: usize, other: usize) -> bool {
        let name = |at: usize| {
            let made = self.attempts[at].result.as_ref().ok()?;
            Some((&made.document.symbol, made.document.language))
        };
        name(one).is_some() && name(one) == name(other)
    }

    /// Checks the joins of the documents that wait against the library and against one another, and stores them.
    fn store_waiting(&mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting.is_empty() {
            return Ok(());
        }
        // What was stored until now may prove joins too.
        self.target.as_mut().map_or(Ok(()), Catalogue::place)?;
        let mut shelf = self.place.shelf();
        let made = |at: &usize| self.attempts[*at].result.as_ref().ok().map(|made| made.document.clone());
        waiting.iter().filter_map(made).for_each(|document| shelf.insert(document));
        for at in waiting {
            if let Ok(made) = &mut self.attempts[at].result {
                proof::confirm(&mut made.document, &shelf, Aliases::bundled());
            }
            self.store(at)?;
        }
        Ok(())
    }

    /// Stores one document; only what the report needs of it stays in memory.
    fn store(&mut self, at: usize) -> Result<()> {
        let Attempt { path, result } = &mut self.attempts[at];
        let Ok(made) = result else { return Ok(()) };
        let target = match &mut self.target {
            Some(target) => target,
            target => {
                let catalogue = self.place.catalogue()?;
                target.insert(if self.has_few { catalogue.with_links() } else { catalogue })
            }
        };
        let name = name(path);
        let import = Import { document: &made.document, name: &name, bytes: &made.bytes, force: self.force };
        match target.keep_in_batch(&import) {
            Ok(outcome) => {
                made.outcome = outcome;
                (made.bytes, made.document.blocks) = (Vec::new(), Vec::new());
            }
            Err(error) => *result = Err(file::shown_as(error, &file::shown(path))),
        }
        Ok(())
    }

    /// Stores what still waits, and waits until everything is on the disk.
    fn finish(mut self) -> Result<Vec<Attempt>> {
        self.store_waiting()?;
        if let Some(target) = &mut self.target {
            target.settle()?;
        }
        if self.has_few {
            let is_changed = |made: &&Made| made.asks && made.outcome != KeepOutcome::Same;
            let made = self.attempts.iter().filter_map(|attempt| attempt.result.as_ref().ok());
            let symbols: Vec<&Symbol> = made.filter(is_changed).map(|made| &made.document.symbol).collect();
            self.place.source().keep_followups(&symbols, self.place.today());
        }
        Ok(self.attempts)
    }
}

/// The name of a file, as it is kept with its document.
fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| "source".to_owned(), |name| name.to_string_lossy().into_owned())
}
