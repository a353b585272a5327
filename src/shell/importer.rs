//! Importing at the desk: the documents of the open workspace, and the report for people.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::requests::Answer;
use crate::base::{Message, Result, Watch};
use crate::import::reader::TrackedChanges;
use crate::shell::Clock;
use crate::shell::child::Limits;
use crate::shell::elsewhere::expanded;
use crate::shell::importing::{self, Attempt, ImportOptions, ImportPlace, Made};
use crate::shell::inbox::Inbox;
use crate::store::library::{Catalogue, KeepOutcome, SourceList};
use crate::store::{MaterialsSource, WritePath, bundled, file};

/// Imports files into the workspace that is open at the desk.
pub struct Importer {
    /// The folder of its documents.
    pub documents: WritePath,
    /// Where its documents are read from.
    pub source: MaterialsSource,
    /// What reading one file in a child process may take.
    pub limits: Limits,
    /// The home of the user, written `~`.
    pub home: PathBuf,
    /// The day it is.
    pub clock: Clock,
    /// The folder in which documents are saved: what is imported from there is not offered again.
    pub inbox: Option<Arc<Inbox>>,
}

/// The open workspace, which is locked while the desk is open.
struct DeskPlace<'a>(&'a Importer);

impl ImportPlace for DeskPlace<'_> {
    fn source(&self) -> &MaterialsSource {
        &self.0.source
    }

    fn today(&self) -> NaiveDate {
        self.0.clock.now().today
    }

    fn catalogue(&mut self) -> Result<Catalogue> {
        file::folder(&self.0.documents)?;
        Catalogue::open(self.0.documents.clone(), self.0.source.cache.as_ref())
    }
}

impl Importer {
    /// Imports files, given as typed, and reports what was done.
    pub fn import(&self, files: &[String], watch: &impl Watch) -> Option<Answer> {
        Some(
            self.attempt(files, watch)
                .map_or_else(Answer::Failed, |attempts| Answer::Imported(report(&attempts))),
        )
    }

    fn attempt(&self, files: &[String], watch: &impl Watch) -> Result<Vec<Attempt>> {
        let paths =
            files.iter().map(|typed| expanded(typed, &self.home)).collect::<Result<Vec<PathBuf>>>()?;
        let options = ImportOptions {
            language: None,
            changes: TrackedChanges::Accepted,
            limits: self.limits,
            force: false,
            vocabularies: bundled::vocabularies(),
        };
        let attempts = importing::all(&mut DeskPlace(self), &options, SourceList::of(&paths), watch)?;
        if let Some(inbox) = &self.inbox {
            inbox.imported(importing::imported(&attempts));
        }
        Ok(attempts)
    }
}

/// A line for all files, one for each that was refused, and one for each document.
fn report(attempts: &[Attempt]) -> Vec<Message> {
    let made: Vec<(&Attempt, &Made)> =
        attempts.iter().filter_map(|attempt| Some((attempt, attempt.result.as_ref().ok()?))).collect();
    let count = |is: fn(&KeepOutcome) -> bool| made.iter().filter(|(_, made)| is(&made.outcome)).count();
    let total = Message::new("import-total")
        .with("new", count(|outcome| matches!(outcome, KeepOutcome::New)))
        .with("replaced", count(|outcome| matches!(outcome, KeepOutcome::Replaced(_))))
        .with("same", count(|outcome| matches!(outcome, KeepOutcome::Same)))
        .with("refused", attempts.len() - made.len());
    let refused = attempts.iter().filter_map(|attempt| attempt.result.as_ref().err());
    let documents = made.iter().map(|(attempt, made)| {
        let id = match made.outcome {
            KeepOutcome::New => "import-done-new",
            KeepOutcome::Same => "import-done-same",
            KeepOutcome::Replaced(_) => "import-done-replaced",
        };
        let message = Message::new(id).with("file", file::shown(&attempt.path));
        let message = message.with("symbol", &made.document.symbol).with("language", made.document.language);
        message.with("paragraphs", made.paragraphs).with("findings", made.document.findings.len())
    });
    let documents: Vec<Message> = documents.collect();
    [total].into_iter().chain(refused.map(|error| error.message.clone())).chain(documents).collect()
}
