//! `plenary search QUERY`: words in documents and in what the delegate wrote, with the grammar of the search at the desk.

use std::panic::resume_unwind;
use std::sync::Arc;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Message, Result, Unwatched};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::{said, show};
use crate::locale::Locale;
use crate::model::{BlockKind, Delegations};
use crate::search::fields::{FieldFilter, SearchField};
use crate::search::snippet::Snippet;
use crate::search::{Query, SearchHit, SearchOptions, SearchResult, find};
use crate::store::index::{DocumentIndex, FullText, MemoryIndex, concepts};
use crate::store::{Access, Opened};
use crate::workspace::Intervention;

/// The places that can be named.
const PLACES: [&str; 4] = ["docs", "notes", "steps", "positions"];

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let places = Arg::new("in")
        .long("in")
        .value_name("docs,notes,steps,positions")
        .value_delimiter(',')
        .value_parser(PLACES)
        .help(locale.say("cli-in"));
    let exact = Arg::new("exact").long("exact").action(ArgAction::SetTrue).help(locale.say("cli-exact"));
    let query =
        Arg::new("query").value_name("QUERY").required(true).num_args(1..).help(locale.say("cli-query"));
    command.arg(query).arg(places).arg(exact)
}

/// Characters shown in all.
const SHOWN: usize = 160;

/// The most hits listed; a remark says that there are more.
const MOST: usize = 100;

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let typed = show::words(matches, "query");
    let asked = AskedSearch {
        typed: &typed,
        places: matches.get_many::<String>("in").into_iter().flatten().map(String::as_str).collect(),
        options: SearchOptions {
            language: context.locale.language(),
            with_rings: !matches.get_flag("exact"),
            most: MOST,
        },
    };
    let DoneSearch { result, full_text, texts, mut errors, without } = asked.done(context)?;
    let hits: Vec<ShownHit> = result.hits.iter().map(|hit| ShownHit::new(hit, texts.as_ref())).collect();
    let output = if context.json {
        Output::json(&Value::Array(hits.iter().map(ShownHit::row).collect()))
    } else {
        let line = |hit: &ShownHit<'_>| {
            let mut cells = vec![hit.document(&full_text)];
            cells.extend(hit.line(texts.as_ref(), context));
            cells
        };
        Output::text(table(&hits.iter().map(line).collect::<Vec<_>>()))
    };
    let why = || Error::not_found("search-none").with("query", &typed);
    let output = if hits.is_empty() { output.nothing(context.json, why()) } else { output };
    errors.extend(texts.into_iter().flat_map(|texts| texts.errors));
    let without =
        without.map(|words| context.locale.say_with("search-without", &[("words", (&words).into())]));
    let remarks: Vec<String> = without.into_iter().chain(reports(&result, context)).collect();
    Ok(output.warning(errors).remarking(remarks))
}

/// What is asked for on the command line.
struct AskedSearch<'a> {
    typed: &'a str,
    places: Vec<&'a str>,
    options: SearchOptions,
}

/// What was found, and in what.
struct DoneSearch {
    result: SearchResult,
    full_text: FullText,
    texts: Option<WrittenTexts>,
    errors: Vec<Error>,
    /// The words that must not occur, if a dash is the first sign typed: it might have been meant for an option.
    without: Option<String>,
}

impl AskedSearch<'_> {
    fn wants(&self, names: &[&str]) -> bool {
        self.places.is_empty() || self.places.iter().any(|place| names.contains(place))
    }

    /// Searches. The index is searched as it is while the files of the documents are asked whether they have changed since; only if
    /// one has is it brought up to date, and searched again.
    fn done(&self, context: &CommandContext) -> Result<DoneSearch> {
        let (places, folder) = (&context.environment.places, context.folder());
        let has_documents = self.wants(&["docs", "steps"]);
        std::thread::scope(|scope| {
            let loading = scope.spawn(|| concepts::load(folder));
            let documents = if has_documents { Some(DocumentIndex::open(places, folder)?) } else { None };
            let checked = documents.clone();
            let checking = scope.spawn(move || checked.is_none_or(|checked| checked.is_current()));
            let wants_texts = self.wants(&["notes", "positions"]);
            let texts = if wants_texts { Some(WrittenTexts::read(context)?) } else { None };
            let (concepts, errors) = loading.join().unwrap_or_else(|panic| resume_unwind(panic));
            let mut query = Query::read(self.typed, &concepts);
            query.filters.extend(kinds(&self.places));
            let search = |documents: Option<&DocumentIndex>| {
                let texts = texts.as_ref().and_then(|texts| texts.index.as_ref());
                let full_text = FullText::new(documents, texts);
                (find(&query, &concepts, &full_text, self.options), full_text)
            };
            let found = search(documents.as_ref());
            let is_current = checking.join().unwrap_or_else(|panic| resume_unwind(panic));
            let (result, full_text) = match documents.filter(|_| !is_current) {
                Some(mut documents) => {
                    documents.update(&Unwatched)?;
                    search(Some(&documents))
                }
                None => found,
            };
            let without = self.typed.starts_with('-').then(|| query.excluded().join(", "));
            let without = without.filter(|words| !words.is_empty() && !query.is_empty());
            Ok(DoneSearch { result, full_text, texts, errors, without })
        })
    }
}

