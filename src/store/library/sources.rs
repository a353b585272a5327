//! Files to be imported: a file, those of a folder, those of an archive.

use std::path::{Path, PathBuf};

use crate::base::{Error, Result};
use crate::import::reader::{other, package::ZipPackage};
use crate::store::file;

/// A file to be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The text of the TOML file beside it, which can give missing details.
    pub beside: Option<String>,
}

/// The files a path leads to, by their paths: the file itself; the files right in a folder; those in an archive, below its
/// path. Hidden ones and TOML files are left out; the others are in the order of their names.
#[must_use]
pub fn sources(path: &Path) -> Vec<(PathBuf, Result<SourceFile>)> {
    if file::is_folder(path) {
        return folder(path);
    }
    match super::source(path) {
        Ok((bytes, _)) if other::is_archive(&bytes) => archive(path, &bytes),
        Ok((bytes, beside)) => vec![(path.to_owned(), Ok(SourceFile { bytes, beside }))],
        Err(error) => vec![(path.to_owned(), Err(error))],
    }
}

fn folder(path: &Path) -> Vec<(PathBuf, Result<SourceFile>)> {
    let mut names = match file::names(path) {
        Ok(names) => names,
        Err(error) => return vec![(path.to_owned(), Err(error))],
    };
    names.sort_unstable();
    let kept =
        names.into_iter().filter(|name| is_source(&name.to_string_lossy())).map(|name| path.join(name));
    let files = kept.filter(|path| !file::is_folder(path));
    let read = files.map(|path| {
        let source = super::source(&path).map(|(bytes, beside)| SourceFile { bytes, beside });
        (path, source)
    });
    or_none(path, read.collect())
}

fn archive(path: &Path, bytes: &[u8]) -> Vec<(PathBuf, Result<SourceFile>)> {
    let shown = file::shown(path);
    let mut package = match ZipPackage::open(&shown, bytes) {
        Ok(package) => package,
        Err(error) => return vec![(path.to_owned(), Err(error))],
    };
    let mut names = package.names();
    names.sort_unstable();
    let kept: Vec<&String> = names.iter().filter(|name| name.split('/').all(is_source)).collect();
    let missing = || Error::not_found("file-missing").with("file", shown.as_str());
    let read = kept.into_iter().map(|name| {
        let beside = Path::new(name).with_extension("toml").to_string_lossy().into_owned();
        let text = package.read(&beside).ok().flatten().and_then(|bytes| String::from_utf8(bytes).ok());
        let bytes = package.read(name).and_then(|bytes| bytes.ok_or_else(missing));
        (path.join(name), bytes.map(|bytes| SourceFile { bytes, beside: text }))
    });
    or_none(path, read.collect())
}

/// The files, or an error if there are none.
fn or_none(path: &Path, found: Vec<(PathBuf, Result<SourceFile>)>) -> Vec<(PathBuf, Result<SourceFile>)> {
    if found.is_empty() {
        let error = Error::not_found("import-no-files").with("file", file::shown(path));
        return vec![(path.to_owned(), Err(error))];
    }
    found
}

/// Whether a name is that of a file to be imported.
fn is_source(name: &str) -> bool {
    let hidden = name.starts_with('.') || name == "__MACOSX";
    !hidden && Path::new(name).extension().is_none_or(|extension| extension != "toml")
}
