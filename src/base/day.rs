//! The days a person may work on or write down: those of the years that the program writes and reads back.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

/// The years of which days are accepted: from the founding of the United Nations to the last one that has four digits.
/// TOML and RFC 3339 write years with four digits, so a note of another year could not be read back.
pub const YEARS: RangeInclusive<i32> = 1945..=9999;

/// Whether a day is in one of the accepted [`YEARS`].
#[must_use]
pub fn is_accepted(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

/// A day written as `2023-03-06`; `None` if it is none, or in a year that is not accepted.
#[must_use]
pub fn read(text: &str) -> Option<NaiveDate> {
    text.parse().ok().filter(|day| is_accepted(*day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_can_be_written_and_read_back_are_accepted() {
        for (text, accepted) in [
            ("2023-03-06", true),
            ("1945-01-01", true),
            ("9999-12-31", true),
            ("1944-12-31", false),
            ("-0001-01-01", false),
            ("+10000-01-01", false),
            ("262142-12-31", false),
            ("2023-02-30", false),
            ("", false),
        ] {
            assert_eq!(read(text).is_some(), accepted, "{text}");
        }
    }
}
