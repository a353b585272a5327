//! One writer per workspace: a lock the system itself takes away when the program dies.

use std::fs::{File, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::base::{Error, Result};
use crate::store::file;

/// The lock on a workspace; dropping it lets the next one write.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

const NAME: &str = ".lock";

/// How often, and after which pause, the lock of a program that is just ending is asked for again: a second in all.
const TRIES: usize = 50;
const PAUSE: Duration = Duration::from_millis(20);

/// Takes the lock of a workspace; when another program holds it, waits up to a second, as it may be ending.
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

/// Takes the lock of a workspace, at once or not at all.
///
/// # Errors
/// `workspace-locked` (`folder`, `pid`, `host`; `unknown` when it does not say) when another program writes there, and
/// `workspace-not-writable` (`file`, `reason`, `what`) when the lock file cannot be made.
pub fn take(folder: &Path) -> Result<Lock> {
    let path = folder.join(NAME);
    let not_writable = |error: &io::Error| file::refused("workspace-not-writable", folder, error);
    let open = file::private().read(true).write(true).create(true).truncate(false).open(&path);
    let mut held = open.map_err(|error| not_writable(&error))?;
    match held.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(held_by_another(folder, &path)),
        // Some network folders know no locks; there one has to work without.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(not_writable(&error)),
    }
    // Only a courtesy to whoever comes second: that it is locked does not depend on it.
    let told = format!("{} {}\n", std::process::id(), host());
    let write = held.set_len(0).and_then(|()| held.seek(SeekFrom::Start(0)));
    write.and_then(|_| held.write_all(told.as_bytes())).map_err(|error| not_writable(&error))?;
    Ok(Lock { _file: held })
}

fn held_by_another(folder: &Path, path: &Path) -> Error {
    let told = file::text(path, 1024).ok().flatten().unwrap_or_default();
    let (pid, host) = told.trim().split_once(' ').unwrap_or(("unknown", ""));
    Error::broken("workspace-locked")
        .with("folder", file::shown(folder))
        .with("pid", crate::base::text::visible(pid))
        .with("host", crate::base::text::visible(host))
}

/// The machine's name, as far as it can be known without asking anybody.
fn host() -> String {
    let files = ["/proc/sys/kernel/hostname", "/etc/hostname"];
    let mut told = files.iter().filter_map(|path| file::text(Path::new(path), 1024).ok().flatten());
    let known = || ["COMPUTERNAME", "HOSTNAME"].iter().find_map(|name| std::env::var(name).ok());
    told.next().or_else(known).unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_who_the_first_is_and_comes_in_when_that_one_leaves() {
        let home = tempfile::tempdir().unwrap();
        let first = take(home.path()).unwrap();
        let refused = take(home.path()).unwrap_err();
        assert_eq!(refused.message.id, "workspace-locked");
        assert_eq!(refused.message.get("pid"), Some(&std::process::id().to_string().into()));
        drop(first);
        take(home.path()).unwrap();
    }

    #[test]
    fn one_who_is_just_leaving_is_waited_for_but_not_for_ever() {
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
