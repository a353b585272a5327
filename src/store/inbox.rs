//! The folder in which the delegate saves documents, as it is on the disk, and which of its files are settled.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::base::{Error, Result, checksum};
use crate::import::inbox::InboxFile;
use crate::store::cache::FileSeal;
use crate::store::{Places, Settings, WritePath, file};

const VERSION: u32 = 1;

/// The files that were imported or dismissed; the program writes it, people do not.
#[derive(Debug, Default, Serialize, Deserialize)]
struct StoredInbox {
    version: u32,
    #[serde(default)]
    settled: Vec<StoredFile>,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredFile {
    name: String,
    bytes: u64,
    modified_ns: u64,
}

/// The folder by the settings; `None` if there is none.
#[must_use]
pub fn folder(places: &Places, settings: &Settings) -> Option<PathBuf> {
    let set = settings.inbox.as_ref()?;
    Some(places.home.join(set.strip_prefix("~").unwrap_or(set)))
}

/// The files in the folder that are not hidden.
///
/// # Errors
/// `inbox-missing` (`folder`), and `folder-unreadable` (`file`, `reason`, `what`).
pub fn look(folder: &Path) -> Result<Vec<InboxFile>> {
    if !file::is_folder(folder) {
        return Err(Error::not_found("inbox-missing").with("folder", file::shown(folder)));
    }
    let names = file::names(folder)?.into_iter().filter_map(|name| name.into_string().ok());
    let shown = names.filter(|name| !name.starts_with('.') && !name.chars().any(char::is_control));
    let file = |name: String| {
        let path = folder.join(&name);
        let FileSeal { modified_ns, bytes } = FileSeal::of(&path).filter(|_| file::is_plain(&path))?;
        Some(InboxFile { name, bytes, modified_ns })
    };
    Ok(shown.filter_map(file).collect())
}

/// The file for a workspace and a folder.
fn path(places: &Places, workspace: &Path, folder: &Path) -> PathBuf {
    let of = |path: &Path| checksum::of(path.as_os_str().as_encoded_bytes());
    places.state.join(format!("inbox-{:016x}.toml", of(workspace) ^ of(folder).rotate_left(1)))
}

/// The files of a folder that were imported into a workspace or dismissed. A file that cannot be read has none: they are offered again.
#[must_use]
pub fn settled(places: &Places, workspace: &Path, folder: &Path) -> Vec<InboxFile> {
    let text = file::text(&path(places, workspace, folder), 1 << 24).ok().flatten().unwrap_or_default();
    let stored: StoredInbox = toml::from_str(&text).unwrap_or_default();
    let known = stored.settled.into_iter().filter(|_| stored.version == VERSION);
    known.map(|StoredFile { name, bytes, modified_ns }| InboxFile { name, bytes, modified_ns }).collect()
}

/// Adds files to those that are settled. Of files that are no longer in the folder nothing is kept.
///
/// # Errors
/// `folder-not-made` and `file-not-written` (`file`, `reason`, `what`).
pub fn settle(places: &Places, workspace: &Path, folder: &Path, files: &[InboxFile]) -> Result<()> {
    let there = look(folder)?;
    let known = settled(places, workspace, folder);
    let kept = known.iter().filter(|known| there.contains(known) && !files.contains(known)).chain(files);
    let stored = |InboxFile { name, bytes, modified_ns }: &InboxFile| {
        let (bytes, modified_ns) = (*bytes, *modified_ns);
        StoredFile { name: name.clone(), bytes, modified_ns }
    };
    let stored = StoredInbox { version: VERSION, settled: kept.map(stored).collect() };
    let text = toml::to_string(&stored).expect("texts and numbers are TOML");
    file::folder(WritePath::of_user(&places.state))?;
    file::write(WritePath::of_user(path(places, workspace, folder)), text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settled_files_are_kept_for_each_workspace_while_they_are_there() {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        let folder = home.path().join("inbox");
        let workspace = home.path().join("work");
        assert_eq!(look(&folder).unwrap_err().message.id, "inbox-missing");
        file::folder(&folder).unwrap();
        for name in ["a.pdf", "b.pdf", ".hidden"] {
            file::write(&folder.join(name), b"x").unwrap();
        }
        let files = look(&folder).unwrap();
        assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["a.pdf", "b.pdf"]);
        settle(&places, &workspace, &folder, &files[..1]).unwrap();
        settle(&places, &workspace, &folder, &files[1..]).unwrap();
        assert_eq!(settled(&places, &workspace, &folder), files);
        assert_eq!(settled(&places, &home.path().join("other"), &folder), []);
        file::remove(&folder.join("a.pdf")).unwrap();
        settle(&places, &workspace, &folder, &[]).unwrap();
        assert_eq!(settled(&places, &workspace, &folder), files[1..]);
    }
}
