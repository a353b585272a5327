//! A workspace with many notes: the desk is there before they are read, and only what has changed is read again.

#![allow(clippy::disallowed_methods, reason = "the notes are there before the program starts")]

use std::fs;
use std::path::Path;

use chrono::{DateTime, TimeDelta};

use crate::app::event::Event;
use crate::base::Now;
use crate::model::Language;
use crate::workspace::{Note, note};

use super::desk::{Desk, begin};

/// So many that they are read later.
const COUNT: u8 = 12;

fn put(home: &Path, note: &Note) {
    fs::write(home.join("work/notes").join(note::file_name(note)), note::write(note)).unwrap();
}

/// Notes on the passage at which the desk begins, and on no other.
fn notes(home: &Path) -> Vec<Note> {
    fs::create_dir_all(home.join("work/notes")).unwrap();
    let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
    let note = |minute: u8| {
        let now = Now::new(instant + TimeDelta::minutes(minute.into()), [minute; 10]);
        Note::new(&now, "roy", format!("note {minute}"))
    };
    let notes: Vec<Note> = (0..COUNT).map(note).collect();
    notes.iter().for_each(|note| put(home, note));
    notes
}

fn open(home: &Path) -> Desk {
    Desk::open(home, Language::EN, (140, 50), begin())
}

#[test]
fn the_desk_says_that_notes_are_being_read_and_keeps_what_is_typed_meanwhile() {
    let home = tempfile::tempdir().unwrap();
    notes(home.path());
    fs::write(home.path().join("work/notes/torn.md"), "---\nid =").unwrap();
    let mut desk = open(home.path());
    assert!(desk.app.workspace.notebook.is_unread());
    assert!(desk.screen().contains("The notes are being read…"), "{}", desk.screen());
    // What needs all notes waits for them.
    for key in ["b", "B"] {
        desk.send(Event::Key(key.parse().unwrap()));
        assert!(desk.screen().contains("still being read"), "{}", desk.screen());
    }
    desk.app.save_as("elsewhere".to_owned(), false);
    assert!(desk.screen().contains("still being read"), "{}", desk.screen());
    desk.send(Event::Key("n".parse().unwrap()));
    desk.types("typed before they are read");
    desk.send(Event::Key("Esc".parse().unwrap()));
    assert!(desk.screen().contains("typed before they are read"), "{}", desk.screen());
    assert!(desk.screen().contains("The notes are being read…"), "also beside those that are there");
    desk.settle();

    let notebook = &desk.app.workspace.notebook;
    assert_eq!((notebook.is_unread(), notebook.len(), notebook.broken().len()), (false, 13, 1));
    assert!(notebook.notes().any(|note| note.text == "typed before they are read"));
    assert!(desk.screen().contains("torn.md"), "what cannot be read is reported: {}", desk.screen());
    assert_eq!(desk.disk().contents.notebook.len(), 13);
}

#[test]
fn coming_back_shows_what_others_have_done_to_the_notes() {
    let home = tempfile::tempdir().unwrap();
    let before = notes(home.path());
    let mut desk = open(home.path());
    desk.settle();
    let revision = desk.app.workspace.notebook.revision();
    desk.send(Event::Looked);
    desk.settle();
    assert_eq!(desk.app.workspace.notebook.revision(), revision, "nothing has changed");

    put(home.path(), &Note { text: "changed by another program".to_owned(), ..before[3].clone() });
    fs::remove_file(home.path().join("work/notes").join(note::file_name(&before[5]))).unwrap();
    desk.send(Event::Looked);
    desk.settle();
    let notebook = &desk.app.workspace.notebook;
    assert_eq!(notebook.len(), usize::from(COUNT) - 1);
    assert_eq!(notebook.get(before[3].id).unwrap().text, "changed by another program");
    assert!(notebook.get(before[5].id).is_none());
}
