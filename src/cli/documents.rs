//! `plenary documents`: the documents in the library.

use std::collections::HashMap;

use chrono::NaiveDate;
use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::Result;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::locale::{Locale, dates};
use crate::model::{DocumentKind, DocumentRow};

pub(super) fn command(command: Command, _: &Locale) -> Command {
    command
}

pub(super) fn run(context: &CommandContext, _: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let documents = shelf.rows().iter().map(AsRef::as_ref);
    let output = if context.json {
        Output::json(&Value::Array(documents.map(row).collect()))
    } else {
        let mut words = DocumentWords { context, said: HashMap::new() };
        Output::text(table(&documents.map(|document| words.line(document)).collect::<Vec<_>>()))
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

/// The words of a list of documents. The same ones come again in line after line: they are written once.
struct DocumentWords<'a> {
    context: &'a CommandContext,
    said: HashMap<DocumentWord, String>,
}

/// What words are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum DocumentWord {
    /// A number of something, by its message.
    Count(&'static str, usize),
    Date(NaiveDate),
    Kind(DocumentKind),
}

impl DocumentWords<'_> {
    fn say(&mut self, what: DocumentWord) -> &str {
        let locale = &self.context.locale;
        self.said.entry(what).or_insert_with(|| match what {
            DocumentWord::Count(id, count) => locale.say_with(id, &[("count", count.into())]),
            DocumentWord::Date(date) => dates::date(locale, date),
            DocumentWord::Kind(kind) => locale.say(&format!("kind-{}", kind.name())),
        })
    }

    fn line(&mut self, document: &DocumentRow) -> Vec<String> {
        let mut counts = self.say(DocumentWord::Count("count-paragraphs", document.paragraphs)).to_owned();
        let findings = Some(DocumentWord::Count("count-findings", document.findings));
        let brackets = DocumentWord::Count("count-brackets", document.brackets);
        for count in [findings, (document.brackets > 0).then_some(brackets)].into_iter().flatten() {
            counts += ", ";
            counts += self.say(count);
        }
        vec![
            document.symbol.to_string(),
            document.language.to_string(),
            document.date.map(|date| self.say(DocumentWord::Date(date)).to_owned()).unwrap_or_default(),
            self.say(DocumentWord::Kind(document.kind)).to_owned(),
            counts,
            document.title.clone(),
        ]
    }
}
