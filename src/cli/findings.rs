//! `plenary findings [REF]`: what the importer repaired and what it is not sure about, what needs a look first.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Finding, Result};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, beginning, table};
use crate::cli::show;
use crate::import::versions;
use crate::locale::Locale;
use crate::model::{Address, Document, Language, Place, Reference, Symbol};

/// Columns of a finding's words in a table.
const WORDS: usize = 60;

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    command.arg(show::reference(locale).required(false).help(locale.say("cli-findings-reference")))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let text = show::words(matches, "reference");
    let asked = if text.is_empty() { None } else { Some(context.passage(&shelf, &text)?) };
    let mut found: Vec<LocatedFinding> = Vec::new();
    let symbols: Vec<Symbol> = match &asked {
        Some(passage) => vec![passage.symbol.clone()],
        None => shelf.symbols().cloned().collect(),
    };
    for symbol in &symbols {
        let texts = shelf.passing_texts(symbol);
        for document in &texts {
            let others = texts.iter().filter(|other| other.language != document.language);
            let missing = others.flat_map(|other| versions::only_here(document, other)).collect::<Vec<_>>();
            add(document, &missing, asked.as_ref(), &mut found);
        }
    }
    // Findings of one kind of concern stay in the order of documents and lines.
    found.sort_by_key(|found| found.finding.kind.severity());
    let output = if context.json {
        Output::json(&found.iter().map(row).collect())
    } else {
        Output::text(table(&found.iter().map(|found| line(context, found)).collect::<Vec<_>>()))
    };
    let output = match found.is_empty() {
        true => output.nothing(context.json, Error::not_found("findings-none")),
        false => output,
    };
    Ok(output.warning(errors))
}

/// A finding and its document.
struct LocatedFinding {
    symbol: Symbol,
    language: Language,
    finding: Finding,
}

/// Adds the findings of a document, and more about it, that are in the passage asked for.
fn add(document: &Document, more: &[Finding], asked: Option<&Reference>, found: &mut Vec<LocatedFinding>) {
    let is_asked = passage_of(document, asked);
    let (symbol, language) = (&document.symbol, document.language);
    let located =
        |finding: &Finding| LocatedFinding { symbol: symbol.clone(), language, finding: finding.clone() };
    found.extend(document.findings.iter().chain(more).filter(|finding| is_asked(finding)).map(located));
}

/// Whether a finding of a document is in the passage asked for; all are if that is the document.
fn passage_of(document: &Document, asked: Option<&Reference>) -> impl Fn(&Finding) -> bool {
    let asked = asked.filter(|passage| passage.address.place != Place::Title);
    let range = asked.map(|passage| document.passage(&passage.address).unwrap_or_default());
    move |finding| {
        let Some(range) = &range else { return true };
        let address = finding.address.as_deref().and_then(|address| address.parse::<Address>().ok());
        address.and_then(|address| document.position(&address)).is_some_and(|at| range.contains(&at))
    }
}

fn row(found: &LocatedFinding) -> Value {
    let LocatedFinding { symbol, language, finding } = found;
    json!({
        "symbol": symbol.as_str(),
        "language": language.code(),
        "kind": finding.kind.name(),
        "severity": finding.kind.severity().name(),
        "address": finding.address,
        "page": finding.page,
        "line": finding.line,
        "words": finding.source,
        "repaired": finding.repaired,
        "proof": proof(finding),
    })
}

/// The evidence for a repair as JSON.
pub(super) fn proof(finding: &Finding) -> Option<Value> {
    let proof = finding.proof.as_ref()?;
    Some(json!({ "passage": proof.passage, "words": proof.words.name() }))
}

fn line(context: &CommandContext, found: &LocatedFinding) -> Vec<String> {
    let LocatedFinding { symbol, language, finding } = found;
    let place = match (finding.page, finding.line) {
        (Some(page), _) => context.locale.say_with("finding-on-page", &[("page", page.into())]),
        (None, 0) => String::new(),
        (None, line) => context.locale.say_with("finding-on-line", &[("line", line.into())]),
    };
    let words = |text: &str| beginning(&text.split_whitespace().collect::<Vec<_>>().join(" "), WORDS);
    let repaired = finding.repaired.as_deref().filter(|repaired| *repaired != finding.source);
    let repaired = repaired.map(|repaired| format!(" → {}", words(repaired))).unwrap_or_default();
    vec![
        context.locale.say(&format!("severity-{}", finding.kind.severity().name())),
        context.locale.say(&format!("finding-{}", finding.kind.name())),
        format!("{symbol} {language}"),
        finding.address.clone().unwrap_or_default(),
        place,
        words(&finding.source) + &repaired,
    ]
}
