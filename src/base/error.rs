//! An error as data: what it means to the caller, and a message that can be shown in any language.

use std::fmt;

use super::message::{Message, Value};

/// The result of a function that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// What an error means to the caller; the command line derives its exit code from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The thing asked for does not exist (exit code 1).
    NotFound,
    /// The request cannot be understood (exit code 2).
    WrongUse,
    /// Data on disk is broken, or the operating system refused (exit code 3).
    Broken,
}

impl ErrorKind {
    /// The exit code of the command line for this kind.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::NotFound => 1,
            Self::WrongUse => 2,
            Self::Broken => 3,
        }
    }
}

/// Something that could not be done. Its message says what happened, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What it means to the caller.
    pub kind: ErrorKind,
    /// What people read.
    pub message: Message,
}

impl Error {
    /// An error of the given kind with the message `id`.
    #[must_use]
    pub fn new(kind: ErrorKind, id: &'static str) -> Self {
        Self { kind, message: Message::new(id) }
    }

    /// A thing that does not exist.
    #[must_use]
    pub fn not_found(id: &'static str) -> Self {
        Self::new(ErrorKind::NotFound, id)
    }

    /// A request that cannot be understood.
    #[must_use]
    pub fn wrong_use(id: &'static str) -> Self {
        Self::new(ErrorKind::WrongUse, id)
    }

    /// Broken data, or a refusal by the operating system.
    #[must_use]
    pub fn broken(id: &'static str) -> Self {
        Self::new(ErrorKind::Broken, id)
    }

    /// The same error with one more value in its message.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        Self { message: self.message.with(name, value), ..self }
    }
}

impl fmt::Display for Error {
    /// The id and the values of the message, for logs and tests; people read the text of the locale.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message.fmt(f)
    }
}

impl std::error::Error for Error {}

impl From<Error> for Value {
    fn from(error: Error) -> Self {
        error.message.into()
    }
}
