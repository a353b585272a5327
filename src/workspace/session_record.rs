//! The record of a session or of one of its days as a note: made of what was said, edited by the delegate, written to a file.
//!
//! ```text
//! +++
//! session = 4
//! record = "2023-03-07"
//! left-out = "Left out because restricted: 1 note."
//! +++
//! # Record of 7 March 2023, 4th session
//! ```
//!
//! `record` is the day, or `session` for all days.

use chrono::NaiveDate;

use crate::base::Now;
use crate::workspace::Note;

/// What a record is about: a day, or [`WHOLE`].
const RECORD: &str = "record";
/// The value of [`RECORD`] for all days of a session.
const WHOLE: &str = "session";
/// The sentence about what was left out.
const LEFT_OUT: &str = "left-out";

/// A record begun now, in Markdown, of a day or, without one, of all days of a session. `left_out` is the sentence about what was left out.
#[must_use]
pub fn record_note(
    now: &Now,
    author: &str,
    text: String,
    session: u32,
    day: Option<NaiveDate>,
    left_out: &str,
) -> Note {
    let mut note = Note::new(now, author, text);
    note.session = Some(session);
    let about = day.map_or_else(|| WHOLE.to_owned(), |day| day.to_string());
    note.extra.insert(RECORD.to_owned(), about.into());
    note.extra.insert(LEFT_OUT.to_owned(), left_out.into());
    note
}

/// Whether a note is a record, and so neither a note of its own nor an intervention.
#[must_use]
pub fn is_record(note: &Note) -> bool {
    note.extra.contains_key(RECORD)
}

/// The day that a record is about; `None` for all days of its session.
#[must_use]
pub fn record_day(note: &Note) -> Option<NaiveDate> {
    note.extra.get(RECORD)?.as_str()?.parse().ok()
}

/// The sentence about what was left out of a record; empty if it has none.
#[must_use]
pub fn record_left_out(note: &Note) -> &str {
    note.extra.get(LEFT_OUT).and_then(|value| value.as_str()).unwrap_or_default()
}
