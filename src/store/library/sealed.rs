//! Cache files: what is stored, after a header by which a file that is damaged, cut or of another program is recognised.
//!
//! ```text
//!  PLENARYC  version   checksum  postcard …
//!  └8 bytes  └8 bytes  └8 bytes, of the version and of all that comes after
//! ```

use std::path::Path;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize, Serializer};

use crate::base::checksum;
use crate::store::cache::FileSeal;
use crate::store::{WritePath, file};

/// The first bytes of every cache file.
const MAGIC: &[u8; 8] = b"PLENARYC";
/// Magic, version and checksum.
const HEADER: usize = 24;
/// The number of the forms that are stored: higher whenever one of them changes.
const FORM: u64 = 2;
/// No cache file is longer (1 GiB).
const LIMIT: u64 = 1 << 30;

/// The bytes of a cache file that is whole and was written by this program.
#[derive(Debug)]
pub(super) struct SealedBytes(Vec<u8>);

impl SealedBytes {
    /// Reads a file; `None` if it is missing or damaged, or another program wrote it.
    pub(super) fn read(path: &Path) -> Option<Self> {
        let bytes = file::bytes(path, LIMIT).ok()??;
        let header = bytes.get(..HEADER)?;
        let number = |at: usize| header.get(at..at + 8).and_then(|part| part.try_into().ok());
        let version = u64::from_le_bytes(number(8)?);
        let sum = u64::from_le_bytes(number(16)?);
        let is_ours = header.starts_with(MAGIC) && version == program_version();
        (is_ours && sum == checksum_of(&bytes[HEADER..])).then_some(Self(bytes))
    }

    /// All bytes, with the header.
    pub(super) fn all(&self) -> &[u8] {
        &self.0
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The last bytes, so many of them; `None` if there are fewer. They are not copied.
    pub(super) fn into_last(mut self, length: usize) -> Option<Vec<u8>> {
        self.0.drain(..self.0.len().checked_sub(length)?);
        Some(self.0)
    }

    /// What is stored in it; `None` if it is something else.
    pub(super) fn value<'a, T: Deserialize<'a>>(&'a self) -> Option<T> {
        postcard::from_bytes(&self.0[HEADER..]).ok()
    }
}

/// Stores bytes as they are.
pub(super) fn as_bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes)
}

/// Writes a cache file whole or not at all, and makes its folder if there is none. What cannot be written is left out: everything
/// works without it.
pub(super) fn write<T: Serialize>(path: &Path, value: &T) {
    let Ok(stored) = postcard::to_stdvec(value) else { return };
    let (version, sum) = (program_version().to_le_bytes(), checksum_of(&stored).to_le_bytes());
    let parts: [&[u8]; 4] = [MAGIC, &version, &sum, &stored];
    let path = WritePath::of_user(path);
    if file::write_soon(&path, &parts).is_err()
        && let Some(folder) = path.parent()
        && !file::exists(folder)
        && file::folder(WritePath::of_user(folder)).is_ok()
    {
        let _ = file::write_soon(&path, &parts);
    }
}

fn checksum_of(stored: &[u8]) -> u64 {
    checksum::of_many(stored) ^ program_version()
}

/// The number of the program: its version, and the seal of its file, because another build may read documents differently.
fn program_version() -> u64 {
    static VERSION: OnceLock<u64> = OnceLock::new();
    *VERSION.get_or_init(|| {
        let program = std::env::current_exe().ok().and_then(|path| FileSeal::of(&path));
        let named = format!("{FORM} {} {program:?}", env!("CARGO_PKG_VERSION"));
        checksum::of(named.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk;

    #[test]
    fn a_file_with_a_changed_byte_or_a_missing_end_is_not_read() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("new folder/a.bin");
        write(&path, &("one", 2_u32));
        let read = || SealedBytes::read(&path).and_then(|bytes| bytes.value::<(String, u32)>());
        assert_eq!(read(), Some(("one".to_owned(), 2)));
        assert!(SealedBytes::read(&path).unwrap().value::<[String; 3]>().is_none());
        let whole = file::bytes(&path, LIMIT).unwrap().unwrap();
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x10;
            file::write(WritePath::of_user(&path), &changed).unwrap();
            assert_eq!(read(), None, "byte {at}");
            file::write(WritePath::of_user(&path), &whole[..at]).unwrap();
            assert_eq!(read(), None, "cut to {at}");
        }
        disk::remove(&path).unwrap();
        assert_eq!(read(), None);
    }

    #[test]
    fn what_cannot_be_written_is_left_out() {
        let home = tempfile::tempdir().unwrap();
        file::write(WritePath::of_user(home.path().join("file")), b"").unwrap();
        let path = home.path().join("file/a.bin");
        write(&path, &1_u32);
        assert!(SealedBytes::read(&path).is_none());
    }
}
