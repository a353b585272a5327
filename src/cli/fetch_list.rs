//! `plenary fetch-list`: the documents that the library cites and does not have, with the addresses at which the United Nations publish
//! them. Plenary never opens them.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::cite::Aliases;
use crate::cite::graph::Graph;
use crate::cite::missing::{MissingDocument, missing};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::locale::Locale;

pub(super) fn command(command: Command, _: &Locale) -> Command {
    command
}

pub(super) fn run(context: &CommandContext, _: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let found = missing(&Graph::of(&shelf, Aliases::bundled()), &shelf);
    let output = if context.json {
        Output::json(&found.iter().map(|document| row(context, document)).collect())
    } else {
        Output::text(table(&found.iter().map(|document| line(context, document)).collect::<Vec<_>>()))
    };
    let output = match found.is_empty() {
        true => output.nothing(context.json, Error::not_found("fetch-list-empty")),
        false => output,
    };
    Ok(output.warning(errors))
}

fn row(context: &CommandContext, document: &MissingDocument) -> Value {
    json!({
        "symbol": document.symbol.as_str(),
        "passages": document.passages,
        "cited_by": document.cited_by.iter().map(|symbol| symbol.as_str()).collect::<Vec<_>>(),
        "address": document.symbol.official_address(context.locale.language()),
    })
}

fn line(context: &CommandContext, document: &MissingDocument) -> Vec<String> {
    vec![
        document.symbol.to_string(),
        context.locale.say_with("count-passages-citing", &[("count", document.passages.into())]),
        document.symbol.official_address(context.locale.language()),
    ]
}
