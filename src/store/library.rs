//! The library: the documents bundled with the program and those imported into a workspace.

mod addresses;
mod asked;
mod cached;
mod catalogue_file;
mod cited;
pub mod corrections;
mod keep;
mod links;
mod opened;
mod removed;
mod rows;
mod sealed;
mod sources;
mod stored_followup;

use std::path::Path;

use crate::base::{Error, Result, Unwatched, Watch};
use crate::model::Shelf;
use crate::store::file;

pub use asked::followups;
pub use cited::graph;
pub use keep::{Catalogue, Import, KeepOutcome, Replaced};
pub use opened::{OpenedLibrary, fingerprint, sealed_files};
pub use rows::LibraryCache;
pub use sources::{SourceFile, SourceList};

/// Longer files are not documents (64 MiB).
const LIMIT: u64 = 64 << 20;

/// All documents: the bundled ones, and those of the workspace, which replace bundled ones of the same symbol and
/// language. What cannot be read is reported and left where it is. Without a cache every document is read now.
#[must_use]
pub fn shelf(workspace: &Path, cache: Option<&LibraryCache>) -> (Shelf, Vec<Error>) {
    let opened = read(workspace, cache, &Unwatched).expect("nobody stops it");
    (opened.shelf, opened.errors)
}

/// The same while somebody watches; `None` if the watcher stops it between two documents.
pub fn read(workspace: &Path, cache: Option<&LibraryCache>, watch: &impl Watch) -> Option<OpenedLibrary> {
    opened::read(workspace, cache, watch)
}

/// The bytes of a file to be imported, and the text of the TOML file beside it, which can give missing details.
///
/// # Errors
/// When the file does not exist, cannot be read or is too large.
pub fn source(path: &Path) -> Result<(Vec<u8>, Option<String>)> {
    let missing = || Error::not_found("file-missing").with("file", file::shown(path));
    let bytes = file::bytes(path, LIMIT)?.ok_or_else(missing)?;
    let beside = path.with_extension("toml");
    let given = if beside == path { None } else { file::text(&beside, LIMIT)? };
    Ok((bytes, given))
}
