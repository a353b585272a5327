//! The list of the statuses that an amendment can have, over the list in which it was chosen.

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::layer::Layer;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::amendment;
use crate::app::screen::picker::choice::{AmendmentChoice, ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::Definition;
use crate::app::workspace::Change;
use crate::app::{App, Split};
use crate::base::Id;
use crate::workspace::{Amendment, AmendmentStatus, Note};

/// The list. Choosing sets the status and goes back to the list of amendments.
pub const PICKER: Definition = Definition {
    start: |context, state| {
        let is_set = |line: &usize| match state.target(*line).as_deref() {
            Some(ChoiceTarget::Amendment(AmendmentChoice::Status(id, status))) => {
                held(context, *id).is_some_and(|note| Amendment::of(note).status == *status)
            }
            _ => false,
        };
        (0..state.len()).find(is_set)
    },
    ..Definition::new(title, choices, choose)
};

/// The amendment that is chosen in the list below.
fn chosen(app: &App) -> Option<&Note> {
    let locale = &app.appearance.locale;
    let lists = app.layers.iter().rev().filter_map(|layer| match layer {
        Layer::Picker(list) => list.current(locale),
        _ => None,
    });
    let id = |choice: PickerChoice| match choice.target {
        ChoiceTarget::Amendment(AmendmentChoice::Held(id) | AmendmentChoice::Status(id, _)) => Some(id),
        _ => None,
    };
    let id = lists.map(std::borrow::Cow::into_owned).find_map(id)?;
    app.workspace.amendments.get(id)
}

fn held<'a>(context: &Context<'a>, id: Id) -> Option<&'a Note> {
    context.workspace.amendments.get(id)
}

fn title(app: &App) -> String {
    let name = chosen(app).map(|note| amendment::head(note, &app.context())).unwrap_or_default();
    app.appearance.locale.say_with("title-amendment-status", &[("amendment", name.into())])
}

fn choices(app: &App) -> Vec<PickerChoice> {
    let Some(note) = chosen(app) else { return Vec::new() };
    let locale = &app.appearance.locale;
    let choice = |status: AmendmentStatus| PickerChoice {
        left: String::new(),
        text: locale.say(&format!("amendment-{}", status.name())),
        right: String::new(),
        target: ChoiceTarget::Amendment(AmendmentChoice::Status(note.id, status)),
    };
    AmendmentStatus::ALL.into_iter().map(choice).collect()
}

fn choose(on: Split, choice: &PickerChoice) -> Outcome {
    let closed = Outcome::of(Intent::Close);
    if let Some(refused) = on.context.refusal() {
        return closed.then(refused);
    }
    let ChoiceTarget::Amendment(AmendmentChoice::Status(id, status)) = choice.target else { return closed };
    let Some(before) = held(&on.context, id) else { return closed };
    if Amendment::of(before).status == status {
        return closed;
    }
    let after = before.with_value("status", status.name().into(), &on.context.now);
    let (before, after) = (Arc::new(before.clone()), Arc::new(after));
    let key = on.context.locale().keys(&on.context.input.key("desk", "undo").unwrap_or_default());
    let notice = Notice::new("notice-amendment-status").with("status", &choice.text).with("key", key);
    let changed = Outcome::of(Intent::Change(Change::Edit { before, after }));
    closed.then(changed).and(Intent::Renew).and(Intent::Notify(notice))
}
