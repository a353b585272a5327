//! `plenary export`: the files, the manifest, and what is refused.

use crate::support::home::Home;

use super::{fields, list, run_in};

#[allow(clippy::disallowed_methods, reason = "a test reads the files the program wrote")]
fn bytes(home: &Home, name: &str) -> Vec<u8> {
    std::fs::read(home.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn the_extension_sets_the_format_and_the_manifest_describes_the_file() {
    let home = Home::new();
    for (name, format) in [("t.csv", "csv"), ("t.XLSX", "xlsx"), ("t.md", "md"), ("t.json", "json")] {
        let manifest = run_in(&home, &["export", "tracker", "--to", name, "--json"]).json();
        assert_eq!(
            fields(&manifest),
            ["what", "file", "format", "bytes", "rows", "sheets", "restricted", "left_out"]
        );
        assert_eq!((&manifest["file"], &manifest["format"]), (&name.into(), &format.into()));
        let rows: u64 = list(&manifest["sheets"]).iter().filter_map(|sheet| sheet["rows"].as_u64()).sum();
        assert_eq!(manifest["rows"], rows);
        let first = bytes(&home, name);
        assert_eq!(manifest["bytes"], first.len());
        run_in(&home, &["export", "tracker", "--to", name]).text();
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
    let manifest = run_in(&home, &asked).json();
    assert_eq!(list(&manifest["sheets"]).len(), 1);
    assert_eq!(manifest["sheets"][0]["name"], "session-4");
}

#[test]
fn text_formats_can_go_to_standard_output() {
    let home = Home::new();
    let output = run_in(&home, &["export", "tracker", "--to", "-", "--format", "csv", "--lang", "fr"]);
    assert!(output.text().starts_with("\u{feff}Identifiant;"), "{}", output.out);
    run_in(&home, &["export", "tracker", "--to", "-", "--format", "xlsx"]).fails(2, &["xlsx"]);
    run_in(&home, &["export", "tracker", "--to", "-"]).fails(2, &["csv, xlsx, md, json"]);
    let output = run_in(&home, &["export", "calendar", "--to", "-"]);
    assert!(output.text().starts_with("BEGIN:VCALENDAR\r\n"), "{}", output.out);
}

/// The value of a property of the meeting in an exported calendar.
fn of_meeting(home: &Home, name: &str, now: &str) -> String {
    let text =
        run_in(home, &["export", "calendar", "--to", "-", "--lang", "en", "--today", now]).text().to_owned();
    let meeting = text.split("BEGIN:VEVENT").find(|event| event.contains("UID:meeting-")).expect("a meeting");
    let line = meeting.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix([':', ';']));
    line.unwrap_or_else(|| panic!("{name}: {meeting}")).to_owned()
}

#[test]
fn a_meeting_keeps_its_id_when_its_time_changes_and_its_sequence_rises() {
    let home = Home::new();
    let calendar = |date: &str, from: &str| {
        let text = format!(
            "[[meetings]]\nsession = 4\nnumber = 1\ndate = {date}\nfrom = '{from}'\nabout = 'Threats'\n"
        );
        crate::support::files::write(&home.data().join("workspace/calendar.toml"), text);
    };
    let all = || ["UID", "SEQUENCE", "DTSTAMP", "DTSTART"].map(|name| of_meeting(&home, name, "2023-03-01"));
    calendar("2023-03-08", "10:00");
    let first = all();
    assert_eq!(all(), first, "unchanged, it is the same event");
    assert_eq!(first[1], "0");
    calendar("2023-03-07", "15:00");
    let moved = all();
    assert_eq!((&moved[0], moved[1].as_str()), (&first[0], "1"));
    assert!(moved[2] >= first[2], "{} is not before {}", moved[2], first[2]);
    assert_ne!(moved[3], first[3]);
    calendar("2023-03-08", "10:00");
    let back = all();
    assert_eq!((back[1].as_str(), &back[3]), ("2", &first[3]));
    assert!(back[2] >= moved[2]);
}

#[test]
fn two_people_who_share_a_folder_do_not_overwrite_what_the_other_one_issued() {
    let home = Home::new();
    let (workspace, settings) = (home.data().join("workspace"), home.config().join("settings.toml"));
    let sequence = |author: &str, date: &str| {
        crate::support::files::write(&settings, format!("author = '{author}'\n"));
        let meeting = format!("[[meetings]]\nsession = 4\nnumber = 1\ndate = {date}\nfrom = '10:00'\n");
        crate::support::files::write(&workspace.join("calendar.toml"), meeting);
        of_meeting(&home, "SEQUENCE", "2023-03-01")
    };
    assert_eq!(sequence("roy", "2023-03-08"), "0");
    let files = || crate::support::files::tree(&workspace.join("calendar-issued"));
    let own = files();
    assert_eq!(own.len(), 1, "{own:?}");
    assert_eq!(sequence("diallo", "2023-03-08"), "0", "the event has not changed");
    assert_eq!(sequence("diallo", "2023-03-07"), "1", "it continues from what the other one exported");
    assert_eq!(files().len(), 2, "{:?}", files());
    assert!(
        own.iter().all(|(name, bytes)| files().get(name) == Some(bytes)),
        "the file of the other one is as it was"
    );
    assert_eq!(sequence("roy", "2023-03-09"), "2");
}

#[test]
fn invalid_exports_are_refused_and_nothing_is_written() {
    let home = Home::new();
    assert_eq!(run_in(&home, &["export"]).code, 2);
    run_in(&home, &["export", "tracker"]).fails(2, &["--to"]);
    run_in(&home, &["export", "tracker", "--to", "t.pdf"]).fails(2, &["t.pdf", "csv, xlsx, md, json"]);
    run_in(&home, &["export", "calendar", "--to", "t.csv"]).fails(2, &["t.csv", "ics"]);
    run_in(&home, &["export", "tracker", "--to", ".", "--format", "csv"]).fails(2, &["folder"]);
    run_in(&home, &["export", "tracker", "--to", "none/t.csv"]).fails(3, &["none/t.csv"]);
    run_in(&home, &["export", "tracker", "--to", "t.csv", "--section", "Z"]).fails(2, &["B, C"]);
    assert_eq!(crate::support::files::tree(home.path()).len(), 0);
    run_in(&home, &["note", "add", "E.2", "words"]).text();
    let inside = "data/plenary/workspace/notes/t.md";
    run_in(&home, &["export", "tracker", "--to", inside]).fails(2, &["inside your workspace"]);
}

#[test]
fn a_calendar_export_reports_sessions_without_dates() {
    let home = Home::new();
    let manifest =
        run_in(&home, &["export", "calendar", "--to", "c.ics", "--today", "2023-03-06", "--json"]).json();
    assert_eq!(
        fields(&manifest),
        ["what", "file", "format", "bytes", "events", "undated", "process", "restricted", "left_out"]
    );
    assert_eq!((&manifest["undated"], &manifest["process"]), (&3.into(), &"oewg-2021-2025".into()));
    let first = bytes(&home, "c.ics");
    let output = run_in(&home, &["export", "calendar", "--to", "c.ics", "--today", "2023-03-07"]);
    assert!(output.text().contains("3 sessions have no dates"), "{}", output.out);
    assert!(first == bytes(&home, "c.ics"), "the file does not contain the current time");
    run_in(&home, &["export", "calendar", "--to", "c.ics", "--process", "x"]).fails(1, &["oewg-2021-2025"]);
}

#[test]
fn restricted_words_stay_unless_named_and_each_format_ends_with_what_was_left_out() {
    let home = Home::new();
    let track = ["track", "set", "E.2", "--session", "4", "--status", "raised"];
    run_in(&home, &[&track[..], &["--note", "entre nous", "--restricted"]].concat()).text();
    run_in(&home, &["note", "add", "E.2", "à part", "--restricted"]).text();
    run_in(&home, &["note", "add", "E.2", "pour tous"]).text();
    let export = |name: &str, more: &[&str]| {
        run_in(&home, &[&["export", "tracker", "--to", name, "--lang", "fr"], more].concat())
    };
    for name in ["t.csv", "t.md", "t.json"] {
        let output = export(name, &[]);
        assert!(output.text().contains("Omis car réservés : 1 note, 1 remarque."), "{}", output.out);
        let text = String::from_utf8(bytes(&home, name)).expect("UTF-8");
        assert!(!text.contains("entre nous"), "{text}");
        assert_eq!(text.contains("1 remarque"), name == "t.md");
    }
    let written: serde_json::Value = serde_json::from_slice(&bytes(&home, "t.json")).expect("JSON");
    assert_eq!(written["left_out"], serde_json::json!({ "note": 1, "remark": 1 }));
    let rows = list(&written["sheets"][0]["rows"]);
    let row = rows.iter().find(|row| row["id"] == "A/77/275:annex/E/next/2@4").expect("the row");
    assert_eq!((&row["notes"], &row["remark"]), (&1.into(), &serde_json::Value::Null));

    let output = export("-", &["--format", "csv"]);
    assert!(output.error.contains("1 remarque") && !output.out.contains("entre nous"), "{}", output.error);
    let other_section = export("o.json", &["--section", "F", "--json"]).json();
    assert_eq!(
        (&other_section["left_out"], &other_section["restricted"]),
        (&serde_json::json!({}), &false.into())
    );
    let all = export("a.json", &["--with", "restricted", "--json"]).json();
    assert_eq!((&all["left_out"], &all["restricted"]), (&serde_json::json!({}), &true.into()));
    let all = String::from_utf8(bytes(&home, "a.json")).expect("UTF-8");
    assert!(all.contains("entre nous") && all.contains("\"notes\": 2"), "{all}");
    export("t.md", &["--with", "everything"]).fails(2, &["restricted"]);
}
