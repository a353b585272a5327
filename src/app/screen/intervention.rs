//! An intervention typed at the desk: the line, what is understood of it, and the notes it becomes.

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::notes;
use crate::app::workspace::Change;
use crate::calendar::room_time;
use crate::language::InterventionWords;
use crate::model::Reference;
use crate::workspace::intervention::{self, InterventionLine, LineReader};
use crate::workspace::{Kind, Note};

/// What is understood of a line.
#[must_use]
pub fn read(context: &Context, line: &str) -> InterventionLine {
    let passages = |typed: &str| passages(context, typed);
    let reader = LineReader {
        delegations: &context.workspace.delegations,
        words: InterventionWords::bundled(),
        passages: &passages,
    };
    reader.read(line)
}

/// The passages of the library that a typed reference may mean, the nearest to the current passage first.
fn passages(context: &Context, typed: &str) -> Vec<Reference> {
    let found = context.library.references().candidates(typed, Some(&context.passage()));
    found.into_iter().filter(|candidate| candidate.held).map(|candidate| candidate.passage).collect()
}

/// The draft with what the first speaker of a line said; without a draft, a new note on the current passage.
#[must_use]
pub fn draft(context: &Context, line: &InterventionLine, draft: Option<Arc<Note>>) -> Arc<Note> {
    let mut note = draft.unwrap_or_else(|| Arc::new(blank(context)));
    let written = Arc::make_mut(&mut note);
    // The passage named may be another one than that of the draft.
    written.anchor = Some(context.passage());
    intervention::write(line, 0, written);
    note
}

/// A new note of what is said now, with the meeting that is on.
fn blank(context: &Context) -> Note {
    let mut note = notes::blank(context);
    let process = context.process();
    let here = room_time(context.now.stamp(), process.time_zone).naive_local();
    if let Some(number) = process.meeting_on(here).and_then(|meeting| meeting.number) {
        note.extra.insert(intervention::MEETING.to_owned(), i64::from(number).into());
    }
    note
}

/// Adds what the delegations of a line said to the notebook, a note for each; if the line is empty, deletes its draft.
#[must_use]
pub fn add(context: &Context, line: &str, first: Option<Arc<Note>>) -> Outcome {
    if line.trim().is_empty() {
        return first.map_or_else(Outcome::none, notes::discard);
    }
    let read = read(context, line);
    let first = draft(context, &read, first);
    let id = first.id;
    let mut outcome = Outcome::none();
    for speaker in 1..read.speakers.len() {
        let mut note = Note { id: crate::base::Id::new(&context.now.nth(speaker)), ..Note::clone(&first) };
        intervention::write(&read, speaker, &mut note);
        outcome = outcome.and(Intent::Change(Change::Add(Arc::new(note))));
    }
    outcome
        .and(Intent::Change(Change::Add(first)))
        .and(Intent::SelectNote(id))
        .and(Intent::Notify(notice(context, &read)))
}

/// What was kept; a name that nobody has, or that several have, is reported.
fn notice(context: &Context, read: &InterventionLine) -> Notice {
    let language = context.locale().language();
    let label = |id: &String| {
        let found = context.workspace.delegations.get(id);
        found.map_or_else(|| id.clone(), |found| found.label(language).to_owned())
    };
    if let Some(name) = read.speakers.iter().find(|name| name.ids.is_empty()) {
        return Notice::new("notice-delegation-unknown").with("name", name.typed.as_str());
    }
    if let Some(name) = read.speakers.iter().find(|name| name.is_ambiguous()) {
        let names: Vec<String> = name.ids.iter().map(label).collect();
        let notice = Notice::new("notice-delegation-ambiguous").with("name", name.typed.as_str());
        return notice.with("first", names[0].as_str()).with("others", names[1..].join(", "));
    }
    match read.speakers.len() {
        0 | 1 => Notice::new("notice-note-kept").with("kind", Kind::Note.folder()),
        count => Notice::new("notice-interventions-kept").with("count", count),
    }
}
