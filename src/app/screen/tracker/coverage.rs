//! What is urgent: due steps for which there is no note, intervention or position, and deadlines that are near or past.

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::screen::tracker::State;
use crate::board::Warning;
use crate::calendar;
use crate::locale::dates;

/// During a session: how many steps are due at the session the delegate works for, and which of them have no note,
/// intervention or position. `None` if there are no such steps, or it is not the time of a session.
#[must_use]
pub fn at_start(state: &mut State, context: &Context) -> Option<Notice> {
    state.refresh(context);
    calendar::session_on(context.process(), context.now.today).and_then(|session| session.number)?;
    let board = state.board()?;
    let session = state.session(context).filter(|session| Some(*session) == context.desk.session)?;
    let bare: Vec<&str> = state.cached.bare().map(|row| board.rows[row].label.as_str()).collect();
    let locale = context.locale();
    let verbs = [("desk", "tracker"), ("tracker", "uncovered")];
    let keys = verbs.into_iter().filter_map(|(scope, verb)| context.input.key(scope, verb));
    let keys: Vec<String> = keys.map(|key| locale.keys(&key)).collect();
    let notice = Notice::new("notice-coverage")
        .with("session", dates::ordinal(locale, session))
        .with("due", state.cached.covers.len())
        .with("bare", bare.len())
        .with("steps", bare.join(" "))
        .with("keys", keys.join(" "));
    (!bare.is_empty()).then_some(notice)
}

/// The deadlines that are near or past and not met, in several wordings from the longest to the shortest: the header
/// shows the first one that fits. Empty if there are none.
#[must_use]
pub fn warnings(state: &State, context: &Context) -> Vec<String> {
    let Some(board) = state.board() else { return Vec::new() };
    let locale = context.locale();
    let warnings = &state.cached.warnings;
    let short = |warning: &Warning| {
        let date = dates::near(locale, warning.date, context.now.today);
        format!("{} {date}", board.rows[warning.row].label)
    };
    let long = |warning: &Warning| {
        let id = match warning.days {
            0 => "days-today",
            1.. => "days-left",
            _ => "days-past",
        };
        let days = locale.say_with(id, &[("days", warning.days.abs().into())]);
        format!("{} ({days})", short(warning))
    };
    let Some(first) = warnings.first() else { return Vec::new() };
    let all = |wording: &dyn Fn(&Warning) -> String| {
        format!("⚠ {}", warnings.iter().map(wording).collect::<Vec<_>>().join(" · "))
    };
    let more = warnings.len() - 1;
    let rest = if more > 0 { format!(" +{more}") } else { String::new() };
    vec![all(&long), format!("⚠ {}{rest}", long(first)), all(&short), format!("⚠ {}{rest}", short(first))]
}
