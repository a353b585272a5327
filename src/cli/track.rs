//! `plenary track`: what must be discussed at which session and how far it has come; commands below it change that.

mod act;
mod due;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::board::{Board, Choice, Facet, FacetKind, Occurrence, grouped, occurrences};
use crate::cli::choice;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::locale::Locale;
use crate::model::Reference;
use crate::workspace::{Action, HistoryEntry, RemarkAccess, Tracker};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let flag = |name: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(locale.say(&format!("cli-{name}")))
    };
    let group = Arg::new("group")
        .long("group")
        .value_name("KIND")
        .value_parser(FacetKind::ALL.map(FacetKind::name))
        .help(locale.say("cli-group"));
    command
        .subcommands(act::commands(locale))
        .args(choice::arguments(locale))
        .args([group, flag("topics"), flag("all")])
        .args([flag("coverage"), flag("deadlines").conflicts_with("coverage")])
        .args_conflicts_with_subcommands(true)
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    match matches.subcommand() {
        Some((name, matches)) => act::run(context, name, matches),
        None if matches.get_flag("coverage") => due::coverage(context, matches),
        None if matches.get_flag("deadlines") => due::deadlines(context, matches),
        None => list(context, matches),
    }
}

/// What is printed: the boards and the tracker that holds the statuses of their steps.
struct TrackPrinter<'a> {
    context: &'a CommandContext,
    boards: &'a [Board],
    tracker: &'a Tracker,
}

fn list(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let (opened, boards) = choice::opened(context, &shelf)?;
    let chosen = choice::chosen(matches, &boards)?;
    let chosen = Choice { topics: matches.get_flag("topics"), standing: matches.get_flag("all"), ..chosen };
    let printer = TrackPrinter { context, boards: &boards, tracker: &opened.contents.tracker };
    let cells = occurrences(&boards, &chosen, &opened.contents.tracker);
    let kind = matches.get_one::<String>("group").and_then(|name| FacetKind::from_name(name));
    let output = match kind {
        Some(kind) => printer.grouped(&cells, kind),
        None if context.json => {
            Output::json(&Value::Array(cells.iter().map(|cell| printer.row(cell)).collect()))
        }
        None => Output::text(table(&cells.iter().map(|cell| printer.line(cell)).collect::<Vec<_>>())),
    };
    let output =
        if cells.is_empty() { output.nothing(context.json, Error::not_found("steps-none")) } else { output };
    Ok(output.warning(errors).warning(opened.broken.into_iter().map(|broken| broken.error)))
}

impl TrackPrinter<'_> {
    /// The cells under headings; for programs each with the name of its group.
    fn grouped(&self, cells: &[Occurrence], kind: FacetKind) -> Output {
        let groups = grouped(self.boards, cells, kind, self.tracker);
        if !self.context.json {
            let part = |(group, cells): &(Option<Facet>, Vec<Occurrence>)| {
                let lines: Vec<Vec<String>> = cells.iter().map(|cell| self.line(cell)).collect();
                let heading = group
                    .as_ref()
                    .map_or_else(|| self.context.locale.say("cli-group-none"), |group| self.heading(group));
                format!("{heading}\n{}", table(&lines))
            };
            return Output::text(groups.iter().map(part).collect::<Vec<_>>().join("\n"));
        }
        let rows = groups.iter().flat_map(|(group, cells)| {
            cells.iter().map(move |cell| {
                let mut row = self.row(cell);
                row["group"] = group.as_ref().map(choice::name).into();
                row
            })
        });
        Output::json(&Value::Array(rows.collect()))
    }

    fn heading(&self, group: &Facet) -> String {
        let locale = &self.context.locale;
        let name = choice::name(group);
        match group {
            Facet::Session(number) => {
                let ordinal = crate::locale::dates::ordinal(locale, *number);
                locale.say_with("session", &[("ordinal", (&ordinal).into())])
            }
            Facet::Standing => locale.say("cli-group-standing"),
            Facet::Item(item) => crate::cite::number(item, locale.language()),
            Facet::Actor(_) => locale.say(&format!("actor-{name}")),
            Facet::Force(_) => locale.say(&format!("force-{name}")),
            Facet::Status(_) => locale.say(&format!("status-{name}")),
            Facet::Section(_) => name,
        }
    }

    fn row(&self, cell: &Occurrence) -> Value {
        let session = cell.session.unwrap_or_default();
        let history = self.tracker.history(&cell.step, cell.topic.as_deref(), session);
        json!({
            "step": cell.step.to_string(),
            "topic": cell.topic,
            "session": cell.session,
            "status": cell.status(self.boards, self.tracker).name(),
            "history": history.iter().map(act).collect::<Vec<_>>(),
        })
    }

    fn line(&self, cell: &Occurrence) -> Vec<String> {
        let status = cell.status(self.boards, self.tracker);
        let topic = topic(cell);
        let output =
            format!("{} {}", status.sign(), self.context.locale.say(&format!("status-{}", status.name())));
        let session = cell.session.map_or_else(|| "–".to_owned(), |session| session.to_string());
        let history = self.tracker.state(&cell.step, cell.topic.as_deref(), cell.session.unwrap_or_default());
        let remark = history.and_then(|state| state.mark.remark.as_deref()).unwrap_or_default();
        let remark = crate::base::text::excerpt(remark, 60);
        vec![
            format!("{}{topic}", cell.step),
            format!("{}{topic}", label(&cell.step)),
            session,
            output,
            remark,
        ]
    }
}

fn act(entry: &HistoryEntry) -> Value {
    let mark = match &entry.act.action {
        Action::Set(mark) => Some(mark),
        Action::Undo { .. } => None,
    };
    json!({
        "id": entry.act.id.to_string(),
        "at": entry.act.at.to_rfc3339(),
        "author": &*entry.act.author,
        "status": mark.map(|mark| mark.status.name()),
        "note": mark.and_then(|mark| mark.remark.as_deref()),
        "restricted": mark.is_some_and(|mark| mark.access == RemarkAccess::Restricted),
        "undone": entry.undone,
        "evidence": mark.and_then(|mark| mark.evidence.as_ref()).map(ToString::to_string),
        "meeting": mark.and_then(|mark| mark.meeting.as_deref()),
    })
}

/// What follows the name of a step: `/a` for a topic, `#2` for the second request of a paragraph.
fn topic(cell: &Occurrence) -> String {
    let topic = cell.topic.as_deref().unwrap_or_default();
    if topic.is_empty() || topic.starts_with('#') { topic.to_owned() } else { format!("/{topic}") }
}

/// The short name: `E.2`.
fn label(step: &Reference) -> String {
    step.address.step_name().unwrap_or_else(|| step.address.to_string())
}
