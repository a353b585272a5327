//! `plenary takeover`: merges the workspace of a predecessor into this one.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use serde_json::{Map, Value, json};

use crate::base::Result;
use crate::cli::context::CommandContext;
use crate::cli::output::Output;
use crate::locale::Locale;
use crate::store::file;
use crate::store::handover::{self, HandoverPackage, PackageManifest, TakenFile, TakenState};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let package = Arg::new("file").value_name("FILE").required(true);
    command.arg(package.value_parser(clap::value_parser!(PathBuf)).help(locale.say("cli-takeover-file")))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    // Nothing is opened, let alone made, before the package is known to be whole.
    let mut package = HandoverPackage::open(&path)?;
    let mut opened = context.workspace_like(package.workspace_manifest())?;
    let taken = handover::take_over(&mut opened.workspace, opened.contents.clone(), &mut package)?;
    let acts = opened.workspace.reload().contents.tracker.len().saturating_sub(opened.contents.tracker.len());
    Ok(if context.json {
        Output::json(&value(&path, &package.manifest, &taken, acts))
    } else {
        Output::text(context.lines(&handover::taken_over(&path, &package.manifest, &taken, acts)))
    })
}

fn count(taken: &[TakenFile], group: &str, state: TakenState) -> usize {
    taken.iter().filter(|file| file.group == group && file.state == state).count()
}

fn value(path: &Path, from: &PackageManifest, taken: &[TakenFile], acts: usize) -> Value {
    let states = |group: &str| -> Value {
        let counted = |state: TakenState| (state.name().to_owned(), json!(count(taken, group, state)));
        TakenState::ALL.map(counted).into_iter().collect::<Map<_, _>>().into()
    };
    let counts: Map<String, Value> =
        handover::groups().map(|group| (group.to_owned(), states(group))).collect();
    let different = taken.iter().filter(|file| file.state == TakenState::Different);
    json!({
        "what": "takeover",
        "file": file::shown(path),
        "from": { "author": from.author, "date": from.date, "program": from.program, "workspace": from.workspace },
        "counts": counts,
        "new_acts": acts,
        "different": different.map(|file| json!({ "path": file.path, "kept": file.kept })).collect::<Vec<_>>(),
    })
}
