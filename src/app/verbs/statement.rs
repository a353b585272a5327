//! The verbs of statements: opening one, arranging its paragraphs, and reading it aloud.

use crate::app::Split;
use crate::app::context::Context;
use crate::app::desk::Direction;
use crate::app::layer::Layer;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::Prompt;
use crate::app::screen::{prompter, statement};
use crate::app::undo;
use crate::app::verbs::Verb;
use crate::workspace::Release;

/// The verbs of the scopes `statement` and `prompter`, and those of the desk that open a statement.
pub const VERBS: &[Verb] = &[
    Verb::new("desk", "statement", |on, _| statement::open(&on.context, false)).before_text(),
    Verb::new("desk", "session-statement", |on, _| statement::open(&on.context, true)).before_text(),
    Verb::new("statement", "read", |on, _| of(on, |state, context| state.read(context))),
    Verb::new("statement", "edit-statement", |on, _| of(on, |state, context| state.edit(context, false)))
        .before_text(),
    Verb::new("statement", "add", |on, _| of(on, |state, context| state.edit(context, true))).before_text(),
    Verb::new("statement", "leave-out", |on, _| of(on, |state, context| state.switch(context))),
    Verb::new("statement", "move-up", |on, _| of(on, |state, context| state.move_by(context, -1))),
    Verb::new("statement", "move-down", |on, _| of(on, |state, context| state.move_by(context, 1))),
    Verb::new("statement", "take", |on, _| of(on, |state, context| state.take(context, Release::default()))),
    Verb::new("statement", "take-restricted", |on, _| {
        of(on, |state, context| state.take(context, Release::EVERYTHING))
    }),
    Verb::new("statement", "longer", |on, _| of(on, |state, context| state.limit(context, 1))),
    Verb::new("statement", "shorter", |on, _| of(on, |state, context| state.limit(context, -1))),
    Verb::new("statement", "on-behalf-of", |on, _| {
        of(on, |state, context| match state.refusal(context) {
            Some(refused) => refused,
            None => state.ask(context, |statement| Prompt::Group { statement }),
        })
    })
    .before_text(),
    Verb::new("statement", "meeting", |on, _| {
        of(on, |state, context| match context.refusal() {
            Some(refused) => refused,
            None => state.ask(context, |statement| Prompt::Meeting { statement }),
        })
    })
    .before_text(),
    Verb::new("statement", "write-file", |on, _| {
        of(on, |state, context| state.ask(context, |statement| Prompt::StatementFile { statement }))
    })
    .before_text(),
    Verb::new("statement", "ready", |on, _| of(on, |state, context| state.ready(context))),
    Verb::new("statement", "deliver", |on, _| of(on, |state, context| state.deliver(context))),
    Verb::new("statement", "copy-statement", |on, _| of(on, statement::State::copy)),
    Verb::new("statement", "delete-statement", |on, _| of(on, |state, context| state.delete(context))),
    Verb::whole("statement", "undo", |app, _| undo::travel(app, Direction::Back)),
    Verb::whole("statement", "redo", |app, _| undo::travel(app, Direction::Forward)),
    Verb::new("statement", "cancel", |_, _| Outcome::of(Intent::Close)),
    Verb::new("statement", "up", |on, _| step(on, -1)),
    Verb::new("statement", "down", |on, _| step(on, 1)),
    Verb::new("statement", "page-up", |on, _| page(on, -1)),
    Verb::new("statement", "page-down", |on, _| page(on, 1)),
    Verb::new("statement", "first", |on, _| step(on, isize::MIN)),
    Verb::new("statement", "last", |on, _| step(on, isize::MAX)),
    Verb::new("prompter", "next-paragraph", |on, _| reading(on, |state, context| state.next(context))),
    Verb::new("prompter", "previous-paragraph", |on, _| reading(on, |state, context| state.back(context))),
    Verb::new("prompter", "pause", |on, _| reading(on, |state, context| state.pause(context))),
    Verb::new("prompter", "restart", |on, _| reading(on, |state, _| state.restart())),
    Verb::new("prompter", "deliver", |on, _| prompter(on, prompter::State::deliver)),
    Verb::new("prompter", "stop-reading", |on, _| prompter(on, prompter::State::leave)),
];

/// Runs a function of the statement; does nothing if it is not the top layer.
fn of(on: Split, function: impl FnOnce(&mut statement::State, &Context) -> Outcome) -> Outcome {
    match on.layers.last_mut() {
        Some(Layer::Statement(state)) => function(state, &on.context),
        _ => Outcome::none(),
    }
}

fn step(on: Split, by: isize) -> Outcome {
    of(on, |state, _| {
        state.step(by);
        Outcome::none()
    })
}

fn page(on: Split, by: isize) -> Outcome {
    of(on, |state, context| {
        state.page(context, by);
        Outcome::none()
    })
}

/// Runs a function of the prompter; does nothing if it is not the top layer.
fn prompter(on: Split, function: impl FnOnce(&mut prompter::State, &Context) -> Outcome) -> Outcome {
    match on.layers.last_mut() {
        Some(Layer::Prompter(state)) => function(state, &on.context),
        _ => Outcome::none(),
    }
}

/// Runs a function that only changes the prompter.
fn reading(on: Split, function: impl FnOnce(&mut prompter::State, &Context)) -> Outcome {
    prompter(on, |state, context| {
        function(state, context);
        Outcome::none()
    })
}
