//! Reading files with limits, and writing them whole or not at all, readable by their owner only.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::base::text::visible;
use crate::base::{Error, Result};

/// A path as messages show it.
#[must_use]
pub fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// An error of the operating system: `id` with `file`, a `reason` that the locale knows (`permission`,
/// `full`, `missing`, `read-only`, `other`) and the system's own message as `what`.
#[must_use]
pub fn refused(id: &'static str, path: &Path, error: &io::Error) -> Error {
    let reason = match error.kind() {
        io::ErrorKind::PermissionDenied => "permission",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
        io::ErrorKind::NotFound => "missing",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        _ => "other",
    };
    Error::broken(id).with("file", shown(path)).with("reason", reason).with("what", error.to_string())
}

/// The bytes of a file of at most `limit` bytes; `None` if there is no such file.
///
/// # Errors
/// `file-unreadable` (`file`, `reason`, `what`); `file-too-big` (`file`, `limit_kb`); `file-not-plain`
/// (`file`) for a folder, a pipe or a device.
pub fn bytes(path: &Path, limit: u64) -> Result<Option<Vec<u8>>> {
    #[cfg(test)]
    count::add();
    let unreadable = |error: &io::Error| refused("file-unreadable", path, error);
    // Checked before opening: opening a pipe would wait for its other end.
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) if is_absent(&error) && fs::symlink_metadata(path).is_err() => return Ok(None),
        Err(error) => return Err(unreadable(&error)),
    };
    if !about.is_file() {
        return Err(Error::broken("file-not-plain").with("file", shown(path)));
    }
    if about.len() > limit {
        return Err(too_big(path, limit));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    let mut file = File::open(path).map_err(|error| unreadable(&error))?.take(limit + 1);
    file.read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > limit { Err(too_big(path, limit)) } else { Ok(Some(bytes)) }
}

/// The error of a file longer than it may be: `file-too-big` (`file`, `limit_kb`).
#[must_use]
pub fn too_big(path: &Path, limit: u64) -> Error {
    Error::broken("file-too-big").with("file", shown(path)).with("limit_kb", limit.div_ceil(1024))
}

/// The same error with another name for its file: the path inside the workspace.
#[must_use]
pub fn shown_as(mut error: Error, shown: &str) -> Error {
    error.message.replace("file", shown);
    error
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// The text of a file; `None` if there is no such file.
///
/// # Errors
/// As [`bytes`], and `file-not-utf8` (`file`, `line`).
pub fn text(path: &Path, limit: u64) -> Result<Option<String>> {
    let Some(bytes) = bytes(path, limit)? else { return Ok(None) };
    utf8(bytes, path).map(Some)
}

/// Bytes as text.
///
/// # Errors
/// `file-not-utf8` (`file`, `line`).
pub fn utf8(bytes: Vec<u8>, path: &Path) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        Error::broken("file-not-utf8").with("file", shown(path)).with("line", line)
    })
}

/// Makes a folder and missing parents, for the owner alone (0700); existing ones stay as they are.
///
/// # Errors
/// `folder-not-made` (`file`, `reason`, `what`).
pub fn folder(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| refused("folder-not-made", path, &error))
}

/// Writes a file whole or not at all, and waits until it is on the disk. A new file is 0600; the mode of
/// an old one stays; through a symbolic link its target is written.
///
/// # Errors
/// `file-not-written` (`file`, `reason`, `what`).
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let write = || -> io::Result<()> {
        let mut options = atomic_write_file::OpenOptions::new();
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&target)?;
        file.write_all(bytes)?;
        file.commit()
    };
    write().map_err(|error| refused("file-not-written", path, &error))
}

/// Writes a file whole or not at all, but does not wait for the disk: it survives the end of the program, perhaps not
/// that of the machine. The parts are written one after the other.
///
/// # Errors
/// `file-not-written` (`file`, `reason`, `what`).
pub fn write_soon(path: &Path, parts: &[&[u8]]) -> Result<()> {
    let aside = path.with_extension("tmp");
    let write = || -> io::Result<()> {
        let mut file = private().write(true).create(true).truncate(true).open(&aside)?;
        parts.iter().try_for_each(|part| file.write_all(part))?;
        fs::rename(&aside, path)
    };
    write().map_err(|error| refused("file-not-written", path, &error))
}

/// Whether a path is a folder.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether a file, which need not exist, is in a folder, links resolved.
#[must_use]
pub fn lies_in(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = fs::canonicalize(folder) else { return false };
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let there = fs::canonicalize(path).or_else(|_| fs::canonicalize(parent.unwrap_or(Path::new("."))));
    there.is_ok_and(|there| there.starts_with(&folder))
}

