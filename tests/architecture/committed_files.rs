//! Committed files contain no traces of the machine they were written on and no unfinished text.

use crate::support::sources;

use super::{Fault, finds, none};

/// Folders of a developer's machine. Written in pieces, so that this file does not contain what it looks for.
fn machine_paths() -> Vec<String> {
    ["work", "home", "root", "Users"].iter().map(|folder| format!("/{folder}/")).collect()
}

/// Settings and host names of a package registry other than the public one.
fn registries() -> Vec<String> {
    [
        ("replace-", "with"),
        ("[source.", "crates-io]"),
        ("arti", "factory"),
        ("sparse", "+http"),
        ("local", "host:"),
    ]
    .iter()
    .map(|(a, b)| format!("{a}{b}"))
    .collect()
}

/// Marks of unfinished or pasted text.
fn leftovers() -> Vec<String> {
    let words = [
        ("FIX", "ME"),
        ("lorem ", "ipsum"),
        ("<<<<", "<<< "),
        (">>>>", ">>> "),
        ("work", "tree"),
        ("as an ", "AI "),
    ];
    words.iter().map(|(a, b)| format!("{a}{b}").to_lowercase()).collect()
}

/// The lines of a text that contain a forbidden word.
fn faults(path: &str, text: &str) -> Vec<Fault> {
    let (machine, registries, leftovers) = (machine_paths(), registries(), leftovers());
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let lower = line.to_lowercase();
        let found = machine
            .iter()
            .filter(|folder| starts_a_path(line, folder))
            .chain(registries.iter().chain(&leftovers).filter(|word| lower.contains(word.as_str())));
        faults.extend(found.map(|word| format!("{path}:{}: {word}", index + 1)));
    }
    faults
}

/// Whether the folder is the start of a path in this line, not part of a web address or a longer path.
fn starts_a_path(line: &str, folder: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || "._-~}".contains(c);
    line.match_indices(folder).any(|(at, _)| !line[..at].ends_with(inside))
}

#[test]
fn no_file_contains_traces_of_a_machine() {
    let texts = sources::tree().into_iter().filter_map(|path| sources::read(&path).map(|text| (path, text)));
    let faults: Vec<Fault> = texts.flat_map(|(path, text)| faults(&path, &text)).collect();
    none("Committed files contain no paths of one machine and no unfinished text:", &faults);
}

#[test]
fn the_documents_of_the_project_exist() {
    for path in
        ["LICENSE-MIT", "LICENSE-APACHE", "docs/STYLE.md", "docs/ARCHITECTURE.md", ".ci/run", "Cargo.lock"]
    {
        assert!(sources::read(path).is_some_and(|text| text.len() > 100), "{path} is missing");
    }
}

#[test]
fn traces_of_a_machine_are_found() {
    let folders = machine_paths();
    let (work, home) = (&folders[0], &folders[1]);
    finds(&faults("x", &format!("see {work}main/x\nand \"{home}me\"")), 2);
    finds(&faults("x", &format!("https://www.un.org{work}x and target{home}y")), 0);
    for word in registries().iter().chain(&leftovers()) {
        finds(&faults("x", &format!("a {}", word.to_uppercase())), 1);
    }
    finds(&faults("x", "see docs/STYLE.md, at home or at work"), 0);
}
