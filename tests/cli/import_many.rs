//! `plenary import` of many files: those that fit a pattern, those of a folder.

use crate::support::files;
use crate::support::home::Home;

use super::{column, run_in};

/// Writes an invented report in this home folder.
fn put(home: &Home, name: &str, symbol: &str) {
    let text = format!(
        "{symbol}\n\n1 March 2035\nOriginal: English\n\nReport of the group on the seabed\n\n\
         1. States met in three meetings and agreed that the work of the group would continue.\n\n\
         2. It was decided to meet again in the next year, and to adopt the report by consensus.\n"
    );
    files::write(&home.path().join(name), text);
}

#[test]
fn a_pattern_that_no_shell_has_read_is_read_here() {
    let home = Home::new();
    put(&home, "papers/b.txt", "A/90/1");
    put(&home, "papers/in here/c.TXT", "A/90/2");
    put(&home, "papers/.hidden.txt", "A/90/3");
    let files = |pattern: &str| {
        let output = run_in(&home, &["import", pattern, "--json"]);
        let rows: serde_json::Value = serde_json::from_str(&output.out).expect("one JSON value");
        column(&rows, "file").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(files("papers/*.txt"), ["papers/b.txt"]);
    assert_eq!(files("papers/**/*.txt"), ["papers/b.txt", "papers/in here/c.TXT"]);
    let in_home: Vec<String> = files("~/papers/in*/?.[a-t]xt");
    assert!(
        in_home.iter().all(|file| file.ends_with("papers/in here/c.TXT")) && in_home.len() == 1,
        "{in_home:?}"
    );
    run_in(&home, &["import", "papers/*.pdf"]).fails(1, &["papers/*.pdf", "no file fits"]);
    let output = run_in(&home, &["import", "papers", "--lang", "en"]);
    assert!(output.error.starts_with("2 files are imported."), "{}", output.error);
}
