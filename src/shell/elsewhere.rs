//! `save-as`: writes changes to a folder other than the workspace, on a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

use crate::app::effect::SaveAs;
use crate::app::event::{Event, SavedAs};
use crate::app::write::Write;
use crate::base::{Error, Result};
use crate::shell::Clock;
use crate::store::elsewhere::OtherFolder;
use crate::store::{Machine, Manifest, Places, file};

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

    /// Waits until everything is written.
    pub fn finish(&mut self) {
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// The path of a folder as typed: `~` is the home folder.
fn expanded(typed: &str, home: &Path) -> PathBuf {
    match Path::new(typed).strip_prefix("~") {
        Ok(rest) => home.join(rest),
        Err(_) => PathBuf::from(typed),
    }
}

fn save_as(asked: SaveAs, workspace: &HomeWorkspace, clock: Clock) -> SavedAs {
    let HomeWorkspace { root, places, manifest } = workspace;
    let SaveAs { folder, writes, is_everything } = asked;
    let path = expanded(&folder, &places.home);
    let mut saved = SavedAs { folder: file::shown(&path), written: Vec::new(), is_everything, refused: None };
    let mut other = match open(&path, root, manifest) {
        Ok(other) => other,
        Err(error) => return SavedAs { refused: Some(error), ..saved },
    };
    let machine = Machine::of_user(places, &clock.now());
    for write in writes {
        match one(&mut other, &write, &machine, clock) {
            Ok(()) => saved.written.push(write),
            Err(error) => drop(saved.refused.get_or_insert(error)),
        }
    }
    saved
}

fn open(path: &Path, root: &Path, manifest: &Manifest) -> Result<OtherFolder> {
    if file::lies_in(path, root) && file::lies_in(root, path) {
        return Err(Error::wrong_use("save-as-workspace").with("folder", file::shown(path)));
    }
    OtherFolder::open(path, manifest)
}

/// Writes one change. A text that was removed needs not be removed there.
fn one(other: &mut OtherFolder, write: &Write, machine: &Machine, clock: Clock) -> Result<()> {
    match write {
        Write::Save(note) | Write::Restore(note) => other.save(note, &clock.now()),
        Write::Remove(_) => Ok(()),
        Write::Append(act) => other.append(act, machine),
        Write::AddMeetings(programme) => other.add_meetings(&programme.meetings, &programme.process),
    }
}
