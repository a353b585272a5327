//! `plenary export`: the tracker as a table or a document, the sessions and deadlines as a calendar, amendments.

mod amendments;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::board::Choice;
use crate::cli::context::CommandContext;
use crate::cli::output::Output;
use crate::cli::{agenda, choice, release};
use crate::export::tracker::Work;
use crate::export::{self, FileFormat, Format, LeftOutList, calendar};
use crate::locale::Locale;
use crate::store::{exported, file, issued};
use crate::workspace::LeftOut;

/// The name that means the standard output.
pub(super) const STDOUT: &str = "-";
/// The folders of a workspace that hold what a delegation made: nothing is exported over that.
const OURS: [&str; 8] =
    ["notes", "positions", "amendments", "statements", "tracker", "documents", "calendar-issued", ".journal"];

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let format = Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(Format::ALL.map(Format::name))
        .help(locale.say("cli-format"));
    let process = Arg::new("process").long("process").value_name("ID").help(locale.say("cli-process"));
    let tracker = Command::new("tracker").about(locale.say("cli-export-tracker"));
    let calendar = Command::new("calendar").about(locale.say("cli-export-calendar"));
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            tracker.args([to(locale), format, release::argument(locale)]).args(choice::arguments(locale)),
        )
        .subcommand(calendar.args([to(locale), process, release::argument(locale)]))
        .subcommand(amendments::command(locale))
}

/// `--to FILE`.
fn to(locale: &Locale) -> Arg {
    let argument = Arg::new("to").long("to").value_name("FILE").required(true);
    argument.value_parser(clap::value_parser!(PathBuf)).help(locale.say("cli-to"))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    match matches.subcommand() {
        Some(("calendar", matches)) => events(context, matches),
        Some(("amendments", matches)) => amendments::run(context, matches),
        Some((_, matches)) => tracker(context, matches),
        None => Err(Error::wrong_use("export-format-missing").with("known", Format::names())),
    }
}

fn tracker(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let to = target(context, matches)?;
    let format = format(matches, &to)?;
    let (shelf, errors) = context.shelf();
    let (opened, boards) = choice::opened(context, &shelf)?;
    let chosen = choice::chosen(matches, &boards)?;
    let chosen = Choice { topics: true, standing: true, ..chosen };
    let release = release::chosen(matches);
    let contents = release.judged(&opened.contents);
    let work = Work {
        tracker: &contents.tracker,
        notebook: &contents.notebook,
        positions: &contents.positions,
        delegations: &context.delegations().0,
        release,
    };
    let report = export::tracker(&boards, &chosen, work, &context.locale);
    if report.is_empty() {
        return Err(Error::not_found("steps-none"));
    }
    let bytes = export::write(&report, format)?;
    let broken: Vec<Error> = opened.every_broken().map(|broken| broken.error.clone()).collect();
    let sheets: Vec<Value> = report
        .sheets
        .iter()
        .map(|sheet| json!({ "name": sheet.name, "title": sheet.title, "rows": sheet.records.len() }))
        .collect();
    let manifest = json!({
        "what": "tracker",
        "file": file::shown(&to),
        "format": format.name(),
        "bytes": bytes.len(),
        "rows": report.len(),
        "sheets": sheets,
        "restricted": work.release.restricted,
        "left_out": release::manifest(&report.left_out.counts),
    });
    let rows = context.locale.say_with("count-rows", &[("count", report.len().into())]);
    let what = OutputFile { bytes, manifest, summary: rows, left_out: &report.left_out };
    Ok(delivered(context, &to, what)?.warning(errors).warning(broken))
}

