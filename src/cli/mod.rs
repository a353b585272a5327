//! The command line: every view is also a command; one file per verb.

mod agenda;
mod amend;
mod beside;
mod calendar;
mod check;
mod choice;
mod cites;
mod completions;
mod context;
mod correct;
mod digest;
mod document;
mod documents;
mod export;
mod fetch_list;
mod findings;
mod handover;
mod import;
mod inbox;
mod intervene;
mod keys;
mod note;
mod open;
pub mod output;
mod position;
mod release;
mod resolve;
mod said;
mod search;
mod share;
mod show;
mod speakers;
mod statement;
mod steps;
mod takeover;
mod track;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::base::{Result, day};
use crate::cli::context::CommandContext;
use crate::cli::output::Output;
use crate::locale::Locale;
use crate::shell::reading;

/// A verb of the command line.
struct CliVerb {
    name: &'static str,
    command: fn(Command, &Locale) -> Command,
    run: fn(&CommandContext, &ArgMatches) -> Result<Output>,
}

/// Every verb, in the order the help lists them.
const VERBS: [CliVerb; 33] = [
    CliVerb { name: "documents", command: documents::command, run: documents::run },
    CliVerb { name: "show", command: show::command, run: show::run },
    CliVerb { name: "resolve", command: resolve::command, run: resolve::run },
    CliVerb { name: "cites", command: cites::command, run: cites::cites },
    CliVerb { name: "cited-by", command: cites::command, run: cites::cited_by },
    CliVerb { name: "agenda", command: agenda::command, run: agenda::run },
    CliVerb { name: "steps", command: steps::command, run: steps::run },
    CliVerb { name: "track", command: track::command, run: track::run },
    CliVerb { name: "beside", command: beside::command, run: beside::run },
    CliVerb { name: "calendar", command: calendar::command, run: calendar::run },
    CliVerb { name: "note", command: note::command, run: note::run },
    CliVerb { name: "intervene", command: intervene::command, run: intervene::run },
    CliVerb { name: "correct", command: correct::command, run: correct::run },
    CliVerb { name: "said", command: said::command, run: said::run },
    CliVerb { name: "speakers", command: speakers::command, run: speakers::run },
    CliVerb { name: "position", command: position::command, run: position::run },
    CliVerb { name: "amend", command: amend::command, run: amend::run },
    CliVerb { name: "amendments", command: amend::list_command, run: amend::list },
    CliVerb { name: "statement", command: statement::command, run: statement::run },
    CliVerb { name: "digest", command: digest::command, run: digest::run },
    CliVerb { name: "search", command: search::command, run: search::run },
    CliVerb { name: "import", command: import::command, run: import::run },
    CliVerb { name: "inbox", command: inbox::command, run: inbox::run },
    CliVerb { name: "findings", command: findings::command, run: findings::run },
    CliVerb { name: "document", command: document::command, run: document::run },
    CliVerb { name: "fetch-list", command: fetch_list::command, run: fetch_list::run },
    CliVerb { name: "export", command: export::command, run: export::run },
    CliVerb { name: "handover", command: handover::command, run: handover::run },
    CliVerb { name: "takeover", command: takeover::command, run: takeover::run },
    CliVerb { name: "share", command: share::command, run: share::run },
    CliVerb { name: "keys", command: keys::command, run: keys::run },
    CliVerb { name: "check", command: check::command, run: check::run },
    CliVerb { name: "completions", command: completions::command, run: completions::run },
];

/// Runs the program with the arguments it was given.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = with_dashes(std::env::args_os().collect());
    if let Some(code) = reading::serve(&arguments) {
        return code;
    }
    let asked = context::asked_language(&arguments);
    let prepared = match context::Prepared::new(asked.as_deref()) {
        Ok(prepared) => prepared,
        Err(error) => return output::fail(&Locale::new(crate::locale::choose(None, None, None)), &error),
    };
    let matches =
        match usage::dressed(command(&prepared.locale), &prepared.locale).try_get_matches_from(arguments) {
            Ok(matches) => matches,
            Err(error) => return usage::say(&error, &prepared.locale),
        };
    let locale = prepared.locale.clone();
    let done = prepared.context(&matches).and_then(|context| match matches.subcommand() {
        None => open::run(context, &matches).map(|()| Output::default()),
        Some((name, matches)) => {
            let verb = VERBS.iter().find(|verb| verb.name == name).expect("clap knows only these verbs");
            (verb.run)(&context, matches).map(|output| output.warning(context.document_faults()))
        }
    });
    match done {
        Ok(output) => output.print(&locale),
        Err(error) => output::fail(&locale, &error),
    }
}

