//! `plenary share`: a workspace without what is restricted.

use crate::support::files;
use crate::support::home::Home;

use super::run_in;

/// Words that must stay, each in another restricted place.
const MARKED: [&str; 8] = [
    "zmarknote",
    "zmarkposition",
    "zmarkfallback",
    "zmarkredline",
    "zmarkfrom",
    "zmarkreference",
    "zmarkremark",
    "zmarkname",
];

/// A workspace with a marked word in every restricted place, and an open note, position and remark.
fn home() -> Home {
    let home = Home::new();
    let run = |arguments: &[&str]| assert_eq!(run_in(&home, arguments).code, 0, "{arguments:?}");
    run(&["note", "add", "E.2", "--restricted", "zmarknote"]);
    run(&["note", "add", "E.2", "pour tous"]);
    run(&["position", "set", "E.1", "--text", "zmarkposition", "--restricted", "yes"]);
    let parts = ["--text", "Nous appuyons.", "--fallback", "zmarkfallback", "--red-line", "zmarkredline"];
    let instruction = ["--instruction-from", "zmarkfrom", "--instruction-reference", "zmarkreference"];
    run(&[&["position", "set", "E.2"], &parts[..], &instruction[..]].concat());
    let track = ["track", "set", "E.2", "--session", "4", "--status"];
    run(&[&track[..], &["raised", "--note", "zmarkremark", "--restricted"]].concat());
    run(&[&track[..], &["discussed", "--note", "dit en séance"]].concat());
    let notes = home.data().join("workspace/notes");
    let restricted =
        files::ending(&notes, ".md").into_iter().find(|file| files::text(file).contains("zmarknote"));
    let restricted = restricted.expect("the restricted note");
    let text = files::text(&restricted);
    files::remove(&restricted);
    files::write(&notes.join("zmarkname.md"), text);
    home
}

/// The marked words that occur in the bytes or names of the files of a folder.
fn found(home: &Home, folder: &str) -> Vec<&'static str> {
    let tree = files::tree(&home.path().join(folder));
    assert!(!tree.is_empty(), "{folder} has files");
    let holds = |word: &&str| {
        tree.iter().any(|(path, bytes)| {
            let bytes = bytes.as_deref().unwrap_or_default();
            path.to_string_lossy().contains(*word)
                || bytes.windows(word.len()).any(|part| part == word.as_bytes())
        })
    };
    MARKED.into_iter().filter(|word| holds(word)).collect()
}

#[test]
fn a_shared_workspace_has_no_restricted_word_in_any_file_and_is_sound() {
    let home = home();
    let shared = run_in(&home, &["share", "--to", "colleague", "--json"]).json();
    let expected = serde_json::json!({ "note": 1, "position": 1, "fallback": 1, "red-line": 1, "instruction": 1, "remark": 1 });
    assert_eq!((&shared["left_out"], &shared["texts"], &shared["acts"]), (&expected, &2.into(), &2.into()));
    assert_eq!(found(&home, "colleague"), Vec::<&str>::new());
    assert_eq!(run_in(&home, &["check", "--workspace", "colleague"]).code, 0);
    let positions = run_in(&home, &["position", "list", "--json", "--workspace", "colleague"]).json();
    assert!(positions.to_string().contains("Nous appuyons."), "{positions}");
    let rows = run_in(&home, &["track", "--json", "--workspace", "colleague"]).json();
    assert!(rows.to_string().contains("dit en séance"), "{rows}");
}

#[test]
fn restricted_texts_are_shared_if_they_are_named() {
    let home = home();
    let shared = run_in(&home, &["share", "--to", "capital", "--with", "restricted", "--json"]).json();
    assert_eq!((&shared["left_out"], &shared["texts"]), (&serde_json::json!({}), &4.into()));
    // Names given by hand do not come along.
    assert_eq!(found(&home, "capital"), MARKED[..7]);
    assert_eq!(run_in(&home, &["check", "--workspace", "capital"]).code, 0);
}

#[test]
fn copying_a_shared_workspace_back_loses_nothing() {
    let home = home();
    run_in(&home, &["share", "--to", "colleague"]).text();
    let own = home.data().join("workspace");
    for (path, bytes) in files::tree(&home.path().join("colleague")) {
        let inside = path.strip_prefix(home.path().join("colleague")).unwrap_or(&path).to_owned();
        if inside.extension().is_some_and(|end| end == "md" || end == "log") {
            files::write(&own.join(inside), bytes.expect("a file"));
        }
    }
    let positions = run_in(&home, &["position", "list", "--json"]);
    assert!(positions.out.contains("zmarkredline"), "{}", positions.out);
    let rows = run_in(&home, &["track", "--json"]).json();
    assert!(rows.to_string().contains("zmarkremark"), "{rows}");
}

#[test]
fn a_folder_that_is_not_empty_or_in_a_workspace_is_refused() {
    let home = home();
    files::write(&home.path().join("full/file.txt"), "x");
    run_in(&home, &["share", "--to", "full"]).fails(2, &["full"]);
    run_in(&home, &["share", "--to", "full/file.txt"]).fails(2, &["file.txt"]);
    run_in(&home, &["share", "--to", "data/plenary/workspace"]).fails(2, &["workspace"]);
    run_in(&home, &["share", "--to", "data/plenary/workspace/new/deep"]).fails(2, &["workspace"]);
    run_in(&home, &["share", "--to", "colleague"]).text();
    run_in(&home, &["share", "--to", "colleague/inside"]).fails(2, &["colleague"]);
}
