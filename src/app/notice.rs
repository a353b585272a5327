//! The message on the bottom line.

use crate::base::{self, Error, Value};

/// A message on the bottom line, shown until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What people read.
    pub message: base::Message,
    /// Whether it reports a failure.
    pub alarm: bool,
}

impl Notice {
    /// A notice of something that was done.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { message: base::Message::new(id), alarm: false }
    }

    /// The same notice, reporting a failure.
    #[must_use]
    pub fn alarming(self) -> Self {
        Self { alarm: true, ..self }
    }

    /// The same notice with one more value in its message.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        Self { message: self.message.with(name, value), ..self }
    }
}

impl From<Error> for Notice {
    fn from(error: Error) -> Self {
        Self { message: error.message, alarm: true }
    }
}
