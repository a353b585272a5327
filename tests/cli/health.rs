//! `plenary check`, settings and keymaps with errors, and file permissions.

use crate::support::files;
use crate::support::home::Home;

use super::{Output, fields, list, run_in};

const SETTINGS: &str = "langage = \"fr\"\ntheme = \"light\"\nsession = \"four\"\nauthor = Roy\n";
const KEYMAP: &str = "version = 1\n[desk]\n\"Ctl-x\" = \"undo\"\n\"b\" = \"bakc\"\n\"w\" = \"back\"\n[dek]\n\"v\" = \"undo\"\n";

fn faulty() -> Home {
    let home = Home::new();
    files::write(&home.config().join("settings.toml"), SETTINGS);
    files::write(&home.config().join("keymap.toml"), KEYMAP);
    home
}

#[track_caller]
fn lists(output: &Output, words: &[&str]) {
    for word in words {
        assert!(output.out.contains(word), "{word} in {}", output.out);
    }
}

#[test]
fn check_without_problems_says_so() {
    let home = Home::new();
    let value = run_in(&home, &["check", "--json"]).json();
    assert_eq!(fields(&value)[0], "workspace");
    assert_eq!((&value["documents"], list(&value["problems"]).len()), (&5.into(), 0));
    assert!(run_in(&home, &["check"]).text().contains("No problem found."));
}

#[test]
fn every_error_in_settings_and_keymap_is_listed_with_its_line() {
    let home = faulty();
    let output = run_in(&home, &["check"]);
    assert_eq!(output.code, 3);
    lists(&output, &["settings.toml, line 1", "language", "settings.toml, line 3", "settings.toml, line 4"]);
    lists(
        &output,
        &["keymap.toml, line 3", "Ctrl-x", "keymap.toml, line 4", "back", "keymap.toml, line 6", "dek"],
    );
    let french = run_in(&home, &["check", "--lang", "fr"]);
    assert_eq!(french.code, 3);
    lists(&french, &["settings.toml, ligne 1", "keymap.toml, ligne 4"]);
    let json = run_in(&home, &["check", "--json"]);
    assert_eq!(json.code, 3);
    let value: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(list(&value["problems"]).len(), 6, "{value}");
}

#[test]
fn unknown_values_in_settings_are_reported() {
    let home = Home::new();
    let text = "language = \"de\"\ntheme = \"pink\"\nkeymap = \"emacs\"\nprocess = \"oewg\"\n";
    files::write(&home.config().join("settings.toml"), text);
    let output = run_in(&home, &["check"]);
    assert_eq!(output.code, 3);
    lists(&output, &["line 1: language", "“de”", "en, fr", "line 2: theme", "“pink”", "dark"]);
    lists(&output, &["line 3: keymap", "“emacs”", "azerty", "line 4: process", "“oewg”", "oewg-2021-2025"]);
    assert_eq!(output.out.lines().filter(|line| line.starts_with('!')).count(), 4, "{}", output.out);
}

#[test]
fn with_errors_in_settings_and_keymap_the_rest_works() {
    let home = faulty();
    let output = run_in(&home, &["keys", "--json"]);
    assert_eq!(output.code, 0);
    let rows: serde_json::Value = serde_json::from_str(&output.out).expect("JSON");
    let verb = |keys: &str| {
        list(&rows).iter().find(|row| row["keys"] == keys && row["scope"] == "desk").map(|row| &row["verb"])
    };
    assert_eq!((verb("w"), verb(">")), (Some(&"back".into()), Some(&"next-item".into())));
    assert!(output.error.contains("keymap.toml, line 3"), "{}", output.error);
    run_in(&home, &["documents"]).text();
    assert_eq!(files::text(&home.config().join("settings.toml")), SETTINGS);
    assert_eq!(files::text(&home.config().join("keymap.toml")), KEYMAP);
}

#[test]
fn settings_that_are_not_toml_do_not_stop_the_program() {
    let home = Home::new();
    files::write(&home.config().join("settings.toml"), b"\xff\xfe\0");
    files::write(&home.config().join("keymap.toml"), "[[[\n");
    let output = run_in(&home, &["check"]);
    assert_eq!(output.code, 3);
    lists(&output, &["settings.toml", "keymap.toml, line 1"]);
    run_in(&home, &["agenda"]).text();
}

#[test]
fn an_incomplete_line_of_a_log_is_reported_and_the_other_lines_count() {
    let home = Home::new();
    let set = ["track", "set", "E.2", "--session", "4", "--status", "agreed"];
    run_in(&home, &set).text();
    let log = files::ending(&home.data().join("workspace/tracker"), ".log").remove(0);
    let torn = files::text(&log) + "{\"torn\":";
    files::write(&log, &torn);
    let output = run_in(&home, &["check"]);
    assert_eq!(output.code, 3);
    lists(&output, &[".log, line 2"]);
    let output = run_in(&home, &["track", "--json"]);
    assert!(
        output.error.contains("line 2") && output.out.contains("\"agreed\""),
        "{}{}",
        output.out,
        output.error
    );
    assert_eq!(files::text(&log), torn);
    run_in(&home, &["track", "set", "E.3", "--session", "4", "--status", "raised"]);
    assert!(files::text(&log).starts_with(&format!("{torn}\n")));
}

