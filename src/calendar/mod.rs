//! Sessions by date: the position of a process on a day, working days, and the days of relative deadlines.

mod assembly;
mod deadline;
mod own;
pub mod programme;
mod reports;
mod standing;
mod vocabulary;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Weekday};
use chrono_tz::Tz;

pub use assembly::AssemblySessions;
pub use deadline::{Anchor, Basis, Calendar, Edge, Lapse, Relative, Unit, solve};
pub use own::{Additions, Own};
pub use reports::add_evident_reports;
pub use standing::{Standing, at_work, default_session, first_day, next_substantive, session_on, standing};

/// The same instant in the time zone of the meeting room.
#[must_use]
pub fn room_time(instant: DateTime<FixedOffset>, tz: Tz) -> DateTime<Tz> {
    instant.with_timezone(&tz)
}

/// Working days (Monday to Friday) from one day to another, both counted; 0 if `to` is before `from`.
#[must_use]
pub fn working_days(from: NaiveDate, to: NaiveDate) -> u32 {
    let days = from.iter_days().take_while(|day| *day <= to);
    let working = days.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)).count();
    u32::try_from(working).unwrap_or(u32::MAX)
}

/// The last day of a month, if there is such a month.
#[must_use]
pub fn end_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let next = if month == 12 {
        NaiveDate::from_ymd_opt(year + 1, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(year, month + 1, 1)
    };
    next?.pred_opt()
}

#[cfg(test)]
mod tests;
