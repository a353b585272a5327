//! The list of the sessions, to choose the one to work for: the dates of each, and the steps due at it.

use crate::app::App;
use crate::app::context::Context;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::State;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::Definition;
use crate::calendar;
use crate::export::calendar_text;
use crate::model::Session;

/// The list; the session the delegate works for is current when it opens.
pub const PICKER: Definition = Definition {
    start,
    left_columns: |columns| columns * 3 / 5,
    ..Definition::new(
        |app| app.appearance.locale.say("title-sessions"),
        choices,
        |_, choice| match choice.target {
            ChoiceTarget::Session(session) => Outcome::of(Intent::Close).and(Intent::WorkFor(session)),
            _ => Outcome::of(Intent::Close),
        },
    )
};

fn choices(app: &App) -> Vec<PickerChoice> {
    let context = app.context();
    let sessions = context.process().sessions.iter();
    sessions.filter_map(|session| Some(choice(app, &context, session, session.number?))).collect()
}

/// `4th session · 6–10 March 2023`, the steps due at it, and whether it is on.
fn choice(app: &App, context: &Context, session: &Session, number: u32) -> PickerChoice {
    let (locale, tracker) = (context.locale(), &context.workspace.tracker);
    let due: Vec<&str> = match app.panes.tracker.board() {
        Some(board) => (0..board.rows.len())
            .filter(|row| board.rows[*row].is_step() && board.is_due(*row, number, tracker))
            .map(|row| board.rows[row].label.as_str())
            .collect(),
        None => Vec::new(),
    };
    let steps = due.join(" ");
    let text = match due.len() {
        0 => String::new(),
        count => locale.say_with("session-due", &[("count", count.into()), ("steps", steps.as_str().into())]),
    };
    let is_on = calendar::session_on(context.process(), context.now.today)
        .is_some_and(|session| session.number == Some(number));
    PickerChoice {
        left: format!(
            "{} · {}",
            calendar_text::session(locale, session),
            calendar_text::days(locale, session)
        ),
        text,
        right: if is_on { locale.say("session-on") } else { String::new() },
        target: ChoiceTarget::Session(number),
    }
}

fn start(context: &Context, state: &State) -> Option<usize> {
    let session = context.desk.session?;
    (0..state.len()).find(|line| state.target(*line).as_deref() == Some(&ChoiceTarget::Session(session)))
}
