//! A workspace for a colleague or a group: everything of another workspace that may leave it.
//!
//! Texts and acts are written from what was read, under names of their own, so that neither journals, trash, conflict
//! copies that are restricted, nor names or comments given by hand come along. What a text or a log lacks is in no file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::base::{Error, Result};
use crate::store::contents::TRACKER;
use crate::store::{Machine, Manifest, WritePath, calendar, file, log, manifest};
use crate::workspace::{Act, Contents, Kind, LeftOut, Note, Release, note};

/// Files of a workspace that are shared as they are, besides its manifest.
const FILES: [&str; 4] = [calendar::NAME, "concepts.toml", "delegations.toml", "aliases.toml"];
/// Folders of a workspace whose visible files are shared as they are.
const FOLDERS: [&str; 4] = ["processes", "documents", "documents/sources", "documents/corrections"];
/// Longer files are not part of a workspace (64 MiB).
const LIMIT: u64 = 64 << 20;

/// A workspace to be shared.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its folder.
    pub root: &'a Path,
    /// What its files hold.
    pub contents: &'a Contents,
    /// The machine of the user, which names the logs.
    pub machine: &'a Machine,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shared {
    /// How many texts of each kind.
    pub texts: BTreeMap<Kind, usize>,
    /// How many acts of the tracker.
    pub acts: usize,
    /// How many other files: documents, sources, processes, calendar.
    pub files: usize,
    /// What was left out.
    pub left_out: LeftOut,
}

/// Writes what may leave a workspace as a new workspace into an empty folder. The manifest is written last: a folder without one is
/// not whole.
///
/// # Errors
/// `share-not-empty`, `share-in-workspace` and `share-not-folder` (`folder`); those of reading and writing the files.
pub fn share(source: Source<'_>, to: &Path, release: Release) -> Result<Shared> {
    check(source.root, to)?;
    file::folder(WritePath::of_user(to))?;
    let resolved = file::resolve(to)?.unwrap_or_else(|| to.to_owned());
    let root = WritePath::workspace(resolved);
    let mut shared = Shared::default();
    for kind in Kind::ALL {
        for text in source.contents.of(kind).notes() {
            let Some(open) = release.note(text, &mut shared.left_out) else { continue };
            save(&root, text, open)?;
            *shared.texts.entry(kind).or_default() += 1;
        }
    }
    save_acts(&root, source, release, &mut shared)?;
    for (name, folder) in names(source.root)? {
        if let Some(bytes) = file::bytes(&source.root.join(&folder).join(&name), LIMIT)? {
            file::folder(root.join(&folder))?;
            file::write(root.join(&folder).join(&name), &bytes)?;
            shared.files += 1;
        }
    }
    manifest::write(&root, &manifest::load(source.root)?.unwrap_or_else(Manifest::default))?;
    Ok(shared)
}

/// Refuses a folder that is not empty, is a file, or is part of a workspace.
fn check(root: &Path, to: &Path) -> Result<()> {
    let refused = |id| Error::wrong_use(id).with("folder", file::shown(to));
    if file::exists(to) && !file::is_folder(to) {
        return Err(refused("share-not-folder"));
    }
    let absolute =
        file::resolve(to)?.or_else(|| std::path::absolute(to).ok()).unwrap_or_else(|| to.to_owned());
    let is_workspace = |folder: &Path| file::exists(&folder.join(manifest::NAME));
    if file::lies_in(to, root) || absolute.ancestors().any(is_workspace) {
        return Err(refused("share-in-workspace"));
    }
    if !file::names(to)?.is_empty() {
        return Err(refused("share-not-empty"));
    }
    Ok(())
}

/// Writes what may leave of a text. One of which something was left out gets another name than the whole one, so that
/// copying it back does not replace that.
fn save(root: &WritePath, whole: &Note, open: Cow<'_, Note>) -> Result<()> {
    let name = if *open == *whole { note::file_name(&open) } else { note::shared_name(&open) };
    let folder = root.join(open.kind.folder());
    file::folder(folder.clone())?;
    file::write(folder.join(name), note::write(&open).as_bytes())
}

/// Writes a log for each author. It has another name than that of the author, so that copying it back does not replace that.
fn save_acts(root: &WritePath, source: Source<'_>, release: Release, shared: &mut Shared) -> Result<()> {
    let mut logs: BTreeMap<&str, Vec<Cow<'_, Act>>> = BTreeMap::new();
    for act in source.contents.tracker.acts() {
        let open = release.act(act, &mut shared.left_out);
        logs.entry(&act.author).or_default().push(open);
        shared.acts += 1;
    }
    for (author, acts) in logs {
        let lines: Vec<String> = acts.iter().map(|act| log::write(act) + "\n").collect();
        let name = log::file_name(author, source.machine);
        let name = format!("{}-shared.log", name.trim_end_matches(".log"));
        file::folder(root.join(TRACKER))?;
        file::write(root.join(TRACKER).join(name), lines.concat().as_bytes())?;
    }
    Ok(())
}

/// The other files that are shared: their names, each with its folder inside the workspace.
fn names(root: &Path) -> Result<Vec<(OsString, PathBuf)>> {
    let mut found: Vec<(OsString, PathBuf)> =
        FILES.iter().map(|name| (OsString::from(name), PathBuf::new())).collect();
    for folder in FOLDERS {
        for name in file::names(&root.join(folder))? {
            let is_hidden = name.as_encoded_bytes().starts_with(b".");
            if !is_hidden && !file::is_folder(&root.join(folder).join(&name)) {
                found.push((name, PathBuf::from(folder)));
            }
        }
    }
    Ok(found)
}
