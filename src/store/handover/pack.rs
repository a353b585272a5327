//! Writes a package. The same workspace on the same day gives the same bytes: entries are sorted, and have no time.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::base::{Error, Result};
use crate::store::file;
use crate::store::handover::{
    DRAFTS, FILE_LIMIT, FORMAT, Gathered, MANIFEST, PACKAGE_LIMIT, RATIO, RATIO_FREE, SUMS, TOTAL_LIMIT,
    VERSION, WORKSPACE, group, groups,
};

/// What a package says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackageManifest {
    /// Always `plenary-handover`.
    pub format: String,
    /// The version of the form.
    pub version: u64,
    /// The version of the program that wrote it.
    pub program: String,
    /// Who handed over.
    pub author: String,
    /// On which day: `2023-03-07`.
    pub date: String,
    /// The name of the workspace, if it has one.
    pub workspace: Option<String>,
    /// How many files of each group there are.
    pub counts: BTreeMap<String, usize>,
    /// How many acts the logs of the tracker hold.
    pub acts: usize,
}

impl PackageManifest {
    /// The manifest of a package by this version of the program, not counted yet.
    #[must_use]
    pub fn new(author: String, date: NaiveDate, workspace: Option<String>, acts: usize) -> Self {
        let program = env!("CARGO_PKG_VERSION").to_owned();
        let (format, date) = (FORMAT.to_owned(), date.to_string());
        let counts = groups().map(|group| (group.to_owned(), 0)).collect();
        Self { format, version: VERSION, program, author, date, workspace, counts, acts }
    }
}

/// A package that is not yet written to the disk.
#[derive(Debug)]
pub struct Packed {
    /// The bytes of the zip file.
    pub bytes: Vec<u8>,
    /// Its checksum (SHA-256, hexadecimal).
    pub checksum: String,
    /// What it says about itself.
    pub manifest: PackageManifest,
}

/// Reads the files and packs them.
///
/// # Errors
/// `handover-too-big` (`limit_mb`) if there is more than a package may hold; those of [`file::bytes`].
pub fn pack(gathered: &Gathered, mut manifest: PackageManifest) -> Result<Packed> {
    let mut zip = Zip { writer: ZipWriter::new(Cursor::new(Vec::new())), sums: String::new(), total: 0 };
    for (entry, path) in &gathered.files {
        // A file that is removed while the others are read is no longer part of the workspace.
        let Some(bytes) = file::bytes(path, FILE_LIMIT)? else { continue };
        zip.add(entry, &bytes)?;
        let group = match entry.split_once('/') {
            Some((WORKSPACE, path)) => group(path),
            _ => DRAFTS,
        };
        *manifest.counts.entry(group.to_owned()).or_default() += 1;
    }
    let text = serde_json::to_string_pretty(&manifest).expect("texts and numbers are JSON") + "\n";
    zip.add(MANIFEST, text.as_bytes())?;
    let bytes = zip.finish()?;
    Ok(Packed { checksum: checksum(&bytes), bytes, manifest })
}

/// The checksum that `sha256sum` prints.
pub(super) fn checksum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

struct Zip {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    /// The list of checksums so far.
    sums: String,
    /// How many bytes the files have so far.
    total: u64,
}

impl Zip {
    fn add(&mut self, entry: &str, bytes: &[u8]) -> Result<()> {
        self.total += bytes.len() as u64;
        if self.total > TOTAL_LIMIT {
            return Err(too_big());
        }
        let _ = writeln!(self.sums, "{}  {entry}", checksum(bytes));
        put(&mut self.writer, entry, bytes).map_err(|error| failed(&error))
    }

    fn finish(mut self) -> Result<Vec<u8>> {
        let sums = std::mem::take(&mut self.sums);
        let put = put(&mut self.writer, SUMS, sums.as_bytes());
        let bytes = put.and_then(|()| self.writer.finish()).map_err(|error| failed(&error))?.into_inner();
        if bytes.len() as u64 > PACKAGE_LIMIT { Err(too_big()) } else { Ok(bytes) }
    }
}

fn put(writer: &mut ZipWriter<Cursor<Vec<u8>>>, entry: &str, bytes: &[u8]) -> ZipResult<()> {
    let method =
        if shrinks_too_much(bytes)? { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    writer.start_file(entry, options(method))?;
    Ok(writer.write_all(bytes)?)
}

/// Whether a file would be compressed so much that a reader must take it for one made to exhaust its memory.
fn shrinks_too_much(bytes: &[u8]) -> ZipResult<bool> {
    if bytes.len() as u64 <= RATIO_FREE {
        return Ok(false);
    }
    let mut alone = ZipWriter::new(Cursor::new(Vec::new()));
    alone.start_file("", options(CompressionMethod::Deflated))?;
    alone.write_all(bytes)?;
    let packed = alone.finish()?.into_inner().len() as u64;
    // The names of the entry and of its directory are in that, but hardly count.
    Ok(bytes.len() as u64 / packed.saturating_sub(200).max(1) > RATIO)
}

/// Every entry has the same time and mode.
fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .compression_level((method == CompressionMethod::Deflated).then_some(6))
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o600)
}

fn too_big() -> Error {
    Error::broken("handover-too-big").with("limit_mb", PACKAGE_LIMIT >> 20)
}

/// Memory is the only thing that writing to memory can lack.
fn failed(error: &zip::result::ZipError) -> Error {
    Error::broken("handover-failed").with("what", error.to_string())
}
