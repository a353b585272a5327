//! `plenary document correct|undo|corrections|set|remove`: an imported document corrected, its details changed, or put into the
//! trash. Corrections are kept and applied again when the document is imported again.

use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::show;
use crate::import::correction::{CorrectedDetails, Correction, CorrectionStep, Corrections, PassageChange};
use crate::locale::Locale;
use crate::model::{BlockKind, Document, DocumentKind, Language, Place, Reference, Symbol};
use crate::store::library::Catalogue;
use crate::store::library::corrections;
use crate::store::{Access, Opened};

/// The kinds a passage can be given.
const KINDS: [&str; 9] = [
    "heading",
    "paragraph",
    "subparagraph",
    "bullet",
    "preambular",
    "operative",
    "next-step",
    "norm",
    "text",
];
/// The kinds a document can be given.
const DOCUMENT_KINDS: [&str; 4] = ["report", "draft-report", "resolution", "other"];

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let words = |id: &str| locale.say(id);
    let language = || {
        Arg::new("language")
            .long("language")
            .value_name("CODE")
            .help(words("cli-document-language"))
            .value_parser(["ar", "en", "es", "fr", "ru", "zh"])
    };
    let symbol = || Arg::new("symbol").value_name("SYMBOL").required(true).help(words("cli-one-document"));
    let option = |name: &'static str, value: &'static str| {
        Arg::new(name).long(name).value_name(value).help(words(&format!("cli-document-{name}")))
    };
    let flag = |name: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(words(&format!("cli-document-{name}")))
    };
    let correct = Command::new("correct")
        .about(words("cli-document-correct"))
        .arg(Arg::new("reference").value_name("REF").required(true).help(words("cli-reference")))
        .arg(option("split", "WORDS"))
        .arg(flag("join"))
        .arg(option("kind", "KIND").value_parser(KINDS))
        .arg(option("number", "NUMBER"))
        .arg(flag("confirm"))
        .group(
            ArgGroup::new("change")
                .args(["split", "join", "kind", "number", "confirm"])
                .required(true)
                .multiple(true),
        )
        .arg(language());
    let set = Command::new("set")
        .about(words("cli-document-set"))
        .arg(symbol())
        .arg(Arg::new("new-symbol").long("symbol").value_name("SYMBOL").help(words("cli-document-symbol")))
        .arg(option("title", "TEXT"))
        .arg(option("date", "YYYY-MM-DD").value_parser(super::today))
        .arg(
            Arg::new("kind")
                .long("kind")
                .value_name("KIND")
                .value_parser(DOCUMENT_KINDS)
                .help(words("cli-document-set-kind")),
        )
        .group(
            ArgGroup::new("detail")
                .args(["new-symbol", "title", "date", "kind"])
                .required(true)
                .multiple(true),
        )
        .arg(language());
    let other = |name: &'static str| {
        Command::new(name).about(words(&format!("cli-document-{name}"))).arg(symbol()).arg(language())
    };
    command.subcommand_required(true).arg_required_else_help(true).subcommands([
        correct,
        other("undo"),
        other("corrections"),
        set,
        other("remove"),
    ])
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    match matches.subcommand() {
        Some(("correct", matches)) => correct(context, matches),
        Some(("undo", matches)) => {
            let named = AskedDocument::of(context, matches)?;
            changed(context, &named, CorrectionStep::Undo)
        }
        Some(("set", matches)) => set(context, matches),
        Some(("remove", matches)) => remove(context, matches),
        Some((_, matches)) => list(context, matches),
        None => Ok(Output::default()),
    }
}

/// A document that was named: by its symbol, in the language asked for or in the one that the library has for the reader.
struct AskedDocument {
    symbol: Symbol,
    language: Language,
}

impl AskedDocument {
    fn of(context: &CommandContext, matches: &ArgMatches) -> Result<Self> {
        let (shelf, _) = context.shelf();
        let typed = show::words(matches, "symbol");
        let symbol = match typed.parse::<Symbol>() {
            Ok(symbol) if shelf.holds(&symbol) => symbol,
            _ => context.passage(&shelf, &typed)?.symbol,
        };
        let asked = asked_language(matches);
        let document = shelf.get(&symbol, asked.unwrap_or_else(|| context.locale.language()));
        let held = document.filter(|document| asked.is_none_or(|asked| asked == document.language));
        let missing = || Error::not_found("document-not-held").with("symbol", &symbol);
        let language = held.ok_or_else(missing)?.language;
        Ok(Self { symbol, language })
    }
}

fn asked_language(matches: &ArgMatches) -> Option<Language> {
    matches.get_one::<String>("language").and_then(|code| code.parse().ok())
}

fn correct(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, _) = context.shelf();
    let typed = show::words(matches, "reference");
    let passage = context.passage(&shelf, &typed)?;
    let language = asked_language(matches).unwrap_or_else(|| context.locale.language());
    let missing = || Error::not_found("passage-not-found").with("reference", &typed);
    let found = shelf.passage(&passage, language).filter(|_| passage.address.place != Place::Title);
    let found = found.ok_or_else(missing)?;
    let change = wanted(matches, found.document.blocks[found.position].kind);
    let step = CorrectionStep::Passage(Correction::of(found.document, found.position, change));
    let named = AskedDocument { symbol: passage.symbol.clone(), language: found.document.language };
    changed(context, &named, step)
}

