//! An error as data: a message id with its arguments, so that it can be said in any language.

use std::fmt;

/// The result of everything that can be refused.
pub type Result<T> = std::result::Result<T, Error>;

/// What an error means to the caller; the command line turns it into its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The thing asked for does not exist (exit code 1).
    NotFound,
    /// The request cannot be understood (exit code 2).
    WrongUse,
    /// Data on disk is broken, or the outside world refused (exit code 3).
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

/// Something that could not be done: what, where, and what to do, as a locale message with arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What it means to the caller.
    pub kind: ErrorKind,
    /// Id of the message in `data/locale/*.ftl`.
    pub id: &'static str,
    /// Named arguments of the message.
    pub args: Vec<(&'static str, String)>,
}

impl Error {
    /// An error of the given kind, said by the message `id`.
    #[must_use]
    pub fn new(kind: ErrorKind, id: &'static str) -> Self {
        Self { kind, id, args: Vec::new() }
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

    /// Broken data or a refusal of the outside world.
    #[must_use]
    pub fn broken(id: &'static str) -> Self {
        Self::new(ErrorKind::Broken, id)
    }

    /// The same error with one more argument for its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl fmt::Display for Error {
    /// A fallback for logs and tests; people read the message from the locale.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.id)?;
        for (name, value) in &self.args {
            write!(f, " {name}={value:?}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
