//! What is saved in the inbox, the folder for documents: it is offered, and imported when the delegate says so.

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::app::App;
use crate::app::effect::Effect;
use crate::app::layer::Layer;
use crate::app::notice::Notice;
use crate::app::overlay::Picker;
use crate::app::requests::Request;
use crate::app::screen::picker::table;
use crate::base::{Error, Result};
use crate::import::inbox::InboxFile;

/// The inbox as it was last seen.
#[derive(Debug, Clone, Default)]
pub struct InboxState {
    /// The folder; `None` if the settings name none.
    pub folder: Option<String>,
    /// The files that are offered.
    pub files: Vec<InboxFile>,
    /// What was wrong with the folder at the last look.
    pub fault: Option<Error>,
    /// Those of which a notice has spoken.
    announced: Vec<InboxFile>,
    /// When it was last looked into.
    looked: Option<DateTime<FixedOffset>>,
}

/// The least time between two looks that nobody has asked for.
const PAUSE: TimeDelta = TimeDelta::seconds(20);

impl InboxState {
    /// The path of a file, as it is typed.
    #[must_use]
    pub fn path(&self, file: &InboxFile) -> String {
        let folder = self.folder.as_deref().unwrap_or_default();
        format!("{}/{}", folder.trim_end_matches('/'), file.name)
    }
}

impl App {
    /// Looks into the inbox, unless that was done a moment ago.
    pub fn look_into_inbox(&mut self) -> Vec<Effect> {
        let now = self.now.instant;
        let is_due = self.inbox.looked.is_none_or(|looked| now - looked >= PAUSE);
        if self.inbox.folder.is_none() || !is_due {
            return Vec::new();
        }
        self.inbox.looked = Some(now);
        self.requests.ask(Request::Inbox(Vec::new()))
    }

    /// Opens the list of what is offered; says why there is none.
    pub fn open_inbox(&mut self) -> Vec<Effect> {
        let notice = match (&self.inbox.folder, &self.inbox.fault) {
            (None, _) => Notice::new("notice-inbox-off").alarming(),
            (Some(_), Some(fault)) => Notice::from(fault.clone()),
            (Some(folder), None) if self.inbox.files.is_empty() => {
                Notice::new("notice-inbox-empty").with("folder", folder)
            }
            _ => {
                table::open(self, Picker::Inbox);
                return Vec::new();
            }
        };
        self.notice = Some(notice);
        self.inbox.looked = None;
        self.look_into_inbox()
    }

    /// Does not offer these files again, as long as they are as they are now.
    pub fn dismiss(&mut self, files: Vec<InboxFile>) -> Vec<Effect> {
        self.inbox.files.retain(|file| !files.contains(file));
        self.notice = Some(Notice::new("notice-dismissed").with("count", files.len()));
        self.renew_inbox();
        self.requests.ask(Request::Inbox(files))
    }

    /// Takes over what a look has found. Files that are new, and a fault that is, are said once.
    pub fn take_inbox(&mut self, found: Result<Vec<InboxFile>>) {
        match found {
            Ok(files) => {
                self.inbox.fault = None;
                self.inbox.files = files;
                self.announce();
                self.renew_inbox();
            }
            Err(fault) => {
                self.inbox.files.clear();
                if self.inbox.fault.as_ref() != Some(&fault) {
                    self.notice = Some(Notice::from(fault.clone()));
                }
                self.inbox.fault = Some(fault);
            }
        }
    }

    /// Shows the files in the list of the inbox, if it is open.
    fn renew_inbox(&mut self) {
        let is_inbox = |layer: &Layer| matches!(layer, Layer::Picker(list) if list.picker == Picker::Inbox);
        if self.layers.last().is_some_and(is_inbox) {
            table::renew(self);
        }
    }

    /// Says how many files are new, unless another notice is shown: then that is said after the next look.
    fn announce(&mut self) {
        let new = self.inbox.files.iter().filter(|file| !self.inbox.announced.contains(file)).count();
        if new == 0 || self.notice.is_some() {
            return;
        }
        let key = self.input.key("global", "inbox").unwrap_or_default();
        let key = self.appearance.locale.keys(&key);
        self.notice = Some(Notice::new("notice-inbox").with("count", new).with("key", key).brief());
        self.inbox.announced = self.inbox.files.clone();
    }
}
