//! What is urgent: due steps for which there is no note, intervention, position or statement, and deadlines that are near or past.

use chrono::NaiveDate;

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::screen::naming;
use crate::app::screen::tracker::State;
use crate::board::{Board, Warning};
use crate::calendar;
use crate::export::position::distance;
use crate::locale::dates;
use crate::model::CalendarDeadline;
use crate::workspace::{Note, position};

/// During a session: how many steps are due at the session the delegate works for, and which of them have no note,
/// intervention, position or statement. `None` if there are no such steps, or it is not the time of a session.
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

/// A day that is near or past.
struct Urgent {
    /// What it concerns: `E.3`.
    label: String,
    date: NaiveDate,
    /// Calendar days until that day; negative if it is past.
    days: i64,
}

/// The instructions of positions that end soon or have ended, the earliest first.
fn instructions(board: Option<&Board>, context: &Context) -> Vec<Urgent> {
    let urgent = |note: &Note| {
        let (date, days) = position::ending(note, context.now.today)?;
        let anchor = note.anchor.as_ref()?;
        let label = match board.and_then(|board| Some((board, board.step_of(anchor)?))) {
            Some((board, row)) => board.rows[row].label.clone(),
            None => naming::citation(context.locale().language(), anchor),
        };
        let label = context.locale().say_with("warning-instruction", &[("place", label.as_str().into())]);
        Some(Urgent { label, date, days })
    };
    let mut found: Vec<Urgent> = context.workspace.positions.notes().filter_map(urgent).collect();
    found.sort_by_key(|urgent| urgent.date);
    found
}

/// Days before a deadline of the calendar from which on it is shown.
const NEAR_DAYS: i64 = 14;

/// The deadlines of the delegate's calendar that are near, the earliest first. One that is past does not matter any more.
fn tabling(context: &Context) -> Vec<Urgent> {
    let urgent = |deadline: &CalendarDeadline| {
        let date = deadline.date?;
        let days = (date - context.now.today).num_days();
        let kind = context.locale().say(&format!("deadline-kind-{}", deadline.kind.name()));
        let name = if deadline.about.is_empty() { kind } else { deadline.about.clone() };
        (0..=NEAR_DAYS).contains(&days).then_some(Urgent { label: name, date, days })
    };
    let mut found: Vec<Urgent> = context.process().deadlines.iter().filter_map(urgent).collect();
    found.sort_by_key(|urgent| urgent.date);
    found
}

/// The deadlines that are near or past and not met, and the instructions that end soon or have ended, in several wordings from the longest to the shortest: the header
/// shows the first one that fits. Empty if there are none.
#[must_use]
pub fn warnings(state: &State, context: &Context) -> Vec<String> {
    let (board, locale) = (state.board(), context.locale());
    let of_step = |warning: &Warning| {
        let label = board?.rows[warning.row].label.clone();
        Some(Urgent { label, date: warning.date, days: warning.days })
    };
    // The delegate's own deadlines can still be met, so they come before those of steps, which may be long past.
    let mut warnings = tabling(context);
    warnings.extend(state.cached.warnings.iter().filter_map(of_step));
    warnings.extend(instructions(board, context));
    let short = |warning: &Urgent| {
        let date = dates::near(locale, warning.date, context.now.today);
        format!("{} {date}", warning.label)
    };
    let long = |warning: &Urgent| {
        let days = distance(locale, warning.days);
        format!("{} ({days})", short(warning))
    };
    let Some(first) = warnings.first() else { return Vec::new() };
    let all = |wording: &dyn Fn(&Urgent) -> String| {
        format!("⚠ {}", warnings.iter().map(wording).collect::<Vec<_>>().join(" · "))
    };
    let more = warnings.len() - 1;
    let rest = if more > 0 { format!(" +{more}") } else { String::new() };
    vec![all(&long), format!("⚠ {}{rest}", long(first)), all(&short), format!("⚠ {}{rest}", short(first))]
}
