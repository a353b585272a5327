//! The folder in which the delegate saves documents: looked into by a worker, and what became of its files.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::app::requests::Answer;
use crate::base::{Now, Result};
use crate::import::inbox::{InboxFile, InboxLook};
use crate::shell::{Clock, Environment, paths};
use crate::store::{Places, file, inbox};

/// Looks into the folder.
#[derive(Debug)]
pub struct Inbox {
    /// The folder.
    pub folder: PathBuf,
    places: Places,
    workspace: PathBuf,
    clock: Clock,
    /// The files that were there at the last look.
    before: Mutex<Vec<InboxFile>>,
}

impl Inbox {
    /// The folder by the settings; `None` if there is none.
    #[must_use]
    pub fn of(environment: &Environment) -> Option<Self> {
        let Environment { places, settings, source, clock } = environment;
        Some(Self {
            folder: inbox::folder(places, settings)?,
            places: places.clone(),
            workspace: source.folder.clone(),
            clock: *clock,
            before: Mutex::default(),
        })
    }

    /// The folder as it would be typed.
    pub(super) fn typed(&self) -> String {
        paths::escaped(&self.folder.to_string_lossy())
    }

    /// The files that are offered now.
    ///
    /// # Errors
    /// Those of [`inbox::look`].
    pub fn offered(&self) -> Result<Vec<InboxFile>> {
        let files = inbox::look(&self.folder)?;
        let settled = inbox::settled(&self.places, &self.workspace, &self.folder);
        let mut before = self.before.lock().unwrap_or_else(PoisonError::into_inner);
        let now_ns = nanoseconds(&self.clock.now());
        let offered = InboxLook { files: &files, before: &before, settled: &settled, now_ns }.offered();
        *before = files;
        Ok(offered)
    }

    /// The answer of a worker that has looked, after these files were dismissed.
    pub(super) fn answer(&self, dismissed: &[InboxFile]) -> Answer {
        let settled = if dismissed.is_empty() { Ok(()) } else { self.settle(dismissed) };
        Answer::Inbox(settled.and_then(|()| self.offered()))
    }

    fn settle(&self, files: &[InboxFile]) -> Result<()> {
        inbox::settle(&self.places, &self.workspace, &self.folder, files)
    }

    /// Files were imported, from wherever: those of the folder are not offered again.
    pub fn imported<'a>(&self, paths: impl IntoIterator<Item = &'a Path>) {
        let names: Vec<String> = paths.into_iter().filter_map(|path| self.name(path)).collect();
        if names.is_empty() {
            return;
        }
        let mut files = inbox::look(&self.folder).unwrap_or_default();
        files.retain(|file| names.contains(&file.name));
        // They are imported even if that cannot be written: then they are offered again.
        let _ = self.settle(&files);
    }

    /// The name of a file of the folder, or of the archive in the folder in which it is.
    fn name(&self, path: &Path) -> Option<String> {
        let real = |path: &Path| {
            let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
            file::resolve(path).ok().flatten()
        };
        let folder = real(&self.folder)?;
        let own = path.ancestors().find(|path| path.parent().and_then(real).as_ref() == Some(&folder))?;
        own.file_name()?.to_str().map(str::to_owned)
    }
}

fn nanoseconds(now: &Now) -> u64 {
    now.instant.timestamp_nanos_opt().and_then(|now| u64::try_from(now).ok()).unwrap_or_default()
}
