//! `plenary export amendments`: the text of a document with the amendments as tracked changes, or their sentences.

use std::path::Path;
use std::sync::Arc;

use clap::{Arg, ArgMatches, Command};
use serde_json::{Map, Value, json};

use super::{OutputFile, delivered, target, to};
use crate::base::{Error, Result};
use crate::cite;
use crate::cli::context::CommandContext;
use crate::cli::output::Output;
use crate::cli::{agenda, release};
use crate::export::amendments::{AmendmentRecord, RecordSetting, UnfitReason, is_proposed};
use crate::export::prose::{self, ProseFormat};
use crate::export::{FileFormat, LeftOutList};
use crate::locale::Locale;
use crate::model::{Document, Language, Reference, Shelf, Symbol};
use crate::store::{Access, file, manifest};
use crate::workspace::{Amendment, AmendmentStatus, LeftOut, Note, Release};

pub(super) fn command(locale: &Locale) -> Command {
    let document = Arg::new("document").long("document").value_name("SYMBOL").required(true);
    let document = document.help(locale.say("cli-export-amendments-document"));
    let format = Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(ProseFormat::ALL.map(ProseFormat::name))
        .help(locale.say("cli-format"));
    let about = locale.say("cli-export-amendments");
    Command::new("amendments").about(about).args([document, to(locale), format, release::argument(locale)])
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let to = target(context, matches)?;
    let format = super::format(matches, &to)?;
    let typed = matches.get_one::<String>("document").map(String::as_str).unwrap_or_default();
    let symbol = agenda::symbol(typed)?;
    let (shelf, errors) = context.shelf();
    if !shelf.holds(&symbol) {
        return Err(Error::not_found("document-not-held").with("symbol", &symbol));
    }
    let opened = context.workspace(Access::Read)?;
    let release = release::chosen(matches);
    let contents = release.judged(&opened.contents);
    let chosen = Chosen::of(contents.amendments.notes(), &symbol);
    let document = text(context, &shelf, &symbol, &chosen.proposed)?;
    let mut left_out = LeftOut::default();
    let released = release.notes(chosen.proposed.iter().copied(), &mut left_out);
    let left_out = LeftOutList::new(release, left_out, &context.locale);
    let record = AmendmentRecord::new(&document, &released);
    let author = author(context);
    let moment = context.now().day();
    let setting = RecordSetting { author: &author, moment, locale: &context.locale };
    let bytes = prose::write(&record.prose(format, &setting), format)?;
    let written = WrittenAmendments { to: &to, format, bytes: bytes.len(), release, left_out: &left_out };
    let manifest = manifest(&record, &chosen, &written);
    let summary = summary(&record, &chosen, &context.locale);
    let broken = opened.contents.amendments.broken().iter().map(|broken| broken.error.clone());
    let what = OutputFile { bytes, manifest, summary, left_out: &left_out };
    Ok(delivered(context, &to, what)?
        .warning(errors)
        .warning(broken)
        .warning(unfit(&record, context.locale.language())))
}

/// The amendments to a document that are proposed, and how many are not, by status.
struct Chosen<'a> {
    proposed: Vec<&'a Note>,
    others: Vec<(AmendmentStatus, usize)>,
}

impl<'a> Chosen<'a> {
    fn of(notes: impl Iterator<Item = &'a Note>, symbol: &Symbol) -> Self {
        let on_it = |note: &&Note| note.anchor.as_ref().is_some_and(|anchor| anchor.symbol == *symbol);
        let (proposed, others): (Vec<&Note>, Vec<&Note>) =
            notes.filter(on_it).partition(|note| is_proposed(&Amendment::of(note)));
        let statuses: Vec<AmendmentStatus> = others.iter().map(|note| Amendment::of(note).status).collect();
        let count = |status: AmendmentStatus| {
            let count = statuses.iter().filter(|own| **own == status).count();
            (count > 0).then_some((status, count))
        };
        Self { proposed, others: AmendmentStatus::ALL.into_iter().filter_map(count).collect() }
    }
}

