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
        let FileSeal { modified_ns, bytes } = self.seal;
        let state = modified_ns.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ bytes.rotate_left(32);
        checksum::of(self.name.as_bytes()) ^ state
    }
}

/// A row with the file it was made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct FiledRow<'a> {
    pub mark: FileMark<'a>,
    pub row: &'a DocumentRow,
}

/// The rows that were written last, each to be taken once.
#[derive(Default)]
pub(super) struct StoredRows<'a> {
    /// In the order in which they were written: that of the files.
    rows: Vec<Option<StoredRow<'a>>>,
    /// The one after the row that was taken last.
    next: usize,
    /// The places of all rows by name, once one was not the next.
    places: Option<HashMap<&'a str, usize>>,
    left: usize,
}

/// A row that was not taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct LeftRow<'a> {
    /// The name of its file.
    pub name: &'a str,
    pub symbol: &'a str,
    pub language: [u8; 2],
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
    brackets: usize,
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

    /// The file with the rows that were written last.
    pub(super) fn rows(&self) -> Option<SealedBytes> {
        SealedBytes::read(&self.folder.join(ROWS))
    }

    /// Writes all rows.
    pub(super) fn keep_rows<'a>(&self, rows: impl Iterator<Item = FiledRow<'a>>) {
        let stored: Vec<StoredRow<'_>> = rows.map(StoredRow::of).collect();
        sealed::write(&self.folder.join(ROWS), &stored);
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

impl<'a> StoredRows<'a> {
    /// The rows of a file; none if it is something else.
    pub(super) fn of(bytes: &'a SealedBytes) -> Self {
        let rows: Vec<StoredRow<'a>> = bytes.value().unwrap_or_default();
        Self { left: rows.len(), rows: rows.into_iter().map(Some).collect(), next: 0, places: None }
    }

    /// The row of a file in this state; `None` if there is none.
    pub(super) fn take(&mut self, mark: &FileMark<'_>) -> Option<DocumentRow> {
        let is_next =
            |stored: &Option<StoredRow<'_>>| stored.as_ref().is_some_and(|row| row.name == mark.name);
        let place = match self.rows.get(self.next) {
            Some(stored) if is_next(stored) => self.next,
            _ => {
                let named = self.rows.iter().enumerate();
                let named = named.filter_map(|(at, stored)| Some((stored.as_ref()?.name, at)));
                *self.places.get_or_insert_with(|| named.collect()).get(mark.name)?
            }
        };
        let stored = self.rows[place].take_if(|stored| stored.seal == mark.seal)?;
        self.next = place + 1;
        let row = stored.row();
        self.left -= usize::from(row.is_some());
        row
    }

    /// The rows that were not taken: their files have changed, or are gone.
    pub(super) fn left(&self) -> impl Iterator<Item = LeftRow<'a>> {
        let left = self.rows.iter().flatten();
        left.map(|row| LeftRow { name: row.name, symbol: row.symbol, language: row.language })
    }

    /// Whether every row was taken.
    pub(super) fn is_empty(&self) -> bool {
        self.left == 0
    }
}

impl<'a> StoredRow<'a> {
    fn of(FiledRow { mark, row }: FiledRow<'a>) -> Self {
        Self {
            name: mark.name,
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
            brackets: row.brackets,
            cover: &row.cover,
        }
    }

    fn row(self) -> Option<DocumentRow> {
        let mark = FileMark { name: self.name, seal: self.seal };
        let first = self.first.as_deref().map(str::parse);
        let date = self.date.map(NaiveDate::from_num_days_from_ce_opt);
        Some(DocumentRow {
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
            brackets: self.brackets,
            state: mark.number(),
            cover: self.cover.to_owned(),
        })
    }
}
