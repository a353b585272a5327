//! Texts written to a workspace: each is saved, removed or brought back, and its draft follows.

use std::borrow::Cow;
use std::sync::Arc;

use crate::base::{Now, Result};
use crate::store::drafts::{Drafts, DraftsLink, Readiness};
use crate::store::rendered::Rendered;
use crate::store::texts::{BeforeWriting, Planned, Texts};
use crate::store::workspace::WorkspaceFolder;
use crate::workspace::{Note, Saved};

impl WorkspaceFolder {
    /// Saves a text and takes its draft out of the journal.
    ///
    /// # Errors
    /// That of [`WorkspaceFolder::read_only`]; `folder-not-made` and `file-not-written` (`file`, `reason`,
    /// `what`).
    pub fn save(&mut self, note: &Note, now: &Now) -> Result<Saved> {
        self.writable()?;
        self.write(note, |texts, text, before| texts.save(text, now, before))
    }

    /// Saves a text as it is typed. Where the drafts are kept here, the text is put into the journal first; in another thread
    /// that is done already. Should the program die while the disk is slow, the text is there.
    ///
    /// # Errors
    /// As [`WorkspaceFolder::save`].
    pub fn save_typed(&mut self, note: &Note, now: &Now) -> Result<Saved> {
        if self.drafts.is_here() {
            // What cannot be journalled cannot be saved either, and saving reports why.
            let _ = self.journal(note);
        }
        self.save(note, now)
    }

    /// Puts a text as typed so far into the journal, without waiting for the disk.
    ///
    /// # Errors
    /// As [`WorkspaceFolder::save`].
    pub fn journal(&mut self, note: &Note) -> Result<()> {
        self.writable()?;
        self.turn += 1;
        let (turn, note) = (self.turn, Arc::new(note.clone()));
        let typed = move |drafts: &mut Drafts| {
            drafts.typed(turn, note);
            drafts.write_waiting()
        };
        self.drafts.ask(typed).unwrap_or(Ok(()))
    }

    /// Moves a text to the trash of its folder: `notes/.trash/`. What another program has written to its file stays there.
    ///
    /// # Errors
    /// As [`WorkspaceFolder::save`], and `file-not-moved` (`file`, `reason`, `what`).
    pub fn trash(&mut self, note: &Note, now: &Now) -> Result<Saved> {
        self.writable()?;
        self.write(note, |texts, text, before| texts.trash(text, now, before))
    }

    /// Brings a text back from the trash, or writes it again.
    ///
    /// # Errors
    /// As [`WorkspaceFolder::save`].
    pub fn restore(&mut self, note: &Note, now: &Now) -> Result<Saved> {
        self.writable()?;
        self.write(note, |texts, text, before| {
            texts.take_from_trash(text.note.id);
            texts.save(text, now, before)
        })
    }

    /// Writes a text with one of the functions of [`Texts`], and reports to the drafts what is about to be written and what became
    /// of it.
    fn write(
        &mut self,
        note: &Note,
        write: impl FnOnce(&mut Texts, &Rendered<'_>, BeforeWriting<'_>) -> Result<Saved>,
    ) -> Result<Saved> {
        let Self { texts, drafts, turn, shown, .. } = self;
        let (texts, turn) = (&mut texts[note.kind as usize], *turn);
        // Under the id under which it is stored.
        let text = Rendered::of(match texts.current_id(note.id) {
            current if current == note.id => Cow::Borrowed(note),
            current => Cow::Owned(Note { id: current, ..note.clone() }),
        });
        let id = text.note.id;
        shown.touched.extend([note.id, id]);
        let saved = write(texts, &text, &mut |planned| prepare(drafts, turn, planned, &text.note));
        match &saved {
            Ok(Saved::Written) => {
                let bases = texts.bases(id);
                drafts.send(move |drafts| drafts.settled(turn, id, bases));
            }
            Ok(Saved::Beside { ours, .. }) => {
                shown.touched.insert(ours.id);
                let (id, bases) = (ours.id, texts.bases(ours.id));
                drafts.send(move |drafts| drafts.settled(turn, id, bases));
            }
            Err(_) => {
                let bases = texts.bases(id);
                drafts.send(move |drafts| drafts.refused(id, bases));
            }
        }
        saved
    }
}

/// Waits until the journal holds nothing that what is about to be written would make a conflict of.
fn prepare(drafts: &DraftsLink, turn: u64, planned: Planned, note: &Note) -> Result<()> {
    // Without the thread of the drafts it is all the more important to write.
    match drafts.ask(move |drafts| drafts.prepare(turn, planned)).transpose()? {
        Some(Readiness::Behind) => {
            let note = Arc::new(Note { id: planned.to, ..note.clone() });
            drafts.ask(move |drafts| drafts.replace(turn, note)).unwrap_or(Ok(()))
        }
        Some(Readiness::Ready) | None => Ok(()),
    }
}
