//! The verbs of a note being typed.

use crate::app::App;
use crate::app::context::Context;
use crate::app::editor::{Editor, Move};
use crate::app::layer::{Cover, Layer};
use crate::app::message::Effect;
use crate::app::outcome::Outcome;
use crate::app::screen::typing;
use crate::app::verbs::Verb;

/// The verbs of the scope `editor`.
pub const VERBS: &[Verb] = &[
    Verb::new("editor", "leave", |app, _| on(app, typing::State::leave)),
    Verb::new("editor", "suspend", |_, _| vec![Effect::Suspend]),
    Verb::new("editor", "newline", |app, _| on(app, |note, context| note.insert("\n", context))),
    Verb::new("editor", "undo", |app, _| {
        edit(app, |editor| {
            editor.undo();
        })
    }),
    Verb::new("editor", "redo", |app, _| {
        edit(app, |editor| {
            editor.redo();
        })
    }),
    Verb::new("editor", "delete-back", |app, _| edit(app, Editor::delete_back)),
    Verb::new("editor", "delete-forward", |app, _| edit(app, Editor::delete_forward)),
    Verb::new("editor", "delete-word-back", |app, _| edit(app, Editor::delete_word_back)),
    Verb::new("editor", "delete-to-end", |app, _| edit(app, Editor::delete_to_line_end)),
    Verb::new("editor", "cut", |app, _| {
        let mut cut = None;
        let mut effects = edit(app, |editor| cut = editor.cut());
        effects.extend(put_on_clipboards(app, cut));
        effects
    }),
    Verb::new("editor", "copy", |app, _| {
        let copied = app.typing().and_then(|note| note.editor.copy());
        put_on_clipboards(app, copied).into_iter().collect()
    }),
    Verb::new("editor", "paste", |app, _| {
        let text = app.input.clipboard.clone().unwrap_or_default();
        on(app, |note, context| note.insert(&text, context))
    }),
    Verb::new("editor", "select-all", |app, _| edit(app, Editor::select_all)),
    Verb::new("editor", "left", |app, _| edit(app, |editor| editor.go(Move::Left, false))),
    Verb::new("editor", "right", |app, _| edit(app, |editor| editor.go(Move::Right, false))),
    Verb::new("editor", "up", |app, _| edit(app, |editor| editor.go(Move::Up, false))),
    Verb::new("editor", "down", |app, _| edit(app, |editor| editor.go(Move::Down, false))),
    Verb::new("editor", "word-left", |app, _| edit(app, |editor| editor.go(Move::WordLeft, false))),
    Verb::new("editor", "word-right", |app, _| edit(app, |editor| editor.go(Move::WordRight, false))),
    Verb::new("editor", "line-start", |app, _| edit(app, |editor| editor.go(Move::Home, false))),
    Verb::new("editor", "line-end", |app, _| edit(app, |editor| editor.go(Move::End, false))),
    Verb::new("editor", "page-up", |app, _| edit(app, |editor| editor.go(Move::PageUp, false))),
    Verb::new("editor", "page-down", |app, _| edit(app, |editor| editor.go(Move::PageDown, false))),
    Verb::new("editor", "text-start", |app, _| edit(app, |editor| editor.go(Move::First, false))),
    Verb::new("editor", "text-end", |app, _| edit(app, |editor| editor.go(Move::Last, false))),
    Verb::new("editor", "select-left", |app, _| edit(app, |editor| editor.go(Move::Left, true))),
    Verb::new("editor", "select-right", |app, _| edit(app, |editor| editor.go(Move::Right, true))),
    Verb::new("editor", "select-up", |app, _| edit(app, |editor| editor.go(Move::Up, true))),
    Verb::new("editor", "select-down", |app, _| edit(app, |editor| editor.go(Move::Down, true))),
    Verb::new("editor", "select-line-start", |app, _| edit(app, |editor| editor.go(Move::Home, true))),
    Verb::new("editor", "select-line-end", |app, _| edit(app, |editor| editor.go(Move::End, true))),
];

/// Runs a function of the note being typed; does nothing if none is.
fn on(app: &mut App, function: impl FnOnce(&mut typing::State, &Context) -> Outcome) -> Vec<Effect> {
    app.with(|on| match on.layers.last_mut() {
        Some(Layer::Typing(note)) => function(note, &on.context),
        _ => Outcome::none(),
    })
}

fn edit(app: &mut App, action: impl FnOnce(&mut Editor)) -> Vec<Effect> {
    on(app, |note, context| note.edit(context, action))
}

/// Stores what was cut or copied for the next paste in this program, and puts it on the clipboard of the terminal.
/// If nothing was selected, both clipboards stay as they are.
fn put_on_clipboards(app: &mut App, text: Option<String>) -> Option<Effect> {
    app.input.clipboard = Some(text.clone()?);
    text.map(Effect::Copy)
}
