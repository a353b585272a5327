//! `plenary agenda`: the items of the process, each with its section of the report and that section's steps.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::merge::insert_missing;
use crate::base::{Error, Result};
use crate::cite;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::locale::Locale;
use crate::model::{
    Address, AgendaLink, BlockKind, Document, Language, Place, Process, Reference, Shelf, Symbol,
};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    command.args([
        Arg::new("process").long("process").value_name("ID").help(locale.say("cli-process")),
        Arg::new("document").long("document").value_name("SYMBOL").help(locale.say("cli-one-document")),
    ])
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let processes = context.processes(&shelf);
    let report = match matches.get_one::<String>("document") {
        Some(text) => Some(symbol(text)?),
        None => None,
    };
    let process = chosen(&processes, matches.get_one::<String>("process"), report.as_ref())?;
    let report = report.or_else(|| latest_with_steps(&shelf, process));
    let language = context.locale.language();
    let row = |link: &AgendaLink| row(&shelf, language, process, report.as_ref(), &link.item);
    let rows: Vec<ItemRow> = process.items.iter().map(row).collect();
    let output = if context.json {
        Output::json(&Value::Array(rows.iter().map(ItemRow::json).collect()))
    } else {
        Output::text(table(&rows.iter().map(|row| row.line(context)).collect::<Vec<_>>()))
    };
    Ok(output.warning(errors))
}

/// A symbol as typed.
pub(super) fn symbol(text: &str) -> Result<Symbol> {
    text.parse().map_err(|()| Error::wrong_use("symbol-unreadable").with("symbol", text))
}

pub(super) fn chosen<'a>(
    processes: &'a [Process],
    id: Option<&String>,
    report: Option<&Symbol>,
) -> Result<&'a Process> {
    let found = match (id, report) {
        (Some(id), _) => processes.iter().find(|process| process.id == *id),
        (None, Some(report)) => processes.iter().find(|process| process.report(report).is_some()),
        (None, None) => processes.first(),
    };
    let known = || processes.iter().map(|process| process.id.as_str()).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| {
        let wanted = id.cloned().or_else(|| report.map(ToString::to_string)).unwrap_or_default();
        Error::not_found("process-unknown").with("process", wanted).with("known", known())
    })
}

/// The latest report of a process that is in the library and has next steps; else the latest in the library.
fn latest_with_steps(shelf: &Shelf, process: &Process) -> Option<Symbol> {
    let reports = process.reports.iter().rev().map(|report| &report.symbol);
    let held = || reports.clone().filter(|report| shelf.holds(report));
    let has_steps = |report: &&Symbol| shelf.rows_of(report).iter().any(|row| row.next_steps > 0);
    held().find(has_steps).or_else(|| held().next()).cloned()
}

/// An item with what belongs to it.
struct ItemRow {
    item: Address,
    title: String,
    section: Option<Address>,
    steps: Vec<Address>,
}

/// The row of an item, its title in the language if the agenda is held in it.
fn row(
    shelf: &Shelf,
    language: Language,
    process: &Process,
    report: Option<&Symbol>,
    item: &Address,
) -> ItemRow {
    let quoted = Reference { symbol: process.agenda.symbol.clone(), address: item.clone() };
    let quoted = shelf.passage(&quoted, language);
    let section = report.and_then(|report| process.section(report, item)).cloned();
    let mut steps = Vec::new();
    if let (Some(section), Some(report)) = (&section, report) {
        for text in shelf.best_first(report, language) {
            insert_missing(&mut steps, &steps_of(text, section), |one, other| one == other);
        }
    }
    ItemRow {
        item: item.clone(),
        title: quoted.map(|quoted| quoted.text().to_owned()).unwrap_or_default(),
        section,
        steps,
    }
}

fn steps_of(document: &Document, section: &Address) -> Vec<Address> {
    let Place::Heading(path) = &section.place else { return Vec::new() };
    let steps = document.of_kind(BlockKind::NextStep).map(|(_, block)| &block.address);
    let own = steps.filter(|step| {
        step.part == section.part
            && matches!(&step.place, Place::Step(of, number) if of == path && number.len() == 1)
    });
    own.cloned().collect()
}

impl ItemRow {
    fn json(&self) -> Value {
        json!({
            "item": self.item.to_string(),
            "title": self.title,
            "section": self.section.as_ref().map(ToString::to_string),
            "steps": self.steps.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })
    }

    fn line(&self, context: &CommandContext) -> Vec<String> {
        let section = self.section.as_ref().and_then(Address::last).unwrap_or("—").to_owned();
        let count = self.steps.len().to_string();
        vec![cite::number(&self.item, context.locale.language()), section, count, self.title.clone()]
    }
}