fn events(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let to = target(context, matches)?;
    let is_calendar = to.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"));
    if !is_calendar && to.as_os_str() != STDOUT {
        return Err(unknown(&to, "ics"));
    }
    let (shelf, errors) = context.shelf();
    let processes = context.processes(&shelf);
    let process = agenda::chosen(&processes, matches.get_one::<String>("process"), None)?;
    let (opened, boards) = choice::opened(context, &shelf)?;
    // A calendar has nothing of what can be restricted.
    let release = release::chosen(matches);
    let left_out = LeftOutList::new(release, LeftOut::default(), &context.locale);
    let (events, undated) = calendar::events(process, &boards, &opened.contents.tracker, &context.locale);
    let folder = context.folder();
    let before = issued::read(folder)?;
    let mut now_issued = before.clone();
    calendar::issue(&mut now_issued, &events, context.now().instant.to_utc());
    let bytes =
        calendar::write(process.names.get(context.locale.language()), &events, &now_issued).into_bytes();
    let manifest = json!({
        "what": "calendar",
        "file": file::shown(&to),
        "format": "ics",
        "bytes": bytes.len(),
        "events": events.len(),
        "undated": undated,
        "process": process.id,
        "restricted": release.restricted,
        "left_out": release::manifest(&left_out.counts),
    });
    let args = [("count", events.len().into()), ("undated", undated.into())];
    let summary = context.locale.say_with("export-events", &args);
    let broken = opened.broken.into_iter().map(|broken| broken.error);
    let what = OutputFile { bytes, manifest, summary, left_out: &left_out };
    let output = delivered(context, &to, what)?;
    if now_issued != before {
        issued::write(folder, &now_issued, &context.author(), &context.machine())?;
    }
    Ok(output.warning(errors).warning(broken))
}

/// Where it goes. A folder is refused, and so are the files of the workspace itself.
pub(super) fn target(context: &CommandContext, matches: &ArgMatches) -> Result<PathBuf> {
    let to = matches.get_one::<PathBuf>("to").cloned().unwrap_or_default();
    if to.as_os_str() == STDOUT {
        return Ok(to);
    }
    if file::is_folder(&to) {
        return Err(Error::wrong_use("export-folder").with("file", file::shown(&to)));
    }
    let inside = |folder: &Path| file::lies_in(&to, folder);
    if OURS.iter().any(|name| inside(&context.folder().join(name))) {
        return Err(Error::wrong_use("export-in-workspace").with("file", file::shown(&to)));
    }
    Ok(to)
}

/// The format asked for, or that of the ending; only text goes to standard output.
pub(super) fn format<F: FileFormat>(matches: &ArgMatches, to: &Path) -> Result<F> {
    let asked = matches.get_one::<String>("format").and_then(|name| F::from_name(name));
    if to.as_os_str() == STDOUT {
        let missing = || Error::wrong_use("export-format-missing").with("known", F::names());
        let format = asked.ok_or_else(missing)?;
        let refused = || Error::wrong_use("export-not-text").with("format", format.name());
        return if format.is_text() { Ok(format) } else { Err(refused()) };
    }
    let ending = to.extension().and_then(|ending| ending.to_str()).and_then(F::from_name);
    asked.or(ending).ok_or_else(|| unknown(to, &F::names()))
}

fn unknown(to: &Path, known: &str) -> Error {
    Error::wrong_use("export-ending").with("file", file::shown(to)).with("known", known)
}

/// A file to be written, and what is said about it.
pub(super) struct OutputFile<'a> {
    /// The file.
    pub bytes: Vec<u8>,
    /// What is in it, for programs.
    pub manifest: Value,
    /// What is in it, for people.
    pub summary: String,
    /// What is not.
    pub left_out: &'a LeftOutList,
}

/// Writes the file whole or not at all, replacing one of that name, and describes what is in it and what was left out; for
/// the standard output, the text itself, and what was left out on the standard error.
pub(super) fn delivered(context: &CommandContext, to: &Path, what: OutputFile<'_>) -> Result<Output> {
    if to.as_os_str() == STDOUT {
        let text = String::from_utf8_lossy(&what.bytes).into_owned();
        // A terminal would interpret control codes.
        let output = if std::io::stdout().is_terminal() { Output::text(text) } else { Output::raw(text) };
        let said = Some(&what.left_out.sentence).filter(|_| !what.left_out.counts.is_empty());
        return Ok(output.remarking(said.cloned()));
    }
    exported::write(to, &what.bytes)?;
    Ok(if context.json {
        Output::json(&what.manifest)
    } else {
        let file = file::shown(to);
        let args = [("file", (&file).into()), ("said", (&what.summary).into())];
        let done = context.locale.say_with("export-done", &args);
        Output::text(format!("{done}\n{}", what.left_out.sentence))
    })
}
