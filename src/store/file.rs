//! Reading files with limits, and writing them whole or not at all, readable by their owner only.

mod names;
mod pending;

use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::base::text::visible;
use crate::base::{Error, Result};
#[cfg(test)]
use crate::store::count;
use crate::store::disk::{self, File, Metadata, OpenMode};
use crate::store::{WritePath, copy_name};

pub use names::{FolderEntry, entries, names, names_of_files};
pub use pending::PendingFile;

/// A path as messages show it.
#[must_use]
pub fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// An error of the operating system about a file: `id` with `file`, `reason` and `what`, as [`of_system`].
#[must_use]
pub fn refused(id: &'static str, path: &Path, error: &io::Error) -> Error {
    of_system(Error::broken(id).with("file", shown(path)), error)
}

/// An error with the `reason` that the operating system gives ([`disk::reason`]), and the system's own message as `what`,
/// which is shown only if the reason has no words of ours.
#[must_use]
pub fn of_system(error: Error, refused: &io::Error) -> Error {
    error.with("reason", disk::reason(refused)).with("what", refused.to_string())
}

/// The bytes of a file of at most `limit` bytes; `None` if there is no such file.
///
/// # Errors
/// `file-unreadable` (`file`, `reason`, `what`); `file-too-big` (`file`, `limit_kb`); `file-not-plain`
/// (`file`) for a folder, a pipe or a device.
pub fn bytes(path: &Path, limit: u64) -> Result<Option<Vec<u8>>> {
    #[cfg(test)]
    count::add(&count::FILES_READ);
    let unreadable = |error: &io::Error| refused("file-unreadable", path, error);
    // Checked before opening: opening a pipe would wait for its other end.
    let about = match disk::describe(path) {
        Ok(about) => about,
        Err(error) if is_absent(&error) && !exists(path) => return Ok(None),
        Err(error) => return Err(unreadable(&error)),
    };
    if !about.is_file() {
        return Err(Error::broken("file-not-plain").with("file", shown(path)));
    }
    if about.len() > limit {
        return Err(too_big(path, limit));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    let mut file = disk::open(path, OpenMode::Read).map_err(|error| unreadable(&error))?.take(limit + 1);
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

/// Makes a folder and missing parents, for the owner alone (0700); existing ones stay as they are. The folder of a workspace
/// is not made again.
///
/// # Errors
/// `folder-not-made` (`file`, `reason`, `what`), and those of [`WritePath::checked`].
pub fn folder(path: impl Into<WritePath>) -> Result<()> {
    let path = path.into();
    path.check_root()?;
    for folder in path.folders() {
        let place = folder.checked()?;
        match disk::make_folder(&place) {
            Ok(()) => {}
            // Whatever the system says about a folder that is there: it need not be made.
            Err(_) if is_folder(&place) => {}
            Err(error) => return Err(refused("folder-not-made", &path, &error)),
        }
    }
    Ok(())
}

/// Writes a file whole or not at all, and waits until it is on the disk. A new file is 0600; the mode of
/// an old one stays; through a symbolic link its target is written.
///
/// # Errors
/// `file-not-written` (`file`, `reason`, `what`), and those of [`WritePath::checked`].
pub fn write(path: impl Into<WritePath>, bytes: &[u8]) -> Result<()> {
    write_with(path, bytes, copy_name::name).map(|_| ())
}

/// The same, with another name for the hidden copy; returns the path of the file, links resolved.
pub(super) fn write_with(path: impl Into<WritePath>, bytes: &[u8], copy_name: CopyName) -> Result<PathBuf> {
    let path = path.into();
    let target = path.checked()?;
    let written = write_content(&target, bytes, copy_name).and_then(|()| sync_folder_of(&target));
    written.map_err(|error| refused("file-not-written", &path, &error))?;
    Ok(target)
}

/// Writes a file whole or not at all, and waits for its content, but not for its name.
fn write_content(target: &Path, bytes: &[u8], copy_name: CopyName) -> io::Result<()> {
    let before = described(target)?;
    replace(target, copy_name, |file| {
        fill(file, before.as_ref(), bytes)?;
        file.sync()
    })
}

/// Writes the content of a file to a hidden file beside it, and does not wait for the disk.
fn content_aside(target: &Path, bytes: &[u8], copy_name: CopyName) -> io::Result<PathBuf> {
    let before = described(target)?;
    let (mut file, aside) = new_beside(target, copy_name)?;
    let filled = fill(&mut file, before.as_ref(), bytes);
    if filled.is_err() {
        let _ = disk::remove(&aside);
    }
    filled.map(|()| aside)
}

/// What the file that is to be replaced is; `None` if there is none.
fn described(target: &Path) -> io::Result<Option<Metadata>> {
    match disk::describe(target) {
        Ok(about) => Ok(Some(about)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

fn fill(file: &mut File, before: Option<&Metadata>, bytes: &[u8]) -> io::Result<()> {
    before.map_or(Ok(()), |before| file.set_mode_of(before))?;
    file.write_all(bytes)
}

/// Waits until the names of the files in a folder are on the disk; a missing folder has none.
///
/// # Errors
/// `file-not-written` (`file`, `reason`, `what`).
pub fn settle(folder: &WritePath) -> Result<()> {
    let place = folder.checked()?;
    match disk::sync_folder(&place) {
        Err(error) if !is_absent(&error) => Err(refused("file-not-written", folder, &error)),
        _ => Ok(()),
    }
}

/// Writes a file whole or not at all, but does not wait for the disk: it survives the end of the program, perhaps not
/// that of the machine. The parts are written one after the other.
///
/// # Errors
/// As [`write()`].
pub fn write_soon(path: impl Into<WritePath>, parts: &[&[u8]]) -> Result<()> {
    let path = path.into();
    let target = path.checked()?;
    let write =
        || replace(&target, copy_name::name, |file| parts.iter().try_for_each(|part| file.write_all(part)));
    write().map_err(|error| refused("file-not-written", &path, &error))
}

/// Gives the name of a new hidden copy of a file of this name.
type CopyName = fn(&OsStr) -> OsString;

/// Replaces a file by a new one: a hidden file beside it is filled and then renamed. If that fails, the hidden file is
/// removed, as far as it can be.
fn replace(
    path: &Path,
    copy_name: CopyName,
    fill: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    let (mut file, aside) = new_beside(path, copy_name)?;
    let filled = fill(&mut file);
    drop(file);
    let replaced = filled.and_then(|()| disk::rename(&aside, path));
    if replaced.is_err() {
        let _ = disk::remove(&aside);
    }
    replaced
}

/// Opens a new hidden file in the folder of a path, with a name that nothing has there.
fn new_beside(path: &Path, copy_name: CopyName) -> io::Result<(File, PathBuf)> {
    loop {
        let aside = path.with_file_name(copy_name(path.file_name().unwrap_or_default()));
        match disk::open(&aside, OpenMode::New) {
            Ok(file) => return Ok((file, aside)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

/// The absolute path of a file or folder with all links resolved; `None` if there is nothing.
///
/// # Errors
/// `file-unreadable` (`file`, `reason`, `what`).
pub fn resolve(path: &Path) -> Result<Option<PathBuf>> {
    match disk::resolve(path) {
        Ok(resolved) => Ok(Some(resolved)),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !exists(path) => Ok(None),
        Err(error) => Err(refused("file-unreadable", path, &error)),
    }
}

/// Whether a path is a folder.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    disk::describe(path).is_ok_and(|about| about.is_dir())
}

/// Whether a path is a regular file, or a link to one.
#[must_use]
pub fn is_plain(path: &Path) -> bool {
    disk::describe(path).is_ok_and(|about| about.is_file())
}

/// Whether a path is a regular file that can be opened.
#[must_use]
pub fn is_readable(path: &Path) -> bool {
    disk::describe(path).is_ok_and(|about| about.is_file()) && disk::open(path, OpenMode::Read).is_ok()
}

/// Whether there is anything at a path, be it a link that leads nowhere. What cannot be known counts as existing.
#[must_use]
pub fn exists(path: &Path) -> bool {
    !disk::describe_link(path).is_err_and(|error| is_absent(&error))
}

/// The first of these paths at which there is nothing.
///
/// # Errors
/// `file-not-moved` (`file`, `reason`, `what`) if that cannot be known, or if a thousand are taken.
pub fn first_free(paths: impl Iterator<Item = WritePath>) -> Result<WritePath> {
    let mut last = PathBuf::new();
    for path in paths.take(1000) {
        match disk::describe_link(&path) {
            Ok(_) => {}
            Err(error) if is_absent(&error) => return Ok(path),
            Err(error) => return Err(refused("file-not-moved", &path, &error)),
        }
        last = path.to_path_buf();
    }
    Err(refused("file-not-moved", &last, &io::ErrorKind::AlreadyExists.into()))
}

/// Whether a file, which need not exist, is in a folder, links resolved.
#[must_use]
pub fn lies_in(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = disk::resolve(folder) else { return false };
    // Of a path that does not exist yet, the part that does decides.
    let named = |path: &Path| if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_owned() };
    let there = path.ancestors().find_map(|path| disk::resolve(&named(path)).ok());
    there.is_some_and(|there| there.starts_with(&folder))
}

/// Appends a line to a log and waits until it is on the disk. If the last line has no line end, the new one still
/// begins on a line of its own. If that fails, the log is as it was before.
///
/// # Errors
/// As [`write()`].
pub fn append_line(path: impl Into<WritePath>, line: &str) -> Result<()> {
    let path = path.into();
    let target = path.checked()?;
    let append = || -> io::Result<()> {
        let is_new = !exists(&target);
        let mut file = disk::open(&target, OpenMode::Append)?;
        let length = file.seek(SeekFrom::End(0))?;
        let mut last = [b'\n'];
        if length > 0 {
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
        }
        let start = if last == [b'\n'] { "" } else { "\n" };
        let written = file.write_all(format!("{start}{line}\n").as_bytes()).and_then(|()| file.sync());
        let written = written.and_then(|()| if is_new { sync_folder_of(&target) } else { Ok(()) });
        if written.is_err() {
            // The line is appended again later; it must not be there twice or in part.
            let _ = file.set_len(length);
        }
        written
    };
    append().map_err(|error| refused("file-not-written", &path, &error))
}

/// Moves a file to a folder on the same disk, under a name that is free there; returns the new path.
///
/// # Errors
/// `file-not-moved` (`file`, `reason`, `what`), and those of [`WritePath::checked`].
pub fn move_into(path: impl Into<WritePath>, into: &WritePath) -> Result<WritePath> {
    let path = path.into();
    let free = free_name(into, path.file_name().unwrap_or(OsStr::new("note.md")))?;
    move_to(&path, &free).map(|()| free)
}

/// A name with a number: `note~2.md`. The ending is kept.
#[must_use]
pub fn numbered_name(name: &OsStr, number: u32) -> OsString {
    let (stem, ending) = (Path::new(name).file_stem(), Path::new(name).extension());
    let mut numbered = stem.unwrap_or_default().to_owned();
    numbered.push(format!("~{number}"));
    if let Some(ending) = ending {
        numbered.push(".");
        numbered.push(ending);
    }
    numbered
}

/// A path in a folder that is free, with this name or one like it: `note.md`, `note~2.md`, `note~3.md`. The ending is kept.
///
/// # Errors
/// As [`first_free`].
pub fn free_name(folder: &WritePath, name: &OsStr) -> Result<WritePath> {
    let numbered = |count: u32| folder.join(numbered_name(name, count));
    first_free(std::iter::once(folder.join(name)).chain((2..).map(numbered)))
}

/// Moves a file to a path that is free. A link is moved itself.
///
/// # Errors
/// As [`move_into`].
pub fn move_to(from: impl Into<WritePath>, to: impl Into<WritePath>) -> Result<()> {
    let (from, to) = (from.into(), to.into());
    let (old, new) = (from.checked_name()?, to.checked_name()?);
    let moved =
        disk::rename(&old, &new).and_then(|()| sync_folder_of(&old)).and_then(|()| sync_folder_of(&new));
    moved.map_err(|error| refused("file-not-moved", &from, &error))
}

/// Removes a file; a missing file is no error. A link is removed itself.
///
/// # Errors
/// `file-not-removed` (`file`, `reason`, `what`), and those of [`WritePath::checked`].
pub fn remove(path: impl Into<WritePath>) -> Result<()> {
    let path = path.into();
    match disk::remove(&path.checked_name()?) {
        Err(error) if !is_absent(&error) => Err(refused("file-not-removed", &path, &error)),
        _ => Ok(()),
    }
}

/// Length of a file in bytes and when it was last written; `None` if that is not known.
#[must_use]
pub fn state(path: &Path) -> Option<(u64, std::time::SystemTime)> {
    let about = disk::describe(path).ok()?;
    Some((about.len(), about.modified().ok()?))
}

/// Waits until the folder of a path is on the disk: only then is a new or moved name.
fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    disk::sync_folder(folder.unwrap_or(Path::new(".")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_new_line_of_a_log_never_continues_a_torn_one() {
        let home = tempfile::tempdir().unwrap();
        let log = home.path().join("a.log");
        append_line(&log, "one").unwrap();
        disk::open(&log, OpenMode::Append).unwrap().write_all(b"tor").unwrap();
        append_line(&log, "two").unwrap();
        append_line(&log, "three").unwrap();
        assert_eq!(text(&log, 99).unwrap().unwrap(), "one\ntor\ntwo\nthree\n");
    }

    #[test]
    fn a_file_keeps_its_ending_under_another_name() {
        let home = tempfile::tempdir().unwrap();
        let trash = WritePath::of_user(home.path().join("trash"));
        folder(trash.clone()).unwrap();
        let cases = [
            ("note.md", ["note.md", "note~2.md", "note~3.md"]),
            ("A-77-275-fr.toml", ["A-77-275-fr.toml", "A-77-275-fr~2.toml", "A-77-275-fr~3.toml"]),
            ("README", ["README", "README~2", "README~3"]),
            (".hidden", [".hidden", ".hidden~2", ".hidden~3"]),
        ];
        for (name, expected) in cases {
            for expected in expected {
                let file = home.path().join(name);
                write(&file, b"x").unwrap();
                let moved = move_into(&file, &trash).unwrap();
                assert_eq!(moved.file_name(), Some(OsStr::new(expected)), "{name}");
            }
        }
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
