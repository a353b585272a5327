//! One writer per workspace: a lock that the operating system releases when the program ends, however it ends.

use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::base::{Error, Result};
use crate::store::disk::{self, File, Opening, TryLockError};
use crate::store::file;

/// The lock on a workspace; dropping it releases it.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

const NAME: &str = ".lock";

/// How often the lock is tried again while another program may be ending, and the pause between: one second in all.
const TRIES: usize = 50;
const PAUSE: Duration = Duration::from_millis(20);

/// Takes the lock of a workspace; if another program holds it, waits up to a second, as that program may be ending.
///
/// # Errors
/// As [`take`].
pub fn take_soon(folder: &Path) -> Result<Lock> {
    take_after(folder, TRIES, || thread::park_timeout(PAUSE))
}

fn take_after(folder: &Path, tries: usize, mut pause: impl FnMut()) -> Result<Lock> {
    for _ in 0..tries {
        match take(folder) {
            Err(error) if error.message.id == "workspace-locked" => pause(),
            other => return other,
        }
    }
    take(folder)
}

/// Takes the lock of a workspace without waiting.
///
/// # Errors
/// `workspace-locked` (`folder`, `pid`, `host`; `unknown` if the lock file does not name them) when another program writes there, and
/// `workspace-not-writable` (`file`, `reason`, `what`) when the lock file cannot be made.
pub fn take(folder: &Path) -> Result<Lock> {
    let path = folder.join(NAME);
    let not_writable = |error: &io::Error| file::refused("workspace-not-writable", folder, error);
    let mut held = disk::open(&path, Opening::Update).map_err(|error| not_writable(&error))?;
    match held.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(held_by_another(folder, &path)),
        // Some network folders do not support locks; there the program works without one.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(not_writable(&error)),
    }
    // Only for the message that a second program shows: the lock itself does not depend on it.
    let owner = format!("{} {}\n", std::process::id(), host());
    let write = held.set_len(0).and_then(|()| held.seek(SeekFrom::Start(0)));
    write.and_then(|_| held.write_all(owner.as_bytes())).map_err(|error| not_writable(&error))?;
    Ok(Lock { _file: held })
}

/// Whether a program holds the lock of a workspace. Nothing is made or changed.
#[must_use]
pub fn is_held(folder: &Path) -> bool {
    let Ok(lock) = disk::open(&folder.join(NAME), Opening::Read) else { return false };
    matches!(lock.try_lock(), Err(TryLockError::WouldBlock))
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
        let first = take(home.path()).unwrap();
        let refused = take(home.path()).unwrap_err();
        assert_eq!(refused.message.id, "workspace-locked");
        assert_eq!(refused.message.get("pid"), Some(&std::process::id().to_string().into()));
        drop(first);
        take(home.path()).unwrap();
    }

    #[test]
    fn a_program_that_is_ending_is_waited_for_but_not_for_ever() {
        let home = tempfile::tempdir().unwrap();
        let (mut first, mut pauses) = (Some(take(home.path()).unwrap()), 0);
        let second = take_after(home.path(), 5, || {
            pauses += 1;
            if pauses == 3 {
                first = None;
            }
        });
        let second = second.unwrap();
        assert_eq!(pauses, 3);
        assert_eq!(take_after(home.path(), 5, || pauses += 1).unwrap_err().message.id, "workspace-locked");
        assert_eq!(pauses, 8);
        drop(second);
    }
}
