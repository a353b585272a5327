//! Every operation on the file system, one function each, so that tests can make any single one of them fail.
//!
//! Paths and errors are those of the operating system; `file` and `lock` give them meaning.

pub mod faults;

use std::ffi::OsString;
use std::fs::{self, Permissions};
pub use std::fs::{DirEntry, Metadata, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

#[cfg(test)]
use faults::{Operation, fail};

/// What a file is opened for. Files that are made are readable by their owner only (0600).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMode {
    /// To read it.
    Read,
    /// To write a file that must not exist yet; a link in its place counts as existing.
    New,
    /// To read it and to write at its end; it is made if it is missing. A link in its place is refused.
    Append,
    /// To read and write it; it is made if it is missing. A link in its place is refused.
    Update,
}

/// An open file, or an open folder, which can only be synced.
#[derive(Debug)]
pub struct File(fs::File);

/// Opens a file.
pub fn open(path: &Path, opening: OpenMode) -> io::Result<File> {
    #[cfg(test)]
    fail(Operation::Open)?;
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match opening {
        OpenMode::Read => options.read(true),
        OpenMode::New => options.write(true).create_new(true),
        OpenMode::Append => options.read(true).append(true).create(true),
        OpenMode::Update => options.read(true).write(true).create(true).truncate(false),
    };
    #[cfg(unix)]
    if matches!(opening, OpenMode::Append | OpenMode::Update) {
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NOFOLLOW);
    }
    options.open(path).map(File)
}

/// Which file or folder it is, whatever its name: the numbers of its device and of its entry there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileId {
    device: u64,
    entry: u64,
}

/// Which file or folder this is; `None` where the system does not say.
#[must_use]
pub fn identity(about: &Metadata) -> Option<FileId> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Some(FileId { device: about.dev(), entry: about.ino() })
    }
    #[cfg(not(unix))]
    None
}

/// Whether the file system has no locks, or none for this machine.
#[must_use]
pub fn has_no_locks(error: &io::Error) -> bool {
    let none_left = cfg!(unix) && error.raw_os_error() == Some(libc::ENOLCK);
    error.kind() == io::ErrorKind::Unsupported || none_left
}

/// Why the system refused something, as the locale knows it: `permission`, `full`, `quota`, `missing`, `read-only`,
/// `many-files`, `device`, `long-name`, `bad-name`, `link`, `not-folder`, `is-folder`, `exists`, `too-large`, `busy`,
/// `network`, `memory`, `closed`; `other` if only the system's own words say why.
#[must_use]
pub fn reason(error: &io::Error) -> &'static str {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::PermissionDenied => "permission",
        Kind::StorageFull => "full",
        Kind::QuotaExceeded => "quota",
        Kind::NotFound => "missing",
        Kind::ReadOnlyFilesystem => "read-only",
        Kind::InvalidFilename => "long-name",
        // Rust refuses a name with a zero byte itself.
        Kind::InvalidInput if error.raw_os_error().is_none() => "bad-name",
        Kind::NotADirectory => "not-folder",
        Kind::IsADirectory => "is-folder",
        Kind::AlreadyExists => "exists",
        Kind::FileTooLarge => "too-large",
        Kind::ResourceBusy | Kind::ExecutableFileBusy => "busy",
        Kind::StaleNetworkFileHandle
        | Kind::TimedOut
        | Kind::HostUnreachable
        | Kind::NetworkUnreachable
        | Kind::NetworkDown
        | Kind::NotConnected => "network",
        Kind::OutOfMemory => "memory",
        Kind::BrokenPipe => "closed",
        _ => error.raw_os_error().map_or("other", reason_of_number),
    }
}

/// Why, for the error numbers that have no kind of their own.
#[cfg(unix)]
fn reason_of_number(number: i32) -> &'static str {
    match number {
        libc::EMFILE | libc::ENFILE => "many-files",
        libc::EIO | libc::ENXIO | libc::ENODEV => "device",
        libc::ELOOP => "link",
        _ => "other",
    }
}

/// Why, for the error numbers that have no kind of their own: too many open files, another program has the file open,
/// faults of the device.
#[cfg(not(unix))]
fn reason_of_number(number: i32) -> &'static str {
    match number {
        4 => "many-files",
        32 | 33 => "busy",
        21 | 23 | 31 | 1117 => "device",
        _ => "other",
    }
}

impl File {
    /// Waits until the content and the length of the file are on the disk.
    pub fn sync(&self) -> io::Result<()> {
        #[cfg(test)]
        fail(Operation::Sync)?;
        self.0.sync_all()
    }

    /// Takes the lock of the file, which is released when it is closed.
    pub fn try_lock(&self) -> Result<(), TryLockError> {
        #[cfg(test)]
        fail(Operation::Lock).map_err(TryLockError::Error)?;
        self.0.try_lock()
    }

    /// Takes a lock that other readers can have at the same time.
    pub fn try_lock_shared(&self) -> Result<(), TryLockError> {
        #[cfg(test)]
        fail(Operation::Lock).map_err(TryLockError::Error)?;
        self.0.try_lock_shared()
    }

    /// What the open file is, whatever its name is by now.
    pub fn describe(&self) -> io::Result<Metadata> {
        #[cfg(test)]
        fail(Operation::Describe)?;
        self.0.metadata()
    }

