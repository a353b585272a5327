//! The verbs of every one-line field: the prompts, and the lists to choose from.

use crate::app::Split;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::layer::Layer;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::{line, picker};
use crate::app::verbs::Verb;

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("line", "accept", |on, _| {
        on_layer(on, line::State::accept, |_, _| Outcome::of(Intent::Accept))
    }),
    Verb::new("line", "cancel", |on, _| on_layer(on, |line, _| line.cancel(), |list, _| list.close())),
    Verb::whole("line", "save", |app, _| app.save()),
    Verb::new("line", "suspend", |_, _| Effect::Suspend.into()),
    Verb::new("line", "space", |on, _| {
        on.layers.last_mut().map_or_else(Outcome::none, |layer| layer.cover_mut().insert(" ", &on.context))
    }),
    Verb::new("line", "complete", |on, _| complete(on, 1)),
    Verb::new("line", "complete-back", |on, _| complete(on, -1)),
    Verb::new("line", "restrict", |on, _| on_layer(on, line::State::restrict, |_, _| Outcome::none())),
    Verb::new("line", "set-status", |on, _| {
        on_layer(on, |_, _| Outcome::none(), |list, context| list.set_status(context.locale()))
    }),
    Verb::new("line", "dismiss", |on, _| {
        on_layer(on, |_, _| Outcome::none(), |list, context| list.dismiss(context.locale()))
    }),
    Verb::new("line", "equivalents", |on, _| {
        on_layer(
            on,
            |_, _| Outcome::none(),
            |list, _| {
                list.toggle_equivalents();
                Outcome::none()
            },
        )
    }),
    Verb::new("line", "clear", |on, _| clear(on)),
    Verb::new("line", "list-up", |on, _| step(on, -1)),
    Verb::new("line", "list-down", |on, _| step(on, 1)),
    Verb::new("line", "list-page-up", |on, _| step(on, -PAGE)),
    Verb::new("line", "list-page-down", |on, _| step(on, PAGE)),
    Verb::new("line", "delete-back", |on, _| edit(on, "delete-back")),
    Verb::new("line", "delete-forward", |on, _| edit(on, "delete-forward")),
    Verb::new("line", "delete-word-back", |on, _| edit(on, "delete-word-back")),
    Verb::new("line", "left", |on, _| edit(on, "left")),
    Verb::new("line", "right", |on, _| edit(on, "right")),
    Verb::new("line", "word-left", |on, _| edit(on, "word-left")),
    Verb::new("line", "word-right", |on, _| edit(on, "word-right")),
    Verb::new("line", "line-start", |on, _| edit(on, "line-start")),
    Verb::new("line", "line-end", |on, _| edit(on, "line-end")),
];

/// Rows of a list that a page moves by.
const PAGE: isize = 10;

/// Runs one of two functions, for a prompt or for a list, whichever is the top layer.
fn on_layer(
    on: Split,
    prompt: impl FnOnce(&mut line::State, &Context) -> Outcome,
    list: impl FnOnce(&mut picker::State, &Context) -> Outcome,
) -> Outcome {
    match on.layers.last_mut() {
        Some(Layer::Line(state)) => prompt(state, &on.context),
        Some(Layer::Picker(state)) => list(state, &on.context),
        _ => Outcome::none(),
    }
}

fn clear(on: Split) -> Outcome {
    let prompt = |state: &mut line::State, context: &Context| {
        state.input.clear();
        state.changed(context)
    };
    on_layer(on, prompt, |state, context| {
        state.clear(context);
        Outcome::none()
    })
}

fn complete(on: Split, by: isize) -> Outcome {
    on_layer(on, |line, context| line.complete(context, by), |_, _| Outcome::none())
}

fn step(on: Split, by: isize) -> Outcome {
    let list = |state: &mut picker::State, context: &Context| {
        if by != -1 || !state.recall(context) {
            state.step(by);
            state.search.has_moved = true;
        }
        Outcome::none()
    };
    on_layer(on, |line, _| line.turn_path(by), list)
}

fn edit(on: Split, verb: &str) -> Outcome {
    let prompt = |state: &mut line::State, context: &Context| {
        if state.input.edit(verb) { state.changed(context) } else { Outcome::none() }
    };
    on_layer(on, prompt, |state, context| {
        state.edit(verb, context);
        Outcome::none()
    })
}
