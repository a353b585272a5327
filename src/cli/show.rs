//! `plenary show REF`: a whole document, a section, or one passage with its sub-paragraphs.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::cite;
use crate::cli::context::CommandContext;
use crate::cli::output::Output;
use crate::locale::Locale;
use crate::model::{Block, BlockKind, Document, Place};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    command.arg(reference(locale))
}

/// The reference that several verbs take; the words after it belong to it, so that no quotation marks are needed.
pub(super) fn reference(locale: &Locale) -> Arg {
    Arg::new("reference").value_name("REF").required(true).num_args(1..).help(locale.say("cli-reference"))
}

/// The words of the reference, joined again.
pub(super) fn words(matches: &ArgMatches, name: &str) -> String {
    let words = matches.get_many::<String>(name).into_iter().flatten().map(String::as_str);
    words.collect::<Vec<_>>().join(" ").trim_start_matches(' ').to_owned()
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let text = words(matches, "reference");
    let passage = context.passage(&shelf, &text)?;
    let language = context.locale.language();
    let missing = || Error::not_found("passage-not-found").with("reference", &text);
    let (document, blocks) = match passage.address.place {
        Place::Title => {
            let document = shelf.get(&passage.symbol, language).ok_or_else(missing)?;
            (document, &document.blocks[..])
        }
        _ => {
            let found = shelf.passage(&passage, language).ok_or_else(missing)?;
            (found.document, found.blocks())
        }
    };
    let output = if context.json {
        Output::json(&Value::Array(blocks.iter().map(|block| row(context, document, block)).collect()))
    } else {
        let mut parts: Vec<String> = blocks.iter().map(printed).collect();
        if passage.address.place != Place::Title {
            let symbol = Some(&document.symbol);
            parts.push(cite::write(symbol, &passage.address, context.locale.language()) + "\n");
        }
        Output::text(parts.join("\n"))
    };
    Ok(output.warning(errors))
}

/// One passage as JSON.
pub(super) fn row(context: &CommandContext, document: &Document, block: &Block) -> Value {
    let mut row = json!({
        "symbol": document.symbol.as_str(),
        "language": document.language.code(),
        "address": block.address.to_string(),
        "kind": block.kind.name(),
        "number": block.number,
        "text": block.text,
        "citation": cite::write(Some(&document.symbol), &block.address, context.locale.language()),
    });
    let fields = row.as_object_mut().expect("a passage is an object");
    let calls: Vec<Value> = block.calls().map(|(mark, at)| call(mark, &block.text[..at])).collect();
    if !calls.is_empty() {
        fields.insert("calls".to_owned(), calls.into());
    }
    if let Some(page) = block.page {
        fields.insert("page".to_owned(), page.into());
    }
    row
}

/// A footnote call: its mark, and where it is, in characters of the text.
fn call(mark: &str, before: &str) -> Value {
    json!({ "mark": mark, "at": before.chars().count() })
}

/// A passage as in print: number, text, an empty line.
fn printed(block: &Block) -> String {
    let depth = match &block.address.place {
        Place::Paragraph(path) | Place::Step(_, path) | Place::Operative(path) => path.len() - 1,
        Place::Item(path) => path.len(),
        _ => 0,
    };
    let indent = "    ".repeat(depth);
    let number = match (block.short_number(), block.kind) {
        (Some(number), BlockKind::Subparagraph | BlockKind::Norm | BlockKind::Footnote) => {
            format!("{number} ")
        }
        (Some(number), BlockKind::AgendaItem) if number.ends_with(')') => format!("{number} "),
        (Some(number), _) => format!("{number}. "),
        (None, BlockKind::Bullet) => "• ".to_owned(),
        (None, _) => String::new(),
    };
    format!("{indent}{number}{}\n", block.text)
}
