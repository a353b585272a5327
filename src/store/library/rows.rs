//! The catalogue of a library on the disk: one row for each document file of a workspace, used as long as the file is unchanged.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cached::{CachedDocument, day};
use super::sealed::{self, SealedBytes};
use crate::base::checksum;
use crate::model::{Document, DocumentKind, DocumentRow};
use crate::store::cache::FileSeal;

/// The name of the file with the rows.
const ROWS: &str = "catalogue.bin";
/// The folder of the documents.
const DOCUMENTS: &str = "documents";

/// A document file of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct FileMark {
    /// Its name in the folder of the documents.
    pub name: String,
    /// Its seal when it was read.
    pub seal: FileSeal,
}

impl FileMark {
    /// A number for the file in this state.
    pub(super) fn number(&self) -> u64 {
        let FileSeal { modified_ns, bytes } = self.seal;
        checksum::of(format!("{modified_ns} {bytes} {}", self.name).as_bytes())
    }
}

/// A row with the file it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FiledRow {
    pub mark: FileMark,
    pub row: DocumentRow,
}

/// The caches of the documents of one workspace.
#[derive(Debug, Clone)]
pub struct LibraryCache {
    folder: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct StoredRow<'a> {
    name: &'a str,
    seal: FileSeal,
    symbol: &'a str,
    language: [u8; 2],
    kind: &'a str,
    title: &'a str,
    date: Option<i32>,
    first: Option<String>,
    paragraphs: usize,
    operative: usize,
    next_steps: usize,
    footnotes: usize,
    findings: usize,
    cover: &'a str,
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

    /// The rows that were written last, by the name of their file.
    pub(super) fn rows(&self) -> HashMap<String, FiledRow> {
        let Some(bytes) = SealedBytes::read(&self.folder.join(ROWS)) else { return HashMap::new() };
        let stored: Vec<StoredRow<'_>> = bytes.value().unwrap_or_default();
        let rows = stored.into_iter().filter_map(StoredRow::row);
        rows.map(|filed| (filed.mark.name.clone(), filed)).collect()
    }

    /// Writes all rows.
    pub(super) fn keep_rows(&self, rows: &[FiledRow]) {
        let stored: Vec<StoredRow<'_>> = rows.iter().map(StoredRow::of).collect();
        sealed::write(&self.folder.join(ROWS), &stored);
    }

    /// The document of a file; `None` if it is not known as the file is now.
    pub(super) fn document(&self, mark: &FileMark) -> Option<Document> {
        let bytes = SealedBytes::read(&self.document_file(mark))?;
        let filed: FiledDocument<'_> = bytes.value()?;
        let is_of_file = filed.name == mark.name && filed.seal == mark.seal;
        is_of_file.then(|| filed.document.document()).flatten()
    }

    /// Writes the document of a file.
    pub(super) fn keep_document(&self, mark: &FileMark, document: &Document) {
        let document = CachedDocument::of(document);
        let filed = FiledDocument { name: &mark.name, seal: mark.seal, document };
        sealed::write(&self.document_file(mark), &filed);
    }

    /// The path of a cache file.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn document_file(&self, mark: &FileMark) -> PathBuf {
        self.folder.join(DOCUMENTS).join(format!("{:016x}.bin", checksum::of(mark.name.as_bytes())))
    }
}

impl<'a> StoredRow<'a> {
    fn of(FiledRow { mark, row }: &'a FiledRow) -> Self {
        Self {
            name: &mark.name,
            seal: mark.seal,
            symbol: row.symbol.as_str(),
            language: row.language.code().as_bytes().try_into().unwrap_or_default(),
            kind: row.kind.name(),
            title: &row.title,
            date: row.date.map(day),
            first: row.first.as_ref().map(ToString::to_string),
            paragraphs: row.paragraphs,
            operative: row.operative,
            next_steps: row.next_steps,
            footnotes: row.footnotes,
            findings: row.findings,
            cover: &row.cover,
        }
    }

    fn row(self) -> Option<FiledRow> {
        let mark = FileMark { name: self.name.to_owned(), seal: self.seal };
        let first = self.first.as_deref().map(str::parse);
        let date = self.date.map(NaiveDate::from_num_days_from_ce_opt);
        let row = DocumentRow {
            symbol: self.symbol.parse().ok()?,
            language: std::str::from_utf8(&self.language).ok()?.parse().ok()?,
            kind: DocumentKind::from_name(self.kind)?,
            title: self.title.to_owned(),
            date: date.map_or(Some(None), |day| day.map(Some))?,
            first: first.transpose().ok()?,
            paragraphs: self.paragraphs,
            operative: self.operative,
            next_steps: self.next_steps,
            footnotes: self.footnotes,
            findings: self.findings,
            state: mark.number(),
            cover: self.cover.to_owned(),
        };
        Some(FiledRow { mark, row })
    }
}
