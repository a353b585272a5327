//! `plenary inbox`: the files that are offered, and what `check` says of a folder that is missing.

#![allow(clippy::disallowed_methods, reason = "a file has to be older than the moment it is looked at")]

use std::fs::File;
use std::time::{Duration, SystemTime};

use crate::support::files;
use crate::support::home::Home;

use super::{column, run_in};

/// A file of the inbox that was saved a minute ago.
fn put(home: &Home, name: &str) {
    let path = home.path().join("Downloads").join(name);
    files::write(
        &path,
        "A/90/1\n\n1 March 2035\n\nReport of the group\n\n1. States met in three meetings and agreed.\n",
    );
    let file = File::options().write(true).open(&path).expect("it was written");
    file.set_modified(SystemTime::now() - Duration::from_secs(60)).expect("a time");
}

fn set(home: &Home, folder: &str) {
    files::write(&home.config().join("settings.toml"), format!("inbox = \"{folder}\"\n"));
}

#[test]
fn files_in_the_inbox_are_listed_until_they_are_imported() {
    let home = Home::new();
    run_in(&home, &["inbox", "--lang", "en"]).fails(1, &["No inbox is set", "settings.toml"]);
    set(&home, "~/Downloads");
    for name in ["A_90_1.txt", "A_90_2.PDF", "A_90_3.pdf.crdownload", "photo.jpg"] {
        put(&home, name);
    }
    let rows = run_in(&home, &["inbox", "--json"]).json();
    assert_eq!(column(&rows, "kind"), ["text", "pdf"]);
    assert!(rows[0]["file"].as_str().expect("a path").ends_with("Downloads/A_90_1.txt"));
    assert!(rows[0]["bytes"].as_u64().expect("a number") > 80);
    run_in(&home, &["import", "Downloads/A_90_1.txt"]).text();
    let rows = run_in(&home, &["inbox", "--json"]).json();
    assert_eq!(column(&rows, "kind"), ["pdf"], "what is imported is not offered again");
    assert!(run_in(&home, &["inbox", "--lang", "fr"]).text().contains("1 Ko"));
}

#[test]
fn a_missing_inbox_is_a_problem_that_check_names() {
    let home = Home::new();
    set(&home, "~/Nowhere");
    run_in(&home, &["inbox"]).fails(1, &["Nowhere"]);
    let output = run_in(&home, &["check", "--lang", "en"]);
    assert_eq!(output.code, 3);
    assert!(output.out.contains("Nowhere is not a folder"), "{}", output.out);
    files::write(&home.path().join("Nowhere/photo.jpg"), "x");
    assert_eq!(run_in(&home, &["check"]).code, 0);
}