#[test]
fn a_workspace_that_is_a_file_or_of_a_later_version_is_refused() {
    let home = Home::new();
    files::write(&home.path().join("file"), "mine");
    run_in(&home, &["note", "list", "--workspace", "file"]).fails(3, &["file", "is not a folder"]);
    run_in(&home, &["note", "add", "E.2", "x", "--workspace", "file", "--lang", "fr"])
        .fails(3, &["n’est pas un dossier"]);
    files::write(&home.path().join("later/plenary.toml"), "version = 99\n");
    run_in(&home, &["note", "add", "E.2", "x", "--workspace", "later"]).fails(3, &["later version", "99"]);
    assert_eq!(files::text(&home.path().join("file")), "mine");
    assert_eq!(
        files::tree(&home.path().join("later")).len(),
        1 + usize::from(home.path().join("later/.lock").exists())
    );
}

#[cfg(unix)]
#[test]
fn files_are_readable_only_by_their_owner() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    files::write(&home.path().join("lights.txt"), "1. The lights of the coast are to be kept.\n");
    run_in(&home, &["note", "add", "E.2", "confidentiel"]).text();
    run_in(&home, &["track", "set", "E.2", "--session", "4", "--status", "raised"]).text();
    assert_eq!(run_in(&home, &["import", "lights.txt"]).code, 0);
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

#[test]
fn a_byte_order_mark_makes_no_difference_in_any_file() {
    let home = Home::new();
    files::write(&home.path().join("lights.txt"), "1. The lights of the coast are to be kept.\n");
    let side = "\u{feff}symbol = \"A/AC.292/2023/CRP.1\"\nlanguage = \"en\"\n";
    files::write(&home.path().join("lights.toml"), side);
    assert_eq!(run_in(&home, &["import", "lights.txt"]).code, 0);
    run_in(&home, &["note", "add", "E.2", "x"]).text();
    run_in(&home, &["track", "set", "E.2", "--session", "4", "--status", "agreed"]).text();
    files::write(&home.config().join("settings.toml"), "author = \"Roy\"\n");
    files::write(&home.config().join("keymap.toml"), "version = 1\n[desk]\n\"Ctrl-x\" = \"undo\"\n");
    let workspace = home.data().join("workspace");
    files::write(&workspace.join("calendar.toml"), "version = 1\nprocess = \"oewg-2021-2025\"\n");
    let shown = |home: &Home| {
        let verbs: [&[&str]; 6] = [
            &["check", "--json"],
            &["note", "list", "--json"],
            &["track", "--all", "--json"],
            &["documents", "--json"],
            &["keys", "--json"],
            &["agenda", "--json"],
        ];
        verbs.map(|verb| run_in(home, verb).json())
    };
    let before = shown(&home);
    let mut marked = 0;
    for folder in [home.data(), home.config()] {
        for (path, bytes) in files::tree(&folder) {
            let is_text =
                ["toml", "md", "log"].iter().any(|end| path.extension().is_some_and(|own| own == *end));
            if let Some(bytes) = bytes.filter(|_| is_text) {
                files::write(&folder.join(path), [b"\xef\xbb\xbf", bytes.as_slice()].concat());
                marked += 1;
            }
        }
    }
    assert!(marked >= 7, "{marked}");
    assert_eq!(shown(&home), before);
}

#[test]
fn notes_that_cannot_be_read_are_reported() {
    let home = Home::new();
    for kind in ["notes", "positions"] {
        files::write(&home.data().join(format!("workspace/{kind}/broken.md")), "no front matter\n");
    }
    let output = run_in(&home, &["check"]);
    assert_eq!(output.code, 3);
    lists(&output, &["notes/broken.md", "positions/broken.md"]);
}

#[test]
fn the_folders_of_two_machines_are_merged_by_copying_and_no_act_is_lost() {
    let (here, there) = (Home::new(), Home::new());
    let set = |home: &Home, step: &str, day: &str| {
        run_in(home, &["track", "set", step, "--session", "4", "--status", "agreed", "--today", day]).text();
    };
    set(&here, "E.2", "2030-01-01");
    set(&there, "E.3", "2023-03-06");
    set(&here, "E.4", "2023-03-07");
    for (path, bytes) in files::tree(&there.data().join("workspace/tracker")) {
        let copy = here.data().join("workspace/tracker").join(path);
        assert!(!copy.exists(), "two machines have logs of one name");
        files::write(&copy, bytes.expect("a log"));
    }
    assert_eq!(run_in(&here, &["check", "--json"]).json()["acts"], 3);
    for undone in ["E.4", "E.3", "E.2"] {
        let output = run_in(&here, &["track", "undo", "--today", "2021-01-01"]);
        assert!(output.text().contains(undone), "{undone}: {}", output.out);
    }
    for redone in ["E.2", "E.3", "E.4"] {
        let output = run_in(&here, &["track", "redo"]);
        assert!(output.text().contains(redone), "{redone}: {}", output.out);
    }
}

#[test]
fn authors_with_names_that_begin_alike_have_logs_of_their_own() {
    let home = Home::new();
    let ministry = "Délégation de la République auprès des Nations Unies, ";
    let authors =
        [("première secrétaire", "E.2"), ("deuxième secrétaire", "E.3"), ("PREMIÈRE SECRÉTAIRE", "E.4")];
    for (author, step) in authors {
        files::write(&home.config().join("settings.toml"), format!("author = \"{ministry}{author}\"\n"));
        run_in(&home, &["track", "set", step, "--session", "4", "--status", "agreed"]).text();
    }
    let logs = files::ending(&home.data().join("workspace/tracker"), ".log");
    assert_eq!(logs.len(), 3, "{logs:?}");
    let start = "tracker/delegation-de-la-republique";
    assert!(logs.iter().all(|log| log.to_string_lossy().contains(start)), "{logs:?}");
}
