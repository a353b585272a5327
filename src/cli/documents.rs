//! `plenary documents`: the documents in the library.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::Result;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::locale::{Locale, dates};
use crate::model::DocumentRow;

pub(super) fn command(command: Command, _: &Locale) -> Command {
    command
}

pub(super) fn run(context: &CommandContext, _: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let documents = shelf.rows().iter().map(AsRef::as_ref);
    let output = if context.json {
        Output::json(&Value::Array(documents.map(row).collect()))
    } else {
        Output::text(table(&documents.map(|document| line(context, document)).collect::<Vec<_>>()))
    };
    Ok(output.warning(errors))
}

fn row(document: &DocumentRow) -> Value {
    json!({
        "symbol": document.symbol.as_str(),
        "language": document.language.code(),
        "kind": document.kind.name(),
        "title": document.title,
        "date": document.date.map(|date| date.to_string()),
        "paragraphs": document.paragraphs,
        "next_steps": document.next_steps,
        "footnotes": document.footnotes,
        "findings": document.findings,
        "brackets": document.brackets,
    })
}

fn line(context: &CommandContext, document: &DocumentRow) -> Vec<String> {
    let count = |id: &str, count: usize| context.locale.say_with(id, &[("count", count.into())]);
    let brackets = Some(document.brackets).filter(|brackets| *brackets > 0);
    let counts = [
        Some(count("count-paragraphs", document.paragraphs)),
        Some(count("count-findings", document.findings)),
        brackets.map(|brackets| count("count-brackets", brackets)),
    ];
    vec![
        document.symbol.to_string(),
        document.language.to_string(),
        document.date.map(|date| dates::date(&context.locale, date)).unwrap_or_default(),
        context.locale.say(&format!("kind-{}", document.kind.name())),
        counts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        document.title.clone(),
    ]
}
