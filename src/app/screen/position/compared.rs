//! The quotations of positions, compared with their sources once and again when the text or a document changes.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::app::context::Context;
use crate::base::Id;
use crate::board::{PositionBasis, basis};
use crate::model::{Language, Shelf};
use crate::workspace::{Kind, Note, Position};

/// The most texts that are remembered.
const MOST_TEXTS: usize = 256;

/// What positions rest on, as it was last found. To compare the quotations of a long text takes longer than a frame may.
#[derive(Debug, Clone, Default)]
pub struct Compared {
    found: HashMap<Id, ComparedText>,
    /// The documents and the language of the interface they were compared in.
    with: Option<(Shelf, Language)>,
}

#[derive(Debug, Clone)]
struct ComparedText {
    /// The text that was read.
    note: Note,
    basis: Vec<PositionBasis>,
}

/// What was computed from other state makes no two states different.
impl PartialEq for Compared {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Compared {}

impl Compared {
    /// Compares the quotations of those positions whose text or documents have changed.
    pub fn read(&mut self, shown: &[&Note], context: &Context) {
        let (shelf, language) = (&context.library.shelf, context.locale().language());
        let is_same = |(known, own): &(Shelf, Language)| known.is(shelf) && *own == language;
        if self.found.len() > MOST_TEXTS || !self.with.as_ref().is_some_and(is_same) {
            self.found.clear();
            self.with = Some((shelf.clone(), language));
        }
        for note in shown.iter().filter(|note| note.kind == Kind::Position) {
            if self.known(note).is_none() {
                let basis = basis::of(&Position::of(note), shelf, language);
                self.found.insert(note.id, ComparedText { note: (*note).clone(), basis });
            }
        }
    }

    /// What a position rests on; compared now if that is not known.
    #[must_use]
    pub fn of(&self, note: &Note, context: &Context) -> Cow<'_, [PositionBasis]> {
        match self.known(note) {
            Some(found) => Cow::Borrowed(&found.basis),
            None => {
                let language = context.locale().language();
                Cow::Owned(basis::of(&Position::of(note), &context.library.shelf, language))
            }
        }
    }

    fn known(&self, note: &Note) -> Option<&ComparedText> {
        self.found.get(&note.id).filter(|found| found.note == *note)
    }
}
