//! What may leave: the option `--with restricted` of every command that writes or exports, the mark `--restricted` of what
//! may not, and the manifest of what was left out.

use clap::{Arg, ArgAction, ArgMatches};
use serde_json::{Map, Value, json};

use crate::locale::Locale;
use crate::workspace::{LeftOut, Release};

/// `--with restricted`: restricted texts and internal parts leave too.
pub(super) fn argument(locale: &Locale) -> Arg {
    let argument = Arg::new("with").long("with").value_name("restricted").value_parser(["restricted"]);
    argument.action(ArgAction::Set).help(locale.say("cli-with"))
}

/// What may leave, as the options say.
pub(super) fn chosen(matches: &ArgMatches) -> Release {
    Release { restricted: matches.get_one::<String>("with").is_some() }
}

/// `--restricted`: what is written now may not leave.
pub(super) fn mark(locale: &Locale) -> Arg {
    let argument = Arg::new("restricted").long("restricted").action(ArgAction::SetTrue);
    argument.help(locale.say("cli-restricted"))
}

/// `--restricted yes|no`: whether what is there already may leave.
pub(super) fn choice(locale: &Locale) -> Arg {
    let argument = Arg::new("restricted").long("restricted").value_name("yes|no").value_parser(["yes", "no"]);
    argument.help(locale.say("cli-restricted-choice"))
}

/// What `--restricted yes|no` says, if it is there.
pub(super) fn is_restricted(matches: &ArgMatches) -> Option<bool> {
    matches.get_one::<String>("restricted").map(|value| value == "yes")
}

/// What was left out, as a field of a manifest: `{"note": 2, "red-line": 1}`.
pub(super) fn manifest(left_out: &LeftOut) -> Value {
    left_out.iter().map(|(kind, count)| (kind.name().to_owned(), json!(count))).collect::<Map<_, _>>().into()
}
