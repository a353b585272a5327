//! Reads a package and verifies all of it before anything is done with it. It may come from anybody.

use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::io::{Cursor, Read};
use std::path::Path;

use zip::{CompressionMethod, ZipArchive};

use crate::base::{Error, Result};
use crate::store::handover::directory::{self, Directory};
use crate::store::handover::pack::checksum;
use crate::store::handover::{
    DRAFTS, FILE_LIMIT, FORMAT, MANIFEST, MOST_FILES, PACKAGE_LIMIT, PackageManifest, RATIO, RATIO_FREE,
    SUMS, TOTAL_LIMIT, VERSION, WORKSPACE, names,
};
use crate::store::{Manifest, file, manifest};

/// The bits of a mode that say what a file is; their values for a regular file and for a folder are below.
const TYPE: u32 = 0o170_000;
const REGULAR: u32 = 0o100_000;
const FOLDER: u32 = 0o040_000;

/// A package that was verified.
#[derive(Debug)]
pub struct HandoverPackage {
    /// What it says about itself.
    pub manifest: PackageManifest,
    /// Its files but for the manifest and the checksums, sorted by their names.
    pub files: Vec<PackageFile>,
    archive: ZipArchive<Cursor<Vec<u8>>>,
}

/// A file of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageFile {
    /// Whether it is a draft from the journal; else it is a file of the workspace.
    pub is_draft: bool,
    /// The names of its folders and its own, below the workspace or the journal.
    pub path: Vec<OsString>,
    index: usize,
}

/// An entry of the zip file.
struct ZipEntry {
    name: String,
    index: usize,
}

impl HandoverPackage {
    /// Reads and verifies a package.
    ///
    /// # Errors
    /// `file-missing`; those of [`file::bytes`]; and those of a package that is refused, each with `file`: `takeover-no-zip`;
    /// `takeover-truncated`; `takeover-damaged` (`what`); `takeover-name` (`entry`, `reason`); `takeover-link` (`entry`);
    /// `takeover-twice` (`entry`, `other`); `takeover-encrypted` (`entry`); `takeover-bomb` (`entry`, `reason`, `limit_mb`);
    /// `takeover-no-manifest`; `takeover-newer` (`version`); `takeover-unlisted` (`entry`); `takeover-missing` (`entry`);
    /// `takeover-checksum` (`entry`).
    pub fn open(path: &Path) -> Result<Self> {
        let shown = file::shown(path);
        let missing = || Error::not_found("file-missing").with("file", &shown);
        let bytes = file::bytes(path, PACKAGE_LIMIT)?.ok_or_else(missing)?;
        Self::read(bytes).map_err(|error| error.with("file", &shown))
    }

    fn read(bytes: Vec<u8>) -> Result<Self> {
        let Directory { names } = directory::read(&bytes)?;
        check_names(&names)?;
        let damaged = |error: zip::result::ZipError| damaged(&error);
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() != names.len() {
            return Err(Error::broken("takeover-damaged").with("what", "directory"));
        }
        let entries = entries(&mut archive)?;
        let mut read = |entry: &ZipEntry| content(&mut archive, entry.index, &entry.name);
        let find = |name: &str| entries.iter().find(|entry| entry.name == name);
        let no_manifest = || Error::broken("takeover-no-manifest");
        let stated = read(find(MANIFEST).ok_or_else(no_manifest)?)?;
        let manifest = stated_manifest(&stated)?;
        let sums =
            String::from_utf8(read(find(SUMS).ok_or_else(no_manifest)?)?).map_err(|_| no_manifest())?;
        verify(&entries, &sums, &mut read)?;
        let mut files: Vec<&ZipEntry> = entries.iter().collect();
        files.sort_by(|one, other| one.name.cmp(&other.name));
        let files = files.into_iter().filter(|entry| ![MANIFEST, SUMS].contains(&entry.name.as_str()));
        let files = files.map(package_file).collect::<Result<_>>()?;
        Ok(Self { manifest, files, archive })
    }

