//! The list of what other programs may get of words that were copied and of which some are restricted.

use crate::app::App;
use crate::app::copying::Question;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::Definition;
use crate::export::left_out;

/// The list. What leaves out the restricted words comes first.
pub const PICKER: Definition = Definition::new(
    |app| with_list(app, "title-copying"),
    choices,
    |_, choice| {
        let closed = Outcome::of(Intent::Close);
        match &choice.target {
            ChoiceTarget::Copy { words: Some(words), notice } => closed
                .and(Intent::Notify(Notice::new(notice)))
                .and(Intent::Perform(Effect::Copy(words.clone()))),
            ChoiceTarget::Copy { words: None, notice } => closed.and(Intent::Notify(Notice::new(notice))),
            _ => closed,
        }
    },
);

fn choices(app: &App) -> Vec<PickerChoice> {
    let Some(Question { all, open, .. }) = &app.input.question else { return Vec::new() };
    let choice = |id: &str, words: Option<&String>, notice| PickerChoice {
        left: String::new(),
        text: with_list(app, id),
        right: String::new(),
        target: ChoiceTarget::Copy { words: words.cloned(), notice },
    };
    let rest = (!open.is_empty()).then(|| choice("copy-open", Some(open), "notice-copied-open"));
    let others = [
        choice("copy-nothing", None, "notice-copied-nothing"),
        choice("copy-all", Some(all), "notice-copied-all"),
    ];
    rest.into_iter().chain(others).collect()
}

/// A message about what is restricted, with a list of it.
fn with_list(app: &App, id: &str) -> String {
    let locale = &app.appearance.locale;
    let list = app.input.question.as_ref().map(|question| left_out::list(&question.left_out, locale));
    locale.say_with(id, &[("list", list.unwrap_or_default().into())])
}
