//! Taking back and doing again, across notes and tracker.

use crate::app::App;
use crate::app::message::{Effect, Notice};
use crate::app::screen::{catalogue, desk};
use crate::base::Now;
use crate::locale::dates;
use crate::workspace::{Act, Change, Deed};

/// Takes back what was done last.
pub fn take_back(app: &mut App, now: &Now) -> Vec<Effect> {
    if !desk::may_write(app) {
        return Vec::new();
    }
    let change = app.undo.undo(&mut app.notebook, &mut app.tracker, &app.author, now);
    told(app, change, "notice-nothing-to-undo", "notice-undone")
}

/// Does again what was taken back last.
pub fn again(app: &mut App, now: &Now) -> Vec<Effect> {
    if !desk::may_write(app) {
        return Vec::new();
    }
    let change = app.undo.redo(&mut app.notebook, &mut app.tracker, &app.author, now);
    told(app, change, "notice-nothing-to-redo", "notice-redone")
}

fn told(app: &mut App, change: Option<Change>, nothing: &'static str, done: &'static str) -> Vec<Effect> {
    let Some(change) = change else {
        app.notice = Some(Notice::new(nothing));
        return Vec::new();
    };
    app.notice = Some(Notice::new(done).with("what", what(app, &change)));
    match change {
        Change::Save(note) => vec![Effect::SaveNote(Box::new(note))],
        Change::Trash(note) => vec![Effect::RemoveNote(Box::new(note))],
        Change::Restore(note) => vec![Effect::RestoreNote(Box::new(note))],
        Change::Append(acts) => acts.into_iter().map(|act| Effect::Append(Box::new(act))).collect(),
    }
}

/// What was taken back or done again, for it may stand out of sight: the step with its status, or the note.
fn what(app: &App, change: &Change) -> String {
    let (id, note) = match change {
        Change::Append(acts) => return what_statuses(app, acts),
        Change::Trash(note) => ("what-note-gone", note),
        Change::Save(note) | Change::Restore(note) => ("what-note-back", note),
    };
    let time = dates::time(note.at.time());
    let at = note.anchor.as_ref().map(|anchor| catalogue::label(app, anchor)).unwrap_or_default();
    app.locale.say_with(id, &[("time", (&time).into()), ("at", (&at).into())])
}

/// The one step with the status it now has, or how many there were.
fn what_statuses(app: &App, acts: &[Act]) -> String {
    match acts {
        [act] => what_status(app, act),
        acts => app.locale.say_with("what-statuses", &[("count", acts.len().into())]),
    }
}

/// The step with the status it now has, or the remark on it, when it was a remark.
fn what_status(app: &App, act: &Act) -> String {
    let taken_back = match act.deed {
        Deed::Undo { act } => app.tracker.get(act),
        Deed::Set(_) => None,
    };
    let remark = taken_back.is_some_and(|act| matches!(&act.deed, Deed::Set(mark) if mark.remark.is_some()));
    let status = app.tracker.status(&act.step, act.topic.as_deref(), act.session);
    let status = app.locale.say(&format!("status-{}", status.name()));
    let step = catalogue::label(app, &act.step);
    let args = [("step", (&step).into()), ("session", act.session.into()), ("status", (&status).into())];
    if remark {
        app.locale.say_with("what-remark", &args[..2])
    } else {
        app.locale.say_with("what-status", &args)
    }
}
