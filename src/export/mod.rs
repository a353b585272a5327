//! Reports for other programs, and calendars in words.

pub mod said;
