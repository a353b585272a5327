//! Output to a closed pipe, and starting without a terminal.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use crate::support::home::Home;

/// The program with its output in a pipe, in this home folder.
fn piped(home: &Home, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.env_clear().envs(home.environment()).args(arguments).current_dir(home.path());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let home = Home::new();
    for arguments in [["show", "A/76/135"].as_slice(), &["show", "A/76/135", "--json"]] {
        let mut child = piped(&home, arguments).spawn().expect("the program can be started");
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
        // The pipe is closed here, before most of the document is read.
        let mut error = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut error).expect("text");
        let code = child.wait().expect("it ends").code();
        assert!(!first.is_empty() && error.is_empty(), "{error}");
        assert!(code.is_none_or(|code| code == 0), "{code:?}");
    }
}

#[test]
fn without_a_terminal_the_desk_does_not_open_and_the_message_says_what_to_do() {
    for (lang, words) in [("en", "needs a terminal"), ("fr", "besoin d’un terminal")] {
        let home = Home::new();
        let output = piped(&home, &["--lang", lang]).output().expect("the program can be started");
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{error}");
        assert!(error.contains(words) && error.contains("plenary --help"), "{error}");
    }
}
