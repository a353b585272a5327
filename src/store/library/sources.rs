//! Files to be imported: a file, those of a folder, those of an archive.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::base::{Error, Result, Unwatched};
use crate::import::reader::{other, package::ZipPackage};
use crate::store::{file, glob};

/// A file to be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The text of the TOML file beside it, which can give missing details.
    pub beside: Option<String>,
}

/// Folders are looked into no deeper than this.
const DEEPEST: usize = 8;

/// The files that some paths lead to, found before any is read: the files themselves, those that fit a pattern, and those in folders
/// and the folders below them. Hidden ones and TOML files are left out; the others are in the order of their names, the files of a
/// folder before those of the folders in it.
#[derive(Debug)]
pub struct SourceList(Vec<FolderFile>);

impl SourceList {
    /// Looks into the folders.
    pub fn of<'a>(paths: impl IntoIterator<Item = &'a PathBuf>) -> Self {
        let mut found = Vec::new();
        for path in paths {
            let before = found.len();
            if file::exists(path) || !glob::is_pattern(path) {
                any(path, &mut found);
            } else {
                fitting(path, &mut found);
            }
            if found.len() == before {
                let is_folder = file::is_folder(path);
                let none = Error::not_found("import-no-match").with("file", file::shown(path));
                found.push(Err((path.clone(), if is_folder { nothing(path) } else { none })));
            }
        }
        Self(found)
    }

    /// How many files there are; an archive counts as one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The files by their paths, each read when it is asked for; those in an archive have paths below its path.
    pub fn into_files(self) -> impl Iterator<Item = (PathBuf, Result<SourceFile>)> {
        self.0.into_iter().flat_map(|found| match found {
            Ok(path) => files_of(&path),
            Err((path, error)) => vec![(path, Err(error))],
        })
    }
}

/// A file, or the files in an archive.
fn files_of(path: &Path) -> Vec<(PathBuf, Result<SourceFile>)> {
    match super::source(path) {
        Ok((bytes, _)) if other::is_archive(&bytes) => archive(path, &bytes),
        Ok((bytes, beside)) => vec![(path.to_owned(), Ok(SourceFile { bytes, beside }))],
        Err(error) => vec![(path.to_owned(), Err(error))],
    }
}

/// A file in a folder, or a folder that cannot be read, and why.
type FolderFile = std::result::Result<PathBuf, (PathBuf, Error)>;

/// Gathers a file, or the files in a folder.
fn any(path: &Path, found: &mut Vec<FolderFile>) {
    if file::is_folder(path) {
        folder(path, DEEPEST, &mut HashSet::new(), found);
    } else {
        found.push(Ok(path.to_owned()));
    }
}

/// Gathers the files that fit a pattern, and those in folders that fit it.
fn fitting(pattern: &Path, found: &mut Vec<FolderFile>) {
    let is_kept = |path: &PathBuf| path.file_name().is_some_and(|name| is_source(&name.to_string_lossy()));
    match glob::find(pattern, &Unwatched) {
        Ok(paths) => paths.iter().filter(|path| is_kept(path)).for_each(|path| any(path, found)),
        Err(error) => found.push(Err((pattern.to_owned(), error))),
    }
}

/// Gathers the files in a folder and below it; one that a link leads back to is looked into once.
fn folder(path: &Path, depth: usize, seen: &mut HashSet<PathBuf>, found: &mut Vec<FolderFile>) {
    let real = file::resolve(path).ok().flatten();
    if !real.is_none_or(|real| seen.insert(real)) {
        return;
    }
    let mut names = match file::names(path) {
        Ok(names) => names,
        Err(error) => return found.push(Err((path.to_owned(), error))),
    };
    names.sort_unstable();
    let kept = names.into_iter().filter(|name| is_source(&name.to_string_lossy()));
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) =
        kept.map(|name| path.join(name)).partition(|path| file::is_folder(path));
    found.extend(files.into_iter().map(Ok));
    folders.iter().filter(|_| depth > 0).for_each(|below| folder(below, depth - 1, seen, found));
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
    let read: Vec<_> = read.collect();
    if read.is_empty() { vec![(path.to_owned(), Err(nothing(path)))] } else { read }
}

/// The error for a folder or an archive without files.
fn nothing(path: &Path) -> Error {
    Error::not_found("import-no-files").with("file", file::shown(path))
}

/// Whether a name is that of a file to be imported.
fn is_source(name: &str) -> bool {
    let hidden = name.starts_with('.') || name == "__MACOSX";
    !hidden && Path::new(name).extension().is_none_or(|extension| extension != "toml")
}
