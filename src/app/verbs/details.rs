//! The verbs of the details of a tracker row.

use crate::app::Split;
use crate::app::context::Context;
use crate::app::layer::Layer;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::tracker::details::State;
use crate::app::verbs::Verb;

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("details", "cancel", |_, _| Outcome::of(Intent::Close)),
    Verb::new("details", "open", |on, _| details(on, |state, context| state.follow(context))),
    Verb::new("details", "up", |on, _| step(on, -1)),
    Verb::new("details", "down", |on, _| step(on, 1)),
    Verb::new("details", "page-up", |on, _| step(on, -PAGE)),
    Verb::new("details", "page-down", |on, _| step(on, PAGE)),
    Verb::new("details", "first", |on, _| step(on, isize::MIN)),
    Verb::new("details", "last", |on, _| step(on, isize::MAX)),
];

/// Lines a page moves by.
const PAGE: isize = 10;

fn step(on: Split, by: isize) -> Outcome {
    details(on, |state, _| {
        state.step(by);
        Outcome::none()
    })
}

/// Runs a function of the details, if they are the top layer.
fn details(on: Split, function: impl FnOnce(&mut State, &Context) -> Outcome) -> Outcome {
    match on.layers.last_mut() {
        Some(Layer::Details(state)) => function(state, &on.context),
        _ => Outcome::none(),
    }
}
