//! `plenary import FILE…`: files, those of folders and those of archives become documents of the workspace.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, ErrorKind, Finding, FindingKind, Result, Watch};
use crate::cli::context::CommandContext;
use crate::cli::findings;
use crate::cli::output::{Output, table};
use crate::import::account;
use crate::import::reader::TrackedChanges;
use crate::locale::{Locale, dates};
use crate::model::Document;
use crate::shell::importing::{self, Attempt, ImportOptions, ImportPlace, Made};
use crate::shell::inbox::Inbox;
use crate::store::library::{Catalogue, KeepOutcome, Replaced, SourceList};
use crate::store::{Access, MaterialsSource, Opened, bundled, file};

/// The languages in which the United Nations publish documents.
const LANGUAGES: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];
pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let files = Arg::new("file").value_name("FILE").required(true).num_args(1..);
    let language = Arg::new("language").long("language").value_name("CODE").value_parser(LANGUAGES);
    let replace = Arg::new("replace").long("replace").action(ArgAction::SetTrue);
    let changes =
        Arg::new("changes").long("changes").value_name("TEXT").value_parser(["accepted", "original"]);
    command
        .arg(files.value_parser(clap::value_parser!(PathBuf)).help(locale.say("cli-file")))
        .arg(language.help(locale.say("cli-import-language")))
        .arg(replace.help(locale.say("cli-import-replace")))
        .arg(changes.help(locale.say("cli-import-changes")))
}

/// The workspace of the command line.
struct CommandPlace<'a> {
    context: &'a CommandContext,
    /// Kept open, and locked, while documents are stored.
    opened: Option<Opened>,
}

impl ImportPlace for CommandPlace<'_> {
    fn source(&self) -> &MaterialsSource {
        &self.context.environment.source
    }

    fn today(&self) -> NaiveDate {
        self.context.now().today
    }

    fn catalogue(&mut self) -> Result<Catalogue> {
        let opened = self.opened.insert(self.context.workspace(Access::Write)?);
        opened.workspace.writable()?;
        Catalogue::open(opened.workspace.documents_dir(), self.context.environment.source.cache.as_ref())
    }
}

/// Says how many files there are before they are read, if folders or patterns have more of them than were named.
struct CountedAloud<'a> {
    context: &'a CommandContext,
    named: usize,
}

impl Watch for CountedAloud<'_> {
    fn begins(&self, total: usize) {
        if total > self.named && !self.context.json {
            let words = self.context.locale.say_with("import-count", &[("count", total.into())]);
            // The files are imported even if nobody reads that.
            let _ = writeln!(std::io::stderr(), "{words}");
        }
    }

    fn continues(&self, _: usize, _: usize) -> bool {
        true
    }
}

/// A path as it was given: `~` in one that the shell was kept from reading is the home folder.
fn expanded(context: &CommandContext, path: &Path) -> PathBuf {
    let home = &context.environment.places.home;
    let below = path.strip_prefix("~").ok().filter(|_| !file::exists(path));
    below.map_or_else(|| path.to_owned(), |below| home.join(below))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let files = matches.get_many::<PathBuf>("file").into_iter().flatten();
    let files: Vec<PathBuf> = files.map(|path| expanded(context, path)).collect();
    let language = matches.get_one::<String>("language").and_then(|code| code.parse().ok());
    let changes = match matches.get_one::<String>("changes").map(String::as_str) {
        Some("original") => TrackedChanges::Original,
        _ => TrackedChanges::Accepted,
    };
    let options = ImportOptions {
        language,
        changes,
        limits: importing::limits(&context.environment.settings),
        force: matches.get_flag("replace"),
        vocabularies: bundled::vocabularies(),
    };
    let mut place = CommandPlace { context, opened: None };
    let aloud = CountedAloud { context, named: files.len() };
    let attempts = importing::all(&mut place, &options, SourceList::of(&files), &aloud)?;
    if let Some(inbox) = Inbox::of(&context.environment) {
        inbox.imported(importing::imported(&attempts));
    }
    let refused: Vec<&Error> = attempts.iter().filter_map(|attempt| attempt.result.as_ref().err()).collect();
    let output = if context.json {
        Output::json(&Value::Array(attempts.iter().map(|attempt| row(context, attempt)).collect()))
    } else {
        let made = attempts
            .iter()
            .filter_map(|attempt| Some((attempt.path.as_path(), attempt.result.as_ref().ok()?)));
        let lines: Vec<_> = made.clone().map(|(path, made)| line(context, path, made)).collect();
        let stand_ins = made.clone().filter_map(|(path, made)| stand_in(path, &made.document));
        let missing = made.filter_map(|(path, made)| missing(path, &made.document));
        Output::text(table(&lines)).warning(stand_ins.chain(missing))
    };
    let missing_only =
        refused.len() == attempts.len() && refused.iter().all(|error| error.kind == ErrorKind::NotFound);
    let kind = if missing_only { ErrorKind::NotFound } else { ErrorKind::Broken };
    let output = if refused.is_empty() { output } else { output.failing(kind) };
    Ok(output.warning(refused.into_iter().cloned().collect::<Vec<_>>()))
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

fn row(context: &CommandContext, attempt: &Attempt) -> Value {
    let file = file::shown(&attempt.path);
    let Made { document, paragraphs, outcome, .. } = match &attempt.result {
        Ok(made) => made,
        Err(error) => return json!({ "file": file, "error": context.locale.explain(error) }),
    };
    json!({
        "file": file,
        "symbol": document.symbol.as_str(),
        "language": document.language.code(),
        "outcome": outcome.name(),
        "replaced": match outcome {
            KeepOutcome::Replaced(Replaced { title, date }) => json!({
                "symbol": document.symbol.as_str(),
                "language": document.language.code(),
                "title": title,
                "old_date": date.map(|date| date.to_string()),
                "new_date": document.date.map(|date| date.to_string()),
            }),
            _ => Value::Null,
        },
        "paragraphs": *paragraphs,
        "missing": account::missing(document),
        "findings": document.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn finding(finding: &Finding) -> Value {
    json!({
        "kind": finding.kind.name(),
        "line": finding.line,
        "page": finding.page,
        "address": finding.address,
        "source": finding.source,
        "repaired": finding.repaired,
        "proof": findings::proof(finding),
    })
}

fn line(context: &CommandContext, path: &Path, made: &Made) -> Vec<String> {
    let count = |id: &str, count: usize| context.locale.say_with(id, &[("count", count.into())]);
    let outcome = match &made.outcome {
        KeepOutcome::Replaced(Replaced { date: Some(date), .. }) => {
            let date = dates::date(&context.locale, *date);
            context.locale.say_with("import-outcome-replaced-of", &[("date", date.into())])
        }
        KeepOutcome::Replaced(_) => context.locale.say("import-outcome-replaced"),
        KeepOutcome::New => context.locale.say("import-outcome-new"),
        KeepOutcome::Same => context.locale.say("import-outcome-same"),
    };
    vec![
        file::shown(path),
        made.document.symbol.to_string(),
        made.document.language.to_string(),
        outcome,
        count("count-paragraphs", made.paragraphs),
        count("count-findings", made.document.findings.len()),
    ]
}
