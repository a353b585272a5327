//! Taking back and doing again, across notes and tracker.

use std::sync::Arc;

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
        Change::Save(note) => vec![Effect::SaveNote(Arc::new(note))],
        Change::Trash(note) => vec![Effect::RemoveNote(Arc::new(note))],
        Change::Restore(note) => vec![Effect::RestoreNote(Arc::new(note))],
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

/// The row with the status it now has, or the remark or the evidence when nothing else changed.
fn what_status(app: &App, act: &Act) -> String {
    let taken_back = match act.deed {
        Deed::Undo { act } => app.tracker.get(act),
        Deed::Set(_) => None,
    };
    let before = app.tracker.state(&act.step, act.topic.as_deref(), act.session);
    let before = before.map(|state| state.mark.clone()).unwrap_or_default();
    let id = match taken_back.map(|act| &act.deed) {
        Some(Deed::Set(mark)) if mark.evidence != before.evidence => "what-evidence",
        Some(Deed::Set(mark)) if mark.status == before.status && mark.remark != before.remark => {
            "what-remark"
        }
        _ => "what-status",
    };
    let status = app.locale.say(&format!("status-{}", before.status.name()));
    let label = catalogue::label(app, &act.step);
    let label = act.topic.as_ref().map_or(label.clone(), |topic| format!("{label}/{topic}"));
    let args = [("step", (&label).into()), ("session", act.session.into()), ("status", (&status).into())];
    app.locale.say_with(id, if id == "what-status" { &args } else { &args[..2] })
}
