//! The list of the passages that the links of a note lead to.

use crate::app::App;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice, beginning};
use crate::app::screen::picker::definition::Definition;
use crate::app::screen::{naming, note_links};

/// The list.
pub const PICKER: Definition = Definition::of_passages(
    |app| app.appearance.locale.say("title-note-links"),
    choices,
    |_, choice| {
        let closed = Outcome::of(Intent::Close);
        match &choice.target {
            ChoiceTarget::Passage(passage) => closed.and(Intent::Go(passage.clone())),
            _ => closed,
        }
    },
);

fn choices(app: &App) -> Vec<PickerChoice> {
    let context = app.context();
    let choice = |passage: crate::model::Reference| PickerChoice {
        left: naming::citation(context.locale().language(), &passage),
        text: match context.look_up(&passage) {
            Some(found) => beginning(found.text()),
            None => context.locale().say("not-in-library"),
        },
        right: String::new(),
        target: ChoiceTarget::Passage(passage),
    };
    note_links::targets(app).into_iter().map(choice).collect()
}
