//! What is written outside of the workspace, each time on a thread of its own: changes to another folder (`save-as`), and
//! files for others.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

use crate::app::effect::{ExportFile, SaveAs};
use crate::app::event::{Event, Exported, SavedAs};
use crate::app::write::Write;
use crate::base::{Error, Result};
use crate::shell::{Clock, paths};
use crate::store::elsewhere::OtherFolder;
use crate::store::{Machine, Manifest, Places, exported, file};

/// The workspace and its user.
#[derive(Debug, Clone)]
pub struct HomeWorkspace {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// Its manifest, which new folders get too.
    pub manifest: Manifest,
    /// The folders of the user.
    pub places: Places,
}

/// Writes to other folders; each time on a thread of its own.
pub struct Elsewhere {
    workspace: HomeWorkspace,
    messages: Sender<Event>,
    threads: Vec<JoinHandle<()>>,
}

impl Elsewhere {
    /// Nothing is being written yet; answers go to `messages`.
    #[must_use]
    pub fn new(workspace: HomeWorkspace, messages: Sender<Event>) -> Self {
        Self { workspace, messages, threads: Vec::new() }
    }

    /// Starts to write changes to a folder; answered by [`Event::SavedAs`].
    pub fn write(&mut self, asked: SaveAs, clock: Clock) {
        let (workspace, messages) = (self.workspace.clone(), self.messages.clone());
        self.threads.push(std::thread::spawn(move || {
            let saved = save_as(asked, &workspace, clock);
            let _ = messages.send(Event::SavedAs(Box::new(saved)));
        }));
    }

    /// Starts to write a file for others; answered by [`Event::Exported`].
    pub fn export(&mut self, asked: ExportFile) {
        let (workspace, messages) = (self.workspace.clone(), self.messages.clone());
        self.threads.push(std::thread::spawn(move || {
            let _ = messages.send(Event::Exported(Box::new(export(asked, &workspace))));
        }));
    }

