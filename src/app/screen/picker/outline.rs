//! The list of the headings of the current document.

use crate::app::context::Context;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{self, Definition};
use crate::model::{Block, BlockKind, Document, Reference};

/// The list, which opens at the current section.
pub const PICKER: Definition = Definition {
    start: |context, state| {
        let section = context.here().section();
        state.position(|passage| *passage == section)
    },
    ..Definition::new(
        |app| app.appearance.locale.say("title-outline"),
        |app| choices(&app.context()),
        definition::read,
    )
};

fn choices(context: &Context) -> Vec<PickerChoice> {
    let document = &context.here().document;
    document.of_kind(BlockKind::Heading).map(|(_, block)| choice(document, block)).collect()
}

fn choice(document: &Document, heading: &Block) -> PickerChoice {
    let level = Document::heading_level(&heading.address).unwrap_or(0);
    let number = heading.number.as_deref().map_or_else(String::new, |number| format!("{number}. "));
    let passage = Reference { symbol: document.symbol.clone(), address: heading.address.clone() };
    PickerChoice {
        left: String::new(),
        text: format!("{}{number}{}", "  ".repeat(level), heading.text),
        right: String::new(),
        target: ChoiceTarget::Passage(passage),
    }
}
