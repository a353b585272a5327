//! Zip files that hold a document or several, with limits on what they may unpack to.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::base::{Error, Result};

/// The largest entry that is unpacked, in bytes (64 MiB): the limit of files.
const LARGEST: u64 = 64 << 20;
/// What all entries that are read may unpack to, in bytes (256 MiB).
const ALL: u64 = 256 << 20;
/// An archive has no more entries than this.
const MOST: usize = 10_000;

/// A zip file.
pub struct ZipPackage<'a> {
    name: &'a str,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

/// Whether bytes are a zip file.
#[must_use]
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether bytes are a zip file with an entry of this name.
#[must_use]
pub fn holds(bytes: &[u8], entry: &str) -> bool {
    is_zip(bytes)
        && ZipArchive::new(Cursor::new(bytes)).is_ok_and(|archive| archive.index_for_name(entry).is_some())
}

impl<'a> ZipPackage<'a> {
    /// Opens a zip file; `name` is its name, for messages.
    ///
    /// # Errors
    /// `import-zip-damaged`, `import-zip-bomb` for too many entries.
    pub fn open(name: &'a str, bytes: &'a [u8]) -> Result<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| Error::broken("import-zip-damaged").with("file", name))?;
        if archive.len() > MOST {
            return Err(bomb(name));
        }
        Ok(Self { name, archive, left: ALL })
    }

    /// The names of its entries that are files, in the order of the archive.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let names = self.archive.file_names().flatten().map(std::borrow::Cow::into_owned);
        names.filter(|name| !name.ends_with('/')).collect()
    }

    /// The bytes of an entry; `None` if there is none of this name.
    ///
    /// # Errors
    /// `import-zip-damaged`, `import-encrypted`, `import-zip-bomb` when it unpacks to more than the limits.
    pub fn read(&mut self, entry: &str) -> Result<Option<Vec<u8>>> {
        let Some(index) = self.archive.index_for_name(entry) else { return Ok(None) };
        let damaged = |name: &str| Error::broken("import-zip-damaged").with("file", name);
        let encrypted = self.archive.by_index_raw(index).is_ok_and(|file| file.encrypted());
        if encrypted {
            return Err(Error::broken("import-encrypted").with("file", self.name));
        }
        let limit = LARGEST.min(self.left);
        let file = self.archive.by_index(index).map_err(|_| damaged(self.name))?;
        if file.size() > limit {
            return Err(bomb(self.name));
        }
        // The size that an entry gives may be wrong.
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| damaged(self.name))?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > limit {
            return Err(bomb(self.name));
        }
        self.left -= length;
        Ok(Some(bytes))
    }
}

fn bomb(name: &str) -> Error {
    Error::broken("import-zip-bomb").with("file", name).with("megabytes", ALL >> 20).with("count", MOST)
}
