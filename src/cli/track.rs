//! `plenary track`: what must be discussed at which session and how far it has come; `track set` changes it.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::cli::context::Context;
use crate::cli::output::{Output, table};
use crate::cli::session;
use crate::locale::Locale;
use crate::model::{Place, Reference, Shelf};
use crate::store::Access;
use crate::workspace::{Deed, Entry, Status, Tracker};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let statuses = Status::ALL.map(Status::name);
    let set = Command::new("set")
        .about(locale.say("cli-track-set"))
        .arg(Arg::new("step").value_name("STEP[/TOPIC]").required(true).help(locale.say("cli-step")))
        .arg(session(locale).required(true))
        .arg(
            Arg::new("status")
                .long("status")
                .value_name("S")
                .required(true)
                .value_parser(statuses)
                .help(locale.say("cli-status")),
        )
        .arg(Arg::new("note").long("note").value_name("T").help(locale.say("cli-remark")));
    command.subcommand(set).arg(session(locale))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output> {
    match matches.subcommand() {
        Some((_, matches)) => set(context, matches),
        None => list(context, matches),
    }
}

/// Something tracked: a step or one of its topics, at a session.
type Cell = (Reference, Option<String>, u32);

fn list(context: &Context, matches: &ArgMatches) -> Result<Output> {
    let (shelf, faults) = context.shelf();
    let opened = context.workspace(Access::Read)?;
    let wanted = matches.get_one::<u32>("session");
    let mut cells = cells(context, &shelf, &opened.tracker);
    cells.retain(|(_, _, session)| wanted.is_none_or(|wanted| wanted == session));
    let said = if context.json {
        Output::json(&Value::Array(cells.iter().map(|cell| row(&opened.tracker, cell)).collect()))
    } else {
        Output::text(table(
            &cells.iter().map(|cell| line(context, &opened.tracker, cell)).collect::<Vec<_>>(),
        ))
    };
    let said =
        if cells.is_empty() { said.nothing(context.json, Error::not_found("steps-none")) } else { said };
    Ok(said.warning(faults).warning(opened.broken.into_iter().map(|broken| broken.error)))
}

/// What the steps name, and what was set beyond it, in order of document, step and session.
fn cells(context: &Context, shelf: &Shelf, tracker: &Tracker) -> Vec<Cell> {
    let followups = context.followups(shelf, &context.processes(shelf));
    let mut cells: Vec<Cell> = Vec::new();
    for document in shelf.documents() {
        let read = followups.get(&document.symbol).map_or(&[][..], |read| read.as_slice());
        for followup in read {
            let step = Reference { symbol: document.symbol.clone(), address: followup.step.clone() };
            let named = followup.sessions.iter().map(|session| (step.clone(), None, *session));
            cells.extend(named);
        }
    }
    for (step, topic, session) in tracker.tracked() {
        let cell = (step.clone(), topic.map(str::to_owned), session);
        if !cells.contains(&cell) {
            cells.push(cell);
        }
    }
    cells
}

fn row(tracker: &Tracker, (step, topic, session): &Cell) -> Value {
    let history = tracker.history(step, topic.as_deref(), *session);
    json!({
        "step": step.to_string(),
        "topic": topic,
        "session": session,
        "status": tracker.status(step, topic.as_deref(), *session).name(),
        "history": history.iter().map(act).collect::<Vec<_>>(),
    })
}

fn act(entry: &Entry) -> Value {
    let (status, remark) = match &entry.act.deed {
        Deed::Set { status, remark } => (Some(status.name()), remark.clone()),
        Deed::Undo { .. } => (None, None),
    };
    json!({
        "id": entry.act.id.to_string(),
        "at": entry.act.at.to_rfc3339(),
        "author": entry.act.author,
        "status": status,
        "note": remark,
        "undone": entry.undone,
    })
}

fn line(context: &Context, tracker: &Tracker, (step, topic, session): &Cell) -> Vec<String> {
    let status = tracker.status(step, topic.as_deref(), *session);
    let topic = topic.as_ref().map_or_else(String::new, |topic| format!("/{topic}"));
    let said = format!("{} {}", status.sign(), context.locale.say(&format!("status-{}", status.name())));
    vec![format!("{step}{topic}"), format!("{}{topic}", label(step)), session.to_string(), said]
}

/// The name people say: `E.2`.
fn label(step: &Reference) -> String {
    match &step.address.place {
        Place::Step(section, number) => [&section[..], &number[..]].concat().join("."),
        _ => String::new(),
    }
}

fn set(context: &Context, matches: &ArgMatches) -> Result<Output> {
    let (shelf, _) = context.shelf();
    let text = matches.get_one::<String>("step").map(String::as_str).unwrap_or_default();
    let (step, topic) = target(context, &shelf, text)?;
    let session = matches.get_one::<u32>("session").copied().unwrap_or_default();
    let status =
        matches.get_one::<String>("status").and_then(|name| Status::from_name(name)).unwrap_or_default();
    let processes = context.processes(&shelf);
    let owner = processes.iter().find(|process| process.report(&step.symbol).is_some());
    let followups = context.followups(&shelf, &processes);
    let named = followups.get(&step.symbol).map_or(&[][..], |read| read.as_slice());
    Context::session(owner, named, session)?;
    let mut opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    let remark = matches.get_one::<String>("note").cloned();
    let now = context.clock.now();
    let act = opened.tracker.set((&step, topic.as_deref(), session), status, remark, &context.author(), &now);
    opened.workspace.append(&act)?;
    opened.tracker.add(act);
    let cell = (step, topic, session);
    Ok(if context.json {
        Output::json(&row(&opened.tracker, &cell))
    } else {
        Output::text(table(&[line(context, &opened.tracker, &cell)]))
    })
}

/// The step a text names, and its topic when one follows after a slash.
fn target(context: &Context, shelf: &Shelf, text: &str) -> Result<(Reference, Option<String>)> {
    let is_step =
        |passage: &Reference| matches!(&passage.address.place, Place::Step(_, path) if path.len() == 1);
    let whole = context.passage(shelf, text);
    if let Ok(passage) = &whole
        && is_step(passage)
    {
        return Ok((passage.clone(), None));
    }
    if let Some((step, topic)) = text.rsplit_once('/')
        && let Ok(passage) = context.passage(shelf, step)
        && is_step(&passage)
    {
        let followups = context.followups(shelf, &context.processes(shelf));
        let known = followups.get(&passage.symbol).into_iter().flat_map(|read| read.iter());
        let labels: Vec<&str> = known
            .filter(|followup| followup.step == passage.address)
            .flat_map(|followup| followup.topics.iter().map(|topic| topic.label.as_str()))
            .collect();
        let topic = topic.trim_matches(['(', ')']);
        if labels.contains(&topic) {
            return Ok((passage, Some(topic.to_owned())));
        }
        let error = Error::not_found("topic-unknown").with("topic", topic).with("step", &passage);
        return Err(error.with("known", labels.join(", ")));
    }
    whole?;
    Err(Error::wrong_use("not-a-step").with("reference", text))
}
