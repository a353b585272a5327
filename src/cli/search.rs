//! `plenary search QUERY`: words in documents, next steps and notes, with accents and case folded.

use std::collections::HashSet;
use std::sync::Arc;

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result, Span};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::{said, show};
use crate::locale::Locale;
use crate::model::{Address, Block, BlockKind, Delegations, Document};
use crate::search::text;
use crate::store::Access;
use crate::workspace::Intervention;

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let places = Arg::new("in")
        .long("in")
        .value_name("docs,notes,steps")
        .value_delimiter(',')
        .value_parser(["docs", "notes", "steps"])
        .help(locale.say("cli-in"));
    let query =
        Arg::new("query").value_name("QUERY").required(true).num_args(1..).help(locale.say("cli-query"));
    command.arg(query).arg(places)
}

/// A passage or note that contains the words.
struct Hit {
    symbol: String,
    address: String,
    /// The delegation of an intervention: its id, or its name as typed.
    delegation: Option<String>,
    text: String,
    marks: Vec<Span>,
}

/// Characters shown before the first match.
const BEFORE: usize = 40;

/// Characters shown in all.
const SHOWN: usize = 160;

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let query = show::words(matches, "query");
    let places: Vec<&String> = matches.get_many::<String>("in").into_iter().flatten().collect();
    let wanted =
        |place: &str| places.is_empty() && place != "steps" || places.iter().any(|known| *known == place);
    let (shelf, errors) = context.shelf();
    let mut hits = Vec::new();
    for texts in shelf.by_symbol() {
        let texts = shelf.best_first(&texts[0].symbol, context.locale.language());
        let is_wanted =
            |block: &Block| wanted("docs") || wanted("steps") && block.kind == BlockKind::NextStep;
        hits.extend(document_hits(&texts, &query, is_wanted));
    }
    if wanted("notes") {
        let opened = context.workspace(Access::Read)?;
        let (all, _) = context.delegations();
        hits.extend(opened.contents.notebook.notes().filter_map(|note| {
            let address = note.anchor.as_ref().map_or_else(String::new, |anchor| anchor.address.to_string());
            let symbol = note.anchor.as_ref().map_or_else(String::new, |anchor| anchor.symbol.to_string());
            let found = |text: &str| hit(&symbol, address.clone(), text, &query);
            let Some(said) = Intervention::of(note, &all) else { return found(&note.text) };
            let delegation = said.id().unwrap_or(said.name).to_owned();
            let printer = said::InterventionPrinter { delegations: &all, locale: &context.locale };
            let shown = format!("{} {} {}", printer.name(&said), said.sign(), said.words);
            let hit = found(&shown).or_else(|| found(&spoken(&said, &all, context)))?;
            Some(Hit { delegation: Some(delegation), ..hit })
        }));
    }
    // Most occurrences first; equals stay in reading order.
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.marks.len()));
    let output = if context.json {
        Output::json(&Value::Array(hits.iter().map(row).collect()))
    } else {
        Output::text(table(&hits.iter().map(line).collect::<Vec<_>>()))
    };
    let why = || Error::not_found("search-none").with("query", &query);
    let output = if hits.is_empty() { output.nothing(context.json, why()) } else { output };
    Ok(output.warning(errors))
}

/// The passages of a document that contain the words, each once: in the first of its texts that contains them.
fn document_hits(texts: &[&Arc<Document>], query: &str, is_wanted: impl Fn(&Block) -> bool) -> Vec<Hit> {
    let mut listed: HashSet<&Address> = HashSet::new();
    let mut hits = Vec::new();
    for text in texts {
        for block in text.blocks.iter().filter(|block| is_wanted(block)) {
            let hit = hit(text.symbol.as_str(), block.address.to_string(), &block.text, query);
            hits.extend(hit.filter(|_| listed.insert(&block.address)));
        }
    }
    hits
}

/// An intervention as text with all names of its delegation and of those for whom it spoke.
fn spoken(said: &Intervention<'_>, all: &Delegations, context: &CommandContext) -> String {
    let language = context.locale.language();
    let mut names = vec![said.label(language), said.name];
    names.extend(said.id());
    names.extend(said.behalf_labels(all, language));
    names.extend(&said.on_behalf_of);
    let mut listed = HashSet::new();
    names.retain(|name| listed.insert(*name));
    format!("{} {} {}", names.join(", "), said.sign(), said.words)
}

fn hit(symbol: &str, address: String, text: &str, query: &str) -> Option<Hit> {
    let marks = text::spans(text, query);
    (!marks.is_empty()).then(|| Hit {
        symbol: symbol.to_owned(),
        address,
        delegation: None,
        text: text.to_owned(),
        marks,
    })
}

/// The stretch around the first match, from word to word.
fn shown(hit: &Hit) -> Span {
    let (text, first) = (&hit.text, hit.marks[0]);
    let start =
        text[..first.start].char_indices().rev().take(BEFORE).last().map_or(first.start, |(at, _)| at);
    let end = text[start..].char_indices().nth(SHOWN).map_or(text.len(), |(at, _)| start + at);
    let word = |from: usize| text[from..first.start].find(char::is_whitespace).map(|at| from + at);
    let start = if start == 0 { Some(0) } else { word(start) };
    let start = start.map_or(first.start, |at| first.start - text[at..first.start].trim_start().len());
    // A match longer than what is shown is cut.
    let last = |end: usize| text[start..end].rfind(char::is_whitespace).map(|at| start + at);
    let whole = end == text.len() || text[end..].starts_with(char::is_whitespace);
    let end = if whole { end } else { last(end).filter(|at| *at >= first.end).unwrap_or(end) };
    Span::new(start, end)
}

/// The words around the first match, and the matches as byte ranges inside them.
fn snippet(hit: &Hit) -> (String, Vec<Span>) {
    let shown = shown(hit);
    let start = shown.start;
    let marks = hit.marks.iter().filter_map(|mark| mark.overlap(shown));
    (
        shown.of(&hit.text).to_owned(),
        marks.map(|mark| Span::new(mark.start - start, mark.end - start)).collect(),
    )
}

fn row(hit: &Hit) -> Value {
    let (words, marks) = snippet(hit);
    json!({
        "symbol": hit.symbol,
        "address": hit.address,
        "delegation": hit.delegation,
        "score": hit.marks.len(),
        "snippet": words,
        "marks": marks.iter().map(|mark| json!([mark.start, mark.end])).collect::<Vec<_>>(),
    })
}

fn line(hit: &Hit) -> Vec<String> {
    let shown = shown(hit);
    let before = if shown.start > 0 { "…" } else { "" };
    let after = if shown.end < hit.text.len() { "…" } else { "" };
    let words = format!("{before}{}{after}", shown.of(&hit.text).trim().replace('\n', " "));
    vec![hit.symbol.clone(), hit.address.clone(), words]
}
