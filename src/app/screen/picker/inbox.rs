//! The list of what is offered in the inbox: all files together, and each of them.

use crate::app::App;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::State;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::Definition;
use crate::import::inbox::{InboxFile, SavedKind};
use crate::locale::Locale;

/// The list.
pub const PICKER: Definition = Definition {
    dismiss: |choice| match &choice.target {
        ChoiceTarget::Saved { files, .. } => Outcome::of(Intent::Dismiss(files.clone())),
        _ => Outcome::none(),
    },
    hints: &["accept", "dismiss", "cancel", "list-down"],
    left_columns: |columns| columns / 2,
    ..Definition::new(
        |app| app.appearance.locale.say("title-inbox"),
        choices,
        |_, choice| match &choice.target {
            ChoiceTarget::Saved { paths, .. } => {
                Outcome::of(Intent::Close).and(Intent::Import(paths.clone()))
            }
            _ => Outcome::of(Intent::Close),
        },
    )
};

fn choices(app: &App) -> Vec<PickerChoice> {
    let (locale, inbox) = (&app.appearance.locale, &app.inbox);
    let saved = |files: &[InboxFile]| ChoiceTarget::Saved {
        files: files.to_vec(),
        paths: files.iter().map(|file| inbox.path(file)).collect(),
    };
    let size = |bytes: u64| locale.say_with("size-kilobytes", &[("count", bytes.div_ceil(1024).into())]);
    let row = |file: &InboxFile| PickerChoice {
        left: file.name.clone(),
        text: SavedKind::of(&file.name)
            .map(|kind| locale.say(&format!("saved-{}", kind.name())))
            .unwrap_or_default(),
        right: size(file.bytes),
        target: saved(std::slice::from_ref(file)),
    };
    let all = (inbox.files.len() > 1).then(|| PickerChoice {
        left: locale.say_with("inbox-all", &[("count", inbox.files.len().into())]),
        text: String::new(),
        right: size(inbox.files.iter().map(|file| file.bytes).sum()),
        target: saved(&inbox.files),
    });
    all.into_iter().chain(inbox.files.iter().map(row)).collect()
}

impl State {
    /// Dismisses the current choice, if the list is one of things that are offered.
    #[must_use]
    pub fn dismiss(&self, locale: &Locale) -> Outcome {
        self.current(locale).map_or_else(Outcome::none, |choice| (self.definition().dismiss)(&choice))
    }
}
