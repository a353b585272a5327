//! A delegation: a State, an observer, a group or a body that takes the floor, with the names people type for it.

use crate::model::{Language, Names};

/// What kind of delegation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DelegationKind {
    /// A Member State.
    State,
    /// A non-member State with observer status.
    Observer,
    /// A regional group of the General Assembly.
    Region,
    /// Another group of States.
    Group,
    /// An organization or an office.
    Body,
}

impl DelegationKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::State, Self::Observer, Self::Region, Self::Group, Self::Body];

    /// The stable name, as in data files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Observer => "observer",
            Self::Region => "region",
            Self::Group => "group",
            Self::Body => "body",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it is a State, with or without membership.
    #[must_use]
    pub fn is_state(self) -> bool {
        matches!(self, Self::State | Self::Observer)
    }

    /// Whether it speaks for several States.
    #[must_use]
    pub fn is_group(self) -> bool {
        matches!(self, Self::Region | Self::Group)
    }
}

/// A delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// ISO 3166-1 alpha-3 for States; the usual letters of groups and bodies. Notes store it.
    pub id: String,
    /// What kind of delegation it is.
    pub kind: DelegationKind,
    /// ISO 3166-1 alpha-2; only States have it.
    pub alpha2: Option<String>,
    /// The short name, as the United Nations write it.
    pub name: Names,
    /// A shorter name for lists; empty if the short name is used there.
    pub label: Names,
    /// The formal name; empty if it is the short one.
    pub formal: Names,
    /// Demonyms, abbreviations and other usual names, in any language.
    pub also: Vec<String>,
    /// The ids of the members of a group, in the order of the file.
    pub members: Vec<String>,
}

impl Delegation {
    /// The name for lists in a language.
    #[must_use]
    pub fn label(&self, language: Language) -> &str {
        let label = self.label.get(language);
        if label.is_empty() { self.name.get(language) } else { label }
    }

    /// Every name it has: its codes, and its names in all languages.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let codes = std::iter::once(&self.id).chain(&self.alpha2);
        let names = [&self.name, &self.label, &self.formal].into_iter().flat_map(|names| names.0.values());
        codes.chain(names).chain(&self.also).map(String::as_str)
    }

    /// Whether a text is one of its codes, or no longer than a code.
    #[must_use]
    pub fn is_code(text: &str) -> bool {
        text.len() <= 3 && text.chars().all(|c| c.is_ascii_alphabetic())
    }
}
