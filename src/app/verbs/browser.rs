//! The verbs of the browser of notes and interventions.

use crate::app::Split;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::layer::Layer;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::screen::browser::State;
use crate::app::verbs::Verb;

/// The verbs of the scope `browser`, and the one of the desk that opens it.
pub const VERBS: &[Verb] = &[
    Verb::new("desk", "browser", |on, _| {
        on.layers.push(Layer::Browser(Box::new(State::open(&on.context, None))));
        Outcome::none()
    })
    .before_text(),
    Verb::new("browser", "open", |on, _| {
        on.panes.notes.show_notes();
        of(on, |browser, context| browser.enter(context))
    }),
    Verb::new("browser", "edit-note", |on, _| of(on, |browser, context| browser.edit(context))).before_text(),
    Verb::new("browser", "restrict", |on, _| of(on, |browser, context| browser.restrict(context))),
    Verb::new("browser", "cancel", |_, _| Outcome::of(Intent::Close)),
    Verb::new("browser", "next-grouping", |on, _| change(on, |browser, _| browser.group_by(1))),
    Verb::new("browser", "previous-grouping", |on, _| change(on, |browser, _| browser.group_by(-1))),
    Verb::new("browser", "next-group", |on, _| change(on, |browser, _| browser.step_group(1))),
    Verb::new("browser", "previous-group", |on, _| change(on, |browser, _| browser.step_group(-1))),
    Verb::new("browser", "up", |on, _| change(on, |browser, _| browser.step(-1))),
    Verb::new("browser", "down", |on, _| change(on, |browser, _| browser.step(1))),
    Verb::new("browser", "page-up", |on, _| change(on, |browser, context| browser.page(context, -1))),
    Verb::new("browser", "page-down", |on, _| change(on, |browser, context| browser.page(context, 1))),
    Verb::new("browser", "first", |on, _| change(on, |browser, _| browser.step(isize::MIN))),
    Verb::new("browser", "last", |on, _| change(on, |browser, _| browser.step(isize::MAX))),
    Verb::new("browser", "delete-back", |on, _| change(on, |browser, _| browser.edit_field("delete-back"))),
    Verb::new("browser", "delete-word-back", |on, _| {
        change(on, |browser, _| browser.edit_field("delete-word-back"))
    }),
    Verb::new("browser", "clear", |on, _| change(on, |browser, _| browser.clear())),
    Verb::new("browser", "help", |_, _| Outcome::of(Intent::Open(Overlay::Picker(Picker::Help))))
        .before_text(),
    Verb::whole("browser", "save", |app, _| app.save()),
    Verb::new("browser", "suspend", |_, _| Effect::Suspend.into()),
];

/// Runs a function of the browser; does nothing if it is not the top layer.
fn of(on: Split, function: impl FnOnce(&mut State, &Context) -> Outcome) -> Outcome {
    match on.layers.last_mut() {
        Some(Layer::Browser(browser)) => function(browser, &on.context),
        _ => Outcome::none(),
    }
}

/// Runs a function that changes only the browser.
fn change(on: Split, function: impl FnOnce(&mut State, &Context)) -> Outcome {
    of(on, |browser, context| {
        function(browser, context);
        Outcome::none()
    })
}
