//! The list of the documents in the library.

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{self, Definition};
use crate::locale::dates;
use crate::model::{Address, DocumentRow, Place, Reference};

/// The list, which opens at the current document.
pub const PICKER: Definition = Definition {
    start: |context, state| {
        let here = &context.here().document;
        let is_here = |target: &ChoiceTarget| match target {
            ChoiceTarget::Text { passage, language } => {
                (&passage.symbol, *language) == (&here.symbol, here.language)
            }
            ChoiceTarget::Passage(passage) => passage.symbol == here.symbol,
            _ => false,
        };
        (0..state.len()).find(|line| state.target(*line).is_some_and(|target| is_here(&target)))
    },
    links_document: true,
    ..Definition::new(
        |app| app.appearance.locale.say("title-documents"),
        |app| choices(&app.context()),
        definition::read,
    )
};

fn choices(context: &Context) -> Vec<PickerChoice> {
    context.library.shelf.rows().iter().map(|row| choice(context, row)).collect()
}

fn choice(context: &Context, document: &DocumentRow) -> PickerChoice {
    let address = document.first.clone().unwrap_or_else(|| Address::body(Place::Title));
    let passage = Reference { symbol: document.symbol.clone(), address };
    let kind = context.locale().say(&format!("kind-{}", document.kind.name()));
    // Of a document in several languages the name of the language distinguishes the texts.
    let (right, target) = match context.library.shelf.rows_of(&document.symbol).as_slice() {
        [_] => (kind, ChoiceTarget::Passage(passage)),
        _ => {
            let language = document.language;
            let right = format!("{kind} · {}", naming::language(context.locale(), language));
            (right, ChoiceTarget::Text { passage, language })
        }
    };
    let date = document.date.map(|date| dates::date(context.locale(), date));
    let right = [date, Some(right)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    PickerChoice { left: document.symbol.to_string(), text: document.title.clone(), right, target }
}
