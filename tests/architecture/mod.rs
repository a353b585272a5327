//! Architecture tests: layers, dependencies, sizes, opening sentences, messages and committed files.
//!
//! Each rule is a function from a source to its faults. It is tried on small wrong examples here before it reads the project.

mod app_parameters;
mod committed_files;
mod dependencies;
mod import_cycles;
mod layers;
mod messages;
mod opening_sentences;
mod plain_words;
mod sizes;
mod tuple_parameters;
mod type_names;
mod unfinished_code;

/// A broken rule: where, and what.
type Fault = String;

/// Fails with all faults at once, below the rule they break.
#[track_caller]
fn none(rule: &str, faults: &[Fault]) {
    assert!(faults.is_empty(), "{rule}\n{}", faults.join("\n"));
}

/// Fails unless a rule finds the expected number of faults in a small example.
#[track_caller]
fn finds(faults: &[Fault], expected: usize) {
    assert_eq!(faults.len(), expected, "{}", faults.join("\n"));
}
