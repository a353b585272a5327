//! Caches: forms of files that are faster to read. Every cache can be made again; a part of it is used only while the seal
//! kept with it is that of the file it was made from.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::base::checksum;
use crate::store::file::FolderEntry;
use crate::store::{Places, disk, file};

/// The folder for the caches of a workspace. Two workspaces never share one; it need not exist.
#[must_use]
pub fn folder(places: &Places, workspace: &Path) -> PathBuf {
    let path = disk::resolve(workspace).unwrap_or_else(|_| workspace.to_owned());
    let checksum = checksum::of(path.as_os_str().as_encoded_bytes());
    places.cache.join(format!("{checksum:016x}"))
}

/// When a file was last changed, and its length: what is kept with its faster form. A file that is changed twice within one
/// step of the clock of its file system, to the same length, has the same seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FileSeal {
    /// Nanoseconds since 1 January 1970; 0 before.
    pub modified_ns: u64,
    /// Length in bytes.
    pub bytes: u64,
}

impl FileSeal {
    /// The seal of a file; `None` if there is no readable file.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        file::state(path).map(|(bytes, modified)| Self::of_state(bytes, modified))
    }

    /// The seal of a file in a folder that was listed; `None` if there is no readable file.
    #[must_use]
    pub fn of_entry(entry: &FolderEntry) -> Option<Self> {
        entry.state().map(|(bytes, modified)| Self::of_state(bytes, modified))
    }

    /// A number for it; two seals rarely have the same.
    #[must_use]
    pub fn number(self) -> u64 {
        self.modified_ns.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ self.bytes.rotate_left(32)
    }

    /// The seal of a file by its length and time of change.
    #[must_use]
    pub fn of_state(bytes: u64, modified: SystemTime) -> Self {
        let since = modified.duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { modified_ns: u64::try_from(since.as_nanos()).unwrap_or(u64::MAX), bytes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_changes_with_the_file_and_each_workspace_has_its_own_folder() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.toml");
        assert_eq!(FileSeal::of(&path), None);
        file::write(&path, b"one").unwrap();
        let before = FileSeal::of(&path).unwrap();
        assert_eq!(FileSeal::of(&path), Some(before));
        file::write(&path, b"three").unwrap();
        assert_ne!(FileSeal::of(&path), Some(before));

        let places = Places::under(home.path());
        let of = |name: &str| folder(&places, &home.path().join(name));
        assert_eq!(of("one"), of("one"));
        assert_ne!(of("one"), of("two"));
        assert!(of("one").starts_with(&places.cache));
    }
}
