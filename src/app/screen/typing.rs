//! A note being typed: every change is handed over to be saved at once.

use std::sync::Arc;

use crate::app::App;
use crate::app::editor::{Editor, Move};
use crate::app::layer::Layer;
use crate::app::layout::Pane;
use crate::app::message::{Effect, Notice};
use crate::app::verb::{Call, Verb};
use crate::base::Now;
use crate::workspace::{Done, Note, Saved};

/// The note being typed.
#[derive(Debug, Clone)]
pub struct State {
    /// The text and the cursor.
    pub editor: Editor,
    /// The note as it was last handed over.
    pub note: Arc<Note>,
    /// The note as it was before; none for a new one.
    pub before: Option<Note>,
    /// Whether the disk holds what is typed.
    pub saved: bool,
}

impl State {
    /// Starts typing in a note.
    #[must_use]
    pub fn new(note: Note, before: Option<Note>) -> Self {
        let editor = Editor::new(&note.text);
        Self { editor, note: Arc::new(note), before, saved: true }
    }
}

/// The verbs of a note being typed.
pub const VERBS: &[Verb] = &[
    Verb::new("editor", "leave", leave),
    Verb::new("editor", "suspend", |_, _| vec![Effect::Suspend]),
    Verb::new("editor", "newline", |app, call| insert(app, "\n", call.now)),
    Verb::new("editor", "undo", |app, call| {
        edit(app, call, |editor| {
            editor.undo();
        })
    }),
    Verb::new("editor", "redo", |app, call| {
        edit(app, call, |editor| {
            editor.redo();
        })
    }),
    Verb::new("editor", "delete-back", |app, call| edit(app, call, Editor::delete_back)),
    Verb::new("editor", "delete-forward", |app, call| edit(app, call, Editor::delete_forward)),
    Verb::new("editor", "delete-word-back", |app, call| edit(app, call, Editor::delete_word_back)),
    Verb::new("editor", "delete-to-end", |app, call| edit(app, call, Editor::delete_to_line_end)),
    Verb::new("editor", "cut", cut),
    Verb::new("editor", "copy", copy),
    Verb::new("editor", "paste", paste),
    Verb::new("editor", "select-all", |app, call| edit(app, call, Editor::select_all)),
    Verb::new("editor", "left", |app, call| go(app, call, Move::Left)),
    Verb::new("editor", "right", |app, call| go(app, call, Move::Right)),
    Verb::new("editor", "up", |app, call| go(app, call, Move::Up)),
    Verb::new("editor", "down", |app, call| go(app, call, Move::Down)),
    Verb::new("editor", "word-left", |app, call| go(app, call, Move::WordLeft)),
    Verb::new("editor", "word-right", |app, call| go(app, call, Move::WordRight)),
    Verb::new("editor", "line-start", |app, call| go(app, call, Move::Home)),
    Verb::new("editor", "line-end", |app, call| go(app, call, Move::End)),
    Verb::new("editor", "page-up", |app, call| go(app, call, Move::PageUp)),
    Verb::new("editor", "page-down", |app, call| go(app, call, Move::PageDown)),
    Verb::new("editor", "text-start", |app, call| go(app, call, Move::First)),
    Verb::new("editor", "text-end", |app, call| go(app, call, Move::Last)),
    Verb::new("editor", "select-left", |app, call| select(app, call, Move::Left)),
    Verb::new("editor", "select-right", |app, call| select(app, call, Move::Right)),
    Verb::new("editor", "select-up", |app, call| select(app, call, Move::Up)),
    Verb::new("editor", "select-down", |app, call| select(app, call, Move::Down)),
    Verb::new("editor", "select-line-start", |app, call| select(app, call, Move::Home)),
    Verb::new("editor", "select-line-end", |app, call| select(app, call, Move::End)),
];

fn state(app: &mut App) -> Option<&mut State> {
    match app.layers.last_mut() {
        Some(Layer::Typing(state)) => Some(state),
        _ => None,
    }
}

/// Types or pastes into the note.
pub fn insert(app: &mut App, text: &str, now: &Now) -> Vec<Effect> {
    if let Some(state) = state(app) {
        state.editor.insert(text);
    }
    handed_over(app, now)
}

fn edit(app: &mut App, call: &Call, deed: impl Fn(&mut Editor)) -> Vec<Effect> {
    if let Some(state) = state(app) {
        deed(&mut state.editor);
    }
    handed_over(app, call.now)
}

