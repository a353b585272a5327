//! Importing at the desk: files are read by a worker while the desk is used, and what was done is a list at the end.

use crate::app::App;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::overlay::Picker;
use crate::app::requests::Request;
use crate::app::screen::picker::table;
use crate::base::Message;

impl App {
    /// Starts to import files, unless an import is running or the workspace is read-only.
    pub fn import(&mut self, files: Vec<String>) -> Vec<Effect> {
        if let Some(why) = self.workspace.read_only.clone() {
            self.notice = Some(Notice::from(why));
            return Vec::new();
        }
        if self.importing().is_some() {
            self.notice = Some(Notice::new("notice-import-runs").alarming());
            return Vec::new();
        }
        self.notice = Some(Notice::new("notice-import-begins"));
        self.requests.ask(Request::Import(files))
    }

    /// The import that is running, as it was asked for.
    fn importing(&self) -> Option<&Request> {
        let mut open = self.requests.open().iter().map(|open| &open.request);
        open.find(|request| matches!(request, Request::Import(_)))
    }

    /// Stops the import that is running; what it has stored stays. Returns `None` if none is running.
    pub fn stop_import(&mut self) -> Option<Vec<Effect>> {
        let running = self.importing()?.clone();
        let mut effects: Vec<Effect> = self.requests.cancel(&running).into_iter().collect();
        self.notice = Some(Notice::new("notice-import-stopped"));
        effects.extend(self.reload());
        Some(effects)
    }

    /// Shows how far the import is that is running.
    pub fn show_import(&mut self) {
        let mut open = self.requests.open().iter();
        let running = open.find(|open| matches!(open.request, Request::Import(_)));
        if let Some(progress) = running.and_then(|open| open.progress) {
            let id = if progress.done == 0 { "notice-import-counted" } else { "notice-importing" };
            let notice = Notice::new(id).with("done", progress.done);
            self.notice = Some(notice.with("total", progress.total).brief());
        }
    }

    /// Shows what an import has done, and reads the library again.
    pub fn imported(&mut self, report: Vec<Message>) -> Vec<Effect> {
        self.notice = None;
        self.input.report = report;
        table::open(self, Picker::Imported);
        let mut effects = self.reload();
        if self.inbox.folder.is_some() {
            effects.extend(self.requests.ask(Request::Inbox(Vec::new())));
        }
        effects
    }
}
