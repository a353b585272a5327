//! The names in a folder.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use super::refused;
use crate::base::Result;
use crate::store::disk::{self, DirEntry};

/// The names in a folder, sorted; an empty list if there is no such folder.
///
/// # Errors
/// `folder-unreadable` (`file`, `reason`, `what`).
pub fn names(folder: &Path) -> Result<Vec<OsString>> {
    sorted(folder, disk::names(folder))
}

/// Something in a folder.
#[derive(Debug)]
pub struct FolderEntry(DirEntry);

impl FolderEntry {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> OsString {
        self.0.file_name()
    }

    /// Whether it is a folder, or a link to one.
    #[must_use]
    pub fn is_folder(&self) -> bool {
        disk::is_folder_entry(&self.0)
    }

    /// Length and time of change, as [`super::state`]; of a link those of its target.
    #[must_use]
    pub fn state(&self) -> Option<(u64, SystemTime)> {
        let about = disk::describe_entry(&self.0).ok()?;
        Some((about.len(), about.modified().ok()?))
    }
}

/// What a folder has, in no order; an empty list if there is no such folder.
///
/// # Errors
/// As [`names`].
pub fn entries(folder: &Path) -> Result<Vec<FolderEntry>> {
    Ok(found(folder, disk::entries(folder))?.into_iter().map(FolderEntry).collect())
}

/// The names in a folder that no folder has, sorted; none if there is no such folder.
///
/// # Errors
/// As [`names`].
pub fn names_of_files(folder: &Path) -> Result<Vec<OsString>> {
    sorted(folder, disk::names_of_files(folder))
}

fn sorted(folder: &Path, names: io::Result<Vec<OsString>>) -> Result<Vec<OsString>> {
    let mut names = found(folder, names)?;
    names.sort_unstable();
    Ok(names)
}

/// What was listed; nothing if there is no such folder.
fn found<T>(folder: &Path, listed: io::Result<Vec<T>>) -> Result<Vec<T>> {
    match listed {
        Ok(listed) => Ok(listed),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(refused("folder-unreadable", folder, &error)),
    }
}
