//! The list of everything that can be done now, with or without a key.

use crate::app::App;
use crate::app::context::Context;
use crate::app::overlay::{Picker, Prompt};
use crate::app::screen::picker::State;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{self, Definition, Matches};
use crate::app::verbs::typed::{TypedVerb, TypedVerbs};
use crate::app::verbs::{self, Verb};
use crate::base::text::fold;
use crate::keymap::Binding;
use crate::search::names::{Fuzzy, WordFit};

/// The list.
pub const PICKER: Definition = Definition {
    find: |context, state, typed| Matches {
        exact: [with_words(context, typed), named(context, state, typed)].concat(),
        listed: fitting(context, state, typed),
    },
    ..Definition::new(|app| app.appearance.locale.say("title-palette"), choices, definition::run)
};

/// The verbs for which people type this, as far as they work here.
fn named(context: &Context, state: &State, typed: &str) -> Vec<PickerChoice> {
    let rows = &state.offer.rows;
    let row = |binding: &Binding| {
        let at = (0..rows.count()).find(|at| *rows.target(*at) == ChoiceTarget::Verb(binding.clone()))?;
        Some(rows.choice(at, context.locale()).into_owned())
    };
    let choice = |verb: &TypedVerb| {
        let words = verb.binding.argument.as_deref()?;
        let takes_words = verbs::all().any(|known| known.takes_words && known.name == verb.binding.verb);
        takes_words.then(|| words_choice(context, &verb.binding.verb, words))
    };
    let found = TypedVerbs::bundled().named(typed).into_iter();
    let mut choices: Vec<PickerChoice> =
        found.filter_map(|verb| row(&verb.binding).or_else(|| choice(verb))).collect();
    // Its name in keymaps.
    let name = typed.trim().to_lowercase();
    let (verb, argument) = name.split_once(' ').map_or((&*name, None), |(verb, rest)| (verb, Some(rest)));
    let own = Binding { verb: verb.to_owned(), argument: argument.map(str::to_owned) };
    choices.extend(row(&own).filter(|own| choices.iter().all(|known| known.target != own.target)));
    choices
}

/// The choices that fit what is typed: first those in which each word typed begins a word, then those with its letters. A verb
/// that sets a status or deletes something is listed only if each word typed is one of its own.
#[must_use]
pub fn fitting(context: &Context, state: &State, typed: &str) -> Vec<usize> {
    let listed = state.named(typed);
    if typed.trim().is_empty() {
        return listed;
    }
    let rows = &state.offer.rows;
    // Its keys are no words of a verb, and a word such as "as" is not one of its own.
    let has_word = typed.split_whitespace().any(|word| word.chars().count() > 3);
    let is_meant = |at: &usize| match &*rows.target(*at) {
        ChoiceTarget::Verb(binding) if TypedVerbs::bundled().is_careful(&binding.verb) => {
            let name = format!("{} {binding}", rows.choice(*at, context.locale()).text);
            has_word && Fuzzy::new([name]).strength(0, typed) == WordFit::Whole
        }
        _ => true,
    };
    let strength = |at: &usize| state.offer.names.strength(*at, typed);
    let mut listed: Vec<usize> = listed.into_iter().filter(is_meant).collect();
    // Equal ones stay in their order.
    listed.sort_by_key(|at| std::cmp::Reverse(strength(at).max(WordFit::Inside)));
    listed
}

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
        .map(|verb| match words.is_empty() {
            false => words_choice(context, verb.name, words),
            true => PickerChoice {
                left: String::new(),
                text: locale.say(&format!("verb-{}", verb.name)),
                right: String::new(),
                target: ChoiceTarget::Verb(Binding { verb: verb.name.to_owned(), argument: None }),
            },
        })
        .collect()
}

/// The line in which files are typed, if the name of the verb that imports them was typed with a space after it: that line
/// completes paths.
#[must_use]
pub fn path_prompt(state: &State) -> Option<Prompt> {
    let typed = Some(state.input.text()).filter(|_| state.picker == Picker::Palette)?;
    let name = typed.strip_suffix(' ')?;
    let named = TypedVerbs::bundled().named(name);
    let is_named = |verb: &&TypedVerb| verb.binding.verb == "import" && verb.typed.contains(&fold(name));
    named.into_iter().any(|verb| is_named(&verb)).then_some(Prompt::Import)
}

/// A verb with words after its name.
fn words_choice(context: &Context, verb: &str, words: &str) -> PickerChoice {
    let text = context.locale().say_with(&format!("verb-{verb}-to"), &[("words", words.into())]);
    let binding = Binding { verb: verb.to_owned(), argument: Some(words.to_owned()) };
    PickerChoice { left: String::new(), text, right: String::new(), target: ChoiceTarget::Verb(binding) }
}
