//! The verbs of the details of a tracker row.

use crate::app::App;
use crate::app::context::Context;
use crate::app::layer::Layer;
use crate::app::message::Effect;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::tracker::details::State;
use crate::app::verbs::Verb;

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("details", "cancel", |app, _| on(app, |_, _| Outcome::of(Intent::Close))),
    Verb::new("details", "open", |app, _| on(app, |state, context| state.follow(context))),
    Verb::new("details", "up", |app, _| step(app, -1)),
    Verb::new("details", "down", |app, _| step(app, 1)),
    Verb::new("details", "page-up", |app, _| step(app, -PAGE)),
    Verb::new("details", "page-down", |app, _| step(app, PAGE)),
    Verb::new("details", "first", |app, _| step(app, isize::MIN)),
    Verb::new("details", "last", |app, _| step(app, isize::MAX)),
];

/// Lines a page moves by.
const PAGE: isize = 10;

fn step(app: &mut App, by: isize) -> Vec<Effect> {
    on(app, |state, _| {
        state.step(by);
        Outcome::none()
    })
}

/// Runs a function of the details, if they are the top layer.
fn on(app: &mut App, function: impl FnOnce(&mut State, &Context) -> Outcome) -> Vec<Effect> {
    app.with(|on| match on.layers.last_mut() {
        Some(Layer::Details(state)) => function(state, &on.context),
        _ => Outcome::none(),
    })
}
