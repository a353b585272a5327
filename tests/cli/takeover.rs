//! `plenary takeover`: what is merged, and the files that are refused before anything is changed.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files beside the program")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::home::Home;
use crate::support::zip_file::{ZipEntry, crc, zip_file};

use super::run_in;

/// A home folder with a note, a position and an act.
fn filled() -> Home {
    let home = Home::new();
    run_in(&home, &["note", "add", "E.2", "Capacités d’abord"]).text();
    run_in(&home, &["position", "set", "E.2", "--text", "Oui", "--red-line", "Aucun vote"]).text();
    run_in(&home, &["track", "set", "E.2", "--session", "4", "--status", "discussed"]).text();
    home
}

/// The handover of a home folder, as a path.
fn handed_over(home: &Home) -> String {
    run_in(home, &["handover", "--to", "h.zip", "--today", "2023-03-07"]).text();
    home.path().join("h.zip").to_str().expect("a path").to_owned()
}

/// Everything in the workspace of a home folder, but the lock.
fn tree(home: &Home) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut tree, mut folders) = (BTreeMap::new(), vec![home.data()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path if path.ends_with(".lock") => {}
                path => drop(tree.insert(path.clone(), std::fs::read(path).expect("a file"))),
            }
        }
    }
    tree
}

fn workspace(home: &Home) -> PathBuf {
    home.data().join("workspace")
}

fn count(manifest: &Value, state: &str) -> u64 {
    let groups = manifest["counts"].as_object().expect("groups");
    groups.values().filter_map(|group| group[state].as_u64()).sum()
}

#[test]
fn an_empty_workspace_gets_everything_and_a_second_takeover_changes_nothing() {
    let (one, two) = (filled(), Home::new());
    let package = handed_over(&one);
    let manifest = run_in(&two, &["takeover", &package, "--json"]).json();
    assert_eq!((&manifest["from"]["date"], &manifest["new_acts"]), (&"2023-03-07".into(), &1.into()));
    assert_eq!((&manifest["counts"]["notes"]["new"], count(&manifest, "different")), (&1.into(), 0));
    for command in [&["note", "list"][..], &["position", "list"], &["track", "--session", "4"]] {
        let json = |home| run_in(home, &[command, &["--json"]].concat()).json();
        assert_eq!(json(&two), json(&one), "{command:?}");
    }
    let before = tree(&two);
    let again = run_in(&two, &["takeover", &package, "--json"]).json();
    assert_eq!((count(&again, "new"), count(&again, "different"), &again["new_acts"]), (0, 0, &0.into()));
    assert_eq!(tree(&two), before);
}

