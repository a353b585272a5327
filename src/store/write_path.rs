//! A path to write to, checked before each write: it is still in the folder that was opened, and no symbolic link leads out.

use std::ffi::OsString;
use std::io;
use std::ops::Deref;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::base::{Error, Result};
use crate::store::disk::{self, File, FileId, OpenMode};
use crate::store::file;
use crate::workspace::Broken;

/// A path to write to.
#[derive(Debug, Clone)]
pub struct WritePath {
    path: PathBuf,
    /// The folder it must stay in; `None` for a path that the user has named, where links are followed.
    root: Option<Arc<Root>>,
}

/// The folder of a workspace that was opened.
#[derive(Debug)]
struct Root {
    /// Its path, links resolved.
    path: PathBuf,
    /// Which folder it was when it was opened; `None` if it was missing.
    identity: Option<FileId>,
    /// Kept open, so that no other folder gets the same identity.
    _held: Option<File>,
}

impl WritePath {
    /// The folder of a workspace, which must still be this folder when something is written to it. `path` has no links.
    #[must_use]
    pub fn workspace(path: PathBuf) -> Self {
        let identity = disk::describe(&path).ok().and_then(|about| disk::identity(&about));
        let held = identity.and_then(|_| disk::open(&path, OpenMode::Read).ok());
        Self { path: path.clone(), root: Some(Arc::new(Root { path, identity, _held: held })) }
    }

    /// A path that the user has named, or one in the folders of the user. Links are followed.
    #[must_use]
    pub fn of_user(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), root: None }
    }

    /// A path below this one.
    #[must_use]
    pub fn join(&self, below: impl AsRef<Path>) -> Self {
        Self { path: self.path.join(below), root: self.root.clone() }
    }

    /// The same folder with another name in it.
    #[must_use]
    pub fn with_file_name(&self, name: impl Into<OsString>) -> Self {
        Self { path: self.path.with_file_name(name.into()), root: self.root.clone() }
    }

    /// The path with its links resolved, if something may be written there.
    ///
    /// # Errors
    /// `workspace-gone` (`folder`) if the folder of the workspace is no longer the one that was opened;
    /// `link-leads-out` (`file`, `target`) if a link on the way, or at the end, leads out of it or nowhere;
    /// `file-unreadable` (`file`, `reason`, `what`).
    pub fn checked(&self) -> Result<PathBuf> {
        let Some(root) = &self.root else {
            return Ok(disk::resolve(&self.path).unwrap_or_else(|_| self.path.clone()));
        };
        root.check()?;
        root.followed(&self.path)
    }

    /// The same for a name that is itself renamed or removed: only the folder it is in is followed.
    ///
    /// # Errors
    /// As [`Self::checked`].
    pub fn checked_name(&self) -> Result<PathBuf> {
        match (&self.root, self.path.parent(), self.path.file_name()) {
            (Some(root), Some(folder), Some(name)) => {
                root.check()?;
                Ok(root.followed(folder)?.join(name))
            }
            _ => Ok(self.path.clone()),
        }
    }

    /// The folders from the workspace to this path, outermost first; the workspace itself is never made again.
    pub(super) fn folders(&self) -> Vec<Self> {
        let within = |folder: &&Path| match &self.root {
            Some(root) => *folder != root.path && folder.starts_with(&root.path),
            None => !folder.as_os_str().is_empty(),
        };
        let mut folders: Vec<Self> = self
            .path
            .ancestors()
            .take_while(within)
            .map(|path| Self { path: path.to_owned(), root: self.root.clone() })
            .collect();
        folders.reverse();
        folders
    }

    /// The links among these files and folders below this path that lead out of the workspace: nothing is written there.
    #[must_use]
    pub fn links_out(&self, below: impl Iterator<Item = PathBuf>) -> Vec<Broken> {
        let mut found: Vec<Broken> = Vec::new();
        for error in below.filter_map(|path| self.join(path).checked().err()) {
            let file = error.message.get("file").map(ToString::to_string).unwrap_or_default();
            if error.message.id == "link-leads-out" && found.iter().all(|other| other.file != file) {
                found.push(Broken { file, error });
            }
        }
        found
    }

    /// Refuses if the folder of the workspace is no longer the one that was opened.
    ///
    /// # Errors
    /// `workspace-gone` (`folder`).
    pub fn check_root(&self) -> Result<()> {
        self.root.as_ref().map_or(Ok(()), |root| root.check())
    }
}

impl Root {
    fn check(&self) -> Result<()> {
        let is_same = match disk::describe(&self.path) {
            Ok(about) => {
                about.is_dir() && (self.identity.is_none() || disk::identity(&about) == self.identity)
            }
            // The write itself reports any other reason.
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        };
        if is_same {
            Ok(())
        } else {
            Err(Error::broken("workspace-gone").with("folder", file::shown(&self.path)))
        }
    }

    /// Follows the links of a path below the root, one name after the other.
    fn followed(&self, path: &Path) -> Result<PathBuf> {
        let below = path.strip_prefix(&self.path).unwrap_or(path);
        let mut at = self.path.clone();
        for name in below.components().filter(|name| *name != Component::CurDir) {
            let next = at.join(name);
            at = match disk::describe_link(&next) {
                Ok(about) if about.is_symlink() => self.target(&next)?,
                Ok(_) => next,
                Err(error) if error.kind() == io::ErrorKind::NotFound => next,
                Err(error) => return Err(file::refused("file-unreadable", &next, &error)),
            };
        }
        Ok(at)
    }

    /// Where a link leads, if that is in the workspace.
    fn target(&self, link: &Path) -> Result<PathBuf> {
        let target = match disk::resolve(link) {
            Ok(target) if target.starts_with(&self.path) => return Ok(target),
            Ok(target) => target,
            Err(_) => disk::link_target(link).unwrap_or_default(),
        };
        let shown = file::shown(link.strip_prefix(&self.path).unwrap_or(link));
        Err(Error::broken("link-leads-out").with("file", shown).with("target", file::shown(&target)))
    }
}

/// For reading, it is a path like any other.
impl Deref for WritePath {
    type Target = Path;
    fn deref(&self) -> &Path {
        &self.path
    }
}

impl AsRef<Path> for WritePath {
    fn as_ref(&self) -> &Path {
        &self.path
    }
}

impl From<&Self> for WritePath {
    fn from(path: &Self) -> Self {
        path.clone()
    }
}

/// Only tests write without saying whose path it is.
#[cfg(test)]
impl<P: AsRef<std::ffi::OsStr> + ?Sized> From<&P> for WritePath {
    fn from(path: &P) -> Self {
        Self::of_user(Path::new(path))
    }
}
