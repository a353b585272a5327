//! Names of what the tracker can be filtered and grouped by: session, section, agenda item, actor, force, status.

use crate::app::context::Context;
use crate::app::screen::tracker::State;
use crate::board::Facet;
use crate::cite;
use crate::locale::{Locale, dates};
use crate::model::{Address, Place, Reference};

/// The name of a facet: `4e session`, `section E`, `point 5 f)`, `Secrétariat`.
#[must_use]
pub fn name(locale: &Locale, facet: &Facet) -> String {
    match facet {
        Facet::Session(session) => {
            let ordinal = dates::ordinal(locale, *session);
            locale.say_with("session", &[("ordinal", (&ordinal).into())])
        }
        Facet::Standing => locale.say("facet-standing"),
        Facet::Section(path) => {
            locale.say_with("label-section", &[("number", path.join(".").as_str().into())])
        }
        Facet::Item(item) => {
            let number = cite::number(item, locale.language());
            locale.say_with("label-item", &[("number", number.as_str().into())])
        }
        Facet::Actor(kind) => locale.say(&format!("actor-{}", kind.name())),
        Facet::Force(force) => locale.say(&format!("force-{}", force.name())),
        Facet::Status(status) => locale.say(&format!("status-{}", status.name())),
    }
}

/// The same followed by the heading of a section, the short title of an agenda item, or the sign of a status.
#[must_use]
pub fn full_name(state: &State, context: &Context, facet: &Facet) -> String {
    let name = name(context.locale(), facet);
    match addition(state, context, facet) {
        Some(addition) => format!("{name} · {addition}"),
        None => name,
    }
}

fn addition(state: &State, context: &Context, facet: &Facet) -> Option<String> {
    match facet {
        Facet::Section(path) => {
            let board = state.board()?;
            let step = board.followups.iter().find(|followup| followup.section == *path)?;
            let heading = Address { part: step.step.part.clone(), place: Place::Heading(path.clone()) };
            let heading = Reference { symbol: board.report.clone(), address: heading };
            context.look_up(&heading).map(|heading| heading.text().to_owned())
        }
        Facet::Item(item) => {
            let link = context.process().items.iter().find(|link| link.item == *item)?;
            Some(link.short.get(context.locale().language()).to_owned())
        }
        Facet::Status(status) => Some(status.sign().to_string()),
        _ => None,
    }
}
