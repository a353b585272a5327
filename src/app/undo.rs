//! Undo and redo, across notes and tracker.

use std::sync::Arc;

use crate::app::App;
use crate::app::context::Context;
use crate::app::desk::Direction;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::screen::naming;
use crate::app::write::Write;
use crate::base::text::truncate_words;
use crate::locale::dates;
use crate::workspace::{Act, Action, FileChange, Intervention, Note, Notebooks};

/// Undoes the last change, or redoes the one undone last.
pub fn travel(app: &mut App, direction: Direction) -> Vec<Effect> {
    if let Some(error) = &app.workspace.read_only {
        app.notice = Some(Notice::from(error.clone()));
        return Vec::new();
    }
    let workspace = &mut app.workspace;
    let mut notebooks = Notebooks {
        notebook: &mut workspace.notebook,
        positions: &mut workspace.positions,
        amendments: &mut workspace.amendments,
        statements: &mut workspace.statements,
    };
    let (tracker, author) = (&mut workspace.tracker, &workspace.author);
    let (change, done, nothing) = match direction {
        Direction::Back => {
            let change = workspace.undo.undo(&mut notebooks, tracker, author, &app.now);
            (change, "notice-undone", "notice-nothing-to-undo")
        }
        Direction::Forward => {
            let change = workspace.undo.redo(&mut notebooks, tracker, author, &app.now);
            (change, "notice-redone", "notice-nothing-to-redo")
        }
    };
    let Some(change) = change else {
        app.notice = Some(Notice::new(nothing));
        return Vec::new();
    };
    app.notice = Some(Notice::new(done).with("what", describe(&app.context(), &change)));
    effects(change)
}

fn effects(change: FileChange) -> Vec<Effect> {
    match change {
        FileChange::Save(note) => vec![Effect::Write(Write::Save(Arc::new(note)))],
        FileChange::Trash(note) => vec![Effect::Write(Write::Remove(Arc::new(note)))],
        FileChange::Restore(note) => vec![Effect::Write(Write::Restore(Arc::new(note)))],
        FileChange::SaveAll(notes) => {
            notes.into_iter().map(|note| Effect::Write(Write::Save(Arc::new(note)))).collect()
        }
        FileChange::Append(acts) => {
            acts.into_iter().map(|act| Effect::Write(Write::Append(Box::new(act)))).collect()
        }
    }
}

/// Describes what was undone or redone, which may not be visible: the step with its status, or the note.
fn describe(context: &Context, change: &FileChange) -> String {
    let (id, note) = match change {
        FileChange::Append(acts) => return describe_acts(context, acts),
        FileChange::SaveAll(notes) => {
            return context.locale().say_with("what-texts", &[("count", notes.len().into())]);
        }
        FileChange::Trash(note) => ("what-note-gone", note),
        FileChange::Save(note) | FileChange::Restore(note) => ("what-note-back", note),
    };
    let time = dates::time(note.at.time());
    let locale = context.locale();
    let at = note.anchor.as_ref().map(|anchor| naming::label(locale, anchor)).unwrap_or_default();
    let whose = whose(context, note);
    locale.say_with(id, &[("time", (&time).into()), ("at", (&at).into()), ("whose", (&whose).into())])
}

/// Who spoke, and the first words of the text: several notes of one minute on one passage differ by these.
fn whose(context: &Context, note: &Note) -> String {
    let (all, language) = (&context.workspace.delegations, context.locale().language());
    let said = Intervention::of(note, all).map(|said| format!("{} ", said.label(language)));
    let words = note.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    format!("{}{}", said.unwrap_or_default(), truncate_words(words.trim(), WORDS))
}

/// Columns of the words by which a message names a text.
const WORDS: usize = 36;

/// For one act, its step with the status it has now; for several acts, their number.
fn describe_acts(context: &Context, acts: &[Act]) -> String {
    match acts {
        [act] => describe_act(context, act),
        acts => context.locale().say_with("what-statuses", &[("count", acts.len().into())]),
    }
}

/// The row with the status it has now; or the remark or the evidence if nothing else changed.
fn describe_act(context: &Context, act: &Act) -> String {
    let (tracker, locale) = (&context.workspace.tracker, context.locale());
    let undone = match act.action {
        Action::Undo { act } => tracker.get(act),
        Action::Set(_) => None,
    };
    let now = tracker.state(&act.step, act.topic.as_deref(), act.session);
    let now = now.map(|state| state.mark.clone()).unwrap_or_default();
    let id = match undone.map(|act| &act.action) {
        Some(Action::Set(mark)) if mark.evidence != now.evidence => "what-evidence",
        Some(Action::Set(mark)) if mark.status == now.status && mark.remark != now.remark => "what-remark",
        _ => "what-status",
    };
    let status = locale.say(&format!("status-{}", now.status.name()));
    let label = naming::label(locale, &act.step);
    let label = act.topic.as_ref().map_or(label.clone(), |topic| format!("{label}/{topic}"));
    let args = [("step", (&label).into()), ("session", act.session.into()), ("status", (&status).into())];
    locale.say_with(id, if id == "what-status" { &args } else { &args[..2] })
}
