//! `plenary resolve TEXT`: the passages a reference may mean, each with its reason.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, ErrorKind, Result};
use crate::cite::{self, resolve};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::show;
use crate::locale::Locale;

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let from = Arg::new("from").long("from").value_name("SYMBOL:ADDRESS").help(locale.say("cli-from"));
    command.arg(show::reference(locale)).arg(from)
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let from = match matches.get_one::<String>("from") {
        None => None,
        Some(text) => {
            Some(text.parse().map_err(|()| Error::wrong_use("from-not-exact").with("reference", text))?)
        }
    };
    let text = show::words(matches, "reference");
    let index = resolve::Index::of(&shelf, cite::Aliases::bundled());
    let meaning = index.meaning(&text, from.as_ref());
    let meaning = index.with_sections(meaning, &context.processes(&shelf), None);
    let found = meaning.candidates();
    let citation = |passage: &crate::model::Reference| {
        cite::write(Some(&passage.symbol), &passage.address, context.locale.language())
    };
    let language = context.locale.language();
    let official = |candidate: &resolve::Candidate| {
        (!candidate.held).then(|| candidate.passage.symbol.official_address(language))
    };
    let text_language = |candidate: &resolve::Candidate| {
        shelf.language_of(&candidate.passage.symbol, language).map(|language| language.to_string())
    };
    let output = if context.json {
        let candidates: Vec<Value> = found
            .iter()
            .map(|candidate| {
                json!({
                    "symbol": candidate.passage.symbol.as_str(),
                    "address": candidate.passage.address.to_string(),
                    "language": text_language(candidate),
                    "citation": citation(&candidate.passage),
                    "why": context.locale.say(candidate.why.id()),
                    "held": candidate.held,
                    "official": official(candidate),
                })
            })
            .collect();
        Output::json(&json!({ "candidates": candidates, "ambiguous": meaning.is_ambiguous() }))
    } else {
        let line = |candidate: &resolve::Candidate| {
            vec![
                candidate.passage.to_string(),
                citation(&candidate.passage),
                context.locale.say(candidate.why.id()),
                official(candidate).unwrap_or_default(),
            ]
        };
        Output::text(table(&found.iter().map(line).collect::<Vec<_>>()))
    };
    let why = || Error::not_found("passage-not-found").with("reference", &text);
    let held = found.iter().any(|candidate| candidate.held);
    let output = if held {
        output
    } else if found.is_empty() {
        output.nothing(context.json, why())
    } else {
        output.failing(ErrorKind::NotFound)
    };
    Ok(output.warning(errors))
}
