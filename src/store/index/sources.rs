//! The files of documents that are indexed: which there are, in which state, and what each of them is.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::base::{Result, checksum};
use crate::store::cache::FileSeal;
use crate::store::{WritePath, bundled, file, library};

/// How the name of the list of files in the folder of the index begins. The rest is the mark of the list.
const LIST: &str = "sources-";

/// Longer files are no lists (256 MiB).
const LIMIT: u64 = 256 << 20;

/// The files of documents there are, by name. Names of bundled documents begin with a space, so that they come first.
#[derive(Debug, PartialEq, Eq)]
pub struct DocumentSources(pub(super) BTreeMap<String, FileSeal>);

impl DocumentSources {
    /// The bundled documents and those of a workspace. This asks for the state of each file.
    pub(super) fn of(workspace: &Path) -> Self {
        let bundled = bundled::forms().iter().map(|(name, form)| {
            let seal = FileSeal { modified_ns: checksum::of_many(form.as_bytes()), bytes: form.len() as u64 };
            (format!(" {name}"), seal)
        });
        let files = library::sealed_files(&workspace.join("documents")).unwrap_or_default().into_iter();
        let own = files.filter_map(|(name, seal)| Some((name.to_str()?.to_owned(), seal?)));
        Self(bundled.chain(own).collect())
    }

    /// A number that is another one as soon as a file is added, removed or changed.
    pub(super) fn mark(&self) -> String {
        let mut bytes = Vec::with_capacity(self.0.len() * 48);
        for (name, seal) in &self.0 {
            bytes.extend_from_slice(name.as_bytes());
            bytes.push(0);
            bytes.extend_from_slice(&seal.modified_ns.to_le_bytes());
            bytes.extend_from_slice(&seal.bytes.to_le_bytes());
        }
        format!("{:016x}", checksum::of_many(&bytes))
    }
}

/// A file that is indexed, or one of the documents that come with the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct IndexedSource {
    pub(super) seal: FileSeal,
    /// Symbol and language of its document; empty if it has none.
    pub(super) key: String,
}

/// The indexed files by their names; a later one of the same symbol and language replaces an earlier one.
pub(super) type Indexed = BTreeMap<String, IndexedSource>;

/// Which file each symbol and language comes from.
pub(super) fn owners(indexed: &Indexed) -> BTreeMap<String, String> {
    let with_key = indexed.iter().filter(|(_, source)| !source.key.is_empty());
    with_key.map(|(name, source)| (source.key.clone(), name.clone())).collect()
}

/// The list with a mark in the folder of an index; `None` if it is missing or damaged.
pub(super) fn list(folder: &Path, mark: &str) -> Option<Indexed> {
    let text = file::text(&folder.join(format!("{LIST}{mark}")), LIMIT).ok()??;
    let (sum, list) = text.split_once('\n')?;
    let is_whole = sum == format!("{:016x}", checksum::of_many(list.as_bytes()));
    is_whole.then(|| serde_json::from_str(list).ok()).flatten()
}

/// Writes the list with a mark. Those with other marks stay until [`remove_others`].
///
/// # Errors
/// As [`file::write_soon`].
pub(super) fn keep(folder: &Path, mark: &str, indexed: &Indexed) -> Result<()> {
    let list = serde_json::to_string(indexed).unwrap_or_default();
    let sum = format!("{:016x}\n", checksum::of_many(list.as_bytes()));
    file::write_soon(
        WritePath::of_user(folder.join(format!("{LIST}{mark}"))),
        &[sum.as_bytes(), list.as_bytes()],
    )
}

/// Removes the lists with other marks. What cannot be removed stays.
pub(super) fn remove_others(folder: &Path, mark: &str) {
    for name in file::names(folder).unwrap_or_default() {
        if name.to_str().and_then(|name| name.strip_prefix(LIST)).is_some_and(|other| other != mark) {
            let _ = file::remove(WritePath::of_user(folder.join(name)));
        }
    }
}
