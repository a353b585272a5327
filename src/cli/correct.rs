//! `plenary correct ID`: fields of an intervention get other values; what was there before is kept.

use clap::{Arg, ArgMatches, Command};
use serde_json::Value;

use crate::base::{Error, Result};
use crate::board;
use crate::cite::{Aliases, resolve};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::{note, said};
use crate::language::InterventionWords;
use crate::locale::Locale;
use crate::model::Reference;
use crate::store::Access;
use crate::workspace::intervention::{FieldValue, InterventionField, LineReader, correct};
use crate::workspace::{Intervention, Note};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let id = Arg::new("id").value_name("ID").required(true).help(locale.say("cli-note-id"));
    let option = |field: InterventionField| {
        let argument = Arg::new(field.name()).long(field.name());
        let argument = argument.help(locale.say(&format!("cli-correct-{}", field.name())));
        match field {
            InterventionField::Reply => argument.value_name("yes|no").value_parser(["yes", "no"]),
            InterventionField::Passage => argument.value_name("REF"),
            InterventionField::Time => argument.value_name("TIME"),
            InterventionField::Meeting => argument.value_name("N"),
            InterventionField::Stance => argument.value_name("STANCE").allow_hyphen_values(true),
            InterventionField::Words => argument.value_name("TEXT").allow_hyphen_values(true),
            InterventionField::Delegation | InterventionField::OnBehalfOf => argument.value_name("NAME"),
        }
    };
    command.arg(id).args(InterventionField::ALL.map(option))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (all, errors) = context.delegations();
    let (shelf, _) = context.shelf();
    let index = resolve::Index::of(&shelf, Aliases::bundled());
    let mut opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    let mut corrected: Note = note::find(&opened, matches)?.clone();
    if Intervention::of(&corrected, &all).is_none() {
        return Err(Error::wrong_use("correct-no-intervention").with("id", corrected.id.to_string()));
    }
    let now = context.now();
    let mut is_changed = false;
    for field in InterventionField::ALL {
        let Some(text) = matches.get_one::<String>(field.name()) else { continue };
        let at = corrected.anchor.clone();
        let passages = |typed: &str| -> Vec<Reference> {
            let found = index.candidates(typed, at.as_ref());
            found.into_iter().filter(|one| one.held).map(|one| one.passage).collect()
        };
        let reader =
            LineReader { delegations: &all, words: InterventionWords::bundled(), passages: &passages };
        let value = FieldValue::read(field, text, &corrected, &reader)?;
        let Some(mut after) = correct(&corrected, &value, &all, &context.author(), &now) else { continue };
        if let FieldValue::Passage(Some(passage)) = &value {
            let processes = context.processes(&shelf);
            let item = processes.first().and_then(|process| board::item_of(process, &shelf, passage));
            after.item = item.or(after.item);
        }
        (corrected, is_changed) = (after, true);
    }
    if !is_changed {
        return Err(Error::wrong_use("correct-nothing"));
    }
    opened.workspace.save(&corrected, &now)?;
    let printer = said::InterventionPrinter { delegations: &all, locale: &context.locale };
    let output = if context.json {
        Output::json(&printer.json(&corrected).unwrap_or(Value::Null))
    } else {
        Output::text(table(&printer.line(&corrected).into_iter().collect::<Vec<_>>()))
    };
    Ok(output.warning(errors))
}
