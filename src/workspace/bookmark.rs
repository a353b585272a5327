//! Where the delegate was and what they had chosen, to come back to in the next run.

use crate::model::{Address, Language, Reference, Symbol};

/// A pane of the desk, in the order in which `Tab` visits them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// The agenda items and their next steps.
    Agenda,
    /// The text of a document.
    Reader,
    /// The notes on the current passage.
    Notes,
    /// What must be discussed, session by session.
    Tracker,
}

impl Pane {
    /// All panes in order.
    pub const ALL: [Self; 4] = [Self::Agenda, Self::Reader, Self::Notes, Self::Tracker];

    /// Its name: the scope of its keys, `pane-…` in the locale, and the form in which it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Reader => "reader",
            Self::Notes => "notes",
            Self::Tracker => "tracker",
        }
    }

    /// The pane with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pane| pane.name() == name)
    }

    /// The pane `by` places further; after the last one comes the first.
    #[must_use]
    pub fn step(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|pane| *pane == self).unwrap_or(0);
        Self::ALL[at.wrapping_add_signed(by) % Self::ALL.len()]
    }
}

/// Where the delegate is, as it is remembered between runs. Fields are empty where nothing was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bookmark {
    /// The passage selected in the reader.
    pub passage: Option<Reference>,
    /// The open agenda item.
    pub item: Option<Address>,
    /// The report whose next steps are shown.
    pub report: Option<Symbol>,
    /// Number of the session worked for.
    pub session: Option<u32>,
    /// The pane that has the keys.
    pub pane: Option<Pane>,
    /// Name of the theme chosen while the program ran, if it is not the one of the settings.
    pub theme: Option<String>,
    /// Language of the interface chosen while the program ran.
    pub language: Option<Language>,
}
