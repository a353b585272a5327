//! `plenary cites REF` and `plenary cited-by REF`: what a passage cites, and who cites it.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::cite::graph::{Bearing, Link};
use crate::cite::origin::{self, Sameness};
use crate::cite::{self, resolve};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::show;
use crate::locale::Locale;
use crate::model::{Language, Place, Reference, Shelf, Symbol};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    command.arg(show::reference(locale))
}

/// What a passage cites.
pub(super) fn cites(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let passage = context.passage(&shelf, &show::words(matches, "reference"))?;
    let graph = context.graph(&shelf);
    let found = graph.cites(&passage, context.locale.language());
    let links: Vec<ShownLink> = found.into_iter().map(|link| ShownLink { link, bearing: None }).collect();
    Ok(listed(context, &shelf, &links, "notice-nothing-cited").warning(errors))
}

/// Which passages cite a passage; its document need not be in the library.
pub(super) fn cited_by(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let text = show::words(matches, "reference");
    let mut named = resolve::candidates(&shelf, &text, None);
    let passage = match named.as_slice() {
        [only] if !only.held => named.remove(0).passage,
        _ => context.passage(&shelf, &text)?,
    };
    let graph = context.graph(&shelf);
    let found = graph.cited_by(&passage, context.locale.language());
    let links: Vec<ShownLink> =
        found.into_iter().map(|(link, bearing)| ShownLink { link, bearing: Some(bearing) }).collect();
    Ok(listed(context, &shelf, &links, "notice-cited-by-none").warning(errors))
}

/// A citation in a list; `bearing` is how what it cites is related to the passage asked for, if it is cited.
struct ShownLink<'a> {
    link: &'a Link,
    bearing: Option<Bearing>,
}

fn listed(context: &CommandContext, shelf: &Shelf, links: &[ShownLink<'_>], nothing: &'static str) -> Output {
    let output = if context.json {
        Output::json(&Value::Array(links.iter().map(|shown| row(context, shelf, shown)).collect()))
    } else {
        let shown = links.iter().filter(|shown| !is_reported(shown.link, links));
        let lines: Vec<Vec<String>> = shown.map(|shown| line(context, shelf, shown.link)).collect();
        Output::text(table(&lines))
    };
    if links.is_empty() { output.nothing(context.json, Error::not_found(nothing)) } else { output }
}

/// Whether a footnote's citation is already listed with the passage that calls the footnote.
fn is_reported(link: &Link, links: &[ShownLink<'_>]) -> bool {
    let caller = |other: &Link| {
        other.through.as_ref() == Some(&link.from.address)
            && other.from.symbol == link.from.symbol
            && other.to == link.to
    };
    matches!(link.from.address.place, Place::Note(_)) && links.iter().any(|other| caller(other.link))
}

fn row(context: &CommandContext, shelf: &Shelf, shown: &ShownLink<'_>) -> Value {
    let ShownLink { link, bearing } = *shown;
    let language = context.locale.language();
    let to_language = |symbol: &Symbol| shelf.language_of(symbol, link.language);
    let mut to = json!({
        "symbol": link.to.symbol.as_ref().map(ToString::to_string),
        "address": link.to.address.to_string(),
        "language": link.to.symbol.as_ref().and_then(to_language).map(|language| language.to_string()),
        "held": link.held,
    });
    if let (false, Some(to)) = (link.held, to.as_object_mut()) {
        to.insert("official".to_owned(), link.to.official_address(language).into());
    }
    let mut row = json!({
        "from": { "symbol": link.from.symbol.as_str(), "address": link.from.address.to_string(), "language": link.language.code() },
        "to": to,
        "text": link.raw,
    });
    if let Some(row) = row.as_object_mut() {
        if let Some(note) = &link.through {
            row.insert("through".to_owned(), note.to_string().into());
        }
        if let Some(bearing) = bearing {
            row.insert("bearing".to_owned(), bearing.name().into());
        }
        if let Some(sameness) = sameness(shelf, link) {
            row.insert("origin".to_owned(), sameness.name().into());
        }
    }
    row
}

/// Whether the citing passage repeats the text of the cited one; `None` for a whole document, and for one that the library does
/// not have in the language of the citation.
fn sameness(shelf: &Shelf, link: &Link) -> Option<Sameness> {
    let symbol = link.to.symbol.as_ref().filter(|_| link.held && link.to.address.place != Place::Title)?;
    let text = |passage: &Reference| {
        let found = shelf.passage(passage, link.language)?;
        (found.document.language == link.language).then(|| found.text())
    };
    let cited = Reference { symbol: symbol.clone(), address: link.to.address.clone() };
    Some(origin::compare(text(&link.from)?, text(&cited)?).sameness)
}

fn line(context: &CommandContext, shelf: &Shelf, link: &Link) -> Vec<String> {
    let language = context.locale.language();
    let named = |citation: String, symbol: Option<&Symbol>, language: Language| match symbol
        .filter(|symbol| shelf.has_versions(symbol))
        .and_then(|of| shelf.language_of(of, language))
    {
        Some(language) => format!("{citation} ({language})"),
        None => citation,
    };
    let symbol = link.to.symbol.as_ref();
    let to = named(cite::write(symbol, &link.to.address, language), symbol, link.language);
    let state = if !link.held {
        link.to.official_address(language)
    } else {
        match sameness(shelf, link) {
            Some(Sameness::Same) => context.locale.say("origin-same"),
            Some(Sameness::Changed) => context.locale.say("origin-changed"),
            Some(Sameness::NotFound) | None => String::new(),
        }
    };
    let from = cite::write(Some(&link.from.symbol), &link.from.address, language);
    let from = named(from, Some(&link.from.symbol), link.language);
    let through = link.through.as_ref().map(|note| cite::number(note, language));
    let through = through.map_or_else(String::new, |mark| format!("({mark})"));
    vec![from, through, "→".to_owned(), to, state]
}
