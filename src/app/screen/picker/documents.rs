//! The list of the documents in the library.

use crate::app::context::Context;
use crate::app::screen::picker::choice::{Choice, Target};
use crate::app::screen::picker::definition::{self, Definition};
use crate::model::{Address, Document, Place, Reference};

/// The list, which opens at the current document.
pub const PICKER: Definition = Definition {
    start: |context, state| state.position(|passage| passage.symbol == context.here().document.symbol),
    links_document: true,
    ..Definition::new(
        |app| app.appearance.locale.say("title-documents"),
        |app| choices(&app.context()),
        definition::read,
    )
};

fn choices(context: &Context) -> Vec<Choice> {
    context.library.shelf.documents().iter().map(|document| choice(context, document)).collect()
}

fn choice(context: &Context, document: &Document) -> Choice {
    let first = document.blocks.first().map(|block| block.address.clone());
    let address = first.unwrap_or_else(|| Address::body(Place::Title));
    Choice {
        left: document.symbol.to_string(),
        text: document.title.clone(),
        right: context.locale().say(&format!("kind-{}", document.kind.name())),
        target: Target::Passage(Reference { symbol: document.symbol.clone(), address }),
    }
}
