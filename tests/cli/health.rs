//! `check`, settings and keymaps with faults, and who may read what one writes.

use crate::support::files;
use crate::support::home::Home;

use super::{Said, ask, fields, list};

const SETTINGS: &str = "langage = \"fr\"\ntheme = \"light\"\nsession = \"four\"\nauthor = Roy\n";
const KEYMAP: &str = "version = 1\n[desk]\n\"Ctl-x\" = \"undo\"\n\"b\" = \"bakc\"\n\"w\" = \"back\"\n[dek]\n\"v\" = \"undo\"\n";

fn faulty() -> Home {
    let home = Home::new();
    files::write(&home.config().join("settings.toml"), SETTINGS);
    files::write(&home.config().join("keymap.toml"), KEYMAP);
    home
}

#[track_caller]
fn told(said: &Said, words: &[&str]) {
    for word in words {
        assert!(said.out.contains(word), "{word} in {}", said.out);
    }
}

#[test]
fn a_sound_desk_is_said_to_be_sound() {
    let home = Home::new();
    let value = ask(&home, &["check", "--json"]).json();
    assert_eq!(fields(&value)[0], "workspace");
    assert_eq!((&value["documents"], list(&value["problems"]).len()), (&5.into(), 0));
    assert!(ask(&home, &["check"]).text().contains("No problem found."));
}

#[test]
fn every_fault_of_settings_and_keys_is_told_with_its_line() {
    let home = faulty();
    let said = ask(&home, &["check"]);
    assert_eq!(said.code, 3);
    told(&said, &["settings.toml, line 1", "language", "settings.toml, line 3", "settings.toml, line 4"]);
    told(
        &said,
        &["keymap.toml, line 3", "Ctrl-x", "keymap.toml, line 4", "back", "keymap.toml, line 6", "dek"],
    );
    let french = ask(&home, &["check", "--lang", "fr"]);
    assert_eq!(french.code, 3);
    told(&french, &["settings.toml, ligne 1", "keymap.toml, ligne 4"]);
    let json = ask(&home, &["check", "--json"]);
    assert_eq!(json.code, 3);
    let value: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(list(&value["problems"]).len(), 6, "{value}");
}

#[test]
fn settings_name_only_what_there_is() {
    let home = Home::new();
    let text = "language = \"de\"\ntheme = \"pink\"\nkeymap = \"emacs\"\nprocess = \"oewg\"\n";
    files::write(&home.config().join("settings.toml"), text);
    let said = ask(&home, &["check"]);
    assert_eq!(said.code, 3);
    told(&said, &["line 1: language", "“de”", "en, fr", "line 2: theme", "“pink”", "dark"]);
    told(&said, &["line 3: keymap", "“emacs”", "azerty", "line 4: process", "“oewg”", "oewg-2021-2025"]);
    assert_eq!(said.out.lines().filter(|line| line.starts_with('!')).count(), 4, "{}", said.out);
}

#[test]
fn with_faulty_settings_and_keys_everything_still_works() {
    let home = faulty();
    let said = ask(&home, &["keys", "--json"]);
    assert_eq!(said.code, 0);
    let rows: serde_json::Value = serde_json::from_str(&said.out).expect("JSON");
    let verb = |keys: &str| {
        list(&rows).iter().find(|row| row["keys"] == keys && row["scope"] == "desk").map(|row| &row["verb"])
    };
    assert_eq!((verb("w"), verb(">")), (Some(&"back".into()), Some(&"next-item".into())));
    assert!(said.error.contains("keymap.toml, line 3"), "{}", said.error);
    ask(&home, &["documents"]).text();
    assert_eq!(files::text(&home.config().join("settings.toml")), SETTINGS);
    assert_eq!(files::text(&home.config().join("keymap.toml")), KEYMAP);
}

#[test]
fn files_that_are_no_toml_at_all_stop_nothing() {
    let home = Home::new();
    files::write(&home.config().join("settings.toml"), b"\xff\xfe\0");
    files::write(&home.config().join("keymap.toml"), "[[[\n");
    let said = ask(&home, &["check"]);
    assert_eq!(said.code, 3);
    told(&said, &["settings.toml", "keymap.toml, line 1"]);
    ask(&home, &["agenda"]).text();
}

#[test]
fn a_torn_line_of_the_tracker_is_told_and_the_rest_counts() {
    let home = Home::new();
    let set = ["track", "set", "E.2", "--session", "4", "--status", "agreed"];
    ask(&home, &set).text();
    let log = files::ending(&home.data().join("workspace/tracker"), ".log").remove(0);
    let torn = files::text(&log) + "{\"torn\":";
    files::write(&log, &torn);
    let said = ask(&home, &["check"]);
    assert_eq!(said.code, 3);
    told(&said, &[".log, line 2"]);
    let said = ask(&home, &["track", "--json"]);
    assert!(said.error.contains("line 2") && said.out.contains("\"agreed\""), "{}{}", said.out, said.error);
    assert_eq!(files::text(&log), torn);
    ask(&home, &["track", "set", "E.3", "--session", "4", "--status", "raised"]);
    assert!(files::text(&log).starts_with(&format!("{torn}\n")));
}

#[test]
fn a_workspace_that_is_no_folder_or_of_a_later_version_is_refused() {
    let home = Home::new();
    files::write(&home.path().join("file"), "mine");
    ask(&home, &["note", "list", "--workspace", "file"]).complains(3, &["file", "is not a folder"]);
    ask(&home, &["note", "add", "E.2", "x", "--workspace", "file", "--lang", "fr"])
        .complains(3, &["n’est pas un dossier"]);
    files::write(&home.path().join("later/plenary.toml"), "version = 99\n");
    ask(&home, &["note", "add", "E.2", "x", "--workspace", "later"]).complains(3, &["later version", "99"]);
    assert_eq!(files::text(&home.path().join("file")), "mine");
    assert_eq!(
        files::tree(&home.path().join("later")).len(),
        1 + usize::from(home.path().join("later/.lock").exists())
    );
}

#[cfg(unix)]
#[test]
fn what_one_writes_is_for_ones_own_eyes() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    files::write(&home.path().join("lights.txt"), "1. The lights of the coast are to be kept.\n");
    ask(&home, &["note", "add", "E.2", "confidentiel"]).text();
    ask(&home, &["track", "set", "E.2", "--session", "4", "--status", "raised"]).text();
    assert_eq!(ask(&home, &["import", "lights.txt"]).code, 0);
    let tree = files::tree(&home.data());
    assert!(tree.len() > 8, "{:?}", tree.keys());
    for (path, bytes) in tree {
        let about = std::fs::metadata(home.data().join(&path)).expect("it was there");
        let expected = if bytes.is_some() { 0o600 } else { 0o700 };
        assert_eq!(about.permissions().mode() & 0o777, expected, "{}", path.display());
    }
    let own = std::fs::metadata(home.data()).expect("it was there");
    assert_eq!(own.permissions().mode() & 0o777, 0o700);
}
