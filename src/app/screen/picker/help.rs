//! The list of the keys that work now, the innermost scope first.

use crate::app::App;
use crate::app::screen::picker::choice::PickerChoice;
use crate::app::screen::picker::definition::{self, Definition, Matches};
use crate::app::screen::picker::palette;

/// The list.
pub const PICKER: Definition = Definition {
    find: |context, state, typed| Matches {
        exact: Vec::new(),
        listed: palette::fitting(context, state, typed),
    },
    ..Definition::new(|app| app.appearance.locale.say("title-help"), choices, definition::run)
};

fn choices(app: &App) -> Vec<PickerChoice> {
    let mut choices = Vec::new();
    for scope in app.scopes() {
        let bound = palette::verbs(app, scope).filter(|choice| !choice.left.is_empty());
        let bound: Vec<PickerChoice> = bound.collect();
        if !bound.is_empty() {
            choices.push(PickerChoice::title(app.appearance.locale.say(&format!("scope-{scope}"))));
            choices.extend(bound);
        }
    }
    choices
}
