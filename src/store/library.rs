//! The library: the documents bundled with the program and those imported into a workspace.

pub mod corrections;
mod keep;
mod sources;

use std::path::Path;

use crate::base::{Error, Result, Unwatched, Watch};
use crate::model::{Document, Shelf};
use crate::store::{bundled, document, file};

pub use keep::{Catalogue, Import, KeepOutcome, Replaced};
pub use sources::{SourceFile, sources};

/// Longer files are not documents (64 MiB).
const LIMIT: u64 = 64 << 20;

/// All documents: the bundled ones, and those of the workspace, which replace bundled ones of the same symbol and
/// language. What cannot be read is reported and left where it is.
#[must_use]
pub fn shelf(workspace: &Path) -> (Shelf, Vec<Error>) {
    read(workspace, &Unwatched).expect("nobody stops it")
}

/// The same while somebody watches; `None` if the watcher stops it between two documents.
pub fn read(workspace: &Path, watch: &impl Watch) -> Option<(Shelf, Vec<Error>)> {
    let mut shelf = Shelf::new(bundled::documents());
    let mut errors = Vec::new();
    let folder = workspace.join("documents");
    let names = file::names(&folder).unwrap_or_else(|error| {
        errors.push(file::shown_as(error, "documents"));
        Vec::new()
    });
    let total = names.len();
    for (done, name) in names.into_iter().enumerate() {
        if !watch.continues(done, total) {
            return None;
        }
        let path = folder.join(&name);
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let shown = format!("documents/{}", file::shown(Path::new(&name)));
        match document_at(&path, &shown) {
            Ok(document) => shelf.insert(document),
            Err(error) => errors.push(file::shown_as(error, &shown)),
        }
    }
    Some((shelf, errors))
}

fn document_at(path: &Path, shown: &str) -> Result<Document> {
    let text = file::text(path, LIMIT)?.unwrap_or_default();
    document::from_toml(&text, shown)
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
