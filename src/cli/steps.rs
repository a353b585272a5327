//! `plenary steps`: the recommended next steps, read as follow-ups.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::cite::Citation;
use crate::cli::context::Context;
use crate::cli::output::{Output, beginning, table};
use crate::cli::{agenda, session};
use crate::followup::FollowUp;
use crate::locale::Locale;
use crate::model::Document;

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let document =
        Arg::new("document").long("document").value_name("SYMBOL").help(locale.say("cli-document"));
    command.arg(document).arg(session(locale))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output> {
    let (shelf, faults) = context.shelf();
    let followups = context.followups(&shelf, &context.processes(&shelf));
    let wanted = matches.get_one::<String>("document").map(|text| agenda::symbol(text)).transpose()?;
    let session = matches.get_one::<u32>("session");
    let mut found: Vec<(&Document, &FollowUp)> = Vec::new();
    for document in shelf.documents() {
        if wanted.as_ref().is_some_and(|wanted| *wanted != document.symbol) {
            continue;
        }
        let read = followups.get(&document.symbol).map_or(&[][..], |read| read.as_slice());
        let fits = |followup: &&FollowUp| session.is_none_or(|session| followup.sessions.contains(session));
        found.extend(read.iter().filter(fits).map(|followup| (document.as_ref(), followup)));
    }
    let said = if context.json {
        Output::json(&Value::Array(
            found.iter().map(|(document, followup)| row(document, followup)).collect(),
        ))
    } else {
        Output::text(table(
            &found.iter().map(|(document, followup)| line(context, document, followup)).collect::<Vec<_>>(),
        ))
    };
    let said =
        if found.is_empty() { said.nothing(context.json, Error::not_found("steps-none")) } else { said };
    Ok(said.warning(faults))
}

fn text_of<'a>(document: &'a Document, followup: &FollowUp) -> &'a str {
    document.block(&followup.step).map_or("", |block| block.text.as_str())
}

fn row(document: &Document, followup: &FollowUp) -> Value {
    let text = text_of(document, followup);
    let deadline = followup.deadline.as_ref().map(|deadline| {
        json!({
            "text": deadline.text,
            "date": deadline.date.map(|date| date.to_string()),
            "basis": deadline.basis.as_ref().map(crate::calendar::Basis::name),
        })
    });
    let topics: Vec<Value> =
        followup.topics.iter().map(|topic| json!({ "label": topic.label, "text": topic.text })).collect();
    json!({
        "symbol": document.symbol.as_str(),
        "address": followup.step.to_string(),
        "section": followup.section.join("."),
        "number": followup.number,
        "actor": followup.actors.iter().map(|actor| actor.text.as_str()).collect::<Vec<_>>().join(", "),
        "verb": followup.verb.as_ref().map(|verb| verb.text.as_str()),
        "force": followup.force.map(crate::followup::Force::name),
        "voluntary": followup.voluntary.is_some(),
        "sessions": followup.sessions,
        "deadline": deadline,
        "topics": topics,
        "cites": followup.cites.iter().map(|cite| citation(document, cite)).collect::<Vec<_>>(),
        "text": text,
    })
}

/// A citation with the passages it leads to; one that names no document means the report itself.
fn citation(document: &Document, cite: &Citation) -> Value {
    json!({
        "text": cite.raw,
        "symbol": cite.symbol.as_ref().unwrap_or(&document.symbol).as_str(),
        "addresses": cite.addresses.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn line(context: &Context, document: &Document, followup: &FollowUp) -> Vec<String> {
    let sessions = followup.sessions.iter().map(ToString::to_string).collect::<Vec<_>>().join("+");
    let force = followup.force.map(|force| context.locale.say(&format!("force-{}", force.name())));
    vec![
        document.symbol.to_string(),
        format!("{}.{}", followup.section.join("."), followup.number),
        sessions,
        force.unwrap_or_default(),
        beginning(text_of(document, followup), 90),
    ]
}
