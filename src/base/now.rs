//! The current time and random bytes as an argument: only the shell reads the clock.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// The current time and random bytes. The shell makes it; tests pass a fixed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The instant, in the delegate's own time zone.
    pub instant: DateTime<FixedOffset>,
    /// The working day: today's date, or the day given by `--today`.
    pub today: NaiveDate,
    /// Ten random bytes from which ids are made; new for each update.
    pub random: [u8; 10],
}

impl Now {
    /// The time `instant`, with its date as the working day.
    #[must_use]
    pub fn new(instant: DateTime<FixedOffset>, random: [u8; 10]) -> Self {
        Self { instant, today: instant.date_naive(), random }
    }

    /// The same time with another working day.
    #[must_use]
    pub fn working_on(self, today: NaiveDate) -> Self {
        Self { today, ..self }
    }

    /// The same time with other random bytes, for the `nth` of several ids made at once.
    #[must_use]
    pub fn nth(&self, nth: usize) -> Self {
        let mut random = self.random;
        let mut carry = nth;
        for byte in random.iter_mut().rev() {
            let sum = usize::from(*byte) + (carry & 0xff);
            *byte = u8::try_from(sum & 0xff).unwrap_or_default();
            carry = (carry >> 8) + (sum >> 8);
        }
        Self { random, ..*self }
    }

    /// The working day at midnight: the moment of a file, which is the same when it is made again on that day.
    #[must_use]
    pub fn day(&self) -> DateTime<FixedOffset> {
        let midnight = self.today.and_time(chrono::NaiveTime::MIN);
        midnight.and_local_timezone(*self.instant.offset()).single().unwrap_or(self.instant)
    }

    /// The date and time of a new note: the current time of day on the working day.
    #[must_use]
    pub fn stamp(&self) -> DateTime<FixedOffset> {
        self.today
            .and_time(self.instant.time())
            .and_local_timezone(*self.instant.offset())
            .single()
            .unwrap_or(self.instant)
    }
}
