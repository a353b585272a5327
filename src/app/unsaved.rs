//! The changes that are not on the disk: handed over and not yet written, or refused and waiting to be tried again.

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::app::write::Write;
use crate::base::{Error, Id};
use crate::workspace::{Act, Note};

/// A change that is not on the disk.
#[derive(Debug, Clone)]
pub struct Item {
    /// The change.
    pub write: Write,
    /// Why it could not be written when it was last tried; `None` if it has not been refused.
    pub refused: Option<Error>,
    /// The folder outside of the workspace in which `save-as` has written it, if it has.
    pub kept_in: Option<String>,
    /// The change as it was last handed over; the answer names it. `None` once it is answered.
    sent: Option<Write>,
    /// Whether it was not reported yet that it was refused since the delegate made it.
    is_news: bool,
    /// Whether it was taken out to be tried again, and is not handed over once more yet.
    is_retried: bool,
}

/// The changes that are not on the disk, in the order in which they were made. A later state of a text takes the place
/// of the earlier one.
#[derive(Debug, Clone, Default)]
pub struct Unsaved {
    items: Vec<Item>,
    /// How many times in a row the refused ones were tried again without success.
    tries: u32,
    /// When they were last refused or tried again.
    tried: Option<DateTime<FixedOffset>>,
    /// Whether changes are being written to another folder.
    is_saving_as: bool,
    /// Whether the delegate has asked to save and waits for an answer in words.
    pub is_asked: bool,
}

/// The longest pause between two tries, in seconds.
const LONGEST_PAUSE: i64 = 60;

impl Unsaved {
    /// Records a change that is handed over to be written.
    pub fn hand_over(&mut self, write: &Write) {
        let sent = Some(write.clone());
        let Some(item) = self.items.iter_mut().find(|item| write.replaces(&item.write)) else {
            let (write, is_news) = (write.clone(), true);
            self.items.push(Item { write, refused: None, kept_in: None, sent, is_news, is_retried: false });
            return;
        };
        item.sent = sent;
        item.is_news |= !std::mem::take(&mut item.is_retried);
        if item.write != *write {
            (item.write, item.kept_in) = (write.clone(), None);
        }
    }

    /// Records that a change is on the disk. Returns whether a change that had been refused before is written by that.
    pub fn written(&mut self, write: &Write) -> bool {
        self.tries = 0;
        let Some(at) = self.answered(write) else { return false };
        self.items.remove(at).refused.is_some()
    }

    /// Records that a change could not be written. Returns whether that must be reported: not if it was only tried
    /// again, and not if a newer state of it is on its way.
    pub fn refuse(&mut self, write: &Write, error: Error, now: DateTime<FixedOffset>) -> bool {
        self.tried = Some(now);
        let at = match self.answered(write) {
            Some(at) => at,
            None if self.items.iter().any(|item| item.write.replaces(write)) => return false,
            None => {
                self.hand_over(write);
                self.items.len() - 1
            }
        };
        let item = &mut self.items[at];
        item.sent = None;
        let is_other = item.refused.as_ref() != Some(&error);
        item.refused = Some(error);
        std::mem::take(&mut item.is_news) || is_other
    }

    /// The item whose last handing over is answered by an answer to `write`.
    fn answered(&self, write: &Write) -> Option<usize> {
        let is_answered = |item: &Item| item.sent.as_ref().is_some_and(|sent| sent.is_answered_by(write));
        self.items.iter().position(is_answered)
    }

    /// Takes over the new id of a text that a conflict has put beside another version of itself.
    pub fn follow(&mut self, from: Id, to: Id) {
        for item in self.items.iter_mut().filter(|item| item.write.note_id() == Some(from)) {
            item.write = item.write.with_note_id(to);
        }
    }

    /// The refused changes that are to be tried again now, in order.
    pub fn try_again(&mut self, now: DateTime<FixedOffset>) -> Vec<Write> {
        let refused = self.items.iter_mut().filter(|item| item.refused.is_some() && item.sent.is_none());
        let again: Vec<Write> = refused
            .map(|item| {
                item.is_retried = true;
                item.write.clone()
            })
            .collect();
        if !again.is_empty() {
            self.tries = self.tries.saturating_add(1);
            self.tried = Some(now);
        }
        again
    }

    /// How long ago the refused changes were last refused or tried again; `None` if nothing ever was.
    #[must_use]
    pub fn since_tried(&self, now: DateTime<FixedOffset>) -> Option<TimeDelta> {
        // A clock that was set back does not make the pause longer.
        self.tried.map(|tried| (now - tried).max(TimeDelta::zero()))
    }

    /// How long until the refused changes are to be tried again: one second after the first time, then twice as long
    /// each time, at most a minute. `None` if there is nothing to try again.
    #[must_use]
    pub fn pause(&self, now: DateTime<FixedOffset>) -> Option<TimeDelta> {
        self.refused().find(|item| item.sent.is_none())?;
        let pause = TimeDelta::seconds((1 << self.tries.min(6)).min(LONGEST_PAUSE));
        Some((pause - self.since_tried(now)?).max(TimeDelta::zero()))
    }

    /// Whether the refused changes are to be tried again now.
    #[must_use]
    pub fn is_due(&self, now: DateTime<FixedOffset>) -> bool {
        self.pause(now).is_some_and(|pause| pause.is_zero())
    }

    /// All changes that are not known to be on the disk.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Those that were refused, also while they are tried again.
    pub fn refused(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.refused.is_some())
    }

    /// How many were refused.
    #[must_use]
    pub fn count(&self) -> usize {
        self.refused().count()
    }

    /// Why the first of them was refused.
    #[must_use]
    pub fn why(&self) -> Option<&Error> {
        self.refused().find_map(|item| item.refused.as_ref())
    }

    /// Whether an answer is still to come.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.is_saving_as || self.items.iter().any(|item| item.sent.is_some())
    }

    /// Records that changes are handed over to be written to another folder.
    pub fn save_as(&mut self) {
        self.is_saving_as = true;
    }

    /// Records that these changes are in another folder now. They are still tried in the workspace.
    pub fn saved_as(&mut self, folder: &str, written: &[Write]) {
        self.is_saving_as = false;
        for item in self.items.iter_mut().filter(|item| written.contains(&item.write)) {
            item.kept_in = Some(folder.to_owned());
        }
    }

    /// Those that are in no folder at all.
    pub fn nowhere(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.kept_in.is_none())
    }

    /// Why a text could not be saved; `None` if it was not refused.
    #[must_use]
    pub fn of_note(&self, note: &Note) -> Option<&Error> {
        let item = self.refused().find(|item| item.write.note_id() == Some(note.id))?;
        item.refused.as_ref()
    }

    /// Whether an act for which this is true could not be written.
    #[must_use]
    pub fn has_act(&self, is_meant: impl Fn(&Act) -> bool) -> bool {
        self.refused().any(|item| matches!(&item.write, Write::Append(act) if is_meant(act)))
    }
}
