//! Exports from the command line: what is written, what the manifest says, what is refused.

use crate::support::home::Home;

use super::{ask, fields, list};

#[allow(clippy::disallowed_methods, reason = "a test reads the files the program wrote")]
fn bytes(home: &Home, name: &str) -> Vec<u8> {
    std::fs::read(home.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn the_tracker_is_written_in_the_format_of_the_ending_and_the_manifest_tells() {
    let home = Home::new();
    for (name, format) in [("t.csv", "csv"), ("t.XLSX", "xlsx"), ("t.md", "md"), ("t.json", "json")] {
        let manifest = ask(&home, &["export", "tracker", "--to", name, "--json"]).json();
        assert_eq!(fields(&manifest), ["what", "file", "format", "bytes", "rows", "sheets"]);
        assert_eq!((&manifest["file"], &manifest["format"]), (&name.into(), &format.into()));
        let rows: u64 = list(&manifest["sheets"]).iter().filter_map(|sheet| sheet["rows"].as_u64()).sum();
        assert_eq!(manifest["rows"], rows);
        let first = bytes(&home, name);
        assert_eq!(manifest["bytes"], first.len());
        ask(&home, &["export", "tracker", "--to", name]).text();
        assert!(first == bytes(&home, name), "{name} is the same when written again");
    }
    assert!(bytes(&home, "t.XLSX").starts_with(b"PK"));
    let asked = [
        "export",
        "tracker",
        "--to",
        "t.txt",
        "--format",
        "csv",
        "--session",
        "4",
        "--section",
        "E",
        "--json",
    ];
    let manifest = ask(&home, &asked).json();
    assert_eq!(list(&manifest["sheets"]).len(), 1);
    assert_eq!(manifest["sheets"][0]["name"], "session-4");
}

#[test]
fn text_goes_to_the_output_when_asked_for() {
    let home = Home::new();
    let said = ask(&home, &["export", "tracker", "--to", "-", "--format", "csv", "--lang", "fr"]);
    assert!(said.text().starts_with("\u{feff}Identifiant,"), "{}", said.out);
    ask(&home, &["export", "tracker", "--to", "-", "--format", "xlsx"]).complains(2, &["xlsx"]);
    ask(&home, &["export", "tracker", "--to", "-"]).complains(2, &["csv, xlsx, md, json"]);
    let said = ask(&home, &["export", "calendar", "--to", "-"]);
    assert!(said.text().starts_with("BEGIN:VCALENDAR\r\n"), "{}", said.out);
}

#[test]
fn what_cannot_be_written_is_refused_and_nothing_is_written() {
    let home = Home::new();
    assert_eq!(ask(&home, &["export"]).code, 2);
    ask(&home, &["export", "tracker"]).complains(2, &["--to"]);
    ask(&home, &["export", "tracker", "--to", "t.pdf"]).complains(2, &["t.pdf", "csv, xlsx, md, json"]);
    ask(&home, &["export", "calendar", "--to", "t.csv"]).complains(2, &["t.csv", "ics"]);
    ask(&home, &["export", "tracker", "--to", ".", "--format", "csv"]).complains(2, &["folder"]);
    ask(&home, &["export", "tracker", "--to", "none/t.csv"]).complains(3, &["none/t.csv"]);
    ask(&home, &["export", "tracker", "--to", "t.csv", "--section", "Z"]).complains(2, &["B, C"]);
    assert_eq!(crate::support::files::tree(home.path()).len(), 0);
    ask(&home, &["note", "add", "E.2", "words"]).text();
    let inside = "data/plenary/workspace/notes/t.md";
    ask(&home, &["export", "tracker", "--to", inside]).complains(2, &["inside your workspace"]);
}

#[test]
fn the_calendar_tells_what_it_leaves_out() {
    let home = Home::new();
    let manifest =
        ask(&home, &["export", "calendar", "--to", "c.ics", "--today", "2023-03-06", "--json"]).json();
    assert_eq!(fields(&manifest), ["what", "file", "format", "bytes", "events", "undated", "process"]);
    assert_eq!((&manifest["undated"], &manifest["process"]), (&3.into(), &"oewg-2021-2025".into()));
    let first = bytes(&home, "c.ics");
    let said = ask(&home, &["export", "calendar", "--to", "c.ics", "--today", "2023-03-07"]);
    assert!(said.text().contains("3 sessions have no dates"), "{}", said.out);
    assert!(first == bytes(&home, "c.ics"), "the clock stands nowhere in it");
    ask(&home, &["export", "calendar", "--to", "c.ics", "--process", "x"]).complains(1, &["oewg-2021-2025"]);
}
