//! The message on the bottom line.

use crate::base::{self, Error, Value};
use crate::workspace::TEXT_LIMIT;

/// A message on the bottom line, shown until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What people read.
    pub message: base::Message,
    /// Whether it reports a failure.
    pub alarm: bool,
    /// Whether it takes one row only: it says nothing that the screens do not show as well, and must not cover them.
    pub is_brief: bool,
}

impl Notice {
    /// Says that a text was marked as restricted, or no longer is.
    #[must_use]
    pub fn restricted(restricted: bool) -> Self {
        Self::new(if restricted { "notice-restricted" } else { "notice-unrestricted" })
    }

    /// A notice of something that was done.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { message: base::Message::new(id), alarm: false, is_brief: false }
    }

    /// An insertion was refused, as the text would have had `size` bytes.
    #[must_use]
    pub fn too_long(size: usize) -> Self {
        let notice = Self::new("notice-text-too-long").with("limit_kb", TEXT_LIMIT / 1024);
        notice.with("size_kb", size.div_ceil(1024)).alarming()
    }

    /// The first of several reports, with their number; `None` if there is none.
    #[must_use]
    pub fn of_all(reports: &[Error]) -> Option<Self> {
        let first = reports.first()?.clone();
        Some(match reports.len() {
            1 => Self::from(first),
            count => Self::new("notice-faults").with("first", first).with("count", count).alarming(),
        })
    }

    /// The same notice, reporting a failure.
    #[must_use]
    pub fn alarming(self) -> Self {
        Self { alarm: true, ..self }
    }

    /// The same notice in one row, cut at the end of a word.
    #[must_use]
    pub fn brief(self) -> Self {
        Self { is_brief: true, ..self }
    }

    /// The same notice with one more value in its message.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        Self { message: self.message.with(name, value), ..self }
    }
}

impl From<Error> for Notice {
    fn from(error: Error) -> Self {
        Self { message: error.message, alarm: true, is_brief: false }
    }
}
