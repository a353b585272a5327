//! The names of unsaved changes, and why they are unsaved, in few words.

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::app::write::Write;
use crate::base::text::excerpt;
use crate::base::{Error, Value};
use crate::locale::{Locale, dates};
use crate::workspace::{Act, Action, Kind, Note};

/// Columns shown of a text.
const WORDS: usize = 40;

/// What a change is: the note with its time and first words, the status with its step.
#[must_use]
pub fn name(context: &Context, write: &Write) -> String {
    let locale = context.locale();
    match write {
        Write::Save(note) | Write::Restore(note) => note_name(locale, note),
        Write::Remove(note) => {
            locale.say_with("unsaved-removal", &[("note", (&note_name(locale, note)).into())])
        }
        Write::Append(act) => act_name(context, act),
        Write::AddToCalendar(new) => {
            locale.say_with("unsaved-calendar", &[("count", new.entries.len().into())])
        }
    }
}

/// `note of 10:44 on annex, para. 16 (a) “capacities first”`.
fn note_name(locale: &Locale, note: &Note) -> String {
    let time = format!("{} {}", dates::short(locale, note.at.date_naive()), dates::time(note.at.time()));
    let at = note.anchor.as_ref().map(|anchor| naming::label(locale, anchor)).unwrap_or_default();
    let words = excerpt(&note.text, WORDS);
    let id = match (note.kind, &note.delegation) {
        (Kind::Position, _) => "unsaved-position",
        (Kind::Amendment, _) => "unsaved-amendment",
        (Kind::Statement, _) => "unsaved-statement",
        (Kind::Note, Some(_)) => "unsaved-intervention",
        (Kind::Note, None) => "unsaved-note",
    };
    let delegation = note.delegation.as_deref().unwrap_or_default();
    let args = [("time", (&time).into()), ("at", (&at).into()), ("words", (&words).into())];
    locale.say_with(id, &args.into_iter().chain([("delegation", delegation.into())]).collect::<Vec<_>>())
}

/// `status of E.2, session 4: discussed · remark`.
fn act_name(context: &Context, act: &Act) -> String {
    let locale = context.locale();
    let label = naming::label(locale, &act.step);
    let label = act.topic.as_ref().map_or(label.clone(), |topic| format!("{label}/{topic}"));
    let what = match &act.action {
        Action::Set(mark) => {
            let status = locale.say(&format!("status-{}", mark.status.name()));
            let remark = mark.remark.as_ref().map(|remark| format!(" · {remark}"));
            format!("{status}{}", remark.unwrap_or_default())
        }
        Action::Undo { .. } => locale.say("history-undone"),
    };
    let args = [("step", (&label).into()), ("session", act.session.into()), ("what", (&what).into())];
    locale.say_with("unsaved-act", &args)
}

/// The reason of a refusal in two or three words: `disk full`.
#[must_use]
pub fn reason(locale: &Locale, error: &Error) -> String {
    let reason = match error.message.get("reason") {
        Some(Value::Text(reason)) => reason.as_str(),
        _ => error.message.id,
    };
    locale.say_with("unsaved-reason", &[("reason", reason.into())])
}

/// How much is unsaved and why: `2 not saved: disk full`; `None` if nothing was refused.
#[must_use]
pub fn summary(context: &Context) -> Option<String> {
    let unsaved = &context.workspace.unsaved;
    let why = reason(context.locale(), unsaved.why()?);
    let args = [("count", unsaved.count().into()), ("why", (&why).into())];
    Some(context.locale().say_with("unsaved-count", &args))
}
