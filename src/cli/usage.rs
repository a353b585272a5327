//! The argument parser's help and errors in the language of the interface.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue};
use clap::{Arg, ArgAction, Command};

use crate::base::{Error, ErrorKind, day};
use crate::cli::output;
use crate::locale::Locale;

/// The command line with headings, placeholders and help of its own in place of the parser's English.
pub fn dressed(command: Command, locale: &Locale) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = command.disable_version_flag(true).arg(version.help(locale.say("cli-version")));
    dress(command, locale)
}

fn dress(command: Command, locale: &Locale) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let help = help.display_order(999).help(locale.say("cli-help"));
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}", locale.say("cli-usage"));
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .help_template(template)
        .subcommand_value_name(locale.say("cli-value-command"))
        .subcommand_help_heading(locale.say("cli-commands"))
        .mut_args(|argument| dress_argument(argument, locale))
        .mut_subcommands(|command| dress(command, locale))
}

fn dress_argument(argument: Arg, locale: &Locale) -> Arg {
    let heading = if argument.is_positional() { "cli-arguments" } else { "cli-options" };
    let argument = argument.help_heading(locale.say(heading));
    if !argument.get_action().takes_values() {
        return argument;
    }
    let placeholder = format!("cli-value-{}", argument.get_id());
    let argument =
        if locale.has(&placeholder) { argument.value_name(locale.say(&placeholder)) } else { argument };
    let known: Vec<String> =
        argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if known.is_empty() {
        return argument;
    }
    let words = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let known = locale.say_with("cli-known-values", &[("known", (&known.join(", ")).into())]);
    argument.hide_possible_values(true).help(format!("{words} {known}"))
}

/// Prints what the parser returns: help and version to the standard output, wrong use to the standard error.
pub fn say(error: &clap::Error, locale: &Locale) -> ExitCode {
    use clap::error::ErrorKind as Kind;
    match error.kind() {
        Kind::DisplayHelp | Kind::DisplayVersion => {
            let _ = error.print();
            ExitCode::SUCCESS
        }
        Kind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            ExitCode::from(ErrorKind::WrongUse.exit_code())
        }
        _ => output::fail(locale, &explained(error)),
    }
}

/// A complaint of the parser as an error of ours.
fn explained(error: &clap::Error) -> Error {
    use clap::error::ErrorKind as Kind;
    let word = |kind| context_text(error, kind).unwrap_or_default();
    let or_none = |kind| context_text(error, kind).unwrap_or_else(|| "none".to_owned());
    let nearest = |kind| or_none(kind).rsplit(", ").next().unwrap_or("none").to_owned();
    let argument = word(ContextKind::InvalidArg).replace("...", "");
    match error.kind() {
        Kind::UnknownArgument => Error::wrong_use("usage-argument-unknown")
            .with("word", argument)
            .with("suggestion", nearest(ContextKind::SuggestedArg)),
        Kind::InvalidSubcommand => Error::wrong_use("usage-command-unknown")
            .with("word", word(ContextKind::InvalidSubcommand))
            .with("suggestion", nearest(ContextKind::SuggestedSubcommand)),
        Kind::MissingSubcommand => Error::wrong_use("usage-command-missing")
            .with("command", word(ContextKind::InvalidSubcommand))
            .with("known", or_none(ContextKind::ValidSubcommand)),
        Kind::MissingRequiredArgument => {
            Error::wrong_use("usage-argument-missing").with("argument", argument)
        }
        Kind::InvalidValue | Kind::ValueValidation => match word(ContextKind::InvalidValue) {
            value if value.is_empty() => Error::wrong_use("usage-value-missing").with("argument", argument),
            value if argument.starts_with("--today") => Error::wrong_use("usage-day-wrong")
                .with("argument", argument)
                .with("value", value)
                .with("first", *day::YEARS.start())
                .with("last", *day::YEARS.end()),
            value => Error::wrong_use("usage-value-wrong")
                .with("argument", argument)
                .with("value", value)
                .with("known", or_none(ContextKind::ValidValue)),
        },
        Kind::TooFewValues | Kind::WrongNumberOfValues | Kind::NoEquals => {
            Error::wrong_use("usage-value-missing").with("argument", argument)
        }
        Kind::TooManyValues => {
            let value = word(ContextKind::InvalidValue);
            Error::wrong_use("usage-value-many").with("argument", argument).with("value", value)
        }
        Kind::ArgumentConflict => Error::wrong_use("usage-twice").with("argument", argument),
        Kind::InvalidUtf8 => Error::wrong_use("usage-not-utf8"),
        _ => Error::wrong_use("usage-other").with("what", error.kind().to_string()),
    }
}

/// What the parser knows of its complaint, as one text; of several suggestions the last is the nearest.
fn context_text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(word.clone()),
        ContextValue::Strings(words) if !words.is_empty() => Some(words.join(", ")),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
