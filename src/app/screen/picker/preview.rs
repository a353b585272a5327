//! What a list shows of the current choice below its rows: the text of a passage, changes, an address.

use crate::app::context::Context;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::base::Span;
use crate::compare::{ChangeKind, Marked};
use crate::model::{Passage, Reference};

/// A text with what is special in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// The meaning of the signs in the text; empty if there are none.
    pub legend: String,
    /// The text.
    pub text: String,
    /// The parts of the text that were removed or added.
    pub marks: Vec<(Span, ChangeKind)>,
    /// The part of the text that is the address of a document.
    pub address: Option<Span>,
}

/// The space for the text of a preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Columns.
    pub width: usize,
    /// Rows.
    pub rows: usize,
}

/// Most passages shown of one that has sub-paragraphs.
const MOST_PASSAGES: usize = 8;

impl Preview {
    /// A text without anything special.
    #[must_use]
    pub fn plain(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// A text with changes, and the legend of their signs.
    #[must_use]
    pub fn of_changes(context: &Context, marked: Marked) -> Self {
        let legend = context.locale().say("changes-legend");
        Self { legend, text: marked.text, marks: marked.marks, address: None }
    }

    /// The text of a passage with its sub-paragraphs.
    #[must_use]
    pub fn of_passage(context: &Context, passage: &Reference) -> Self {
        let blocks = context.look_up(passage).map(Passage::blocks);
        let texts = blocks.unwrap_or_default().iter().take(MOST_PASSAGES).map(|block| block.text.as_str());
        Self::plain(texts.collect::<Vec<_>>().join(" — "))
    }

    /// A document that the library does not have: its citation, where it is published, and that Enter copies this
    /// address.
    fn of_absent(context: &Context, citation: &str, address: &str) -> Self {
        let first = format!("{citation} · {}", context.locale().say("not-in-library"));
        if address.is_empty() {
            return Self::plain(first);
        }
        let start = first.len() + 1;
        let text = format!("{first}\n{address}\n{}", context.locale().say("absent-enter"));
        Self { address: Some(Span::new(start, start + address.len())), ..Self::plain(text) }
    }
}

/// The text of the passage that is chosen, or the address of a document that the library does not have.
#[must_use]
pub fn of_target(context: &Context, choice: &PickerChoice, _: Room) -> Preview {
    match &choice.target {
        ChoiceTarget::Passage(passage) | ChoiceTarget::Text { passage, .. } => {
            Preview::of_passage(context, passage)
        }
        ChoiceTarget::Passages { passages, at } => Preview::of_passage(context, &passages[*at]),
        ChoiceTarget::Official(address) => Preview::of_absent(context, &choice.left, address),
        _ => Preview::plain(choice.text.clone()),
    }
}

/// The text of the choice itself, which its row may cut.
#[must_use]
pub fn of_row(_: &Context, choice: &PickerChoice, _: Room) -> Preview {
    Preview::plain(choice.text.clone())
}
