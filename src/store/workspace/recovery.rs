//! Recovering the texts that a program which died has left in the journal. Nothing that cannot be recovered is removed.

use std::cmp::Reverse;

use crate::base::{Error, Id, Now, Result};
use crate::store::contents::Loaded;
use crate::store::drafts::{Drafts, DraftsLink};
use crate::store::lock::{self, Lock};
use crate::store::workspace::{LOCKED, WorkspaceFolder, journal};
use crate::workspace::{Broken, Contents, Note, Recovery, TEXT_LIMIT, note};

/// What is left in the journal, compared with what the files of the workspace hold.
pub(super) struct Left {
    /// The texts that are not saved yet.
    pub recovered: Vec<Note>,
    /// Files that cannot be read. They stay where they are.
    pub broken: Vec<Broken>,
}

impl WorkspaceFolder {
    /// Finds what a program that died has left, also where nothing can be written now. A program that only reads changes
    /// nothing; while another program writes, the journal is that of a living program, so nothing is left.
    pub(super) fn left(&mut self, contents: &Contents) -> Left {
        let left = self.drafts.ask(|drafts| drafts.leftovers()).unwrap_or_default();
        let mut recovered: Vec<Note> = Vec::new();
        let none = left.notes.is_empty() || (self.lock.is_none() && self.is_written_by_another());
        for leftover in left.notes.into_iter().filter(|_| !none) {
            let (id, kind, bases) = (leftover.note.id, leftover.note.kind, leftover.bases);
            // Saved under its own id or, after a conflict, under a new one beside the other version; or in the journal twice,
            // because it was being given that id.
            let same = |there: &Note| {
                there.text == leftover.note.text && Note { id, ..there.clone() } == leftover.note
            };
            let is_needless = contents.of(kind).notes().chain(&recovered).any(same);
            let note = leftover.note.clone();
            if self.lock.is_some() {
                self.drafts.ask(move |drafts| {
                    drafts.adopt(&leftover);
                    if is_needless {
                        // Only the clearing was interrupted. If that fails again, no harm is done.
                        drafts.drop_leftover(id);
                    }
                });
            }
            if !is_needless {
                self.texts[kind as usize].set_bases(id, bases);
                recovered.push(note);
            }
        }
        Left { recovered, broken: left.broken }
    }

    fn is_written_by_another(&self) -> bool {
        self.read_only.as_ref().is_some_and(|why| why.message.id == LOCKED) || lock::is_held(&self.root)
    }

    /// Saves the texts that were being typed when a program died, and puts them into their notebooks, even those that cannot
    /// be saved. These stay in the journal too and do not prevent the others from being saved.
    pub fn recover(&mut self, recovered: Vec<Note>, contents: &mut Contents, now: &Now) -> Recovery {
        let recovery = self.recover_all(recovered, contents, now);
        // What the interface will be given holds both versions.
        recovery.beside.iter().for_each(|(before, _)| self.accept_conflict(*before));
        recovery
    }

    fn recover_all(&mut self, recovered: Vec<Note>, contents: &mut Contents, now: &Now) -> Recovery {
        let (mut recovery, mut count) = (Recovery::default(), 0);
        for note in recovered {
            let (id, file) = (note.id, format!(".journal/{}.md", note.id));
            let parts = note::split(note, TEXT_LIMIT);
            let many = parts.len();
            match self.recover_parts(parts, contents, now, &mut recovery) {
                Ok(()) if many > 1 => {
                    let limit_kb = TEXT_LIMIT / 1024;
                    let report = Error::broken("note-split").with("count", many).with("limit_kb", limit_kb);
                    recovery.reports.push(report);
                }
                Ok(()) => count += 1,
                Err(why) => {
                    if many > 1 {
                        // The file holds all parts: it is set aside, not replaced, when the first part is tried again.
                        self.drafts.ask(move |drafts| drafts.disown(id));
                    }
                    let report = Error::broken("note-not-recovered").with("file", file).with("why", why);
                    recovery.reports.push(report);
                }
            }
        }
        if count > 0 {
            recovery.reports.push(Error::broken("note-recovered").with("count", count));
        }
        // What needs the attention of the user comes first.
        recovery.reports.sort_by_key(|report| Reverse(report.message.id == "note-not-recovered"));
        recovery
    }

    /// Saves the parts of one text. The first has the id of the journal's file, which is removed with it: so it comes last.
    fn recover_parts(
        &mut self,
        parts: Vec<Note>,
        contents: &mut Contents,
        now: &Now,
        recovery: &mut Recovery,
    ) -> Result<()> {
        let mut failed = None;
        for (nth, part) in parts.into_iter().enumerate().rev() {
            let (id, kind) = (part.id, part.kind);
            let saved = match &failed {
                None => self.save(&part, &now.nth(nth)),
                Some(why) => Err(Error::clone(why)),
            };
            let mut notebooks = contents.notebooks();
            let notebook = notebooks.of(kind);
            // Even what is not saved is shown.
            notebook.add(part.clone());
            match saved {
                Ok(saved) => {
                    let ours = notebook.settle(id, &saved);
                    recovery.beside.extend((ours != id).then_some((id, ours)));
                }
                Err(why) => {
                    recovery.unsaved.push((part, why.clone()));
                    failed = Some(why);
                }
            }
        }
        failed.map_or(Ok(()), Err)
    }

    /// Recovers what the program has left whose place this one has taken ([`WorkspaceFolder::try_again`]). To be called
    /// before anything is typed. Where a text was saved beside the version of another program, its old id means ours until
    /// the interface knows both ([`WorkspaceFolder::accept_conflict`]).
    pub fn recover_left(&mut self, now: &Now) -> Recovery {
        // With drafts of its own, which then go to those of the interface: they may not be written yet.
        let own = Drafts::new(journal(&self.root), self.lock.as_ref().map(Lock::lock_file));
        let of_interface = std::mem::replace(&mut self.drafts, DraftsLink::here(own));
        let Loaded { mut contents, files, .. } = self.reload();
        // The interface still shows what was read before.
        let shown: Vec<Id> = files.iter().map(|file| file.id).collect();
        self.accept(&files, &shown);
        let Left { recovered, broken } = self.left(&contents);
        let ids: Vec<Id> = recovered.iter().map(|note| note.id).collect();
        let mut recovery = self.recover_all(recovered, &mut contents, now);
        // What is typed before the interface shows them is based on what was there before.
        self.texts.iter_mut().for_each(|texts| ids.iter().for_each(|id| texts.hide(*id)));
        recovery.reports.extend(broken.into_iter().map(|broken| broken.error));
        if let DraftsLink::Here(own) = std::mem::replace(&mut self.drafts, of_interface) {
            self.drafts.ask(move |drafts| drafts.open(&own));
        }
        recovery
    }
}
