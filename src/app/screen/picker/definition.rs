//! What defines a list to choose from: its title, its choices, and what choosing one does.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::State;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::preview::{self, Preview, Room};
use crate::app::{App, Split};

/// A list to choose from. Every list has one file with its definition.
#[derive(Debug, Clone, Copy)]
pub struct Definition {
    /// The title.
    pub title: fn(&App) -> String,
    /// Where the rows come from, in the order in which they are shown before anything is typed.
    pub source: RowSource,
    /// The choices that fit what was typed.
    pub find: fn(&Context, &State, &str) -> Matches,
    /// The choice that is current when the list opens, as an index into the choices shown; `None` for the first.
    pub start: fn(&Context, &State) -> Option<usize>,
    /// Whether the current choice may be chosen now.
    pub accepts: fn(&State) -> bool,
    /// Carries out a choice. The list is still open when it is called; the function may close it.
    pub choose: fn(Split, &PickerChoice) -> Outcome,
    /// What the key for the status does with the current choice.
    pub set_status: fn(&PickerChoice) -> Outcome,
    /// What the key that dismisses does with the current choice.
    pub dismiss: fn(&PickerChoice) -> Outcome,
    /// The verbs shown with their keys below the list, the most useful first.
    pub hints: &'static [&'static str],
    /// What is shown of the current choice below the rows.
    pub preview: fn(&Context, &PickerChoice, Room) -> Preview,
    /// How many rows that takes.
    pub preview_size: PreviewSize,
    /// The fewest rows the list has, even with fewer choices.
    pub least_rows: usize,
    /// The most columns for the text at the left of the choices, of the columns of the list.
    pub left_columns: fn(usize) -> usize,
    /// Whether the text at the left is a hyperlink to the document of the passage.
    pub links_document: bool,
}

/// Where the rows of a list come from.
#[derive(Debug, Clone, Copy)]
pub enum RowSource {
    /// They are made when the list opens.
    Made(fn(&App) -> Vec<PickerChoice>),
    /// The named passages of the library, each made when it is on screen or chosen. What is needed to find them is cached.
    NamedPassages,
}

/// How many rows the preview of the current choice takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreviewSize {
    /// None.
    Hidden,
    /// A few.
    Small,
    /// All rows that the choices do not need, for lists used to read passages.
    Large,
}

/// The choices that fit what was typed.
#[derive(Debug, Clone, Default)]
pub struct Matches {
    /// Choices made from what was typed, which are shown before the others: addresses and citations.
    pub exact: Vec<PickerChoice>,
    /// Those of the list, as indexes into all of its choices, best first.
    pub listed: Vec<usize>,
}

impl Definition {
    /// A list that is searched by the names of its choices and has no preview.
    #[must_use]
    pub const fn new(
        title: fn(&App) -> String,
        choices: fn(&App) -> Vec<PickerChoice>,
        choose: fn(Split, &PickerChoice) -> Outcome,
    ) -> Self {
        Self::with(title, RowSource::Made(choices), choose)
    }

    /// A list of passages to be read: with the passage below, and with its address where links can be opened.
    #[must_use]
    pub const fn of_passages(
        title: fn(&App) -> String,
        choices: fn(&App) -> Vec<PickerChoice>,
        choose: fn(Split, &PickerChoice) -> Outcome,
    ) -> Self {
        Self {
            preview_size: PreviewSize::Large,
            least_rows: 3,
            left_columns: |columns| columns / 2,
            links_document: true,
            ..Self::new(title, choices, choose)
        }
    }

    /// The same with rows from any source.
    #[must_use]
    pub const fn with(
        title: fn(&App) -> String,
        source: RowSource,
        choose: fn(Split, &PickerChoice) -> Outcome,
    ) -> Self {
        Self {
            title,
            source,
            find: |_, state, typed| Matches { exact: Vec::new(), listed: state.named(typed) },
            start: |_, _| None,
            accepts: |_| true,
            choose,
            set_status: |_| Outcome::none(),
            dismiss: |_| Outcome::none(),
            hints: &["accept", "cancel", "list-down", "clear"],
            preview: preview::of_target,
            preview_size: PreviewSize::Hidden,
            least_rows: 6,
            left_columns: |columns| (columns / 3).min(30),
            links_document: false,
        }
    }
}

/// Closes the list, goes to the chosen passage and moves the focus to the reader; copies the address of a document that
/// the library does not have.
pub fn read(_: Split, choice: &PickerChoice) -> Outcome {
    let closed = Outcome::of(Intent::Close);
    match &choice.target {
        ChoiceTarget::Passage(passage) => closed.and(Intent::Read(passage.clone())),
        ChoiceTarget::Passages { passages, at } => {
            closed.and(Intent::ReadAll { passages: passages.to_vec(), at: *at })
        }
        ChoiceTarget::Text { passage, language } => {
            closed.and(Intent::ReadText { passage: passage.clone(), language: *language })
        }
        // A document without a symbol has no address.
        ChoiceTarget::Official(address) if address.is_empty() => {
            closed.and(Intent::Notify(Notice::new("not-in-library")))
        }
        ChoiceTarget::Official(address) => closed
            .and(Intent::Notify(Notice::new("notice-copied").with("text", address)))
            .and(Intent::Perform(Effect::Copy(address.clone()))),
        _ => closed,
    }
}

/// Closes the list and runs the chosen verb in the scopes that are active then.
pub fn run(_: Split, choice: &PickerChoice) -> Outcome {
    let closed = Outcome::of(Intent::Close);
    match &choice.target {
        ChoiceTarget::Verb(binding) => closed.and(Intent::Run(binding.clone())),
        _ => closed,
    }
}