    /// Cuts the file off after so many bytes.
    pub fn set_len(&self, bytes: u64) -> io::Result<()> {
        #[cfg(test)]
        fail(Operation::Write)?;
        self.0.set_len(bytes)
    }

    /// Gives the file the mode of another one and, where that is allowed, its owner.
    pub fn set_mode_of(&self, other: &Metadata) -> io::Result<()> {
        #[cfg(test)]
        fail(Operation::Describe)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
            // Only root may give files away; for everybody else the owner is the same anyway.
            let _ = fchown(&self.0, Some(other.uid()), Some(other.gid()));
            self.0.set_permissions(Permissions::from_mode(other.mode() & 0o7777))
        }
        #[cfg(not(unix))]
        self.0.set_permissions(other.permissions())
    }
}

impl Read for File {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        #[cfg(test)]
        fail(Operation::Read)?;
        self.0.read(buffer)
    }
}

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        #[cfg(test)]
        if let Some(part) = faults::part(bytes.len())? {
            return self.0.write(&bytes[..part]);
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Seek for File {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

/// What a file or folder is; of a link, its target.
pub fn describe(path: &Path) -> io::Result<Metadata> {
    #[cfg(test)]
    fail(Operation::Describe)?;
    fs::metadata(path)
}

/// What a file or folder is; a link is described itself.
pub fn describe_link(path: &Path) -> io::Result<Metadata> {
    #[cfg(test)]
    fail(Operation::Describe)?;
    fs::symlink_metadata(path)
}

/// The absolute path with all links resolved.
pub fn resolve(path: &Path) -> io::Result<PathBuf> {
    #[cfg(test)]
    fail(Operation::Describe)?;
    fs::canonicalize(path)
}

/// What is written in a link.
pub fn link_target(path: &Path) -> io::Result<PathBuf> {
    #[cfg(test)]
    fail(Operation::Describe)?;
    fs::read_link(path)
}

/// The names in a folder, in no order.
pub fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    #[cfg(test)]
    fail(Operation::List)?;
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
}

/// What a folder has, in no order.
pub fn entries(folder: &Path) -> io::Result<Vec<DirEntry>> {
    #[cfg(test)]
    fail(Operation::List)?;
    fs::read_dir(folder)?.collect()
}

/// What an entry of a folder is; of a link, its target. Quicker than by its path.
pub fn describe_entry(entry: &DirEntry) -> io::Result<Metadata> {
    #[cfg(test)]
    fail(Operation::Describe)?;
    match entry.metadata()? {
        link if link.is_symlink() => fs::metadata(entry.path()),
        about => Ok(about),
    }
}

/// Whether an entry of a folder is a folder, or a link to one. The list of a folder says what most entries are, so that they need not be
/// asked for one by one.
#[must_use]
pub fn is_folder_entry(entry: &DirEntry) -> bool {
    match entry.file_type() {
        Ok(kind) if kind.is_file() => false,
        _ => describe(&entry.path()).is_ok_and(|about| about.is_dir()),
    }
}

/// The names in a folder that no folder has, in no order.
pub fn names_of_files(folder: &Path) -> io::Result<Vec<OsString>> {
    #[cfg(test)]
    fail(Operation::List)?;
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        names.extend((!is_folder_entry(&entry)).then(|| entry.file_name()));
    }
    Ok(names)
}

/// Makes one folder for its owner alone (0700).
pub fn make_folder(path: &Path) -> io::Result<()> {
    #[cfg(test)]
    fail(Operation::MakeFolder)?;
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Gives a file another name on the same disk; a file that has this name is replaced.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(test)]
    fail(Operation::Rename)?;
    fs::rename(from, to)
}

/// Removes a file; a link is removed itself.
pub fn remove(path: &Path) -> io::Result<()> {
    #[cfg(test)]
    fail(Operation::Remove)?;
    fs::remove_file(path)
}

/// Waits until the names in a folder are on the disk. File systems that do not sync folders do nothing.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match open(folder, OpenMode::Read)?.sync() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        synced => synced,
    }
}

#[cfg(test)]
mod tests {
    use super::faults::{ENOSPC, Failure, Fault, Operation, during, record};
    use super::*;

    fn put(path: &Path) -> io::Result<()> {
        open(path, OpenMode::New)?.write_all(b"1234")
    }

    #[test]
    fn each_operation_can_fail_once_and_a_write_can_stop_half_way() {
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name);
        let content = |name: &str| fs::read(path(name)).unwrap();
        let (written, operations) = record(|| put(&path("a")));
        written.unwrap();
        assert_eq!(operations, [Operation::Open, Operation::Write]);
        let full = |fault| during(fault, || put(&path("b"))).unwrap_err().raw_os_error();
        assert_eq!(full(Fault::at(0, Failure::Error(ENOSPC))), Some(ENOSPC));
        assert!(!path("b").exists());
        assert_eq!(full(Fault::at(1, Failure::Torn(ENOSPC))), Some(ENOSPC));
        assert_eq!(content("b"), b"12");
        during(Fault::at(1, Failure::Short), || put(&path("c"))).unwrap();
        assert_eq!(content("c"), b"1234", "the rest is written by a second operation");
        let every = Fault::every(Operation::Open, Failure::Error(ENOSPC));
        assert!(during(every, || put(&path("d")).is_err() && put(&path("d")).is_err()));
        put(&path("d")).unwrap();
    }
}
