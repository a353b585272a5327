//! The verbs of the timeline.

use crate::app::Split;
use crate::app::context::Context;
use crate::app::layer::Layer;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Prompt};
use crate::app::screen::timeline;
use crate::app::verbs::{Call, Verb};

/// The verbs of the scope `timeline`, and those of the desk that open the timeline and change the working day.
pub const VERBS: &[Verb] = &[
    Verb::new("desk", "timeline", |on, _| {
        on.layers.push(Layer::Timeline(Box::new(timeline::State::open(&on.context))));
        Outcome::none()
    }),
    Verb::new("desk", "working-day", |_, _| ask_for_day()),
    Verb::new("desk", "deadline", deadline).with_words(),
    Verb::new("timeline", "deadline", deadline).with_words(),
    Verb::new("timeline", "open", |on, _| run(on, |timeline, context| timeline.enter(context))),
    Verb::new("timeline", "cancel", |on, _| run(on, |timeline, _| timeline.leave())),
    Verb::new("timeline", "working-day", |_, _| ask_for_day()),
    Verb::new("timeline", "today", |on, _| change(on, timeline::State::to_today)),
    Verb::new("timeline", "up", |on, _| change(on, |timeline, _| timeline.step(-1))),
    Verb::new("timeline", "down", |on, _| change(on, |timeline, _| timeline.step(1))),
    Verb::new("timeline", "page-up", |on, _| change(on, |timeline, context| timeline.page(context, -1))),
    Verb::new("timeline", "page-down", |on, _| change(on, |timeline, context| timeline.page(context, 1))),
    Verb::new("timeline", "first", |on, _| change(on, |timeline, _| timeline.step(isize::MIN))),
    Verb::new("timeline", "last", |on, _| change(on, |timeline, _| timeline.step(isize::MAX))),
];

/// Opens the line in which the working day is typed.
fn ask_for_day() -> Outcome {
    Outcome::of(Intent::Open(Overlay::Line(Prompt::Day)))
}

/// Adds the deadline in the words that follow the verb; without words, opens the line in which it is typed.
fn deadline(on: Split, call: &Call) -> Outcome {
    match call.argument {
        Some(words) => timeline::add_deadline(&on.context, words.trim()).unwrap_or_else(Outcome::notify),
        None => Outcome::of(Intent::Open(Overlay::Line(Prompt::Deadline))),
    }
}

/// Runs a function of the timeline; does nothing if it is not the top layer.
fn run(on: Split, function: impl FnOnce(&mut timeline::State, &Context) -> Outcome) -> Outcome {
    match on.layers.last_mut() {
        Some(Layer::Timeline(timeline)) => function(timeline, &on.context),
        _ => Outcome::none(),
    }
}

/// Runs a function that changes only the timeline.
fn change(on: Split, function: impl FnOnce(&mut timeline::State, &Context)) -> Outcome {
    run(on, |timeline, context| {
        function(timeline, context);
        Outcome::none()
    })
}
