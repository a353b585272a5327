//! `plenary handover`: the whole workspace as one file for a successor.

use std::path::{Path, PathBuf};

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
        Output::text(summary(context, &to, &packed, gathered.in_trash))
    };
    let left_out =
        gathered.not_files.iter().map(|file| Error::broken("handover-left-out").with("file", file));
    Ok(output.warning(left_out))
}

fn summary(context: &CommandContext, to: &Path, packed: &handover::Packed, in_trash: usize) -> String {
    let say = |id: &str, args: &[_]| context.locale.say_with(id, args);
    let file = file::shown(to);
    let mut lines = vec![say("handover-done", &[("file", (&file).into())])];
    lines.extend(packed.manifest.counts.iter().filter(|(_, count)| **count > 0).map(|(group, count)| {
        format!("  {}", say(&format!("handover-count-{group}"), &[("count", (*count).into())]))
    }));
    lines.push(say("handover-everything", &[]));
    if in_trash > 0 {
        lines.push(say("handover-trash", &[("count", in_trash.into())]));
    }
    lines.push(say("handover-checksum", &[("sum", (&packed.checksum).into())]));
    lines.join("\n")
}

/// Where it goes: not into the workspace, where the next handover would contain it.
fn target(context: &CommandContext, matches: &ArgMatches) -> Result<PathBuf> {
    let to = matches.get_one::<PathBuf>("to").cloned().unwrap_or_default();
    if file::is_folder(&to) {
        return Err(Error::wrong_use("export-folder").with("file", file::shown(&to)));
    }
    if file::lies_in(&to, context.folder()) {
        return Err(Error::wrong_use("export-in-workspace").with("file", file::shown(&to)));
    }
    if !to.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
        return Err(Error::wrong_use("export-ending").with("file", file::shown(&to)).with("known", "zip"));
    }
    Ok(to)
}
