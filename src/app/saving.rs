//! Saving: what becomes of the answers of the disk, the commands `save` and `save-as`, trying again, handover and takeover.

use chrono::TimeDelta;

use crate::app::App;
use crate::app::effect::{Effect, Exchange, SaveAs};
use crate::app::event::{Exchanged, SavedAs};
use crate::app::notice::Notice;
use crate::app::overlay::Picker;
use crate::app::screen::picker::table;
use crate::app::write::Write;
use crate::base::Error;

impl App {
    /// Tries to save everything, and reports to the delegate whether that succeeded, once it is known.
    pub fn save(&mut self) -> Vec<Effect> {
        let effects = self.workspace.try_again(self.now.instant);
        self.workspace.unsaved.is_asked = true;
        if effects.is_empty() {
            self.answer();
        }
        effects
    }

    /// Writes what is unsaved to another folder; everything the delegate has written if nothing is unsaved.
    pub fn save_as(&mut self, folder: String, leaves: bool) -> Vec<Effect> {
        let unsaved = &self.workspace.unsaved;
        let is_everything = unsaved.items().is_empty();
        if is_everything && self.workspace.notebook.is_unread() {
            self.notice = Some(Notice::new("notice-notes-unread"));
            return Vec::new();
        }
        let writes = match is_everything {
            true => self.workspace.everything(),
            false => unsaved.items().iter().map(|item| item.write.clone()).collect(),
        };
        self.workspace.unsaved.save_as();
        self.is_leaving = leaves;
        vec![Effect::SaveAs(Box::new(SaveAs { folder, writes, is_everything }))]
    }

    /// Handles that changes were written to another folder, or why not.
    pub fn saved_as(&mut self, saved: &SavedAs) {
        let SavedAs { folder, written, is_everything, refused } = saved;
        self.workspace.unsaved.saved_as(folder, written);
        let acts = written.iter().filter(|write| matches!(write, Write::Append(_))).count();
        let id = if *is_everything { "notice-copied-to" } else { "notice-saved-as" };
        let notice = match refused {
            Some(error) => {
                let notice = Notice::new("notice-not-saved-as").with("error", error.clone());
                notice.with("folder", folder).with("saved", written.len()).alarming()
            }
            None => {
                Notice::new(id).with("folder", folder).with("count", written.len() - acts).with("acts", acts)
            }
        };
        self.notice = Some(notice);
    }

    /// Shows what a handover or a takeover has done, or why nothing; after a takeover the workspace is read again.
    pub fn exchanged(&mut self, exchanged: Exchanged) -> Vec<Effect> {
        match exchanged.report {
            Err(error) => self.notice = Some(Notice::from(error)),
            Ok(lines) => {
                self.notice = None;
                self.input.report = lines;
                table::open(self, Picker::Report(exchanged.exchange));
                if exchanged.exchange == Exchange::Takeover {
                    return self.reload();
                }
            }
        }
        Vec::new()
    }

    /// Handles that a change is on the disk: what was refused before is tried again, as the disk works.
    pub fn written(&mut self, write: &Write) -> Vec<Effect> {
        let before = self.workspace.unsaved.since_tried(self.now.instant);
        let was_refused = self.workspace.unsaved.written(write);
        if was_refused && self.workspace.unsaved.count() == 0 {
            self.notice = Some(Notice::new("notice-all-saved"));
        }
        self.answer();
        // Another change may be refused for a reason of its own; it is not tried at every letter.
        let may_try = before.is_none_or(|passed| passed >= TimeDelta::seconds(1));
        if may_try { self.workspace.try_again(self.now.instant) } else { Vec::new() }
    }

    /// Handles that a change could not be written. It stays on screen and is tried again.
    pub fn refused(&mut self, write: &Write, error: Error) -> Vec<Effect> {
        let is_gone = error.message.id == "workspace-gone";
        let is_news = self.workspace.unsaved.refuse(write, error.clone(), self.now.instant);
        if is_news {
            let key = |verb| self.input.key("global", verb).unwrap_or_default();
            let notice = if is_gone {
                Notice::new("notice-unsaved-gone").with("key", key("save-as"))
            } else {
                Notice::new("notice-unsaved").with("key", key("save"))
            };
            self.notice = Some(notice.with("error", error).alarming());
        }
        self.answer();
        Vec::new()
    }

    /// After `save`, once every answer is there: says that everything is saved, or how much is not and why.
    fn answer(&mut self) {
        let unsaved = &mut self.workspace.unsaved;
        if !unsaved.is_asked || unsaved.is_waiting() {
            return;
        }
        unsaved.is_asked = false;
        let count = unsaved.count();
        let why = unsaved.why().or(self.workspace.read_only.as_ref()).cloned();
        self.notice = Some(match why {
            Some(error) if count > 0 => {
                let key = self.input.key("global", "save-as").unwrap_or_default();
                let notice = Notice::new("notice-not-saved").with("count", count).with("key", key);
                notice.with("error", error).alarming()
            }
            Some(read_only) => Notice::from(read_only),
            None => Notice::new("notice-all-saved"),
        });
    }
}
