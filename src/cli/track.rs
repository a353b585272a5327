//! `plenary track`: what must be discussed at which session and how far it has come; `track set` changes it.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::cli::context::Context;
use crate::cli::output::{Output, table};
use crate::cli::session;
use crate::followup::{self, FollowUp};
use crate::locale::Locale;
use crate::model::{Place, Reference, Shelf};
use crate::store::Access;
use crate::workspace::{Deed, Entry, Mark, Status, Tracker};

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
        // What a resolution asks for is told once a status of it was set.
        for followup in read.iter().filter(|followup| matches!(followup.step.place, Place::Step(..))) {
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
        Deed::Set(mark) => (Some(mark.status.name()), mark.remark.clone()),
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
    let topic = topic.as_ref().map_or_else(String::new, |topic| {
        if topic.starts_with('#') { topic.clone() } else { format!("/{topic}") }
    });
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
    let owner = followup::owner(&processes, &step.symbol);
    let followups = context.followups(&shelf, &processes);
    let named = followups.get(&step.symbol).map_or(&[][..], |read| read.as_slice());
    Context::session(owner, named, session)?;
    let mut opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    let remark = matches.get_one::<String>("note").cloned();
    let now = context.clock.now();
    let act = opened.tracker.set(
        (&step, topic.as_deref(), session),
        Mark { status, remark, ..Mark::default() },
        &context.author(),
        &now,
    );
    opened.workspace.append(&act)?;
    opened.tracker.add(act);
    let cell = (step, topic, session);
    Ok(if context.json {
        Output::json(&row(&opened.tracker, &cell))
    } else {
        Output::text(table(&[line(context, &opened.tracker, &cell)]))
    })
}

/// The step or operative paragraph a text names, and what follows after a slash or a number sign: a topic
/// of it, or one of several requests it makes (`op/8#2`).
fn target(context: &Context, shelf: &Shelf, text: &str) -> Result<(Reference, Option<String>)> {
    let followups = context.followups(shelf, &context.processes(shelf));
    let of = |passage: &Reference| -> Vec<FollowUp> {
        let read = followups.get(&passage.symbol).into_iter().flat_map(|read| read.iter());
        read.filter(|followup| followup.step == passage.address).cloned().collect()
    };
    let whole = context.passage(shelf, text);
    if let Ok(passage) = &whole
        && !of(passage).is_empty()
    {
        return Ok((passage.clone(), None));
    }
    let cut = text.find('#').or_else(|| text.rfind('/'));
    if let Some((step, label)) = cut.map(|at| text.split_at(at))
        && let Ok(passage) = context.passage(shelf, step)
        && let known = of(&passage)
        && !known.is_empty()
    {
        let label = label.trim_start_matches('/').trim_matches(['(', ')']);
        let labels: Vec<String> = known
            .iter()
            .flat_map(|followup| {
                let topics = followup.topics.iter().map(|topic| Some(topic.label.as_str()));
                std::iter::once(None).chain(topics).filter_map(|topic| followup.label(topic))
            })
            .collect();
        if labels.iter().any(|known| known == label) {
            return Ok((passage, Some(label.to_owned())));
        }
        let error = Error::not_found("topic-unknown").with("topic", label).with("step", &passage);
        return Err(error.with("known", labels.join(", ")));
    }
    whole?;
    Err(Error::wrong_use("not-a-step").with("reference", text))
}
