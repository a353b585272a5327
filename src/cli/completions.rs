//! `plenary completions SHELL`: what a shell needs to complete the command line.

use clap::{Arg, ArgMatches, Command};
use clap_complete::{Shell, generate};

use crate::base::Result;
use crate::cli::context::CommandContext;
use crate::cli::output::Output;
use crate::locale::Locale;

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let shell = Arg::new("shell").value_name("SHELL").required(true).value_parser(clap::value_parser!(Shell));
    command.arg(shell.help(locale.say("cli-shell")))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let mut written = Vec::new();
    if let Some(shell) = matches.get_one::<Shell>("shell") {
        generate(*shell, &mut super::command(&context.locale), "plenary", &mut written);
    }
    Ok(Output::raw(String::from_utf8_lossy(&written).into_owned()))
}
