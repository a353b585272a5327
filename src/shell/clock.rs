//! Time and randomness: the only place that reads them.

use chrono::{Local, NaiveDate, SubsecRound, Timelike};
use std::time::Duration;

use crate::base::Now;

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
        let instant = Local::now().fixed_offset().trunc_subsecs(3);
        if getrandom::fill(&mut chance).is_err() {
            chance[..8].copy_from_slice(&instant.timestamp_nanos_opt().unwrap_or_default().to_be_bytes());
        }
        let now = Now::new(instant, chance);
        self.today.map_or(now, |today| now.working_on(today))
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