    /// Waits until everything is written.
    pub fn finish(&mut self) {
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// The path of a folder as typed: `~` is the home folder. A path that a terminal has quoted, because it was dragged there or
/// copied from a shell, is read as the shell would.
///
/// # Errors
/// `save-as-home` (`folder`) for the home folder of another user.
pub fn expanded(typed: &str, home: &Path) -> Result<PathBuf> {
    let quoted = |quote| typed.strip_prefix(quote).map(|rest| rest.strip_suffix(quote).unwrap_or(rest));
    let path = match quoted('"').or_else(|| quoted('\'')) {
        Some(inside) => inside.to_owned(),
        None => paths::unescaped(typed),
    };
    match Path::new(&path).strip_prefix("~") {
        Ok(rest) => Ok(home.join(rest)),
        Err(_) if path.starts_with('~') => Err(Error::wrong_use("save-as-home").with("folder", path)),
        Err(_) => Ok(PathBuf::from(path)),
    }
}

fn save_as(asked: SaveAs, workspace: &HomeWorkspace, clock: Clock) -> SavedAs {
    let SaveAs { folder, writes, is_everything } = asked;
    let mut saved = SavedAs { folder, written: Vec::new(), is_everything, refused: None };
    let mut other = match open(&saved.folder, workspace) {
        Ok(other) => other,
        Err(error) => return SavedAs { refused: Some(error), ..saved },
    };
    saved.folder = file::shown(other.root());
    let machine = Machine::of_user(&workspace.places, &clock.now());
    for write in writes {
        match one(&mut other, &write, &machine, clock) {
            Ok(()) => saved.written.push(write),
            Err(error) => drop(saved.refused.get_or_insert(error)),
        }
    }
    saved
}

/// Writes a file for others, whole or not at all. A folder is refused, and so is what is inside the workspace.
fn export(asked: ExportFile, workspace: &HomeWorkspace) -> Exported {
    let ExportFile { path: file, bytes, manifest } = asked;
    let mut outcome = Exported { file, manifest, replaced: false, refused: None };
    let written = expanded(&outcome.file, &workspace.places.home).and_then(|path| {
        outcome.file = file::shown(&path);
        let refused = |id| Err(Error::wrong_use(id).with("file", &outcome.file));
        if file::is_folder(&path) {
            return refused("export-folder");
        }
        if file::lies_in(&path, &workspace.root) {
            return refused("export-in-workspace");
        }
        outcome.replaced = file::exists(&path);
        exported::write(&path, &bytes)
    });
    outcome.refused = written.err();
    outcome
}

fn open(typed: &str, workspace: &HomeWorkspace) -> Result<OtherFolder> {
    let path = expanded(typed, &workspace.places.home)?;
    if file::lies_in(&path, &workspace.root) {
        return Err(Error::wrong_use("save-as-workspace").with("folder", file::shown(&path)));
    }
    OtherFolder::open(&path, &workspace.manifest)
}

/// Writes one change. A text that was removed needs not be removed there.
fn one(other: &mut OtherFolder, write: &Write, machine: &Machine, clock: Clock) -> Result<()> {
    match write {
        Write::Save(note) | Write::Restore(note) => other.save(note, &clock.now()),
        Write::Remove(_) => Ok(()),
        Write::Append(act) => other.append(act, machine),
        Write::AddToCalendar(new) => other.add_to_calendar(&new.entries, &new.process),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Access, WorkspaceFolder};
    use crate::workspace::Note;
    use std::sync::Arc;
    use tempfile::TempDir;

    fn workspace(home: &TempDir) -> HomeWorkspace {
        let root = home.path().join("work");
        drop(WorkspaceFolder::open(&root, Access::Write, &Manifest::default()).unwrap());
        HomeWorkspace { root, manifest: Manifest::default(), places: Places::under(home.path()) }
    }

    /// What comes of saving a note in a folder as typed.
    fn saved(home: &TempDir, typed: &str) -> SavedAs {
        let clock = Clock::default();
        let write = Write::Save(Arc::new(Note::new(&clock.now(), "roy", "capacities first")));
        let asked = SaveAs { folder: typed.to_owned(), writes: vec![write], is_everything: false };
        save_as(asked, &workspace(home), clock)
    }

    #[test]
    fn a_folder_is_found_however_its_path_is_typed() {
        let home = tempfile::tempdir().unwrap();
        let places = workspace(&home).places;
        let there = places.home.join("Mon Bureau").join("copie");
        let path = there.to_str().unwrap();
        let forms = [
            path.to_owned(),
            "~/Mon Bureau/copie".to_owned(),
            format!("'{path}'"),
            format!("\"{path}\""),
            path.replace(' ', "\\ "),
            format!("{path}/../copie/"),
        ];
        for typed in forms {
            let saved = saved(&home, &typed);
            assert_eq!((saved.written.len(), &saved.refused), (1, &None), "{typed}");
            assert!(saved.folder.ends_with("Mon Bureau/copie"), "{typed}: {}", saved.folder);
        }
        assert_eq!(file::names(&there.join("notes")).unwrap().len(), 6);
    }

    #[test]
    fn what_is_wrong_with_a_typed_folder_is_reported_and_nothing_is_written() {
        let home = tempfile::tempdir().unwrap();
        file::write(&home.path().join("a file"), b"words").unwrap();
        let at = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
        let long = "x".repeat(300);
        let cases = [
            ("~roy/stick".to_owned(), "save-as-home", ""),
            (at("work"), "save-as-workspace", ""),
            (at("work/notes/copy"), "save-as-workspace", ""),
            (at("a file"), "workspace-not-folder", ""),
            (at("a file/copy"), "file-unreadable", "not-folder"),
            (at(&long), "file-unreadable", "long-name"),
            (at("with\0zero"), "file-unreadable", "bad-name"),
        ];
        for (typed, id, reason) in cases {
            let saved = saved(&home, &typed);
            let error = saved.refused.unwrap_or_else(|| panic!("{typed} is accepted"));
            let why = error.message.get("reason").map(ToString::to_string).unwrap_or_default();
            assert_eq!((error.message.id, why.as_str(), saved.written.len()), (id, reason, 0), "{typed}");
        }
        assert_eq!(file::text(&home.path().join("a file"), 9).unwrap().as_deref(), Some("words"));
    }

    #[test]
    fn a_file_for_others_is_written_and_never_into_the_workspace() {
        let home = tempfile::tempdir().unwrap();
        let workspace = workspace(&home);
        let write = |path: &str| {
            let manifest = "412 words".to_owned();
            export(ExportFile { path: path.to_owned(), bytes: b"Thank you".to_vec(), manifest }, &workspace)
        };
        let first = write("~/said.txt");
        assert_eq!((first.refused, first.replaced), (None, false));
        assert!(write("~/said.txt").replaced);
        let there = workspace.places.home.join("said.txt");
        assert_eq!(file::text(&there, 99).unwrap().as_deref(), Some("Thank you"));
        let inside = workspace.root.join("notes/said.txt");
        for (path, id) in [("~", "export-folder"), (inside.to_str().unwrap(), "export-in-workspace")] {
            assert_eq!(write(path).refused.map(|error| error.message.id), Some(id), "{path}");
        }
        assert!(!file::exists(&inside));
    }
}
