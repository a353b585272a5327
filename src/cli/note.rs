//! `plenary note add|list|show`: notes from the command line.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Id, Result};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::{release, said, show};
use crate::locale::Locale;
use crate::model::Delegations;
use crate::store::{Access, Opened};
use crate::workspace::{Intervention, Note};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let words = |id: &str| locale.say(id);
    command.subcommand_required(true).arg_required_else_help(true).subcommands([
        Command::new("add")
            .about(words("cli-note-add"))
            .arg(Arg::new("reference").value_name("REF").required(true).help(words("cli-reference")))
            .arg(release::mark(locale))
            .arg(
                Arg::new("text").value_name("TEXT").required(true).num_args(1..).help(words("cli-note-text")),
            ),
        Command::new("set")
            .about(words("cli-note-set"))
            .arg(Arg::new("id").value_name("ID").required(true).help(words("cli-note-id")))
            .arg(release::choice(locale).required(true)),
        Command::new("list").about(words("cli-note-list")),
        Command::new("show")
            .about(words("cli-note-show"))
            .arg(Arg::new("id").value_name("ID").required(true).help(words("cli-note-id"))),
    ])
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    match matches.subcommand() {
        Some(("add", matches)) => add(context, matches),
        Some(("set", matches)) => set(context, matches),
        Some(("show", matches)) => one(context, matches),
        _ => list(context),
    }
}

fn add(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, _) = context.shelf();
    let reference = matches.get_one::<String>("reference").map(String::as_str).unwrap_or_default();
    let passage = context.passage(&shelf, reference)?;
    let now = context.now();
    let text = show::words(matches, "text");
    if text.trim().is_empty() {
        return Err(Error::wrong_use("note-empty"));
    }
    let mut note = Note::new(&now, context.author(), text);
    note.set_language(context.version(&shelf, &passage.symbol));
    note.anchor = Some(passage);
    note.restricted = matches.get_flag("restricted");
    context.workspace_to_add()?.save(&note, &now)?;
    Ok(if context.json {
        Output::json(&row(&note, &context.delegations().0))
    } else {
        Output::text(note.id.to_string())
    })
}

/// Marks a note as restricted, or not.
fn set(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let mut opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    let note = find(&opened, matches)?;
    let restricted = release::is_restricted(matches).unwrap_or_default();
    if note.restricted == restricted {
        let value = if restricted { "yes" } else { "no" };
        return Err(Error::wrong_use("note-nothing-to-set").with("value", value));
    }
    let now = context.now();
    let note = note.marked(restricted, &now);
    opened.workspace.save(&note, &now)?;
    let line = || table(&[line(&note, &context.delegations().0, &context.locale)]);
    Ok(if context.json { Output::json(&row(&note, &context.delegations().0)) } else { Output::text(line()) })
}

/// The note with the id that was typed.
pub(super) fn find<'a>(opened: &'a Opened, matches: &ArgMatches) -> Result<&'a Note> {
    let text = matches.get_one::<String>("id").map(String::as_str).unwrap_or_default();
    let found = text.parse().ok().and_then(|id: Id| opened.contents.notebook.get(id));
    found.ok_or_else(|| Error::not_found("note-unknown").with("id", text))
}

fn list(context: &CommandContext) -> Result<Output> {
    let opened = context.workspace(Access::Read)?;
    let notes = opened.contents.notebook.notes();
    let (all, errors) = context.delegations();
    let output = if context.json {
        Output::json(&Value::Array(notes.map(|note| row(note, &all)).collect()))
    } else {
        Output::text(table(&notes.map(|note| line(note, &all, &context.locale)).collect::<Vec<_>>()))
    };
    let doubts = opened.contents.notebook.notes().filter_map(Note::doubt);
    let broken = opened.contents.notebook.broken().iter().map(|broken| broken.error.clone());
    Ok(output.warning(errors).warning(broken.chain(doubts)))
}

fn one(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let opened = context.workspace(Access::Read)?;
    let note = find(&opened, matches)?;
    Ok(if context.json {
        Output::json(&row(note, &context.delegations().0))
    } else {
        Output::text(note.text.clone())
    })
}

fn row(note: &Note, delegations: &Delegations) -> Value {
    let said = Intervention::of(note, delegations);
    json!({
        "id": note.id.to_string(),
        "at": note.at.to_rfc3339(),
        "author": note.author,
        "anchor": note.anchor.as_ref().map(ToString::to_string),
        "delegation": said.map(|said| said.id().map_or_else(|| said.name.to_owned(), str::to_owned)),
        "restricted": note.restricted,
        "language": note.language().map(|language| language.to_string()),
        "text": note.text,
    })
}

fn line(note: &Note, delegations: &Delegations, locale: &Locale) -> Vec<String> {
    let anchor = note.anchor.as_ref().map(ToString::to_string).unwrap_or_default();
    let first = note.text.lines().next().unwrap_or_default();
    let mark = if note.restricted { locale.say("mark-restricted") + " " } else { String::new() };
    let at = note.at.format("%Y-%m-%d %H:%M").to_string();
    let said = Intervention::of(note, delegations).map(|said| {
        let name = said::InterventionPrinter { delegations, locale }.name(&said);
        format!("{name} {} ", said.sign())
    });
    let words = format!("{mark}{}{first}", said.unwrap_or_default());
    vec![note.id.to_string(), at, anchor, words]
}