#[test]
fn both_versions_of_a_text_are_kept_and_the_output_names_theirs() {
    let (one, two) = (filled(), Home::new());
    run_in(&two, &["takeover", &handed_over(&one)]).text();
    let notes = run_in(&one, &["note", "list", "--json"]).json();
    let id = notes[0]["id"].as_str().expect("an id");
    let name = std::fs::read_dir(workspace(&one).join("notes"))
        .expect("notes")
        .flatten()
        .find(|entry| entry.file_name().to_string_lossy().contains(id));
    let path = name.expect("the note").path();
    let text = std::fs::read_to_string(&path).expect("text");
    std::fs::write(&path, text.replace("d’abord", "ensuite")).expect("a change by hand");
    let package = handed_over(&one);
    let output = run_in(&two, &["takeover", &package]);
    assert!(
        output.text().contains("differs from yours") && output.text().contains("-conflict-"),
        "{}",
        output.out
    );
    let notes = run_in(&two, &["note", "list", "--json"]).json().to_string();
    assert!(notes.contains("d’abord") && notes.contains("ensuite"), "{notes}");
    let before = tree(&two);
    run_in(&two, &["takeover", &package]).text();
    assert_eq!(tree(&two), before);
    // Given back, the copy is recognised as the text it was made of.
    let back = run_in(&one, &["takeover", &handed_over(&two), "--json"]).json();
    assert_eq!(
        (&back["counts"]["notes"]["same"], &back["counts"]["notes"]["different"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn other_files_that_differ_are_kept_in_a_folder_of_their_own() {
    let (one, two) = (filled(), filled());
    for (home, text) in [(&one, "theirs"), (&two, "ours")] {
        std::fs::create_dir_all(workspace(home).join("processes")).expect("a folder");
        std::fs::write(workspace(home).join("processes/mine.toml"), format!("id = \"{text}\"\n"))
            .expect("a file");
    }
    let package = handed_over(&one);
    let manifest = run_in(&two, &["takeover", &package, "--json"]).json();
    let kept = serde_json::json!({ "path": "processes/mine.toml", "kept": "taken-over/processes/mine.toml" });
    assert!(manifest["different"].as_array().expect("a list").contains(&kept), "{manifest}");
    let read = |below: &str| std::fs::read_to_string(workspace(&two).join(below)).expect("a file");
    assert_eq!(read("processes/mine.toml"), "id = \"ours\"\n");
    assert_eq!(read("taken-over/processes/mine.toml"), "id = \"theirs\"\n");
}

#[test]
fn a_longer_log_continues_a_shorter_one_and_diverging_logs_are_both_kept() {
    let (one, two) = (filled(), Home::new());
    let early = handed_over(&one);
    let early_copy = one.path().join("early.zip");
    std::fs::copy(&early, &early_copy).expect("a copy");
    run_in(&two, &["takeover", &early]).text();
    run_in(&one, &["track", "set", "E.1", "--session", "4", "--status", "raised"]).text();
    let manifest = run_in(&two, &["takeover", &handed_over(&one), "--json"]).json();
    assert_eq!((&manifest["counts"]["logs"]["new"], &manifest["new_acts"]), (&1.into(), &1.into()));
    let after = tree(&two);
    // A shorter log never replaces a longer one.
    let manifest = run_in(&two, &["takeover", early_copy.to_str().expect("a path"), "--json"]).json();
    assert_eq!(manifest["counts"]["logs"]["same"], 1);
    assert_eq!(tree(&two), after);
    // Both continue by themselves, as after a copy of the folder to another machine.
    let log =
        std::fs::read_dir(workspace(&two).join("tracker")).expect("logs").flatten().next().expect("a log");
    let name = log.file_name();
    run_in(&one, &["track", "set", "E.2", "--session", "5", "--status", "agreed"]).text();
    let text = std::fs::read_to_string(log.path()).expect("text");
    std::fs::write(log.path(), text.lines().next().expect("a line").to_owned() + "\n# by hand\n")
        .expect("a file");
    let manifest = run_in(&two, &["takeover", &handed_over(&one), "--json"]).json();
    assert_eq!(manifest["counts"]["logs"]["different"], 1, "{manifest}");
    let names: Vec<_> = std::fs::read_dir(workspace(&two).join("tracker"))
        .expect("logs")
        .flatten()
        .map(|log| log.file_name())
        .collect();
    assert!(names.len() == 2 && names.contains(&name), "{names:?}");
    let listed = run_in(&two, &["track", "--session", "5", "--json"]);
    assert!(listed.out.contains("agreed"), "{}", listed.out);
}

/// The entries of a small package that would be taken over.
fn entries() -> Vec<ZipEntry> {
    let manifest = r#"{"format":"plenary-handover","version":1,"program":"0","author":"roy","date":"2023-03-07","workspace":null,"counts":{},"acts":0}"#;
    vec![
        ZipEntry::stored("workspace/instructions.txt", b"from the capital"),
        ZipEntry::stored("handover.json", manifest.as_bytes()),
    ]
}

/// A package of entries with a list of checksums that fits them.
fn summed(mut entries: Vec<ZipEntry>) -> Vec<ZipEntry> {
    let mut sums = String::new();
    for entry in &entries {
        for byte in Sha256::digest(&entry.packed) {
            let _ = write!(sums, "{byte:02x}");
        }
        let _ = writeln!(sums, "  {}", String::from_utf8_lossy(&entry.name));
    }
    entries.push(ZipEntry::stored("SHA256SUMS", sums.as_bytes()));
    entries
}

/// Takes over a file with these bytes, which is refused with the words, and nothing is changed.
#[track_caller]
fn refused(bytes: &[u8], words: &[&str]) {
    let home = filled();
    let before = tree(&home);
    std::fs::write(home.path().join("h.zip"), bytes).expect("a file");
    run_in(&home, &["takeover", "h.zip"]).fails(3, words);
    assert_eq!(tree(&home), before);
    let empty = Home::new();
    std::fs::write(empty.path().join("h.zip"), bytes).expect("a file");
    run_in(&empty, &["takeover", "h.zip"]).fails(3, words);
    assert!(!empty.data().exists(), "no workspace is made");
    let outside = |name: &str| home.path().join(name).exists();
    assert!(!outside("escaped") && !outside("data/escaped") && !outside("data/plenary/escaped"));
}

#[test]
fn a_small_package_built_by_hand_is_taken_over() {
    let home = Home::new();
    std::fs::write(home.path().join("h.zip"), zip_file(&summed(entries()))).expect("a file");
    let manifest = run_in(&home, &["takeover", "h.zip", "--json"]).json();
    assert_eq!(
        (&manifest["counts"]["other"]["new"], &manifest["from"]["author"]),
        (&1.into(), &"roy".into())
    );
    assert_eq!(
        std::fs::read(workspace(&home).join("instructions.txt")).expect("a file"),
        b"from the capital"
    );
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    let long = format!("workspace/{}", "a".repeat(256));
    let cases = [
        ("../escaped", "leads elsewhere"),
        ("workspace/../../escaped", "leads elsewhere"),
        ("workspace/%2E%2E/escaped", "leads elsewhere"),
        ("/tmp/escaped", "absolute"),
        ("workspace\\..\\escaped", "backslash"),
        ("C:escaped", "colon"),
        ("workspace/nul.md", "device"),
        ("workspace/.git/config", "hidden"),
        ("workspace/.lock", "hidden"),
        ("workspace/escaped.", "dot or a space"),
        (&long, "longer than any system allows"),
        ("elsewhere/escaped", "does not belong"),
        ("escaped", "does not belong"),
    ];
    for (name, words) in cases {
        let mut entries = entries();
        entries.push(ZipEntry::stored(name, b"x"));
        refused(&zip_file(&summed(entries)), &[words, name, "h.zip"]);
    }
    let mut entries = entries();
    entries.push(ZipEntry { name: b"workspace/\xff".to_vec(), ..ZipEntry::stored("", b"x") });
    refused(&zip_file(&summed(entries)), &["not valid"]);
}

#[test]
fn links_devices_and_encrypted_files_are_refused() {
    for mode in [0o120_777, 0o020_600, 0o060_600, 0o010_600, 0o140_600] {
        let mut entries = entries();
        entries.push(ZipEntry { mode, ..ZipEntry::stored("workspace/notes", b"/etc") });
        refused(&zip_file(&summed(entries)), &["link", "workspace/notes"]);
    }
    let mut entries = entries();
    entries.push(ZipEntry { flags: 1, ..ZipEntry::stored("workspace/a", &[7; 20]) });
    refused(&zip_file(&summed(entries)), &["encrypted"]);
}

#[test]
fn two_entries_of_one_name_are_refused() {
    for (one, other) in [
        ("workspace/a.md", "workspace/a.md"),
        ("workspace/a.md", "workspace/A.md"),
        ("workspace/É.md", "workspace/é.md"),
        ("workspace/é.md", "workspace/e\u{301}.md"),
        ("workspace/É", "workspace/e\u{301}/b"),
        ("workspace/a", "workspace/A/b"),
        ("SHA256SUMS", "sha256sums"),
    ] {
        let mut entries = entries();
        entries.extend([ZipEntry::stored(one, b"one"), ZipEntry::stored(other, b"other")]);
        refused(&zip_file(&summed(entries)), &["count as the same name", other]);
    }
}

#[test]
fn files_made_to_exhaust_the_memory_are_refused() {
    let huge = |size: u32| ZipEntry { size, method: 8, ..ZipEntry::stored("workspace/a", &[0; 64]) };
    let mut ratio = entries();
    ratio.push(huge(200 << 20));
    refused(&zip_file(&summed(ratio)), &["compressed"]);
    let mut size = entries();
    size.push(huge(300 << 20));
    refused(&zip_file(&summed(size)), &["larger than 256 MB"]);
    let mut total = entries();
    total.extend((0..10).map(|nth| ZipEntry { name: format!("workspace/{nth}").into(), ..huge(250 << 20) }));
    total.iter_mut().for_each(|entry| entry.packed.resize(2 << 20, 0));
    refused(&zip_file(&summed(total)), &["all files together"]);
    // It says that it is short, and is not.
    let mut lie = entries();
    lie.push(ZipEntry { size: 3, crc: crc(b"abc"), ..ZipEntry::stored("workspace/a", &[b'x'; 5000]) });
    refused(&zip_file(&summed(lie)), &[]);
}

#[test]
fn more_files_than_a_handover_may_have_are_refused() {
    let mut many = summed(entries());
    let empty = |nth: usize| ZipEntry::stored(&format!("workspace/{nth}"), b"");
    many.extend((many.len()..=50_002).map(empty));
    refused(&zip_file(&many), &["more than 50000 files"]);
    many.truncate(50_002);
    refused(&zip_file(&many), &["does not belong"]);
}

#[test]
fn what_is_not_as_it_was_handed_over_is_refused() {
    let whole = zip_file(&summed(entries()));
    refused(b"no zip file at all", &["not a zip file"]);
    refused(b"", &["not a zip file"]);
    refused(&whole[..whole.len() - 30], &["not complete"]);
    refused(&whole[..100], &["not complete"]);

    let mut changed = summed(entries());
    changed[0].packed = b"from the enemy!!".to_vec();
    changed[0].crc = crc(&changed[0].packed);
    refused(&zip_file(&changed), &["workspace/instructions.txt", "not as it was handed over"]);
    let mut torn = summed(entries());
    torn[0].packed = b"from the enemy!!".to_vec();
    refused(&zip_file(&torn), &["damaged"]);
    let mut missing = summed(entries());
    missing.remove(0);
    refused(&zip_file(&missing), &["lacks", "workspace/instructions.txt"]);
    let mut more = summed(entries());
    more.push(ZipEntry::stored("workspace/more.txt", b"x"));
    refused(&zip_file(&more), &["workspace/more.txt", "does not belong"]);
    refused(&zip_file(&entries()), &["handover.json and SHA256SUMS"]);
    refused(&zip_file(&summed(entries()[..1].to_vec())), &["handover.json and SHA256SUMS"]);
    let mut other = entries();
    other[1] = ZipEntry::stored("handover.json", b"{\"format\":\"other\",\"version\":1}");
    refused(&zip_file(&summed(other)), &["not the file of a handover"]);
}

#[test]
fn a_package_of_a_later_version_is_refused_and_a_missing_file_is_not_found() {
    let mut later = entries();
    later[1] = ZipEntry::stored("handover.json", br#"{"format":"plenary-handover","version":2}"#);
    refused(&zip_file(&summed(later)), &["later version", "2"]);
    run_in(&Home::new(), &["takeover", "none.zip"]).fails(1, &["none.zip"]);
}
