//! The caches of the documents of a workspace: where they are, and the faster form of each document.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::cached::CachedDocument;
use super::sealed::{self, SealedBytes};
use crate::base::checksum;
use crate::model::Document;
use crate::store::cache::FileSeal;

/// The folder of the documents.
const DOCUMENTS: &str = "documents";

/// A document file of a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileMark<'a> {
    /// Its name in the folder of the documents.
    pub name: &'a str,
    /// Its seal when it was read.
    pub seal: FileSeal,
}

impl FileMark<'_> {
    /// A number for the file in this state.
    pub(super) fn number(&self) -> u64 {
        checksum::of(self.name.as_bytes()) ^ self.seal.number()
    }
}

/// The caches of the documents of one workspace.
#[derive(Debug, Clone)]
pub struct LibraryCache {
    folder: PathBuf,
}

/// A document with the file it was made from: a cache file of another document is not taken for it.
#[derive(Serialize, Deserialize)]
struct FiledDocument<'a> {
    name: &'a str,
    seal: FileSeal,
    #[serde(borrow)]
    document: CachedDocument<'a>,
}

impl LibraryCache {
    /// The caches in a folder, which need not exist.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.join("library") }
    }

    /// The document of a file; `None` if it is not known as the file is now.
    pub(super) fn document(&self, mark: &FileMark<'_>) -> Option<Document> {
        let bytes = SealedBytes::read(&self.document_file(mark))?;
        let filed: FiledDocument<'_> = bytes.value()?;
        let is_of_file = filed.name == mark.name && filed.seal == mark.seal;
        is_of_file.then(|| filed.document.document()).flatten()
    }

    /// Writes the document of a file.
    pub(super) fn keep_document(&self, mark: &FileMark<'_>, document: &Document) {
        let document = CachedDocument::of(document);
        let filed = FiledDocument { name: mark.name, seal: mark.seal, document };
        sealed::write(&self.document_file(mark), &filed);
    }

    /// The path of a cache file.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn document_file(&self, mark: &FileMark<'_>) -> PathBuf {
        self.file_of(mark.name)
    }

    /// The cache file of the document in a file with this name.
    pub(super) fn file_of(&self, name: &str) -> PathBuf {
        self.folder.join(DOCUMENTS).join(format!("{:016x}.bin", checksum::of(name.as_bytes())))
    }
}
