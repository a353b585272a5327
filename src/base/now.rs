//! The moment an update happens, and the chance that comes with it: both are arguments, never read.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// When and with which dice something happens. The shell makes it; tests pass a fixed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The instant, in the delegate's own time zone.
    pub instant: DateTime<FixedOffset>,
    /// The day one works in: the calendar's today, or the day set by `--today`.
    pub today: NaiveDate,
    /// Ten random bytes, fresh for each update, from which ids are made.
    pub chance: [u8; 10],
}

impl Now {
    /// The moment `instant`, working in its own day.
    #[must_use]
    pub fn new(instant: DateTime<FixedOffset>, chance: [u8; 10]) -> Self {
        Self { instant, today: instant.date_naive(), chance }
    }

    /// The same moment, working in another day.
    #[must_use]
    pub fn working_on(self, today: NaiveDate) -> Self {
        Self { today, ..self }
    }

    /// The same moment with other dice, for the `nth` of several things made at once.
    #[must_use]
    pub fn nth(&self, nth: usize) -> Self {
        let mut chance = self.chance;
        let mut carry = nth;
        for byte in chance.iter_mut().rev() {
            let sum = usize::from(*byte) + (carry & 0xff);
            *byte = u8::try_from(sum & 0xff).unwrap_or_default();
            carry = (carry >> 8) + (sum >> 8);
        }
        Self { chance, ..*self }
    }

    /// The instant a note is dated with: the clock's time on the day one works in.
    #[must_use]
    pub fn stamp(&self) -> DateTime<FixedOffset> {
        self.today
            .and_time(self.instant.time())
            .and_local_timezone(*self.instant.offset())
            .single()
            .unwrap_or(self.instant)
    }
}
