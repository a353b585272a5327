//! The catalogue of a library on the disk: one row for each document file of a workspace, used as long as the file is unchanged.
//!
//! A row is read when it is asked for: of ten thousand documents a command shows one.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cached::day;
use super::rows::{FileMark, LibraryCache};
use super::sealed::{self, SealedBytes};
use crate::model::{DocumentKind, DocumentRow, RowReader, RowSummary, Symbol};
use crate::store::cache::FileSeal;

/// The name of the file.
const NAME: &str = "catalogue.bin";

/// A row with the file it was made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct FiledRow<'a> {
    pub mark: FileMark<'a>,
    pub row: &'a DocumentRow,
}

/// What is stored.
#[derive(Serialize, Deserialize)]
struct StoredCatalogue<'a> {
    /// In order of their names.
    files: Vec<CataloguedFile>,
    /// The places of the files of a shelf, in its order.
    order: Vec<u32>,
    /// Name and row of each file. At the end, so that its place in the bytes is known.
    #[serde(borrow, serialize_with = "sealed::as_bytes")]
    content: &'a [u8],
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct CataloguedFile {
    seal: FileSeal,
    /// Where its name and its row end in the content.
    name_end: u32,
    row_end: u32,
    summary: StoredSummary,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct StoredSummary {
    state: u64,
    is_report: bool,
    has_steps: bool,
    may_ask: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredRow<'a> {
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

/// A catalogue that is whole and was written by this program.
#[derive(Debug)]
pub(super) struct CatalogueFile {
    bytes: SealedBytes,
    files: Vec<CataloguedFile>,
    order: Vec<u32>,
    /// Where the content begins in the bytes.
    start: usize,
}

impl CatalogueFile {
    /// Reads the catalogue that was written last; `None` if there is none, or it is damaged.
    pub(super) fn read(cache: &LibraryCache) -> Option<Self> {
        let bytes = SealedBytes::read(&cache.path(NAME))?;
        let StoredCatalogue { files, order, content } = bytes.value()?;
        let ends = || files.iter().flat_map(|file| [file.name_end, file.row_end]);
        let is_sound = ends().is_sorted()
            && ends().last().unwrap_or(0) as usize == content.len()
            && order.iter().all(|place| (*place as usize) < files.len());
        let start = bytes.len() - content.len();
        is_sound.then_some(Self { files, order, start, bytes })
    }

    /// Writes the rows of files, which are in order of their names.
    pub(super) fn write(cache: &LibraryCache, rows: &[FiledRow<'_>]) {
        let (mut content, mut files) = (Vec::new(), Vec::with_capacity(rows.len()));
        let end = |content: &Vec<u8>| u32::try_from(content.len()).ok();
        for FiledRow { mark, row } in rows {
            content.extend_from_slice(mark.name.as_bytes());
            let name_end = end(&content);
            let Ok(with_row) = postcard::to_extend(&StoredRow::of(row), content) else { return };
            content = with_row;
            let Some((name_end, row_end)) = name_end.zip(end(&content)) else { return };
            let summary = StoredSummary::of(mark.number(), row);
            files.push(CataloguedFile { seal: mark.seal, name_end, row_end, summary });
        }
        let mut order: Vec<u32> = (0..).take(rows.len()).collect();
        let key = |at: &u32| {
            let row = rows[*at as usize].row;
            (&row.symbol, row.language)
        };
        // Of several with the same name the last one is on the shelf.
        order.sort_by_key(|at| (key(at), Reverse(*at)));
        order.dedup_by_key(|at| key(at));
        sealed::write(&cache.path(NAME), &StoredCatalogue { files, order, content: &content });
    }

    /// How many files it has rows of.
    pub(super) fn count(&self) -> usize {
        self.files.len()
    }

    /// Whether it has a row of each of these files as it is now, in this order, and no others.
    pub(super) fn is_of<'a>(&self, mut files: impl ExactSizeIterator<Item = Option<FileMark<'a>>>) -> bool {
        files.len() == self.count()
            && (0..self.count())
                .all(|at| files.next().flatten().is_some_and(|file| self.is_marked(at, &file)))
    }

    fn is_marked(&self, at: usize, mark: &FileMark<'_>) -> bool {
        self.files[at].seal == mark.seal && self.name_bytes(at) == mark.name.as_bytes()
    }

    /// The name and the state of a file.
    pub(super) fn mark(&self, at: usize) -> Option<FileMark<'_>> {
        let name = std::str::from_utf8(self.name_bytes(at)).ok()?;
        Some(FileMark { name, seal: self.files.get(at)?.seal })
    }

    /// The number of the state of a file.
    pub(super) fn state(&self, at: usize) -> Option<u64> {
        self.files.get(at).map(|file| file.summary.state)
    }

    fn name_bytes(&self, at: usize) -> &[u8] {
        let from = at.checked_sub(1).map_or(0, |before| self.files[before].row_end);
        self.content(from, self.files[at].name_end)
    }

    fn content(&self, from: u32, to: u32) -> &[u8] {
        &self.bytes.all()[self.start + from as usize..self.start + to as usize]
    }

    fn stored(&self, at: usize) -> Option<StoredRow<'_>> {
        let CataloguedFile { name_end, row_end, .. } = self.files[at];
        postcard::from_bytes(self.content(name_end, row_end)).ok()
    }

    fn row_of(&self, at: usize) -> Option<DocumentRow> {
        self.stored(at)?.row(self.files[at].summary.state)
    }
}