/// Appends a line to a log and waits until it is on the disk. If the last line has no line end, the new one still
/// begins on a line of its own.
///
/// # Errors
/// `file-not-written` (`file`, `reason`, `what`).
pub fn append_line(path: &Path, line: &str) -> Result<()> {
    let append = || -> io::Result<()> {
        let is_new = !path.exists();
        let mut file = private().read(true).append(true).create(true).open(path)?;
        let mut last = [b'\n'];
        if file.seek(SeekFrom::End(0))? > 0 {
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
        }
        let start = if last == [b'\n'] { "" } else { "\n" };
        file.write_all(format!("{start}{line}\n").as_bytes())?;
        file.sync_data()?;
        if is_new { sync_folder_of(path) } else { Ok(()) }
    };
    append().map_err(|error| refused("file-not-written", path, &error))
}

/// Moves a file to a folder on the same disk, under a name that is free there; returns the new path.
///
/// # Errors
/// `file-not-moved` (`file`, `reason`, `what`).
pub fn move_into(path: &Path, into: &Path) -> Result<PathBuf> {
    let name = path.file_name().unwrap_or(OsStr::new("note.md"));
    let mut free = into.join(name);
    let mut count = 2;
    while free.symlink_metadata().is_ok() {
        let mut other = Path::new(name).file_stem().unwrap_or_default().to_owned();
        other.push(format!("~{count}.md"));
        free = into.join(other);
        count += 1;
    }
    move_to(path, &free).map(|()| free)
}

/// Moves a file to a path that is free.
///
/// # Errors
/// `file-not-moved` (`file`, `reason`, `what`).
pub fn move_to(from: &Path, to: &Path) -> Result<()> {
    let moved = fs::rename(from, to).and_then(|()| sync_folder_of(from)).and_then(|()| sync_folder_of(to));
    moved.map_err(|error| refused("file-not-moved", from, &error))
}

/// Removes a file; a missing file is no error.
///
/// # Errors
/// `file-not-removed` (`file`, `reason`, `what`).
pub fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if !is_absent(&error) => Err(refused("file-not-removed", path, &error)),
        _ => Ok(()),
    }
}

/// The names in a folder, sorted; an empty list if there is no such folder.
///
/// # Errors
/// `folder-unreadable` (`file`, `reason`, `what`).
pub fn names(folder: &Path) -> Result<Vec<std::ffi::OsString>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(refused("folder-unreadable", folder, &error)),
    };
    let mut names: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.file_name())).collect();
    names.sort_unstable();
    Ok(names)
}

/// Length of a file in bytes and when it was last written; `None` if that is not known.
#[must_use]
pub fn state(path: &Path) -> Option<(u64, std::time::SystemTime)> {
    let about = fs::metadata(path).ok()?;
    Some((about.len(), about.modified().ok()?))
}

/// Options for a file only its owner may read.
#[must_use]
pub fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Waits until the folder of a path is on the disk: only then is a new or moved name.
fn sync_folder_of(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// How many files this thread has read, for tests.
#[cfg(test)]
pub mod count {
    use std::cell::Cell;

    thread_local! {
        static COUNT: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn add() {
        COUNT.set(COUNT.get() + 1);
    }

    /// The count, which begins again at 0.
    pub fn take() -> usize {
        COUNT.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_line_of_a_log_never_continues_a_torn_one() {
        let home = tempfile::tempdir().unwrap();
        let log = home.path().join("a.log");
        append_line(&log, "one").unwrap();
        private().append(true).open(&log).unwrap().write_all(b"tor").unwrap();
        append_line(&log, "two").unwrap();
        append_line(&log, "three").unwrap();
        assert_eq!(text(&log, 99).unwrap().unwrap(), "one\ntor\ntwo\nthree\n");
    }

    #[test]
    fn what_cannot_be_read_is_reported_with_the_reason() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("x");
        assert_eq!(text(&file, 9).unwrap(), None);
        write(&file, b"caf\n\xe9").unwrap();
        let error = text(&file, 9).unwrap_err();
        assert_eq!((error.message.id, error.message.line()), ("file-not-utf8", Some(2)));
        assert_eq!(text(&file, 4).unwrap_err().message.id, "file-too-big");
        assert_eq!(text(home.path(), 4).unwrap_err().message.id, "file-not-plain");
    }

    #[cfg(unix)]
    #[test]
    fn the_target_of_a_link_is_written_and_only_the_owner_can_read() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let (file, link) = (home.path().join("real"), home.path().join("link"));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        write(&file, b"1").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write(&link, b"2").unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!((fs::read(&file).unwrap(), mode(&file)), (b"2".to_vec(), 0o600));
        write_soon(&home.path().join("soon.md"), &[b"3"]).unwrap();
        assert_eq!(mode(&home.path().join("soon.md")), 0o600);
        folder(&home.path().join("a/b")).unwrap();
        assert_eq!((mode(&home.path().join("a")), mode(&home.path().join("a/b"))), (0o700, 0o700));
    }
}
