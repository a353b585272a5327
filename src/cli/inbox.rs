//! `plenary inbox`: the files in the folder for documents that are offered to be imported.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::import::inbox::{InboxFile, SavedKind};
use crate::locale::Locale;
use crate::shell::inbox::Inbox;
use crate::store::file;

pub(super) fn command(command: Command, _: &Locale) -> Command {
    command
}

pub(super) fn run(context: &CommandContext, _: &ArgMatches) -> Result<Output> {
    let settings = || file::shown(&context.environment.places.settings_file());
    let Some(inbox) = Inbox::of(&context.environment) else {
        return Err(Error::not_found("inbox-off").with("file", settings()));
    };
    let files = inbox.offered()?;
    let path = |file: &InboxFile| file::shown(&inbox.folder.join(&file.name));
    let kind = |file: &InboxFile| SavedKind::of(&file.name).map_or("", SavedKind::name);
    let output = if context.json {
        let row =
            |saved: &InboxFile| json!({ "file": path(saved), "kind": kind(saved), "bytes": saved.bytes });
        Output::json(&Value::Array(files.iter().map(row).collect()))
    } else {
        let line = |saved: &InboxFile| {
            let kilobytes = saved.bytes.div_ceil(1024);
            vec![
                path(saved),
                context.locale.say(&format!("saved-{}", kind(saved))),
                context.locale.say_with("size-kilobytes", &[("count", kilobytes.into())]),
            ]
        };
        Output::text(table(&files.iter().map(line).collect::<Vec<_>>()))
    };
    let none = || Error::not_found("inbox-empty").with("folder", file::shown(&inbox.folder));
    Ok(if files.is_empty() { output.nothing(context.json, none()) } else { output })
}