fn go(app: &mut App, call: &Call, to: Move) -> Vec<Effect> {
    edit(app, call, |editor| editor.go(to, false))
}

fn select(app: &mut App, call: &Call, to: Move) -> Vec<Effect> {
    edit(app, call, |editor| editor.go(to, true))
}

fn cut(app: &mut App, call: &Call) -> Vec<Effect> {
    let taken = state(app).and_then(|state| state.editor.cut());
    let mut effects = handed_over(app, call.now);
    effects.extend(keep(app, taken));
    effects
}

fn copy(app: &mut App, _: &Call) -> Vec<Effect> {
    let taken = state(app).and_then(|state| state.editor.copy());
    keep(app, taken).into_iter().collect()
}

/// Keeps what was cut or copied for the next paste here, and hands it to the clipboard of the terminal.
fn keep(app: &mut App, taken: Option<String>) -> Option<Effect> {
    app.kept = taken.clone().or_else(|| app.kept.take());
    taken.map(Effect::Copy)
}

fn paste(app: &mut App, call: &Call) -> Vec<Effect> {
    let kept = app.kept.clone().unwrap_or_default();
    insert(app, &kept, call.now)
}

/// Hands the note over to be saved, if its words changed.
fn handed_over(app: &mut App, now: &Now) -> Vec<Effect> {
    let Some(state) = state(app) else { return Vec::new() };
    let text = state.editor.text();
    if text == state.note.text {
        return Vec::new();
    }
    let edited = if state.before.is_some() { Some(now.stamp()) } else { state.note.edited };
    state.note = Arc::new(state.note.with_body(text, edited));
    state.saved = false;
    vec![Effect::SaveNote(state.note.clone())]
}

/// The disk holds the note as it was handed over last. Where somebody else changed its file meanwhile, both
/// versions are kept and what is typed goes on in a note of its own.
pub fn saved(app: &mut App, note: &Note, saved: &Saved) {
    let id = note.id;
    let new = app.notebook.settle(id, saved);
    if new != id {
        app.undo.follow(id, new);
        app.notice = Some(Notice { alarm: true, ..Notice::new("notice-note-beside") });
    }
    if let Some(state) = state(app)
        && (state.note.id == id || state.note.id == new)
    {
        // More may have been typed since this state was handed over.
        state.saved = state.note.text == note.text;
        if new != id {
            Arc::make_mut(&mut state.note).id = new;
        }
    }
}

fn leave(app: &mut App, _: &Call) -> Vec<Effect> {
    match app.layers.pop() {
        Some(Layer::Typing(state)) => finish(app, *state),
        other => {
            app.layers.extend(other);
            Vec::new()
        }
    }
}

/// The note is finished: kept, or taken away when nothing is left in it.
pub fn finish(app: &mut App, state: State) -> Vec<Effect> {
    let State { note, before, .. } = state;
    let empty = note.text.trim().is_empty();
    match (before, empty) {
        (None, true) => vec![super::notes::discard(app, Arc::unwrap_or_clone(note))],
        (Some(before), true) => {
            app.notebook.remove(before.id);
            app.undo.remember(Done::Removed(before));
            app.notice = Some(Notice::new("notice-note-emptied"));
            vec![Effect::RemoveNote(note)]
        }
        (Some(before), false) if before.text == note.text => Vec::new(),
        (before, false) => {
            app.notebook.add(Note::clone(&note));
            app.undo.remember(match before {
                Some(before) => {
                    Done::Edited { before: Box::new(before), after: Box::new(Note::clone(&note)) }
                }
                None => Done::Added(Note::clone(&note)),
            });
            app.notes.list = crate::base::list::List::default();
            let at = super::notes::shown(app).iter().position(|shown| shown.id == note.id);
            app.notes.list.selected = at.unwrap_or(0);
            app.notice = Some(Notice::new("notice-note-kept"));
            vec![Effect::SaveNote(note)]
        }
    }
}

/// Wraps the note at the width of its pane and keeps the cursor on screen.
pub fn settle(app: &mut App) {
    let Some(content) = app.layout.content(Pane::Notes) else { return };
    if let Some(Layer::Typing(state)) = app.layers.last_mut() {
        state.editor.resize(content.width.into(), content.height.saturating_sub(1).into());
    }
}
