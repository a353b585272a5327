//! The list of the templates a note can begin with.

use crate::app::App;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::Definition;
use crate::app::screen::templates;

/// The list: the name of each template and its first line.
pub const PICKER: Definition = Definition::new(
    |app| app.appearance.locale.say("title-templates"),
    choices,
    |on, choice| {
        let closed = Outcome::of(Intent::Close);
        let ChoiceTarget::Template(name) = &choice.target else { return closed };
        let chosen = templates::offered(&on.context).into_iter().find(|template| template.name == *name);
        closed.then(chosen.map_or_else(Outcome::none, |template| templates::start(&on.context, template, "")))
    },
);

fn choices(app: &App) -> Vec<PickerChoice> {
    let context = app.context();
    let values = templates::values(&context, "");
    let offered = templates::offered(&context).into_iter();
    offered
        .map(|template| PickerChoice {
            left: templates::name(&context, template),
            text: template.fill(&values).text.lines().next().unwrap_or_default().to_owned(),
            right: String::new(),
            target: ChoiceTarget::Template(template.name.clone()),
        })
        .collect()
}
