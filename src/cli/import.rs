//! `plenary import FILE…`: text files become documents of the workspace.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Finding, FindingKind, Result};
use crate::cite::Aliases;
use crate::cli::context::Context;
use crate::cli::documents;
use crate::cli::output::{Output, table};
use crate::import::{self, Given, account, proof};
use crate::locale::Locale;
use crate::model::Document;
use crate::store::{Access, bundled, file, library};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let files = Arg::new("file").value_name("FILE").required(true).num_args(1..);
    command.arg(files.value_parser(clap::value_parser!(PathBuf)).help(locale.say("cli-file")))
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Output> {
    let files: Vec<&PathBuf> = matches.get_many::<PathBuf>("file").into_iter().flatten().collect();
    let vocabularies = bundled::vocabularies();
    // Everything is read before anything is written: one bad file, and nothing has happened.
    let mut made: Vec<(&PathBuf, Vec<u8>, Document)> = Vec::new();
    for path in files {
        let (bytes, beside) = library::source(path)?;
        let shown = file::shown(path);
        let given = beside.map(|text| bundled::given_from_toml(&text, &shown)).transpose()?;
        let document = import::import(&shown, &bytes, &given.unwrap_or_else(Given::default), &vocabularies)?;
        made.push((path, bytes, document));
    }
    confirm(context, &mut made);
    let opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    for (path, bytes, document) in &made {
        let source = library::Source { name: &name(path), bytes };
        library::keep(&opened.workspace.documents_dir(), document, &source)?;
    }
    if context.json {
        let rows = made.iter().map(|(path, _, document)| row(path, document)).collect();
        return Ok(Output::json(&Value::Array(rows)));
    }
    let lines: Vec<_> = made.iter().map(|(path, _, document)| line(context, path, document)).collect();
    let stand_ins = made.iter().filter_map(|(path, _, document)| stand_in(path, document));
    let missing = made.iter().filter_map(|(path, _, document)| missing(path, document));
    Ok(Output::text(table(&lines)).warning(stand_ins.chain(missing)))
}

/// Checks joined lines against the documents in the library and those imported together.
fn confirm(context: &Context, made: &mut [(&PathBuf, Vec<u8>, Document)]) {
    let (mut shelf, _) = context.shelf();
    made.iter().for_each(|(.., document)| shelf.insert(document.clone()));
    for (.., document) in made {
        proof::confirm(document, &shelf, Aliases::bundled());
    }
}

/// A warning that names the symbol given to a document whose text shows none.
fn stand_in(path: &Path, document: &Document) -> Option<Error> {
    let missing =
        |finding: &Finding| finding.kind == FindingKind::MissingMetadata && finding.source == "symbol";
    let warning = Error::wrong_use("import-stand-in").with("file", file::shown(path));
    let beside = file::shown(&path.with_extension("toml"));
    document
        .findings
        .iter()
        .any(missing)
        .then(|| warning.with("symbol", &document.symbol).with("beside", beside))
}

/// A warning that says how much of a text is in no passage.
fn missing(path: &Path, document: &Document) -> Option<Error> {
    let count = account::missing(document);
    let warning = Error::broken("import-missing").with("file", file::shown(path));
    (count > 0).then(|| warning.with("count", count))
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| "source".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn row(path: &Path, document: &Document) -> Value {
    json!({
        "file": file::shown(path),
        "symbol": document.symbol.as_str(),
        "language": document.language.code(),
        "paragraphs": documents::paragraphs(document),
        "missing": account::missing(document),
        "findings": document.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn finding(finding: &Finding) -> Value {
    json!({
        "kind": finding.kind.name(),
        "line": finding.line,
        "address": finding.address,
        "source": finding.source,
        "repaired": finding.repaired,
        "proof": finding.proof.as_ref().map(
            |proof| json!({ "passage": proof.passage, "words": proof.words.name() })
        ),
    })
}

fn line(context: &Context, path: &Path, document: &Document) -> Vec<String> {
    let count = |id: &str, count: usize| context.locale.say_with(id, &[("count", count.into())]);
    vec![
        file::shown(path),
        document.symbol.to_string(),
        count("count-paragraphs", documents::paragraphs(document)),
        count("count-findings", document.findings.len()),
    ]
}
