//! What presses: steps due now on which there is nothing, and deadlines near or past and not met.

use crate::app::App;
use crate::app::message::Notice;
use crate::app::screen::tracker::{board, refresh};
use crate::board::Warning;
use crate::calendar;
use crate::locale::dates;

/// While a session is on: what is due at the one worked for, and on what of it there is nothing of ours.
#[must_use]
pub fn at_start(app: &mut App) -> Option<Notice> {
    refresh(app);
    calendar::session_on(app.process(), app.now.today).and_then(|session| session.number)?;
    let board = board(app)?;
    let session = app.board.view.session.filter(|session| Some(*session) == app.desk.session)?;
    let bare: Vec<&str> = app.board.seen.bare().map(|row| board.rows[row].label.as_str()).collect();
    let due = app.board.seen.covers.len();
    let key = |scope, verb| app.keymap.keys_for(&[scope], verb, None).first().map(ToString::to_string);
    let keys = [key("desk", "tracker"), key("tracker", "uncovered")].into_iter().flatten();
    let keys: Vec<String> = keys.map(|key| app.locale.keys(&key)).collect();
    let notice = Notice::new("notice-coverage")
        .with("session", dates::ordinal(&app.locale, session))
        .with("due", due)
        .with("bare", bare.len())
        .with("steps", bare.join(" "))
        .with("keys", keys.join(" "));
    (!bare.is_empty()).then_some(notice)
}

/// The deadlines that are near or past and not met, as they stand at the head of the desk: the fullest words
/// first, none when there is nothing to say.
#[must_use]
pub fn warnings(app: &App) -> Vec<String> {
    let Some(board) = board(app) else { return Vec::new() };
    let warnings = &app.board.seen.warnings;
    let short = |warning: &Warning| {
        format!("{} {}", board.rows[warning.row].label, dates::near(&app.locale, warning.date, app.now.today))
    };
    let full = |warning: &Warning| {
        let id = match warning.days {
            0 => "days-today",
            1.. => "days-left",
            _ => "days-past",
        };
        let days = app.locale.say_with(id, &[("days", warning.days.abs().into())]);
        format!("{} ({days})", short(warning))
    };
    let Some(first) = warnings.first() else { return Vec::new() };
    let all = |said: &dyn Fn(&Warning) -> String| {
        format!("⚠ {}", warnings.iter().map(said).collect::<Vec<_>>().join(" · "))
    };
    let more = warnings.len() - 1;
    let rest = if more > 0 { format!(" +{more}") } else { String::new() };
    vec![all(&full), format!("⚠ {}{rest}", full(first)), all(&short), format!("⚠ {}{rest}", short(first))]
}
