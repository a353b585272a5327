//! Files as a test lays them out and finds them again.

#![allow(clippy::disallowed_methods, reason = "tests look at what the program leaves on the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes a file, with the folders it needs.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    let folder = path.parent().expect("a file stands in a folder");
    fs::create_dir_all(folder).expect("folders can be made");
    fs::write(path, bytes).expect("a file can be written");
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

/// Everything below a folder, by its path inside: the bytes of files, none for folders.
pub fn tree(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    walk(folder, &mut |path| {
        let bytes = path.is_file().then(|| fs::read(path).unwrap_or_default());
        found.insert(path.strip_prefix(folder).expect("it was found there").to_owned(), bytes);
    });
    found
}

/// The files below a folder whose names end so, in order of their names.
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
