//! The list of what the current passage cites.

use crate::app::context::Context;
use crate::app::screen::citations;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{self, Definition};
use crate::app::screen::picker::preview::{self, Preview, Room};

/// The list.
pub const PICKER: Definition = Definition {
    preview,
    ..Definition::of_passages(
        |app| app.appearance.locale.say("title-citations"),
        |app| citations::cited(&app.context()),
        definition::read,
    )
};

/// The cited passage; with the changes if the current passage repeats it with changes.
fn preview(context: &Context, choice: &PickerChoice, room: Room) -> Preview {
    let changes = match &choice.target {
        ChoiceTarget::Passage(passage) => citations::changes(context, passage),
        _ => None,
    };
    match changes {
        Some(changes) => Preview::of_changes(context, changes.fitted(room.width, room.rows)),
        None => preview::of_target(context, choice, room),
    }
}
