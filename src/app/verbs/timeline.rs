//! The verbs of the timeline.

use crate::app::App;
use crate::app::context::Context;
use crate::app::layer::Layer;
use crate::app::message::Effect;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Prompt};
use crate::app::screen::timeline;
use crate::app::verbs::Verb;

/// The verbs of the scope `timeline`, and those of the desk that open the timeline and change the working day.
pub const VERBS: &[Verb] = &[
    Verb::new("desk", "timeline", |app, _| {
        let timeline = timeline::State::open(&app.context());
        app.layers.push(Layer::Timeline(Box::new(timeline)));
        Vec::new()
    }),
    Verb::new("desk", "working-day", |app, _| ask_for_day(app)),
    Verb::new("timeline", "open", |app, _| on(app, |timeline, context| timeline.enter(context))),
    Verb::new("timeline", "cancel", |app, _| on(app, |timeline, _| timeline.leave())),
    Verb::new("timeline", "working-day", |app, _| ask_for_day(app)),
    Verb::new("timeline", "today", |app, _| change(app, timeline::State::to_today)),
    Verb::new("timeline", "up", |app, _| change(app, |timeline, _| timeline.step(-1))),
    Verb::new("timeline", "down", |app, _| change(app, |timeline, _| timeline.step(1))),
    Verb::new("timeline", "page-up", |app, _| change(app, |timeline, context| timeline.page(context, -1))),
    Verb::new("timeline", "page-down", |app, _| change(app, |timeline, context| timeline.page(context, 1))),
    Verb::new("timeline", "first", |app, _| change(app, |timeline, _| timeline.step(isize::MIN))),
    Verb::new("timeline", "last", |app, _| change(app, |timeline, _| timeline.step(isize::MAX))),
];

/// Opens the line in which the working day is typed.
fn ask_for_day(app: &mut App) -> Vec<Effect> {
    app.with(|_| Outcome::of(Intent::Open(Overlay::Line(Prompt::Day))))
}

/// Runs a function of the timeline; does nothing if it is not the top layer.
fn on(app: &mut App, function: impl FnOnce(&mut timeline::State, &Context) -> Outcome) -> Vec<Effect> {
    app.with(|on| match on.layers.last_mut() {
        Some(Layer::Timeline(timeline)) => function(timeline, &on.context),
        _ => Outcome::none(),
    })
}

/// Runs a function that changes only the timeline.
fn change(app: &mut App, function: impl FnOnce(&mut timeline::State, &Context)) -> Vec<Effect> {
    on(app, |timeline, context| {
        function(timeline, context);
        Outcome::none()
    })
}
