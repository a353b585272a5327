//! The lists of amendments: those of the current passage with what can be proposed on it, and those of the whole document.

use crate::app::App;
use crate::app::Split;
use crate::app::context::Context;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::screen::picker::choice::{AmendmentChoice, ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{Definition, PreviewSize};
use crate::app::screen::picker::preview::{Preview, Room};
use crate::app::screen::{amendment, naming};
use crate::compare::marked;
use crate::model::Reference;
use crate::workspace::Note;
use crate::workspace::amendment::{Amendment, Operation};

/// The amendments of the current passage, then the kinds of new ones. Choosing one opens it to write.
pub const OF_PASSAGE: Definition = Definition {
    set_status,
    hints: HINTS,
    preview,
    preview_size: PreviewSize::Small,
    ..Definition::new(
        |app| app.appearance.locale.say("title-amendments-here"),
        |app| of_passage(&app.context()),
        choose,
    )
};

/// What can be proposed on the current passage.
pub const NEW: Definition =
    Definition::new(|app| app.appearance.locale.say("title-amend"), |app| new(&app.context()), choose);

/// The amendments of the document in the order of its passages. Choosing one goes to its passage.
pub const OF_DOCUMENT: Definition = Definition {
    set_status,
    hints: HINTS,
    preview,
    preview_size: PreviewSize::Small,
    ..Definition::new(|app| app.appearance.locale.say("title-amendments"), of_document, read)
};

/// The verbs shown below the lists.
const HINTS: &[&str] = &["accept", "set-status", "cancel", "list-down", "clear"];

fn of_passage(context: &Context) -> Vec<PickerChoice> {
    let held = amendment::here(context);
    held.into_iter().map(|note| choice(context, note)).chain(new(context)).collect()
}

fn new(context: &Context) -> Vec<PickerChoice> {
    let choice = |operation: Operation| PickerChoice {
        left: "+".to_owned(),
        text: context.locale().say(&format!("amend-new-{}", operation.name())),
        right: String::new(),
        target: ChoiceTarget::Amendment(AmendmentChoice::New(operation)),
    };
    Operation::ALL.into_iter().map(choice).collect()
}

fn of_document(app: &App) -> Vec<PickerChoice> {
    let context = app.context();
    let document = &context.here().document;
    let place = |note: &&Note| {
        let anchor = note.anchor.as_ref().filter(|anchor| anchor.symbol == document.symbol)?;
        Some(document.position(&anchor.address).unwrap_or(usize::MAX))
    };
    let mut held: Vec<(usize, &Note)> =
        context.workspace.amendments.notes().filter_map(|note| Some((place(&note)?, note))).collect();
    held.sort_by_key(|(place, note)| (*place, note.id));
    held.into_iter().map(|(_, note)| choice(&context, note)).collect()
}

fn choice(context: &Context, note: &Note) -> PickerChoice {
    let label = |anchor: &Reference| naming::label(context.locale(), anchor);
    PickerChoice {
        left: note.anchor.as_ref().map(label).unwrap_or_default(),
        text: amendment::summary(note, context),
        right: amendment::head(note, context),
        target: ChoiceTarget::Amendment(AmendmentChoice::Held(note.id)),
    }
}

/// Offers the statuses of the current amendment.
fn set_status(choice: &PickerChoice) -> Outcome {
    match &choice.target {
        ChoiceTarget::Amendment(AmendmentChoice::Held(_)) => {
            Outcome::of(Intent::Open(Overlay::Picker(Picker::AmendmentStatus)))
        }
        _ => Outcome::none(),
    }
}

/// Closes the list and opens the chosen amendment to write.
fn choose(on: Split, choice: &PickerChoice) -> Outcome {
    let closed = Outcome::of(Intent::Close);
    if let Some(refused) = on.context.refusal() {
        return closed.then(refused);
    }
    match &choice.target {
        ChoiceTarget::Amendment(AmendmentChoice::Held(id)) => closed.then(amendment::edit(&on.context, *id)),
        ChoiceTarget::Amendment(AmendmentChoice::New(operation)) => {
            closed.then(amendment::begin(&on.context, *operation))
        }
        _ => closed,
    }
}

/// Closes the list and goes to the passage of the chosen amendment.
fn read(on: Split, choice: &PickerChoice) -> Outcome {
    let closed = Outcome::of(Intent::Close);
    let passage = held(&on.context, choice).and_then(|note| note.anchor.clone());
    passage.map_or_else(Outcome::none, |passage| closed.and(Intent::Read(passage)))
}

fn held<'a>(context: &Context<'a>, choice: &PickerChoice) -> Option<&'a Note> {
    match &choice.target {
        ChoiceTarget::Amendment(AmendmentChoice::Held(id)) => context.workspace.amendments.get(*id),
        _ => None,
    }
}

/// Words around a change in the preview.
const AROUND: usize = 8;

/// The words that go and come.
fn preview(context: &Context, choice: &PickerChoice, _: Room) -> Preview {
    let Some(note) = held(context, choice) else { return Preview::plain(choice.text.clone()) };
    let amendment = Amendment::of(note);
    let original = amendment.original_in(&context.library.shelf);
    match (amendment.operation, amendment.wordings().first()) {
        (Operation::Reword, Some(wording)) => {
            Preview::of_changes(context, marked(&original, &wording.text, Some(AROUND)))
        }
        _ => Preview::plain(choice.text.clone()),
    }
}
