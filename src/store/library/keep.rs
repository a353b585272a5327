//! Imported documents stored in the workspace: each in a file of its own name, the one it replaces in `documents/.trash`.
//!
//! ```text
//!  documents/A-77-275.fr.toml                                     the document, which names its source
//!  documents/sources/A-77-275.fr.0123456789abcdef.report.txt      the file it was made of, with its checksum
//!  documents/.trash/A-77-275.fr.toml                              what it replaced
//!  documents/corrections/A-77-275.fr.toml                         corrections of the delegate (store/library/corrections.rs)
//! ```

use std::path::Path;

use chrono::NaiveDate;

use super::opened::{self, ReplaceableDocument};
use super::rows::FileMark;
use super::{LIMIT, LibraryCache, corrections, links};
use crate::base::checksum;
use crate::base::{Error, Result};
use crate::import::replace::{Refusal, refusal};
use crate::language::Languages;
use crate::model::{Document, Language, Symbol};
use crate::store::cache::FileSeal;
use crate::store::document::{self, DocumentSource, Identity};
use crate::store::file::PendingFile;
use crate::store::{WritePath, bundled, file};

/// The folder of replaced documents, in that of the documents.
const TRASH: &str = ".trash";
/// The folder of the sources.
const SOURCES: &str = "sources";
/// A batch has at most so many files that are not in their places yet.
const BATCH: usize = 128;
/// The name of a source is cut to its last so many bytes.
const LONGEST_NAME: usize = 80;

/// An imported document and the file it was made of.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// The document.
    pub document: &'a Document,
    /// The name of the file.
    pub name: &'a str,
    /// The bytes of the file.
    pub bytes: &'a [u8],
    /// Replace a stored document even if the file does not say that it is later.
    pub force: bool,
}

/// What storing a document did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeepOutcome {
    /// The library had no such document.
    New,
    /// The library had the same file or the same text.
    Same,
    /// It took the place of another one, which is in the trash.
    Replaced(Replaced),
}

impl KeepOutcome {
    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same => "same",
            Self::Replaced(_) => "replaced",
        }
    }
}

/// The document that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Its title.
    pub title: String,
    /// Its date.
    pub date: Option<NaiveDate>,
}

/// A document of the library, and its file if it is not bundled. It is read when one of the same name is to be stored.
#[derive(Debug)]
struct HeldDocument {
    symbol: Symbol,
    language: Language,
    path: Option<WritePath>,
}

/// A stored document that may be replaced, as it is.
struct StoredVersion {
    document: Document,
    source: Option<DocumentSource>,
}

impl HeldDocument {
    fn is(&self, document: &Document) -> bool {
        (&self.symbol, self.language) == (&document.symbol, document.language)
    }

    /// Reads it; `None` if it can no longer be read.
    fn read(&self) -> Option<StoredVersion> {
        let Some(path) = &self.path else {
            let is_own = |document: &Document| self.is(document);
            let document = bundled::documents().into_iter().find(is_own)?;
            return Some(StoredVersion { document, source: None });
        };
        let text = file::text(path, LIMIT).ok()??;
        let (document, source) = document::read(&text, "").ok()?;
        Some(StoredVersion { document, source })
    }
}

/// The documents of a library by symbol and language, and the files that a newer program wrote.
#[derive(Debug)]
pub struct Catalogue {
    folder: WritePath,
    held: Vec<HeldDocument>,
    /// Files of a newer form, with what they say they are.
    newer: Vec<(WritePath, Identity)>,
    /// Where the faster forms of the documents are written, and those of their citations too if only few are stored.
    cache: Option<LibraryCache>,
    /// Whether the citations are.
    keeps_links: bool,
    /// Files of a batch that are not in their places yet.
    pending: Vec<PendingFile>,
}

impl Catalogue {
    /// Lists the documents of a workspace, given by the folder of its documents; what cannot be read is left out.
    ///
    /// # Errors
    /// `folder-unreadable` (`file`, `reason`, `what`).
    pub fn read(folder: impl Into<WritePath>) -> Result<Self> {
        Self::open(folder, None)
    }

