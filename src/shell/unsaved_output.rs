//! What is unsaved when the program ends: printed to the terminal, so that nothing typed is lost.

use std::io::{self, IsTerminal, Write as _};
use std::path::Path;

use crate::app::App;
use crate::app::screen::unsaved;
use crate::app::write::Write;
use crate::base::text::visible;
use crate::base::{Error, Result};
use crate::export::calendar_text;
use crate::store::{contents, file};
use crate::workspace::{Note, note};

/// Prints what is unsaved, if anything is, with a heading for each change: what it is, where it belongs, and why it is not
/// saved; then the whole text. Control characters are made visible. To be called after the terminal is handed back.
///
/// # Errors
/// `unsaved-left` (`count`, `folder`) if something is in no folder at all.
pub fn report(app: &App, root: &Path) -> Result<()> {
    let locale = &app.appearance.locale;
    let items = app.workspace.unsaved.items();
    let nowhere = app.workspace.unsaved.nowhere().count();
    let mut lines = Vec::new();
    for item in items {
        if let Some(folder) = &item.kept_in {
            let name = unsaved::name(&app.context(), &item.write);
            let args = [("what", (&name).into()), ("folder", folder.into())];
            lines.push(locale.say_with("left-elsewhere", &args));
        }
    }
    for (number, item) in (1..).zip(app.workspace.unsaved.nowhere()) {
        let place = root.join(place(&item.write));
        let name = unsaved::name(&app.context(), &item.write);
        let why = item.refused.as_ref().map(|error| locale.explain(error));
        let why = why.unwrap_or_else(|| locale.say("unsaved-waiting"));
        let place = file::shown(&place);
        let args = [("number", number.into()), ("what", (&name).into()), ("place", (&place).into())];
        lines.push(format!("{}\n{why}\n", locale.say_with("left-heading", &args)));
        lines.push(text(app, &item.write));
    }
    if !lines.is_empty() {
        print(&visible(&lines.join("\n")));
    }
    if nowhere == 0 {
        return Ok(());
    }
    Err(Error::broken("unsaved-left").with("count", nowhere).with("folder", file::shown(root)))
}

/// The file of the workspace a change belongs in; of an act the folder.
fn place(write: &Write) -> String {
    let of_note = |note: &Note| format!("{}/{}", note.kind.folder(), note::file_name(note));
    match write {
        Write::Save(note) | Write::Remove(note) | Write::Restore(note) => of_note(note),
        Write::Append(_) => contents::TRACKER.to_owned(),
        Write::AddToCalendar(_) => "calendar.toml".to_owned(),
    }
}

/// The whole text of a change.
fn text(app: &App, write: &Write) -> String {
    match write {
        Write::Save(note) | Write::Restore(note) => format!("{}\n", note.text),
        // Its file is still there.
        Write::Remove(_) => String::new(),
        Write::Append(_) => format!("{}\n", unsaved::name(&app.context(), write)),
        Write::AddToCalendar(new) => {
            let locale = &app.appearance.locale;
            let meetings = new.entries.meetings.iter();
            let meetings = meetings.map(|meeting| calendar_text::dated_meeting(locale, meeting));
            let deadlines = new.entries.deadlines.iter();
            let deadlines = deadlines.map(|deadline| calendar_text::dated_deadline(locale, deadline));
            meetings.chain(deadlines).map(|line| format!("{line}\n")).collect()
        }
    }
}

/// Prints to the terminal: the standard output if it is still one, else the standard error.
fn print(text: &str) {
    let written = if io::stdout().is_terminal() {
        writeln!(io::stdout(), "{text}").and_then(|()| io::stdout().flush())
    } else {
        Err(io::ErrorKind::NotConnected.into())
    };
    if written.is_err() {
        // If this fails too, the terminal is gone.
        let _ = writeln!(io::stderr(), "{text}");
    }
}
