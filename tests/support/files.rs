//! Writing, reading and listing files in tests.

#![allow(clippy::disallowed_methods, reason = "tests read the files the program writes")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes a file and creates its folders.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    let folder = path.parent().expect("a file is in a folder");
    fs::create_dir_all(folder).expect("folders can be made");
    fs::write(path, bytes).expect("a file can be written");
}

/// Removes a file.
pub fn remove(path: &Path) {
    std::fs::remove_file(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// The bytes of a file.
#[track_caller]
pub fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The text of a file.
#[track_caller]
pub fn text(path: &Path) -> String {
    String::from_utf8(read(path)).expect("the program writes UTF-8")
}

/// All files and folders below a folder, by relative path: the bytes of a file, `None` for a folder.
pub fn tree(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    walk(folder, &mut |path| {
        let bytes = path.is_file().then(|| fs::read(path).unwrap_or_default());
        found.insert(path.strip_prefix(folder).expect("it was found there").to_owned(), bytes);
    });
    found
}

/// The files below a folder whose paths end with `end`, sorted.
pub fn ending(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(folder, &mut |path| {
        if path.is_file() && path.to_string_lossy().ends_with(end) {
            found.push(path.to_owned());
        }
    });
    found.sort();
    found
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        visit(&entry.path());
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&entry.path(), visit);
        }
    }
}

/// Gives a file or a folder another name.
pub fn rename(from: &Path, to: &Path) {
    fs::rename(from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
}