    /// The same with the caches of the library, so that documents are not read only to be listed.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn open(folder: impl Into<WritePath>, cache: Option<&LibraryCache>) -> Result<Self> {
        let folder = folder.into();
        let (found, unread) = opened::replaceable(&folder, cache)?;
        let held = found.into_iter().map(|ReplaceableDocument { symbol, language, name }| HeldDocument {
            symbol,
            language,
            path: name.map(|name| folder.join(name)),
        });
        let held = held.collect();
        let newer = unread.into_iter().filter_map(|name| {
            let path = folder.join(name);
            let text = file::text(&path, LIMIT).ok()??;
            Identity::of(&text).filter(Identity::is_newer).map(|identity| (path, identity))
        });
        let newer = newer.collect();
        Ok(Self { folder, held, newer, cache: cache.cloned(), keeps_links: false, pending: Vec::new() })
    }

    /// The same, and the citations of each document that is stored are written into the caches. That takes longer than storing it.
    #[must_use]
    pub fn with_links(self) -> Self {
        Self { keeps_links: true, ..self }
    }

    /// Stores an imported document under a name of its own; the one it replaces goes to the trash. A document of the same
    /// file or text is written again only if it is read differently now.
    ///
    /// # Errors
    /// If the stored document may not be replaced: `import-older`, `import-undated`, `import-advance`, `import-other-text`
    /// (`file`, `symbol`, `language`, `title`, `stored`, `date`), or `import-newer` (`file`, `stored`, `version`) if a newer
    /// program wrote it. Otherwise when the folder cannot be written.
    pub fn keep(&mut self, import: &Import<'_>) -> Result<KeepOutcome> {
        let outcome = self.keep_in_batch(import)?;
        self.settle()?;
        Ok(outcome)
    }

    /// Waits until the contents of the documents stored with [`Self::keep_in_batch`] are on the disk, and puts their files into their
    /// places. If that fails, those that are not there are not stored.
    ///
    /// # Errors
    /// `file-not-written` (`file`, `reason`, `what`).
    pub fn place(&mut self) -> Result<()> {
        PendingFile::place_all(std::mem::take(&mut self.pending))
    }

    /// As [`Self::place`]; and waits until the names of the files are on the disk.
    ///
    /// # Errors
    /// As [`Self::place`].
    pub fn settle(&mut self) -> Result<()> {
        self.place()?;
        [self.folder.join(SOURCES), self.folder.clone()].iter().try_for_each(file::settle)
    }

    /// Stores a document as [`Self::keep`] does, but does not wait for the disk: the contents of many documents are waited for together
    /// by [`Self::place`], which puts their files into their places, and the names once by [`Self::settle`]. Until then each file is
    /// whole or as it was before.
    ///
    /// # Errors
    /// As [`Self::keep`].
    pub fn keep_in_batch(&mut self, import: &Import<'_>) -> Result<KeepOutcome> {
        match corrections::again(&self.folder, import.document)? {
            None => self.keep_as(import),
            Some(corrected) => {
                let outcome = self.keep_as(&Import { document: &corrected, ..*import })?;
                corrections::write_imported(&self.folder, import.document)?;
                Ok(outcome)
            }
        }
    }

    /// Stores a document without regard to corrections.
    fn keep_as(&mut self, import: &Import<'_>) -> Result<KeepOutcome> {
        let made = import.document;
        let path = self.folder.join(format!("{}.{}.toml", made.symbol.file_stem(), made.language));
        self.place_if_full(&path)?;
        self.spare_newer(import, &path)?;
        let source = source(import);
        let old = self.latest(&made.symbol, made.language).and_then(HeldDocument::read);
        let same = old.as_ref().is_some_and(|old| {
            let bytes = old.source.as_ref().is_some_and(|known| known.checksum == source.checksum);
            bytes || old.document.blocks == made.blocks
        });
        if let Some(old) = old.as_ref().filter(|_| !same && !import.force)
            && let Some(refusal) = refusal(&old.document, made, Languages::bundled())
        {
            return Err(refused(import, old, refusal));
        }
        let outcome = match old {
            None => KeepOutcome::New,
            Some(_) if same => KeepOutcome::Same,
            Some(old) => {
                KeepOutcome::Replaced(Replaced { title: old.document.title, date: old.document.date })
            }
        };
        self.write(import, &path, source)?;
        Ok(outcome)
    }

    /// Puts the files of the batch into their places if there are many, or if one of them is for this path and will be read now.
    fn place_if_full(&mut self, path: &Path) -> Result<()> {
        let is_full = self.pending.len() >= BATCH || self.pending.iter().any(|file| file.is_for(path));
        if is_full { self.place() } else { Ok(()) }
    }

    /// The document with a symbol and a language that counts: of several files the last by name.
    fn latest(&self, symbol: &Symbol, language: Language) -> Option<&HeldDocument> {
        self.held.iter().rev().find(|held| held.symbol == *symbol && held.language == language)
    }

    /// Refuses to take the place of a document that a newer program wrote, under whatever name.
    fn spare_newer(&self, import: &Import<'_>, path: &Path) -> Result<()> {
        let made = import.document;
        let same = |(there, identity): &&(WritePath, Identity)| {
            let named = identity.symbol.parse() == Ok(made.symbol.clone())
                && identity.language == made.language.code();
            named || **there == *path
        };
        match self.newer.iter().find(same) {
            None => Ok(()),
            Some((there, identity)) => Err(Error::broken("import-newer")
                .with("file", import.name)
                .with("stored", shown(there))
                .with("version", identity.version)),
        }
    }

    /// Writes source and document, and puts other files of the same document into the trash. The old file stays in its place
    /// until the new one is whole.
    fn write(&mut self, import: &Import<'_>, path: &WritePath, source: DocumentSource) -> Result<()> {
        let made = import.document;
        let text = document::to_toml(made, Some(&source));
        let stored = self.folder.join(&source.file);
        if file::bytes(&stored, LIMIT)?.as_deref() != Some(import.bytes) {
            file::folder(&self.folder.join(SOURCES))?;
            self.pending.push(PendingFile::write(&stored, import.bytes)?);
        }
        self.make_way(made, path)?;
        let there = file::bytes(path, LIMIT)?;
        if there.as_deref() != Some(text.as_bytes()) {
            if let Some(old) = there {
                self.copy_to_trash(path, &old)?;
            }
            let file = PendingFile::write(path, text.as_bytes())?;
            self.keep_caches(path, &file, made);
            self.pending.push(file);
        }
        let is_other = |held: &HeldDocument| held.path.as_ref().is_some_and(|old| **old != **path);
        if self.held.iter().any(|held| held.is(made) && is_other(held)) {
            self.place()?;
        }
        let gone: Vec<HeldDocument> = self.held.extract_if(.., |held| held.is(made)).collect();
        let (symbol, language) = (made.symbol.clone(), made.language);
        self.held.push(HeldDocument { symbol, language, path: Some(path.clone()) });
        for old in gone.into_iter().filter_map(|held| held.path).filter(|old| **old != **path) {
            file::folder(&self.folder.join(TRASH))?;
            file::move_to(&old, &self.free_in_trash(&old)?)?;
        }
        Ok(())
    }

    /// Writes into the caches what the next command needs of a stored document, so that it does not read it again.
    fn keep_caches(&self, path: &Path, file: &PendingFile, made: &Document) {
        let name = path.file_name().and_then(std::ffi::OsStr::to_str);
        let Some(((cache, name), seal)) = self.cache.as_ref().zip(name).zip(FileSeal::of(file.content()))
        else {
            return;
        };
        let mark = FileMark { name, seal };
        cache.keep_document(&mark, made);
        if self.keeps_links {
            links::keep(cache, made, mark.number());
        }
    }

    /// Gives another document that has the file name of this one the name of its own: older programs gave some symbols one name.
    fn make_way(&mut self, made: &Document, path: &WritePath) -> Result<()> {
        let other = |held: &&mut HeldDocument| held.path.as_deref() == Some(path) && !held.is(made);
        if let Some(other) = self.held.iter_mut().find(other) {
            let own = format!("{}.{}.toml", other.symbol.file_stem(), other.language);
            let own = self.folder.join(own);
            if !file::exists(&own) {
                file::move_to(path, &own)?;
                other.path = Some(own);
            }
        }
        Ok(())
    }

    fn copy_to_trash(&self, path: &Path, old: &[u8]) -> Result<()> {
        file::folder(&self.folder.join(TRASH))?;
        file::write(&self.free_in_trash(path)?, old)
    }

    /// A free name in the trash: `A-77-275.fr.toml`, `A-77-275.fr.2.toml`.
    fn free_in_trash(&self, path: &Path) -> Result<WritePath> {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let named = |count: u32| match count {
            1 => format!("{name}.toml"),
            count => format!("{name}.{count}.toml"),
        };
        let trash = self.folder.join(TRASH);
        file::first_free((1..).map(|count| trash.join(named(count))))
    }
}

