//! What lists say about a position besides its words: its length, how long its instruction is valid, what is missing.

use chrono::{Datelike, NaiveDate};

use crate::board::Gap;
use crate::locale::{Locale, dates};
use crate::workspace::TimeLimits;
use crate::workspace::position::{self, Position};

/// How long it takes to say a position and how long it may take, with a sign and a word if it is longer:
/// `3:26 of 3:00 ▲ over the limit`.
#[must_use]
pub fn time(locale: &Locale, position: &Position<'_>, words_a_minute: u32, limits: TimeLimits) -> String {
    let (seconds, limit) = (position.reading_seconds(words_a_minute), position.limit_seconds(limits));
    let (time, limit_shown) = (dates::minutes(seconds), dates::minutes(limit));
    let id = if seconds > limit { "position-time-over" } else { "position-time" };
    locale.say_with(id, &[("time", time.as_str().into()), ("limit", limit_shown.as_str().into())])
}

/// Until when the instruction of a position is valid, or that it no longer is; with a sign and the days if that is near or
/// past, as deadlines are. `None` if it does not say.
#[must_use]
pub fn validity(locale: &Locale, position: &Position<'_>, today: NaiveDate) -> Option<String> {
    let until = position.instruction.as_ref()?.until?;
    let id = if position.is_expired(today) { "position-expired" } else { "position-valid" };
    let is_this_year = until.year() == today.year();
    let date = if is_this_year { dates::short(locale, until) } else { dates::date(locale, until) };
    let validity = locale.say_with(id, &[("date", date.as_str().into())]);
    let warned = position::ending(position.note, today);
    Some(
        warned.map_or_else(
            || validity.clone(),
            |(_, days)| format!("⚠ {validity} ({})", distance(locale, days)),
        ),
    )
}

/// In how many days something is, or how many days ago it was: `in 3 days`, `tomorrow`.
#[must_use]
pub fn distance(locale: &Locale, days: i64) -> String {
    let id = match days {
        0 => "days-today",
        1.. => "days-left",
        _ => "days-past",
    };
    locale.say_with(id, &[("days", days.abs().into())])
}

/// What a list says of a step without a position.
#[must_use]
pub fn gap(locale: &Locale, gap: Gap) -> String {
    let session = dates::ordinal(locale, gap.session);
    let id = if gap.has_position_on_item { "position-gap-item" } else { "position-gap" };
    locale.say_with(id, &[("session", session.as_str().into())])
}
