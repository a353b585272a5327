//! Symbolic links in a workspace that somebody else made: nothing outside it is changed through them.
#![cfg(unix)]

use super::*;
use std::os::unix::fs::symlink;

/// A workspace in which `inside` is a link to `target` outside, which is a file unless its name ends in `/`.
fn linked(inside: &str, target: &str) -> Home {
    let home = Home::new();
    let outside = home.path("outside").join(target);
    fs::create_dir_all(if target.ends_with('/') { &outside } else { outside.parent().unwrap() }).unwrap();
    if !target.ends_with('/') {
        // A text that is linked is the one that is edited; anything else in its place is a conflict, saved beside.
        let content = match inside.split('/').next() {
            Some("notes") => note::write(&text(1, "note")),
            Some("positions") => note::write(&position()),
            _ => "words of somebody else\n".to_owned(),
        };
        fs::write(&outside, content).unwrap();
    }
    fs::create_dir_all(home.work(inside).parent().unwrap()).unwrap();
    symlink(&outside, home.work(inside)).unwrap();
    home
}

fn position() -> Note {
    Note { kind: Kind::Position, ..text(2, "position") }
}

/// Does everything a program writes; returns what was refused.
fn write_everything(home: &Home) -> Vec<Error> {
    let mut opened = home.open().unwrap();
    let mut refused: Vec<Error> = opened.workspace.read_only().cloned().into_iter().collect();
    refused.extend(opened.broken.iter().map(|broken| broken.error.clone()));
    let workspace = &mut opened.workspace;
    for text in [&text(1, "note"), &position()] {
        refused.extend(workspace.journal(text).err());
        refused.extend(workspace.save_typed(text, &now(50)).err());
        refused.extend(workspace.save(&text.with_text("edited", &now(3)), &now(51)).err());
    }
    refused.extend(workspace.append(&status(), &machine()).err());
    refused.extend(workspace.add_to_calendar(&entries(), &group()).err());
    refused.extend(keep(&workspace.documents_dir()).err());
    refused
}

#[track_caller]
fn case(inside: &str, target: &str) {
    let home = linked(inside, target);
    let outside = |home: &Home| -> Vec<(String, Vec<u8>)> {
        home.tree().into_iter().filter(|(name, _)| name.starts_with("outside")).collect()
    };
    let before = outside(&home);
    let refused = write_everything(&home);
    assert_eq!(outside(&home), before, "{inside}");
    assert!(home.work(inside).is_symlink(), "{inside} is still there");
    let links: Vec<&Error> = refused.iter().filter(|error| error.message.id == "link-leads-out").collect();
    assert!(!links.is_empty(), "{inside}: {refused:?}");
    for error in &links {
        reads_well(error);
        assert_eq!(error.message.get("file").unwrap().to_string(), inside);
        let target = home.path("outside").join(target).to_string_lossy().trim_end_matches('/').to_owned();
        assert!(error.message.get("target").unwrap().to_string().ends_with(&target), "{error}");
    }
    // Everything else is written: a workspace without its lock is only read.
    if inside != ".lock" {
        assert!(
            refused.iter().all(|error| ["link-leads-out", "log-line-broken"].contains(&error.message.id)),
            "{inside}: {refused:?}"
        );
        let written = home.tree().into_keys().filter(|name| name.starts_with("work/")).count();
        assert!(written >= 5, "{inside}: {written} files");
    }
}

#[test]
fn nothing_is_written_through_a_link_that_leads_out() {
    let note = format!("notes/{}", note::file_name(&text(1, "note")));
    let position = format!("positions/{}", note::file_name(&text(2, "position")));
    let made = document();
    let stored = format!("documents/{}.{}.toml", made.symbol.file_stem(), made.language);
    let log = format!("tracker/{}", crate::store::log::file_name("roy", &machine()));
    let checksum = crate::base::checksum::of(b"the words of the source");
    let (stem, language) = (made.symbol.file_stem(), made.language);
    let source = format!("documents/sources/{stem}.{language}.{checksum:016x}.report.txt");
    let folders = ["notes", "positions", "tracker", "documents", "documents/sources", ".journal"];
    folders.iter().for_each(|folder| case(folder, "folder/"));
    let files = [".lock", "calendar.toml", &note, &position, &stored, &log, &source];
    for file in files {
        if file != "calendar.toml" {
            case(file, "file");
        }
        // A link that leads nowhere would make a file outside.
        let home = linked(file, "file");
        fs::remove_file(home.path("outside/file")).unwrap();
        write_everything(&home);
        assert!(!home.path("outside/file").exists(), "{file}");
    }
}

#[test]
fn names_of_temporary_files_that_are_links_are_never_opened() {
    let id = text(1, "note").id;
    let home = linked(&format!(".journal/{id}.tmp"), "file");
    write_everything(&home);
    assert_eq!(fs::read_to_string(home.path("outside/file")).unwrap(), "words of somebody else\n");
}

#[test]
fn a_linked_log_of_another_author_is_read_and_reported_but_not_written() {
    let home = linked("tracker/li.log", "file");
    let opened = home.open().unwrap();
    assert_eq!(opened.workspace.read_only(), None);
    let ids: Vec<&str> = opened.broken.iter().map(|broken| broken.error.message.id).collect();
    assert!(ids.contains(&"link-leads-out"), "{ids:?}");
    drop(opened);
    assert!(
        write_everything(&home)
            .iter()
            .all(|error| error.message.line().is_some() || error.message.id == "link-leads-out")
    );
}

#[test]
fn links_within_the_workspace_and_a_linked_workspace_are_followed() {
    let home = Home::new();
    fs::create_dir_all(home.path("real/elsewhere")).unwrap();
    symlink(home.path("real"), home.path("work")).unwrap();
    symlink("elsewhere", home.path("real/notes")).unwrap();
    assert_eq!(write_everything(&home), []);
    assert_eq!(fs::read_dir(home.path("real/elsewhere")).unwrap().count(), 1);
    assert!(home.path("work").is_symlink() && home.path("real/notes").is_symlink());
}

#[test]
fn a_link_in_a_folder_of_the_user_is_followed() {
    let home = Home::new();
    fs::create_dir_all(home.path("synced")).unwrap();
    fs::create_dir_all(home.places().state.parent().unwrap()).unwrap();
    symlink(home.path("synced"), home.places().state).unwrap();
    bookmark::save(&home.places(), Path::new("/work"), &Remembered::default()).unwrap();
    assert_eq!(fs::read_dir(home.path("synced")).unwrap().count(), 1);
}
