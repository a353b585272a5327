//! The list of passages to choose from as evidence of how far a step has come: also those of documents that the
//! library does not have.

use crate::app::context::Context;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::naming;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice, beginning};
use crate::app::screen::picker::definition::{Definition, Matches, PreviewSize, RowSource};
use crate::app::screen::picker::goto;
use crate::cite::resolve::Candidate;
use crate::model::Passage;

/// The list.
pub const PICKER: Definition = Definition {
    find: |context, state, typed| Matches { exact: exact(context, typed), listed: state.named(typed) },
    // Enter in the untouched list would set the first passage as evidence by mistake.
    accepts: |state| !state.is_untouched(),
    preview_size: PreviewSize::Small,
    ..Definition::with(
        |app| app.appearance.locale.say("title-evidence"),
        RowSource::NamedPassages,
        |on, choice| {
            let closed = Outcome::of(Intent::Close);
            match &choice.target {
                ChoiceTarget::Passage(passage) => closed.then(on.panes.tracker.show_by(&on.context, passage)),
                _ => closed,
            }
        },
    )
};

fn exact(context: &Context, typed: &str) -> Vec<PickerChoice> {
    let found = goto::candidates(context, typed).into_iter();
    found.map(|candidate| choice(context, candidate)).collect()
}

fn choice(context: &Context, candidate: Candidate) -> PickerChoice {
    let passage = candidate.passage;
    let text = context.look_up(&passage).map(Passage::text);
    PickerChoice {
        left: naming::citation(context.locale().language(), &passage),
        text: text.map(beginning).unwrap_or_default(),
        right: context.locale().say(candidate.why.id()),
        target: ChoiceTarget::Passage(passage),
    }
}
