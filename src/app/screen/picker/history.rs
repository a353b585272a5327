//! The list of who set which status of the current tracker row, and when.

use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::choice::ChoiceTarget;
use crate::app::screen::picker::definition::{Definition, PreviewSize};
use crate::app::screen::picker::preview;
use crate::app::screen::tracker::history;

/// The list. Choosing goes to the step; the tracker keeps the keys.
pub const PICKER: Definition = Definition {
    preview: preview::of_row,
    preview_size: PreviewSize::Small,
    ..Definition::new(
        |app| app.appearance.locale.say("title-history"),
        |app| history::choices(&app.panes.tracker, &app.context()),
        |_, choice| {
            let closed = Outcome::of(Intent::Close);
            match &choice.target {
                ChoiceTarget::Passage(step) => closed.and(Intent::Go(step.clone())),
                _ => closed,
            }
        },
    )
};
