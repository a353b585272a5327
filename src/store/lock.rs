//! One writer per workspace: a lock that the operating system releases when the program ends, however it ends.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::base::{Error, Result};
use crate::store::disk::{self, File, FileId, OpenMode, TryLockError};
use crate::store::{WritePath, file};

/// The lock on a workspace; dropping it releases it.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
    /// Whether the file system has locks.
    works: bool,
}

impl Lock {
    /// Whether the file system has locks: if not, another program may be writing in the same folder.
    #[must_use]
    pub fn works(&self) -> bool {
        self.works
    }

    /// The file that is locked.
    #[must_use]
    pub fn lock_file(&self) -> LockFile {
        let about = self.works.then(|| self.file.describe().ok()).flatten();
        LockFile { path: self.path.clone(), identity: about.and_then(|about| disk::identity(&about)) }
    }

    /// Whether the lock file is still the one that is locked. If somebody has removed or replaced it, another program can
    /// take its lock.
    #[must_use]
    pub fn is_in_place(&self) -> bool {
        let of_path = match disk::describe_link(&self.path) {
            Ok(about) => disk::identity(&about),
            // What cannot be asked now is asked again before the next write.
            Err(error) => return error.kind() != io::ErrorKind::NotFound,
        };
        !self.works || self.file.describe().map_or(true, |about| disk::identity(&about) == of_path)
    }
}

/// The file of a lock that was taken, so that it can be looked at without the lock.
#[derive(Debug, Clone)]
pub struct LockFile {
    path: PathBuf,
    /// Which file is locked; `None` where the system does not say, or has no locks.
    identity: Option<FileId>,
}

impl LockFile {
    /// Whether another program has locked a file in the place of the one that is locked, as far as that can be known without
    /// trying the lock. A file that is missing or names nobody is locked by nobody: the next write locks it again.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        let Some(own) = self.identity else { return false };
        let is_other = disk::describe_link(&self.path).is_ok_and(|about| disk::identity(&about) != Some(own));
        is_other
            && match file::text(&self.path, 1024) {
                Ok(owner) => owner.is_some_and(|owner| !owner.is_empty() && owner != this_program()),
                Err(_) => true,
            }
    }
}

/// The content of the lock file of this program.
fn this_program() -> String {
    format!("{} {}\n", std::process::id(), host())
}

/// The name of the lock file.
pub const NAME: &str = ".lock";

/// How often the lock is tried again while another program may be ending, and the pause between: one second in all.
const TRIES: usize = 50;
const PAUSE: Duration = Duration::from_millis(20);

/// Takes the lock of a workspace; if another program holds it, waits up to a second, as that program may be ending.
///
/// # Errors
/// As [`take`].
pub fn take_soon(folder: &WritePath) -> Result<Lock> {
    take_after(folder, TRIES, || thread::park_timeout(PAUSE))
}

fn take_after(folder: &WritePath, tries: usize, mut pause: impl FnMut()) -> Result<Lock> {
    for _ in 0..tries {
        match take(folder) {
            Err(error) if error.message.id == "workspace-locked" => pause(),
            other => return other,
        }
    }
    take(folder)
}

/// Takes the lock of a workspace without waiting. Where the file system has no locks, the program works without one.
///
/// # Errors
/// `workspace-locked` (`folder`, `pid`, `host`; `unknown` if the lock file does not name them) when another program writes there;
/// `workspace-not-writable` (`file`, `reason`, `what`) when the lock file cannot be made; those of [`WritePath::checked`].
pub fn take(folder: &WritePath) -> Result<Lock> {
    let path = folder.join(NAME).checked()?;
    let not_writable = |error: &io::Error| file::refused("workspace-not-writable", folder, error);
    // Each time another program has removed the file between opening and locking, it is made again.
    for _ in 0..TRIES {
        let file = disk::open(&path, OpenMode::Update).map_err(|error| not_writable(&error))?;
        let works = match file.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => return Err(held_by_another(folder, &path)),
            Err(TryLockError::Error(error)) if disk::has_no_locks(&error) => false,
            Err(TryLockError::Error(error)) => return Err(not_writable(&error)),
        };
        let mut lock = Lock { file, path: path.clone(), works };
        if lock.is_in_place() {
            // Only for the message that a second program shows: the lock itself does not depend on it.
            let _ = lock.write_owner();
            return Ok(lock);
        }
    }
    Err(held_by_another(folder, &path))
}

/// Whether a program holds the lock of a workspace. Nothing is made or changed.
#[must_use]
pub fn is_held(folder: &WritePath) -> bool {
    matches!(try_shared(folder), Some(Err(TryLockError::WouldBlock)))
}

