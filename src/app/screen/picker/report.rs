//! The list of what a handover, a takeover or an import has done.

use crate::app::App;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{Definition, PreviewSize};
use crate::app::screen::picker::preview;

/// The list after a handover.
pub const HANDOVER: Definition = report(|app| app.appearance.locale.say("title-handover"));
/// The list after a takeover.
pub const TAKEOVER: Definition = report(|app| app.appearance.locale.say("title-takeover"));

/// The list after an import.
pub const IMPORTED: Definition = report(|app| app.appearance.locale.say("title-imported"));

/// A list whose lines are read and not chosen. The current one is shown in full.
const fn report(title: fn(&App) -> String) -> Definition {
    Definition {
        preview: preview::of_row,
        preview_size: PreviewSize::Small,
        ..Definition::new(title, choices, |_, _| Outcome::of(Intent::Close))
    }
}

fn choices(app: &App) -> Vec<PickerChoice> {
    let line = |text| PickerChoice {
        left: String::new(),
        text,
        right: String::new(),
        target: ChoiceTarget::Nothing,
    };
    app.input.report.iter().map(|message| line(app.appearance.locale.message(message))).collect()
}
