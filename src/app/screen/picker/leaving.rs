//! The list of what can be done when the delegate leaves and something is unsaved.

use crate::app::App;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::Leave;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::Definition;
use crate::app::screen::unsaved;

/// The list: what can be done, and below it what is unsaved and why.
pub const PICKER: Definition = Definition::new(
    |app| {
        let count = app.workspace.unsaved.nowhere().count();
        app.appearance.locale.say_with("title-leaving", &[("count", count.into())])
    },
    choices,
    |_, choice| {
        let closed = Outcome::of(Intent::Close);
        match choice.target {
            ChoiceTarget::Leave(how) => closed.and(Intent::Leave(how)),
            _ => closed,
        }
    },
);

fn choices(app: &App) -> Vec<PickerChoice> {
    let locale = &app.appearance.locale;
    let choice = |id: &str, how| PickerChoice {
        left: String::new(),
        text: locale.say(id),
        right: String::new(),
        target: ChoiceTarget::Leave(how),
    };
    let what_to_do = [
        choice("leave-try-again", Leave::AfterTryingAgain),
        choice("leave-save-as", Leave::AfterSavingAs),
        choice("leave-anyway", Leave::Anyway),
        choice("leave-not", Leave::Not),
    ];
    let context = app.context();
    let unsaved = app.workspace.unsaved.nowhere().map(|item| {
        let name = unsaved::name(&context, &item.write);
        let why = item.refused.as_ref().map(|error| unsaved::reason(locale, error));
        let why = why.unwrap_or_else(|| locale.say("unsaved-waiting"));
        PickerChoice::title(format!("! {why} · {name}"))
    });
    what_to_do.into_iter().chain(unsaved).collect()
}