/// The change that the arguments ask for; `kind` is what the passage is.
fn wanted(matches: &ArgMatches, kind: BlockKind) -> PassageChange {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    if let Some(before) = text("split") {
        PassageChange::Split { before }
    } else if matches.get_flag("join") {
        PassageChange::Join
    } else if matches.get_flag("confirm") {
        PassageChange::Confirm
    } else {
        let kind = text("kind").and_then(|name| BlockKind::from_name(&name)).unwrap_or(kind);
        PassageChange::Recast { kind, number: text("number") }
    }
}

fn set(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let named = AskedDocument::of(context, matches)?;
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let symbol = |text: String| {
        text.parse::<Symbol>().map_err(|()| Error::wrong_use("symbol-unreadable").with("symbol", text))
    };
    let details = CorrectedDetails {
        symbol: text("new-symbol").map(symbol).transpose()?,
        title: text("title"),
        date: matches.get_one::<NaiveDate>("date").copied(),
        kind: text("kind").and_then(|name| DocumentKind::from_name(&name)),
    };
    changed(context, &named, CorrectionStep::Details(details))
}

/// The workspace, which must be writable.
fn writable(context: &CommandContext) -> Result<Opened> {
    let mut opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    Ok(opened)
}

/// Takes a step, and reports the document as it is afterwards.
fn changed(context: &CommandContext, named: &AskedDocument, step: CorrectionStep) -> Result<Output> {
    let opened = writable(context)?;
    let folder = opened.workspace.documents_dir();
    let after = corrections::correct(&folder, &named.symbol, named.language, step)?;
    let known = corrections::of(&folder, &after.symbol, after.language)?;
    Ok(if context.json {
        Output::json(&row(&after, &known))
    } else {
        let count = known.passages.len();
        let arguments = [("symbol", (&after.symbol).into()), ("count", count.into())];
        Output::text(context.locale.say_with("document-corrected", &arguments))
    })
}

fn remove(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let AskedDocument { symbol, language } = AskedDocument::of(context, matches)?;
    let opened = writable(context)?;
    Catalogue::read(opened.workspace.documents_dir())?.remove(&symbol, language)?;
    Ok(if context.json {
        Output::json(&json!({ "symbol": symbol.as_str(), "language": language.code() }))
    } else {
        let arguments = [("symbol", (&symbol).into()), ("language", language.code().into())];
        Output::text(context.locale.say_with("document-removed", &arguments))
    })
}

fn list(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let AskedDocument { symbol, language } = AskedDocument::of(context, matches)?;
    let opened = context.workspace(Access::Read)?;
    let known = corrections::of(&opened.workspace.documents_dir(), &symbol, language)?;
    let (shelf, _) = context.shelf();
    let texts = shelf.texts(&symbol);
    let document = texts.iter().find(|document| document.language == language);
    let document = document.ok_or_else(|| Error::not_found("document-not-held").with("symbol", &symbol))?;
    let lines = known.passages.iter().map(|one| line(context, &symbol, one));
    let output = if context.json {
        Output::json(&row(document, &known))
    } else {
        Output::text(table(&lines.collect::<Vec<_>>()))
    };
    Ok(match known == Corrections::default() {
        true => output.nothing(context.json, Error::not_found("correction-none").with("symbol", &symbol)),
        false => output,
    })
}

fn row(document: &Document, known: &Corrections) -> Value {
    let one = |correction: &Correction| {
        let (change, words, kind, number) = match &correction.change {
            PassageChange::Split { before } => ("split", Some(before), None, None),
            PassageChange::Join => ("join", None, None, None),
            PassageChange::Recast { kind, number } => ("recast", None, Some(kind.name()), number.as_ref()),
            PassageChange::Confirm => ("confirm", None, None, None),
        };
        json!({
            "address": correction.address.to_string(),
            "change": change,
            "before": words,
            "kind": kind,
            "number": number,
        })
    };
    json!({
        "symbol": document.symbol.as_str(),
        "language": document.language.code(),
        "kind": document.kind.name(),
        "title": document.title,
        "date": document.date.map(|date| date.to_string()),
        "corrections": known.passages.iter().map(one).collect::<Vec<_>>(),
        "findings": document.findings.len(),
    })
}

fn line(context: &CommandContext, symbol: &Symbol, correction: &Correction) -> Vec<String> {
    let passage = Reference { symbol: symbol.clone(), address: correction.address.clone() };
    let say = |id: &str| context.locale.say(id);
    let change = match &correction.change {
        PassageChange::Split { before } => {
            context.locale.say_with("correction-split", &[("words", before.as_str().into())])
        }
        PassageChange::Join => say("correction-join"),
        PassageChange::Recast { kind, number } => {
            let kind = context.locale.say(&format!("block-{}", kind.name()));
            [Some(kind), number.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        PassageChange::Confirm => say("correction-confirm"),
    };
    vec![passage.to_string(), change, correction.words.clone()]
}
