//! The list of the steps of two reports in pairs, to be confirmed one by one.

use crate::app::context::Context;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{Definition, PreviewSize};
use crate::app::screen::picker::preview::{self, Preview, Room};
use crate::app::screen::tracker::beside;
use crate::model::Reference;

/// The list. It stays open while pairs are confirmed.
pub const PICKER: Definition = Definition {
    preview,
    preview_size: PreviewSize::Large,
    ..Definition::new(
        |app| beside::title(&app.panes.tracker, &app.context()),
        |app| beside::choices(&app.panes.tracker, &app.context()),
        |on, choice| on.panes.tracker.take(&on.context, &choice.target),
    )
};

/// The texts of both steps as one, with the changes; the text of the only one if a step is missing.
fn preview(context: &Context, choice: &PickerChoice, room: Room) -> Preview {
    let ChoiceTarget::Pair { old, new, language } = &choice.target else {
        return preview::of_target(context, choice, room);
    };
    let text = |step: &Option<Reference>| {
        let passage = context.library.shelf.passage(step.as_ref()?, *language)?;
        Some(passage.text())
    };
    let marked = beside::marked(text(old), text(new), None).unwrap_or_default();
    if marked.marks.is_empty() { Preview::plain(marked.text) } else { Preview::of_changes(context, marked) }
}