/// The text of the document: in the language asked for, or in the one that most amendments were made on, or else in the
/// one best for the reader.
fn text(context: &CommandContext, shelf: &Shelf, symbol: &Symbol, notes: &[&Note]) -> Result<Arc<Document>> {
    let texts = shelf.best_first(symbol, context.locale.language());
    let made_on = |text: &Document| {
        let languages = notes.iter().filter_map(|note| Amendment::of(note).language);
        languages.filter(|language| *language == text.language).count()
    };
    let best = match context.asked_language {
        true => texts.first(),
        // Of several with the same number the last is found: the best one.
        false => texts.iter().rev().max_by_key(|text| made_on(text)),
    };
    best.copied().cloned().ok_or_else(|| Error::not_found("document-not-held").with("symbol", symbol))
}

/// The name of the own delegation: that of the settings or of the workspace, else that of the account.
fn author(context: &CommandContext) -> String {
    let settings = context.environment.settings.author.clone();
    settings.or_else(|| manifest::load_lenient(context.folder()).author).unwrap_or_else(|| context.author())
}

/// The file as it is written.
struct WrittenAmendments<'a> {
    to: &'a Path,
    format: ProseFormat,
    bytes: usize,
    release: Release,
    left_out: &'a LeftOutList,
}

fn manifest(record: &AmendmentRecord<'_>, chosen: &Chosen<'_>, written: &WrittenAmendments<'_>) -> Value {
    let counts = record.counts();
    let unfit = |(amendment, reason): (&Amendment<'_>, UnfitReason)| {
        let anchor = amendment.note.anchor.as_ref().map(ToString::to_string);
        json!({ "id": amendment.note.id.to_string(), "anchor": anchor, "reason": reason.name() })
    };
    let others: Map<String, Value> =
        chosen.others.iter().map(|(status, count)| (status.name().to_owned(), json!(count))).collect();
    json!({
        "what": "amendments",
        "file": file::shown(written.to),
        "format": written.format.name(),
        "bytes": written.bytes,
        "document": record.document().symbol.as_str(),
        "language": record.document().language.code(),
        "amendments": counts.amendments,
        "tracked": counts.tracked,
        "commented": counts.commented,
        "not_applied": record.not_applied().into_iter().map(unfit).collect::<Vec<_>>(),
        "not_proposed": others,
        "restricted": written.release.restricted,
        "left_out": release::manifest(&written.left_out.counts),
    })
}

/// What is in the file, and which amendments are not because of their status.
fn summary(record: &AmendmentRecord<'_>, chosen: &Chosen<'_>, locale: &Locale) -> String {
    let counts = record.counts();
    let args = [("count", counts.amendments.into()), ("tracked", counts.tracked.into())];
    let mut summary = locale.say_with("export-amendments-count", &args);
    if record.is_empty() {
        summary += " ";
        summary += &record.none(locale);
    }
    for amendment in record.overlapping() {
        let anchor = amendment.note.anchor.as_ref();
        let citation = anchor.map(|on| cite::write(Some(&on.symbol), &on.address, locale.language()));
        let id = amendment.note.id.to_string();
        let args = [("id", id.into()), ("citation", citation.unwrap_or_default().into())];
        summary += " ";
        summary += &locale.say_with("export-amendment-overlap", &args);
    }
    let others: usize = chosen.others.iter().map(|(_, count)| count).sum();
    if others > 0 {
        summary += " ";
        summary += &locale.say_with("export-amendments-not-proposed", &[("count", others.into())]);
    }
    summary
}

/// The amendments that are not in the text, each as a warning.
fn unfit(record: &AmendmentRecord<'_>, language: Language) -> Vec<Error> {
    let warning = |(amendment, reason): (&Amendment<'_>, UnfitReason)| {
        let anchor = amendment.note.anchor.as_ref();
        let write = |anchor: &Reference| cite::write(Some(&anchor.symbol), &anchor.address, language);
        Error::broken("export-amendment-unfit")
            .with("id", amendment.note.id.to_string())
            .with("citation", anchor.map(write).unwrap_or_default())
            .with("reason", reason.name())
    };
    record.unfit().map(warning).collect()
}
