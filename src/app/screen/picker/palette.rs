//! The list of everything that can be done now, with or without a key.

use crate::app::App;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{self, Definition};
use crate::app::verbs::{self, Verb};
use crate::keymap::Binding;

/// The list.
pub const PICKER: Definition =
    Definition::new(|app| app.appearance.locale.say("title-palette"), choices, definition::run);

/// Most keys shown of a verb.
const MOST_KEYS: usize = 2;

fn choices(app: &App) -> Vec<PickerChoice> {
    app.scopes().into_iter().flat_map(|scope| verbs(app, scope)).collect()
}

/// The verbs of a scope, once for each argument they take, with their keys at the left.
pub fn verbs(app: &App, scope: &str) -> impl Iterator<Item = PickerChoice> {
    let of_scope = verbs::all().filter(move |verb| verb.scope == scope);
    of_scope.flat_map(move |verb| {
        let alone = verb.arguments.is_empty().then_some(None);
        let arguments = alone.into_iter().chain(verb.arguments.iter().copied().map(Some));
        arguments.map(move |argument| choice(app, verb, argument))
    })
}

fn choice(app: &App, verb: &Verb, argument: Option<&str>) -> PickerChoice {
    let locale = &app.appearance.locale;
    let keys = app.input.keymap.keys_for(&[verb.scope], verb.name, argument).into_iter().take(MOST_KEYS);
    let keys: Vec<String> = keys.map(|sequence| locale.keys(&sequence.to_string())).collect();
    let binding = Binding { verb: verb.name.to_owned(), argument: argument.map(str::to_owned) };
    let text = locale.say(&binding.message());
    PickerChoice { left: keys.join("  "), text, right: String::new(), target: ChoiceTarget::Verb(binding) }
}
