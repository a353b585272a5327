//! Ids that sort by time and are unique even if several people make them at the same time.
//!
//! 48 bits of milliseconds and 80 random bits, written as 26 characters of Crockford's base 32. That alphabet has no
//! characters that look alike, so that an id can be part of a file name and can be read aloud.

use std::fmt;
use std::str::FromStr;

use crate::base::Now;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const NO_DIGIT: u8 = 0xff;

/// The value of each byte as a digit, in either case. A table, because logs contain hundreds of thousands of ids.
const DIGITS: [u8; 256] = {
    let mut digits = [NO_DIGIT; 256];
    let mut at = 0;
    while at < ALPHABET.len() {
        digits[ALPHABET[at] as usize] = at as u8;
        digits[ALPHABET[at].to_ascii_lowercase() as usize] = at as u8;
        at += 1;
    }
    digits
};

const RANDOM_BITS: u32 = 80;
const RANDOM: u128 = (1 << RANDOM_BITS) - 1;
const MOST_MILLIS: u128 = (1 << 48) - 1;

/// The id of a note, a position or a tracker act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u128);

impl Id {
    /// A new id for this moment.
    #[must_use]
    pub fn new(now: &Now) -> Self {
        // A clock before 1970 counts as 1970: ids of that time no longer sort by it, but they are unique.
        let millis = u128::try_from(now.instant.timestamp_millis()).unwrap_or(0) & MOST_MILLIS;
        let random = now.random.iter().fold(0u128, |sum, byte| (sum << 8) | u128::from(*byte));
        Self((millis << RANDOM_BITS) | random)
    }

    /// The `nth` id that follows from this one, always the same; for 0 it is this one.
    #[must_use]
    pub fn nth(self, nth: u32) -> Self {
        Self(self.0.wrapping_add(nth.into()))
    }

    /// This id, or one with the same random bits that sorts after `last` if it does not: what is made later must sort
    /// later even if the clock was put back.
    #[must_use]
    pub fn after(self, last: Self) -> Self {
        let millis = last.0 >> RANDOM_BITS;
        if self > last || millis >= MOST_MILLIS {
            return self;
        }
        Self(((millis + 1) << RANDOM_BITS) | (self.0 & RANDOM))
    }

    /// When it was made: milliseconds since 1970.
    #[must_use]
    pub fn millis(self) -> u64 {
        u64::try_from(self.0 >> RANDOM_BITS).unwrap_or(u64::MAX)
    }

    /// Whether both were made by one command: within a second, from random bits that [`Now::nth`] derived from each other.
    #[must_use]
    pub fn is_of_one_command(self, other: Self) -> bool {
        let random = |id: Self| id.0 & RANDOM;
        self.millis().abs_diff(other.millis()) < 1000 && random(self).abs_diff(random(other)) < 1 << 16
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..26).rev() {
            let digit = usize::try_from((self.0 >> (place * 5)) & 31).unwrap_or(0);
            write!(f, "{}", char::from(ALPHABET[digit]))?;
        }
        Ok(())
    }
}

impl FromStr for Id {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.len() != 26 {
            return Err(());
        }
        let mut value = 0u128;
        for (index, byte) in text.bytes().enumerate() {
            let digit = DIGITS[usize::from(byte)];
            if digit == NO_DIGIT || (index == 0 && digit > 7) {
                return Err(());
            }
            value = (value << 5) | u128::from(digit);
        }
        Ok(Self(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn id(millis: i64, chance: u8) -> Id {
        Id::new(&now(millis, chance))
    }

    fn now(millis: i64, chance: u8) -> Now {
        Now::new(DateTime::from_timestamp_millis(millis).unwrap().fixed_offset(), [chance; 10])
    }

    #[test]
    fn an_id_can_be_made_at_any_time_and_is_read_back() {
        for millis in [i64::from(i32::MIN) * 1000, -1, 0, 1, 253_402_300_799_999, 8_000_000_000_000_000] {
            assert_eq!(id(millis, 7).to_string().parse(), Ok(id(millis, 7)), "{millis}");
        }
        assert!(id(-5, 1) <= id(0, 1) && id(0, 9) < id(1, 1));
    }

    #[test]
    fn an_id_made_later_sorts_later_whatever_the_clock() {
        let mut last = id(5000, 200);
        for (millis, chance) in [(5000, 1), (10, 3), (-10, 250), (5001, 0), (9000, 0)] {
            let next = id(millis, chance).after(last);
            assert!(next > last, "{millis}");
            last = next;
        }
        assert_eq!(last, id(9000, 0), "an id that sorts later stays as it is");
    }

    #[test]
    fn the_ids_of_one_command_are_known_as_such() {
        let first = now(5000, 7);
        for (other, expected) in [
            (Id::new(&first.nth(1)), true),
            (Id::new(&first.nth(300)).after(id(5000, 255)), true),
            (id(5000, 8), false),
            (Id::new(&now(9000, 7).nth(1)), false),
        ] {
            assert_eq!(Id::new(&first).is_of_one_command(other), expected, "{other}");
        }
    }
}
