//! `plenary intervene TEXT`: what a delegation said, typed as at the desk; several names are several interventions.

use clap::{Arg, ArgMatches, Command};
use serde_json::Value;

use crate::base::{Error, Id, Now, Result};
use crate::board;
use crate::calendar::{default_session, room_time};
use crate::cite::{Aliases, resolve};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::{release, said, show};
use crate::language::InterventionWords;
use crate::locale::Locale;
use crate::model::{Delegations, Reference, Shelf};
use crate::workspace::intervention::{self, InterventionLine, LineReader};
use crate::workspace::{Note, TypedName};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let help = |name: &str| locale.say(&format!("cli-intervene-{name}"));
    let meeting = Arg::new("meeting").long("meeting").value_name("N").help(help("meeting"));
    command
        .arg(Arg::new("text").value_name("TEXT").required(true).num_args(1..).help(help("text")))
        .arg(Arg::new("at").long("at").value_name("REF").help(help("at")))
        .arg(meeting.value_parser(clap::value_parser!(u32).range(1..)))
        .arg(super::session(locale))
        .arg(release::mark(locale))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, _) = context.shelf();
    let (all, errors) = context.delegations();
    let text = show::words(matches, "text");
    let at = matches.get_one::<String>("at").map(|text| context.passage(&shelf, text)).transpose()?;
    let line = read(&shelf, &all, &text, at.as_ref());
    if line.speakers.is_empty() {
        return Err(Error::wrong_use("intervene-nobody").with("text", text));
    }
    let now = context.now();
    let note = Note { restricted: matches.get_flag("restricted"), ..begun(context, &shelf, matches, &now) };
    let notes: Vec<Note> = (0..line.speakers.len())
        .map(|speaker| {
            let now = now.nth(speaker);
            let mut note = Note { id: Id::new(&now), anchor: at.clone(), ..note.clone() };
            note.set_language(at.as_ref().and_then(|at| context.version(&shelf, &at.symbol)));
            intervention::write(&line, speaker, &mut note);
            let processes = context.processes(&shelf);
            let process = processes.first().zip(note.anchor.as_ref());
            note.item = process.and_then(|(process, anchor)| board::item_of(process, &shelf, anchor));
            note
        })
        .collect();
    let mut workspace = context.workspace_to_add()?;
    workspace.writable()?;
    for note in &notes {
        workspace.save(note, &now)?;
    }
    let printer = said::InterventionPrinter { delegations: &all, locale: &context.locale };
    let output = if context.json {
        Output::json(&Value::Array(notes.iter().filter_map(|note| printer.json(note)).collect()))
    } else {
        let doubts = doubts(&line, &all, context);
        Output::text(table(&notes.iter().filter_map(|note| printer.line(note)).collect::<Vec<_>>()))
            .warning(doubts)
    };
    Ok(output.warning(errors))
}

/// What is understood of a line, with references as they are resolved beside a passage.
pub(super) fn read(
    shelf: &Shelf,
    delegations: &Delegations,
    text: &str,
    at: Option<&Reference>,
) -> InterventionLine {
    let index = resolve::Index::of(shelf, Aliases::bundled());
    let passages = |typed: &str| {
        let found = index.candidates(typed, at);
        found.into_iter().filter(|one| one.held).map(|one| one.passage).collect()
    };
    LineReader { delegations, words: InterventionWords::bundled(), passages: &passages }.read(text)
}

/// An intervention made now, at the session and meeting that are asked for or on.
fn begun(context: &CommandContext, shelf: &Shelf, matches: &ArgMatches, now: &Now) -> Note {
    let processes = context.processes(shelf);
    let process = processes.first();
    let mut note = Note::new(now, context.author(), "");
    let on = process
        .and_then(|process| process.meeting_on(room_time(now.stamp(), process.time_zone).naive_local()));
    let usual = || {
        let set = context.environment.settings.session;
        set.or_else(|| process.and_then(|process| default_session(process, now.today)))
    };
    let asked = matches.get_one::<u32>("session").copied();
    note.session = asked.or_else(|| on.and_then(|on| on.session)).or_else(usual);
    let meeting = matches.get_one::<u32>("meeting").copied().or_else(|| on.and_then(|on| on.number));
    if let Some(meeting) = meeting {
        note.extra.insert(intervention::MEETING.to_owned(), i64::from(meeting).into());
    }
    note
}

/// The names that nobody has, and those that several have.
fn doubts(line: &InterventionLine, all: &Delegations, context: &CommandContext) -> Vec<Error> {
    let language = context.locale.language();
    let doubt = |name: &TypedName| {
        let found: Vec<&str> =
            name.ids.iter().filter_map(|id| all.get(id)).map(|found| found.label(language)).collect();
        match &found[..] {
            [] => Some(Error::not_found("intervene-unknown").with("name", name.typed.as_str())),
            [_] => None,
            [first, others @ ..] => {
                let error = Error::wrong_use("intervene-ambiguous").with("name", name.typed.as_str());
                Some(error.with("first", *first).with("others", others.join(", ")))
            }
        }
    };
    line.speakers.iter().chain(&line.on_behalf_of).filter_map(doubt).collect()
}
