//! The fields of an intervention: listed with what was corrected, and corrected one by one.

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Prompt};
use crate::app::screen::intervention::{passages, reader};
use crate::app::screen::naming;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::workspace::Change;
use crate::base::{Id, Result};
use crate::board;
use crate::locale::dates;
use crate::workspace::intervention::{CorrectedField, FieldValue, InterventionField, correct, corrections};
use crate::workspace::{Intervention, Note};

/// The fields of a note that is an intervention, then what was corrected; empty for another note.
#[must_use]
pub fn choices(context: &Context, note: &Note) -> Vec<PickerChoice> {
    let Some(said) = Intervention::of(note, &context.workspace.delegations) else { return Vec::new() };
    let field = |field: InterventionField| PickerChoice {
        left: name(context, field),
        text: shown(context, &said, field),
        right: String::new(),
        target: ChoiceTarget::Field(note.id, field),
    };
    let mut choices: Vec<PickerChoice> = InterventionField::ALL.into_iter().map(field).collect();
    let corrected = corrections(note);
    if !corrected.is_empty() {
        choices.push(PickerChoice::title(context.locale().say("title-corrections")));
    }
    choices.extend(corrected.iter().map(|corrected| correction(context, corrected)));
    choices
}

/// The name of a field on screen.
fn name(context: &Context, field: InterventionField) -> String {
    context.locale().say(&format!("field-{}", field.name()))
}

/// The value of a field on screen.
fn shown(context: &Context, said: &Intervention<'_>, field: InterventionField) -> String {
    let locale = context.locale();
    match field {
        InterventionField::Delegation => {
            let doubt = if said.delegation.is_none() || said.is_ambiguous { " [?]" } else { "" };
            format!("{}{doubt}", said.label(locale.language()))
        }
        InterventionField::OnBehalfOf => {
            said.behalf_labels(&context.workspace.delegations, locale.language()).join(", ")
        }
        InterventionField::Reply if said.is_reply => locale.say("line-reply"),
        InterventionField::Stance => {
            let word = said.stance.map(|stance| locale.say(&format!("stance-{}", stance.name())));
            format!("{} {}", said.sign(), word.unwrap_or_default()).trim().to_owned()
        }
        InterventionField::Passage => {
            let label = |anchor| {
                format!(
                    "{}, {}",
                    said.note.anchor.as_ref().map_or_else(String::new, |at| at.symbol.to_string()),
                    naming::label(locale, anchor)
                )
            };
            said.note.anchor.as_ref().map(label).unwrap_or_default()
        }
        InterventionField::Words => said.words.split_whitespace().collect::<Vec<_>>().join(" "),
        InterventionField::Time => {
            let at = said.note.at;
            format!("{} {}", dates::short(locale, at.date_naive()), dates::time(at.time()))
        }
        InterventionField::Reply | InterventionField::Meeting => field.text(said),
    }
}

/// A row of what was corrected: when, what it was, and by whom.
fn correction(context: &Context, corrected: &CorrectedField) -> PickerChoice {
    let locale = context.locale();
    let day = dates::short(locale, corrected.at.date_naive());
    let field = name(context, corrected.field);
    let args = [("field", field.as_str().into()), ("was", corrected.was.as_str().into())];
    let id = if corrected.was.is_empty() { "field-was-empty" } else { "field-was" };
    PickerChoice {
        left: format!("{day} {}", dates::time(corrected.at.time())),
        text: locale.say_with(id, &args),
        right: corrected.by.clone(),
        target: ChoiceTarget::Nothing,
    }
}

/// The text that a line for a field starts with.
#[must_use]
pub fn first_text(context: &Context, id: Id, field: InterventionField) -> String {
    let said = context.workspace.notebook.get(id);
    let said = said.and_then(|note| Intervention::of(note, &context.workspace.delegations));
    said.map(|said| field.text(&said)).unwrap_or_default()
}

/// Corrects a field: asks for its value in a line; a right of reply is only set or not.
#[must_use]
pub fn begin(context: &Context, id: Id, field: InterventionField) -> Outcome {
    if let Some(refused) = context.refusal() {
        return refused;
    }
    match field {
        InterventionField::Reply => {
            let is_reply = first_text(context, id, field).is_empty();
            change(context, id, &FieldValue::Reply(is_reply), field)
        }
        _ => Outcome::of(Intent::Open(Overlay::Line(Prompt::Correct { note: id, field }))),
    }
}

/// Sets a field to a typed value.
///
/// # Errors
/// Those of [`FieldValue::read`].
pub fn set(context: &Context, id: Id, field: InterventionField, text: &str) -> Result<Outcome> {
    let Some(note) = context.workspace.notebook.get(id) else { return Ok(Outcome::none()) };
    let passages = |typed: &str| passages(context, typed);
    let value = FieldValue::read(field, text, note, &reader(context, &passages))?;
    Ok(change(context, id, &value, field))
}

fn change(context: &Context, id: Id, value: &FieldValue, field: InterventionField) -> Outcome {
    let workspace = context.workspace;
    let Some(before) = workspace.notebook.get(id) else { return Outcome::none() };
    let made = correct(before, value, &workspace.delegations, &workspace.author, &context.now);
    let Some(mut after) = made else { return Outcome::none() };
    if let FieldValue::Passage(Some(passage)) = value {
        let item = board::item_of(context.process(), &context.library.shelf, passage);
        after.item = item.or(after.item);
    }
    let notice = Notice::new("notice-corrected").with("field", name(context, field));
    let change = Change::Edit { before: Arc::new(before.clone()), after: Arc::new(after) };
    Outcome::of(Intent::Change(change)).and(Intent::Notify(notice)).and(Intent::SelectNote(id))
}
