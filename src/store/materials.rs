//! What a delegate works from: the documents, the processes with the delegate's own dates, the follow-ups.

use std::cmp::Reverse;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::base::{Error, Watch};
use crate::calendar::{self, Own, add_evident_reports, first_day};
use crate::followup::{Fingerprint, Materials};
use crate::model::{Language, Process, Shelf, Symbol};
use crate::store::library::{LibraryCache, OpenedLibrary};
use crate::store::{calendar as own_calendar, file, library, process};

/// Where documents and dates are read from.
#[derive(Debug, Clone)]
pub struct MaterialsSource {
    /// The folder of the workspace.
    pub folder: PathBuf,
    /// The caches of its documents; without them every document is read at once.
    pub cache: Option<LibraryCache>,
    /// The process worked on, by the settings or the workspace.
    pub process: Option<String>,
}

impl MaterialsSource {
    /// Reads everything as it is on a day; `None` if the watcher stops it between two documents.
    pub fn read(&self, today: NaiveDate, watch: &impl Watch) -> Option<Materials> {
        // Before it is read: what changes meanwhile is read again the next time.
        let calendar = self.calendar_fingerprint();
        let (own, mut faults) = self.own();
        let OpenedLibrary { shelf, errors, fingerprint } =
            library::read(&self.folder, self.cache.as_ref(), watch)?;
        let fingerprint = Fingerprint { documents: fingerprint, calendar };
        faults.extend(errors);
        let processes = self.processes(own.as_ref(), &shelf, today);
        let followups = library::followups(&shelf, self.cache.as_ref(), &processes);
        Some(Materials { shelf, processes, followups, faults, fingerprint })
    }

    /// Reads the follow-ups of documents that have just been stored, so that the caches have them for the next command.
    pub fn keep_followups(&self, symbols: &[&Symbol], today: NaiveDate) {
        if symbols.is_empty() || self.cache.is_none() {
            return;
        }
        let shelf = library::shelf(&self.folder, self.cache.as_ref()).0;
        let processes = self.processes(self.own().0.as_ref(), &shelf, today);
        let followups = library::followups(&shelf, self.cache.as_ref(), &processes);
        for symbol in symbols {
            // Those of all languages are read at once.
            let _ = followups.get(symbol, Language::EN);
        }
    }

    /// The delegate's calendar with its faults. One that names no process belongs to the process worked on, else to the
    /// latest one, whatever the day worked in.
    #[must_use]
    pub fn own(&self) -> (Option<Own>, Vec<Error>) {
        if !file::exists(&own_calendar::path(&self.folder)) {
            return (None, Vec::new());
        }
        let processes = process::processes();
        let latest = || processes.iter().max_by_key(|process| first_day(process));
        let default = self.process.as_deref().or_else(|| latest().map(|process| process.id.as_str()));
        own_calendar::load(&self.folder, &processes, default.unwrap_or_default())
    }

    /// The processes with what the delegate's calendar and the shelf add to them: the one of the settings or the
    /// workspace first, then the one at work on the day, then the latest.
    #[must_use]
    pub fn processes(&self, own: Option<&Own>, shelf: &Shelf, today: NaiveDate) -> Vec<Process> {
        let mut processes = process::processes();
        if let Some(own) = own {
            processes.iter_mut().for_each(|process| own.lay_over(process));
        }
        add_evident_reports(&mut processes, shelf);
        let chosen = |process: &Process| self.process.as_ref() == Some(&process.id);
        processes.sort_by_key(|process| {
            (!chosen(process), !calendar::at_work(process, today), Reverse(first_day(process)))
        });
        processes
    }

    /// The state of the files: they need not be read again each time the window is activated. Asks for every file of the
    /// library.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint { documents: library::fingerprint(&self.folder), calendar: self.calendar_fingerprint() }
    }

    /// The number of the calendar in [`Fingerprint`]; asks for one file only.
    #[must_use]
    pub fn calendar_fingerprint(&self) -> u64 {
        let path = own_calendar::path(&self.folder);
        let mut fingerprint = DefaultHasher::new();
        (file::state(&path), path).hash(&mut fingerprint);
        fingerprint.finish()
    }
}
