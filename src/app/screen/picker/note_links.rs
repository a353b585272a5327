//! The list of the passages that the links of a note lead to.

use crate::app::App;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice, beginning};
use crate::app::screen::picker::definition::Definition;
use crate::app::screen::{naming, note_links};

/// The list. At the desk its last row edits the note.
pub const PICKER: Definition = Definition::of_passages(
    |app| app.appearance.locale.say("title-note-links"),
    choices,
    |on, choice| {
        let closed = Outcome::of(Intent::Close);
        match &choice.target {
            ChoiceTarget::Passage(passage) => {
                let gone = closed.and(Intent::Go(passage.clone()));
                let own =
                    on.panes.notes.chosen(&on.context).filter(|note| note.anchor.as_ref() == Some(passage));
                own.map(|note| note.id).into_iter().fold(gone, |gone, id| gone.and(Intent::SelectNote(id)))
            }
            ChoiceTarget::EditNote => closed.then(on.panes.notes.edit(&on.context)),
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
    let mut choices: Vec<PickerChoice> = note_links::targets(app).into_iter().map(choice).collect();
    if app.typing().is_none() {
        let key = context.input.key("notes", "edit-note").unwrap_or_default();
        choices.push(PickerChoice {
            left: context.locale().keys(&key),
            text: context.locale().say("link-edit-note"),
            right: String::new(),
            target: ChoiceTarget::EditNote,
        });
    }
    choices
}
