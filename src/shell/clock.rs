//! Time and randomness: the only place that reads them.

use chrono::{DateTime, Local, NaiveDate, NaiveTime, Timelike, Utc};
use std::time::{Duration, SystemTime};

use crate::base::{Now, day};

/// The clock, with the day worked on.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    /// The day worked on, if it is not today.
    pub today: Option<NaiveDate>,
}

impl Clock {
    /// This moment.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "this is the clock the rest takes as an argument")]
    pub fn now(self) -> Now {
        let mut chance = [0; 10];
        // Without randomness, ids of the same millisecond could be equal; the nanoseconds are used instead.
        let instant = moment(SystemTime::now()).with_timezone(&Local).fixed_offset();
        if getrandom::fill(&mut chance).is_err() {
            chance[..8].copy_from_slice(&instant.timestamp_nanos_opt().unwrap_or_default().to_be_bytes());
        }
        let now = Now::new(instant, chance);
        self.today.map_or(now, |today| now.working_on(today))
    }

    /// How long until the second changes.
    #[must_use]
    pub fn until_next_second(self) -> Duration {
        let millis = self.now().instant.nanosecond() / 1_000_000;
        Duration::from_millis(u64::from(1_005_u32.saturating_sub(millis.min(1000))))
    }

    /// How long until the minute changes.
    #[must_use]
    pub fn until_next_minute(self) -> Duration {
        let now = self.now().instant;
        Duration::from_millis(
            60_050 - u64::from(now.second() * 1000 + now.nanosecond() / 1_000_000).min(60_000),
        )
    }
}

/// The moment of a clock, to the millisecond. A clock may be wrong by centuries: a moment outside of the accepted years,
/// which notes could not be dated with, becomes the first or the last one in them, in every time zone.
fn moment(clock: SystemTime) -> DateTime<Utc> {
    let millis = match clock.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |millis| -millis),
    };
    let day_of = |year: i32, month: u32, day: u32| {
        let date = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        date.and_time(NaiveTime::MIN).and_utc().timestamp_millis()
    };
    let (first, last) = (day_of(*day::YEARS.start(), 1, 2), day_of(*day::YEARS.end(), 12, 30));
    DateTime::from_timestamp_millis(millis.clamp(first, last)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_wrong_by_centuries_still_gives_a_moment_that_can_be_written() {
        let epoch = SystemTime::UNIX_EPOCH;
        let days = |days: u64| Duration::from_secs(days * 86_400);
        for (clock, expected) in [
            (epoch + days(19_422) + Duration::from_millis(7), "2023-03-06T00:00:00.007+00:00"),
            (epoch, "1970-01-01T00:00:00+00:00"),
            (epoch - Duration::from_millis(1), "1969-12-31T23:59:59.999+00:00"),
            (epoch - days(36_525), "1945-01-02T00:00:00+00:00"),
            (epoch + days(36_525_000), "9999-12-30T00:00:00+00:00"),
        ] {
            let moment = moment(clock);
            assert_eq!(moment.to_rfc3339(), expected);
            let now = Now::new(moment.fixed_offset(), [0; 10]);
            assert_eq!(DateTime::parse_from_rfc3339(&now.stamp().to_rfc3339()), Ok(now.stamp()));
            assert_eq!(crate::base::Id::new(&now).to_string().len(), 26);
        }
    }
}
