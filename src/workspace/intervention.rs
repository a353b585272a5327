//! An intervention: what one delegation said on the floor, read from a note that names a delegation.
//!
//! ```text
//! +++
//! id = "01GTVZ…"
//! at = 2023-03-06T10:44:00-05:00
//! anchor = "A/77/275:annex/E/next/2"
//! item = "item/5/f"
//! session = 4
//! delegation = "EGY"
//! meeting = 2
//! on-behalf-of = ["ARAB-GROUP"]
//! stance = "asks"
//! typed = "Égypte au nom du Groupe arabe ? E.2"
//! +++
//! qui paie
//! ```
//!
//! `delegation` is the id of a delegation, or the name as typed where nobody is known by it. Notes of older versions have the
//! name as typed and the sign of the stance at the beginning of the body; both are understood.

mod complete;
mod correct;
mod cursor;
mod line;
mod names;
mod own;
mod passage;
mod record;
mod tally;

pub use complete::{NameCompletion, complete};
pub use correct::{CorrectedField, FieldValue, InterventionField, correct, corrections, with_words_before};
pub use line::{InterventionLine, LineReader, TypedName, TypedPassage};
pub use own::OwnDelegation;
pub use record::{Intervention, MEETING, STANCE, write};
pub use tally::{Speaker, Tally};

/// The stance of a delegation on what is discussed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Typed `+` or `++`.
    Supports,
    /// Typed `-` or `--`.
    Opposes,
    /// Typed `=`: neither, or as before.
    Neutral,
    /// Typed `?`.
    Asks,
    /// It proposes something else; said in words only.
    Proposes,
}

impl Stance {
    /// All stances.
    pub const ALL: [Self; 5] = [Self::Supports, Self::Opposes, Self::Neutral, Self::Asks, Self::Proposes];

    /// The stable name, as in files, options of the command line, JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Opposes => "opposes",
            Self::Neutral => "neutral",
            Self::Asks => "asks",
            Self::Proposes => "proposes",
        }
    }

    /// The stance with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.name() == name)
    }

    /// The sign it is shown with; all but the last are typed too.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Supports => "+",
            Self::Opposes => "-",
            Self::Neutral => "=",
            Self::Asks => "?",
            Self::Proposes => "→",
        }
    }

    /// The stance whose sign a text begins with, whether the sign is doubled, and the length of the sign in bytes.
    #[must_use]
    pub fn signed(text: &str) -> Option<(Self, bool, usize)> {
        let mut chars = text.chars();
        let first = chars.next()?;
        let stance = match first {
            '+' => Self::Supports,
            '-' | '−' | '–' | '—' => Self::Opposes,
            '=' => Self::Neutral,
            '?' => Self::Asks,
            _ => return None,
        };
        let second = chars.next();
        let doubled = second == Some(first) && matches!(first, '+' | '-' | '−' | '–' | '?');
        let length = first.len_utf8() * if doubled { 2 } else { 1 };
        let follows = if doubled { chars.next() } else { second };
        // “==” is a rule and “+-” an amount; neither is a stance.
        let is_alone =
            follows.is_none_or(|c| c.is_whitespace() || c.is_alphanumeric() || "«\"“'’([@§".contains(c));
        is_alone.then_some((stance, doubled, length))
    }
}
