//! Which files of a workspace are handed over, and under which names.

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::base::{Error, Result};
use crate::store::handover::{DRAFTS, MOST_FILES, WORKSPACE, names};
use crate::store::{WritePath, file};

/// Folders inside folders are followed to this depth.
const DEEPEST: usize = 16;
/// The folder of the journal.
const JOURNAL: &str = ".journal";

/// The files of a workspace that are handed over, and what is left out.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The path of each file, by its name in the package.
    pub files: BTreeMap<String, PathBuf>,
    /// How many files are in the trash of the workspace, which is left out.
    pub in_trash: usize,
    /// Links that lead out of the workspace, and what is no file: their paths inside the workspace. They are left out.
    pub not_files: Vec<String>,
    /// The folders that are being read, links resolved: a link to one of them would never end.
    open: Vec<PathBuf>,
}

/// Finds everything in a workspace that is handed over.
///
/// # Errors
/// `handover-none` (`folder`) if there is no workspace; `handover-too-many` (`folder`, `limit`); `folder-unreadable` and
/// `file-unreadable` (`file`, `reason`, `what`).
pub fn gather(workspace: &Path) -> Result<Gathered> {
    gather_at_most(workspace, MOST_FILES)
}

/// The same with another limit for the number of files.
pub(super) fn gather_at_most(workspace: &Path, limit: usize) -> Result<Gathered> {
    let none = || Error::not_found("handover-none").with("folder", file::shown(workspace));
    let root = file::resolve(workspace)?.filter(|root| file::is_folder(root)).ok_or_else(none)?;
    let root = WritePath::workspace(root);
    let mut gathered = Gathered { open: vec![root.to_path_buf()], ..Gathered::default() };
    gathered.folder(&root, Path::new(""), WORKSPACE, 0)?;
    gathered.drafts(&root)?;
    if gathered.files.is_empty() {
        return Err(none());
    }
    if gathered.files.len() > limit {
        let folder = file::shown(workspace);
        return Err(Error::broken("handover-too-many").with("folder", folder).with("limit", limit));
    }
    Ok(gathered)
}

impl Gathered {
    fn folder(&mut self, root: &WritePath, below: &Path, entry: &str, depth: usize) -> Result<()> {
        let mut used: HashSet<String> = HashSet::new();
        for name in file::names(&root.join(below))? {
            let below = below.join(&name);
            if is_hidden(&name) {
                if name == ".trash" {
                    self.in_trash += visible(&root.join(&below))?.len();
                }
                continue;
            }
            let path = root.join(&below);
            let resolved = match path.checked() {
                Ok(resolved) if file::exists(&resolved) => resolved,
                Ok(_) => continue,
                Err(error) if error.message.id == "link-leads-out" => {
                    self.not_files.push(shown(&below));
                    continue;
                }
                Err(error) => return Err(error),
            };
            let mut written = names::written(&name);
            if !used.insert(names::same_on_some_system(&written)) {
                written = names::written_in_bytes(&name);
                used.insert(names::same_on_some_system(&written));
            }
            let entry = format!("{entry}/{written}");
            if !file::is_folder(&resolved) {
                self.file(entry, resolved, &below);
            } else if depth < DEEPEST && !self.open.contains(&resolved) {
                self.open.push(resolved);
                self.folder(root, &below, &entry, depth + 1)?;
                self.open.pop();
            } else {
                self.not_files.push(shown(&below));
            }
        }
        Ok(())
    }

    fn file(&mut self, entry: String, path: PathBuf, below: &Path) {
        if file::is_plain(&path) {
            self.files.insert(entry, path);
        } else {
            self.not_files.push(shown(below));
        }
    }

    /// The files of the journal that hold texts.
    fn drafts(&mut self, root: &WritePath) -> Result<()> {
        for name in visible(&root.join(JOURNAL))? {
            let below = Path::new(JOURNAL).join(&name);
            if below.extension() == Some(OsStr::new("md")) {
                let entry = format!("{DRAFTS}/{}", names::written(&name));
                self.file(entry, root.join(&below).to_path_buf(), &below);
            }
        }
        Ok(())
    }
}

/// The names in a folder that are not hidden.
fn visible(folder: &Path) -> Result<Vec<std::ffi::OsString>> {
    let mut names = file::names(folder)?;
    names.retain(|name| !is_hidden(name));
    Ok(names)
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn shown(below: &Path) -> String {
    file::shown(below)
}
