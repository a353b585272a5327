//! Words that plain English does not need here: they may not come back into code, documents and messages.

use crate::support::sources;

use super::{Fault, finds, none};

/// This file, which contains the words.
const OWN: &str = "tests/architecture/plain_words.rs";

/// Words and phrases, in lower case, each with the usual term.
const WORDS: &[(&str, &str)] = &[
    ("floors", "layers"),
    ("guest", "dependency"),
    ("guests", "dependencies"),
    ("the house", "the project"),
    ("deeds", "actions"),
    ("told", "reported"),
    ("stands", "is"),
    ("anew", "again"),
    ("wished", "requested"),
    ("whoever", "the user"),
    ("at the head of", "at the top of"),
];

/// Whether a file is text that people read.
fn is_read(path: &str) -> bool {
    let folders = ["src/", "tests/", "benches/", "fuzz/", "docs/", "keymaps/"];
    let kinds = [".rs", ".md", ".toml"];
    let inside = folders.iter().any(|folder| path.starts_with(folder));
    path != OWN
        && (["README.md", "Cargo.toml", "data/locale/en.ftl"].contains(&path)
            || (inside && kinds.iter().any(|kind| path.ends_with(kind))))
}

/// The lines of a text with one of the words.
fn faults(path: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.to_lowercase();
        let found = WORDS.iter().filter(|(word, _)| contains(&line, word));
        faults.extend(found.map(|(word, usual)| format!("{path}:{}: “{word}”, better “{usual}”", index + 1)));
    }
    faults
}

/// Whether the line contains the word as a whole; `_` separates words, as in names of functions.
fn contains(line: &str, word: &str) -> bool {
    let line = line.replace('_', " ");
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        ![before, after].iter().flatten().any(|c| c.is_alphanumeric())
    })
}

#[test]
fn texts_are_in_plain_words() {
    let texts = sources::tree().into_iter().filter(|path| is_read(path));
    let texts = texts.filter_map(|path| sources::read(&path).map(|text| (path, text)));
    let faults: Vec<Fault> = texts.flat_map(|(path, text)| faults(&path, &text)).collect();
    none("Write plain English (docs/STYLE.md):", &faults);
}

#[test]
fn odd_words_are_found() {
    finds(&faults("x", "/// A guest.\nfn the_guests() {}\n"), 2);
    finds(&faults("x", "// Guests and one Guest"), 2);
    finds(&faults("x", "/// A guesthouse."), 0);
    assert!(is_read("src/app/mod.rs") && is_read("README.md") && is_read("docs/decisions/0001.md"));
    assert!(!is_read(OWN) && !is_read("data/documents/x.toml") && !is_read("tests/x.snap"));
}
