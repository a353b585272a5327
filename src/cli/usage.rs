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
    let argument = placeholder(argument, locale);
    let known: Vec<String> =
        argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if known.is_empty() {
        return argument;
    }
    let words = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let known = locale.say_with("cli-known-values", &[("known", (&known.join(", ")).into())]);
    argument.hide_possible_values(true).help(format!("{words} {known}"))
}

/// The argument with its placeholder, `FILE`, in the language of the interface; without one of its own it is its name in
/// capitals. What is to be typed as it is (`yes|no`) is in small letters and stays.
fn placeholder(argument: Arg, locale: &Locale) -> Arg {
    let own = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let own = own.unwrap_or_else(|| argument.get_id().as_str().to_uppercase());
    let id = placeholder_id(&own);
    if locale.has(&id) { argument.value_name(locale.say(&id)) } else { argument }
}

/// The locale id of a placeholder: `cli-value-step-topic` for `STEP[/TOPIC]`.
fn placeholder_id(placeholder: &str) -> String {
    let words = placeholder.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    format!("cli-value-{}", words.collect::<Vec<_>>().join("-").to_lowercase())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    /// The placeholders of a command and its subcommands, each with the command it is in.
    fn placeholders(command: &Command) -> Vec<(String, String)> {
        let arguments = command.get_arguments().filter(|argument| argument.get_action().takes_values());
        let own = arguments.map(|argument| {
            let names = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
            (
                command.get_name().to_owned(),
                names.unwrap_or_else(|| argument.get_id().as_str().to_uppercase()),
            )
        });
        own.chain(command.get_subcommands().flat_map(placeholders)).collect()
    }

    #[test]
    fn every_placeholder_is_in_the_language_of_the_interface() {
        for language in [Language::EN, Language::FR] {
            let locale = Locale::new(language);
            let found = placeholders(&crate::cli::command(&locale));
            assert!(found.len() > 50, "{}", found.len());
            let is_literal = |text: &str| !text.chars().any(char::is_uppercase);
            for (command, placeholder) in found.iter().filter(|(_, placeholder)| !is_literal(placeholder)) {
                assert!(locale.has(&placeholder_id(placeholder)), "{language} {command}: {placeholder}");
            }
        }
        let french = dressed(crate::cli::command(&Locale::new(Language::FR)), &Locale::new(Language::FR));
        let english =
            ["TEXT", "FILE", "STEP", "SYMBOL", "DELEGATION", "COLUMNS", "LIST", "WHO", "NAME", "REF"];
        for (command, placeholder) in placeholders(&french) {
            assert!(!english.contains(&placeholder.as_str()), "{command}: {placeholder}");
        }
    }

    #[test]
    fn placeholders_have_ids_of_letters() {
        assert_eq!(placeholder_id("STEP[/TOPIC]"), "cli-value-step-topic");
        assert_eq!(placeholder_id("SYMBOL:ADDRESS"), "cli-value-symbol-address");
        assert_eq!(placeholder_id("N"), "cli-value-n");
    }
}
