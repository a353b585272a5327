//! The list of the fields of the chosen intervention, with what was corrected in them.

use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::intervention::fields;
use crate::app::screen::picker::choice::ChoiceTarget;
use crate::app::screen::picker::definition::Definition;

/// The list. Choosing a field asks for its value.
pub const PICKER: Definition = Definition::new(
    |app| app.appearance.locale.say("title-fields"),
    |app| {
        let context = app.context();
        let note = app.panes.notes.chosen(&context);
        note.map(|note| fields::choices(&context, note)).unwrap_or_default()
    },
    |on, choice| match choice.target {
        ChoiceTarget::Field(id, field) => {
            Outcome::of(Intent::Close).then(fields::begin(&on.context, id, field))
        }
        _ => Outcome::none(),
    },
);
