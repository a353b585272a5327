//! The library: the documents that come with the program and those imported into a workspace.

use std::path::Path;

use crate::base::{Error, Result};
use crate::model::{Document, Shelf};
use crate::store::{bundled, document, file};

/// Longer files are not documents (64 MiB).
const LIMIT: u64 = 64 << 20;

/// All documents at hand; an imported one stands in the place of a bundled one of the same symbol and
/// language. What cannot be read is told and left where it is.
#[must_use]
pub fn shelf(workspace: &Path) -> (Shelf, Vec<Error>) {
    let mut shelf = Shelf::new(bundled::documents());
    let mut faults = Vec::new();
    let folder = workspace.join("documents");
    let names = file::names(&folder).unwrap_or_else(|error| {
        faults.push(file::told_as(error, "documents"));
        Vec::new()
    });
    for name in names {
        let path = folder.join(&name);
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let shown = format!("documents/{}", file::shown(Path::new(&name)));
        match read(&path, &shown) {
            Ok(document) => shelf.insert(document),
            Err(error) => faults.push(file::told_as(error, &shown)),
        }
    }
    (shelf, faults)
}

fn read(path: &Path, shown: &str) -> Result<Document> {
    let text = file::text(path, LIMIT)?.unwrap_or_default();
    document::from_toml(&text, shown)
}

/// Keeps an imported document with the bytes it was made from.
///
/// # Errors
/// When the folder cannot be written.
pub fn keep(documents: &Path, made: &Document, source: (&str, &[u8])) -> Result<()> {
    let sources = documents.join("sources");
    file::folder(&sources)?;
    file::write(&sources.join(source.0), source.1)?;
    let name = format!("{}.{}.toml", made.symbol.file_stem(), made.language);
    file::write(&documents.join(name), document::to_toml(made).as_bytes())
}

/// The bytes of a file to be imported, and the text of the small file beside it that tells what it does not show.
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
