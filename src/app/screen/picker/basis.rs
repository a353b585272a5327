//! The list of passages that a position on the current passage can rest on: the passage itself and what it cites.

use crate::app::context::Context;
use crate::app::outcome::Outcome;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice, beginning};
use crate::app::screen::picker::definition::Definition;
use crate::app::screen::{citations, naming, position};
use crate::model::Place;

/// The list. Choosing a passage adds it to the position; the list stays open for more.
pub const PICKER: Definition = Definition::of_passages(
    |app| app.appearance.locale.say("title-basis"),
    |app| choices(&app.context()),
    |on, choice| match &choice.target {
        ChoiceTarget::Passage(passage) => position::rest_on(&on.context, passage),
        _ => Outcome::none(),
    },
);

/// The passages of the library that the passage cites, then the passage itself. A document cited as a whole is no passage to
/// quote.
fn choices(context: &Context) -> Vec<PickerChoice> {
    let passage = context.passage();
    let text = context.here().document.block(&passage.address).map(|block| beginning(&block.text));
    let own = PickerChoice {
        left: naming::citation(context.locale().language(), &passage),
        text: text.unwrap_or_default(),
        right: String::new(),
        target: ChoiceTarget::Passage(passage),
    };
    let is_passage = |choice: &PickerChoice| match &choice.target {
        ChoiceTarget::Passage(cited) => cited.address.place != Place::Title,
        _ => false,
    };
    citations::cited(context).into_iter().filter(is_passage).chain([own]).collect()
}
