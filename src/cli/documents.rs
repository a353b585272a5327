//! `plenary documents`: the documents in the library.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::Result;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::locale::{Locale, dates};
use crate::model::{BlockKind, Document};

pub(super) fn command(command: Command, _: &Locale) -> Command {
    command
}

pub(super) fn run(context: &CommandContext, _: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let documents = shelf.documents().iter().map(AsRef::as_ref);
    let output = if context.json {
        Output::json(&Value::Array(documents.map(row).collect()))
    } else {
        Output::text(table(&documents.map(|document| line(context, document)).collect::<Vec<_>>()))
    };
    Ok(output.warning(errors))
}

/// How many passages of a kind a document has.
fn count(document: &Document, kind: BlockKind) -> usize {
    document.of_kind(kind).count()
}

/// Numbered paragraphs of a report; preambular and operative ones of a resolution.
pub(super) fn paragraphs(document: &Document) -> usize {
    [BlockKind::Paragraph, BlockKind::Preambular, BlockKind::Operative]
        .map(|kind| count(document, kind))
        .iter()
        .sum()
}

fn row(document: &Document) -> Value {
    json!({
        "symbol": document.symbol.as_str(),
        "language": document.language.code(),
        "kind": document.kind.name(),
        "title": document.title,
        "date": document.date.map(|date| date.to_string()),
        "paragraphs": paragraphs(document),
        "next_steps": count(document, BlockKind::NextStep),
        "footnotes": count(document, BlockKind::Footnote),
        "findings": document.findings.len(),
    })
}

fn line(context: &CommandContext, document: &Document) -> Vec<String> {
    vec![
        document.symbol.to_string(),
        document.language.to_string(),
        document.date.map(|date| dates::date(&context.locale, date)).unwrap_or_default(),
        document.title.clone(),
    ]
}
