//! Clears the hidden copies that a killed program leaves while it replaces a file, as soon as nothing is lost with them.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::Path;
use std::time::SystemTime;

use crate::base::Error;
use crate::store::contents::{self, JOURNAL, TRACKER};
use crate::store::copy_name::original;
use crate::store::journal::record;
use crate::store::{WritePath, file};
use crate::workspace::{Broken, Contents, Kind, Note, note};

/// A folder in which files are replaced.
struct Folder {
    /// Its path in the workspace; empty for the workspace itself.
    path: &'static str,
    /// What the names of its files end with.
    end: &'static str,
    /// The kind of its texts.
    kind: Option<Kind>,
}

const fn folder(path: &'static str, end: &'static str, kind: Option<Kind>) -> Folder {
    Folder { path, end, kind }
}

const FOLDERS: [Folder; 14] = [
    folder("", ".toml", None),
    folder("documents", ".toml", None),
    folder("documents/.trash", ".toml", None),
    folder("documents/sources", "", None),
    folder("notes", ".md", Some(Kind::Note)),
    folder("notes/.trash", ".md", Some(Kind::Note)),
    folder("positions", ".md", Some(Kind::Position)),
    folder("positions/.trash", ".md", Some(Kind::Position)),
    folder("amendments", ".md", Some(Kind::Amendment)),
    folder("amendments/.trash", ".md", Some(Kind::Amendment)),
    folder("statements", ".md", Some(Kind::Statement)),
    folder("statements/.trash", ".md", Some(Kind::Statement)),
    folder(TRACKER, ".log", None),
    folder(JOURNAL, ".md", None),
];

/// Removes the copies left in a workspace whose files are whole, and reports the others: they may be the only copy.
/// `recovered` are the texts whose drafts are in the journal. Where no lock keeps other programs away, only copies older than
/// their file are removed.
///
/// `hidden-copy` (`file`, `original`).
pub fn clear(root: &WritePath, contents: &Contents, recovered: &[Note], is_locked: bool) -> Vec<Broken> {
    // Notes are read later only if there is no copy among them.
    let is_unread = |folder: &&Folder| folder.path == Kind::Note.folder() && contents.notebook.is_unread();
    let folders = FOLDERS.iter().filter(|folder| !is_unread(folder) && !folder.has_documents());
    clear_in(folders, root, ClearedWorkspace { contents, recovered, is_locked, opened: None })
}

/// The same in the folders of the documents, which may have tens of thousands of files. Copies that were written after `opened` are
/// those of this program.
pub fn clear_documents(root: &WritePath, opened: SystemTime, is_locked: bool) -> Vec<Broken> {
    let folders = FOLDERS.iter().filter(|folder| folder.has_documents());
    let opened = Some(opened);
    clear_in(
        folders,
        root,
        ClearedWorkspace { contents: &Contents::default(), recovered: &[], is_locked, opened },
    )
}

/// What was found in a workspace, and whether other programs are kept away.
#[derive(Clone, Copy)]
struct ClearedWorkspace<'a> {
    contents: &'a Contents,
    recovered: &'a [Note],
    is_locked: bool,
    /// Later copies are not looked at.
    opened: Option<SystemTime>,
}

fn clear_in<'a>(
    folders: impl Iterator<Item = &'a Folder>,
    root: &WritePath,
    found: ClearedWorkspace<'_>,
) -> Vec<Broken> {
    let ClearedWorkspace { contents, recovered, is_locked, opened } = found;
    let is_own = |copy: &Path| {
        opened.is_some_and(|opened| file::state(copy).is_some_and(|(_, changed)| changed > opened))
    };
    let mut kept = Vec::new();
    for folder in folders {
        let place = root.join(folder.path);
        for name in file::names(&place).unwrap_or_default() {
            let Some(original) = name.to_str().and_then(|name| folder.original(name)) else { continue };
            let original = original.as_ref();
            let copy = place.join(&name);
            if is_own(&copy) {
                continue;
            }
            let is_needless = folder.is_whole(&place, original)
                || file::state(&copy).is_some_and(|(bytes, _)| bytes == 0)
                || folder.kind.is_some_and(|kind| is_known(&copy, kind, contents))
                || file::exists(&place.join(".trash").join(original))
                || recovered.iter().any(|note| original == note::file_name(note))
                || (folder.path == JOURNAL && is_contained(&copy, contents, recovered));
            if !is_needless {
                let file = Path::new(folder.path).join(&name).to_string_lossy().into_owned();
                let error = Error::broken("hidden-copy").with("file", file::shown(Path::new(&file)));
                kept.push(Broken { error: error.with("original", original), file });
            } else if is_locked || is_older(&copy, &place.join(original)) {
                // What cannot be removed now is removed at a later start.
                let _ = file::remove(&copy);
            }
        }
    }
    kept
}

/// Removes the copies of files of the user's own folders that are older than their files.
pub fn clear_older(folder: &Path) {
    for name in file::names(folder).unwrap_or_default() {
        let Some(original) = name.to_str().and_then(original) else { continue };
        if is_older(&folder.join(&name), &folder.join(original)) {
            let _ = file::remove(WritePath::of_user(folder.join(&name)));
        }
    }
}

impl Folder {
    /// Whether it has documents, or what belongs to them.
    fn has_documents(&self) -> bool {
        self.path.starts_with("documents")
    }

    /// The name of the file that this is a copy of. Earlier versions wrote drafts to `ID.tmp`.
    fn original<'a>(&self, name: &'a str) -> Option<Cow<'a, str>> {
        if let Some(id) = name.strip_suffix(".tmp").filter(|id| self.path == JOURNAL && !id.is_empty()) {
            return Some(format!("{id}.md").into());
        }
        original(name).filter(|original| original.ends_with(self.end)).map(Into::into)
    }

    /// Whether the file itself can be read whole.
    fn is_whole(&self, place: &Path, original: &str) -> bool {
        let path = place.join(original);
        match self.kind {
            Some(kind) => {
                contents::parse(file::bytes(&path, contents::LIMIT), kind, OsStr::new(original)).is_ok()
            }
            None => file::is_readable(&path),
        }
    }
}

/// Whether a copy is a text that is there under another name.
fn is_known(copy: &Path, kind: Kind, contents: &Contents) -> bool {
    let name = copy.file_name().unwrap_or_default();
    let read = contents::parse(file::bytes(copy, contents::LIMIT), kind, name);
    read.is_ok_and(|(note, _)| contents.of(kind).get(note.id).is_some())
}

/// Whether the words in a copy of a draft, which may be cut off anywhere, are those of a text that is there, under whatever id: a
/// draft gets a new id in a conflict.
fn is_contained(copy: &Path, contents: &Contents, recovered: &[Note]) -> bool {
    let Ok(Some(bytes)) = file::bytes(copy, contents::LIMIT) else { return false };
    let whole = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let words = note::words(record::text_in(whole));
    let words = words.strip_suffix('\n').unwrap_or(words);
    let texts = Kind::ALL.into_iter().flat_map(|kind| contents.of(kind).notes()).chain(recovered);
    words.is_empty() || texts.into_iter().any(|note| note.text.starts_with(words))
}

/// Whether a copy is older than its file: then the program that made it has come to its end.
fn is_older(copy: &Path, original: &Path) -> bool {
    let written = |path| file::state(path).map(|(_, written)| written);
    written(copy).zip(written(original)).is_some_and(|(copy, original)| copy < original)
}
