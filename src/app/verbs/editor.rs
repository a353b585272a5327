//! The verbs of a note being typed.

use crate::app::Split;
use crate::app::context::Context;
use crate::app::editor::{Editor, Move};
use crate::app::effect::Effect;
use crate::app::layer::Layer;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::typing;
use crate::app::verbs::Verb;

/// The verbs of the scope `editor`.
pub const VERBS: &[Verb] = &[
    Verb::new("editor", "leave", |on, _| run(on, typing::State::leave)),
    Verb::whole("editor", "save", |app, _| app.save()),
    Verb::new("editor", "suspend", |_, _| Effect::Suspend.into()),
    Verb::new("editor", "newline", |on, _| edit(on, Editor::newline)),
    Verb::new("editor", "break-line", |on, _| edit(on, Editor::break_line)),
    Verb::new("editor", "tab", |on, _| edit(on, Editor::tab)),
    Verb::new("editor", "tab-back", |on, _| edit(on, Editor::tab_back)),
    Verb::new("editor", "command-mode", |on, _| run(on, |note, _| note.command())),
    Verb::new("editor", "find-in-note", |on, _| run(on, |note, _| note.find())),
    Verb::new("editor", "find-next-in-note", |on, _| run(on, |note, _| note.find_again(1))),
    Verb::new("editor", "find-previous-in-note", |on, _| run(on, |note, _| note.find_again(-1))),
    Verb::new("editor", "undo", |on, _| undo(on)),
    Verb::new("editor", "redo", |on, _| redo(on)),
    Verb::new("editor", "delete-back", |on, _| edit(on, Editor::delete_back)),
    Verb::new("editor", "delete-forward", |on, _| edit(on, Editor::delete_forward)),
    Verb::new("editor", "delete-word-back", |on, _| edit(on, Editor::delete_word_back)),
    Verb::new("editor", "delete-to-end", |on, _| edit(on, Editor::delete_to_line_end)),
    Verb::new("editor", "cut", |on, _| {
        run(on, |note, context| {
            let copied = copied(note);
            note.edit(context, |editor| drop(editor.cut())).then(copied)
        })
    }),
    Verb::new("editor", "copy", |on, _| run(on, |note, _| copied(note))),
    Verb::new("editor", "paste", |on, _| run(on, typing::State::paste_held)),
    Verb::new("editor", "look-up", |on, _| run(on, typing::State::look_up)),
    Verb::new("editor", "follow-link", |on, _| run(on, typing::State::follow_link)),
    Verb::new("editor", "put-citation", |on, _| run(on, typing::State::put_citation)),
    Verb::new("editor", "restrict", |on, _| run(on, typing::State::restrict)),
    Verb::new("editor", "select-all", |on, _| edit(on, Editor::select_all)),
    Verb::new("editor", "left", |on, _| edit(on, |editor| editor.go(Move::Left, false))),
    Verb::new("editor", "right", |on, _| edit(on, |editor| editor.go(Move::Right, false))),
    Verb::new("editor", "up", |on, _| edit(on, |editor| editor.go(Move::Up, false))),
    Verb::new("editor", "down", |on, _| edit(on, |editor| editor.go(Move::Down, false))),
    Verb::new("editor", "word-left", |on, _| edit(on, |editor| editor.go(Move::WordLeft, false))),
    Verb::new("editor", "word-right", |on, _| edit(on, |editor| editor.go(Move::WordRight, false))),
    Verb::new("editor", "line-start", |on, _| edit(on, |editor| editor.go(Move::Home, false))),
    Verb::new("editor", "line-end", |on, _| edit(on, |editor| editor.go(Move::End, false))),
    Verb::new("editor", "page-up", |on, _| edit(on, |editor| editor.go(Move::PageUp, false))),
    Verb::new("editor", "page-down", |on, _| edit(on, |editor| editor.go(Move::PageDown, false))),
    Verb::new("editor", "text-start", |on, _| edit(on, |editor| editor.go(Move::First, false))),
    Verb::new("editor", "text-end", |on, _| edit(on, |editor| editor.go(Move::Last, false))),
    Verb::new("editor", "select-left", |on, _| edit(on, |editor| editor.go(Move::Left, true))),
    Verb::new("editor", "select-right", |on, _| edit(on, |editor| editor.go(Move::Right, true))),
    Verb::new("editor", "select-up", |on, _| edit(on, |editor| editor.go(Move::Up, true))),
    Verb::new("editor", "select-down", |on, _| edit(on, |editor| editor.go(Move::Down, true))),
    Verb::new("editor", "select-line-start", |on, _| edit(on, |editor| editor.go(Move::Home, true))),
    Verb::new("editor", "select-line-end", |on, _| edit(on, |editor| editor.go(Move::End, true))),
    Verb::new("editor", "select-word-left", |on, _| edit(on, |editor| editor.go(Move::WordLeft, true))),
    Verb::new("editor", "select-word-right", |on, _| edit(on, |editor| editor.go(Move::WordRight, true))),
    Verb::new("editor", "select-page-up", |on, _| edit(on, |editor| editor.go(Move::PageUp, true))),
    Verb::new("editor", "select-page-down", |on, _| edit(on, |editor| editor.go(Move::PageDown, true))),
    Verb::new("editor", "select-text-start", |on, _| edit(on, |editor| editor.go(Move::First, true))),
    Verb::new("editor", "select-text-end", |on, _| edit(on, |editor| editor.go(Move::Last, true))),
];

/// Runs a function of the note being typed; does nothing if none is.
pub(super) fn run(on: Split, function: impl FnOnce(&mut typing::State, &Context) -> Outcome) -> Outcome {
    match on.layers.last_mut() {
        Some(Layer::Typing(note)) => function(note, &on.context),
        _ => Outcome::none(),
    }
}

pub(super) fn edit(on: Split, action: impl FnOnce(&mut Editor)) -> Outcome {
    run(on, |note, context| note.edit(context, action))
}

pub(super) fn undo(on: Split) -> Outcome {
    edit(on, |editor| {
        editor.undo();
    })
}

pub(super) fn redo(on: Split) -> Outcome {
    edit(on, |editor| {
        editor.redo();
    })
}

/// Puts the selected text on the clipboards; if nothing was selected, they do not change.
fn copied(state: &typing::State) -> Outcome {
    let copy = |words| Outcome::of(Intent::Copy { note: state.draft.note.clone(), words });
    state.editor.selection().map_or_else(Outcome::none, copy)
}