/// What was ignored or corrected.
fn reports(result: &SearchResult, context: &CommandContext) -> Vec<String> {
    // A row says itself through which term it was found.
    let is_said = |message: &&Message| match message.id {
        "search-through" => false,
        "search-unknown-word" => !context.json && !result.hits.is_empty(),
        _ => true,
    };
    let cut = result.is_cut.then(|| Message::new("search-best-only").with("count", MOST));
    let said = result.reports.iter().filter(is_said).chain(&cut);
    said.map(|message| context.locale.message(message)).collect()
}

/// The filter for the kinds in the places named; none if no place is named.
fn kinds(places: &[&str]) -> Option<FieldFilter> {
    let of_place = |place: &&str| -> Vec<&'static str> {
        match *place {
            "docs" => BlockKind::ALL.map(BlockKind::name).to_vec(),
            "steps" => vec![BlockKind::NextStep.name()],
            "positions" => vec!["position"],
            _ => vec!["note", "intervention", "remark", "amendment", "statement"],
        }
    };
    let values: Vec<String> = places.iter().flat_map(of_place).map(str::to_owned).collect();
    (!values.is_empty()).then_some(FieldFilter { field: SearchField::Kind, values, excluded: false })
}

/// What the delegate wrote.
struct WrittenTexts {
    opened: Opened,
    delegations: Arc<Delegations>,
    index: Option<MemoryIndex>,
    errors: Vec<Error>,
}

impl WrittenTexts {
    fn read(context: &CommandContext) -> Result<Self> {
        let opened = context.workspace(Access::Read)?;
        let (delegations, errors) = match opened.contents.is_empty() {
            true => Default::default(),
            false => context.delegations(),
        };
        let index = MemoryIndex::of_contents(&opened.contents, &delegations);
        Ok(Self { opened, delegations, index, errors })
    }

    fn intervention(&self, id: &str) -> Option<Intervention<'_>> {
        let note = self.opened.contents.notebook.get(id.parse().ok()?)?;
        Intervention::of(note, &self.delegations)
    }
}

/// A hit with what is shown of it.
struct ShownHit<'h> {
    hit: &'h SearchHit,
    snippet: Snippet,
    /// The delegation of an intervention: its id, or its name as typed.
    delegation: Option<String>,
}

impl<'h> ShownHit<'h> {
    fn new(hit: &'h SearchHit, texts: Option<&WrittenTexts>) -> Self {
        let said = texts.and_then(|texts| texts.intervention(&hit.entry.id));
        let delegation = said.map(|said| said.id().unwrap_or(said.name).to_owned());
        Self { hit, snippet: Snippet::new(&hit.entry.text, &hit.marks, SHOWN), delegation }
    }

    fn row(&self) -> Value {
        let entry = &self.hit.entry;
        let marks = self.snippet.own_marks();
        json!({
            "symbol": entry.symbol,
            "address": entry.address,
            "language": entry.language.map(|language| language.to_string()),
            "delegation": self.delegation,
            "score": (f64::from(self.hit.score) * 1000.0).round() / 1000.0,
            "snippet": self.snippet.of(&entry.text),
            "marks": marks.iter().map(|mark| json!([mark.start, mark.end])).collect::<Vec<_>>(),
            "kind": entry.kind,
            "id": (!entry.id.is_empty()).then_some(&entry.id),
            "through": self.hit.terms,
        })
    }

    /// The document, with the language of the text if it is held in several.
    fn document(&self, full_text: &FullText) -> String {
        let entry = &self.hit.entry;
        match entry.language.filter(|_| full_text.has_versions(&entry.symbol)) {
            Some(language) => format!("{} ({language})", entry.symbol),
            None => entry.symbol.clone(),
        }
    }

    /// Where it is, and its words.
    fn line(&self, texts: Option<&WrittenTexts>, context: &CommandContext) -> Vec<String> {
        let entry = &self.hit.entry;
        let before = if self.snippet.span.start > 0 { "…" } else { "" };
        let after = if self.snippet.span.end < entry.text.len() { "…" } else { "" };
        let words = self.snippet.of(&entry.text).trim().replace('\n', " ");
        let said = texts.and_then(|texts| Some((texts.intervention(&entry.id)?, texts)));
        let speaker = said.map(|(said, texts)| {
            let printer =
                said::InterventionPrinter { delegations: &texts.delegations, locale: &context.locale };
            format!("{} {} ", printer.name(&said), said.sign())
        });
        let words = format!("{}{before}{words}{after}", speaker.unwrap_or_default());
        let through: String = self.hit.terms.iter().map(|term| format!(" (= {term})")).collect();
        vec![entry.address.clone(), words + &through]
    }
}
