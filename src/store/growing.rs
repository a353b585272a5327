//! A file that a program adds to at its end, again and again, without waiting for the disk.
//!
//! Adding costs a single operation. Writing a whole file in the place of another one costs more: ext4, for one, sends the new
//! file to the disk before it gives it the name of the old one, which takes long while other programs keep the disk busy.

use std::io::Write;

use crate::base::Result;
use crate::store::disk::{self, File, FileId, OpenMode};
use crate::store::file::refused;
use crate::store::{WritePath, file};

/// How long a file may grow: to so many bytes, or to so many times what is added to it, whichever is more.
#[derive(Debug, Clone, Copy)]
pub struct GrowthLimit {
    pub bytes: u64,
    pub times: u64,
}

/// A file written by this program alone, as far as it knows.
#[derive(Debug)]
pub struct Growing {
    /// Which file it is, and the file itself once something was added to it; `None` if the system does not say which file it
    /// is. It is then begun again each time.
    added_to: Option<(FileId, Option<File>)>,
    /// Its length in bytes.
    length: u64,
}

impl Growing {
    /// Begins the file with these parts, one after the other: all of them, or nothing is changed.
    ///
    /// # Errors
    /// As [`file::write_soon`].
    pub fn begin(path: &WritePath, parts: &[&[u8]]) -> Result<Self> {
        file::write_soon(path, parts)?;
        let length = length(parts);
        let about = disk::describe_link(path).ok().filter(|about| about.is_file() && about.len() == length);
        let id = about.as_ref().and_then(disk::identity);
        Ok(Self { added_to: id.map(|id| (id, None)), length })
    }

    /// Adds these parts at the end of the file, in one piece. Gives `None`, and adds nothing, if the file must be begun again: it
    /// would be longer than `longest` allows, or another program has changed, replaced
    /// or removed it.
    ///
    /// # Errors
    /// `file-not-written` (`file`, `reason`, `what`), and those of [`WritePath::checked`]. The file then has what it had before,
    /// and perhaps a part of what was to be added.
    pub fn add(mut self, path: &WritePath, parts: &[&[u8]], longest: GrowthLimit) -> Result<Option<Self>> {
        let target = path.checked()?;
        let added = length(parts);
        let is_too_long = self.length + added > longest.bytes.max(added.saturating_mul(longest.times));
        let Some((id, opened)) = self.added_to.take().filter(|_| !is_too_long) else { return Ok(None) };
        let is_ours = disk::describe_link(&target)
            .is_ok_and(|about| disk::identity(&about) == Some(id) && about.len() == self.length);
        if !is_ours {
            return Ok(None);
        }
        let not_written = |error: std::io::Error| refused("file-not-written", path, &error);
        let mut file = match opened {
            Some(file) => file,
            None => disk::open(&target, OpenMode::Append).map_err(not_written)?,
        };
        file.write_all(&parts.concat()).map_err(|error| {
            // What was added in part is not read, but would come before what is added next.
            let _ = file.set_len(self.length);
            not_written(error)
        })?;
        Ok(Some(Self { added_to: Some((id, Some(file))), length: self.length + added }))
    }
}

fn length(parts: &[&[u8]]) -> u64 {
    parts.iter().map(|part| part.len() as u64).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const LONG: GrowthLimit = GrowthLimit { bytes: 12, times: 2 };

    fn begun(home: &tempfile::TempDir) -> (WritePath, Growing) {
        let path = WritePath::of_user(home.path().join("file"));
        let growing = Growing::begin(&path, &[b"on", b"e\n"]).unwrap();
        (path, growing)
    }

    #[test]
    fn parts_are_added_until_the_file_is_long() {
        let home = tempfile::tempdir().unwrap();
        let (path, growing) = begun(&home);
        let growing = growing.add(&path, &[b"two", b"\n"], LONG).unwrap().unwrap();
        let growing = growing.add(&path, &[b"six\n"], LONG).unwrap().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"one\ntwo\nsix\n");
        assert!(growing.add(&path, &[b"x"], LONG).unwrap().is_none(), "12 bytes are enough");
        assert_eq!(fs::read(&path).unwrap(), b"one\ntwo\nsix\n");
        let (path, growing) = begun(&home);
        assert!(growing.add(&path, &[b"0123456789"], LONG).unwrap().is_some(), "less than twice as long");
    }

    #[test]
    fn a_file_that_somebody_else_changed_replaced_or_removed_is_begun_again() {
        let changes: [fn(&WritePath); 3] = [
            |path| fs::write(path, "one\ntheirs").unwrap(),
            |path| {
                fs::write(path.with_file_name("other"), "one\n").unwrap();
                fs::rename(path.with_file_name("other"), path).unwrap();
            },
            |path| fs::remove_file(path).unwrap(),
        ];
        for change in changes {
            let home = tempfile::tempdir().unwrap();
            let (path, growing) = begun(&home);
            let growing = growing.add(&path, &[b""], LONG).unwrap().unwrap();
            change(&path);
            let before = fs::read(&path).ok();
            assert!(growing.add(&path, &[b"two\n"], LONG).unwrap().is_none());
            assert_eq!(fs::read(&path).ok(), before);
        }
    }
}