    /// The manifest of the workspace that was handed over, if it has one that can be read.
    #[must_use]
    pub fn workspace_manifest(&mut self) -> Option<Manifest> {
        let is_manifest = |file: &&PackageFile| !file.is_draft && file.path == [manifest::NAME];
        let found = self.files.iter().find(is_manifest)?.clone();
        let text = String::from_utf8(self.content(&found).ok()?).ok()?;
        manifest::read(&text, Path::new(manifest::NAME)).ok()
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// None for a file of this package: it was read before.
    pub fn content(&mut self, file: &PackageFile) -> Result<Vec<u8>> {
        content(&mut self.archive, file.index, "")
    }
}

fn damaged(error: &zip::result::ZipError) -> Error {
    Error::broken("takeover-damaged").with("what", error.to_string())
}

/// Refuses names that lead elsewhere, and two entries that some system takes for one file.
fn check_names(names: &[String]) -> Result<()> {
    if names.len() > MOST_FILES + 2 {
        return Err(bomb("", "files", MOST_FILES as u64));
    }
    let mut seen: HashMap<String, &str> = HashMap::new();
    for name in names {
        let path = name.strip_suffix('/').unwrap_or(name);
        if let Some(reason) = names::fault(path) {
            return Err(Error::broken("takeover-name").with("entry", name.as_str()).with("reason", reason));
        }
        if let Some(other) = seen.insert(names::same_on_some_system(path), name) {
            return Err(Error::broken("takeover-twice").with("entry", name.as_str()).with("other", other));
        }
    }
    // A file cannot be a folder as well.
    for name in names {
        let folders = name.match_indices('/').map(|(at, _)| names::same_on_some_system(&name[..at]));
        for folder in folders {
            if let Some(other) = seen.get(&folder).filter(|other| !other.ends_with('/')) {
                return Err(Error::broken("takeover-twice")
                    .with("entry", name.as_str())
                    .with("other", *other));
            }
        }
    }
    Ok(())
}

/// The entries that are files. What they say of themselves is checked; nothing is read yet.
fn entries(archive: &mut ZipArchive<Cursor<Vec<u8>>>) -> Result<Vec<ZipEntry>> {
    let (mut entries, mut total) = (Vec::new(), 0u64);
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|error| damaged(&error))?;
        let name = String::from_utf8(entry.name_raw().to_vec()).map_err(|_| not_utf8())?;
        let kind = entry.unix_mode().unwrap_or(0) & TYPE;
        if name.ends_with('/') && entry.size() == 0 && [0, FOLDER].contains(&kind) {
            continue;
        }
        let refused = |id| Err(Error::broken(id).with("entry", name.as_str()));
        if name.ends_with('/') || ![0, REGULAR].contains(&kind) {
            return refused("takeover-link");
        }
        if entry.encrypted() {
            return refused("takeover-encrypted");
        }
        if ![CompressionMethod::Stored, CompressionMethod::Deflated].contains(&entry.compression()) {
            return Err(
                Error::broken("takeover-damaged").with("what", format!("{name}: {}", entry.compression()))
            );
        }
        let (size, packed) = (entry.size(), entry.compressed_size());
        total = total.saturating_add(size);
        match () {
            () if size > FILE_LIMIT => return Err(bomb(&name, "size", FILE_LIMIT >> 20)),
            () if total > TOTAL_LIMIT => return Err(bomb(&name, "total", TOTAL_LIMIT >> 20)),
            () if size > RATIO_FREE && size / packed.max(1) > RATIO => {
                return Err(bomb(&name, "ratio", RATIO));
            }
            () => entries.push(ZipEntry { name, index }),
        }
    }
    Ok(entries)
}

fn bomb(entry: &str, reason: &'static str, limit: u64) -> Error {
    Error::broken("takeover-bomb").with("entry", entry).with("reason", reason).with("limit", limit)
}

fn not_utf8() -> Error {
    Error::broken("takeover-name").with("entry", "?").with("reason", "control")
}

/// The bytes of an entry. Whatever it says of itself, no more is unpacked than it says.
fn content(archive: &mut ZipArchive<Cursor<Vec<u8>>>, index: usize, name: &str) -> Result<Vec<u8>> {
    let entry = archive.by_index(index).map_err(|error| damaged(&error))?;
    let size = entry.size();
    let mut bytes = Vec::new();
    let read = entry.take(size + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > size {
        return Err(bomb(name, "lie", size));
    }
    read.map_err(|error| Error::broken("takeover-damaged").with("what", format!("{name}: {error}")))?;
    if (bytes.len() as u64) < size {
        return Err(Error::broken("takeover-truncated"));
    }
    Ok(bytes)
}

fn stated_manifest(bytes: &[u8]) -> Result<PackageManifest> {
    let no_manifest = || Error::broken("takeover-no-manifest");
    let stated: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| no_manifest())?;
    if stated["format"] != FORMAT {
        return Err(no_manifest());
    }
    match stated["version"].as_u64() {
        Some(version) if version > VERSION => Err(Error::broken("takeover-newer").with("version", version)),
        Some(_) => serde_json::from_value(stated).map_err(|_| no_manifest()),
        None => Err(no_manifest()),
    }
}

/// Compares every file with the list of checksums: each is in it, once, and nothing else is.
fn verify(
    entries: &[ZipEntry],
    sums: &str,
    read: &mut impl FnMut(&ZipEntry) -> Result<Vec<u8>>,
) -> Result<()> {
    let mut listed: HashMap<&str, &str> = HashMap::new();
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").ok_or_else(|| Error::broken("takeover-no-manifest"))?;
        listed.insert(name, sum);
    }
    let mut left: HashSet<&str> = listed.keys().copied().collect();
    for entry in entries.iter().filter(|entry| entry.name != SUMS) {
        let name = entry.name.as_str();
        let refused = |id| Err(Error::broken(id).with("entry", name));
        let Some(sum) = listed.get(name) else { return refused("takeover-unlisted") };
        if checksum(&read(entry)?) != *sum {
            return refused("takeover-checksum");
        }
        left.remove(name);
    }
    match left.iter().min() {
        Some(missing) => Err(Error::broken("takeover-missing").with("entry", *missing)),
        None => Ok(()),
    }
}

fn package_file(entry: &ZipEntry) -> Result<PackageFile> {
    let elsewhere = || Error::broken("takeover-unlisted").with("entry", entry.name.as_str());
    let (folder, path) = entry.name.split_once('/').ok_or_else(elsewhere)?;
    if ![WORKSPACE, DRAFTS].contains(&folder) {
        return Err(elsewhere());
    }
    let path = path.split('/').map(names::read).collect::<Option<_>>().ok_or_else(elsewhere)?;
    Ok(PackageFile { is_draft: folder == DRAFTS, path, index: entry.index })
}
