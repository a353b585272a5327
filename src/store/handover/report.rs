//! What a handover or a takeover has done, as messages: the command line prints them, the desk lists them.

use std::path::Path;

use crate::base::{Error, Message, Result};
use crate::store::file;
use crate::store::handover::{Gathered, PackageManifest, Packed, TakenFile, TakenState, groups};

/// How many files of a group there are.
fn count(group: &str, count: usize) -> Message {
    let id = match group {
        "notes" => "handover-count-notes",
        "positions" => "handover-count-positions",
        "amendments" => "handover-count-amendments",
        "statements" => "handover-count-statements",
        "logs" => "handover-count-logs",
        "documents" => "handover-count-documents",
        "sources" => "handover-count-sources",
        "processes" => "handover-count-processes",
        "drafts" => "handover-count-drafts",
        _ => "handover-count-other",
    };
    Message::new(id).with("count", count)
}

/// Refuses a file that no handover can go to: a folder, a file in the workspace, where the next handover would contain it, and
/// one without the ending `.zip`.
///
/// # Errors
/// `export-folder`, `export-in-workspace` and `export-ending` (`file`).
pub fn check_target(to: &Path, workspace: &Path) -> Result<()> {
    let refused = |id| Err(Error::wrong_use(id).with("file", file::shown(to)));
    if file::is_folder(to) {
        return refused("export-folder");
    }
    if file::lies_in(to, workspace) {
        return refused("export-in-workspace");
    }
    if !to.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
        return Err(Error::wrong_use("export-ending").with("file", file::shown(to)).with("known", "zip"));
    }
    Ok(())
}

/// What was handed over to a file: how much of each group, and that nothing was held back.
#[must_use]
pub fn handed_over(to: &Path, packed: &Packed, gathered: &Gathered) -> Vec<Message> {
    let mut lines = vec![Message::new("handover-done").with("file", file::shown(to))];
    let held = packed.manifest.counts.iter().filter(|(_, count)| **count > 0);
    lines.extend(held.map(|(group, held)| listed(count(group, *held))));
    lines.push(Message::new("handover-everything"));
    if gathered.in_trash > 0 {
        lines.push(Message::new("handover-trash").with("count", gathered.in_trash));
    }
    lines.push(Message::new("handover-checksum").with("sum", &packed.checksum));
    lines
}

/// What was taken over from a file, with this manifest: how much of each group was new, the same and different, and where both
/// versions of what is different are. `acts` of them are new.
#[must_use]
pub fn taken_over(from: &Path, manifest: &PackageManifest, taken: &[TakenFile], acts: usize) -> Vec<Message> {
    let done = Message::new("takeover-done").with("file", file::shown(from));
    let mut lines = vec![done.with("author", &manifest.author).with("date", &manifest.date)];
    for group in groups() {
        let states = TakenState::ALL
            .map(|state| taken.iter().filter(|file| file.group == group && file.state == state).count());
        let total: usize = states.iter().sum();
        if total > 0 {
            let [new, same, different] = states;
            let line = Message::new("takeover-group").with("files", count(group, total));
            lines.push(listed(line.with("new", new).with("same", same).with("different", different)));
        }
    }
    lines.push(Message::new("takeover-acts").with("count", acts));
    for file in taken.iter().filter(|file| file.state == TakenState::Different) {
        let line = Message::new("takeover-different").with("file", &file.path);
        lines.push(line.with("kept", file.kept.clone().unwrap_or_default()));
    }
    lines
}

/// A line of a list.
fn listed(line: Message) -> Message {
    Message::new("handover-listed").with("line", line)
}
