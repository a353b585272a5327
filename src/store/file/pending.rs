//! Files that are written beside their places and wait to be put there: of many files, the disk is waited for together.

use std::io;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use super::{OpenMode, content_aside, refused};
use crate::base::{Error, Result};
use crate::store::{WritePath, copy_name, disk};

/// So many threads wait for the disk.
const WAITING: usize = 8;
/// Each for at least so many files.
const LEAST_SHARE: usize = 8;

/// A file whose content is in a hidden file beside its place. Dropped before it is placed, the hidden file is removed.
#[derive(Debug)]
pub struct PendingFile {
    path: WritePath,
    target: PathBuf,
    /// The hidden file; `None` once it is in its place.
    aside: Option<PathBuf>,
}

impl PendingFile {
    /// Writes the content of a file beside its place, without waiting for the disk.
    ///
    /// # Errors
    /// As [`super::write()`].
    pub fn write(path: impl Into<WritePath>, bytes: &[u8]) -> Result<Self> {
        let path = path.into();
        let target = path.checked()?;
        let aside = content_aside(&target, bytes, copy_name::name);
        let aside = aside.map_err(|error| refused("file-not-written", &path, &error))?;
        Ok(Self { path, target, aside: Some(aside) })
    }

    /// Whether this is the file for a path.
    #[must_use]
    pub fn is_for(&self, path: &Path) -> bool {
        *self.path == *path
    }

    /// The path of the hidden file, which has the length and the time of the file to be; that of the file once it is in its place.
    #[must_use]
    pub fn content(&self) -> &Path {
        self.aside.as_deref().unwrap_or(&self.target)
    }

    /// Waits until the contents of all files are on the disk, then puts each of them into its place. It does not wait for the names:
    /// after a crash each file is as before or whole. [`super::settle`] waits for the names of all files in a folder.
    ///
    /// # Errors
    /// As [`super::write()`]. Those files that are not in their places then stay as they were.
    pub fn place_all(files: Vec<Self>) -> Result<()> {
        // The disk is asked for many files at once: it waits about as long for all of them as for one.
        let share = files.len().div_ceil(WAITING).max(LEAST_SHARE);
        if share >= files.len() {
            Self::sync_all(&files)?;
        } else {
            thread::scope(|scope| {
                let shares: Vec<_> =
                    files.chunks(share).map(|share| scope.spawn(|| Self::sync_all(share))).collect();
                let mut shares = shares.into_iter().map(|share| share.join());
                shares.try_for_each(|share| share.unwrap_or_else(|panic| resume_unwind(panic)))
            })?;
        }
        for mut file in files {
            disk::rename(file.content(), &file.target).map_err(|error| file.refused(&error))?;
            file.aside = None;
        }
        Ok(())
    }

    fn sync_all(files: &[Self]) -> Result<()> {
        files.iter().try_for_each(|file| {
            let synced = disk::open(file.content(), OpenMode::Update).and_then(|open| open.sync());
            synced.map_err(|error| file.refused(&error))
        })
    }

    fn refused(&self, error: &io::Error) -> Error {
        refused("file-not-written", &self.path, error)
    }
}

impl Drop for PendingFile {
    fn drop(&mut self) {
        if let Some(aside) = &self.aside {
            let _ = disk::remove(aside);
        }
    }
}
