//! The notes pane: what the delegate wrote about where one is, newest first.

use std::sync::Arc;

use crate::app::layer::Layer;
use crate::app::layout::Pane;
use crate::app::message::{Effect, Notice};
use crate::app::screen::{desk, typing};
use crate::app::verb::Verb;
use crate::app::{App, place};
use crate::base::Now;
use crate::base::list::List;
use crate::typeset::wrap;
use crate::workspace::{Done, Note, intervention};

/// The state of the pane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The chosen note.
    pub list: List,
    /// Whether all notes of the section are shown, not only those of the passage.
    pub whole_section: bool,
}

/// The verbs of the pane.
pub const VERBS: &[Verb] = &[
    Verb::new("notes", "edit-note", |app, call| edit(app, call.now)),
    Verb::new("notes", "delete-note", |app, _| delete(app)),
];

/// The notes shown now: those of the passage; at a heading, or when asked, those of its whole section.
#[must_use]
pub fn shown(app: &App) -> Vec<&Note> {
    let at = place::here(app);
    let heading = crate::model::Document::heading_level(&at.address).is_some();
    if !app.notes.whole_section && !heading {
        return app.notebook.for_passage(&at);
    }
    let section = place::section_here(app);
    let document = app.document();
    let Some(range) = document.passage(&section.address) else { return app.notebook.for_passage(&at) };
    app.notebook.under(&|passage| {
        passage.symbol == section.symbol
            && document.position(&passage.address).is_some_and(|position| range.contains(&position))
    })
}

/// Starts a note on the passage one is at.
pub fn start(app: &mut App, now: &Now) -> Vec<Effect> {
    if !desk::may_write(app) {
        return Vec::new();
    }
    let note = blank(app, now);
    app.layers.push(Layer::Typing(Box::new(typing::State::new(note, None))));
    Vec::new()
}

/// A note on the passage one is at, with nothing in it yet.
fn blank(app: &App, now: &Now) -> Note {
    let mut note = Note::new(now, app.author.clone(), "");
    note.anchor = Some(place::here(app));
    note.item = app.process().items.get(app.desk.item).map(|link| link.item.clone());
    note.session = app.desk.session;
    note
}

/// Opens the chosen note for editing, or starts one where there is none.
pub fn edit(app: &mut App, now: &Now) -> Vec<Effect> {
    let chosen = shown(app).get(app.notes.list.selected).map(|note| (*note).clone());
    let Some(note) = chosen else { return start(app, now) };
    if desk::may_write(app) {
        app.layers.push(Layer::Typing(Box::new(typing::State::new(note.clone(), Some(note)))));
    }
    Vec::new()
}

/// What a delegation said, as a note of one line; while it is typed it stays the same note.
pub fn intervention(app: &App, line: &str, draft: Option<Note>, now: &Now) -> Note {
    let read = intervention::read(line);
    let note = draft.unwrap_or_else(|| blank(app, now));
    Note { delegation: read.delegation, text: read.text, ..note }
}

/// Keeps what a delegation said.
pub fn add_intervention(app: &mut App, line: &str, draft: Option<Note>, now: &Now) -> Vec<Effect> {
    if line.trim().is_empty() {
        return draft.map(|draft| discard(app, draft)).into_iter().collect();
    }
    let note = intervention(app, line, draft, now);
    app.notebook.add(note.clone());
    app.undo.remember(Done::Added(note.clone()));
    app.notes.list = List::default();
    app.notice = Some(Notice::new("notice-note-kept"));
    vec![Effect::SaveNote(Arc::new(note))]
}

/// Words on the passage one is at, going on from a draft if there is one.
pub fn plain(app: &App, text: &str, draft: Option<Note>, now: &Now) -> Note {
    Note { text: text.to_owned(), ..draft.unwrap_or_else(|| blank(app, now)) }
}

/// Throws away what was saved while it was typed and is not wanted after all.
pub fn discard(app: &mut App, draft: Note) -> Effect {
    // It may have been read from the disk meanwhile.
    app.notebook.remove(draft.id);
    Effect::RemoveNote(Arc::new(draft))
}

fn delete(app: &mut App) -> Vec<Effect> {
    let chosen = shown(app).get(app.notes.list.selected).map(|note| note.id);
    let Some(id) = chosen else {
        app.notice = Some(Notice::new("notice-no-note"));
        return Vec::new();
    };
    if !desk::may_write(app) {
        return Vec::new();
    }
    let Some(note) = app.notebook.remove(id) else { return Vec::new() };
    app.undo.remember(Done::Removed(note.clone()));
    let key = app.keymap.keys_for(&["desk"], "undo", None).first().map(ToString::to_string);
    app.notice = Some(Notice::new("notice-note-deleted").with("key", key.unwrap_or_default()));
    vec![Effect::RemoveNote(Arc::new(note))]
}

/// Shows all notes of the section, or only those of the passage.
pub fn toggle_section(app: &mut App) -> Vec<Effect> {
    app.notes.whole_section = !app.notes.whole_section;
    app.notes.list = List::default();
    Vec::new()
}

/// Moves the choice.
pub fn step(app: &mut App, by: isize) {
    let len = shown(app).len();
    app.notes.list.step(by, len);
}

/// Chooses the note that covers screen line `line` of the pane.
pub fn click(app: &mut App, line: usize) {
    let Some(content) = app.layout.content(Pane::Notes) else { return };
    let mut below = 0;
    let heights = heights(app, content.width.into());
    for (at, height) in heights.iter().enumerate().skip(app.notes.list.top) {
        below += height;
        if line < below {
            app.notes.list.selected = at;
            return;
        }
    }
}

/// Lines each shown note takes at a width: a line of who and when, its words, and a blank one.
fn heights(app: &App, width: usize) -> Vec<usize> {
    let lines = |note: &&Note| 2 + wrap(note.text.trim_end(), width.saturating_sub(1).max(1)).len();
    shown(app).iter().map(lines).collect()
}

/// Keeps the chosen note on screen.
pub fn settle(app: &mut App) {
    // A note being typed covers the list; wrapping all notes at every letter would be felt.
    if app.typing().is_some() {
        return;
    }
    let Some(content) = app.layout.content(Pane::Notes) else { return };
    let heights = heights(app, content.width.into());
    let list = &mut app.notes.list;
    list.selected = list.selected.min(heights.len().saturating_sub(1));
    list.top = list.top.min(list.selected);
    while list.top < list.selected
        && heights[list.top..=list.selected].iter().sum::<usize>() > content.height.into()
    {
        list.top += 1;
    }
}
