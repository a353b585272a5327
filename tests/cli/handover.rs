//! `plenary handover`: the file is whole, can be verified without the program, and is the same each time.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files beside the program")]

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use crate::support::home::Home;

use super::run_in;

/// The files in a zip file, read by their names.
fn unpacked(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).expect("the file")).expect("a zip file");
    let count = zip.len();
    let read = |at| {
        let mut file = zip.by_index(at).expect("an entry");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        (file.name().expect("a name").into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

fn put(home: &Home, name: &str, text: &str) {
    let path = home.data().join("workspace").join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// A workspace with something of every kind.
fn filled() -> Home {
    let home = Home::new();
    run_in(&home, &["note", "add", "E.2", "Capacités d’abord"]).text();
    run_in(&home, &["position", "set", "E.2", "--text", "Oui", "--red-line", "Aucun vote"]).text();
    run_in(&home, &["track", "set", "E.2", "--session", "4", "--status", "discussed"]).text();
    put(&home, "processes/mine.toml", "id = \"mine\"\n");
    put(&home, "documents/sources/A:B?.txt", "the source");
    put(&home, "instructions.pdf", "%PDF");
    put(&home, "notes/.trash/gone.md", "gone");
    put(&home, ".git/config", "[core]");
    put(&home, ".journal/01GTVZ00000000000000000000.md", "a draft that is not whole");
    home
}

#[test]
fn everything_is_in_the_file_but_what_is_hidden() {
    let home = filled();
    let manifest = run_in(&home, &["handover", "--to", "h.zip", "--json", "--today", "2023-03-07"]).json();
    let counts = [
        ("drafts", 1),
        ("logs", 1),
        ("notes", 1),
        ("other", 2),
        ("positions", 1),
        ("processes", 1),
        ("sources", 1),
        ("documents", 0),
    ];
    for (group, count) in counts {
        assert_eq!(manifest["counts"][group], count, "{group}");
    }
    assert_eq!((&manifest["date"], &manifest["acts"]), (&"2023-03-07".into(), &1.into()));
    assert_eq!(manifest["left_out"], serde_json::json!({ "trash": 1, "not_files": [] }));
    let files = unpacked(&home.path().join("h.zip"));
    let text: String = files.values().map(|bytes| String::from_utf8_lossy(bytes)).collect();
    for words in ["Capacités d’abord", "Aucun vote", "\"discussed\"", "the source", "not whole"] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("gone") && !text.contains("[core]"));
    let safe = "workspace/documents/sources/A%3AB%3F.txt";
    assert!(files.contains_key(safe), "{:?}", files.keys());
    let stated: serde_json::Value = serde_json::from_slice(&files["handover.json"]).expect("JSON");
    assert_eq!((&stated["counts"], &stated["version"]), (&manifest["counts"], &1.into()));
}

#[test]
fn the_checksums_can_be_verified_without_the_program() {
    let home = filled();
    run_in(&home, &["handover", "--to", "h.zip"]).text();
    let folder = home.path().join("unpacked");
    let files = unpacked(&home.path().join("h.zip"));
    for (name, bytes) in &files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    let listed = String::from_utf8(files["SHA256SUMS"].clone()).expect("text");
    assert_eq!(listed.lines().count(), files.len() - 1, "every file but the list itself");
    let mut check = assert_cmd::Command::new("sha256sum");
    check.args(["--check", "--strict", "SHA256SUMS"]).current_dir(folder).assert().success();
}

#[test]
fn the_same_workspace_on_the_same_day_gives_the_same_file() {
    let home = filled();
    let hand_over = |name: &str, day: &str| {
        run_in(&home, &["handover", "--to", name, "--today", day]).text();
        std::fs::read(home.path().join(name)).expect("the file")
    };
    let first = hand_over("one.zip", "2023-03-07");
    assert!(first == hand_over("two.zip", "2023-03-07"));
    assert!(first != hand_over("three.zip", "2023-03-08"));
}

#[test]
fn the_output_says_that_nothing_is_held_back() {
    let home = filled();
    let output = run_in(&home, &["handover", "--to", "h.zip"]);
    let text = output.text();
    for words in ["1 note", "1 position", "1 tracker log", "red lines", "in the trash", "SHA-256"] {
        assert!(text.contains(words), "{text}");
    }
    assert!(run_in(&home, &["handover", "--to", "h.zip", "--lang", "fr"]).text().contains("lignes rouges"));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_workspace_is_left_out_and_named_and_one_inside_is_followed() {
    let home = filled();
    let folder = home.data().join("workspace");
    std::os::unix::fs::symlink("/etc/hostname", folder.join("outside.txt")).expect("a link");
    std::os::unix::fs::symlink("../instructions.pdf", folder.join("notes/inside.pdf")).expect("a link");
    std::os::unix::fs::symlink("..", folder.join("notes/loop")).expect("a link");
    let output = run_in(&home, &["handover", "--to", "h.zip", "--json"]);
    let manifest: serde_json::Value = serde_json::from_str(&output.out).expect("JSON");
    let not_files = manifest["left_out"]["not_files"].as_array().expect("a list");
    assert!(not_files.contains(&"outside.txt".into()), "{not_files:?}");
    assert!(output.error.contains("outside.txt is left out"), "{}", output.error);
    let files = unpacked(&home.path().join("h.zip"));
    assert_eq!(files["workspace/notes/inside.pdf"], b"%PDF");
}

#[test]
fn a_handover_that_cannot_be_is_refused_and_nothing_is_written() {
    let home = Home::new();
    run_in(&home, &["handover", "--to", "h.zip"]).fails(1, &["nothing to hand over"]);
    let home = filled();
    let inside = home.data().join("workspace/h.zip");
    let inside = inside.to_str().expect("a path");
    run_in(&home, &["handover", "--to", inside]).fails(2, &["inside your workspace"]);
    run_in(&home, &["handover", "--to", "h.docx"]).fails(2, &["zip"]);
    run_in(&home, &["handover", "--to", "."]).fails(2, &["folder"]);
    run_in(&home, &["handover"]).fails(2, &["--to"]);
    let written = std::fs::read_dir(home.path()).expect("a folder").flatten();
    assert!(written.into_iter().all(|file| !file.file_name().to_string_lossy().contains("h.")));
}
