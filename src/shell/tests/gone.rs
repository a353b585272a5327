//! The workspace is renamed, deleted or replaced while it is open: with the real store and the keeper.

#![allow(clippy::disallowed_methods, reason = "another program does this")]

use std::fs;
use std::path::Path;

use crate::app::event::Event;
use crate::app::place;
use crate::app::screen::unsaved;
use crate::keymap::{Code, Key};
use crate::model::Language;
use crate::shell::unsaved_output;

use super::desk::{Desk, begin};

fn press(desk: &mut Desk, keys: &str) {
    for key in keys.split_whitespace() {
        desk.send(Event::Key(key.parse().unwrap()));
    }
}

fn write_note(desk: &mut Desk, text: &str) {
    press(desk, "n");
    text.chars().for_each(|c| drop(desk.send(Event::Key(Key::plain(Code::Char(c))))));
    press(desk, "Esc");
    desk.settle();
}

fn shown(desk: &Desk) -> Vec<&str> {
    desk.app.workspace.notebook.notes().map(|note| note.text.as_str()).collect()
}

/// What somebody does to the folder of an open workspace.
type Change = fn(&Path, &Path);

#[test]
fn what_is_written_while_the_workspace_is_gone_is_kept_reported_and_saved_when_it_is_back() {
    let changes: [(&str, Change); 3] = [
        ("renamed", |folder, away| fs::rename(folder, away).unwrap()),
        ("replaced", |folder, away| {
            fs::rename(folder, away).unwrap();
            fs::create_dir(folder).unwrap();
        }),
        ("replaced by a file", |folder, away| {
            fs::rename(folder, away).unwrap();
            fs::write(folder, "a file").unwrap();
        }),
    ];
    for (what, change) in changes {
        let home = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(home.path(), Language::EN, (120, 40), begin());
        place::show(&mut desk.app, &"A/77/275:annex/E/next/2".parse().unwrap());
        desk.settle();
        write_note(&mut desk, "before");
        let (folder, away) = (desk.folder.clone(), home.path().join("away"));
        change(&folder, &away);
        write_note(&mut desk, "meanwhile");
        press(&mut desk, "s d");
        desk.settle();
        let notice = desk.app.notice.as_ref().map(|notice| (notice.message.id, notice.alarm));
        assert_eq!(notice, Some(("notice-unsaved-gone", true)), "{what}");
        let summary = unsaved::summary(&desk.app.context());
        let count = desk.app.workspace.unsaved.count();
        assert_eq!(summary, Some(format!("{count} not saved: folder gone")), "{what}");
        // Coming back to the window does not take it off the screen.
        desk.send(Event::Looked);
        desk.settle();
        assert!(shown(&desk).contains(&"meanwhile"), "{what}: {:?}", shown(&desk));
        let made = fs::read_dir(&folder).map_or(0, Iterator::count);
        assert_eq!(made, 0, "{what}: nothing is made in its place");
        press(&mut desk, "q");
        desk.settle();
        assert!(!desk.has_ended, "{what}: leaving asks");
        press(&mut desk, "Esc");
        assert_eq!(unsaved_output::report(&desk.app, &folder).unwrap_err().message.id, "unsaved-left");
        // It is put back.
        let _ = fs::remove_dir(&folder).or_else(|_| fs::remove_file(&folder));
        fs::rename(&away, &folder).unwrap();
        press(&mut desk, "Ctrl-s");
        desk.settle();
        assert_eq!(desk.app.workspace.unsaved.items().len(), 0, "{what}");
        let disk = desk.disk().contents;
        let mut texts: Vec<&str> = disk.notebook.notes().map(|note| note.text.as_str()).collect();
        texts.sort_unstable();
        assert_eq!(texts, ["before", "meanwhile"], "{what}");
        assert_eq!(disk.tracker.len(), desk.app.workspace.tracker.len(), "{what}");
    }
}

#[test]
fn a_workspace_deleted_while_it_is_open_is_not_made_again_and_save_as_takes_everything() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = Desk::open(home.path(), Language::EN, (120, 40), begin());
    desk.settle();
    write_note(&mut desk, "before");
    fs::remove_dir_all(&desk.folder).unwrap();
    write_note(&mut desk, "after");
    assert!(!desk.folder.exists());
    assert_eq!(desk.app.workspace.unsaved.count(), 1);
    assert_eq!(shown(&desk), ["after", "before"]);
    press(&mut desk, "q");
    desk.settle();
    assert!(!desk.has_ended && !desk.folder.exists());
}