/// Whether the file system of a workspace is known to have no locks. Nothing is made or changed.
#[must_use]
pub fn is_unsupported(folder: &WritePath) -> bool {
    matches!(try_shared(folder), Some(Err(TryLockError::Error(error))) if disk::has_no_locks(&error))
}

/// Tries the lock of a workspace as a reader; `None` if there is no lock file, or it is a link that leads out.
fn try_shared(folder: &WritePath) -> Option<std::result::Result<(), TryLockError>> {
    let path = folder.join(NAME).checked().ok()?;
    Some(disk::open(&path, OpenMode::Read).ok()?.try_lock_shared())
}

impl Lock {
    /// Writes which program holds the lock, unless the file holds something that no lock file holds.
    fn write_owner(&mut self) -> io::Result<()> {
        let mut there = Vec::new();
        Read::by_ref(&mut self.file).take(1024).read_to_end(&mut there)?;
        let is_owner = |text: &str| text.split_once(' ').is_some_and(|(pid, _)| pid.parse::<u32>().is_ok());
        if !there.is_empty() && !std::str::from_utf8(&there).is_ok_and(is_owner) {
            return Ok(());
        }
        self.file.set_len(0)?;
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(this_program().as_bytes())
    }
}

fn held_by_another(folder: &Path, path: &Path) -> Error {
    let owner = file::text(path, 1024).ok().flatten().unwrap_or_default();
    let (pid, host) = owner.trim().split_once(' ').unwrap_or(("unknown", ""));
    Error::broken("workspace-locked")
        .with("folder", file::shown(folder))
        .with("pid", crate::base::text::visible(pid))
        .with("host", crate::base::text::visible(host))
}

/// The name of the machine from the files and variables that hold it. The `gethostname` crate would do the same, for
/// one line of a message.
pub(super) fn host() -> String {
    let files = ["/proc/sys/kernel/hostname", "/etc/hostname"];
    let mut names = files.iter().filter_map(|path| file::text(Path::new(path), 1024).ok().flatten());
    let known = || ["COMPUTERNAME", "HOSTNAME"].iter().find_map(|name| std::env::var(name).ok());
    names.next().or_else(known).unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_program_learns_which_the_first_is_and_gets_the_lock_when_that_one_ends() {
        let home = tempfile::tempdir().unwrap();
        let root = WritePath::workspace(home.path().to_owned());
        let first = take(&root).unwrap();
        let refused = take(&root).unwrap_err();
        assert_eq!(refused.message.id, "workspace-locked");
        assert_eq!(refused.message.get("pid"), Some(&std::process::id().to_string().into()));
        assert!(is_held(&root));
        drop(first);
        assert!(!is_held(&root));
        take(&root).unwrap();
    }

    #[test]
    fn a_lock_file_with_other_content_is_locked_but_keeps_it() {
        let home = tempfile::tempdir().unwrap();
        let root = WritePath::workspace(home.path().to_owned());
        for (before, after) in [("my words\n", "my words\n"), ("", ""), ("12 some host\n", "")] {
            std::fs::write(home.path().join(NAME), before).unwrap();
            let _lock = take(&root).unwrap();
            let own = format!("{} {}\n", std::process::id(), host());
            let expected = if after.is_empty() { &own } else { after };
            assert_eq!(std::fs::read_to_string(home.path().join(NAME)).unwrap(), *expected);
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_a_lock_file_that_names_another_program_is_taken() {
        let home = tempfile::tempdir().unwrap();
        let root = WritePath::workspace(home.path().to_owned());
        let lock = take(&root).unwrap();
        let file = lock.lock_file();
        assert!(!file.is_taken());
        let place = home.path().join(NAME);
        std::fs::remove_file(&place).unwrap();
        assert!(!file.is_taken(), "a missing file is locked by nobody");
        for (content, is_taken) in [("", false), (&*this_program(), false), ("1 elsewhere\n", true)] {
            std::fs::write(&place, content).unwrap();
            assert_eq!(file.is_taken(), is_taken, "{content:?}");
        }
    }

    #[test]
    fn a_program_that_is_ending_is_waited_for_but_not_for_ever() {
        let home = tempfile::tempdir().unwrap();
        let root = WritePath::workspace(home.path().to_owned());
        let (mut first, mut pauses) = (Some(take(&root).unwrap()), 0);
        let second = take_after(&root, 5, || {
            pauses += 1;
            if pauses == 3 {
                first = None;
            }
        });
        let second = second.unwrap();
        assert_eq!(pauses, 3);
        assert_eq!(take_after(&root, 5, || pauses += 1).unwrap_err().message.id, "workspace-locked");
        assert_eq!(pauses, 8);
        drop(second);
    }
}
