//! `plenary keys`: every key as the keymap in use has it.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::Result;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::keymap::{Binding, Keymap, Sequence};
use crate::locale::Locale;
use crate::shell;

pub(super) fn command(command: Command, _: &Locale) -> Command {
    command
}

pub(super) fn run(context: &CommandContext, _: &ArgMatches) -> Result<Output> {
    let (keymap, errors) = shell::keymap(&context.environment.places, &context.environment.settings);
    let output = if context.json {
        Output::json(&Value::Array(rows(&keymap)))
    } else {
        Output::text(text(&context.locale, &keymap))
    };
    Ok(output.warning(errors))
}

fn rows(keymap: &Keymap) -> Vec<Value> {
    let row = |scope: &str, sequence: &Sequence, binding: &Binding| json!({ "scope": scope, "keys": sequence.to_string(), "verb": binding.verb, "argument": binding.argument });
    keymap
        .scopes()
        .flat_map(|scope| {
            keymap.bindings(scope).map(move |(sequence, binding)| row(scope, sequence, binding))
        })
        .collect()
}

fn text(locale: &Locale, keymap: &Keymap) -> String {
    let mut text = String::new();
    for scope in keymap.scopes() {
        let line = |(sequence, binding): (&Sequence, &Binding)| {
            let words = locale.say(&binding.message());
            vec![format!("  {}", locale.keys(&sequence.to_string())), words]
        };
        let lines: Vec<Vec<String>> = keymap.bindings(scope).map(line).collect();
        text.push_str(&format!("{}\n{}\n", locale.say(&format!("scope-{scope}")), table(&lines)));
    }
    text
}