impl RowReader for CatalogueFile {
    fn count(&self) -> usize {
        self.order.len()
    }

    fn row(&self, at: usize) -> DocumentRow {
        self.row_of(self.entry(at))
            .expect("this program has written it, and the checksum of all rows is right")
    }

    fn summary(&self, at: usize) -> RowSummary {
        let StoredSummary { state, is_report, has_steps, may_ask } = self.files[self.entry(at)].summary;
        RowSummary { state, is_report, has_steps, may_ask }
    }

    fn entry(&self, at: usize) -> usize {
        self.order[at] as usize
    }
}

/// The rows of a catalogue that is not up to date, each to be taken once.
pub(super) struct KnownRows<'a> {
    file: Option<&'a CatalogueFile>,
    /// The rows that were taken.
    taken: Vec<bool>,
    /// The one after the row that was taken last.
    next: usize,
    /// The places of all rows by name, once one was not the next.
    places: Option<HashMap<&'a [u8], usize>>,
}

/// A row that was not taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct LeftRow<'a> {
    /// The name of its file.
    pub name: &'a str,
    pub symbol: &'a str,
    pub language: [u8; 2],
}

impl<'a> KnownRows<'a> {
    /// The rows of a catalogue; none without one.
    pub(super) fn of(file: Option<&'a CatalogueFile>) -> Self {
        Self { file, taken: vec![false; file.map_or(0, CatalogueFile::count)], next: 0, places: None }
    }

    /// The row of a file in this state; `None` if there is none.
    pub(super) fn take(&mut self, mark: &FileMark<'_>) -> Option<DocumentRow> {
        let file = self.file?;
        let is_next = self.next < self.taken.len() && file.name_bytes(self.next) == mark.name.as_bytes();
        let place = match is_next {
            true => self.next,
            false => {
                let named = (0..self.taken.len()).map(|at| (file.name_bytes(at), at));
                *self.places.get_or_insert_with(|| named.collect()).get(mark.name.as_bytes())?
            }
        };
        if self.taken[place] || !file.is_marked(place, mark) {
            return None;
        }
        self.next = place + 1;
        let row = file.row_of(place);
        self.taken[place] = row.is_some();
        row
    }

    /// The rows that were not taken: their files have changed, or are gone.
    pub(super) fn left(&self) -> impl Iterator<Item = LeftRow<'a>> {
        let left = (0..self.taken.len()).filter(|at| !self.taken[*at]);
        left.filter_map(|at| {
            let file = self.file?;
            let StoredRow { symbol, language, .. } = file.stored(at)?;
            Some(LeftRow { name: file.mark(at)?.name, symbol, language })
        })
    }

    /// Whether every row was taken.
    pub(super) fn is_empty(&self) -> bool {
        self.taken.iter().all(|taken| *taken)
    }
}

impl StoredSummary {
    fn of(state: u64, row: &DocumentRow) -> Self {
        let RowSummary { is_report, has_steps, may_ask, .. } = RowSummary::of(row);
        Self { state, is_report, has_steps, may_ask }
    }
}

impl<'a> StoredRow<'a> {
    fn of(row: &'a DocumentRow) -> Self {
        Self {
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

    fn row(self, state: u64) -> Option<DocumentRow> {
        let first = self.first.as_deref().map(str::parse);
        let date = self.date.map(NaiveDate::from_num_days_from_ce_opt);
        Some(DocumentRow {
            symbol: Symbol::spelled(self.symbol.to_owned()),
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
            state,
            cover: self.cover.to_owned(),
        })
    }
}
