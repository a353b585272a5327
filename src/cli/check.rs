//! `plenary check`: the health of settings, keymap, library and workspace.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, ErrorKind, Result};
use crate::cli::context::CommandContext;
use crate::cli::output::Output;
use crate::locale::Locale;
use crate::shell;
use crate::store::{self, Access, file};

pub(super) fn command(command: Command, _: &Locale) -> Command {
    command
}

pub(super) fn run(context: &CommandContext, _: &ArgMatches) -> Result<Output> {
    let mut errors: Vec<Error> = context.errors.clone();
    errors.extend(shell::keymap(&context.environment.places, &context.environment.settings).1);
    let (shelf, broken) = context.shelf();
    errors.extend(broken);
    let opened = context.workspace(Access::Read)?;
    errors.extend(opened.every_broken().map(|broken| broken.error.clone()));
    let inbox = store::inbox::folder(&context.environment.places, &context.environment.settings);
    errors.extend(inbox.and_then(|folder| store::inbox::look(&folder).err()));
    let findings: usize = shelf.rows().iter().map(|row| row.findings).sum();
    let of = |name, number| NamedCount { name, number };
    let counts = [
        of("documents", shelf.rows().len()),
        of("findings", findings),
        of("notes", opened.contents.notebook.len()),
        of("acts", opened.contents.tracker.len()),
        of("recovered", opened.recovered.len()),
    ];
    let output = if context.json {
        Output::json(&value(context, &counts, &errors, &opened.limits))
    } else {
        Output::text(text(context, &counts, &errors, &opened.limits))
    };
    Ok(if errors.is_empty() { output } else { output.failing(ErrorKind::Broken) })
}

/// A number that is shown, with the name by which JSON and the messages know it.
struct NamedCount {
    name: &'static str,
    number: usize,
}

fn value(context: &CommandContext, counts: &[NamedCount], errors: &[Error], limits: &[Error]) -> Value {
    let mut value = json!({ "workspace": file::shown(context.folder()) });
    if let Some(fields) = value.as_object_mut() {
        for count in counts {
            fields.insert(count.name.to_owned(), count.number.into());
        }
        // What the file system cannot promise is no reason to fail.
        let problems = errors.iter().chain(limits).map(|error| context.locale.explain(error));
        fields.insert("problems".to_owned(), problems.collect());
    }
    value
}

fn text(context: &CommandContext, counts: &[NamedCount], errors: &[Error], limits: &[Error]) -> String {
    let folder = file::shown(context.folder());
    let mut lines = vec![context.locale.say_with("check-workspace", &[("folder", (&folder).into())])];
    lines.extend(counts.iter().map(|count| {
        context.locale.say_with(&format!("count-{}", count.name), &[("count", count.number.into())])
    }));
    lines.extend(errors.iter().map(|error| format!("! {}", context.locale.explain(error))));
    lines.extend(limits.iter().map(|limit| format!("· {}", context.locale.explain(limit))));
    if errors.is_empty() {
        lines.push(context.locale.say("check-sound"));
    }
    lines.join("\n")
}
