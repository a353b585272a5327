//! `plenary share`: a workspace for a colleague or a group, without what is restricted.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use serde_json::json;

use crate::base::{Error, Result};
use crate::cli::context::CommandContext;
use crate::cli::output::Output;
use crate::cli::release;
use crate::export::LeftOutList;
use crate::locale::Locale;
use crate::store::share::{self, Shared, Source};
use crate::store::{Access, file};
use crate::workspace::{Contents, Kind, Note, Release, note, restricted_because_of};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let to = Arg::new("to").long("to").value_name("FOLDER").required(true);
    let to = to.value_parser(clap::value_parser!(PathBuf)).help(locale.say("cli-share-to"));
    command.arg(to).arg(release::argument(locale))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let to = matches.get_one::<PathBuf>("to").cloned().unwrap_or_default();
    let release = release::chosen(matches);
    let opened = context.workspace(Access::Read)?;
    let machine = context.machine();
    let contents = release.judged(&opened.contents);
    let source = Source { root: context.folder(), contents: &contents, machine: &machine };
    let shared = share::share(source, &to, release)?;
    let texts = Kind::ALL.into_iter().flat_map(|kind| contents.of(kind).broken());
    // What could not be read cannot be judged: it is not shared, and is reported.
    let broken: Vec<Error> = texts.chain(&opened.broken).map(|broken| broken.error.clone()).collect();
    let output = if context.json {
        Output::json(&json!({
            "folder": file::shown(&to),
            "texts": shared.texts.values().sum::<usize>(),
            "acts": shared.acts,
            "files": shared.files,
            "restricted": release.restricted,
            "left_out": release::manifest(&shared.left_out),
            "unread": broken.len(),
        }))
    } else {
        Output::text(said(context, &to, &shared, release))
    };
    let because = if release.restricted { Vec::new() } else { judged(&opened.contents, &contents) };
    Ok(output.warning(because).warning(broken))
}

/// The texts that are left out although they have no mark, each with the restricted text that is the reason.
fn judged(contents: &Contents, judged: &Contents) -> Vec<Error> {
    let notes = Kind::ALL.into_iter().flat_map(|kind| contents.of(kind).notes());
    let is_left_out = |note: &&Note| {
        let counted = judged.of(note.kind).get(note.id);
        !note.restricted && counted.is_some_and(|counted| counted.restricted)
    };
    let reason = |note: &Note| {
        let other = restricted_because_of(note, contents)?;
        let id = match other.kind == note.kind {
            true => "share-version-of-restricted",
            false => "share-uses-restricted",
        };
        let warning = Error::broken(id).with("file", note::file_name(note));
        Some(warning.with("other", note::file_name(other)))
    };
    notes.filter(is_left_out).filter_map(reason).collect()
}

fn said(context: &CommandContext, to: &Path, shared: &Shared, release: Release) -> String {
    let locale = &context.locale;
    let texts: usize = shared.texts.values().sum();
    let folder = file::shown(to);
    let args = [
        ("folder", folder.as_str().into()),
        ("texts", texts.into()),
        ("acts", shared.acts.into()),
        ("files", shared.files.into()),
    ];
    let left_out = LeftOutList::new(release, shared.left_out.clone(), locale);
    format!("{}\n{}", locale.say_with("share-done", &args), left_out.sentence)
}
