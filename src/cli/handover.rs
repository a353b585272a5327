//! `plenary handover`: the whole workspace as one file for a successor.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};
use serde_json::json;

use crate::base::{Error, Result};
use crate::cli::context::CommandContext;
use crate::cli::output::Output;
use crate::locale::Locale;
use crate::store::handover::{self, PackageManifest};
use crate::store::{Access, WritePath, file};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let to = Arg::new("to").long("to").value_name("FILE").required(true);
    command.arg(to.value_parser(clap::value_parser!(PathBuf)).help(locale.say("cli-handover-to")))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let to = target(context, matches)?;
    let gathered = handover::gather(context.folder())?;
    let opened = context.workspace(Access::Read)?;
    let name = opened.workspace.manifest().name.clone();
    let acts = opened.contents.tracker.len();
    let manifest = PackageManifest::new(context.author(), context.now().today, name, acts);
    let packed = handover::pack(&gathered, manifest)?;
    file::write(WritePath::of_user(&to), &packed.bytes)?;
    let output = if context.json {
        Output::json(&json!({
            "what": "handover",
            "file": file::shown(&to),
            "bytes": packed.bytes.len(),
            "sha256": packed.checksum,
            "author": packed.manifest.author,
            "date": packed.manifest.date,
            "program": packed.manifest.program,
            "version": packed.manifest.version,
            "workspace": packed.manifest.workspace,
            "counts": packed.manifest.counts,
            "acts": acts,
            "left_out": { "trash": gathered.in_trash, "not_files": gathered.not_files },
        }))
    } else {
        Output::text(context.lines(&handover::handed_over(&to, &packed, &gathered)))
    };
    let left_out =
        gathered.not_files.iter().map(|file| Error::broken("handover-left-out").with("file", file));
    Ok(output.warning(left_out))
}

/// Where it goes: not into the workspace, where the next handover would contain it.
fn target(context: &CommandContext, matches: &ArgMatches) -> Result<PathBuf> {
    let to = matches.get_one::<PathBuf>("to").cloned().unwrap_or_default();
    handover::check_target(&to, context.folder())?;
    Ok(to)
}
