//! `plenary steps`: the recommended next steps, and what a resolution asks for, read as follow-ups.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, beginning, table};
use crate::cli::{agenda, session};
use crate::followup::{Cite, Deadline, FollowUp};
use crate::locale::Locale;
use crate::model::{Place, Shelf, Symbol};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let document =
        Arg::new("document").long("document").value_name("SYMBOL").help(locale.say("cli-one-document"));
    command.arg(document).arg(session(locale))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let followups = context.followups(&shelf, &context.processes(&shelf));
    let wanted = matches.get_one::<String>("document").map(|text| agenda::symbol(text)).transpose()?;
    let session = matches.get_one::<u32>("session");
    let mut found: Vec<&FollowUp> = Vec::new();
    let symbols: Vec<&Symbol> = match &wanted {
        Some(wanted) => vec![wanted],
        None => shelf.symbols_where(|text| text.has_steps).collect(),
    };
    for symbol in symbols {
        // The requests of a resolution are listed only on demand.
        let fits = |followup: &&FollowUp| {
            let step = wanted.is_some() || matches!(followup.step.place, Place::Step(..));
            step && session.is_none_or(|session| followup.sessions.contains(session))
        };
        found.extend(followups.list(symbol, context.locale.language()).iter().filter(fits));
    }
    let output = if context.json {
        Output::json(&Value::Array(found.iter().map(|followup| row(followup)).collect()))
    } else {
        Output::text(table(&found.iter().map(|followup| line(context, &shelf, followup)).collect::<Vec<_>>()))
    };
    let output =
        if found.is_empty() { output.nothing(context.json, Error::not_found("steps-none")) } else { output };
    Ok(output.warning(errors))
}

fn row(followup: &FollowUp) -> Value {
    let limit = |deadline: &Deadline| {
        json!({
            "text": deadline.text,
            "date": deadline.date.map(|date| date.to_string()),
            "basis": deadline.basis.as_ref().map(crate::calendar::Basis::name),
        })
    };
    let topics: Vec<Value> =
        followup.topics.iter().map(|topic| json!({ "label": topic.label, "text": topic.text })).collect();
    json!({
        "symbol": followup.source.symbol.as_str(),
        "address": followup.step.to_string(),
        "section": followup.section.join("."),
        "number": followup.number,
        "actor": followup.actors.iter().map(|actor| actor.text.as_str()).collect::<Vec<_>>().join(", "),
        "verb": followup.verb.as_ref().map(|verb| verb.text.as_str()),
        "force": followup.force.map(crate::followup::Force::name),
        "request": followup.request,
        "voluntary": followup.voluntary.is_some(),
        "sessions": followup.sessions,
        "deadline": followup.deadline.as_ref().map(limit),
        "further_deadlines": followup.further.iter().map(limit).collect::<Vec<_>>(),
        "topics": topics,
        "products": followup.products.iter().map(|words| words.text.as_str()).collect::<Vec<_>>(),
        "reporting": followup.reporting.as_ref().map(|verb| verb.text.as_str()),
        "cites": followup.cites.iter().map(citation).collect::<Vec<_>>(),
        "notes": followup.notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "text": followup.text(),
        "language": followup.source.language.code(),
    })
}

/// A citation with the passages it leads to; the Charter of the United Nations has no symbol.
fn citation(cite: &Cite) -> Value {
    json!({
        "text": cite.text,
        "symbol": cite.symbol.as_ref().map(crate::model::Symbol::as_str),
        "addresses": cite.addresses.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

/// One line: where, with the language of the text if the document is held in several; for whom, when, how firmly, by when; then
/// the text.
fn line(context: &CommandContext, shelf: &Shelf, followup: &FollowUp) -> Vec<String> {
    let sessions = followup.sessions.iter().map(ToString::to_string).collect::<Vec<_>>().join("+");
    let force = followup.force.map(|force| context.locale.say(&format!("force-{}", force.name())));
    let day = |deadline: &Deadline| deadline.date.map_or_else(|| "?".to_owned(), |date| date.to_string());
    let symbol = &followup.source.symbol;
    let source = match shelf.has_versions(symbol) {
        true => format!("{symbol} ({})", followup.source.language),
        false => symbol.to_string(),
    };
    vec![
        source,
        name(followup),
        sessions,
        force.unwrap_or_default(),
        followup.deadline.as_ref().map_or_else(String::new, |deadline| format!("→ {}", day(deadline))),
        beginning(followup.text(), 90),
    ]
}

/// The short name: `E.2`, `op/8#2`.
fn name(followup: &FollowUp) -> String {
    match &followup.step.place {
        Place::Step(section, number) => [&section[..], &number[..]].concat().join("."),
        _ => format!("{}{}", followup.step, followup.label(None).unwrap_or_default()),
    }
}
