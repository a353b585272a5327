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

/// The id of a note, a position or a tracker act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u128);

impl Id {
    /// A new id for this moment.
    #[must_use]
    pub fn new(now: &Now) -> Self {
        let millis = u128::from(now.instant.timestamp_millis().unsigned_abs()) & ((1 << 48) - 1);
        let random = now.random.iter().fold(0u128, |sum, byte| (sum << 8) | u128::from(*byte));
        Self((millis << 80) | random)
    }

    /// The `nth` id that follows from this one, always the same; for 0 it is this one.
    #[must_use]
    pub fn nth(self, nth: u32) -> Self {
        Self(self.0.wrapping_add(nth.into()))
    }

    /// When it was made, in milliseconds since 1970; ids made by one command have the same value.
    #[must_use]
    pub fn millis(self) -> u128 {
        self.0 >> 80
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