/// Where the source of a document is stored: a name with its symbol, its language, its checksum and the name it had.
fn source(import: &Import<'_>) -> DocumentSource {
    let made = import.document;
    let checksum = format!("{:016x}", checksum::of(import.bytes));
    let cut = (0..=import.name.len()).rev().filter(|at| import.name.is_char_boundary(*at));
    let start =
        cut.take_while(|at| import.name.len() - at <= LONGEST_NAME).last().unwrap_or(import.name.len());
    let name = &import.name[start..];
    let file = format!("{SOURCES}/{}.{}.{checksum}.{name}", made.symbol.file_stem(), made.language);
    DocumentSource { name: import.name.to_owned(), file, checksum }
}

fn refused(import: &Import<'_>, old: &StoredVersion, refusal: Refusal) -> Error {
    let id = match refusal {
        Refusal::Older => "import-older",
        Refusal::Undated => "import-undated",
        Refusal::Advance => "import-advance",
        Refusal::OtherText => "import-other-text",
    };
    let date = |document: &Document| document.date.map(|date| date.to_string()).unwrap_or_default();
    Error::broken(id)
        .with("file", import.name)
        .with("symbol", &import.document.symbol)
        .with("language", import.document.language)
        .with("title", import.document.title.clone())
        .with("date", date(import.document))
        .with("stored", old.document.title.clone())
        .with("stored_date", date(&old.document))
}

/// A stored document as messages name it.
fn shown(path: &Path) -> String {
    format!("documents/{}", file::shown(Path::new(path.file_name().unwrap_or_default())))
}

mod change;
#[cfg(test)]
mod tests;
