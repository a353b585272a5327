//! The names in a folder.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use super::refused;
use crate::base::Result;
use crate::store::disk;

/// The names in a folder, sorted; an empty list if there is no such folder.
///
/// # Errors
/// `folder-unreadable` (`file`, `reason`, `what`).
pub fn names(folder: &Path) -> Result<Vec<OsString>> {
    sorted(folder, disk::names(folder))
}

/// The names in a folder that no folder has, sorted; none if there is no such folder.
///
/// # Errors
/// As [`names`].
pub fn names_of_files(folder: &Path) -> Result<Vec<OsString>> {
    sorted(folder, disk::names_of_files(folder))
}

fn sorted(folder: &Path, names: io::Result<Vec<OsString>>) -> Result<Vec<OsString>> {
    let mut names = match names {
        Ok(names) => names,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(refused("folder-unreadable", folder, &error)),
    };
    names.sort_unstable();
    Ok(names)
}
