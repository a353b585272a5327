//! The list of everything that can be done now, with or without a key.

use crate::app::App;
use crate::app::context::Context;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{self, Definition, Matches};
use crate::app::verbs::{self, Verb};
use crate::keymap::Binding;

/// The list.
pub const PICKER: Definition = Definition {
    find: |context, state, typed| Matches { exact: with_words(context, typed), listed: state.named(typed) },
    ..Definition::new(|app| app.appearance.locale.say("title-palette"), choices, definition::run)
};

/// Most keys shown of a verb.
const MOST_KEYS: usize = 2;

fn choices(app: &App) -> Vec<PickerChoice> {
    app.scopes().into_iter().flat_map(|scope| verbs(app, scope)).collect()
}

/// The verbs of a scope, once for each argument they take, with their keys at the left.
pub fn verbs(app: &App, scope: &str) -> impl Iterator<Item = PickerChoice> {
    let looks_up = app.layers.last().is_some_and(|layer| layer.cover().looks_up());
    let works = move |verb: &&'static Verb| verb.while_writing || !looks_up;
    let of_scope = verbs::all().filter(move |verb| verb.scope == scope).filter(works);
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

/// The verb that is typed by its name, with or without words after it, such as `save-as ~/stick`. Its name is the one in keymaps, or the one
/// in the language of the interface.
fn with_words(context: &Context, typed: &str) -> Vec<PickerChoice> {
    let typed = typed.trim();
    let (name, words) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    let (locale, words) = (context.locale(), words.trim());
    let is_named = |verb: &&Verb| {
        verb.takes_words && (verb.name == name || locale.say(&format!("verb-{}-typed", verb.name)) == name)
    };
    let named = verbs::all().filter(is_named);
    named
        .map(|verb| {
            let argument = (!words.is_empty()).then(|| words.to_owned());
            let text = match argument {
                Some(_) => locale.say_with(&format!("verb-{}-to", verb.name), &[("words", words.into())]),
                None => locale.say(&format!("verb-{}", verb.name)),
            };
            let binding = Binding { verb: verb.name.to_owned(), argument };
            PickerChoice {
                left: String::new(),
                text,
                right: String::new(),
                target: ChoiceTarget::Verb(binding),
            }
        })
        .collect()
}
