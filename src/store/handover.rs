//! A workspace as one zip file for a successor: everything in it with checksums, and its merging into another workspace.
//!
//! ```text
//!  workspace/notes/2023-03-06-1044-E.2-01J….md      the files of the workspace, at their places
//!  drafts/01J….md                                   the files of the journal: texts that were being typed
//!  handover.json                                    who handed over, when, and how much
//!  SHA256SUMS                                       checksums of all of these; `sha256sum -c SHA256SUMS` verifies them
//! ```
//!
//! Left out are hidden files and folders: the lock, unfinished copies, the trash, and what other programs keep there.

mod directory;
mod gather;
mod logs;
mod merge;
mod names;
mod pack;
mod report;
mod unpack;

#[cfg(test)]
mod tests;

use crate::store::contents::TRACKER;
use crate::workspace::Kind;

pub use gather::{Gathered, gather};
pub use merge::{TakenFile, TakenState, take_over};
pub use pack::{PackageManifest, Packed, pack};
pub use report::{check_target, handed_over, taken_over};
pub use unpack::{HandoverPackage, PackageFile};

/// The version of the form written.
const VERSION: u64 = 1;
/// What the manifest says of its form.
const FORMAT: &str = "plenary-handover";
/// The folder of the files of the workspace.
const WORKSPACE: &str = "workspace";
/// The folder of the files of the journal.
const DRAFTS: &str = "drafts";
/// The folder of a workspace with the files of a package that differ from its own.
const TAKEN_OVER: &str = "taken-over";
/// The name of the manifest.
const MANIFEST: &str = "handover.json";
/// The name of the list of checksums.
const SUMS: &str = "SHA256SUMS";

/// Longer files are not handed over, nor taken over (256 MiB).
const FILE_LIMIT: u64 = 256 << 20;
/// All files together have at most so many bytes (2 GiB).
const TOTAL_LIMIT: u64 = 2 << 30;
/// A package has at most so many bytes (1 GiB).
const PACKAGE_LIMIT: u64 = 1 << 30;
/// A package has at most so many files.
const MOST_FILES: usize = 50_000;
/// A file of more than [`RATIO_FREE`] bytes takes at least one byte in the package for so many of its own: more than any text
/// needs, and less than a file made to exhaust the memory has.
const RATIO: u64 = 200;
/// Shorter files may be compressed as much as they can be (1 MiB).
const RATIO_FREE: u64 = 1 << 20;

/// The groups that are counted in one place each, besides those of the kinds of text.
const GROUPS: [&str; 6] = ["logs", "documents", "sources", "processes", "other", DRAFTS];

/// All groups.
pub fn groups() -> impl Iterator<Item = &'static str> {
    Kind::ALL.into_iter().map(Kind::folder).chain(GROUPS)
}

/// The group a file of a workspace is counted in, by its path inside the workspace, with `/`.
fn group(path: &str) -> &'static str {
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let ends = |end: &str| name.len() > end.len() && name.ends_with(end) && !name.contains('/');
    match (Kind::from_folder(folder), folder) {
        (Some(kind), _) if ends(".md") => kind.folder(),
        (None, TRACKER) if ends(".log") => "logs",
        (None, "documents") if ends(".toml") => "documents",
        (None, "documents") if name.starts_with("sources/") => "sources",
        (None, "processes") if ends(".toml") => "processes",
        _ => "other",
    }
}
