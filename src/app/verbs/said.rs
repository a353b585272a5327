//! The verbs of the table of who said what.

use crate::app::Split;
use crate::app::context::Context;
use crate::app::layer::Layer;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::said::State;
use crate::app::verbs::Verb;

/// The verbs of the scope `said`, and the one of the desk that opens the table.
pub const VERBS: &[Verb] = &[
    Verb::new("desk", "said", |on, _| {
        on.layers.push(Layer::Said(Box::new(State::open(&on.context))));
        Outcome::none()
    }),
    Verb::new("said", "open", |on, _| of(on, |said, context| said.enter(context))).before_text(),
    Verb::new("said", "open-delegation", |on, _| of(on, |said, context| said.enter_row(context)))
        .before_text(),
    Verb::new("said", "members", |on, _| change(on, State::toggle_members)),
    Verb::new("said", "all-members", |on, _| change(on, State::toggle_all)),
    Verb::new("said", "columns", |on, _| change(on, State::turn_columns)),
    Verb::new("said", "next-session", |on, _| change(on, |said, context| said.step_session(context, 1))),
    Verb::new("said", "previous-session", |on, _| change(on, |said, context| said.step_session(context, -1))),
    Verb::new("said", "cancel", |_, _| Outcome::of(Intent::Close)),
    Verb::new("said", "up", |on, _| change(on, |said, _| said.step(-1, 0))),
    Verb::new("said", "down", |on, _| change(on, |said, _| said.step(1, 0))),
    Verb::new("said", "left", |on, _| change(on, |said, _| said.step(0, -1))),
    Verb::new("said", "right", |on, _| change(on, |said, _| said.step(0, 1))),
    Verb::new("said", "page-up", |on, _| change(on, |said, context| said.page(context, -1))),
    Verb::new("said", "page-down", |on, _| change(on, |said, context| said.page(context, 1))),
    Verb::new("said", "first", |on, _| change(on, |said, _| said.step(isize::MIN, isize::MIN))),
    Verb::new("said", "last", |on, _| change(on, |said, _| said.step(isize::MAX, isize::MAX))),
];

/// Runs a function of the table; does nothing if it is not the top layer.
fn of(on: Split, function: impl FnOnce(&mut State, &Context) -> Outcome) -> Outcome {
    match on.layers.last_mut() {
        Some(Layer::Said(said)) => function(said, &on.context),
        _ => Outcome::none(),
    }
}

/// Runs a function that changes only the table.
fn change(on: Split, function: impl FnOnce(&mut State, &Context)) -> Outcome {
    of(on, |said, context| {
        function(said, context);
        Outcome::none()
    })
}
