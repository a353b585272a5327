//! The verbs of every one-line field: the prompts, and the lists to choose from.

use crate::app::context::Context;
use crate::app::layer::Layer;
use crate::app::message::Effect;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::{line, picker};
use crate::app::verbs::Verb;
use crate::app::{App, Split};

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("line", "accept", |app, _| {
        app.with(|on| on_layer(on, line::State::accept, |_, _| Outcome::of(Intent::Accept)))
    }),
    Verb::new("line", "cancel", |app, _| {
        app.with(|on| on_layer(on, |line, _| line.cancel(), |_, _| Outcome::of(Intent::Close)))
    }),
    Verb::new("line", "suspend", |_, _| vec![Effect::Suspend]),
    Verb::new("line", "clear", |app, _| app.with(clear)),
    Verb::new("line", "list-up", |app, _| step(app, -1)),
    Verb::new("line", "list-down", |app, _| step(app, 1)),
    Verb::new("line", "list-page-up", |app, _| step(app, -PAGE)),
    Verb::new("line", "list-page-down", |app, _| step(app, PAGE)),
    Verb::new("line", "delete-back", |app, _| edit(app, "delete-back")),
    Verb::new("line", "delete-forward", |app, _| edit(app, "delete-forward")),
    Verb::new("line", "delete-word-back", |app, _| edit(app, "delete-word-back")),
    Verb::new("line", "left", |app, _| edit(app, "left")),
    Verb::new("line", "right", |app, _| edit(app, "right")),
    Verb::new("line", "word-left", |app, _| edit(app, "word-left")),
    Verb::new("line", "word-right", |app, _| edit(app, "word-right")),
    Verb::new("line", "line-start", |app, _| edit(app, "line-start")),
    Verb::new("line", "line-end", |app, _| edit(app, "line-end")),
];

/// Rows of a list moved by at once.
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

fn step(app: &mut App, by: isize) -> Vec<Effect> {
    app.with(|on| {
        let list = |state: &mut picker::State, _: &Context| {
            state.step(by);
            Outcome::none()
        };
        on_layer(on, |_, _| Outcome::none(), list)
    })
}

fn edit(app: &mut App, verb: &str) -> Vec<Effect> {
    app.with(|on| {
        let prompt = |state: &mut line::State, context: &Context| {
            if state.input.edit(verb) { state.changed(context) } else { Outcome::none() }
        };
        on_layer(on, prompt, |state, context| {
            state.edit(verb, context);
            Outcome::none()
        })
    })
}
