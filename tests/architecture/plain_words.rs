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
    ("deed", "action"),
    ("deeds", "actions"),
    ("tell", "report, send, say"),
    ("tells", "reports, sends, says"),
    ("told", "reported"),
    ("telling", "reporting"),
    ("goes on", "continues"),
    ("go on", "continue"),
    ("went on", "continued"),
    ("going on", "continuing, happening"),
    ("stands", "is"),
    ("stood", "was"),
    ("what opens", "words that begin"),
    ("anew", "again"),
    ("wishes", "requests"),
    ("wished", "requested"),
    ("forget", "remove, clear"),
    ("forgets", "removes, clears"),
    ("forgotten", "removed, left"),
    ("whoever", "the user"),
    ("at the head of", "at the top of"),
    ("at hand", "in the library, available"),
    ("put right", "corrected"),
    ("called so", "named"),
    ("takes down", "records"),
    ("takes up again", "resumes"),
    ("in the way of", "before"),
    ("merely", "only"),
    ("hitherto", "until now"),
    ("thereby", "by this"),
    ("lest", "so that … not"),
    ("vouch", "guarantee"),
    ("vouches", "guarantees"),
    ("proverb", "sentence"),
    ("desk of years", "desk with documents of several years"),
];

/// Lines that may contain a word, each with its file, a part of the line, and the reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("src/store/log/line.rs", "deed", "the name of a field in the stored log of the tracker"),
    ("tests/search/relevance_fifth.toml", "told", "a query as somebody typed it"),
];

/// Whether a file is text that people read. Documents of the United Nations, and lists of their wordings, have their own words.
fn is_read(path: &str) -> bool {
    let folders = ["src/", "tests/", "benches/", "fuzz/", "examples/", "docs/", "keymaps/", "data/", ".ci/"];
    let kinds = [".rs", ".md", ".toml", ".ftl", ".sh"];
    let documents = ["data/sources/", "data/documents/", "fuzz/target/", "fuzz/corpus/"];
    let inside = folders.iter().any(|folder| path.starts_with(folder));
    path != OWN
        && !documents.iter().any(|folder| path.starts_with(folder))
        && (["README.md", "Cargo.toml", ".ci/run"].contains(&path)
            || (inside && kinds.iter().any(|kind| path.ends_with(kind))))
}

/// The part of a line that the project has written: of a data file with wordings only its comments.
fn own_words<'l>(path: &str, line: &'l str) -> &'l str {
    let is_wording = path.starts_with("data/") && path.ends_with(".toml") || path.ends_with("expected.toml");
    if is_wording { line.find('#').map_or("", |at| &line[at..]) } else { line }
}

/// The lines of a text with one of the words.
fn faults(path: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let is_allowed = |word: &str| {
            EXCEPTIONS
                .iter()
                .any(|(file, part, _)| *file == path && line.contains(part) && part.contains(word))
        };
        let own = own_words(path, line).to_lowercase();
        let found = WORDS.iter().filter(|(word, _)| contains(&own, word) && !is_allowed(word));
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

/// The exceptions that no line needs.
fn needless(exceptions: &[(&str, &str, &str)]) -> Vec<Fault> {
    let is_needed = |(file, part, _): &&(&str, &str, &str)| {
        sources::read(file).is_some_and(|text| text.lines().any(|line| line.contains(part)))
    };
    let needless = exceptions.iter().filter(|exception| !is_needed(exception));
    needless.map(|(file, part, _)| format!("{file}: “{part}” is no longer there")).collect()
}

#[test]
fn texts_are_in_plain_words() {
    let texts = sources::tree().into_iter().filter(|path| is_read(path));
    let texts = texts.filter_map(|path| sources::read(&path).map(|text| (path, text)));
    let faults: Vec<Fault> = texts.flat_map(|(path, text)| faults(&path, &text)).collect();
    none("Write plain English (docs/STYLE.md):", &faults);
    none("Take it off the list of exceptions:", &needless(EXCEPTIONS));
}

#[test]
fn odd_words_are_found() {
    finds(&faults("x", "/// A guest.\nfn the_guests() {}\n"), 2);
    finds(&faults("x", "// Guests and one Guest"), 2);
    finds(&faults("x", "/// A guesthouse. It foretells; the storyteller left."), 0);
    finds(&faults("x", "fn the_list_goes_on() {} // and TELLS which"), 2);
    finds(&faults("data/languages/en.toml", "# It goes on.\nwords = [\"goes on\"]"), 1);
    finds(&faults("data/locale/en.ftl", "status = The list goes on."), 1);
    finds(&faults("src/store/log/line.rs", "put(\"deed\", 1);\n// It tells."), 1);
    finds(&needless(&[("src/lib.rs", "no such words in this file", "a reason")]), 1);
    assert!(is_read("src/app/mod.rs") && is_read("README.md") && is_read("docs/decisions/0001.md"));
    assert!(is_read("data/locale/en.ftl") && is_read("data/processes/x.toml"));
    assert!(!is_read(OWN) && !is_read("data/documents/x.toml") && !is_read("tests/x.snap"));
}
