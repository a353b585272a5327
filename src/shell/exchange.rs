//! Hands the workspace over to a file, and takes over the file of another one.

use std::path::Path;

use crate::app::effect::{Exchange, PackageRequest};
use crate::base::{Message, Now, Result, Unwatched};
use crate::shell::elsewhere::expanded;
use crate::store::handover::{self, HandoverPackage, PackageManifest};
use crate::store::{WorkspaceFolder, WritePath, contents, file};
use crate::workspace::Contents;

/// Does what is asked for; returns what was done, line by line. Everything sent to the workspace before is on the disk.
///
/// # Errors
/// Those of packing and writing a package, and of reading and merging one. After an error while merging, the workspace is
/// whole, and another takeover does the rest.
pub fn exchange(
    workspace: &mut WorkspaceFolder,
    asked: PackageRequest,
    home: &Path,
    now: &Now,
) -> Result<Vec<Message>> {
    let path = expanded(&asked.file, home)?;
    match asked.exchange {
        Exchange::Handover => hand_over(workspace, &path, asked.author, now),
        Exchange::Takeover => take_over(workspace, &path),
    }
}

fn hand_over(workspace: &WorkspaceFolder, to: &Path, author: String, now: &Now) -> Result<Vec<Message>> {
    handover::check_target(to, workspace.root())?;
    let gathered = handover::gather(workspace.root())?;
    let name = workspace.manifest().name.clone();
    let acts = read(workspace).tracker.len();
    let packed = handover::pack(&gathered, PackageManifest::new(author, now.today, name, acts))?;
    file::write(WritePath::of_user(to), &packed.bytes)?;
    Ok(handover::handed_over(to, &packed, &gathered))
}

fn take_over(workspace: &mut WorkspaceFolder, from: &Path) -> Result<Vec<Message>> {
    let mut package = HandoverPackage::open(from)?;
    let held = read(workspace);
    let acts = held.tracker.len();
    let taken = handover::take_over(workspace, held, &mut package)?;
    let new = read(workspace).tracker.len().saturating_sub(acts);
    Ok(handover::taken_over(from, &package.manifest, &taken, new))
}

/// What the workspace holds on the disk.
fn read(workspace: &WorkspaceFolder) -> Contents {
    contents::read(workspace.root(), &Unwatched).expect("nobody stops it").contents
}
