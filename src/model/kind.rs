//! The kinds of passages that citations name by a word and a number; the one list that writing and reading use.

use std::ops::{Index, IndexMut};

use crate::model::Place;

/// What a citation names with a word and a number: "paragraph 4", "agenda item 5".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageKind {
    /// A numbered paragraph.
    Paragraph,
    /// An operative paragraph of a resolution.
    Operative,
    /// A preambular paragraph of a resolution.
    Preambular,
    /// A norm of responsible State behaviour.
    Norm,
    /// An agenda item.
    Item,
    /// A footnote.
    Note,
    /// A recommended next step.
    Step,
    /// A numbered section.
    Section,
}

impl PassageKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Paragraph,
        Self::Operative,
        Self::Preambular,
        Self::Norm,
        Self::Item,
        Self::Note,
        Self::Step,
        Self::Section,
    ];

    /// The name in language files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Operative => "operative",
            Self::Preambular => "preambular",
            Self::Norm => "norm",
            Self::Item => "item",
            Self::Note => "note",
            Self::Step => "step",
            Self::Section => "section",
        }
    }

    /// The place with this number. Of a norm and a footnote only the last component counts: the letter, the mark.
    #[must_use]
    pub fn place(self, number: Vec<String>) -> Place {
        let last = |mut number: Vec<String>| number.pop().unwrap_or_default();
        match self {
            Self::Paragraph => Place::Paragraph(number),
            Self::Operative => Place::Operative(number),
            Self::Preambular => Place::Preambular(number),
            Self::Norm => Place::Norm(last(number)),
            Self::Item => Place::Item(number),
            Self::Note => Place::Note(last(number)),
            Self::Step => Place::Step(Vec::new(), number),
            Self::Section => Place::Heading(number),
        }
    }
}

/// A value for each kind of passage.
#[derive(Debug, Clone, Default)]
pub struct PerKind<T>([T; PassageKind::ALL.len()]);

impl<T> PerKind<T> {
    /// The values that `of` gives.
    pub fn new(of: impl FnMut(PassageKind) -> T) -> Self {
        Self(PassageKind::ALL.map(of))
    }
}

impl<T> Index<PassageKind> for PerKind<T> {
    type Output = T;

    fn index(&self, kind: PassageKind) -> &T {
        &self.0[kind as usize]
    }
}

impl<T> IndexMut<PassageKind> for PerKind<T> {
    fn index_mut(&mut self, kind: PassageKind) -> &mut T {
        &mut self.0[kind as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_own_value() {
        let names = PerKind::new(PassageKind::name);
        assert!(PassageKind::ALL.into_iter().all(|kind| names[kind] == kind.name()));
    }
}