/// The whole command line, described in a language.
#[must_use]
pub fn command(locale: &Locale) -> Command {
    let say = |id: &str| locale.say(id);
    let global =
        |name: &'static str| Arg::new(name).long(name).global(true).help(locale.say(&format!("cli-{name}")));
    let mut command = Command::new("plenary")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("cli-about"))
        .arg(global("json").action(ArgAction::SetTrue))
        .arg(global("workspace").value_name("FOLDER").value_parser(clap::value_parser!(std::path::PathBuf)))
        .arg(global("lang").value_name("LANG").value_parser(["en", "fr"]))
        .arg(global("today").value_name("YYYY-MM-DD").value_parser(today))
        .arg(session(locale))
        .arg(Arg::new("at").long("at").value_name("REF").help(say("cli-at")));
    for verb in &VERBS {
        let bare = Command::new(verb.name).about(say(&format!("cli-{}", verb.name)));
        command = command.subcommand((verb.command)(bare, locale));
    }
    command
}

/// The day of `--today`. The message of the error is in the locale files.
fn today(text: &str) -> std::result::Result<chrono::NaiveDate, &'static str> {
    day::read(text).ok_or("no day")
}

/// `--session N`, which several verbs take.
fn session(locale: &Locale) -> Arg {
    Arg::new("session")
        .long("session")
        .value_name("N")
        .value_parser(clap::value_parser!(u32))
        .help(locale.say("cli-session"))
}

/// Options of the whole program after which a value follows.
const WITH_VALUE: [&str; 5] = ["--workspace", "--lang", "--today", "--session", "--at"];

/// The arguments as they are parsed. What begins with a dash and is no option gets a space before it, which shows this to the
/// parser: an item of a list (`- item`), and after `search` what must not occur (`-annex`).
fn with_dashes(arguments: Vec<OsString>) -> Vec<OsString> {
    let has_value = |at: usize| at > 0 && WITH_VALUE.iter().any(|option| arguments[at - 1] == *option);
    let is_word = |at: &usize| !arguments[*at].as_encoded_bytes().starts_with(b"-") && !has_value(*at);
    let verb = (1..arguments.len()).find(is_word);
    let search = verb.filter(|at| arguments[*at] == "search");
    let is_words = |at: usize, text: &str| {
        text.starts_with("- ") || search.is_some_and(|verb| at > verb) && is_excluded(text)
    };
    let spaced = |(at, argument): (usize, &OsString)| match argument.to_str() {
        Some(text) if is_words(at, text) => format!(" {text}").into(),
        _ => argument.clone(),
    };
    arguments.iter().enumerate().map(spaced).collect()
}

/// Whether an argument is a word with a dash before it, and no option.
fn is_excluded(text: &str) -> bool {
    let is_option = ["-h", "-V"].contains(&text);
    text.strip_prefix('-').is_some_and(|word| !word.is_empty() && !word.starts_with('-')) && !is_option
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_before_words_is_no_option_after_search() {
        let read = |arguments: &[&str]| {
            let all = ["plenary"].iter().chain(arguments).map(OsString::from).collect();
            let read = with_dashes(all).into_iter().skip(1);
            read.map(|argument| argument.into_string().unwrap_or_default()).collect::<Vec<_>>()
        };
        assert_eq!(read(&["search", "-annexe", "contact"]), ["search", " -annexe", "contact"]);
        assert_eq!(read(&["search", "-kind:norm x", "--json"]), ["search", " -kind:norm x", "--json"]);
        assert_eq!(read(&["--lang", "fr", "search", "-h"]), ["--lang", "fr", "search", "-h"]);
        assert_eq!(read(&["show", "-annexe"]), ["show", "-annexe"]);
        assert_eq!(read(&["--at", "search", "-x"]), ["--at", "search", "-x"], "that is a value");
        assert_eq!(read(&["note", "add", "g57d", "- one"]), ["note", "add", "g57d", " - one"]);
    }
}
